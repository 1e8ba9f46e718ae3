"""The process that owns a home's Neo4j: `python -m engagegraph.graph.local.supervisor HOME`.

One per home, held by a lock that the kernel frees however the process ends. It starts the server, restarts it when it
dies, tells everyone who asks how to reach it, and ends it some seconds after the last user is gone, unless pinned.

A user is a loopback connection that stays open: the kernel closes it when the user dies, kill -9 included. Requests and
answers are JSON, one per line. A request holds `token` (from the card, which only the user's account can read), `do`
(`lease`, `pin`, `status`, `stop`), `name` and `pid`; the answer holds `state`: `ready` with `port`, `failed` with the
`problem`, `stopping`, or `in use` with the `users`. A user is told `stopping`; a stop is answered by hanging up.
"""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import signal
import socket
import sys
import time
from asyncio import StreamReader, StreamWriter
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from engagegraph.errors import Failure, Problem
from engagegraph.graph.local import jars, java, server
from engagegraph.graph.local.home import NOT_OWNER, Home, try_lock, write_private

START_LIMIT = 180.0
"""Seconds a start may take: on a slow machine, with a recovery after a crash."""

STOP_LIMIT = 60.0
"""Seconds an orderly stop may take before the server is killed, which loses nothing that was committed."""

MOST_CRASHES = 3
"""Deaths of the server within a minute after which restarting it is given up."""


class Supervisor:
    """The life of one server, seen from inside its supervisor."""

    def __init__(self, home: Home, linger: float, port: int) -> None:
        self.home = home
        self.linger = linger
        self.token = secrets.token_hex(16)
        self.state = "starting"
        self.problem: Problem | None = None
        self.port = port
        self.pinned = False
        self.since = time.time()
        self.restarts = 0
        self._users: dict[StreamWriter, str] = {}
        self._heard = asyncio.Event()
        self._changed = asyncio.Event()
        self._stop = asyncio.Event()
        self._process: asyncio.subprocess.Process | None = None
        self._farewell: asyncio.TimerHandle | None = None
        self._crashes: list[float] = []

    async def run(self, control: socket.socket) -> None:
        """Serve until asked to stop, left by all users, or unable to go on."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        listener = await asyncio.start_server(self._serve, sock=control)
        self._write_card(control.getsockname()[1])
        self._expect_users()
        try:
            await self._keep_running(control.getsockname()[1])
        except Failure as failure:
            self._enter("failed", failure.problems[0])
            with suppress(TimeoutError):  # whoever waits, or is about to ask, is to hear it
                await asyncio.wait_for(self._heard.wait(), 3)
        finally:
            listener.close()

    async def _keep_running(self, control_port: int) -> None:
        runtime = java.find()
        paths = jars.ensure(self.home)
        archive = server.Archive.of(self.home, runtime, paths)
        (self.home.logs / "console.log").write_bytes(b"")
        while True:
            self.port = server.choose_port(self.port)
            server.prepare(self.home, self.port)
            begin = server.log_ends(self.home)
            line = server.command(self.home, runtime, paths, await asyncio.to_thread(archive.flags, runtime))
            self._process = process = await server.launch(line, self.home)
            self._write_card(control_port)
            ended = asyncio.ensure_future(process.wait())
            if await self._comes_up(ended):
                self._enter("ready")
            stop = asyncio.ensure_future(self._stop.wait())
            await asyncio.wait({ended, stop}, return_when=asyncio.FIRST_COMPLETED)
            stop.cancel()
            if self._stop.is_set():
                self._enter("stopping")
                for user in self._users:  # so that they know it for an orderly end
                    await self._send(user, self._status())
                await self._end(process, ended)
                archive.keep()
                self._enter("stopped")
                return
            self._crashed(*server.last_words(self.home, begin))

    async def _comes_up(self, ended: asyncio.Future[int]) -> bool:
        """Wait until the server answers, ends, is to stop, or has had its time (then it is killed: a crash)."""
        deadline = time.monotonic() + START_LIMIT
        while not ended.done() and not self._stop.is_set():
            if await server.answers(self.port):
                return True
            if time.monotonic() > deadline and self._process:
                self._process.kill()
                await ended
            await asyncio.sleep(0.05)
        return False

    def _crashed(self, log: Path, line: str) -> None:
        """Count a death of the server; give up when it keeps dying or never came up."""
        now = time.monotonic()
        self._crashes = [*(t for t in self._crashes if now - t < 60), now]
        taken = "already in use" in line  # someone was quicker to take the free port; the next try takes another one
        if (self.state == "starting" and not taken) or len(self._crashes) > MOST_CRASHES:
            raise Failure.of(
                "DATABASE_START_FAILED",
                f"the private Neo4j did not start: {line or 'it said nothing'}",
                f"see the log {log}",
                str(self.home.root),
            )
        self.restarts += 1
        self._enter("restarting")

    async def _end(self, process: asyncio.subprocess.Process, ended: asyncio.Future[int]) -> None:
        with suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(asyncio.shield(ended), STOP_LIMIT)
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()
            await ended

    def _enter(self, state: str, problem: Problem | None = None) -> None:
        self.state, self.problem = state, problem
        self._changed.set()
        self._changed = asyncio.Event()

    def _write_card(self, control_port: int) -> None:
        process = self._process
        card: dict[str, Any] = {
            "pid": os.getpid(),
            "control": control_port,
            "token": self.token,
            "bolt": self.port,
            "server": process.pid if process else None,
            "server_started": psutil.Process(process.pid).create_time() if process else None,
        }
        write_private(self.home.card, json.dumps(card))

    def _expect_users(self) -> None:
        """Stop some seconds from now unless someone uses the server by then."""
        if self._farewell:
            self._farewell.cancel()

        def leave() -> None:
            if not self._users and not self.pinned:
                # From here on nobody is let in, so that nobody is thrown out.
                self._stop.set()

        self._farewell = asyncio.get_running_loop().call_later(self.linger, leave)

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        try:
            async with asyncio.timeout(10):
                request = json.loads(await reader.readline())
            if isinstance(request, dict) and secrets.compare_digest(
                str(request.get("token")).encode(), self.token.encode()
            ):
                await self._answer(request, reader, writer)
        except (OSError, ValueError, TimeoutError):
            pass  # a stranger, or a user that died: either way there is nobody to tell
        finally:
            if self._users.pop(writer, None) is not None:
                self._expect_users()
            writer.close()

    async def _answer(self, request: dict[str, Any], reader: StreamReader, writer: StreamWriter) -> None:
        match request.get("do"):
            case "status":
                await self._send(writer, self._status())
            case "stop":
                self.pinned = False
                if self._users and not request.get("force"):
                    await self._send(writer, {"state": "in use", "users": sorted(self._users.values())})
                    return
                self._stop.set()
                await reader.read()  # the end of this process answers
            case "lease" | "pin" as wish:
                if self._stop.is_set():
                    await self._send(writer, {"state": "stopping"})
                    return
                self._users[writer] = f"{request.get('name')} ({request.get('pid')})"
                gone = asyncio.ensure_future(reader.read(1))
                settled = asyncio.ensure_future(self._until("ready", "stopping", "stopped", "failed"))
                try:
                    await asyncio.wait({gone, settled}, return_when=asyncio.FIRST_COMPLETED)
                    if settled.done():
                        self.pinned = self.pinned or (wish == "pin" and self.state == "ready")
                        await self._send(writer, self._status())
                        await gone
                        if self.state == "failed":
                            self._heard.set()
                finally:
                    gone.cancel()
                    settled.cancel()

    async def _until(self, *states: str) -> None:
        while self.state not in states:
            await self._changed.wait()

    def _status(self) -> dict[str, Any]:
        problem = self.problem
        return {
            "state": self.state,
            "port": self.port,
            "pid": os.getpid(),
            "server": self._process.pid if self._process else None,
            "pinned": self.pinned,
            "users": sorted(self._users.values()),
            "since": self.since,
            "restarts": self.restarts,
            "problem": [problem.code, problem.message, problem.hint, problem.where] if problem else None,
        }

    @staticmethod
    async def _send(writer: StreamWriter, answer: dict[str, Any]) -> None:
        writer.write(json.dumps(answer).encode() + b"\n")
        await writer.drain()


def _end_orphan(card: dict[str, Any]) -> None:
    """End the server of a supervisor that was killed, where the system did not do it; we own the home now."""
    if not card.get("server"):
        return
    with suppress(psutil.Error):
        orphan = psutil.Process(card["server"])
        if abs(orphan.create_time() - card["server_started"]) < 1:
            orphan.kill()
            orphan.wait(10)


def main(home: Home, linger: float) -> int:
    """Own the home, in the background: the calling process returns at once, the supervisor goes on without a parent.

    Returns 0, or `NOT_OWNER` when another supervisor has the home.
    """
    home.make()
    lock = try_lock(home.owner)
    if lock is None:
        return NOT_OWNER
    old = home.read_card()
    # Whoever sees that the home is owned may trust the card, for from here on it is this supervisor's.
    home.card.unlink(missing_ok=True)
    _end_orphan(old)
    control = socket.create_server(("127.0.0.1", 0))
    if os.fork():  # the lock lives on in the child
        os._exit(0)
    os.setsid()
    # The old port again, so that users of a supervisor that died need not look for another.
    asyncio.run(Supervisor(home, linger, int(old.get("bolt") or 0)).run(control))
    return 0


if __name__ == "__main__":
    sys.exit(main(Home.of(Path(sys.argv[1])), float(sys.argv[2])))
