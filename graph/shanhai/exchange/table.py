"""A tidy table as a plain value, and the dictionary that explains its columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from shanhai.errors import Text
from shanhai.vocabulary import terms
from shanhai.vocabulary.labels import LABELS

Kind = Literal["id", "iri", "text", "code", "label", "integer", "decimal", "date", "boolean"]
Cell = str | int | Decimal | bool | None

SEPARATOR = " | "
"""Stands between several values in one cell."""

_KINDS: dict[Kind, Text] = {
    "id": Text("编号", "identifier"),
    "iri": Text("IRI", "IRI"),
    "text": Text("文字", "text"),
    "code": Text("代码", "code"),
    "label": Text("代码的名称", "label of the code"),
    "integer": Text("整数", "integer"),
    "decimal": Text("十进制数", "decimal number"),
    "date": Text("日期 YYYY-MM-DD", "date YYYY-MM-DD"),
    "boolean": Text("true 或 false", "true or false"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: Name in the file's head: lower case, words joined by ``_``.
        title: What the column holds.
        kind: What sort of value.
        allowed: The codes that may occur; empty if they are not a closed list.
        many: True if a cell may hold several values, joined by :data:`SEPARATOR`.
    """

    name: str
    title: Text
    kind: Kind = "text"
    allowed: tuple[str, ...] = ()
    many: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one row for one thing, one column for one property; an empty cell is None."""

    name: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{self.name}: {len(row)} cells for {len(self.columns)} columns")


def table(
    name: str, title: Text, columns: Iterable[Column], rows: Iterable[Sequence[Cell]]
) -> Table:
    """Return a table; empty texts become empty cells."""
    clean = tuple(tuple(None if cell == "" else cell for cell in row) for row in rows)
    return Table(name, title, tuple(columns), clean)


def joined(values: Iterable[str]) -> str:
    """Return several values as one cell."""
    return SEPARATOR.join(values)


def in_both(name: str, zh: str, en: str) -> tuple[Column, Column]:
    """Return the columns of a text in both languages: ``<name>_zh`` and ``<name>_en``."""
    return (
        Column(f"{name}_zh", Text(f"{zh}（中文）", f"{en} (Chinese)")),
        Column(f"{name}_en", Text(f"{zh}（英文）", f"{en} (English)")),
    )


def coded(
    name: str, zh: str, en: str, scheme: str = "", many: bool = False
) -> tuple[Column, Column, Column]:
    """Return the columns of a coded value: the code, and its label in both languages.

    Args:
        name: Name of the code's column; the labels are ``<name>_zh`` and ``<name>_en``.
        zh: What it holds, in Chinese.
        en: What it holds, in English.
        scheme: Concept scheme of the codes; empty for classes and properties.
        many: True if there may be several codes.
    """
    allowed = terms.CONCEPTS[scheme] if scheme else ()
    return (
        Column(name, Text(zh, en), "code", allowed, many),
        Column(f"{name}_zh", Text(f"{zh}的中文名称", f"Chinese label of {en}"), "label", (), many),
        Column(f"{name}_en", Text(f"{zh}的英文名称", f"English label of {en}"), "label", (), many),
    )


def code_cells(scheme: str, *codes: str) -> tuple[str, str, str]:
    """Return the cells of :func:`coded`.

    >>> code_cells("field", "tourism")[0]
    'tourism'
    """
    pairs = [_labels(scheme, code) for code in codes if code]
    return (
        joined(code for code in codes if code),
        joined(zh for zh, _ in pairs),
        joined(en for _, en in pairs),
    )


def _labels(scheme: str, code: str) -> tuple[str, str]:
    return LABELS.get(f"{scheme}-{code}" if scheme else code, (code, code))


def dictionary(tables: Iterable[Table]) -> Table:
    """Return the table that explains every column of the tables."""
    columns = (
        Column("table", Text("表", "table"), "id"),
        *in_both("table", "表的标题", "title of the table"),
        Column("column", Text("列", "column"), "id"),
        *in_both("column", "列的含义", "meaning of the column"),
        Column("type", Text("值的类型", "type of the values"), "code", tuple(_KINDS)),
        *in_both("type", "类型说明", "type in words"),
        Column(
            "several", Text("可有多个值，以“ | ”分隔", "several values, joined by ' | '"), "boolean"
        ),
        Column("allowed", Text("允许的代码", "allowed codes"), "text", many=True),
    )
    return table(
        "dictionary", Text("数据字典", "Data dictionary"), columns, _dictionary_rows(tables)
    )


def _dictionary_rows(tables: Iterable[Table]) -> Iterator[tuple[Cell, ...]]:
    for each in tables:
        for column in each.columns:
            kind = _KINDS[column.kind]
            yield (
                each.name,
                each.title.zh,
                each.title.en,
                column.name,
                column.title.zh,
                column.title.en,
                column.kind,
                kind.zh,
                kind.en,
                column.many,
                joined(column.allowed),
            )
