"""What 50 hostile requests in parallel do to somebody who asks something reasonable: p95 quiet and loaded.

    python -m benchmarks.hostile            # a private Neo4j in a temporary home, a real server, real HTTP

A turn asks `ASKED` times while nobody else does, then as often while `HOSTILE` clients each have a hostile request
under way, again and again. The clients are a process of their own; on a machine with few cores they take time from the
server as well, which the ratio counts as the server's.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx

from benchmarks.reading import QUERY, VARIABLES, generate, seed
from engagegraph.graph import local

HOSTILE = 50
ASKED = 40
TURNS = 5
PAUSE = 0.02
"""Seconds between two hostile requests of one client: as if they came over a network."""
MOST = 2.0
"""How much the p95 may grow."""


def documents() -> dict[str, tuple[str, dict[str, Any]]]:
    """Return hostile documents by name, each with its variables."""
    chain = "".join(f" fragment F{i} on Query {{ ...F{(i + 1) % 200} }}" for i in range(200))
    bomb = "".join(f" fragment F{i} on Programme {{ ...F{i + 1} ...F{i + 1} }}" for i in range(100))
    where: dict[str, Any] = {"slug": {"eq": "a"}}
    for _ in range(200):
        where = {"NOT": where}
    asked = "query ($w: ProgrammeWhere) { programmes(where: $w) { totalCount } }"
    return {
        "10 MB": ("#" * 10_000_000, {}),
        "100,000 aliases": ("{" + " ".join(f"a{i}:__typename" for i in range(100_000)) + "}", {}),
        "1,000 aliases": ("{ dataset {" + " ".join(f"a{i}:name" for i in range(600)) + "} }", {}),
        "circle of fragments": ("{ ...F0 }" + chain, {}),
        "explosion": ("{ programmes { nodes { ...F0 } } }" + bomb + " fragment F100 on Programme { slug }", {}),
        "where of 10,000 nodes": (asked, {"w": {"OR": [{"slug": {"eq": "a"}}] * 5_000}}),
        "deep where": (asked, {"w": where}),
        "braces": ("{" * 40_000, {}),
    }


@contextlib.contextmanager
def served(home: Path) -> Iterator[str]:
    """Yield the address of a server on `home`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "engagegraph", "serve", "--port", str(port)]
    # Answers are not kept, so that what is measured goes the whole way.
    environment = {**os.environ, "ENGAGEGRAPH_HOME": str(home), "ENGAGEGRAPH_CACHE_MB": "0"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            for _ in range(600):
                with contextlib.suppress(httpx.TransportError):
                    httpx.get(f"{url}/health/live")
                    break
                time.sleep(0.2)
            yield f"{url}/graphql"
        finally:
            process.terminate()


async def attack(url: str) -> None:
    """Send hostile requests, `HOSTILE` at a time, until somebody ends this process."""
    texts = list(documents().values())

    async def one(client: httpx.AsyncClient, number: int) -> None:
        while True:
            text, variables = texts[number % len(texts)]
            # Never the same text twice: nothing is to be had from the cache.
            text = f"{text} #{number}"
            number += HOSTILE
            await client.post(url, json={"query": text, "variables": variables})
            await asyncio.sleep(PAUSE)

    limits = httpx.Limits(max_connections=HOSTILE)
    async with httpx.AsyncClient(timeout=60, limits=limits) as client:
        await asyncio.gather(*(one(client, number) for number in range(HOSTILE)))


def ask(client: httpx.Client, url: str, query: str, variables: dict[str, Any]) -> float:
    """Return the milliseconds until an answer is there."""
    begin = time.perf_counter()
    response = client.post(url, json={"query": query, "variables": variables})
    taken = (time.perf_counter() - begin) * 1000
    response.raise_for_status()
    return taken


def p95(client: httpx.Client, url: str) -> float:
    """Return the 95th percentile of `ASKED` reasonable requests."""
    times = [ask(client, url, QUERY, VARIABLES) for _ in range(ASKED)]
    return statistics.quantiles(times, n=20)[-1]


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["attack"]:
        asyncio.run(attack(sys.argv[2]))
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as folder:
        generate(Path(folder))
        with local.lease(Path(home)) as address:
            seed(address, Path(folder))
            with served(Path(home)) as url, httpx.Client(timeout=60) as client:
                for _ in range(3):
                    p95(client, url)
                for name, (text, variables) in documents().items():
                    taken = min(
                        httpx.post(url, json={"query": f"{text} #{i}", "variables": variables}).elapsed.total_seconds()
                        for i in range(5)
                    )
                    print(f"{name:>22}  {taken * 1000:8.1f} ms until it is refused")
                turns = []
                for _ in range(TURNS):
                    quiet = p95(client, url)
                    command = [sys.executable, "-m", "benchmarks.hostile", "attack", url]
                    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as attackers:
                        time.sleep(3)
                        loaded = p95(client, url)
                        attackers.kill()
                    turns.append((loaded / quiet, quiet, loaded))
                    time.sleep(2)
        local.stop(Path(home), force=True)
    ratio, quiet, loaded = sorted(turns)[len(turns) // 2]
    print(f"{'quiet':>22}  {quiet:8.1f} ms (p95 of {ASKED}, the median of {TURNS} turns)")
    print(f"{'loaded':>22}  {loaded:8.1f} ms with {HOSTILE} hostile requests under way")
    print(f"{'ratio':>22}  {ratio:8.2f} (limit: {MOST})")
    sys.exit(ratio > MOST)


if __name__ == "__main__":
    main()
