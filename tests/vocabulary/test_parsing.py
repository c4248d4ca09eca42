"""ontology.ttl says the same to both engines, and has the form that the data need."""

from pathlib import Path

import pyoxigraph
import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic

ONTOLOGY = Path(__file__).parents[2] / "ontology.ttl"


@pytest.fixture(scope="module")
def by_rdflib() -> Graph:
    return Graph().parse(ONTOLOGY, format="turtle")


def _node(term: object) -> URIRef | BNode | Literal:
    if isinstance(term, pyoxigraph.NamedNode):
        return URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return BNode(term.value)
    assert isinstance(term, pyoxigraph.Literal)
    if term.language:
        return Literal(term.value, lang=term.language)
    if term.datatype.value.endswith("#string"):
        # Turtle's "x" is an xsd:string, which rdflib keeps as a plain literal.
        return Literal(term.value)
    return Literal(term.value, datatype=URIRef(term.datatype.value))


def _folded(graph: Graph) -> Graph:
    # Language tags are compared regardless of case: one engine writes zh-hans for zh-Hans.
    folded = Graph()
    for subject, predicate, value in graph:
        if isinstance(value, Literal) and value.language:
            value = Literal(str(value), lang=value.language.lower())
        folded.add((subject, predicate, value))
    return folded


def test_both_engines_read_equal_triples(by_rdflib: Graph) -> None:
    by_oxigraph = Graph()
    for quad in pyoxigraph.parse(path=str(ONTOLOGY), format=pyoxigraph.RdfFormat.TURTLE):
        by_oxigraph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    assert len(by_oxigraph) == len(by_rdflib) > 1000
    assert isomorphic(_folded(by_rdflib), _folded(by_oxigraph))


def test_no_blank_nodes(by_rdflib: Graph) -> None:
    # The ontology is a graph of the dataset, which has none.
    assert not [node for triple in by_rdflib for node in triple if isinstance(node, BNode)]


def test_utf8_with_unix_line_ends_and_no_trailing_blanks() -> None:
    text = ONTOLOGY.read_bytes().decode("utf-8")
    assert "\r" not in text and text.endswith("\n") and not text.startswith("\ufeff")
    assert not [line for line in text.split("\n") if line != line.rstrip()]
