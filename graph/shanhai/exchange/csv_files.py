"""Tables as CSV: a folder or a zip, UTF-8 with a byte order mark, CRLF (RFC 4180).

A spreadsheet runs a text that starts with ``=``, ``+``, ``-`` or ``@`` as a formula (CSV
injection), and names in a report are written by strangers. So such a text gets a ``'``
before it, and so does one that already starts with such an escape: :func:`read_csv` takes
exactly one away. Numbers are never touched.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from shanhai.exchange.table import Cell, Column, Table
from shanhai.files import replacing_folder, write_bytes

_RISKY = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def guard(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    >>> guard("=1+1")
    "'=1+1"
    """
    return f"'{text}" if _RISKY.match(text) else text


def unguard(text: str) -> str:
    """Undo :func:`guard`.

    >>> unguard(guard("''-x"))
    "''-x"
    """
    return text[1:] if _ESCAPED.match(text) else text


def csv_bytes(table: Table) -> bytes:
    """Return a table as a CSV file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_text(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig", errors="replace")


def read_csv(data: bytes, columns: Iterable[Column]) -> tuple[tuple[Cell, ...], ...]:
    """Read a CSV file that :func:`csv_bytes` wrote.

    Args:
        data: The file.
        columns: Its columns: they say which cells are numbers.
    """
    kinds = [column.kind for column in columns]
    lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    next(lines)
    return tuple(
        tuple(_cell(text, kind) for text, kind in zip(line, kinds, strict=True)) for line in lines
    )


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return f"{cell:f}"
        case int():
            return str(cell)
        case _:
            return guard(cell)


def _cell(text: str, kind: str) -> Cell:
    if not text:
        return None
    match kind:
        case "integer":
            return int(text)
        case "decimal":
            return Decimal(text)
        case "boolean":
            return text == "true"
        case _:
            return unguard(text)


def csv_zip(tables: Iterable[Table]) -> bytes:
    """Return tables as CSV files in a zip.

    The files are stored, not compressed: compressed bytes differ between zlib versions.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for table in tables:
            archive.writestr(stable_entry(f"{table.name}.csv"), csv_bytes(table))
    return out.getvalue()


def stable_entry(name: str) -> zipfile.ZipInfo:
    """Return a zip entry that depends on neither clock nor system."""
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry


def write_csv(tables: Iterable[Table], output: Path) -> tuple[Path, ...]:
    """Write tables as CSV: into a zip if ``output`` ends in ``.zip``, else into a folder.

    The folder is replaced as a whole.

    Returns:
        The files written.

    Raises:
        InputError: If the folder holds anything else than such tables.
        EnvironmentFault: If they cannot be written.
    """
    if output.suffix.lower() == ".zip":
        write_bytes(output, csv_zip(tables))
        return (output,)
    made = {f"{table.name}.csv": csv_bytes(table) for table in tables}

    def ours(folder: Path) -> bool:
        names = {path.name for path in folder.iterdir()}
        return "dictionary.csv" in names and names <= {*made, "ties.csv"}

    with replacing_folder(output, ours) as folder:
        for name, data in made.items():
            (folder / name).write_bytes(data)
    return tuple(output / name for name in made)
