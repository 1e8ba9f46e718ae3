"""A server that is told to stop in the middle of a request finishes it first."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

import httpx
import pytest

from engagegraph.graph.address import Address

pytestmark = pytest.mark.db
PATIENCE = 240
SLOW = 2.0


class Relay:
    """Hands on what comes and goes between a server and its database; answers take `delay` seconds longer."""

    def __init__(self, host: str, port: int) -> None:
        self.target = (host, port)
        self.delay = 0.0
        self.asked = threading.Event()
        self.busy = time.monotonic()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self.listener.accept()
                far = socket.create_connection(self.target)
                threading.Thread(target=self._pump, args=(near, far, False), daemon=True).start()
                threading.Thread(target=self._pump, args=(far, near, True), daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket, answers: bool) -> None:
        with suppress(OSError), source, sink:
            while data := source.recv(65536):
                self.busy = time.monotonic()
                if answers:
                    time.sleep(self.delay)
                else:
                    self.asked.set()
                sink.sendall(data)

    def close(self) -> None:
        self.listener.close()


@contextmanager
def relayed(address: Address) -> Iterator[tuple[Relay, dict[str, str]]]:
    parts = urlsplit(address.uri)
    relay = Relay(parts.hostname or "", parts.port or 7687)
    uri = f"bolt://127.0.0.1:{relay.port}"
    try:
        yield relay, {"NEO4J_URI": uri, "NEO4J_USER": address.user, "NEO4J_PASSWORD": address.password}
    finally:
        relay.close()


def wait(reached: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


def alive(url: str) -> bool:
    try:
        return httpx.get(f"{url}/health/live").status_code == 200
    except httpx.TransportError:
        return False


def test_a_running_request_is_finished(address: Address) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "engagegraph", "serve", "--port", str(port)]

    def ask(query: str) -> httpx.Response:
        return httpx.post(f"{url}/graphql", json={"query": query}, timeout=60)

    with (
        relayed(address) as (relay, environment),
        subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL) as process,
        ThreadPoolExecutor() as pool,
    ):
        try:
            wait(lambda: process.poll() is not None or alive(url))
            assert ask("{ networks { totalCount } }").status_code == 200
            # What the server asks for itself at its start would be taken for the request, and hold its connection.
            wait(lambda: time.monotonic() - relay.busy > 1)
            relay.delay = SLOW
            relay.asked.clear()
            running = pool.submit(ask, "{ programmes { totalCount } }")
            assert relay.asked.wait(PATIENCE)
            begin = time.monotonic()
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE) in {0, -signal.SIGTERM}
            assert time.monotonic() - begin > SLOW / 2
            answer = running.result()
            assert answer.status_code == 200
            assert "programmes" in answer.json()["data"]
            assert not alive(url)
        finally:
            process.kill()
