"""Two graphs ─▶ the changes that lead from the one to the other, in an order that is always the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from engagegraph.errors import Failure, Problem
from engagegraph.model import Model
from engagegraph.write.change import Change, EdgeKey, EdgeState, NodeState, Ref, Snapshot, State
from engagegraph.write.layers import layers_of, placed, removed


def difference(model: Model, present: Snapshot, wanted: Snapshot, owner: str, prune: bool) -> list[Change]:
    """Return what must change in `present` so that it holds everything in `wanted`, as `owner`'s.

    Without `prune` nothing is removed; with it, what `owner` wrote and no longer wants. What others wrote stays as it
    is; where an author and importers write the same thing, each has a layer of its own. Raises `Failure`:
    OWNED_BY_OTHER where something differs from what another author wrote, REMOVAL_BLOCKED where somebody else's facts
    hang on a node that would go.
    """
    problems: list[Problem] = []
    changes = [
        *_puts(present.nodes, wanted.nodes, owner, problems),
        *_puts(present.edges, wanted.edges, owner, problems),
    ]
    if prune:
        changes += _removals(present.nodes, wanted.nodes, owner)
        changes += _removals(present.edges, wanted.edges, owner)
    problems += blocked(model, present, changes)
    if problems:
        raise Failure(problems)
    return ordered(changes)


def _puts(
    present: Mapping[Any, State], wanted: Mapping[Any, State], owner: str, problems: list[Problem]
) -> Iterator[Change]:
    for key, after in wanted.items():
        there = present.get(key)
        if there is None:
            yield Change(None, after)
            continue
        together = placed(there, after)
        if together is not None:
            if there != together:
                yield Change(there, together)
        else:
            top = layers_of(there)[0]
            if (top.properties, top.citations) != (after.properties, after.citations):
                hint = f"take it out here, or let {there.owner} change it"
                problems.append(Problem("OWNED_BY_OTHER", f"{there.owner} wrote it, and differently", hint, str(key)))


def _removals(present: Mapping[Any, State], wanted: Mapping[Any, State], owner: str) -> Iterator[Change]:
    """Yield the removal of what only `owner` wrote and no longer wants, and of its layer where others wrote, too."""
    for key, there in present.items():
        if key not in wanted and any(layer.owner == owner for layer in layers_of(there)):
            yield Change(there, removed(there, owner))


def blocked(model: Model, present: Snapshot, changes: Iterable[Change]) -> list[Problem]:
    """Return a REMOVAL_BLOCKED for every node that `changes` remove although something that stays needs it."""
    steps = [*changes]
    gone = {c.before.ref for c in steps if c.after is None and isinstance(c.before, NodeState)}
    if not gone:
        return []
    after = {s.state.key: s.after for s in steps}
    needs: dict[Ref, State] = {}
    for state in (*present.states(), *(c.after for c in steps if c.before is None and c.after is not None)):
        kept = after.get(state.key, state)
        if kept is not None:
            for ref in needed(model, kept):
                needs.setdefault(ref, kept)
    return [
        Problem(
            "REMOVAL_BLOCKED",
            f"{needs[ref].owner} still needs it: {needs[ref].key}",
            "keep it, or have that removed first",
            str(ref),
        )
        for ref in sorted(gone & needs.keys())
    ]


def needed(model: Model, state: State) -> Iterator[Ref]:
    """Yield the nodes without which `state` would hang in the air: sides, sources, what properties refer to."""
    for citation in state.citations:
        yield Ref(model.provenance, citation.source)
    if isinstance(state, EdgeState):
        yield state.key.start
        yield state.key.end
        properties = model.relations[state.key.relation].properties
    else:
        properties = model.types[state.ref.type].properties
    for prop in properties.values():
        if prop.references is not None and prop.name in state.properties:
            yield Ref(prop.references, str(state.properties[prop.name]))


def ordered(changes: Iterable[Change]) -> list[Change]:
    """Return the changes sorted: nodes by type and slug, then relations by type and sides."""
    return sorted(changes, key=_position)


def _position(change: Change) -> tuple[bool, tuple[object, ...]]:
    key = change.state.key
    return isinstance(key, EdgeKey), key
