"""SPARQL in tokens: enough to tell keywords from what stands in strings, IRIs and comments.

Never fails: what is no token becomes one of kind ``bad``. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from shanhai.errors import InputError, Text


class Token(NamedTuple):
    """A stretch of a query.

    Attributes:
        kind: ``word pname iri string var blank langtag number mark open bad`` (``open`` is a
            string that is not closed).
        text: As written.
        start: Offset in the query.
    """

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset after the token."""
        return self.start + len(self.text)


_PATTERN = re.compile(
    r"""
    (?P<skip>\s+|\#[^\n\r]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>\"{3}(?:(?:"|"")?(?:[^"\\]|\\.))*\"{3}|'{3}(?:(?:'|'')?(?:[^'\\]|\\.))*'{3}
      |"(?!"")(?:[^"\\\n\r]|\\[^\n\r])*"|'(?!'')(?:[^'\\\n\r]|\\[^\n\r])*'|\"\"|'')
  | (?P<open>\"{3}.*|'{3}.*|["'][^\n\r]*)
  | (?P<var>[?$]\w+)
  | (?P<blank>_:\w[\w\-.·]*)
  | (?P<langtag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)
  | (?P<name>(?:[^\W\d][\w\-.·]*)?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\.|[\-.·])*|[^\W\d][\w\-.·]*)
  | (?P<mark>\^\^|&&|\|\||!=|<=|>=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_PIECE = re.compile(r"\w+|\W")


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a query without white space and comments."""
    for match in _PATTERN.finditer(text):
        kind = match.lastgroup or "bad"
        if kind == "skip":
            continue
        found, start = match.group(), match.start()
        if kind != "name":
            yield Token(kind, found, start)
        elif ":" in found:
            # A full stop after a name ends the triple and is no part of it.
            kept = found.rstrip(".")
            yield Token("pname", kept, start)
            for i in range(len(kept), len(found)):
                yield Token("mark", ".", start + i)
        else:
            for piece in _PIECE.finditer(found):
                word = piece.group()
                kind = "word" if word[0].isalpha() or word[0] == "_" else "mark"
                yield Token(kind, word, start + piece.start())


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column (both from 1, in characters) of an offset."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def line_start(text: str, line: int) -> int:
    """Return the offset at which a line (from 1) starts; the end of the text if there is none."""
    start = 0
    for _ in range(line - 1):
        found = text.find("\n", start)
        if found < 0:
            return len(text)
        start = found + 1
    return start


def refuse_service(text: str) -> None:
    """Refuse a query that asks another server.

    Engines read ``SERVICE:x{…}`` and ``trueSERVICE<x>`` as calls too, so every bare word that
    holds the keyword counts, and a prefixed name of that prefix where a group follows.

    Raises:
        InputError: If the query has a SERVICE part; with line and column.
    """
    found = [t for t in tokens(text) if t.kind != "string"]
    for token, after in zip_longest(found, found[1:]):
        prefix = token.text.partition(":")[0].upper()
        opens = after is not None and after.text == "{"
        # What an unclosed string seems to hold, an engine may read otherwise.
        if (token.kind in ("word", "open") and "SERVICE" in token.text.upper()) or (
            token.kind == "pname" and prefix.endswith(("SERVICE", "SILENT")) and opens
        ):
            line, column = line_and_column(text, token.start)
            raise InputError(
                Text(
                    f"第 {line} 行第 {column} 列：SERVICE 会去问别的服务器；查询不读任何文件或网址",
                    f"line {line}, column {column}: SERVICE would ask another server; "
                    "no query reads a file or an address",
                )
            )
