"""Screens RDF files before they are parsed: what could exhaust the machine is refused.

The parsers below the SHACL engine recurse or expand without a limit; no real file nests or
expands as far as the limits here.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from shanhai.errors import InputError, Problem, Text

_DEPTH = 64
_XML_DEPTH = 2000
_XML_ENTITY = 2000


def not_rdf(name: str, line: int, what: Text) -> InputError:
    """Return the error for a file that cannot be read as RDF.

    Args:
        name: What to call the file.
        line: Where, from 1; 0 if that is not known.
        what: What is wrong.
    """
    named = name or "RDF"
    summary = Text(f"{named}：不是有效的 RDF，没有核对", f"{named}: not valid RDF; nothing checked")
    return InputError(summary, (Problem(what, named, line),))


def check_depth(text: str, name: str) -> None:
    """Refuse triple terms nested so deep that the parser's stack would overflow.

    Raises:
        InputError: If they are.
    """
    depth = 0
    for match in re.finditer(r"<<|>>", text):
        depth = depth + 1 if match[0] == "<<" else max(0, depth - 1)
        if depth > _DEPTH:
            raise not_rdf(
                name,
                text.count("\n", 0, match.start()) + 1,
                Text(f"“<<”嵌套超过 {_DEPTH} 层", f"'<<' is nested more than {_DEPTH} deep"),
            )


def check_xml(data: bytes, name: str) -> None:
    """Refuse XML that is not well-formed, very deep, or grows when its entities are expanded.

    Raises:
        InputError: If it is so; its problem says where.
    """
    parser = expat.ParserCreate()
    depth = 0

    def start(_name: str, _attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _XML_DEPTH:
            raise not_rdf(
                name,
                parser.CurrentLineNumber,
                Text(f"XML 嵌套超过 {_XML_DEPTH} 层", f"XML is nested more than {_XML_DEPTH} deep"),
            )

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def entity(entity_name: str, _parameter: bool, value: str | None, *_others: str | None) -> None:
        if value is None or "&" in value or len(value) > _XML_ENTITY:
            raise not_rdf(
                name,
                parser.CurrentLineNumber,
                Text(
                    f"XML 实体“{entity_name}”过长、嵌套或指向文件之外，不予展开",
                    f"XML entity '{entity_name}' is long, nested or external; it is not expanded",
                ),
            )

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        at, column = error.lineno, error.offset + 1
        words = expat.ErrorString(error.code)
        raise not_rdf(
            name,
            at,
            Text(
                f"XML 语法错误（第 {column} 列）：{words}",
                f"XML syntax error (column {column}): {words}",
            ),
        ) from error
    except (LookupError, ValueError) as error:
        raise not_rdf(
            name,
            1,
            Text(
                'XML 声明的编码无法识别；请存为 UTF-8 并声明 encoding="UTF-8"',
                "the encoding that the XML declares is not known here; save it as UTF-8 and "
                'declare encoding="UTF-8"',
            ),
        ) from error
