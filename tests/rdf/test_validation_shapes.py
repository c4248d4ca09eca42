"""Every shape has an example that passes and one that fails it alone; two engines agree."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.plugins.sparql import processor

from shanhai.rdf.validation import SHAPES, SHAPES_NAMESPACE, validate
from shanhai.vocabulary import terms

pyshacl = pytest.importorskip("pyshacl", reason="pySHACL is the reference engine")

parse_query, translate_query = processor.parseQuery, processor.translateQuery
QUERIES: dict[str, object] = {}
EXAMPLES = Path(__file__).parent / "shapes"
GRAPH = Graph().parse(SHAPES)
# What makes a shape able to fail by itself; the rest lead to other shapes or describe.
DESCRIBES = {
    RDF.type,
    SH.path,
    SH.property,
    SH.targetClass,
    SH.targetSubjectsOf,
    SH.targetObjectsOf,
    SH.targetNode,
    SH.severity,
    SH.message,
}
# SHACL Core and SHACL-SPARQL as of the W3C Recommendation of 2017; pySHACL passes what 1.2
# adds in silence.
SHACL_1_0 = {
    "NodeShape",
    "PropertyShape",
    "Violation",
    "Warning",
    "Info",
    "IRI",
    "property",
    "path",
    "inversePath",
    "targetClass",
    "targetSubjectsOf",
    "targetObjectsOf",
    "severity",
    "message",
    "datatype",
    "class",
    "nodeKind",
    "in",
    "hasValue",
    "equals",
    "disjoint",
    "lessThan",
    "lessThanOrEquals",
    "minCount",
    "maxCount",
    "minInclusive",
    "maxInclusive",
    "pattern",
    "languageIn",
    "uniqueLang",
    "and",
    "or",
    "xone",
    "not",
    "targetNode",
    "sparql",
    "SPARQLConstraint",
    "select",
    "prefixes",
    "declare",
    "prefix",
    "namespace",
}
ONCE = URIRef("https://w3id.org/shanhai/ontology")
TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)


def all_shapes() -> set[URIRef]:
    found = set(GRAPH.subjects(RDF.type, SH.NodeShape)) | set(
        GRAPH.subjects(RDF.type, SH.PropertyShape)
    )
    assert all(isinstance(shape, URIRef) for shape in found), "every shape has an IRI"
    return {shape for shape in found if isinstance(shape, URIRef)}


def reporting_shapes() -> set[URIRef]:
    """Shapes that can be named by a result: targeted, or reached by sh:property from such."""
    targeted = {shape for shape in all_shapes() if any((shape, t, None) in GRAPH for t in TARGETS)}
    reached = {p for shape in targeted for p in GRAPH.objects(shape, SH.property)}
    return {
        shape
        for shape in targeted | reached
        if isinstance(shape, URIRef) and set(GRAPH.predicates(shape)) - DESCRIBES
    }


def name(shape: URIRef) -> str:
    return str(shape).removeprefix(SHAPES_NAMESPACE)


NAMES = sorted(name(shape) for shape in reporting_shapes())


def test_every_shape_is_reported_or_a_part() -> None:
    reporting = reporting_shapes()
    containers = {
        shape for shape in all_shapes() if any((shape, t, None) in GRAPH for t in TARGETS)
    }
    parts = {shape for shape in all_shapes() if name(shape).startswith("part-")}
    assert all_shapes() == reporting | containers | parts
    assert not parts & (reporting | containers)
    for part in parts:
        assert any(True for _ in GRAPH.subjects(None, part)), f"{part} is used nowhere"


def test_examples_are_of_the_shapes_and_of_no_other() -> None:
    assert sorted(folder.name for folder in EXAMPLES.iterdir()) == NAMES


@pytest.mark.parametrize("shape", NAMES)
def test_messages_and_severity(shape: str) -> None:
    iri = URIRef(SHAPES_NAMESPACE + shape)
    assert sorted(str(m.language) for m in GRAPH.objects(iri, SH.message)) == ["en", "zh"]
    assert len(list(GRAPH.objects(iri, SH.severity))) == 1


@pytest.mark.parametrize("shape", NAMES)
def test_examples(shape: str) -> None:
    good = validate((EXAMPLES / shape / "pass.ttl").read_bytes(), "turtle")
    assert good.conforms, good.results
    bad = validate((EXAMPLES / shape / "fail.ttl").read_bytes(), "turtle")
    assert not bad.conforms
    assert {result.shape for result in bad.results} == {SHAPES_NAMESPACE + shape}
    assert all(result.message.zh and result.message.en for result in bad.results)


@pytest.fixture
def parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the queries of the shapes as rdflib read them: reading takes it 0.7 s each time."""

    def translate(text: str, base: str | None = None, names: object = None) -> object:
        if text not in QUERIES:
            QUERIES[text] = translate_query(parse_query(text), base, names)
        return QUERIES[text]

    monkeypatch.setattr(processor, "parseQuery", lambda text: text)
    monkeypatch.setattr(processor, "translateQuery", translate)


@pytest.mark.usefixtures("parsed_once")
@pytest.mark.parametrize("shape", NAMES)
@pytest.mark.parametrize("kind", ["pass", "fail"])
def test_two_engines_agree(shape: str, kind: str) -> None:
    path = EXAMPLES / shape / f"{kind}.ttl"
    ours = validate(path.read_bytes(), "turtle")
    conforms, report, _ = pyshacl.validate(Graph().parse(path), shacl_graph=GRAPH)
    assert ours.conforms == conforms
    theirs = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus = report.value(result, SH.focusNode)
        if focus == ONCE:
            # A query over all records: the one at fault is its value.
            focus = report.value(result, SH.value)
        route = report.value(result, SH.resultPath)
        back = report.value(route, SH.inversePath) if route is not None else None
        theirs.add(
            (
                _blind(focus.n3()),
                f"^{back}" if back is not None else str(route or ""),
                str(report.value(result, SH.sourceConstraintComponent)),
            )
        )
    mine = {(_blind(_n3(each.focus)), each.path, each.component) for each in ours.results}
    assert mine == theirs


def _n3(focus: str) -> str:
    return focus if focus.startswith(("_:", '"')) else f"<{focus}>"


def _blind(term: str) -> str:
    return "_:" if term.startswith("_:") else term


def _listed(shape: str) -> list[str]:
    head = GRAPH.value(URIRef(SHAPES_NAMESPACE + shape), SH["in"])
    assert head is not None
    return [str(item) for item in Collection(GRAPH, head)]


@pytest.mark.parametrize(
    ("shape", "scheme"),
    [
        ("Claim-field", "field"),
        ("Cooperation-formality", "formality"),
        ("Cooperation-level", "level"),
        ("Participation-role", "role"),
        ("StatusValue", "status"),
        ("Observation-measure", "measure"),
        ("Observation-unit", "unit"),
        ("Observation-bound", "bound"),
        ("Observation-accumulation", "accumulation"),
        ("Observation-nature", "nature"),
        ("Time-precision", "precision"),
        ("Outlet-kind", "outletKind"),
        ("Outlet-level", "outletLevel"),
    ],
)
def test_allowed_values_are_those_of_the_ontology(shape: str, scheme: str) -> None:
    expected = [f"{terms.NAMESPACE}{scheme}-{value}" for value in terms.CONCEPTS[scheme]]
    assert sorted(_listed(shape)) == sorted(expected)


def test_allowed_predicates_are_those_of_the_ontology() -> None:
    expected = {terms.NAMESPACE + local for local in (*terms.RELATIONS, *terms.STATEMENTS)}
    assert set(_listed("RelationClaim-predicate")) == expected
    assert set(_listed("part-statement-predicate")) == {
        terms.NAMESPACE + local for local in terms.STATEMENTS
    }


def test_shapes_use_no_unknown_term_and_nothing_of_shacl_1_2() -> None:
    known = set(terms.CLASSES) | set(terms.OBJECT_PROPERTIES) | set(terms.DATATYPE_PROPERTIES)
    known |= {f"{scheme}-{v}" for scheme, values in terms.CONCEPTS.items() for v in values}
    used = {
        str(node).removeprefix(terms.NAMESPACE)
        for triple in GRAPH
        for node in triple
        if str(node).startswith(terms.NAMESPACE) and str(node) != terms.NAMESPACE
    }
    assert used <= known, used - known
    used_of_shacl = {
        str(node).removeprefix(str(SH))
        for triple in GRAPH
        for node in triple
        if str(node).startswith(str(SH))
    }
    assert used_of_shacl <= SHACL_1_0, used_of_shacl - SHACL_1_0


def test_shapes_are_well_formed() -> None:
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=GRAPH, meta_shacl=True)
    assert conforms, text
