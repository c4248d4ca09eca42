from datetime import date
from itertools import pairwise

import pytest

from shanhai.errors import InputError
from shanhai.network.arrays import as_npz, from_npz
from shanhai.network.projection import (
    COLUMNS,
    NAMES,
    NodeInfo,
    Row,
    fold,
    graph_of,
    in_field,
    projection,
    rows_from,
)
from shanhai.rdf.terms import BlankNode, Iri, Literal
from shanhai.store.results import Rows
from shanhai.vocabulary.terms import CONCEPTS

FORM = "https://w3id.org/shanhai/ontology#formality-"


def test_every_shipped_projection_has_a_full_head() -> None:
    for name in NAMES:
        its = projection(name)
        assert its.name == name
        assert its.version >= 2
        assert "不计" in its.meaning.zh
        assert "Left out" in its.meaning.en
        select = its.sparql.split("SELECT DISTINCT")[1].split("WHERE")[0]
        assert select.split() == [f"?{column}" for column in COLUMNS]


def test_an_unknown_projection_names_the_known_ones() -> None:
    with pytest.raises(InputError, match="region-region"):
        projection("moon")


def test_rows_come_sorted_once_whatever_the_order_of_columns() -> None:
    names = tuple(reversed(COLUMNS))
    line = dict.fromkeys(COLUMNS) | {
        "a": Iri("urn:a"),
        "b": Iri("urn:b"),
        "claim": Iri("urn:c"),
        "earliest": Literal("2024-01-01"),
        "source": BlankNode("x"),
    }
    values = tuple(line[name] for name in names)
    assert rows_from(Rows(names, (values, values))) == (
        Row("urn:a", "urn:b", "urn:c", earliest="2024-01-01", source="_:x"),
    )


def test_an_answer_without_a_column_is_refused() -> None:
    with pytest.raises(InputError, match="reading"):
        rows_from(Rows(COLUMNS[:-1], ()))


def test_folding_unites_claims_fields_sources_and_times() -> None:
    (tie,) = fold(
        [
            Row("x", "y", "c2", "f1", "2024-01-01", "2024-03-31", "", FORM + "visit", "s1"),
            Row("x", "y", "c1", "f2", "2022-08-01", "", "", FORM + "signedAgreement", "s2"),
            Row("x", "y", "c1", "f1", "2022-08-01", "", "", FORM + "signedAgreement", "s1"),
        ]
    )
    assert tie.claims == ("c1", "c2")
    assert tie.fields == ("f1", "f2")
    assert tie.sources == ("s1", "s2")
    assert (tie.earliest, tie.latest) == (date(2022, 8, 1), date(2024, 3, 31))
    assert tie.formality == FORM + "signedAgreement"


@pytest.mark.parametrize(
    ("forms", "strongest"),
    [
        (("marketTie", "intent"), "intent"),
        (("visit", "exchange"), "exchange"),
        (("project", "support"), "project"),
        (("jointPlatform", "signedAgreement"), "signedAgreement"),
    ],
)
def test_formality_is_ordered_as_the_scheme_says(forms: tuple[str, ...], strongest: str) -> None:
    (tie,) = fold(Row("x", "y", form, formality=FORM + form) for form in forms)
    assert tie.formality == FORM + strongest


def test_formality_ranks_are_those_of_the_ontology() -> None:
    ladder = [
        "intent",
        "visit",
        "exchange",
        "support",
        "project",
        "jointPlatform",
        "signedAgreement",
    ]
    assert CONCEPTS["formality"] == (*ladder, "marketTie")
    ranked = ["marketTie", *ladder]
    for weaker, stronger in pairwise(ranked):
        (tie,) = fold(Row("x", "y", form, formality=FORM + form) for form in (stronger, weaker))
        assert tie.formality == FORM + stronger


@pytest.mark.parametrize(
    ("readings", "certain"),
    [
        (("uncertain",), False),
        (("uncertain", "uncertain"), False),
        (("uncertain", "certain"), True),
        (("certain",), True),
        (("",), True),
    ],
)
def test_one_certain_claim_makes_a_tie_certain(readings: tuple[str, ...], certain: bool) -> None:
    ties = fold(Row("x", "y", f"c{i}", reading=its) for i, its in enumerate(readings))
    assert [tie.certain for tie in ties] == [certain]
    assert graph_of(ties, {}).edges["x", "y"]["certain"] is certain


def test_a_pair_in_both_orders_is_one_tie_and_a_node_has_none_with_itself() -> None:
    ties = fold([Row("y", "x", "c1"), Row("x", "y", "c2"), Row("x", "x", "c3")])
    assert [(tie.a, tie.b, tie.claims) for tie in ties] == [("x", "y", ("c1", "c2"))]


def test_the_graph_carries_names_kinds_and_claims() -> None:
    graph = graph_of(
        fold([Row("urn:x/a", "urn:x/b", "c1", "f"), Row("urn:x/a", "urn:x/b", "c2")]),
        {"urn:x/a": NodeInfo("甲", "A", "region"), "urn:x/lonely": NodeInfo("丙", "C", "body")},
    )
    assert list(graph) == ["urn:x/a", "urn:x/b"]
    assert graph.nodes["urn:x/a"] == {"zh": "甲", "en": "A", "kind": "region"}
    assert graph.nodes["urn:x/b"] == {"zh": "b", "en": "b", "kind": "other"}
    assert graph.edges["urn:x/a", "urn:x/b"]["claims"] == ("c1", "c2")
    assert graph.edges["urn:x/a", "urn:x/b"]["weight"] == 2


def test_rows_of_one_field() -> None:
    rows = [Row("x", "y", "c1", "f1"), Row("x", "y", "c2", "f2")]
    assert in_field(rows, "f2") == (rows[1],)


def test_the_array_file_holds_the_rows_and_depends_on_nothing_else() -> None:
    rows = (
        Row("urn:a", "urn:b", "urn:c", "urn:f", "2024-01-01", "", "", "", "urn:s", "r", "缙云"),
        Row("urn:a", "urn:c", "urn:d", reading="uncertain"),
    )
    data = as_npz(rows)
    assert from_npz(data) == rows
    assert as_npz(reversed(rows)) == data
    assert from_npz(as_npz(())) == ()


def test_the_array_file_can_be_read_without_us(tmp_path) -> None:  # type: ignore[no-untyped-def]
    import numpy as np

    file = tmp_path / "rows.npz"
    file.write_bytes(as_npz([Row("urn:a", "urn:b", "urn:c", reading="uncertain")]))
    with np.load(file) as archive:
        assert archive["terms"][archive["claim"][0]] == "urn:c"
        assert archive["terms"][archive["reading"][0]] == "uncertain"
        assert archive["field"][0] == -1
