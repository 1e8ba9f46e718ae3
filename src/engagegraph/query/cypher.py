"""The pieces a statement is put together from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from engagegraph.query.conditions import joined
from engagegraph.query.ir import Leaf
from engagegraph.query.params import Param


@dataclass(frozen=True, slots=True)
class PageSlot:
    """A page to bind: the parameter that gets the limit, the local that gets the size, the cursor's parameters.

    `signature` names the local that gets the list's signature; it covers `identity` and the values of `signed`
    parameters. `parent` is the position of the page whose rows each have such a page.
    """

    limit: str
    size: str
    wanted: Leaf | None
    cursor: Leaf | None
    cursor_params: tuple[tuple[str, str], ...]
    signature: str
    identity: str
    signed: tuple[str, ...]
    parent: int | None


@dataclass(frozen=True, slots=True)
class Statement:
    """What a plan emits: Cypher, its parameters, what only the shaper reads, pages, the shaper's source.

    `vouched` answers the same row between the moments at which it was read: see `moment`.
    """

    cypher: str
    params: tuple[Param, ...]
    locals: tuple[Param, ...]
    pages: tuple[PageSlot, ...]
    shaper: str
    vouched: str = ""


@dataclass
class Row:
    """The expressions of a positional row, each once."""

    name: str
    expressions: list[str] = field(default_factory=list)

    def add(self, expression: str) -> str:
        """Return the Python expression that reads `expression` from the row."""
        if expression not in self.expressions:
            self.expressions.append(expression)
        return f"{self.name}[{self.expressions.index(expression)}]"

    def __str__(self) -> str:
        return "[" + ", ".join(self.expressions) + "]"


def where_clause(conditions: Sequence[str]) -> str:
    """Return the WHERE of these conditions on a line of its own; nothing without any."""
    return f"\nWHERE {joined(' AND ', conditions, 'true')}" if conditions else ""


def block(word: str, body: str) -> str:
    """Return a subquery expression."""
    return f"{word} {{\n" + "\n".join("  " + line for line in body.splitlines()) + "\n}"
