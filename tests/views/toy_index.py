"""The contents page of the made-up network."""

from __future__ import annotations

import toy_network as toy

from shanhai.errors import Text
from shanhai.network.projection import kind_of, projection
from shanhai.network.summary import Summary, summarise
from shanhai.views.index_page import (
    ClaimGroup,
    ClaimLine,
    Count,
    EntityGroup,
    EntityLine,
    FileLine,
    Index,
    SourceLine,
)


def summaries() -> tuple[Summary, ...]:
    """Return the three summaries of the toy's rows, divided by kind of node."""
    nodes = toy.nodes()
    found = []
    for name in ("region-region", "body-body", "region-body"):
        wanted = set(name.split("-"))
        rows = [
            row
            for row in toy.rows()
            if {_side(nodes[row.a].kind), _side(nodes[row.b].kind)} == wanted
        ]
        found.append(summarise(projection(name), rows, nodes))
    return tuple(found)


def _side(kind: str) -> str:
    return "region" if kind == "region" else "body"


def index() -> Index:
    """Return the contents."""
    nodes = toy.nodes()
    claims = tuple(
        ClaimLine(
            iri.removeprefix(toy.ID),
            its.say,
            its.where or Text("", ""),
            about=Text("旅游 · 签署协议", "tourism · signed agreement"),
            time=Text("2022-08-01 起", "since 2022-08-01"),
            parties=(Text("缙云县", "Jinyun County"), Text("闵行区", "Minhang District")),
            certain=its.certain,
            why=its.why,
        )
        for iri, its in sorted(toy.claims().items())
    )
    groups = []
    for kind, name in (
        ("region", Text("区域", "regions")),
        ("body", Text("机构", "bodies")),
        ("platform", Text("平台", "platforms")),
    ):
        entities = tuple(
            EntityLine(
                iri.removeprefix(toy.ID),
                Text(info.zh, info.en),
                aliases=(info.zh[:2],),
                english_is_ours=kind != "region",
                claims=3,
            )
            for iri, info in sorted(nodes.items())
            if info.kind == kind == (kind_of(info.type) if info.type != "Region" else "region")
        )
        groups.append(EntityGroup(name, entities))
    return Index(
        title=Text("缙云与长三角：示例数据", "Jinyun and the delta: example data"),
        intro=Text(
            "据一篇示例报道：谁与谁合作、在哪个领域、以什么形式，每条都有出处。",
            "After one example report: who works with whom, in which field and form, each "
            "statement with its place.",
        ),
        files=(
            FileLine("network.html", Text("网络图", "the network as a picture"), 559_329),
            FileLine(
                "dataset.nq", Text("全部数据，N-Quads 格式", "all data as N-Quads"), 1_234_567
            ),
            FileLine("validation.txt", Text("校验报告", "what the checks found")),
        ),
        counts=(
            Count(Text("区域", "regions"), 12),
            Count(Text("机构和平台", "bodies and platforms"), 30),
            Count(Text("合作", "cooperations"), 44),
        ),
        groups=tuple(groups),
        claims=(
            ClaimGroup(Text("合作", "Cooperations"), claims[:20]),
            ClaimGroup(Text("关系", "Relations"), claims[20:]),
            ClaimGroup(Text("数字", "Figures"), ()),
        ),
        summaries=summaries(),
        sources=(
            SourceLine(
                "toy-report",
                Text("每文：示例报道。2024 年 5 月前后。", "Mei Wen: toy report. About May 2024."),
                Text("日期为推断。", "The date is inferred."),
            ),
        ),
        citation=Text("山海：示例数据，0.1.0 版。", "Shanhai: example data, version 0.1.0."),
        licence=Text("知识共享 署名 4.0", "Creative Commons Attribution 4.0"),
        licence_link="https://creativecommons.org/licenses/by/4.0/",
        hash="ab" * 32,
    )
