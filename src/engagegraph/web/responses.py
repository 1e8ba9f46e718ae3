"""Responses kept as bytes, for each viewer class, operation and variables, until a revision touches what they read.

Requests that ask for the same at the same time share one query. The key holds the viewer class in plain text and a
digest of the operation as it was asked: its document, name and variables.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any

import orjson

from engagegraph.errors import Failure
from engagegraph.query.lru import Lru
from engagegraph.query.moment import Moment
from engagegraph.web.clock import Clock
from engagegraph.web.past import Past, noticed

ENTRIES = 50_000
OVERHEAD = 600
"""Bytes that an entry takes beside its body."""

AGE = 60.0
"""Seconds for which a response is kept: so late a server learns of what wrote past engagegraph and says nothing."""

MEGABYTES = 64
"""What a process keeps unless `ENGAGEGRAPH_CACHE_MB` says another number."""

UNWATCHED = 0.02
"""Seconds for which nobody looks whether the client is still there."""

Key = tuple[str, bytes]


def cache_bytes() -> int:
    """Return how many bytes of responses this process may keep; `Failure` SETTING_INVALID."""
    text = os.environ.get("ENGAGEGRAPH_CACHE_MB") or str(MEGABYTES)
    if not text.isascii() or not text.isdigit():
        hint = "write a number of megabytes; 0 keeps nothing"
        raise Failure.of("SETTING_INVALID", f'"{text}" is no size of a cache', hint, "ENGAGEGRAPH_CACHE_MB")
    return int(text) * 1_000_000


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent: body, status, the moment that all of it is of (if it can be said), the code of its first error.

    `reads` is what it depends on, as in an `Answer`; `made` when it was asked for, by time.monotonic. What is `priced`
    says what it cost to make it, and is nobody else's answer.
    """

    body: bytes
    status: int = 200
    moment: Moment | None = None
    reads: int | None = None
    code: str | None = None
    priced: bool = False
    made: float = 0.0


Make = Callable[[], Coroutine[Any, Any, Reply]]


class Gone(Exception):  # noqa: N818 - nobody's error
    """The client has gone away."""


@dataclass(slots=True)
class _Flight:
    """A reply on its way, and how many wait for it."""

    task: asyncio.Task[Reply]
    waiting: int = 0


class Responses:
    """The cache of one process; `weight` bytes at most."""

    def __init__(self, clock: Clock, past: Past, weight: int) -> None:
        self.clock = clock
        self.past = past
        self.kept: Lru[Key, Reply] = Lru(ENTRIES, weight)
        self.shared = 0
        self._flights: dict[tuple[Key, Moment | None, int], _Flight] = {}

    @staticmethod
    def key(viewer: str, text: str, variables: dict[str, Any] | None, name: str | None, priced: bool = False) -> Key:
        """Return under which key the reply to an operation is kept, or shared while it is being made."""
        asked = [text, name, variables or None, *[priced] * priced]
        return viewer, hashlib.blake2b(orjson.dumps(asked), digest_size=20).digest()

    async def find(self, key: Key, least: int) -> Reply | None:
        """Return the reply that is kept, if it is still right at the present moment, of revision `least` or later."""
        kept = self.kept.peek(key)
        if kept is not None and kept.reads != 0:
            kept = await self._present(key, kept, least)
        return self.kept.get(key, lambda reply: reply is kept)

    async def _present(self, key: Key, kept: Reply, least: int) -> Reply | None:
        """Return what is kept as a reply of the present moment; None if it is not."""
        try:
            moment = await self.past.present()
        except Failure:  # who asks the database itself will be told
            return None
        if (
            moment is None
            or kept.moment is None
            or moment.revision < least
            or monotonic() - kept.made > AGE
            or not self.past.spared(kept.reads, kept.moment)
        ):
            return None
        if kept.moment != moment:
            kept = replace(kept, moment=moment)
            self._keep(key, kept)
        return kept

    async def share(self, key: Key, least: int, make: Make, leaving: Callable[[], Coroutine[Any, Any, None]]) -> Reply:
        """Return what `make` makes, or somebody else's does already; keep it if it may be kept.

        What was begun when another moment was the latest known is only for those who asked then. Raises `Gone` when
        `leaving`, which is called once that has taken a while, returns before; when all who wait have left, the query
        is cancelled.
        """
        place = key, self.clock.known, least
        flight = self._flights.get(place)
        if flight is None:
            flight = self._flights[place] = _Flight(asyncio.create_task(self._make(key, make)))
            flight.task.add_done_callback(noticed)
        else:
            self.shared += 1
        flight.waiting += 1
        try:
            if not await ended(flight.task, leaving):
                raise Gone
            return flight.task.result()
        finally:
            flight.waiting -= 1
            if not flight.waiting:
                flight.task.cancel()
            if self._flights.get(place) is flight and (flight.task.done() or not flight.waiting):
                del self._flights[place]

    async def _make(self, key: Key, make: Make) -> Reply:
        reply = await make()
        if reply.code is None and not reply.priced and (reply.moment is not None or reply.reads == 0):
            self._keep(key, reply)
            if reply.moment is not None:
                self.past.begin(reply.moment)
        return reply

    def _keep(self, key: Key, reply: Reply) -> None:
        self.kept.put(key, reply, len(reply.body) + OVERHEAD)


async def ended(task: asyncio.Task[Any], leaving: Callable[[], Coroutine[Any, Any, None]]) -> bool:
    """Wait for `task`, which is not cancelled with who waits; return False when `leaving` returned before its end.

    That is called after a moment only: most answers are there before, and to watch every client is dear.
    """
    loop = asyncio.get_running_loop()
    waiter = loop.create_future()
    watching: list[asyncio.Task[None]] = []

    def wake(_: object) -> None:
        if not waiter.done():
            waiter.set_result(None)

    def watch() -> None:
        watching.append(loop.create_task(leaving()))
        watching[0].add_done_callback(wake)

    task.add_done_callback(wake)
    coming = loop.call_later(UNWATCHED, watch)
    try:
        await waiter
        return task.done()
    finally:
        coming.cancel()
        task.remove_done_callback(wake)
        for one in watching:
            one.cancel()
