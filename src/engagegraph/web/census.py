"""How much there is, by which costs are estimated: counted when the server starts, and anew when the graph has changed.

Requests do not wait for it: until there are new numbers, the old ones are nearly right.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from time import monotonic

from engagegraph.errors import Failure
from engagegraph.query.counts import COUNTING, Counts
from engagegraph.query.moment import Moment, Run
from engagegraph.query.prepare import Preparer

REST = 20
"""For how many times as long as it took to count nothing is counted: who writes often gets no slower answers by it."""

AGAIN = 5.0
"""Seconds, at least, after which is counted again what could not be counted."""


class Census:
    """Keeps the numbers of the `preparers` that there are up to date; `run` sends a statement."""

    def __init__(self, run: Run, preparers: Callable[[], Iterable[Preparer]]) -> None:
        self._run = run
        self._preparers = preparers
        self.counts = Counts()
        self._counting: asyncio.Task[None] | None = None
        self._due = False

    def begin(self, moment: Moment | None = None) -> None:
        """Count, as the graph is of another `moment` than before; once more if it is being counted already."""
        self._due = True
        if self._counting is None:
            self._counting = asyncio.create_task(self._count())

    async def _count(self) -> None:
        try:
            while self._due:
                self._due, began, least = False, monotonic(), 0.0
                try:
                    [[data]] = await self._run(COUNTING, {})
                except Failure:  # whoever asks the database for something will be told
                    self._due, least = True, AGAIN
                else:
                    counts = Counts.read(data)
                    if counts != self.counts:  # else what was bound by them would be bound anew
                        self.counts = counts
                        for preparer in self._preparers():
                            preparer.counts = counts
                await asyncio.sleep(max(least, REST * (monotonic() - began)))
        finally:
            self._counting = None
