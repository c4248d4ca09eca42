"""Sources and the evidence that leads back to them."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field

from shanhai.errors import Text
from shanhai.model.entity import Position
from shanhai.model.period import UNKNOWN, Period


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published a source.

    Attributes:
        id: Slug.
        name: Names; where a report names none, what it is.
        kind: A concept of the outlet kind scheme.
        level: A concept of the outlet level scheme.
    """

    id: str
    name: Text
    kind: str
    level: str


@dataclass(frozen=True, slots=True)
class Source:
    """A report that claims were read from.

    Attributes:
        sha256: SHA-256 (hex) of the file's bytes; empty where no text is held.
        chars: Length of the text in Unicode code points; 0 where no text is held.
        published: Date of publication; ``published_why`` says why where it is inferred.
    """

    id: str
    title: Text
    outlet: Outlet
    authors: tuple[str, ...] = ()
    published: Period = UNKNOWN
    published_why: Text | None = None
    note: Text | None = None
    sha256: str = ""
    chars: int = 0
    sections: int = 0
    paragraphs: int = 0
    url: str = ""
    page: str = ""
    rights: Text | None = None
    position: Position = field(default=Position(), compare=False)


@dataclass(frozen=True, slots=True)
class Located:
    """Evidence with its place: a span of a hashed text.

    Attributes:
        source: Slug of the source.
        section: Heading lines (``#…``) at or above the span; 0 before the first.
        paragraph: Number of the non-empty line from 1.
        start: First Unicode code point of the span.
        end: Code point after the span.
        sha256: SHA-256 (hex) of the quote in UTF-8.
        fold: ``length:sha256`` of the folded quote, so that it is found in another copy.
    """

    source: str
    section: int
    paragraph: int
    start: int
    end: int
    sha256: str
    fold: str


@dataclass(frozen=True, slots=True)
class SourceOnly:
    """Evidence without a text: the source, and a page where known."""

    source: str
    page: str = ""


Evidence = Located | SourceOnly


def fold(text: str) -> str:
    """Return the text folded for finding it in another copy: NFKC, no space, no punctuation.

    >>> fold("缙云（上海） 科创飞地。")
    '缙云上海科创飞地'
    """
    return "".join(
        c
        for c in unicodedata.normalize("NFKC", text)
        if not c.isspace() and unicodedata.category(c)[0] not in "PZ"
    )


def sha256_text(text: str) -> str:
    """Return the SHA-256 (hex) of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def fold_of(quote: str) -> str:
    """Return the ``fold`` field of a quote: length and SHA-256 of the folded quote."""
    folded = fold(quote)
    return f"{len(folded)}:{sha256_text(folded)}"
