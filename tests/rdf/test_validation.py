"""Validation: reports, their renderings, and what is no RDF."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, SH, Graph, URIRef

from shanhai.errors import InputError
from shanhai.rdf.report import report_json, report_text, report_turtle
from shanhai.rdf.validation import Report, format_of, validate

EXAMPLES = Path(__file__).parent / "shapes"
FAILING = sorted(EXAMPLES.glob("*/fail.ttl"))
SEVERAL = b"\n".join(path.read_bytes() for path in FAILING[:12])
HEAD = b"""@prefix s: <https://w3id.org/shanhai/ontology#> .
@prefix x: <http://example.org/> .
"""
# One file in each format, to be damaged.
SEEDS = {
    "turtle": (EXAMPLES / "Observation-value" / "pass.ttl").read_bytes(),
    "trig": HEAD + b"x:g { x:a a s:Evidence ; s:start 4 , [] ; s:end 2 . }",
    "ntriples": b'<http://example.org/a> <https://w3id.org/shanhai/ontology#value> "1"@zh .\n',
    "nquads": b"_:a <https://w3id.org/shanhai/ontology#party> _:b <http://example.org/g> .\n",
    "jsonld": b'{"@id":"http://example.org/a","@type":"https://w3id.org/shanhai/ontology#Source"}',
    "rdfxml": b'<?xml version="1.0"?><rdf:RDF xmlns:s="https://w3id.org/shanhai/ontology#" '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><s:Outlet rdf:about="http://e.org/a">'
    b'<s:outletKind rdf:resource="http://e.org/b"/></s:Outlet></rdf:RDF>',
}


def test_the_union_of_graphs_is_validated() -> None:
    data = HEAD + (
        b"x:facts { x:p a s:StatusRecord ; s:status s:status-signed . }"
        b'x:claims { x:p s:timeText "unknown" ; s:precision s:precision-unknown . }'
    )
    assert validate(data, "trig").conforms


def test_a_file_without_our_terms_says_that_nothing_was_checked() -> None:
    report = validate(b'<http://e.org/a> <http://e.org/b> "c" .', "turtle")
    assert report.conforms
    assert not report.ours
    assert "nothing to check" in report_text(report, "en")
    assert "没有可核对" in report_text(report, "zh")


def test_a_warning_leaves_the_data_valid_but_not_conforming() -> None:
    report = validate((EXAMPLES / "CodedDivision-code" / "fail.ttl").read_bytes(), "turtle")
    assert not report.conforms
    assert report.valid
    assert report.count("Warning") == 1


def test_order_and_blank_nodes_do_not_depend_on_the_order_of_lines() -> None:
    lines = [
        b'_:x <https://w3id.org/shanhai/ontology#party> "a" .',
        b"<http://e.org/o> a <https://w3id.org/shanhai/ontology#Outlet> .",
        b"<http://e.org/e> a <https://w3id.org/shanhai/ontology#Evidence> .",
    ]
    forward = validate(b"\n".join(lines), "turtle")
    backward = validate(b"\n".join(reversed(lines)), "turtle")
    assert forward == backward
    assert any(result.focus == "_:b1" for result in forward.results)
    assert report_turtle(forward) == report_turtle(backward)


@pytest.mark.parametrize("path", FAILING, ids=lambda path: path.parent.name)
def test_turtle_report_is_a_shacl_report(path: Path) -> None:
    report = validate(path.read_bytes(), "turtle")
    data = report_turtle(report)
    graph = Graph().parse(data=data, format="turtle")
    results = list(graph.subjects(RDF.type, SH.ValidationResult))
    assert len(results) == len(report.results)
    assert all(isinstance(node, URIRef) for node in results)
    assert [str(flag) for flag in graph.objects(None, SH.conforms)] == ["false"]
    assert {str(s) for s in graph.objects(None, SH.sourceShape)} == {
        each.shape for each in report.results
    }
    assert report_turtle(validate(path.read_bytes(), "turtle")) == data


def test_text_and_json_reports() -> None:
    report = validate(SEVERAL, "turtle")
    text = report_text(report, "en", limit=3)
    assert text.splitlines()[0] == (
        f"{report.count('Violation')} violations, {report.count('Warning')} warnings."
    )
    assert text.splitlines()[-1] == f"… and {len(report.results) - 3} more"
    assert "违反" in report_text(report, "zh")
    document = json.loads(report_json(report))
    assert document["conforms"] is False
    assert len(document["results"]) == len(report.results)
    assert set(document["results"][0]["message"]) == {"zh", "en"}
    assert report_text(Report(True, ()), "en") == "Everything is as the shapes ask.\n"


@pytest.mark.parametrize(
    ("data", "form", "line", "words"),
    [
        (b"@prefix x: <http://e.org/> .\nx:a x:b\n", "turtle", 3, "syntax"),
        (b"<http://e.org/a> <http://e.org/b> .\n", "ntriples", 1, "syntax"),
        (b'{"@id": "http://e.org/a",\n', "jsonld", 2, "syntax"),
        (b'{"@context": "http://e.org/c", "@id": "http://e.org/a"}', "jsonld", 0, "context"),
        (b"<rdf:RDF>\n<a></b>", "rdfxml", 2, "syntax"),
        (b"ok\n\xff", "turtle", 2, "UTF-8"),
        (b"<http://e.org/a> <http://e.org/b> " + b"<<( " * 70, "turtle", 1, "nested"),
        (b'<?xml version="1.0" encoding="UUF-8"?><a/>', "rdfxml", 1, "encoding"),
        (b'<?xml version="1.0" encoding="gb18030"?><a/>', "rdfxml", 1, "encoding"),
        (b"<a>" * 3000, "rdfxml", 1, "nested"),
        (b'<!DOCTYPE a [<!ENTITY b "&c;&c;">]><a/>', "rdfxml", 1, "entity"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>', "rdfxml", 1, "entity"),
    ],
)
def test_what_is_no_rdf_is_told_with_its_place(
    data: bytes, form: str, line: int, words: str
) -> None:
    with pytest.raises(InputError) as caught:
        validate(data, form, "bad.rdf")
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("bad.rdf", line)
    assert words in problem.text.en
    assert problem.text.zh


def test_formats() -> None:
    assert format_of("a/b.TTL") == "turtle"
    with pytest.raises(InputError, match=r"\.nq"):
        format_of("a.docx")
    with pytest.raises(InputError, match="nquads"):
        validate(b"", "docx")


def test_a_byte_order_mark_is_no_error() -> None:
    assert validate(b"\xef\xbb\xbf" + HEAD, "turtle").conforms


def test_the_engine_is_loaded_on_first_use_only() -> None:
    code = "import sys, shanhai.rdf.validation; print('shacl' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2] / "graph")},
    )
    assert done.stdout.strip() == "False"


@st.composite
def damaged(draw: st.DrawFn) -> tuple[bytes, str]:
    form = draw(st.sampled_from(sorted(SEEDS)))
    data = bytearray(SEEDS[form])
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(data)))
        kind = draw(st.sampled_from(["cut", "put", "twice", "swap"]))
        if kind == "cut":
            del data[at : at + draw(st.integers(1, 40))]
        elif kind == "put":
            data[at:at] = draw(
                st.one_of(
                    st.binary(min_size=1, max_size=6),
                    st.sampled_from(
                        [b"[]", b"<<", b'"', b"_:x", b"\x00", b"{", b"\\u", b"@zh--ltr"]
                    ),
                )
            )
        elif kind == "twice":
            data[at:at] = data[at : at + draw(st.integers(1, 60))]
        else:
            other = SEEDS[draw(st.sampled_from(sorted(SEEDS)))]
            data[at:at] = other[: draw(st.integers(1, 80))]
    return bytes(data), form


@settings(max_examples=400, deadline=None)
@given(damaged())
def test_damaged_rdf_gives_a_report_or_an_input_error(case: tuple[bytes, str]) -> None:
    data, form = case
    try:
        report = validate(data, form, "damaged")
    except InputError as error:
        assert error.text.zh
        assert error.text.en
        assert error.problems
    else:
        report_json(report)
        report_text(report, "zh")
        Graph().parse(data=report_turtle(report), format="turtle")
