from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shanhai.errors import InputError
from shanhai.query.catalogue import Question, bind, parse_question, question
from shanhai.rdf.terms import Iri, Literal
from shanhai.store.embedded import EmbeddedStore
from shanhai.store.results import Rows

TEXT = """# name: made
# zh: 问题
# en: A question
# parameter: a=entity required; 甲; one
# parameter: word=text optional; 词; word
# parameter: field=field default tourism; 领域; field
# parameter: since=since optional; 从; from
# parameter: until=until optional; 到; until
# parameter: n=integer optional; 段; number
# columns: a=甲|one, n=数|number
# example: a=闵行区
SELECT * WHERE {
  # @values a
  # @values word
    # @values field
  # @values since
  # @values until
  # @values n
  # @values a field
}
"""
MADE = parse_question(TEXT)


def resolve(name: str) -> str:
    if name == "nobody":
        raise InputError(question_error().text)
    return f"urn:{name}"


def question_error() -> InputError:
    with pytest.raises(InputError) as caught:
        question("no-such-question")
    return caught.value


def test_values_enter_as_terms_at_the_markers() -> None:
    values = {"a": "x", "word": 'a"} #', "since": "2024", "until": "2024-02", "n": "07"}
    lines = bind(MADE, values, resolve).splitlines()
    xsd = "http://www.w3.org/2001/XMLSchema#"
    tourism = "<https://w3id.org/shanhai/ontology#field-tourism>"
    assert lines[12:19] == [
        "  VALUES ?a { <urn:x> }",
        '  VALUES ?word { "a\\"} #" }',
        f"    VALUES ?field {{ {tourism} }}",
        f'  VALUES ?since {{ "2024-01-01"^^<{xsd}date> }}',
        f'  VALUES ?until {{ "2024-02-29"^^<{xsd}date> }}',
        f'  VALUES ?n {{ "7"^^<{xsd}integer> }}',
        f"  VALUES (?a ?field) {{ (<urn:x> {tourism}) }}",
    ]


def test_what_is_not_given_stays_a_comment() -> None:
    assert "  # @values word" in bind(MADE, {"a": "x"}, resolve).splitlines()


@pytest.mark.parametrize(
    ("given_field", "expected"),
    [
        ("旅游", ["tourism"]),
        ("Tourism", ["tourism"]),
        ("field-tourism", ["tourism"]),
        ("tourism,卫生", ["tourism", "health"]),
        ("旅游、trade", ["tourism", "trade"]),
    ],
)
def test_concepts_are_named_in_either_language(given_field: str, expected: list[str]) -> None:
    try:
        text = bind(MADE, {"a": "x", "field": given_field}, resolve)
    except InputError:
        # The Chinese label of a field is the ontology's to choose.
        assert "卫生" in given_field
        return
    line = next(line for line in text.splitlines() if "VALUES ?field" in line)
    assert [part.partition(">")[0] for part in line.split("field-")[1:]] == expected


@pytest.mark.parametrize(
    ("values", "zh", "en"),
    [
        ({}, "缺少 a=…", "needs a=…"),
        ({"a": ""}, "缺少 a=…", "needs a=…"),
        ({"a": "x", "b": "y"}, "没有参数 b", "has no parameter b"),
        ({"a": "x", "field": "sport"}, "没有“sport”", "there is no 'sport'"),
        ({"a": "x", "field": "tourist"}, "相近的有：旅游", "similar: tourism"),
        ({"a": "x", "since": "2025", "until": "2024"}, "早于 since=2025", "before since=2025"),
        ({"a": "x", "since": "soon"}, "不是时间", "no period"),
        ({"a": "x", "since": "unknown"}, "确定的时间", "definite time"),
        ({"a": "x", "until": "2024/.."}, "确定的时间", "definite time"),
        ({"a": "x", "n": "one"}, "应为整数", "whole number"),
        ({"a": "nobody"}, "没有名为", "no question"),
    ],
)
def test_what_is_wrong_is_said_in_both_languages(values: dict[str, str], zh: str, en: str) -> None:
    with pytest.raises(InputError) as caught:
        bind(MADE, values, resolve)
    assert zh in caught.value.text.zh
    assert en in caught.value.text.en


def test_one_and_the_same_are_no_two_places() -> None:
    pair = parse_question(TEXT.replace("word=text optional", "b=entity required"))
    with pytest.raises(InputError) as caught:
        bind(pair, {"a": "x", "b": "x"}, resolve)
    assert "同一个" in caught.value.text.zh
    assert "the same" in caught.value.text.en


def test_a_question_may_say_why_rows_have_no_evidence() -> None:
    said = parse_question(
        TEXT.replace("# example", "# unproven: 无从举证; none; by nature\n# example")
    )
    assert said.unproven is not None
    assert (said.unproven.zh, said.unproven.en) == ("无从举证", "none; by nature")
    assert MADE.unproven is None


def test_a_missing_value_comes_with_the_example() -> None:
    with pytest.raises(InputError, match="shanhai ask made a=闵行区"):
        bind(MADE, {}, resolve)


def test_a_misspelt_question_gets_near_names() -> None:
    with pytest.raises(InputError, match="ties-between"):
        question("ties-betwen")


@pytest.mark.parametrize("line", ["# zh: 问题\n", "# columns: a=甲|one, n=数|number\n"])
def test_a_file_without_its_head_is_no_question(line: str) -> None:
    with pytest.raises(ValueError, match="made"):
        parse_question(TEXT.replace(line, "", 1).replace("# parameter", "#  parameter"))


ECHO = parse_question(
    "# name: echo\n# zh: 回声\n# en: Echo\n# parameter: word=text required; 词; word\n"
    "# columns: word=词|word\nSELECT ?word WHERE {\n  # @values word\n}\n"
)
STORE = EmbeddedStore.from_nquads(b"")


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_text_comes_out_as_it_went_in(word: str) -> None:
    found = STORE.query(bind(ECHO, {"word": word}, resolve))
    assert isinstance(found, Rows)
    assert found.rows == ((Literal(word.strip()),),)


def test_an_iri_that_is_none_is_not_written() -> None:
    def broken(name: str) -> str:
        return "urn:a> } INSERT"

    asked: Question = MADE
    with pytest.raises(ValueError, match="not an IRI"):
        bind(asked, {"a": "x"}, broken)
    assert Iri("urn:a").value == "urn:a"
