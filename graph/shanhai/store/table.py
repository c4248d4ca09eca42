"""Answers as a table on a terminal: CJK takes two columns, IRIs are shortened."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence

from shanhai.errors import Lang
from shanhai.rdf.terms import STRING, BlankNode, Iri, Literal, Term
from shanhai.store.results import Result, Rows, Triples, Truth

_GAP = "  "
_NARROWEST = 8
_NUMERIC_START = frozenset("+-0123456789")


def width(text: str) -> int:
    """Return how many terminal columns a text takes.

    >>> width("缙云 a")
    6
    """
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, columns: int) -> str:
    """Return a text cut to at most ``columns`` terminal columns, with ``…`` where cut.

    >>> cut("缙云县城", 5)
    '缙云…'
    """
    if width(text) <= columns:
        return text
    kept, used = [], 1
    for char in text:
        used += _columns(char)
        if used > columns:
            break
        kept.append(char)
    return "".join(kept) + "…"


def short_iri(iri: str, prefixes: Mapping[str, str]) -> str:
    """Return an IRI as ``prefix:rest`` with the longest prefix that fits, else in ``<>``."""
    best = ""
    for name, base in prefixes.items():
        if iri.startswith(base) and len(iri) > len(base):
            rest = iri[len(base) :]
            if len(base) > len(prefixes.get(best, "")) and not set(rest) & set("#?<>"):
                best = name
    return f"{best}:{iri[len(prefixes[best]) :]}" if best else f"<{iri}>"


def show(term: Term | None, prefixes: Mapping[str, str]) -> str:
    """Return a term for people: lexical form of a literal, shortened IRI, nothing if unbound."""
    match term:
        case None:
            return ""
        case Iri(value):
            return short_iri(value, prefixes)
        case BlankNode(label):
            return f"_:{label}"
        case Literal(value):
            return " ".join(value.split())


def table(
    result: Result,
    *,
    lang: Lang,
    prefixes: Mapping[str, str],
    columns: int = 0,
    headers: Sequence[str] | None = None,
    label: Callable[[Iri], str | None] | None = None,
) -> str:
    """Return an answer as text for a terminal.

    Args:
        result: The answer.
        lang: Language of the words around it.
        prefixes: For shortening IRIs.
        columns: Width of the terminal; 0 cuts nothing.
        headers: Names of the columns instead of the variables'.
        label: What to show for an IRI; None or a missing label shows the IRI.
    """

    def text(term: Term | None) -> str:
        named = label(term) if label and isinstance(term, Iri) else None
        return named or show(term, prefixes)

    if isinstance(result, Truth):
        return {"zh": ("否", "是"), "en": ("no", "yes")}[lang][result.value] + "\n"
    if isinstance(result, Triples):
        return "".join(" ".join(text(t) for t in triple) + " .\n" for triple in result.triples)
    count = len(result.rows)
    foot = f"{count} 行" if lang == "zh" else "1 row" if count == 1 else f"{count} rows"
    if not result.variables:
        return f"({foot})\n"
    names = tuple(headers or result.variables)
    grid = [[text(term) for term in row] for row in result.rows]
    right = [_is_number_column(result, i) for i in range(len(names))]
    sizes = _sizes([width(n) for n in names], grid, columns)
    lines = [_line(names, sizes, right), _GAP.join("─" * s for s in sizes)]
    lines += [_line(row, sizes, right) for row in grid]
    return "\n".join(lines) + f"\n({foot})\n"


def _is_number_column(rows: Rows, index: int) -> bool:
    found = [row[index] for row in rows.rows if row[index] is not None]
    return bool(found) and all(
        isinstance(t, Literal) and t.datatype != STRING and t.value[:1] in _NUMERIC_START
        for t in found
    )


def _sizes(heads: list[int], grid: list[list[str]], columns: int) -> list[int]:
    sizes = [max([h, *(width(row[i]) for row in grid)]) for i, h in enumerate(heads)]
    room = columns - len(_GAP) * (len(sizes) - 1)
    # The widest column gives way first, so that short ones stay whole.
    while columns and sum(sizes) > room and max(sizes) > _NARROWEST:
        widest = max(range(len(sizes)), key=lambda i: sizes[i])
        others = sorted(sizes)[-2] if len(sizes) > 1 else 0
        spare = sum(sizes) - room
        sizes[widest] = max(_NARROWEST, min(sizes[widest] - 1, max(others, sizes[widest] - spare)))
    return sizes


def _line(cells: Sequence[str], sizes: list[int], right: list[bool]) -> str:
    out = []
    for cell, size, to_right in zip(cells, sizes, right, strict=True):
        text = cut(cell, size)
        pad = " " * (size - width(text))
        out.append(pad + text if to_right else text + pad)
    return _GAP.join(out).rstrip()
