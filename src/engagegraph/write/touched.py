"""Changes ─▶ what they touch, in few words: what keeps answers need not forget those that read something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from engagegraph.model.stored import CITED, STATED, touched_at, touched_value
from engagegraph.write.change import Change, EdgeState, NodeState, State

MOST_ENDS = 100
"""Groups of nodes, of each relation, that a revision names; what comes and goes at more may do so anywhere."""


def touched(changes: Iterable[Change]) -> list[str]:
    """Return the types of what came and went, and which values of which types are others now; sorted, each once.

    Of relations that came and went it is said at which nodes, if those are few.
    """
    found = {word for change in changes for word in _words(change)}
    ends = Counter(kind(word) for word in found if kind(word) != word)
    return sorted({kind(word) if ends[kind(word)] > MOST_ENDS else word for word in found})


def kind(word: str) -> str:
    """Return what a word of a revision says, without at which nodes: who knows whom to look for would find them."""
    return word.partition("@")[0]


def _words(change: Change) -> Iterator[str]:
    before, after, owner = change.before, change.after, _owner(change.state)
    if before is None or after is None:
        if isinstance(change.state, EdgeState):
            yield touched_at(owner, change.state.key.start.slug)
            yield touched_at(owner, change.state.key.end.slug)
        else:
            yield owner
        return
    for name in before.properties.keys() | after.properties.keys():
        if before.properties.get(name) != after.properties.get(name):
            yield touched_value(owner, name)
    if before.citations != after.citations:
        yield touched_value(owner, CITED[0])
    if (before.owner, before.layers) != (after.owner, after.layers):
        yield touched_value(owner, STATED[0])


def _owner(state: State) -> str:
    return state.ref.type if isinstance(state, NodeState) else state.key.relation
