"""What no query may do, said before any engine sees it: change, ask others, read files."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping
from urllib.parse import urljoin

from shanhai.errors import InputError, Text
from shanhai.rdf.namespaces import PREFIXES
from shanhai.store.syntax import place
from shanhai.store.tokens import Token, refuse_service, tokens

_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"}
)
_DEEPEST = 200
_LONGEST = 1_000_000
_OUTSIDE = re.compile(r"(?i)(file|https?|ftp|data|ssh|smb)[:/]|[a-z]:[\\/]|\.{0,2}/")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def check(
    text: str,
    *,
    graphs: Collection[str] | None = None,
    prefixes: Mapping[str, str] = PREFIXES,
) -> None:
    """Refuse a query that is empty, not one, an update, or asks for what is elsewhere.

    Syntax is left to the engine.

    Args:
        text: The query.
        graphs: IRIs of the graphs that FROM and GRAPH may name; None allows any.
        prefixes: Prefixes that hold without being declared.

    Raises:
        InputError: If the query is refused; with the reason, line and column.
    """
    if len(text) > _LONGEST:
        raise InputError(
            Text(
                f"查询太长（{len(text)} 字符，最多 {_LONGEST}）",
                f"the query is too long ({len(text)} characters, at most {_LONGEST})",
            )
        )
    found = list(tokens(text))
    _refuse_empty(found)
    _refuse_updates(text, found)
    refuse_service(text)
    if "\\u" in text or "\\U" in text:
        # Code points may be written as escapes anywhere in a query, keywords included.
        refuse_service(_unescaped(text))
    _refuse_second(text, found)
    _refuse_depth(text, found)
    if graphs is not None:
        _refuse_foreign_graphs(text, found, graphs, prefixes)


def _refuse_empty(found: list[Token]) -> None:
    if not found:
        raise InputError(
            Text(
                "查询是空的；例如：SELECT ?s WHERE { ?s a shanhai:Cooperation }",
                "the query is empty; for example: SELECT ?s WHERE { ?s a shanhai:Cooperation }",
            )
        )


def _words_outside(found: list[Token]) -> list[tuple[str, Token]]:
    """Return the bare words that stand in no brackets, in upper case."""
    depth, words = 0, []
    for token in found:
        if token.kind == "mark":
            depth += (token.text in "{([") - (token.text in "})]")
        elif token.kind == "word" and depth <= 0:
            words.append((token.text.upper(), token))
    return words


def _refuse_updates(text: str, found: list[Token]) -> None:
    for word, token in _words_outside(found):
        if word in _UPDATES:
            raise place(
                text,
                token.start,
                Text(
                    f"{word} 是更新：这里没有更新；能改变图的只有论断和判定（数据文件、审阅）",
                    f"{word} is an update, and there is no update: "
                    "what changes the graph are claims and judgements",
                ),
            )


def _refuse_second(text: str, found: list[Token]) -> None:
    starts = [token for word, token in _words_outside(found) if word in _FORMS]
    if len(starts) > 1:
        raise place(
            text,
            starts[1].start,
            Text(
                "这里开始了第二个查询；一次只能问一个",
                "a second query starts here; ask one at a time",
            ),
        )


def _refuse_depth(text: str, found: list[Token]) -> None:
    # Engines read nested groups by recursion, and end the whole process when it is too deep.
    depth = run = 0
    before = ""
    for token in found:
        if token.kind == "mark":
            depth += (token.text in "{([") - (token.text in "})]")
        run = run + 1 if token.text == before and token.text in "!-+^" else 0
        before = token.text
        if depth > _DEEPEST or run > _DEEPEST:
            raise place(
                text,
                token.start,
                Text(
                    f"嵌套超过 {_DEEPEST} 层，无法处理",
                    f"nested more than {_DEEPEST} levels deep",
                ),
            )


def _refuse_foreign_graphs(
    text: str, found: list[Token], graphs: Collection[str], prefixes: Mapping[str, str]
) -> None:
    known = dict(prefixes)
    base = ""
    for i, token in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else None
        if token.kind != "word" or after is None:
            continue
        word = token.text.upper()
        if word == "BASE" and after.kind == "iri":
            base = after.text[1:-1]
        elif word == "PREFIX" and after.kind == "pname" and i + 2 < len(found):
            known[after.text.rstrip(":")] = found[i + 2].text.strip("<>")
        elif word == "NAMED" or (word in ("FROM", "GRAPH") and after.text.upper() != "NAMED"):
            iri = _iri(after, known, base)
            if iri is not None and iri not in graphs:
                raise place(text, after.start, _no_graph(iri, graphs))


def _iri(token: Token, prefixes: Mapping[str, str], base: str) -> str | None:
    if token.kind == "iri":
        written = _unescaped(token.text[1:-1])
        try:
            return urljoin(base, written) if base else written
        except ValueError:
            return written
    prefix, colon, rest = token.text.partition(":")
    if token.kind == "pname" and colon and prefix in prefixes:
        return prefixes[prefix] + re.sub(r"\\(.)", r"\1", rest)
    return None


def _no_graph(iri: str, graphs: Collection[str]) -> Text:
    # In full: a prefixed name cannot hold the slash of a graph's name.
    shown = f"<{iri[:80]}>"
    near = difflib.get_close_matches(iri, list(graphs), 3, 0.6)
    names = " ".join(f"<{name}>" for name in near or sorted(graphs)[:8])
    zh = en = ""
    if _OUTSIDE.match(iri) and not near:
        zh, en = "；查询不读任何文件或网址", "; no query reads a file or an address"
    return Text(
        f"数据集里没有图 {shown}{zh}；有的图：{names}",
        f"the dataset has no graph {shown}{en}; it has: {names}",
    )


def _unescaped(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        return chr(code) if code < 0x110000 else "\ufffd"

    return _ESCAPE.sub(one, text)
