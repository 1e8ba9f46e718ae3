"""The network as a graph in memory, and what can be measured in it; imported once something is measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import rustworkx

from engagegraph.query.measures import Ranking
from engagegraph.query.moment import Moment

AT_ONCE = 512
"""From how many nodes the network is searched at once."""

DIGITS = 12
"""Digits after the point of a score: what differs only further behind was added up in another order."""


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
