"""The command line as real processes, for every folder of tests that needs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
ALL = os.environ.get("SHANHAI_REQUIRE") == "all"
SHANHAI = [sys.executable, "-m", "shanhai.cli.main"]


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """A module that wants an absent library is skipped; where all is required, it fails."""
    report = yield
    if ALL and report.outcome == "skipped":
        report.outcome, report.longrepr = "failed", str(report.longrepr)
    return report


@dataclass(frozen=True)
class Ran:
    """A process that has ended."""

    code: int
    bytes: bytes
    err: str

    @property
    def out(self) -> str:
        return self.bytes.decode("utf-8")


class Commands:
    """Runs ``shanhai`` with an environment of its own: no locale, no user's data."""

    def __init__(self, home: Path) -> None:
        self.home = home
        keep = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH")
        self.env = {name: os.environ[name] for name in keep if name in os.environ} | {
            "PYTHONPATH": str(ROOT / "graph"),
            "PYTHONIOENCODING": "utf-8",
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "LOCALAPPDATA": str(home / "data"),
            "LANG": "en_GB.UTF-8",
        }

    def start(
        self,
        *words: str | Path,
        cwd: Path | None = None,
        env: Mapping[str, str | None] | None = None,
        **more: Any,
    ) -> subprocess.Popen[bytes]:
        """Start a command; ``None`` takes a variable out of its environment."""
        its = self.env | dict(env or {})
        return subprocess.Popen(
            [*SHANHAI, *map(str, words)],
            cwd=cwd or self.home,
            env={name: value for name, value in its.items() if value is not None},
            **{
                "stdin": subprocess.DEVNULL,
                "stdout": subprocess.PIPE,
                "stderr": subprocess.PIPE,
                **more,
            },
        )

    def __call__(
        self,
        *words: str | Path,
        code: int | Sequence[int] = 0,
        stdin: bytes | None = None,
        **more: Any,
    ) -> Ran:
        """Run a command to its end; it must end with one of the codes and without traceback."""
        if stdin is not None:
            more["stdin"] = subprocess.PIPE
        with self.start(*words, **more) as process:
            out, err = process.communicate(stdin, timeout=300)
        return ended(process, out, err, code)


def ended(
    process: subprocess.Popen[bytes], out: bytes, err: bytes, code: int | Sequence[int]
) -> Ran:
    """Return how a process ended, which must be with one of the codes and no traceback."""
    ran = Ran(process.returncode, out or b"", (err or b"").decode("utf-8", "replace"))
    assert "Traceback" not in ran.err and "Exception ignored" not in ran.err, ran.err
    assert b"Traceback" not in ran.bytes
    assert ran.code in ([code] if isinstance(code, int) else code), (ran.code, ran.err)
    return ran


@pytest.fixture
def command(tmp_path: Path) -> Commands:
    """The command line, in a home of its own."""
    home = tmp_path / "家 home"
    home.mkdir()
    return Commands(home)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Commands:
    """The command line for tests that change nothing, and fixtures of a whole session."""
    return Commands(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def small(shared: Commands) -> Path:
    """The example project for tests that change nothing: quicker than the shipped data."""
    folder = shared.home / "小 small"
    shared("init", folder)
    return folder


@pytest.fixture
def project(command: Commands, small: Path) -> Path:
    """A project with the example of ``init``, in a folder of Chinese and blanks."""
    folder = command.home / "我的 项目"
    shutil.copytree(small, folder)
    return folder


Tree = Callable[[Path], dict[str, bytes]]


@pytest.fixture(scope="session")
def tree() -> Tree:
    """A folder's files with their bytes."""

    def read(folder: Path) -> dict[str, bytes]:
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return read
