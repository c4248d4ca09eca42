"""A network as GraphML and GEXF, both of which Gephi opens.

Written with the standard library: networkx's GEXF writer puts the day of writing into the
file and its GraphML writer gives other bytes when lxml is installed, so neither is stable.
GraphML: graphml.graphdrawing.org (2002); GEXF: gexf.net, version 1.3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
GEXF = "http://gexf.net/1.3"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
# What XML 1.0 cannot hold, not even escaped.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """A node.

    Attributes:
        id: IRI.
        kind: ``region``, ``body``, ``platform`` or ``other``.
    """

    id: str
    zh: str
    en: str
    kind: str


@dataclass(frozen=True, slots=True)
class NetworkTie:
    """An undirected tie of a projection.

    Attributes:
        a: IRI of one node.
        b: IRI of the other.
        projection: Name of the projection.
        claims: IRIs of the claims that the tie rests on.
        fields: Bare names of the fields, such as ``tourism``.
        formality: Bare name of the strongest formality; empty if no claim has one.
        earliest: First day that any claim may cover, ``YYYY-MM-DD``; empty if not known.
        latest: Last day that any claim may cover, ``YYYY-MM-DD``; empty if not known.
        certain: False if all its claims have an uncertain reading.
    """

    a: str
    b: str
    projection: str
    claims: tuple[str, ...]
    fields: tuple[str, ...] = ()
    formality: str = ""
    earliest: str = ""
    latest: str = ""
    certain: bool = True

    @property
    def reading(self) -> str:
        """``certain`` or ``uncertain``, as of claims."""
        return "certain" if self.certain else "uncertain"


_NodeValue = Callable[[NetworkNode], str]
_TieValue = Callable[[NetworkTie], str]
_NODE: tuple[tuple[str, str, _NodeValue], ...] = (
    ("label", "string", lambda node: node.zh),
    ("zh", "string", lambda node: node.zh),
    ("en", "string", lambda node: node.en),
    ("kind", "string", lambda node: node.kind),
)
_TIE: tuple[tuple[str, str, _TieValue], ...] = (
    ("weight", "double", lambda tie: f"{len(tie.claims)}.0"),
    ("count", "int", lambda tie: str(len(tie.claims))),
    ("projection", "string", lambda tie: tie.projection),
    ("fields", "string", lambda tie: _SEPARATOR.join(tie.fields)),
    ("formality", "string", lambda tie: tie.formality),
    ("earliest", "string", lambda tie: tie.earliest),
    ("latest", "string", lambda tie: tie.latest),
    ("reading", "string", lambda tie: tie.reading),
    ("claims", "string", lambda tie: _SEPARATOR.join(tie.claims)),
)


def clean(text: str) -> str:
    """Return a text with what XML cannot hold replaced by U+FFFD."""
    return _ILLEGAL.sub("\ufffd", text)


def graphml(nodes: Iterable[NetworkNode], ties: Iterable[NetworkTie]) -> bytes:
    """Return a network as GraphML; the same network gives the same bytes.

    Args:
        nodes: Nodes; an end of a tie that is not among them is added with its IRI as name.
        ties: Ties of one or several projections.
    """
    drawn = _sorted(ties)
    root = ElementTree.Element(
        "graphml",
        {
            "xmlns": GRAPHML,
            "xmlns:xsi": _XSI,
            "xsi:schemaLocation": f"{GRAPHML} {GRAPHML}/1.0/graphml.xsd",
        },
    )
    for where, prefix, names in (("node", "n", _NODE), ("edge", "e", _TIE)):
        for name, kind, _ in names:
            attributes = {
                "id": f"{prefix}_{name}",
                "for": where,
                "attr.name": name,
                "attr.type": kind,
            }
            ElementTree.SubElement(root, "key", attributes)
    graph = ElementTree.SubElement(root, "graph", {"id": "shanhai", "edgedefault": "undirected"})
    for node in _complete(nodes, drawn):
        element = ElementTree.SubElement(graph, "node", {"id": clean(node.id)})
        for name, _, node_value in _NODE:
            _data(element, f"n_{name}", node_value(node))
    for number, tie in enumerate(drawn):
        ends = {"id": f"e{number}", "source": clean(tie.a), "target": clean(tie.b)}
        element = ElementTree.SubElement(graph, "edge", ends)
        for name, _, tie_value in _TIE:
            _data(element, f"e_{name}", tie_value(tie))
    return _bytes(root)


def gexf(nodes: Iterable[NetworkNode], ties: Iterable[NetworkTie]) -> bytes:
    """Return a network as GEXF 1.3; the same network gives the same bytes.

    Args:
        nodes: Nodes; an end of a tie that is not among them is added with its IRI as name.
        ties: Ties of one or several projections.
    """
    drawn = _sorted(ties)
    root = ElementTree.Element("gexf", {"xmlns": GEXF, "version": "1.3"})
    meta = ElementTree.SubElement(root, "meta")
    ElementTree.SubElement(meta, "creator").text = "Shanhai"
    ElementTree.SubElement(
        meta, "description"
    ).text = "山海区域合作网络 / Shanhai cooperation network"
    graph = ElementTree.SubElement(
        root, "graph", {"mode": "static", "defaultedgetype": "undirected"}
    )
    node_names = [(name, kind) for name, kind, _ in _NODE if name != "label"]
    tie_names = [(name, kind) for name, kind, _ in _TIE if name != "weight"]
    for where, names in (("node", node_names), ("edge", tie_names)):
        declared = ElementTree.SubElement(graph, "attributes", {"class": where, "mode": "static"})
        for name, kind in names:
            title = {"id": name, "title": name, "type": "integer" if kind == "int" else kind}
            ElementTree.SubElement(declared, "attribute", title)
    listed = ElementTree.SubElement(graph, "nodes")
    for node in _complete(nodes, drawn):
        element = ElementTree.SubElement(
            listed, "node", {"id": clean(node.id), "label": clean(node.zh)}
        )
        values = [(name, value(node)) for name, _, value in _NODE if name != "label"]
        _values(element, values)
    edges = ElementTree.SubElement(graph, "edges")
    for number, tie in enumerate(drawn):
        element = ElementTree.SubElement(
            edges,
            "edge",
            {
                "id": f"e{number}",
                "source": clean(tie.a),
                "target": clean(tie.b),
                "weight": f"{len(tie.claims)}.0",
            },
        )
        _values(element, [(name, value(tie)) for name, _, value in _TIE if name != "weight"])
    return _bytes(root)


def _sorted(ties: Iterable[NetworkTie]) -> list[NetworkTie]:
    return sorted(ties, key=lambda tie: (tie.projection, tie.a, tie.b))


def _complete(nodes: Iterable[NetworkNode], ties: Iterable[NetworkTie]) -> list[NetworkNode]:
    known = {node.id: node for node in nodes}
    for tie in ties:
        for iri in (tie.a, tie.b):
            known.setdefault(iri, NetworkNode(iri, iri, iri, "other"))
    return [known[iri] for iri in sorted(known)]


def _data(parent: ElementTree.Element, key: str, text: str) -> None:
    if text:
        ElementTree.SubElement(parent, "data", {"key": key}).text = clean(text)


def _values(parent: ElementTree.Element, values: Sequence[tuple[str, str]]) -> None:
    listed = ElementTree.SubElement(parent, "attvalues")
    for name, text in values:
        if text:
            ElementTree.SubElement(listed, "attvalue", {"for": name, "value": clean(text)})


def _bytes(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root, " ")
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()
