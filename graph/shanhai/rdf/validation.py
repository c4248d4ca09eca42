"""Validation of RDF against ``shapes.ttl`` (SHACL 1.0), the only door to the SHACL engine.

The shapes hold for the union of all named graphs: a claim stands in the facts graph, its
evidence in a claims graph. That the unnamed graph is empty no shape can say; it is read off
the lines of N-Quads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from shanhai.errors import InputError, Text
from shanhai.rdf import namespaces as ns
from shanhai.rdf.screening import check_depth, check_xml, not_rdf
from shanhai.rdf.turtle import unescape
from shanhai.rdf.unnamed import unnamed_statements

if TYPE_CHECKING:
    import shacl

Severity = Literal["Violation", "Warning", "Info"]
SHAPES: Final = Path(__file__).resolve().parent / "shapes.ttl"
SHAPES_NAMESPACE: Final = ns.SITE + "shapes#"
SHACL: Final = "http://www.w3.org/ns/shacl#"
UNNAMED: Final = SHAPES_NAMESPACE + "UnnamedGraph"

_SEVERITIES: tuple[Severity, ...] = ("Violation", "Warning", "Info")
_SUFFIXES = {
    ".ttl": "turtle",
    ".turtle": "turtle",
    ".nt": "ntriples",
    ".nq": "nquads",
    ".nquads": "nquads",
    ".trig": "trig",
    ".rdf": "rdfxml",
    ".rdfxml": "rdfxml",
    ".owl": "rdfxml",
    ".xml": "rdfxml",
    ".jsonld": "jsonld",
    ".json": "jsonld",
    ".n3": "n3",
}
_FORMATS = tuple(dict.fromkeys(_SUFFIXES.values()))
_PLACE = re.compile(r"(?:Parser error )?at line (\d+) column (\d+): ?")
_LINE = re.compile(r"(_:\S+) <([^>]+)> (.+) \.")
_TAGGED = re.compile(r'"((?:[^"\\]|\\.)*)"@(\w+)', re.DOTALL)
_IRI = re.compile(r"^<([^<>]*)>$")
_BLANK = re.compile(r"_:[^\s>)]+")


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that is not as a shape asks.

    Attributes:
        focus: IRI of the record; ``_:b1`` and so on for a blank node, N-Triples syntax for a
            literal.
        path: IRI of the property, ``^`` and the IRI for the way back; empty if the record
            as a whole is meant.
        shape: IRI of the shape.
        component: IRI of the kind of constraint.
        severity: ``Violation``, ``Warning`` or ``Info``.
        message: What is asked for.
        value: The value at fault in N-Triples syntax; empty if it is an absent one.
    """

    focus: str
    path: str
    shape: str
    component: str
    severity: Severity
    message: Text
    value: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a validation found, in a fixed order: worst first, then by record.

    Attributes:
        conforms: True if nothing was found, not even a warning (as SHACL has it).
        results: What was found.
        ours: False if the data use no term of our vocabulary, so that there was nothing
            to check.
    """

    conforms: bool
    results: tuple[Result, ...]
    ours: bool = True

    def count(self, severity: Severity) -> int:
        """Return how many results have this severity."""
        return sum(1 for result in self.results if result.severity == severity)

    @property
    def valid(self) -> bool:
        """Return True if there is no violation; warnings are allowed."""
        return not self.count("Violation")


def format_of(name: str) -> str:
    """Return the RDF format that a file name says.

    >>> format_of("a.nq")
    'nquads'

    Raises:
        InputError: If its ending is none of an RDF format.
    """
    suffix = Path(name).suffix.lower()
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    known = " ".join(_SUFFIXES)
    raise InputError(
        Text(
            f"{name}：看不出是哪种 RDF 格式；文件名可以这样结尾：{known}",
            f"{name}: no RDF format goes by this ending; known: {known}",
        )
    )


def validate(data: bytes, format: str, name: str = "") -> Report:
    """Validate RDF against the shapes; the union of its graphs is taken.

    Args:
        data: The file, in UTF-8.
        format: ``turtle``, ``ntriples``, ``nquads``, ``trig``, ``rdfxml``, ``jsonld``, ``n3``.
        name: What to call the file in messages.

    Raises:
        InputError: If it is not valid RDF; its problem says where.
    """
    if format not in _FORMATS:
        known = ", ".join(_FORMATS)
        raise InputError(
            Text(
                f"没有“{format}”这种格式；可用：{known}",
                f"no format '{format}'; there are: {known}",
            )
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise not_rdf(
            name, line, Text("不是 UTF-8；请另存为 UTF-8", "not UTF-8; save it as UTF-8")
        ) from error
    if format == "rdfxml":
        check_xml(data, name)
    else:
        check_depth(text, name)
    try:
        report = _shapes().validate_text(text, format, ns.SITE)
    except ValueError as error:
        raise _syntax(str(error), name) from error
    found = _results(report) if report.results else []
    if format == "nquads":
        found += [_unnamed(*statement) for statement in unnamed_statements(text)]
    results = _relabelled(sorted(found, key=_order))
    return Report(not results, results, ns.SHANHAI in text)


@cache
def _shapes() -> shacl.Shapes:
    import shacl

    return shacl.Shapes.from_turtle(SHAPES.read_text(encoding="utf-8"))


def _syntax(message: str, name: str) -> InputError:
    message = message.removeprefix("parse error: ").removeprefix(ns.SITE + ": ")
    if "LoadDocumentCallback" in message:
        return not_rdf(
            name,
            0,
            Text(
                "JSON-LD 引用了外部 context；为安全起见不联网读取，请把 context 写在文件里",
                "the JSON-LD names a remote context; none is ever loaded, write it into the file",
            ),
        )
    line, column = 0, 0
    if match := _PLACE.search(message):
        line, column = int(match[1]), int(match[2])
        message = message[: match.start()] + message[match.end() :]
    at_zh, at_en = (f"（第 {column} 列）", f" (column {column})") if column else ("", "")
    # The parser's own words are English; they are kept after a Chinese head.
    return not_rdf(
        name, line, Text(f"RDF 语法错误{at_zh}：{message}", f"RDF syntax error{at_en}: {message}")
    )


def _messages(report: shacl.Report) -> dict[str, Text]:
    """Read the messages of each shape: only the report as RDF has their language tags."""
    shapes: dict[str, str] = {}
    said: dict[str, dict[str, str]] = {}
    for line in report.serialize("ntriples").splitlines():
        match = _LINE.fullmatch(line)
        if not match:
            continue
        node, predicate, value = match.groups()
        if predicate == SHACL + "sourceShape":
            shapes[node] = value.strip("<>")
        elif predicate == SHACL + "resultMessage" and (tagged := _TAGGED.fullmatch(value)):
            said.setdefault(node, {})[tagged[2]] = unescape(tagged[1])
    return {
        shape: Text(said.get(node, {}).get("zh", ""), said.get(node, {}).get("en", ""))
        for node, shape in shapes.items()
    }


def _unnamed(subject: str, predicate: str, value: str) -> Result:
    return Result(
        focus=_IRI.sub(r"\1", subject),
        path=_IRI.sub(r"\1", predicate),
        shape=UNNAMED,
        component=UNNAMED,
        severity="Violation",
        message=Text(
            "数据集有命名图，这一句却不在任何命名图中",
            "the dataset has named graphs, but this statement is in none of them",
        ),
        value=value,
    )


def _results(report: shacl.Report) -> list[Result]:
    messages = _messages(report)
    found = {
        Result(
            focus=_IRI.sub(r"\1", _focus(each)),
            path=(each.path or "").replace("<", "").replace(">", ""),
            shape=(each.source_shape or "").strip("<>"),
            component=each.component_iri,
            severity=_severity(each.severity),
            message=messages.get((each.source_shape or "").strip("<>"), Text("", "")),
            value="" if _asked_once(each) else each.value or "",
        )
        for each in report.results
    }
    return list(found)


def _asked_once(result: shacl.Result) -> bool:
    """Return whether it is of a query over all records, whose value is the record at fault."""
    return (
        result.component == "SPARQLConstraintComponent"
        and result.focus_node == f"<{ns.SITE}ontology>"
    )


def _focus(result: shacl.Result) -> str:
    return (_asked_once(result) and result.value) or result.focus_node


def _severity(name: str) -> Severity:
    return next((known for known in _SEVERITIES if known == name), "Violation")


def _order(result: Result) -> tuple[int, str, str, str, str, str, str]:
    # The engine's labels of blank nodes mean nothing, so they decide only among equals.
    return (
        _SEVERITIES.index(result.severity),
        _BLANK.sub("_:", result.focus),
        result.path,
        result.shape,
        result.component,
        _BLANK.sub("_:", result.value),
        result.focus + result.value,
    )


def _relabelled(results: list[Result]) -> tuple[Result, ...]:
    labels: dict[str, str] = {}

    def relabel(text: str) -> str:
        if not text.startswith("_:"):
            return text
        return labels.setdefault(text, f"_:b{len(labels) + 1}")

    return tuple(
        Result(
            relabel(each.focus),
            each.path,
            each.shape,
            each.component,
            each.severity,
            each.message,
            relabel(each.value),
        )
        for each in results
    )
