"""The network as one HTML file: a pyvis rendering with positions computed beforehand.

The only door to pyvis. Its own page is not used: even with ``cdn_resources="in_line"`` it
asks a host for Bootstrap (pyvis issue 229), and it lets the layout run when the page opens.
From pyvis come the network's data and vis-network itself, which stands in the page with its
licence; no part of a name is ever read as HTML.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from shanhai.errors import Text
from shanhai.network.layout import Box, layout
from shanhai.network.projection import NodeInfo, Tie, graph_of, node_of
from shanhai.views.labels import cleaned, measured, wrapped
from shanhai.views.page import asset, page
from shanhai.views.wording import term

FONT = 12.5
"""Size in pixels of the names on the picture; ``assets/network.js`` has the same."""

_LIBRARY = "lib/vis-9.1.2/vis-network.min.js"


@dataclass(frozen=True, slots=True)
class ClaimText:
    """A claim in our words, and where its evidence stands.

    Attributes:
        zh: The claim in Chinese.
        en: The claim in English.
        where_zh: Source, section and paragraph in Chinese.
        where_en: The same in English.
        certain: False where the reading is uncertain.
        why: Why it is uncertain.
        about: Fields, form and status in words.
        time: Its time in words, in the report's own precision.
    """

    zh: str
    en: str
    where_zh: str = ""
    where_en: str = ""
    certain: bool = True
    why: Text | None = None
    about: Text | None = None
    time: Text | None = None

    @property
    def say(self) -> Text:
        """The claim in both languages."""
        return Text(self.zh, self.en)

    @property
    def where(self) -> Text | None:
        """Where the evidence stands, in both languages."""
        return Text(self.where_zh, self.where_en) if self.where_zh or self.where_en else None


@dataclass(frozen=True, slots=True)
class _Kind:
    name: Text
    colour: str
    shape: str
    path: str


# Colours of Okabe & Ito, told apart by all common forms of colour vision; shapes tell as well.
_KINDS = {
    "region": _Kind(
        Text("区域", "region"), "#56B4E9", "dot", "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z"
    ),
    "body": _Kind(Text("机构", "body"), "#E69F00", "square", "M-6-6h12v12h-12z"),
    "platform": _Kind(Text("平台", "platform"), "#009E73", "diamond", "M0-7L7 0L0 7L-7 0z"),
    "other": _Kind(Text("其他", "other"), "#CC79A7", "triangle", "M0-6L7 6H-7z"),
}
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1.2, "borderWidthSelected": 3, "labelHighlightBold": False},
    "edges": {
        "smooth": False,
        "selectionWidth": 1.5,
        "color": {"color": "#9aa5b1", "highlight": "#00558c", "hover": "#55606e"},
    },
    "interaction": {
        "hover": True,
        "tooltipDelay": 150,
        "dragNodes": False,
        "selectConnectedEdges": True,
        "zoomSpeed": 0.6,
    },
}


def network_page(
    ties: Iterable[Tie],
    nodes: Mapping[str, NodeInfo],
    claims: Mapping[str, ClaimText],
    *,
    title: Text,
    note: Text,
    foot: Text,
    home: str = "",
) -> str:
    """Return the page.

    Args:
        ties: What to draw.
        nodes: Names, kinds and sides by IRI; an absent one goes by the end of its IRI.
        claims: Texts by IRI of the claim; an absent one goes by the end of its IRI.
        title: Heading and title.
        note: One or two sentences on what is drawn.
        foot: Sources and licence.
        home: Address of the page to go back to, relative to this one; empty if none.
    """
    drawn = sorted(ties, key=lambda tie: (-len(tie.claims), tie.a, tie.b))
    used = {_kind(node_of(nodes, iri)) for tie in drawn for iri in (tie.a, tie.b)}
    fields = Counter(iri for tie in drawn for iri in tie.fields)
    return page(
        "network.html.j2",
        title=title,
        styles=("network.css",),
        note=note,
        foot=foot,
        home=home,
        kinds=[kind for kind in _KINDS.values() if kind in used],
        visits=any(_visit(tie) for tie in drawn),
        fields=[
            (_code(iri), term(iri), count)
            for iri, count in sorted(fields.items(), key=lambda its: (-its[1], its[0]))
        ],
        ties=[_line(tie, nodes, claims) for tie in drawn],
        data=_data(drawn, nodes, claims) if drawn else None,
        library=_library() if drawn else "",
        drawing=asset("network.js"),
        pyvis_version=version("pyvis"),
    )


def _line(
    tie: Tie, nodes: Mapping[str, NodeInfo], claims: Mapping[str, ClaimText]
) -> dict[str, object]:
    fields = [term(iri) for iri in tie.fields]
    return {
        "a": _name(node_of(nodes, tie.a)),
        "b": _name(node_of(nodes, tie.b)),
        "codes": " ".join(_code(iri) for iri in tie.fields),
        "fields": Text("、".join(t.zh for t in fields), ", ".join(t.en for t in fields)),
        "claims": [_claim(claims, iri) for iri in tie.claims],
    }


def _code(iri: str) -> str:
    return iri.rpartition("#")[2]


def _visit(tie: Tie) -> bool:
    """Return whether nothing firmer than a visit is reported: somebody came to look."""
    return _code(tie.formality) in ("formality-visit", "formality-intent")


def _kind(info: NodeInfo) -> _Kind:
    return _KINDS.get(info.kind, _KINDS["other"])


def _name(info: NodeInfo) -> Text:
    return Text(info.zh, info.en)


def _claim(claims: Mapping[str, ClaimText], iri: str) -> ClaimText:
    slug = iri.rpartition("/")[2] or iri
    return claims.get(iri) or ClaimText(slug, slug)


def _data(
    ties: list[Tie], nodes: Mapping[str, NodeInfo], claims: Mapping[str, ClaimText]
) -> dict[str, Any]:
    """Return nodes, edges and options as pyvis holds them."""
    from pyvis.network import Network

    graph = graph_of(ties, nodes)
    info = {iri: node_of(nodes, iri) for iri in graph}
    most = max(dict(graph.degree).values())
    sizes = {iri: round(7 + 13 * (graph.degree[iri] / most) ** 0.5) for iri in graph}
    lines = {iri: (wrapped(its.zh, "zh"), wrapped(its.en, "en")) for iri, its in info.items()}
    places = layout(
        graph,
        boxes={iri: _box(lines[iri], sizes[iri]) for iri in graph},
        sides={iri: its.side for iri, its in info.items() if its.side},
    )
    # Directed only so that pyvis does not look through all ties for each new one.
    net = Network(directed=True)
    net.set_options(json.dumps(_OPTIONS))
    index = {iri: i for i, iri in enumerate(graph)}
    for iri, i in index.items():
        kind = _kind(info[iri])
        detail = term(info[iri].type) if info[iri].type else kind.name
        net.add_node(
            i,
            label=cleaned(info[iri].zh)[:80] or "–",
            shape=kind.shape,
            size=sizes[iri],
            x=places[iri][0],
            y=places[iri][1],
            color={
                "background": kind.colour,
                "border": "#1b2430",
                "highlight": {"background": kind.colour, "border": "#000000"},
                "hover": {"background": kind.colour, "border": "#000000"},
            },
            zh=lines[iri][0],
            en=lines[iri][1],
            kind_zh=detail.zh,
            kind_en=detail.en,
        )
    for number, tie in enumerate(ties):
        net.add_edge(
            index[tie.a],
            index[tie.b],
            id=number,
            arrows="",
            width=min(1.2 + 0.9 * (len(tie.claims) - 1), 7),
            dashes=[1, 4] if _visit(tie) else not tie.certain,
        )
    its_nodes, its_edges, _, _, _, options = net.get_network_data()
    return {"nodes": its_nodes, "edges": its_edges, "options": json.loads(options)}


def _box(lines: tuple[tuple[str, ...], tuple[str, ...]], size: int) -> Box:
    """Return the space of a node with its name below it, in whichever language is larger."""
    widths, heights = zip(*(measured(each, FONT) for each in lines), strict=True)
    return Box(max(*widths, 2.0 * size) + 10, 2.0 * size + max(heights) + 12)


def _library() -> str:
    """Return vis-network as it comes with pyvis, licence included.

    The line that names its source map is left out: a browser's tools would ask for that file.
    """
    text = files("pyvis").joinpath(_LIBRARY).read_text(encoding="utf-8")
    # Not splitlines(): the library holds other line separators inside its strings.
    kept = [line for line in text.split("\n") if not line.startswith("//# sourceMappingURL")]
    return "\n".join(kept).replace("</script", "<\\/script")
