"""Cooperations, relations and observations, decoded into the model."""

from __future__ import annotations

from shanhai.claims import figures
from shanhai.claims.fields import Decoder, Record, shown
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
from shanhai.model.period import Period
from shanhai.model.source import Evidence, Located, SourceOnly
from shanhai.vocabulary import terms

# What two parties do together is a cooperation with roles, never a bare relation.
COOPERATIONS = (
    "cooperatesWith", "signsAgreementWith", "partnerInProject", "supportedBy", "trains", "invests",
)  # fmt: skip
RELATIONS = tuple(name for name in terms.RELATIONS if name not in COOPERATIONS)
PREDICATES = (*RELATIONS, *terms.STATEMENTS)
BREAKDOWNS = ("origin", "industry", "product", "age", "sector")
_GROUND = ("say", "evidence")
_GROUND_MORE = ("reading", "why", "confidence")


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
            "合作至少有两方；只有一方的写进 relations.yml",
            "a cooperation has two parties or more; one-sided ones belong in relations.yml",
        )
    time = record.period("time")
    return Cooperation(
        id=slug,
        participations=parties,
        fields=record.choices("field", terms.CONCEPTS["field"]),
        formality=record.choice("formality", terms.CONCEPTS["formality"]),
        statuses=_statuses(record, time),
        ground=_ground(record),
        time=time,
        concerns=record.references("concerns"),
    )


def _participation(decoder: Decoder, node: Node) -> Participation:
    record = decoder.record(node, ("party", "role"), ("through",))
    return Participation(
        record.reference("party"),
        record.choice("role", terms.CONCEPTS["role"]),
        record.reference("through"),
    )


def _statuses(record: Record, time: Period) -> tuple[StatusRecord, ...]:
    """Decode the status records; one word alone holds at the time of the cooperation."""
    words = terms.CONCEPTS["status"]
    if isinstance(record.child("status"), Scalar):
        return (StatusRecord(record.choice("status", words), time),)

    def decode(item: Node) -> StatusRecord:
        inner = record.decoder.record(item, ("status",), ("time", "evidence"))
        return StatusRecord(
            inner.choice("status", words),
            inner.period("time"),
            inner.each("evidence", lambda e: _evidence(record.decoder, e)),
        )

    found = record.each("status", decode)
    if record.has("status") and not found:
        record.decoder.fault(
            record.line("status"), "status 至少要有一条", "status needs one entry or more"
        )
    return found


def relation(slug: str, decoder: Decoder, node: Node) -> Relation:
    """Decode one record of ``relations.yml``."""
    record = decoder.record(
        node,
        ("subject", "predicate", *_GROUND),
        ("object", "text", "field", "time", "status", *_GROUND_MORE),
    )
    predicate = record.string("predicate")
    takes_text = predicate in terms.STATEMENTS
    if predicate in COOPERATIONS:
        decoder.fault(
            record.line("predicate"),
            f"“{predicate}”是合作，写进 cooperations.yml，用 parties 和 role 表示",
            f"'{predicate}' is a cooperation: write it into cooperations.yml, with parties and "
            "roles",
        )
    elif predicate and predicate not in PREDICATES:
        decoder.fault(
            record.line("predicate"),
            f"没有“{shown(predicate)}”这种关系；可用：{'、'.join(PREDICATES)}",
            f"no predicate '{shown(predicate)}'; allowed: {', '.join(PREDICATES)}",
        )
    elif record.has("object") == record.has("text") or record.has("text") != takes_text:
        wanted = "text" if takes_text else "object"
        decoder.fault(
            node.line,
            f"“{predicate}”要写 {wanted}，object 与 text 只能有一个",
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
        [
            "subject",
            "measure",
            "indicator",
            "value",
            "unit",
            "period",
            "bound",
            "accumulation",
            "nature",
            "breakdown",
            *_GROUND,
        ],
        ("basis", "of", "cooperation", "field", *_GROUND_MORE),
    )
    figure = Observation(
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
    figures.check(record, figure)
    return figure


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
    return Breakdown(
        inner.choice("kind", BREAKDOWNS), inner.reference("entity"), inner.text("name")
    )


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
    paragraph = record.integer("paragraph")
    if record.has("paragraph") and not paragraph:
        decoder.fault(record.line("paragraph"), "paragraph 应从 1 起", "'paragraph' counts from 1")
    return Located(
        source=record.reference("source"),
        section=record.integer("section"),
        paragraph=paragraph,
        start=start,
        end=end,
        sha256=record.checksum("sha256"),
        fold=record.fold("fold"),
    )
