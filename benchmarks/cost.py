"""Does the estimate of an operation's cost rank as the database's own hits do? Spearman's correlation over many.

    python -m benchmarks.cost                      # Germany, a private Neo4j in a temporary home
    python -m benchmarks.cost --home FOLDER        # a home that holds the data already, or will hold it
    python -m benchmarks.cost --scale 0.05         # a twentieth, to try things
    python -m benchmarks.cost --keep FILE          # write down what was measured
    python -m benchmarks.cost --kept FILE          # estimate anew what was measured before; no database

Four of five operations are drawn as the cross-check draws them, everything that the schema allows for lists and single
things; every fifth is a question across the graph. All keep the limits of anonymous readers but for the budget, and
each is profiled once, with the network that it reads, if that is to be measured. One that takes more than a minute is
ended and ranks above all that came back.
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
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from tests.reference.operations import operations

from benchmarks.contest.workload import Workload, stocked
from engagegraph import settings as places
from engagegraph.errors import Failure
from engagegraph.graph import store
from engagegraph.graph.address import Address
from engagegraph.graph.client import AsyncGraph, Graph
from engagegraph.model import Model, load_model
from engagegraph.query.counts import COUNTING, Counts
from engagegraph.query.ids import encode_id
from engagegraph.query.measures import COMMUNITIES, MeasureRequest
from engagegraph.query.prepare import Bound, Preparer
from engagegraph.web.engines import build_preparer
from engagegraph.write.change import Change, Ref, Snapshot
from engagegraph.write.history import Revision

SEED, BYTES, SAMPLE = 7, 8192, 600
VIEWER, DATED = "public", ', asOf: "2015"'
MEASURES = ("DEGREE", "PAGERANK", "BETWEENNESS", "CLOSENESS", "CORE")
MANY = 1_000_000
PATIENCE = 60.0
"""Seconds for each statement: hits are what is asked for, and counting them takes longer than the answer."""

REVISIONS, CHANGES = 200, 20
"""How long a history there is at least, and how many changes each revision has that is written for that."""

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
    """Return some nodes of the workload, of each type at least one, which operands are taken from."""
    nodes = [*workload.nodes()]
    chosen = random.Random(SEED).sample(nodes, min(SAMPLE, len(nodes)))
    chosen += {state.ref.type: state for state in nodes}.values()
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
    types = ["Node", *model.types]
    related = [
        relation.name
        for relation in model.relations.values()
        if any(model.provenance not in (*end.from_types, *end.to_types) for end in relation.ends)
    ]
    words = ["Ehrenamt", "Nachbarschaft", "Netz", "An", "Landkreis", "Tag", "Berg", "Stiftung"]

    def thing() -> str:
        return json.dumps(encode_id(*chance.choice(things)))

    def number(most: int) -> int:
        return chance.randint(1, most)

    def via() -> str:
        return f", via: [{', '.join(chance.sample(related, number(3)))}]"

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
        "rank": lambda: (
            f"rank(type: {chance.choice(types)}, by: {chance.choice(MEASURES)}, first: {number(100)}{maybe(via())}"
            f"{maybe(DATED)}) {{ totalCount {maybe('entries { rank node { displayName } }')} }}"
        ),
        "communities": lambda: (
            f"communities(first: {number(20)}, members: {number(20)}{maybe(via())}{maybe(DATED)}) {{ totalCount "
            f"{maybe('entries { size members { degree node { displayName } } }')} }}"
        ),
        "changes": lambda: (
            f"changes(first: {number(100)}{maybe(f', since: {number(REVISIONS)}')}{maybe(', newestFirst: true')}) "
            f"{{ entries {{ kind {maybe('node { slug } properties { name }')} }} }}"
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
        if not bound.prepared.statement.cypher:
            continue
        begin, hits = time.perf_counter(), None
        try:
            hits = await hits_of(graph, bound, PATIENCE)
        except Failure as failure:
            if failure.code != "OPERATION_TIMEOUT":
                raise
        taken = (time.perf_counter() - begin) * 1000
        found.append(Measured(text, dict(variables), name, kind, hits, taken))
        if len(found) % 50 == 0:
            print(f"   {len(found)} profiled", file=sys.stderr, flush=True)
    print(f"{len(found)} operations, {refused} refused for other reasons")
    return found


async def hits_of(graph: AsyncGraph, bound: Bound, seconds: float) -> int:
    """Return how many hits an operation takes: what is measured is read as if nobody had asked for it before.

    Errors: OPERATION_TIMEOUT, for each of its statements.
    """
    total, parameters = 0, dict(bound.parameters)
    for wanted in bound.measures:
        pieces, hits = await graph.profile(wanted.snapshot, wanted.parameters, seconds)
        total += hits
        parameters[wanted.name] = page(
            wanted, [node for _, lists, _ in pieces for node in zip(*lists[:2], strict=True)]
        )
    _, hits = await graph.profile(bound.prepared.statement.vouched, parameters, seconds)
    return total + hits


def page(wanted: MeasureRequest, nodes: list[tuple[str, str]]) -> dict[str, Any]:
    """Return a page of these types and slugs; others take as many hits to read, so nothing need be measured."""
    there = [*enumerate(node for node in nodes if node[0] in wanted.types)]
    if wanted.all:
        place = (lambda number: [number, 0]) if wanted.by == COMMUNITIES else (lambda number: number)
        return {kind: {slug: place(number) for number, (it, slug) in there if it == kind} for kind in wanted.types}
    size = wanted.size * max(1, wanted.each)
    return {kind: [[number, slug] for number, (it, slug) in there[:size] if it == kind] for kind in wanted.types}


def remember(graph: Graph, model: Model, workload: Workload) -> None:
    """Write as long a history as is to be there: revisions that each say something else of some nodes."""
    [[last]] = graph.run("MATCH (r:_Revision) RETURN max(r.number)")
    nodes = cycle(node for node in workload.nodes() if node.ref.type == "Programme")
    for number in range(last + 1, REVISIONS + 1):
        changes = [
            Change(node, replace(node, properties={**node.properties, "note": f"Stand {number}"}))
            for node in islice(nodes, CHANGES)
        ]
        revision = Revision(number, datetime.now(UTC), "benchmark", "", "", "", 0, CHANGES, 0)
        with graph.transaction() as tx:
            store.apply(tx, model, changes, revision)
    store.settle(graph)


@contextmanager
def germany(model: Model, scale: float, home: Path | None) -> Iterator[tuple[Path, Address, dict[str, Any]]]:
    """Yield a home whose server has a graph of this scale and a history, its address, and how much there is."""
    workload = Workload(scale)
    with stocked(model, workload, home) as (place, address):
        with Graph.open(address) as graph:
            remember(graph, model, workload)
            [[data]] = graph.run(COUNTING)
        yield place, address, data


def profiled(
    model: Model, scale: float, home: Path | None, wanted: int, preparer: Preparer
) -> tuple[list[Measured], dict[str, Any]]:
    """Profile operations on a graph of this scale; return them, and how much there is."""
    with germany(model, scale, home) as (_, address, data):

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
    estimated = [preparer.prepare(m.text, m.variables, m.name).estimated for m in measured]
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
    parser.add_argument("--home", type=Path, help="a home that holds the data already, or will hold it")
    parser.add_argument("--operations", type=int, default=1000)
    parser.add_argument("--worst", type=int, default=10)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--kept", type=Path)
    options = parser.parse_args()
    model = load_model(places.schema_folder() / "model")
    preparer = build_preparer(model, VIEWER)
    preparer.limits = replace(preparer.limits, cost=10**18)
    if options.kept is None:
        measured, data = profiled(model, options.scale, options.home, options.operations, preparer)
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
