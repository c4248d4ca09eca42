"""Fixtures of the page tests; the browser is asked for only by tests that need one."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from toy_pages import Opened


def _absent(reason: str) -> None:
    if os.environ.get("SHANHAI_REQUIRE") == "all":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Start Chromium once."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _absent("playwright is not installed")
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        _absent("no Chromium on this machine")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        its = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox"] if root else []
        )
        yield its
        its.close()


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Return a function that opens a page from disk without any network.

    Any request but that of the file itself, any message of the console and any error fails
    the test when it ends.
    """
    opened: list[Opened] = []
    contexts = []

    def go(
        html: str,
        *,
        locale: str = "zh-CN",
        size: tuple[int, int] = (1400, 900),
        scripts: bool = True,
    ) -> Opened:
        file = tmp_path / "页 面.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(
            locale=locale,
            viewport={"width": size[0], "height": size[1]},
            offline=True,
            java_script_enabled=scripts,
        )
        contexts.append(context)
        its = Opened(context.new_page())
        opened.append(its)

        def asked(request: Any) -> None:
            if request.url != file.as_uri() and not request.url.startswith("data:"):
                its.faults.append(f"request: {request.url[:200]}")

        its.page.on("request", asked)
        its.page.on("console", lambda message: its.faults.append(f"console: {message.text[:300]}"))
        its.page.on("pageerror", lambda error: its.faults.append(f"error: {error}"))
        its.page.on("dialog", lambda dialog: its.faults.append("dialog"))
        its.page.goto(file.as_uri())
        its.page.wait_for_timeout(300)
        return its

    yield go
    faults = [fault for each in opened for fault in each.faults]
    for context in contexts:
        context.close()
    assert faults == []
