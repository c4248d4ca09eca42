"""The reference engine, rdflib: slow, known to all, and the oracle of the tests. Its only door."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from shanhai.errors import EnvironmentFault, InputError, LimitReached, ShanhaiError, Text
from shanhai.rdf.terms import LANG_STRING, STRING, BlankNode, Iri, Literal, Term, ntriples
from shanhai.store.results import Result, Rows, Triples, Truth
from shanhai.store.syntax import explain
from shanhai.store.tokens import line_start, refuse_service

if TYPE_CHECKING:
    from rdflib import Dataset


class ReferenceStore:
    """A dataset in rdflib; same doings as :class:`shanhai.store.embedded.EmbeddedStore`."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._loaded: Dataset | None = None
        self._unions: dict[tuple[str, ...], Dataset] = {}

    @classmethod
    def from_nquads(cls, data: bytes) -> ReferenceStore:
        """Return a store of a dataset in N-Quads; read on the first query."""
        return cls(data)

    def _dataset(self) -> Dataset:
        if self._loaded is None:
            from rdflib import Dataset

            with _our_settings():
                dataset = Dataset()
                dataset.parse(data=self._data, format="nquads")
            self._loaded = dataset
        return self._loaded

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of the named graphs, sorted."""
        from rdflib import URIRef

        every = [g.identifier for g in self._dataset().graphs()]
        return tuple(sorted(str(i) for i in every if isinstance(i, URIRef) and str(i) != _DEFAULT))

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
        with _our_settings():
            return self._answer(text, default_graph, prefixes or {}, max_rows)

    def _answer(
        self,
        text: str,
        default_graph: tuple[str, ...] | None,
        prefixes: Mapping[str, str],
        max_rows: int,
    ) -> Result:
        from pyparsing import ParseBaseException
        from rdflib.plugins.sparql import prepareQuery

        try:
            prepared = prepareQuery(text, initNs=dict(prefixes))
        except ParseBaseException as error:
            offset = line_start(text, error.lineno) + error.column - 1
            raise explain(text, "", offset, prefixes) from None
        except RecursionError:
            raise _refused("查询嵌套太深", "the query is nested too deeply") from None
        except Exception as error:  # rdflib raises bare exceptions for prefixes and variables
            shown = str(error)[:120]
            if "Unknown namespace prefix" in shown:
                raise explain(text, "", len(text), prefixes) from None
            raise _refused(f"查询无效：{shown}", f"not a valid query: {shown}") from None
        _refuse_service_in(prepared.algebra)
        named, united = _from_clauses(prepared.algebra)
        if prepared.algebra.datasetClause is not None:
            default_graph = united
            prepared.algebra.datasetClause = None
        dataset = self._union(default_graph or (), named)
        try:
            return _result(dataset.query(prepared), max_rows)
        except RecursionError:
            raise _refused("查询嵌套太深", "the query is nested too deeply") from None
        except ShanhaiError:
            raise
        except Exception as error:  # it breaks down on odd terms, as in sorting what is unbound
            shown = f"{type(error).__name__} {error}"[:120]
            raise EnvironmentFault(
                Text(f"rdflib 答不了：{shown}", f"rdflib breaks down on it: {shown}")
            ) from None

    def _union(self, default: tuple[str, ...], named: tuple[str, ...] | None) -> Dataset:
        """Return a dataset whose default graph is the union of some graphs."""
        from rdflib import Dataset, URIRef

        key = (*default, "", *(named or ("*",)))
        if key not in self._unions:
            source, union = self._dataset(), Dataset()
            for iri in default:
                for triple in source.graph(URIRef(iri)):
                    union.default_graph.add(triple)
            for graph in list(source.graphs()):
                name = str(graph.identifier)
                if name != _DEFAULT and (named is None or name in named):
                    target = union.graph(graph.identifier)
                    for triple in graph:
                        target.add(triple)
            if not default:
                for triple in source.default_graph:
                    union.default_graph.add(triple)
            self._unions[key] = union
        return self._unions[key]


_DEFAULT = "urn:x-rdflib:default"


@contextmanager
def _our_settings() -> Iterator[None]:
    """Set rdflib up for a load or a query; its settings belong to the whole process."""
    import rdflib
    from rdflib.plugins import sparql

    logger = logging.getLogger("rdflib.term")
    kept = rdflib.NORMALIZE_LITERALS, sparql.SPARQL_LOAD_GRAPHS, logger.level
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            # Else rdflib writes 8.20 as 8.2 and warns of every odd date.
            rdflib.NORMALIZE_LITERALS = False
            # No query reads a file or an address.
            sparql.SPARQL_LOAD_GRAPHS = False
            logger.setLevel(logging.ERROR)
            yield
        finally:
            rdflib.NORMALIZE_LITERALS, sparql.SPARQL_LOAD_GRAPHS, level = kept
            logger.setLevel(level)


def _refused(zh: str, en: str) -> InputError:
    return InputError(Text(zh, en))


def _parts(node: object) -> Iterator[Any]:
    from rdflib.plugins.sparql.parserutils import CompValue

    waiting = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, CompValue):
            yield each
            waiting.extend(each.values())
        elif isinstance(each, list | tuple | set):
            waiting.extend(each)
        elif isinstance(each, dict):
            waiting.extend(each.values())


def _refuse_service_in(algebra: object) -> None:
    # rdflib unescapes code points first, so that the keyword can be hidden from a tokeniser.
    if any(part.name in ("ServiceGraphPattern", "Service") for part in _parts(algebra)):
        raise _refused(
            "SERVICE 会去问别的服务器；查询不读任何文件或网址",
            "SERVICE would ask another server; no query reads a file or an address",
        )


def _from_clauses(algebra: Any) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    clauses = algebra.datasetClause
    if clauses is None:
        return None, ()
    named = tuple(str(c.named) for c in clauses if c.named)
    return named, tuple(str(c.default) for c in clauses if c.default)


def _result(answer: Any, max_rows: int) -> Result:
    if answer.type == "ASK":
        return Truth(bool(answer.askAnswer))
    if answer.type in ("CONSTRUCT", "DESCRIBE"):
        found = {(_set(s), Iri(str(p)), _set(o)) for s, p, o in answer.graph}
        return Triples(tuple(sorted(found, key=lambda t: [_written(x) for x in t])))
    names = tuple(str(v) for v in answer.vars or ())
    rows: list[tuple[Term | None, ...]] = []
    for binding in answer.bindings:
        if max_rows and len(rows) == max_rows:
            raise LimitReached(
                Text(
                    f"结果超过 {max_rows} 行；请在查询里写 LIMIT，或提高行数上限",
                    f"more than {max_rows} rows; write LIMIT into the query or raise the limit",
                )
            )
        rows.append(tuple(_term(binding.get(v)) for v in answer.vars))
    return Rows(names, tuple(rows))


def _term(node: object) -> Term | None:
    from rdflib import BNode, URIRef
    from rdflib import Literal as RdflibLiteral

    match node:
        case None:
            return None
        case URIRef():
            return Iri(str(node))
        case BNode():
            return BlankNode(str(node))
        case RdflibLiteral():
            if node.language:
                return Literal(str(node), LANG_STRING, node.language)
            return Literal(str(node), str(node.datatype) if node.datatype else STRING)
    raise TypeError(type(node).__name__)


def _set(node: object) -> Term:
    found = _term(node)
    if found is None:
        raise TypeError("a term of a triple is missing")
    return found


def _written(term: Term) -> str:
    return f"<{term.value}>" if isinstance(term, Iri) else ntriples(term)
