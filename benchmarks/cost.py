"""Does the estimate of an operation's cost rank as the database's own hits do? Spearman's correlation over many.

    python -m benchmarks.cost                      # Germany, a private Neo4j in a temporary home
    python -m benchmarks.cost --scale 0.05         # a twentieth, to try things
    python -m benchmarks.cost --keep FILE          # write down what was measured
    python -m benchmarks.cost --kept FILE          # estimate anew what was measured before; no database

Four of five operations are drawn as the cross-check draws them, everything that the schema allows for lists and single
things; every fifth is a question across the graph. All keep the limits of anonymous readers but for the budget, and
each is profiled once. One that takes longer than anybody may is ended and ranks above all that came back.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from tests.reference.operations import operations

from benchmarks.contest.workload import Workload, stocked
from engagegraph import settings as places
from engagegraph.errors import Failure
from engagegraph.graph.client import AsyncGraph, Graph
from engagegraph.model import Model, load_model
from engagegraph.query.counts import COUNTING, Counts
from engagegraph.query.ids import encode_id
from engagegraph.query.prepare import Preparer
from engagegraph.web.engines import build_preparer
from engagegraph.write.change import Ref, Snapshot

SEED, BYTES, SAMPLE = 7, 8192, 600
VIEWER, DATED = "public", ', asOf: "2015"'
MANY = 1_000_000
LEAST = 0.8
"""The correlation from which on a budget means something."""

Document = tuple[str, dict[str, Any], str | None]


@dataclass(frozen=True)
class Measured:
    """One operation, how many hits it took and how many milliseconds; without hits it was ended."""

    text: str
    variables: dict[str, Any]
    name: str | None
    kind: str
    hits: int | None
    milliseconds: float


# -- operations --------------------------------------------------------------------------------------------------------


def sample(workload: Workload) -> Snapshot:
    """Return some nodes of the workload, which operands are taken from."""
    nodes = [*workload.nodes()]
    chosen = random.Random(SEED).sample(nodes, min(SAMPLE, len(nodes)))
    return Snapshot({state.ref: state for state in chosen}, {})


def drawn(preparer: Preparer, snapshot: Snapshot) -> Iterator[tuple[str, Document]]:
    """Yield operations without end, each once, with what kind of operation it is."""
    strategy = operations(preparer.schema, preparer.model, snapshot)
    chance, known, found = random.Random(SEED), set(), []
    asked = questions(preparer.model, [*snapshot.nodes], chance)

    @settings(database=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck], deadline=None)
    @given(strategy)
    def draw(operation: Any) -> None:
        found.append((operation.text, operation.values, operation.name))

    while True:
        draw.hypothesis.fuzz_one_input(chance.randbytes(BYTES))  # type: ignore[attr-defined]
        for document in found:
            if document[0] not in known:
                known.add(document[0])
                yield "lists", document
                if len(known) % 4 == 0:
                    yield next(asked)
        found.clear()


def questions(model: Model, refs: Sequence[Ref], chance: random.Random) -> Iterator[tuple[str, Document]]:
    """Yield questions across the graph about things of the sample, with arguments within their bounds."""
    things = [ref for ref in refs if ref.type != model.provenance]
    plurals = [t.plural for t in model.types.values()]
    words = ["Ehrenamt", "Nachbarschaft", "Netz", "An", "Landkreis", "Tag", "Berg", "Stiftung"]

    def thing() -> str:
        return json.dumps(encode_id(*chance.choice(things)))

    def number(most: int) -> int:
        return chance.randint(1, most)

    def maybe(text: str) -> str:
        return chance.choice(["", text])

    makers = {
        "path": lambda: (
            f"path(from: {thing()}, to: {thing()}{maybe(f', first: {number(5)}')}{maybe(', all: true')}"
            f"{maybe(DATED)}) {{ length nodes {{ displayName }} {maybe('steps { edges { sentence } }')} }}"
        ),
        "neighbourhood": lambda: (
            f"neighbourhood(id: {thing()}, depth: {number(3)}, first: {number(20)}, most: {number(100)}"
            f"{maybe(DATED)}) {{ nodes {{ node {{ displayName }} {maybe('degree')} "
            f"{maybe('more { count }')} }} {maybe('edges { type sentence }')} }}"
        ),
        "participation": lambda: (
            f"participation(rows: {{{chance.choice(plurals)}: {{}}}}, columns: {{{chance.choice(plurals)}: {{}}}}, "
            f"firstRows: {number(30)}, firstColumns: {number(30)}{maybe(', empty: true')}) {{ rows {{ totalCount }} "
            f"{maybe('total')} {maybe('cells { row column edges { type } }')} }}"
        ),
        "overlap": lambda: (
            f"overlap(of: [{', '.join(thing() for _ in range(number(3)))}]) {{ jaccard {maybe('things { count }')} "
            f"{maybe(f'shared(first: {number(50)}) {{ node {{ displayName }} }}')} "
            f"{maybe(f'others(first: {number(20)}) {{ node {{ displayName }} sharedCount jaccard }}')} }}"
        ),
        "timeline": lambda: (
            f"timeline(of: {thing()}, first: {number(100)}) {{ {maybe('totalCount')} entries {{ date "
            f"{maybe('sentence')} {maybe('node { displayName }')} }} }}"
        ),
        "suggest": lambda: (
            f"suggest(prefix: {json.dumps(chance.choice(words))}, first: {number(30)}) {{ displayName }}"
        ),
    }
    while True:
        kind = chance.choice([*makers])
        yield kind, (f"{{ {makers[kind]()} }}", {}, None)


# -- measuring ---------------------------------------------------------------------------------------------------------


async def measure(graph: AsyncGraph, preparer: Preparer, snapshot: Snapshot, wanted: int) -> list[Measured]:
    """Profile so many operations, as far as the limits allow them and the database has to do with them."""
    found: list[Measured] = []
    refused = 0
    for kind, (text, variables, name) in drawn(preparer, snapshot):
        if len(found) == wanted:
            break
        try:
            bound = preparer.prepare(text, variables, name)
        except (Failure, ExceptionGroup):  # another limit, or an operand of a kind that the workload has nothing of
            refused += 1
            continue
        cypher = bound.prepared.statement.vouched
        if not cypher:
            continue
        begin, hits = time.perf_counter(), None
        try:
            _, hits = await graph.profile(cypher, bound.parameters, preparer.limits.seconds)
        except Failure as failure:
            if failure.code != "OPERATION_TIMEOUT":
                raise
        taken = (time.perf_counter() - begin) * 1000
        found.append(Measured(text, dict(variables), name, kind, hits, taken))
        if len(found) % 50 == 0:
            print(f"   {len(found)} profiled", file=sys.stderr, flush=True)
    print(f"{len(found)} operations, {refused} refused for other reasons")
    return found


def profiled(scale: float, wanted: int, preparer: Preparer) -> tuple[list[Measured], dict[str, Any]]:
    """Profile operations on a graph of this scale; return them, and how much there is."""
    with stocked(preparer.model, Workload(scale), None) as (_, address):
        with Graph.open(address) as graph:
            [[data]] = graph.run(COUNTING)

        async def run() -> list[Measured]:
            async with AsyncGraph.open(address) as graph:
                return await measure(graph, preparer, sample(Workload(scale)), wanted)

        return asyncio.run(run()), data


# -- comparing ---------------------------------------------------------------------------------------------------------


def ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value; equal ones share the mean of theirs."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found, at = [0.0] * len(values), 0
    while at < len(order):
        end = at
        while end < len(order) and values[order[end]] == values[order[at]]:
            end += 1
        for place in order[at:end]:
            found[place] = (at + end - 1) / 2
        at = end
    return found


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Return the correlation of the ranks."""
    return statistics.correlation(ranks(one), ranks(other))


def report(preparer: Preparer, measured: Sequence[Measured], worst: int) -> float:
    """Print how estimates and hits compare; return the correlation."""
    estimated = [preparer.prepare(m.text, m.variables, m.name).cost.hits for m in measured]
    hits = [float("inf") if m.hits is None else m.hits for m in measured]
    correlation = spearman(estimated, hits)
    for kind in dict.fromkeys(m.kind for m in measured):
        at = [i for i, m in enumerate(measured) if m.kind == kind]
        if len(at) > 2:
            own = spearman([estimated[i] for i in at], [hits[i] for i in at])
            print(f"{kind:>14}  {len(at):4} operations, Spearman's correlation {own:.3f}")
    ended = sum(m.hits is None for m in measured)
    print(f"{'all':>14}  {len(measured):4} operations, Spearman's correlation {correlation:.3f}; {ended} were ended")
    ratios = sorted(e / max(1, h) for e, h in zip(estimated, hits, strict=True))
    tenths = statistics.quantiles(ratios, n=10)
    print(f"estimate / hits: a tenth below {tenths[0]:.2f}, half below {tenths[4]:.2f}, a tenth above {tenths[8]:.2f}")
    many = [m.hits / m.milliseconds / 1000 for m in measured if m.hits is not None and m.hits >= MANY]
    if many:
        print(f"{len(many)} took {MANY} hits or more, at {min(many):.1f} to {max(many):.1f} million each second")
    first, second = ranks(estimated), ranks(hits)
    print("furthest off, by rank:")
    for i in sorted(range(len(measured)), key=lambda i: -abs(first[i] - second[i]))[:worst]:
        text = " ".join(measured[i].text.split())
        print(
            f"  {estimated[i]:>10} estimated, {hits[i]:>10} hits: {text[:400]} {json.dumps(measured[i].variables)[:80]}"
        )
    return correlation


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cost")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--operations", type=int, default=1000)
    parser.add_argument("--worst", type=int, default=10)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--kept", type=Path)
    options = parser.parse_args()
    model = load_model(places.schema_folder() / "model")
    preparer = build_preparer(model, VIEWER)
    preparer.limits = replace(preparer.limits, cost=10**18)
    if options.kept is None:
        measured, data = profiled(options.scale, options.operations, preparer)
    else:
        kept: Mapping[str, Any] = json.loads(options.kept.read_text(encoding="utf-8"))
        measured, data = [Measured(**m) for m in kept["measured"]], kept["data"]
    if options.keep is not None:
        document = {"measured": [asdict(m) for m in measured], "data": data}
        options.keep.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    preparer.counts = Counts.read(data)
    sys.exit(report(preparer, measured, options.worst) < LEAST)


if __name__ == "__main__":
    main()
