"""What is measured in the network of all that is related: beside the database, from a snapshot of nodes and relations.

A snapshot holds what the viewer may see, and nothing else. What is measured in it is kept together with the moment
that it is of; who uses it reads at that moment, or asks again. Measuring is done by a process of its own (`network`),
so that nobody else waits for it, and what it takes of memory is given back. What goes to it and comes from it passes
the event loop in pieces that each take a millisecond or two, however large the network is.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from heapq import merge
from math import inf
from time import monotonic
from typing import Any, cast

import orjson

from engagegraph.errors import Failure
from engagegraph.query.lru import Lru
from engagegraph.query.moment import Moment, Run, seen

LOG = logging.getLogger("engagegraph.query")

Key = tuple[object, ...]

MOST_KEPT = 32
MOST_BYTES = 64_000_000

MOST_BEGUN = 8
"""How many measures may be under way or wait for their turn."""

MEASURING = "from engagegraph.query.network import main; main()"
"""What a process does that measures."""

PAUSES = (0.05, 0.2, 0.5)
"""Seconds before a network is read again that met a commit."""

LONGEST = 300.0
"""Seconds after which measuring is given up, reading the network included."""

REST = 600.0
"""For so many seconds what was given up is not tried again."""

BLOCK = 100
"""How many entries, or members, stand in a line of what a process says."""

LINE = 2**20
"""Bytes that a line may have."""

COMMUNITIES = "COMMUNITIES"
"""What `communities` measures by."""


@dataclass(frozen=True, slots=True)
class MeasureRequest:
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
class MeasuredPage:
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
    """What was measured, as `network` says it, and the moment that it is of.

    Entries and members stay lines of JSON, each a block of them, until a page is made of some.
    """

    moment: Moment | None
    told: dict[str, Any]
    entries: Sequence[bytes]
    members: Sequence[bytes]

    @classmethod
    def read(cls, moment: Moment | None, said: Sequence[bytes]) -> Measure:
        """Return what a process said."""
        told = orjson.loads(said[0])
        end = 1 + told["lines"]
        return cls(moment, told, said[1:end], said[end:])

    @property
    def weight(self) -> int:
        """The bytes that it takes, roughly."""
        return sum(map(len, self.entries)) + sum(map(len, self.members))

    def page(self, wanted: MeasureRequest) -> MeasuredPage:
        """Return the page that is wanted."""
        revision = None if self.moment is None else self.moment.revision
        told_of_all = {**self.told, "revision": revision}
        if wanted.all:
            return self._whole(wanted, told_of_all)
        ids: dict[str, list[list[object]]] = {name: [] for name in wanted.types}
        number = 0

        def numbered(slug: str, kind: str) -> int:
            nonlocal number
            ids[kind].append([number, slug])
            number += 1
            return number - 1

        entries: list[Any] = []
        for entry in _cut(self.entries, wanted.offset, wanted.size):
            if wanted.by == COMMUNITIES:
                size, kinds, begin = entry
                members = _cut(self.members, begin, min(size, wanted.each))
                entries.append((size, kinds, [(numbered(slug, kind), degree) for degree, slug, kind in members]))
            else:
                rank, score, slug, kind = entry
                numbered(slug, kind)
                entries.append((rank, score))
        return MeasuredPage(ids, entries, told_of_all)

    def _whole(self, wanted: MeasureRequest, told: dict[str, Any]) -> MeasuredPage:
        places: dict[str, dict[str, Any]] = {name: {} for name in wanted.types}
        entries: list[Any] = []
        if wanted.by == COMMUNITIES:
            # Each has its members in order; to sort them all at once would keep other threads out.
            found = merge(*(self._members(part, entry) for part, entry in enumerate(_all(self.entries))))
            for place, (less, slug, kind, part) in enumerate(found):
                places[kind][slug] = place, part
                entries.append(-less)
        else:
            for place, (rank, score, slug, kind) in enumerate(_all(self.entries)):
                places[kind][slug] = place
                entries.append((rank, score))
        return MeasuredPage(places, entries, told)

    def _members(self, part: int, entry: Any) -> Iterator[tuple[int, str, str, int]]:
        size, _, begin = entry
        for at in range(begin, begin + size, BLOCK):
            for degree, slug, kind in _cut(self.members, at, min(BLOCK, begin + size - at)):
                yield -degree, slug, kind, part


async def paged(measure: Measure, wanted: MeasureRequest) -> MeasuredPage:
    """Return the page that is wanted; the whole is put together beside the event loop."""
    return await asyncio.to_thread(measure.page, wanted) if wanted.all else measure.page(wanted)


def _all(lines: Sequence[bytes]) -> Iterator[Any]:
    for line in lines:
        yield from orjson.loads(line)


def _cut(lines: Sequence[bytes], begin: int, size: int) -> list[Any]:
    """Return so many of what stands in lines of `BLOCK` each."""
    first = begin // BLOCK
    found = [item for line in lines[first : (begin + size - 1) // BLOCK + 1] for item in orjson.loads(line)]
    return found[begin - first * BLOCK :][:size]


@dataclass(slots=True)
class _Begun:
    """A measure on its way, and how many wait for it."""

    task: asyncio.Task[Measure]
    waiting: int = 0


class Measures:
    """Reads networks with `run`, measures in them, and keeps what was measured.

    Of all that share `turn` only one measures at a time. Who has waited for `patience` seconds is told to ask again;
    what is being measured goes on, what still waits for its turn does only while somebody waits for it.
    """

    def __init__(self, run: Run, patience: float, turn: asyncio.Lock | None = None) -> None:
        self._run = run
        self._patience = patience
        self._turn = turn or asyncio.Lock()
        self._given_up: dict[Key, float] = {}
        self._kept: Lru[Key, Measure] = Lru(MOST_KEPT, MOST_BYTES)
        self._begun: dict[Key, _Begun] = {}
        self._at: Key | None = None

    async def get(self, wanted: MeasureRequest, moment: Moment | None, begin: float, *, fresh: bool) -> Measure:
        """Return what is wanted; what is `fresh` is of `moment` or was read now. Those who want the same share it.

        Raises `Failure` MEASURE_PENDING when it is not there `patience` seconds after `begin`, or too much is wanted;
        MEASURE_TOO_LONG when it takes longer than anything may be measured.
        """
        key = (wanted.snapshot, repr(sorted(wanted.parameters.items())), wanted.by, wanted.types)
        found = self._kept.get(key, lambda kept: not fresh or kept.moment == moment)
        if found is not None:
            return found
        if self._given_up.get(key, -inf) > monotonic():
            raise too_long()
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

    async def _measure(self, key: Key, wanted: MeasureRequest) -> Measure:
        async with self._turn:
            self._at = key
            try:
                async with asyncio.timeout(LONGEST):
                    moment, pieces = await self._read(wanted)
                    found = Measure.read(moment, await measured(_asked(wanted, pieces)))
            except TimeoutError:
                now = monotonic()
                self._given_up = {key: end for key, end in self._given_up.items() if end > now} | {key: now + REST}
                raise too_long() from None
            finally:
                self._at = None
        if found.moment is not None:
            self._kept.put(key, found, found.weight)
        return found

    async def _read(self, wanted: MeasureRequest) -> tuple[Moment | None, deque[Any]]:
        """Return the network in pieces and its moment; what was read while somebody committed is soon read again."""
        for pause in PAUSES:
            rows = await self._run(wanted.snapshot, wanted.parameters)
            before, _, after = rows[0]
            moment = seen(before, after)
            if moment is not None or before is after is None:
                break
            await asyncio.sleep(pause)
        return moment, deque(piece for _, piece, _ in rows)


def _asked(wanted: MeasureRequest, pieces: deque[Any]) -> Iterator[bytes]:
    """Yield what a process is asked, line by line; what was told is forgotten at once."""
    yield orjson.dumps([wanted.by, wanted.types]) + b"\n"
    while pieces:
        yield orjson.dumps(pieces.popleft()) + b"\n"


def too_long() -> Failure:
    """Return the failure of who asks for what cannot be measured in time."""
    hint = "name fewer relations with via, or measure by something else; DEGREE and PAGERANK are the quickest"
    return Failure.of("MEASURE_TOO_LONG", f"this could not be measured within {LONGEST:.0f} seconds", hint)


def pending(message: str) -> Failure:
    """Return the failure of who must ask again."""
    return Failure.of("MEASURE_PENDING", message, "ask again in some seconds; what is being measured goes on meanwhile")


async def measured(asked: Iterable[bytes]) -> list[bytes]:
    """Return the lines that a process of its own says to what it is `asked`; it ends with who waits for it."""
    process = await asyncio.create_subprocess_exec(
        # The folder in which the server was started is nobody's to import from.
        *(sys.executable, "-P", "-c", MEASURING),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=LINE,
    )
    told, heard = cast("asyncio.StreamWriter", process.stdin), cast("asyncio.StreamReader", process.stdout)
    try:
        # One that ended before it was told everything says with its code why.
        with suppress(ConnectionError):
            for line in asked:
                told.write(line)
                await told.drain()
        told.close()
        said = [line async for line in heard]
        await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            # It has not ended before what it said was read.
            await process.communicate()
    if process.returncode:
        LOG.error("a measuring process ended with %s", process.returncode)
        raise RuntimeError("a measuring process failed")
    return said
