"""GraphML and GEXF: what Gephi needs of them, and stable bytes."""

from __future__ import annotations

import io
from xml.etree import ElementTree

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from shanhai.exchange.network_files import (
    GEXF,
    GRAPHML,
    NetworkNode,
    NetworkTie,
    gexf,
    graphml,
)

A, B, C = (f"https://w3id.org/shanhai/id/{name}" for name in ("cn-990101", "tools", "university"))
NODES = (
    NetworkNode(B, "山城工具公司", "Shancheng <Tools> & Co", "body"),
    NetworkNode(A, "山城县", "Shancheng", "region"),
)
TIES = (
    NetworkTie(
        B, C, "body-body", ("c2", "c1"), ("education",), "support", "2024-03-01", "2024-03-31"
    ),
    NetworkTie(A, B, "region-body", ("c1",), certain=False),
)


def test_graphml_is_what_the_schema_asks() -> None:
    root = ElementTree.fromstring(graphml(NODES, TIES))
    space = f"{{{GRAPHML}}}"
    assert root.tag == f"{space}graphml"
    keys = {key.get("id"): key for key in root.findall(f"{space}key")}
    assert all(key.get("for") in ("node", "edge") for key in keys.values())
    assert {key.get("attr.type") for key in keys.values()} <= {"string", "int", "double"}
    # The schema wants all keys before the graph.
    assert [child.tag for child in root] == [f"{space}key"] * len(keys) + [f"{space}graph"]
    graph = root.find(f"{space}graph")
    assert graph is not None
    assert graph.get("edgedefault") == "undirected"
    nodes = [node.get("id") for node in graph.findall(f"{space}node")]
    assert nodes == sorted([A, B, C])
    edges = graph.findall(f"{space}edge")
    assert len({edge.get("id") for edge in edges}) == len(edges) == 2
    assert all(edge.get("source") in nodes and edge.get("target") in nodes for edge in edges)
    assert all(data.get("key") in keys for data in graph.iter(f"{space}data"))


def test_gexf_is_what_the_schema_asks() -> None:
    root = ElementTree.fromstring(gexf(NODES, TIES))
    space = f"{{{GEXF}}}"
    assert (root.tag, root.get("version")) == (f"{space}gexf", "1.3")
    meta, graph = list(root)
    assert meta.get("lastmodifieddate") is None
    assert (graph.get("mode"), graph.get("defaultedgetype")) == ("static", "undirected")
    assert [child.tag.removeprefix(space) for child in graph] == [
        "attributes",
        "attributes",
        "nodes",
        "edges",
    ]
    for declared, listed in zip(list(graph)[:2], list(graph)[2:], strict=True):
        names = {attribute.get("id") for attribute in declared}
        assert {value.get("for") for value in listed.iter(f"{space}attvalue")} <= names
    nodes = {node.get("id") for node in graph.iter(f"{space}node")}
    assert all(node.get("label") for node in graph.iter(f"{space}node"))
    for edge in graph.iter(f"{space}edge"):
        assert {edge.get("source"), edge.get("target")} <= nodes


def test_networkx_reads_both_alike() -> None:
    one = networkx.read_graphml(io.BytesIO(graphml(NODES, TIES)))
    two = networkx.read_gexf(io.BytesIO(gexf(NODES, TIES)), version="1.3")
    for graph in (one, two):
        assert set(graph) == {A, B, C}
        assert graph.nodes[A]["zh"] == "山城县"
        assert graph.nodes[B]["en"] == "Shancheng <Tools> & Co"
        assert graph.nodes[C]["kind"] == "other"
        assert graph.edges[B, C]["count"] == 2
        assert graph.edges[B, C]["fields"] == "education"
        assert graph.edges[A, B]["projection"] == "region-body"
        assert graph.edges[B, C]["reading"] == "certain"
        assert graph.edges[A, B]["reading"] == "uncertain"


def test_order_does_not_matter() -> None:
    assert graphml(NODES, TIES) == graphml(NODES[::-1], TIES[::-1])
    assert gexf(NODES, TIES) == gexf(NODES[::-1], TIES[::-1])


def test_an_empty_network_is_a_file_too() -> None:
    ElementTree.fromstring(graphml((), ()))
    ElementTree.fromstring(gexf((), ()))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=20), st.text(max_size=20))
def test_any_name_gives_well_formed_xml(zh: str, en: str) -> None:
    nodes = (NetworkNode(A, zh, en, "region"), NetworkNode(B, "乙", "B", "body"))
    for write in (graphml, gexf):
        data = write(nodes, (NetworkTie(A, B, zh, ("c",)),))
        ElementTree.fromstring(data)
        assert data == write(nodes, (NetworkTie(A, B, zh, ("c",)),))
