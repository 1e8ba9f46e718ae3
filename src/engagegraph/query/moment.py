"""Which state of the graph an answer is of.

Neo4j reads what is committed, while other transactions commit: a long statement, or one that runs while a commit is
being put into the store, may see some of the next revision and not the rest. So the writer keeps a clock, the one node
`_Clock`. It shows the last moment at which nothing was on the move; and from before a commit until after it, also what
that commit touches. A statement that looks at the clock before and after its reading, and sees the same moment and no
commit, has read that state of the graph and nothing else. So has one that reads nothing of what was touched meanwhile.

A writer that dies leaves the clock as it is. Whether one is dead no time tells, a commit may take long; the database
does: as long as it shows the transaction (`WRITING`), that may still be on the move.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

Rows = list[list[Any]]
Run = Callable[[str, dict[str, Any]], Awaitable[Rows]]
"""Sends a statement with its parameters, returns its rows by position; the rooms that read know no driver."""

CLOCK = "_Clock"
LOOK = f"OPTIONAL MATCH (clock:{CLOCK}) RETURN clock.shows"
"""What the clock shows, one property: the text of a moment. While something is being committed, a list: the moment
before, the moment that comes, and the words for what is touched, among which `ANYTHING` may be."""

ANYTHING = "*"
"""The word of who cannot say what is touched."""

Shown = str | list[str] | None
"""What a look shows; null where no clock is."""

WRITER = "engagegraph"
"""Under which name the database shows, beside the transaction of a writer, the mark of the moment that it leads to."""

WRITING = f"SHOW TRANSACTIONS YIELD metaData WHERE metaData.{WRITER} = $mark RETURN count(*) > 0"
"""Whether the writer's transaction is still there: it is until its commit is over, however long that takes."""

FOLLOWING = (
    "MATCH (r:_Revision) WHERE $since <= r.number <= $until RETURN r.number, r.mark, r.touched ORDER BY r.number"
)
"""The revisions between two moments, both included: number, mark of the moment, and what it touched, if it says so."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A settled state of one database: the number of its revision, and a mark that no other state ever has.

    The number alone would not do: a database restored from a backup counts on from there.
    """

    revision: int
    mark: str

    @classmethod
    @lru_cache(maxsize=8)  # between two writes every answer shows the same
    def read(cls, text: str) -> Moment:
        """Return the moment that a clock shows."""
        number, _, mark = text.partition(" ")
        return cls(int(number), mark)

    def __str__(self) -> str:
        return f"{self.revision} {self.mark}"


def new_mark() -> str:
    """Return the mark of a moment to come."""
    return secrets.token_hex(8)


def seen(before: Shown, after: Shown) -> Moment | None:
    """Return the moment of whatever was read between two looks; None when something was on the move."""
    return Moment.read(after) if after and isinstance(after, str) and before == after else None


def looked(shown: Shown) -> tuple[Moment | None, list[str] | None]:
    """Return the moment that a look shows, if any, and what is being touched since; None if that may be anything."""
    if not isinstance(shown, list):
        return (Moment.read(shown) if shown else None), []
    settled, _, *touched = shown
    return (Moment.read(settled) if settled else None), None if ANYTHING in touched else touched


def coming_mark(shown: Shown) -> str | None:
    """Return the mark of the moment that a look shows to be coming, if it shows one."""
    return Moment.read(shown[1]).mark if isinstance(shown, list) else None


def vouched(before: str, expressions: Sequence[str]) -> str:
    """Return the statement that answers what the clock shows, the row of `expressions`, and what the clock shows then.

    `before` are the clauses that the expressions need. Each clause works on the one row of the clause before it, so
    the three are read in this order.
    """
    return f"{_looking(before, expressions)}\nRETURN shown_before, answered, clock_after.shows"


def vouched_in_pieces(before: str, lists: Sequence[str], size: int) -> str:
    """Return the statement that answers so in several rows, at least one, pieces of `lists` with so many items of each.

    All is read before the clock is looked at again, which is before the first piece is sent.
    """
    most = "reduce(most = 0, list IN answered | CASE WHEN size(list) > most THEN size(list) ELSE most END)"
    return (
        f"{_looking(before, lists)}\nWITH shown_before, answered, clock_after.shows AS shown_after\n"
        f"UNWIND range(0, {most}, {size}) AS begin\n"
        f"RETURN shown_before, [list IN answered | list[begin..begin + {size}]], shown_after"
    )


def _looking(before: str, expressions: Sequence[str]) -> str:
    row = ",\n       ".join(expressions)
    return (
        f"OPTIONAL MATCH (clock_before:{CLOCK})\nWITH clock_before.shows AS shown_before\n"
        f"{before}WITH shown_before, [{row}] AS answered\n"
        f"OPTIONAL MATCH (clock_after:{CLOCK})"
    )
