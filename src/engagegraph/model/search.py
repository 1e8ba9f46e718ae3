"""Full-text search: which stored texts it looks through, and which index holds exactly those that a viewer may know.

A hidden property must not be found by what is in it. So viewers who know different texts search different indexes, and
`resolve` sees to it that a searched name is hidden for all types or for none (an index holds names, not types).
"""

from __future__ import annotations

from engagegraph.model.stored import stored_names
from engagegraph.model.types import Model
from engagegraph.model.visible import visible_to


def search_properties(model: Model) -> dict[str, int]:
    """Return the weight of each stored property that is searched; the highest where types differ."""
    weights: dict[str, int] = {}
    for node_type in model.types.values():
        for prop in node_type.properties.values():
            for name in stored_names(model, prop) if prop.search else ():
                weights[name] = max(prop.search, weights.get(name, 0))
    return dict(sorted(weights.items()))


def search_types(model: Model) -> tuple[str, ...]:
    """Return the node types that have something to search."""
    return tuple(t.name for t in model.types.values() if any(p.search for p in t.properties.values()))


def search_index(model: Model, viewer: str) -> str:
    """Return the name of the index that `viewer` searches: the first declared viewer's who may search the same.

    `model` is the whole model or the viewer's own projection.
    """
    wanted = _searched(model, viewer)
    return next(f"search_{name}" for name in model.viewers if _searched(model, name) == wanted)


def search_indexes(model: Model) -> dict[str, Model]:
    """Return the indexes that there must be by name, each with the projection whose texts it holds."""
    return {f"search_{v}": visible_to(model, v) for v in model.viewers if search_index(model, v) == f"search_{v}"}


def _searched(model: Model, viewer: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    seen = visible_to(model, viewer)
    return tuple(search_properties(seen)), search_types(seen)
