"""The ``index.html`` of a build: what is here, what it says, where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from shanhai.errors import Text
from shanhai.network.findings import MEASURES, findings, number, title
from shanhai.network.summary import Section, Summary
from shanhai.views.page import page

_BEST = 8
_ABOUT = Text("领域 · 形式 · 状态", "Field · form · status")


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of the build.

    Attributes:
        name: Its path relative to the page.
        about: What it holds and what opens it.
        size: Its size in bytes; None for a file whose size is not stated.
    """

    name: str
    about: Text
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something the build holds."""

    label: Text
    number: int


@dataclass(frozen=True, slots=True)
class EntityLine:
    """An entity.

    Attributes:
        id: Slug.
        name: Its preferred names.
        aliases: Other names, in both languages together.
        about: A few words on it, such as code or description; None if there are none.
        english_is_ours: True where the English name is our translation.
        claims: Number of claims that mention it.
    """

    id: str
    name: Text
    aliases: tuple[str, ...] = ()
    about: Text | None = None
    english_is_ours: bool = False
    claims: int = 0


@dataclass(frozen=True, slots=True)
class EntityGroup:
    """The entities of one kind."""

    kind: Text
    entities: tuple[EntityLine, ...]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim: what is said, and where its evidence stands.

    Attributes:
        id: Slug.
        say: The claim in our words.
        where: Source, section and paragraph.
        about: Fields, form and status in words; None if the claim states none.
        time: The period in words; None if the report states none.
        parties: Names of the parties, or of subject and object.
        certain: False where the reading is uncertain.
        why: Why it is uncertain.
    """

    id: str
    say: Text
    where: Text
    about: Text | None = None
    time: Text | None = None
    parties: tuple[Text, ...] = ()
    certain: bool = True
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims under one heading, such as cooperations or the figures of one subject.

    Attributes:
        about: What the column of each claim's ``about`` holds.
    """

    name: Text
    claims: tuple[ClaimLine, ...]
    about: Text = _ABOUT


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source.

    Attributes:
        id: Slug.
        citation: How to cite it in each language.
        note: Outlet, level, how the date was found; None if there is nothing to add.
    """

    id: str
    citation: Text
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that the page shows. Nothing in it may depend on clock, folder or machine.

    Attributes:
        title: Heading of the page.
        intro: One or two sentences on what the build is about.
        files: The files beside the page, in the order to list them.
        counts: Numbers of entities, claims, sources and so on.
        groups: Entities by kind.
        claims: Claims by kind, cooperations first.
        summaries: Network summaries.
        sources: What was read.
        citation: How to cite the data set.
        licence: Name of the licence.
        licence_link: Its address.
        hash: RDFC-1.0 hash of the data set; empty if there is none.
    """

    title: Text
    intro: Text
    files: tuple[FileLine, ...]
    counts: tuple[Count, ...]
    groups: tuple[EntityGroup, ...]
    claims: tuple[ClaimGroup, ...]
    summaries: tuple[Summary, ...]
    sources: tuple[SourceLine, ...]
    citation: Text
    licence: Text
    licence_link: str
    hash: str = ""


def index_page(index: Index) -> str:
    """Return the page; it links to the files of ``index`` by their relative names."""
    return page(
        "index.html.j2",
        title=index.title,
        styles=("index.css",),
        index=index,
        uncertain=[its for group in index.claims for its in group.claims if not its.certain],
        networks=[_network(summary) for summary in index.summaries],
        size=_size,
    )


def _network(summary: Summary) -> dict[str, Any]:
    sections = (summary.whole, *summary.fields)
    return {
        "name": summary.projection.name,
        "title": title(summary),
        "meaning": summary.projection.meaning,
        "findings": [(MEASURES[f.measure], f.value, f.sentence) for f in findings(summary)],
        "nodes": _nodes(summary),
        "more": max(0, summary.whole.nodes - _BEST),
        "fields": [_field(summary, section) for section in sections[1:]],
    }


def _nodes(summary: Summary) -> list[tuple[Text, str, str, str]]:
    whole = summary.whole
    between, held = dict(whole.betweenness), dict(whole.constraint)
    return [
        (summary.names[iri], number(value), number(between.get(iri)), number(held.get(iri)))
        for iri, value in whole.degree[:_BEST]
    ]


def _field(summary: Summary, section: Section) -> tuple[Text, tuple[str, ...]]:
    numbers: Iterable[float | None] = (
        section.nodes,
        section.ties,
        section.uncertain_ties,
        section.claims,
        section.density,
        len(section.components),
        len(section.bridges),
    )
    return summary.names[section.field], tuple(number(value) for value in numbers)


def _size(size: int) -> str:
    """Return a size in bytes as people write it.

    >>> _size(999), _size(12_345), _size(4_200_000)
    ('999 B', '12 kB', '4.2 MB')
    """
    if size < 1000:
        return f"{size} B"
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
