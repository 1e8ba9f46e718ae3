"""Writing: one change as one revision (W1), and a seed of many (W2)."""

from __future__ import annotations

import asyncio
import dataclasses
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from benchmarks.contest.contestants import Client, Contestant, request
from benchmarks.contest.workload import Workload
from engagegraph.graph import store
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.query.reads import Reads
from engagegraph.write.change import Change, EdgeKey, EdgeState, NodeState, Snapshot
from engagegraph.write.history import Revision
from engagegraph.write.touched import touched

CHANGES = 10_000
"""Changes of a seed."""

TURNS = 100
"""Single changes of each kind, in turn."""

BY_HAND = "MATCH (p:Programme {slug: $slug}) SET p.kind = $kind"
MUTATION = """mutation Kind($slug: String!, $kind: String!) {
  updateProgrammes(where: {slug: {eq: $slug}}, update: {kind: {set: $kind}}) { programmes { slug } } }"""


class Writer:
    """Writes one change after another as one revision each, as editors do, without reading the graph first.

    In turn a programme gets a note, a municipality another population, an event another day, and a municipality joins
    a programme.
    """

    def __init__(self, graph: Graph, model: Model, workload: Workload) -> None:
        self.graph, self.model, self.dialect = graph, model, Reads(model).dialect
        known: dict[str, list[NodeState]] = {"Programme": [], "Municipality": [], "Event": []}
        for node in workload.nodes():
            if len(known.get(node.ref.type, [])) < workload.number["Programme"]:
                known.get(node.ref.type, []).append(node)
        self.states = known
        self.written = 0

    def __call__(self) -> None:
        """Write the next change."""
        change = self._change()
        with store.settling(self.graph) as (tx, announce):
            number = store.lock(tx) + 1
            revision = Revision(number, datetime.now(UTC), "benchmark", "", "", "", 0, 1, 0)
            store.apply(tx, self.model, [change], revision)
            announce(number, [*touched([change]), self.dialect])
        self.written += 1

    def _change(self) -> Change:
        at, turn = self.written // 4, self.written % 4
        match turn:
            case 0:
                return self._other("Programme", at, "note", f"Stand {at}")
            case 1:
                return self._other("Municipality", at, "population", 300 + at)
            case 2:
                return self._other("Event", at, "date", f"2024-{at % 12 + 1:02}-{at % 28 + 1:02}")
            case _:
                start, end = (self._at(name, at).ref for name in ("Municipality", "Programme"))
                properties: dict[str, Any] = {"role": "PARTICIPANT", "since": "2024"}
                return Change(None, EdgeState(EdgeKey("JOINED", start, end, f"{at}"), properties))

    def _at(self, name: str, at: int) -> NodeState:
        return self.states[name][at % len(self.states[name])]

    def _other(self, name: str, at: int, prop: str, value: str | int) -> Change:
        before = self._at(name, at)
        after = dataclasses.replace(before, properties={**before.properties, prop: value})
        self.states[name][at % len(self.states[name])] = after
        return Change(before, after)


def seeding(graph: Graph, model: Model) -> float:
    """Return the seconds of a seed of so many changes (W2)."""

    def grown(node: NodeState) -> NodeState:
        population = int(str(node.properties["population"])) + 1
        return dataclasses.replace(node, properties={**node.properties, "population": population})

    def plan(present: Snapshot) -> list[Change]:
        nodes = [node for node in present.nodes.values() if "population" in node.properties]
        return [Change(node, grown(node)) for node in nodes[:CHANGES]]

    begin = time.perf_counter()
    store.write(graph, model, plan, author="benchmark")
    return time.perf_counter() - begin


def changing(graph: Graph, writer: Writer, peer: Contestant | None) -> dict[str, float]:
    """Return the milliseconds of one change of one thing (W1): ours is a revision with history, by hand is one SET."""
    slugs = [slug for [slug] in graph.run("MATCH (p:Programme) RETURN p.slug ORDER BY p.slug")]
    found: dict[str, list[float]] = {"engagegraph": [], "limit": [], "peer": []}

    def timed(name: str, write: Callable[[], object]) -> None:
        begin = time.perf_counter()
        write()
        found[name].append((time.perf_counter() - begin) * 1000)

    with asyncio.Runner() as runner:
        client = None if peer is None else runner.run(Client.open(peer.port))
        for turn in range(TURNS):
            # What it is already, so that whoever asks afterwards is told the same.
            values = {"slug": slugs[turn % len(slugs)]}
            [[values["kind"]]] = graph.run("MATCH (p:Programme {slug: $slug}) RETURN p.kind", values)
            timed("engagegraph", writer)
            timed("limit", partial(graph.table, BY_HAND, values, write=True))
            if client is not None:
                timed("peer", partial(_asked, runner, client, request("Kind", MUTATION, values)))
    return {name: statistics.median(times) for name, times in found.items() if times}


def _asked(runner: asyncio.Runner, client: Client, sent: bytes) -> None:
    runner.run(client.ask(sent))
