"""Statements as Turtle: sorted, so that equal statements give equal bytes.

Subjects, predicates and objects come in the order of their IRIs (``rdf:type`` first), and
only the prefixes that occur are declared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from shanhai.rdf import namespaces as ns
from shanhai.rdf.terms import STRING, BlankNode, Iri, Literal, Term, ntriples

Statement = tuple[Iri, Iri, Iri | Literal]

_LOCAL = re.compile(r"[A-Za-z_](?:[A-Za-z0-9_-]*[A-Za-z0-9_-])?|[A-Za-z0-9][A-Za-z0-9_-]*")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_TYPE = ns.RDF + "type"
_INTEGER = ns.XSD + "integer"
_BOOLEAN = ns.XSD + "boolean"


def compact(iri: str, prefixes: Mapping[str, str] = ns.PREFIXES) -> str:
    """Return an IRI by its prefix for a person to read; the IRI itself if none fits.

    >>> compact("https://w3id.org/shanhai/id/cn-331122")
    'id:cn-331122'
    """
    best = max(
        (item for item in prefixes.items() if iri.startswith(item[1]) and iri != item[1]),
        key=lambda item: len(item[1]),
        default=None,
    )
    return f"{best[0]}:{iri[len(best[1]) :]}" if best else iri


def unescape(text: str) -> str:
    r"""Return the text that the inside of an N-Triples or Turtle string stands for.

    >>> unescape(r"\u7f19\u4e91")
    '缙云'
    """

    def plain(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        return chr(int(code, 16)) if code else _ESCAPED.get(match[3], match[3])

    return _ESCAPE.sub(plain, text)


def turtle(statements: Iterable[Statement], prefixes: Mapping[str, str] = ns.PREFIXES) -> bytes:
    """Return statements as Turtle in UTF-8, each once.

    Args:
        statements: Without blank nodes.
        prefixes: Prefix to namespace.

    Raises:
        ValueError: If an IRI holds a character that no IRI may hold.
    """
    used: set[str] = set()

    def say(term: Term) -> str:
        match term:
            case Iri(value):
                short = compact(value, prefixes)
                prefix, _, local = short.partition(":")
                if short != value and _LOCAL.fullmatch(local):
                    used.add(prefix)
                    return short
                return ntriples(term)
            case BlankNode():
                return ntriples(term)
            case Literal(value, datatype, language):
                if datatype == _INTEGER and re.fullmatch(r"-?\d+", value):
                    return value
                if datatype == _BOOLEAN and value in ("true", "false"):
                    return value
                quoted = ntriples(Literal(value))
                if language:
                    return f"{quoted}@{language}"
                return quoted if datatype == STRING else f"{quoted}^^{say(Iri(datatype))}"

    grouped: dict[str, dict[str, set[Iri | Literal]]] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, value in statements:
        grouped[subject.value][predicate.value].add(value)
    blocks = []
    for iri in sorted(grouped):
        lines = []
        for name in sorted(grouped[iri], key=lambda p: (p != _TYPE, p)):
            values = sorted(grouped[iri][name], key=ntriples)
            verb = "a" if name == _TYPE else say(Iri(name))
            lines.append(f"{verb} {', '.join(say(value) for value in values)}")
        blocks.append(say(Iri(iri)) + " " + " ;\n    ".join(lines) + " .\n")
    head = "".join(f"@prefix {name}: <{prefixes[name]}> .\n" for name in sorted(used))
    return "\n".join([head, *blocks]).encode("utf-8")
