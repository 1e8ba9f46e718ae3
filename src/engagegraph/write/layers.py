"""Several writers of one node or relation: each has a layer of its own, and what is seen is all layers together.

Authors (people, through files or the API) lie above importers (directories, which fill in what nobody has written). So
a value that an author states wins, whoever came first; when the author takes it back, what the importer knows is seen
again. Importers lie in the order of their names, so that the order of imports does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from engagegraph.write.change import AUTHORS, Citation, Layer, Snapshot, State

S = TypeVar("S", bound=State)


def layers_of(state: State) -> tuple[Layer, ...]:
    """Return what each writer states, the one who wins first."""
    return state.layers or (Layer(state.owner, state.properties, state.citations),)


def stacked(state: S, layers: Iterable[Layer]) -> S | None:
    """Return `state` made of these layers only; `None` when there are none."""
    found = sorted(layers, key=_rank)
    return _seen(state, found) if found else None


def restated(state: S, change: Callable[[Layer], Layer]) -> S:
    """Return `state` with what each writer states changed."""
    layers = layers_of(state)
    changed = [change(layer) for layer in layers]
    return state if changed == [*layers] else _seen(state, changed)


def _seen(state: S, found: list[Layer]) -> S:
    properties = {name: value for layer in reversed(found) for name, value in layer.properties.items()}
    return replace(
        state,
        properties=properties,
        citations=tuple(_citations(found)),
        owner=found[0].owner,
        layers=tuple(found) if len(found) > 1 else (),
    )


def _rank(layer: Layer) -> tuple[bool, str]:
    return layer.owner not in AUTHORS, layer.owner


def _citations(layers: Iterable[Layer]) -> Iterator[Citation]:
    """Yield all citations; a source that an upper layer names is not named again with another place."""
    above: set[str] = set()
    for layer in layers:
        yield from (c for c in layer.citations if c.source not in above)
        above.update(c.source for c in layer.citations)


def by_author(state: State | None) -> Layer | None:
    """Return what an author states there, if one does: there is never more than one."""
    return None if state is None else next((layer for layer in layers_of(state) if layer.owner in AUTHORS), None)


def placed(there: S, after: S) -> S | None:
    """Return `there` with the layer of `after`'s owner being `after`; `None` when another author holds the place."""
    others = [layer for layer in layers_of(there) if layer.owner != after.owner]
    if after.owner in AUTHORS and any(layer.owner in AUTHORS for layer in others):
        return None
    return stacked(there, [*others, Layer(after.owner, after.properties, after.citations)])


def removed(state: S, owner: str) -> S | None:
    """Return what is left of `state` without `owner`'s layer, if anything."""
    return stacked(state, (layer for layer in layers_of(state) if layer.owner != owner))


def authored(snapshot: Snapshot) -> Snapshot:
    """Return what authors state, as if nothing had been imported."""
    return _chosen(snapshot, lambda layer: layer.owner in AUTHORS)


def layer(snapshot: Snapshot, owner: str) -> Snapshot:
    """Return what `owner` alone states."""
    return _chosen(snapshot, lambda found: found.owner == owner)


def without(snapshot: Snapshot, owner: str) -> Snapshot:
    """Return the graph as it would be if `owner` had never written."""
    return _chosen(snapshot, lambda found: found.owner != owner)


def _chosen(snapshot: Snapshot, choose: Callable[[Layer], bool]) -> Snapshot:
    def part(state: S) -> S | None:
        if not state.layers:
            return state if choose(Layer(state.owner, state.properties, state.citations)) else None
        return stacked(state, filter(choose, state.layers))

    found = Snapshot()
    for node in snapshot.nodes.values():
        if (left := part(node)) is not None:
            found.nodes[node.ref] = left
    for edge in snapshot.edges.values():
        if (kept := part(edge)) is not None:
            found.edges[edge.key] = kept
    return found
