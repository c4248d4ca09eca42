"""The embedded engine, pyoxigraph: queries, reading and writing RDF. Its only door."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import pyoxigraph as ox

from shanhai.errors import EnvironmentFault, InputError, LimitReached, Text
from shanhai.rdf.terms import (
    LANG_STRING,
    BlankNode,
    Iri,
    Literal,
    Quad,
    Term,
    ntriples,
)
from shanhai.store.results import Result, Rows, Triples, Truth
from shanhai.store.syntax import explain
from shanhai.store.tokens import line_start, refuse_service, tokens

_ERROR_AT = re.compile(r"error at (\d+):(\d+)")
_Answer = TypeVar("_Answer")
_FORMATS = {
    "nquads": ox.RdfFormat.N_QUADS,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "trig": ox.RdfFormat.TRIG,
    "turtle": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
RDF_FORMATS = tuple(_FORMATS)
_MEDIA = {name: each.media_type for name, each in _FORMATS.items()}


class EmbeddedStore:
    """A dataset in memory. Strict: the unnamed graph is the default graph unless one is given."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    @classmethod
    def from_nquads(cls, data: bytes) -> EmbeddedStore:
        """Return a store of a dataset in N-Quads.

        Raises:
            InputError: If the bytes are no N-Quads.
        """
        store = ox.Store()
        try:
            store.bulk_load(data, ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise _parse_error(error, "") from None
        return cls(store)

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of the named graphs, sorted."""
        return tuple(sorted(_value(graph) for graph in self._store.named_graphs()))

    def query(
        self,
        text: str,
        *,
        default_graph: tuple[str, ...] | None = None,
        prefixes: Mapping[str, str] | None = None,
        max_rows: int = 0,
    ) -> Result:
        """Answer a query; see :class:`shanhai.store.protocol.Store`."""
        refuse_service(text)
        graphs = None
        if default_graph is not None and not has_from(text):
            graphs = [ox.NamedNode(iri) for iri in default_graph]
        try:
            answer = self._store.query(
                clean(text), prefixes=dict(prefixes or {}), default_graph=graphs
            )
            return _result(answer, max_rows)
        except SyntaxError as error:
            said = str(error)
            raise explain(text, said, _offset(text, said), prefixes or {}) from None
        except OSError as error:
            short = str(error)[:120]
            raise EnvironmentFault(
                Text(f"查询中断:{short}", f"the query broke off: {short}")
            ) from None


def clean(text: str) -> str:
    """Return a query without what no UTF-8 can hold, and without a byte order mark."""
    return text.removeprefix("\ufeff").encode("utf-8", "replace").decode("utf-8")


def has_from(text: str) -> bool:
    """Return True if a query says itself which graphs it asks."""
    return any(t.kind == "word" and t.text.upper() == "FROM" for t in tokens(text))


def _offset(text: str, said: str) -> int:
    match = _ERROR_AT.search(said)
    if not match:
        return 0
    return min(line_start(text, int(match[1])) + int(match[2]) - 1, len(text))


def _result(answer: object, max_rows: int) -> Result:
    if isinstance(answer, ox.QueryBoolean):
        return Truth(bool(answer))
    if isinstance(answer, ox.QueryTriples):
        found = {
            (_set(t.subject), Iri(_value(t.predicate)), _set(t.object))
            for t in _limited(answer, max_rows)
        }
        # A named tuple of a literal and one of an IRI may be equal, hence by the written form.
        return Triples(tuple(sorted(found, key=lambda triple: [_written(t) for t in triple])))
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError(type(answer).__name__)
    names = tuple(variable.value for variable in answer.variables)
    rows = tuple(
        tuple(_term(solution[name]) for name in names)
        for solution in _limited(answer, max_rows)
    )
    return Rows(names, rows)


def _limited(answer: Iterable[_Answer], max_rows: int) -> Iterator[_Answer]:
    for number, each in enumerate(answer, 1):
        if max_rows and number > max_rows:
            raise LimitReached(
                Text(
                    f"结果超过 {max_rows} 行;请在查询里写 LIMIT,或提高行数上限",
                    f"more than {max_rows} rows; write LIMIT into the query or raise the limit",
                )
            )
        yield each


def _value(node: object) -> str:
    if not isinstance(node, ox.NamedNode | ox.BlankNode):
        raise TypeError(type(node).__name__)
    return node.value


def _term(node: object) -> Term | None:
    match node:
        case None:
            return None
        case ox.NamedNode():
            return Iri(node.value)
        case ox.BlankNode():
            return BlankNode(node.value)
        case ox.Literal():
            if node.language:
                return Literal(node.value, LANG_STRING, node.language)
            return Literal(node.value, node.datatype.value)
    raise InputError(
        Text(
            "RDF 1.2 的三元组项不能作为结果",
            "a triple term of RDF 1.2 cannot be part of an answer",
        )
    )


def _set(node: object) -> Term:
    found = _term(node)
    if found is None:
        raise TypeError("a term of a triple is missing")
    return found


def _written(term: Term) -> str:
    return f"<{term.value}>" if isinstance(term, Iri) else ntriples(term)
