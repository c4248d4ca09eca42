"""Manifests, entities and sources, decoded into the model."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from shanhai.claims.fields import SLUG, Decoder, Record, shown
from shanhai.claims.nodes import Mapping, Node
from shanhai.errors import Text
from shanhai.model.entity import Entity, Point
from shanhai.model.period import Period, PeriodError, parse_period
from shanhai.model.records import Bounds, Manifest
from shanhai.model.source import Outlet, Source
from shanhai.vocabulary import terms

ENTITY_TYPES = tuple(sorted(n for n, supers in terms.CLASSES.items() if "Entity" in supers))
PRECISIONS = ("seat", "park", "street", "district", "notPlaced")
_CODE = re.compile(r"[1-9]\d{5}(\d{3}){0,2}", re.ASCII)
_NO_HAN = re.compile(r"[^\u4e00-\u9fff]+")
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
                f"编号“{shown(slug)}”只能用小写字母、数字和连字符，不超过 80 个",
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
        ("creators", "assertions"),
    )
    record.schema()
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
        licence=record.licence("licence"),
        created=record.string("created"),
        classes=tuple(classes),
        fields=tuple(fields),
        creators=record.words("creators"),
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
                f"“{key}”应写成 最小..最大，例如 3..10 或 3..，不能是“{shown(value)}”",
                f"'{key}' is written min..max, as 3..10 or 3.., not '{shown(value)}'",
            )
    return found


def entity(slug: str, decoder: Decoder, node: Node) -> Entity:
    """Decode one record of ``entities.yml``."""
    record = decoder.record(
        node,
        ("type", "name"),
        [
            "english",
            "aliases",
            "description",
            "named",
            "point",
            "address",
            "code",
            "parent",
            "pinyin",
            "validFrom",
            "validTo",
            "predecessor",
            "successor",
            "formerly",
        ],
    )
    aliases_zh: tuple[str, ...] = ()
    aliases_en: tuple[str, ...] = ()
    if (child := record.child("aliases")) is not None:
        aliases = decoder.record(child, (), ("zh", "en"))
        aliases_zh, aliases_en = aliases.words("zh"), aliases.words("en")
    point = None
    if (child := record.child("point")) is not None:
        point = _point(decoder, child)
    name = record.text("name") or Text("", "")
    if name.zh in aliases_zh or name.en in aliases_en:
        decoder.fault(
            record.line("aliases"),
            "别名（aliases）里不要再写 name",
            "'aliases' holds other names than 'name'",
        )
    named = record.flag("named", True)
    if not named and not record.has("description"):
        decoder.fault(
            record.line("named"),
            "没有具名的（named: no）要写 description（zh、en）",
            "what is not named (named: no) needs a description (zh, en)",
        )
    valid_from, valid_to = _date(record, "validFrom"), _date(record, "validTo")
    if valid_from.earliest and valid_to.latest and valid_to.latest < valid_from.earliest:
        decoder.fault(
            record.line("validTo"),
            f"validTo（{valid_to.text}）早于 validFrom（{valid_from.text}）",
            f"validTo ({valid_to.text}) is before validFrom ({valid_from.text})",
        )
    return Entity(
        id=slug,
        type=record.choice("type", ENTITY_TYPES, "Entity"),
        name=name,
        english_is_ours=record.choice("english", ("ours", "official"), "official") == "ours",
        aliases_zh=aliases_zh,
        aliases_en=aliases_en,
        description=record.text("description"),
        named=named,
        point=point,
        address=record.text("address"),
        code=record.matching(
            "code",
            _CODE,
            "国标代码：6 位数字",
            "a GB/T 2260 code: 6 digits (townships 9, villages 12)",
        ),
        parent=record.reference("parent"),
        pinyin=record.matching("pinyin", _NO_HAN, "不含汉字的拼音", "without Chinese characters"),
        valid_from=valid_from.text if record.has("validFrom") else "",
        valid_to=valid_to.text if record.has("validTo") else "",
        predecessors=record.references("predecessor"),
        successors=record.references("successor"),
        formerly=record.slugs("formerly"),
        position=record.position,
    )


def _date(record: Record, key: str) -> Period:
    """Return a date; an open or unknown one would say nothing of where validity ends."""
    found = record.period(key)
    if found.text == "unknown" and getattr(record.child(key), "value", "") != "unknown":
        return found  # absent; or wrong, and said so
    if found.earliest is None or found.latest is None:
        record.decoder.fault(
            record.line(key),
            f"“{key}”应是一个日期，如 2024 或 2024-05-03；不知道就不写",
            f"'{key}' is a date, as 2024 or 2024-05-03; leave it out where it is not known",
        )
    return found


def _point(decoder: Decoder, node: Node) -> Point:
    record = decoder.record(node, ("precision",), ("lat", "long", "origin", "licence"))
    precision = record.choice("precision", PRECISIONS, "notPlaced")
    lat = _degrees(record, "lat", 90)
    long = _degrees(record, "long", 180)
    placed = lat is not None and long is not None
    if precision != "notPlaced" and not (placed and record.has("origin") and record.has("licence")):
        decoder.fault(
            node.line,
            "有精度的点要写 lat、long、origin、licence；没有坐标请写 precision: notPlaced",
            "a placed point needs lat, long, origin and licence; without coordinates write "
            "precision: notPlaced",
        )
    return Point(lat, long, precision, record.string("origin"), record.licence("licence"))


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
        [
            "authors",
            "published",
            "publishedWhy",
            "note",
            "sha256",
            "chars",
            "sections",
            "paragraphs",
            "url",
            "page",
            "rights",
        ],
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
    sha256, chars = record.checksum("sha256"), record.integer("chars")
    for key, there in (("sha256", record.has("chars")), ("chars", record.has("sha256"))):
        if there and not record.has(key):
            decoder.fault(
                node.line,
                f"sha256 和 chars 要一起写，缺少“{key}”；shanhai locate 文件 会给出这几行",
                f"sha256 and chars go together, '{key}' is missing; shanhai locate FILE prints "
                "these lines",
            )
    if record.has("chars") and not chars:
        decoder.fault(record.line("chars"), "chars 应从 1 起", "'chars' counts from 1")
    return Source(
        id=slug,
        title=record.text("title") or Text("", ""),
        outlet=outlet,
        authors=record.words("authors"),
        published=record.period("published"),
        published_why=record.text("publishedWhy"),
        note=record.text("note"),
        sha256=sha256,
        chars=chars,
        sections=record.integer("sections"),
        paragraphs=record.integer("paragraphs"),
        url=record.string("url"),
        page=record.string("page"),
        rights=record.text("rights"),
        position=record.position,
    )


def is_date(text: str) -> bool:
    """Return whether the text is a period of the calendar (used for ``created``)."""
    try:
        return parse_period(text).precision == "day"
    except PeriodError:
        return False
