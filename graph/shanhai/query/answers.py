"""Answers for people: the columns of one language, headings in words."""

from __future__ import annotations

from collections.abc import Mapping

from shanhai.errors import Lang, Text
from shanhai.rdf.terms import Literal, Term
from shanhai.store.results import Rows

_EVIDENCE = ("claim", "claims")
_READINGS = {
    "certain": Text("确定", "certain"),
    "uncertain": Text("存疑", "uncertain"),
}

_TIMES = ("time", "published")
_NOT_REPORTED = Text("未报道", "not reported")


def for_people(
    rows: Rows, columns: Mapping[str, Text], lang: Lang, *, iris: bool = False
) -> tuple[Rows, tuple[str, ...]]:
    """Return an answer in one language, and the headings of its columns.

    A column ``aZh`` goes with ``aEn`` and perhaps ``a``, the IRI: one of the three is kept.

    Args:
        rows: The answer.
        columns: Base name → heading, as a question declares them.
        lang: The language.
        iris: Keep the IRIs beside the labels, and the claims.
    """
    names = rows.variables
    kept: list[int] = []
    headings: list[str] = []
    for place, name in enumerate(names):
        base = name[:-2] if name.endswith(("Zh", "En")) else name
        paired = {f"{base}Zh", f"{base}En"} <= set(names)
        if paired and base != name:
            wanted = name == base + lang.capitalize()
        else:
            wanted = iris or not (paired or name in _EVIDENCE)
        if wanted:
            heading = columns.get(base, Text(base, base)).pick(lang)
            kept.append(place)
            headings.append(f"{heading} IRI" if paired and base == name else heading)
    cut = tuple(tuple(_in_words(names[i], row[i], lang) for i in kept) for row in rows.rows)
    return Rows(tuple(names[i] for i in kept), cut), tuple(headings)


def _in_words(name: str, term: Term | None, lang: Lang) -> Term | None:
    if not isinstance(term, Literal):
        return term
    # The one column of plain codes: how sure the reading of a claim is.
    if name == "reading" and term.value in _READINGS:
        return Literal(_READINGS[term.value].pick(lang))
    if name in _TIMES and term.value == "unknown":
        return Literal(_NOT_REPORTED.pick(lang))
    return term
