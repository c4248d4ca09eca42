"""Records of a set's files, decoded into the model."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from shanhai.claims.fields import SLUG, Decoder, Record, shown
from shanhai.claims.nodes import Mapping, Node, Scalar
from shanhai.errors import Text
from shanhai.model.claim import (
    Breakdown,
    Cooperation,
    Ground,
    Observation,
    Participation,
    Relation,
    Share,
    StatusRecord,
)
from shanhai.model.entity import Entity, Point
from shanhai.model.period import PeriodError, parse_period
from shanhai.model.records import Bounds, Manifest
from shanhai.model.source import Evidence, Located, Outlet, Source, SourceOnly
from shanhai.vocabulary import terms

SCHEMA = 1
ENTITY_TYPES = tuple(sorted(n for n, supers in terms.CLASSES.items() if "Entity" in supers))
BREAKDOWNS = ("origin", "industry", "product", "age", "sector")
PRECISIONS = ("seat", "park", "street", "district", "notPlaced")
_GROUND = ("say", "evidence")
_GROUND_MORE = ("reading", "why", "confidence")
_BOUNDS = re.compile(r"(\d{1,9})\.\.(\d{1,9})?")
R = TypeVar("R")


def records(
    decoder: Decoder, top: Mapping, decode: Callable[[str, Decoder, Node], R]
) -> tuple[R, ...]:
    """Decode every record of a file; a key that is no slug is a problem."""
    found = []
    for slug, node in top.items.items():
        if not SLUG.fullmatch(slug):
            decoder.fault(
                top.lines[slug],
                f"编号“{shown(slug)}”只能用小写字母、数字和连字符,不超过 80 个",
                f"the id '{shown(slug)}' may hold a-z, 0-9 and hyphens, 80 at most",
            )
            continue
        found.append(decode(slug, decoder, node))
    return tuple(found)


def manifest(decoder: Decoder, top: Mapping) -> Manifest:
    """Decode ``dataset.yml``."""
    record = decoder.record(
        top,
        ("schema", "name", "kind", "title", "description", "licence", "created"),
        ("assertions",),
    )
    schema = record.integer("schema")
    if record.has("schema") and schema != SCHEMA:
        decoder.fault(
            record.line("schema"),
            f"数据格式 schema {schema} 需要更新版本的 shanhai(本版本读 {SCHEMA})",
            f"schema {schema} needs another version of shanhai (this one reads {SCHEMA})",
        )
    classes: list[tuple[str, Bounds]] = []
    fields: list[tuple[str, Bounds]] = []
    if (node := record.child("assertions")) is not None:
        asserted = decoder.record(node, (), ("classes", "fields"))
        known = tuple(sorted(terms.CLASSES))
        classes = _bounds(decoder, asserted.child("classes"), known)
        fields = _bounds(decoder, asserted.child("fields"), terms.CONCEPTS["field"])
    return Manifest(
        name=record.slug("name"),
        kind=record.choice("kind", ("claims", "reference"), "claims"),
        title=record.text("title") or Text("", ""),
        description=record.text("description") or Text("", ""),
        licence=record.string("licence"),
        created=record.string("created"),
        classes=tuple(classes),
        fields=tuple(fields),
        position=record.position,
    )


def _bounds(
    decoder: Decoder, node: Node | None, known: tuple[str, ...]
) -> list[tuple[str, Bounds]]:
    if node is None:
        return []
    record = decoder.record(node, (), known)
    found = []
    for key in record.node.items:
        match = _BOUNDS.fullmatch(value := record.string(key))
        if match and key in known:
            found.append((key, Bounds(int(match[1]), int(match[2]) if match[2] else None)))
        elif not match:
            decoder.fault(
                record.line(key),
                f"“{key}”应写成 最小..最大,例如 3..10 或 3..,不能是“{shown(value)}”",
                f"'{key}' is written min..max, as 3..10 or 3.., not '{shown(value)}'",
            )
    return found


def entity(slug: str, decoder: Decoder, node: Node) -> Entity:
    """Decode one record of ``entities.yml``."""
    record = decoder.record(
        node,
        ("type", "name"),
        (
            "english aliases description named point address code parent pinyin validFrom validTo"
            " predecessor successor formerly"
        ).split(),
    )
    aliases_zh: tuple[str, ...] = ()
    aliases_en: tuple[str, ...] = ()
    if (child := record.child("aliases")) is not None:
        aliases = decoder.record(child, (), ("zh", "en"))
        aliases_zh, aliases_en = aliases.words("zh"), aliases.words("en")
    point = None
    if (child := record.child("point")) is not None:
        point = _point(decoder, child)
    return Entity(
        id=slug,
        type=record.choice("type", ENTITY_TYPES, "Entity"),
        name=record.text("name") or Text("", ""),
        english_is_ours=record.choice("english", ("ours", "official"), "official") == "ours",
        aliases_zh=aliases_zh,
        aliases_en=aliases_en,
        description=record.text("description"),
        named=record.flag("named", True),
        point=point,
        address=record.text("address"),
        code=record.string("code"),
        parent=record.reference("parent"),
        pinyin=record.string("pinyin"),
        valid_from=_date_text(record, "validFrom"),
        valid_to=_date_text(record, "validTo"),
        predecessors=record.references("predecessor"),
        successors=record.references("successor"),
        formerly=record.slugs("formerly"),
        position=record.position,
    )


def _date_text(record: Record, key: str) -> str:
    return record.period(key).text if record.has(key) else ""


def _point(decoder: Decoder, node: Node) -> Point:
    record = decoder.record(node, ("precision",), ("lat", "long", "origin", "licence"))
    precision = record.choice("precision", PRECISIONS, "notPlaced")
    lat = _degrees(record, "lat", 90)
    long = _degrees(record, "long", 180)
    placed = lat is not None and long is not None
    if precision != "notPlaced" and not (placed and record.has("origin") and record.has("licence")):
        decoder.fault(
            node.line,
            "有精度的点要写 lat、long、origin、licence;没有坐标请写 precision: notPlaced",
            "a placed point needs lat, long, origin and licence; without coordinates write "
            "precision: notPlaced",
        )
    return Point(lat, long, precision, record.string("origin"), record.string("licence"))


def _degrees(record: Record, key: str, limit: int) -> Decimal | None:
    if not record.has(key):
        return None
    value = record.decimal(key)
    if abs(value) > limit:
        record.decoder.fault(
            record.line(key),
            f"“{key}”应在 -{limit} 到 {limit} 度之间",
            f"'{key}' must lie between -{limit} and {limit} degrees",
        )
    return value


def source(slug: str, decoder: Decoder, node: Node) -> Source:
    """Decode one record of ``sources.yml``."""
    record = decoder.record(
        node,
        ("title", "outlet"),
        "authors published publishedWhy note sha256 chars sections paragraphs url page rights".split(),
    )
    outlet = Outlet(f"{slug}-outlet", Text("", ""), "unknown", "unknown")
    if (child := record.child("outlet")) is not None:
        inner = decoder.record(child, ("name", "kind", "level"), ("id",))
        outlet = Outlet(
            id=inner.slug("id") or f"{slug}-outlet",
            name=inner.text("name") or Text("", ""),
            kind=inner.choice("kind", terms.CONCEPTS["outletKind"], "unknown"),
            level=inner.choice("level", terms.CONCEPTS["outletLevel"], "unknown"),
        )
    return Source(
        id=slug,
        title=record.text("title") or Text("", ""),
        outlet=outlet,
        authors=record.words("authors"),
        published=record.period("published"),
        published_why=record.text("publishedWhy"),
        note=record.text("note"),
        sha256=record.checksum("sha256"),
        chars=record.integer("chars"),
        sections=record.integer("sections"),
        paragraphs=record.integer("paragraphs"),
        url=record.string("url"),
        page=record.string("page"),
        rights=record.text("rights"),
        position=record.position,
    )


def cooperation(slug: str, decoder: Decoder, node: Node) -> Cooperation:
    """Decode one record of ``cooperations.yml``."""
    record = decoder.record(
        node,
        ("parties", "field", "formality", "status", *_GROUND),
        ("concerns", "time", *_GROUND_MORE),
    )
    parties = record.each("parties", lambda item: _participation(decoder, item))
    if record.has("parties") and len(parties) < 2:
        decoder.fault(
            record.line("parties"),
            "合作至少有两方;只有一方的写进 relations.yml",
            "a cooperation has two parties or more; one-sided ones belong in relations.yml",
        )
    return Cooperation(
        id=slug,
        participations=parties,
        fields=record.choices("field", terms.CONCEPTS["field"]),
        formality=record.choice("formality", terms.CONCEPTS["formality"]),
        statuses=_statuses(record),
        ground=_ground(record),
        time=record.period("time"),
        concerns=record.references("concerns"),
    )


def _participation(decoder: Decoder, node: Node) -> Participation:
    record = decoder.record(node, ("party", "role"), ("through",))
    return Participation(
        record.reference("party"),
        record.choice("role", terms.CONCEPTS["role"]),
        record.reference("through"),
    )


def _statuses(record: Record) -> tuple[StatusRecord, ...]:
    words = terms.CONCEPTS["status"]
    if isinstance(record.child("status"), Scalar):
        return (StatusRecord(record.choice("status", words), record.period("time")),)

    def decode(item: Node) -> StatusRecord:
        inner = record.decoder.record(item, ("status",), ("time", "evidence"))
        return StatusRecord(
            inner.choice("status", words),
            inner.period("time"),
            inner.each("evidence", lambda e: _evidence(record.decoder, e)),
        )

    return record.each("status", decode)


def relation(slug: str, decoder: Decoder, node: Node) -> Relation:
    """Decode one record of ``relations.yml``."""
    record = decoder.record(
        node,
        ("subject", "predicate", *_GROUND),
        ("object", "text", "field", "time", "status", *_GROUND_MORE),
    )
    predicate = record.string("predicate")
    takes_text = predicate in terms.STATEMENTS
    if record.has("predicate") and predicate and predicate not in terms.RELATIONS and not takes_text:
        decoder.fault(
            record.line("predicate"),
            f"没有“{shown(predicate)}”这种关系;可用:{'、'.join((*terms.RELATIONS, *terms.STATEMENTS))}",
            f"no predicate '{shown(predicate)}'; allowed: "
            f"{', '.join((*terms.RELATIONS, *terms.STATEMENTS))}",
        )
    elif record.has("object") == record.has("text") or record.has("text") != takes_text:
        wanted = "text" if takes_text else "object"
        decoder.fault(
            node.line,
            f"“{predicate}”要写 {wanted},object 与 text 只能有一个",
            f"'{predicate}' takes {wanted}; object and text exclude each other",
        )
    return Relation(
        id=slug,
        subject=record.reference("subject"),
        predicate=predicate,
        ground=_ground(record),
        object=record.reference("object"),
        text=record.text("text"),
        fields=record.choices("field", terms.CONCEPTS["field"]),
        status=record.choice("status", terms.CONCEPTS["status"]),
        time=record.period("time"),
    )


def observation(slug: str, decoder: Decoder, node: Node) -> Observation:
    """Decode one record of ``observations.yml``."""
    record = decoder.record(
        node,
        (
            "subject measure indicator value unit period bound accumulation nature breakdown"
        ).split()
        + list(_GROUND),
        ("basis", "of", "cooperation", "field", *_GROUND_MORE),
    )
    return Observation(
        id=slug,
        subject=record.reference("subject"),
        measure=record.choice("measure", terms.CONCEPTS["measure"]),
        indicator=record.text("indicator") or Text("", ""),
        value=record.decimal("value"),
        unit=record.choice("unit", terms.CONCEPTS["unit"]),
        period=record.period("period"),
        bound=record.choice("bound", terms.CONCEPTS["bound"]),
        accumulation=record.choice("accumulation", terms.CONCEPTS["accumulation"]),
        nature=record.choice("nature", terms.CONCEPTS["nature"]),
        ground=_ground(record),
        breakdown=_breakdown(record),
        basis=record.text("basis"),
        share_of=_share(record),
        cooperation=record.reference("cooperation"),
        fields=record.choices("field", terms.CONCEPTS["field"]),
    )


def _breakdown(record: Record) -> Breakdown | None:
    node = record.child("breakdown")
    if node is None:
        return None
    if isinstance(node, Scalar):
        record.choice("breakdown", ("total",))
        return None
    inner = record.decoder.record(node, ("kind",), ("entity", "name"))
    if inner.has("entity") == inner.has("name"):
        record.decoder.fault(
            node.line,
            "breakdown 要写 entity 或 name 之一",
            "a breakdown takes either entity or name",
        )
    return Breakdown(inner.choice("kind", BREAKDOWNS), inner.reference("entity"), inner.text("name"))


def _share(record: Record) -> Share | None:
    node = record.child("of")
    if node is None:
        return None
    if isinstance(node, Mapping) and "entity" in node.items:
        return Share(record.decoder.record(node, ("entity",), ()).reference("entity"))
    return Share(name=record.text("of"))


def _ground(record: Record) -> Ground:
    certain = record.choice("reading", ("certain", "uncertain"), "certain") == "certain"
    if not certain and not record.has("why"):
        record.decoder.fault(
            record.line("reading"),
            "reading: uncertain 要写 why(zh、en)",
            "reading: uncertain needs why (zh, en)",
        )
    evidence = record.each("evidence", lambda item: _evidence(record.decoder, item))
    if record.has("evidence") and not evidence:
        record.decoder.fault(
            record.line("evidence"),
            "evidence 至少要有一条",
            "evidence needs one entry or more",
        )
    return Ground(
        say=record.text("say") or Text("", ""),
        evidence=evidence,
        certain=certain,
        why=record.text("why"),
        confidence=record.choice("confidence", ("high", "medium")),
        position=record.position,
    )


def _evidence(decoder: Decoder, node: Node) -> Evidence:
    if isinstance(node, Mapping) and "class" in node.items:
        record = decoder.record(node, ("source", "class"), ("page",))
        record.choice("class", ("sourceOnly",))
        return SourceOnly(record.reference("source"), record.string("page"))
    record = decoder.record(
        node, ("source", "section", "paragraph", "start", "end", "sha256", "fold"), ()
    )
    start, end = record.integer("start"), record.integer("end")
    if not record.broken and start >= end:
        decoder.fault(
            record.line("start"),
            f"start {start} 应小于 end {end}",
            f"start {start} must be less than end {end}",
        )
    return Located(
        source=record.reference("source"),
        section=record.integer("section"),
        paragraph=record.integer("paragraph"),
        start=start,
        end=end,
        sha256=record.checksum("sha256"),
        fold=record.fold("fold"),
    )


def is_date(text: str) -> bool:
    """Return whether the text is a period of the calendar (used for ``created``)."""
    try:
        return parse_period(text).precision == "day"
    except PeriodError:
        return False
