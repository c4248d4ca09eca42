"""RDF terms as plain values, and their canonical N-Quads form.

The house keeps quads as its own tuples, so that the mapping needs no engine and the bytes
of a build depend on nothing but the data. A dataset without blank nodes, written as sorted
canonical N-Quads, is its own RDFC-1.0 canonical form (W3C RDF Dataset Canonicalization,
2024), so its SHA-256 is the canonical hash.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple

XSD = "http://www.w3.org/2001/XMLSchema#"
STRING = XSD + "string"
LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


class Iri(NamedTuple):
    """An absolute IRI."""

    value: str


class BlankNode(NamedTuple):
    """A blank node: only in query results and foreign data, never in our dataset."""

    label: str


class Literal(NamedTuple):
    """A literal: lexical form, datatype IRI, language tag (empty if none)."""

    value: str
    datatype: str = STRING
    language: str = ""


Term = Iri | BlankNode | Literal


class Quad(NamedTuple):
    """Subject, predicate, object and the IRI of the named graph."""

    subject: Iri
    predicate: Iri
    object: Iri | Literal
    graph: Iri


_ESCAPES = {
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
}
_SPECIAL = re.compile(r'[\x00-\x1f\x7f"\\]')
_IRI_SPECIAL = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    return _ESCAPES.get(char) or f"\\u{ord(char):04X}"


def ntriples(term: Term) -> str:
    """Return the canonical N-Triples form of a term.

    Raises:
        ValueError: If an IRI holds a character that no IRI may hold.
    """
    if isinstance(term, Iri):
        if _IRI_SPECIAL.search(term.value):
            raise ValueError(f"not an IRI: {term.value!r}")
        return f"<{term.value}>"
    if isinstance(term, BlankNode):
        return f"_:{term.label}"
    text = '"' + _SPECIAL.sub(_escape, term.value) + '"'
    if term.language:
        return f"{text}@{term.language}"
    if term.datatype == STRING:
        return text
    return f"{text}^^<{term.datatype}>"


def nquads(quads: Iterable[Quad]) -> bytes:
    """Return the quads as sorted canonical N-Quads, each once, in UTF-8."""
    # An IRI occurs in many quads: written once, it costs one look-up more each time.
    written: dict[str, str] = {}

    def iri(term: Iri) -> str:
        found = written.get(term.value)
        if found is None:
            found = written[term.value] = ntriples(term)
        return found

    lines = {
        f"{iri(q.subject)} {iri(q.predicate)} "
        f"{iri(q.object) if isinstance(q.object, Iri) else ntriples(q.object)} {iri(q.graph)} .\n"
        for q in quads
    }
    return "".join(sorted(lines)).encode("utf-8")


def merged(*datasets: bytes) -> bytes:
    """Return several datasets in sorted canonical N-Quads as one.

    Cheaper than writing their quads again: code points and UTF-8 bytes sort alike.
    """
    lines = {line for data in datasets for line in data.splitlines(keepends=True)}
    return b"".join(sorted(lines))


def canonical_hash(canonical_nquads: bytes) -> str:
    """Return the RDFC-1.0 hash (SHA-256, hex) of a dataset without blank nodes.

    Args:
        canonical_nquads: The output of :func:`nquads`.
    """
    return hashlib.sha256(canonical_nquads).hexdigest()
