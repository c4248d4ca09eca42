"""Tidy tables, their CSV and XLSX files, and reading them back."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shanhai.errors import InputError, Text
from shanhai.exchange import workbook as workbook_module
from shanhai.exchange.csv_files import (
    csv_bytes,
    csv_zip,
    guard,
    read_csv,
    unguard,
    write_csv,
)
from shanhai.exchange.network_files import NetworkNode, NetworkTie
from shanhai.exchange.table import Cell, Column, Table, table
from shanhai.exchange.tables import tables
from shanhai.exchange.workbook import workbook
from shanhai.model.records import Records
from shanhai.vocabulary import terms

BASE = "https://w3id.org/shanhai/id/"
NODES = (
    NetworkNode(BASE + "shancheng-tools", "山城工具公司", "Shancheng Tools", "body"),
    NetworkNode(BASE + "haigang-university", "海港大学", "Haigang University", "body"),
)
TIES = (
    NetworkTie(
        BASE + "haigang-university",
        BASE + "shancheng-tools",
        "body-body",
        (BASE + "tools-university",),
        ("education", "industry"),
        "signedAgreement",
        "2024-03-01",
    ),
)


@pytest.fixture
def made(records: Records) -> dict[str, Table]:
    return {each.name: each for each in tables(records, NODES, TIES)}


def column(of: Table, name: str) -> list[Cell]:
    at = [each.name for each in of.columns].index(name)
    return [row[at] for row in of.rows]


def test_names_and_sizes(made: dict[str, Table]) -> None:
    assert {name: len(each.rows) for name, each in made.items()} == {
        "entities": 5,
        "cooperations": 2,
        "parties": 5,
        "statuses": 3,
        "ties": 1,
        "relations": 3,
        "observations": 2,
        "evidence": 8,
        "sources": 3,
        "dictionary": sum(
            len(each.columns) for name, each in made.items() if name not in ("dictionary", "about")
        ),
        "about": 12,
    }


def test_rows_are_sorted_and_columns_named_once(made: dict[str, Table]) -> None:
    for name in ("entities", "cooperations", "relations", "observations", "sources"):
        ids = column(made[name], made[name].columns[0].name)
        assert ids == sorted(ids, key=str)
    for each in made.values():
        names = [c.name for c in each.columns]
        assert len(names) == len(set(names)), each.name


def test_a_cooperation_reads_by_itself(made: dict[str, Table]) -> None:
    coops = made["cooperations"]
    assert column(coops, "claim") == ["tools-university", "wished-alliance"]
    assert column(coops, "party_zh")[0] == "=山城工具公司 | 海港大学 | 山城县"
    assert column(coops, "field") == ["education | industry", "education"]
    assert column(coops, "field_zh")[0] == "教育 | 产业"
    assert column(coops, "status") == ["operating", "intended"]
    assert column(coops, "level") == ["mixed", "body"]
    assert column(coops, "time_earliest") == ["2024-03-01", None]
    assert column(coops, "evidence") == [2, 1]
    assert column(coops, "sources") == ["spring-report | web-notice", "stray-page"]


def test_observations_keep_their_numbers(made: dict[str, Table]) -> None:
    observed = made["observations"]
    assert column(observed, "value") == [Decimal("7755000000"), Decimal("40.5")]
    assert column(observed, "breakdown_kind") == ["total", "origin"]
    assert column(observed, "unit_en") == ["yuan", "percent"]


def test_evidence_of_a_status_is_told_apart(made: dict[str, Table]) -> None:
    rows = [row for row in made["evidence"].rows if row[0] == "tools-university"]
    assert [row[1] for row in rows] == [None, 1]
    assert [row[4] for row in rows] == ["located", "sourceOnly"]


def test_ties_tell_whether_any_claim_is_certain(records: Records) -> None:
    ties = (*TIES, replace(TIES[0], projection="region-body", certain=False))
    (found,) = (each for each in tables(records, NODES, ties) if each.name == "ties")
    assert column(found, "reading") == ["certain", "uncertain"]
    assert column(found, "reading_zh") == ["确定", "存疑"]
    assert column(found, "reading_en") == ["certain", "uncertain"]
    assert next(c for c in found.columns if c.name == "reading").allowed == ("certain", "uncertain")


def test_ties_are_left_out_if_none_are_given(records: Records) -> None:
    assert "ties" not in {each.name for each in tables(records)}


def test_the_dictionary_explains_every_column(made: dict[str, Table]) -> None:
    explained = set(
        zip(column(made["dictionary"], "table"), column(made["dictionary"], "column"), strict=True)
    )
    assert explained == {
        (each.name, c.name)
        for each in made.values()
        if each.name not in ("dictionary", "about")
        for c in each.columns
    }
    assert None not in column(made["dictionary"], "column_zh")
    assert None not in column(made["dictionary"], "column_en")


def test_codes_are_allowed_ones(made: dict[str, Table]) -> None:
    for each in made.values():
        for at, of in enumerate(each.columns):
            if of.kind == "code" and of.allowed:
                used = {part for row in each.rows if row[at] for part in str(row[at]).split(" | ")}
                assert used <= set(of.allowed), (each.name, of.name)
    assert set(terms.CONCEPTS["field"]) == set(
        next(c for c in made["cooperations"].columns if c.name == "field").allowed
    )


def test_a_table_refuses_a_row_of_another_width() -> None:
    with pytest.raises(ValueError, match="2 cells"):
        table("t", Text("表", "table"), [Column("a", Text("甲", "a"))], [("x", "y")])


def test_csv_of_the_tables_reads_back(made: dict[str, Table]) -> None:
    for each in made.values():
        assert read_csv(csv_bytes(each), each.columns) == each.rows


def test_csv_has_a_bom_and_guards_formulas(made: dict[str, Table]) -> None:
    data = csv_bytes(made["entities"])
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    text = data.decode("utf-8-sig")
    assert ",'=山城工具公司,'+Shancheng Tools," in text


def test_csv_as_zip_and_as_folder_hold_the_same(made: dict[str, Table], tmp_path: Path) -> None:
    found = list(made.values())
    assert csv_zip(found) == csv_zip(found)
    zipped = tmp_path / "表 格.zip"
    assert write_csv(found, zipped) == (zipped,)
    folder = tmp_path / "表 格"
    written = write_csv(found, folder)
    with zipfile.ZipFile(zipped) as archive:
        assert [path.name for path in written] == archive.namelist()
        assert all(path.read_bytes() == archive.read(path.name) for path in written)


def test_workbook_is_stable_and_complete(made: dict[str, Table]) -> None:
    found = list(made.values())
    data = workbook(found)
    assert data == workbook(found)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == list(made)
    for each in found:
        sheet = book[each.name]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref is not None
        assert [cell.value for cell in sheet[1]] == [c.name for c in each.columns]
        read = tuple(
            tuple(map(_plain, row)) for row in sheet.iter_rows(min_row=2, values_only=True)
        )
        assert read == tuple(tuple(map(_plain, row)) for row in each.rows), each.name
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_a_table_too_long_for_a_sheet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_module, "_MAX_ROWS", 2)
    long = table("t", Text("表", "table"), [Column("a", Text("甲", "a"))], [("1",), ("2",)])
    with pytest.raises(InputError, match="csv"):
        workbook([long])


def test_a_long_text_is_cut_to_what_a_cell_holds() -> None:
    long = table("t", Text("表", "table"), [Column("a", Text("甲", "a"))], [("x" * 40_000,)])
    book = openpyxl.load_workbook(io.BytesIO(workbook([long])))
    value = book["t"]["A2"].value
    assert len(value) == 32_767
    assert value.endswith("…")


def _plain(cell: object) -> object:
    """Make numbers comparable: openpyxl gives int and float where we have Decimal."""
    if isinstance(cell, bool) or cell is None:
        return cell
    if isinstance(cell, int | float | Decimal):
        return Decimal(repr(cell)) if isinstance(cell, float) else Decimal(cell)
    return cell


COLUMNS = (
    Column("text", Text("文字", "text")),
    Column("integer", Text("整数", "integer"), "integer"),
    Column("decimal", Text("小数", "decimal"), "decimal"),
    Column("boolean", Text("是否", "boolean"), "boolean"),
    Column("code", Text("代码", "code"), "code"),
)
TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=("Cs", "Cc")), st.sampled_from("=+-@'\t\n,\"|缙闵")),
    max_size=30,
)


@st.composite
def any_table(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS) -> Table:
    row = st.tuples(
        st.none() | texts,
        st.none() | st.integers(-(10**14), 10**14),
        st.none() | st.decimals(-(10**9), 10**9, places=3, allow_nan=False, allow_infinity=False),
        st.none() | st.booleans(),
        st.none() | texts,
    )
    return table("t", Text("表", "table"), COLUMNS, draw(st.lists(row, max_size=6)))


@settings(max_examples=200, deadline=None)
@given(any_table())
def test_any_table_survives_csv(each: Table) -> None:
    assert read_csv(csv_bytes(each), each.columns) == each.rows


@settings(max_examples=60, deadline=None)
@given(any_table(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=30)))
def test_any_table_survives_xlsx(each: Table) -> None:
    data = workbook([each])
    assert data == workbook([each])
    sheet = openpyxl.load_workbook(io.BytesIO(data))["t"]
    read = [tuple(map(_plain, row)) for row in sheet.iter_rows(min_row=2, values_only=True)]
    wanted = [tuple(map(_plain, row)) for row in each.rows]
    # openpyxl does not tell of trailing rows that are empty, nor of empty cells at their end.
    while wanted and not any(cell is not None for cell in wanted[-1]):
        wanted.pop()
    assert read[: len(wanted)] == wanted
    assert all(cell is None for row in read[len(wanted) :] for cell in row)


@settings(max_examples=60, deadline=None)
@given(any_table(st.text(max_size=20)))
def test_any_text_at_all_can_be_written(each: Table) -> None:
    csv_bytes(each)
    openpyxl.load_workbook(io.BytesIO(workbook([each])))


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("=+-@'\t\rab"), max_size=6))
def test_the_guard_can_be_undone_and_leaves_no_formula(text: str) -> None:
    assert unguard(guard(text)) == text
    assert not guard(text).startswith(("=", "+", "-", "@", "\t", "\r"))
