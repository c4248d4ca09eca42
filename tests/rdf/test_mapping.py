"""The shape of the dataset, on records written for the test."""

from datetime import date
from decimal import Decimal

import pytest

from shanhai.errors import Text
from shanhai.model.claim import (
    Breakdown,
    Cooperation,
    Ground,
    Observation,
    Participation,
    Relation,
    StatusRecord,
)
from shanhai.model.entity import Entity
from shanhai.model.period import parse_period
from shanhai.model.records import ClaimSet, Manifest, Records
from shanhai.model.source import Located, Outlet, Source
from shanhai.rdf import namespaces as ns
from shanhai.rdf.mapping import Mapper, current_status

BASE = "https://example.org/id/"
NAME = Text("名", "name")
GROUND = Ground(
    Text("我们的话。", "Our words."), (Located("report", 1, 2, 3, 9, "a" * 64, "6:" + "b" * 64),)
)
UNSURE = Ground(Text("不清楚。", "Unclear."), GROUND.evidence, False, Text("断句", "cut"))


def entity(slug, kind, **more):
    return Entity(slug, kind, Text(slug + "名", slug), **more)


COOPERATION = Cooperation(
    "coop",
    (Participation("county", "supported"), Participation("school", "supporter", "county")),
    ("education",),
    "support",
    (StatusRecord("signed", parse_period("2024-05")), StatusRecord("planned")),
    GROUND,
    parse_period("2022-08/.."),
    ("park",),
)
RELATIONS = (
    Relation("sure", "park", "locatedIn", GROUND, "county"),
    Relation("unsure", "park", "locatedIn", UNSURE, "school"),
    Relation("intended", "county", "supplies", GROUND, "school", status="intended"),
    Relation("stated", "park", "purpose", GROUND, text=Text("目的", "purpose")),
)
OBSERVATION = Observation(
    "figure", "county", "visitors", Text("游客", "visitors"), Decimal("23580.50"), "personTime",
    parse_period("2024-Q1"), "over", "flow", "actual", GROUND, Breakdown("origin", "school"),
)  # fmt: skip


@pytest.fixture(scope="module")
def graph():
    its = Records(
        (
            ClaimSet(
                BASE,
                Manifest("s", "claims", NAME, NAME, "urn:l", "2024-01-01"),
                (
                    entity("county", "County", code="331122"),
                    entity("school", "School"),
                    entity("park", "Enclave"),
                ),
                (Source("report", NAME, Outlet("o", NAME, "newspaper", "county")),),
                (COOPERATION,),
                RELATIONS,
                (OBSERVATION,),
            ),
        )
    )  # fmt: skip
    return list(Mapper(its).quads())


def facts(graph):
    return {
        (q.subject.value, q.predicate.value, q.object[0])
        for q in graph
        if q.graph.value == ns.GRAPH_FACTS
    }


def claims(graph):
    wanted = BASE + "graph/claims/s"
    return {
        (q.subject.value, q.predicate.value, q.object[0]) for q in graph if q.graph.value == wanted
    }


def s(name):
    return ns.SHANHAI + name


def test_an_entity_has_its_class_and_all_classes_above(graph):
    types = {o for a, p, o in facts(graph) if a == BASE + "park" and p.endswith("#type")}
    assert types == {s("Enclave"), s("Platform"), s("Entity")}


def test_a_cooperation_is_a_node_with_parties_in_roles(graph):
    found = facts(graph)
    assert (BASE + "coop", s("participation"), BASE + "coop/party/2") in found
    assert (BASE + "coop/party/2", s("party"), BASE + "school") in found
    assert (BASE + "coop/party/2", s("role"), s("role-supporter")) in found
    assert (BASE + "coop/party/2", s("through"), BASE + "county") in found
    assert (BASE + "coop", s("hasParty"), BASE + "school") in found
    assert (BASE + "coop", s("mentions"), BASE + "park") in found
    assert (BASE + "coop", s("level"), s("level-mixed")) in found


def test_status_is_the_latest_dated_else_the_last_listed():
    assert current_status(COOPERATION.statuses) == "signed"
    undated = (StatusRecord("signed"), StatusRecord("operating"))
    assert current_status(undated) == "operating"
    both = (
        StatusRecord("ended", parse_period("2024")),
        StatusRecord("started", parse_period("2023")),
    )
    assert current_status(both) == "ended"


def test_an_open_period_has_no_end(graph):
    found = facts(graph)
    assert (BASE + "coop", s("earliest"), "2022-08-01") in found
    assert not [t for t in found if t[:2] == (BASE + "coop", s("latest"))]


def test_only_what_is_certain_and_not_merely_wanted_is_a_direct_triple(graph):
    found = facts(graph)
    assert (BASE + "park", s("locatedIn"), BASE + "county") in found
    assert (BASE + "park", s("locatedIn"), BASE + "school") not in found
    assert (BASE + "county", s("supplies"), BASE + "school") not in found
    assert (BASE + "park", s("purpose"), "目的") in found
    for slug in ("sure", "unsure", "intended", "stated"):
        assert (BASE + slug, s("reading"), "uncertain" if slug == "unsure" else "certain") in found


def test_evidence_stands_in_the_claims_graph_alone(graph):
    node = BASE + "sure/evidence/1"
    assert (BASE + "sure", s("evidence"), node) in claims(graph)
    assert (node, s("paragraph"), "2") in claims(graph)
    assert (node, s("ofSource"), BASE + "report") in claims(graph)
    assert not [t for t in facts(graph) if t[0] == node]


def test_a_figure_keeps_value_unit_and_breakdown(graph):
    found = facts(graph)
    assert (BASE + "figure", s("value"), "23580.5") in found
    assert (BASE + "figure", s("unit"), s("unit-personTime")) in found
    assert (BASE + "figure", s("breakdownEntity"), BASE + "school") in found
    assert (BASE + "figure", s("latest"), date(2024, 3, 31).isoformat()) in found


def test_no_blank_node_and_no_unnamed_graph(graph):
    assert all(q.graph.value for q in graph)
    assert not [q for q in graph if type(q.object).__name__ == "BlankNode"]
