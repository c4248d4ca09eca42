"""The projection queries on a small graph by hand, on both engines."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pyoxigraph
import pytest
import rdflib

from shanhai.claims.claim_records import PREDICATES
from shanhai.network.projection import NAMES, Row, fold, projection, rows_from
from shanhai.rdf.terms import Iri, Literal
from shanhai.store.results import Rows

ID = "https://w3id.org/shanhai/id/"
GRAPHS = {"facts": ID + "graph/facts", "claims": ID + "graph/claims/toy"}
HEAD = """
@prefix shanhai: <https://w3id.org/shanhai/ontology#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix id: <https://w3id.org/shanhai/id/> .
"""
ENTITIES = """
id:jinyun a shanhai:County , shanhai:AdministrativeRegion , shanhai:Region , shanhai:Entity .
id:minhang a shanhai:County , shanhai:AdministrativeRegion , shanhai:Region , shanhai:Entity .
id:delta a shanhai:MacroRegion , shanhai:Region , shanhai:Entity .
id:china a shanhai:Country , shanhai:AdministrativeRegion , shanhai:Region , shanhai:Entity .
id:bureau a shanhai:GovernmentBody , shanhai:Body , shanhai:Entity .
id:school a shanhai:School , shanhai:Body , shanhai:Entity .
id:unnamed a shanhai:Company , shanhai:Body , shanhai:Entity ; shanhai:named false .
id:alumni a shanhai:Association , shanhai:Body , shanhai:Entity .
id:enclave a shanhai:Enclave , shanhai:Platform , shanhai:Entity .
id:run a shanhai:Event , shanhai:Entity .
"""


def cooperation(
    name: str,
    parties: dict[str, str],
    more: str = "shanhai:formality shanhai:formality-exchange",
) -> str:
    lines = [f"id:{name} a shanhai:Cooperation ; {more} ."]
    for number, (party, role) in enumerate(parties.items(), start=1):
        part = f"<{ID}{name}/party/{number}>"
        lines.append(
            f"id:{name} shanhai:participation {part} ; shanhai:hasParty id:{party} .\n"
            f"{part} shanhai:party id:{party} ; shanhai:role shanhai:role-{role} ."
        )
    return "\n".join(lines)


def relation(name: str, subject: str, predicate: str, object_: str, more: str = "") -> str:
    return (
        f"id:{name} a shanhai:RelationClaim ; shanhai:subject id:{subject} ; "
        f"shanhai:predicate shanhai:{predicate} ; shanhai:object id:{object_} {more} ."
    )


def on_pyoxigraph(facts: str, claims: str, query: str) -> Rows:
    store = pyoxigraph.Store()
    for name, text in (("facts", facts), ("claims", claims)):
        graph = pyoxigraph.NamedNode(GRAPHS[name])
        store.load(text.encode(), format=pyoxigraph.RdfFormat.TURTLE, to_graph=graph)
    found = store.query(
        query,
        default_graph=[pyoxigraph.NamedNode(GRAPHS["facts"])],
        named_graphs=[pyoxigraph.NamedNode(iri) for iri in GRAPHS.values()],
    )
    assert isinstance(found, pyoxigraph.QuerySolutions)
    names = tuple(variable.value for variable in found.variables)
    return Rows(
        names,
        tuple(
            tuple(
                None
                if term is None
                else Iri(term.value)
                if isinstance(term, pyoxigraph.NamedNode)
                else Literal(term.value)
                for term in line
            )
            for line in found
        ),
    )


def on_rdflib(facts: str, claims: str, query: str) -> Rows:
    dataset = rdflib.Dataset()
    dataset.default_graph.parse(data=facts, format="turtle")
    for name, text in (("facts", facts), ("claims", claims)):
        dataset.graph(rdflib.URIRef(GRAPHS[name])).parse(data=text, format="turtle")
    found = dataset.query(query)
    assert found.vars is not None
    return Rows(
        tuple(str(variable) for variable in found.vars),
        tuple(
            tuple(
                None
                if term is None
                else Iri(str(term))
                if isinstance(term, rdflib.URIRef)
                else Literal(str(term))
                for term in line
            )
            for line in found
        ),
    )


Engine = Callable[[str, str, str], Rows]


@pytest.fixture(params=[on_pyoxigraph, on_rdflib], ids=["pyoxigraph", "rdflib"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return request.param  # type: ignore[no-any-return]


def ask(engine: Engine, name: str, *facts: str, claims: str = "") -> tuple[Row, ...]:
    return rows_from(
        engine(HEAD + ENTITIES + "\n".join(facts), HEAD + claims, projection(name).sparql)
    )


def pairs(rows: tuple[Row, ...]) -> list[tuple[str, str]]:
    return [(tie.a.removeprefix(ID), tie.b.removeprefix(ID)) for tie in fold(rows)]


def test_two_parties_make_one_row_with_all_that_is_known(engine: Engine) -> None:
    (row,) = ask(
        engine,
        "region-region",
        cooperation(
            "pact",
            {"minhang": "supporter", "jinyun": "supported"},
            "shanhai:formality shanhai:formality-support ; shanhai:field shanhai:field-health ; "
            'shanhai:status shanhai:status-operating ; shanhai:reading "uncertain" ; '
            'shanhai:earliest "2022-08-01"^^xsd:date ; shanhai:latest "2024-05-31"^^xsd:date',
        ),
        claims=f"id:pact prov:wasDerivedFrom <{ID}report> .",
    )
    term = "https://w3id.org/shanhai/ontology#"
    assert row == Row(
        ID + "jinyun",
        ID + "minhang",
        ID + "pact",
        term + "field-health",
        "2022-08-01",
        "2024-05-31",
        term + "status-operating",
        term + "formality-support",
        ID + "report",
        term + "role-supported",
        term + "role-supporter",
        "uncertain",
    )


def test_two_fields_and_two_sources_make_four_rows_and_one_tie(engine: Engine) -> None:
    rows = ask(
        engine,
        "region-region",
        cooperation(
            "pact",
            {"jinyun": "partner", "minhang": "partner"},
            "shanhai:field shanhai:field-health , shanhai:field-tourism",
        ),
        claims=f"id:pact prov:wasDerivedFrom <{ID}one> , <{ID}two> .",
    )
    assert len(rows) == 4
    assert len(fold(rows)) == 1


@pytest.mark.parametrize("status", ["intended", "planned"])
@pytest.mark.parametrize("name", NAMES)
def test_pledges_are_no_ties(engine: Engine, name: str, status: str) -> None:
    more = f"shanhai:status shanhai:status-{status}"
    assert not ask(
        engine,
        name,
        cooperation("c", dict.fromkeys(("jinyun", "minhang", "bureau", "school"), "partner"), more),
        relation("r1", "jinyun", "supplies", "minhang", f"; {more}"),
        relation("r2", "jinyun", "establishes", "enclave", f"; {more}"),
        relation("r3", "bureau", "operates", "enclave", f"; {more}"),
    )


def test_unnamed_parties_macro_regions_and_countries_are_left_out(engine: Engine) -> None:
    all_of_them = cooperation(
        "c", dict.fromkeys(("jinyun", "delta", "china", "unnamed", "bureau"), "partner")
    )
    assert pairs(ask(engine, "region-region", all_of_them)) == []
    assert pairs(ask(engine, "body-body", all_of_them)) == []
    assert pairs(ask(engine, "region-body", all_of_them)) == [("jinyun", "bureau")]


def test_relations_tie_in_either_direction_and_name_the_predicate(engine: Engine) -> None:
    rows = ask(
        engine,
        "region-region",
        relation("r1", "jinyun", "supplies", "minhang"),
        relation("r2", "minhang", "sponsors", "jinyun"),
        relation("r3", "jinyun", "supplies", "delta"),
    )
    assert pairs(rows) == [("jinyun", "minhang")]
    roles = {(row.role_a.rpartition("#")[2], row.role_b.rpartition("#")[2]) for row in rows}
    assert roles == {("supplies", ""), ("", "sponsors")}


@pytest.mark.parametrize(
    "predicate", ["locatedIn", "partOf", "memberOf", "connects", "receivesSpilloverFrom"]
)
def test_belonging_and_place_are_no_ties(engine: Engine, predicate: str) -> None:
    for name, subject, object_ in (
        ("region-region", "jinyun", "minhang"),
        ("body-body", "bureau", "enclave"),
        ("region-body", "jinyun", "enclave"),
    ):
        assert not ask(engine, name, relation("r", subject, predicate, object_))


def test_hosting_ties_bodies_but_not_a_region_to_what_sits_there(engine: Engine) -> None:
    hosting = (
        relation("r1", "enclave", "hosts", "school"),
        relation("r2", "minhang", "hosts", "school"),
    )
    assert pairs(ask(engine, "body-body", *hosting)) == [("enclave", "school")]
    assert not ask(engine, "region-body", *hosting)


def test_who_builds_something_is_tied_to_it_but_not_the_go_between(engine: Engine) -> None:
    built = cooperation(
        "c",
        {"jinyun": "partner", "bureau": "partner", "alumni": "intermediary"},
        "shanhai:formality shanhai:formality-jointPlatform ; shanhai:concerns id:enclave , id:run",
    )
    assert ("jinyun", "enclave") in pairs(ask(engine, "region-body", built))
    bodies = pairs(ask(engine, "body-body", built))
    assert bodies == [("alumni", "bureau"), ("bureau", "enclave")]


def test_only_founders_and_operators_are_tied_to_what_other_cooperations_concern(
    engine: Engine,
) -> None:
    visit = cooperation(
        "c",
        {"jinyun": "founder", "minhang": "visitor"},
        "shanhai:formality shanhai:formality-visit ; shanhai:concerns id:enclave",
    )
    assert pairs(ask(engine, "region-body", visit)) == [("jinyun", "enclave")]


def test_a_region_stands_first_in_the_two_mode_network(engine: Engine) -> None:
    rows = ask(engine, "region-body", relation("r", "bureau", "supplies", "minhang"))
    assert pairs(rows) == [("minhang", "bureau")]
    assert rows[0].role_a == ""


@pytest.mark.parametrize("name", NAMES)
def test_an_uncertain_claim_is_kept_and_marked(engine: Engine, name: str) -> None:
    a, b = {
        "region-region": ("jinyun", "minhang"),
        "body-body": ("bureau", "enclave"),
        "region-body": ("jinyun", "enclave"),
    }[name]
    sure, doubted = (
        relation(f"r-{reading}", a, predicate, b, f'; shanhai:reading "{reading}"')
        for reading, predicate in (("certain", "supplies"), ("uncertain", "establishes"))
    )
    if name == "region-region":
        doubted = doubted.replace("establishes", "sponsors")
    assert [tie.certain for tie in fold(ask(engine, name, doubted))] == [False]
    rows = ask(engine, name, sure, doubted)
    assert {row.claim.removeprefix(ID): row.reading for row in rows} == {
        "r-certain": "certain",
        "r-uncertain": "uncertain",
    }
    assert [tie.certain for tie in fold(rows)] == [True]


def test_a_claim_without_a_source_is_not_lost(engine: Engine) -> None:
    (row,) = ask(engine, "region-region", relation("r", "jinyun", "supplies", "minhang"))
    assert row.source == ""


@pytest.mark.parametrize("name", NAMES)
def test_every_predicate_is_one_that_claim_files_take(name: str) -> None:
    lists = re.findall(r"VALUES \?role[AB] \{([^}]*)\}", projection(name).sparql)
    assert len(lists) == 2
    for each in lists:
        assert {term.removeprefix("shanhai:") for term in each.split()} <= set(PREDICATES)


def many(number: int) -> str:
    """Return that many regions, bodies and cooperations, each between neighbours."""
    lines = []
    for n in range(number):
        lines += [
            f"id:region{n} a shanhai:County , shanhai:AdministrativeRegion , shanhai:Region .",
            f"id:body{n} a shanhai:School , shanhai:Body .",
            cooperation(
                f"c{n}",
                dict.fromkeys(
                    (f"region{n}", f"region{n + 1}", f"body{n}", f"body{n + 1}"), "partner"
                ),
            ),
        ]
    return "\n".join(lines)


@pytest.mark.parametrize("name", NAMES)
def test_four_times_the_claims_do_not_take_sixteen_times_as_long(name: str) -> None:
    took = {}
    for number in (200, 800):
        facts = HEAD + many(number)
        store = pyoxigraph.Store()
        graph = pyoxigraph.NamedNode(GRAPHS["facts"])
        store.load(facts.encode(), format=pyoxigraph.RdfFormat.TURTLE, to_graph=graph)
        runs = []
        for _ in range(3):
            begun = time.process_time()
            rows = list(store.query(projection(name).sparql, default_graph=[graph]))
            runs.append(time.process_time() - begun)
        assert len(rows) >= number - 1
        took[number] = min(runs)
    assert took[800] < 8 * took[200]
