import re

from hypothesis import assume, given
from hypothesis import strategies as st

from shanhai.model.locator import Copy, locate, place
from shanhai.model.source import fold

TEXT = """
# 标题一

第一段,讲山。

## 标题二
第二段,讲海(东海)。
第一段,讲山。
"""


def test_section_counts_headings_and_paragraph_counts_non_empty_lines():
    assert place(TEXT, TEXT.index("标题一")).section == 1
    spot = place(TEXT, TEXT.index("第二段"))
    assert (spot.section, spot.paragraph) == (2, 4)
    assert place("无标题的文字", 0).section == 0


def test_of_repeated_paragraphs_the_first_is_cited():
    found = locate(TEXT, "讲山", "s")
    assert found is not None
    assert (found.section, found.paragraph) == (1, 2)
    assert TEXT[found.start : found.end] == "讲山"


def test_exact_elsewhere_lost():
    found = locate(TEXT, "第二段,讲海(东海)", "s")
    assert found is not None
    assert Copy(TEXT).verdict(found) == "exact"
    rewrapped = TEXT.replace(",讲海", ",\n讲 海")
    assert Copy(rewrapped).verdict(found) == "elsewhere"
    assert fold(Copy(rewrapped).quote(found)) == fold("第二段讲海东海")
    assert Copy(TEXT.replace("海", "河")).verdict(found) == "lost"
    moved = "# 另一标题\n" + TEXT
    assert Copy(moved).verdict(found) == "elsewhere"


@given(st.text(min_size=1, max_size=200), st.data())
def test_every_quote_is_found_again_in_a_rewrapped_copy(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end]
    assume(fold(quote))
    found = locate(text, quote, "s")
    assert found is not None
    assert text[found.start : found.end] == quote
    assert Copy(text).verdict(found) == "exact"


@given(
    st.lists(st.sampled_from("山海联动,。 开放大通道(上海)闵行2024"), min_size=5, max_size=80),
    st.data(),
)
def test_line_breaks_and_spaces_do_not_lose_a_quote(chars, data):
    text = "".join(chars)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(fold(text[start:end]))
    found = locate(text, text[start:end], "s")
    assert found is not None
    rewrapped = re.sub("(.)", r"\1\n ", text)
    assert Copy(rewrapped).verdict(found) in ("elsewhere", "exact")
    quote = Copy(rewrapped).quote(found)
    assert quote is not None and fold(quote) == fold(text[start:end])
