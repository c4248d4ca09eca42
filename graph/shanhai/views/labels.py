"""Names on a picture: cleaned of what cannot be drawn, wrapped, measured roughly."""

from __future__ import annotations

import math
import re
import unicodedata

from shanhai.errors import Lang

_LINES = 3
_WIDEST = {"zh": 18, "en": 24}
_TOKEN = re.compile(r"[0-9A-Za-zÀ-ÿ&.'’+-]+|\s+|.")
_NO_START = frozenset("),。、;:!?”’》〉·…），；：！？")
_NO_END = frozenset("(“‘《〈（")


def cleaned(name: str) -> str:
    r"""Return a name on one line without control, direction and surrogate characters.

    >>> cleaned("a\u202eb\n c")
    'ab c'
    """
    return "".join(
        c for c in " ".join(name.split()) if unicodedata.category(c) not in ("Cc", "Cf", "Cs")
    )


def columns(text: str) -> int:
    """Return the width in half-width columns: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def wrapped(name: str, lang: Lang) -> tuple[str, ...]:
    """Return a name as at most three lines of similar length, the last cut with an ellipsis.

    >>> wrapped("浙江清华长三角研究院", "zh")
    ('浙江清华长', '三角研究院')
    >>> wrapped("Minhang", "en")
    ('Minhang',)
    """
    # Fonts for Chinese draw the curved apostrophe as wide as a character.
    text = cleaned(name.replace("’", "'") if lang == "en" else name) or "–"
    widest = _WIDEST[lang]
    # What is longer than the lines allow is cut before it is wrapped: a name may be endless.
    count = min(_LINES, max(1, math.ceil(columns(text[: widest * 6]) / widest)))
    share = math.ceil(columns(text[: widest * 6]) / count)
    # Room for the word that would not fit; in Chinese, for a whole character.
    target = min(widest, share + 4 if lang == "en" else share + share % 2)
    lines = _break(text[: widest * 6], target)
    if len(lines) > _LINES:
        lines = _break(text[: widest * 6], widest)
    if len(lines) > _LINES or len(text) > widest * 6:
        last = lines[_LINES - 1]
        words = last.rpartition(" ")[0] if lang == "en" else last[:-1]
        lines = [*lines[: _LINES - 1], (words or last[:-1]).rstrip() + "…"]
    return tuple(lines)


def _break(text: str, target: int) -> list[str]:
    lines, line = [], ""
    for token in _TOKEN.findall(text):
        for part in [token[i : i + target] for i in range(0, len(token), target)]:
            fits = columns(line + part.rstrip()) <= target or part[0] in _NO_START
            if fits or not line.strip():
                line += part
                continue
            carried = line[-1] if line[-1] in _NO_END else ""
            lines.append(line.removesuffix(carried).strip())
            line = carried + part.lstrip()
    if line.strip():
        lines.append(line.strip())
    return [line for line in lines if line]


def measured(lines: tuple[str, ...], size: float) -> tuple[float, float]:
    """Return the rough width and height in pixels of lines in a font of ``size`` pixels."""
    return max(columns(line) for line in lines) * size * 0.53, len(lines) * size * 1.25
