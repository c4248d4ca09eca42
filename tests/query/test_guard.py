from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from shanhai.errors import InputError, ShanhaiError
from shanhai.query.guard import check
from shanhai.rdf.namespaces import GRAPH_FACTS, PREFIXES
from shanhai.store.embedded import EmbeddedStore
from shanhai.store.reference import ReferenceStore

GRAPHS = (GRAPH_FACTS,)
DATA = f'<urn:a> <urn:p> "1" <{GRAPH_FACTS}> .\n'.encode()


def refused(text: str) -> InputError:
    with pytest.raises(InputError) as caught:
        check(text, graphs=GRAPHS)
    return caught.value


@pytest.mark.parametrize("text", ["", "   \n", "# only a comment", "\n# a\n# b\n"])
def test_an_empty_query_is_refused_with_an_example(text: str) -> None:
    error = refused(text)
    assert "SELECT" in error.text.zh
    assert "empty" in error.text.en


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> 1 }",
        "delete where { ?s ?p ?o }",
        "PREFIX a: <urn:a>\nLOAD <file:///etc/hostname>",
        "CLEAR ALL",
        "DROP GRAPH <urn:g>",
        "CREATE GRAPH <urn:g>",
        "COPY <urn:a> TO <urn:b>",
        "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ; DROP ALL",
    ],
)
def test_an_update_is_refused_with_what_changes_the_graph(text: str) -> None:
    error = refused(text)
    assert "there is no update" in error.text.en
    assert "没有更新" in error.text.zh
    assert re.match(r"line \d+, column \d+: ", error.text.en)
    assert "^" in error.text.en


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICE ?where { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:x{ ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICESILENT:x{ ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p 1.0SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        'SELECT * { VALUES ?x { """a" } SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
    ],
)
def test_another_server_is_never_asked(text: str) -> None:
    assert "another server" in refused(text).text.en
    # The engines' own doors hold too, for whoever comes without the guard.
    for store in (EmbeddedStore.from_nquads(DATA), ReferenceStore.from_nquads(DATA)):
        with pytest.raises(InputError):
            store.query(text, prefixes=PREFIXES)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }", "file or an address"),
        ("SELECT * FROM NAMED <http://127.0.0.1:9/a> { GRAPH ?g { ?s ?p ?o } }", "address"),
        ("SELECT * { GRAPH <https://127.0.0.1:9/> { ?s ?p ?o } }", "address"),
        ("BASE <file:///etc/> SELECT * FROM <hostname> { ?s ?p ?o }", "file or an address"),
        ("PREFIX x: <file:///etc/> SELECT * FROM x:hostname { ?s ?p ?o }", "file or an address"),
        ("SELECT * { GRAPH <urn:other> { ?s ?p ?o } }", "no graph"),
        (f"SELECT * {{ GRAPH <{GRAPH_FACTS}s> {{ ?s ?p ?o }} }}", GRAPH_FACTS),
    ],
)
def test_only_graphs_of_the_dataset_are_asked(text: str, word: str) -> None:
    assert word in refused(text).text.en


def test_two_queries_are_refused_where_the_second_starts() -> None:
    error = refused("SELECT * { ?s ?p ?o }\nSELECT * { ?a ?b ?c }")
    assert error.text.en.startswith("line 2, column 1: ")


def test_deep_nesting_is_refused_before_an_engine_falls_over() -> None:
    for text in ("{" * 5000, "ASK { FILTER(" + "!" * 5000 + "true) }", "ASK { FILTER" + "(" * 999):
        assert "nested" in refused(text).text.en


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service ?load ?insert { ?service ?load ?insert }",
        "PREFIX ex: <urn:ex:> SELECT * { ?s ex:load ex:SERVICE ; ex:insert ex:clear . }",
        "PREFIX service: <urn:s:> SELECT * { ?s service:of ?o }",
        'SELECT * { ?s ?p "LOAD <file:///etc/hostname>" , "SERVICE" }',
        "SELECT * { ?s ?p '''INSERT DATA { SERVICE }''' } # DELETE SERVICE FROM <file:///x>",
        "SELECT * { ?s <urn:SERVICE> <urn:load> } # SELECT",
        "SELECT * { { SELECT ?s { ?s ?p ?o } } }",
        "SELECT * { GRAPH ?g { ?s ?p ?o } }",
        f"SELECT * FROM <{GRAPH_FACTS}> {{ ?s ?p ?o }}",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "DESCRIBE <urn:a>",
        "# 缙云\nASK { ?s ?p '缙云' }",
    ],
)
def test_what_only_looks_alike_is_let_through_and_answered(text: str) -> None:
    check(text, graphs=GRAPHS)
    for store in (EmbeddedStore.from_nquads(DATA), ReferenceStore.from_nquads(DATA)):
        store.query(text, prefixes=PREFIXES)


PIECES = st.sampled_from(
    [
        *("SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "WHERE", "FROM", "NAMED", "GRAPH", "SERVICE"),
        *("INSERT", "DATA", "LOAD", "PREFIX", "BASE", "FILTER", "ORDER BY", "VALUES", "UNION"),
        *("{", "}", "(", ")", "[", "]", ".", ";", ",", "*", "?x", "$y", "a", ":", "ex:a", "id:a"),
        *("<urn:a>", "<a", "<file:///x>", '"', "'", '"""', "'''", "\\", "\\u0041", "#", "\n"),
        *(
            "@zh",
            "^^",
            "1",
            "1.5e3",
            "-",
            "!",
            "|",
            "/",
            "_:b",
            "缙云",
            "\x00",
            "\ud800",
            "\t",
            " ",
        ),
    ]
)
QUERIES = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=30).map(" ".join))


@settings(max_examples=1500, deadline=None)
@given(QUERIES)
@example("SELECT * { ?s ?p \ud800 }")
@example("\ufeffSELECT * { ?s ?p ?o }")
def test_no_text_gives_a_traceback(text: str) -> None:
    try:
        check(text, graphs=GRAPHS)
        STORE.query(text, default_graph=GRAPHS, prefixes=PREFIXES)
    except ShanhaiError as error:
        assert error.text.zh
        assert error.text.en
        assert len(error.text.en) < 700, "a message is short"


STORE = EmbeddedStore.from_nquads(DATA)


@settings(max_examples=150, deadline=None)
@given(QUERIES)
def test_no_text_gives_a_traceback_in_the_reference(text: str) -> None:
    try:
        check(text, graphs=GRAPHS)
        ORACLE.query(text, default_graph=GRAPHS, prefixes=PREFIXES)
    except ShanhaiError as error:
        assert error.text.zh


ORACLE = ReferenceStore.from_nquads(DATA)
