"""The pieces a statement is put together from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from engagegraph.query.conditions import Scene, joined
from engagegraph.query.ir import Shape
from engagegraph.query.params import PageSlot, Param
from engagegraph.query.spot import Spot


@dataclass(frozen=True, slots=True)
class MeasureSlot:
    """What must be measured before the statement is sent, in which its page is the parameter `name`: see `measures`.

    `snapshot` answers, with `params`, the nodes and what each is related to; `size`, `offset` and `each` are locals.
    With `all` the parameter is no page but all that is measured: the statement knows which of it is wanted.
    """

    name: str
    by: str
    types: tuple[str, ...]
    snapshot: str
    params: tuple[Param, ...]
    size: str
    offset: str | None
    each: str | None = None
    all: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """What a plan emits: Cypher, its parameters, what only the shaper reads, pages, the shaper's source.

    `vouched` answers the same row between two looks at the clock (see `moment`): it is what is sent. The relations in
    `at` are read only at nodes of the answer, which the shaper notes. `slow` says whether the shaper may take long.
    """

    cypher: str
    vouched: str
    params: tuple[Param, ...]
    locals: tuple[Param, ...]
    pages: tuple[PageSlot, ...]
    shaper: str
    measures: tuple[MeasureSlot, ...] = ()
    at: tuple[str, ...] = ()
    slow: bool = False


_AGGREGATING = re.compile(r"\b(?:avg|collect|count|max|min|percentileCont|percentileDisc|stDev|sum)\(", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SharedNode:
    """A node in a cell of a row, of which `shape` is read apart, into the table `name`: see `shared`."""

    cell: int
    name: str
    types: tuple[str, ...]
    shape: Shape
    pages: tuple[int, ...]
    spot: Spot


@dataclass
class Row:
    """The expressions of a positional row, each once; `calls` are subqueries that run before it is made.

    `repeats` says whether there are many such rows with lists in them; `nested` are the rows of those lists, by place,
    that have nodes which are `shared`.
    """

    name: str
    expressions: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    repeats: bool = False
    nested: list[tuple[int, Row]] = field(default_factory=list)
    shared: list[SharedNode] = field(default_factory=list)

    def add(self, expression: str) -> str:
        """Return the Python expression that reads `expression` from the row."""
        return f"{self.name}[{self.place(expression)}]"

    def place(self, expression: str) -> int:
        """Return the place of an expression in the row."""
        if expression not in self.expressions:
            self.expressions.append(expression)
        return self.expressions.index(expression)

    def cell(self, expression: str) -> int:
        """Return the place of an expression that nobody else reads."""
        self.expressions.append(expression)
        return len(self.expressions) - 1

    def __str__(self) -> str:
        return "[" + ", ".join(self.expressions) + "]"

    @property
    def before(self) -> str:
        """The clauses that must stand before the row is returned."""
        return "".join(f"{call}\n" for call in self.calls)

    def listed(self, body: str, inner: Row, variable: str, node: str = "", whole: str = "") -> str:
        """Return the Cypher expression of the list of `inner` rows that `body` finds; each `node` of `whole`, if given.

        That is a `COLLECT {…}`, unless something is summed up within: an expression with an aggregating function in a
        subquery is refused by Neo4j 5.26 beside others, or comes out wrong where nothing is found. Then the list is
        made before, by a subquery of its own, as `variable`; as it is where it must be looked at again, because of what
        is `nested` in it.
        """
        if not (inner.calls or inner.nested or _AGGREGATING.search(body)):
            return block("COLLECT", f"{body}\nRETURN {inner}")
        rows = f"collect({inner})"
        if whole and not inner.calls:
            rows = f"[{node} IN {whole} | {inner}]"
        elif whole:
            # Put in order by their places, so that no value is read again.
            at = f"{variable}_at"
            body += (
                f"\nWITH {whole} AS {variable}\nUNWIND range(0, size({variable}) - 1) AS {at}\n"
                f"WITH {at}, {variable}[{at}] AS {node} ORDER BY {at}"
            )
        self.calls.append(block("CALL (*)", f"{body}\n{inner.before}RETURN {rows} AS {variable}"))
        return variable


@dataclass(frozen=True, slots=True)
class Rows:
    """The clauses that find all rows of a list, and their variables.

    `counted` is what counts them; `repeated` says whether a node may stand in several rows.
    """

    found: str
    scene: Scene
    counted: str
    repeated: bool


def where_clause(conditions: Sequence[str]) -> str:
    """Return the WHERE of these conditions on a line of its own; nothing without any."""
    return f"\nWHERE {joined(' AND ', conditions, 'true')}" if conditions else ""


def block(word: str, body: str) -> str:
    """Return a subquery expression."""
    return f"{word} {{\n" + "\n".join("  " + line for line in body.splitlines()) + "\n}"


def place_in(items: str, item: str) -> str:
    """Return the expression of the position at which a list has an item."""
    return f"head([at IN range(0, size({items}) - 1) WHERE {items}[at] = {item}])"
