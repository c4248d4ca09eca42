"""Records in words: where evidence stands, when, who, how."""

from __future__ import annotations

from decimal import Decimal

from shanhai.errors import Text
from shanhai.model.claim import Claim, Cooperation, Observation, Relation, mentions
from shanhai.model.locator import Place
from shanhai.model.period import Period
from shanhai.model.period import words as period_words
from shanhai.model.records import Records
from shanhai.model.source import Located
from shanhai.query.answers import figure
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
        places = [Place(*spot).words for spot in sorted(found)]
        zh, en = "；".join(each.zh for each in places), "; ".join(each.en for each in places)
        zh, en = f"《{title.zh}》{zh}", f"“{title.en}”" + (f", {en}" if en else "")
        if page := pages.get(source):
            zh, en = f"{zh}第{page}页", f"{en}, page {page}"
        parts.append(Text(zh, en))
    return Text("；".join(p.zh for p in parts), "; ".join(p.en for p in parts))


def period(its: Period) -> Text | None:
    """Return a period in words; None if it is unknown."""
    return None if its.precision == "unknown" else period_words(its.text)


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
            value = amount(claim)
            parts.insert(
                0,
                Text(
                    f"{claim.indicator.zh}：{value.zh}",
                    f"{claim.indicator.en}: {value.en}",
                ),
            )
    return Text(" · ".join(p.zh for p in parts), " · ".join(p.en for p in parts)) if parts else None


def amount(its: Observation) -> Text:
    """Return a figure with its unit and bound in words.

    In Chinese 万 and 亿 are used where they lose nothing, as reports do: 7755000000 元 is
    77.55亿元.
    """
    value = f"{its.value:,}"
    match its.unit:
        case "percent":
            number = Text(f"{value}%", f"{value} %")
        case "rank":
            number = Text(f"第{value}位", f"rank {value}")
        case unit:
            words = term(f"unit-{unit}").zh
            number = Text(
                f"{figure(its.value, 'zh')}{words}", f"{value} {_unit(unit, its.value)}".rstrip()
            )
    if its.bound == "exact":
        return number
    bound = term(f"bound-{its.bound}")
    return Text(f"{bound.zh}{number.zh}", f"{bound.en} {number.en}")


# The indicator says what is counted.
_SILENT = ("count", "item")
_PLURALS = {"person": "people", "company": "companies", "yuan": "yuan", "mu": "mu"}


def _unit(unit: str, value: Decimal) -> str:
    """Return the English word for a unit as it stands behind a number.

    >>> _unit("place", Decimal(4)), _unit("hour", Decimal(1)), _unit("count", Decimal(7))
    ('places', 'hour', '')
    """
    if unit in _SILENT:
        return ""
    word = term(f"unit-{unit}").en.removesuffix(" (unit)")
    return word if value == 1 else _PLURALS.get(word, f"{word}s")


def parties(claim: Claim, names: dict[str, Text]) -> tuple[Text, ...]:
    """Return the names of whom a claim is about."""
    if isinstance(claim, Cooperation):
        return tuple(names[part.party] for part in claim.participations)
    return tuple(names[slug] for slug in mentions(claim))
