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
        made = cls(ox.Store())
        made.add(data)
        return made

    def add(self, data: bytes) -> None:
        """Add a dataset in N-Quads.

        Raises:
            InputError: If the bytes are no N-Quads.
        """
        try:
            self._store.bulk_load(data, ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise _parse_error(error, "") from None

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
        graphs: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] | None = None
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
                Text(f"查询中断：{short}", f"the query broke off: {short}")
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
    # Large answers repeat their terms: each is kept once.
    seen: dict[object, Term | None] = {None: None}

    def known(node: object) -> Term | None:
        if node not in seen:
            seen[node] = _term(node)
        return seen[node]

    rows = tuple(tuple(map(known, solution)) for solution in _limited(answer, max_rows))
    return Rows(names, rows)


def _limited(answer: Iterable[_Answer], max_rows: int) -> Iterator[_Answer]:
    for number, each in enumerate(answer, 1):
        if max_rows and number > max_rows:
            raise LimitReached(
                Text(
                    f"结果超过 {max_rows} 行；请在查询里写 LIMIT，或提高行数上限",
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


# RDF in and out --------------------------------------------------------------------------


def format_of(name: str) -> str:
    """Return the format of a file name or media type: one of :data:`RDF_FORMATS`.

    >>> format_of("a.ttl"), format_of("text/turtle; charset=utf-8")
    ('turtle', 'turtle')

    Raises:
        InputError: If neither is known.
    """
    extension = name.rpartition(".")[2].lower()
    found = ox.RdfFormat.from_media_type(name) if "/" in name else None
    found = found or ox.RdfFormat.from_extension(extension)
    for form, each in _FORMATS.items():
        if found == each:
            return form
    shown = name[-60:]
    raise InputError(
        Text(
            f"看不出 {shown} 是哪种 RDF；可用 .nq .nt .trig .ttl .jsonld .rdf",
            f"cannot tell which RDF {shown} is; use .nq .nt .trig .ttl .jsonld .rdf",
        )
    )


def read_rdf(data: bytes, form: str, *, name: str = "", base: str = "") -> bytes:
    """Return any RDF as sorted N-Quads. What the content names is never fetched.

    Args:
        data: The bytes of the file.
        form: One of :data:`RDF_FORMATS`.
        name: The file, for messages.
        base: IRI against which relative IRIs are resolved; none are allowed without.

    Raises:
        InputError: If the bytes are not of that format; with line and column where known.
    """
    try:
        quads = ox.parse(data, _FORMATS[form], base_iri=base or None)
        return ox.serialize(_sorted(quads), format=ox.RdfFormat.N_QUADS) or b""
    except SyntaxError as error:
        raise _parse_error(error, name) from None


def read_triples(data: bytes, form: str, *, name: str = "") -> Triples:
    """Return the triples of an RDF file of one graph, in its order.

    Raises:
        InputError: If the bytes are not of that format; with line and column where known.
    """
    try:
        found = ox.parse(data, _FORMATS[form])
        return Triples(
            tuple((_set(q.subject), Iri(_value(q.predicate)), _set(q.object)) for q in found)
        )
    except SyntaxError as error:
        raise _parse_error(error, name) from None


def write_rdf(nquads: bytes, form: str, prefixes: Mapping[str, str] | None = None) -> bytes:
    """Return a dataset in N-Quads in another format: equal data give equal bytes.

    Formats of one graph (turtle, ntriples, rdfxml) get the union of all graphs.

    Args:
        nquads: The dataset.
        form: One of :data:`RDF_FORMATS`.
        prefixes: Prefixes for the formats that have them.

    Raises:
        InputError: If the bytes are no N-Quads, or the format cannot hold the data.
    """
    target = _FORMATS[form]
    try:
        quads = _sorted(ox.parse(nquads, ox.RdfFormat.N_QUADS))
        used = dict(sorted((prefixes or {}).items()))
        if target.supports_datasets:
            return ox.serialize(quads, format=target, prefixes=used) or b""
        once = dict.fromkeys(q.triple for q in sorted(quads, key=_triple_key))
        return ox.serialize(once, format=target, prefixes=used) or b""
    except SyntaxError as error:
        raise _parse_error(error, "") from None
    except (ValueError, OSError) as error:
        short = str(error)[:120]
        raise InputError(
            Text(f"{form} 存不下这些数据：{short}", f"{form} cannot hold this data: {short}")
        ) from None


def write_triples(triples: Triples, form: str, prefixes: Mapping[str, str] | None = None) -> bytes:
    """Return the answer of CONSTRUCT or DESCRIBE in an RDF format."""
    lines = "".join(" ".join(_written(term) for term in each) + " .\n" for each in triples.triples)
    return write_rdf(lines.encode("utf-8"), form, prefixes)


def canonical_nquads(nquads: bytes) -> bytes:
    """Return a dataset in the canonical form of RDFC-1.0 (for tests of our own writer)."""
    found = ox.Dataset(ox.parse(nquads, ox.RdfFormat.N_QUADS))
    found.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    written = ox.serialize(found, format=ox.RdfFormat.N_QUADS) or b""
    return b"".join(sorted(written.splitlines(keepends=True)))


def _triple_key(quad: ox.Quad) -> tuple[str, bool, str, str]:
    predicate = str(quad.predicate)
    # Classes first, as people write it.
    return str(quad.subject), not predicate.endswith("#type>"), predicate, str(quad.object)


def _sorted(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    return sorted(set(quads), key=lambda q: (str(q.graph_name), _triple_key(q)))


def _parse_error(error: SyntaxError, name: str) -> InputError:
    said = re.sub(r"^Parser error at [^:]*: ", "", str(error.msg))[:160]
    zh = en = ""
    if "LoadDocumentCallback" in said:
        # No callback is ever set: what a file names is not fetched.
        zh = "它引用了别处的 @context；内容里的网址一律不读取，请把上下文写在文件里"
        en = "it names a remote @context; no address in a file is fetched, write the context inline"
    place = f"{name}:" if name else ""
    where_zh = where_en = ""
    if error.lineno:
        place = f"{name}:{error.lineno}:" if name else ""
        where_zh = f"第 {error.lineno} 行第 {error.offset} 列："
        where_en = f"line {error.lineno}, column {error.offset}: "
    return InputError(
        Text(
            f"{place}{where_zh}{zh or f'不是有效的 RDF：{said}'}",
            f"{place + ' ' if place else ''}{where_en}{en or f'not valid RDF: {said}'}",
        )
    )
