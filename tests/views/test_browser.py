"""The pages in a real browser, from disk, without network."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
import toy_index
from toy_pages import HOSTILE, Opened, drawn, hostile

from shanhai.network.projection import NodeInfo, Row, fold
from shanhai.views.index_page import index_page

pytestmark = pytest.mark.browser
Visit = Callable[..., Opened]


def labels(page: Any) -> list[dict[str, float]]:
    return page.evaluate("shanhai.labels()")  # type: ignore[no-any-return]


def overlaps(boxes: list[dict[str, float]]) -> int:
    return sum(
        a["x"] < b["x"] + b["w"]
        and b["x"] < a["x"] + a["w"]
        and a["y"] < b["y"] + b["h"]
        and b["y"] < a["y"] + a["h"]
        for a, b in combinations(boxes, 2)
    )


def click(page: Any, x: float, y: float) -> None:
    box = page.locator("#network").bounding_box()
    spot = page.evaluate("([x, y]) => shanhai.network.canvasToDOM({x: x, y: y})", [x, y])
    page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
    page.wait_for_timeout(100)


def place(page: Any, node: int) -> tuple[float, float]:
    found = page.evaluate("node => shanhai.network.getPosition(node)", node)
    return found["x"], found["y"]


def test_the_picture_is_drawn(visit: Visit) -> None:
    page = visit(drawn()).page
    colours = page.evaluate(
        """() => {
          const canvas = document.querySelector("#network canvas");
          const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          const count = {};
          for (let i = 0; i < data.length; i += 4) {
            if (data[i + 3] > 200) {
              const key = [data[i], data[i + 1], data[i + 2]].join();
              count[key] = (count[key] || 0) + 1;
            }
          }
          return count;
        }"""
    )
    for colour in ("86,180,233", "230,159,0", "0,158,115"):
        assert colours.get(colour, 0) > 300, colour


@pytest.mark.parametrize(("locale", "shown"), [("zh-CN", 42), ("en-GB", 42)])
def test_all_names_have_room_and_none_lies_on_another(
    visit: Visit, locale: str, shown: int
) -> None:
    page = visit(drawn(), locale=locale).page
    boxes = labels(page)
    assert overlaps(boxes) == 0
    # Fonts differ between machines; on those tried all names fit.
    assert len(boxes) >= shown - 3


def test_on_a_phone_names_do_not_overlap_and_the_page_does_not_scroll_sideways(
    visit: Visit,
) -> None:
    page = visit(drawn(), size=(375, 800)).page
    assert overlaps(labels(page)) == 0
    assert len(labels(page)) >= 12
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_more_names_appear_on_zoom(visit: Visit) -> None:
    page = visit(drawn(), size=(375, 800)).page
    before = len(labels(page))
    for _ in range(3):
        page.click("#zoom-in")
    page.wait_for_timeout(200)
    assert len(labels(page)) > before
    assert overlaps(labels(page)) == 0


@pytest.mark.parametrize(
    ("locale", "language", "title"),
    [("zh-CN", "zh", "联系网络"), ("zh-TW", "zh", "联系网络"), ("en-US", "en", "The network"),
     ("fr-FR", "en", "The network")],
)  # fmt: skip
def test_the_language_is_the_browsers(visit: Visit, locale: str, language: str, title: str) -> None:
    page = visit(drawn(), locale=locale).page
    assert page.get_attribute("html", "data-language") == language
    assert page.title() == title
    hidden = {"zh": "en", "en": "zh"}[language]
    assert page.locator(f"h1 .{language}").is_visible()
    assert not page.locator(f"h1 .{hidden}").is_visible()


def test_the_switch_changes_the_language_of_page_and_picture(visit: Visit) -> None:
    page = visit(drawn()).page
    chinese = {tuple(label["lines"]) for label in labels(page)}  # type: ignore[arg-type]
    page.click(".switch button[value=en]")
    page.wait_for_timeout(200)
    assert page.get_attribute("html", "lang") == "en"
    assert page.locator("h1 .en").is_visible()
    english = {tuple(label["lines"]) for label in labels(page)}  # type: ignore[arg-type]
    assert ("Minhang District",) in english
    assert ("闵行区",) in chinese
    page.reload()
    assert page.get_attribute("html", "lang") == "en", "the choice is remembered"


def test_a_click_on_a_node_lists_its_claims_with_their_place(visit: Visit) -> None:
    page = visit(drawn()).page
    node = page.evaluate("shanhai.labels().find(label => label.lines.join('') === '莘庄工业区').id")
    click(page, *place(page, node))
    text = page.inner_text("#panel")
    assert "莘庄工业区" in text
    assert "缙云县与莘庄工业区往来。" in text
    assert "段" in text
    page.click("#panel button")
    assert "缙云县" in page.inner_text("#panel h2")
    assert page.locator("#panel h3").count() > 20


def test_a_click_on_a_tie_lists_its_claims(visit: Visit) -> None:
    page = visit(drawn(), locale="en").page
    edge = page.evaluate("(({from, to}) => ({from, to}))(shanhai.network.body.data.edges.get(0))")
    (x1, y1), (x2, y2) = place(page, edge["from"]), place(page, edge["to"])
    for part in (0.5, 0.6, 0.7, 0.8):
        click(page, x1 + part * (x2 - x1), y1 + part * (y2 - y1))
        if "—" in page.inner_text("#panel h2"):
            break
    text = page.inner_text("#panel")
    assert "—" in page.inner_text("#panel h2")
    assert "deal with each other." in text
    assert "paragraph" in text


def test_a_name_belongs_to_its_node(visit: Visit) -> None:
    page = visit(drawn()).page
    found = labels(page)
    assert found
    for label in found:
        click(page, label["x"] + label["w"] / 2, label["y"] + label["h"] / 2)
        assert page.evaluate("shanhai.network.getSelectedNodes()") == [label["id"]]


def test_a_field_leaves_its_ties_and_their_ends(visit: Visit) -> None:
    page = visit(drawn(), locale="en").page
    rows = page.locator("table.ties tbody tr")
    everything = rows.count()
    code = page.evaluate("document.querySelector('#field').options[2].value")
    page.select_option("#field", code)
    page.wait_for_timeout(200)
    shown = page.locator("table.ties tbody tr:not([hidden])")
    assert 0 < shown.count() < everything
    for row in range(shown.count()):
        assert code in (shown.nth(row).get_attribute("data-fields") or "").split()
    edges = page.evaluate("shanhai.network.body.data.edges.get().filter(e => !e.hidden).length")
    assert edges == shown.count()
    ends = page.evaluate(
        "shanhai.network.body.data.nodes.get().filter(n => !n.hidden).map(n => n.id)"
    )
    assert {label["id"] for label in labels(page)} <= set(ends)
    page.select_option("#field", "")
    page.wait_for_timeout(200)
    assert page.locator("table.ties tbody tr:not([hidden])").count() == everything


def test_escape_and_empty_ground_clear_the_panel(visit: Visit) -> None:
    page = visit(drawn()).page
    hint = page.inner_text("#panel h2")
    for leave in ("Escape", "click"):
        click(page, *place(page, 0))
        assert page.inner_text("#panel h2") != hint
        if leave == "Escape":
            page.keyboard.press("Escape")
        else:
            box = page.locator("#network").bounding_box()
            page.mouse.click(box["x"] + 3, box["y"] + 3)
            page.wait_for_timeout(100)
        assert page.inner_text("#panel h2") == hint
        assert page.evaluate("shanhai.network.getSelectedNodes()") == []


def test_a_button_of_the_panel_leaves_the_focus_in_the_panel(visit: Visit) -> None:
    page = visit(drawn()).page
    click(page, *place(page, 0))
    page.focus("#panel button")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel-title"


def test_the_zoom_has_ends(visit: Visit) -> None:
    page = visit(drawn()).page
    for button, low, high in (("#zoom-in", 2, 13), ("#zoom-out", 0.2, 0.9)):
        for _ in range(25):
            page.click(button)
        assert low < page.evaluate("shanhai.network.getScale()") < high


def test_the_tooltip_is_text(visit: Visit) -> None:
    page = visit(drawn()).page
    box = page.locator("#network").bounding_box()
    x, y = place(page, 0)
    spot = page.evaluate("([x, y]) => shanhai.network.canvasToDOM({x: x, y: y})", [x, y])
    page.mouse.move(box["x"] + spot["x"], box["y"] + spot["y"])
    page.mouse.move(box["x"] + spot["x"] + 1, box["y"] + spot["y"])
    page.wait_for_timeout(500)
    assert "往来" in page.inner_text(".vis-tooltip")


def test_the_tooltip_gives_way_to_the_panel(visit: Visit) -> None:
    page = visit(drawn()).page
    click(page, *place(page, 0))
    page.wait_for_timeout(600)
    assert not page.locator(".vis-tooltip").is_visible()


def test_hostile_names_do_nothing(visit: Visit) -> None:
    page = visit(hostile()).page
    for node in range(len(HOSTILE)):
        click(page, *place(page, node))
        box = page.locator("#network").bounding_box()
        page.mouse.move(box["x"] + 5, box["y"] + 5)
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0
    node = page.evaluate("shanhai.network.body.data.nodes.get().find(n => n.zh[0][0] === '<').id")
    click(page, *place(page, node))
    assert "<img src=x onerror=window.hacked=1>" in page.inner_text("#panel")
    assert overlaps(labels(page)) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1400


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_small_network_is_a_page_too(visit: Visit, count: int) -> None:
    rows = [Row("urn:a", f"urn:b{i}", f"urn:c{i}") for i in range(count)]
    nodes = {"urn:a": NodeInfo("甲", "A", "region")}
    page = visit(drawn(fold(rows), nodes, {})).page
    if count:
        assert len(labels(page)) == count + 1
    else:
        assert page.locator("#network").count() == 0
        assert "没有可画的联系" in page.inner_text(".picture")


def test_a_window_that_changes_size_is_filled_again(visit: Visit) -> None:
    page = visit(drawn()).page
    page.set_viewport_size({"width": 1000, "height": 700})
    page.wait_for_timeout(800)
    width = page.evaluate("document.querySelector('#network').clientWidth")
    span = page.evaluate(
        """() => {
          const all = Object.values(shanhai.network.getPositions()).map(p => p.x);
          return Math.max(...all) - Math.min(...all);
        }"""
    )
    assert 0.5 * width < span < width
    assert page.evaluate("shanhai.network.getScale()") == 1
    for label in labels(page):
        spot = page.evaluate("l => shanhai.network.canvasToDOM({x: l.x, y: l.y})", label)
        assert 0 <= spot["x"] <= width
        assert spot["y"] >= 0
    assert overlaps(labels(page)) == 0


@pytest.mark.parametrize("size", [(1400, 900), (375, 800)])
@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_the_contents_page(visit: Visit, locale: str, size: tuple[int, int]) -> None:
    page = visit(index_page(toy_index.index()), locale=locale, size=size).page
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    text = page.inner_text("main")
    if locale == "en":
        assert "What is uncertain" in text
        assert "存疑" not in text
    else:
        assert "存疑之处" in text
        assert "What is uncertain" not in text


def test_without_scripts_both_languages_and_all_ties_can_be_read(visit: Visit) -> None:
    page = visit(drawn(), scripts=False).page
    text = page.inner_text("body")
    assert "联系网络" in text
    assert "The network" in text
    assert "缙云县与莘庄工业区往来。" in text
    assert not page.locator(".switch").is_visible()


def test_it_prints_without_what_only_a_screen_can_use(visit: Visit) -> None:
    page = visit(drawn()).page
    page.emulate_media(media="print")
    for only_screen in (".switch", ".zoom", "#panel"):
        assert not page.locator(only_screen).is_visible()
    assert page.locator("#network canvas").is_visible()
    assert page.locator("#tie-0").is_visible()
