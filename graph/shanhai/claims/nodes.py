"""YAML as a tree of strings with line numbers (the only door to the YAML library).

A general loader turns ``12:30`` into 750 and ``no`` into False, and keeps the last of two
equal keys in silence. Here every scalar stays the string that was written, and equal keys,
anchors, tags and deep nesting are refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from shanhai.errors import Problem, Text

MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string as written."""

    value: str
    line: int


@dataclass(slots=True)
class Sequence:
    """A list of nodes."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their nodes, in the order written."""

    line: int
    items: dict[str, Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    def __init__(self, text: Text, line: int) -> None:
        super().__init__(text.en)
        self.text = text
        self.line = line


def decode_text(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """Decode a claim file: UTF-8, a BOM allowed."""
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [
            Problem(
                Text(
                    "不是 UTF-8 编码；请用编辑器另存为 UTF-8",
                    "not UTF-8; save the file as UTF-8 in your editor",
                ),
                file,
                line,
            )
        ]


def read_mapping(data: bytes, file: str) -> tuple[Mapping, list[Problem]]:
    """Read a file whose top level is a mapping.

    Args:
        data: The bytes of the file.
        file: Its name in messages.

    Returns:
        The mapping (empty where it could not be read) and the problems found.
    """
    text, problems = decode_text(data, file)
    if problems:
        return Mapping(1), problems
    try:
        node = _Builder(text).build(problems, file)
    except _Refused as refused:
        return Mapping(1), [*problems, Problem(refused.text, file, refused.line)]
    except yaml.YAMLError as error:
        return Mapping(1), [*problems, _syntax(error, text, file)]
    if node is None:
        return Mapping(1), problems
    if not isinstance(node, Mapping):
        message = Text(
            "顶层应是“编号: 记录”的映射", "the top level must be a mapping of id: record"
        )
        return Mapping(1), [*problems, Problem(message, file, node.line)]
    return node, problems


def _syntax(error: yaml.YAMLError, text: str, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 0
    if not line and isinstance(position := getattr(error, "position", None), int):
        line = text.count("\n", 0, position) + 1
    lines = text.split("\n")
    written = lines[line - 1] if 0 < line <= len(lines) else ""
    if "\t" in written[: len(written) - len(written.lstrip())]:
        message = Text(
            "缩进里有制表符（Tab）；YAML 只能用空格缩进",
            "a tab in the indentation; YAML is indented with spaces only",
        )
    else:
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
        message = Text(f"YAML 语法错误（{what}）", f"YAML syntax error: {what}")
    return Problem(message, file, line)


class _Builder:
    """Builds the tree from parser events, without recursion."""

    def __init__(self, text: str) -> None:
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        self.events = yaml.parse(text, Loader=loader)

    def build(self, problems: list[Problem], file: str) -> Node | None:
        root: Node | None = None
        stack: list[Sequence | Mapping] = []
        keys: list[Scalar | None] = []
        for event in self.events:
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise _Refused(
                    Text("只能有一个 YAML 文档（去掉 ---）", "one YAML document only; remove ---"),
                    line,
                )
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise _Refused(
                    Text("不支持锚点和别名（& *）", "anchors and aliases (& *) are not supported"),
                    line,
                )
            if getattr(event, "tag", None):
                raise _Refused(
                    Text(
                        "不支持标签（!）；值都是文字",
                        "tags (!) are not supported; values are texts",
                    ),
                    line,
                )
            if isinstance(event, yaml.ScalarEvent):
                node: Node = Scalar(event.value, line)
            elif isinstance(event, yaml.SequenceStartEvent):
                node = Sequence(line)
            elif isinstance(event, yaml.MappingStartEvent):
                node = Mapping(line)
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                stack.pop()
                keys.pop()
                continue
            else:
                continue
            if not stack:
                root = node
            else:
                self._attach(stack[-1], keys, node, problems, file)
            if not isinstance(node, Scalar):
                if len(stack) >= MAX_DEPTH:
                    raise _Refused(Text("嵌套太深", "nested too deeply"), line)
                stack.append(node)
                keys.append(None)
        return root

    @staticmethod
    def _attach(
        parent: Sequence | Mapping,
        keys: list[Scalar | None],
        node: Node,
        problems: list[Problem],
        file: str,
    ) -> None:
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = keys[-1]
        if key is None:
            if not isinstance(node, Scalar):
                raise _Refused(Text("键应是文字", "a key must be a word"), node.line)
            keys[-1] = node
            return
        if key.value in parent.items:
            problems.append(
                Problem(
                    Text(
                        f"键“{key.value}”重复，首次出现在第 {parent.lines[key.value]} 行",
                        f"the key '{key.value}' is there twice, first at line "
                        f"{parent.lines[key.value]}",
                    ),
                    file,
                    key.line,
                )
            )
        else:
            parent.items[key.value] = node
            parent.lines[key.value] = key.line
        keys[-1] = None
