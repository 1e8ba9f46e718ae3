"""Changes ─▶ Cypher: few parametrised statements with many rows each, in an order in which the database accepts them.

Values only ever become parameters; identifiers only come from the model and pass through `quoted`. Every statement
returns how many rows it found its place for, so that nothing is lost in silence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from engagegraph.model.stored import point_name
from engagegraph.write.change import Change, EdgeState, NodeState
from engagegraph.write.stored import Storage

BATCH = 5_000
"""Rows per statement: so many that round trips do not count, so few that progress is steady and memory small."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that takes its `rows` as `$rows` and answers one row with their number."""

    cypher: str
    rows: list[Any]


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


def _each(steps: Iterable[tuple[str, Any]]) -> Iterator[Statement]:
    """Gather rows under their statement, in the order of first appearance, and cut them into batches."""
    gathered: dict[str, list[Any]] = defaultdict(list)
    for cypher, row in steps:
        rows = gathered[cypher]
        rows.append(row)
        if len(rows) == BATCH:
            yield Statement(cypher, rows)
            gathered[cypher] = []
    yield from (Statement(cypher, rows) for cypher, rows in gathered.items() if rows)


def _node(variable: str, node_type: str, value: str) -> str:
    return f"({variable}:{quoted(node_type)} {{slug: {value}}})"


def _labels(storage: Storage, node_type: str) -> str:
    return "".join(f":{quoted(label)}" for label in storage.labels(node_type))


def _point(storage: Storage, node_type: str) -> str:
    """Return what sets the point of a row's coordinates; without both there is none."""
    geo = storage.model.types[node_type].geo
    if geo is None:
        return ""
    values = f"latitude: row.{quoted(geo.latitude)}, longitude: row.{quoted(geo.longitude)}"
    return f" SET n.{quoted(point_name(geo))} = point({{{values}}})"


def _add_node(storage: Storage, state: NodeState) -> tuple[str, Any]:
    labels, point = _labels(storage, state.ref.type), _point(storage, state.ref.type)
    return f"UNWIND $rows AS row CREATE (n{labels}) SET n = row{point} RETURN count(*)", storage.node(state)


def _put_node(storage: Storage, state: NodeState, how: str = "=") -> tuple[str, Any]:
    node_type = state.ref.type
    others = [i for i in storage.model.interfaces if i not in storage.labels(node_type)]
    stale = "".join(f" REMOVE n:{quoted(label)}" for label in others)
    match = f"UNWIND $rows AS row MATCH {_node('n', node_type, 'row.slug')}"
    wanted = f"SET n {how} row{_point(storage, node_type)} SET n{_labels(storage, node_type)}"
    return f"{match} {wanted}{stale} RETURN count(*)", storage.node(state)


def _free(storage: Storage, before: NodeState, after: NodeState) -> Iterator[tuple[str, Any]]:
    node_type = after.ref.type
    for prop in storage.model.types[node_type].properties.values():
        old = before.properties.get(prop.name)
        if prop.unique and old is not None and old != after.properties.get(prop.name):
            match = f"UNWIND $rows AS row MATCH {_node('n', node_type, 'row')}"
            yield f"{match} REMOVE n.{quoted(prop.name)} RETURN count(*)", after.ref.slug


def _remove_node(state: NodeState) -> tuple[str, Any]:
    return f"UNWIND $rows AS row MATCH {_node('n', state.ref.type, 'row')} DELETE n RETURN count(*)", state.ref.slug


def _sides(state: EdgeState) -> str:
    start, end = _node("a", state.key.start.type, "row[0]"), _node("b", state.key.end.type, "row[1]")
    return f"UNWIND $rows AS row MATCH {start} MATCH {end}"


def _existing(state: EdgeState) -> tuple[str, list[Any]]:
    relation = f"(a)-[r:{quoted(state.key.relation)} {{_key: row[2]}}]->(b)"
    return f"{_sides(state)} MATCH {relation}", [state.key.start.slug, state.key.end.slug, state.key.key]


def _add_edge(storage: Storage, state: EdgeState) -> tuple[str, Any]:
    row = [state.key.start.slug, state.key.end.slug, storage.edge(state)]
    return f"{_sides(state)} CREATE (a)-[r:{quoted(state.key.relation)}]->(b) SET r = row[2] RETURN count(*)", row


def _put_edge(storage: Storage, state: EdgeState, how: str = "=") -> tuple[str, Any]:
    match, row = _existing(state)
    return f"{match} SET r {how} row[3] RETURN count(*)", [*row, storage.edge(state)]


def _remove_edge(state: EdgeState) -> tuple[str, Any]:
    match, row = _existing(state)
    return f"{match} DELETE r RETURN count(*)", row
