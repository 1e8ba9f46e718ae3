"""Nodes that stand in many rows are read, sent and shaped once.

In a list below a list the same node often stands in several rows, and with it all that lies below it. So the rows of
the inner list hold no more than the node and its key; once the outer list is there, what is asked of each node is read
once for each, as a table beside the list. In the rows that are sent only the key is left, by which the shaper looks the
node up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engagegraph.model.stored import PLACE
from engagegraph.query.conditions import Scene
from engagegraph.query.cypher import Row, SharedNode, block
from engagegraph.query.ir import Citations, Connected, OneLink, Shape

if TYPE_CHECKING:
    from engagegraph.query.emit import Emitter


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name among the shaper's locals, the Python expressions of its rows and of what is made of one."""

    name: str
    rows: str
    row: str
    made: str


def node(emitter: Emitter, shape: Shape, scene: Scene, row: Row, outer: Row) -> str:
    """Return the Python expression of the node of a row in a list that stands in `outer`; see `tables`."""
    if not (outer.repeats and _reads_on(shape)):
        return emitter.node(shape, scene, row)
    name = emitter.names.variable("t")
    place = row.place(f"[{scene.node}, {_key(scene)}]")
    row.shared.append(SharedNode(place, name, scene.types, shape, tuple(emitter.open_pages), emitter.names.spot))
    return f"p[{name!r}][{row.name}[{place}]]"


def _reads_on(shape: Shape) -> bool:
    """Say whether more is asked of a node than what it holds: else a table would cost more than it saves."""
    return any(isinstance(o, Connected | OneLink | Citations) for case in shape.cases for o in case.outputs)


def tables(emitter: Emitter, variable: str, inner: Row, outer: Row) -> Iterator[Table]:
    """Add the tables of the list `variable` of `inner` rows to `outer`; yield them, each before those it looks into.

    Pages are counted, and errors placed, as where the node stands.
    """
    a, b = emitter.names.variable("x"), emitter.names.variable("x")
    for place, row in inner.nested:
        for shared in row.shared:
            each = Row(emitter.names.variable("r"), repeats=True)
            scene = Scene(emitter.names.variable("n"), shared.types)
            each.add(_key(scene))
            pages, emitter.open_pages = emitter.open_pages, [*shared.pages]
            spot, emitter.names.spot = emitter.names.spot, shared.spot
            made = emitter.node(shared.shape, scene, each)
            emitter.open_pages, emitter.names.spot = pages, spot
            found = f"UNWIND {variable} AS {a}\nUNWIND {a}[{place}] AS {b}"
            once = f"WITH DISTINCT {b}[{shared.place}][0] AS {scene.node}"
            body = f"{found}\n{once}\n{each.before}RETURN collect({each}) AS {shared.name}"
            outer.calls.append(block(f"CALL ({variable})", body))
            yield Table(shared.name, outer.add(sent(emitter, shared.name, each)), each.name, made)
            yield from tables(emitter, shared.name, each, outer)


def sent(emitter: Emitter, variable: str, row: Row) -> str:
    """Return the Cypher expression of a list of rows as they are sent: nodes that are shared have become keys."""
    if not row.nested:
        return variable
    a, b = emitter.names.variable("x"), emitter.names.variable("x")
    columns = [f"{a}[{place}]" for place in range(len(row.expressions))]
    for place, inner in row.nested:
        pairs = {shared.place for shared in inner.shared}
        cells = ", ".join(f"{b}[{i}][1]" if i in pairs else f"{b}[{i}]" for i in range(len(inner.expressions)))
        columns[place] = f"[{b} IN {columns[place]} | [{cells}]]"
    return f"[{a} IN {variable} | [{', '.join(columns)}]]"


def _key(scene: Scene) -> str:
    """Return the expression by which a node is told from all others that may stand in its place."""
    return f"{scene.node}.{'slug' if len(scene.types) == 1 else PLACE}"
