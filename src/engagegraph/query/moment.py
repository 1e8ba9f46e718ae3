"""Which state of the graph an answer is of.

Neo4j reads what is committed, while other transactions commit: a long statement, or one that runs while a commit is
being put into the store, may see some of the next revision and not the rest. So the writer keeps a clock, the one node
`_Clock`: before it commits, it takes away what the clock shows, and afterwards the clock shows the new moment. A
statement that looks at the clock before and after its reading, and sees the same moment, has read that state of the
graph and nothing else.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

CLOCK = "_Clock"
_SHOWN = "CASE WHEN {0} IS NULL THEN '' ELSE {0}.settled END"
LOOK = f"OPTIONAL MATCH (clock:{CLOCK}) RETURN {_SHOWN.format('clock')}"
"""What the clock shows: the text of a moment; null while something is being committed; nothing where no clock is."""

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
    def new(cls, revision: int) -> Moment:
        """Return the moment at which `revision` becomes visible."""
        return cls(revision, secrets.token_hex(8))

    @classmethod
    def read(cls, text: str) -> Moment:
        """Return the moment that a clock shows."""
        number, _, mark = text.partition(" ")
        return cls(int(number), mark)

    def __str__(self) -> str:
        return f"{self.revision} {self.mark}"


def seen(before: str | None, after: str | None) -> Moment | None:
    """Return the moment of what was read between two looks at the clock; None when the two differ."""
    return Moment.read(after) if after and before == after else None


def vouched(before: str, expressions: Sequence[str]) -> str:
    """Return the statement that answers what the clock shows, the row of `expressions`, and what the clock shows then.

    `before` are the clauses that the expressions need. Each clause works on the one row of the clause before it, so
    the three are read in this order.
    """
    row = ",\n       ".join(expressions)
    return (
        f"OPTIONAL MATCH (clock_before:{CLOCK})\nWITH {_SHOWN.format('clock_before')} AS shown_before\n"
        f"{before}WITH shown_before, [{row}] AS answered\n"
        f"OPTIONAL MATCH (clock_after:{CLOCK})\nRETURN shown_before, answered, {_SHOWN.format('clock_after')}"
    )
