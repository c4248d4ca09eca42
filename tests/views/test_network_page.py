import json
import re

import toy_network as toy
from toy_pages import HOSTILE, drawn, hostile

from shanhai.network.projection import Row, fold


def test_the_page_depends_on_nothing_but_its_input() -> None:
    shuffled = tuple(reversed(fold(toy.rows())))
    nodes = dict(reversed(toy.nodes().items()))
    assert drawn() == drawn(shuffled, nodes)


def test_nothing_of_it_loads_anything() -> None:
    page = drawn()
    tags = re.findall(r"<(?:script|link|img|iframe|source|object|embed)\b[^>]*>", page)
    assert [tag for tag in tags if "src" in tag or "href" in tag] == [
        '<link rel="icon" href="data:,">'
    ]
    assert "default-src &#39;none&#39;" in page
    assert "bootstrap" not in page.lower()
    assert "tom-select" not in page.lower()
    assert "sourceMappingURL" not in page
    assert "@import" not in page


def test_the_licence_of_vis_network_is_kept() -> None:
    assert "@copyright (c) 2011-2017 Almende B.V" in drawn()
    assert "vis.js is dual licensed under both" in drawn()


def test_every_tie_and_claim_stands_in_the_table_in_both_languages() -> None:
    page = drawn()
    ties = fold(toy.rows())
    assert len(re.findall(r'<tr id="tie-\d+" ', page)) == len(ties)
    for claim in toy.claims().values():
        assert claim.zh in page
        assert claim.en.replace("&", "&amp;").replace("'", "&#39;") in page
        assert claim.where_zh in page


def test_positions_are_whole_numbers_and_physics_is_off() -> None:
    data = _data(drawn())
    assert data["options"]["physics"] == {"enabled": False}
    assert all(isinstance(node[axis], int) for node in data["nodes"] for axis in "xy")


def test_only_ties_without_a_certain_claim_are_dashed() -> None:
    data = _data(drawn())
    names = {node["id"]: node["label"] for node in data["nodes"]}
    dashed = {names[edge["to"]] for edge in data["edges"] if edge["dashes"]}
    assert dashed == {"杭商旅集团", "长峰集团", "吉利科技集团", "携程集团"}


def test_width_grows_with_claims() -> None:
    edges = _data(drawn())["edges"]
    assert edges[0]["width"] > edges[-1]["width"]


def test_hostile_names_stay_text() -> None:
    page = hostile()
    assert "<img" not in page
    assert "<script>window.hacked" not in page
    assert "\u2028" not in _script(page)
    assert len(_data(page)["nodes"]) == len(HOSTILE)


def test_without_ties_the_page_says_so() -> None:
    page = drawn(())
    assert "没有可画的联系" in page
    assert "vis-network</" not in page
    assert "network-data" not in page


def test_what_is_not_known_goes_by_the_end_of_its_iri() -> None:
    page = drawn(fold([Row("https://x/id/one", "https://x/id/two", "https://x/id/claim")]), {}, {})
    data = _data(page)
    assert [node["label"] for node in data["nodes"]] == ["one", "two"]
    assert ">claim</span>" in page


def _script(page: str) -> str:
    found = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert found
    return found[1]


def _data(page: str) -> dict:  # type: ignore[type-arg]
    return json.loads(_script(page))
