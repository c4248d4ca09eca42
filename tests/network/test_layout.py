from itertools import combinations

import networkx as nx
import pytest

from shanhai.network.layout import Box, layout, sides_of


def wheel_of_chains(count: int) -> nx.Graph:
    graph = nx.Graph()
    for i in range(count):
        nx.add_path(graph, ["hub", f"a{i:02}", f"b{i:02}"][: 2 + i % 2])
    return graph


def overlapping(places: dict[str, tuple[int, int]], box: Box) -> int:
    # Rounding may take a unit from the distance.
    return sum(
        abs(a[0] - b[0]) < box.width - 1 and abs(a[1] - b[1]) < box.height - 1
        for a, b in combinations(places.values(), 2)
    )


@pytest.mark.parametrize("count", [3, 20, 60])
def test_no_box_lies_on_another(count: int) -> None:
    places = layout(wheel_of_chains(count))
    assert overlapping(places, Box()) == 0


def test_runs_and_the_order_of_nodes_give_the_same_places() -> None:
    graph = wheel_of_chains(12)
    other = nx.Graph()
    other.add_nodes_from(reversed(list(graph)))
    other.add_edges_from((b, a) for a, b in reversed(list(graph.edges)))
    assert layout(graph) == layout(graph) == layout(other)


def test_the_two_sides_stand_apart() -> None:
    graph = nx.Graph([("l1", "r1"), ("l1", "m"), ("m", "r1"), ("l2", "r2"), ("l2", "m")])
    places = layout(graph, sides={"l1": -1, "l2": -1, "r1": 1, "r2": 1})
    left = [places[node][0] for node in ("l1", "l2")]
    right = [places[node][0] for node in ("r1", "r2")]
    assert max(left) < min(right)


def test_ties_pass_beside_nodes_where_there_is_room() -> None:
    graph = nx.star_graph(6)
    graph = nx.relabel_nodes(graph, str)
    places = layout(graph)
    hub = places["0"]
    for end, other in combinations("123456", 2):
        (ax, ay), (bx, by) = places[end], places[other]
        cross = (ax - hub[0]) * (by - hub[1]) - (ay - hub[1]) * (bx - hub[0])
        ahead = (ax - hub[0]) * (bx - hub[0]) + (ay - hub[1]) * (by - hub[1]) > 0
        longer = max(abs(ax - hub[0]) + abs(ay - hub[1]), abs(bx - hub[0]) + abs(by - hub[1]))
        assert not ahead or abs(cross) > 5 * longer


def test_small_and_large_networks() -> None:
    assert layout(nx.Graph()) == {}
    assert layout(nx.Graph([("a", "a")])) == {"a": (0, 0)}
    large = nx.relabel_nodes(nx.path_graph(1200), lambda i: f"n{i:04}")
    places = layout(large)
    assert len(set(places.values())) == 1200


def test_parts_without_a_tie_between_them_share_the_picture() -> None:
    graph = nx.Graph([("a", "b"), ("c", "d"), ("e", "f")])
    places = layout(graph)
    assert overlapping(places, Box()) == 0
    assert max(abs(x) for x, _ in places.values()) < 2_000


def test_sides_follow_parents_and_what_lies_in_both_has_none() -> None:
    parents = {"park": ["minhang"], "minhang": ["shanghai"], "both": ["jinyun", "shanghai"],
               "loop": ["loop"]}  # fmt: skip
    assert sides_of(parents, "jinyun", "shanghai") == {
        "jinyun": -1,
        "minhang": 1,
        "park": 1,
        "shanghai": 1,
    }
