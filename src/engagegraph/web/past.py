"""What each revision touched, as far back as this process has followed them.

An answer of an earlier moment is one of the present as long as no revision since has touched what it reads. That can be
said only where one moment follows another without a gap: after a restored backup, a migration, or a writer that died,
following begins anew, and whatever was kept before is of no use.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable, Mapping

from engagegraph.query.moment import Moment, Run
from engagegraph.query.reads import At, Reads, Touched
from engagegraph.web.clock import Clock, noticed

MOST_STEPS = 1_000
"""How many revisions are remembered; also, how many may come at once."""


class Past:
    """The moments in their order, each with what was touched on the way to it; `run` sends a statement."""

    def __init__(self, clock: Clock, run: Run, reads: Reads) -> None:
        self._clock = clock
        self._run = run
        self._reads = reads
        self._steps: deque[tuple[Moment, Touched]] = deque(maxlen=MOST_STEPS)
        self._following: asyncio.Task[None] | None = None

    @property
    def _now(self) -> Moment | None:
        return self._steps[-1][0] if self._steps else None

    def begin(self, moment: Moment) -> None:
        """Follow the revisions from `moment` on, unless they are followed already."""
        if not self._steps:
            self._steps.append((moment, Touched(0)))

    async def present(self) -> Moment | None:
        """Return the present moment, up to which revisions were followed; None when it is not known.

        Errors: those of the database.
        """
        moment = await self._clock.present()
        while moment is not None and moment != self._now:
            if self._following is None:
                self._following = asyncio.create_task(self._follow_now())
                self._following.add_done_callback(noticed)
            await asyncio.shield(self._following)
            # While others followed, time went on; and nothing that is known now was not known then.
            moment = self._clock.known
        return moment

    async def _follow_now(self) -> None:
        """Follow once, for all who wait for it."""
        try:
            moment = self._clock.known
            if moment is not None and moment != self._now:
                await self._follow(moment)
        finally:
            self._following = None

    async def _follow(self, moment: Moment) -> None:
        now, steps = self._now, list[tuple[Moment, Touched]]()
        if now is not None and now.revision < moment.revision <= now.revision + MOST_STEPS:
            steps = await self._reads.follow(self._run, now, moment)
        if not steps:
            self._steps.clear()
            self.begin(moment)
        self._steps.extend(steps)

    def at(self, nodes: Mapping[str, Iterable[str]]) -> At:
        """Return at nodes of which groups relations were read; see `Reads.at`."""
        return self._reads.at(nodes)

    def spared(self, reads: int | None, at: At, since: Moment) -> bool:
        """Return whether what `reads` this at the moment `since`, relations `at` these nodes, reads the same now."""
        for moment, touched in reversed(self._steps):
            if moment == since:
                return True
            if reads is None or touched.meets(reads, at):
                return False
        return False
