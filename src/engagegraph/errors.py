"""The one error shape: a `Problem` says what is wrong, where, and what would be right; a `Failure` carries all of them.

GraphQL, HTTP and the command line print the same problems with the same stable codes; `docs/errors/` has a page for
each.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a text file; lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    `code` is stable (`SCREAMING_SNAKE`); `where` is a `Place`, an entity or a path, in text; `hint` says what would be
    right. In a GraphQL operation `path` has the response keys that lead to the field, `location` its line and column.
    """

    code: str
    message: str
    hint: str = ""
    where: str = ""
    path: tuple[str | int, ...] = ()
    location: tuple[int, int] | None = None

    def __str__(self) -> str:
        spot = ":".join(map(str, self.location or ()))
        words = [spot, ".".join(map(str, self.path)), "" if spot else self.where]
        head = " ".join(word for word in words if word)
        head += "  " if head else ""
        tail = f" – {self.hint}" if self.hint else ""
        return f"{head}{self.message}{tail} [{self.code}]"


class Failure(Exception):  # noqa: N818 - the word of the field is "failure": several problems at once
    """Something asked for cannot be done; carries every problem found, not the first one."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    @classmethod
    def of(cls, code: str, message: str, hint: str = "", where: str = "") -> Failure:
        """Return a failure with a single problem."""
        return cls([Problem(code, message, hint, where)])

    @property
    def code(self) -> str:
        """The code of the first problem."""
        return self.problems[0].code


def nearest(word: str, known: Iterable[str], most: int = 3, few: int = 12) -> str:
    """Return a hint that names the known words nearest to `word`, or all of them when they are `few`."""
    import difflib

    words = sorted(set(known))
    close = difflib.get_close_matches(word, words, n=most, cutoff=0.6)
    if close:
        return "did you mean " + " or ".join(f'"{c}"' for c in close) + "?"
    if not words:
        return "there is none"
    if len(words) <= few:
        return "there is: " + ", ".join(words)
    return ""
