from __future__ import annotations

import logging
import os
import subprocess
import sys

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.plugins import sparql

from shanhai.errors import InputError, LimitReached
from shanhai.rdf.terms import LANG_STRING, XSD, Iri, Literal
from shanhai.store.embedded import (
    RDF_FORMATS,
    EmbeddedStore,
    canonical_nquads,
    format_of,
    read_rdf,
    write_rdf,
    write_triples,
)
from shanhai.store.reference import ReferenceStore
from shanhai.store.results import Rows, Triples, Truth, agree

DATA = (
    '<urn:a> <urn:p> "甲"@zh <urn:g> .\n'
    '<urn:a> <urn:p> "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal> <urn:g> .\n'
    "<urn:b> <urn:p> <urn:a> <urn:h> .\n"
    "<urn:b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:C> <urn:h> .\n"
    '<urn:n> <urn:p> "unnamed" .\n'
).encode()
PREFIXES = {"u": "urn:", "xsd": XSD, "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}
ENGINES = pytest.mark.parametrize("engine", [EmbeddedStore, ReferenceStore])
Engine = type[EmbeddedStore] | type[ReferenceStore]


@ENGINES
def test_the_raw_store_is_strict(engine: Engine) -> None:
    store = engine.from_nquads(DATA)
    found = store.query("SELECT ?o { ?s ?p ?o }")
    assert found == Rows(("o",), ((Literal("unnamed"),),))
    assert store.graphs() == ("urn:g", "urn:h")


@ENGINES
def test_the_default_graph_is_the_union_that_is_given(engine: Engine) -> None:
    store = engine.from_nquads(DATA)
    ask = "ASK { <urn:b> ?p ?x . ?x ?q ?y }"
    assert store.query(ask, default_graph=("urn:g", "urn:h")) == Truth(True)
    assert store.query(ask, default_graph=("urn:g",)) == Truth(False)
    assert store.query("ASK { ?s ?p ?o }", default_graph=()) == Truth(False) or (
        engine is ReferenceStore
    )


@ENGINES
def test_from_overrules_the_default_graph(engine: Engine) -> None:
    store = engine.from_nquads(DATA)
    found = store.query("SELECT ?s FROM <urn:h> { ?s a ?c }", default_graph=("urn:g",))
    assert found == Rows(("s",), ((Iri("urn:b"),),))


@ENGINES
def test_graphs_are_asked_by_name(engine: Engine) -> None:
    store = engine.from_nquads(DATA)
    found = store.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY STR(?g)")
    assert found == Rows(("g",), ((Iri("urn:g"),), (Iri("urn:h"),)))


@ENGINES
def test_prefixes_are_given_from_outside(engine: Engine) -> None:
    store = engine.from_nquads(DATA)
    assert store.query("ASK { u:n u:p ?o }", prefixes=PREFIXES) == Truth(True)
    # A prefix of the query's own wins.
    text = "PREFIX u: <urn:other:> ASK { u:n u:p ?o }"
    assert store.query(text, prefixes=PREFIXES) == Truth(False)


@ENGINES
def test_terms_come_back_whole(engine: Engine) -> None:
    found = engine.from_nquads(DATA).query(
        "SELECT ?o { <urn:a> ?p ?o } ORDER BY DESC(STR(?o))", default_graph=("urn:g",)
    )
    assert found == Rows(
        ("o",), ((Literal("甲", LANG_STRING, "zh"),), (Literal("1.5", XSD + "decimal"),))
    )


@ENGINES
def test_a_graph_comes_sorted_and_each_triple_once(engine: Engine) -> None:
    text = "CONSTRUCT { ?s <urn:q> 'x' , ?s } WHERE { ?s ?p ?o }"
    found = engine.from_nquads(DATA).query(text, default_graph=("urn:h", "urn:g"))
    assert isinstance(found, Triples)
    assert [t[0] for t in found.triples] == [Iri("urn:a")] * 2 + [Iri("urn:b")] * 2
    turtle = write_triples(found, "turtle", {"u": "urn:"})
    assert turtle.decode().startswith("@prefix u: <urn:> .\nu:a u:q ")


@ENGINES
def test_too_many_rows_are_a_limit(engine: Engine) -> None:
    store = engine.from_nquads(DATA)
    assert store.query("SELECT * { ?s ?p ?o }", default_graph=("urn:g",), max_rows=2)
    with pytest.raises(LimitReached, match="more than 1 rows"):
        store.query("SELECT * { ?s ?p ?o }", default_graph=("urn:g",), max_rows=1)


@pytest.mark.parametrize(
    ("text", "start", "words"),
    [
        ("SELECT ?s WHERE { ?s ?p ?o ", "line 1, column 17: ", "{ is not closed"),
        ("SELECT ?s\nWHERE {\n  ?s ex:p ?o }", "line 3, column 6: ", "PREFIX ex:"),
        ("SELECT * { ?s ?p 'abc\n }", "line 1, column 18: ", "string is not closed"),
        ("SELECT * { ?s ?p ?o }}", "line 1, column 22: ", "closes nothing"),
        ("SELECT * { ?s ?p ?o FILTER(?o = }", "line 1, column 27: ", "this ( is not closed"),
        ("SELECT * { ?s ?p }", "line 1, column 12: ", "no whole pattern"),
        ("SELEC * { ?s ?p ?o }", "line 1, column 1: ", "did you mean SELECT"),
        ("SELECT * { ?s ?p ?o FILTR(?o > 1) }", "line 1, column 21: ", "did you mean FILTER"),
        ("SELECT * { ?s <rel> ?o }", "line 1, column 15: ", "IRI"),
        ("SELECT * { ?s ?p ?o } ORDER BY", "line 1, column 31: ", "too early"),
        ("SELECT ?x { ?x a ?y } LIMIT ten", "line 1, column 29: ", "unexpected ten"),
        ("SELECT ?z { ?x ?p ?z } GROUP BY ?x", "line 1, column 1: ", "GROUP BY"),
        ("SELECT * {\n\t缙云 ?p ?o }", "line 2, column 2: ", "缙云"),
    ],
)
def test_a_syntax_error_is_shown_where_it_stands(text: str, start: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        EmbeddedStore.from_nquads(b"").query(text)
    said = caught.value.text.en
    assert said.startswith(start)
    assert words in said
    assert caught.value.text.zh.startswith("第 ")
    assert said.splitlines()[-1].strip() == "^"
    assert len(said) < 400


def test_the_caret_stands_below_wide_characters() -> None:
    with pytest.raises(InputError) as caught:
        EmbeddedStore.from_nquads(b"").query("SELECT * { ?s ?p '缙云' . ex:a ?q ?r }")
    line, caret = caught.value.text.en.splitlines()[-2:]
    assert line.index("ex:a") + 2 == caret.index("^")


def test_the_reference_says_it_too() -> None:
    with pytest.raises(InputError, match="PREFIX ex:"):
        ReferenceStore.from_nquads(b"").query("SELECT * { ?s ex:p ?o }")
    with pytest.raises(InputError, match="not closed"):
        ReferenceStore.from_nquads(b"").query("SELECT * { ?s ?p ?o ")


@pytest.mark.parametrize(("normalize", "load", "level"), [(True, True, 10), (False, False, 30)])
def test_the_settings_of_rdflib_stay_those_of_the_user(
    monkeypatch: pytest.MonkeyPatch, normalize: bool, load: bool, level: int
) -> None:
    logger = logging.getLogger("rdflib.term")
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", normalize)
    monkeypatch.setattr(sparql, "SPARQL_LOAD_GRAPHS", load)
    monkeypatch.setattr(logger, "level", level)

    def settings_now() -> tuple[bool, bool, int]:
        return rdflib.NORMALIZE_LITERALS, sparql.SPARQL_LOAD_GRAPHS, logger.level

    data = b'<urn:a> <urn:p> "8.20"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n'
    store = ReferenceStore.from_nquads(data)
    assert store.graphs() == ()
    assert settings_now() == (normalize, load, level)
    # In spite of them our answers are what was written.
    found = store.query("SELECT ?o { ?s ?p ?o }")
    assert found == Rows(("o",), ((Literal("8.20", XSD + "decimal"),),))
    assert settings_now() == (normalize, load, level)
    for broken in ("SELECT ?s { ?s ex:p ?o }", "SELECT", "SELECT * { SERVICE <urn:x> {} }"):
        with pytest.raises(InputError):
            store.query(broken)
        assert settings_now() == (normalize, load, level)
    with pytest.raises(LimitReached):
        store.query("SELECT * { VALUES ?x { 1 2 } }", max_rows=1)
    assert settings_now() == (normalize, load, level)


# RDF in and out --------------------------------------------------------------------------

NAMED = b"".join(line + b"\n" for line in DATA.splitlines() if b"unnamed" not in line)


@pytest.mark.parametrize("form", RDF_FORMATS)
def test_every_format_is_read_back(form: str) -> None:
    written = write_rdf(NAMED, form, PREFIXES)
    found = read_rdf(written, form)
    if form in ("nquads", "trig", "jsonld"):
        assert found == b"".join(sorted(NAMED.splitlines(keepends=True)))
    else:
        assert len(found.splitlines()) == 4
        assert b"urn:g" not in found


@pytest.mark.parametrize("form", RDF_FORMATS)
def test_equal_data_give_equal_bytes_whatever_the_order_and_the_hash_seed(form: str) -> None:
    here = write_rdf(NAMED, form, PREFIXES)
    turned = b"".join(reversed(NAMED.splitlines(keepends=True)))
    assert write_rdf(turned, form, dict(reversed(PREFIXES.items()))) == here
    code = (
        "import sys; from shanhai.store.embedded import write_rdf;"
        f"sys.stdout.buffer.write(write_rdf({NAMED!r}, {form!r}, {PREFIXES!r}))"
    )
    for seed in ("1", "77"):
        env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        ran = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
        assert ran.stdout == here


def test_prefixes_are_used() -> None:
    text = write_rdf(NAMED, "trig", PREFIXES).decode()
    assert "@prefix u: <urn:> ." in text
    assert "u:a u:p" in text


def test_our_own_writer_is_canonical() -> None:
    from shanhai.rdf.terms import Quad, nquads

    ours = nquads(
        [
            Quad(Iri("urn:b"), Iri("urn:p"), Literal('q"\n\t\\\x01\x7f缙'), Iri("urn:g")),
            Quad(Iri("urn:a"), Iri("urn:p"), Literal("x", LANG_STRING, "zh"), Iri("urn:g")),
            Quad(Iri("urn:a"), Iri("urn:p"), Literal("1", XSD + "integer"), Iri("urn:g")),
        ]
    )
    assert canonical_nquads(ours) == ours


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.ttl", "turtle"),
        ("a.b/c.TRIG", "trig"),
        ("x.nq", "nquads"),
        ("x.nt", "ntriples"),
        ("x.jsonld", "jsonld"),
        ("x.rdf", "rdfxml"),
        ("text/turtle; charset=utf-8", "turtle"),
        ("application/ld+json", "jsonld"),
    ],
)
def test_the_format_is_known_by_its_name(name: str, form: str) -> None:
    assert format_of(name) == form


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(InputError, match=r"\.ttl"):
        format_of("a.docx")


@pytest.mark.parametrize(
    ("data", "form", "said"),
    [
        (b"@prefix a: <urn:> .\na:b a:c d:e .", "turtle", "line 2, column"),
        (b'<urn:a> <urn:p> "1" <urn:g>\n<<', "nquads", "line 2, column"),
        (b"<urn:a> <urn:p> .", "turtle", "x.ttl:1"),
        (b'{"@context": {,', "jsonld", "line 1, column"),
        (b'{"@context": "http://127.0.0.1:9/c", "a": 1}', "jsonld", "no address in a file"),
        (b"<rdf:RDF><a></rdf:RDF>", "rdfxml", "not valid RDF"),
        (
            b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>',
            "rdfxml",
            "not valid RDF",
        ),
        (b"\xff\xfe", "turtle", "not valid RDF"),
        (b"<a> <b> <c> .", "turtle", "not valid RDF"),
    ],
)
def test_what_is_no_rdf_is_refused_where_it_breaks(data: bytes, form: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read_rdf(data, form, name="x.ttl")
    assert said in caught.value.text.en
    assert len(caught.value.text.zh) < 300


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(RDF_FORMATS))
def test_no_bytes_give_a_traceback(data: bytes, form: str) -> None:
    try:
        read_rdf(data, form)
    except InputError as error:
        assert error.text.zh


def test_both_engines_read_the_same_dataset() -> None:
    text = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
    left, right = (
        engine.from_nquads(DATA).query(text) for engine in (EmbeddedStore, ReferenceStore)
    )
    assert agree(left, right)
