"""The network as a graph in memory, and what can be measured in it: `main` of a process that `measures` starts.

The first line of what is asked says by what, and of which types. The others are pieces of the network, five lists each:
type, slug and number of nodes, and the numbers that relations lead from and to. The first line of what is answered says
of the whole, and how many lines follow that hold entries; those behind them hold members. All lines are JSON.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any

import networkit
import numpy as np
import orjson

from engagegraph.query.measures import BLOCK, COMMUNITIES

AT_ONCE = 512
"""From how many nodes closeness searches at once."""

AT_HAND = 2**15
"""Of how many relations it looks at the other ends at once, so that the processor has them at hand."""

DIGITS = 12
"""Digits after the point of a score: what differs only further behind was added up in another order."""

EFFORT = 60_000_000
"""How many relations betweenness may pass, those of all searches together: some seconds' work."""

LEAST_STARTS = 100
"""From how many nodes betweenness searches at least."""

SEARCHING = 4_000_000_000
"""How many relations closeness may pass, those of all searches together: some seconds' work."""

LEAST_SEARCHES = 512
"""From how many nodes closeness searches at least."""

SEED = 1
"""What lots begin with."""

NICENESS = 10
"""So much does a process give way to those that answer."""


Numbers = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Mesh:
    """Who is related to whom; `degrees` count relations, of which several may lie between two nodes."""

    refs: list[tuple[str, str]]
    degrees: list[int]
    pairs: Numbers

    def graph(self) -> Any:
        """Return the graph as the library has it."""
        graph = networkit.Graph(len(self.refs))
        graph.addEdges((self.pairs[:, 0], self.pairs[:, 1]))
        return graph


def mesh(pieces: Iterable[Sequence[Sequence[Any]]]) -> Mesh:
    """Return the network of pieces of it, as they are told."""
    kinds, slugs, numbers, starts, ends = ([*chain.from_iterable(each)] for each in zip(*pieces, strict=True))
    # The order of nodes decides ties, so it must not be that in which a database happens to deliver them.
    names = [f"{kind} {slug}" for kind, slug in zip(kinds, slugs, strict=True)]
    order = sorted(range(len(names)), key=names.__getitem__)
    sides, count = np.array([starts, ends], dtype=np.int64), len(order)
    known = np.array(numbers, dtype=np.int64)[order]
    # Who came or went while the network was read may be at an end and none of its nodes.
    sides = sides[:, np.isin(sides, known).all(axis=0)]
    by_number = np.argsort(known)
    places = np.sort(by_number[np.searchsorted(known, sides, sorter=by_number)], axis=0)
    low, high = places
    apart = low != high
    # A relation to itself is one of a node's, not two.
    degrees = np.bincount(low, minlength=count) + np.bincount(high[apart], minlength=count)
    pairs = np.unique(low[apart] * count + high[apart])
    both = np.stack(np.divmod(pairs, max(count, 1)), axis=1)
    return Mesh([(kinds[at], slugs[at]) for at in order], degrees.tolist(), both)


def beside(seen: Mesh) -> list[tuple[Numbers, Numbers, Numbers]]:
    """Return, in parts of some relations, who is related to whom.

    That is nodes, those beside the first and then those beside the next, and where those beside each begin.
    """
    both = np.concatenate([seen.pairs, seen.pairs[:, ::-1]])
    both = both[np.argsort(both[:, 0], kind="stable")]
    linked, firsts = np.unique(both[:, 0], return_index=True)
    cuts = np.flatnonzero(np.diff(firsts // AT_HAND, prepend=-1))
    parts = zip(np.split(linked, cuts[1:]), np.split(firsts, cuts[1:]), strict=True)
    ends = [*firsts[cuts[1:]], len(both)]
    return [
        (nodes, both[begins[0] : end, 1], begins - begins[0])
        for (nodes, begins), end in zip(parts, ends, strict=True)
        if len(nodes)
    ]


def closeness(seen: Mesh) -> tuple[list[float], int | None]:
    """Return the closeness of each node after Wasserman and Faust, and from how many nodes it was looked for.

    That is None when it was from all. The search starts at many nodes at once, one bit for each: the library takes six
    times as long.
    """
    count = len(seen.refs)
    searches = min(count, max(LEAST_SEARCHES, SEARCHING // max(len(seen.pairs), 1)))
    begins = np.sort(np.random.default_rng(SEED).choice(count, searches, replace=False))
    total, reached = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    parts = beside(seen)
    for begin in range(0, searches, AT_ONCE):
        starts = begins[begin : begin + AT_ONCE]
        bits = np.arange(len(starts))
        met = np.zeros((count, AT_ONCE // 64), dtype=np.uint64)
        met[starts, bits // 64] = np.uint64(1) << (bits % 64).astype(np.uint64)
        front, distance = met, 0
        while front.any():
            distance += 1
            behind, front = front, np.zeros_like(met)
            for nodes, others, firsts in parts:
                front[nodes] = np.bitwise_or.reduceat(behind[others], firsts, axis=0) & ~met[nodes]
            met |= front
            new = np.bitwise_count(front).sum(axis=1, dtype=np.int64)
            total += distance * new
            reached += new
    others = np.full(count, searches)
    others[begins] -= 1
    near = reached / np.maximum(total, 1) * reached / np.maximum(others, 1)
    return near.tolist(), None if searches == count else searches


def betweenness(seen: Mesh) -> tuple[list[float], int | None]:
    """Return the part of all shortest paths that lead over each node, and from how many nodes they were looked for.

    That is None when it was from all.
    """
    count = len(seen.refs)
    starts = max(LEAST_STARTS, EFFORT // max(len(seen.pairs), 1))
    if count < 3:
        return [0.0] * count, None
    if count <= starts:
        return networkit.centrality.Betweenness(seen.graph(), normalized=True).run().scores(), None
    sampled = networkit.centrality.EstimateBetweenness(seen.graph(), starts, normalized=True, parallel=False)
    return sampled.run().scores(), starts


def pagerank(seen: Mesh) -> list[float]:
    """Return how often a walk along relations comes by each node."""
    if not seen.refs:
        return []
    found: list[float] = networkit.centrality.PageRank(seen.graph(), damp=0.85, tol=1e-12).run().scores()
    # A walk that finds no relation goes on anywhere; so all have more by the same factor.
    total = sum(found)
    return [score / total for score in found]


def scores(seen: Mesh, by: str) -> tuple[list[float], int | None]:
    """Return the measure of each node, and how many were looked at if it is an estimate.

    But for DEGREE, several relations between two nodes are one.
    """
    sampled = None
    match by:
        case "DEGREE":
            found: Sequence[float] = seen.degrees
        case "PAGERANK":
            found = pagerank(seen)
        case "CLOSENESS":
            found, sampled = closeness(seen)
        case "BETWEENNESS":
            found, sampled = betweenness(seen)
        case _:
            found = networkit.centrality.CoreDecomposition(seen.graph()).run().scores()
    return [round(float(score), DIGITS) for score in found], sampled


def ranking(seen: Mesh, by: str, types: Sequence[str]) -> Iterator[Any]:
    """Yield what is said of the ranking of the nodes of `types`, then its entries, `[rank, score, slug, type]`.

    They are ranked by score, then slug, then type; ranks are equal where scores are.
    """
    found, sampled = scores(seen, by)
    ordered = sorted(
        (-score, slug, kind) for score, (kind, slug) in zip(found, seen.refs, strict=True) if kind in types
    )
    entries: list[list[Any]] = []
    for _, tied in groupby(ordered, key=lambda entry: entry[0]):
        rank = len(entries) + 1
        entries += ([rank, -score + 0.0, slug, kind] for score, slug, kind in tied)
    lines = blocks(entries)
    yield {"totalCount": len(entries), "sampled": sampled, "lines": len(lines)}
    yield from lines


def communities(seen: Mesh) -> Iterator[Any]:
    """Yield what is said of groups of nodes that are more related to each other than to others, by the Louvain method.

    Then come the groups, largest first, `[size, [[type, number], …], position of the first member]`, and then the
    members of all, `[degree within, slug, type]`. Who is related to nobody is in none.
    """
    related = np.unique(seen.pairs).tolist()
    modularity: float | None = None
    groups: dict[int, list[tuple[int, str, str]]] = {}
    if related:
        graph = seen.graph()
        parts = networkit.community.PLM(graph, refine=True).run().getPartition()
        modularity = round(networkit.community.Modularity().getQuality(parts, graph), DIGITS)
        part = np.array(parts.getVector())
        inside = seen.pairs[part[seen.pairs[:, 0]] == part[seen.pairs[:, 1]]]
        within = np.bincount(inside.ravel(), minlength=len(part)).tolist()
        for place in related:
            kind, slug = seen.refs[place]
            groups.setdefault(int(part[place]), []).append((-within[place], slug, kind))
    entries: list[list[Any]] = []
    members: list[list[Any]] = []
    for group in sorted(map(sorted, groups.values()), key=lambda group: (-len(group), group)):
        kinds = Counter(kind for _, _, kind in group)
        entries.append([len(group), sorted(kinds.items(), key=lambda it: (-it[1], it[0])), len(members)])
        members += ([-degree, slug, kind] for degree, slug, kind in group)
    lines = blocks(entries)
    unrelated = len(seen.refs) - len(related)
    yield {"totalCount": len(groups), "modularity": modularity, "unrelated": unrelated, "lines": len(lines)}
    yield from lines
    yield from blocks(members)


def blocks(items: Sequence[Any]) -> list[Sequence[Any]]:
    """Return items in blocks: who wants some of them need not read all."""
    return [items[begin : begin + BLOCK] for begin in range(0, len(items), BLOCK)]


def answer(asked: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines that are said to what was asked."""
    # The same network always gives the same: one thread, one seed.
    networkit.setNumberOfThreads(1)
    networkit.setSeed(SEED, False)
    (by, types), *pieces = map(orjson.loads, asked)
    seen = mesh(pieces)
    for line in communities(seen) if by == COMMUNITIES else ranking(seen, by, types):
        yield orjson.dumps(line) + b"\n"


def main() -> None:
    """Answer what stands on standard input."""
    os.nice(NICENESS)
    sys.stdout.buffer.writelines(answer(sys.stdin.buffer))
