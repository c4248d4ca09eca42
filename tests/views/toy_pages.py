"""Pages of the made-up network, and one of names that try to break out of the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import toy_network as toy

from shanhai.errors import Text
from shanhai.network.projection import NodeInfo, Row, Tie, fold
from shanhai.views.network_page import ClaimText, network_page


@dataclass
class Opened:
    """A page in the browser, and all that it did which no page of ours may do."""

    page: Any
    faults: list[str] = field(default_factory=list)


HOSTILE = [
    "<img src=x onerror=window.hacked=1>",
    "</script><script>window.hacked=1</script>",
    "<!--<script>",
    "\u202egnp.\u202c 反向",
    "缙" * 10_000,
    "'\"&amp;`${window.hacked=1}`",
    "\u2028\u2029\x00",
]


def drawn(
    ties: tuple[Tie, ...] | None = None,
    nodes: dict[str, NodeInfo] | None = None,
    claims: dict[str, ClaimText] | None = None,
) -> str:
    return network_page(
        fold(toy.rows()) if ties is None else ties,
        toy.nodes() if nodes is None else nodes,
        toy.claims() if claims is None else claims,
        title=Text("联系网络", "The network"),
        note=Text("据一篇示例报道。", "After one example report."),
        foot=Text("来源：示例。", "Source: example."),
        home="index.html",
    )


def hostile() -> str:
    nodes = {
        f"urn:n{i}": NodeInfo(name, name, ("region", "body", "platform", name)[i % 4])
        for i, name in enumerate(HOSTILE)
    }
    rows = [
        Row("urn:n0", f"urn:n{i}", f"urn:c{i}", field=HOSTILE[0]) for i in range(1, len(HOSTILE))
    ]
    claims = {
        f"urn:c{i}": ClaimText(name, name, name, name, certain=False, why=Text(name, name))
        for i, name in enumerate(HOSTILE)
    }
    return network_page(
        fold(rows),
        nodes,
        claims,
        title=Text(HOSTILE[0], HOSTILE[1]),
        note=Text(HOSTILE[1], HOSTILE[0]),
        foot=Text(HOSTILE[2], HOSTILE[2]),
    )
