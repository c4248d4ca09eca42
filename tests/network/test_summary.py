import csv
import io
import json

import pytest

from shanhai.errors import Text
from shanhai.network.findings import findings
from shanhai.network.projection import NodeInfo, Row, projection
from shanhai.network.reports import CSV_COLUMNS, as_csv, as_json, as_text
from shanhai.network.summary import Summary, summarise

ID = "https://w3id.org/shanhai/id/"
FIELD = "https://w3id.org/shanhai/ontology#field-"
NODES = {
    ID + slug: NodeInfo(zh, en, "region")
    for slug, zh, en in (
        ("a", "缙云县", "Jinyun County"),
        ("b", "闵行区", "Minhang District"),
        ("c", "杭州市", "Hangzhou"),
        ("d", "宁波市", "Ningbo"),
    )
}


def row(a: str, b: str, claim: str, field: str, reading: str = "certain") -> Row:
    return Row(ID + a, ID + b, ID + claim, FIELD + field, reading=reading)


# A triangle a-b-c with a tail a-d; a stands in the middle.
ROWS = (
    row("a", "b", "c1", "tourism"),
    row("a", "b", "c2", "health", "uncertain"),
    row("a", "c", "c3", "tourism"),
    row("b", "c", "c3", "tourism"),
    row("a", "d", "c4", "tourism", "uncertain"),
)


@pytest.fixture
def summary() -> Summary:
    return summarise(projection("region-region"), ROWS, NODES)


def test_the_numbers(summary: Summary) -> None:
    whole = summary.whole
    assert (whole.nodes, whole.ties, whole.claims) == (4, 4, 4)
    assert whole.uncertain_ties == 1
    assert [each.uncertain_ties for each in summary.fields] == [1, 1]
    assert whole.density == 0.6667
    assert whole.bridges == ((ID + "a", ID + "d"),)
    assert len(whole.components) == 1


def test_the_rankings(summary: Summary) -> None:
    whole = summary.whole
    assert [node.removeprefix(ID) for node, _ in whole.degree] == ["a", "b", "c", "d"]
    # a lies on the paths b-d and c-d of the three pairs of others.
    assert whole.betweenness[0] == (ID + "a", 0.6667)
    # 1/4 + 1/4 + 1/9 for a, as worked out in test_measures.
    assert whole.constraint[0] == (ID + "a", 0.6111)


def test_fields_with_most_ties_come_first(summary: Summary) -> None:
    assert [(each.field.removeprefix(FIELD), each.ties) for each in summary.fields] == [
        ("tourism", 4),
        ("health", 1),
    ]
    assert summary.names[FIELD + "tourism"] == Text("旅游", "tourism")


def test_the_order_of_rows_does_not_matter(summary: Summary) -> None:
    other = summarise(projection("region-region"), tuple(reversed(ROWS)), NODES)
    assert as_json([other]) == as_json([summary])


def test_each_measure_is_said_in_words_with_its_value(summary: Summary) -> None:
    said = {each.measure: each for each in findings(summary)}
    assert list(said) == [
        "nodes",
        "ties",
        "density",
        "components",
        "degree",
        "betweenness",
        "constraint",
        "bridges",
    ]
    assert said["degree"].sentence == Text(
        "缙云县的伙伴最多：3 个。", "Jinyun County: the most partners, 3."
    )
    assert "66.7%" in said["betweenness"].sentence.en
    assert "不宜推论" in said["nodes"].sentence.zh


@pytest.mark.parametrize(
    ("rows", "zh", "en"),
    [
        (
            ROWS,
            "4 对节点之间有联系，依据 4 条论断；其中 1 对只依据读法存疑的论断。",
            "4 pairs are tied, resting on 4 claims; 1 of them rests only on claims whose reading "
            "is uncertain.",
        ),
        (
            ROWS[:1],
            "1 对节点之间有联系，依据 1 条论断；没有一对只依据读法存疑的论断。",
            "1 pair is tied, resting on 1 claim; none rests only on claims whose reading is "
            "uncertain.",
        ),
        (
            ROWS[1:2],
            "1 对节点之间有联系，依据 1 条论断；这条论断读法存疑。",
            "1 pair is tied, resting on 1 claim; the reading of that claim is uncertain.",
        ),
        (
            (ROWS[1], ROWS[4]),
            "2 对节点之间有联系，依据 2 条论断；所依据的论断读法都存疑。",
            "2 pairs are tied, resting on 2 claims; the reading of all these claims is uncertain.",
        ),
        (
            (*ROWS[1:3], ROWS[4]),
            "3 对节点之间有联系，依据 3 条论断；其中 2 对只依据读法存疑的论断。",
            "3 pairs are tied, resting on 3 claims; 2 of them rest only on claims whose reading "
            "is uncertain.",
        ),
    ],
)
def test_ties_tell_how_many_are_uncertain(rows: tuple[Row, ...], zh: str, en: str) -> None:
    said = findings(summarise(projection("region-region"), rows, NODES))
    assert next(each.sentence for each in said if each.measure == "ties") == Text(zh, en)


def test_one_bridge_is_said_in_the_singular(summary: Summary) -> None:
    said = findings(summary)[-1].sentence.en
    assert said.startswith("1 of the ties is the only way: if it ends, someone is cut off")


def test_text_in_both_languages(summary: Summary) -> None:
    chinese, english = as_text([summary], "zh"), as_text([summary], "en")
    assert "区域—区域网络（region-region，第 2 版）" in chinese
    assert "    3  缙云县" in chinese
    assert (
        "tourism: nodes 4, ties 4 (1 uncertain), density 0.6667, components 1, bridges 1" in english
    )
    assert "and 2 more" in as_text([summary], "en", top=2)


def test_the_table_has_a_line_for_each_value(summary: Summary) -> None:
    lines = list(csv.DictReader(io.StringIO(as_csv([summary]))))
    assert tuple(lines[0]) == CSV_COLUMNS
    found = {(line["field"], line["measure"], line["node_en"]): line["value"] for line in lines}
    assert found["", "density", ""] == "0.6667"
    assert found["", "degree", "Jinyun County"] == "3"
    assert found[FIELD + "health", "ties", ""] == "1"
    assert found["", "uncertain_ties", ""] == "1"
    bridge = next(line for line in lines if line["measure"] == "bridge")
    assert (bridge["node_zh"], bridge["other_zh"]) == ("缙云县", "宁波市")


def test_json_holds_everything(summary: Summary) -> None:
    data = json.loads(as_json([summary]))
    (its,) = data["projections"]
    assert its["whole"]["uncertain_ties"] == 1
    assert its["whole"]["constraint"][0]["value"] == 0.6111
    assert its["fields"][0]["field_name"] == {"zh": "旅游", "en": "tourism"}
    assert its["meaning"]["en"].startswith("Region-region network")


def test_a_two_mode_network_has_its_own_density_and_no_constraint() -> None:
    nodes = {**NODES, ID + "x": NodeInfo("甲", "X", "body"), ID + "y": NodeInfo("乙", "Y", "body")}
    rows = [row("a", "x", "c1", "health"), row("a", "y", "c2", "health"), row("b", "x", "c3", "")]
    summary = summarise(projection("region-body"), rows, nodes)
    assert summary.whole.density == 0.75
    assert summary.whole.constraint == ()
    # y - a - x - b: a and x each have two of the two pairs that sets of two allow, where one
    # mode would allow three.
    assert dict(summary.whole.betweenness)[ID + "a"] == 1.0
    said = {each.measure: each for each in findings(summary)}
    assert said["constraint"].value == "–"
    assert "Not computed" in said["constraint"].sentence.en
    assert "100.0%" in said["betweenness"].sentence.zh
    assert "Borgatti & Everett 1997" in said["betweenness"].sentence.en


def test_without_ties_it_says_so_in_all_forms() -> None:
    summary = summarise(projection("body-body"), (), {})
    assert "没有报道不等于没有合作" in as_text([summary], "zh")
    assert json.loads(as_json([summary]))["projections"][0]["whole"]["density"] is None
    assert "density,,,,,,,\n" in as_csv([summary])


def test_hostile_and_endless_names_keep_to_their_line() -> None:
    nodes = {ID + "a": NodeInfo("缙\n\u202e" * 5_000, "x" * 10_000, "body")}
    summary = summarise(projection("body-body"), [row("a", "b", "c", "health")], nodes)
    text = as_text([summary], "zh")
    assert "\u202e" not in text
    assert max(len(line) for line in text.splitlines()) < 600
