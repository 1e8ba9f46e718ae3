"""How much there is, by which costs are estimated: counted when the server starts, and anew when the graph has changed.

Requests do not wait for it: until there are new numbers, the old ones are nearly right.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from time import monotonic

from engagegraph.errors import Failure
from engagegraph.query.counts import COUNTING, Counts
from engagegraph.query.engine import Run
from engagegraph.query.moment import Moment
from engagegraph.query.prepare import Preparer

REST = 20
"""For how many times as long as it took to count nothing is counted: who writes often gets no slower answers by it."""


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
        while self._due:
            self._due, began = False, monotonic()
            with suppress(Failure):  # whoever asks the database for something will be told
                [[data]] = await self._run(COUNTING, {})
                self.counts = Counts.read(data)
                for preparer in self._preparers():
                    preparer.counts = self.counts
            await asyncio.sleep(REST * (monotonic() - began))
        self._counting = None
