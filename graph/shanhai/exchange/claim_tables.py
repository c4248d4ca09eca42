"""Tables of claims: cooperations with their parties and statuses, relations, observations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from shanhai.errors import Text
from shanhai.exchange.record_tables import (
    Names,
    text_cells,
    time_cells,
    time_columns,
)
from shanhai.exchange.table import Cell, Column, Table, code_cells, coded, in_both, joined, table
from shanhai.model.claim import Claim, Cooperation, Observation, Relation, all_evidence
from shanhai.model.records import ClaimSet, Records
from shanhai.model.source import Evidence, Located
from shanhai.rdf.mapping import Mapper, current_status

_BREAKDOWNS = ("total", "origin", "industry", "product", "age", "sector")
_Claim = TypeVar("_Claim", Cooperation, Relation, Observation)


@dataclass(frozen=True, slots=True)
class _Home:
    """What every row of a claim needs."""

    names: Names
    mapper: Mapper


def _sorted(
    records: Records, pick: Iterable[tuple[ClaimSet, Sequence[_Claim]]]
) -> list[tuple[_Claim, str]]:
    found = [(claim, each.manifest.name) for each, claims in pick for claim in claims]
    return sorted(found, key=lambda item: item[0].id)


def _head() -> tuple[Column, ...]:
    return (
        Column("claim", Text("论断编号", "id of the claim"), "id"),
        Column("iri", Text("论断的 IRI", "IRI of the claim"), "iri"),
        *in_both("says", "论断", "the claim in our words"),
    )


def _head_cells(home: _Home, claim: Claim) -> tuple[Cell, ...]:
    return (claim.id, home.mapper.iri(claim.id).value, *text_cells(claim.ground.say))


def _tail() -> tuple[Column, ...]:
    return (
        *coded("field", "领域", "the fields", "field", many=True),
        Column("reading", Text("读法", "reading"), "code", ("certain", "uncertain")),
        *in_both("reading_reason", "读法存疑的原因", "why the reading is uncertain"),
        Column("confidence", Text("可信度", "confidence"), "code", ("high", "medium")),
        Column("sources", Text("来源编号", "ids of the sources"), "id", many=True),
        Column("evidence", Text("证据数", "pieces of evidence"), "integer"),
        Column("set", Text("所在数据集", "data set it comes from"), "id"),
    )


def _tail_cells(claim: Claim, home: str) -> tuple[Cell, ...]:
    evidence = all_evidence(claim)
    return (
        *code_cells("field", *claim.fields),
        "certain" if claim.ground.certain else "uncertain",
        *text_cells(claim.ground.why),
        claim.ground.confidence,
        joined(sorted({each.source for each in evidence})),
        len(evidence),
        home,
    )


def cooperations(records: Records, mapper: Mapper, names: Names) -> Table:
    """Return the table of cooperations, one row for each."""
    columns = (
        *_head(),
        Column("parties", Text("参与方数", "number of parties"), "integer"),
        *names.many("party", "参与方", "the parties"),
        *names.many("concerns", "所涉事物", "what it makes or is about"),
        *coded("formality", "正式程度", "the formality", "formality"),
        *coded("level", "层级", "the level", "level"),
        *coded("status", "当前状态", "the current status", "status"),
        *time_columns("time", "时间", "time"),
        *_tail(),
    )
    home = _Home(names, mapper)
    found = _sorted(records, [(each, each.cooperations) for each in records.sets])
    rows = [
        (
            *_head_cells(home, claim),
            len(claim.participations),
            *names.cells(*(part.party for part in claim.participations)),
            *names.cells(*claim.concerns),
            *code_cells("formality", claim.formality),
            *code_cells("level", mapper.level(claim)),
            *code_cells("status", current_status(claim.statuses)),
            *time_cells(claim.time),
            *_tail_cells(claim, where),
        )
        for claim, where in found
    ]
    return table("cooperations", Text("合作", "Cooperations"), columns, rows)


def parties(records: Records, names: Names) -> Table:
    """Return the table of participations, one row for each party of each cooperation."""
    classes = {entity.id: entity.type for entity in records.entities()}
    columns = (
        Column("claim", Text("合作编号", "id of the cooperation"), "id"),
        Column("order", Text("序号", "number of the party"), "integer"),
        *names.columns("party", "参与方", "the party"),
        *coded("class", "参与方的类", "the class of the party"),
        *coded("role", "角色", "the role", "role"),
        *names.columns("through", "经由者", "the one acted through"),
    )
    rows = [
        (
            claim.id,
            number,
            *names.cells(part.party),
            *code_cells("", classes[part.party]),
            *code_cells("role", part.role),
            *names.cells(part.through),
        )
        for claim, _ in _sorted(records, [(each, each.cooperations) for each in records.sets])
        for number, part in enumerate(claim.participations, 1)
    ]
    return table("parties", Text("参与方", "Parties of cooperations"), columns, rows)


def statuses(records: Records) -> Table:
    """Return the table of status records, one row for each."""
    columns = (
        Column("claim", Text("合作编号", "id of the cooperation"), "id"),
        Column("order", Text("序号", "number of the status"), "integer"),
        *coded("status", "状态", "the status", "status"),
        *time_columns("time", "时间", "time"),
    )
    rows = [
        (claim.id, number, *code_cells("status", each.status), *time_cells(each.time))
        for claim, _ in _sorted(records, [(each, each.cooperations) for each in records.sets])
        for number, each in enumerate(claim.statuses, 1)
    ]
    return table("statuses", Text("状态", "Statuses of cooperations"), columns, rows)


def relations(records: Records, mapper: Mapper, names: Names) -> Table:
    """Return the table of relations and statements, one row for each."""
    columns = (
        *_head(),
        *names.columns("subject", "主体", "the subject"),
        *coded("predicate", "谓词", "the predicate"),
        *names.columns("object", "客体", "the object"),
        *in_both("text", "表述", "what is stated"),
        *coded("status", "状态", "the status", "status"),
        *time_columns("time", "时间", "time"),
        *_tail(),
    )
    home = _Home(names, mapper)
    rows = [
        (
            *_head_cells(home, claim),
            *names.cells(claim.subject),
            *code_cells("", claim.predicate),
            *names.cells(claim.object),
            *text_cells(claim.text),
            *code_cells("status", claim.status),
            *time_cells(claim.time),
            *_tail_cells(claim, where),
        )
        for claim, where in _sorted(records, [(each, each.relations) for each in records.sets])
    ]
    return table("relations", Text("关系", "Relations"), columns, rows)


def observations(records: Records, mapper: Mapper, names: Names) -> Table:
    """Return the table of observations, one row for each number."""
    columns = (
        *_head(),
        *names.columns("subject", "主体", "the subject"),
        *coded("measure", "指标类", "the measure", "measure"),
        *in_both("indicator", "指标", "indicator"),
        Column("value", Text("数值", "value"), "decimal"),
        *coded("unit", "单位", "the unit", "unit"),
        *time_columns("period", "时期", "period"),
        Column("breakdown_kind", Text("分组方式", "kind of breakdown"), "code", _BREAKDOWNS),
        *names.columns("breakdown_entity", "分组实体", "the entity of the breakdown"),
        *in_both("breakdown", "分组", "breakdown"),
        *in_both("basis", "比较基准", "what a growth rate compares with"),
        *names.columns("of_entity", "总体实体", "the entity that a share or rank is of"),
        *in_both("of", "总体", "what a share or rank is of"),
        *coded("bound", "界限", "the bound", "bound"),
        *coded("accumulation", "累计方式", "the accumulation", "accumulation"),
        *coded("nature", "性质", "the nature", "nature"),
        Column("cooperation", Text("所属合作编号", "id of the cooperation it belongs to"), "id"),
        *_tail(),
    )
    home = _Home(names, mapper)
    found = _sorted(records, [(each, each.observations) for each in records.sets])
    rows = [_observation_cells(home, claim, where) for claim, where in found]
    return table("observations", Text("观测", "Observations"), columns, rows)


def _observation_cells(home: _Home, claim: Observation, where: str) -> tuple[Cell, ...]:
    part, whole = claim.breakdown, claim.share_of
    return (
        *_head_cells(home, claim),
        *home.names.cells(claim.subject),
        *code_cells("measure", claim.measure),
        *text_cells(claim.indicator),
        claim.value,
        *code_cells("unit", claim.unit),
        *time_cells(claim.period),
        part.kind if part else "total",
        *home.names.cells(part.entity if part else ""),
        *text_cells(part.name if part else None),
        *text_cells(claim.basis),
        *home.names.cells(whole.entity if whole else ""),
        *text_cells(whole.name if whole else None),
        *code_cells("bound", claim.bound),
        *code_cells("accumulation", claim.accumulation),
        *code_cells("nature", claim.nature),
        claim.cooperation,
        *_tail_cells(claim, where),
    )


def evidence(records: Records) -> Table:
    """Return the table of evidence, one row for each piece."""
    columns = (
        Column("claim", Text("论断编号", "id of the claim"), "id"),
        Column(
            "status_order",
            Text("状态序号（证据属于某条状态时）", "number of the status it belongs to, if to one"),
            "integer",
        ),
        Column("order", Text("序号", "number of the piece of evidence"), "integer"),
        Column("source", Text("来源编号", "id of the source"), "id"),
        Column("class", Text("类别", "class"), "code", ("located", "sourceOnly")),
        Column("section", Text("节", "section"), "integer"),
        Column("paragraph", Text("段", "paragraph"), "integer"),
        Column("start", Text("起点（Unicode 码点）", "start (Unicode code points)"), "integer"),
        Column("end", Text("终点（不含）", "end (exclusive)"), "integer"),
        Column("sha256", Text("引文的 SHA-256", "SHA-256 of the quote")),
        Column(
            "fold", Text("折叠后引文的长度与 SHA-256", "length and SHA-256 of the folded quote")
        ),
        Column("page", Text("页码", "page")),
    )
    rows = [
        row
        for claim in sorted(records.claims(), key=lambda claim: claim.id)
        for row in _evidence_rows(claim)
    ]
    return table("evidence", Text("证据", "Evidence"), columns, rows)


def _evidence_rows(claim: Claim) -> Iterator[tuple[Cell, ...]]:
    for number, each in enumerate(claim.ground.evidence, 1):
        yield (claim.id, None, number, *_evidence_cells(each))
    if isinstance(claim, Cooperation):
        for order, status in enumerate(claim.statuses, 1):
            for number, each in enumerate(status.evidence, 1):
                yield (claim.id, order, number, *_evidence_cells(each))


def _evidence_cells(each: Evidence) -> tuple[Cell, ...]:
    if isinstance(each, Located):
        return (
            each.source,
            "located",
            each.section,
            each.paragraph,
            each.start,
            each.end,
            each.sha256,
            each.fold,
            None,
        )
    return (each.source, "sourceOnly", None, None, None, None, None, None, each.page)
