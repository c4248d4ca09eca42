from __future__ import annotations

from shanhai.rdf.terms import XSD, BlankNode, Iri, Literal
from shanhai.store.results import Rows, Triples, Truth
from shanhai.store.table import cut, short_iri, table, width

PREFIXES = {"ex": "urn:ex:", "longer": "urn:ex:a/", "xsd": XSD}


def test_chinese_takes_two_columns_and_marks_none() -> None:
    assert width("缙云(上海)") == 10
    assert width("Jìnyún") == 6
    assert width("e\u0301\u200b") == 1


def test_a_cut_text_keeps_within_its_columns() -> None:
    for columns in range(1, 9):
        assert width(cut("缙云ab县城", columns)) <= columns


def test_the_longest_prefix_that_fits_is_taken() -> None:
    assert short_iri("urn:ex:b", PREFIXES) == "ex:b"
    assert short_iri("urn:ex:a/b", PREFIXES) == "longer:b"
    assert short_iri("urn:ex:", PREFIXES) == "<urn:ex:>"
    assert short_iri("urn:ex:b#c", PREFIXES) == "<urn:ex:b#c>"


def test_columns_stand_below_each_other() -> None:
    rows = Rows(
        ("name", "n"),
        (
            (Literal("缙云县"), Literal("1503", XSD + "integer")),
            (Iri("urn:ex:b"), Literal("8.2", XSD + "decimal")),
            (BlankNode("b"), None),
        ),
    )
    assert table(rows, lang="en", prefixes=PREFIXES) == (
        "name       n\n──────  ────\n缙云县  1503\nex:b     8.2\n_:b\n(3 rows)\n"
    )
    assert table(rows, lang="zh", prefixes=PREFIXES).endswith("(3 行)\n")


def test_a_narrow_terminal_cuts_the_widest_column() -> None:
    rows = Rows(("a", "b"), ((Literal("县" * 60), Literal("short")),))
    lines = table(rows, lang="zh", prefixes={}, columns=40).splitlines()
    assert all(width(line) <= 40 for line in lines)
    assert "short" in lines[2]
    assert "…" in lines[2]


def test_labels_and_headings_replace_iris_and_names() -> None:
    rows = Rows(("a",), ((Iri("urn:ex:b"),), (Iri("urn:ex:c"),)))
    labels = {"urn:ex:b": "乙"}
    text = table(
        rows, lang="zh", prefixes=PREFIXES, headers=["甲"], label=lambda iri: labels.get(iri.value)
    )
    assert text.splitlines()[0] == "甲"
    assert text.splitlines()[2:4] == ["乙", "ex:c"]


def test_truth_and_triples_and_nothing() -> None:
    assert table(Truth(True), lang="zh", prefixes={}) == "是\n"
    assert table(Truth(False), lang="en", prefixes={}) == "no\n"
    triple = (Iri("urn:ex:a"), Iri("urn:ex:p"), Literal("甲"))
    assert table(Triples((triple,)), lang="en", prefixes=PREFIXES) == "ex:a ex:p 甲 .\n"
    assert table(Rows(("a",), ()), lang="en", prefixes={}) == "a\n─\n(0 rows)\n"
    assert table(Rows((), ((),)), lang="en", prefixes={}) == "(1 row)\n"
