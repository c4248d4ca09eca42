"""Measures against values worked by hand, printed in the literature, or by networkx."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanhai.network import measures


@pytest.fixture(scope="module")
def florentine() -> nx.Graph:
    """Marriages of the Florentine families (Padgett; Wasserman & Faust 1994, app. B)."""
    graph = nx.florentine_families_graph()
    graph.add_node("Pucci")  # Married into no other family; networkx leaves it out.
    return graph


def test_florentine_marriages_as_printed(florentine: nx.Graph) -> None:
    # Wasserman & Faust 1994: 16 families, 20 marriages, density 0.167; Medici: 6 ties.
    assert measures.nodes(florentine) == 16
    assert measures.ties(florentine) == 20
    assert measures.density(florentine) == pytest.approx(0.167, abs=5e-4)
    assert measures.degree(florentine)["Medici"] == 6
    assert [len(each) for each in measures.components(florentine)] == [15, 1]
    # Medici, Guadagni, Albizzi lead in betweenness; 47.5 paths of 105 pairs for the Medici.
    between = measures.betweenness(florentine)
    assert between["Medici"] == pytest.approx(47.5 / 105)
    assert sorted(between, key=lambda node: -between[node])[:3] == ["Medici", "Guadagni", "Albizzi"]


def test_constraint_of_a_triangle() -> None:
    # Each has two partners, p = 1/2; (1/2 + 1/2 * 1/2)^2 = 9/16 for each of them.
    assert measures.constraint(nx.complete_graph(3)) == pytest.approx(
        dict.fromkeys(range(3), 2 * 9 / 16)
    )


def test_constraint_of_a_star() -> None:
    found = measures.constraint(nx.star_graph(5))
    assert found[0] == pytest.approx(5 * (1 / 5) ** 2)
    assert found[1] == pytest.approx(1.0)


def test_constraint_of_a_triangle_with_a_tail() -> None:
    # a-b, b-c, c-a, c-d. c: p = 1/3; a and b: (1/3 + 1/3 * 1/2)^2 = 1/4 each; d: 1/9.
    graph = nx.Graph(["ab", "bc", "ca", "cd"])
    found = measures.constraint(graph)
    assert found["c"] == pytest.approx(1 / 4 + 1 / 4 + 1 / 9)
    # a: p = 1/2; b: (1/2 + 1/2 * 1/3)^2 = 4/9; c: (1/2 + 1/2 * 1/2)^2 = 9/16.
    assert found["a"] == pytest.approx(4 / 9 + 9 / 16)
    assert found["d"] == pytest.approx(1.0)


def test_constraint_is_what_networkx_computes(florentine: nx.Graph) -> None:
    theirs = nx.constraint(florentine, nodes=[node for node in florentine if node != "Pucci"])
    ours = measures.constraint(florentine)
    assert "Pucci" not in ours
    assert ours == pytest.approx(theirs, abs=1e-12)


def test_bridges_of_a_chain_and_a_ring() -> None:
    assert measures.bridges(nx.path_graph(3)) == [(0, 1), (1, 2)]
    assert measures.bridges(nx.cycle_graph(4)) == []


def test_density_between_two_sets_counts_only_ties_across() -> None:
    graph = nx.Graph([("r1", "b1"), ("r1", "b2"), ("b1", "b2")])
    nx.set_node_attributes(graph, {"r1": "region", "b1": "body", "b2": "platform"}, "kind")
    assert measures.density_between(graph, "region") == 1.0
    assert measures.density_between(graph, "moon") is None


def two_mode(*pairs: tuple[str, str]) -> nx.Graph:
    graph = nx.Graph(pairs)
    kinds = {node: "region" if node.startswith("r") else "body" for node in graph}
    nx.set_node_attributes(graph, kinds, "kind")
    return graph


def test_betweenness_of_two_modes_by_hand() -> None:
    # b1 - r1 - b2 - r2 - b3 and b1 - r1 - b4: 2 regions, 4 bodies. Most for a region: s = 0,
    # t = 1, (16 + 4 - 2) / 2 = 9. For a body: (4 - 1) / 2 gives s = 1, t = 1,
    # (4 * 4 + 2 * 2 * 0 - 1 * 4) / 2 = 6.
    graph = two_mode(("r1", "b1"), ("r1", "b2"), ("r2", "b2"), ("r2", "b3"), ("r1", "b4"))
    found = measures.betweenness_between(graph, "region")
    # Through r1: b1-b4, and b1 and b4 each with b2, r2, b3. Through r2: b3 with the four others.
    # Through b2: r1, b1, b4 with r2 and b3.
    expected = {"r1": 7 / 9, "r2": 4 / 9, "b2": 6 / 6, "b1": 0, "b3": 0, "b4": 0}
    assert found == pytest.approx(expected)


def test_the_middle_of_a_two_mode_star_has_all_that_is_possible() -> None:
    star = two_mode(*(("r1", f"b{i}") for i in range(5)))
    # A body can never stand between others where there is one region: it is left out.
    assert measures.betweenness_between(star, "region") == {"r1": 1.0}
    assert measures.betweenness_between(star, "moon") == {}


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 6)), min_size=1, max_size=20))
def test_betweenness_of_two_modes_is_what_networkx_computes(pairs: list[tuple[int, int]]) -> None:
    graph = two_mode(*((f"r{a}", f"b{b}") for a, b in pairs))
    regions = [node for node in graph if node.startswith("r")]
    ours = measures.betweenness_between(graph, "region")
    assert all(-1e-12 <= value <= 1 + 1e-12 for value in ours.values())
    if min(len(regions), len(graph) - len(regions)) > 1:
        theirs = nx.algorithms.bipartite.betweenness_centrality(graph, regions)
        assert ours == pytest.approx(theirs, abs=1e-12)


def test_what_is_not_defined_is_not_zero() -> None:
    empty, one = nx.Graph(), nx.empty_graph(1)
    assert measures.density(empty) is None
    assert measures.density(one) is None
    assert measures.betweenness(nx.path_graph(2)) == {}
    assert measures.constraint(one) == {}
    assert measures.components(empty) == []
    assert measures.bridges(empty) == []


def test_a_tie_with_itself_changes_nothing() -> None:
    graph = nx.path_graph(4)
    looped = graph.copy()
    looped.add_edge(1, 1)
    for measure in (
        measures.ties,
        measures.density,
        measures.degree,
        measures.betweenness,
        measures.constraint,
        measures.bridges,
    ):
        assert measure(looped) == measure(graph), measure.__name__


GRAPHS = st.builds(
    lambda n, pairs: nx.Graph([(a % n, b % n) for a, b in pairs if a % n != b % n]),
    st.integers(2, 9),
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=20),
)


@given(GRAPHS, st.randoms(use_true_random=False))
def test_names_of_nodes_change_no_value(graph: nx.Graph, random) -> None:  # type: ignore[no-untyped-def]
    names = list(graph)
    shuffled = names[:]
    random.shuffle(shuffled)
    to = dict(zip(names, shuffled, strict=True))
    other = nx.relabel_nodes(graph, to)
    assert measures.density(other) == measures.density(graph)
    assert len(measures.bridges(other)) == len(measures.bridges(graph))
    for measure in (measures.degree, measures.betweenness, measures.constraint):
        ours, theirs = measure(graph), measure(other)
        assert {to[node]: value for node, value in ours.items()} == pytest.approx(theirs, abs=1e-12)


@given(GRAPHS)
def test_values_stay_in_their_range(graph: nx.Graph) -> None:
    density = measures.density(graph)
    assert density is None or 0 <= density <= 1
    assert all(-1e-12 <= value <= 1 + 1e-12 for value in measures.betweenness(graph).values())
    assert all(0 < value < 2 for value in measures.constraint(graph).values())
