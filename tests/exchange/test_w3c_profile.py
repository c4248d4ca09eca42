"""The W3C profile: each form as its recommendation asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from shanhai.exchange.w3c_profile import w3c_profile
from shanhai.model.records import Records
from shanhai.model.source import Located
from shanhai.rdf.mapping import Mapper
from shanhai.rdf.terms import nquads, ntriples
from shanhai.rdf.validation import validate

GOLDEN = Path(__file__).parent / "golden" / "w3c.nq"
ID = Namespace("https://w3id.org/shanhai/id/")
OA = Namespace("http://www.w3.org/ns/oa#")
ORG = Namespace("http://www.w3.org/ns/org#")
TIME = Namespace("http://www.w3.org/2006/time#")
GEO = Namespace("http://www.opengis.net/ont/geosparql#")
PROV = Namespace("http://www.w3.org/ns/prov#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
SHANHAI = Namespace("https://w3id.org/shanhai/ontology#")


@pytest.fixture
def graph(records: Records) -> Graph:
    lines = (
        f"{ntriples(quad.subject)} {ntriples(quad.predicate)} {ntriples(quad.object)} ."
        for quad in w3c_profile(records)
    )
    return Graph().parse(data="\n".join(lines), format="nt")


def test_golden(records: Records) -> None:
    assert nquads(w3c_profile(records)) == GOLDEN.read_bytes()


def test_the_dataset_with_its_profile_is_as_the_shapes_ask(records: Records) -> None:
    data = nquads([*Mapper(records).quads(), *w3c_profile(records)])
    found = validate(data, "nquads").results
    # The hand-made county has no parent; nothing else is missing.
    assert {result.shape.rpartition("#")[2] for result in found} == {"Division-parent"}


def test_one_graph_and_no_blank_node(records: Records) -> None:
    data = nquads(w3c_profile(records))
    assert b"_:" not in data
    assert {quad.graph.value for quad in w3c_profile(records)} == {str(ID["graph/w3c"])}
    other = {quad.graph.value for quad in w3c_profile(records, base="https://e.org/id/")}
    assert other == {"https://e.org/id/graph/w3c"}


def test_evidence_is_a_web_annotation(graph: Graph) -> None:
    annotation = ID["tools-university/evidence/1"]
    assert (annotation, RDF.type, OA.Annotation) in graph
    assert (annotation, OA.hasBody, ID["tools-university"]) in graph
    target = graph.value(annotation, OA.hasTarget)
    assert (target, OA.hasSource, ID["spring-report"]) in graph
    assert (target, PROV.wasQuotedFrom, ID["spring-report"]) in graph
    selector = graph.value(target, OA.hasSelector)
    assert (selector, RDF.type, OA.TextPositionSelector) in graph
    assert int(str(graph.value(selector, OA.start))) == 40
    assert not list(graph.subjects(RDF.type, OA.TextQuoteSelector))
    without_text = ID["tools-university/status/1/evidence/1"]
    assert (without_text, OA.hasTarget, ID["web-notice"]) in graph


def test_quotes_only_where_they_are_passed(records: Records) -> None:
    def quotes(evidence: object) -> str | None:
        return "一句\n话" if isinstance(evidence, Located) else None

    data = nquads(w3c_profile(records, quotes))
    assert data.count(b"TextQuoteSelector") == 6
    assert "一句\\n话".encode() in data


def test_bodies_and_cooperations_are_of_org(graph: Graph) -> None:
    assert (ID["shancheng-tools"], RDF.type, ORG.FormalOrganization) in graph
    assert (ID["a-workshop"], RDF.type, ORG.Organization) in graph
    assert (ID["cn-990101"], RDF.type, ORG.Organization) not in graph
    joint = ID["tools-university"]
    assert (joint, RDF.type, ORG.OrganizationalCollaboration) in graph
    assert (joint, DCTERMS.spatial, ID["cn-990101"]) in graph
    membership = ID["tools-university/party/1"]
    assert (membership, ORG.role, SHANHAI["role-signatory"]) in graph
    assert (ID["tools-in-alliance/membership"], ORG.organization, ID["tool-alliance"]) in graph


def test_what_is_wished_or_uncertain_is_no_organisation(graph: Graph) -> None:
    assert (ID["wished-alliance"], RDF.type, ORG.OrganizationalCollaboration) not in graph
    assert (ID["a-workshop"], ORG.memberOf, None) not in graph


def test_time_and_place(graph: Graph) -> None:
    interval = ID["tools-university/time"]
    begin = graph.value(interval, TIME.hasBeginning)
    assert str(graph.value(begin, TIME.inXSDDate)) == "2024-03-01"
    assert graph.value(interval, TIME.hasEnd) is None
    geometry = graph.value(ID["cn-990101"], GEO.hasGeometry)
    assert graph.value(geometry, GEO.asWKT) == Literal(
        "POINT(120.06693 28.65388)", datatype=GEO.wktLiteral
    )
    assert graph.value(ID["a-workshop"], GEO.hasGeometry) is None


def test_iris_are_those_of_the_dataset(records: Records, graph: Graph) -> None:
    mapper = Mapper(records)
    for claim in records.claims():
        assert (URIRef(mapper.iri(claim.id).value), PROV.wasDerivedFrom, None) in graph
