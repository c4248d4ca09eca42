"""Answers for people: the columns of one language, headings, times and figures in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from shanhai.errors import Lang, Text
from shanhai.model.period import words
from shanhai.rdf.namespaces import SHANHAI
from shanhai.rdf.terms import Iri, Literal, Term
from shanhai.store.results import Rows

_EVIDENCE = ("claim", "claims")
_READINGS = {
    "certain": Text("确定", "certain"),
    "uncertain": Text("存疑", "uncertain"),
}
_TIMES = ("time", "published")
_FIGURES = ("value", "rival")
# Units that a label of the vocabulary tells apart from other terms, but a table need not.
_SIGNS = {"percent": Text("%", "%"), "rank": Text("位", "rank")}

_Say = Callable[[Literal], str]


def for_people(
    rows: Rows,
    columns: Mapping[str, Text],
    lang: Lang,
    *,
    iris: bool = False,
    plain: bool = False,
) -> tuple[Rows, tuple[str, ...]]:
    """Return an answer in one language, and the headings of its columns.

    A column ``aZh`` goes with ``aEn`` and perhaps ``a``, the IRI: one of the three is kept.

    Args:
        rows: The answer.
        columns: Base name → heading, as a question declares them.
        lang: The language.
        iris: Keep the IRIs beside the labels, and the claims.
        plain: Leave times in their text form and figures as numbers, for reckoning on.
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
    unit_place = names.index("unit") if "unit" in names else None

    def shown(row: tuple[Term | None, ...]) -> tuple[Term | None, ...]:
        unit = "" if unit_place is None else _unit_code(row[unit_place])
        return tuple(_in_words(names[i], row[i], unit, lang, plain) for i in kept)

    return Rows(tuple(names[i] for i in kept), tuple(map(shown, rows.rows))), tuple(headings)


def _unit_code(term: Term | None) -> str:
    return term.value.removeprefix(f"{SHANHAI}unit-") if isinstance(term, Iri) else ""


def _in_words(name: str, term: Term | None, unit: str, lang: Lang, plain: bool) -> Term | None:
    if not isinstance(term, Literal):
        return term
    # The one column of plain codes: how sure the reading of a claim is.
    if name == "reading" and term.value in _READINGS:
        return Literal(_READINGS[term.value].pick(lang))
    if name in ("unitZh", "unitEn"):
        sign = _SIGNS.get(unit)
        # A label says in brackets what tells it from other terms of the same name.
        return Literal(
            sign.pick(lang) if sign else term.value.partition(" (")[0].partition("（")[0]
        )
    if plain:
        return term
    if name in _TIMES:
        return Literal(words(term.value).pick(lang))
    if name in _FIGURES:
        # The type stays, so that the column is still set as numbers are.
        return Literal(figure(Decimal(term.value), lang), term.datatype)
    return term


def figure(value: Decimal, lang: Lang) -> str:
    """Return a number as reports write it: 万 and 亿 in Chinese, commas in English.

    万 and 亿 are used where they lose nothing and need at most four decimals.

    >>> figure(Decimal(7755000000), "zh"), figure(Decimal(23580), "zh"), figure(Decimal(300), "zh")
    ('77.55亿', '2.358万', '300')
    >>> figure(Decimal(7755000000), "en")
    '7,755,000,000'
    """
    if lang == "zh":
        for size, word in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
            scaled = (value / size).normalize()
            if abs(value) >= size and scaled == round(scaled, 4):
                return f"{scaled:f}{word}"
    return f"{value:,}"
