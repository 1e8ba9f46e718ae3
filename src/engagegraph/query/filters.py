"""`where` and `orderBy` ─▶ predicates and order keys.

A condition may say nothing: an operator that is null, or what holds nothing but such. It is no condition, wherever it
stands: `NOT`, `OR` and what is asked of relations are left out with it, or a form with one empty field would find
nothing. An empty `{}` as a whole condition does say something: anything fulfils it, so `none: {}` is "has none".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphql import FieldNode

from engagegraph.errors import Failure
from engagegraph.model import ENTITY, Geo, Language, Link, Model, Property
from engagegraph.model.geo import BOX
from engagegraph.model.names import ON_PREFIX
from engagegraph.model.stored import PLACE, in_place, point_name, stored_name
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
)
from engagegraph.query.spot import NOWHERE, Spot
from engagegraph.query.symbolic import one_of

ALWAYS = AllOf(())


@dataclass(frozen=True, slots=True)
class Scope:
    """What nested fields inherit: the time and the language asked for; and where they stand."""

    as_of: Period | None
    language: Language
    spot: Spot = NOWHERE

    def below(self, key: str, node: FieldNode) -> Scope:
        """Return the scope of a field selected here."""
        return replace(self, spot=self.spot.below(key, node))


def fallback_names(model: Model, prop: Property, language: Language) -> tuple[str, ...]:
    """Return the stored names that deliver `prop` in `language`, best first.

    A text always has the main language, so the chain ends there.
    """
    return tuple(name for _, name in fallback_chain(model, prop, language))


def fallback_chain(model: Model, prop: Property, language: Language) -> tuple[tuple[Language, str], ...]:
    """Return pairs of language and stored name, in the order of the fallback chain."""
    main = model.main_language
    if not prop.i18n:
        return ((model.languages[main], prop.name),)
    codes = language.fallback
    end = codes.index(main) + 1 if main in codes else len(codes)
    return tuple((model.languages[code], stored_name(prop, code, main)) for code in codes[:end])


@dataclass(frozen=True, slots=True)
class Filters:
    """Reads conditions and orders against the model."""

    model: Model
    scope: Scope

    # -- where -------------------------------------------------------------------------------------------------------

    def where_node(self, owner: str, where: Mapping[str, Any] | None) -> Predicate:
        """Return the predicate that a `…Where` of a node type, interface or `Node` means."""
        return self._of_node(owner, where) or ALWAYS

    def where_edge(self, link: Link, where: Mapping[str, Any] | None) -> Predicate:
        """Return the predicate that a `…Where` of a link means: of the edge, and under `node` of the other side."""
        return self._of_edge(link, where) or ALWAYS

    def _of_node(self, owner: str, where: Mapping[str, Any] | None) -> Predicate | None:
        return _all(
            where, lambda key, value: self._node_condition(owner, key, value), lambda w: self._of_node(owner, w)
        )

    def _of_edge(self, link: Link, where: Mapping[str, Any] | None) -> Predicate | None:
        def condition(key: str, value: Any) -> Predicate | None:
            if key == "node":
                return self._of_node(link.target, value)
            return self._compare("edge", link.relation.properties[key], value)

        return _all(where, condition, lambda w: self._of_edge(link, w))

    def _node_condition(self, owner: str, key: str, value: Mapping[str, Any]) -> Predicate | None:
        properties = self.model.properties(owner)
        if key in properties:
            return self._compare("node", properties[key], value)
        geo = self.model.geo(owner)
        if geo is not None and key == "near":
            return Near(point_name(geo), coordinates(value), value["km"])
        if geo is not None and key == "within":
            return self._within(owner, geo, *one_of(value))
        link = self.model.links(owner).get(key)
        if link is None:
            name = key.removeprefix(ON_PREFIX)
            inner = self._of_node(name, value)
            return None if inner is None else AllOf((IsType(name), inner))
        if link.one:
            return self._related(link, "one", value)
        said: list[Predicate | None] = []
        for quantifier, inner in value.items():
            if quantifier == "count":
                said += [self._counted(link, operator, operand) for operator, operand in (inner or {}).items()]
            else:
                said.append(self._related(link, quantifier, inner))
        return _together(said)

    def _related(self, link: Link, quantifier: str, where: Mapping[str, Any] | None) -> Predicate | None:
        inner = self._of_edge(link, where)
        return None if inner is None else Related(link, quantifier, inner, self.scope.as_of)

    def _counted(self, link: Link, operator: str, operand: Any) -> Predicate | None:
        if operand is None:
            return None
        if operator == "isNull":
            return AnyOf(()) if operand is True else ALWAYS  # a count is never missing
        return Counted(link, operator, operand, self.scope.as_of)

    def _within(self, owner: str, geo: Geo, key: str, value: Any) -> Predicate:
        if key == BOX:
            return InBox(point_name(geo), value["south"], value["west"], value["north"], value["east"])
        named = Compare(Stored("node", ("slug",)), "text", "eq", value)
        links = self.model.containers(owner)[key]
        found = [(link.owner, Related(link, "one", named, self.scope.as_of)) for link in links]
        # What only some members of an interface have is asked of these.
        items = (lies if name == owner else AllOf((IsType(name), lies)) for name, lies in found)
        return AnyOf(tuple(items)) if len(found) > 1 else next(items)

    def _compare(self, of: str, prop: Property, conditions: Mapping[str, Any]) -> Predicate | None:
        kind = prop.value_type
        value = Stored(of, fallback_names(self.model, prop, self.scope.language))
        family = "enum" if kind is None else kind.family
        fold = prop.sort_suffix if conditions.get("fold") is True else None
        items: list[Predicate] = []
        for operator, operand in conditions.items():
            if operand is None or operator == "fold":
                continue
            if operator == "isNull":
                items.append(IsNull(value, operand is True))
            else:
                leaf = operand if isinstance(operand, Leaf) else Leaf(operand)
                items.append(Compare(value, family, operator, leaf, fold))
        return _together(items)

    # -- order -------------------------------------------------------------------------------------------------------

    def order_nodes(
        self, owner: str, order: Sequence[Mapping[str, Any]] | None, types: Sequence[str]
    ) -> tuple[OrderKey, ...]:
        """Return the keys of an order over nodes; without one the model's default; ties broken stably."""
        keys = [self._node_key(owner, item) for item in order or ()] or self._default(owner, types)
        return self._stable(keys, types)

    def order_edges(self, link: Link, order: Sequence[Mapping[str, Any]] | None) -> tuple[OrderKey, ...]:
        """Return the keys of an order over a link's relations."""
        keys: list[OrderKey] = []
        for item in order or ():
            key, value = one_of(item)
            if key == "node":
                keys.append(self._node_key(link.target, value))
            else:
                keys.append(self._key("edge", link.relation.properties[key], value))
        stable = self._stable(keys or self._default(link.target, link.targets), link.targets)
        return (*stable, PARALLEL) if link.relation.key else stable

    def _stable(self, keys: Sequence[OrderKey], types: Sequence[str]) -> tuple[OrderKey, ...]:
        """Return the keys, and those that break ties between nodes; or the one key that comes to the same."""
        names = [k.value.names for k in keys if isinstance(k.value, Stored) and k.value.of == "node" and not _turned(k)]
        if len(names) == len(keys) and in_place((self.model.types[name] for name in types), names):
            return (OrderKey(Stored("node", (PLACE,)), nullable=False),)
        ties = [OrderKey(Stored("node", ("slug",)), nullable=False)]
        if len(types) > 1:
            ties.append(OrderKey(Computed("type"), nullable=False))
        return (*keys, *ties)

    def _default(self, owner: str, types: Sequence[str]) -> list[OrderKey]:
        if owner != ENTITY:
            declared = self.model.types.get(owner) or self.model.interfaces[owner]
            return [self._key("node", declared.properties[name], "ASC") for name in declared.order]
        names: dict[str, None] = {}
        for node_type in (self.model.types[t] for t in types):
            prop = node_type.properties[node_type.display]
            names.update(
                dict.fromkeys(n + prop.sort_suffix for n in fallback_names(self.model, prop, self.scope.language))
            )
        return [OrderKey(Stored("node", tuple(names)))]

    def _node_key(self, owner: str, item: Mapping[str, Any]) -> OrderKey:
        key, value = one_of(item)
        properties = self.model.properties(owner)
        if key in properties:
            return self._key("node", properties[key], value)
        geo = self.model.geo(owner)
        if geo is not None and key == "distance":
            away = DistanceFrom(point_name(geo), coordinates(value["from"]))
            return _directed(away, value["direction"], "number")
        link = self.model.links(owner)[key]
        if not link.one:
            _, direction = one_of(value)
            return OrderKey(CountOf(link, self.scope.as_of), _descending(direction), nullable=False, kind="number")
        inner = self._node_key(link.target, value)
        if not isinstance(inner.value, Stored | DistanceFrom | Through):
            raise Failure.of(
                "ORDER_UNSUPPORTED", f'cannot order by a number behind "{key}"', "order by a property of it", key
            )
        return replace(inner, value=Through(link, inner.value, self.scope.as_of), nullable=True)

    def _key(self, of: str, prop: Property, direction: str) -> OrderKey:
        kind = prop.value_type
        names = tuple(name + prop.sort_suffix for name in fallback_names(self.model, prop, self.scope.language))
        family = "text" if kind is None or kind.family == "prose" else kind.family
        return replace(_directed(Stored(of, names), direction, family), nullable=not prop.required)


def _all(
    where: Mapping[str, Any] | None,
    condition: Callable[[str, Any], Predicate | None],
    again: Callable[[Any], Predicate | None],
) -> Predicate | None:
    """Return what a `…Where` means; None if nothing is said in it, though it is not empty."""
    said: list[Predicate | None] = [ALWAYS] if where == {} else []
    for key, value in (where or {}).items():
        match key:
            case _ if value is None:
                pass
            case "AND" | "OR":
                parts = tuple(part for part in map(again, value) if part is not None)
                if parts or not value:
                    said += (*parts, ALWAYS) if key == "AND" else (AnyOf(parts),)
            case "NOT":
                inner = again(value)
                said.append(None if inner is None else Not(inner))
            case _:
                said.append(condition(key, value))
    return _together(said)


def _together(said: Iterable[Predicate | None]) -> Predicate | None:
    """Return that all hold of what is said; None if nothing is."""
    held = [item for item in said if item is not None]
    items = [item for item in held if item != ALWAYS]
    if not held:
        return None
    return items[0] if len(items) == 1 else AllOf(tuple(items))


PARALLEL = OrderKey(Stored("edge", ("_key",)), nullable=False)
"""What comes last in an order of relations of which there may be several between two nodes."""


def coordinates(value: Mapping[str, Any]) -> Coordinates:
    """Return the place that an input with latitude and longitude means."""
    return Coordinates(value["latitude"], value["longitude"])


def _directed(value: Stored | DistanceFrom, direction: str, kind: str) -> OrderKey:
    return OrderKey(value, _descending(direction), direction.endswith("NULLS_FIRST"), kind=kind)


def _turned(key: OrderKey) -> bool:
    return key.descending or key.nulls_first


def _descending(direction: str) -> bool:
    return direction.startswith("DESC")
