"""Citations: golden files, and parsers of other people that read them back."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import bibtexparser
import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st

from shanhai.errors import InputError, Text
from shanhai.exchange.citation import STYLES, Reference, bibtex, cite, gbt7714, references, ris
from shanhai.model.period import parse_period
from shanhai.model.records import Records
from shanhai.rdf import namespaces as ns

GOLDEN = Path(__file__).parent / "golden"
SUFFIX = {"bibtex": "bib", "ris": "ris", "gbt7714": "txt"}


@pytest.mark.parametrize("style", STYLES)
def test_golden(records: Records, style: str) -> None:
    wanted = (GOLDEN / f"citations.{SUFFIX[style]}").read_text(encoding="utf-8")
    assert cite(records, style) == wanted


def test_an_unknown_style_is_refused(records: Records) -> None:
    with pytest.raises(InputError, match="bibtex, ris, gbt7714"):
        cite(records, "apa")


def test_bibtex_reads_back(records: Records) -> None:
    entries = bibtexparser.loads(cite(records, "bibtex")).entries_dict
    assert set(entries) == {each.id for each in references(records)}
    assert entries["spring-report"]["ENTRYTYPE"] == "article"
    assert entries["spring-report"]["author"] == "{张三} and {李四}"
    assert entries["spring-report"]["journal"] == "{山城日报}"
    assert entries["spring-report"]["month"] == "5"
    assert entries["web-notice"]["url"] == "https://example.org/notice?id=7&lang=zh"
    assert r"50\%\_新\&旧\textbraceleft{}\#1\textbraceright{}" in entries["stray-page"]["title"]
    assert "The date is inferred" in entries["stray-page"]["note"]


def test_ris_reads_back(records: Records) -> None:
    entries = {entry["id"]: entry for entry in rispy.loads(cite(records, "ris"))}
    assert set(entries) == {each.id for each in references(records)}
    spring = entries["spring-report"]
    assert spring["type_of_reference"] == "NEWS"
    assert spring["authors"] == ["张三", "李四"]
    assert spring["year"] == "2024"
    assert spring["date"] == "2024/05/03/"
    assert entries["web-notice"]["date"] == "2023/11//"


def _gbt(records: Records) -> dict[str, str]:
    lines = cite(records, "gbt7714").splitlines()
    return {each.id: line for each, line in zip(references(records), lines, strict=True)}


def test_gbt_marks_and_brackets(records: Records) -> None:
    lines = _gbt(records)
    assert lines["spring-report"] == "[1] 张三, 李四. 山海相连[N]. 山城日报, 2024-05-03(02)."
    assert "[EB/OL]" in lines["web-notice"]
    assert "[2022]" in lines["stray-page"]
    assert "王五, 赵六, 孙七, 等. " in lines["stray-page"]
    assert "[出版地不详]: [出版者不详]" in lines["stray-page"]
    # No date of access is known, so nothing but a web page is cited as online.
    assert "/OL" not in lines["shanhai-example"]
    assert lines["shanhai-example"].startswith(
        "[4] 山海项目贡献者. 示例集 example[DS]. (2026-11-24). "
    )


def test_an_address_does_not_make_a_paper_online() -> None:
    paper = dataclasses.replace(PLAIN, kind="newspaper", url="https://e.org/1")
    assert gbt7714([paper]) == "[1] 某人. 题[N]. 处, 2024-05. https://e.org/1.\n"


OWN_BASE = "https://example.org/id/"


def _set(records: Records, base: str, *creators: str) -> Records:
    """The records, their claims made by somebody, born under a base."""
    return Records(
        tuple(
            dataclasses.replace(
                each, base=base, manifest=dataclasses.replace(each.manifest, creators=creators)
            )
            for each in records.sets
        )
    )


def _cited(records: Records) -> tuple[str, list[str], str]:
    """How the set is cited: author in BibTeX, authors in RIS, line in GB/T."""
    entry = bibtexparser.loads(cite(records, "bibtex")).entries_dict["shanhai-example"]
    record = {one["id"]: one for one in rispy.loads(cite(records, "ris"))}["shanhai-example"]
    return entry.get("author", ""), record.get("authors", []), _gbt(records)["shanhai-example"]


@pytest.mark.parametrize("base", [ns.ID, OWN_BASE])
def test_a_set_is_by_its_creators(records: Records, base: str) -> None:
    author, authors, line = _cited(_set(records, base, "郑十", "Li & Sons", "冯二", "陈三"))
    assert author == r"{郑十} and {Li \& Sons} and {冯二} and {陈三}"
    assert authors == ["郑十", "Li & Sons", "冯二", "陈三"]
    assert line.startswith("[4] 郑十, Li & Sons, 冯二, 等. 示例集 example[DS]. ")


def test_a_set_of_ones_own_is_not_ours(records: Records) -> None:
    author, authors, line = _cited(_set(records, OWN_BASE))
    assert (author, authors) == ("", [])
    assert line.startswith("[4] 佚名. 示例集 example[DS]. ")
    assert "Shanhai contributors" not in cite(_set(records, OWN_BASE), "bibtex")


def test_a_shipped_set_is_ours(records: Records) -> None:
    author, authors, _ = _cited(_set(records, ns.ID))
    assert (author, authors) == ("{Shanhai contributors}", ["Shanhai contributors"])


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("2024-Q1", "2024-01/2024-03"),
        ("2023-11/2024-02", "2023—2024"),
        ("2024-05~", "[2024-05]"),
        ("unknown", "[出版日期不详]"),
        ("2022-08/..", "2022—"),
    ],
)
def test_gbt_dates(period: str, shown: str) -> None:
    one = Reference(
        "a",
        "newspaper",
        Text("题", "title"),
        (),
        None,
        parse_period(period),
        inferred=period.endswith("~"),
    )
    assert gbt7714([one]) == f"[1] 题[N]. [报纸名称不详], {shown}.\n"


PLAIN = Reference(
    "plain-key",
    "web",
    Text("题", "title"),
    ("某人",),
    Text("处", "place"),
    parse_period("2024-05"),
    False,
)
WILD = st.text(max_size=40)


@settings(max_examples=300, deadline=None)
@given(WILD, WILD, st.sampled_from(["newspaper", "journal", "web", "dataset", "other"]))
def test_any_text_leaves_the_entry_whole(title: str, name: str, kind: str) -> None:
    title = title or "x"
    wild = dataclasses.replace(
        PLAIN,
        kind=kind,  # type: ignore[arg-type]
        title=Text(title, title),
        authors=(name or "y",),
        container=Text(name, name),
        url="https://e.org/" + "".join(c for c in name if c.isalnum() or c in "{}\\"),
        notes=(Text(name, title),),
    )
    text = bibtex([wild, PLAIN])
    assert text.count("{") == text.count("}")
    assert [e["ID"] for e in bibtexparser.loads(text).entries] == ["plain-key", "plain-key"]
    assert len(rispy.loads(ris([wild, PLAIN]))) == 2
    assert len(gbt7714([wild, PLAIN]).split("\n")) == 3
