"""Citations of the sources and the data sets: BibTeX, RIS, GB/T 7714-2015.

A date that is inferred stands in square brackets, as GB/T 7714-2015 asks, with the reason
as a note in the other two forms; what is not known is said to be so ([出版者不详]).

GB/T 7714-2015 asks for the date of access (引用日期) of a resource cited as online (/OL) and
has no words for one that is not known. We keep none, so data sets, papers and journals are
cited by their type alone ([DS], [N], [J]) with the address after it; only [EB/OL], which has
no other form, stands without the date: whoever cites the page adds the day it was read.
An entry without an author begins with its title, as the standard allows in a numbered list;
a data set that does not say who made it begins with 佚名.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args

from shanhai.errors import InputError, Lang, Text
from shanhai.model.period import Period, parse_period
from shanhai.model.records import ClaimSet, Records
from shanhai.model.source import Source
from shanhai.rdf import namespaces as ns

Style = Literal["bibtex", "ris", "gbt7714"]
STYLES: Final[tuple[Style, ...]] = get_args(Style)

_Kind = Literal["newspaper", "journal", "web", "dataset", "other"]
_ONLINE = ("newsAgency", "website", "broadcaster", "governmentSite", "company", "socialMedia")
MAKERS = Text("山海项目贡献者", "Shanhai contributors")
_NOBODY = "佚名"


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation says, whatever its form.

    Attributes:
        id: Slug, used as key.
        kind: Decides the type of entry.
        authors: Names as they are written; empty if not known.
        container: Newspaper, journal, site or publisher; of a data set without authors, the body
            that made it; None if not known.
        inferred: True if the date is not on the source.
        notes: Further sentences.
    """

    id: str
    kind: _Kind
    title: Text
    authors: tuple[str, ...]
    container: Text | None
    published: Period
    inferred: bool
    url: str = ""
    page: str = ""
    notes: tuple[Text, ...] = ()


def references(records: Records) -> tuple[Reference, ...]:
    """Return what there is to cite: all sources, then all sets of claims; each by id."""
    sources = sorted(records.sources(), key=lambda source: source.id)
    sets = sorted(
        (each for each in records.sets if each.manifest.kind == "claims"),
        key=lambda each: each.manifest.name,
    )
    return (*map(_source, sources), *map(_dataset, sets))


def cite(records: Records, style: str) -> str:
    """Return all citations in one style.

    Args:
        records: All records of a project.
        style: ``bibtex``, ``ris`` or ``gbt7714``.

    Raises:
        InputError: If there is no such style.
    """
    found = references(records)
    match style:
        case "bibtex":
            return bibtex(found)
        case "ris":
            return ris(found)
        case "gbt7714":
            return gbt7714(found)
    raise InputError(
        Text(
            f"没有“{style}”这种引文格式；可用：{'、'.join(STYLES)}",
            f"no citation style '{style}'; there are: {', '.join(STYLES)}",
        )
    )


def _source(source: Source) -> Reference:
    kind: _Kind = "other"
    match source.outlet.kind:
        case "newspaper":
            kind = "newspaper"
        case "academic":
            kind = "journal"
        case outlet if outlet in _ONLINE and source.url:
            kind = "web"
    notes: list[Text] = []
    if source.published_why:
        why = source.published_why
        notes.append(Text(f"日期系推断：{why.zh}", f"The date is inferred: {why.en}"))
    if source.note:
        notes.append(source.note)
    if source.rights:
        notes.append(source.rights)
    return Reference(
        id=source.id,
        kind=kind,
        title=source.title,
        authors=source.authors,
        container=None if source.outlet.kind == "unknown" else source.outlet.name,
        published=source.published,
        inferred=source.published_why is not None or source.published.precision == "about",
        url=source.url,
        page=source.page,
        notes=tuple(notes),
    )


def _dataset(each: ClaimSet) -> Reference:
    manifest = each.manifest
    # What a user wrote is not ours.
    ours = each.base == ns.ID and not manifest.creators
    return Reference(
        id=f"shanhai-{manifest.name}",
        kind="dataset",
        title=manifest.title,
        authors=manifest.creators,
        container=MAKERS if ours else None,
        published=parse_period(manifest.created),
        inferred=False,
        url=f"{each.base}graph/claims/{manifest.name}",
        notes=(Text(f"许可：{manifest.licence}", f"Licence: {manifest.licence}"),),
    )


def _makers(reference: Reference, lang: Lang) -> tuple[str, ...]:
    """Return the authors; of a data set without any, the body that made it."""
    if reference.kind == "dataset" and reference.container and not reference.authors:
        return (reference.container.pick(lang),)
    return reference.authors


def _line(text: str) -> str:
    """Return a text on one line, without control characters."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text).split())


def _day(period: Period) -> tuple[int, int, int]:
    """Return year, month and day as far as they are sure; 0 for the rest."""
    first, last = period.earliest, period.latest
    if first is None or last is None or first.year != last.year:
        known = first or last
        return (known.year if known else 0, 0, 0)
    if first == last:
        return (first.year, first.month, first.day)
    return (first.year, first.month if first.month == last.month else 0, 0)


# BibTeX -------------------------------------------------------------------------------------

_BIBTEX_TYPES: dict[_Kind, str] = {"newspaper": "article", "journal": "article"}
# \{ would not do: BibTeX counts braces before it looks at backslashes.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: "\\" + char for char in "$&#%_"},
}


def bibtex(found: Iterable[Reference]) -> str:
    """Return references as BibTeX entries, in UTF-8 for biber or a Unicode BibTeX."""
    return "\n".join(map(_bibtex_entry, found))


def _tex(text: str) -> str:
    return "".join(_TEX.get(char, char) for char in _line(text))


def _bibtex_entry(reference: Reference) -> str:
    kind = _BIBTEX_TYPES.get(reference.kind, "misc")
    year, month, day = _day(reference.published)
    authors = _makers(reference, "en")
    fields = [
        # A name in braces is one name: neither cut at blanks nor at an "and".
        ("author", " and ".join(f"{{{_tex(name)}}}" for name in authors)),
        ("title", f"{{{_tex(reference.title.zh)}}}"),
    ]
    if reference.container and reference.kind != "dataset":
        where = "journal" if kind == "article" else "howpublished"
        fields.append((where, f"{{{_tex(reference.container.zh)}}}"))
    fields += [
        ("year", str(year) if year else ""),
        ("month", str(month) if month else ""),
        ("day", str(day) if day else ""),
        ("pages", _tex(reference.page)),
        # \url takes its argument as it is, but braces and backslashes would end it.
        ("url", re.sub(r"[{}\\\s]", lambda m: f"%{ord(m[0]):02X}", reference.url)),
        ("language", "chinese"),
    ]
    notes = [reference.title.en, *(note.en for note in reference.notes)]
    fields.append(("note", ". ".join(_tex(note).rstrip(".") for note in notes)))
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@{kind}{{{reference.id},\n{body}}}\n"


# RIS ----------------------------------------------------------------------------------------

_RIS_TYPES: dict[_Kind, str] = {
    "newspaper": "NEWS",
    "journal": "JOUR",
    "web": "ELEC",
    "dataset": "DATA",
    "other": "GEN",
}


def ris(found: Iterable[Reference]) -> str:
    """Return references as RIS records."""
    return "\n".join(map(_ris_record, found))


def _ris_record(reference: Reference) -> str:
    year, month, day = _day(reference.published)
    authors = _makers(reference, "en")
    lines = [("TY", _RIS_TYPES[reference.kind]), ("ID", reference.id)]
    lines += [("AU", name) for name in authors]
    lines += [("TI", reference.title.zh), ("TT", reference.title.en)]
    if reference.container and reference.kind != "dataset":
        lines.append(("T2", reference.container.zh))
    if year:
        lines.append(("PY", str(year)))
        month_text, day_text = (f"{part:02d}" if part else "" for part in (month, day))
        lines.append(("DA", f"{year}/{month_text}/{day_text}/"))
    lines += [("SP", reference.page), ("UR", reference.url), ("LA", "zh")]
    for note in reference.notes:
        lines += [("N1", note.zh), ("N1", note.en)]
    body = "".join(f"{tag}  - {_line(value)}\n" for tag, value in lines if _line(value))
    return f"{body}ER  - \n"


# GB/T 7714-2015 -----------------------------------------------------------------------------


def gbt7714(found: Iterable[Reference]) -> str:
    """Return references by GB/T 7714-2015, numbered, one a line."""
    return "".join(
        f"[{number}] {gbt7714_entry(reference)}\n" for number, reference in enumerate(found, 1)
    )


def english_entry(reference: Reference) -> str:
    """Return a reference to a data set as one English line; who made it may be unknown."""
    makers = ", ".join(map(_line, _makers(reference, "en")))
    head = f"{makers}. " if makers else ""
    tail = f" {_line(reference.url)}." if reference.url else ""
    return f"{head}{_line(reference.title.en)} [data set]. {reference.published.text}.{tail}"


def gbt7714_entry(reference: Reference) -> str:
    """Return one reference by GB/T 7714-2015, without its number."""
    title, url = _line(reference.title.zh), _line(reference.url)
    authors = _gbt_authors(_makers(reference, "zh"))
    container = _line(reference.container.zh) if reference.container else ""
    when = _gbt_date(reference.published)
    if reference.inferred or not _day(reference.published)[0]:
        when = f"[{when}]"
    page = f"({_line(reference.page)})" if reference.page else ""
    tail = f". {url}." if url else "."
    match reference.kind:
        case "newspaper":
            paper = container or "[报纸名称不详]"
            body = f"{title}[N]. {paper}, {when}{page}{tail}"
        case "journal":
            body = f"{title}[J]. {container or '[刊名不详]'}, {when}{page}{tail}"
        case "dataset":
            body = f"{title}[DS]. ({when}){tail}"
            authors = authors or f"{_NOBODY}. "
        case "web":
            body = (
                f"{title}[EB/OL]. [出版地不详]: {container or '[出版者不详]'}, {when}{page}{tail}"
            )
        case "other":
            maker = container or "[出版者不详]"
            mark = "EB/OL" if url else "Z"
            body = f"{title}[{mark}]. [出版地不详]: {maker}, {when}{page}{tail}"
    return authors + body


def _gbt_authors(names: Sequence[str]) -> str:
    # Three names at most; without any the title comes first, as the numeric system allows.
    shown = [_line(name) for name in names[:3]] + (["等"] if len(names) > 3 else [])
    return f"{', '.join(shown)}. " if shown else ""


def _gbt_date(period: Period) -> str:
    year, month, day = _day(period)
    first, last = period.earliest, period.latest
    if not year:
        return "出版日期不详"
    if day:
        return f"{year}-{month:02d}-{day:02d}"
    if month:
        return f"{year}-{month:02d}"
    if first and last and first.year == last.year:
        return str(year) if _whole_year(first, last) else f"{first:%Y-%m}/{last:%Y-%m}"
    return f"{first.year if first else ''}—{last.year if last else ''}"


def _whole_year(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
