"""Cross checks over all sets: what no single record can know."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from shanhai.claims import coherence
from shanhai.claims.fields import Reference
from shanhai.claims.loading import Loaded
from shanhai.errors import Problem, Text
from shanhai.model.claim import Claim, Cooperation, Observation, all_evidence, mentions
from shanhai.model.entity import Entity, Position
from shanhai.model.records import ClaimSet, Records
from shanhai.model.source import Located, Source
from shanhai.vocabulary import terms

SHIPPED = "shanhai-graph:"
"""Stands before the names of files that came with the package, where a user cannot edit them."""

RESERVED = ("dataset", "graph", "ontology")
"""Names under a project's base that are the dataset's own, its graphs' and the vocabulary's."""
_DIVISIONS = ("Province", "Prefecture", "County", "Township")
_BEGINNINGS = ("started", "operating", "signed")
_ENDINGS = ("completed", "ended")


def check(loaded: Sequence[Loaded]) -> list[Problem]:
    """Return the problems that show only across records and sets."""
    records = Records(tuple(each.set for each in loaded))
    problems = list(_duplicates(records))
    whole = all(each.whole for each in loaded)
    if whole:
        problems += _dangling(records, [r for each in loaded for r in each.references])
    problems += _entities(records)
    problems += _parent_cycles(records)
    problems += coherence.check(records)
    sources = {source.id: source for source in records.sources()}
    for claim in records.claims():
        problems += _times(claim)
        for evidence in all_evidence(claim):
            source = sources.get(evidence.source)
            if source and isinstance(evidence, Located):
                problems += _outside(claim.ground.position, evidence, source)
    problems += _rivals(records)
    problems += _unused(records)
    for each in records.sets:
        if whole:
            problems += _assertions(each, records)
    return problems


def _error(position: Position, zh: str, en: str, warning: bool = False) -> Problem:
    return Problem(Text(zh, en), position.file, position.line, warning)


def _positions(records: Records) -> Iterator[tuple[str, Position]]:
    for entity in records.entities():
        yield entity.id, entity.position
    for source in records.sources():
        yield source.id, source.position
    for claim in records.claims():
        yield claim.id, claim.ground.position


def _duplicates(records: Records) -> Iterator[Problem]:
    first: dict[str, Position] = {}
    for slug, position in _positions(records):
        if slug in first:
            yield _taken(position, slug, first[slug])
        first.setdefault(slug, position)
        yield from _reserved(position, slug)
    outlets: dict[str, Source] = {}
    for source in records.sources():
        outlet, position = source.outlet, source.position
        if outlet.id in first:
            yield _taken(position, outlet.id, first[outlet.id])
        yield from _reserved(position, outlet.id)
        other = outlets.setdefault(outlet.id, source)
        if other.outlet != outlet:
            place = other.position
            yield _error(
                position,
                f"媒体“{outlet.id}”的名称、种类或级别与 {place.file}:{place.line} 不同",
                f"the outlet '{outlet.id}' differs in name, kind or level from "
                f"{place.file}:{place.line}",
            )
    first |= {slug: source.position for slug, source in outlets.items() if slug not in first}
    renamed: dict[str, Entity] = {}
    for entity in records.entities():
        for old in entity.formerly:
            yield from _reserved(entity.position, old)
            other_entity = renamed.setdefault(old, entity)
            place = other_entity.position
            if other_entity is not entity:
                yield _error(
                    entity.position,
                    f"旧编号“{old}”已归“{other_entity.id}”（{place.file}:{place.line}）",
                    f"the former id '{old}' is already that of '{other_entity.id}' "
                    f"({place.file}:{place.line})",
                )
            if old in first:
                yield _error(
                    entity.position,
                    f"旧编号“{old}”仍在 {first[old].file}:{first[old].line} 使用",
                    f"the former id '{old}' is in use at {first[old].file}:{first[old].line}",
                )


def _taken(position: Position, slug: str, before: Position) -> Problem:
    return _error(
        position,
        f"编号“{slug}”已在 {before.file}:{before.line} 用过；编号在所有数据集中只能用一次",
        f"the id '{slug}' is taken at {before.file}:{before.line}; ids are unique over all sets",
    )


def _reserved(position: Position, slug: str) -> Iterator[Problem]:
    if slug in RESERVED:
        yield _error(
            position,
            f"编号“{slug}”留给数据集自身使用（{'、'.join(RESERVED)}），请换一个",
            f"the id '{slug}' is kept for the dataset itself ({', '.join(RESERVED)}); choose "
            "another",
        )


def _dangling(records: Records, references: Sequence[Reference]) -> Iterator[Problem]:
    known = {
        "source": {source.id for source in records.sources()},
        "cooperation": {c.id for each in records.sets for c in each.cooperations},
        "": {entity.id for entity in records.entities()},
    }
    kinds = {
        "source": ("来源", "source", "sources.yml"),
        "cooperation": ("合作", "cooperation", "cooperations.yml"),
        "": ("实体", "entity", "entities.yml"),
    }
    folders = [
        file
        for file in dict.fromkeys(each.manifest.position.file for each in records.sets)
        if not file.startswith(SHIPPED)
    ]
    renamed = {old: entity.id for entity in records.entities() for old in entity.formerly}
    for reference in references:
        kind = reference.key if reference.key in known else ""
        if reference.slug in known[kind]:
            continue
        zh, en, file = kinds[kind]
        if now := renamed.get(reference.slug):
            yield _error(
                reference.position,
                f"{reference.key}：“{reference.slug}”是旧编号，现在是“{now}”",
                f"{reference.key}: '{reference.slug}' is a former id; it is '{now}' now",
            )
            continue
        places = [folder.removesuffix("dataset.yml") + file for folder in folders]
        near = difflib.get_close_matches(reference.slug, known[kind], n=3, cutoff=0.75)
        yield _error(
            reference.position,
            f"{reference.key}：没有编号为“{reference.slug}”的{zh}；可在 {'、'.join(places)} 中定义"
            + (f"；相近的有 {'、'.join(near)}" if near else ""),
            f"{reference.key}: no {en} has the id '{reference.slug}'; it could be defined in "
            f"{', '.join(places)}" + (f"; similar: {', '.join(near)}" if near else ""),
        )


def _entities(records: Records) -> Iterator[Problem]:
    types = {entity.id: entity.type for entity in records.entities()}
    for entity in records.entities():
        yield from _region(entity, types)


def _is_region(kind: str) -> bool:
    return kind == "Region" or "Region" in terms.CLASSES.get(kind, ())


def _region(entity: Entity, types: Mapping[str, str]) -> Iterator[Problem]:
    """What regions have, regions alone have; those of the administration hang together."""
    position = entity.position
    if entity.code and entity.id != f"cn-{entity.code}":
        yield _error(
            position,
            f"行政区的编号应是 cn-{entity.code}（国标代码），不是“{entity.id}”",
            f"a region with a code has the id cn-{entity.code} (GB/T 2260), not '{entity.id}'",
        )
    others = {
        "parent": (entity.parent,) if entity.parent else (),
        "predecessor": entity.predecessors,
        "successor": entity.successors,
    }
    if (entity.code or any(others.values())) and not _is_region(entity.type):
        yield _error(
            position,
            "只有区域才有 code、parent、predecessor、successor，"
            f"“{entity.id}”的类型是 {entity.type}",
            f"only regions have code, parent, predecessor and successor; '{entity.id}' is of type "
            f"{entity.type}",
        )
    for key, slugs in others.items():
        for slug in slugs:
            if slug in types and not _is_region(types[slug]):
                yield _error(
                    position,
                    f"“{entity.id}”的 {key} 应是区域，“{slug}”的类型是 {types[slug]}",
                    f"the {key} of '{entity.id}' is a region; '{slug}' is of type {types[slug]}",
                )
    for slug in {*entity.predecessors} & {*entity.successors}:
        yield _error(
            position,
            f"“{slug}”不能既是前身（predecessor）又是后继（successor）",
            f"'{slug}' cannot be predecessor and successor at once",
        )
    if entity.type in _DIVISIONS and not entity.parent:
        yield _error(
            position,
            f"“{entity.id}”是 {entity.type}，要写上级（parent）",
            f"'{entity.id}' is a {entity.type} and needs its parent",
        )


def _parent_cycles(records: Records) -> Iterator[Problem]:
    parents = {entity.id: entity for entity in records.entities()}
    for entity in parents.values():
        seen = {entity.id}
        current = entity
        while current.parent in parents:
            current = parents[current.parent]
            if current.id == entity.id:
                yield _error(
                    entity.position,
                    f"上级关系成环：{'、'.join(sorted(seen))}",
                    f"the parents run in a circle: {', '.join(sorted(seen))}",
                )
                break
            if current.id in seen:
                break
            seen.add(current.id)


def _times(claim: Claim) -> Iterator[Problem]:
    if not isinstance(claim, Cooperation):
        return
    begun = [s.time.earliest for s in claim.statuses if s.status in _BEGINNINGS and s.time.earliest]
    ended = [s.time.latest for s in claim.statuses if s.status in _ENDINGS and s.time.latest]
    if begun and ended and max(ended) < min(begun):
        yield _error(
            claim.ground.position,
            f"“{claim.id}”的结束（{max(ended)}）早于开始（{min(begun)}）",
            f"'{claim.id}' ends ({max(ended)}) before it starts ({min(begun)})",
        )


def _outside(position: Position, evidence: Located, source: Source) -> Iterator[Problem]:
    chars = source.chars
    for number, most, key, zh, en in (
        (evidence.paragraph, source.paragraphs, "paragraphs", "段", "paragraph"),
        (evidence.section, source.sections, "sections", "节", "section"),
    ):
        if most and number > most:
            yield _error(
                position,
                f"证据在第 {number} {zh}，而来源“{source.id}”只有 {most} {zh}（{key}）",
                f"the evidence names {en} {number}, but source '{source.id}' has {most} ({key})",
            )
    if chars and evidence.end > chars:
        yield _error(
            position,
            f"证据位置 {evidence.start}–{evidence.end} 超出来源“{evidence.source}”的"
            f" {chars} 个字符（chars）",
            f"the evidence {evidence.start}-{evidence.end} lies outside the {chars} characters "
            f"of source '{evidence.source}' (chars)",
        )


def _rivals(records: Records) -> Iterator[Problem]:
    """Two figures of one source for one thing: a warning, as a report may contradict itself."""
    seen: dict[tuple[object, ...], Observation] = {}
    for each in records.sets:
        for o in each.observations:
            key = (
                o.subject, o.measure, o.indicator.zh, o.period.text, o.unit, o.breakdown,
                o.share_of, o.basis, o.ground.evidence[0].source if o.ground.evidence else "",
            )  # fmt: skip
            other = seen.setdefault(key, o)
            if other is not o:
                place = other.ground.position
                yield _error(
                    o.ground.position,
                    f"与 {place.file}:{place.line} 是同一指标同一时期的两个数",
                    f"a second figure beside {place.file}:{place.line} for the same indicator and "
                    "period",
                    warning=True,
                )


def _unused(records: Records) -> Iterator[Problem]:
    used = {slug for claim in records.claims() for slug in mentions(claim)}
    parents = {entity.parent for entity in records.entities()}
    for each in records.sets:
        if each.manifest.kind == "reference":
            continue
        for entity in each.entities:
            if entity.id not in used and entity.id not in parents:
                yield _error(
                    entity.position,
                    f"没有任何论断提到“{entity.id}”",
                    f"no claim mentions '{entity.id}'",
                    warning=True,
                )


def _assertions(each: ClaimSet, records: Records) -> Iterator[Problem]:
    classes, fields = count_classes(each, records), count_fields(each)
    folder = each.manifest.position.file.removesuffix("dataset.yml")
    for name, bounds, found, files in [
        *((n, b, classes[n], "*.yml") for n, b in each.manifest.classes),
        *(
            (n, b, fields[n], "cooperations.yml, relations.yml, observations.yml")
            for n, b in each.manifest.fields
        ),
    ]:
        if found < bounds.low or (bounds.high is not None and found > bounds.high):
            high = "" if bounds.high is None else str(bounds.high)
            yield _error(
                each.manifest.position,
                f"断言“{name}: {bounds.low}..{high}”不成立：在 {folder}{files} 中数到 {found}",
                f"the assertion '{name}: {bounds.low}..{high}' fails: {found} counted in "
                f"{folder}{files}",
            )


def count_classes(each: ClaimSet, records: Records) -> Counter[str]:
    """Count the records of a set by class, superclasses included.

    Entities count when the set defines or mentions them, so that a set of claims about
    shipped regions can expect a number of regions.
    """
    types = {entity.id: entity.type for entity in records.entities()}
    slugs = {entity.id for entity in each.entities}
    for claim in each.claims():
        slugs.update(slug for slug in mentions(claim) if slug in types)
    counts: Counter[str] = Counter()
    for slug in slugs:
        counts.update((types[slug], *terms.CLASSES.get(types[slug], ())))
    counts["Source"] = len(each.sources)
    counts["Cooperation"] = len(each.cooperations)
    counts["RelationClaim"] = len(each.relations)
    counts["Observation"] = len(each.observations)
    counts["Claim"] = sum(1 for _ in each.claims())
    return counts


def count_fields(each: ClaimSet) -> Counter[str]:
    """Count the claims of a set by field."""
    return Counter(field for claim in each.claims() for field in claim.fields)


def report_limit(problems: Sequence[Problem], limit: int = 20) -> list[Problem]:
    """Return at most ``limit`` problems; after them one line a file with its count."""
    if len(problems) <= limit:
        return list(problems)
    rest: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems[limit:]:
        rest[problem.file].append(problem)
    more = [
        Problem(
            Text(
                f"还有 {len(left)} 处问题",
                f"{len(left)} more problem{'' if len(left) == 1 else 's'}",
            ),
            file,
            warning=all(problem.warning for problem in left),
        )
        for file, left in rest.items()
    ]
    return [*problems[:limit], *more]
