"""Periods in the report's own precision.

The text form is the part of EDTF (ISO 8601-2:2019) that reports need, with quarters:
``2024``, ``2024-05``, ``2024-05-03``, ``2024-Q1``, ``2024-01/2024-03``, ``2022-08/..``,
``../2024-05``, ``2024~`` (about), ``unknown``. General EDTF libraries know no quarters.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from shanhai.errors import Text

_POINT = re.compile(r"(\d{4})(?:-(?:(Q[1-4])|(\d{2})(?:-(\d{2}))?))?(~?)")
FORMS = (
    "2024, 2024-05, 2024-05-03, 2024-Q1, 2024-01/2024-03, 2022-08/.., ../2024-05, 2024~, unknown"
)


class PeriodError(ValueError):
    """The text is no period; ``text`` says why in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time.

    Attributes:
        text: The text form as written.
        earliest: First day that it may cover; None if open or unknown.
        latest: Last day that it may cover (inclusive); None if open or unknown.
        precision: ``day month quarter year range open about unknown``.
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: str


UNKNOWN = Period("unknown", None, None, "unknown")


def _point(text: str) -> tuple[date, date, str]:
    match = _POINT.fullmatch(text)
    if not match:
        raise PeriodError(
            Text(f"“{text}”不是时间；可写：{FORMS}", f"'{text}' is no period; allowed: {FORMS}")
        )
    year, quarter, month, day, about = match.groups()
    try:
        if quarter:
            first = 3 * int(quarter[1]) - 2
            earliest, latest = _months(int(year), first, first + 2)
            precision = "quarter"
        elif day:
            earliest = latest = date(int(year), int(month), int(day))
            precision = "day"
        elif month:
            earliest, latest = _months(int(year), int(month), int(month))
            precision = "month"
        else:
            earliest, latest = _months(int(year), 1, 12)
            precision = "year"
    except (ValueError, IndexError, calendar.IllegalMonthError) as error:
        raise PeriodError(
            Text(f"“{text}”不是历法上的日期", f"'{text}' is not a date of the calendar")
        ) from error
    return earliest, latest, "about" if about else precision


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def parse_period(text: str) -> Period:
    """Read the text form of a period.

    >>> parse_period("2024-Q1").latest
    datetime.date(2024, 3, 31)
    >>> parse_period("2022-08/..").precision
    'open'

    Raises:
        PeriodError: If the text is not of a known form or ends before it starts.
    """
    text = text.strip()
    if text == "unknown":
        return UNKNOWN
    if "/" not in text:
        return Period(text, *_point(text))
    left, _, right = text.partition("/")
    start = None if left == ".." else _point(left)
    end = None if right == ".." else _point(right)
    if start is None and end is None:
        raise PeriodError(
            Text("“../..”没有说任何时间，请写 unknown", "'../..' says nothing; write unknown")
        )
    if start and end and end[1] < start[0]:
        raise PeriodError(Text(f"“{text}”的结束早于开始", f"'{text}' ends before it starts"))
    return Period(
        text,
        start[0] if start else None,
        end[1] if end else None,
        "range" if start and end else "open",
    )


_NOT_REPORTED = Text("未报道", "not reported")


def words(text: str) -> Text:
    """Return the text form of a period in words; what is none comes back as it is.

    >>> words("2022-08/..").zh, words("2022-08/..").en
    ('2022年8月起', 'since 2022-08')
    >>> words("2024-Q1").zh, words("2024-05~").zh, words("2024-05~").en
    ('2024年第1季度', '约2024年5月', 'about 2024-05')
    """
    if text == "unknown":
        return _NOT_REPORTED
    first, slash, last = text.partition("/")
    if not slash:
        return _point_in_words(first)
    begun, ended = _point_in_words(first), _point_in_words(last)
    if last == "..":
        return Text(f"{begun.zh}起", f"since {begun.en}")
    if first == "..":
        return Text(f"至{ended.zh}", f"until {ended.en}")
    return Text(f"{begun.zh}至{ended.zh}", f"{begun.en} to {ended.en}")


def _point_in_words(text: str) -> Text:
    match = _POINT.fullmatch(text)
    if not match:
        return Text(text, text)
    year, quarter, month, day, about = match.groups()
    if quarter:
        its = Text(f"{year}年第{quarter[1]}季度", f"{quarter} {year}")
    else:
        parts = [part for part in (month, day) if part]
        zh = "".join(f"{int(number)}{unit}" for number, unit in zip(parts, "月日", strict=False))
        its = Text(f"{year}年{zh}", "-".join([year, *parts]))
    return Text(f"约{its.zh}", f"about {its.en}") if about else its
