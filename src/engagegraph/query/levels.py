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

WORD = 0.1
"""Which part of what has one word has another one as well."""


@dataclass(frozen=True, slots=True)
class Paged:
    """As many as a page has room for, and `extra` ones that say whether there are more; see `PageSlot`."""

    wanted: Leaf | None
    whole: bool = False
    extra: int = 0

    def most(self, values: Mapping[str, Any], limits: Limits, rows: Sequence[float]) -> float:
        """Return the most rows under coerced variables, given how many the levels before have."""
        size = None if self.wanted is None else leaf_value(self.wanted, values)
        if size is None:
            size = limits.maximum_page if self.whole else limits.default_page
        return float(size + self.extra)


@dataclass(frozen=True, slots=True)
class Named:
    """As many as there are identifiers."""

    ids: Leaf

    def most(self, values: Mapping[str, Any], limits: Limits, rows: Sequence[float]) -> float:
        """Return the most rows under coerced variables, given how many the levels before have."""
        found = leaf_value(self.ids, values)
        return float(len(found)) if isinstance(found, list) else 1.0


@dataclass(frozen=True, slots=True)
class Deep:
    """One, if it is to be gone as far."""

    far: int
    depth: Leaf

    def most(self, values: Mapping[str, Any], limits: Limits, rows: Sequence[float]) -> float:
        """Return the most rows under coerced variables, given how many the levels before have."""
        return float(leaf_value(self.depth, values) >= self.far)


@dataclass(frozen=True, slots=True)
class Distant:
    """Beside a node: so many of each kind of relation that it has."""

    each: Leaf
    degrees: tuple[float, ...]

    def most(self, values: Mapping[str, Any], limits: Limits, rows: Sequence[float]) -> float:
        """Return the most rows under coerced variables, given how many the levels before have."""
        each = leaf_value(self.each, values)
        return float(sum(min(each, d) for d in self.degrees))


@dataclass(frozen=True, slots=True)
class Gathered:
    """All rows of other levels."""

    levels: tuple[int, ...]

    def most(self, values: Mapping[str, Any], limits: Limits, rows: Sequence[float]) -> float:
        """Return the most rows under coerced variables, given how many the levels before have."""
        return sum(rows[level] for level in self.levels)


@dataclass(frozen=True, slots=True)
class Worded:
    """Of what a search for one word finds: the less, the more words there are, all of which must be met."""

    query: Leaf

    def most(self, values: Mapping[str, Any], limits: Limits, rows: Sequence[float]) -> float:
        """Return the most rows under coerced variables, given how many the levels before have."""
        return WORD ** max(0, len(str(leaf_value(self.query, values)).split()) - 1)


@dataclass(frozen=True, slots=True)
class Common:
    """What several things have in common, of so many that one has: the fewer the more things there are."""

    of: Leaf
    each: float
    share: float

    def most(self, values: Mapping[str, Any], limits: Limits, rows: Sequence[float]) -> float:
        """Return the most rows under coerced variables, given how many the levels before have."""
        return self.each * self.share ** (len(leaf_value(self.of, values)) - 1)


Most = Paged | Named | Deep | Distant | Gathered | Worded | Common


@dataclass(slots=True)
class Level:
    """A part of an operation: `times` for each row `above` it is entered, and has at most `there` rows each time.

    `overall` bounds its rows for all of these times together.
    """

    spot: Spot
    above: int | None
    times: float
    there: float
    most: Most | None
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
        there = level.there if level.most is None else min(level.there, level.most.most(values, limits, rows))
        rows.append(
            entered * there if level.overall is None else min(entered * there, level.overall.most(values, limits, rows))
        )
        hits = entered * level.entry + rows[-1] * level.each
        total += hits
        if hits > most:
            most, dearest = hits, level.spot
    return Estimate(round(total), dearest, most / max(total, 1.0))
