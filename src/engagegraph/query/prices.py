"""What it costs to find rows, to hold conditions against them and to put them in order; and how many fulfil these.

How many nodes and relations there are is known, what their values are is not: each kind of condition has a share that
it is taken to let through. That is wrong for one value or another, and right enough to tell a page from a whole label.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from math import exp
from typing import assert_never

from engagegraph.model import ENTITY, Link, Model
from engagegraph.model.indexes import ranged_names, unique_names
from engagegraph.model.search import text_properties
from engagegraph.query.counts import Counts
from engagegraph.query.geo import DistanceFrom, InBox, Near
from engagegraph.query.ir import (
    AllOf,
    AnyOf,
    Compare,
    Computed,
    Connection,
    Counted,
    CountOf,
    Everything,
    Hits,
    IsNull,
    IsType,
    Not,
    OrderKey,
    Period,
    Predicate,
    Related,
    Stored,
    Through,
    Tied,
)
from engagegraph.query.lists import rides
from engagegraph.query.turned import beyond, parted, sole, turns

NODE, READ, EXPAND, LABEL, SEEK, INTO = 1.0, 1.0, 1.0, 1.0, 2.0, 3.0
"""Hits for a node of a label, a value that is read, a relation that is followed, a type that is asked for, a node that
an index finds, a look for relations between two nodes."""

SHARES = {
    "eq": 0.02, "in": 0.05, "ne": 0.95, "notIn": 0.9, "between": 0.2, "during": 0.1,
    "contains": 0.05, "startsWith": 0.02, "endsWith": 0.02,
}  # fmt: skip
"""Which part of the rows a comparison lets through; a third of them where one of two sides is open."""

FAMILIES = {"enum": 0.25, "boolean": 0.5}
"""The same for equality where there are few values."""

OPEN, MISSING, VALID, NEAR, COUNTED, HIT = 0.35, 0.5, 0.7, 0.1, 0.4, 0.001
"""Shares: an open range; what lacks a value; what is valid at a time; what lies within a distance or a box; whose
relations are of a certain number; what a search finds among everything."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a condition costs for each row, and which part of the rows fulfils it."""

    price: float
    share: float


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a list: how many, what finding all of them costs, and counting them.

    Where an index brings them in order, only a page of them is looked at: then `step` is the price of each.
    """

    rows: float
    price: float
    count: float
    step: float | None = None


class Prices:
    """Knows prices by the model and how much there is.

    What is found once for the whole statement is told to `once`, at its price; that is done where there are `many` rows
    (see `turned`).
    """

    def __init__(self, model: Model, counts: Counts, once: Callable[[float], object]) -> None:
        self.model = model
        self.counts = counts
        self.once = once
        self.many = True
        self._sets: dict[tuple[tuple[str, ...], Predicate], Judged] = {}

    # -- rows --------------------------------------------------------------------------------------------------------

    def found(self, connection: Connection, types: Collection[str]) -> Found:
        """Return the rows of a list; that of a link starts at a node of `types`."""
        source, where = connection.source, connection.where
        asked = self.every([self.judged(where, connection.types), self.valid(connection.as_of, connection.types)])
        free = asked == Judged(0.0, 1.0)
        match source:
            case Everything(label=label):
                there = self.counts.of(connection.types)
                price = NODE + self.all_of(label, connection.types, where, asked)
                step = (SEEK + asked.price) / asked.share if rides(self.model, connection) else None
                return Found(there * asked.share, price, 1.0 if free else price, step)
            case Link():
                met, reached = self.counts.degree(source, types)
                edge = self.valid_edge(connection.as_of, source)
                price = met * EXPAND + reached * (edge.price + edge.share * asked.price)
                free = free and edge.share == 1.0
                return Found(reached * edge.share * asked.share, price, 1.0 if free else price)
            case Hits():
                hits = HIT * self.counts.of(connection.types)
                # What a hit is called is compared with all that it may be called by.
                each = NODE + LABEL + READ * len(text_properties(self.model, source.types))
                price = hits * (each + asked.price)
                return Found(hits * asked.share, price, price)
            case _:
                assert_never(source)

    def touched(self, where: Predicate, label: str) -> float:
        """Return which part of the nodes of a label is looked at: all, or what an index brings."""
        items = where.items if isinstance(where, AllOf) else (where,)
        if label == ENTITY:
            return 0.0 if AnyOf(()) in items else 1.0
        ranged, unique = ranged_names(self.model, label), unique_names(self.model, label)
        parts = [0.0 if AnyOf(()) in items else 1.0]
        for item in items:
            match item:
                case Compare(value=value) if len(value.names) == 1:
                    name = value.names[0]
                    if name in unique and item.operator in {"eq", "in"}:
                        parts.append(SEEK / max(1.0, self.counts.of(self.model.concrete(label))))
                    elif not {name, f"{name}_first", f"{name}_last"}.isdisjoint({*ranged, *unique}):
                        parts.append(self.compared(item).share)
                case Near() | InBox():
                    parts.append(NEAR)
                case _:
                    pass
        return min(parts)

    def all_of(self, label: str, types: Collection[str], where: Predicate, asked: Judged) -> float:
        """Return the price of finding all nodes of a label that fulfil a condition, which is `asked` of each."""
        items = where.items if isinstance(where, AllOf) else (where,)
        looked = self.counts.of(types) * self.touched(where, label) * (NODE + asked.price)
        for item in items:
            if isinstance(item, Related | Tied) and turns(item):
                rest = self.judged(AllOf(tuple(i for i in items if i is not item)), types)
                price = self.turned(item, rest, self.counts.of(types))
                # The database begins where less is to be read, unless it is told to begin at what was found before.
                return price if parted(item.item)[0] else min(price, looked)
        return looked

    def turned(self, item: Related | Tied, rest: Judged, there: float) -> float:
        """Return the price of starting at the other side of a relation that some must lead to what is asked for.

        The `rest` of the conditions is held against each of what is there once.
        """
        types = beyond(item)
        first, asked = parted(item.item)
        inner, price = self.judged(AllOf(asked), types, far=True), 0.0
        if first:
            inner = self.every([self.found_once(types, AllOf(first)), inner])
        else:
            touched = self.touched(item.item, item.link.target if isinstance(item, Related) else item.label)
            price = self.counts.of(types) * touched * (NODE + inner.price)
        if isinstance(item, Related):
            ties = self.counts.tied(item.link.relation.name, types, not item.link.outgoing)
            edge = self.valid_edge(item.as_of, item.link)
        else:
            ties = self.counts.of(types) * self.counts.around(self.model, item.relations, types)
            edge = self.valid(item.as_of, types)
        met = inner.share * ties
        return price + met * (EXPAND + LABEL + edge.price) + min(there, met * edge.share) * rest.price

    def found_once(self, types: tuple[str, ...], predicate: Predicate) -> Judged:
        """Return what fulfils a condition as nothing but a list to look into; tell the price of the list."""
        predicate = sole(predicate)
        if (types, predicate) not in self._sets:
            asked = self.judged(predicate, types)
            self._sets[types, predicate] = Judged(0.0, asked.share)
            alike = [name for name in (*types, *self.model.interfaces) if set(self.model.concrete(name)) == set(types)]
            self.once(self.all_of((*alike, ENTITY)[0], types, predicate, asked))
        return self._sets[types, predicate]

    # -- conditions --------------------------------------------------------------------------------------------------

    def judged(self, predicate: Predicate, types: Collection[str], far: bool = False) -> Judged:
        """Return what a condition on nodes of `types`, or on relations that lead to them, costs and lets through.

        `far` says whether a condition led there.
        """
        match predicate:
            case AllOf(items):
                return self.every([self.judged(item, types, far) for item in items])
            case AnyOf(items):
                return self.some([self.judged(item, types, far) for item in items])
            case Not(item):
                inner = self.judged(item, types, far)
                return Judged(inner.price, 1 - inner.share)
            case IsType(type=name):
                return Judged(LABEL, self.counts.share({name} & set(types), types))
            case IsNull(value=value):
                return Judged(READ * len(value.names), MISSING)
            case Compare():
                return self.compared(predicate)
            case Related(quantifier="none" | "every" as quantifier) if far and self.many:
                other = predicate.item if quantifier == "none" else Not(predicate.item)
                return self.judged(Not(replace(predicate, quantifier="some", item=other)), types, far)
            case Related(item=item) if far and self.many and item != AllOf(()):
                return self.found_once((*types,), predicate)
            case Related(link=link, item=item):
                inner = self.every([self.valid_edge(predicate.as_of, link), self.judged(item, link.targets, far=True)])
                met, reached = self.counts.degree(link, types)
                return _related(predicate.quantifier, inner, met, reached)
            case Counted(link=link, as_of=as_of):
                return Judged(self.degree(link, types, as_of), COUNTED)
            case Tied():
                met = self.counts.around(self.model, predicate.relations, types)
                reached = self.counts.between(self.model, predicate.relations, types, predicate.types)
                return _related("some", self.tied(predicate), met, reached)
            case Near() | InBox():
                return Judged(READ, NEAR)
            case _:
                assert_never(predicate)

    @staticmethod
    def compared(item: Compare) -> Judged:
        """Return what a comparison costs and lets through."""
        share = SHARES.get(item.operator, OPEN)
        if item.family in FAMILIES and item.operator in {"eq", "in", "ne", "notIn"}:
            share = FAMILIES[item.family]
        both = item.operator in {"between", "during"} or item.family == "prose"
        return Judged(READ * len(item.value.names) * (1 + both), share)

    @staticmethod
    def every(parts: Iterable[Judged]) -> Judged:
        """Return what conditions cost of which all must hold: after one that does not, none is looked at."""
        price, share = 0.0, 1.0
        for part in parts:
            price, share = price + share * part.price, share * part.share
        return Judged(price, share)

    @staticmethod
    def some(parts: Iterable[Judged]) -> Judged:
        """Return what conditions cost of which one must hold."""
        price, left = 0.0, 1.0
        for part in parts:
            price, left = price + left * part.price, left * (1 - part.share)
        return Judged(price, 1 - left)

    def valid(self, as_of: Period | None, types: Collection[str]) -> Judged:
        """Return what it costs to see whether nodes exist at a time, and which part does."""
        spans = {t: span for t in types if (span := self.model.types[t].lifespan) is not None}
        if as_of is None or not spans:
            return Judged(0.0, 1.0)
        part = self.counts.share(spans, types)
        reads = 2 + any(span.momentary for span in spans.values())
        return Judged(reads * READ * part, 1 - part * (1 - VALID))

    @staticmethod
    def valid_edge(as_of: Period | None, link: Link) -> Judged:
        """Return the same for the relations of a link."""
        dated = as_of is not None and {"since", "until"} <= link.relation.properties.keys()
        return Judged(2 * READ, VALID) if dated else Judged(0.0, 1.0)

    def tied(self, item: Tied) -> Judged:
        """Return what it costs to see whether a relation of whatever kind leads to what is asked for."""
        valid = self.valid(item.as_of, item.types)
        return self.every([Judged(LABEL, 1.0), valid, self.judged(item.item, item.types, far=True)])

    def around(self, item: Tied, types: Collection[str]) -> float:
        """Return what it costs to count to how many nodes such relations lead."""
        met = self.counts.around(self.model, item.relations, types)
        return met * (EXPAND + self.tied(item).price)

    # -- order -------------------------------------------------------------------------------------------------------

    def ordered(self, keys: Iterable[OrderKey], types: Collection[str]) -> float:
        """Return what it costs to read for each row what it is put in order by."""
        return sum(self.key(key.value, types) for key in keys)

    def key(self, value: Stored | CountOf | DistanceFrom | Through | Computed, types: Collection[str]) -> float:
        """Return what it costs to read what rows are put in order by, for each row."""
        match value:
            case Stored(names=names):
                return READ * len(names)
            case DistanceFrom():
                return READ
            case CountOf(link=link, as_of=as_of):
                return self.degree(link, types, as_of)
            case Computed():
                return LABEL * (len(types) - 1) / 2
            case Through(link=link, value=further):
                return self.one(link, types, value.as_of) + self.key(further, link.targets)
            case _:
                assert_never(value)

    # -- relations ---------------------------------------------------------------------------------------------------

    def degree(self, link: Link, types: Collection[str], as_of: Period | None) -> float:
        """Return what it costs to count a node's relations: nothing but a look at it, unless they are looked at."""
        if as_of is None:
            return EXPAND
        met, reached = self.counts.degree(link, types)
        return met * EXPAND + reached * self.valid_edge(as_of, link).price

    def one(self, link: Link, types: Collection[str], as_of: Period | None) -> float:
        """Return what it costs to find the one node that a link to one delivers: of several the latest."""
        met, reached = self.counts.degree(link, types)
        valid = self.every([self.valid_edge(as_of, link), self.valid(as_of, link.targets)])
        return met * EXPAND + reached * (valid.price + READ)


def _related(quantifier: str, inner: Judged, met: float, reached: float) -> Judged:
    """Return what a condition on relations costs: all are looked at, unless all must fulfil it.

    People ask for what there is none of, and then nothing ends the looking; but of `every` the first that does not
    fulfil it does, and most do not.
    """
    hit = 1 - inner.share if quantifier == "every" else inner.share
    none = exp(-reached * hit)
    part = (1 - none) / max(reached * hit, 1e-9) if quantifier == "every" and reached * hit > 0 else 1.0
    price = part * (met * EXPAND + reached * inner.price)
    match quantifier:
        case "some" | "one":
            return Judged(price, 1 - none)
        case "none" | "every":
            return Judged(price, none)
        case _:
            return Judged(price, reached * hit * none)
