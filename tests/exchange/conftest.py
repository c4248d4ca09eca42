"""A small world of records, written by hand: nothing in it is from a report."""

from __future__ import annotations

from decimal import Decimal

import pytest

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
from shanhai.model.entity import Entity, Point
from shanhai.model.period import parse_period
from shanhai.model.records import ClaimSet, Manifest, Records
from shanhai.model.source import Located, Outlet, Source, SourceOnly, fold_of, sha256_text

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
BASE = "https://w3id.org/shanhai/id/"
QUOTE = "山城工具公司与海港大学签约"


def located(start: int) -> Located:
    return Located(
        "spring-report",
        section=1,
        paragraph=3,
        start=start,
        end=start + len(QUOTE),
        sha256=sha256_text(QUOTE),
        fold=fold_of(QUOTE),
    )


def ground(zh: str, en: str, *evidence: Located | SourceOnly, why: Text | None = None) -> Ground:
    return Ground(Text(zh, en), evidence or (located(40),), why is None, why, "high")


def manifest(name: str, kind: str) -> Manifest:
    title = Text(f"示例集 {name}", f"Example set {name}")
    return Manifest(name, kind, title, Text("手写的例子", "Written by hand"), LICENCE, "2026-11-24")


POINT = Point(Decimal("28.65388"), Decimal("120.06693"), "seat", "own survey", LICENCE)
COUNTY = Entity(
    "cn-990101",
    "County",
    Text("山城县", "Shancheng County"),
    aliases_zh=("山城",),
    aliases_en=("Shancheng",),
    point=POINT,
    code="990101",
    pinyin="Shānchéng Xiàn",
    valid_from="1958",
)
COMPANY = Entity(
    "shancheng-tools",
    "Company",
    Text("=山城工具公司", "+Shancheng Tools"),
    english_is_ours=True,
    address=Text("山城路1号", "1 Shancheng Road"),
    parent="cn-990101",
)
UNIVERSITY = Entity("haigang-university", "University", Text("海港大学", "Haigang University"))
ALLIANCE = Entity("tool-alliance", "Association", Text("工具联盟", "Tool Alliance"))
UNNAMED = Entity(
    "a-workshop",
    "Team",
    Text("某工场", "a workshop"),
    named=False,
    description=Text("未具名的工场", "a workshop without a name"),
    point=Point(None, None, "notPlaced"),
)
SPRING = Source(
    "spring-report",
    Text("山海相连", "Mountain and Sea Linked"),
    Outlet("shancheng-daily", Text("山城日报", "Shancheng Daily"), "newspaper", "county"),
    authors=("张三", "李四"),
    published=parse_period("2024-05-03"),
    sha256="a1" * 32,
    chars=1200,
    sections=2,
    paragraphs=9,
    page="02",
)
WEB = Source(
    "web-notice",
    Text("关于共建的通知", "Notice on Building Together"),
    Outlet(
        "shancheng-gov", Text("山城县人民政府", "Shancheng Government"), "governmentSite", "county"
    ),
    published=parse_period("2023-11"),
    url="https://example.org/notice?id=7&lang=zh",
)
STRAY = Source(
    "stray-page",
    Text("50%_新&旧{#1}: A~B^C \\ D", "50% new & old"),
    Outlet("unknown-outlet", Text("不详", "unknown"), "unknown", "unknown"),
    authors=("王五", "赵六", "孙七", "周八"),
    published=parse_period("2022~"),
    published_why=Text("文中提到该年", "the text speaks of that year"),
    rights=Text("版权归作者", "rights with the authors"),
)
SIGNED = Cooperation(
    "tools-university",
    (
        Participation("shancheng-tools", "signatory", "a-workshop"),
        Participation("haigang-university", "signatory"),
        Participation("cn-990101", "host"),
    ),
    ("education", "industry"),
    "signedAgreement",
    (
        StatusRecord("signed", parse_period("2024-03"), (SourceOnly("web-notice", "2"),)),
        StatusRecord("operating", parse_period("2024-04/..")),
    ),
    ground("山城工具公司与海港大学签约。", "Shancheng Tools and Haigang University signed."),
    parse_period("2024-03/.."),
    ("tool-alliance",),
)
WISHED = Cooperation(
    "wished-alliance",
    (Participation("tool-alliance", "party"), Participation("haigang-university", "party")),
    ("education",),
    "intent",
    (StatusRecord("intended"),),
    ground("联盟有意合作。", "The alliance wishes to cooperate.", SourceOnly("stray-page")),
)
MEMBER = Relation(
    "tools-in-alliance",
    "shancheng-tools",
    "memberOf",
    ground("山城工具公司是工具联盟成员。", "Shancheng Tools belongs to the Tool Alliance."),
    object="tool-alliance",
    fields=("industry",),
    time=parse_period("2020"),
)
MEMBER_PERHAPS = Relation(
    "workshop-in-alliance",
    "a-workshop",
    "memberOf",
    ground("某工场或是成员。", "It may be a member.", why=Text("句子不全", "the sentence is cut")),
    object="tool-alliance",
)
PURPOSE = Relation(
    "tools-purpose",
    "shancheng-tools",
    "purpose",
    ground("山城工具公司意在培养技工。", "Shancheng Tools aims to train fitters."),
    text=Text("培养技工", "to train fitters"),
)
OUTPUT = Observation(
    "tools-output",
    "shancheng-tools",
    "outputValue",
    Text("产值", "output value"),
    Decimal("7755000000"),
    "yuan",
    parse_period("2024-Q1"),
    "about",
    "flow",
    "actual",
    ground("产值约77.55亿元。", "Output was about 7.755 billion yuan."),
    cooperation="tools-university",
)
SHARE = Observation(
    "trainee-share",
    "shancheng-tools",
    "share",
    Text("学员占比", "share of trainees"),
    Decimal("40.5"),
    "percent",
    parse_period("2023"),
    "exact",
    "rate",
    "actual",
    ground("海港大学学员占四成。", "Haigang University gives 40.5 percent."),
    breakdown=Breakdown("origin", "haigang-university"),
    basis=Text("上年", "the year before"),
    share_of=Share(name=Text("全部学员", "all trainees")),
)


@pytest.fixture
def records() -> Records:
    reference = ClaimSet(BASE, manifest("divisions", "reference"), (COUNTY,))
    claims = ClaimSet(
        BASE,
        manifest("example", "claims"),
        (COMPANY, UNIVERSITY, ALLIANCE, UNNAMED),
        (SPRING, WEB, STRAY),
        (SIGNED, WISHED),
        (MEMBER, MEMBER_PERHAPS, PURPOSE),
        (OUTPUT, SHARE),
    )
    return Records((reference, claims))
