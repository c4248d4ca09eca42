"""What each number of a summary means here, in one sentence of each language."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from shanhai.errors import Text
from shanhai.network.summary import DIGITS, Ranking, Section, Summary

_LONGEST = 90
SMALL = 10
"""Below this number of nodes a summary says that it is too small to generalise."""

TITLES = {
    "region-region": Text("区域—区域网络", "Region–region network"),
    "body-body": Text("机构—机构网络", "Body–body network"),
    "region-body": Text("区域—机构网络", "Region–body network"),
}
MEASURES = {
    "nodes": Text("节点数", "Nodes"),
    "ties": Text("联系数", "Ties"),
    "density": Text("密度", "Density"),
    "components": Text("连通分量", "Components"),
    "degree": Text("度数", "Degree"),
    "betweenness": Text("中介中心性", "Betweenness"),
    "constraint": Text("约束度", "Burt's constraint"),
    "bridges": Text("桥", "Bridges"),
}
_NODES = {
    "region-region": Text("区域", "regions"),
    "body-body": Text("机构和平台", "bodies and platforms"),
    "region-body": Text("区域、机构和平台", "regions, bodies and platforms"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One number and what it means here.

    Attributes:
        measure: Key of ``MEASURES``.
        value: As it is printed; ``–`` where the measure is not defined.
        sentence: What it means here.
    """

    measure: str
    value: str
    sentence: Text


def title(summary: Summary) -> Text:
    """Return the name of a summary's network."""
    name = summary.projection.name
    return TITLES.get(name, Text(name, name))


def findings(summary: Summary, section: Section | None = None) -> tuple[Finding, ...]:
    """Return each measure of a section (all fields together by default) with its meaning."""
    its = summary.whole if section is None else section
    if not its.ties:
        return (
            Finding(
                "ties",
                "0",
                Text(
                    "所读报道中没有这类联系；没有报道不等于没有合作。",
                    "The reports read state no such tie; that nothing is reported does not mean "
                    "that nothing is done.",
                ),
            ),
        )
    return (
        _nodes(summary, its),
        _ties(its),
        _density(summary, its),
        _components(its),
        _degree(summary.names, its),
        _betweenness(summary, its),
        _constraint(summary, its),
        _bridges(summary.names, its),
    )


def number(value: float | None) -> str:
    """Return a measure's value as it is printed: counts whole, shares with ``DIGITS``."""
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.{DIGITS}f}"


def plain(text: str) -> str:
    """Return a name fit for one line: no control or direction marks, cut when very long."""
    kept = "".join(
        c for c in " ".join(text.split()) if unicodedata.category(c) not in ("Cc", "Cf", "Cs")
    )
    return kept if len(kept) <= _LONGEST else kept[: _LONGEST - 1] + "…"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%"


def _nodes(summary: Summary, its: Section) -> Finding:
    kinds = _NODES.get(summary.projection.name, Text("节点", "nodes"))
    zh = f"所读报道中彼此有联系的{kinds.zh}共 {its.nodes} 个；没有联系的不在网内。"
    en = f"{its.nodes} {kinds.en} have a tie in the reports read; those without one are not in it."
    if its.nodes < SMALL:
        zh += "网络很小，数字只描述所读的报道，不宜推论。"
        en += " So small a network describes the reports read; nothing general follows from it."
    return Finding("nodes", number(its.nodes), Text(zh, en))


def _ties(its: Section) -> Finding:
    pairs = "1 pair is" if its.ties == 1 else f"{its.ties} pairs are"
    claims = "1 claim" if its.claims == 1 else f"{its.claims} claims"
    uncertain = _uncertain(its)
    return Finding(
        "ties",
        number(its.ties),
        Text(
            f"{its.ties} 对节点之间有联系，依据 {its.claims} 条论断；{uncertain.zh}。",
            f"{pairs} tied, resting on {claims}; {uncertain.en}.",
        ),
    )


def _uncertain(its: Section) -> Text:
    """Return how many ties rest only on claims whose reading is uncertain."""
    count, end = its.uncertain_ties, "only on claims whose reading is uncertain"
    if not count:
        return Text("没有一对只依据读法存疑的论断", f"none rests {end}")
    if count < its.ties:
        return Text(
            f"其中 {count} 对只依据读法存疑的论断",
            f"{count} of them {'rests' if count == 1 else 'rest'} {end}",
        )
    if its.claims == 1:
        return Text("这条论断读法存疑", "the reading of that claim is uncertain")
    return Text(
        "所依据的论断读法都存疑",
        "the reading of all these claims is uncertain",
    )


def _density(summary: Summary, its: Section) -> Finding:
    if its.density is None:
        sentence = Text("节点太少，没有定义。", "Not defined for so few nodes.")
    elif summary.two_mode:
        sentence = Text(
            f"每个区域与每个机构之间可能有的联系中，报道了 {_percent(its.density)}。",
            f"Of all ties that could run between a region and a body, {_percent(its.density)} "
            "are reported.",
        )
    else:
        sentence = Text(
            f"两两之间可能有的联系中，报道了 {_percent(its.density)}；其余没有报道，未必没有。",
            f"Of all pairs that could be tied, {_percent(its.density)} are reported to be; "
            "the others may be tied without a report.",
        )
    return Finding("density", number(its.density), sentence)


def _components(its: Section) -> Finding:
    largest = len(its.components[0])
    if len(its.components) == 1:
        sentence = Text(
            "所有节点连成一片，彼此都有路可达。",
            "All hang together: from each a chain of ties leads to every other.",
        )
    else:
        sentence = Text(
            f"网络分为 {len(its.components)} 块互不相连的部分，最大的一块有 {largest} 个节点。",
            f"The network falls into {len(its.components)} parts without a tie between them; "
            f"the largest has {largest} nodes.",
        )
    return Finding("components", number(len(its.components)), sentence)


def _degree(names: Mapping[str, Text], its: Section) -> Finding:
    top, value = _best(names, its.degree)
    return Finding(
        "degree",
        number(value),
        Text(
            f"{top.zh}的伙伴最多：{number(value)} 个。",
            f"{top.en}: the most partners, {number(value)}.",
        ),
    )


def _betweenness(summary: Summary, its: Section) -> Finding:
    if not its.betweenness:
        return Finding(
            "betweenness",
            "–",
            Text("节点少于三个，没有定义。", "Not defined for fewer than three nodes."),
        )
    top, value = _best(summary.names, its.betweenness)
    if not value:
        sentence = Text("没有哪个节点处在其他节点之间。", "No node stands between two others.")
    elif summary.two_mode:
        sentence = Text(
            f"{top.zh}最居中：处在其他节点之间的程度，为这样的二部网络中同类节点可能达到的最大值的 "
            f"{_percent(value)}（Borgatti & Everett 1997）。",
            f"{top.en}: most in between; {_percent(value)} of the most that a node of its set "
            "could have in such a two-mode network (Borgatti & Everett 1997).",
        )
    else:
        sentence = Text(
            f"{top.zh}最居中：就其他各对节点平均而言，最短的联系路径有 {_percent(value)} 经过它。",
            f"{top.en}: most in between; averaged over all pairs of others, {_percent(value)} of "
            "the shortest chains of ties pass through.",
        )
    return Finding("betweenness", number(value), sentence)


def _constraint(summary: Summary, its: Section) -> Finding:
    if summary.two_mode:
        sentence = Text(
            "不计算：二部网络中伙伴之间没有联系，约束度恒为伙伴数的倒数，不比度数多说明什么。",
            "Not computed: in a two-mode network partners are never tied, so that it is always "
            "one divided by the degree and says nothing more.",
        )
        return Finding("constraint", "–", sentence)
    top, value = _best(summary.names, its.constraint)
    return Finding(
        "constraint",
        number(value),
        Text(
            f"{top.zh}最低（{number(value)}）：伙伴最多样、彼此最少相连，最能居间牵线；"
            "只有一个伙伴的节点为 1。",
            f"{top.en}: the lowest, {number(value)}; its partners are many and least tied to each "
            "other, so that it can best go between. A node with one partner has 1.",
        ),
    )


def _bridges(names: Mapping[str, Text], its: Section) -> Finding:
    count = len(its.bridges)
    if count:
        ways = "1 of the ties is the only way: if it ends"
        if count > 1:
            ways = f"{count} of the ties are the only way: if one of them ends"
        sentence = Text(
            f"{count} 条联系是唯一通路：断开任何一条，就有节点与其余部分失去联系。",
            f"{ways}, someone is cut off from the rest.",
        )
    else:
        sentence = Text(
            "断开任何一条联系，都不会有节点与其余部分失去联系。",
            "Whichever single tie ends, nobody is cut off.",
        )
    return Finding("bridges", number(count), sentence)


def _best(names: Mapping[str, Text], ranking: Ranking) -> tuple[Text, float]:
    value = ranking[0][1]
    equal = [names[node] for node, its in ranking if its == value]
    zh = "、".join(plain(name.zh) for name in equal[:3])
    en = ", ".join(plain(name.en) for name in equal[:3])
    if len(equal) > 3:
        zh += f"等 {len(equal)} 个"
        en += f" and {len(equal) - 3} more"
    return Text(zh, en), value
