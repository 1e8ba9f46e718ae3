"""What the graph holds and what changes it: node and relation states, snapshots, changes.

A state is comparable: two states are equal exactly when the database holds the same for both. Its properties are
keyed by stored name (`title`, `title_en`), values are JSON scalars or lists of them; companions are not part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from engagegraph.model.values import Value

AUTHORS = frozenset({"seeds", "editor"})
"""Writers who state what they know themselves. Every other writer is an importer and lies below them: see `layers`."""


class Ref(NamedTuple):
    """A node by its type and slug."""

    type: str
    slug: str

    def __str__(self) -> str:
        return f"{self.type[0].lower()}{self.type[1:]}/{self.slug}"


class EdgeKey(NamedTuple):
    """A relation by its type, sides and the values of its key properties."""

    relation: str
    start: Ref
    end: Ref
    key: str

    def __str__(self) -> str:
        tail = f" ({self.key})" if self.key else ""
        return f"{self.start} -{self.relation}-> {self.end}{tail}"


class Citation(NamedTuple):
    """A source (by slug) and the place in it."""

    source: str
    place: str


@dataclass(frozen=True, slots=True)
class Layer:
    """What one of several writers states about a node or relation."""

    owner: str
    properties: dict[str, Value]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class NodeState:
    """A node as stored. `layers` has what each writer states, the owner's first, when there is more than one."""

    ref: Ref
    properties: dict[str, Value]
    citations: tuple[Citation, ...] = ()
    owner: str = "seeds"
    layers: tuple[Layer, ...] = ()

    @property
    def key(self) -> Ref:
        """What identifies it."""
        return self.ref


@dataclass(frozen=True, slots=True)
class EdgeState:
    """A relation as stored; `layers` as in a `NodeState`."""

    key: EdgeKey
    properties: dict[str, Value]
    citations: tuple[Citation, ...] = ()
    owner: str = "seeds"
    layers: tuple[Layer, ...] = ()


State = NodeState | EdgeState


@dataclass(slots=True)
class Snapshot:
    """A graph, or the part of it that matters: nodes and relations by their keys."""

    nodes: dict[Ref, NodeState] = field(default_factory=dict)
    edges: dict[EdgeKey, EdgeState] = field(default_factory=dict)

    def states(self) -> Iterator[State]:
        """Yield nodes, then relations."""
        yield from self.nodes.values()
        yield from self.edges.values()

    def owned_by(self, owner: str) -> Snapshot:
        """Return what `owner` wrote, with what importers add to it."""
        return Snapshot(
            {k: n for k, n in self.nodes.items() if n.owner == owner},
            {k: e for k, e in self.edges.items() if e.owner == owner},
        )


@dataclass(frozen=True, slots=True)
class Change:
    """One step from one graph to another: put (nothing before: add) or remove (nothing after)."""

    before: State | None
    after: State | None

    @property
    def state(self) -> State:
        """The state that names the entity."""
        state = self.after or self.before
        if state is None:
            raise ValueError("a change has a state before or after")
        return state

    @property
    def kind(self) -> str:
        """`add`, `change` or `remove`."""
        return "add" if self.before is None else "remove" if self.after is None else "change"


def edge_key_text(key: tuple[str, ...], properties: dict[str, Value]) -> str:
    """Return the text that tells apart relations between the same two nodes."""
    return "|".join(str(properties.get(name, "")) for name in key)
