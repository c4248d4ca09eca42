"""Claims: what a source says, in our words, with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from shanhai.errors import Text
from shanhai.model.entity import Position
from shanhai.model.period import UNKNOWN, Period
from shanhai.model.source import Evidence


@dataclass(frozen=True, slots=True)
class Ground:
    """What every claim carries.

    Attributes:
        say: The claim as a sentence in our words.
        certain: False where columns run together or a sentence is cut; ``why`` says so.
        confidence: ``high``, ``medium`` or empty.
        evidence: One or more pieces of evidence.
        position: Where the claim is written.
    """

    say: Text
    evidence: tuple[Evidence, ...]
    certain: bool = True
    why: Text | None = None
    confidence: str = ""
    position: Position = field(default=Position(), compare=False)


@dataclass(frozen=True, slots=True)
class Participation:
    """A party of a cooperation, its role, and through whom it acts (slug or empty)."""

    party: str
    role: str
    through: str = ""


@dataclass(frozen=True, slots=True)
class StatusRecord:
    """A status at a time; evidence of its own, or none if the claim's covers it."""

    status: str
    time: Period = UNKNOWN
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Cooperation:
    """Parties in roles who do something together."""

    id: str
    participations: tuple[Participation, ...]
    fields: tuple[str, ...]
    formality: str
    statuses: tuple[StatusRecord, ...]
    ground: Ground
    time: Period = UNKNOWN
    concerns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """Subject, predicate, and either an object (slug) or a text in our words."""

    id: str
    subject: str
    predicate: str
    ground: Ground
    object: str = ""
    text: Text | None = None
    fields: tuple[str, ...] = ()
    status: str = ""
    time: Period = UNKNOWN


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What part of the subject a figure is about: an entity, or a name."""

    kind: str
    entity: str = ""
    name: Text | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What a share or a rank is of: an entity or a text."""

    entity: str = ""
    name: Text | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """A number in a report.

    Attributes:
        value: In the unit that the report names, 千 万 亿 expanded.
        indicator: The report's noun phrase, and its English.
        breakdown: None for the total.
        basis: What a growth rate compares with; None if the report does not say.
    """

    id: str
    subject: str
    measure: str
    indicator: Text
    value: Decimal
    unit: str
    period: Period
    bound: str
    accumulation: str
    nature: str
    ground: Ground
    breakdown: Breakdown | None = None
    basis: Text | None = None
    share_of: Share | None = None
    cooperation: str = ""
    fields: tuple[str, ...] = ()


Claim = Cooperation | Relation | Observation


def mentions(claim: Claim) -> tuple[str, ...]:
    """Return the slugs of all entities that a claim is about, each once, in order."""
    match claim:
        case Cooperation():
            found = [p.party for p in claim.participations]
            found += [p.through for p in claim.participations]
            found += claim.concerns
        case Relation():
            found = [claim.subject, claim.object]
        case Observation():
            found = [
                claim.subject,
                claim.breakdown.entity if claim.breakdown else "",
                claim.share_of.entity if claim.share_of else "",
            ]
    return tuple(dict.fromkeys(slug for slug in found if slug))


def all_evidence(claim: Claim) -> tuple[Evidence, ...]:
    """Return the evidence of a claim and of its status records, in order."""
    found = list(claim.ground.evidence)
    if isinstance(claim, Cooperation):
        for status in claim.statuses:
            found += status.evidence
    return tuple(found)
