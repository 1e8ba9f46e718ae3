"""How much things stand out in the network: computed beside the database, from a snapshot of nodes and relations.

A snapshot holds what the viewer may see, and nothing else. It and what was computed from it are kept together with the
moment that they are of; who uses them reads at that moment, or asks again.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import rustworkx

from engagegraph.query.lru import Lru
from engagegraph.query.moment import Moment, seen

Run = Callable[[str, dict[str, Any]], Awaitable[list[list[Any]]]]

MOST_KEPT = 32
MOST_BYTES = 64_000_000
NODE_WEIGHT, EDGE_WEIGHT = 300, 100
"""Bytes that a node takes in a network or in a ranking, and an edge in a network; roughly."""

AT_ONCE = 512
"""From how many nodes the network is searched at once."""

DIGITS = 12
"""Digits after the point of a score: what differs only further behind was added up in another order."""


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


@dataclass(frozen=True, slots=True)
class Mesh:
    """Who is related to whom, at a moment; `degrees` count relations, of which several may lie between two nodes."""

    moment: Moment | None
    refs: list[tuple[str, str]]
    degrees: list[int]
    graph: rustworkx.PyGraph[None, None]


def mesh(moment: Moment | None, rows: Iterable[tuple[str, str, list[list[str]]]]) -> Mesh:
    """Return the network of rows of type, slug, and type and slug of each that a relation leads to."""
    found = [((kind, slug), beside) for kind, slug, beside in rows]
    places = {ref: place for place, (ref, _) in enumerate(found)}
    # A node is told once for each of its relations, so that a relation to itself is one of them, not two.
    edges = [(place, places[kind, slug]) for place, (_, beside) in enumerate(found) for kind, slug in beside]
    degrees = Counter(side for edge in edges for side in set(edge))
    graph: rustworkx.PyGraph[None, None] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from([None] * len(found))
    graph.extend_from_edge_list([(a, b) for a, b in edges if a != b])
    return Mesh(moment, list(places), [degrees[place] for place in range(len(found))], graph)


def closeness(graph: rustworkx.PyGraph[None, None]) -> list[float]:
    """Return the closeness of each node after Wasserman and Faust.

    The search starts at many nodes at once, one bit for each, because the library holds the interpreter's lock for as
    long as it takes: with 150,000 relations more than a minute.
    """
    count = graph.num_nodes()
    pairs = np.array(graph.edge_list(), dtype=np.int64).reshape(-1, 2)
    both = np.concatenate([pairs, pairs[:, ::-1]])
    both = both[np.argsort(both[:, 0], kind="stable")]
    linked, first = np.unique(both[:, 0], return_index=True)
    total, reached = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    for begin in range(0, count if len(linked) else 0, AT_ONCE):
        starts = np.arange(begin, min(begin + AT_ONCE, count))
        met = np.zeros((count, AT_ONCE // 64), dtype=np.uint64)
        met[starts, (starts - begin) // 64] = np.uint64(1) << ((starts - begin) % 64).astype(np.uint64)
        front, distance = met.copy(), 0
        while front.any():
            distance += 1
            beside = np.bitwise_or.reduceat(front[both[:, 1]], first, axis=0)
            front = np.zeros_like(met)
            front[linked] = beside & ~met[linked]
            met |= front
            new = np.bitwise_count(front).sum(axis=1, dtype=np.int64)
            total += distance * new
            reached += new
    near = reached / np.maximum(total, 1) * reached / max(count - 1, 1)
    return [round(float(score), DIGITS) for score in near]


def scores(seen_: Mesh, by: str) -> list[float]:
    """Return the measure of each node; but for DEGREE, several relations between two nodes are one."""
    graph = seen_.graph
    match by:
        case "DEGREE":
            return [float(degree) for degree in seen_.degrees]
        case "PAGERANK":
            found = rustworkx.pagerank(graph.to_directed(), alpha=0.85, tol=1e-10, max_iter=200)
        case "CLOSENESS":
            return closeness(graph)
        case _:
            cores: Any = rustworkx.core_number(graph)  # by node; its type is declared wrongly
            return [float(cores[place]) for place in range(len(seen_.refs))]
    return [round(float(found[place]), DIGITS) for place in range(len(seen_.refs))]


def ranking(seen_: Mesh, by: str, types: tuple[str, ...]) -> Ranking:
    """Return the ranking of the nodes of `types`: by score, then by slug, then by type."""
    entries = sorted(
        (-score, slug, kind) for score, (kind, slug) in zip(scores(seen_, by), seen_.refs, strict=True) if kind in types
    )
    ranks: list[int] = []
    for place, entry in enumerate(entries):
        ranks.append(ranks[-1] if place and entry[0] == entries[place - 1][0] else place + 1)
    return Ranking(seen_.moment, [(-score + 0.0, slug, kind) for score, slug, kind in entries], ranks)


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
                found = await asyncio.to_thread(ranking, seen_, wanted.by, wanted.types)
                if found.moment is not None:
                    self._rankings.put(key, found, NODE_WEIGHT * len(found.entries))
        return found

    async def _read(self, wanted: Wanted) -> Mesh:
        [[before, [rows], after]] = await self._run(wanted.snapshot, wanted.parameters)
        found = await asyncio.to_thread(mesh, seen(before, after), rows)
        if found.moment is not None:
            weight = NODE_WEIGHT * len(found.refs) + EDGE_WEIGHT * found.graph.num_edges()
            self._meshes.put(wanted.mesh, found, weight)
        return found
