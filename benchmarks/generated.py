"""Projects of any size, for measuring: every kind of claim, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FIELDS = [
    "industry",
    "innovation",
    "talent",
    "tourism",
    "agriculture",
    "transport",
    "education",
    "health",
]
BODIES = [
    "School",
    "Company",
    "Hospital",
    "University",
    "ResearchInstitute",
    "Association",
    "GovernmentBody",
]
THINGS = ["Enclave", "Park", "Event", "Honour", "Policy", "Product"]
FORMALITIES = [
    "visit",
    "exchange",
    "support",
    "project",
    "jointPlatform",
    "signedAgreement",
    "intent",
]
ROLES = {
    "support": ("supporter", "supported"),
    "jointPlatform": ("founder", "partner"),
    "signedAgreement": ("signatory", "signatory"),
    "visit": ("host", "visitor"),
}
STATUSES = ["operating", "completed", "signed", "planned", "started"]
STATEMENTS = ["positioning", "outcome", "purpose", "operatingModel"]
EVIDENCE = "  evidence: [{source: s%d, class: sourceOnly, page: '%d'}]\n"
HEAD = """\
schema: 1
name: made
kind: claims
title: {zh: 生成的数据, en: Generated data}
description: {zh: 测速用, en: for measuring}
licence: https://creativecommons.org/licenses/by/4.0/
created: 2026-01-01
"""


def write_project(folder: Path, claims: int) -> None:
    """Write a project of ``claims`` claims: 40 % cooperations, 30 % relations, 30 % figures."""
    data = folder / "data" / "made"
    data.mkdir(parents=True)
    shanhai = "schema: 1\nname: made\nlanguages: [zh, en]\nlicence: CC-BY-4.0\n"
    (folder / "shanhai.yml").write_text(shanhai, encoding="utf-8")
    (data / "dataset.yml").write_text(HEAD, encoding="utf-8")
    # The numbers of things grow with the claims, as they do when reports are added.
    regions, bodies, things = (max(7, claims // share) for share in (16, 6, 12))
    for name, records in (
        ("entities", _entities(regions, bodies, things)),
        ("sources", _sources(max(2, claims // 100))),
        ("cooperations", _cooperations(claims * 4 // 10, claims, regions, bodies, things)),
        ("relations", _relations(claims * 3 // 10, claims, regions, bodies, things)),
        ("observations", _observations(claims * 3 // 10, claims, regions)),
    ):
        (data / f"{name}.yml").write_text("".join(records), encoding="utf-8")


def _name(zh: str, en: str, number: int) -> str:
    return f"  name: {{zh: {zh}{number}, en: {en} {number}}}\n  english: ours\n"


def _entities(regions: int, bodies: int, things: int) -> Iterator[str]:
    yield "cn-990000:\n  type: Province\n  parent: cn\n  code: 990000\n" + _name(
        "省", "Province", 0
    )
    for n in range(regions):
        code = 990001 + n
        yield f"cn-{code}:\n  type: County\n  parent: cn-990000\n  code: {code}\n"
        yield _name("县", "County", n)
    for n in range(bodies):
        yield f"b{n}:\n  type: {BODIES[n % 7]}\n" + _name("机构", "Body", n)
    for n in range(things):
        yield f"t{n}:\n  type: {THINGS[n % 6]}\n" + _name("事物", "Thing", n)


def _sources(number: int) -> Iterator[str]:
    for n in range(number):
        outlet = f"{{id: o{n % 5}, name: {{zh: 报{n % 5}, en: Paper {n % 5}}}, "
        yield f"s{n}:\n  title: {{zh: 报道{n}, en: Report {n}}}\n"
        yield f"  outlet: {outlet}kind: newspaper, level: county}}\n"
        yield f"  published: 2024-0{1 + n % 9}\n"


def _ends(n: int, claims: int) -> str:
    """Return how every claim ends; every tenth is uncertain."""
    doubt = "  reading: uncertain\n  why: {zh: 测试, en: test}\n" if n % 10 == 9 else ""
    return doubt + EVIDENCE % (n % max(2, claims // 100), n % 30)


def _party(n: int, regions: int, bodies: int) -> str:
    """Return one of the regions and bodies, spread over all of them."""
    return f"b{n * 7 % bodies}" if n % 2 else f"cn-{990001 + n * 5 % regions}"


def _cooperations(
    number: int, claims: int, regions: int, bodies: int, things: int
) -> Iterator[str]:
    for n in range(number):
        formality = FORMALITIES[n % 7]
        parties = dict.fromkeys(_party(n * k, regions, bodies) for k in (1, 3, 4))
        roles = (*ROLES.get(formality, ("partner", "partner")), "participant")
        yield f"c{n}:\n  parties:\n"
        shown = list(parties) if len(parties) > 1 else [f"b{n % bodies}", "cn-990000"]
        for party, role in zip(shown, roles, strict=False):
            yield f"    - {{party: {party}, role: {role}}}\n"
        yield f"  field: {FIELDS[n % 8]}\n  formality: {formality}\n"
        yield f"  status: {STATUSES[n % 5]}\n  time: 202{n % 5}\n"
        if n % 3 == 0:
            yield f"  concerns: [t{n * 6 % things}]\n"
        yield f"  say: {{zh: 合作{n}。, en: Cooperation {n}.}}\n" + _ends(n, claims)


def _relations(number: int, claims: int, regions: int, bodies: int, things: int) -> Iterator[str]:
    for n in range(number):
        body, region = f"b{n % bodies}", f"cn-{990001 + n % regions}"
        thing = n * 6 % (things - things % 6)
        says = (
            (body, "locatedIn", f"object: {region}"),
            (body, "supplies", f"object: {region}"),
            (region, STATEMENTS[n // 6 % 4], f"text: {{zh: 说法{n}, en: Saying {n}}}"),
            (body, "operates", f"object: t{thing}"),
            (body, "participatesIn", f"object: t{thing + 2}"),
            (region, "honouredWith", f"object: t{thing + 3}"),
        )
        subject, predicate, rest = says[n % 6]
        yield f"r{n}:\n  subject: {subject}\n  predicate: {predicate}\n  {rest}\n"
        yield f"  say: {{zh: 关系{n}。, en: Relation {n}.}}\n" + _ends(n, claims)


def _observations(number: int, claims: int, regions: int) -> Iterator[str]:
    for n in range(number):
        # Every twentieth contradicts the one before.
        same = n - (n % 20 == 19)
        yield f"n{n}:\n  subject: cn-{990001 + same % regions}\n  measure: headcount\n"
        yield f"  indicator: {{zh: 人数{same // 40}, en: heads {same // 40}}}\n"
        yield f"  value: {n}\n  unit: person\n  period: 202{same % 5}\n  breakdown: total\n"
        yield "  bound: exact\n  accumulation: stock\n  nature: actual\n"
        yield f"  say: {{zh: 人数{n}。, en: Heads {n}.}}\n" + _ends(n, claims)
