"""Runs the contest and prints its tables."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import orjson
import psutil

from benchmarks.contest import measure, report
from benchmarks.contest.contestants import Client, Contestant, install_peer, running
from benchmarks.contest.limit import STATEMENTS
from benchmarks.contest.operations import Question, flat, questions
from benchmarks.contest.workload import Workload, stocked
from benchmarks.contest.writing import CHANGES, Writer, changing, seeding
from engagegraph import settings
from engagegraph.graph import local
from engagegraph.graph.address import Address
from engagegraph.graph.client import AsyncGraph, Graph
from engagegraph.graph.local.home import Home
from engagegraph.model import load_model
from engagegraph.query.engine import Engine
from engagegraph.query.prepare import Preparer
from engagegraph.web.engines import build_preparer

CHECKED = 20
PAGES = (
    "query ($after: String) { municipalities(first: 100, after: $after) { edges { cursor } pageInfo { endCursor } } }"
)


async def cursors(address: Address, preparer: Preparer, most: int) -> list[str]:
    """Return the cursors of the first municipalities by name."""
    found: list[str] = []
    async with AsyncGraph.open(address) as graph:
        engine = Engine(preparer, graph.run)
        while len(found) < most:
            answer = await engine.answer(PAGES, {"after": found[-1] if found else None})
            assert answer.data is not None, answer.errors
            found += [edge["cursor"] for edge in answer.data["municipalities"]["edges"]]
    return found


def prepared(graph: Graph, address: Address, preparer: Preparer, workload: Workload) -> list[Question]:
    """Return the questions with the variables that need the data."""
    places = [r[0] for r in graph.run("MATCH (m:Municipality) RETURN m._place AS place ORDER BY place")]
    marks = asyncio.run(cursors(address, preparer, len(places) * 52 // 100 + 100))
    asked = questions(workload, places, marks.__getitem__)
    for question in asked:
        for variables in question.variables if question.name == "Q7" else ():
            bound = preparer.prepare(question.text, variables, None)
            [name] = [p.name for p in bound.prepared.statement.params if p.convert.startswith("query:")]
            variables["lucene"] = bound.parameters[name]
    for label, index in (("Programme", "peer_programmes"), ("Network", "peer_networks")):
        graph.table(f"CREATE FULLTEXT INDEX {index} IF NOT EXISTS FOR (n:{label}) ON EACH [n.title]", write=True)
    graph.run("CALL db.awaitIndexes(300)")
    return asked


async def check(asked: list[Question], contestants: list[Contestant]) -> list[str]:
    """See that all answer the same; return what differs."""
    wrong = []
    for question in asked:
        answers: dict[str, list[Any]] = {}
        for contestant in contestants:
            if contestant.name in {"engagegraph", "cached", *question.answered}:
                client = await Client.open(contestant.port)
                sent = measure.requests(question, contestant.name)[:CHECKED]
                got = [orjson.loads(await client.ask(one)) for one in sent]
                client.close()
                if broken := [g for g in got if g.get("errors")]:
                    raise SystemExit(f"{contestant.name} {question.name}: {broken[0]}")
                answers[contestant.name] = [flat(g["data"]) for g in got]
        for name, found in answers.items():
            if name in {"cached", *question.compared} and found != answers["engagegraph"]:
                at = next(
                    i for i, pair in enumerate(zip(found, answers["engagegraph"], strict=True)) if pair[0] != pair[1]
                )
                one, other = found[at], answers["engagegraph"][at]
                more, less = [x for x in one if x not in other], [x for x in other if x not in one]
                wrong.append(f"{question.name}: {name} differs with {question.variables[at]}: {more[:5]} {less[:5]}")
    return wrong


def hits(graph: Graph, preparer: Preparer, asked: list[Question]) -> dict[str, tuple[int, int]]:
    """Return the database's hits for each question, ours and by hand: the sum over five sets of variables."""
    found = {}
    for question in asked:
        ours = hand = 0
        for variables in question.variables[:5]:
            bound = preparer.prepare(question.text, variables, None)
            ours += _hits(graph, bound.prepared.statement.cypher, bound.parameters)
            hand += _hits(graph, STATEMENTS[question.name], variables)
        found[question.name] = (ours, hand)
    return found


def _hits(graph: Graph, cypher: str, parameters: Mapping[str, Any]) -> int:
    return sum(operator.db_hits or 0 for operator in graph.profile(cypher, parameters).walk())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.contest")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.0, help="for each question, contestant and way of asking")
    parser.add_argument("--without", action="append", default=[], help="a contestant to leave out")
    parser.add_argument("--only", action="append", default=[], help="a question to ask alone")
    parser.add_argument("--home", type=Path, help="a home that holds the data already, or will hold it")
    options = parser.parse_args()
    logging.getLogger("neo4j").setLevel(logging.ERROR)  # a profiled statement names what is nowhere in the data
    os.environ.setdefault("ENGAGEGRAPH_JARS", str(Home.of().jars))
    model = load_model(settings.model_folder())
    preparer = build_preparer(model, "public")
    workload = Workload(options.scale)
    with ExitStack() as stack:
        home, address = stack.enter_context(stocked(model, workload, options.home))
        graph = stack.enter_context(Graph.open(address))
        names = [n for n in ("engagegraph", "cached", "limit", "loaders", "peer") if n not in options.without]
        if "peer" in names:
            install_peer()
        asked = prepared(graph, address, preparer, workload)
        asked = [q for q in asked if not options.only or q.name in options.only]
        contestants = {name: stack.enter_context(running(name, address)) for name in names}
        wrong = asyncio.run(check(asked, list(contestants.values())))
        for line in wrong:
            print(line)
        database = psutil.Process(local.status(home).server_pid)
        report.hits(hits(graph, preparer, asked))
        first = [c for name, c in contestants.items() if name != "cached"]
        found = asyncio.run(measure.rounds(asked, first, database, options.rounds, options.seconds))
        report.questions(asked, [c.name for c in first], found)
        writer = Writer(graph, model, Workload(options.scale))
        mixed: dict[str, list[tuple[float, int]]] = {}
        for turn in range(options.rounds):
            for contestant in contestants.values():
                if contestant.name != "loaders":
                    rate = asyncio.run(measure.mixed(asked, contestant, options.seconds * 20, writer, turn))
                    mixed.setdefault(contestant.name, []).append(rate)
        report.mixed(mixed)
        report.servers(list(contestants.values()))
        report.writing(
            changing(graph, writer, contestants.get("peer")), [seeding(graph, model) for _ in range(3)], CHANGES
        )
    if wrong:
        raise SystemExit("some answers differ")


if __name__ == "__main__":
    main()
