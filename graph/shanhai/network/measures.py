"""Measures of a network: one function each, on plain networkx graphs.

All take an undirected graph and count each tie once, whatever its weight. A measure that is
not defined for a graph or a node says so with ``None`` or leaves the node out; none turns it
into 0. Ties of a node with itself are not counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx


def nodes(graph: networkx.Graph) -> int:
    """Return the number of nodes, n.

    >>> import networkx as nx
    >>> nodes(nx.path_graph(3))
    3

    Source: Wasserman & Faust, Social Network Analysis, 1994, ch. 4.
    """
    return int(graph.number_of_nodes())


def ties(graph: networkx.Graph) -> int:
    """Return the number of ties, m: pairs of different nodes that are tied.

    >>> import networkx as nx
    >>> ties(nx.path_graph(3))
    2

    Source: Wasserman & Faust 1994, ch. 4.
    """
    return sum(1 for a, b in graph.edges if a != b)


def density(graph: networkx.Graph) -> float | None:
    """Return the density: the share of possible ties that exist, 0 to 1.

    Formula: d = m / (n (n - 1) / 2). None for fewer than two nodes.

    >>> import networkx as nx
    >>> density(nx.path_graph(4))
    0.5

    Source: Wasserman & Faust 1994, eq. 4.3.
    """
    n = nodes(graph)
    return ties(graph) / (n * (n - 1) / 2) if n > 1 else None


def density_between(graph: networkx.Graph, kind: str) -> float | None:
    """Return the density of a two-mode network: the share of possible ties across, 0 to 1.

    Formula: d = m / (n1 n2), n1 the nodes of ``kind`` and n2 all others; ties within one of
    the two sets are not counted. None if one of them is empty.

    Args:
        graph: Its nodes have the attribute ``kind``.
        kind: The kind that makes one of the two sets.

    >>> import networkx as nx
    >>> star = nx.star_graph(2)
    >>> nx.set_node_attributes(star, {0: "region", 1: "body", 2: "body"}, "kind")
    >>> density_between(star, "region")
    1.0

    Source: Borgatti & Everett, Network analysis of 2-mode data, Social Networks 19, 1997.
    """
    first = {node for node, its in graph.nodes(data="kind") if its == kind}
    across = sum(1 for a, b in graph.edges if (a in first) != (b in first))
    possible = len(first) * (nodes(graph) - len(first))
    return across / possible if possible else None


def components(graph: networkx.Graph) -> list[list[str]]:
    """Return the components: the largest sets within which every node reaches every other.

    Largest first, then by their first node; nodes sorted.

    >>> import networkx as nx
    >>> components(nx.Graph([("a", "b"), ("c", "d"), ("b", "e")]))
    [['a', 'b', 'e'], ['c', 'd']]

    Source: Wasserman & Faust 1994, sec. 4.2.5.
    """
    import networkx as nx

    found = [sorted(component) for component in nx.connected_components(graph)]
    return sorted(found, key=lambda component: (-len(component), component))


def degree(graph: networkx.Graph) -> dict[str, int]:
    """Return for each node the number of nodes that it is tied to.

    Formula: C_D(i) = sum over j of a_ij.

    >>> import networkx as nx
    >>> degree(nx.star_graph(3))[0]
    3

    Source: Freeman, Centrality in social networks: conceptual clarification, Social Networks
    1, 1979.
    """
    return {node: len(set(graph[node]) - {node}) for node in graph}


def betweenness(graph: networkx.Graph) -> dict[str, float]:
    """Return for each node the share of shortest paths of other pairs that pass through it.

    Formula: C_B(i) = sum over pairs j < k, both other than i, of g_jk(i) / g_jk, divided by
    (n - 1)(n - 2) / 2; g_jk is the number of shortest paths between j and k, g_jk(i) of those
    through i. Pairs that no path joins add nothing. From 0 to 1. Empty for fewer than three
    nodes, where it is not defined.

    >>> import networkx as nx
    >>> betweenness(nx.star_graph(3))[0]
    1.0

    Source: Freeman, A set of measures of centrality based on betweenness, Sociometry 40, 1977.
    """
    import networkx as nx

    if nodes(graph) < 3:
        return {}
    return {node: float(value) for node, value in nx.betweenness_centrality(graph).items()}


def betweenness_between(graph: networkx.Graph, kind: str) -> dict[str, float]:
    """Return the betweenness of a two-mode network, relative to what is possible there.

    Formula: the sum of :func:`betweenness` before it is divided, divided by the most that a
    node of its set can have. With n1 nodes in its own set, n2 in the other, s the whole part
    and t the rest of (n1 - 1) / n2, that is
    (n2^2 (s + 1)^2 + n2 (s + 1) (2t - s - 1) - t (2s - t + 3)) / 2. The maximum of one-mode
    networks, (n - 1)(n - 2) / 2, cannot be reached where ties only run between two sets.

    From 0 to 1. A node that can never stand between others is left out: the nodes of the
    larger set where the other has only one. Empty if one of the sets is.

    Args:
        graph: Its nodes have the attribute ``kind``; no tie runs within a set.
        kind: The kind that makes one of the two sets.

    >>> import networkx as nx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "region", 1: "body", 2: "region", 3: "body"}, "kind")
    >>> betweenness_between(path, "region")
    {0: 0.0, 1: 1.0, 2: 1.0, 3: 0.0}

    Source: Borgatti & Everett, Network analysis of 2-mode data, Social Networks 19, 1997.
    """
    import networkx as nx

    first = {node for node, its in graph.nodes(data="kind") if its == kind}
    sizes = (len(first), nodes(graph) - len(first))
    if not all(sizes):
        return {}
    most = {True: _most_between(*sizes), False: _most_between(*reversed(sizes))}
    found = nx.betweenness_centrality(graph, normalized=False)
    return {
        node: value / most[node in first] for node, value in found.items() if most[node in first]
    }


def _most_between(own: int, other: int) -> float:
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2


def constraint(graph: networkx.Graph) -> dict[str, float]:
    """Return Burt's constraint: how far a node's partners depend on each other.

    Formula: C(i) = sum over j of (p_ij + sum over q of p_iq p_qj)^2, where j runs over i's
    partners, q over nodes other than i and j, and p_ij = a_ij / degree(i). Low where a node
    stands between partners that are not tied to each other (structural holes); 1 for a node
    with one partner who has no way around it. It can exceed 1. Nodes without a partner are
    left out: it is not defined there.

    Only direct partners j are summed, as Burt does; ties are not weighted.

    >>> import networkx as nx
    >>> round(constraint(nx.star_graph(4))[0], 4)
    0.25

    Source: Burt, Structural Holes, Harvard University Press 1992, eq. 2.4 and p. 55.
    """
    partners = {node: set(graph[node]) - {node} for node in graph}
    share = {node: 1 / len(found) for node, found in partners.items() if found}
    result: dict[str, float] = {}
    for i in share:
        total = 0.0
        for j in sorted(partners[i]):
            between = sorted((partners[i] & partners[j]) - {i, j})
            total += (share[i] + sum(share[i] * share[q] for q in between)) ** 2
        result[i] = total
    return result


def bridges(graph: networkx.Graph) -> list[tuple[str, str]]:
    """Return the bridges: ties whose end would split a component in two.

    Each as a sorted pair, in order.

    >>> import networkx as nx
    >>> bridges(nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))
    [('c', 'd')]

    Source: Wasserman & Faust 1994, sec. 4.2.6; Granovetter, The strength of weak ties, American
    Journal of Sociology 78, 1973.
    """
    import networkx as nx

    pairs = [(min(a, b), max(a, b)) for a, b in nx.bridges(graph)]
    return sorted(pairs)
