"""Changes ─▶ Cypher: few parametrised statements with many rows each, in an order in which the database accepts them.

Values only ever become parameters; identifiers only come from the model and pass through `quoted`. Every statement
returns how many rows it found its place for, so that nothing is lost in silence.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from engagegraph.model.stored import point_name
from engagegraph.write.change import Change, EdgeState, NodeState
from engagegraph.write.stored import Storage

BATCH = 5_000
"""Rows per statement: so many that round trips do not count, so few that progress is steady and memory small."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that takes `$rows` and `$dates` and answers one row with the number of rows.

    Dates repeat, and take the driver long to send: each is sent once, and rows say which.
    """

    cypher: str
    rows: list[Any]
    dates: list[dt.date]


def quoted(identifier: str) -> str:
    """Return a label, relation type or property name as Cypher writes it."""
    return "`" + identifier.replace("`", "``") + "`"


def statements(storage: Storage, changes: Iterable[Change]) -> Iterator[Statement]:
    """Yield what carries out `changes`.

    Removals come first, then unique values are freed, so that a value may move from one node to another.
    """
    steps = [*changes]
    nodes = [c for c in steps if isinstance(c.state, NodeState)]
    edges = [c for c in steps if isinstance(c.state, EdgeState)]
    yield from _each(_remove_edge(c.before) for c in edges if c.after is None and isinstance(c.before, EdgeState))
    yield from _each(_remove_node(c.before) for c in nodes if c.after is None and isinstance(c.before, NodeState))
    changed = [(c.before, c.after) for c in nodes if isinstance(c.before, NodeState) and isinstance(c.after, NodeState)]
    yield from _each(freed for before, after in changed for freed in _free(storage, before, after))
    yield from _each(_add_node(storage, c.after) for c in nodes if c.before is None and isinstance(c.after, NodeState))
    yield from _each(_put_node(storage, after) for _, after in changed)
    yield from _each(_add_edge(storage, c.after) for c in edges if c.before is None and isinstance(c.after, EdgeState))
    yield from _each(
        _put_edge(storage, c.after) for c in edges if c.before is not None and isinstance(c.after, EdgeState)
    )


def refreshed(storage: Storage, states: Iterable[NodeState | EdgeState]) -> Iterator[Statement]:
    """Yield what stores unchanged states anew, after the model has changed how they lie in the graph.

    Properties that the model no longer knows are left where they are.
    """
    everything = [*states]
    yield from _each(_put_node(storage, s, "+=") for s in everything if isinstance(s, NodeState))
    yield from _each(_put_edge(storage, s, "+=") for s in everything if isinstance(s, EdgeState))


Step = tuple[str, tuple[str, ...], Any]
"""A statement's text, the names of the dates in the map at the end of its row, and the row."""


def _each(steps: Iterable[Step]) -> Iterator[Statement]:
    """Gather rows under their statement, in the order of first appearance, and cut them into batches."""
    gathered: dict[tuple[str, tuple[str, ...]], list[Any]] = defaultdict(list)
    for cypher, dates, row in steps:
        rows = gathered[cypher, dates]
        rows.append(row)
        if len(rows) == BATCH:
            yield _statement(cypher, dates, rows)
            gathered[cypher, dates] = []
    yield from (_statement(cypher, dates, rows) for (cypher, dates), rows in gathered.items() if rows)


def _statement(cypher: str, names: tuple[str, ...], rows: list[Any]) -> Statement:
    known: dict[dt.date, int] = {}
    for row in rows if names else ():
        held = row[-1]
        row.append([known.setdefault(held.pop(name), len(known)) if name in held else None for name in names])
    return Statement(cypher, rows, [*known])


@cache
def _filled(variable: str, how: str, place: int, names: tuple[str, ...]) -> str:
    """Return what sets everything that the map at a place of the row holds, and the dates that the next place names."""
    dates = (f"{variable}.{quoted(name)} = $dates[row[{place + 1}][{i}]]" for i, name in enumerate(names))
    return "SET " + ", ".join([f"{variable} {how} row[{place}]", *dates])


def _node(variable: str, node_type: str, value: str) -> str:
    return f"({variable}:{quoted(node_type)} {{slug: {value}}})"


def _labels(storage: Storage, node_type: str) -> str:
    return "".join(f":{quoted(label)}" for label in storage.labels(node_type))


def _point(storage: Storage, node_type: str) -> str:
    """Return what sets the point of a row's coordinates; without both there is none."""
    geo = storage.model.types[node_type].geo
    if geo is None:
        return ""
    values = f"latitude: row[0].{quoted(geo.latitude)}, longitude: row[0].{quoted(geo.longitude)}"
    return f" SET n.{quoted(point_name(geo))} = point({{{values}}})"


def _add_node(storage: Storage, state: NodeState) -> Step:
    node_type, dates = state.ref.type, storage.dates[state.ref.type]
    filled = _filled("n", "=", 0, dates) + _point(storage, node_type)
    cypher = f"UNWIND $rows AS row CREATE (n{_labels(storage, node_type)}) {filled} RETURN count(*)"
    return cypher, dates, [storage.node(state)]


def _put_node(storage: Storage, state: NodeState, how: str = "=") -> Step:
    node_type, dates = state.ref.type, storage.dates[state.ref.type]
    others = [i for i in storage.model.interfaces if i not in storage.labels(node_type)]
    stale = "".join(f" REMOVE n:{quoted(label)}" for label in others)
    match = f"UNWIND $rows AS row MATCH {_node('n', node_type, 'row[0].slug')}"
    wanted = f"{_filled('n', how, 0, dates)}{_point(storage, node_type)} SET n{_labels(storage, node_type)}"
    return f"{match} {wanted}{stale} RETURN count(*)", dates, [storage.node(state)]


def _free(storage: Storage, before: NodeState, after: NodeState) -> Iterator[Step]:
    node_type = after.ref.type
    for prop in storage.model.types[node_type].properties.values():
        old = before.properties.get(prop.name)
        if prop.unique and old is not None and old != after.properties.get(prop.name):
            match = f"UNWIND $rows AS row MATCH {_node('n', node_type, 'row')}"
            yield f"{match} REMOVE n.{quoted(prop.name)} RETURN count(*)", (), after.ref.slug


def _remove_node(state: NodeState) -> Step:
    return f"UNWIND $rows AS row MATCH {_node('n', state.ref.type, 'row')} DELETE n RETURN count(*)", (), state.ref.slug


@cache  # the same few texts for each of many rows
def _sides(start_type: str, end_type: str) -> str:
    start, end = _node("a", start_type, "row[0]"), _node("b", end_type, "row[1]")
    return f"UNWIND $rows AS row MATCH {start} MATCH {end}"


def _existing(state: EdgeState) -> tuple[str, list[Any]]:
    relation = f"(a)-[r:{quoted(state.key.relation)} {{_key: row[2]}}]->(b)"
    sides = _sides(state.key.start.type, state.key.end.type)
    return f"{sides} MATCH {relation}", [state.key.start.slug, state.key.end.slug, state.key.key]


def _add_edge(storage: Storage, state: EdgeState) -> Step:
    relation, dates = state.key.relation, storage.dates[state.key.relation]
    sides = _sides(state.key.start.type, state.key.end.type)
    created = f"CREATE (a)-[r:{quoted(relation)}]->(b) {_filled('r', '=', 2, dates)}"
    return f"{sides} {created} RETURN count(*)", dates, [state.key.start.slug, state.key.end.slug, storage.edge(state)]


def _put_edge(storage: Storage, state: EdgeState, how: str = "=") -> Step:
    (match, row), dates = _existing(state), storage.dates[state.key.relation]
    return f"{match} {_filled('r', how, 3, dates)} RETURN count(*)", dates, [*row, storage.edge(state)]


def _remove_edge(state: EdgeState) -> Step:
    match, row = _existing(state)
    return f"{match} DELETE r RETURN count(*)", (), row
