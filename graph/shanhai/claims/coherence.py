"""Claims that contradict the vocabulary: ends of a wrong class, parties that are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from shanhai.errors import Problem, Text
from shanhai.model.claim import Claim, Cooperation, Relation
from shanhai.model.records import Records
from shanhai.vocabulary import terms
from shanhai.vocabulary.labels import LABELS

# Where the ontology's domain or range is any entity, though some classes make no sense there.
_NEVER_OBJECT: Final[Mapping[str, tuple[str, ...]]] = {
    # A region is made by law and a person by nobody; neither is founded or run by a body.
    "establishes": ("Region", "Person"),
    "operates": ("Region", "Person"),
    # These are nowhere, so that nothing can stand in them.
    "locatedIn": ("Person", "Product", "Policy"),
    # What is supplied to is a market or a buyer.
    "supplies": ("Policy", "Event"),
}
# Things that do nothing of their own accord.
_PASSIVE: Final = ("Product", "TransportLine")
_NEVER_SUBJECT: Final[Mapping[str, tuple[str, ...]]] = {
    "establishes": _PASSIVE,
    "operates": _PASSIVE,
    "implements": _PASSIVE,
    "sponsors": _PASSIVE,
    # Whoever graduates or makes is a person, a body or a region, never a paper or an occasion.
    "graduatedFrom": ("Region", "Policy", "Product", "Event", "TransportLine"),
    "produces": ("Policy", "Event"),
}


def check(records: Records) -> Iterator[Problem]:
    """Yield what contradicts the vocabulary, at the file and line of the claim."""
    # What has no known type has a problem of its own already.
    types = {
        entity.id: entity.type
        for entity in records.entities()
        if entity.type in LABELS and entity.type != "Entity"
    }
    founded: dict[str, Relation] = {}
    for claim in records.claims():
        match claim:
            case Relation():
                yield from _ends(claim, types)
                if claim.predicate == "establishes" and claim.object:
                    yield from _founders(claim, founded)
            case Cooperation():
                yield from _parties(claim)


def _problem(claim: Claim, zh: str, en: str, *, warning: bool = False) -> Problem:
    position = claim.ground.position
    return Problem(Text(zh, en), position.file, position.line, warning)


def _classes(name: str) -> tuple[str, ...]:
    return (name, *terms.CLASSES.get(name, ()))


def _named(names: tuple[str, ...]) -> Text:
    """Return classes with their names, as a person says them and as they are written."""
    return Text(
        "、".join(f"{LABELS[name][0]}（{name}）" for name in names),
        " or ".join(f"{LABELS[name][1]} ({name})" for name in names),
    )


def _ends(claim: Relation, types: Mapping[str, str]) -> Iterator[Problem]:
    if claim.object and claim.object == claim.subject:
        yield _problem(
            claim,
            f"“{claim.id}”的主体和客体是同一个“{claim.object}”",
            f"'{claim.id}' has '{claim.object}' as subject and object",
        )
    for end, slug, wanted, never in (
        (
            Text("主体", "subject"),
            claim.subject,
            terms.DOMAINS.get(claim.predicate, ()),
            _NEVER_SUBJECT.get(claim.predicate, ()),
        ),
        (
            Text("客体", "object"),
            claim.object,
            terms.RANGES.get(claim.predicate, ()),
            _NEVER_OBJECT.get(claim.predicate, ()),
        ),
    ):
        if slug not in types:  # an unknown entity has its own message
            continue
        known, its = _classes(types[slug]), _named((types[slug],))
        # A range of texts is no matter of classes.
        if wanted and {*wanted} <= {*terms.CLASSES} and not {*wanted} & {*known}:
            allowed = _named(wanted)
            yield _problem(
                claim,
                f"{claim.predicate} 的{end.zh}应是{allowed.zh}；“{slug}”是{its.zh}",
                f"the {end.en} of {claim.predicate} must be of class {allowed.en}; '{slug}' is of "
                f"class {its.en}",
            )
        elif {*never} & {*known}:
            none = _named(never)
            yield _problem(
                claim,
                f"{claim.predicate} 的{end.zh}不能是{none.zh}；“{slug}”是{its.zh}",
                f"the {end.en} of {claim.predicate} cannot be of class {none.en}; '{slug}' is of "
                f"class {its.en}",
            )


def _founders(claim: Relation, founded: dict[str, Relation]) -> Iterator[Problem]:
    """Warn of two founders of one thing in two relations: together they are a cooperation."""
    first = founded.setdefault(claim.object, claim)
    if first is not claim and first.subject != claim.subject:
        place = first.ground.position
        yield _problem(
            claim,
            f"“{claim.object}”在 {place.file}:{place.line} 另有创建者；"
            "两方共建应写成一条合作（cooperations.yml）",
            f"'{claim.object}' has another founder at {place.file}:{place.line}; founders of one "
            "thing are one cooperation (cooperations.yml)",
            warning=True,
        )


def _parties(claim: Cooperation) -> Iterator[Problem]:
    """A party stands once: listed twice, it would count twice in its ties."""
    seen: set[str] = set()
    for part in claim.participations:
        if part.party and part.party in seen:
            yield _problem(
                claim,
                f"“{claim.id}”把“{part.party}”列了两次；一方只列一次，写主要的角色",
                f"'{claim.id}' lists '{part.party}' twice; a party stands once, in its main role",
            )
        seen.add(part.party)
        if part.party and part.party == part.through:
            yield _problem(
                claim,
                f"“{claim.id}”中“{part.party}”经由（through）自己；不必写 through",
                f"in '{claim.id}' '{part.party}' acts through itself; leave out through",
            )
