"""The dataset's description: counts that a query confirms, and stable bytes."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from shanhai.errors import Text
from shanhai.exchange.void import DatasetFacts, GraphFacts, describe, meta_quads, void_turtle
from shanhai.model.records import Records
from shanhai.rdf import namespaces as ns
from shanhai.rdf.mapping import Mapper
from shanhai.rdf.terms import Quad, canonical_hash, nquads, ntriples
from shanhai.rdf.turtle import Statement

VOID = Namespace("http://rdfs.org/ns/void#")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
ME = URIRef(ns.ID + "dataset")
META = URIRef(ns.GRAPH_META)
FACTS = DatasetFacts(
    iri=str(ME),
    title=Text("示例", "Example"),
    description=Text("手写的例子", "Written by hand"),
    licence="https://creativecommons.org/licenses/by/4.0/",
    created="2026-11-24",
    version="0.1.0",
    sources=(ns.ID + "spring-report",),
    graphs=(GraphFacts(ns.GRAPH_FACTS, Text("事实", "facts"), Text("所断言的", "what holds")),),
)
FILES = {"dataset.nq": b"abc", "网 络.html": b"<html>"}


@pytest.fixture
def quads(records: Records) -> tuple[Quad, ...]:
    return tuple(Mapper(records).quads())


def _description(quads: tuple[Quad, ...]) -> tuple[Statement, ...]:
    return describe(quads, FACTS, canonical_hash(nquads(quads)))


def _void(quads: tuple[Quad, ...]) -> bytes:
    return void_turtle(_description(quads), FACTS, FILES)


@pytest.fixture
def described(quads: tuple[Quad, ...]) -> Graph:
    return Graph().parse(data=_void(quads), format="turtle")


def _graph(quads: Iterable[Quad]) -> Graph:
    lines = (
        f"{ntriples(quad.subject)} {ntriples(quad.predicate)} {ntriples(quad.object)} ."
        for quad in quads
    )
    return Graph().parse(data="\n".join(lines), format="nt")


def test_counts_are_those_of_the_data(quads: tuple[Quad, ...], described: Graph) -> None:
    union = _graph(quads)
    assert described.value(ME, VOID.triples) == Literal(len(union))
    for partition in described.objects(ME, VOID.classPartition):
        of = described.value(partition, VOID["class"])
        assert described.value(partition, VOID.entities) == Literal(
            len(set(union.subjects(RDF.type, of)))
        )
    for partition in described.objects(ME, VOID.propertyPartition):
        of = described.value(partition, VOID.property)
        assert described.value(partition, VOID.triples) == Literal(len(list(union[:of:])))
    assert described.value(ME, VOID.properties) == Literal(len(set(union.predicates())))
    for subset in described.objects(ME, VOID.subset):
        assert isinstance(subset, URIRef)
        if subset == META:
            continue
        assert described.value(subset, VOID.triples) == Literal(
            len(_graph(quad for quad in quads if quad.graph.value == str(subset)))
        )


def test_the_hash_and_the_checksums(quads: tuple[Quad, ...], described: Graph) -> None:
    node = described.value(ME, SPDX.checksum)
    assert str(described.value(node, SPDX.checksumValue)) == canonical_hash(nquads(quads))
    files = {
        str(described.value(d, URIRef(ns.RDFS + "label"))): d
        for d in described.objects(ME, DCAT.distribution)
    }
    assert set(files) == set(FILES)
    for name, data in FILES.items():
        checksum = described.value(files[name], SPDX.checksum)
        digest = str(described.value(checksum, SPDX.checksumValue))
        assert digest == hashlib.sha256(data).hexdigest()
        assert described.value(files[name], DCAT.byteSize) == Literal(len(data))


def test_what_the_graphs_hold_is_told_in_both_languages(described: Graph) -> None:
    told = set(described.objects(URIRef(ns.GRAPH_FACTS), DCTERMS.description))
    assert told == {Literal("所断言的", lang="zh"), Literal("what holds", lang="en")}
    assert (ME, DCTERMS.license, URIRef(FACTS.licence)) in described


def test_every_name_is_a_preferred_label_and_a_label(described: Graph) -> None:
    def names(predicate: str) -> dict[object, set[object]]:
        found: dict[object, set[object]] = {}
        for subject, name in described.subject_objects(URIRef(predicate)):
            if isinstance(name, Literal) and name.language:
                found.setdefault(subject, set()).add(name)
        return found

    preferred = names(ns.SKOS + "prefLabel")
    assert preferred == names(ns.RDFS + "label")
    assert preferred[ME] == {Literal("示例", lang="zh"), Literal("Example", lang="en")}
    assert preferred[URIRef(ns.GRAPH_FACTS)] == {
        Literal("事实", lang="zh"),
        Literal("facts", lang="en"),
    }


@pytest.mark.parametrize(
    ("iri", "given", "shown"),
    [
        (ns.ID + "dataset", (), {ns.ID}),
        ("https://example.org/id/dataset", (), {"https://example.org/id/"}),
        (
            "https://example.org/id/dataset",
            ("https://example.org/id/", ns.ID, ns.ID + "x-river/"),
            {"https://example.org/id/", ns.ID},
        ),
    ],
)
def test_the_uri_spaces_are_those_of_the_sets(
    quads: tuple[Quad, ...], iri: str, given: tuple[str, ...], shown: set[str]
) -> None:
    facts = dataclasses.replace(FACTS, iri=iri, uri_spaces=given)
    told = describe(quads, facts, "0" * 64)
    assert {o.value for _, p, o in told if p.value == str(VOID.uriSpace)} == shown


def test_the_bytes_depend_on_the_quads_alone(quads: tuple[Quad, ...]) -> None:
    assert _void(quads) == _void(quads[::-1])
    assert {quad.graph.value for quad in meta_quads(_description(quads))} == {ns.GRAPH_META}


def test_no_blank_node(quads: tuple[Quad, ...]) -> None:
    assert b"_:" not in nquads(meta_quads(_description(quads)))
    assert b"[" not in _void(quads)


def test_the_describing_graph_is_described(described: Graph) -> None:
    service = Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert (META, RDF.type, service.NamedGraph) in described
    for predicate in (URIRef(ns.RDFS + "label"), DCTERMS.title, DCTERMS.description):
        told = {t.language for t in described.objects(META, predicate) if isinstance(t, Literal)}
        assert told == {"zh", "en"}, predicate


def test_partitions_are_datasets(described: Graph) -> None:
    parts = {*described.objects(None, VOID.classPartition)}
    parts |= {*described.objects(None, VOID.propertyPartition)}
    assert len(parts) > 10
    assert parts <= set(described.subjects(RDF.type, VOID.Dataset))


def test_what_is_counted_is_said_in_both_languages(
    quads: tuple[Quad, ...], described: Graph
) -> None:
    number = str(len(nquads(quads).splitlines()))
    told = [o for o in described.objects(ME, URIRef(ns.RDFS + "comment")) if isinstance(o, Literal)]
    assert {o.language for o in told} == {"zh", "en"}
    assert all(number in o for o in told)
    subsets = [described.value(s, VOID.triples) for s in described.objects(ME, VOID.subset)]
    assert sum(int(str(count)) for count in subsets if count is not None) == int(number)


def test_who_made_it(quads: tuple[Quad, ...]) -> None:
    makers = Text("山海项目贡献者", "Shanhai contributors")
    facts = dataclasses.replace(FACTS, creators=(makers, "张三"))
    told = {
        (p.value.removeprefix(ns.DCTERMS), o)
        for s, p, o in describe(quads, facts, "0" * 64)
        if s.value == str(ME) and p.value.startswith(ns.DCTERMS)
    }
    plain = {(p, o.value) for p, o in told if p in ("creator", "publisher")}
    assert plain == {
        ("creator", "山海项目贡献者"),
        ("creator", "Shanhai contributors"),
        ("creator", "张三"),
        ("publisher", "山海项目贡献者"),
        ("publisher", "Shanhai contributors"),
    }
