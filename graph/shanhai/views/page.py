"""The shell that all pages share: both languages in one file, no request, printable."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from shanhai.errors import Text

POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data:; base-uri 'none'; form-action 'none'"
)
"""The content security policy of every page: nothing from outside, not even from beside it."""


def page(template: str, *, title: Text, styles: tuple[str, ...] = (), **values: Any) -> str:
    """Return a page made from a template of ``views/templates``.

    Args:
        template: Its file name.
        title: The page's title.
        styles: Further style sheets of ``views/assets`` by file name.
        values: What the template needs.
    """
    css = "\n".join(asset(name) for name in ("page.css", *styles))
    return (
        _environment()
        .get_template(template)
        .render(title=title, policy=POLICY, css=css, script=asset("page.js"), **values)
    )


def asset(name: str) -> str:
    """Return a file of ``views/assets`` as it is, to stand inside a page."""
    return files("shanhai.views").joinpath("assets", name).read_text(encoding="utf-8")


def script_data(value: object) -> str:
    r"""Return a value as JSON that can stand in a ``<script>``, whatever texts it holds.

    >>> print(script_data("</script>"))
    "\u003c/script\u003e"
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("shanhai.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["script_data"] = script_data
    return environment
