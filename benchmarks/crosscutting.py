"""Questions across the whole graph: how long they take, and for how long meanwhile nobody else could be answered.

    python -m benchmarks.crosscutting                 # Germany, a private Neo4j in a temporary home
    python -m benchmarks.crosscutting --home FOLDER   # a home that holds the data already, or will hold it
    python -m benchmarks.crosscutting --scale 0.05    # a twentieth, to try things

Each is asked twice as an anonymous reader, then once more to count rows and hits. What must be measured is waited for.
The longest stall is that of the event loop during the first answer: on a busy machine it grows with what others do,
so beside it stands how much of it this process worked.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from math import inf
from pathlib import Path
from typing import Any

from benchmarks.contest.workload import Workload, stocked
from engagegraph import settings
from engagegraph.graph import store
from engagegraph.graph.address import Address
from engagegraph.graph.client import AsyncGraph, Graph
from engagegraph.model import Model, load_model
from engagegraph.query.counts import COUNTING, Counts
from engagegraph.query.engine import Engine
from engagegraph.query.ids import encode_id
from engagegraph.query.measures import Measures
from engagegraph.query.prepare import Preparer
from engagegraph.web.app import keep
from engagegraph.web.engines import build_preparer
from engagegraph.write.change import Change, NodeState, Snapshot

VIEWER = "public"
MOST = 0.05
"""Seconds that the event loop may work without a pause."""

RANK = """query ($by: RankMeasure!) { rank(type: Municipality, by: $by, first: 20) {
  revision totalCount sampled entries { rank score node { displayName } } } }"""
SOME = """{ rank(type: Person, by: PAGERANK, first: 20, where: {people: {familyName: {startsWith: "Adler"}}}) {
  totalCount entries { rank score node { displayName } } } }"""
COMMUNITIES = """{ communities(first: 10, members: 5) { revision totalCount modularity unrelated
  entries { size types { type count } members { degree node { displayName } } } } }"""
CHANGES = """{ changes(since: 0, types: [Municipality], first: 100) { entries { kind revision { number }
  node { slug } properties { name } } pageInfo { hasNextPage endCursor } } }"""
SUGGEST = """{ suggest(prefix: "Netzwerk Forum", first: 20) { __typename slug displayName } }"""
WITHIN = """{ municipalities(first: 100, where: { within: { state: "state-3" } }) {
  totalCount nodes { name latitude longitude } } }"""
AGGREGATE = """{ municipalities { totalCount aggregate {
  population { count sum avg median min max } areaKm2 { sum } } } }"""


def questions(workload: Workload) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield each question: what it is called, its text, its variables. Many are those of `docs/queries`."""

    def kept(name: str, variables: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
        return name, (settings.queries_folder() / f"{name}.graphql").read_text(encoding="utf-8"), variables

    def node(name: str, at: int) -> str:
        return encode_id(name, workload.slug(name, at % workload.number[name]))

    here = {"latitude": 51.0, "longitude": 10.0}
    for by in ("DEGREE", "PAGERANK", "CORE", "BETWEENNESS", "CLOSENESS"):
        yield f"rank {by}", RANK, {"by": by}
    yield "rank some of all", SOME, {}
    yield "communities", COMMUNITIES, {}
    yield kept("rank", {})
    yield kept("brokers", {})
    yield "changes", CHANGES, {}
    yield kept("participation", {})
    yield kept("overlap", {"orte": [node("Municipality", 0), node("Municipality", 1)]})
    yield kept("path", {"von": node("District", 5), "nach": node("Person", 77)})
    yield kept("neighbourhood", {"netzwerk": node("Network", 0)})
    yield kept("timeline", {"programm": node("Programme", 0)})
    yield kept("search", {"query": "ehrenamt netz"})
    yield "suggest", SUGGEST, {}
    yield kept("nearby", {"here": here, "near": {**here, "km": 60}})
    yield "within", WITHIN, {}
    yield "aggregate", AGGREGATE, {}
    yield kept("participation-by-state", {})
    yield kept("joiners-by-year", {})
    yield kept("facets", {"where": {"programmes": {"count": {"gte": 1}}}})


def place(graph: Graph, model: Model) -> None:
    """Put all municipalities somewhere, as one revision: the workload has neither points nor history."""
    chance = random.Random(7)

    def placed(node: NodeState) -> NodeState:
        point = {"latitude": round(chance.uniform(47.5, 54.5), 4), "longitude": round(chance.uniform(6, 15), 4)}
        return replace(node, properties={**node.properties, **point})

    def plan(present: Snapshot) -> list[Change]:
        return [Change(node, placed(node)) for ref, node in present.nodes.items() if ref.type == "Municipality"]

    if not graph.run("MATCH (m:Municipality) WHERE m.latitude IS NOT NULL RETURN 1 LIMIT 1"):
        store.write(graph, model, plan, author="benchmark")
        graph.run("CALL db.awaitIndexes(300)")


@dataclass
class Stall:
    """The longest time for which the event loop stood still, and the most that this process worked in one; seconds."""

    longest: float = 0.0
    worked: float = 0.0

    async def watch(self) -> None:
        """Look every millisecond, until somebody ends it."""
        at, work = time.perf_counter(), time.process_time()
        while True:
            await asyncio.sleep(0.001)
            now, done = time.perf_counter(), time.process_time()
            self.longest, self.worked = max(self.longest, now - at), max(self.worked, done - work)
            at, work = now, done


@contextmanager
def watched() -> Iterator[Stall]:
    """Watch the event loop meanwhile."""
    stall = Stall()
    task = asyncio.create_task(stall.watch())
    try:
        yield stall
    finally:
        task.cancel()


async def measure(address: Address, preparer: Preparer, workload: Workload) -> bool:
    """Ask everything and print what it took; say whether the loop never worked for too long."""
    seconds, good = preparer.limits.seconds, True
    async with AsyncGraph.open(address) as graph:
        [[data]] = await graph.run(COUNTING)
        preparer.counts = Counts.read(data)
        run, profile = partial(graph.run, timeout=seconds), partial(graph.profile, timeout=seconds)
        engine = Engine(preparer, run, profile, Measures(graph.run, inf))
        keep()
        head = ("question", "first s", "again s", "rows", "hits", "stall ms", "work ms")
        print("{:>24} {:>8} {:>8} {:>6} {:>9} {:>8} {:>8}".format(*head))
        for name, text, variables in questions(workload):
            taken = []
            with watched() as stall:
                for _ in range(2):
                    begin = time.perf_counter()
                    answer = await engine.answer(text, variables)
                    taken.append(time.perf_counter() - begin)
                    assert not answer.errors, (name, answer.errors)
            answer = await engine.answer(text, variables, priced=True)
            assert answer.cost is not None, (name, answer.errors)
            print(
                f"{name:>24} {taken[0]:8.2f} {taken[1]:8.3f} {answer.cost['rows']:6} {answer.cost['hits']:9}"
                f" {stall.longest * 1000:8.1f} {stall.worked * 1000:8.1f}",
                flush=True,
            )
            good = good and stall.worked < MOST
    return good


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crosscutting")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--home", type=Path, help="a home that holds the data already, or will hold it")
    options = parser.parse_args()
    logging.getLogger("neo4j").setLevel(logging.ERROR)  # a profiled statement names what is nowhere in the data
    model = load_model(settings.model_folder())
    workload = Workload(options.scale)
    with stocked(model, workload, options.home) as (_, address):
        with Graph.open(address) as graph:
            place(graph, model)
        good = asyncio.run(measure(address, build_preparer(model, VIEWER), workload))
    sys.exit(not good)


if __name__ == "__main__":
    main()
