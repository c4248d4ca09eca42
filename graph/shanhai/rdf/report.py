"""Validation reports for people (text), for programs (JSON) and as RDF (Turtle)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import quote

from shanhai.errors import Lang
from shanhai.rdf import namespaces as ns
from shanhai.rdf.terms import LANG_STRING, Iri, Literal
from shanhai.rdf.turtle import Statement, compact, turtle, unescape
from shanhai.rdf.validation import SHACL, SHAPES_NAMESPACE, Report, Result

_REPORT = ns.ID + "report/validation"
_GENID = ns.SITE + ".well-known/genid/"
_PREFIXES = {**ns.PREFIXES, "sh": SHACL, "shape": SHAPES_NAMESPACE}
_LITERAL = re.compile(
    r'"(?P<value>(?:[^"\\]|\\.)*)"(?:@(?P<lang>[A-Za-z0-9-]+)|\^\^<(?P<type>[^>]+)>)?'
)
# Some parsers let through what canonical N-Triples does not.
_ILLEGAL = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_SEVERITY = {"Violation": "违反", "Warning": "警告", "Info": "提示"}


def report_text(report: Report, lang: Lang, limit: int | None = None) -> str:
    """Return a report as lines of text.

    Args:
        report: What a validation found.
        lang: Language of the lines.
        limit: How many results to write out; None for all.
    """
    zh = lang == "zh"
    if report.conforms and not report.ours:
        return (
            "数据中没有用到山海本体的任何词汇，因此没有可核对的内容。\n"
            if zh
            else "The data use no term of the Shanhai ontology, so there was nothing to check.\n"
        )
    if report.conforms:
        return "全部符合形状要求。\n" if zh else "Everything is as the shapes ask.\n"
    wrong, warned = report.count("Violation"), len(report.results) - report.count("Violation")
    lines = [
        f"违反 {wrong} 处，警告 {warned} 处。" if zh else f"{wrong} violations, {warned} warnings."
    ]
    shown = report.results if limit is None else report.results[:limit]
    for result in shown:
        lines.append(f"[{_SEVERITY[result.severity] if zh else result.severity}] {_place(result)}")
        lines.append(f"    {result.message.pick(lang)}")
        if result.value:
            lines.append(f"    {'值' if zh else 'value'}: {result.value}")
        lines.append(f"    {'形状' if zh else 'shape'}: {compact(result.shape, _PREFIXES)}")
    if len(shown) < len(report.results):
        rest = len(report.results) - len(shown)
        lines.append(f"……另有 {rest} 处" if zh else f"… and {rest} more")
    return "\n".join(lines) + "\n"


def _place(result: Result) -> str:
    back = result.path.startswith("^")
    path = ("^" if back else "") + compact(result.path.removeprefix("^"), _PREFIXES)
    return f"{compact(result.focus, _PREFIXES)} {path}".rstrip()


def report_json(report: Report) -> bytes:
    """Return a report as JSON in UTF-8."""
    document = {
        "conforms": report.conforms,
        "valid": report.valid,
        "usesOurVocabulary": report.ours,
        "violations": report.count("Violation"),
        "warnings": report.count("Warning"),
        "results": [
            {
                "severity": each.severity,
                "focus": each.focus,
                "path": each.path,
                "value": each.value,
                "shape": each.shape,
                "component": each.component,
                "message": {"zh": each.message.zh, "en": each.message.en},
            }
            for each in report.results
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def report_turtle(report: Report) -> bytes:
    """Return a report as a ``sh:ValidationReport`` in Turtle, the same bytes for the same report.

    Nodes that SHACL would leave blank have IRIs (RDF 1.1, skolemisation), so that nothing
    in the file depends on a run.
    """
    return turtle(_statements(report), _PREFIXES)


def _sh(name: str) -> Iri:
    return Iri(SHACL + name)


def _statements(report: Report) -> Iterator[Statement]:
    me, rdf_type = Iri(_REPORT), Iri(ns.RDF + "type")
    yield me, rdf_type, _sh("ValidationReport")
    flag = "true" if report.conforms else "false"
    yield me, _sh("conforms"), Literal(flag, ns.XSD + "boolean")
    width = len(str(len(report.results)))
    for number, each in enumerate(report.results, 1):
        node = Iri(f"{_REPORT}/result/{number:0{width}d}")
        yield me, _sh("result"), node
        yield node, rdf_type, _sh("ValidationResult")
        yield node, _sh("focusNode"), _node(each.focus)
        yield node, _sh("resultSeverity"), _sh(each.severity)
        yield node, _sh("sourceShape"), Iri(each.shape)
        yield node, _sh("sourceConstraintComponent"), Iri(each.component)
        yield node, _sh("resultMessage"), Literal(each.message.zh, LANG_STRING, "zh")
        yield node, _sh("resultMessage"), Literal(each.message.en, LANG_STRING, "en")
        if each.path.startswith("^"):
            path = Iri(f"{node.value}/path")
            yield node, _sh("resultPath"), path
            yield path, _sh("inversePath"), Iri(each.path[1:])
        elif each.path:
            yield node, _sh("resultPath"), Iri(each.path)
        if each.value:
            yield node, _sh("value"), _value(each.value)


def _node(text: str) -> Iri | Literal:
    if text.startswith("_:"):
        return Iri(_GENID + text[2:])
    if text.startswith(('"', "<<")):
        return _value(text)
    return Iri(_ILLEGAL.sub(lambda match: quote(match[0]), text))


def _value(text: str) -> Iri | Literal:
    if text.startswith("<") and text.endswith(">") and not text.startswith("<<"):
        return _node(text[1:-1])
    if text.startswith("_:"):
        return _node(text)
    match = _LITERAL.fullmatch(text)
    if not match:
        # A term of RDF 1.2 (a triple term, a text with direction): told as it is written.
        return Literal(text)
    value = unescape(match["value"])
    if match["lang"]:
        return Literal(value, LANG_STRING, match["lang"])
    return Literal(value, match["type"]) if match["type"] else Literal(value)
