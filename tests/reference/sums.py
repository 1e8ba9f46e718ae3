"""The reference for numbers over lists, groups and facets: every row is looked at, one after the other."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cmp_to_key
from math import floor, log10
from typing import TYPE_CHECKING, Any

from engagegraph.model import Link, Property
from engagegraph.model.names import ON_PREFIX
from engagegraph.model.values import instant, partial_date, sort_key
from engagegraph.write.change import EdgeState, NodeState, Ref

if TYPE_CHECKING:
    from tests.reference.reference import NodeAt, Reference, Row, Scope


@dataclass(frozen=True)
class Common:
    """What a row has in common with others: `identity` tells groups apart, `order` puts them in order."""

    identity: Any
    order: tuple[Any, ...] = ()
    value: str | None = None
    label: str | None = None
    node: Any = None


NOTHING = Common(None)

Way = dict[tuple[str, ...], Any]
"""What stands at each place that keys speak of: a row, or one of several values; None where there is nothing."""


@dataclass(frozen=True)
class Group:
    """Rows with the same keys."""

    keys: tuple[Common, ...]
    rows: list[Row]


class Sums:
    """Numbers over the rows of a list: of all nodes of `owner`, or of a link to them."""

    def __init__(
        self, reference: Reference, rows: Sequence[Row], owner: str, link: Link | None, scope: Scope
    ) -> None:  # fmt: skip
        self.reference = reference
        self.model = reference.model
        self.rows = rows
        self.owner = owner
        self.link = link
        self.scope = scope

    def fields(self) -> dict[str, Callable[[dict[str, Any]], Any]]:
        """Return what a connection has besides its page; called with arguments."""
        return {
            "aggregate": lambda _: self.aggregate(self.rows, "node"),
            "edgeAggregate": lambda _: self.aggregate(self.rows, "edge"),
            "groupBy": self.group_by,
            "groupCount": lambda args: len(self.having(args)),
            "facets": lambda args: [self.facet(item, args.get("first")) for item in args["fields"]],
        }

    # -- numbers -----------------------------------------------------------------------------------------------------

    def properties(self, side: str) -> Mapping[str, Property]:
        if side == "edge":
            assert self.link is not None
            return self.link.relation.properties
        return self.model.properties(self.owner)

    def states(self, rows: Iterable[Row], side: str) -> list[NodeState | EdgeState]:
        """Return nodes, each once, or relations."""
        if side == "node":
            return [*{row.node.ref: row.node for row in rows}.values()]
        return [row.edge for row in rows if row.edge is not None]

    def aggregate(self, rows: Iterable[Row], side: str) -> dict[str, Any]:
        states = self.states(rows, side)
        made: dict[str, Any] = {"count": len(states)}
        for name, prop in self.properties(side).items():
            made[name] = lambda _, prop=prop: {
                what: shown(found) for what, found in self.numbers(states, prop).items()
            }  # fmt: skip
        return made

    def numbers(self, states: Iterable[NodeState | EdgeState], prop: Property) -> dict[str, Any]:
        """Return all numbers of a property; least and greatest as pairs of what is compared and the value."""
        delivered = (self.reference.delivered(state, prop, self.scope)[1] for state in states)
        values = [value for value in delivered if value is not None]
        made: dict[str, Any] = {"count": len(values), "distinct": len({order_of(prop, v)[-1:] for v in values})}
        if prop.type == "DateTime":
            made["distinct"] = len({instant(v) for v in values})
        if prop.type in {"Int", "Float"}:
            made["sum"] = float(sum(values))
            made["avg"] = sum(values) / len(values) if values else None
            made["median"] = float(statistics.median(values)) if values else None
        pairs = [(order_of(prop, value), value) for value in values]
        made["min"], made["max"] = (min(pairs), max(pairs)) if pairs else (None, None)
        return made

    # -- keys --------------------------------------------------------------------------------------------------------

    def keys(self, row: Row, by: Sequence[Mapping[str, Any]]) -> Iterable[tuple[Common, ...]]:
        """Return what a row has in common with others: several where what is related is several."""
        start: tuple[str, ...] = ()
        ways: list[Way] = [{start: row}]
        for item in by:
            ways = self.ways(ways, start, self.owner, self.link, item)
        found = (tuple(self.read(way, start, self.owner, self.link, item) for item in by) for way in ways)
        return {tuple(key.identity for key in keys): keys for keys in found}.values()

    def ways(
        self,
        ways: list[Way],
        at: tuple[str, ...],
        owner: str,
        link: Link | None,
        item: Mapping[str, Any],
    ) -> list[Way]:
        """Return all ways to go on to what a key speaks of; keys along the same links go the same way."""
        [(name, inner)] = item.items()
        if link is not None and name == "node":
            return self.ways(ways, at, owner, None, inner)
        properties = link.relation.properties if link else self.model.properties(owner)
        if name in {"id", "nodeType"} or (name in properties and not properties[name].many):
            return ways
        if name in properties:
            return [wider for way in ways for wider in self.through(way, at, properties[name], link is not None)]
        further = self.model.links(owner).get(name)
        if further is None:
            target = name.removeprefix(ON_PREFIX)
            return self.ways(ways, guarded(at, target), target, None, inner)
        there = (*at, name)
        made: list[Way] = []
        for way in ways:
            if there in way:
                made.append(way)
                continue
            here = self.standing(way, at)
            found: list[Row | None] = []
            if here is not None and further.one:
                found = [self.reference.one(here.node, self.of(here, further), self.scope)]
            elif here is not None:
                found = [*self.reference.along(here.node, self.of(here, further), self.scope)]
            made += [{**way, there: row} for row in found or [None]]
        return self.ways(made, there, further.target, None if further.one else further, inner)

    def through(self, way: Way, at: tuple[str, ...], prop: Property, edge: bool) -> list[Way]:
        """Return one way for each of the values in a list."""
        there = (*at, prop.name)
        if there in way:
            return [way]
        row = self.standing(way, at)
        state = None if row is None else row.edge if edge else row.node
        values = None if state is None else self.reference.delivered(state, prop, self.scope)[1]
        return [{**way, there: value} for value in values or [None]]

    def of(self, row: Row, link: Link) -> Link:
        return self.model.links(row.node.ref.type)[link.field]

    def standing(self, way: Way, at: tuple[str, ...]) -> Row | None:
        """Return the row at a place, if it is of the types that are asked for there."""
        row: Row | None
        if at and at[-1].startswith("?"):
            row = way[at[:-1]]
            return row if row is not None and row.node.ref.type in self.model.concrete(at[-1][1:]) else None
        row = way[at]
        return row

    def read(
        self,
        way: Way,
        at: tuple[str, ...],
        owner: str,
        link: Link | None,
        item: Mapping[str, Any],
    ) -> Common:
        [(name, inner)] = item.items()
        if link is not None and name == "node":
            return self.read(way, at, owner, None, inner)
        row = self.standing(way, at)
        properties = link.relation.properties if link else self.model.properties(owner)
        if name in properties and properties[name].many:
            return self.named(properties[name], way[*at, name], inner)
        if link is not None:
            state = None if row is None else row.edge
            return NOTHING if state is None else self.valued(state, properties[name], inner)
        if name == "id":
            return NOTHING if row is None else self.itself(row.node)
        if name == "nodeType":
            if row is None:
                return NOTHING
            kind = row.node.ref.type
            return Common(kind, (kind,), kind, self.words(self.model.types[kind].label))
        if name in properties:
            return NOTHING if row is None else self.valued(row.node, properties[name], inner)
        further = self.model.links(owner).get(name)
        if further is None:
            target = name.removeprefix(ON_PREFIX)
            return self.read(way, guarded(at, target), target, None, inner)
        return self.read(way, (*at, name), further.target, None if further.one else further, inner)

    def itself(self, node: NodeState) -> Common:
        label = self.reference.display_name(node, self.scope)
        order = (sort_key(label), node.ref.slug, node.ref.type)
        return Common(node.ref, order, node.ref.slug, label, self.read_at(node))

    def valued(self, state: NodeState | EdgeState, prop: Property, how: str) -> Common:
        return self.named(prop, self.reference.delivered(state, prop, self.scope)[1], how)

    def named(self, prop: Property, value: Any, how: str) -> Common:
        if value is None:
            return NOTHING
        order = (sort_key(value), value) if prop.type == "String" and not prop.many else (value,)
        if prop.type == "DateTime" and how == "VALUE":
            order = (instant(value),)
            value = in_utc(value)
        elif prop.type in {"DateTime", "PartialDate"} and how != "VALUE":
            value = "-".join(value.split("T")[0].split("-")[: ["YEAR", "MONTH", "DAY"].index(how) + 1])
            order = (value,)
        text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
        label, node = text, None
        if prop.references is not None and (found := self.reference.nodes.get(Ref(prop.references, text))) is not None:
            label, node = self.reference.display_name(found, self.scope), self.read_at(found)
        if prop.type in self.model.enums:
            label = self.words(self.model.enums[prop.type].values[value])
        elif isinstance(value, bool):
            label = {"de": ("nein", "ja"), "en": ("no", "yes")}[self.spoken()][value]
        return Common(value, order, text, label, node)

    def read_at(self, node: NodeState) -> NodeAt:
        from tests.reference.reference import NodeAt

        return NodeAt(node, self.scope)

    def spoken(self) -> str:
        return next(code for code in self.scope.language.fallback if code in {"de", "en"})

    def words(self, label: Any) -> str:
        return str(getattr(label, self.spoken()))

    # -- groups ------------------------------------------------------------------------------------------------------

    def grouped(self, by: Sequence[Mapping[str, Any]]) -> list[Group]:
        found: dict[tuple[Any, ...], Group] = {} if by else {(): Group((), [])}
        for row in self.rows:
            for keys in self.keys(row, by):
                identity = tuple(key.identity for key in keys)
                found.setdefault(identity, Group(keys, [])).rows.append(row)
        return [*found.values()]

    def having(self, args: dict[str, Any]) -> list[Group]:
        return [
            group for group in self.grouped(args["by"])
            if all(self.passes(group, condition) for condition in args.get("having") or ())
        ]  # fmt: skip

    def group_by(self, args: dict[str, Any]) -> list[dict[str, Any]]:
        groups = self.having(args)
        orders = [
            *(args.get("orderBy") or ()),
            *({"field": f"keys.{i}", "direction": "ASC"} for i in range(len(args["by"]))),
        ]

        def compare(one: Group, other: Group) -> int:
            return next(
                (
                    c
                    for o in orders
                    if (c := ordered(tidy(self.at(one, o["field"])), tidy(self.at(other, o["field"])), o["direction"]))
                ),
                0,
            )

        groups.sort(key=cmp_to_key(compare))
        size, begin = args.get("first"), args.get("offset") or 0
        end = begin + (self.reference.default_page if size is None else size)
        return [self.shown(group) for group in groups[begin:end]]

    def shown(self, group: Group) -> dict[str, Any]:
        def fulfilling(args: dict[str, Any]) -> int:
            where = args.get("where") or {}
            return sum(self.reference.where_node(row.node, where, self.scope) for row in group.rows)

        def share(args: dict[str, Any]) -> float | None:
            part, whole = fulfilling(args), len(self.rows) if args.get("where") is None else len(group.rows)
            return tidy(part / whole) if whole else None

        return {
            "keys": [vars(key) for key in group.keys],
            "count": fulfilling,
            "share": share,
            "aggregate": lambda _: self.aggregate(group.rows, "node"),
            "edgeAggregate": lambda _: self.aggregate(group.rows, "edge"),
        }

    def at(self, group: Group, path: str) -> Any:
        """Return what groups are put in order by, or compared with a number."""
        match path.split("."):
            case ["keys", place]:
                return group.keys[int(place)].order or None
            case ["count"]:
                return len(group.rows)
            case ["share"]:
                return len(group.rows) / len(self.rows) if self.rows else None
            case [side, "count"]:
                return len(self.states(group.rows, side_of(side)))
            case [side, name, what]:
                return self.numbers(self.states(group.rows, side_of(side)), self.properties(side_of(side))[name])[what]
        raise AssertionError(path)

    def passes(self, group: Group, condition: Mapping[str, Any]) -> bool:
        number = shown(self.at(group, condition["field"]))
        tests: dict[str, Callable[[Any], bool]] = {
            "eq": lambda o: number == o, "ne": lambda o: number != o, "lt": lambda o: number < o,
            "lte": lambda o: number <= o, "gt": lambda o: number > o, "gte": lambda o: number >= o,
        }  # fmt: skip
        operands = [(name, o) for name, o in condition.items() if name != "field" and o is not None]
        return all(number is not None and tests[name](o) for name, o in operands)

    # -- facets ------------------------------------------------------------------------------------------------------

    def facet(self, item: Mapping[str, Any], first: int | None) -> dict[str, Any]:
        groups = self.grouped([item])
        held = [group for group in groups if group.keys[0].identity is not None]
        held.sort(key=lambda group: (-len(group.rows), group.keys[0].order))
        names, inner = [], item
        while isinstance(inner, dict):
            [(name, inner)] = inner.items()
            names.append(name)
        size = self.reference.default_page if first is None else first
        return {
            "field": ".".join(names),
            "missing": sum(len(group.rows) for group in groups if group.keys[0].identity is None),
            "buckets": [{**vars(group.keys[0]), "count": len(group.rows)} for group in held[:size]],
        }


def guarded(at: tuple[str, ...], target: str) -> tuple[str, ...]:
    """Return the place where only nodes of `target` count."""
    return (*(at[:-1] if at and at[-1].startswith("?") else at), f"?{target}")


def side_of(name: str) -> str:
    return "edge" if name == "edgeAggregate" else "node"


def in_utc(text: str) -> str:
    """Return a point in time as the database writes it."""
    utc = instant(text).astimezone(UTC)
    fraction = f"{utc:.%f}".rstrip("0").rstrip(".")
    return f"{utc:%Y-%m-%dT%H:%M:%S}{fraction}Z"


def order_of(prop: Property, value: Any) -> tuple[Any, ...]:
    """Return what puts a value in order; dates by the first day they may mean, the coarser one first."""
    match prop.type:
        case "String":
            return sort_key(value), value
        case "PartialDate":
            return partial_date(value).first, len(value), value
        case "DateTime":
            return instant(value), value
        case _:
            return (value,)


def ordered(one: Any, other: Any, direction: str) -> int:
    if one is None or other is None:
        return ((one is None) - (other is None)) * (-1 if direction.endswith("NULLS_FIRST") else 1)
    return int((one > other) - (one < other)) * (-1 if direction.startswith("DESC") else 1)


def tidy(number: Any) -> Any:
    """Return a computed number as far as it can be trusted: to 12 digits, but not less than to a whole one."""
    if not isinstance(number, float) or not number:
        return number
    places = max(0, 11 - floor(log10(abs(number))))
    return float(Decimal(repr(number)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN, EXACTLY))


EXACTLY = Context(prec=1000)


def shown(found: Any) -> Any:
    """Return a number as it is delivered."""
    return found[1] if isinstance(found, tuple) else tidy(found)
