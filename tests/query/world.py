"""A graph in plain Python, to check the answers of the database against."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator

from engagegraph.model import Model
from engagegraph.model.values import partial_date
from engagegraph.query.ids import encode_id
from engagegraph.write.change import EdgeKey, Ref, Snapshot

Day = tuple[dt.date, dt.date]


class World:
    """What of a snapshot is valid at a time (at any, without one), seen along relations of some types."""

    def __init__(self, model: Model, snapshot: Snapshot, at: str | None = None, via: Iterable[str] = ()) -> None:
        self.model, self.snapshot = model, snapshot
        self.at = partial_date(at) if at else None
        self.via = set(via) or set(model.relations)
        self.edges = [k for k in snapshot.edges if k.relation in self.via and self.valid(k)]

    def during(self, start: object, end: object) -> bool:
        if self.at is None:
            return True
        began = start is None or partial_date(str(start)).first <= self.at.last
        return began and (end is None or partial_date(str(end)).last >= self.at.first)

    def valid(self, key: EdgeKey) -> bool:
        values = self.snapshot.edges[key].properties
        return self.during(values.get("since"), values.get("until"))

    def exists(self, ref: Ref) -> bool:
        span = self.model.types[ref.type].lifespan
        values = self.snapshot.nodes[ref].properties
        return span is None or self.during(values.get(span.start), values.get(span.end))

    def beside(self, ref: Ref) -> set[Ref]:
        """The nodes on the other side of a node's relations, whether they exist at the time or not."""
        return {k.end if k.start == ref else k.start for k in self.edges if ref in (k.start, k.end)}

    def degree(self, ref: Ref) -> int:
        return sum(self.exists(k.end if k.start == ref else k.start) for k in self.edges if ref in (k.start, k.end))

    def distances(self, start: Ref, closed: Iterable[Ref] = (), end: Ref | None = None) -> dict[Ref, int]:
        """How far each node is; no way leads through what is `closed` or does not exist, but `end` may be reached."""
        shut = set(closed)
        found, queue = {start: 0}, deque([start])
        while queue:
            here = queue.popleft()
            if here == end:
                continue
            for there in self.beside(here) - found.keys() - shut:
                if there == end or self.exists(there):
                    found[there] = found[here] + 1
                    queue.append(there)
        return found

    def shortest(self, start: Ref, end: Ref, closed: Iterable[Ref] = (), direct: bool = True) -> list[list[Ref]]:
        """All shortest ways; without `direct` one that leads through something."""
        shut = set(closed)
        if direct or end not in self.beside(start):
            length = self.distances(start, shut, end).get(end)
        else:
            near = [self.distances(n, {*shut, start}, end).get(end) for n in self.inner(start, end, shut)]
            length = min((n + 1 for n in near if n is not None), default=None)
        return [] if length is None else list(self.ways(start, end, length, {*shut, start}, direct))

    def inner(self, start: Ref, end: Ref, shut: set[Ref]) -> set[Ref]:
        return {n for n in self.beside(start) - shut if n != end and self.exists(n)}

    def ways(self, start: Ref, end: Ref, length: int, shut: set[Ref], direct: bool = True) -> Iterator[list[Ref]]:
        if length == 0:
            if start == end:
                yield [start]
            return
        if length == 1:
            if end in self.beside(start) and direct:
                yield [start, end]
            return
        for there in self.inner(start, end, shut):
            for rest in self.ways(there, end, length - 1, {*shut, there}):
                yield [start, *rest]


def gid(ref: Ref) -> str:
    return encode_id(ref.type, ref.slug)
