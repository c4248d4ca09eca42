from dataclasses import replace
from html.parser import HTMLParser

import toy_index
from toy_pages import HOSTILE

from shanhai.errors import Text
from shanhai.views.index_page import (
    ClaimGroup,
    ClaimLine,
    EntityGroup,
    EntityLine,
    FileLine,
    SourceLine,
    index_page,
)

_VOID = {"meta", "link", "br", "img", "input", "hr"}


class Checker(HTMLParser):
    """Notes tags that do not match, headings that skip a level, ids used twice."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.level = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag[0] == "h" and tag[1:].isdigit():
            if int(tag[1:]) > self.level + 1:
                self.faults.append(f"{tag} after h{self.level}")
            self.level = int(tag[1:])
        if tag == "th" and "scope" not in dict(attrs):
            self.faults.append("th without scope")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")


def faults(page: str) -> list[str]:
    checker = Checker()
    checker.feed(page)
    doubles = {each for each in checker.ids if checker.ids.count(each) > 1}
    return [*checker.faults, *checker.open, *sorted(doubles)]


def test_the_page_is_well_formed_with_headings_in_order() -> None:
    assert faults(index_page(toy_index.index())) == []


def test_it_depends_on_nothing_but_its_input() -> None:
    assert index_page(toy_index.index()) == index_page(toy_index.index())


def test_it_holds_files_counts_claims_and_places_in_both_languages() -> None:
    page = index_page(toy_index.index())
    for text in (
        "网络图",
        "the network as a picture",
        "559 kB",
        "存疑的论断",
        "缙云县与闵行区往来。",
        "Jinyun County and Minhang District deal with each other.",
        "toy report, section 2, paragraph ",
        "(our translation)",
        "Region–region network",
        "缙云县的伙伴最多：11 个。",
        "其中 4 对只依据读法存疑的论断。",
        "其中存疑",
        "ab" * 32,
    ):
        assert text in page, text


def test_hostile_texts_stay_text() -> None:
    for name in HOSTILE:
        text = Text(name, name)
        line = ClaimLine("c", text, text, text, text, (text,), certain=False, why=text)
        index = replace(
            toy_index.index(),
            title=text,
            intro=text,
            files=(FileLine(name, text, 1),),
            groups=(EntityGroup(text, (EntityLine("e", text, (name,), text, True, 1),)),),
            claims=(ClaimGroup(text, (line,)),),
            sources=(SourceLine("s", text, text),),
            citation=text,
            licence=text,
            licence_link="javascript:window.hacked=1",
            hash=name,
        )
        page = index_page(index)
        assert "<img" not in page
        assert "<script>window.hacked" not in page
        assert 'href="javascript' not in page
        assert faults(page) == []


def test_an_empty_build_is_still_a_page() -> None:
    index = replace(
        toy_index.index(), files=(), counts=(), groups=(), claims=(), summaries=(), sources=()
    )
    page = index_page(index)
    assert "没有标为存疑的论断" in page
    assert faults(page) == []
