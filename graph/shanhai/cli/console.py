"""The terminal: language, encodings that never crash, progress only where someone looks."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from shanhai.errors import InputError, Lang, Problem, ShanhaiError, Text

Progress = Callable[[str, str], None]


def prepare() -> None:
    """Let output survive code page 936, LC_ALL=C and pipes: what cannot be shown becomes ?."""
    sys.unraisablehook = _not_swallowed
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        with suppress(AttributeError, ValueError):
            getattr(sys, name).reconfigure(errors="replace")


def _not_swallowed(unraisable: sys.UnraisableHookArgs) -> None:
    """Interrupt again where Python dropped a Ctrl-C that came while it ran a callback."""
    if not issubclass(unraisable.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(unraisable)
        return
    import _thread
    import threading

    # Not from here: it would be dropped once more.
    threading.Timer(0.01, _thread.interrupt_main).start()


def settle() -> None:
    """Write out what is held back; what cannot be written is dropped.

    Otherwise Python complains in its own words when it tries once more at exit.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


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
    """Print a line beside the answer; where that cannot be, nothing is left to say it to."""
    with suppress(OSError):
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
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0


def read_input(argument: str) -> bytes:
    """Read a file, or standard input where the argument is ``-``.

    Raises:
        InputError: If it cannot be read.
    """
    from pathlib import Path

    from shanhai.files import read_bytes

    if argument != "-":
        if not Path(argument).exists() and "{" in argument:
            raise InputError(
                Text(
                    "这里要写文件名；查询文本请写入文件，或用 - 从标准输入读",
                    "a file name belongs here; write the query into a file, or pass it on "
                    "standard input with -",
                )
            )
        return read_bytes(Path(argument))
    if sys.stdin is None:
        raise InputError(Text("标准输入已关闭", "standard input is closed"))
    return sys.stdin.buffer.read()


def write_output(argument: str | None, data: bytes, *, prose: bool = False) -> None:
    """Write bytes to a file, or to standard output where none or ``-`` is named.

    Args:
        argument: The file, ``-`` or nothing.
        data: What to write.
        prose: True for text that people read, which goes out in the console's own encoding;
            data for programs stays as it is.

    Raises:
        EnvironmentFault: If the file cannot be written.
        OSError: If standard output cannot take them.
    """
    from pathlib import Path

    from shanhai.files import write_bytes

    if argument and argument != "-":
        write_bytes(Path(argument), data)
        return
    if prose or (sys.stdout.isatty() and b"\x00" not in data):
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
