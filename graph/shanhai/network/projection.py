"""Projections: named queries whose rows are folded into ties.

A projection is a SELECT in ``projections/*.rq``; each row is one claim that ties two nodes.
Rows, not triples, are kept, so that two cooperations of the same pair stay two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from shanhai.errors import InputError, Text
from shanhai.rdf.terms import BlankNode, Iri, Literal, Term
from shanhai.store.results import Rows
from shanhai.vocabulary.terms import CLASSES, CONCEPTS

if TYPE_CHECKING:
    import networkx

_FOLDER = Path(__file__).resolve().parent / "projections"
_HEAD = re.compile(r"#\s*(name|version|zh|en):\s*(.*)")

NAMES = ("region-region", "body-body", "region-body")
"""The shipped projections, in the order of every summary."""

COLUMNS = (
    "a",
    "b",
    "claim",
    "field",
    "earliest",
    "latest",
    "status",
    "formality",
    "source",
    "roleA",
    "roleB",
    "reading",
)
"""The variables of every projection, in the order of :class:`Row`."""

_APART = "marketTie"
# Weakest first. The scheme's order is the ladder; the market tie stands apart from it.
_FORMALITY = (_APART, *(name for name in CONCEPTS["formality"] if name != _APART))


@dataclass(frozen=True, slots=True)
class Projection:
    """A projection query.

    Attributes:
        name: As in ``NAMES``.
        version: Raised whenever the rows for the same data change.
        meaning: What makes a tie, and what is left out.
        sparql: The query.
    """

    name: str
    version: int
    meaning: Text
    sparql: str


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """One claim that ties ``a`` and ``b``; IRIs, and empty where the data does not say.

    Attributes:
        earliest: First day it may cover, ``YYYY-MM-DD``.
        latest: Last day it may cover (inclusive), ``YYYY-MM-DD``.
        role_a: Role of ``a`` in a cooperation; the predicate where ``a`` is the subject of a
            relation; empty for its object.
        role_b: The same of ``b``.
        reading: ``certain`` or ``uncertain``.
    """

    a: str
    b: str
    claim: str
    field: str = ""
    earliest: str = ""
    latest: str = ""
    status: str = ""
    formality: str = ""
    source: str = ""
    role_a: str = ""
    role_b: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class NodeInfo:
    """What the caller knows of a node.

    Attributes:
        zh: Chinese name.
        en: English name.
        kind: ``region``, ``body``, ``platform`` or ``other``.
        side: -1 and 1 for the two sides that a picture keeps apart (left, right); else 0.
        type: Local name of its class, for the words on a picture; empty if not known.
    """

    zh: str
    en: str
    kind: str
    side: int = 0
    type: str = ""


def kind_of(class_name: str) -> str:
    """Return ``region``, ``body``, ``platform`` or ``other`` for a class of the ontology.

    >>> kind_of("University"), kind_of("Enclave"), kind_of("Event")
    ('body', 'platform', 'other')
    """
    line = (class_name, *CLASSES.get(class_name, ()))
    return next((name.lower() for name in ("Region", "Body", "Platform") if name in line), "other")


@dataclass(frozen=True, slots=True)
class Tie:
    """What a projection draws between two nodes, with the claims it rests on.

    Attributes:
        claims: IRIs of the claims, sorted; their number is the tie's weight.
        fields: IRIs of the fields, sorted.
        formality: IRI of the strongest formality of its claims; empty if none says one.
            A market tie ranks below all others.
        earliest: First day that any claim may cover; None if no claim says one.
        latest: Last day that any claim may cover; None if no claim says one.
        sources: IRIs of the sources, sorted.
        certain: False if every one of its claims has an uncertain reading. What is uncertain
            says so, so a claim without a reading counts as certain.
    """

    a: str
    b: str
    claims: tuple[str, ...]
    fields: tuple[str, ...]
    formality: str
    earliest: date | None
    latest: date | None
    sources: tuple[str, ...]
    certain: bool = True


def projection(name: str) -> Projection:
    """Read a shipped projection.

    >>> projection("region-body").version
    2

    Raises:
        InputError: If there is none of that name.
    """
    if name not in NAMES:
        known = "、".join(NAMES)
        raise InputError(
            Text(
                f"没有名为“{name}”的网络；可用：{known}",
                f"there is no projection '{name}'; there are: {', '.join(NAMES)}",
            )
        )
    sparql = (_FOLDER / f"{name}.rq").read_text(encoding="utf-8")
    head: dict[str, str] = {}
    for line in sparql.splitlines():
        if match := _HEAD.fullmatch(line.rstrip()):
            head.setdefault(match[1], match[2])
    return Projection(head["name"], int(head["version"]), Text(head["zh"], head["en"]), sparql)


def rows_from(result: Rows) -> tuple[Row, ...]:
    """Return the rows of a projection's answer, each once, sorted.

    Raises:
        InputError: If the answer lacks a column of the contract.
    """
    missing = [name for name in COLUMNS if name not in result.variables]
    if missing:
        names = ", ".join(missing)
        raise InputError(
            Text(
                f"网络查询的结果缺少列：{names}", f"the projection's answer lacks columns: {names}"
            )
        )
    order = [result.variables.index(name) for name in COLUMNS]
    return tuple(sorted({Row(*(_plain(line[i]) for i in order)) for line in result.rows}))


def _plain(term: Term | None) -> str:
    match term:
        case None:
            return ""
        case Iri(value) | Literal(value):
            return value
        case BlankNode(label):
            return f"_:{label}"


def fold(rows: Iterable[Row]) -> tuple[Tie, ...]:
    """Fold rows into ties, one for each unordered pair, sorted by pair.

    >>> [tie.claims for tie in fold([Row("x", "y", "c1"), Row("y", "x", "c2")])]
    [('c1', 'c2')]
    """
    pairs: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.a != row.b:
            pairs[(row.a, row.b)].append(row)
    # A pair may come in both orders when rows of several projections are folded together;
    # the order in which it is first met is kept, so that a region stays before a body.
    merged: dict[tuple[str, str], list[Row]] = {}
    for (a, b), found in sorted(pairs.items()):
        merged.setdefault((b, a) if (b, a) in merged else (a, b), []).extend(found)
    return tuple(_tie(a, b, found) for (a, b), found in sorted(merged.items()))


def _tie(a: str, b: str, rows: list[Row]) -> Tie:
    formalities = {row.formality for row in rows if row.formality}
    earliest = [row.earliest for row in rows if row.earliest]
    latest = [row.latest for row in rows if row.latest]
    return Tie(
        a,
        b,
        claims=tuple(sorted({row.claim for row in rows})),
        fields=tuple(sorted({row.field for row in rows if row.field})),
        formality=max(formalities, key=lambda iri: (_strength(iri), iri), default=""),
        earliest=date.fromisoformat(min(earliest)) if earliest else None,
        latest=date.fromisoformat(max(latest)) if latest else None,
        sources=tuple(sorted({row.source for row in rows if row.source})),
        certain=any(row.reading != "uncertain" for row in rows),
    )


def _strength(formality: str) -> int:
    name = formality.rpartition("formality-")[2]
    return _FORMALITY.index(name) if name in _FORMALITY else -1


def in_field(rows: Iterable[Row], field: str) -> tuple[Row, ...]:
    """Return the rows of one field (an IRI)."""
    return tuple(row for row in rows if row.field == field)


def graph_of(ties: Iterable[Tie], nodes: Mapping[str, NodeInfo]) -> networkx.Graph:
    """Return an undirected ``networkx.Graph`` of the ties.

    Its nodes are exactly the ends of ties: that no tie of an entity was reported does not
    mean that it has none, so entities without a tie are not added as isolates.

    Args:
        ties: As :func:`fold` gives them.
        nodes: What is known of the nodes; one that is absent is named by its IRI.

    Returns:
        Nodes (IRIs, sorted) with ``zh``, ``en``, ``kind``; edges with ``claims``, ``fields``,
        ``formality``, ``earliest``, ``latest``, ``sources``, ``certain`` and ``weight`` (number
        of claims).
    """
    import networkx as nx

    ties = sorted(ties, key=lambda tie: (tie.a, tie.b))
    graph = nx.Graph()
    for iri in sorted({end for tie in ties for end in (tie.a, tie.b)}):
        info = node_of(nodes, iri)
        graph.add_node(iri, zh=info.zh, en=info.en, kind=info.kind)
    for tie in ties:
        graph.add_edge(
            tie.a,
            tie.b,
            claims=tie.claims,
            fields=tie.fields,
            formality=tie.formality,
            earliest=tie.earliest,
            latest=tie.latest,
            sources=tie.sources,
            certain=tie.certain,
            weight=len(tie.claims),
        )
    return graph


def node_of(nodes: Mapping[str, NodeInfo], iri: str) -> NodeInfo:
    """Return what is known of a node, or its IRI's last part as its name."""
    found = nodes.get(iri)
    if found is not None:
        return found
    slug = iri.rpartition("/")[2] or iri
    return NodeInfo(slug, slug, "other")
