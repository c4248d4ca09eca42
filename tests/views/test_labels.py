import pytest

from shanhai.views.labels import cleaned, columns, measured, wrapped


def test_a_long_chinese_name_is_broken_into_lines_of_similar_length() -> None:
    lines = wrapped("华北电力大学智能电气研究中心缙云工作站", "zh")
    assert "".join(lines) == "华北电力大学智能电气研究中心缙云工作站"
    assert len(lines) == 3
    assert max(map(columns, lines)) - min(map(columns, lines)) <= 6


def test_english_is_broken_between_words() -> None:
    lines = wrapped("Jinyun (Shanghai) Science-Innovation Enclave", "en")
    assert " ".join(lines) == "Jinyun (Shanghai) Science-Innovation Enclave"


def test_closing_marks_start_no_line_and_opening_ones_end_none() -> None:
    for name in ("缙云旅游(闵行)推广中心", "缙云旅游(闵行)推广", "一二三四五六七八九》十"):
        lines = wrapped(name, "zh")
        assert not any(line.startswith((")", "》")) or line.endswith("(") for line in lines)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_endless_name_is_cut(lang: str) -> None:
    for name in ("缙" * 10_000, "word " * 2_000, "x" * 10_000):
        lines = wrapped(name, lang)  # type: ignore[arg-type]
        assert len(lines) == 3
        assert lines[-1].endswith("…")
        assert max(map(columns, lines)) <= 26


def test_marks_that_cannot_be_drawn_are_left_out() -> None:
    assert cleaned("a\u202eb\u200f\x00c\nd") == "abc d"
    assert wrapped("\u202e", "zh") == ("–",)
    assert wrapped("", "en") == ("–",)


def test_size_grows_with_lines_and_font() -> None:
    assert measured(("缙云",), 10) == (pytest.approx(21.2), 12.5)
    assert measured(("缙云", "县"), 20)[1] == 50
