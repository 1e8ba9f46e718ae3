"""Predicates, life spans and orders ─▶ Cypher expressions. Values become parameters; names come from the model only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, assert_never

from engagegraph.model import Lifespan, Link, Model, Relation
from engagegraph.query.folding import PARTS, folded, part
from engagegraph.query.geo import Coordinates, DistanceFrom, InBox, Near
from engagegraph.query.ir import (
    AllOf,
    AnyOf,
    Compare,
    Computed,
    Counted,
    CountOf,
    IsNull,
    IsType,
    Leaf,
    Not,
    OrderKey,
    Period,
    Predicate,
    Related,
    Stored,
    Through,
    Tied,
)
from engagegraph.query.params import Param
from engagegraph.query.spot import NOWHERE, Spot

if TYPE_CHECKING:
    from engagegraph.query.turned import Sets

SYMBOLS = {
    "eq": "=",
    "lt": "<",
    "lte": "<=",
    "gt": ">",
    "gte": ">=",
    "contains": "CONTAINS",
    "startsWith": "STARTS WITH",
    "endsWith": "ENDS WITH",
}
DATES = {
    # operator: (companion, symbol, conversion): what is certain of every day that a partial date may mean
    "lt": ("last", "<", "first"),
    "before": ("last", "<", "first"),
    "gt": ("first", ">", "last"),
    "after": ("first", ">", "last"),
    "lte": ("last", "<=", "last"),
    "gte": ("first", ">=", "first"),
}


@dataclass(frozen=True, slots=True)
class Scene:
    """The Cypher variables at hand: node, edge (or the score of a search); and what types the node may have.

    `far` says whether a condition led there, so that many ways may lead to the same node.
    """

    node: str
    types: tuple[str, ...]
    edge: str | None = None
    far: bool = False


@dataclass
class Names:
    """Gives out variables and parameters, each once; `spot` is the field that they are for."""

    params: list[Param] = field(default_factory=list)
    locals: list[Param] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    counter: int = 0
    spot: Spot = NOWHERE

    def variable(self, prefix: str) -> str:
        """Return a fresh variable."""
        self.counter += 1
        return f"{prefix}{self.counter}"

    def local(self, leaf: Leaf) -> str:
        """Return the name under which the shaper, and only the shaper, finds `leaf`."""
        name = f"x{len(self.locals)}"
        self.locals.append(Param(name, leaf))
        return name

    def param(self, leaf: Leaf, convert: str = "same") -> str:
        """Return the parameter (`$p0`) that carries `leaf`; equal ones are shared."""
        for known in self.params:
            if known.leaf == leaf and known.convert == convert:
                self.used.append(known.name)
                return f"${known.name}"
        name = f"p{len(self.params)}"
        self.used.append(name)
        self.params.append(Param(name, leaf, convert, self.spot))
        return f"${name}"


class Conditions:
    """Emits conditions and orders; shares variables and parameters with the rest of the statement.

    Where conditions are held against many rows there are `sets`: what depends on relations of what is far is found
    once, and not for each way that leads there. `anywhere` holds the relations that are read wherever conditions lead.
    """

    def __init__(self, model: Model, names: Names) -> None:
        self.model = model
        self.names = names
        self.sets: Sets | None = None
        self.anywhere: set[str] = set()

    # -- patterns ----------------------------------------------------------------------------------------------------

    def pattern(self, start: Scene, link: Link, edge: str, node: str, *, at: bool = False) -> str:
        """Return the pattern from `start` along `link`, with a label only where the relation does not imply it.

        What is read `at` nodes of the answer alone, the shaper notes.
        """
        relation = link.relation
        if not at:
            self.anywhere.add(relation.name)
        left, right = ("-", "->") if link.outgoing else ("<-", "-")
        reach = {
            t
            for end in relation.ends
            if set(end.from_types if link.outgoing else end.to_types) & set(start.types)
            for t in (end.to_types if link.outgoing else end.from_types)
        }
        label = "" if reach <= set(link.targets) else ":" + self.label(link.targets)
        return f"({start.node}){left}[{edge}:{relation.name}]{right}({node}{label})"

    def label(self, types: Sequence[str]) -> str:
        """Return the shortest label expression for a set of types."""
        for interface in self.model.interfaces.values():
            if set(interface.members) == set(types):
                return interface.name
        return "|".join(types)

    def called(self, node: str, parameter: str, types: Sequence[str]) -> str:
        """Return the expression of what a node would be called if a query meant it; see `search.called`."""
        cases = [f"WHEN {node}:{t} THEN {parameter}.{t}" for t in types if self.model.types[t].prefixes]
        return f"CASE {' '.join(cases)} ELSE {parameter}.other END" if cases else f"{parameter}.other"

    def stored(self, value: Stored, scene: Scene, suffix: str = "") -> str:
        """Return the expression of a stored value."""
        owner = scene.edge if value.of == "edge" else scene.node
        parts = [f"{owner}.{name}{suffix}" for name in value.names]
        return parts[0] if len(parts) == 1 else f"coalesce({', '.join(parts)})"

    # -- time --------------------------------------------------------------------------------------------------------

    def valid(self, scene: Scene, as_of: Period | None, link: Link | None) -> list[str]:
        """Return the conditions for edge and node to be valid at `as_of`."""
        edge = [] if link is None else self.valid_edge(str(scene.edge), (link.relation,), as_of)
        return edge + self.valid_node(scene, as_of)

    def valid_edge(self, edge: str, relations: Iterable[Relation], as_of: Period | None) -> list[str]:
        """Return the conditions for a relation, of one of these types, to be valid at `as_of`."""
        if as_of is None or not any({"since", "until"} <= set(r.properties) for r in relations):
            return []
        return [self._span(f"{edge}.since_first", f"{edge}.until_last", as_of)]

    def valid_node(self, scene: Scene, as_of: Period | None) -> list[str]:
        """Return the conditions for a node to exist at `as_of`; types without a life span always do."""
        if as_of is None:
            return []
        found = []
        grouped: dict[Lifespan, list[str]] = {}
        for name in scene.types:
            lifespan = self.model.types[name].lifespan
            if lifespan is not None:
                grouped.setdefault(lifespan, []).append(name)
        for lifespan, types in grouped.items():
            last = f"{scene.node}.{lifespan.end}_last"
            if lifespan.momentary:
                last = f"coalesce({last}, {scene.node}.{lifespan.start}_last)"
            condition = self._span(f"{scene.node}.{lifespan.start}_first", last, as_of)
            # A property of the same name on another type is no life span there.
            found.append(
                condition
                if set(types) == set(scene.types)
                else f"(NOT {scene.node}:{self.label(types)} OR {condition})"
            )
        return found

    def _span(self, begin: str, end: str, as_of: Period) -> str:
        """Return the condition for the days from `begin` to `end` to touch `as_of`; one that is null is open."""
        first, last = self.names.param(as_of.first, "first"), self.names.param(as_of.last, "last")
        return f"({begin} IS NULL OR {begin} <= {last}) AND ({end} IS NULL OR {end} >= {first})"

    # -- predicates --------------------------------------------------------------------------------------------------

    def holds(self, predicate: Predicate, scene: Scene, strict: bool = False) -> str:
        """Return the condition; with `strict` it is never null, so that it may be negated."""
        match predicate:
            case AllOf(items):
                return joined(" AND ", [self.holds(i, scene, strict) for i in items], "true")
            case AnyOf(items):
                return joined(" OR ", [self.holds(i, scene, strict) for i in items], "false")
            case Not(item):
                return f"NOT ({self.holds(item, scene, strict=True)})"
            case IsType(type=name):
                return "true" if scene.types == (name,) else f"{scene.node}:{name}"
            case IsNull(value, missing):
                return f"{self.stored(value, scene)} IS {'' if missing else 'NOT '}NULL"
            case Compare():
                return self.compare(predicate, scene, strict)
            case Related(item=item) if scene.far and self.sets is not None and item != AllOf(()):
                return self._member(predicate, scene, self.sets)
            case Related():
                return self.related(predicate, scene)
            case Counted(link, operator, operand, as_of):
                count = self.count(scene, link, AllOf(()), as_of)
                return self.number(count, operator, operand)
            case Near(point, center, km):
                near = f"{self.metres(point, center, scene)} <= {self.names.param(km, 'metres')}"
                return f"coalesce({near}, false)" if strict else near
            case InBox():
                return self.in_box(predicate, scene, strict)
            case Tied():
                return f"EXISTS {{ {self.tied(predicate, scene)[0]} }}"
            case _:
                assert_never(predicate)

    def metres(self, point: str, center: Coordinates, scene: Scene) -> str:
        """Return the expression of how far away the node lies; null if nobody knows where."""
        latitude = self.names.param(center.latitude, "latitude")
        longitude = self.names.param(center.longitude, "longitude")
        return f"point.distance({scene.node}.{point}, {_point(latitude, longitude)})"

    def kilometres(self, value: DistanceFrom, scene: Scene) -> str:
        """Return the expression of a distance as it is delivered and put in order: in kilometres, to the metre."""
        return f"round({self.metres(value.point, value.center, scene)}) / 1000"

    def in_box(self, item: InBox, scene: Scene, strict: bool) -> str:
        """Return the condition for the node to lie within a box."""
        sides = Leaf(items=(item.south, item.north))
        low = _point(self.names.param(sides, "south"), self.names.param(item.west, "longitude"))
        high = _point(self.names.param(sides, "north"), self.names.param(item.east, "longitude"))
        condition = f"point.withinBBox({scene.node}.{item.point}, {low}, {high})"
        return f"coalesce({condition}, false)" if strict else condition

    def tied(self, item: Tied, scene: Scene) -> tuple[str, str]:
        """Return the clauses that find what is tied to the node, and the variable of the other side."""
        inner = self.far(item.types)
        pattern, conditions = self.way(item, scene, inner)
        if item.item != AllOf(()):
            conditions.append(self.holds(item.item, inner))
        where = f" WHERE {joined(' AND ', conditions, 'true')}" if conditions else ""
        return f"MATCH {pattern}{where}", inner.node

    def far(self, types: tuple[str, ...]) -> Scene:
        """Return fresh variables for a relation and what it leads to."""
        return Scene(self.names.variable("n"), types, self.names.variable("e"), far=True)

    def way(self, item: Related | Tied, scene: Scene, inner: Scene) -> tuple[str, list[str]]:
        """Return the pattern that leads to `inner`, and what must be valid at the time asked for."""
        if isinstance(item, Related):
            pattern = self.pattern(scene, item.link, inner.edge or "", inner.node)
            return pattern, self.valid(inner, item.as_of, item.link)
        conditions = self.valid_edge(
            str(inner.edge), [self.model.relations[name] for name in item.relations], item.as_of
        )
        conditions += self.valid_node(inner, item.as_of)
        self.anywhere.update(item.relations)
        return f"({scene.node})-[{inner.edge}:{'|'.join(item.relations)}]-({inner.node}:{item.label})", conditions

    def compare(self, item: Compare, scene: Scene, strict: bool) -> str:
        """Return the condition that compares a stored value."""
        value, operator, operand = item.value, item.operator, item.operand
        plain, convert = self.stored(value, scene), "same"
        if item.fold == "" and item.family == "text":
            plain, convert = f"toLower({plain})", "lower"
        elif item.fold is not None:
            if operator in PARTS or item.family == "prose":
                text = self.stored(value, scene, item.fold)
                condition = part(item.family, operator, text, lambda how: self.names.param(operand, how))
                return f"coalesce({condition}, false)" if strict else condition
            plain, convert = folded(self.stored(value, scene, item.fold)), "fold"
        elif item.family == "instant":
            # The same instant may be written with another offset.
            plain, convert = self.stored(value, scene, "_at"), "instant"
        listed = "words" if convert == "same" else f"each {convert}"
        if operator in {"ne", "notIn"}:
            other = (
                f"{plain} <> {self.names.param(operand, convert)}"
                if operator == "ne"
                else f"NOT {plain} IN {self.names.param(operand, listed)}"
            )
            return f"({plain} IS NULL OR {other})"
        if operator == "in":
            condition = f"{plain} IN {self.names.param(operand, listed)}"
        elif item.family == "date" and operator != "eq":
            condition = self.date(value, operator, operand, scene)
        elif operator == "between":
            condition = self.between(plain, plain, operand, "" if convert == "same" else convert)
        else:
            condition = f"{plain} {SYMBOLS[operator]} {self.names.param(operand, convert)}"
        return f"coalesce({condition}, false)" if strict else condition

    def date(self, value: Stored, operator: str, operand: Leaf, scene: Scene) -> str:
        """Return the condition that compares a partial date: what is certain of every day that it may mean."""
        first, last = self.stored(value, scene, "_first"), self.stored(value, scene, "_last")
        if operator == "between":
            low, high = self.names.param(operand, "low first"), self.names.param(operand, "high last")
            return f"{first} >= {low} AND {last} <= {high}"
        if operator == "during":
            low, high = self.names.param(operand, "first"), self.names.param(operand, "last")
            return f"{first} >= {low} AND {last} <= {high}"
        companion, symbol, convert = DATES[operator]
        return f"{first if companion == 'first' else last} {symbol} {self.names.param(operand, convert)}"

    def between(self, low: str, high: str, operand: Leaf, convert: str) -> str:
        """Return the condition for `low` and `high` to lie within the operand's two bounds."""
        lower, upper = (self.names.param(operand, f"{bound} {convert}".strip()) for bound in ("low", "high"))
        return f"{low} >= {lower} AND {high} <= {upper}"

    def number(self, expression: str, operator: str, operand: Leaf) -> str:
        """Return the condition that compares a number that is never missing."""
        match operator:
            case "between":
                return self.between(expression, expression, operand, "")
            case "in":
                return f"{expression} IN {self.names.param(operand, 'words')}"
            case "notIn":
                return f"NOT {expression} IN {self.names.param(operand, 'words')}"
            case "ne":
                return f"{expression} <> {self.names.param(operand)}"
            case _:
                return f"{expression} {SYMBOLS[operator]} {self.names.param(operand)}"

    def related(self, item: Related, scene: Scene) -> str:
        """Return the condition on a link's relations."""
        match item.quantifier:
            case "one" if item.item != AllOf(()):
                return self.exists_one(scene, item)
            case "some" | "one":
                return self.exists(scene, item.link, item.item, item.as_of)
            case "none":
                return f"NOT {self.exists(scene, item.link, item.item, item.as_of)}"
            case "every":
                return f"NOT {self.exists(scene, item.link, Not(item.item), item.as_of)}"
            case _:
                return f"{self.count(scene, item.link, item.item, item.as_of)} = 1"

    def exists_one(self, scene: Scene, item: Related) -> str:
        """Return the condition that what a link to one delivers fulfils `item`."""
        inner = self.far(item.link.targets)
        pattern, conditions = self.way(item, scene, inner)
        where = f" WHERE {joined(' AND ', conditions, 'true')}" if conditions else ""
        return f"EXISTS {{ MATCH {pattern}{where} {self.latest(inner)} WHERE {self.holds(item.item, inner)} RETURN 1 }}"

    def exists(self, scene: Scene, link: Link, item: Predicate, as_of: Period | None) -> str:
        """Return the condition that a link has such a relation."""
        return f"EXISTS {{ {self._path(scene, link, item, as_of)} }}"

    def count(self, scene: Scene, link: Link, item: Predicate, as_of: Period | None) -> str:
        """Return the expression that counts a link's relations."""
        return f"COUNT {{ {self._path(scene, link, item, as_of)} }}"

    def _member(self, item: Related, scene: Scene, sets: Sets) -> str:
        """Return the same for what is far: whether it is among all that there are."""
        match item.quantifier:
            case "none":
                return f"NOT {scene.node} IN {sets.of(scene.types, replace(item, quantifier='some'))}"
            case "every":
                other = replace(item, quantifier="some", item=Not(item.item))
                return f"NOT {scene.node} IN {sets.of(scene.types, other)}"
            case _:
                return f"{scene.node} IN {sets.of(scene.types, item)}"

    def _path(self, scene: Scene, link: Link, item: Predicate, as_of: Period | None) -> str:
        inner = self.far(link.targets)
        pattern = self.pattern(scene, link, inner.edge or "", inner.node)
        conditions = self.valid(inner, as_of, link)
        if item != AllOf(()):
            conditions.append(self.holds(item, inner))
        if not conditions:
            return f"MATCH {self.unnamed(pattern, inner)}"
        return f"MATCH {pattern} WHERE {joined(' AND ', conditions, 'true')}"

    @staticmethod
    def unnamed(pattern: str, inner: Scene) -> str:
        """Return a pattern without the names of `inner`: so the database may answer from the degree of a node."""
        return pattern.replace(f"({inner.node}", "(").replace(f"[{inner.edge}:", "[:")

    # -- order -------------------------------------------------------------------------------------------------------

    def order_value(self, key: OrderKey, scene: Scene) -> str:
        """Return the expression that an order key compares."""
        match key.value:
            case Stored():
                return self.stored(key.value, scene)
            case DistanceFrom():
                return self.kilometres(key.value, scene)
            case CountOf(link, as_of):
                return self.count(scene, link, AllOf(()), as_of)
            case Computed(what):
                return f"{scene.edge}" if what == "score" else self.type_of(scene)
            case Through():
                return self._through(key.value, scene)
            case _:
                assert_never(key.value)

    def _through(self, value: Through, scene: Scene) -> str:
        inner = Scene(self.names.variable("n"), value.link.targets, self.names.variable("e"))
        pattern = self.pattern(scene, value.link, inner.edge or "", inner.node)
        conditions = self.valid(inner, value.as_of, value.link)
        where = f" WHERE {joined(' AND ', conditions, 'true')}" if conditions else ""
        match value.value:
            case Through():
                result = self._through(value.value, inner)
            case DistanceFrom():
                result = self.kilometres(value.value, inner)
            case _:
                result = self.stored(value.value, inner)
        return f"head(COLLECT {{ MATCH {pattern}{where} {self.latest(inner)} RETURN {result} }})"

    def latest(self, scene: Scene) -> str:
        """Return the clause that keeps the relation which a link to one delivers: of several over time the latest."""
        since = self.names.variable("s")  # read once, though compared twice
        carried = f"WITH {scene.edge}, {scene.node}, {scene.edge}.since_first AS {since}"
        return f"{carried} ORDER BY {since} IS NULL, {since} DESC LIMIT 1"

    def type_of(self, scene: Scene, there: bool = False) -> str:
        """Return the expression that names the type of the node; of one that is `there` the last need not be asked."""
        if len(scene.types) == 1:
            return f"'{scene.types[0]}'"
        asked = scene.types[:-1] if there else scene.types
        cases = " ".join(f"WHEN {scene.node}:{t} THEN '{t}'" for t in asked)
        return f"CASE {cases} ELSE '{scene.types[-1]}' END" if there else f"CASE {cases} END"

    @staticmethod
    def sort_items(expressions: Sequence[str], order: Sequence[OrderKey], backward: bool) -> str:
        """Return the items after ORDER BY; read backward, everything is turned round."""
        items = []
        for expression, key in zip(expressions, order, strict=True):
            descending = key.descending is not backward
            first = key.nulls_first is not backward
            if key.nullable and first is not descending:
                # Left alone, Neo4j puts missing values last upwards and first downwards.
                items.append(f"{expression} IS NULL{' DESC' if first else ''}")
            items.append(expression + (" DESC" if descending else ""))
        return ", ".join(items)

    @staticmethod
    def beyond(expressions: Sequence[str], order: Sequence[OrderKey], values: Sequence[str], backward: bool) -> str:
        """Return the condition for a row to lie after (backward: before) the row that has `values`."""
        condition = ""
        keys = list(zip(expressions, order, values, strict=True))
        for position, (expression, key, value) in reversed(list(enumerate(keys))):
            upward = key.descending is backward
            further = f"{expression} {'>' if upward else '<'} {value}"
            if condition and position == 0 and not key.nullable:
                # Said like this, and not with "=" beside ">", an index brings the rest of the list in order.
                return f"{expression} {'>=' if upward else '<='} {value} AND ({further} OR {condition})"
            equal = f"{expression} = {value}"
            if key.nullable:
                equal = f"({equal} OR ({value} IS NULL AND {expression} IS NULL))"
                further = (
                    f"(({value} IS NULL AND {expression} IS NOT NULL) OR coalesce({further}, false))"
                    if key.nulls_first is not backward
                    else f"({value} IS NOT NULL AND ({expression} IS NULL OR {further}))"
                )
            condition = f"({further} OR ({equal} AND {condition}))" if condition else further
        return condition


def _point(latitude: str, longitude: str) -> str:
    return f"point({{latitude: {latitude}, longitude: {longitude}}})"


def joined(symbol: str, items: Sequence[str], empty: str) -> str:
    """Return conditions joined by AND or OR; `empty` when there are none."""
    if not items:
        return empty
    if len(items) == 1:
        return items[0]
    return symbol.join(f"({item})" if " OR " in item or " AND " in item else item for item in items)
