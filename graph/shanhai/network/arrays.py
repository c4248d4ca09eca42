"""The rows of projections as an ``.npz`` file: columns of ids beside one list of terms."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable
from dataclasses import astuple, fields

from shanhai.network.projection import Row

_COLUMNS = tuple(field.name for field in fields(Row))
_EPOCH = (1980, 1, 1, 0, 0, 0)


def as_npz(rows: Iterable[Row]) -> bytes:
    """Return the rows as an ``.npz`` file whose bytes depend on nothing but the rows.

    ``terms`` holds every text once, sorted; each column of :class:`Row` is an ``int32`` array
    of indices into it, -1 where the row says nothing. ``numpy.load`` reads it without pickle.
    The members are stored without compression, with a fixed date, and written here by hand:
    compressors, and the padding of numpy's own headers, differ between versions.
    """
    lines = [astuple(row) for row in sorted(set(rows))]
    terms = sorted({text for line in lines for text in line if text})
    index = {text: i for i, text in enumerate(terms)} | {"": -1}
    width = max((len(text) for text in terms), default=1)
    texts = "".join(text.ljust(width, "\0") for text in terms).encode("utf-32-le")
    members = {"terms": _npy(f"<U{width}", len(terms), texts)}
    for position, name in enumerate(_COLUMNS):
        places = [index[line[position]] for line in lines]
        members[name] = _npy("<i4", len(places), struct.pack(f"<{len(places)}i", *places))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(f"{name}.npy", _EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return file.getvalue()


def _npy(kind: str, length: int, content: bytes) -> bytes:
    """Return a one-dimensional array in the ``.npy`` format, version 1.0."""
    head = f"{{'descr': '{kind}', 'fortran_order': False, 'shape': ({length},), }}".encode("ascii")
    # Magic, version and length take ten bytes; the whole is padded to 64 and ends in a line end.
    head += b" " * (-(len(head) + 11) % 64) + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(head)) + head + content


def from_npz(data: bytes) -> tuple[Row, ...]:
    """Return the rows of a file that :func:`as_npz` wrote.

    >>> from_npz(as_npz([Row("a", "b", "c")]))[0].claim
    'c'
    """
    import numpy as np

    with np.load(io.BytesIO(data), allow_pickle=False) as archive:
        terms = [str(term) for term in archive["terms"]] + [""]
        columns = [archive[name].tolist() for name in _COLUMNS]
    return tuple(Row(*(terms[i] for i in line)) for line in zip(*columns, strict=True))
