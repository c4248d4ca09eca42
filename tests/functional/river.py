"""A small report and its claims, all written for these tests: an invented river, two stations."""

from __future__ import annotations

import hashlib
from pathlib import Path

from shanhai.model.locator import locate

TEXT = """\
# 两岸共管一条河

青溪水利所和白石水利所隔河相望。去年三月，两家签了约：合办一座测流站，谁发现涨水谁先报信。

## 站点

测流站设在旧渡口，归白石水利所管，\r
一年要测三百六十五次。\r

转载请注明出处

## 往后

两家还想把上游的雨量一起测起来。

转载请注明出处
"""
QUOTES = {
    "agreement": ("去年三月，两家签了约", "合办一座测流站"),
    "place": ("归白石水利所管，\r\n一年要测",),
    "count": ("一年要测三百六十五次",),
    "plan": ("还想把上游的雨量一起测起来",),
    "notice": ("转载请注明出处",),
}
FILES = {
    "dataset.yml": """\
schema: 1
name: river
kind: claims
title: {zh: 测流站, en: Gauging station}
description: {zh: 试验用, en: for tests}
licence: https://creativecommons.org/licenses/by/4.0/
created: 2026-11-24
assertions:
  classes: {Cooperation: 2..2, Observation: 1..}
""",
    "entities.yml": """\
qingxi-office:
  type: GovernmentBody
  name: {zh: 青溪水利所, en: Qingxi Water Office}
  english: ours
baishi-office:
  type: GovernmentBody
  name: {zh: 白石水利所, en: Baishi Water Office}
  english: ours
gauging-station:
  type: ServicePlatform
  name: {zh: 两岸测流站, en: Two Banks Gauging Station}
  aliases: {zh: [测流站]}
  english: ours
""",
    "sources.yml": """\
river-report:
  title: {zh: 两岸共管一条河, en: Two banks and one river}
  authors: [无名]
  outlet: {name: {zh: 河边报, en: Riverside Paper}, kind: newspaper, level: county}
  published: 2024-06
  sha256: SHA256
  chars: CHARS
  sections: 3
  paragraphs: 9
""",
    "cooperations.yml": """\
station-agreement:
  parties:
    - {party: qingxi-office, role: signatory}
    - {party: baishi-office, role: signatory}
  concerns: gauging-station
  field: ecology
  formality: signedAgreement
  status:
    - {status: signed, time: 2023-03, evidence: [EVIDENCE:agreement]}
    - {status: operating, evidence: [EVIDENCE:count]}
  time: 2023-03/..
  say: {zh: 两所立约办站。, en: The two offices agree to run a station.}
  evidence: [EVIDENCE:agreement]
rain-plan:
  parties:
    - {party: qingxi-office, role: partner}
    - {party: baishi-office, role: partner}
  field: ecology
  formality: intent
  status: intended
  say: {zh: 两所打算合测雨量。, en: The offices mean to measure rain together.}
  reading: uncertain
  why: {zh: 只是愿望。, en: It is but a wish.}
  evidence: [EVIDENCE:plan, EVIDENCE:notice]
""",
    "relations.yml": """\
station-operator:
  subject: baishi-office
  predicate: operates
  object: gauging-station
  say: {zh: 白石所管站。, en: The Baishi office runs the station.}
  evidence: [EVIDENCE:place]
""",
    "observations.yml": """\
gaugings:
  subject: gauging-station
  measure: caseCount
  indicator: {zh: 测流次数, en: gaugings}
  value: 365
  unit: time
  period: unknown
  breakdown: total
  bound: exact
  accumulation: flow
  nature: actual
  say: {zh: 每年测流 365 次。, en: It is gauged 365 times a year.}
  evidence: [EVIDENCE:count]
""",
}
LOCATORS = 9


def block(quote: str, text: str = TEXT) -> str:
    found = locate(text, quote, "river-report")
    assert found is not None, quote
    return (
        f"{{source: {found.source}, section: {found.section}, paragraph: {found.paragraph}, "
        f"start: {found.start}, end: {found.end}, sha256: {found.sha256}, fold: '{found.fold}'}}"
    )


def write_project(folder: Path) -> None:
    """Put the claims on the report into a project, with the report registered by checksum."""
    data = TEXT.encode("utf-8")
    target = folder / "data" / "river"
    target.mkdir()
    for name, text in FILES.items():
        text = text.replace("SHA256", hashlib.sha256(data).hexdigest())
        text = text.replace("CHARS", str(len(TEXT)))
        for key, quotes in QUOTES.items():
            text = text.replace(f"EVIDENCE:{key}", ", ".join(block(quote) for quote in quotes))
        (target / name).write_text(text, encoding="utf-8")


def rewrapped(text: str = TEXT) -> str:
    """Return the report as another site might print it: other line ends, spaces, punctuation."""
    words = text.replace("\r\n", "").replace("，", ", ").replace("。", " . ").replace("：", ":")
    lines = [line[i : i + 11] for line in words.split("\n") for i in range(0, len(line), 11)]
    return "转自河边报\n\n" + " \r\n".join(lines) + "\n\n相关阅读"
