"""Names as people type them: short, in pinyin, in English, half remembered."""

from __future__ import annotations

import pytest

from shanhai.errors import InputError, Text
from shanhai.model.entity import Entity
from shanhai.workspace import project
from shanhai.workspace.names import Names, says, short_forms


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(project.read(project.open_project(None)).require())


@pytest.mark.parametrize(
    "text",
    [
        *("闵行区", "闵行", "上海市闵行区", "minhang", "Minhang", "MIN HANG", "min háng qū"),
        *("Minhang District", "cn-310112", "310112", "https://w3id.org/shanhai/id/cn-310112"),
    ],
)
def test_many_names_for_one_region(names, text):
    assert names.resolve(text) == "cn-310112"


@pytest.mark.parametrize("text", ["上海交大", "SJTU", "华师大", "华东师大"])
def test_short_forms_of_universities(names, text):
    assert names.resolve(text) in ("sjtu", "ecnu")


@pytest.mark.parametrize(
    ("type_", "zh", "en", "forms"),
    [
        ("County", "青田县", "Qingtian County", ("青田", "Qingtian")),
        ("Township", "大洋镇", "Dayang Town", ("大洋", "Dayang")),
        ("County", "环县", "Huan County", ("Huan",)),
        ("County", "浦东新区", "Pudong New Area", ("浦东", "Pudong")),
        (
            "County",
            "景宁畲族自治县",
            "Jingning She Autonomous County",
            ("景宁畲族", "Jingning She"),
        ),
        ("Company", "某市", "Some City", ()),
    ],
)
def test_regions_have_short_forms(type_, zh, en, forms):
    assert short_forms(Entity("x", type_, Text(zh, en))) == forms


def test_a_short_form_of_two_regions_is_asked_back():
    two = [
        Entity("a", "County", Text("河口县", "Hekou County")),
        Entity("b", "County", Text("河口区", "Hekou District")),
    ]
    names = Names.__new__(Names)
    names.entities, names.bases, names.claims = {e.id: e for e in two}, [], {}
    with pytest.raises(InputError, match="may be any of"):
        names.resolve("河口")
    assert names.resolve("河口县") == "a"


def test_a_former_id_leads_to_the_thing():
    its = Entity("clinic", "Hospital", Text("卫生院", "Clinic"), formerly=("old-clinic",))
    names = Names.__new__(Names)
    names.entities, names.bases, names.claims = {"clinic": its}, [], {}
    assert names.resolve("old-clinic") == "clinic"


@pytest.mark.parametrize(
    ("text", "key", "found"),
    [
        ("promotion of culture and tourism in Hangzhou", "minhang", False),
        ("the Minhang–Jinyun channel", "minhang", True),
        ("缙云与闵行之间", "闵行", True),
        ("Science-Innovation Enclave", "innovation", True),
        ("jin yun xian", "jinyun", True),
        ("jin yun xian", "yunxian", True),
        ("Innovation", "ovation", False),
    ],
)
def test_words_are_found_from_their_start(text, key, found):
    assert says(text, key) == found


def test_the_claims_found_do_not_depend_on_the_script(names):
    by_zh, by_en = names.find("闵行"), names.find("minhang")
    assert {hit.id for hit in by_zh.claims} >= {
        claim.id for claim in names.claims.values() if "闵行" in claim.ground.say.zh
    }
    assert "tourism-promotion-hangzhou" not in {hit.id for hit in by_en.claims}
    both = {"cn-310112", "jinyun-minhang-promotion-centre", "minhang-culture-tourism-bureau"}
    assert both <= {hit.id for hit in by_zh.entities} & {hit.id for hit in by_en.entities}


def test_a_miss_gives_near_names(names):
    found = names.find("闵航区")
    assert not found.entities and "cn-310112" in {hit.id for hit in found.near}
