"""What is measured in the network of all that is related: beside the database, from a snapshot of nodes and relations.

A snapshot holds what the viewer may see, and nothing else. What is measured in it is kept together with the moment
that it is of; who uses it reads at that moment, or asks again. Measuring is done by a process of its own (`network`),
so that nobody else waits for it, and what it takes of memory is given back.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from math import inf
from time import monotonic
from typing import Any

import orjson

from engagegraph.errors import Failure
from engagegraph.query.lru import Lru
from engagegraph.query.moment import Moment, seen

LOG = logging.getLogger("engagegraph.query")

Key = tuple[object, ...]
Run = Callable[[str, dict[str, Any]], Awaitable[list[list[Any]]]]

MOST_KEPT = 32
MOST_BYTES = 64_000_000

MOST_BEGUN = 8
"""How many measures may be under way or wait for their turn."""

MEASURING = "from engagegraph.query.network import main; main()"
"""What a process does that measures."""

PAUSES = (0.05, 0.2, 0.5)
"""Seconds before a network is read again that met a commit."""

ENTRY_WEIGHT = 300
"""Bytes that a node takes among what was measured, roughly."""

COMMUNITIES = "COMMUNITIES"
"""What `communities` measures by."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page of what is measured `by` something among the nodes of `types`, in the network that `snapshot` reads.

    Of communities `each` tells so many members. With `all` the page is the whole: the statement finds out what of it
    is wanted.
    """

    name: str
    by: str
    types: tuple[str, ...]
    snapshot: str
    parameters: dict[str, Any]
    offset: int
    size: int
    each: int
    all: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of what was measured: identifiers by type as `nodes` has them, entries, and what is said of the whole.

    Of the whole the identifiers are, by type, positions by slug; for communities pairs of position and community, and
    the entries are the degrees of all members, those with the most first.

    The entries of a ranking are pairs of rank and score, at the positions that the identifiers have. Those of
    communities are triples: size, pairs of type and number, and pairs of position and degree of the members told.
    """

    ids: dict[str, Any]
    entries: list[Any]
    told: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Measure:
    """What was measured, as `network` says it, and the moment that it is of."""

    moment: Moment | None
    said: dict[str, Any]

    def page(self, wanted: Wanted) -> Page:
        """Return the page that is wanted."""
        revision = None if self.moment is None else self.moment.revision
        told_of_all = {**self.said, "revision": revision}
        if wanted.all:
            return self._whole(wanted, told_of_all)
        ids: dict[str, list[list[object]]] = {name: [] for name in wanted.types}
        piece = slice(wanted.offset, wanted.offset + wanted.size)
        number = 0

        def numbered(slug: str, kind: str) -> int:
            nonlocal number
            ids[kind].append([number, slug])
            number += 1
            return number - 1

        entries: list[Any] = []
        for entry in self.said["entries"][piece]:
            if wanted.by == COMMUNITIES:
                size, kinds, members = entry
                told = [(numbered(slug, kind), degree) for degree, slug, kind in members[: wanted.each]]
                entries.append((size, kinds, told))
            else:
                rank, score, slug, kind = entry
                numbered(slug, kind)
                entries.append((rank, score))
        return Page(ids, entries, told_of_all)

    def _whole(self, wanted: Wanted, told: dict[str, Any]) -> Page:
        places: dict[str, dict[str, Any]] = {name: {} for name in wanted.types}
        entries: list[Any] = []
        if wanted.by == COMMUNITIES:
            parts = enumerate(members for _, _, members in self.said["entries"])
            found = sorted((-degree, slug, kind, part) for part, told_of in parts for degree, slug, kind in told_of)
            for place, (degree, slug, kind, part) in enumerate(found):
                places[kind][slug] = place, part
                entries.append(-degree)
            return Page(places, entries, told)
        for place, (rank, score, slug, kind) in enumerate(self.said["entries"]):
            places[kind][slug] = place
            entries.append((rank, score))
        return Page(places, entries, told)


@dataclass(slots=True)
class _Begun:
    """A measure on its way, and how many wait for it."""

    task: asyncio.Task[Measure]
    waiting: int = 0


class Measures:
    """Reads networks with `run`, measures in them one at a time, and keeps what was measured.

    Who has waited for `patience` seconds is told to ask again; what is being measured goes on, what still waits for its
    turn does only while somebody waits for it.
    """

    def __init__(self, run: Run, patience: float) -> None:
        self._run = run
        self._patience = patience
        self._measuring = asyncio.Lock()
        self._kept: Lru[Key, Measure] = Lru(MOST_KEPT, MOST_BYTES)
        self._begun: dict[Key, _Begun] = {}
        self._at: Key | None = None

    async def get(self, wanted: Wanted, moment: Moment | None, begin: float, *, fresh: bool) -> Measure:
        """Return what is wanted; what is `fresh` is of `moment` or was read now. Those who want the same share it.

        Raises `Failure` MEASURE_PENDING when it is not there `patience` seconds after `begin`, or too much is wanted.
        """
        key = (wanted.snapshot, repr(sorted(wanted.parameters.items())), wanted.by, wanted.types)
        found = self._kept.get(key, lambda kept: not fresh or kept.moment == moment)
        if found is not None:
            return found
        begun = self._begun.get(key)
        if begun is None:
            if len(self._begun) >= MOST_BEGUN:
                raise pending("too much else is to be measured")
            begun = self._begun[key] = _Begun(asyncio.create_task(self._measure(key, wanted)))
            begun.task.add_done_callback(partial(self._ended, key))
        begun.waiting += 1
        left = begin + self._patience - monotonic()
        try:
            await asyncio.wait((begun.task,), timeout=None if left == inf else max(0.0, left))
        finally:
            begun.waiting -= 1
            if not begun.waiting and self._at != key:
                begun.task.cancel()
                # At once: who asks for the same now must not wait for what is given up.
                self._ended(key, begun.task)
        if not begun.task.done():
            raise pending("the network is still being measured")
        return begun.task.result()

    def _ended(self, key: Key, task: asyncio.Task[Measure]) -> None:
        if key in self._begun and self._begun[key].task is task:
            del self._begun[key]
        if task.done() and not task.cancelled():
            task.exception()  # who waits is told; when nobody does, nobody has to be

    async def _measure(self, key: Key, wanted: Wanted) -> Measure:
        async with self._measuring:
            self._at = key
            try:
                moment, rows = await self._read(wanted)
                asked = orjson.dumps([wanted.by, wanted.types]) + b"\n" + await asyncio.to_thread(orjson.dumps, rows)
                found = Measure(moment, orjson.loads(await measured(asked)))
            finally:
                self._at = None
        if found.moment is not None:
            self._kept.put(key, found, ENTRY_WEIGHT * found.said["nodes"])
        return found

    async def _read(self, wanted: Wanted) -> tuple[Moment | None, list[Any]]:
        """Return the network and its moment; what was read while somebody committed is soon read again."""
        for pause in PAUSES:
            [[before, [rows], after]] = await self._run(wanted.snapshot, wanted.parameters)
            moment = seen(before, after)
            if moment is not None or before == after == "":
                break
            await asyncio.sleep(pause)
        return moment, rows


def pending(message: str) -> Failure:
    """Return the failure of who must ask again."""
    return Failure.of("MEASURE_PENDING", message, "ask again in some seconds; what is being measured goes on meanwhile")


async def measured(asked: bytes) -> bytes:
    """Return what a process of its own says to what it is `asked`; it ends with who waits for it."""
    process = await asyncio.create_subprocess_exec(
        # The folder in which the server was started is nobody's to import from.
        *(sys.executable, "-P", "-c", MEASURING),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        said, _ = await process.communicate(asked)
    finally:
        if process.returncode is None:
            process.kill()
            # It has not ended before what it said was read.
            await process.communicate()
    if process.returncode:
        LOG.error("a measuring process ended with %s", process.returncode)
        raise RuntimeError("a measuring process failed")
    return said
