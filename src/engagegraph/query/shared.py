"""Nodes that stand in many rows are read, sent and shaped once.

In a list below a list the same node often stands in several rows, and with it all that lies below it. So the rows of
the inner list hold no more than the node; once the outer list is there, what is asked of each node is read once for
each, as a table beside the list, with the places where it stands. There the shaper puts what it makes of it. A place is
two small numbers; a key by which rows could name the node is longer than the rest of many a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engagegraph.query.conditions import Scene
from engagegraph.query.cypher import Row, SharedNode
from engagegraph.query.ir import Citations, Connected, OneLink, Shape

if TYPE_CHECKING:
    from engagegraph.query.emit import Emitter


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name among the shaper's locals, the Python expressions of its rows and of what is made of one.

    That belongs into cells of the list `of`: `[a][place][b][cell]` for each pair of numbers that a row begins with.
    """

    name: str
    rows: str
    row: str
    made: str
    of: str
    place: int
    cell: int

    @property
    def filling(self) -> str:
        """The statements of the shaper that put what is made of the rows where it belongs."""
        return (
            f"    for {self.row} in {self.name}:\n        made = {self.made}\n"
            f"        for a, b in {self.row}[0]:\n            {self.of}[a][{self.place}][b][{self.cell}] = made\n"
        )


def node(emitter: Emitter, shape: Shape, scene: Scene, row: Row, outer: Row) -> str:
    """Return the Python expression of the node of a row in a list that stands in `outer`; see `tables`."""
    if not (outer.repeats and _reads_on(shape)):
        return emitter.node(shape, scene, row)
    name = emitter.names.variable("t")
    cell = row.cell(f"[{scene.node}]")
    row.shared.append(SharedNode(cell, name, scene.types, shape, tuple(emitter.open_pages), emitter.names.spot))
    return f"{row.name}[{cell}]"


def _reads_on(shape: Shape) -> bool:
    """Say whether more is asked of a node than what it holds: else a table would cost more than it saves."""
    return any(isinstance(o, Connected | OneLink | Citations) for case in shape.cases for o in case.outputs)


def tables(emitter: Emitter, variable: str, inner: Row, outer: Row, of: str = "found") -> Iterator[Table]:
    """Add the tables of the list `variable` of `inner` rows to `outer`; yield each before those it is filled from.

    The shaper knows the list as `of`. Pages are counted, and errors placed, as where the node stands.
    """
    a, b = emitter.names.variable("x"), emitter.names.variable("x")
    for place, row in inner.nested:
        for shared in row.shared:
            rows, at = emitter.names.variable("x"), emitter.names.variable("x")
            each = Row(emitter.names.variable("r"), repeats=True)
            scene = Scene(emitter.names.variable("n"), shared.types)
            each.add(at)
            pages, emitter.open_pages = emitter.open_pages, [*shared.pages]
            spot, emitter.names.spot = emitter.names.spot, shared.spot
            made = emitter.node(shared.shape, scene, each)
            emitter.open_pages, emitter.names.spot = pages, spot
            found = (
                f"UNWIND range(0, size({variable}) - 1) AS {a}\nWITH {a}, {variable}[{a}][{place}] AS {rows}\n"
                f"UNWIND range(0, size({rows}) - 1) AS {b}\n"
            )
            once = f"WITH {rows}[{b}][{shared.cell}][0] AS {scene.node}, collect([{a}, {b}]) AS {at}\n"
            body = f"{found}{once}{each.before}RETURN collect({each}) AS {shared.name}"
            outer.calls.append(emitter.sets.call(body, variable))
            sent_ = outer.add(sent(emitter, shared.name, each))
            yield Table(shared.name, sent_, each.name, made, of, place, shared.cell)
            yield from tables(emitter, shared.name, each, outer, shared.name)


def sent(emitter: Emitter, variable: str, row: Row) -> str:
    """Return the Cypher expression of a list of rows as they are sent: cells of shared nodes are empty."""
    if not row.nested:
        return variable
    a, b = emitter.names.variable("x"), emitter.names.variable("x")
    columns = [f"{a}[{place}]" for place in range(len(row.expressions))]
    for place, inner in row.nested:
        filled = {shared.cell for shared in inner.shared}
        cells = ", ".join("null" if i in filled else f"{b}[{i}]" for i in range(len(inner.expressions)))
        columns[place] = f"[{b} IN {columns[place]} | [{cells}]]"
    return f"[{a} IN {variable} | [{', '.join(columns)}]]"
