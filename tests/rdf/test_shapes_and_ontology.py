"""What the shapes list is what the ontology says; what they catch in a whole dataset."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import OWL, SH, Graph, URIRef
from rdflib.collection import Collection

from shanhai.rdf.mapping import Mapper
from shanhai.rdf.terms import nquads
from shanhai.rdf.validation import SHAPES, SHAPES_NAMESPACE, UNNAMED, validate
from shanhai.vocabulary import terms
from shanhai.workspace.project import open_project, read

GRAPH = Graph().parse(SHAPES)
ONTOLOGY = Path(__file__).parents[2] / "ontology.ttl"
ID = "https://w3id.org/shanhai/id/"
FACTS = f"<{ID}graph/facts> ."
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def listed(shape: str) -> set[str]:
    head = GRAPH.value(URIRef(SHAPES_NAMESPACE + shape), SH["in"])
    assert head is not None
    return {str(item).removeprefix(terms.NAMESPACE) for item in Collection(GRAPH, head)}


def query(shape: str) -> str:
    return str(GRAPH.value(URIRef(f"{SHAPES_NAMESPACE}{shape}-query"), SH.select))


def named_in(text: str) -> set[str]:
    return set(re.findall(r"shanhai:([A-Za-z0-9]+)", text))


def test_the_ends_of_relations() -> None:
    for end, classes in (("subject", terms.DOMAINS), ("object", terms.RANGES)):
        expected: dict[str, set[str]] = {}
        for name in (*terms.RELATIONS, *terms.STATEMENTS):
            for of in classes[name]:
                # Every end is an entity anyway, and a statement's text has its own shape.
                if of in terms.CLASSES and of != "Entity":
                    expected.setdefault(of, set()).add(name)
        prefix = f"part-{end}-predicate-"
        shapes = {str(s).removeprefix(SHAPES_NAMESPACE) for s in GRAPH.subjects(SH.path)}
        found = {s.removeprefix(prefix): listed(s) for s in shapes if s.startswith(prefix)}
        assert found == expected


def test_the_exclusive_classes() -> None:
    def below(name: str) -> set[str]:
        return {name, *(one for one, above in terms.CLASSES.items() if name in above)}

    expected = {
        frozenset((one, other))
        for pair in Graph().parse(ONTOLOGY).subject_objects(OWL.disjointWith)
        for one in below(str(pair[0]).removeprefix(terms.NAMESPACE))
        for other in below(str(pair[1]).removeprefix(terms.NAMESPACE))
    }
    groups = re.findall(
        r"\?one IN \(([^)]*)\)\s*&& \?another IN \(([^)]*)\)", query("DisjointTypes")
    )
    found = {
        frozenset((one, other))
        for left, right in groups
        for one in named_in(left)
        for other in named_in(right)
    }
    assert found == expected


def test_the_known_terms() -> None:
    assert listed("part-known-class") == set(terms.CLASSES)
    body = query("KnownProperty").partition("NOT IN")[2]
    assert named_in(body) == {*terms.OBJECT_PROPERTIES, *terms.DATATYPE_PROPERTIES}
    first = query("DirectClaim").partition("FILTER NOT")[0]
    assert named_in(first) == {*terms.RELATIONS, *terms.STATEMENTS}


@pytest.fixture(scope="module")
def dataset() -> str:
    return nquads(Mapper(read(open_project(None)).require()).quads()).decode()


def caught(data: str) -> set[str]:
    return {
        each.shape.removeprefix(SHAPES_NAMESPACE)
        for each in validate(data.encode(), "nquads").results
    }


def fact(subject: str, predicate: str, value: str) -> str:
    name = predicate if predicate.startswith("<") else f"<{terms.NAMESPACE}{predicate}>"
    return f"<{ID}{subject}> {name} {value} {FACTS}\n"


def changed(data: str, old: str, new: str, where: str) -> str:
    """Change the first line that holds `where` and `old`."""
    lines = data.splitlines(keepends=True)
    number = next(n for n, line in enumerate(lines) if where in line and old in line)
    # A claim stands in the facts and in the claims graph: in both.
    first = lines[number].rpartition(" <")[0]
    return "".join(
        line.replace(old, new) if line.startswith(first + " ") else line for line in lines
    )


def test_the_shipped_data_are_as_the_shapes_ask(dataset: str) -> None:
    assert caught(dataset) == set()


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        (fact("jinyun-gdp-2024-q1", "hasPrty", f"<{ID}cn-530000>"), "KnownProperty"),
        (fact("foo", TYPE, f"<{terms.NAMESPACE}Boddy>"), "KnownClass-type"),
        (fact("cn-530000", TYPE, f"<{terms.COMPANY}>"), "DisjointTypes"),
        (fact("cn-530000", "supplies", f"<{ID}cn-310000>"), "DirectClaim"),
        (fact("cn-530000", "produces", f"<{ID}cn-310000>"), "DirectClaim"),
        (fact("cn-330000", "parent", f"<{ID}cn-331122>"), "ParentChain"),
        (
            f'<{ID}cn-530000> <{terms.NAMESPACE}pinyin> "A. <b> ." .\n',
            UNNAMED.removeprefix(SHAPES_NAMESPACE),
        ),
    ],
)
def test_one_line_too_many(dataset: str, line: str, shape: str) -> None:
    assert shape in caught(dataset + line)


@pytest.mark.parametrize(
    ("old", "new", "where", "shape"),
    [
        ('"2024-Q1"', '"2023-Q1"', "<jinyun-gdp-2024-q1> ", "TimeAgrees"),
        ("precision-quarter", "precision-month", "<jinyun-gdp-2024-q1> ", "TimeAgrees"),
        ("unit-percent", "unit-yuan", "<jinyun-gdp-growth-2024-q1> ", "Growth"),
        ("unit-percent", "unit-person", "<jinyun-gdp-growth-2024-q1> ", "Growth"),
        ('"331122"', '"331123"', "<cn-331122> ", "CodeInIri"),
    ],
)
def test_one_value_changed(dataset: str, old: str, new: str, where: str, shape: str) -> None:
    assert shape in caught(changed(dataset, old, new, where.replace("<", f"<{ID}")))


def test_parties_and_their_participations(dataset: str) -> None:
    line = next(each for each in dataset.splitlines(keepends=True) if "#hasParty>" in each)
    assert "Parties" in caught(dataset.replace(line, ""))
    subject = line.partition(" ")[0].removeprefix(f"<{ID}").removesuffix(">")
    assert "Parties" in caught(dataset + fact(subject, "hasParty", f"<{ID}cn-530000>"))


def test_a_status_that_no_record_has(dataset: str) -> None:
    status = f"<{terms.NAMESPACE}status> "
    node = next(
        each.partition(" ")[0]
        for each in dataset.splitlines()
        if each.endswith(FACTS) and f"{TYPE} <{terms.COOPERATION}>" in each
    )
    line = next(each for each in dataset.splitlines() if each.startswith(f"{node} {status}"))
    value = line.split(" ")[2]
    other = terms.STATUS_SUSPENDED if "ended" not in value else terms.STATUS_SIGNED
    lines = dataset.replace(f"{node} {status}{value}", f"{node} {status}<{other}>")
    assert "CurrentStatus" in caught(lines)


def test_the_record_at_fault_is_named(dataset: str) -> None:
    data = dataset + fact("cn-530000", "supplies", f"<{ID}cn-310000>")
    (result,) = validate(data.encode(), "nquads").results
    assert (result.focus, result.path) == (ID + "cn-530000", terms.SUPPLIES)


def test_a_file_of_triples_has_no_unnamed_graph() -> None:
    line = f"<{ID}a> <http://www.w3.org/2000/01/rdf-schema#seeAlso> <{ID}b> .\n"
    assert validate(line.encode(), "nquads").conforms
    both = line + line.replace(" .", f" <{ID}g> .")
    assert {each.shape for each in validate(both.encode(), "nquads").results} == {UNNAMED}


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2023-02", "2023-02-01", "2023-02-28", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("2000-02", "2000-02-01", "2000-02-29", "month"),
        ("2024-Q3", "2024-07-01", "2024-09-30", "quarter"),
        ("2024-05-03", "2024-05-03", "2024-05-03", "day"),
        ("2022~", "2022-01-01", "2022-12-31", "about"),
        ("2022-08/..", "2022-08-01", "", "open"),
        ("../2024-Q4", "", "2024-12-31", "open"),
        ("2024-01/2024-Q2", "2024-01-01", "2024-06-30", "range"),
        ("unknown", "", "", "unknown"),
    ],
)
def test_a_time_agrees_with_its_text(text: str, first: str, last: str, precision: str) -> None:
    date = "^^<http://www.w3.org/2001/XMLSchema#date>"
    lines = fact("t", "timeText", f'"{text}"')
    lines += fact("t", "precision", f"<{terms.NAMESPACE}precision-{precision}>")
    lines += fact("t", "earliest", f'"{first}"{date}') if first else ""
    lines += fact("t", "latest", f'"{last}"{date}') if last else ""
    assert caught(lines) == set()
    if last:
        assert "TimeAgrees" in caught(lines.replace(f'"{last}"^^', '"2031-01-03"^^'))
