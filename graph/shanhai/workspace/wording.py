"""Records in words: where evidence stands, when, who, how."""

from __future__ import annotations

from shanhai.errors import Text
from shanhai.model.claim import Claim, Cooperation, Observation, Relation, mentions
from shanhai.model.period import Period
from shanhai.model.records import Records
from shanhai.model.source import Located
from shanhai.rdf.mapping import current_status
from shanhai.views.wording import term


def where(claim: Claim, records: Records) -> Text:
    """Return where the evidence of a claim stands: source, section, paragraph."""
    titles = {source.id: source.title for source in records.sources()}
    spots: dict[str, set[tuple[int, int]]] = {}
    pages: dict[str, str] = {}
    for evidence in claim.ground.evidence:
        found = spots.setdefault(evidence.source, set())
        if isinstance(evidence, Located):
            found.add((evidence.section, evidence.paragraph))
        else:
            pages[evidence.source] = evidence.page
    parts = []
    for source, found in spots.items():
        title = titles[source]
        zh = f"《{title.zh}》" + "、".join(f"第{s}节第{p}段" for s, p in sorted(found))
        en = f"“{title.en}”" + "".join(f", section {s} paragraph {p}" for s, p in sorted(found))
        if page := pages.get(source):
            zh, en = f"{zh}第{page}页", f"{en}, page {page}"
        parts.append(Text(zh, en))
    return Text(";".join(p.zh for p in parts), "; ".join(p.en for p in parts))


def period(its: Period) -> Text | None:
    """Return a period in words; None if it is unknown."""
    if its.precision == "unknown":
        return None
    text = its.text
    if text.endswith("/.."):
        return Text(f"自{text[:-3]}起", f"since {text[:-3]}")
    if text.startswith("../"):
        return Text(f"至{text[3:]}", f"until {text[3:]}")
    if text.endswith("~"):
        return Text(f"约{text[:-1]}", f"about {text[:-1]}")
    if "/" in text:
        first, _, last = text.partition("/")
        return Text(f"{first} 至 {last}", f"{first} to {last}")
    return Text(text, text)


def time_of(claim: Claim) -> Text | None:
    """Return the time of a claim in words."""
    return period(claim.period if isinstance(claim, Observation) else claim.time)


def about(claim: Claim) -> Text | None:
    """Return field, formality and status of a claim, or measure, value and unit, in words."""
    parts = [term(f"field-{field}") for field in claim.fields]
    match claim:
        case Cooperation():
            parts.append(term(f"formality-{claim.formality}"))
            parts.append(term(f"status-{current_status(claim.statuses)}"))
        case Relation():
            parts.insert(0, term(claim.predicate))
            if claim.status:
                parts.append(term(f"status-{claim.status}"))
        case Observation():
            unit = term(f"unit-{claim.unit}")
            bound = term(f"bound-{claim.bound}")
            mark = Text("", "") if claim.bound == "exact" else bound
            parts.insert(
                0,
                Text(
                    f"{claim.indicator.zh} {mark.zh}{claim.value:,} {unit.zh}",
                    f"{claim.indicator.en}: {mark.en + ' ' if mark.en else ''}{claim.value:,} "
                    f"{unit.en}",
                ),
            )
    return Text(" · ".join(p.zh for p in parts), " · ".join(p.en for p in parts)) if parts else None


def parties(claim: Claim, names: dict[str, Text]) -> tuple[Text, ...]:
    """Return the names of whom a claim is about."""
    if isinstance(claim, Cooperation):
        return tuple(names[part.party] for part in claim.participations)
    return tuple(names[slug] for slug in mentions(claim))
