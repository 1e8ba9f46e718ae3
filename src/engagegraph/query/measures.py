"""What is measured in the network of all that is related: beside the database, from a snapshot of nodes and relations.

A snapshot holds what the viewer may see, and nothing else. What is measured in it is kept together with the moment
that it is of; who uses it reads at that moment, or asks again. Measuring is done by a process of its own (`network`),
so that nobody else waits for it, and what it takes of memory is given back.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any

import orjson

from engagegraph.errors import Failure
from engagegraph.query.lru import Lru
from engagegraph.query.moment import Moment, seen

Run = Callable[[str, dict[str, Any]], Awaitable[list[list[Any]]]]

MOST_KEPT = 32
MOST_BYTES = 64_000_000
ENTRY_WEIGHT = 300
"""Bytes that a node takes among what was measured, roughly."""

COMMUNITIES = "COMMUNITIES"
"""What `communities` measures by."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page of what is measured `by` something among the nodes of `types`, in the network that `snapshot` reads.

    Of communities `each` tells so many members.
    """

    name: str
    by: str
    types: tuple[str, ...]
    snapshot: str
    parameters: dict[str, Any]
    offset: int
    size: int
    each: int

    @property
    def mesh(self) -> tuple[str, str]:
        """What two that look at the same network have in common."""
        return self.snapshot, repr(sorted(self.parameters.items()))


@dataclass(frozen=True, slots=True)
class Page:
    """A page of what was measured: identifiers by type as `nodes` has them, entries, and what is said of the whole.

    The entries of a ranking are pairs of rank and score, at the positions that the identifiers have. Those of
    communities are triples: size, pairs of type and number, and pairs of position and degree of the members told.
    """

    ids: dict[str, list[list[object]]]
    entries: list[Any]
    told: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Measure:
    """What was measured, as `network` says it, and the moment that it is of."""

    moment: Moment | None
    said: dict[str, Any]

    def page(self, wanted: Wanted) -> Page:
        """Return the page that is wanted."""
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
        revision = None if self.moment is None else self.moment.revision
        return Page(ids, entries, {**self.said, "revision": revision})


class Measures:
    """Reads networks with `run`, measures in them one at a time, and keeps both.

    Who has waited for `patience` seconds is told to ask again; what was begun goes on.
    """

    def __init__(self, run: Run, patience: float) -> None:
        self._run = run
        self._patience = patience
        self._measuring = asyncio.Lock()
        self._meshes: Lru[tuple[str, str], tuple[Moment | None, bytes]] = Lru(MOST_KEPT, MOST_BYTES)
        self._kept: Lru[tuple[object, ...], Measure] = Lru(MOST_KEPT, MOST_BYTES)
        self._begun: dict[tuple[object, ...], asyncio.Task[Measure]] = {}

    async def get(self, wanted: Wanted, moment: Moment | None, begin: float, *, fresh: bool) -> Measure:
        """Return what is wanted; what is `fresh` is of `moment` or was read now. Those who want the same share it.

        Raises `Failure` MEASURE_PENDING when it is not there `patience` seconds after `begin`.
        """
        key = (*wanted.mesh, wanted.by, wanted.types)
        found = self._kept.get(key, lambda kept: not fresh or kept.moment == moment)
        if found is not None:
            return found
        task = self._begun.get(key)
        if task is None:
            task = self._begun[key] = asyncio.create_task(self._measure(key, wanted, moment, fresh=fresh))
            task.add_done_callback(lambda done: self._ended(key, done))
        await asyncio.wait((task,), timeout=max(0.0, begin + self._patience - monotonic()))
        if not task.done():
            hint = "ask again in some seconds: what was begun goes on"
            raise Failure.of("MEASURE_PENDING", "the network is still being measured", hint)
        return task.result()

    def _ended(self, key: tuple[object, ...], task: asyncio.Task[Measure]) -> None:
        del self._begun[key]
        if not task.cancelled():
            task.exception()  # who waits is told; when nobody does, nobody has to be

    async def _measure(self, key: tuple[object, ...], wanted: Wanted, moment: Moment | None, *, fresh: bool) -> Measure:
        async with self._measuring:
            read = self._meshes.get(wanted.mesh, lambda kept: not fresh or kept[0] == moment)
            if read is None:
                read = await self._read(wanted)
            asked = orjson.dumps([wanted.by, wanted.types])
            found = Measure(read[0], orjson.loads(await measured(asked + b"\n" + read[1])))
        if found.moment is not None:
            self._kept.put(key, found, ENTRY_WEIGHT * found.said["nodes"])
        return found

    async def _read(self, wanted: Wanted) -> tuple[Moment | None, bytes]:
        [[before, [rows], after]] = await self._run(wanted.snapshot, wanted.parameters)
        found = seen(before, after), await asyncio.to_thread(orjson.dumps, rows)
        if found[0] is not None:
            self._meshes.put(wanted.mesh, found, len(found[1]))
        return found


async def measured(asked: bytes) -> bytes:
    """Return what a process of its own says to what it is `asked`; it ends with who waits for it."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "from engagegraph.query.network import main; main()"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        said, _ = await process.communicate(asked)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise RuntimeError(f"measuring ended with {process.returncode}")
    return said
