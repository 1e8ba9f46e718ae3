"""What a warm operation of 50 nested rows costs, part by part, outside and inside the database.

    python -m benchmarks.reading            # a private Neo4j in a temporary home

The limit is the same statement sent by hand through the same driver, its row put into a response by hand-written code.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import orjson

from engagegraph import settings
from engagegraph.derive.constraints import constraints
from engagegraph.graph import local, migrate, store
from engagegraph.graph.address import Address
from engagegraph.graph.client import AsyncGraph, Graph
from engagegraph.model import load_model
from engagegraph.query.engine import Engine
from engagegraph.seeds import load
from engagegraph.web.engines import build_preparer

ROWS = 50
ROUNDS = 400
MOST_OUTSIDE = 0.5
"""Milliseconds outside driver and database that 50 nested rows may cost."""

QUERY = """
query Joiners($slug: String!, $first: Int!) {
  programme(slug: $slug) {
    slug
    title
    participants(first: $first) {
      totalCount
      edges { since until role node { slug name state { name } } }
      pageInfo { hasNextPage }
    }
  }
}
"""
VARIABLES = {"slug": "programm", "first": ROWS}


def generate(folder: Path) -> None:
    """Write seed files of one programme with 50 districts in 10 states."""
    source = "sources: [{quelle: Seite 1}]"
    (folder / "sources.yaml").write_text("- {slug: quelle, title: Quelle, kind: DOCUMENT}\n", encoding="utf-8")
    states = [f"- {{slug: land-{i}, name: Land {i}, {source}}}\n" for i in range(10)]
    (folder / "states.yaml").write_text("".join(states), encoding="utf-8")
    districts = [
        f"- {{slug: kreis-{i}, name: Kreis {i}, kind: LANDKREIS, state: land-{i % 10}, {source}}}\n"
        for i in range(ROWS)
    ]
    (folder / "districts.yaml").write_text("".join(districts), encoding="utf-8")
    joined = "".join(
        f"    - {{node: district/kreis-{i}, role: PARTICIPANT, since: 20{i % 20 + 10}-01}}\n" for i in range(ROWS)
    )
    programme = f"- slug: programm\n  title: Programm\n  kind: PROGRAMME\n  {source}\n  participants:\n{joined}"
    (folder / "programmes.yaml").write_text(programme, encoding="utf-8")


def seed(address: Address, folder: Path) -> None:
    """Put the generated content into the database."""
    model = load_model(settings.model_folder())
    with Graph.open(address) as graph:
        migrate.prepare(graph, model, constraints(model), settings.migrations_folder())
        store.seed(
            graph,
            model,
            lambda present: load.load_seeds(model, folder, present),
            owner=load.OWNER,
            author="benchmark",
            message="",
            source="",
            commit="",
            prune=False,
        )


async def median(run: Callable[[], Awaitable[object]]) -> float:
    """Return the median of `ROUNDS` runs in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        await run()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


async def measure(address: Address) -> dict[str, float]:
    """Return milliseconds by part."""
    model = load_model(settings.model_folder())
    preparer = build_preparer(model, "public")
    async with AsyncGraph.open(address) as graph:
        engine = Engine(preparer, graph.run)
        bound = preparer.prepare(QUERY, VARIABLES, None)
        cypher = bound.prepared.statement.cypher
        row = (await graph.run(cypher, bound.parameters))[0]
        data = bound.prepared.shape(row, bound.local, bound.constants)
        answer = await engine.answer(QUERY, VARIABLES)
        if answer.data != data or len(data["programme"]["participants"]["edges"]) != ROWS:
            raise SystemExit("the parts do not add up to the answer")

        async def prepare() -> object:
            return preparer.prepare(QUERY, VARIABLES, None)

        async def shape() -> object:
            return bound.prepared.shape(row, bound.local, bound.constants)

        async def encode() -> object:
            return orjson.dumps({"data": data})

        async def database() -> object:
            return await graph.run(cypher, bound.parameters)

        async def whole() -> object:
            return orjson.dumps((await engine.answer(QUERY, VARIABLES)).document())

        async def by_hand() -> object:
            found = (await graph.run(cypher, bound.parameters))[0]
            return orjson.dumps({"data": _by_hand(found)})

        if _by_hand(row) != data:
            raise SystemExit("the hand-written answer differs")
        for warm in (database, whole, by_hand):
            await median(warm)
        parts = {
            name: await median(run)
            for name, run in (("prepare", prepare), ("shape", shape), ("encode", encode), ("database", database))
        }
        return {**parts, "whole": await median(whole), "by hand": await median(by_hand)}


def _by_hand(row: list[Any]) -> dict[str, Any]:
    """Shape the row as somebody would who writes this one query by hand."""
    slug, title, total, found = row[0]
    edges = [
        {
            "since": r[0],
            "until": r[1],
            "role": r[2],
            "node": {"slug": r[3], "name": r[4], "state": r[5] and {"name": r[5][0]}},
        }
        for r in found[:ROWS]
    ]
    page = {"hasNextPage": len(found) > ROWS}
    return {
        "programme": {
            "slug": slug,
            "title": title,
            "participants": {"totalCount": total, "edges": edges, "pageInfo": page},
        }
    }


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as folder:
        generate(Path(folder))
        with local.lease(Path(home)) as address:
            seed(address, Path(folder))
            found = asyncio.run(measure(address))
        local.stop(Path(home), force=True)
    outside = found["prepare"] + found["shape"] + found["encode"]
    for name, value in found.items():
        print(f"{name:>10}  {value:7.3f} ms")
    print(f"{'outside':>10}  {outside:7.3f} ms of {MOST_OUTSIDE} ms for {ROWS} nested rows (prepare + shape + encode)")
    print(f"{'ratio':>10}  {found['whole'] / found['by hand']:7.3f} (whole against the same statement by hand)")
    sys.exit(outside > MOST_OUTSIDE)


if __name__ == "__main__":
    main()
