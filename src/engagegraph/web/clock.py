"""What a server knows of the clock: which moment is the present one, without asking for every request.

A look at the clock is believed for `BELIEVED` seconds, counted from when it was sent; so a server learns of a revision
that another process wrote at most so much later. Every answer is a look as well. Without requests nobody looks.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Any

from engagegraph.query.engine import PATIENCE, ahead
from engagegraph.query.moment import LOOK, Moment, Run, looked

BELIEVED = 0.25

PAUSE = 0.02
"""Seconds between two looks of those who wait for a revision."""


class Clock:
    """The present moment as far as it is known; `run` sends a statement, `tell` is told of each new moment."""

    def __init__(self, run: Run, tell: Callable[[Moment], None]) -> None:
        self._run = run
        self._tell = tell
        self._moment: Moment | None = None
        # By time.monotonic: when the moment was learned, when a look that showed it was sent, and when any look was.
        self._learned = self._seen = self._looked = float("-inf")
        self._looking: asyncio.Task[None] | None = None

    @property
    def known(self) -> Moment | None:
        """The moment last seen, however long ago."""
        return self._moment

    def learn(self, moment: Moment, at: float, *, moving: bool = False) -> None:
        """Take note of a moment that was shown at some time since `at`; of a `moving` one the next was coming."""
        if moment != self._moment:
            if self._moment is not None and moment.revision <= self._moment.revision and at < self._learned:
                return  # it was shown before the one that is known
            self._moment, self._learned = moment, monotonic()
            self._tell(moment)
        if not moving:
            self._seen = max(self._seen, at)
        self._looked = max(self._looked, at)

    async def present(self) -> Moment | None:
        """Return the moment to answer from; None when none is known. Errors: those of the database.

        While a revision is being committed, the moment before it is still the present one; not for long, because who
        writes may have died.
        """
        if monotonic() - self._looked >= BELIEVED:
            await self._look()
        return None if self._looked - self._seen > PATIENCE else self._moment

    async def reach(self, least: int) -> None:
        """Wait until revision `least` is known to be there; `Failure` REVISION_AHEAD when it does not come."""
        try:
            async with asyncio.timeout(PATIENCE):
                while self._moment is None or self._moment.revision < least:
                    if monotonic() - self._looked < PAUSE:
                        await asyncio.sleep(PAUSE)
                    await self._look()
        except TimeoutError:
            raise ahead(least) from None

    async def _look(self) -> None:
        """Look once, all who want to together."""
        if self._looking is None:
            self._looking = asyncio.create_task(self._look_now())
            self._looking.add_done_callback(noticed)
        await asyncio.shield(self._looking)

    async def _look_now(self) -> None:
        at = monotonic()
        try:
            [[shown]] = await self._run(LOOK, {})
        finally:
            self._looking = None
        self._looked = max(self._looked, at)
        moment, _ = looked(shown)
        if moment is not None:
            self.learn(moment, at, moving=isinstance(shown, list))


def noticed(task: asyncio.Task[Any]) -> None:
    """Those who wait are told what went wrong; when nobody does any more, nobody has to be."""
    if not task.cancelled():
        task.exception()
