"""Files from elsewhere: RDF to validate, texts to describe and to locate a quote in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shanhai.errors import InputError, Lang, Text
from shanhai.files import sha256_bytes
from shanhai.model.locator import decode, locate, place

if TYPE_CHECKING:
    from shanhai.rdf.validation import Report


def validate_file(name: str, data: bytes, lang: Lang) -> tuple[Report, str]:
    """Validate an RDF file; returns the report and its text.

    Args:
        name: The file's name, which says the format; ``-`` is taken as Turtle.
        data: Its bytes.
        lang: Language of the text.

    Raises:
        InputError: If it is not RDF.
    """
    from shanhai.rdf.report import report_text
    from shanhai.rdf.validation import format_of, validate

    report = validate(data, "turtle" if name == "-" else format_of(name), name)
    return report, report_text(report, lang)


def evidence_block(name: str, data: bytes, quote: str, source: str) -> str:
    """Return the evidence entry of a quote, ready to be pasted into a claim file.

    Args:
        name: The text's file name, for messages.
        data: Its bytes.
        quote: An exact stretch of the text.
        source: The source's id to write; a placeholder if empty.

    Raises:
        InputError: If the quote is not in the text.
    """
    found = locate(decode(data, name), quote, source or "SOURCE")
    if found is None:
        raise InputError(
            Text(
                f"{name}：文中没有“{quote[:60]}”；引文要与原文逐字相同",
                f"{name}: '{quote[:60]}' is not in it; a quote is exact to the character",
            )
        )
    return "\n".join(
        [
            f"- source: {found.source}",
            f"  section: {found.section}",
            f"  paragraph: {found.paragraph}",
            f"  start: {found.start}",
            f"  end: {found.end}",
            f"  sha256: {found.sha256}",
            f"  fold: {found.fold}",
        ]
    )


def repeated(name: str, data: bytes, quote: str) -> Text | None:
    """Return a notice where a quote is in a text several times, of which the first is cited.

    Args:
        name: The text's file name, for messages.
        data: Its bytes.
        quote: The stretch of text that was looked for.

    Raises:
        InputError: If the text is not UTF-8.
    """
    times = decode(data, name).count(quote) if quote else 0
    if times < 2:
        return None
    return Text(
        f"{name}：这段话出现 {times} 次，取第一处；要引别处，请把引文写长一些",
        f"{name}: the quote is there {times} times and the first is cited; lengthen it to cite "
        "another",
    )


def text_block(name: str, data: bytes) -> str:
    """Return what identifies a text, ready to be pasted into its record of ``sources.yml``.

    Args:
        name: The text's file name, for messages.
        data: Its bytes.

    Raises:
        InputError: If it is not UTF-8.
    """
    text = decode(data, name)
    last = place(text, len(text))
    return "\n".join(
        [
            f"  sha256: {sha256_bytes(data)}",
            f"  chars: {len(text)}",
            f"  sections: {last.section}",
            f"  paragraphs: {last.paragraph}",
        ]
    )
