"""How far relations lead: how many things of each type lie a step beyond others, as far as mean numbers tell.

Which thing is meant is not known, but its type is, and from one type some relations lead to few of a kind of which
there are many, from another to most of those that there are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from engagegraph.model import Model
from engagegraph.query.counts import Counts

Front = Mapping[str, float]
"""How many things of each type."""

Kind = tuple[str, bool]
"""A relation, and whether it is followed from its start."""


class Spread:
    """Knows for each type how many relations of each kind a thing of it has, and of which types the others are.

    `valid` is the part of them that is looked at further.
    """

    def __init__(self, model: Model, relations: Iterable[str], counts: Counts, valid: float = 1.0) -> None:
        self.counts = counts
        self.valid = valid
        self.beside: dict[str, dict[Kind, dict[str, float]]] = {name: {} for name in model.types}
        for name in relations:
            for end in model.relations[name].ends:
                self._add((name, True), end.from_types, end.to_types)
                self._add((name, False), end.to_types, end.from_types)

    def _add(self, kind: Kind, types: Iterable[str], others: Collection[str]) -> None:
        name, starts = kind
        shares = {other: self.counts.tied(name, (other,), not starts) for other in others}
        every = sum(shares.values())
        for each in types:
            degree = self.counts.tied(name, (each,), starts) / max(1.0, self.counts.of((each,)))
            if degree and every:
                known = self.beside[each].setdefault(kind, {})
                for other, number in shares.items():
                    known[other] = known.get(other, 0.0) + degree * number / every

    def degrees(self, front: Front) -> dict[Kind, float]:
        """Return how many relations of each kind a thing of those has."""
        found: dict[Kind, float] = {}
        there = max(1e-9, sum(front.values()))
        for name, number in front.items():
            for kind, others in self.beside[name].items():
                found[kind] = found.get(kind, 0.0) + number / there * sum(others.values())
        return found

    def foremost(self, front: Front) -> Front:
        """Return the same weighed by how many relations each has: of what those are like that have the most."""
        return {name: number * sum(self.degrees({name: 1.0}).values()) for name, number in front.items()}

    def followed(self, front: Front) -> float:
        """Return how many relations all of them have."""
        return sum(front.values()) * sum(self.degrees(front).values())

    def step(self, front: Front, each: float = float("inf")) -> dict[str, float]:
        """Return where relations lead one step further, of each kind of relation of a thing at most `each`."""
        met: dict[str, float] = {}
        for name, number in front.items():
            for others in self.beside[name].values():
                degree = self.valid * sum(others.values())
                for other, part in others.items():
                    met[other] = met.get(other, 0.0) + number * self.valid * part * min(1.0, each / degree)
        return met
