"""Finds what a dataset in N-Quads states outside its named graphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NODE = r"(?:<[^>\n]*>|_:[^\s<>\"]+)"
_OBJECT = rf'(?:{_NODE}|"(?:[^"\\\n]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^<[^>\n]*>)?)'
_TRIPLE = re.compile(rf"^[ \t]*({_NODE})[ \t]*(<[^>\n]*>)[ \t]*({_OBJECT})[ \t]*\.", re.MULTILINE)
_QUAD = re.compile(
    rf"^[ \t]*{_NODE}[ \t]*<[^>\n]*>[ \t]*{_OBJECT}[ \t]*{_NODE}[ \t]*\.", re.MULTILINE
)


def unnamed_statements(nquads: str) -> Iterator[tuple[str, str, str]]:
    """Yield subject, predicate and object of each statement that stands in no named graph.

    A file of triples alone is no dataset with a hole in it, so it has none.

    Args:
        nquads: Valid N-Quads.

    >>> list(unnamed_statements("<a:s> <a:p> 'x' .".replace("'", '"')))
    []
    """
    if _QUAD.search(nquads) is None:
        return
    for match in _TRIPLE.finditer(nquads):
        yield match[1], match[2], match[3]
