"""Tables of what claims are about and come from: entities, sources, data sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from shanhai.errors import Text
from shanhai.exchange.table import Cell, Column, Table, code_cells, coded, in_both, joined, table
from shanhai.model.claim import mentions
from shanhai.model.entity import Entity
from shanhai.model.period import Period
from shanhai.model.records import Records
from shanhai.rdf.mapping import Mapper

_POINT = ("seat", "park", "street", "district", "notPlaced")


def time_columns(name: str, zh: str, en: str) -> tuple[Column, ...]:
    """Return the columns of a period: text form, first and last day, precision."""
    return (
        Column(name, Text(f"{zh}（EDTF 文字形式）", f"{en} (EDTF text form)")),
        Column(f"{name}_earliest", Text(f"{zh}：最早日", f"{en}: first day it may cover"), "date"),
        Column(f"{name}_latest", Text(f"{zh}：最晚日", f"{en}: last day it may cover"), "date"),
        *coded(f"{name}_precision", f"{zh}的精度", f"the precision of {en}", "precision"),
    )


def time_cells(period: Period) -> tuple[Cell, ...]:
    """Return the cells of :func:`time_columns`."""
    return (
        period.text,
        period.earliest.isoformat() if period.earliest else None,
        period.latest.isoformat() if period.latest else None,
        *code_cells("precision", period.precision),
    )


class Names:
    """Gives the columns and cells by which tables refer to an entity."""

    def __init__(self, records: Records) -> None:
        self._names = {entity.id: entity.name for entity in records.entities()}

    @staticmethod
    def columns(name: str, zh: str, en: str) -> tuple[Column, ...]:
        """Return the columns of a reference: slug, Chinese name, English name."""
        return (Column(name, Text(f"{zh}的编号", f"id of {en}"), "id"), *in_both(name, zh, en))

    @staticmethod
    def many(name: str, zh: str, en: str) -> tuple[Column, ...]:
        """Return the columns of several references."""
        return (
            Column(name, Text(f"{zh}的编号", f"ids of {en}"), "id", many=True),
            Column(f"{name}_zh", Text(f"{zh}（中文）", f"{en} (Chinese)"), many=True),
            Column(f"{name}_en", Text(f"{zh}（英文）", f"{en} (English)"), many=True),
        )

    def cells(self, *slugs: str) -> tuple[str, str, str]:
        """Return the cells of a reference to no, one or several entities."""
        found = [slug for slug in slugs if slug]
        return (
            joined(found),
            joined(self._names[slug].zh for slug in found),
            joined(self._names[slug].en for slug in found),
        )


def text_cells(text: Text | None) -> tuple[Cell, Cell]:
    """Return the cells of a text in both languages."""
    return (text.zh, text.en) if text else (None, None)


def entities(records: Records, mapper: Mapper, names: Names) -> Table:
    """Return the table of entities: regions, bodies, platforms and other things."""
    columns = (
        Column("entity", Text("实体编号", "id of the entity"), "id"),
        Column("iri", Text("实体的 IRI", "IRI of the entity"), "iri"),
        *coded("class", "类", "the class"),
        *in_both("name", "名称", "name"),
        Column(
            "english_is_ours",
            Text("英文名称是否为我们所译", "whether the English name is our translation"),
            "boolean",
        ),
        Column("aliases_zh", Text("中文别名", "other Chinese names"), many=True),
        Column("aliases_en", Text("英文别名", "other English names"), many=True),
        Column("named", Text("报道是否写出其名", "whether the report names it"), "boolean"),
        *in_both("description", "说明", "description"),
        Column("pinyin", Text("拼音", "pinyin")),
        Column("code", Text("区划代码（GB/T 2260）", "division code (GB/T 2260)")),
        *names.columns("parent", "上级区域", "the parent region"),
        Column("valid_from", Text("有效期起（EDTF）", "valid from (EDTF)")),
        Column("valid_to", Text("有效期止（EDTF）", "valid to (EDTF)")),
        Column("latitude", Text("纬度（WGS-84，度）", "latitude (WGS-84, degrees)"), "decimal"),
        Column("longitude", Text("经度（WGS-84，度）", "longitude (WGS-84, degrees)"), "decimal"),
        Column("point_precision", Text("坐标精度", "what the point stands for"), "code", _POINT),
        Column("point_origin", Text("坐标来源", "origin of the point")),
        Column("point_licence", Text("坐标许可", "licence of the point"), "iri"),
        *in_both("address", "地址", "address"),
        Column("claims", Text("提及它的论断数", "number of claims that mention it"), "integer"),
        Column("set", Text("所在数据集", "data set it comes from"), "id"),
    )
    return table(
        "entities", Text("实体", "Entities"), columns, _entity_rows(records, mapper, names)
    )


def _entity_rows(records: Records, mapper: Mapper, names: Names) -> Iterator[tuple[Cell, ...]]:
    mentioned = Counter(slug for claim in records.claims() for slug in mentions(claim))
    found = [
        (entity.id, entity, each.manifest.name) for each in records.sets for entity in each.entities
    ]
    for slug, entity, home in sorted(found, key=lambda item: item[0]):
        yield (
            slug,
            mapper.iri(slug).value,
            *code_cells("", entity.type),
            entity.name.zh,
            entity.name.en,
            entity.english_is_ours,
            joined(entity.aliases_zh),
            joined(entity.aliases_en),
            entity.named,
            *text_cells(entity.description),
            entity.pinyin,
            entity.code,
            *names.cells(entity.parent),
            entity.valid_from,
            entity.valid_to,
            *_point_cells(entity),
            *text_cells(entity.address),
            mentioned[slug],
            home,
        )


def _point_cells(entity: Entity) -> tuple[Cell, ...]:
    point = entity.point
    if point is None:
        return (None,) * 5
    return (point.lat, point.long, point.precision, point.origin, point.licence)


def sources(records: Records, mapper: Mapper) -> Table:
    """Return the table of sources with their outlets."""
    columns = (
        Column("source", Text("来源编号", "id of the source"), "id"),
        Column("iri", Text("来源的 IRI", "IRI of the source"), "iri"),
        *in_both("title", "标题", "title"),
        Column("authors", Text("作者", "authors"), many=True),
        Column("outlet", Text("媒体编号", "id of the outlet"), "id"),
        *in_both("outlet", "媒体", "outlet"),
        *coded("outlet_kind", "媒体类别", "the kind of outlet", "outletKind"),
        *coded("outlet_level", "媒体级别", "the level of outlet", "outletLevel"),
        *time_columns("published", "发布时间", "publication"),
        *in_both("published_why", "发布时间的推断依据", "why the date is inferred"),
        Column("sha256", Text("文本的 SHA-256", "SHA-256 of the text")),
        Column("characters", Text("字数（Unicode 码点）", "Unicode code points"), "integer"),
        Column("sections", Text("节数", "sections"), "integer"),
        Column("paragraphs", Text("段数（非空行）", "paragraphs (non-empty lines)"), "integer"),
        Column("url", Text("网址", "address")),
        Column("page", Text("版面或页码", "page")),
        *in_both("rights", "权利说明", "rights"),
        Column("set", Text("所在数据集", "data set it comes from"), "id"),
    )
    found = [(s.id, s, each.manifest.name) for each in records.sets for s in each.sources]
    rows = [
        (
            slug,
            mapper.iri(slug).value,
            *text_cells(source.title),
            joined(source.authors),
            source.outlet.id,
            *text_cells(source.outlet.name),
            *code_cells("outletKind", source.outlet.kind),
            *code_cells("outletLevel", source.outlet.level),
            *time_cells(source.published),
            *text_cells(source.published_why),
            source.sha256,
            source.chars or None,
            source.sections or None,
            source.paragraphs or None,
            source.url,
            source.page,
            *text_cells(source.rights),
            home,
        )
        for slug, source, home in sorted(found, key=lambda item: item[0])
    ]
    return table("sources", Text("来源", "Sources"), columns, rows)


def about(records: Records) -> Table:
    """Return the table that says what the tables are: sets, licences, how to read them."""
    columns = (
        Column("item", Text("项目", "item"), "id"),
        Column("zh", Text("中文", "in Chinese")),
        Column("en", Text("英文", "in English")),
    )
    rows: list[tuple[Cell, ...]] = []
    for each in records.sets:
        manifest = each.manifest
        rows.append((f"set {manifest.name}", manifest.title.zh, manifest.title.en))
        rows.append(
            (f"set {manifest.name}: about", manifest.description.zh, manifest.description.en)
        )
        rows.append((f"set {manifest.name}: licence", manifest.licence, manifest.licence))
        rows.append((f"set {manifest.name}: created", manifest.created, manifest.created))
    rows += [
        (
            "cells",
            "空单元格表示报道没有说或不适用。",
            "An empty cell: not said, or not applicable.",
        ),
        (
            "dates",
            "日期为文字 YYYY-MM-DD；一段时间的起止按可能覆盖的最早、最晚日写，精度另列。",
            "Dates are texts YYYY-MM-DD; a period has its first and last possible day, and its "
            "precision beside them.",
        ),
        (
            "csv",
            "CSV 为 UTF-8（带 BOM）。以 = + - @ 开头的文字前加了一个 '，"
            "以免电子表格把它当公式；读回时去掉即可。",
            "CSV is UTF-8 with a byte order mark. A text that starts with = + - @ has a ' before "
            "it, so that no spreadsheet takes it for a formula; drop it when you read the file.",
        ),
        (
            "values",
            "数值以所写单位计，千、万、亿已展开，未作其他换算；存量、流量、比率、位次不可相加。",
            "Values are in the unit given, multiples expanded, not otherwise converted; stocks, "
            "flows, rates and ranks do not add up.",
        ),
    ]
    return table("about", Text("关于本数据", "About these data"), columns, rows)
