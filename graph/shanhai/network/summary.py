"""The summary of a projection: its measures as a whole, by field and by node.

Shares are rounded to ``DIGITS`` decimals in every form of output; counts are whole numbers.
Nodes are ranked by value, equal ones by IRI, so that the order never depends on the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shanhai.errors import Text
from shanhai.network import measures
from shanhai.network.projection import NodeInfo, Projection, Row, fold, graph_of, in_field, node_of
from shanhai.vocabulary.labels import LABELS

DIGITS = 4
"""Decimals of density, betweenness and constraint."""

Ranking = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The measures of one network: all fields together, or one field.

    Attributes:
        field: IRI of the field; empty for all together.
        claims: Number of claims that the ties rest on.
        nodes: Number of nodes that have a tie.
        ties: Number of ties.
        uncertain_ties: How many of them rest only on claims whose reading is uncertain.
        density: None where it is not defined.
        components: Largest first; IRIs.
        degree: Most partners first.
        betweenness: Highest first; empty for fewer than three nodes. Of a two-mode network,
            relative to the maximum there; a node that can never stand between has none.
        constraint: Lowest first; empty for a two-mode network, where it is one divided by
            the number of partners and says nothing new.
        bridges: Pairs of IRIs.
    """

    field: str
    claims: int
    nodes: int
    ties: int
    uncertain_ties: int
    density: float | None
    components: tuple[tuple[str, ...], ...]
    degree: Ranking
    betweenness: Ranking
    constraint: Ranking
    bridges: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The summary of one projection.

    Attributes:
        projection: Which one.
        whole: All fields together.
        fields: One section for each field that has a tie, most ties first.
        names: Names of all nodes and fields by IRI.
    """

    projection: Projection
    whole: Section
    fields: tuple[Section, ...]
    names: Mapping[str, Text]

    @property
    def two_mode(self) -> bool:
        """True if ties only run between regions and bodies."""
        return self.projection.name == "region-body"


def summarise(
    projection: Projection,
    rows: Iterable[Row],
    nodes: Mapping[str, NodeInfo],
) -> Summary:
    """Measure a projection as a whole and by field.

    Args:
        projection: The projection whose rows these are.
        rows: Its rows.
        nodes: What is known of the nodes.
    """
    rows = tuple(rows)
    two_mode = projection.name == "region-body"
    whole = _section("", rows, nodes, two_mode)
    found = sorted({row.field for row in rows if row.field})
    sections = [_section(field, in_field(rows, field), nodes, two_mode) for field in found]
    sections.sort(key=lambda section: (-section.ties, section.field))
    names = {iri: Text(node_of(nodes, iri).zh, node_of(nodes, iri).en) for iri, _ in whole.degree}
    for field in found:
        local = field.rpartition("field-")[2]
        names[field] = Text(*LABELS.get(f"field-{local}", (local, local)))
    return Summary(projection, whole, tuple(sections), names)


def _section(
    field: str, rows: tuple[Row, ...], nodes: Mapping[str, NodeInfo], two_mode: bool
) -> Section:
    ties = fold(rows)
    graph = graph_of(ties, nodes)
    density = measures.density_between(graph, "region") if two_mode else measures.density(graph)
    between = (
        measures.betweenness_between(graph, "region") if two_mode else measures.betweenness(graph)
    )
    return Section(
        field=field,
        claims=len({row.claim for row in rows if row.a != row.b}),
        nodes=measures.nodes(graph),
        ties=measures.ties(graph),
        uncertain_ties=sum(not tie.certain for tie in ties),
        density=None if density is None else round(density, DIGITS),
        components=tuple(tuple(component) for component in measures.components(graph)),
        degree=_ranking(measures.degree(graph), -1),
        betweenness=_ranking(between, -1),
        constraint=() if two_mode else _ranking(measures.constraint(graph), 1),
        bridges=tuple(measures.bridges(graph)),
    )


def _ranking(values: Mapping[str, float], sign: int) -> Ranking:
    rounded = {
        node: value if isinstance(value, int) else round(value, DIGITS)
        for node, value in values.items()
    }
    return tuple(sorted(rounded.items(), key=lambda item: (sign * item[1], item[0])))
