"""The one error root: every fault a user can cause or meet, in Chinese and English.

The kinds say who has to act: :class:`InputError` the person who wrote the input,
:class:`EnvironmentFault` whoever owns the machine (disk, rights, a missing extra),
:class:`LimitReached` the person who set the limit.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]


# Named tuples and not dataclasses: this is the one module that ``shanhai --help`` cannot do
# without, and the dataclass library alone costs as much as a bare interpreter.
class Text(NamedTuple):
    """One text in both languages of the house."""

    zh: str
    en: str

    def pick(self, lang: Lang) -> str:
        """Return the text in ``lang``."""
        return self.zh if lang == "zh" else self.en


class Problem(NamedTuple):
    """One thing that is wrong: where it stands, what it is, what is allowed.

    Attributes:
        text: What is wrong and what to do.
        file: The file, as the user would name it; empty if there is none.
        line: Line in the file from 1; 0 if the file as a whole is meant.
        warning: True if the input can be used all the same.
    """

    text: Text
    file: str = ""
    line: int = 0
    warning: bool = False

    def say(self, lang: Lang) -> str:
        """Return the problem as one line ``file:line: what``."""
        place = f"{self.file}:{self.line}: " if self.line else f"{self.file}: " if self.file else ""
        return place + self.text.pick(lang)


class ShanhaiError(Exception):
    """A fault with a message a user can act on; ``str()`` gives the English one."""

    exit_code = 2

    def __init__(self, text: Text, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(text.en)
        self.text = text
        self.problems = problems

    def __reduce__(self) -> tuple[type[ShanhaiError], tuple[Text, tuple[Problem, ...]]]:
        """Keep both languages when the error crosses a process."""
        return (type(self), (self.text, self.problems))


class InputError(ShanhaiError):
    """The input is wrong: a claim file, a query, an argument."""


class EnvironmentFault(ShanhaiError):
    """The machine does not allow it: a full disk, no rights, an extra that is absent."""


class LimitReached(ShanhaiError):
    """A limit that the user set (time, rows) was reached."""
