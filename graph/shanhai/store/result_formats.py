"""The W3C formats of SPARQL results: CSV and TSV, JSON, XML (2013), written and read.

The bytes are exactly the standard's. ``bom=True`` puts the UTF-8 mark before a CSV that
people will open in a spreadsheet; the standard's own readers take it as part of a name.
"""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from shanhai.errors import InputError, Text
from shanhai.rdf.terms import LANG_STRING, STRING, XSD, BlankNode, Iri, Literal, Term, ntriples
from shanhai.store.results import Result, Rows, Triples, Truth

BOM = b"\xef\xbb\xbf"
_RESULTS = "http://www.w3.org/2005/sparql-results#"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TSV_TERM = re.compile(
    r'<(?P<iri>[^>]*)>|_:(?P<blank>.+)|"(?P<text>(?:[^"\\]|\\.)*)"'
    r"(?:@(?P<language>[A-Za-z0-9-]+)|\^\^<(?P<datatype>[^>]*)>)?"
    r"|(?P<integer>[+-]?\d+)|(?P<decimal>[+-]?\d*\.\d+)|(?P<double>[+-]?[\d.]+[eE][+-]?\d+)"
    r"|(?P<boolean>true|false)"
)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_UNESCAPED = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


def write(result: Result, form: str, *, bom: bool = False) -> bytes:
    """Return the answer of SELECT or ASK in a W3C results format.

    Args:
        result: The answer.
        form: ``csv tsv json xml``.
        bom: Put a byte order mark before CSV, for spreadsheets.

    Raises:
        InputError: If the format cannot hold this kind of answer.
    """
    if isinstance(result, Triples):
        raise InputError(
            Text(
                f"{form} 只能写 SELECT 和 ASK 的结果；"
                "CONSTRUCT 和 DESCRIBE 请用 turtle 或 ntriples",
                f"{form} holds answers of SELECT and ASK; "
                "for CONSTRUCT and DESCRIBE use turtle or ntriples",
            )
        )
    if isinstance(result, Truth):
        text = _truth(result, form)
    else:
        text = {"csv": _csv, "tsv": _tsv, "json": _json, "xml": _xml}[form](result)
    return (BOM if bom and form == "csv" else b"") + text.encode("utf-8")


def _truth(result: Truth, form: str) -> str:
    word = "true" if result.value else "false"
    if form == "json":
        return json.dumps({"head": {}, "boolean": result.value}) + "\n"
    if form == "xml":
        return f'<?xml version="1.0"?>\n<sparql xmlns="{_RESULTS}">\n  <head/>\n' + (
            f"  <boolean>{word}</boolean>\n</sparql>\n"
        )
    # The standard gives CSV and TSV no form for ASK; the bare word is what engines write.
    return word + ("\r\n" if form == "csv" else "\n")


def _csv(rows: Rows) -> str:
    out = [",".join(_csv_field(name) for name in rows.variables)]
    for row in rows.rows:
        out.append(",".join("" if t is None else _csv_field(_plain(t)) for t in row))
    return "\r\n".join(out) + "\r\n"


def _csv_field(text: str) -> str:
    if any(c in text for c in '",\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _plain(term: Term) -> str:
    return f"_:{term.label}" if isinstance(term, BlankNode) else term.value


def _tsv(rows: Rows) -> str:
    out = ["\t".join(f"?{name}" for name in rows.variables)]
    for row in rows.rows:
        out.append("\t".join("" if t is None else _nt(t) for t in row))
    return "\n".join(out) + "\n"


def _nt(term: Term) -> str:
    return f"<{term.value}>" if isinstance(term, Iri) else ntriples(term)


def _json(rows: Rows) -> str:
    # Answers repeat their terms, so each is written once and the text put together.
    cells: dict[tuple[str, Term], str] = {}

    def cell(name: str, term: Term) -> str:
        if (name, term) not in cells:
            pair = json.dumps({name: json_term(term)}, ensure_ascii=False)
            cells[name, term] = pair[1:-1]
        return cells[name, term]

    lines = [
        "  {"
        + ", ".join(cell(n, t) for n, t in zip(rows.variables, row, strict=True) if t is not None)
        + "}"
        for row in rows.rows
    ]
    head = json.dumps({"vars": list(rows.variables)}, ensure_ascii=False)
    body = "\n" + ",\n".join(lines) + "\n" if lines else ""
    return f'{{"head": {head},\n "results": {{"bindings": [{body}]}}}}\n'


def json_term(term: Term) -> dict[str, str]:
    """Return a term as the object that SPARQL JSON results have for it."""
    match term:
        case Iri(value):
            return {"type": "uri", "value": value}
        case BlankNode(label):
            return {"type": "bnode", "value": label}
        case Literal(value, datatype, language):
            if language:
                return {"type": "literal", "value": value, "xml:lang": language}
            if datatype == STRING:
                return {"type": "literal", "value": value}
            return {"type": "literal", "value": value, "datatype": datatype}


def _xml(rows: Rows) -> str:
    out = ['<?xml version="1.0"?>', f'<sparql xmlns="{_RESULTS}">', "  <head>"]
    out += [f"    <variable name={quoteattr(name)}/>" for name in rows.variables]
    out += ["  </head>", "  <results>"]
    for row in rows.rows:
        out.append("    <result>")
        for name, term in zip(rows.variables, row, strict=True):
            if term is not None:
                out.append(f"      <binding name={quoteattr(name)}>{_xml_term(term)}</binding>")
        out.append("    </result>")
    return "\n".join([*out, "  </results>", "</sparql>"]) + "\n"


def _xml_term(term: Term) -> str:
    match term:
        case Iri(value):
            return f"<uri>{_xml_text(value)}</uri>"
        case BlankNode(label):
            return f"<bnode>{_xml_text(label)}</bnode>"
        case Literal(value, datatype, language):
            extra = (
                f" xml:lang={quoteattr(language)}"
                if language
                else ""
                if datatype == STRING
                else f" datatype={quoteattr(datatype)}"
            )
            return f"<literal{extra}>{_xml_text(value)}</literal>"


def _xml_text(text: str) -> str:
    # XML 1.0 has no way to hold most control characters, and reads a bare CR as LF.
    return escape(_NOT_XML.sub("\ufffd", text), {"\r": "&#13;"})


def read(data: bytes, form: str) -> Rows | Truth:
    """Read a W3C results document.

    CSV keeps no types: its values come back as strings, empty ones as unbound.

    Args:
        data: The document.
        form: ``csv tsv json xml``.

    Raises:
        InputError: If the document is not of that format.
    """
    readers = {"csv": _read_csv, "tsv": _read_tsv, "json": _read_json, "xml": _read_xml}
    try:
        return readers[form](data.removeprefix(BOM).decode("utf-8"))
    except (ValueError, KeyError, TypeError, AttributeError, ElementTree.ParseError) as error:
        short = str(error)[:120]
        raise InputError(
            Text(f"不是 SPARQL 结果（{form}）：{short}", f"not SPARQL results in {form}: {short}")
        ) from error


def _read_csv(text: str) -> Rows:
    lines = list(csv.reader(io.StringIO(text, newline="")))
    if not lines:
        raise ValueError("no header line")
    head, *body = lines
    width = len(head)
    rows = [tuple(Literal(v) if v else None for v in line or [""]) for line in body]
    if any(len(row) != width for row in rows) and width:
        raise ValueError("a line has another number of columns than the header")
    return Rows(tuple(head), tuple(rows))


def _read_tsv(text: str) -> Rows | Truth:
    if text.strip() in ("true", "false"):
        return Truth(text.strip() == "true")
    head, *body = text.removesuffix("\n").split("\n")
    names = [name.removeprefix("?") for name in head.rstrip("\r").split("\t")] if head else []
    rows = [
        tuple(_tsv_term(v) if v else None for v in line.rstrip("\r").split("\t")) for line in body
    ]
    if any(len(row) != len(names) for row in rows) and names:
        raise ValueError("a line has another number of columns than the header")
    return Rows(tuple(names), tuple(rows))


def _tsv_term(text: str) -> Term:
    match = _TSV_TERM.fullmatch(text)
    if not match:
        raise ValueError(f"not a term: {text[:40]}")
    kind = match.lastgroup or ""
    if match["iri"] is not None:
        return Iri(_unescape(match["iri"]))
    if match["blank"] is not None:
        return BlankNode(match["blank"])
    if match["text"] is not None:
        value = _unescape(match["text"])
        return _literal(value, match["datatype"], match["language"])
    return Literal(text, XSD + kind)


def _unescape(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        code = match[1]
        return chr(int(code[1:], 16)) if len(code) > 1 else _UNESCAPED.get(code, code)

    return _ESCAPE.sub(one, text)


def _read_json(text: str) -> Rows | Truth:
    document = json.loads(text)
    if "boolean" in document:
        return Truth(bool(document["boolean"]))
    names = tuple(document["head"]["vars"])
    rows = tuple(
        tuple(term_from_json(row[name]) if name in row else None for name in names)
        for row in document["results"]["bindings"]
    )
    return Rows(names, rows)


def term_from_json(term: dict[str, str]) -> Term:
    """Return the term of an object of SPARQL JSON results.

    Raises:
        ValueError: If its type is not known.
    """
    match term["type"]:
        case "uri":
            return Iri(term["value"])
        case "bnode":
            return BlankNode(term["value"])
        case "literal" | "typed-literal":
            return _literal(term["value"], term.get("datatype"), term.get("xml:lang"))
        case other:
            raise ValueError(f"unknown kind of term: {other}")


def _literal(value: str, datatype: str | None, language: str | None) -> Literal:
    if language:
        return Literal(value, LANG_STRING, language)
    return Literal(value, datatype or STRING)


def _read_xml(text: str) -> Rows | Truth:
    if "<!DOCTYPE" in text:
        # The results format has none, and an entity could name a file.
        raise ValueError("a document type is not allowed")
    root = ElementTree.fromstring(text)
    space = f"{{{_RESULTS}}}"
    boolean = root.find(f"{space}boolean")
    if boolean is not None:
        return Truth((boolean.text or "").strip() == "true")
    names = tuple(v.attrib["name"] for v in root.findall(f"{space}head/{space}variable"))
    rows = []
    for result in root.findall(f"{space}results/{space}result"):
        found = {b.attrib["name"]: _from_xml(b[0]) for b in result.findall(f"{space}binding")}
        rows.append(tuple(found.get(name) for name in names))
    return Rows(names, tuple(rows))


def _from_xml(node: ElementTree.Element) -> Term:
    value = node.text or ""
    match node.tag.removeprefix(f"{{{_RESULTS}}}"):
        case "uri":
            return Iri(value)
        case "bnode":
            return BlankNode(value)
        case "literal":
            return _literal(value, node.attrib.get("datatype"), node.attrib.get(_LANG))
        case other:
            raise ValueError(f"unknown kind of term: {other}")
