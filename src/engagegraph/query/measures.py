"""How much things stand out in the network: computed beside the database, from a snapshot of nodes and relations.

A snapshot holds what the viewer may see, and nothing else. It and what was computed from it are kept together with the
moment that they are of; who uses them reads at that moment, or asks again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engagegraph.query.lru import Lru
from engagegraph.query.moment import Moment, seen

if TYPE_CHECKING:
    from engagegraph.query.network import Mesh

Run = Callable[[str, dict[str, Any]], Awaitable[list[list[Any]]]]

MOST_KEPT = 32
MOST_BYTES = 64_000_000
NODE_WEIGHT, EDGE_WEIGHT = 300, 100
"""Bytes that a node takes in a network or in a ranking, and an edge in a network; roughly."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page of the ranking of `types` by a measure, in the network that `snapshot` reads."""

    name: str
    by: str
    types: tuple[str, ...]
    snapshot: str
    parameters: dict[str, Any]
    offset: int
    size: int

    @property
    def mesh(self) -> tuple[str, str]:
        """What two that look at the same network have in common."""
        return self.snapshot, repr(sorted(self.parameters.items()))


@dataclass(frozen=True, slots=True)
class RankPage:
    """A page of a ranking: identifiers by type as `nodes` has them, scores, how many are ranked, and when."""

    ids: dict[str, list[list[object]]]
    entries: list[tuple[int, float]]
    total: int
    revision: int | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """Score, slug and type of each, the best first; `ranks` are equal where scores are."""

    moment: Moment | None
    entries: list[tuple[float, str, str]]
    ranks: list[int]

    def page(self, wanted: Wanted) -> RankPage:
        """Return the page that is wanted."""
        piece = slice(wanted.offset, wanted.offset + wanted.size)
        ids: dict[str, list[list[object]]] = {name: [] for name in wanted.types}
        for position, (_, slug, kind) in enumerate(self.entries[piece]):
            ids[kind].append([position, slug])
        scores = [(rank, entry[0]) for rank, entry in zip(self.ranks[piece], self.entries[piece], strict=True)]
        return RankPage(ids, scores, len(self.entries), None if self.moment is None else self.moment.revision)


class Measures:
    """Reads networks with `run`, computes one measure at a time beside the event loop, and keeps both."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._computing = asyncio.Lock()
        self._meshes: Lru[tuple[str, str], Mesh] = Lru(MOST_KEPT, MOST_BYTES)
        self._rankings: Lru[tuple[object, ...], Ranking] = Lru(MOST_KEPT, MOST_BYTES)

    async def get(self, wanted: Wanted, moment: Moment | None, *, fresh: bool) -> Ranking:
        """Return a ranking; a `fresh` one is of `moment` or was read now. Those who want the same share it."""
        key = (*wanted.mesh, wanted.by, wanted.types)

        def good(kept: Mesh | Ranking) -> bool:
            return not fresh or kept.moment == moment

        found = self._rankings.get(key, good)
        if found is not None:
            return found
        async with self._computing:
            found = self._rankings.get(key, good)
            if found is None:
                seen_ = self._meshes.get(wanted.mesh, good) or await self._read(wanted)
                found = await asyncio.to_thread(_ranked, seen_, wanted)
                if found.moment is not None:
                    self._rankings.put(key, found, NODE_WEIGHT * len(found.entries))
        return found

    async def _read(self, wanted: Wanted) -> Mesh:
        [[before, [rows], after]] = await self._run(wanted.snapshot, wanted.parameters)
        found = await asyncio.to_thread(_meshed, seen(before, after), rows)
        if found.moment is not None:
            weight = NODE_WEIGHT * len(found.refs) + EDGE_WEIGHT * found.graph.num_edges()
            self._meshes.put(wanted.mesh, found, weight)
        return found


# Servers of which nobody asks a measure need not hold the libraries for it, some 40 MB.


def _meshed(moment: Moment | None, rows: list[tuple[str, str, list[list[str]]]]) -> Mesh:
    from engagegraph.query.network import mesh

    return mesh(moment, rows)


def _ranked(found: Mesh, wanted: Wanted) -> Ranking:
    from engagegraph.query.network import ranking

    return ranking(found, wanted.by, wanted.types)
