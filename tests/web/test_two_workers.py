"""Two server processes on one database while others write to it: what their caches may never do."""

from __future__ import annotations

import asyncio
import dataclasses
import os
import random
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import orjson
import pytest

from engagegraph.derive.constraints import constraints
from engagegraph.graph import migrate, store, tokens
from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.query.moment import CLOCK
from engagegraph.web.clock import BELIEVED
from engagegraph.write.change import Change, Citation, EdgeKey, EdgeState, NodeState, Ref, Snapshot

pytestmark = pytest.mark.db

SMALL = Path(__file__).parent.parent / "small_model"
CLUBS, FANS = 100, 8
WRITES = 30
PATIENCE = 240
BUSY = {"REVISION_AHEAD", "DATABASE_BUSY", "OPERATION_TIMEOUT"}
"""What a reader may be told instead of an answer, on a machine that is too busy."""

EVERYTHING = (
    "{ clubs(first: 100) { nodes { number clubs(first: 10) { nodes { number clubs(first: 10) { nodes { number } } } } } }"
    " people { nodes { name } } }"
)
PRIVATE = "{ people { nodes { name email } } }"


def content() -> Snapshot:
    """Clubs in a ring that all have the same number, each part of the next ones; and a person with an address."""
    cited = (Citation("q", "S. 1"),)
    nodes = [NodeState(Ref("Source", "q"), {"slug": "q", "title": "Quelle"})]
    nodes.append(NodeState(Ref("Person", "anna"), {"slug": "anna", "name": "Anna", "email": "anna@example.org"}, cited))
    refs = [Ref("Club", f"c{i:02}") for i in range(CLUBS)]
    nodes += [NodeState(ref, {"slug": ref.slug, "title": ref.slug, "number": 1}, cited) for ref in refs]
    keys = [
        EdgeKey("MEMBER_OF", one, other, "MEMBER")
        for i, one in enumerate(refs)
        for other in (refs + refs)[i + 1 : i + FANS + 1]
    ]
    edges = [EdgeState(key, {"role": "MEMBER"}, cited) for key in keys]
    return Snapshot({n.ref: n for n in nodes}, {e.key: e for e in edges})


def count_up(present: Snapshot) -> list[Change]:
    """Give every club the next number: the one that the revision will have."""
    clubs = [node for node in present.nodes.values() if node.ref.type == "Club"]
    number = max(int(str(club.properties["number"])) for club in clubs) + 1
    return [Change(club, dataclasses.replace(club, properties={**club.properties, "number": number})) for club in clubs]


@pytest.fixture
def filled(graph: Graph, small: Model, tmp_path: Path) -> Graph:
    migrate.prepare(graph, small, constraints(small), tmp_path)
    store.seed(graph, small, lambda _: content(), owner="seeds", author="test")
    return graph


@pytest.fixture
def workers(address: Address, filled: Graph, tmp_path: Path) -> Iterator[list[str]]:
    """The addresses of two servers."""
    declared = shutil.copytree(SMALL, tmp_path / "schema" / "model") / "model.yaml"
    text = declared.read_text(encoding="utf-8")
    assert text.count("sees: [public]}") == 1
    declared.write_text(text.replace("sees: [public]}", "sees: [public], limits: {seconds: 120}}"), encoding="utf-8")
    more = {"NEO4J_URI": address.uri, "NEO4J_USER": address.user, "NEO4J_PASSWORD": address.password}
    environment = {**os.environ, **more, "ENGAGEGRAPH_SCHEMA": str(tmp_path / "schema")}
    with ExitStack() as stack:
        urls = []
        for _ in range(2):
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                port = probe.getsockname()[1]
            command = [sys.executable, "-m", "engagegraph", "serve", "--port", str(port)]
            process = stack.enter_context(subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL))
            stack.callback(process.terminate)
            urls.append(f"http://127.0.0.1:{port}")
        end = time.monotonic() + PATIENCE
        while not all(map(alive, urls)):
            assert time.monotonic() < end, "the servers did not start"
            time.sleep(0.2)
        yield urls


def alive(url: str) -> bool:
    try:
        return httpx.get(f"{url}/health/live").status_code == 200
    except httpx.TransportError:
        return False


def numbers(document: Any) -> set[int]:
    """All numbers in an answer."""
    clubs = document["data"]["clubs"]["nodes"]
    assert len(clubs) == CLUBS
    found = {c["number"] for c in clubs}
    for club in clubs:
        assert len(club["clubs"]["nodes"]) == FANS
        for inner in club["clubs"]["nodes"]:
            found |= {inner["number"], *(innermost["number"] for innermost in inner["clubs"]["nodes"])}
    return found


class Reader:
    """Asks one of the workers, now and then naming a revision, and holds every answer to what was promised."""

    def __init__(self, seed: int, urls: list[str], token: str, latest: list[int], stop: threading.Event) -> None:
        self.chance = random.Random(seed)
        self.urls, self.token, self.latest, self.stop = urls, token, latest, stop
        self.revisions: set[int] = set()

    def read(self) -> None:
        """Read until told to stop, and once more."""
        # A connection that is kept may be closed by the server just when it is used again.
        with httpx.Client(timeout=60, limits=httpx.Limits(max_keepalive_connections=0)) as client:
            while not self.stop.is_set():
                self._ask(client)
            self._ask(client)

    def _ask(self, client: httpx.Client) -> None:
        url = f"{self.chance.choice(self.urls)}/graphql"
        editor = self.chance.random() < 0.5
        headers = {"Authorization": f"Bearer {self.token}"} if editor else {}
        if self.chance.random() < 0.3:
            document = client.post(url, json={"query": PRIVATE}, headers=headers).json()
            assert ("data" in document) is editor
            assert ("anna@example.org" in str(document)) is editor
            return
        named = self.latest[0]
        if self.chance.random() < 0.5:
            headers["Engagegraph-Min-Revision"] = str(named)
        # Half of the questions are new ones, so that they are read from the database, while it is written to.
        variables = {"any": self.chance.random()} if self.chance.random() < 0.5 else None
        response = client.post(url, json={"query": EVERYTHING, "variables": variables}, headers=headers)
        if response.status_code != 200:
            assert response.json()["errors"][0]["extensions"]["code"] in BUSY
            return
        revision = int(response.headers["Engagegraph-Revision"])
        assert numbers(response.json()) == {revision}
        assert "Engagegraph-Min-Revision" not in headers or revision >= named
        self.revisions.add(revision)


@pytest.mark.timeout(600)
def test_caches_are_never_wrong(workers: list[str], address: Address, filled: Graph, small: Model) -> None:
    token = tokens.create(filled, small, "editor", "probe")
    latest, stop = [1], threading.Event()
    readers = [Reader(seed, workers, token, latest, stop) for seed in range(6)]

    def write() -> None:
        with Graph.open(address) as graph:
            for _ in range(WRITES):
                revision = store.write(graph, small, count_up, author="test").revision
                assert revision is not None
                latest[0] = max(latest[0], revision.number)
                time.sleep(0.02)

    with ThreadPoolExecutor(len(readers) + 2) as pool:
        reading = [pool.submit(reader.read) for reader in readers]
        try:
            for writer in [pool.submit(write) for _ in range(2)]:
                writer.result()
        finally:
            stop.set()
        for one in reading:
            one.result()
    seen = set().union(*(reader.revisions for reader in readers))
    assert latest[0] == 1 + 2 * WRITES
    assert latest[0] in seen
    assert len(seen) > 1
    told = [httpx.get(f"{url}/health/caches").json() for url in workers]
    assert all(t["responses"]["hits"] and t["responses"]["misses"] for t in told)
    assert all(t["operations"]["public"]["hits"] for t in told)


def test_what_another_process_wrote_is_known_soon(workers: list[str], filled: Graph, small: Model) -> None:
    def read(**headers: str) -> set[int]:
        return numbers(httpx.post(f"{workers[0]}/graphql", json={"query": EVERYTHING}, headers=headers).json())

    assert read() == {1}
    store.write(filled, small, count_up, author="test")
    time.sleep(BELIEVED)
    assert read() == {2}
    store.write(filled, small, count_up, author="test")
    assert read(**{"Engagegraph-Min-Revision": "3"}) == {3}
    assert read() == {3}


def test_who_wrote_past_engagegraph_says_so(workers: list[str], filled: Graph, small: Model) -> None:
    def read() -> httpx.Response:
        return httpx.post(f"{workers[0]}/graphql", json={"query": EVERYTHING})

    first = read()
    filled.table("MATCH (c:Club) SET c.number = 77", write=True)
    time.sleep(BELIEVED)
    assert read().content == first.content
    revision = store.touch(filled, author="test", message="repaired by hand")
    assert (revision.number, revision.added, revision.changed, revision.removed) == (2, 0, 0, 0)
    assert store.read_changes(filled, 2) == []
    time.sleep(BELIEVED)
    changed = read()
    assert numbers(changed.json()) == {77}
    assert changed.headers["Engagegraph-Revision"] == "2"


def test_an_answer_outlives_revisions_that_do_not_touch_it(workers: list[str], filled: Graph, small: Model) -> None:
    def read(text: str) -> httpx.Response:
        response = httpx.post(f"{workers[0]}/graphql", json={"query": text})
        assert response.status_code == 200
        return response

    def kept() -> int:
        return int(httpx.get(f"{workers[0]}/health/caches").json()["responses"]["hits"])

    people = "{ people { nodes { name } } }"
    first = read(people)
    read(EVERYTHING)
    for number in (2, 3):
        store.write(filled, small, count_up, author="test")
        time.sleep(BELIEVED)
        hits = kept()
        again = read(people)
        assert (again.content, again.headers["Engagegraph-Revision"]) == (first.content, str(number))
        assert kept() == hits + 1
        assert numbers(read(EVERYTHING).json()) == {number}
        assert kept() == hits + 1


def test_a_writer_that_died_while_it_committed_is_settled_by_the_next(
    workers: list[str], filled: Graph, small: Model
) -> None:
    filled.table(f"MATCH (c:{CLOCK}) SET c.shows = ['', '2 x', '*']", write=True)
    response = httpx.post(f"{workers[0]}/graphql", json={"query": EVERYTHING}, timeout=60)
    assert numbers(response.json()) == {1}
    assert "Engagegraph-Revision" not in response.headers
    store.settle(filled)
    response = httpx.post(f"{workers[0]}/graphql", json={"query": EVERYTHING}, timeout=60)
    assert response.headers["Engagegraph-Revision"] == "1"


# -- clients that go away --------------------------------------------------------------------------------------------

ABANDONED, ENOUGH = 200, 50
AT_ONCE = 1.0
"""Seconds after which the database must be idle; more on a machine where a look at it takes long."""


def slow() -> str:
    """An operation that goes all ways of two steps, each of which is a row to be put into a group."""
    by = "clubs: { node: { clubs: { node: { id: VALUE } } } }"
    return f"{{ clubs {{ groupBy(by: [{{ {by} }}]) {{ count }} }} }}"


def running(graph: Graph) -> int:
    """How many statements the database is working on, but for this one."""
    look = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $label RETURN 1"
    return len(graph.run(look, {"label": ":Club"}))


async def abandon(url: str, graph: Graph) -> int:
    """Ask for something slow many times at once and go away once the database is busy; return how busy it was."""
    parts = urlsplit(url)
    writers = []
    for i in range(ABANDONED):
        body = orjson.dumps({"query": slow(), "variables": {"i": i}})  # no two are the same
        head = f"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        _, writer = await asyncio.open_connection(parts.hostname, parts.port)
        writer.write(head.encode() + body)
        await writer.drain()
        writers.append(writer)
    busy = 0
    end = time.monotonic() + 20
    while busy < ENOUGH and time.monotonic() < end:
        busy = await asyncio.to_thread(running, graph)
        await asyncio.sleep(0.1)
    for writer in writers:
        writer.transport.abort()
    return busy


def test_abandoned_queries_leave_an_idle_database(workers: list[str], filled: Graph) -> None:
    link = "MATCH (a:Club), (b:Club) WHERE a <> b CREATE (a)-[:MEMBER_OF {role: 'MEMBER', _key: 'MEMBER'}]->(b)"
    filled.table(link, write=True)
    running(filled)  # the statement is planned
    begin = time.monotonic()
    running(filled)
    most = max(AT_ONCE, 20 * (time.monotonic() - begin))
    assert most < 60, "the machine is too busy"  # the database would end them by itself after two minutes
    assert asyncio.run(abandon(workers[0], filled)) >= ENOUGH
    begin = looked = time.monotonic()
    while running(filled):
        assert looked - begin < most, "the database still works for nobody"
        time.sleep(0.02)
        looked = time.monotonic()  # what a look sees that began in time says nothing of later
    response = httpx.post(f"{workers[0]}/graphql", json={"query": PRIVATE.replace("email", "")}, timeout=60)
    assert response.status_code == 200
