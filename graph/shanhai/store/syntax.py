"""Syntax errors of queries in words: line, column, the line itself and a caret.

The engine's parser reports where it gave up, at times after the keyword that it had hoped
for, and lists hundreds of characters that it would have taken. So what can be said plainly
is found here first: strings and brackets that are not closed, prefixes that nobody declared.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection

from shanhai.errors import InputError, Text
from shanhai.store.table import width
from shanhai.store.tokens import Token, line_and_column, tokens

_PAIRS = {"}": "{", ")": "(", "]": "["}
_KEYWORD = re.compile(r"\b[A-Z]{2,}\b")
_QUOTED = re.compile(r'"(\W{1,2})"')
_WORD_LIST = (
    "A ABS ADD ADJUST AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT "
    "CONSTRUCT CONTAINS COUNT DATATYPE DAY DESC DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS "
    "FALSE FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT HAVING HOURS IF IN IRI ISBLANK "
    "ISIRI ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LCASE LIMIT MAX MD5 MIN MINUS "
    "MINUTES MONTH NAMED NOT NOW OFFSET OPTIONAL ORDER PREFIX RAND REDUCED REGEX REPLACE "
    "ROUND SAMETERM SAMPLE SECONDS SELECT SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512 "
    "SILENT STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR "
    "SUM TIMEZONE TRUE TZ UCASE UNDEF UNION URI UUID VALUES WHERE YEAR TRIPLE SUBJECT "
    "PREDICATE OBJECT ISTRIPLE HASLANG HASLANGDIR LANGDIR STRLANGDIR VERSION"
)
_WORDS = frozenset(_WORD_LIST.split())
_SHORT = 40
_WINDOW = 72


def place(text: str, offset: int, what: Text) -> InputError:
    """Return an error that says what is wrong at an offset of a query.

    Args:
        text: The query.
        offset: Where it is wrong.
        what: What is wrong there.
    """
    line, column = line_and_column(text, offset)
    picture = _picture(text, offset)
    return InputError(
        Text(
            f"第 {line} 行第 {column} 列：{what.zh}\n{picture}",
            f"line {line}, column {column}: {what.en}\n{picture}",
        )
    )


def _picture(text: str, offset: int) -> str:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = "".join(c if c.isprintable() else " " for c in text[start : None if end < 0 else end])
    left = max(0, offset - start - _WINDOW // 2)
    shown = line[left : left + _WINDOW]
    lead = "…" if left else ""
    return f"  {lead}{shown}\n  {' ' * (len(lead) + width(shown[: offset - start - left]))}^"


def explain(text: str, said: str, offset: int, prefixes: Collection[str]) -> InputError:
    """Return the error of a query that an engine's parser refused.

    Args:
        text: The query.
        said: The engine's message.
        offset: Where the engine gave up.
        prefixes: Prefixes that are declared from outside.
    """
    offset = min(offset, len(text))
    found = list(tokens(text))
    return (
        _unclosed_string(text, found)
        or _undeclared_prefix(text, found, prefixes, offset)
        or _unknown_word(text, found, offset)
        or _bracket(text, found, offset)
        or _unexpected(text, found, said, offset)
    )


def _unclosed_string(text: str, found: list[Token]) -> InputError | None:
    for token in found:
        if token.kind == "open":
            return place(
                text, token.start, Text("这个字符串没有结尾的引号", "this string is not closed")
            )
    return None


def _undeclared_prefix(
    text: str, found: list[Token], prefixes: Collection[str], offset: int
) -> InputError | None:
    known = set(prefixes)
    for before, token in zip([None, *found], found, strict=False):
        if token.kind != "pname":
            continue
        prefix = token.text.partition(":")[0]
        if before and before.kind == "word" and before.text.upper() == "PREFIX":
            known.add(prefix)
        elif prefix not in known and token.start <= offset:
            name = prefix[:_SHORT]
            return place(
                text,
                token.start,
                Text(
                    f"前缀 {name}: 没有声明；请在开头写 PREFIX {name}: <…>",
                    f"the prefix {name}: is not declared; write PREFIX {name}: <…> at the top",
                ),
            )
    return None


def _unknown_word(text: str, found: list[Token], offset: int) -> InputError | None:
    for token in found:
        word = token.text.upper()
        if token.start > offset:
            break
        if token.kind == "word" and word not in _WORDS:
            near = difflib.get_close_matches(word, _WORDS, 1, 0.7)
            shown = token.text[:_SHORT]
            zh = f"这里不能是 {shown}" + (f"；是否想写 {near[0]}？" if near else "")
            en = f"unexpected {shown}" + (f"; did you mean {near[0]}?" if near else "")
            return place(text, token.start, Text(zh, en))
    return None


def _bracket(text: str, found: list[Token], offset: int) -> InputError | None:
    opened: list[Token] = []
    for token in found:
        if token.kind != "mark":
            continue
        if token.text in _PAIRS.values():
            opened.append(token)
        elif token.text in _PAIRS:
            if opened and opened[-1].text == _PAIRS[token.text]:
                opened.pop()
            elif opened and token.start <= offset:
                return _not_closed(text, opened[-1])
            elif token.start <= offset:
                return place(
                    text,
                    token.start,
                    Text(
                        f"这个 {token.text} 前面没有对应的 {_PAIRS[token.text]}",
                        f"this {token.text} closes nothing: no {_PAIRS[token.text]} is open",
                    ),
                )
            else:
                return None
    if opened and (not found or offset >= found[-1].start):
        return _not_closed(text, opened[-1])
    return None


def _not_closed(text: str, mark: Token) -> InputError:
    said = Text(f"这个 {mark.text} 没有关闭", f"this {mark.text} is not closed")
    return place(text, mark.start, said)


def _unexpected(text: str, found: list[Token], said: str, offset: int) -> InputError:
    if "variable that is unbound" in said:
        return place(
            text,
            _last_select(found, offset),
            Text(
                "SELECT 里有变量既没有分组（GROUP BY）也没有聚合，或重复定义",
                "SELECT names a variable that is neither grouped (GROUP BY) nor aggregated, "
                "or defines one twice",
            ),
        )
    at = _corrected(said, offset, found)
    if "IRI parsing failed" in said:
        at = next((t.start for t in found if t.kind == "iri" and t.end == offset), at)
    token = next((t for t in found if t.end > at), None)
    if token is None:
        end = len(text.rstrip())
        return place(text, end, Text("查询在这里还没有写完", "the query ends here too early"))
    if token.kind == "iri" and "IRI parsing failed" in said:
        what = Text(
            "这个 IRI 不是完整的地址", "this IRI is not an absolute one, or not an IRI at all"
        )
        return place(text, token.start, what)
    shown = token.text if len(token.text) <= _SHORT else token.text[: _SHORT - 1] + "…"
    hoped = list(dict.fromkeys(_QUOTED.findall(said) + _KEYWORD.findall(_plain(said))))[:6]
    if "LATERAL" in hoped and token.kind != "mark":
        # All that can stand in a group was tried here: the pattern breaks off further on.
        whole = Text(
            f"从 {shown} 起不是完整的模式；三元组要有主语、谓语和宾语",
            f"what begins with {shown} is no whole pattern; a triple has subject, predicate and "
            "object",
        )
        return place(text, token.start, whole)
    hoped = hoped if len(hoped) > 1 else []
    zh = f"这里不能是 {shown}" + (f"；可以是 {' '.join(hoped)} 等" if hoped else "")
    en = f"unexpected {shown}" + (f"; allowed are {' '.join(hoped)} and the like" if hoped else "")
    return place(text, token.start, Text(zh, en))


def _plain(said: str) -> str:
    # Character classes hold letters that are no keywords; SELECT and IRI occur in sentences.
    return re.sub(r"\[[^\]]*\]|The SELECT.*|IRI parsing failed|EOF", " ", said)


def _corrected(said: str, offset: int, found: list[Token]) -> int:
    """Undo the parser's habit of reporting the end of a keyword that it did not find."""
    starts = {token.start for token in found}
    if offset in starts:
        return offset
    for word in sorted(_KEYWORD.findall(_plain(said)), key=len):
        if offset - len(word) in starts:
            return offset - len(word)
    return offset


def _last_select(found: list[Token], offset: int) -> int:
    starts = [t.start for t in found if t.text.upper() == "SELECT" and t.start <= offset]
    return starts[-1] if starts else 0
