from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanhai.model.period import UNKNOWN, PeriodError, parse_period, words


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2024-05-03", "2024-05-03", "2024-05-03", "day"),
        ("2024-Q1", "2024-01-01", "2024-03-31", "quarter"),
        ("2024-Q4", "2024-10-01", "2024-12-31", "quarter"),
        ("2024-01/2024-03", "2024-01-01", "2024-03-31", "range"),
        ("2022-08/..", "2022-08-01", None, "open"),
        ("../2024-05", None, "2024-05-31", "open"),
        ("2024~", "2024-01-01", "2024-12-31", "about"),
        ("2024-05~", "2024-05-01", "2024-05-31", "about"),
    ],
)
def test_forms_of_the_contract(text, earliest, latest, precision):
    period = parse_period(text)
    assert period.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert period.latest == (date.fromisoformat(latest) if latest else None)
    assert (period.precision, period.text) == (precision, text)


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-13", "2024-02-30", "2024-Q5", "去年", "2024/2023", "../..", "2024-5", "0000"],
)
def test_what_is_no_period_is_refused_in_both_languages(text):
    with pytest.raises(PeriodError) as caught:
        parse_period(text)
    assert caught.value.text.zh and caught.value.text.en


def test_unknown():
    assert parse_period("unknown") is UNKNOWN


@given(st.dates(date(1000, 1, 1)))
def test_a_day_is_its_own_period(day):
    period = parse_period(day.isoformat())
    assert period.earliest == period.latest == day


@given(st.text(max_size=30))
def test_any_text_is_a_period_or_refused(text):
    try:
        period = parse_period(text)
    except PeriodError:
        return
    if period.earliest and period.latest:
        assert period.earliest <= period.latest


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("2024", "2024年", "2024"),
        ("2024-05-03", "2024年5月3日", "2024-05-03"),
        ("2024-Q1", "2024年第1季度", "Q1 2024"),
        ("2022-08/..", "2022年8月起", "since 2022-08"),
        ("../2024-05", "至2024年5月", "until 2024-05"),
        ("2024-01/2024-03", "2024年1月至2024年3月", "2024-01 to 2024-03"),
        ("2024-05~", "约2024年5月", "about 2024-05"),
        ("unknown", "未报道", "not reported"),
        ("soon", "soon", "soon"),
    ],
)
def test_a_period_is_said_in_words(text: str, zh: str, en: str) -> None:
    assert (words(text).zh, words(text).en) == (zh, en)
