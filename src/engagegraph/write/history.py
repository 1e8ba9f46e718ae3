"""Revisions: what changed, packed so that it can be told, undone and, where it concerns people, taken out again.

Changes are kept as compressed JSON in parts. What concerns a person stands in a part of its own, named after the
person, so that it can be left out for those who may not know. Who erases a person opens all parts (`erase`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engagegraph.errors import Failure, Problem
from engagegraph.model import Model
from engagegraph.model.packed import pack_rows, unpack_rows
from engagegraph.write.change import Change, Citation, EdgeKey, EdgeState, Layer, NodeState, Ref, Snapshot, State
from engagegraph.write.diff import blocked, ordered
from engagegraph.write.render import CONCEALED

CHANGES = 5_000
"""Changes per part, but for those that concern people."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One step in the life of the graph. `number` counts from 1; `commit` is the files' version, if they have one.

    Of its changes so many are `erased`: history does not tell them any more.
    """

    number: int
    at: datetime
    author: str
    message: str
    source: str
    commit: str
    added: int
    changed: int
    removed: int
    erased: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a revision's changes, packed. `entity` (and `other`) name the person or persons that it is about."""

    position: int
    changes: int
    data: bytes
    entity: str = ""
    other: str = ""

    @property
    def personal(self) -> bool:
        """Whether it is about a person."""
        return bool(self.entity)


def pack(model: Model, changes: Iterable[Change]) -> Iterator[Part]:
    """Yield the parts that hold `changes`, those about people last."""
    common: list[Change] = []
    about: dict[tuple[Ref, ...], list[Change]] = defaultdict(list)
    for change in changes:
        people = tuple(ref for ref in _refs(change.state) if model.types[ref.type].personal)
        (about[people] if people else common).append(change)
    position = 0
    common.sort(key=_turn)
    for start in range(0, len(common), CHANGES):
        chunk = common[start : start + CHANGES]
        yield Part(position, len(chunk), closed(chunk))
        position += 1
    for people, chunk in about.items():
        entity, other = str(people[0]), str(people[1]) if len(people) > 1 else ""
        yield Part(position, len(chunk), closed([*sorted(chunk, key=_turn)]), entity, other)
        position += 1


def _turn(change: Change) -> int:
    """Return when its turn comes for who carries changes out one by one: relations go first and come last."""
    relation = isinstance(change.state, EdgeState)
    if change.after is None:
        return 0 if relation else 1
    return 3 if relation else 2


def unpack(parts: Iterable[bytes]) -> list[Change]:
    """Return the changes that the data of parts hold, in the order of `diff.ordered`; nothing of what was erased."""
    return ordered(change for data in parts for change in opened(data) if change is not None)


def opened(data: bytes) -> list[Change | None]:
    """Return the changes that the data of a part hold, in their places; None where one was erased."""
    return [None if row is None else _change(row) for row in unpack_rows(data)]


def closed(changes: Iterable[Change | None]) -> bytes:
    """Return the data of a part that holds these changes, in these places."""
    return pack_rows(None if c is None else [_flat(c.state.key), _row(c.before), _row(c.after)] for c in changes)


def undo(model: Model, present: Snapshot, changes: Iterable[Change]) -> list[Change]:
    """Return the changes that restore what was before `changes`.

    Raises `Failure`: REVISION_ERASED where history conceals somebody who was erased, REVISION_OVERTAKEN where `present`
    is no longer as they left it, REMOVAL_BLOCKED where other facts hang on a node that would go.
    """
    steps = [*changes]
    hint = "change the seed files instead"
    problems = [
        Problem("REVISION_ERASED", "what it was named somebody who was erased", hint, str(step.state.key))
        for step in steps
        if CONCEALED in str(step)
    ]
    problems = problems or [
        Problem(
            "REVISION_OVERTAKEN", "it has changed again since", "undo the later revision first", str(step.state.key)
        )
        for step in steps
        if _state(present, step.state.key) != step.after
    ]
    back = ordered(Change(step.after, step.before) for step in steps)
    problems = problems or blocked(model, present, back)
    if problems:
        raise Failure(problems)
    return back


def _state(snapshot: Snapshot, key: Ref | EdgeKey) -> State | None:
    return snapshot.edges.get(key) if isinstance(key, EdgeKey) else snapshot.nodes.get(key)


def _refs(state: State) -> tuple[Ref, ...]:
    return (state.key.start, state.key.end) if isinstance(state, EdgeState) else (state.ref,)


def _flat(key: Ref | EdgeKey) -> list[str]:
    return [key.relation, *key.start, *key.end, key.key] if isinstance(key, EdgeKey) else [*key]


def _row(state: State | None) -> list[Any] | None:
    if state is None:
        return None
    row = [state.properties, [[*c] for c in state.citations], state.owner]
    return [*row, [_layer_row(layer) for layer in state.layers]] if state.layers else row


def _layer_row(layer: Layer) -> list[Any]:
    return [layer.properties, [[*c] for c in layer.citations], layer.owner]


def _change(row: list[Any]) -> Change:
    flat, before, after = row
    if len(flat) == len(Ref._fields):
        ref = Ref(*flat)
        return Change(*(r and NodeState(ref, *_fields(r)) for r in (before, after)))
    relation, start_type, start, end_type, end, text = flat
    key = EdgeKey(relation, Ref(start_type, start), Ref(end_type, end), text)
    return Change(*(r and EdgeState(key, *_fields(r)) for r in (before, after)))


def _fields(row: list[Any]) -> tuple[dict[str, Any], tuple[Citation, ...], str, tuple[Layer, ...]]:
    properties, citations, owner, *layers = row
    below = tuple(Layer(o, p, _citations(c)) for p, c, o in layers[0]) if layers else ()
    return properties, _citations(citations), owner, below


def _citations(rows: list[Any]) -> tuple[Citation, ...]:
    return tuple(Citation(*row) for row in rows)
