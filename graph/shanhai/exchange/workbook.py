"""Tables as an XLSX workbook; the only door to xlsxwriter.

Texts are written as texts, so a name that starts with ``=`` is never a formula. Dates are
texts too: many are only a month or a year, and Excel's dates begin in 1900. The bytes
depend on the tables alone: a fixed creation date, and stored instead of compressed entries.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from shanhai.errors import InputError, Text
from shanhai.exchange.csv_files import stable_entry
from shanhai.exchange.network_files import clean
from shanhai.exchange.table import Cell, Table

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_MAX_ROWS = 1_048_576
_MAX_TEXT = 32_767
_WIDTHS = {"iri": 24, "text": 28, "label": 14, "code": 14, "id": 22, "date": 12}


def workbook(tables: Sequence[Table]) -> bytes:
    """Return tables as an XLSX file, a sheet for each.

    A text longer than a cell of Excel holds (32,767 characters) is cut and ends in ``…``.

    Raises:
        InputError: If a table has more rows than a sheet holds.
    """
    import xlsxwriter

    for table in tables:
        if len(table.rows) >= _MAX_ROWS:
            raise InputError(
                Text(
                    f"表“{table.title.zh}”超过 Excel 的 {_MAX_ROWS} 行；请用 --format csv",
                    f"the table '{table.title.en}' has more than the {_MAX_ROWS} rows of Excel; "
                    "use --format csv",
                )
            )
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_numbers": False})
    book.set_properties({"title": "Shanhai", "created": _CREATED})
    head = book.add_format({"bold": True, "bg_color": "#E8EEF2", "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for table in tables:
        sheet = book.add_worksheet(table.name[:31])
        for at, column in enumerate(table.columns):
            sheet.write_string(0, at, column.name, head)
            sheet.write_comment(
                0, at, f"{column.title.zh}\n{column.title.en}", {"author": "Shanhai"}
            )
            sheet.set_column(at, at, _WIDTHS.get(column.kind, 11), wrap)
        for line, row in enumerate(table.rows, 1):
            for at, cell in enumerate(row):
                _write(sheet, line, at, cell)
        sheet.freeze_panes(1, 1)
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    book.close()
    return _stable(out.getvalue())


def _write(sheet: Worksheet, line: int, at: int, cell: Cell) -> None:
    match cell:
        case None:
            return
        case bool():
            sheet.write_boolean(line, at, cell)
        case int() if abs(cell) < 10**15:
            sheet.write_number(line, at, cell)
        case Decimal() if Decimal(repr(float(cell))) == cell and abs(cell) < 10**15:
            sheet.write_number(line, at, float(cell))
        case Decimal():
            # Excel keeps 15 digits; a number with more stays whole as a text.
            sheet.write_string(line, at, f"{cell:f}")
        case _:
            text = clean(str(cell))
            cut = text if len(text) <= _MAX_TEXT else text[: _MAX_TEXT - 1] + "…"
            sheet.write_string(line, at, cut)


def _stable(data: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as packed,
        zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive,
    ):
        for name in packed.namelist():
            archive.writestr(stable_entry(name), packed.read(name))
    return out.getvalue()
