"""The two drawings of the ontology page as inline SVG with positions worked out here.

Boxes name each thing in both languages, so that the drawings need no switch.
"""

from html import escape
from typing import Final

from shanhai.vocabulary.ontology import Ontology

_SEA: Final = "#11616b"
_HILL: Final = "#4d7a3a"
_SOFT: Final = "#52646a"
_TINT: Final = "#f3f7f6"

_ENTITY_KINDS: Final = (
    "Region",
    "Body",
    "Platform",
    "Project",
    "Product",
    "Event",
    "Place",
    "TransportLine",
    "Policy",
    "Person",
)
_TREE_COLUMNS: Final[tuple[tuple[str, ...], ...]] = (
    ("Entity", "Region", "Body"),
    ("Entity", "Platform", "Project", "Product", "Event", "Place", "TransportLine", "Person"),
    (
        "Entity",
        "Policy",
        "Claim",
        "Participation",
        "StatusRecord",
        "Source",
        "Outlet",
        "Passage",
        "Evidence",
        "Projection",
        "Judgement",
    ),
)


def record_model(ontology: Ontology) -> str:
    """Draw how cooperations, relation claims and observations hang on entities and sources."""
    parts = [
        _open("0 0 1000 570", "记录模型", "record model"),
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" '
        'markerHeight="8" orient="auto">'
        f'<path d="M0 0L10 5L0 10z" fill="{_SOFT}"/></marker></defs>',
        f'<rect x="20" y="16" width="250" height="404" rx="8" fill="{_TINT}" stroke="{_SEA}" '
        'stroke-dasharray="5 4"/>',
        _link("Claim", 36, 42, _both(ontology, "Claim"), bold=True),
        _box(ontology, "Cooperation", 36, 58, 218, ("field · formality · level", "status")),
        _box(ontology, "RelationClaim", 36, 190, 218, ("predicate · text",)),
        _box(ontology, "Observation", 36, 290, 218, ("measure · value · unit", "bound · nature …")),
        _text(36, 408, "earliest · latest · precision · reading", 12, _SOFT),
        _box(ontology, "Participation", 420, 58, 170, ("role · order",)),
        _box(ontology, "StatusRecord", 420, 150, 170, ("status · earliest · latest",)),
        _box(ontology, "Evidence", 36, 472, 218, ("section · paragraph · start · end", "sha256")),
        _box(ontology, "Source", 420, 480, 170, ("author · fileSha256",)),
        _box(ontology, "Outlet", 740, 480, 230, ("outletKind · outletLevel",)),
        f'<rect x="740" y="16" width="230" height="366" rx="8" fill="#fff" stroke="{_HILL}" '
        'stroke-width="1.6"/>',
        _link("Entity", 756, 42, _both(ontology, "Entity"), bold=True),
    ]
    for row, name in enumerate(_ENTITY_KINDS):
        parts.append(_link(name, 772, 76 + row * 32, _both(ontology, name)))
    arrows = (
        ("M254 86H418", "participation", 336, 80),
        ("M590 86H738", "party", 664, 80),
        ("M254 128H320V178H418", "statusRecord", 369, 172),
        ("M254 244H738", "subject · object", 496, 239),
        ("M254 332H738", "subject · breakdownEntity", 496, 326),
        ("M145 420V470", "evidence", 178, 450),
        ("M254 512H418", "ofSource", 336, 506),
        ("M590 512H738", "outlet", 664, 506),
        ("M910 382C910 425 800 425 800 384", "locatedIn · partOf · operates …", 855, 438),
    )
    for path, name, x, y in arrows:
        parts.append(
            f'<path d="{path}" fill="none" stroke="{_SOFT}" stroke-width="1.4" '
            'marker-end="url(#tip)"/>'
        )
        parts.append(_text(x, y, name, 13, _SEA, middle=True))
    return "".join(parts) + "</svg>"


def class_tree(ontology: Ontology) -> str:
    """Draw all classes below one another, in three columns."""
    parts = []
    deepest = 0
    for column, roots in enumerate(_TREE_COLUMNS):
        left, row = 16 + column * 330, 0
        for root in roots:
            depth = 1 if "Entity" in ontology.ancestors(root) else 0
            for name, below in _descend(ontology, root, depth, stop=root == "Entity"):
                x, y = left + below * 24, 26 + row * 25
                if below:
                    parts.append(
                        f'<path d="M{x - 16} {y - 16}V{y - 5}H{x - 5}" fill="none" '
                        f'stroke="{_SOFT}" stroke-width="1"/>'
                    )
                parts.append(_link(name, x, y, _both(ontology, name), bold=below == depth))
                row += 1
        deepest = max(deepest, row)
    return (
        _open(f"0 0 1000 {deepest * 25 + 20}", "类的层级", "class hierarchy")
        + "".join(parts)
        + "</svg>"
    )


def _descend(ontology: Ontology, name: str, depth: int, *, stop: bool) -> list[tuple[str, int]]:
    rows = [(name, depth)]
    if not stop:
        for term in ontology.of_kind("class"):
            if f"shanhai:{name}" in term.supers:
                rows.extend(_descend(ontology, term.name, depth + 1, stop=False))
    return rows


def _open(view: str, zh: str, en: str) -> str:
    return (
        f'<svg viewBox="{view}" role="img" xmlns="http://www.w3.org/2000/svg">'
        f"<title>{zh} · {en}</title>"
    )


def _both(ontology: Ontology, name: str) -> str:
    zh, en = ontology.named(name).label
    return f"{zh} {en}"


def _text(
    x: int, y: int, text: str, size: int, colour: str, *, middle: bool = False, bold: bool = False
) -> str:
    anchor = ' text-anchor="middle"' if middle else ""
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{x}" y="{y}" font-size="{size}"{anchor}{weight} style="fill:{colour}">'
        f"{escape(text)}</text>"
    )


def _link(name: str, x: int, y: int, text: str, *, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<a href="#{name}"><text x="{x}" y="{y}" font-size="14"{weight}>{escape(text)}</text></a>'
    )


def _box(ontology: Ontology, name: str, x: int, y: int, width: int, lines: tuple[str, ...]) -> str:
    height = 46 + 18 * len(lines)
    texts = "".join(
        _text(x + 12, y + 48 + 18 * row, line, 12, _SOFT) for row, line in enumerate(lines)
    )
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="#fff" '
        f'stroke="{_SEA}" stroke-width="1.6"/>'
        + _link(name, x + 12, y + 25, _both(ontology, name), bold=True)
        + texts
    )
