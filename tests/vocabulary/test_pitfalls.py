"""Pitfalls of ontologies that a query can find (after OOPS!): each finds none in ours.

Beside each query stands a small broken ontology in which it does find the broken term.
"""

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
import pytest

ONTOLOGY = Path(__file__).parents[2] / "ontology.ttl"
NAMESPACE = "https://w3id.org/shanhai/ontology#"

PREFIXES = """
PREFIX shanhai: <https://w3id.org/shanhai/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX qb: <http://purl.org/linked-data/cube#>
"""

OURS = 'FILTER(isIRI(?x) && STRSTARTS(STR(?x), "https://w3id.org/shanhai/ontology#"))'
TERM = f"?x a ?type . {OURS}"
PROPERTY = "VALUES ?type { owl:ObjectProperty owl:DatatypeProperty } ?x a ?type ."


def _lacks(prop: str) -> str:
    return (
        f'{TERM} VALUES ?lang {{ "zh-hans" "en" }} '
        f"FILTER NOT EXISTS {{ ?x {prop} ?text . FILTER(LCASE(LANG(?text)) = ?lang) }}"
    )


@dataclass(frozen=True)
class Pitfall:
    """A query whose ?x is a term with the fault, and an ontology in which it finds `hit`."""

    name: str
    where: str
    broken: str
    hit: str


PITFALLS = (
    Pitfall(
        "missing label",
        _lacks("rdfs:label"),
        'shanhai:A a owl:Class ; rdfs:label "a"@en .',
        "A",
    ),
    Pitfall(
        "missing definition",
        _lacks("skos:definition"),
        'shanhai:A a owl:Class ; skos:definition "甲"@zh-Hans .',
        "A",
    ),
    Pitfall(
        "missing example",
        _lacks("skos:example"),
        'shanhai:p a owl:ObjectProperty ; skos:example "p"@en .',
        "p",
    ),
    Pitfall(
        "concept without preferred label",
        "?x a ?kind . VALUES ?kind { skos:Concept skos:ConceptScheme } ?x rdfs:label ?label . "
        "FILTER NOT EXISTS { ?x skos:prefLabel ?label }",
        'shanhai:a-b a skos:Concept ; rdfs:label "b"@en ; skos:prefLabel "c"@en .',
        "a-b",
    ),
    Pitfall(
        "isolated class (P04)",
        f"?x a owl:Class . {OURS} FILTER NOT EXISTS {{ ?x rdfs:subClassOf ?above }} "
        "FILTER NOT EXISTS { ?other rdfs:subClassOf|rdfs:domain|rdfs:range ?x }",
        "shanhai:A a owl:Class . shanhai:B a owl:Class ; rdfs:subClassOf prov:Entity .",
        "A",
    ),
    Pitfall(
        "isolated property (P04)",
        f"{PROPERTY} FILTER NOT EXISTS {{ ?x rdfs:domain|rdfs:range|rdfs:subPropertyOf ?end }}",
        "shanhai:p a owl:DatatypeProperty .",
        "p",
    ),
    Pitfall(
        "missing disjointness of siblings (P10)",
        "?x rdfs:subClassOf ?parent . ?y rdfs:subClassOf ?parent . ?parent a owl:Class . "
        "FILTER(STR(?x) < STR(?y)) FILTER NOT EXISTS { ?x owl:disjointWith|^owl:disjointWith ?y } "
        "FILTER NOT EXISTS { ?x skos:editorialNote ?note } "
        "FILTER NOT EXISTS { ?y skos:editorialNote ?note } "
        "FILTER NOT EXISTS { ?parent skos:editorialNote ?note }",
        "shanhai:A a owl:Class . shanhai:B a owl:Class ; rdfs:subClassOf shanhai:A ."
        "shanhai:C a owl:Class ; rdfs:subClassOf shanhai:A .",
        "B",
    ),
    Pitfall(
        "missing disjointness of top classes (P10)",
        "?x a owl:Class . ?y a owl:Class . FILTER(STR(?x) < STR(?y)) "
        "FILTER NOT EXISTS { ?x rdfs:subClassOf ?a . ?a a owl:Class } "
        "FILTER NOT EXISTS { ?y rdfs:subClassOf ?a . ?a a owl:Class } "
        "FILTER NOT EXISTS { ?x owl:disjointWith|^owl:disjointWith ?y } "
        "FILTER NOT EXISTS { ?x skos:editorialNote ?n } "
        "FILTER NOT EXISTS { ?y skos:editorialNote ?n }",
        "shanhai:A a owl:Class . shanhai:B a owl:Class .",
        "A",
    ),
    Pitfall(
        "disjoint with an ancestor or with a class that shares a subclass",
        "?x rdfs:subClassOf* ?a . ?x rdfs:subClassOf* ?b . ?a owl:disjointWith ?b",
        "shanhai:A owl:disjointWith shanhai:B . shanhai:C rdfs:subClassOf shanhai:A , shanhai:B .",
        "C",
    ),
    Pitfall(
        "missing domain without a comment (P11)",
        f"{PROPERTY} FILTER NOT EXISTS {{ ?x rdfs:domain|rdfs:comment ?d }}",
        "shanhai:p a owl:ObjectProperty ; rdfs:range shanhai:A .",
        "p",
    ),
    Pitfall(
        "missing range without a comment (P11)",
        f"{PROPERTY} FILTER NOT EXISTS {{ ?x rdfs:range|rdfs:comment ?r }}",
        "shanhai:p a owl:DatatypeProperty ; rdfs:domain shanhai:A .",
        "p",
    ),
    Pitfall(
        "more than one domain or range (P19)",
        f"{PROPERTY} VALUES ?end {{ rdfs:domain rdfs:range }} ?x ?end ?a , ?b . FILTER(?a != ?b)",
        "shanhai:p a owl:ObjectProperty ; rdfs:domain shanhai:A , shanhai:B .",
        "p",
    ),
    Pitfall(
        "undeclared inverse without a note (P13)",
        "?x a owl:ObjectProperty . FILTER NOT EXISTS { ?x a owl:SymmetricProperty } "
        "FILTER NOT EXISTS { ?x owl:inverseOf|^owl:inverseOf ?y } "
        "FILTER NOT EXISTS { ?x skos:editorialNote ?note }",
        "shanhai:p a owl:ObjectProperty . shanhai:q a owl:ObjectProperty, owl:SymmetricProperty .",
        "p",
    ),
    Pitfall(
        "wrong inverse (P05)",
        "?x owl:inverseOf ?y . ?x rdfs:domain ?d . ?y rdfs:range ?r . FILTER(?d != ?r)",
        "shanhai:p owl:inverseOf shanhai:q ; rdfs:domain shanhai:A ."
        "shanhai:q rdfs:range shanhai:B .",
        "p",
    ),
    Pitfall(
        "wrong inverse, other end (P05)",
        "?x owl:inverseOf ?y . ?x rdfs:range ?r . ?y rdfs:domain ?d . FILTER(?d != ?r)",
        "shanhai:p owl:inverseOf shanhai:q ; rdfs:range shanhai:A ."
        "shanhai:q rdfs:domain shanhai:B .",
        "p",
    ),
    Pitfall(
        "inverse of itself (P25, P26)",
        "?x owl:inverseOf ?y . FILTER(?x = ?y || EXISTS { ?x a owl:SymmetricProperty })",
        "shanhai:p owl:inverseOf shanhai:p .",
        "p",
    ),
    Pitfall(
        "symmetric or transitive with unlike ends (P28, P29)",
        "VALUES ?type { owl:SymmetricProperty owl:TransitiveProperty } ?x a ?type ; "
        "rdfs:domain ?d ; rdfs:range ?r . FILTER(?d != ?r)",
        "shanhai:p a owl:SymmetricProperty ; rdfs:domain shanhai:A ; rdfs:range shanhai:B .",
        "p",
    ),
    Pitfall(
        "cycle of classes (P06)",
        "?x rdfs:subClassOf+ ?x",
        "shanhai:A rdfs:subClassOf shanhai:B . shanhai:B rdfs:subClassOf shanhai:A .",
        "A",
    ),
    Pitfall(
        "cycle of properties (P06)",
        "?x rdfs:subPropertyOf+ ?x",
        "shanhai:p rdfs:subPropertyOf shanhai:q . shanhai:q rdfs:subPropertyOf shanhai:p .",
        "p",
    ),
    Pitfall(
        "cycle of concepts",
        "?x skos:broader+ ?x",
        "shanhai:a-b skos:broader shanhai:a-b .",
        "a-b",
    ),
    Pitfall(
        "property below one with other ends",
        "?x rdfs:subPropertyOf ?y . ?y rdfs:domain ?d . ?x rdfs:domain ?own . "
        "FILTER NOT EXISTS { ?own rdfs:subClassOf* ?d }",
        "shanhai:p rdfs:subPropertyOf shanhai:q ; rdfs:domain shanhai:A ."
        "shanhai:q rdfs:domain shanhai:B .",
        "p",
    ),
    Pitfall(
        "hijacked namespace (P40)",
        "?x ?p ?o . FILTER(isIRI(?x)) "
        'FILTER(!STRSTARTS(STR(?x), "https://w3id.org/shanhai/ontology")) '
        "FILTER(!(?p = rdf:type && ?o = owl:AnnotationProperty))",
        "prov:Entity a owl:Class .",
        "http://www.w3.org/ns/prov#Entity",
    ),
    Pitfall(
        "foreign property declared that is not used",
        "?x a owl:AnnotationProperty . FILTER NOT EXISTS { ?s ?x ?o }",
        "skos:note a owl:AnnotationProperty .",
        "http://www.w3.org/2004/02/skos/core#note",
    ),
    Pitfall(
        "annotation property that is not declared",
        "?s ?x ?o . FILTER(isLiteral(?o) || STRSTARTS(STR(?x), STR(dcterms:)) "
        '|| STRENDS(STR(?x), "Match")) FILTER NOT EXISTS { ?x a owl:AnnotationProperty } '
        "FILTER(!STRSTARTS(STR(?x), STR(rdfs:)) && !STRSTARTS(STR(?x), STR(owl:)) "
        "&& !STRSTARTS(STR(?x), STR(qb:)) && !STRSTARTS(STR(?x), STR(shanhai:)))",
        'shanhai:A skos:definition "a"@en .',
        "http://www.w3.org/2004/02/skos/core#definition",
    ),
    Pitfall(
        "no ontology declared (P38), or not typed as ours",
        "BIND(<https://w3id.org/shanhai/ontology> AS ?x) FILTER NOT EXISTS { ?x a owl:Ontology }",
        "shanhai:A a owl:Class .",
        "https://w3id.org/shanhai/ontology",
    ),
    Pitfall(
        "no licence (P41)",
        "?x a owl:Ontology . FILTER NOT EXISTS { ?x dcterms:license ?l . FILTER(isIRI(?l)) }",
        "<https://w3id.org/shanhai/ontology> a owl:Ontology ; dcterms:license 'CC BY' .",
        "https://w3id.org/shanhai/ontology",
    ),
    Pitfall(
        "no version, dates, titles or notes on the ontology",
        "?x a owl:Ontology . VALUES ?p { owl:versionIRI owl:versionInfo dcterms:created "
        "dcterms:modified dcterms:title dcterms:description skos:changeNote } "
        "FILTER NOT EXISTS { ?x ?p ?o }",
        "<https://w3id.org/shanhai/ontology> a owl:Ontology .",
        "https://w3id.org/shanhai/ontology",
    ),
    Pitfall(
        "text without a language",
        "VALUES ?p { rdfs:label rdfs:comment skos:prefLabel skos:definition skos:example "
        "skos:scopeNote skos:editorialNote skos:changeNote skos:historyNote dcterms:title "
        'dcterms:description } ?x ?p ?o . FILTER(LANG(?o) = "")',
        'shanhai:A rdfs:label "a" .',
        "A",
    ),
    Pitfall(
        "text in a language that is neither zh-Hans nor en",
        '?x ?p ?o . FILTER(isLiteral(?o) && LANG(?o) != "") '
        'FILTER(LCASE(LANG(?o)) NOT IN ("zh-hans", "en"))',
        'shanhai:A rdfs:label "甲"@zh .',
        "A",
    ),
    Pitfall(
        "note in one language only",
        "VALUES ?p { rdfs:comment skos:scopeNote skos:editorialNote } ?x ?p ?any . "
        'VALUES ?lang { "zh-hans" "en" } '
        "FILTER NOT EXISTS { ?x ?p ?text . FILTER(LCASE(LANG(?text)) = ?lang) }",
        'shanhai:A skos:scopeNote "only English"@en .',
        "A",
    ),
    Pitfall(
        "Chinese text without a Chinese character",
        '?x rdfs:label|skos:definition ?o . FILTER(LCASE(LANG(?o)) = "zh-hans") '
        'FILTER(!REGEX(?o, "[\\u4e00-\\u9fff]"))',
        'shanhai:A rdfs:label "a"@zh-Hans .',
        "A",
    ),
    Pitfall(
        "one label for two terms of a kind (P32)",
        f"{TERM} ?y a ?type . ?x rdfs:label ?label . ?y rdfs:label ?label . "
        "FILTER(STR(?x) < STR(?y)) FILTER(?type IN (owl:Class, owl:ObjectProperty, "
        "owl:DatatypeProperty, skos:ConceptScheme)) ",
        'shanhai:A a owl:Class ; rdfs:label "a"@en . shanhai:B a owl:Class ; rdfs:label "a"@en .',
        "A",
    ),
    Pitfall(
        "one label for two concepts of a scheme",
        "?x skos:inScheme ?s ; skos:prefLabel ?l . ?y skos:inScheme ?s ; skos:prefLabel ?l . "
        "FILTER(STR(?x) < STR(?y))",
        'shanhai:a-b skos:inScheme shanhai:S ; skos:prefLabel "x"@en .'
        'shanhai:a-c skos:inScheme shanhai:S ; skos:prefLabel "x"@en .',
        "a-b",
    ),
    Pitfall(
        "definition that only repeats the label, or is used twice",
        "?x skos:definition ?d . FILTER(EXISTS { ?x rdfs:label ?d } || "
        "EXISTS { ?y skos:definition ?d . FILTER(?x != ?y) })",
        'shanhai:A rdfs:label "a"@en ; skos:definition "a"@en .',
        "A",
    ),
    Pitfall(
        "untyped or undefined term (P34, P35)",
        f"{{ ?x ?p ?o }} UNION {{ ?s ?p ?x }} UNION {{ ?s ?x ?o }} {OURS} "
        "FILTER NOT EXISTS { ?x a ?type }",
        "shanhai:A a owl:Class ; rdfs:subClassOf shanhai:Missing .",
        "Missing",
    ),
    Pitfall(
        "one term as two kinds",
        "VALUES (?a ?b) { (owl:Class skos:Concept) (owl:Class owl:ObjectProperty) "
        "(owl:ObjectProperty owl:DatatypeProperty) (owl:DatatypeProperty owl:Class) "
        "(skos:Concept skos:ConceptScheme) } ?x a ?a , ?b",
        "shanhai:p a owl:ObjectProperty , owl:DatatypeProperty .",
        "p",
    ),
    Pitfall(
        "synonyms as classes (P02)",
        "?x owl:equivalentClass ?y",
        "shanhai:A owl:equivalentClass shanhai:B .",
        "A",
    ),
    Pitfall(
        "names against the convention (P22)",
        f"{TERM} BIND(SUBSTR(STR(?x), 35) AS ?n) FILTER("
        '(?type IN (owl:Class, skos:ConceptScheme) && !REGEX(?n, "^[A-Z][A-Za-z]*$")) || '
        '(?type IN (owl:ObjectProperty, owl:DatatypeProperty) && !REGEX(?n, "^[a-z][A-Za-z0-9]*$"))'
        ' || (?type = skos:Concept && !REGEX(?n, "^[a-z][A-Za-z]*-[a-z][A-Za-z]*$")) || '
        '(?type = skos:ConceptScheme && !STRENDS(?n, "Scheme")))',
        "shanhai:a_class a owl:Class .",
        "a_class",
    ),
    Pitfall(
        "merged, miscellaneous or is-a terms (P03, P07, P21)",
        f"{TERM} BIND(SUBSTR(STR(?x), 35) AS ?n) FILTER(REGEX(?n, "
        '"([a-z](And|Or)[A-Z])|^(is|Other|Misc.*)$"))',
        "shanhai:SchoolOrHospital a owl:Class .",
        "SchoolOrHospital",
    ),
    Pitfall(
        "concept without a scheme",
        "?x a skos:Concept . FILTER NOT EXISTS { ?x skos:inScheme ?s . ?s a skos:ConceptScheme }",
        "shanhai:a-b a skos:Concept .",
        "a-b",
    ),
    Pitfall(
        "concept in two schemes",
        "?x skos:inScheme ?s , ?t . FILTER(?s != ?t)",
        "shanhai:a-b skos:inScheme shanhai:S , shanhai:T .",
        "a-b",
    ),
    Pitfall(
        "concept named for another scheme",
        "?x skos:inScheme ?s . FILTER(LCASE(CONCAT(STRBEFORE(STR(?x), '-'), 'Scheme')) "
        "!= LCASE(STR(?s)))",
        "shanhai:a-b skos:inScheme shanhai:BScheme .",
        "a-b",
    ),
    Pitfall(
        "concept neither at the top nor below another",
        "?x a skos:Concept . FILTER NOT EXISTS { ?x skos:topConceptOf|skos:broader ?y }",
        "shanhai:a-b a skos:Concept .",
        "a-b",
    ),
    Pitfall(
        "broader and narrower not stated both ways",
        "{ ?x skos:broader ?y . FILTER NOT EXISTS { ?y skos:narrower ?x } } UNION "
        "{ ?x skos:narrower ?y . FILTER NOT EXISTS { ?y skos:broader ?x } }",
        "shanhai:a-b skos:broader shanhai:a-c .",
        "a-b",
    ),
    Pitfall(
        "one place for two concepts of an ordered scheme",
        "?x skos:inScheme ?s ; shanhai:order ?o . ?y skos:inScheme ?s ; shanhai:order ?o . "
        "FILTER(STR(?x) < STR(?y))",
        "shanhai:a-b skos:inScheme shanhai:S ; shanhai:order 1 ."
        "shanhai:a-c skos:inScheme shanhai:S ; shanhai:order 1 .",
        "a-b",
    ),
    Pitfall(
        "order that starts late or has a gap",
        "?x skos:inScheme ?s ; shanhai:order ?o . FILTER(?o > 1) "
        "FILTER NOT EXISTS { ?y skos:inScheme ?s ; shanhai:order ?before . "
        "FILTER(?before = ?o - 1) }",
        "shanhai:a-b skos:inScheme shanhai:S ; shanhai:order 2 .",
        "a-b",
    ),
    Pitfall(
        "notation unlike the order",
        "?x shanhai:order ?o . FILTER NOT EXISTS { ?x skos:notation ?n . FILTER(?n = STR(?o)) }",
        "shanhai:a-b shanhai:order 2 ; skos:notation '3' .",
        "a-b",
    ),
    Pitfall(
        "coded property without its list",
        "?x a owl:ObjectProperty ; rdfs:range skos:Concept . "
        "FILTER NOT EXISTS { ?x qb:codeList|rdfs:seeAlso ?s . ?s a skos:ConceptScheme }",
        "shanhai:p a owl:ObjectProperty ; rdfs:range skos:Concept .",
        "p",
    ),
    Pitfall(
        "scheme that no property takes its values from",
        "?x a skos:ConceptScheme . FILTER NOT EXISTS { ?p qb:codeList|rdfs:seeAlso ?x }",
        "shanhai:S a skos:ConceptScheme .",
        "S",
    ),
    Pitfall(
        "component of the data structure without a fitting property (QB IC-2, IC-4)",
        "?x a qb:ComponentSpecification . FILTER NOT EXISTS { "
        "{ ?x qb:dimension ?p . ?p a qb:DimensionProperty ; rdfs:range ?r } UNION "
        "{ ?x qb:measure ?p . ?p a qb:MeasureProperty } UNION "
        "{ ?x qb:attribute ?p . ?p a qb:AttributeProperty } }",
        "shanhai:S a qb:ComponentSpecification ; qb:dimension shanhai:p .",
        "S",
    ),
    Pitfall(
        "dimension with concepts but no code list (QB IC-5)",
        "?x a qb:DimensionProperty ; rdfs:range skos:Concept . "
        "FILTER NOT EXISTS { ?x qb:codeList ?l }",
        "shanhai:p a qb:DimensionProperty ; rdfs:range skos:Concept .",
        "p",
    ),
    Pitfall(
        "structure without a measure, or a component left out (QB IC-3, IC-8)",
        "?x a qb:DataStructureDefinition . FILTER(NOT EXISTS { ?x qb:component/qb:measure ?m } "
        "|| EXISTS { ?c a qb:ComponentSpecification . FILTER NOT EXISTS { ?x qb:component ?c } })",
        "shanhai:D a qb:DataStructureDefinition .",
        "D",
    ),
)


def _hits(turtle: str, where: str) -> set[str]:
    store = pyoxigraph.Store()
    store.load(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    rows = store.query(f"{PREFIXES}SELECT DISTINCT ?x WHERE {{ {where} }}")
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    return {str(row["x"].value).removeprefix(NAMESPACE) for row in rows}


@pytest.fixture(scope="module")
def ours() -> str:
    return ONTOLOGY.read_text(encoding="utf-8")


@pytest.mark.parametrize("pitfall", PITFALLS, ids=lambda one: one.name)
def test_not_in_the_ontology(ours: str, pitfall: Pitfall) -> None:
    assert _hits(ours, pitfall.where) == set()


@pytest.mark.parametrize("pitfall", PITFALLS, ids=lambda one: one.name)
def test_found_where_it_is(pitfall: Pitfall) -> None:
    assert pitfall.hit in _hits(PREFIXES + pitfall.broken, pitfall.where)
