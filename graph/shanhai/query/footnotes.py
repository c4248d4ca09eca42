"""Footnotes: every row of an answer leads to the places in the sources that bear it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from shanhai.errors import Lang
from shanhai.model.locator import Place
from shanhai.model.period import words
from shanhai.rdf.namespaces import PREFIXES
from shanhai.rdf.terms import Iri, Literal, Term
from shanhai.store.protocol import Store
from shanhai.store.results import Rows

Quote = Callable[[str, int, int], str | None]

_AT_A_TIME = 500
_LONGEST_QUOTE = 120
# Three plain look-ups: joined in one query they take an engine seconds for some hundred claims.
_STATUSES = """
SELECT DISTINCT ?claim ?owner
WHERE {
  VALUES ?claim { %s }
  GRAPH ?graph { ?claim shanhai:statusRecord ?owner . }
}
"""
_PLACES = """
SELECT DISTINCT ?owner ?evidence ?source ?class ?section ?paragraph ?start ?end ?page
WHERE {
  VALUES ?owner { %s }
  GRAPH ?graph {
    ?owner shanhai:evidence ?evidence .
    ?evidence shanhai:ofSource ?source ; shanhai:evidenceClass ?class .
    OPTIONAL {
      ?evidence shanhai:section ?section ; shanhai:paragraph ?paragraph ;
        shanhai:start ?start ; shanhai:end ?end .
    }
    OPTIONAL { ?evidence shanhai:page ?page . }
  }
}
"""
_SOURCES = """
SELECT DISTINCT ?source ?titleZh ?titleEn ?published ?precision
WHERE {
  VALUES ?source { %s }
  GRAPH ?home {
    ?source a shanhai:Source ; skos:prefLabel ?titleZh , ?titleEn .
    FILTER(LANGMATCHES(LANG(?titleZh), "zh") && LANG(?titleEn) = "en")
    OPTIONAL { ?source shanhai:timeText ?published ; shanhai:precision ?precision . }
  }
}
"""


@dataclass(frozen=True, slots=True)
class Footnote:
    """One piece of evidence with its number.

    Attributes:
        number: From 1, in the order in which the rows need them.
        source: IRI of the source.
        title_zh: Its title.
        title_en: Its title.
        published: When it was published, in the house's text form; empty if not known.
        precision: Local name of the precision of that date.
        located: False where only the source is known.
        section: Headings at or above; 0 where not located.
        paragraph: Non-empty line from 1; 0 where not located.
        start: First code point of the quote; 0 where not located.
        end: Code point after it.
        page: The page, where only that is known.
        quote: The words of the source, where its text is attached.
    """

    number: int
    source: str
    title_zh: str
    title_en: str
    published: str
    precision: str
    located: bool
    section: int
    paragraph: int
    start: int
    end: int
    page: str
    quote: str

    def say(self, lang: Lang) -> str:
        """Return the footnote as one line, the number in front."""
        zh = lang == "zh"
        title = self.title_zh if zh else self.title_en
        parts = [f"《{title}》" if zh else f"“{title}”"]
        if self.located:
            parts.append(Place(self.section, self.paragraph).words.pick(lang))
        else:
            parts += [f"第{self.page}页" if zh else f"page {self.page}"] if self.page else []
            parts.append("仅知来源" if zh else "source only")
        if self.located and not self.quote:
            # Without the words, the characters tell two places of one paragraph apart.
            span = f"{self.start + 1}–{self.end}"
            parts.append(f"第{span}字" if zh else f"characters {span}")
        parts.append(_when(self.published, self.precision, zh))
        line = f"[{self.number}] " + ("，".join(parts) if zh else ", ".join(parts))
        if not self.quote:
            return line
        said = " ".join(self.quote.split())
        shown = said if len(said) <= _LONGEST_QUOTE else said[: _LONGEST_QUOTE - 1] + "…"
        return f"{line}：「{shown}」" if zh else f"{line}: “{shown}”"


def _when(published: str, precision: str, zh: bool) -> str:
    if not published or precision == "unknown":
        return "发表时间不详" if zh else "date not known"
    date = words(published)
    if precision == "about":
        return f"{date.zh}（推断）" if zh else f"{date.en} (inferred)"
    return date.zh if zh else date.en


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The footnotes of an answer.

    Attributes:
        marks: For each row the numbers of its evidence.
        notes: The footnotes, by number.
    """

    marks: tuple[tuple[int, ...], ...]
    notes: tuple[Footnote, ...]


def footnotes(rows: Rows, store: Store, quote: Quote | None = None) -> Footnotes:
    """Number the evidence of an answer; the same place gets the same number.

    Args:
        rows: An answer with a column ``claim`` or ``claims`` (IRIs with blanks between).
        store: The dataset.
        quote: From source id, start and end to the words, where the text is attached. The id
            is the last part of the source's IRI.
    """
    per_row = [_claims(rows, row) for row in rows.rows]
    evidence = _evidence(store, dict.fromkeys(claim for row in per_row for claim in row))
    numbers: dict[tuple[str, int, int, int, int, str], Footnote] = {}
    marks = []
    for claims in per_row:
        mine: list[int] = []
        for claim in claims:
            for note in evidence.get(claim, ()):
                key = (
                    *(note.source, note.section, note.paragraph),
                    *(note.start, note.end, note.page),
                )
                if key not in numbers:
                    numbers[key] = _numbered(note, len(numbers) + 1, quote)
                if numbers[key].number not in mine:
                    mine.append(numbers[key].number)
        marks.append(tuple(mine))
    return Footnotes(tuple(marks), tuple(numbers.values()))


def _claims(rows: Rows, row: tuple[Term | None, ...]) -> list[str]:
    found: list[str] = []
    for name, term in zip(rows.variables, row, strict=True):
        if name == "claim" and isinstance(term, Iri):
            found.append(term.value)
        elif name == "claims" and term is not None:
            found += _text(term).split()
    return found


def _evidence(store: Store, claims: Iterable[str]) -> dict[str, list[Footnote]]:
    waiting = dict.fromkeys(claims)
    # A claim bears its own evidence and that of its status records.
    owners = {claim: [claim] for claim in waiting}
    for cells in _look_up(store, _STATUSES, waiting):
        owners[cells["claim"]].append(cells["owner"])
    of_owner: dict[str, list[dict[str, str]]] = {}
    for cells in _look_up(store, _PLACES, (each for some in owners.values() for each in some)):
        of_owner.setdefault(cells["owner"], []).append(cells)
    places = [cells for some in of_owner.values() for cells in some]
    sources = {
        cells["source"]: cells
        for cells in _look_up(store, _SOURCES, dict.fromkeys(c["source"] for c in places))
    }
    found: dict[str, list[Footnote]] = {}
    for claim, some in owners.items():
        # The claim's own evidence first, then that of its status records; 2 before 10.
        for owner in sorted(some):
            mine = sorted(of_owner.get(owner, ()), key=lambda c: _last(c["evidence"]).zfill(6))
            notes = [_footnote(cells, sources.get(cells["source"], {})) for cells in mine]
            found.setdefault(claim, []).extend(notes)
    return found


def _look_up(store: Store, query: str, terms: Iterable[str]) -> Iterator[dict[str, str]]:
    waiting = list(terms)
    for first in range(0, len(waiting), _AT_A_TIME):
        some = " ".join(f"<{term}>" for term in waiting[first : first + _AT_A_TIME])
        answer = store.query(query % some, prefixes=PREFIXES)
        if not isinstance(answer, Rows):
            raise TypeError(type(answer).__name__)
        for row in answer.rows:
            yield {n: _text(t) for n, t in zip(answer.variables, row, strict=True)}


def _footnote(cells: dict[str, str], source: dict[str, str]) -> Footnote:
    name = _last(cells["source"])
    return Footnote(
        number=0,
        source=cells["source"],
        title_zh=source.get("titleZh") or name,
        title_en=source.get("titleEn") or name,
        published=source.get("published", ""),
        precision=source.get("precision", "").rpartition("precision-")[2],
        located=cells["class"] == "located",
        section=int(cells["section"] or 0),
        paragraph=int(cells["paragraph"] or 0),
        start=int(cells["start"] or 0),
        end=int(cells["end"] or 0),
        page=cells["page"],
        quote="",
    )


def _last(iri: str) -> str:
    return iri.rpartition("/")[2]


def _numbered(note: Footnote, number: int, quote: Quote | None) -> Footnote:
    said = None
    if quote is not None and note.located:
        said = quote(note.source.rpartition("/")[2], note.start, note.end)
    return replace(note, number=number, quote=said or "")


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, Iri | Literal) else ""
