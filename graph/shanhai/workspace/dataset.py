"""The compiled dataset: records, ontology, views and its own description."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from shanhai import resources
from shanhai.errors import Text
from shanhai.files import read_bytes
from shanhai.model.records import Records
from shanhai.rdf import namespaces as ns
from shanhai.rdf.mapping import Mapper
from shanhai.rdf.terms import BlankNode, Iri, Quad, canonical_hash, merged, nquads

if TYPE_CHECKING:
    from shanhai.exchange.void import DatasetFacts
    from shanhai.rdf.turtle import Statement
    from shanhai.store.embedded import EmbeddedStore

VIEWS = (("direct-ties", "1"),)
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Dataset:
    """A dataset that has been compiled.

    Attributes:
        records: What it was compiled from.
        statements: All statements, the description of the dataset itself apart.
        core: The statements as sorted canonical N-Quads.
        begun: The statements in the embedded store, which gets the description when first
            asked.
        base: Base IRI of the project, under which the dataset as a whole has its name.
        licence: Address of the licence of the whole; empty for that of its first set.
    """

    records: Records
    statements: tuple[Quad, ...]
    core: bytes
    begun: EmbeddedStore
    base: str = ns.ID
    licence: str = ""

    @cached_property
    def hash(self) -> str:
        """Return the RDFC-1.0 hash of the statements."""
        return canonical_hash(self.core)

    @cached_property
    def description(self) -> tuple[Statement, ...]:
        """Return what is said of the dataset itself: its graphs, counts and hash."""
        from shanhai.exchange.void import describe

        return describe(self.statements, self.facts, self.hash)

    @cached_property
    def nquads(self) -> bytes:
        """Return the dataset with its description as sorted canonical N-Quads."""
        from shanhai.exchange.void import meta_quads

        return merged(self.core, nquads(meta_quads(self.description)))

    @cached_property
    def store(self) -> EmbeddedStore:
        """Return the dataset with its description in the embedded store."""
        from shanhai.exchange.void import meta_quads

        self.begun.add(nquads(meta_quads(self.description)))
        return self.begun

    @property
    def default_graphs(self) -> tuple[str, ...]:
        """Return the graphs that our doors query."""
        return (*ns.DEFAULT_GRAPHS, *(ns.graph_view(name, v) for name, v in VIEWS))

    @cached_property
    def facts(self) -> DatasetFacts:
        """Return what the description says beside its counts."""
        from shanhai.exchange.citation import MAKERS
        from shanhai.exchange.void import DatasetFacts, GraphFacts

        sets = [s for s in self.records.sets if s.manifest.kind == "claims"]
        first = sets[0].manifest if sets else None
        graphs = [
            GraphFacts(ns.GRAPH_FACTS, _FACTS, _FACTS_HOLD),
            GraphFacts(ns.GRAPH_REFERENCE, _REFERENCE, _REFERENCE_HOLD),
            GraphFacts(ns.GRAPH_ONTOLOGY, _ONTOLOGY, _ONTOLOGY_HOLD),
            GraphFacts(ns.graph_view(*VIEWS[0]), _VIEW, _VIEW_HOLD),
        ]
        graphs += [
            GraphFacts(
                ns.graph_claims(s.base, s.manifest.name),
                s.manifest.title,
                _CLAIMS_HOLD,
                s.manifest.licence,
            )
            for s in sets
        ]
        mapper = Mapper(self.records)
        return DatasetFacts(
            iri=self.base + "dataset",
            title=first.title
            if len(sets) == 1 and first
            else Text("山海数据集", "Shanhai dataset"),
            description=first.description if len(sets) == 1 and first else _MANY,
            licence=self.licence or (first.licence if first else LICENCE),
            created=max((s.manifest.created for s in sets), default="2026-11-24"),
            version=resources.VERSION,
            sources=tuple(mapper.iri(source.id).value for source in self.records.sources()),
            graphs=tuple(sorted(graphs, key=lambda g: g.iri)),
            creators=tuple(
                dict.fromkeys(
                    maker
                    for s in sets
                    for maker in (s.manifest.creators or ((MAKERS,) if s.base == ns.ID else ()))
                )
            ),
            uri_spaces=tuple(sorted({s.base for s in self.records.sets})),
        )


_FACTS = Text("事实", "facts")
_FACTS_HOLD = Text(
    "论断所断言的内容、实体和直接三元组；不含证据",
    "what the claims assert, the entities and the direct triples; evidence apart",
)
_REFERENCE = Text("参考数据", "reference data")
_REFERENCE_HOLD = Text("行政区划和宏观区域", "administrative divisions and macro regions")
_ONTOLOGY = Text("本体", "ontology")
_ONTOLOGY_HOLD = Text("山海的全部词汇", "all terms of Shanhai")
_VIEW = Text("直接联系视图", "view of direct ties")
_VIEW_HOLD = Text(
    "由合作推出的两两直接联系", "direct ties between pairs, constructed from the cooperations"
)
_CLAIMS_HOLD = Text(
    "论断全文、证据位置和来源", "the claims in full, where their evidence stands, and the sources"
)
_MANY = Text("多个数据集的论断", "claims of several sets")


def compile_dataset(records: Records, base: str = ns.ID, licence: str = "") -> Dataset:
    """Compile records, ontology and views into a dataset; see :class:`Dataset`."""
    from shanhai.store.embedded import EmbeddedStore, read_triples
    from shanhai.store.results import Triples

    ontology = read_triples(read_bytes(resources.ontology()), "turtle", name="ontology.ttl")
    quads = list(Mapper(records).quads())
    quads += _in_graph(ontology, ns.GRAPH_ONTOLOGY)
    core = nquads(quads)
    store = EmbeddedStore.from_nquads(core)
    for name, number in VIEWS:
        made = store.query(_view(name), default_graph=ns.DEFAULT_GRAPHS, prefixes=ns.PREFIXES)
        assert isinstance(made, Triples)
        view = _in_graph(made, ns.graph_view(name, number))
        quads += view
        lines = nquads(view)
        core = merged(core, lines)
        store.add(lines)
    return Dataset(records, tuple(dict.fromkeys(quads)), core, store, base, licence)


def _view(name: str) -> str:
    """Return the CONSTRUCT query of a published view."""
    place = files("shanhai.query").joinpath("views", f"{name}.rq")
    return place.read_text(encoding="utf-8")


def _in_graph(answer: object, graph: str) -> list[Quad]:
    """Return the triples of an answer as quads; the ontology and our views have no blank nodes."""
    from shanhai.store.results import Triples

    assert isinstance(answer, Triples)
    found = []
    for s, p, o in answer.triples:
        assert isinstance(s, Iri) and not isinstance(o, BlankNode)
        found.append(Quad(s, p, o, Iri(graph)))
    return found
