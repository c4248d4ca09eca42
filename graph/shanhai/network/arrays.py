"""The rows of projections as an ``.npz`` file: columns of ids beside one list of terms."""

from __future__ import annotations

import io
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
    The members are stored without compression, with a fixed date, since compressors differ
    between versions.
    """
    import numpy as np

    lines = [astuple(row) for row in sorted(set(rows))]
    terms = sorted({text for line in lines for text in line if text})
    index = {text: i for i, text in enumerate(terms)} | {"": -1}
    width = max((len(text) for text in terms), default=1)
    members = {"terms": np.array(terms, dtype=f"<U{width}")}
    for position, name in enumerate(_COLUMNS):
        members[name] = np.array([index[line[position]] for line in lines], dtype="<i4")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name in ("terms", *_COLUMNS):
            content = io.BytesIO()
            np.lib.format.write_array(content, members[name], version=(1, 0), allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", _EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content.getvalue())
    return file.getvalue()


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
