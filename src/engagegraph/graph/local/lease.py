"""Using the private Neo4j: join or start it, keep it while needed, ask about it, end it."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import psutil

from engagegraph.errors import Failure, Problem
from engagegraph.graph.address import Address, Progress
from engagegraph.graph.local import jars, java, server
from engagegraph.graph.local.home import NOT_OWNER, Home, is_locked

LINGER = 5.0
"""Seconds that the server outlives its last user, so that `seed` and then `serve` meet the same one.

`ENGAGEGRAPH_LINGER` sets another value for a server that starts with it."""

ATTEMPTS = 3
"""Supervisors started in vain before giving up; one may lose a race against an old server that is just ending."""

PATIENCE = 240.0
"""Seconds to wait for a server: a little longer than the supervisor itself does, which has more to say."""


@dataclass(frozen=True, slots=True)
class Status:
    """How a home's server is. The fields from `uri` on mean something only if it runs.

    `state`: stopped, starting, ready, restarting, stopping. `disk`: bytes of data and logs. `pid`: the supervisor's.
    `memory`: bytes of the server in RAM. `since`: Unix time. `users`: who holds a lease, as "name (pid)".
    """

    home: Path
    state: str
    log: Path
    disk: int
    uri: str = ""
    pid: int = 0
    server_pid: int = 0
    memory: int = 0
    since: float = 0.0
    restarts: int = 0
    pinned: bool = False
    users: tuple[str, ...] = ()

    @property
    def running(self) -> bool:
        """Whether a supervisor is there."""
        return self.state != "stopped"


@contextmanager
def lease(home: Path | None = None, progress: Progress | None = None) -> Iterator[Address]:
    """Yield the address of the private server, which answers and goes on as long as the context is open.

    Starts it or joins the one that runs. Should its supervisor be killed meanwhile, another one is started, on the
    same port and with the same data. `home`: default `ENGAGEGRAPH_HOME`, else the platform's data folder.
    Errors: JAVA_NOT_FOUND, JARS_UNREACHABLE, JARS_DAMAGED, PASSWORD_LOST, NO_FREE_PORT, DATABASE_START_FAILED,
    HOME_UNUSABLE.
    """
    place = Home.of(home)
    link, answer = _join(place, "lease", progress)
    keeper = _Keeper(place, link)
    try:
        yield _address(place, answer)
    finally:
        keeper.close()


def start(home: Path | None = None, progress: Progress | None = None) -> Status:
    """Start the server, or join the one that runs, and let it go on without users until `stop`. Errors: as `lease`."""
    link, _ = _join(Home.of(home), "pin", progress)
    link.close()
    return status(home)


def stop(home: Path | None = None, *, force: bool = False) -> bool:
    """End the server and wait until it is gone; return whether there was one.

    Errors: DATABASE_IN_USE while others use it, unless `force`, and when it does not end.
    """
    place = Home.of(home)
    deadline = time.monotonic() + PATIENCE
    found = False
    while is_locked(place.owner) and time.monotonic() < deadline:
        link = _connect(place)
        if link is not None:
            found = True
            answer = link.ask("stop", force=force)
            link.close()
            if answer.get("state") == "in use":
                raise Failure.of(
                    "DATABASE_IN_USE",
                    f"the private Neo4j is in use by {', '.join(answer['users'])}",
                    "end those first, or use --force; without users it ends by itself",
                    str(place.root),
                )
        time.sleep(0.05)
    if is_locked(place.owner):
        message = f"the private Neo4j has not ended in {PATIENCE:.0f} s"
        raise Failure.of("DATABASE_IN_USE", message, f"see {place.logs}, and try again", str(place.root))
    return found


def status(home: Path | None = None) -> Status:
    """Return how the server is, without starting it."""
    place = Home.of(home)
    log, disk = place.logs / "console.log", _disk(place.server)
    link = _connect(place) if is_locked(place.owner) else None
    if link is None:
        # A lock without an answer: a supervisor that has just begun, or is about to be gone.
        return Status(place.root, "starting" if is_locked(place.owner) else "stopped", log, disk)
    answer = link.ask("status")
    link.close()
    memory, server_pid = 0, int(answer.get("server") or 0)
    if server_pid:
        with suppress(psutil.Error):
            memory = psutil.Process(server_pid).memory_info().rss
    return Status(
        home=place.root,
        state=str(answer.get("state", "stopping")),
        log=log,
        disk=disk,
        uri=f"bolt://127.0.0.1:{answer.get('port', 0)}",
        pid=int(answer.get("pid", 0)),
        server_pid=server_pid,
        memory=memory,
        since=float(answer.get("since", 0)),
        restarts=int(answer.get("restarts", 0)),
        pinned=bool(answer.get("pinned")),
        users=tuple(answer.get("users", ())),
    )


class _Link:
    """A connection to the supervisor; while it is open after a `lease`, the server goes on."""

    def __init__(self, connection: socket.socket, token: str) -> None:
        self._connection = connection
        self._token = token
        self._lines = connection.makefile("rb")

    def ask(self, do: str, **more: object) -> dict[str, Any]:
        """Send a request and return the answer; {} when the supervisor is gone, or is someone else."""
        request = {"token": self._token, "do": do, "name": Path(sys.argv[0]).name, "pid": os.getpid(), **more}
        try:
            self._connection.sendall(json.dumps(request).encode() + b"\n")
        except OSError:
            return {}
        return self.read()

    def read(self) -> dict[str, Any]:
        """Wait for the next line; {} when there will be none."""
        try:
            answer = json.loads(self._lines.readline())
        except (OSError, ValueError):
            return {}
        return answer if isinstance(answer, dict) else {}

    def wait_long(self) -> None:
        """Let `read` wait without end."""
        self._connection.settimeout(None)

    def hang_up(self) -> None:
        """Give the lease up; wakes a thread that waits in `read`."""
        with suppress(OSError):
            self._connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Give the lease up and free the connection; nobody may be waiting in `read`."""
        self.hang_up()
        self._lines.close()
        self._connection.close()


class _Keeper:
    """Holds a lease and renews it when the supervisor dies without having said that it stops."""

    def __init__(self, place: Home, link: _Link) -> None:
        self._place = place
        self._link = link
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="engagegraph-lease", daemon=True)
        self._thread.start()

    def close(self) -> None:
        with self._lock:
            self._closed.set()
            self._link.hang_up()
        self._thread.join(1)  # longer only while it looks for a new supervisor; then it closes what it finds
        self._link.close()

    def _watch(self) -> None:
        while True:
            self._link.wait_long()
            said = self._link.read()
            if self._closed.is_set() or said:
                return
            try:
                link, _ = _join(self._place, "lease", None)
            except Failure:
                return  # whoever queries now is told that the database is gone
            with self._lock:
                if self._closed.is_set():
                    link.close()
                    return
                self._link.close()
                self._link = link


def _join(place: Home, wish: Literal["lease", "pin"], progress: Progress | None) -> tuple[_Link, dict[str, Any]]:
    """Return a link to the home's supervisor, which has said that its server is ready."""
    java.find()
    jars.ensure(place, progress)
    place.make()
    deadline = time.monotonic() + PATIENCE
    attempts = 0
    while time.monotonic() < deadline:
        owned = is_locked(place.owner)
        link = _connect(place) if owned else None
        if link is not None:
            answer = link.ask(wish)
            if answer.get("state") == "ready":
                if progress:
                    progress("", 0, 0)
                return link, answer
            link.close()
            if answer.get("problem"):
                raise Failure([Problem(*answer["problem"])])
        elif not owned:
            if attempts == ATTEMPTS:
                break
            if progress:
                progress("Starting Neo4j", 0, 0)
            attempts += _spawn(place)
        time.sleep(0.05)
    log = place.logs / "supervisor.log"
    raise Failure.of(
        "DATABASE_START_FAILED",
        f"the private Neo4j did not start: {server.telling_line(log) or 'its supervisor does not answer'}",
        f"see the log {log}",
        str(place.root),
    )


def _connect(place: Home) -> _Link | None:
    """Return a link to whoever listens where the card says; the card may be stale."""
    card = place.read_card()
    try:
        connection = socket.create_connection(("127.0.0.1", int(card["control"])), timeout=PATIENCE)
    except (OSError, KeyError, TypeError, ValueError):
        return None
    return _Link(connection, str(card.get("token")))


def linger() -> float:
    """Return for how many seconds a server that starts now outlives its last user; `Failure` SETTING_INVALID."""
    text = os.environ.get("ENGAGEGRAPH_LINGER") or str(LINGER)
    if not re.fullmatch(r"\d+(\.\d+)?", text, re.ASCII):
        hint = "write a number of seconds, such as 5 or 0.5"
        raise Failure.of("SETTING_INVALID", f'"{text}" is no number of seconds', hint, "ENGAGEGRAPH_LINGER")
    return float(text)


def _spawn(place: Home) -> bool:
    """Start a supervisor, which detaches itself; return False when another one was quicker."""
    source = str(Path(server.__file__).parents[3])
    paths = [source, *filter(None, [os.environ.get("PYTHONPATH", "")])]
    with (place.logs / "supervisor.log").open("wb") as log:
        done = subprocess.run(
            [sys.executable, "-m", "engagegraph.graph.local.supervisor", str(place.root), str(linger())],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=place.root,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            start_new_session=True,
            check=False,
        )
    return done.returncode != NOT_OWNER


def _address(place: Home, answer: dict[str, Any]) -> Address:
    password = place.password.read_text(encoding="utf-8").strip()
    return Address(f"bolt://127.0.0.1:{answer['port']}", server.USER, password, server.DATABASE)


def _disk(folder: Path) -> int:
    """Return the bytes that a folder takes on disk."""
    total = 0
    # The server makes and removes files meanwhile; `os.walk` goes on past what is gone.
    for parent, _, files in os.walk(folder):
        for name in files:
            with suppress(OSError):
                total += (Path(parent) / name).lstat().st_blocks * 512
    return total
