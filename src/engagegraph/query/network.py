"""The network as a graph in memory, and what can be measured in it: `main` of a process that `measures` starts.

The first line of what is asked says by what, and of which types; the rest is the network: rows of type, slug, and type
and slug of each that a relation leads to. All of it, and what is answered, is JSON.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import networkit
import numpy as np
import orjson

AT_ONCE = 512
"""From how many nodes closeness searches at once."""

DIGITS = 12
"""Digits after the point of a score: what differs only further behind was added up in another order."""

EFFORT = 60_000_000
"""How many relations betweenness may pass, those of all searches together: some seconds' work."""

LEAST_STARTS = 100
"""From how many nodes betweenness searches at least."""

NICENESS = 10
"""So much does a process give way to those that answer."""


@dataclass(frozen=True, slots=True)
class Mesh:
    """Who is related to whom; `degrees` count relations, of which several may lie between two nodes."""

    refs: list[tuple[str, str]]
    degrees: list[int]
    pairs: np.ndarray[Any, np.dtype[np.int64]]

    def graph(self) -> Any:
        """Return the graph as the library has it."""
        graph = networkit.Graph(len(self.refs))
        graph.addEdges((self.pairs[:, 0], self.pairs[:, 1]))
        return graph


def mesh(rows: Iterable[Sequence[Any]]) -> Mesh:
    """Return the network of rows of type, slug, and type and slug of each that a relation leads to."""
    # The order of nodes decides ties, so it must not be that in which a database happens to deliver them.
    found = sorted(((kind, slug), beside) for kind, slug, beside in rows)
    places = {ref: place for place, (ref, _) in enumerate(found)}
    # A node is told once for each of its relations, so that a relation to itself is one of them, not two.
    edges = [(place, places[kind, slug]) for place, (_, beside) in enumerate(found) for kind, slug in beside]
    degrees = Counter(side for edge in edges for side in set(edge))
    pairs = sorted({(min(edge), max(edge)) for edge in edges if edge[0] != edge[1]})
    both = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Mesh(list(places), [degrees[place] for place in range(len(found))], both)


def closeness(seen: Mesh) -> list[float]:
    """Return the closeness of each node after Wasserman and Faust.

    The search starts at many nodes at once, one bit for each: the library takes six times as long.
    """
    count, pairs = len(seen.refs), seen.pairs
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
    return [float(score) for score in near]


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
            found = closeness(seen)
        case "BETWEENNESS":
            found, sampled = betweenness(seen)
        case _:
            found = networkit.centrality.CoreDecomposition(seen.graph()).run().scores()
    return [round(float(score), DIGITS) for score in found], sampled


def ranking(seen: Mesh, by: str, types: Sequence[str]) -> dict[str, Any]:
    """Return the ranking of the nodes of `types`, by score, then slug, then type; ranks are equal where scores are.

    `entries` are `[rank, score, slug, type]`.
    """
    found, sampled = scores(seen, by)
    ordered = sorted(
        (-score, slug, kind) for score, (kind, slug) in zip(found, seen.refs, strict=True) if kind in types
    )
    entries: list[list[Any]] = []
    for _, tied in groupby(ordered, key=lambda entry: entry[0]):
        rank = len(entries) + 1
        entries += ([rank, -score + 0.0, slug, kind] for score, slug, kind in tied)
    return {"entries": entries, "totalCount": len(entries), "sampled": sampled, "nodes": len(entries)}


def communities(seen: Mesh) -> dict[str, Any]:
    """Return groups of nodes that are more related to each other than to others, by the Louvain method, largest first.

    `entries` are `[size, [[type, number], …], [[degree within, slug, type], …]]`. Who is related to nobody is in none.
    """
    related = sorted({int(place) for place in seen.pairs.ravel()})
    said: dict[str, Any] = {"entries": [], "totalCount": 0, "modularity": None, "unrelated": len(seen.refs)}
    if related:
        graph = seen.graph()
        parts = networkit.community.PLM(graph, refine=True).run().getPartition()
        said["modularity"] = round(networkit.community.Modularity().getQuality(parts, graph), DIGITS)
        part = np.array(parts.getVector())
        within = Counter(int(p) for pair in seen.pairs if part[pair[0]] == part[pair[1]] for p in pair)
        groups: dict[int, list[tuple[int, str, str]]] = {}
        for place in related:
            kind, slug = seen.refs[place]
            groups.setdefault(int(part[place]), []).append((-within[place], slug, kind))
        for members in sorted(map(sorted, groups.values()), key=lambda members: (-len(members), members)):
            kinds = Counter(kind for _, _, kind in members)
            told = [[-degree, slug, kind] for degree, slug, kind in members]
            said["entries"].append([len(members), sorted(kinds.items(), key=lambda it: (-it[1], it[0])), told])
        said["totalCount"], said["unrelated"] = len(groups), len(seen.refs) - len(related)
    return {**said, "nodes": len(seen.refs)}


def answer(asked: bytes) -> bytes:
    """Return what is said to what was asked, both as JSON."""
    # The same network always gives the same: one thread, one seed.
    networkit.setNumberOfThreads(1)
    networkit.setSeed(1, False)
    head, _, rows = asked.partition(b"\n")
    by, types = orjson.loads(head)
    seen = mesh(orjson.loads(rows))
    return orjson.dumps(communities(seen) if by == "COMMUNITIES" else ranking(seen, by, types))


def main() -> None:
    """Answer what stands on standard input."""
    os.nice(NICENESS)
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
