"""Seeding 10,000 nodes and 100,000 relations from files, beside the best plain script for the same data in memory.

The whole of `engagegraph seed` runs in a process of its own: reading YAML and CSV, checking everything, comparing
with the graph, writing with companions, indexes and history. The plain script knows the data already and only sends
`UNWIND … MERGE`.

    python -m benchmarks.seeding            # a private Neo4j in a temporary home
"""

from __future__ import annotations

import csv
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from engagegraph import settings
from engagegraph.derive.constraints import constraints
from engagegraph.graph import local, migrate, store
from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.graph.local.home import Home
from engagegraph.model import load_model
from engagegraph.seeds import load
from engagegraph.write.change import Snapshot
from engagegraph.write.statement import quoted

NODES = {
    "municipalities": (5_000, "GEMEINDE"),
    "partners": (2_500, "ASSOCIATION"),
    "events": (1_500, "MEETING"),
    "networks": (500, "NETWORK"),
    "programmes": (480, "PROGRAMME"),
    "sources": (20, "DOCUMENT"),
}
RELATIONS = {
    "JOINED": ("municipality", "programme", 40_000, ("PARTICIPANT", "PILOT_SITE")),
    "MEMBER_OF": ("municipality", "network", 20_000, ("MEMBER", "FOUNDING_MEMBER")),
    "SUPPORTS": ("partner", "programme", 25_000, ("FUNDER", "CARRIER", "COORDINATOR")),
    "ORGANISES": ("partner", "event", 15_000, ("ORGANISER", "HOST")),
}
Rows = list[dict[str, Any]]
MOST_RATIO, MOST_BYTES = 3.0, 1_000_000_000


def generate(folder: Path) -> None:
    """Write seed files with the numbers above; always the same ones."""
    chance = random.Random(1)
    types = load_model(settings.model_folder()).plurals
    for plural, (number, kind) in NODES.items():
        word, name = types[plural].singular, types[plural].display
        with (folder / f"{plural}.yaml").open("w", encoding="utf-8") as file:
            for i in range(number):
                file.write(f"- slug: {word}-{i}\n  {name}: Großes Beispiel {i} für {word}\n  kind: {kind}\n")
                if plural == "municipalities":
                    file.write(f"  ags: '{i:08}'\n  population: {chance.randint(1_000, 900_000)}\n")
                if plural == "sources":
                    continue
                text = "Ein Absatz über bürgerschaftliches Engagement vor Ort. " * 3
                if "summary" in types[plural].properties:
                    file.write(f"  summary:\n    de: |\n      {text}\n    en: |\n      {text}\n")
                file.write(f"  sources:\n    - source-{i % 20}: Seite {i % 90}, Abschnitt {i % 7}\n")
    sizes = {types[plural].singular: number for plural, (number, _) in NODES.items()}
    for relation, (start, end, number, roles) in RELATIONS.items():
        pairs = chance.sample(range(sizes[start] * sizes[end]), number)
        with (folder / f"{relation}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["from", "to", "role", "since", "until", "note", "sources"])
            for pair in pairs:
                sides = f"{start}/{start}-{pair % sizes[start]}", f"{end}/{end}-{pair // sizes[start]}"
                since = chance.randint(1990, 2015)
                life = f"{since}-{pair % 12 + 1:02}", since + pair % 9 + 1
                source = f"source-{pair % 20}: Zeile {pair % 500}"
                writer.writerow([*sides, chance.choice(roles), *life, f"laut Liste {pair % 100}", source])


def ours(address: Address, folder: Path) -> dict[str, float]:
    """Run a seeding in a process of its own; return its seconds and the most memory it had, in bytes."""
    environment = {
        **os.environ,
        "NEO4J_URI": address.uri,
        "NEO4J_PASSWORD": address.password,
        "NEO4J_USER": address.user,
    }
    command = [sys.executable, "-m", "benchmarks.seeding", "--seed", str(folder)]
    started = time.perf_counter()
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    print(done.stderr, end="")
    return {"seconds": time.perf_counter() - started, **json.loads(done.stdout.splitlines()[-1])}


def child(folder: str) -> None:
    """What `ours` runs: the verb itself; at the end its memory."""
    from engagegraph.cli.seed import command

    command(["--author", "benchmark", folder], standalone_mode=False)
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"bytes": kilobytes * (1 if sys.platform == "darwin" else 1024)}))


def plain(graph: Graph, snapshot: Snapshot) -> float:
    """Merge the same nodes and relations with the plainest fast statements; return the seconds."""
    nodes: dict[str, Rows] = defaultdict(list)
    for node in snapshot.nodes.values():
        nodes[node.ref.type].append({**node.properties, "sources": [*map(": ".join, node.citations)]})
    edges: dict[tuple[str, str, str], Rows] = defaultdict(list)
    for edge in snapshot.edges.values():
        row = {
            "a": edge.key.start.slug,
            "b": edge.key.end.slug,
            "p": {**edge.properties, "sources": [*map(": ".join, edge.citations)]},
        }
        edges[edge.key.relation, edge.key.start.type, edge.key.end.type].append(row)
    for label in nodes:
        graph.table(f"CREATE CONSTRAINT FOR (n:{quoted(label)}) REQUIRE n.slug IS UNIQUE", write=True)
    started = time.perf_counter()
    with graph.transaction() as tx:
        for label, rows in nodes.items():
            for batch in _batches(rows):
                tx.run(
                    f"UNWIND $rows AS row MERGE (n:{quoted(label)} {{slug: row.slug}}) SET n += row", {"rows": batch}
                )
        for (relation, start, end), rows in edges.items():
            sides = f"MATCH (a:{quoted(start)} {{slug: row.a}}), (b:{quoted(end)} {{slug: row.b}})"
            for batch in _batches(rows):
                tx.run(
                    f"UNWIND $rows AS row {sides} MERGE (a)-[r:{quoted(relation)}]->(b) SET r += row.p", {"rows": batch}
                )
    return time.perf_counter() - started


def _batches(rows: Rows, size: int = 10_000) -> list[Rows]:
    return [rows[start : start + size] for start in range(0, len(rows), size)]


def empty(graph: Graph) -> None:
    """Remove all data, constraints and indexes."""
    graph.table("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS", write=True)
    for row in graph.run("SHOW CONSTRAINTS YIELD name"):
        graph.table(f"DROP CONSTRAINT {quoted(row[0])}", write=True)
    for row in graph.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"):
        graph.table(f"DROP INDEX {quoted(row[0])}", write=True)


def main() -> None:
    os.environ.setdefault("ENGAGEGRAPH_JARS", str(Home.of().jars))
    model = load_model(settings.model_folder())
    with (
        tempfile.TemporaryDirectory() as name,
        local.lease(Path(name) / "home") as address,
        Graph.open(address) as graph,
    ):
        folder = Path(name) / "seeds"
        folder.mkdir()
        generate(folder)
        snapshot = load.load_seeds(model, folder)
        print(f"{len(snapshot.nodes)} nodes, {len(snapshot.edges)} relations")
        base, mine, most = [], [], 0.0
        for turn in ("warm up", 1, 2, 3):
            empty(graph)
            seconds = plain(graph, snapshot)
            empty(graph)
            migrate.prepare(graph, model, constraints(model), settings.migrations_folder())
            measured = ours(address, folder)
            told = f"engagegraph seed {measured['seconds']:.2f} s, {measured['bytes'] / 1e6:.0f} MB"
            print(f"{turn}: plain {seconds:.2f} s, {told}", flush=True)
            if turn != "warm up":
                base.append(seconds)
                mine.append(measured["seconds"])
                most = max(most, measured["bytes"])
        [revision] = store.read_revisions(graph, 1)
        assert revision.added == len(snapshot.nodes) + len(snapshot.edges)
    ratio = min(mine) / min(base)
    print(f"plain {min(base):.2f} s, engagegraph {min(mine):.2f} s, {most / 1e6:.0f} MB")
    print(f"ratio {ratio:.2f} (at most {MOST_RATIO:g})")
    sys.exit(ratio > MOST_RATIO or most > MOST_BYTES)


if __name__ == "__main__":
    child(sys.argv[2]) if sys.argv[1:2] == ["--seed"] else main()
