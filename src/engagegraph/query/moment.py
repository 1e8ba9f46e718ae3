"""Which state of the graph an answer is of.

Neo4j reads what is committed, while other transactions commit: a long statement, or one that runs while a commit is
being put into the store, may see some of the next revision and not the rest. So the writer keeps a clock, the one node
`_Clock`: before it commits, it takes away what the clock shows, and afterwards the clock shows the new moment. A
statement that looks at the clock before and after its reading, and sees the same moment, has read that revision and
nothing else.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

CLOCK = "_Clock"
LOOK = f"OPTIONAL MATCH (c:{CLOCK}) RETURN c.settled"
"""What the clock shows: the text of a moment, or null while a revision is being committed."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A settled state of one database: the number of its revision, and a mark that no other state ever has.

    The number alone would not do: a database restored from a backup counts on from there.
    """

    revision: int
    mark: str

    @classmethod
    def new(cls, revision: int) -> Moment:
        """Return the moment at which `revision` has become visible."""
        return cls(revision, secrets.token_hex(8))

    @classmethod
    def read(cls, text: str) -> Moment:
        """Return the moment that a clock shows."""
        number, _, mark = text.partition(" ")
        return cls(int(number), mark)

    def __str__(self) -> str:
        return f"{self.revision} {self.mark}"


def vouched(expressions: Sequence[str]) -> str:
    """Return the statement that answers the moment before, the row of `expressions`, and the moment after.

    Each clause works on the one row of the clause before it, so the three are read in this order.
    """
    row = ",\n       ".join(expressions)
    return (
        f"OPTIONAL MATCH (clock0:{CLOCK})\nWITH clock0.settled AS moment0\n"
        f"WITH moment0, [{row}] AS row0\n"
        f"OPTIONAL MATCH (clock1:{CLOCK})\nRETURN moment0, row0, clock1.settled"
    )
