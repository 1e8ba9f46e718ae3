"""Responses kept as bytes, for each viewer class, operation and variables, until a revision touches what they read.

Requests that ask for the same at the same time share one query. The key holds the viewer class in plain text and a
digest of the operation as it was asked: its document, name and variables.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from functools import partial
from time import monotonic
from typing import Any, cast

from engagegraph.errors import Failure
from engagegraph.query.lru import Lru
from engagegraph.query.moment import Moment
from engagegraph.query.prepare import digest
from engagegraph.query.reads import At
from engagegraph.web.body import Body
from engagegraph.web.clock import Clock
from engagegraph.web.past import Past

ENTRIES = 50_000
OVERHEAD = 600
"""Bytes that an entry takes beside its body."""

AT_OVERHEAD = 150
"""Bytes that the groups of a relation take beside two for each."""

AGE = 60.0
"""Seconds for which a response is kept: so late a server learns of what wrote past engagegraph and says nothing."""

MEGABYTES = 16
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

    `reads` is what it depends on, as in an `Answer`, on some relations only `at` nodes of these groups; `made` when it
    was asked for, by time.monotonic. What is `priced` says what it cost to make it, and is nobody else's answer.
    """

    body: Body
    status: int = 200
    moment: Moment | None = None
    reads: int | None = None
    at: At = field(default_factory=dict)
    code: str | None = None
    priced: bool = False
    made: float = 0.0


Make = Callable[[], Coroutine[Any, Any, Reply]]
Leaving = Callable[[], Coroutine[Any, Any, object]]
Place = tuple[Key, Moment | None, int]
"""Where a reply on its way is found: what is asked, the moment latest known, the least revision."""


class Gone(Exception):  # noqa: N818 - nobody's error
    """The client has gone away."""


@dataclass(slots=True)
class _Flight:
    """A reply on its way: the task that makes it until it has, those who wait beside it, and for how many it is."""

    task: asyncio.Task[Any] | None
    waiters: list[asyncio.Future[Reply | None]] = field(default_factory=list)
    waiting: int = 1


class Responses:
    """The cache of one process; `weight` bytes at most."""

    def __init__(self, clock: Clock, past: Past, weight: int) -> None:
        self.clock = clock
        self.past = past
        self.kept: Lru[Key, Reply] = Lru(ENTRIES, weight)
        self.shared = 0
        self._flights: dict[Place, _Flight] = {}

    @staticmethod
    def key(viewer: str, text: str, variables: dict[str, Any] | None, name: str | None, priced: bool = False) -> Key:
        """Return under which key the reply to an operation is kept, or shared while it is being made.

        Raises `Failure` LIMIT_VARIABLES.
        """
        return viewer, digest(text, name, variables or None, *[priced] * priced)

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
            or not self.past.spared(kept.reads, kept.at, kept.moment)
        ):
            return None
        if kept.moment != moment:
            kept = replace(kept, moment=moment)
            self._keep(key, kept)
        return kept

    async def share(self, key: Key, least: int, make: Make, leaving: Leaving) -> Reply:
        """Return what `make` makes, or somebody else's does already; keep it if it may be kept.

        What was begun when another moment was the latest known is only for those who asked then. Raises `Gone` when
        `leaving`, which is called once that has taken a while, returns before; when all who wait have left, the query
        is cancelled.
        """
        place = key, self.clock.known, least
        while (flight := self._flights.get(place)) is not None:
            self.shared += 1
            reply = await self._joined(place, flight, leaving)
            if reply is not None:
                return reply
        return await self._made(place, make, leaving)

    async def _made(self, place: Place, make: Make, leaving: Leaving) -> Reply:
        """Make a reply in this very task: one of its own for each would be dear."""
        task = cast("asyncio.Task[Any]", asyncio.current_task())
        flight = self._flights[place] = _Flight(task)
        watch = Watch(leaving, partial(self._leave, place, flight))
        reply: Reply | None = None
        try:
            reply = await make()
        except asyncio.CancelledError:
            if flight.waiting or task.uncancel():
                raise  # the server ends it, not the clients
            raise Gone from None
        except BaseException as error:
            for waiter in filter(_pending, flight.waiters):
                waiter.set_exception(error)
            raise
        finally:
            watch.stop()
            flight.task = None
            self._land(place, flight)
            for waiter in filter(_pending, flight.waiters):
                waiter.set_result(reply)
        if reply.code is None and not reply.priced and (reply.moment is not None or reply.reads == 0):
            if self.kept.weight:  # else there is nothing to pack it for
                self._keep(place[0], replace(reply, body=reply.body.kept()))
            if reply.moment is not None:
                self.past.begin(reply.moment)
        return reply

    async def _joined(self, place: Place, flight: _Flight, leaving: Leaving) -> Reply | None:
        """Wait for a reply that another request makes; None when that was stopped."""
        waiter: asyncio.Future[Reply | None] = asyncio.get_running_loop().create_future()
        flight.waiters.append(waiter)
        flight.waiting += 1
        watch = Watch(leaving, waiter.cancel)
        try:
            return await waiter
        except asyncio.CancelledError:
            self._leave(place, flight)
            if watch.left:
                raise Gone from None
            raise
        finally:
            watch.stop()

    def _leave(self, place: Place, flight: _Flight) -> None:
        """One who waits has left; without any there is no use in going on."""
        flight.waiting -= 1
        if not flight.waiting and flight.task is not None:
            self._land(place, flight)
            flight.task.cancel()

    def _land(self, place: Place, flight: _Flight) -> None:
        if self._flights.get(place) is flight:
            del self._flights[place]

    def _keep(self, key: Key, reply: Reply) -> None:
        groups = sum(AT_OVERHEAD + 2 * len(at) for at in reply.at.values())
        self.kept.put(key, reply, len(reply.body) + OVERHEAD + groups)


class Watch:
    """Looks whether a client is still there, after a moment: most answers are there before, and to look is dear.

    Calls `left` when `leaving` returns before the watch is stopped.
    """

    def __init__(self, leaving: Leaving, left: Callable[[], object]) -> None:
        self.left = False
        self._leaving, self._told = leaving, left
        self._task: asyncio.Task[object] | None = None
        self._loop = asyncio.get_running_loop()
        self._coming = self._loop.call_later(UNWATCHED, self._begin)

    def _begin(self) -> None:
        self._task = self._loop.create_task(self._leaving())
        self._task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[object]) -> None:
        # It may have ended just before the watch was stopped; and what cannot be watched has not left.
        if task is self._task and not task.cancelled() and task.exception() is None:
            self.left = True
            self._told()

    def stop(self) -> None:
        """Look no more."""
        self._coming.cancel()
        task, self._task = self._task, None
        if task is not None:
            task.cancel()


def _pending(waiter: asyncio.Future[Any]) -> bool:
    return not waiter.done()
