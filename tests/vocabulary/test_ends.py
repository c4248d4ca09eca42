"""The shipped data stand where the ontology says: domains, ranges, single values, disjointness."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from shanhai.rdf.mapping import Mapper
from shanhai.rdf.terms import Iri, Literal, Quad
from shanhai.vocabulary import terms
from shanhai.vocabulary.generate import read as read_ontology
from shanhai.vocabulary.ontology import Ontology
from shanhai.workspace.project import open_project, read

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
CONCEPT = "skos:Concept"
ID = "https://w3id.org/shanhai/id/"


def violations(ontology: Ontology, quads: Iterable[Quad]) -> set[str]:
    """Return what is wrong with the ends of our properties, in words."""
    quads = list(quads)
    kinds: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        if quad.predicate.value == RDF_TYPE and isinstance(quad.object, Iri):
            local = quad.object.value.removeprefix(terms.NAMESPACE)
            kinds[quad.subject.value] |= {local, *terms.CLASSES.get(local, ())}
    functional = {term.name for term in ontology.terms if "functional" in term.traits}
    values: dict[tuple[str, str], set[str]] = defaultdict(set)
    found = set()
    for quad in quads:
        name = quad.predicate.value.removeprefix(terms.NAMESPACE)
        for domain in terms.DOMAINS.get(name, ()):
            if domain not in kinds[quad.subject.value]:
                found.add(f"{name}: the subject {quad.subject.value} is no {domain}")
        for range_ in terms.RANGES.get(name, ()):
            if not _within(quad.object, range_, kinds):
                found.add(f"{name}: the object {quad.object.value} is no {range_}")
        if name in functional:
            values[quad.subject.value, name].add(quad.object.value)
    found |= {
        f"{name}: two values on {one}" for (one, name), all_ in values.items() if len(all_) > 1
    }
    for term in ontology.of_kind("class"):
        for other in (one.removeprefix("shanhai:") for one in term.disjoint):
            both = [one for one, of in kinds.items() if term.name in of and other in of]
            found |= {f"{one} is {term.name} and {other}" for one in both}
    return found


def _within(node: Iri | Literal, range_: str, kinds: dict[str, set[str]]) -> bool:
    if isinstance(node, Literal):
        return node.datatype.endswith("#" + range_.split(":")[-1])
    if range_ == CONCEPT:
        scheme, _, bare = node.value.removeprefix(terms.NAMESPACE).partition("-")
        return bare in terms.CONCEPTS.get(scheme, ())
    return range_ in kinds[node.value]


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return read_ontology(Path(__file__).parents[2] / "ontology.ttl")


def test_shipped_data(ontology: Ontology) -> None:
    quads = list(Mapper(read(open_project(None)).require()).quads())
    assert len(quads) > 1000
    assert violations(ontology, quads) == set()


def _quad(subject: str, predicate: str, value: Iri | Literal) -> Quad:
    full = predicate if predicate == RDF_TYPE else terms.NAMESPACE + predicate
    return Quad(Iri(ID + subject), Iri(full), value, Iri(ID + "graph"))


def test_violations_are_found(ontology: Ontology) -> None:
    quads = [
        _quad("a", RDF_TYPE, Iri(terms.COUNTY)),
        _quad("a", RDF_TYPE, Iri(terms.COMPANY)),
        _quad("a", "role", Iri(terms.ROLE_PARTY)),
        _quad("a", "parent", Iri(ID + "nothing")),
        _quad("a", "pinyin", Literal("A")),
        _quad("a", "pinyin", Literal("B")),
        _quad("a", "named", Literal("true")),
        _quad("a", "field", Iri(terms.NAMESPACE + "field-turism")),
    ]
    found = "\n".join(sorted(violations(ontology, quads)))
    assert "role: the subject" in found
    assert "parent: the object" in found
    assert "pinyin: two values" in found
    assert "named: the object true is no xsd:boolean" in found
    assert "field: the object" in found
    assert "is Region and Body" in found
