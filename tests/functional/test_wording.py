"""Chinese sentences that a user reads have Chinese punctuation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from shanhai.query import catalogue

TOP = Path(__file__).parents[2]
HAN = "\u4e00-\u9fff“”…"
# ○ stands for what a message fills in; file:line and standards' own marks have no Han beside.
WRONG = re.compile(rf"[{HAN}][,;?()]|[,;?()][{HAN}]|○[,;](?=○?[{HAN}])")


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    """The texts with Chinese in a module: no docstrings, no templates of several lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            inner.add(id(node.value))
        if isinstance(node, ast.JoinedStr):
            inner.update(map(id, node.values))
    for node in ast.walk(tree):
        if id(node) in inner and not isinstance(node, ast.JoinedStr):
            continue
        if isinstance(node, ast.JoinedStr):
            yield (
                node.lineno,
                "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "○"
                    for part in node.values
                ),
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from [(node.lineno, node.value)] * (node.value.count("\n") < 3)


def test_the_pattern_finds_what_it_is_for():
    for wrong in ("写入,然后", "“○”要写 ○,然后", "共 3 条(存疑", "好;坏", "○,没有"):
        assert WRONG.search(wrong), wrong
    for right in ("写入，然后", "○:○ 已用过", "f(x), 三条", "cn-○（国标）", "○, ○○"):
        assert not WRONG.search(right), right


@pytest.mark.parametrize(
    "path", sorted((TOP / "graph").rglob("*.py")), ids=lambda p: str(p.relative_to(TOP / "graph"))
)
def test_messages(path):
    wrong = [
        f"{line}: {text}"
        for line, text in sentences(path)
        if re.search(r"[\u4e00-\u9fff]", text) and WRONG.search(text)
    ]
    assert not wrong


def test_questions():
    texts = [question.text.zh for question in catalogue.catalogue()]
    texts += [c.zh for question in catalogue.catalogue() for c in question.columns.values()]
    assert texts and not [text for text in texts if WRONG.search(text)]
