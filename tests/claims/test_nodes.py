import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shanhai.claims.nodes import Mapping, Scalar, read_mapping


def problems(text):
    return [(p.line, p.text.en) for p in read_mapping(text.encode(), "f.yml")[1]]


def test_scalars_stay_as_written():
    top, found = read_mapping(b"a: 12:30\nb: 010203\nc: no\nd: 2024-05-03\ne: ~\n", "f.yml")
    assert not found
    assert [n.value for n in top.items.values()] == ["12:30", "010203", "no", "2024-05-03", "~"]


def test_lines_are_those_of_the_file():
    top, _ = read_mapping("a: x\n\n# 注\nb:\n  c: y\n".encode(), "f.yml")
    inner = top.items["b"]
    assert isinstance(inner, Mapping)
    assert (top.lines["b"], inner.lines["c"]) == (4, 5)
    assert inner.items["c"] == Scalar("y", 5)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: x\na: y\n", 2, "'a' is there twice, first at line 1"),
        ("a:\n\tb: c\n", 2, "a tab in the indentation"),
        ("a: &x 1\nb: *x\n", 1, "anchors"),
        ("- a\n- b\n", 1, "mapping"),
        ("a: [1, 2\n", 2, "YAML syntax error"),
        ("a: b\n---\nc: d\n", 2, "one YAML document"),
        ("{a: b}: c\n", 1, "a key must be a word"),
        ("a: " + "[" * 50 + "]" * 50, 1, "nested too deeply"),
    ],
)
def test_faults_at_their_line(text, line, words):
    found = problems(text)
    assert len(found) == 1
    assert found[0][0] == line
    assert words in found[0][1]


def test_another_encoding_is_said_with_its_line():
    found = read_mapping("a: b\nname: 缙云\n".encode("gb18030"), "f.yml")[1]
    assert [(p.line, "UTF-8" in p.text.en) for p in found] == [(2, True)]


def test_a_bom_is_no_fault():
    assert read_mapping(b"\xef\xbb\xbfa: b\n", "f.yml")[1] == []


@settings(max_examples=300)
@given(
    st.one_of(
        st.binary(max_size=200), st.text("ab:[]{}&*!|>'\"#-,\n\t %@", max_size=80).map(str.encode)
    )
)
def test_any_bytes_are_read_or_refused(data):
    top, found = read_mapping(data, "f.yml")
    assert isinstance(top, Mapping)
    assert all(p.text.zh and p.text.en for p in found)
