"""Pitfalls of ontologies that a query can find (after OOPS!): each finds none in ours.

Beside each query stands a small broken ontology in which it does find the broken term.
"""

from pathlib import Path

import pyoxigraph
import pytest
import structure_pitfalls
import wording_pitfalls
from pitfall import PREFIXES, Pitfall

ONTOLOGY = Path(__file__).parents[2] / "ontology.ttl"
NAMESPACE = "https://w3id.org/shanhai/ontology#"
PITFALLS = (*structure_pitfalls.PITFALLS, *wording_pitfalls.PITFALLS)


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


NOTED = {
    "a pair named by a note of one": (
        'shanhai:B skos:editorialNote "Not disjoint with cats: they share a roof."@en .',
        set(),
    ),
    "a pair named by a note of the parent": (
        'shanhai:A skos:editorialNote "Dog and cat are not disjoint."@en .',
        set(),
    ),
    "all kinds, by a note of the parent": (
        'shanhai:A skos:editorialNote "The kinds of pet overlap and are not disjoint."@en .',
        set(),
    ),
    "a note on something else": ('shanhai:B skos:editorialNote "Dogs bark."@en .', {"B"}),
    "a note on another pair": (
        'shanhai:B skos:editorialNote "Not disjoint with fish."@en .',
        {"B"},
    ),
}


@pytest.mark.parametrize("name", NOTED)
def test_a_note_waives_only_what_it_names(name: str) -> None:
    siblings = """shanhai:A a owl:Class ; rdfs:label "pet"@en .
        shanhai:B a owl:Class ; rdfs:subClassOf shanhai:A ; rdfs:label "dog"@en .
        shanhai:C a owl:Class ; rdfs:subClassOf shanhai:A ; rdfs:label "cat"@en . """
    note, hits = NOTED[name]
    where = next(one.where for one in PITFALLS if one.name.startswith("missing disjointness of s"))
    assert _hits(PREFIXES + siblings + note, where) == hits
