"""The description of a dataset: VoID and DCAT with PROV, without clock or version control.

``describe`` counts a dataset and its graphs; as ``meta_quads`` the description is a graph of
the dataset itself; ``void_turtle`` adds what only a finished build knows: its files with
their checksums.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from shanhai.errors import Text
from shanhai.rdf import namespaces as ns
from shanhai.rdf.terms import LANG_STRING, Iri, Literal, Quad
from shanhai.rdf.turtle import Statement, turtle

VOID: Final = ns.PREFIXES["void"]
DCAT: Final = ns.PREFIXES["dcat"]
SPDX: Final = "http://spdx.org/rdf/terms#"
SERVICE: Final = "http://www.w3.org/ns/sparql-service-description#"
PREFIXES: Final = {**ns.PREFIXES, "spdx": SPDX, "sd": SERVICE}

_TYPE = Iri(ns.RDF + "type")
_LABEL = Iri(ns.RDFS + "label")
_META = Text("描述", "description")
_META_HOLDS = Text(
    "数据集及其各图的名称、许可、来源、计数和校验和",
    "names, licences, origins, counts and checksums of the dataset and its graphs",
)
_COUNTED = Text(
    "void:triples 是各命名图的并集中不同三元组的个数，不含描述图；同一个三元组可以在几个图中，"
    "故各图之和（即四元组数，也就是 N-Quads 文件除描述图以外的行数）更大：四元组 {quads} 个",
    "void:triples counts the different triples in the union of the named graphs, the describing "
    "graph apart; a triple may stand in several graphs, so their sum (the quads, which are the "
    "lines of the N-Quads file without those of the describing graph) is larger: {quads} quads",
)
_PREFERRED = ns.SKOS + "prefLabel"
_MEDIA = {
    ".nq": "application/n-quads",
    ".trig": "application/trig",
    ".ttl": "text/turtle",
    ".html": "text/html",
    ".json": "application/json",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".graphml": "application/graphml+xml",
    ".gexf": "application/gexf+xml",
    ".zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class GraphFacts:
    """What is known of a named graph beside its quads.

    Attributes:
        iri: Its IRI.
        title: What it is called.
        holds: What it holds.
        licence: IRI of its licence; empty if that of the dataset.
    """

    iri: str
    title: Text
    holds: Text
    licence: str = ""


@dataclass(frozen=True, slots=True)
class DatasetFacts:
    """What is known of a dataset beside its quads.

    Attributes:
        iri: Its IRI.
        licence: IRI of its licence.
        created: Day of creation, ``YYYY-MM-DD``, from the data's own manifests.
        version: Version of the package that built it.
        sources: IRIs of the sources that it was derived from.
        graphs: Its named graphs.
        uri_spaces: The bases that its slugs are appended to; if empty, the one of ``iri``.
        creators: Who made it, in both languages or as one name; none if it does not say.
    """

    iri: str
    title: Text
    description: Text
    licence: str
    created: str
    version: str
    sources: tuple[str, ...]
    graphs: tuple[GraphFacts, ...]
    uri_spaces: tuple[str, ...] = ()
    creators: tuple[Text | str, ...] = ()


def describe(quads: Sequence[Quad], facts: DatasetFacts, digest: str) -> tuple[Statement, ...]:
    """Return the description of a dataset.

    Args:
        quads: The dataset, without its description.
        facts: What is known of it beside its quads.
        digest: The RDFC-1.0 hash of ``quads``.
    """
    return tuple(_statements(quads, facts, digest))


def meta_quads(description: Iterable[Statement]) -> Iterator[Quad]:
    """Yield the description of a dataset as quads of the graph ``…/graph/meta``."""
    for statement in description:
        yield Quad(*statement, Iri(ns.GRAPH_META))


def void_turtle(
    description: Iterable[Statement], facts: DatasetFacts, files: Mapping[str, bytes]
) -> bytes:
    """Return the description of a dataset as Turtle, with its files.

    Args:
        description: What :func:`describe` returned.
        facts: What it was made with.
        files: Name to content of the files that are the dataset's distributions.
    """
    return turtle([*description, *_files(facts, files)], PREFIXES)


def _both(subject: Iri, predicate: str, text: Text) -> Iterator[Statement]:
    yield subject, Iri(predicate), Literal(text.zh, LANG_STRING, "zh")
    yield subject, Iri(predicate), Literal(text.en, LANG_STRING, "en")


def _named(subject: Iri, name: Text) -> Iterator[Statement]:
    yield from _both(subject, _PREFERRED, name)
    yield from _both(subject, _LABEL.value, name)


def _uri_spaces(facts: DatasetFacts) -> list[str]:
    """Return the bases, without those that lie within another one."""
    spaces = set(facts.uri_spaces) or {facts.iri[: facts.iri.rfind("/") + 1]}
    return sorted(s for s in spaces if not any(s != o and s.startswith(o) for o in spaces))


def _integer(value: int) -> Literal:
    return Literal(str(value), ns.XSD + "integer")


def _statements(quads: Sequence[Quad], facts: DatasetFacts, digest: str) -> Iterator[Statement]:
    me = Iri(facts.iri)
    for kind in (VOID + "Dataset", DCAT + "Dataset", ns.PROV + "Entity"):
        yield me, _TYPE, Iri(kind)
    yield from _both(me, ns.DCTERMS + "title", facts.title)
    yield from _named(me, facts.title)
    yield from _both(me, ns.DCTERMS + "description", facts.description)
    yield me, Iri(ns.DCTERMS + "license"), Iri(facts.licence)
    yield me, Iri(ns.DCTERMS + "created"), Literal(facts.created, ns.XSD + "date")
    yield me, Iri(DCAT + "version"), Literal(facts.version)
    yield me, Iri(ns.DCTERMS + "conformsTo"), Iri(ns.SITE + "ontology")
    for space in _uri_spaces(facts):
        yield me, Iri(VOID + "uriSpace"), Literal(space)
    for namespace in sorted(_vocabularies(quads)):
        yield me, Iri(VOID + "vocabulary"), Iri(namespace)
    for source in facts.sources:
        yield me, Iri(ns.PROV + "wasDerivedFrom"), Iri(source)
    for creator in facts.creators:
        if isinstance(creator, Text):
            yield from _both(me, ns.DCTERMS + "creator", creator)
            yield from _both(me, ns.DCTERMS + "publisher", creator)
        else:
            yield me, Iri(ns.DCTERMS + "creator"), Literal(creator)
    yield from _counts(me, _triples(quads))
    number = len(set(quads))
    counted = Text(_COUNTED.zh.format(quads=number), _COUNTED.en.format(quads=number))
    yield from _both(me, ns.RDFS + "comment", counted)
    yield from _hash(me, digest)
    known = {graph.iri: graph for graph in facts.graphs}
    for iri, inside in sorted(_by_graph(quads).items()):
        node = Iri(iri)
        yield me, Iri(VOID + "subset"), node
        yield node, _TYPE, Iri(VOID + "Dataset")
        yield node, _TYPE, Iri(SERVICE + "NamedGraph")
        yield node, Iri(SERVICE + "name"), node
        yield from _counts(node, inside)
        if iri in known:
            yield from _both(node, ns.DCTERMS + "title", known[iri].title)
            yield from _named(node, known[iri].title)
            yield from _both(node, ns.DCTERMS + "description", known[iri].holds)
            yield node, Iri(ns.DCTERMS + "license"), Iri(known[iri].licence or facts.licence)
    yield from _meta(me, facts)


def _meta(me: Iri, facts: DatasetFacts) -> Iterator[Statement]:
    """Yield what the describing graph says of itself; its counts it cannot, being one of them."""
    node = Iri(ns.GRAPH_META)
    yield me, Iri(VOID + "subset"), node
    yield node, _TYPE, Iri(VOID + "Dataset")
    yield node, _TYPE, Iri(SERVICE + "NamedGraph")
    yield node, Iri(SERVICE + "name"), node
    yield from _both(node, ns.DCTERMS + "title", _META)
    yield from _named(node, _META)
    yield from _both(node, ns.DCTERMS + "description", _META_HOLDS)
    yield node, Iri(ns.DCTERMS + "license"), Iri(facts.licence)


_Triples = set[tuple[Iri, Iri, Iri | Literal]]


def _triples(quads: Iterable[Quad]) -> _Triples:
    return {(quad.subject, quad.predicate, quad.object) for quad in quads}


def _by_graph(quads: Iterable[Quad]) -> dict[str, _Triples]:
    found: dict[str, _Triples] = defaultdict(set)
    for quad in quads:
        found[quad.graph.value].add((quad.subject, quad.predicate, quad.object))
    return found


def _vocabularies(quads: Iterable[Quad]) -> set[str]:
    used = {quad.predicate.value for quad in quads}
    used |= {
        quad.object.value
        for quad in quads
        if quad.predicate == _TYPE and isinstance(quad.object, Iri)
    }
    return {space for space in PREFIXES.values() if any(iri.startswith(space) for iri in used)}


def _counts(me: Iri, triples: _Triples) -> Iterator[Statement]:
    """Yield the VoID statistics: triples, entities, partitions by class and property."""
    classes = Counter(o.value for _, p, o in triples if p == _TYPE and isinstance(o, Iri))
    properties = Counter(p.value for _, p, _ in triples)
    subjects = {s for s, _, _ in triples}
    yield me, Iri(VOID + "triples"), _integer(len(triples))
    yield me, Iri(VOID + "entities"), _integer(len({s for s, p, _ in triples if p == _TYPE}))
    yield me, Iri(VOID + "distinctSubjects"), _integer(len(subjects))
    yield me, Iri(VOID + "distinctObjects"), _integer(len({o for _, _, o in triples}))
    yield me, Iri(VOID + "classes"), _integer(len(classes))
    yield me, Iri(VOID + "properties"), _integer(len(properties))
    for iri, count in sorted(classes.items()):
        node = Iri(f"{me.value}/class/{_short(iri)}")
        yield me, Iri(VOID + "classPartition"), node
        yield node, _TYPE, Iri(VOID + "Dataset")
        yield node, Iri(VOID + "class"), Iri(iri)
        yield node, Iri(VOID + "entities"), _integer(count)
    for iri, count in sorted(properties.items()):
        node = Iri(f"{me.value}/property/{_short(iri)}")
        yield me, Iri(VOID + "propertyPartition"), node
        yield node, _TYPE, Iri(VOID + "Dataset")
        yield node, Iri(VOID + "property"), Iri(iri)
        yield node, Iri(VOID + "triples"), _integer(count)


def _short(iri: str) -> str:
    """Return a name for an IRI that can stand in another IRI: ``prefix-local``, else a hash."""
    for prefix, space in sorted(PREFIXES.items()):
        local = iri.removeprefix(space)
        if local != iri and local.isascii() and local.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}-{local}"
    return hashlib.sha256(iri.encode()).hexdigest()[:16]


def _hash(me: Iri, digest: str) -> Iterator[Statement]:
    node = Iri(me.value + "/checksum/rdfc-1.0")
    yield me, Iri(SPDX + "checksum"), node
    yield node, _TYPE, Iri(SPDX + "Checksum")
    yield node, Iri(SPDX + "algorithm"), Iri(SPDX + "checksumAlgorithm_sha256")
    yield node, Iri(SPDX + "checksumValue"), Literal(digest)
    text = Text(
        "按 W3C RDFC-1.0 规范化后的 N-Quads 的 SHA-256，不含描述图",
        "SHA-256 of the N-Quads in W3C RDFC-1.0 canonical form, without the describing graph",
    )
    yield from _named(node, text)


def _files(facts: DatasetFacts, files: Mapping[str, bytes]) -> Iterator[Statement]:
    me = Iri(facts.iri)
    for name, data in sorted(files.items()):
        node = Iri(f"{facts.iri}/file/{quote(name)}")
        suffix = name[name.rfind(".") :] if "." in name else ""
        yield me, Iri(DCAT + "distribution"), node
        yield node, _TYPE, Iri(DCAT + "Distribution")
        yield node, _LABEL, Literal(name)
        yield node, Iri(DCAT + "byteSize"), _integer(len(data))
        if suffix in _MEDIA:
            media = f"https://www.iana.org/assignments/media-types/{_MEDIA[suffix]}"
            yield node, Iri(DCAT + "mediaType"), Iri(media)
        checksum = Iri(node.value + "/checksum")
        yield node, Iri(SPDX + "checksum"), checksum
        yield checksum, _TYPE, Iri(SPDX + "Checksum")
        yield checksum, Iri(SPDX + "algorithm"), Iri(SPDX + "checksumAlgorithm_sha256")
        yield checksum, Iri(SPDX + "checksumValue"), Literal(hashlib.sha256(data).hexdigest())
