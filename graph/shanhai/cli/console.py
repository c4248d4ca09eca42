"""The terminal: language, encodings that never crash, progress only where someone looks."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from shanhai.errors import Lang, Problem, ShanhaiError

Progress = Callable[[str, str], None]


def prepare() -> None:
    """Let output survive code page 936, LC_ALL=C and pipes: what cannot be shown becomes ?."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def language(asked: str | None) -> Lang:
    """Return the terminal's language: as asked, else by the locale, else English."""
    if asked in ("zh", "en"):
        return "zh" if asked == "zh" else "en"
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    if name is None:
        import locale

        with suppress(ValueError):
            name = locale.getlocale()[0]
    return "zh" if (name or "").lower().startswith(("zh", "chinese")) else "en"


def say(text: str = "") -> None:
    """Print a line of the answer."""
    sys.stdout.write(text + "\n")


def complain(text: str) -> None:
    """Print a line beside the answer."""
    sys.stderr.write(text + "\n")


def show_problems(problems: Sequence[Problem], lang: Lang) -> None:
    """Print problems, each on a line of its own."""
    mark = {"zh": "警告", "en": "warning"}[lang]
    for problem in problems:
        complain((f"{mark}: " if problem.warning else "") + problem.say(lang))


def show_error(error: ShanhaiError, lang: Lang) -> None:
    """Print a fault and the problems that it carries."""
    show_problems(error.problems, lang)
    complain(f"shanhai: {error.text.pick(lang)}")


def width() -> int:
    """Return the columns of the terminal; 0 where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0


def read_input(argument: str) -> bytes:
    """Read a file, or standard input where the argument is ``-``."""
    from pathlib import Path

    from shanhai.files import read_bytes

    return sys.stdin.buffer.read() if argument == "-" else read_bytes(Path(argument))


def write_output(argument: str | None, data: bytes) -> None:
    """Write bytes to a file, or to standard output where none or ``-`` is named."""
    from pathlib import Path

    from shanhai.files import write_bytes, writing

    if argument and argument != "-":
        write_bytes(Path(argument), data)
        return
    with writing(Path("stdout")):
        if sys.stdout.isatty() or sys.stdout.encoding.lower().replace("-", "") != "utf8":
            # A console of another code page shows the text in its own encoding.
            sys.stdout.write(data.decode("utf-8", errors="replace").removeprefix("\ufeff"))
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
        sys.stdout.flush()


@contextmanager
def progress(total: int, lang: Lang) -> Iterator[Progress]:
    """Give a function that moves a progress bar on a terminal, and does nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda zh, en: None
        return
    from tqdm import tqdm

    bar = tqdm(total=total, leave=False, bar_format="{desc} {bar} {n}/{total}", file=sys.stderr)

    def step(zh: str, en: str) -> None:
        bar.set_description_str(zh if lang == "zh" else en)
        bar.update()

    try:
        yield step
    finally:
        bar.close()
