"""Finding evidence in a text: by place, or by its folded checksum in another copy.

Offsets are Unicode code points into the decoded text, line ends untouched, BOM removed.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from shanhai.errors import InputError, Text
from shanhai.model.source import Located, fold, fold_of, sha256_text

Verdict = Literal["exact", "elsewhere", "lost"]


def decode(data: bytes, name: str) -> str:
    """Decode a text that evidence points into.

    Raises:
        InputError: If it is not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            Text(
                f"{name}：第 {error.start} 字节起不是 UTF-8；请另存为 UTF-8",
                f"{name}: not UTF-8 from byte {error.start}; save it as UTF-8",
            )
        ) from error


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span stands.

    Attributes:
        section: How many heading lines stand at or above it; 0 before the first.
        paragraph: Number of its non-empty line, from 1.
    """

    section: int
    paragraph: int

    @property
    def words(self) -> Text:
        """The place in words; paragraphs are counted through the whole text.

        >>> Place(2, 7).words.en
        'section 2, paragraph 7 of the text'
        """
        zh, en = (
            (f"第{self.section}节", f"section {self.section}")
            if self.section
            else ("标题之前", "before the first heading")
        )
        return Text(
            f"{zh}，全文第{self.paragraph}段", f"{en}, paragraph {self.paragraph} of the text"
        )


def place(text: str, start: int) -> Place:
    """Return the section and paragraph of an offset."""
    section = paragraph = 0
    for line in text[: _line_end(text, start)].split("\n"):
        if line.strip():
            paragraph += 1
            section += line.startswith("#")
    return Place(section, paragraph)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def locate(text: str, quote: str, source: str) -> Located | None:
    """Return the evidence for the first occurrence of a quote; None if it is not there."""
    start = text.find(quote) if quote else -1
    if start < 0:
        return None
    spot = place(text, start)
    return Located(
        source,
        spot.section,
        spot.paragraph,
        start,
        start + len(quote),
        sha256_text(quote),
        fold_of(quote),
    )


def _segments(text: str) -> Iterator[tuple[int, str]]:
    """Yield characters with the combining marks that follow them: NFKC composes across them."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not unicodedata.combining(text[index]):
            yield start, text[start:index]
            start = index


class Copy:
    """A text to look evidence up in; folded once, hashed once for each quote length."""

    def __init__(self, text: str) -> None:
        self.text = text
        folded: list[str] = []
        self._raw: list[int] = []
        for start, segment in _segments(text):
            for piece in fold(segment):
                folded.append(piece)
                self._raw.append(start)
        self._folded = "".join(folded)
        self._by_length: dict[int, dict[str, int]] = {}

    def verdict(self, evidence: Located) -> Verdict:
        """Say whether the quote stands at its place, elsewhere in this copy, or not at all.

        At its place means: same checksum at the same offsets, in the same section and
        paragraph.
        """
        quote = self.text[evidence.start : evidence.end]
        if quote and sha256_text(quote) == evidence.sha256:
            spot = place(self.text, evidence.start)
            if (spot.section, spot.paragraph) == (evidence.section, evidence.paragraph):
                return "exact"
        return "elsewhere" if self.find(evidence) else "lost"

    def find(self, evidence: Located) -> tuple[int, int] | None:
        """Return the span of the quote in this copy by its folded checksum."""
        length_text, _, digest = evidence.fold.partition(":")
        length = int(length_text or 0)
        if not length or length > len(self._folded):
            return None
        at = self._hashes(length).get(digest)
        if at is None:
            return None
        return self._raw[at], self._raw[at + length - 1] + 1

    def quote(self, evidence: Located) -> str | None:
        """Return the quote as it stands in this copy."""
        if self.verdict(evidence) == "exact":
            return self.text[evidence.start : evidence.end]
        span = self.find(evidence)
        return self.text[span[0] : span[1]] if span else None

    def _hashes(self, length: int) -> dict[str, int]:
        known = self._by_length.get(length)
        if known is None:
            known = {}
            for at in range(len(self._folded) - length, -1, -1):
                piece = self._folded[at : at + length].encode("utf-8")
                known[hashlib.sha256(piece).hexdigest()] = at
            self._by_length[length] = known
        return known
