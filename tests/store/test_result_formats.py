from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shanhai.errors import InputError
from shanhai.rdf.terms import LANG_STRING, XSD, BlankNode, Iri, Literal, Term
from shanhai.store.result_formats import BOM, read, write
from shanhai.store.results import Rows, Triples, Truth, agree

ROWS = Rows(
    ("x", "literal"),
    (
        (Iri("http://example/x"), Literal("String")),
        (Iri("http://example/x"), Literal('String-with-dquote"')),
        (BlankNode("b0"), Literal("缙云, 闵行")),
        (None, Literal("two\nlines\tand a tab")),
        (None, Literal("好", LANG_STRING, "zh")),
        (Iri("http://example/y"), Literal("1.50", XSD + "decimal")),
        (Iri("http://example/z"), None),
    ),
)


def test_csv_is_that_of_the_standard() -> None:
    assert write(ROWS, "csv").decode() == (
        "x,literal\r\n"
        "http://example/x,String\r\n"
        'http://example/x,"String-with-dquote"""\r\n'
        '_:b0,"缙云, 闵行"\r\n'
        ',"two\nlines\tand a tab"\r\n'
        ",好\r\n"
        "http://example/y,1.50\r\n"
        "http://example/z,\r\n"
    )


def test_tsv_is_that_of_the_standard() -> None:
    assert write(ROWS, "tsv").decode() == (
        "?x\t?literal\n"
        '<http://example/x>\t"String"\n'
        '<http://example/x>\t"String-with-dquote\\""\n'
        '_:b0\t"缙云, 闵行"\n'
        '\t"two\\nlines\\tand a tab"\n'
        '\t"好"@zh\n'
        f'<http://example/y>\t"1.50"^^<{XSD}decimal>\n'
        "<http://example/z>\t\n"
    )


def test_json_is_that_of_the_standard() -> None:
    document = json.loads(write(ROWS, "json"))
    assert document["head"] == {"vars": ["x", "literal"]}
    bindings = document["results"]["bindings"]
    assert bindings[0]["x"] == {"type": "uri", "value": "http://example/x"}
    assert bindings[2]["x"] == {"type": "bnode", "value": "b0"}
    assert bindings[4] == {"literal": {"type": "literal", "value": "好", "xml:lang": "zh"}}
    assert bindings[5]["literal"]["datatype"] == XSD + "decimal"
    assert "literal" not in bindings[6]


def test_xml_is_that_of_the_standard() -> None:
    root = ElementTree.fromstring(write(ROWS, "xml"))
    space = "{http://www.w3.org/2005/sparql-results#}"
    assert root.tag == f"{space}sparql"
    assert [v.attrib["name"] for v in root.iter(f"{space}variable")] == ["x", "literal"]
    assert len(list(root.iter(f"{space}result"))) == len(ROWS.rows)
    assert next(root.iter(f"{space}uri")).text == "http://example/x"


@pytest.mark.parametrize("form", ["tsv", "json", "xml"])
def test_what_is_written_is_read_back(form: str) -> None:
    assert read(write(ROWS, form), form) == ROWS


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
@pytest.mark.parametrize("value", [True, False])
def test_a_truth_is_read_back(form: str, value: bool) -> None:
    assert read(write(Truth(value), form), form) == Truth(value)


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml"])
def test_no_rows_and_no_variables(form: str) -> None:
    for rows in (Rows(("a", "b"), ()), Rows((), ())):
        assert write(rows, form)
    assert read(write(Rows(("a", "b"), ()), form), form) == Rows(("a", "b"), ())


def test_csv_read_back_has_no_types() -> None:
    found = read(write(ROWS, "csv"), "csv")
    assert isinstance(found, Rows)
    assert found.rows[0] == (Literal("http://example/x"), Literal("String"))
    assert found.rows[6] == (Literal("http://example/z"), None)


def test_the_mark_for_spreadsheets_is_asked_for() -> None:
    assert write(ROWS, "csv", bom=True) == BOM + write(ROWS, "csv")
    assert write(ROWS, "json", bom=True) == write(ROWS, "json")
    assert read(write(ROWS, "csv", bom=True), "csv") == read(write(ROWS, "csv"), "csv")


def test_abbreviated_numbers_of_others_are_read() -> None:
    text = b"?n\t?d\t?e\t?b\n1\t-.5\t1.0e6\ttrue\n"
    found = read(text, "tsv")
    assert isinstance(found, Rows)
    assert found.rows[0] == (
        Literal("1", XSD + "integer"),
        Literal("-.5", XSD + "decimal"),
        Literal("1.0e6", XSD + "double"),
        Literal("true", XSD + "boolean"),
    )


def test_a_graph_is_no_table() -> None:
    with pytest.raises(InputError, match="turtle"):
        write(Triples(()), "csv")


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"", "json"),
        (b"[1]", "json"),
        (b'{"head": {}}', "json"),
        (b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"x","value":""}}]}}', "json"),
        (b"<sparql>", "xml"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "xml"),
        (b"?a\t?b\n<urn:a>\n", "tsv"),
        (b"?a\nnot a term\n", "tsv"),
        (b"a,b\n1\n", "csv"),
        (b"\xff\xfe", "csv"),
    ],
)
def test_what_is_no_result_is_refused(data: bytes, form: str) -> None:
    with pytest.raises(InputError, match="not SPARQL results"):
        read(data, form)


IRIS = st.from_regex(r"urn:[a-z0-9/#.缙云-]{1,12}", fullmatch=True).map(Iri)
XML_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
)
LITERALS = st.one_of(
    XML_TEXT.map(Literal),
    XML_TEXT.map(lambda text: Literal(text, LANG_STRING, "zh")),
    st.decimals(allow_nan=False, allow_infinity=False).map(
        lambda n: Literal(f"{n:f}", XSD + "decimal")
    ),
)
TERMS: st.SearchStrategy[Term | None] = st.one_of(st.none(), IRIS, LITERALS)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(TERMS, TERMS), max_size=6), st.sampled_from(["tsv", "json", "xml"]))
def test_any_answer_is_read_back(rows: list[tuple[Term | None, Term | None]], form: str) -> None:
    answer = Rows(("a", "b"), tuple(rows))
    assert read(write(answer, form), form) == answer


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=80), st.sampled_from(["csv", "tsv", "json", "xml"]))
def test_no_bytes_give_a_traceback(data: bytes, form: str) -> None:
    try:
        read(data, form)
    except InputError as error:
        assert error.text.zh


def test_engines_agree_up_to_twelve_digits_and_order() -> None:
    def rows(*values: str) -> Rows:
        return Rows(("v",), tuple((Literal(v, XSD + "decimal"),) for v in values))

    assert agree(rows("1.0000000000001", "2"), rows("2.0", "1"))
    assert not agree(rows("1.00000000001"), rows("1"))
    assert not agree(rows("1", "2"), rows("2", "1"), ordered=True)
    assert agree(
        Rows(("a", "b"), ((Iri("urn:1"), None),)), Rows(("b", "a"), ((None, Iri("urn:1")),))
    )
    assert not agree(Truth(True), Truth(False))
