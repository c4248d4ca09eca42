"""Observations of the W3C profile are a well-formed data cube.

The integrity constraints of the Recommendation, each as a query that finds a violation: none
in the export of the shipped data, one in a small cube with that fault.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from shanhai.exchange.data_cube import COMPONENTS, NODES, UNITS
from shanhai.exchange.w3c_profile import w3c_profile
from shanhai.model.claim import Observation
from shanhai.model.records import ClaimSet, Records
from shanhai.rdf.terms import Quad, ntriples
from shanhai.vocabulary import terms
from shanhai.workspace.project import open_project, read

ONTOLOGY = Path(__file__).parents[2] / "ontology.ttl"
ID = Namespace("https://w3id.org/shanhai/id/")
QB = Namespace("http://purl.org/linked-data/cube#")
SHANHAI = Namespace(terms.NAMESPACE)
QUDT = Namespace("http://qudt.org/vocab/unit/")
SDMX = Namespace("http://purl.org/linked-data/sdmx/2009/attribute#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")

PREFIXES = """
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX e: <https://example.org/>
"""
# The normal form in which the Recommendation puts a cube before it is checked.
NORMAL_FORM = """
INSERT { ?c qb:componentProperty ?p . ?p a qb:DimensionProperty } WHERE { ?c qb:dimension ?p } ;
INSERT { ?c qb:componentProperty ?p . ?p a qb:MeasureProperty } WHERE { ?c qb:measure ?p } ;
INSERT { ?c qb:componentProperty ?p . ?p a qb:AttributeProperty } WHERE { ?c qb:attribute ?p }
"""
CONSTRAINTS = {
    "IC-1": """?x a qb:Observation
        FILTER (NOT EXISTS { ?x qb:dataSet ?d }
          || EXISTS { ?x qb:dataSet ?a , ?b FILTER (?a != ?b) })""",
    "IC-2": """?x a qb:DataSet
        FILTER (NOT EXISTS { ?x qb:structure ?s }
          || EXISTS { ?x qb:structure ?a , ?b FILTER (?a != ?b) })""",
    "IC-3": """?x a qb:DataStructureDefinition
        FILTER NOT EXISTS { ?x qb:component/qb:componentProperty ?m . ?m a qb:MeasureProperty }""",
    "IC-4": "?x a qb:DimensionProperty FILTER NOT EXISTS { ?x rdfs:range ?r }",
    "IC-11": """?x qb:dataSet/qb:structure/qb:component/qb:componentProperty ?d .
        ?d a qb:DimensionProperty FILTER NOT EXISTS { ?x ?d ?v }""",
    # Equal in all dimensions: of no dimension is a value found that the other lacks.
    "IC-12": """?x qb:dataSet ?set . ?y qb:dataSet ?set FILTER (?x != ?y)
        FILTER NOT EXISTS { ?set qb:structure/qb:component/qb:componentProperty ?d .
          ?d a qb:DimensionProperty . ?x ?d ?v FILTER NOT EXISTS { ?y ?d ?v } }""",
    "IC-14": """?x qb:dataSet/qb:structure ?s
        FILTER NOT EXISTS { ?s qb:component/qb:componentProperty qb:measureType }
        ?s qb:component/qb:componentProperty ?m . ?m a qb:MeasureProperty
        FILTER NOT EXISTS { ?x ?m ?v }""",
    "IC-19": """?x qb:dataSet/qb:structure/qb:component/qb:componentProperty ?d .
        ?d a qb:DimensionProperty ; qb:codeList ?list . ?list a skos:ConceptScheme . ?x ?d ?v
        FILTER NOT EXISTS { ?v a skos:Concept ; skos:inScheme ?list }""",
}
CUBE = """
e:o1 a qb:Observation ; qb:dataSet e:set ; e:area e:north ; e:sex e:f ; e:count 1 .
e:o2 a qb:Observation ; qb:dataSet e:set ; e:area e:south ; e:sex e:f ; e:count 2 .
e:set a qb:DataSet ; qb:structure e:structure .
e:structure a qb:DataStructureDefinition ; qb:component e:c1 , e:c2 , e:c3 .
e:c1 qb:dimension e:area .
e:c2 qb:dimension e:sex .
e:c3 qb:measure e:count .
e:area rdfs:range rdfs:Resource .
e:sex rdfs:range skos:Concept ; qb:codeList e:sexes .
e:sexes a skos:ConceptScheme .
e:f a skos:Concept ; skos:inScheme e:sexes .
"""
FAULTS = {
    "IC-1": ("e:o1 a qb:Observation ; qb:dataSet e:set ;", "e:o1 a qb:Observation ;"),
    "IC-2": ("qb:structure e:structure .", "qb:structure e:structure , e:other ."),
    "IC-3": ("e:c3 qb:measure e:count", "e:c3 qb:attribute e:count"),
    "IC-4": ("e:area rdfs:range rdfs:Resource .", ""),
    "IC-11": ("e:area e:north ;", ""),
    "IC-12": ("e:south", "e:north"),
    "IC-14": ("; e:count 2", ""),
    "IC-19": ("skos:inScheme e:sexes", "skos:inScheme e:ages"),
}


def _violated(triples: str) -> set[str]:
    store = pyoxigraph.Store()
    store.load(triples.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    store.update(PREFIXES + NORMAL_FORM)
    return {name for name, fault in CONSTRAINTS.items() if _asked(store, fault)}


def _asked(store: pyoxigraph.Store, pattern: str) -> bool:
    return bool(store.query(f"{PREFIXES}ASK {{ {pattern} }}"))


def _lines(quads: list[Quad]) -> str:
    return "\n".join(
        f"{ntriples(quad.subject)} {ntriples(quad.predicate)} {ntriples(quad.object)} ."
        for quad in quads
    )


@pytest.fixture(scope="module")
def shipped() -> Records:
    return read(open_project(None)).require()


@pytest.fixture(scope="module")
def export(shipped: Records) -> str:
    return ONTOLOGY.read_text(encoding="utf-8") + _lines(list(w3c_profile(shipped)))


@pytest.fixture
def graph(records: Records) -> Graph:
    return Graph().parse(data=_lines(list(w3c_profile(records))), format="nt")


def test_the_export_of_the_shipped_data_keeps_the_constraints(export: str) -> None:
    assert _violated(export) == set()


def test_a_small_cube_keeps_them_too() -> None:
    assert _violated(PREFIXES + CUBE) == set()


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found(name: str) -> None:
    right, wrong = FAULTS[name]
    assert CUBE.count(right) == 1
    assert name in _violated(PREFIXES + CUBE.replace(right, wrong))


def test_the_constraints_see_faults_of_the_export(export: str) -> None:
    some = f"<{ID['jinyun-gdp-2024-q1']}> <{SHANHAI.refPeriod}> "
    line = next(line for line in export.splitlines() if line.startswith(some))
    assert _violated(export.replace(line, "")) == {"IC-11"}


def test_every_dimension_has_one_value(shipped: Records, export: str) -> None:
    graph = Graph().parse(data=export, format="turtle")
    dimensions = set(graph.objects(None, QB.dimension))
    assert len(dimensions) == 8
    observations = list(graph.subjects(RDF.type, QB.Observation))
    assert len(observations) == sum(isinstance(c, Observation) for c in shipped.claims())
    for one in observations:
        for dimension in dimensions:
            assert len(list(graph.objects(one, dimension))) == 1, (one, dimension)


def test_the_components_are_those_of_the_ontology() -> None:
    ontology = Graph().parse(ONTOLOGY)
    structure = SHANHAI.ObservationStructure
    found = {
        str(name).removeprefix(terms.NAMESPACE)
        for part in ontology.objects(structure, QB.component)
        for role in (QB.dimension, QB.measure, QB.attribute)
        for name in ontology.objects(part, role)
    }
    assert found == set(COMPONENTS)
    assert set(NODES) < found


def test_equal_texts_share_a_node(records: Records, graph: Graph) -> None:
    periods = set(graph.objects(None, SHANHAI.refPeriod))
    assert periods == {ID["w3c/period/2024-Q1"], ID["w3c/period/2023"]}
    total = graph.value(ID["tools-output"], SHANHAI.breakdownConcept)
    assert total == ID["w3c/breakdown/total"]
    part = graph.value(ID["trainee-share"], SHANHAI.breakdownConcept)
    assert part == ID["w3c/breakdown/origin-haigang-university"]
    focus = URIRef("http://xmlns.com/foaf/0.1/focus")
    assert graph.value(part, focus) == ID["haigang-university"]
    assert (part, RDF.type, SKOS.Concept) in graph


def test_the_nodes_stand_below_the_base_of_their_set(records: Records) -> None:
    reference, claims = records.sets
    base = "https://example.org/county/"
    moved = Records((reference, dataclasses.replace(claims, base=base)))
    mine = {q.subject.value for q in w3c_profile(moved, base=base)}
    assert {iri for iri in mine if "/w3c/" in iri and not iri.startswith(base)} == set()
    assert f"{base}w3c/observations/spring-report" in mine
    assert f"{base}w3c/indicator" in mine


def test_rival_reports_are_two_data_sets(records: Records) -> None:
    reference, claims = records.sets
    first = claims.observations[0]
    other = dataclasses.replace(claims.sources[1], id="rival-report")
    cited = dataclasses.replace(first.ground.evidence[0], source="rival-report")
    ground = dataclasses.replace(first.ground, evidence=(cited,))
    rival = dataclasses.replace(first, id="rival-output", ground=ground)
    both: ClaimSet = dataclasses.replace(
        claims,
        sources=(*claims.sources, other),
        observations=(*claims.observations, rival),
    )
    lines = _lines(list(w3c_profile(Records((reference, both)))))
    assert _violated(ONTOLOGY.read_text(encoding="utf-8") + lines) == set()


def test_units_are_those_that_the_ontology_matches(graph: Graph) -> None:
    ontology = Graph().parse(ONTOLOGY)
    matched = {}
    for predicate in (SKOS.exactMatch, SKOS.closeMatch):
        for concept, unit in ontology.subject_objects(predicate):
            if str(unit).startswith(str(QUDT)):
                name = str(concept).removeprefix(str(SHANHAI) + "unit-")
                matched[name] = str(unit).removeprefix(str(QUDT))
    assert matched == UNITS
    assert (ID["tools-output"], SDMX.unitMeasure, QUDT.CCY_CNY) in graph
