"""The levels of a plan, and what they cost together once sizes of pages and other values are put in.

A level is a part whose rows come once for each row of the level above, at most as many as there are and as its page has
room for. It has a price for each time that it is entered (finding, filtering, putting in order) and one for each of its
rows (reading what was selected).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engagegraph.errors import Failure
from engagegraph.model import Limits
from engagegraph.query.ir import Leaf
from engagegraph.query.params import leaf_value
from engagegraph.query.spot import NOWHERE, Spot


@dataclass(frozen=True, slots=True)
class Paged:
    """As many as a page has room for, and `extra` ones that say whether there are more; see `PageSlot`."""

    wanted: Leaf | None
    whole: bool = False
    extra: int = 0

    def most(self, values: Mapping[str, Any], limits: Limits) -> float:
        """Return the most rows under coerced variables."""
        size = None if self.wanted is None else leaf_value(self.wanted, values)
        if size is None:
            size = limits.maximum_page if self.whole else limits.default_page
        return float(size + self.extra)


@dataclass(frozen=True, slots=True)
class Named:
    """As many as there are identifiers."""

    ids: Leaf

    def most(self, values: Mapping[str, Any], limits: Limits) -> float:
        """Return the most rows under coerced variables."""
        found = leaf_value(self.ids, values)
        return float(len(found)) if isinstance(found, list) else 1.0


@dataclass(frozen=True, slots=True)
class Distant:
    """At a distance from a node: so many for each kind of relation of a node before, if it is to be gone as far."""

    far: int
    depth: Leaf
    each: Leaf
    kinds: float

    def most(self, values: Mapping[str, Any], limits: Limits) -> float:
        """Return the most rows under coerced variables."""
        return self.kinds * leaf_value(self.each, values) if leaf_value(self.depth, values) >= self.far else 0.0


@dataclass(slots=True)
class Level:
    """A part of an operation: `times` for each row `above` it is entered, and has at most `there` rows each time.

    `overall` bounds its rows for all of these times together.
    """

    spot: Spot
    above: int | None
    times: float
    there: float
    most: Paged | Named | Distant | None
    entry: float
    each: float = 0.0
    overall: Paged | None = None


@dataclass(frozen=True, slots=True)
class At:
    """Where something is read: for `weight` of the rows of a level."""

    level: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many hits an operation is going to take, and where the greatest part of them is."""

    hits: int
    dearest: Spot
    part: float

    def check(self, budget: int) -> None:
        """Refuse what costs more than `budget`: LIMIT_COST, at its dearest part."""
        if self.hits > budget:
            message = f"this would take about {self.hits} database hits, {self.part:.0%} of them here"
            hint = f"at most {budget}: take smaller pages and narrower conditions, or ask in several operations"
            raise self.dearest.placed(Failure.of("LIMIT_COST", message, hint))


def estimate(levels: Sequence[Level], values: Mapping[str, Any], limits: Limits) -> Estimate:
    """Return what levels cost together; those above stand before those below."""
    rows: list[float] = []
    total = most = 0.0
    dearest = NOWHERE
    for level in levels:
        entered = level.times * (1.0 if level.above is None else rows[level.above])
        there = level.there if level.most is None else min(level.there, level.most.most(values, limits))
        rows.append(
            entered * there if level.overall is None else min(entered * there, level.overall.most(values, limits))
        )
        hits = entered * level.entry + rows[-1] * level.each
        total += hits
        if hits > most:
            most, dearest = hits, level.spot
    return Estimate(round(total), dearest, most / max(total, 1.0))
