"""How files go wrong: one seed file in, a broken one out, every step drawn by hypothesis."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from hypothesis import strategies as st

# What people, spreadsheets and editors put where something else belongs.
VALUES = (
    b"", b"~", b"null", b"no", b"12:30", b"010203", "77.55亿".encode(), "３".encode(), b"-0",
    b"1e999", b"9" * 400, b"0." + b"1" * 40, b"NaN", b"Infinity", b"-1", b"1,200", b"2024-13-45",
    b"2024-02-30", b"0000", b"0000-00-00", b"9999-12-31/..", b"../..", b"/", b"2024/2023",
    b"~2024", b"2024~/2025~", b"2024-Q5", b"99999999999999999999-01", b"[]", b"{}", b"[[[[]]]]",
    b"{a: {b: {c: d}}}", b"- a", b"&a b", b"*a", b"<<: *a", b"!!python/object:os.system x",
    b"!!binary aGk=", b"? a", b"| \n  a", b"> a", b"'", b'"', b'"\\u0000"', b'"\\ud800"', b"\x00",
    b"\x07", b"\x85", b"\xff\xfe", b"\xed\xa0\x80", "\u202e\u200b\ufeff".encode(),
    "\U0001f98a".encode(), "\u2028".encode(), b"<script>alert(1)</script>", b"]]>", b"{{ 7*7 }}",
    b"{% raw %}", b"http://[", b"http://a b", b"urn:x", b"file:///etc/passwd",
    b"javascript:alert(1)", b"../../x", b"x" * 5000, "缙云".encode() * 3000, b"a/b", b"a#b", b"a b",
    b"cn-331122", b"example-school", b"example-report", b"example-exchange", b"jinyun-2024",
    b"total", b"{kind: origin, entity: cn-31}", b"{zh: a, en: b}", b"{zh: a}", b"Entity",
    b"Cooperation", b"source", b"1..0", b"..", b"5..", b"-3..2", b"99999999999999999..",
    b"claims", b"reference", b"\t", b"#", b"# x", b": x", b"x: y: z", b"%YAML 9.9", b"---",
    b"...", b"<< << << <x> >> >> >>", b"_:b", b"<>", b"<x>", b'"a"@zh-', b'"a"^^<x>', b'"\\x"',
    b"@prefix", b"( ( (", b"[ [ [", b".", b";",
)  # fmt: skip
_YAML_VALUE = re.compile(rb"(?<=[:\-\[{,] )[^\n,}\]]+")
_RDF_VALUE = re.compile(rb'<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"(?:@[\w-]+|\^\^\S+)?|[\w-]*:[\w./-]+')

Edit = Callable[[bytes], bytes]


def _at(place: float, length: int) -> int:
    return min(int(place * length), length - 1)


def _flip(place: float, bit: int) -> Edit:
    def edit(data: bytes) -> bytes:
        if not data:
            return data
        at = _at(place, len(data))
        return data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]

    return edit


def _cut(place: float) -> Edit:
    return lambda data: data[: int(place * len(data))]


def _insert(place: float, piece: bytes) -> Edit:
    def edit(data: bytes) -> bytes:
        at = int(place * len(data))
        return data[:at] + piece + data[at:]

    return edit


def _lines(change: Callable[[list[bytes], float, float], None], a: float, b: float) -> Edit:
    def edit(data: bytes) -> bytes:
        lines = data.splitlines(keepends=True)
        if lines:
            change(lines, a, b)
        return b"".join(lines)

    return edit


def _drop(lines: list[bytes], a: float, b: float) -> None:
    at = _at(a, len(lines))
    del lines[at : at + 1 + int(b * 4)]


def _double(lines: list[bytes], a: float, b: float) -> None:
    lines.insert(_at(b, len(lines)), lines[_at(a, len(lines))])


def _swap(lines: list[bytes], a: float, b: float) -> None:
    i, j = _at(a, len(lines)), _at(b, len(lines))
    lines[i], lines[j] = lines[j], lines[i]


def _indent(lines: list[bytes], a: float, b: float) -> None:
    at = _at(a, len(lines))
    lines[at] = b" " * int(b * 6) + lines[at].lstrip(b" ")


def _replace(pattern: re.Pattern[bytes], place: float, value: bytes | float) -> Edit:
    """Put a value, or another value of the same file, in the place of one."""

    def edit(data: bytes) -> bytes:
        found = list(pattern.finditer(data))
        if not found:
            return data
        old = found[_at(place, len(found))]
        new = value if isinstance(value, bytes) else found[_at(value, len(found))].group()
        return data[: old.start()] + new + data[old.end() :]

    return edit


def _edits(pattern: re.Pattern[bytes]) -> st.SearchStrategy[Edit]:
    somewhere = st.floats(0, 1, exclude_max=True)
    changes = st.sampled_from((_drop, _double, _swap, _indent))
    values = st.one_of(st.sampled_from(VALUES), somewhere, st.binary(max_size=6))
    return st.one_of(
        st.builds(_replace, st.just(pattern), somewhere, values),
        st.builds(_flip, somewhere, st.integers(0, 7)),
        st.builds(_lines, changes, somewhere, somewhere),
        st.builds(_insert, somewhere, st.sampled_from(VALUES)),
        st.builds(_cut, somewhere),
    )


def mutated(
    seeds: Sequence[tuple[str, bytes]], *, rdf: bool = False
) -> st.SearchStrategy[tuple[str, bytes]]:
    """Draw one of the files and break it in one to four places."""
    edits = st.lists(_edits(_RDF_VALUE if rdf else _YAML_VALUE), min_size=1, max_size=4)

    def apply(seed: tuple[str, bytes], steps: list[Edit]) -> tuple[str, bytes]:
        name, data = seed
        for step in steps:
            data = step(data)
        return name, data

    return st.builds(apply, st.sampled_from(list(seeds)), edits)
