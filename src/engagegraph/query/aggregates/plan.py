"""The fields of a connection that say something of all its rows ─▶ their plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graphql import FieldNode, GraphQLObjectType, get_named_type

from engagegraph.errors import Failure
from engagegraph.model import ENTITY, Link, Property
from engagegraph.query.aggregates.nodes import (
    Aggregated,
    Aggregation,
    Buckets,
    Condition,
    Facet,
    Facets,
    GroupCount,
    GroupOutput,
    Groups,
    GroupSort,
    Hop,
    Key,
    KeyField,
    Keys,
    Unwound,
    Whole,
    Within,
)
from engagegraph.query.aggregates.paths import MOST_KEYS, KeyPaths, path_name
from engagegraph.query.document import object_type, selected
from engagegraph.query.filters import Filters, Scope, fallback_names
from engagegraph.query.ir import Everything, Hits, Stored, Summary, TypeName

if TYPE_CHECKING:
    from engagegraph.query.plan import Planner

FRACTIONS = frozenset({"avg", "median"})


def summary(
    planner: Planner,
    key: str,
    nodes: list[FieldNode],
    parent: GraphQLObjectType,
    source: Link | Everything | Hits,
    scope: Scope,
) -> Summary:
    """Return the plan of a field of the connection `parent` over `source`."""
    name = nodes[0].name.value
    _, args = planner.field(parent, nodes[0])
    # What is counted is what the field beside it lists.
    kind = object_type(get_named_type(parent.fields["groupBy" if name == "groupCount" else name].type))
    summaries = _Summaries(planner, source, scope)
    match name:
        case "aggregate":
            return Whole(key, summaries.aggregate(nodes, kind, "node"))
        case "edgeAggregate":
            return Whole(key, summaries.aggregate(nodes, kind, "edge"))
        case "groupBy":
            return summaries.groups(key, nodes, kind, args)
        case "groupCount":
            return summaries.group_count(key, kind, args)
        case _:
            return summaries.facets(key, nodes, args)


class _Summaries:
    def __init__(self, planner: Planner, source: Link | Everything | Hits, scope: Scope) -> None:
        self.planner = planner
        self.model = planner.model
        self.scope = scope
        self.link = source if isinstance(source, Link) else None
        self.owner = (
            source.target if isinstance(source, Link) else source.label if isinstance(source, Everything) else ENTITY
        )

    def collected(self, nodes: Sequence[FieldNode], kind: str) -> dict[str, list[FieldNode]]:
        return self.planner.collector.collect(selected(nodes), kind)

    # -- numbers -----------------------------------------------------------------------------------------------------

    def properties(self, of: str) -> Mapping[str, Property]:
        return self.link.relation.properties if of == "edge" and self.link else self.model.properties(self.owner)

    def aggregate(self, nodes: Sequence[FieldNode], kind: GraphQLObjectType, of: str) -> tuple[GroupOutput, ...]:
        """Return what is selected of the numbers of nodes or edges."""
        outputs: list[GroupOutput] = []
        for key, group in self.collected(nodes, kind.name).items():
            name = group[0].name.value
            if name == "__typename":
                outputs.append(TypeName(key, kind.name))
            elif name == "count":
                outputs.append(Aggregated(key, Aggregation(of, "count")))
            else:
                inner = object_type(get_named_type(kind.fields[name].type))
                outputs.append(Within(key, self.numbers(group, inner, of, self.properties(of)[name])))
        return tuple(outputs)

    def numbers(
        self, nodes: Sequence[FieldNode], kind: GraphQLObjectType, of: str, prop: Property
    ) -> tuple[GroupOutput, ...]:
        """Return what is selected of the numbers of a property."""
        outputs: list[GroupOutput] = []
        for key, group in self.collected(nodes, kind.name).items():
            name = group[0].name.value
            made = name == "__typename"
            outputs.append(TypeName(key, kind.name) if made else Aggregated(key, self.aggregation(of, prop, name)))
        return tuple(outputs)

    def aggregation(self, of: str, prop: Property, what: str) -> Aggregation:
        """Return a number of a property."""
        kind = prop.value_type
        family = "enum" if kind is None else kind.family
        value = Stored(of, fallback_names(self.model, prop, self.scope.language))
        # Dates are written so that their text is in the order of the first day they may mean, the coarser one first.
        suffix = prop.sort_suffix if family in {"text", "instant"} and what in {"min", "max"} else ""
        fraction = what in FRACTIONS or (prop.type == "Float" and what == "sum")
        return Aggregation(of, what, value, family, suffix, exact=not fraction)

    def of_rows(self, node: FieldNode | None, kind: GraphQLObjectType, what: str) -> Aggregation:
        """Return `count` or `share` of a group, as it was asked for."""
        given = self.planner.field(kind, node)[1].get("where") if node else None
        where = None if given is None else Filters(self.model, self.scope).where_node(self.owner, given)
        return Aggregation("rows", what, where=where, exact=what == "count")

    # -- groups ------------------------------------------------------------------------------------------------------

    def groups(self, key: str, nodes: list[FieldNode], kind: GraphQLObjectType, args: Mapping[str, Any]) -> Groups:
        """Return the plan of `groupBy`."""
        steps, by = self.by(args["by"])
        outputs: list[GroupOutput] = []
        chosen = self.collected(nodes, kind.name)
        for name, group in chosen.items():
            match group[0].name.value:
                case "__typename":
                    outputs.append(TypeName(name, kind.name))
                case "keys":
                    outputs.append(Keys(name, tuple(self.key(group, key, "GroupKey") for key in by)))
                case "count" | "share" as what:
                    outputs.append(Aggregated(name, self.of_rows(group[0], kind, what)))
                case what:
                    inner = object_type(get_named_type(kind.fields[what].type))
                    outputs.append(Within(name, self.aggregate(group, inner, _side(what))))
        having = self.having(args, kind, chosen)
        order = [self.sort(item, kind, chosen, len(by)) for item in args.get("orderBy") or ()]
        return Groups(key, steps, by, tuple(outputs), having, tuple(order), args.get("first"), args.get("offset"))

    def group_count(self, key: str, kind: GraphQLObjectType, args: Mapping[str, Any]) -> GroupCount:
        """Return the plan of `groupCount`; `kind` is the type of a group, of which nothing is selected."""
        return GroupCount(key, *self.by(args["by"]), self.having(args, kind, {}))

    def by(self, by: Sequence[Mapping[str, Any]]) -> tuple[tuple[Hop | Unwound, ...], tuple[Key, ...]]:
        """Return the keys that `by` names, at least one, and the steps that lead to them."""
        paths = KeyPaths(self.planner, self.scope)
        keys = paths.keys(self.owner, self.link, by)
        if not keys:
            hint = "name at least one key, or ask `aggregate`, which is about the whole list"
            raise Failure.of("GROUP_FIELD", "there is nothing to group by", hint, "by")
        return tuple(paths.steps), keys

    def having(
        self, args: Mapping[str, Any], kind: GraphQLObjectType, chosen: Mapping[str, list[FieldNode]]
    ) -> tuple[Condition, ...]:
        """Return the conditions that `having` puts on groups."""
        return tuple(
            Condition(self.number(item["field"], kind, chosen), operator, operand)
            for item in args.get("having") or ()
            for operator, operand in item.items()
            if operator != "field" and operand is not None
        )

    def key(self, nodes: Sequence[FieldNode], key: Key, kind: str) -> tuple[KeyField, ...]:
        """Return what is selected of a key or a bucket."""
        found = []
        for name, group in self.collected(nodes, kind).items():
            what = group[0].name.value
            shape = self.planner.shape(group, key.types, self.scope) if what == "node" and key.shown else None
            found.append(KeyField(name, what, shape))
        return tuple(found)

    def sort(
        self, item: Mapping[str, Any], kind: GraphQLObjectType, chosen: Mapping[str, list[FieldNode]], keys: int
    ) -> GroupSort:
        """Return one key of an order."""
        descending, first = item["direction"].startswith("DESC"), item["direction"].endswith("NULLS_FIRST")
        head, _, rest = item["field"].partition(".")
        if self.named(head, kind, chosen)[0] != "keys":
            return GroupSort(self.found(item["field"], kind, chosen), -1, descending, first)
        if not rest.isdecimal() or not rest.isascii() or int(rest) >= keys:
            hint = f"`keys.0` to `keys.{keys - 1}`" if keys else "count, share, …"
            raise Failure.of("GROUP_FIELD", f'"{item["field"]}" names no key of the group', hint, "orderBy")
        return GroupSort(None, int(rest), descending, first)

    def number(self, path: str, kind: GraphQLObjectType, chosen: Mapping[str, list[FieldNode]]) -> Aggregation:
        """Return the aggregation at a path that conditions can be put on."""
        aggregation = self.found(path, kind, chosen)
        if aggregation.family != "number" and aggregation.what in {"min", "max"}:
            raise Failure.of("GROUP_FIELD", f'"{path}" is no number', "conditions compare numbers", "having")
        return aggregation

    def named(
        self, name: str, kind: GraphQLObjectType, chosen: Mapping[str, list[FieldNode]]
    ) -> tuple[str, list[FieldNode]]:
        """Return the field that a step of a path names: a response key among those chosen, or else a field's name."""
        if name in chosen:
            return chosen[name][0].name.value, chosen[name]
        return name if name in kind.fields else "", []

    def found(self, path: str, kind: GraphQLObjectType, chosen: Mapping[str, list[FieldNode]]) -> Aggregation:
        """Return the aggregation at a path."""
        steps = path.split(".")
        name, nodes = self.named(steps[0], kind, chosen)
        if name in {"count", "share"} and len(steps) == 1:
            return self.of_rows(nodes[0] if nodes else None, kind, name)
        if name in {"aggregate", "edgeAggregate"} and len(steps) > 1:
            inner, of = object_type(get_named_type(kind.fields[name].type)), _side(name)
            name, nodes = self.named(steps[1], inner, self.collected(nodes, inner.name))
            if name == "count" and len(steps) == 2:
                return Aggregation(of, "count")
            if name in self.properties(of) and len(steps) == 3:
                last = object_type(get_named_type(inner.fields[name].type))
                what, _ = self.named(steps[2], last, self.collected(nodes, last.name))
                if what in last.fields:
                    return self.aggregation(of, self.properties(of)[name], what)
        hint = "write it as in the answer: count, an alias, aggregate.population.sum, keys.0"
        if not chosen:
            hint = (
                "write it by its fields: count, share, aggregate.population.sum; nothing is selected that has an alias"
            )
        raise Failure.of("GROUP_FIELD", f'"{path}" names no number of the group', hint, path)

    # -- facets ------------------------------------------------------------------------------------------------------

    def facets(self, key: str, nodes: list[FieldNode], args: Mapping[str, Any]) -> Facets:
        """Return the plan of `facets`: for each field groups by this one key."""
        asked = args["fields"]
        if len(asked) > MOST_KEYS:
            raise Failure.of("LIMIT_KEYS", f"{len(asked)} facets are asked for", f"at most {MOST_KEYS}", "fields")
        items = []
        for item in asked:
            paths = KeyPaths(self.planner, self.scope)
            [by] = paths.keys(self.owner, self.link, [item])
            outputs = []
            for name, group in self.collected(nodes, "Facet").items():
                what = group[0].name.value
                fields = self.key(group, by, "FacetBucket") if what == "buckets" else ()
                outputs.append(Buckets(name, what, fields))
            items.append(Facet(path_name(item), tuple(paths.steps), by, tuple(outputs), args.get("first")))
        return Facets(key, tuple(items))


def _side(name: str) -> str:
    return "edge" if name == "edgeAggregate" else "node"
