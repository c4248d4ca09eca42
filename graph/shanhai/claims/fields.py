"""Typed decoding of single fields, collecting every problem instead of stopping at one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from shanhai.claims.nodes import Mapping, Node, Scalar, Sequence
from shanhai.errors import Problem, Text
from shanhai.model.entity import Position
from shanhai.model.period import UNKNOWN, Period, PeriodError, parse_period
from shanhai.model.records import SCHEMA

T = TypeVar("T")
SLUG = re.compile(r"[a-z0-9-]{1,80}")
_DECIMAL = re.compile(r"-?\d{1,30}(\.\d{1,15})?")
_SCALED = re.compile(r"(-?\d+(?:\.\d+)?)([千万亿]+)\D*")
_SCALES = {"千": 3, "万": 4, "亿": 8}
_HEX = re.compile(r"[0-9a-f]{64}")
_FOLD = re.compile(r"\d{1,6}:[0-9a-f]{64}")
# Control characters (but tab and line ends) and lone surrogates cannot be published as RDF/XML,
# CSV or UTF-8 at all.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# What RFC 3987 lets stand in an IRI, without users and passwords: those are not published.
_LETTERS = (
    "A-Za-z0-9._~\\-\u00a1-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2060-\u2fff\u3001-\ud7ff"
    "\uf900-\ufdcf\ufdf0-\uffef\U00020000-\U0002fffd\U00030000-\U0003fffd"
)
_PART = f"{_LETTERS}!$&'()*+,;=:@%/"
_ADDRESS = re.compile(
    rf"https?://[{_LETTERS}]+(?::\d{{1,5}})?(?:/[{_PART}]*)?(?:\?[{_PART}?]*)?(?:#[{_PART}?]*)?"
)
_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CREATIVE_COMMONS = "https://creativecommons.org/"
LICENCES = {
    "CC-BY-4.0": _CREATIVE_COMMONS + "licenses/by/4.0/",
    "CC-BY-SA-4.0": _CREATIVE_COMMONS + "licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": _CREATIVE_COMMONS + "licenses/by-nc/4.0/",
    "CC0-1.0": _CREATIVE_COMMONS + "publicdomain/zero/1.0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
}
"""Licences that may be written by their short names (SPDX), with their addresses."""
# A number shown in a message: enough to recognise it by, not the whole of a broken file.
_SHOWN = 60


def shown(value: str) -> str:
    """Return a value short enough for a message."""
    return value if len(value) <= _SHOWN else value[:_SHOWN] + "…"


def is_address(text: str) -> bool:
    """Return whether a text is an http(s) address that can be published as an IRI.

    >>> is_address("https://example.org/kg#"), is_address("http://[x/"), is_address("example.org")
    (True, False, False)
    """
    return bool(_ADDRESS.fullmatch(text)) and not _ESCAPE.search(text)


@dataclass(frozen=True, slots=True)
class Reference:
    """A slug that a record refers to, with the key and line where it stands."""

    slug: str
    key: str
    position: Position


@dataclass(slots=True)
class Decoder:
    """Decodes the fields of one file and keeps the problems and the references."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    def fault(self, line: int, zh: str, en: str, *, warning: bool = False) -> None:
        """Record a problem at a line of the file."""
        self.problems.append(Problem(Text(zh, en), self.file, line, warning))

    def record(self, node: Node, required: Collection[str], optional: Collection[str]) -> Record:
        """Open a mapping with known keys; unknown and missing ones are problems."""
        if not isinstance(node, Mapping):
            self.fault(node.line, "这里应是“键: 值”的映射", "a mapping of key: value belongs here")
            return Record(self, Mapping(node.line), broken=True)
        allowed = sorted({*required, *optional})
        for key, line in node.lines.items():
            if key not in allowed:
                # {en: one, two} is read as en: one and an empty key "two".
                cut = isinstance(value := node.items[key], Scalar) and not value.value
                self.fault(
                    line,
                    f"没有“{shown(key)}”这个键；可用：{'、'.join(allowed)}"
                    + ("；{…} 里的文字若含逗号，请加引号" if cut else ""),
                    f"unknown key '{shown(key)}'; allowed: {', '.join(allowed)}"
                    + ("; a text with a comma in {...} needs quotes" if cut else ""),
                )
        missing = [key for key in required if key not in node.items]
        for key in missing:
            self.fault(node.line, f"缺少“{key}”", f"'{key}' is missing")
        return Record(self, node, broken=bool(missing))


@dataclass(slots=True)
class Record:
    """One mapping being decoded.

    Every getter returns a harmless value when the field is absent or wrong; ``broken`` and
    the decoder's problems say so, and nothing is built from a file with problems.
    """

    decoder: Decoder
    node: Mapping
    broken: bool = False

    @property
    def position(self) -> Position:
        """Where the record starts."""
        return Position(self.decoder.file, self.node.line)

    def line(self, key: str) -> int:
        """Return the line of a key, or of the record."""
        return self.node.lines.get(key, self.node.line)

    def has(self, key: str) -> bool:
        """Return whether the key is there."""
        return key in self.node.items

    def child(self, key: str) -> Node | None:
        """Return the node of a key."""
        return self.node.items.get(key)

    def string(self, key: str) -> str:
        """Return a non-empty string."""
        node = self.node.items.get(key)
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self.decoder.fault(node.line, f"“{key}”应是一段文字", f"'{key}' must be a text")
            return ""
        if not node.value.strip():
            self.decoder.fault(node.line, f"“{key}”是空的", f"'{key}' is empty")
        if _UNWRITABLE.search(node.value):
            self.decoder.fault(
                node.line,
                f"“{key}”含有控制字符或残缺字符",
                f"'{key}' holds control characters or broken ones",
            )
            return ""
        return node.value.strip()

    def choice(self, key: str, allowed: Collection[str], default: str = "") -> str:
        """Return one of the allowed words."""
        if not self.has(key):
            return default
        value = self.string(key)
        if value and value not in allowed:
            words = sorted(allowed) if not isinstance(allowed, tuple) else list(allowed)
            self.decoder.fault(
                self.line(key),
                f"“{key}”不能是“{shown(value)}”；可用：{'、'.join(words)}",
                f"'{key}' cannot be '{shown(value)}'; allowed: {', '.join(words)}",
            )
            return default
        return value

    def flag(self, key: str, default: bool) -> bool:
        """Return ``yes`` or ``no`` as a truth value."""
        if not self.has(key):
            return default
        return self.choice(key, ("yes", "no", "true", "false")) in ("yes", "true")

    def text(self, key: str) -> Text | None:
        """Return a text in zh and en."""
        node = self.node.items.get(key)
        if node is None:
            return None
        pair = self.decoder.record(node, ("zh", "en"), ())
        if pair.broken:
            return Text("", "")
        return Text(pair.string("zh"), pair.string("en"))

    def slug(self, key: str) -> str:
        """Return a slug that this record gives itself."""
        if not self.has(key):
            return ""
        return self._slug(self.string(key), self.line(key), key)

    def slugs(self, key: str) -> tuple[str, ...]:
        """Return a list of slugs of this record's own (one may stand alone)."""
        return tuple(self._slug(word, line, key) for word, line in self._words(key))

    def reference(self, key: str) -> str:
        """Return the slug of another record."""
        if slug := self.slug(key):
            self._refer(slug, key, self.line(key))
        return slug

    def references(self, key: str) -> tuple[str, ...]:
        """Return slugs of other records (one may stand alone)."""
        found = [(self._slug(word, line, key), line) for word, line in self._words(key)]
        for slug, line in found:
            if slug:
                self._refer(slug, key, line)
        return tuple(slug for slug, _ in found)

    def _refer(self, slug: str, key: str, line: int) -> None:
        place = Position(self.decoder.file, line)
        self.decoder.references.append(Reference(slug, key, place))

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of strings (one may stand alone)."""
        return tuple(word for word, _ in self._words(key))

    def choices(self, key: str, allowed: Collection[str]) -> tuple[str, ...]:
        """Return a list of allowed words (one may stand alone)."""
        found = self._words(key)
        for word, line in found:
            if word not in allowed:
                self.decoder.fault(
                    line,
                    f"“{key}”不能是“{shown(word)}”；可用：{'、'.join(allowed)}",
                    f"'{key}' cannot be '{shown(word)}'; allowed: {', '.join(allowed)}",
                )
        return tuple(word for word, _ in found)

    def period(self, key: str) -> Period:
        """Return a period; unknown if the key is absent."""
        if not self.has(key):
            return UNKNOWN
        try:
            return parse_period(self.string(key))
        except PeriodError as error:
            self.decoder.fault(self.line(key), error.text.zh, error.text.en)
            return UNKNOWN

    def decimal(self, key: str) -> Decimal:
        """Return a plain decimal number."""
        value = self.string(key)
        if _DECIMAL.fullmatch(value):
            return Decimal(value)
        if value:
            scaled = _SCALED.fullmatch(value)
            hint = ""
            if scaled:
                power = sum(_SCALES[c] for c in scaled[2])
                hint = f"{Decimal(scaled[1]).scaleb(power):f}"
                hint = hint.rstrip("0").rstrip(".") if "." in hint else hint
            self.decoder.fault(
                self.line(key),
                f"“{key}”应是数字，不能是“{shown(value)}”" + (f"；请写 {hint}" if hint else ""),
                f"'{key}' must be a number, not '{shown(value)}'"
                + (f"; write {hint}" if hint else "; digits and a decimal point only"),
            )
        return Decimal(0)

    def integer(self, key: str, default: int = 0) -> int:
        """Return a whole number from 0."""
        if not self.has(key):
            return default
        value = self.string(key)
        if value.isascii() and value.isdigit() and len(value) <= 12:
            return int(value)
        self.decoder.fault(
            self.line(key),
            f"“{key}”应是不小于 0 的整数，不能是“{shown(value)}”",
            f"'{key}' must be a whole number from 0, not '{shown(value)}'",
        )
        return default

    def schema(self) -> None:
        """Check ``schema``: one of a later version is refused, with what to do."""
        if not self.has("schema"):
            return
        found = self.integer("schema")
        if found > SCHEMA:
            self.decoder.fault(
                self.line("schema"),
                f"schema {found} 出自更新的版本，本版本只读到 {SCHEMA}；请升级 shanhai-graph",
                f"schema {found} comes from a later version, this one reads up to {SCHEMA}; "
                "upgrade shanhai-graph",
            )
        elif found < SCHEMA:
            self.decoder.fault(
                self.line("schema"),
                f"没有早于 {SCHEMA} 的 schema；请写 schema: {SCHEMA}",
                f"there is no schema before {SCHEMA}; write schema: {SCHEMA}",
            )

    def licence(self, key: str) -> str:
        """Return a licence as an address; one of :data:`LICENCES` may go by its short name."""
        value = self.string(key)
        value = LICENCES.get(value, value)
        if value and not is_address(value):
            self.decoder.fault(
                self.line(key),
                f"“{key}”应是网址，或 {'、'.join(LICENCES)} 之一，不能是“{shown(value)}”",
                f"'{key}' must be an address or one of {', '.join(LICENCES)}, not '{shown(value)}'",
            )
            return ""
        return value

    def matching(self, key: str, pattern: re.Pattern[str], zh: str, en: str) -> str:
        """Return a string of a certain form, which ``zh`` and ``en`` say in words."""
        if not self.has(key):
            return ""
        value = self.string(key)
        if value and not pattern.fullmatch(value):
            self.decoder.fault(self.line(key), f"“{key}”应是{zh}", f"'{key}' must be {en}")
            return ""
        return value

    def checksum(self, key: str) -> str:
        """Return a SHA-256 in hex."""
        return self.matching(key, _HEX, "64 位十六进制校验和", "a SHA-256 in hex (64 digits)")

    def fold(self, key: str) -> str:
        """Return a fold: length, colon, SHA-256 in hex."""
        return self.matching(key, _FOLD, "“长度：校验和”", "length:sha256")

    def each(self, key: str, decode: Callable[[Node], T]) -> tuple[T, ...]:
        """Decode every item of a list."""
        node = self.node.items.get(key)
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self.decoder.fault(node.line, f"“{key}”应是列表", f"'{key}' must be a list")
            return ()
        return tuple(decode(item) for item in node.items)

    def _slug(self, value: str, line: int, key: str) -> str:
        if value and not SLUG.fullmatch(value):
            self.decoder.fault(
                line,
                f"“{key}”的编号“{shown(value)}”只能用小写字母、数字和连字符，不超过 80 个",
                f"'{key}': the id '{shown(value)}' may hold a-z, 0-9 and hyphens, 80 at most",
            )
            return ""
        return value

    def _words(self, key: str) -> list[tuple[str, int]]:
        node = self.node.items.get(key)
        if node is None:
            return []
        nodes = node.items if isinstance(node, Sequence) else [node]
        found: list[tuple[str, int]] = []
        for item in nodes:
            if (
                isinstance(item, Scalar)
                and item.value.strip()
                and not _UNWRITABLE.search(item.value)
            ):
                found.append((item.value.strip(), item.line))
            else:
                self.decoder.fault(item.line, f"“{key}”里应是文字", f"'{key}' must hold texts")
        return found
