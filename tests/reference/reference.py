"""The reference: what an operation means, told as simply as possible.

Every field is resolved on its own, over a snapshot in memory, by graphql-core's own executor; slow, and of no use but
to be right.

It shares with the compiler the model, the names that follow from it, and what a single value means (`partial_date`,
`instant`, the keys of texts, identifiers); nothing of how operations are read, planned, sent and shaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date
from functools import cmp_to_key
from html.parser import HTMLParser
from typing import Any

import nh3
import orjson
from graphql import GraphQLResolveInfo, GraphQLSchema, execute_sync, parse
from markdown_it import MarkdownIt
from tests.reference.earth import kilometres, metres
from tests.reference.sums import Sums

from engagegraph.model import ENTITY, Interface, Language, Link, Model, NodeType, Property
from engagegraph.model.geo import BOX
from engagegraph.model.names import EDGE_SUFFIX, LANGUAGE_SUFFIX, ON_PREFIX, camel
from engagegraph.model.search import searched_texts
from engagegraph.model.stored import stored_name
from engagegraph.model.values import fold_key, folded, instant, partial_date, prose_key, sort_key, sort_part
from engagegraph.query.highlight import highlight
from engagegraph.query.ids import decode_id, encode_id
from engagegraph.write.change import Citation, EdgeState, NodeState, Ref, Snapshot

CURSOR = "cursor of the row "
"""What the reference's cursors start with; behind it stand the values by which rows are ordered, as JSON."""


@dataclass(frozen=True)
class Scope:
    """What nested fields inherit: the first and last day of the time asked for, the language."""

    days: tuple[date, date] | None
    language: Language


@dataclass(frozen=True)
class NodeAt:
    """A node that is being read."""

    state: NodeState
    scope: Scope


@dataclass(frozen=True)
class EdgeAt:
    """An entry of a list, or the relation behind a link to one."""

    state: EdgeState | None
    node: NodeAt
    cursor: str = ""
    score: float = 0.0
    asked: tuple[str, tuple[str, ...]] | None = None
    """What was searched for, in which types."""


@dataclass(frozen=True)
class Row:
    """An entry of a list before it is cut into pages."""

    node: NodeState
    edge: EdgeState | None = None
    score: float = 0.0
    asked: tuple[str, tuple[str, ...]] | None = None


@dataclass(frozen=True)
class Key:
    """One key of an order: the value that a row has for it, and how values are put in order."""

    value: Callable[[Row], Any]
    descending: bool = False
    nulls_first: bool = False

    def compare(self, one: Any, other: Any) -> int:
        if one is None or other is None:
            return ((one is None) - (other is None)) * (-1 if self.nulls_first else 1)
        return int((one > other) - (one < other)) * (-1 if self.descending else 1)


class Reference:
    """Answers operations; `model` is the viewer's projection, `search` finds nodes with their scores by a text."""

    def __init__(
        self,
        model: Model,
        schema: GraphQLSchema,
        snapshot: Snapshot,
        dataset: Mapping[str, Any],
        search: Callable[[str], Sequence[tuple[Ref, float]]],
        default_page: int,
    ) -> None:
        self.model = model
        self.schema = schema
        self.nodes = snapshot.nodes
        self.edges = [*snapshot.edges.values()]
        self.dataset = dataset
        self.search = search
        self.default_page = default_page

    def answer(self, text: str, variables: Mapping[str, Any], operation_name: str | None = None) -> dict[str, Any]:
        """Return the response to a valid operation."""
        result = execute_sync(
            self.schema,
            parse(text),
            variable_values=dict(variables),
            operation_name=operation_name,
            field_resolver=self.resolve,
            type_resolver=lambda source, info, kind: source.state.ref.type,
        )
        if result.errors:
            raise result.errors[0]
        return {"data": result.data}

    def resolve(self, source: Any, info: GraphQLResolveInfo[Any], **args: Any) -> Any:
        match source:
            case None:
                return self.root(info.field_name, args)
            case NodeAt():
                return self.of_node(source, info.field_name, args)
            case EdgeAt():
                return self.of_edge(source, info.field_name, args)
            case _:
                found = source[info.field_name]
                return found(args) if callable(found) else found

    # -- fields ------------------------------------------------------------------------------------------------------

    def root(self, name: str, args: dict[str, Any]) -> Any:
        scope = self.inner(Scope(None, self.model.languages[self.model.main_language]), args)
        match name:
            case "dataset":
                return self.dataset
            case "node":
                return self.by_id(args["id"], scope)
            case "nodes":
                return [self.by_id(text, scope) for text in args["ids"]]
            case "search":
                types = [*self.model.types] if args.get("types") is None else args["types"]
                [(plural, where)] = (args.get("where") or {"": {}}).items()
                if plural:
                    named = next(it.name for it in self.owners() if it.plural == plural)
                    types = [t for t in self.model.concrete(named) if t in types]
                asked = args["query"], tuple(t for t in self.model.types if t in types)
                found = ((self.nodes[r], score) for r, score in self.search(args["query"]) if r.type in types)
                found = ((n, s) for n, s in found if self.alive(n, scope) and self.where_node(n, where, scope))
                rows = [Row(node, None, score, asked) for node, score in found]
                return self.page(
                    rows,
                    [Key(lambda row: row.score, descending=True), *self.ties(ENTITY)],
                    args,
                    Sums(self, rows, ENTITY, None, scope),
                )
        for owner in self.owners():
            types = self.model.concrete(owner.name)
            every = [node for node in self.nodes.values() if node.ref.type in types]
            if name == owner.plural:
                where, order = args.get("where") or {}, args.get("orderBy") or []
                rows = [Row(n) for n in every if self.alive(n, scope) and self.where_node(n, where, scope)]
                keys = [self.node_key(item, scope) for item in order] or self.default_order(owner.name, scope)
                sums = Sums(self, rows, owner.name, None, scope)
                return self.page(rows, [*keys, *self.ties(owner.name)], args, sums)
            if name == camel(owner.name):
                [(key, wanted)] = [
                    (key, value) for key, value in args.items()
                    if value is not None and key not in {"asOf", "between", "lang"}
                ]  # fmt: skip
                if key == "id":
                    return self.by_id(wanted, scope, types)
                return next((NodeAt(node, scope) for node in every if node.properties.get(key) == wanted), None)
        raise AssertionError(name)

    def owners(self) -> tuple[NodeType | Interface, ...]:
        return (*self.model.types.values(), *self.model.interfaces.values())

    def by_id(self, text: str, scope: Scope, types: Iterable[str] | None = None) -> NodeAt | None:
        node = self.nodes.get(Ref(*decode_id(text)))
        return None if node is None or (types is not None and node.ref.type not in types) else NodeAt(node, scope)

    def of_node(self, source: NodeAt, name: str, args: dict[str, Any]) -> Any:
        node, scope = source.state, self.inner(source.scope, args)
        node_type = self.model.types[node.ref.type]
        match name:
            case "id":
                return encode_id(*node.ref)
            case "displayName":
                return self.display_name(node, scope)
            case "sources":
                return self.citations(node.citations, scope)
            case "distance":
                return self.distance(node, args["from"])
        link = self.model.links(node.ref.type).get(name)
        if link is None and name.endswith(EDGE_SUFFIX):
            link = self.model.links(node.ref.type).get(name.removesuffix(EDGE_SUFFIX))
        if link is None:
            return self.written(node, node_type.properties, name, args, scope)
        if link.one:
            row = self.one(node, link, scope)
            if row is None:
                return None
            there = NodeAt(row.node, scope)
            return there if name == link.field else EdgeAt(row.edge, there)
        where, order = args.get("where") or {}, args.get("orderBy") or []
        rows = [row for row in self.along(node, link, scope) if self.where_edge(link, row, where, scope)]
        keys = [self.edge_key(link, item, scope) for item in order] or self.default_order(link.target, scope)
        ties = self.ties(*link.targets)
        if link.relation.key:
            ties.append(Key(lambda row: row.edge.key.key if row.edge else None))
        return self.page(rows, [*keys, *ties], args, Sums(self, rows, link.target, link, scope))

    def of_edge(self, source: EdgeAt, name: str, args: dict[str, Any]) -> Any:
        scope = self.inner(source.node.scope, args)
        if name in {"node", "cursor", "score"}:
            return getattr(source, name)
        if name == "highlight":
            return self.shown(source, args["length"])
        assert source.state is not None
        if name == "sources":
            return self.citations(source.state.citations, scope)
        properties = self.model.relations[source.state.key.relation].properties
        return self.written(source.state, properties, name, args, scope)

    def shown(self, source: EdgeAt, length: int | None) -> dict[str, str] | None:
        """Return why something was found. How a text is cut and marked has tests of its own; which texts has not."""
        assert source.asked is not None
        query, types = source.asked
        texts, names = [], []
        for stored, name, prose in searched_texts(self.model, types):
            value = source.node.state.properties.get(stored)
            texts.append(words_of(str(value)) if prose and value is not None else value)
            names.append(name)
        return highlight([None if t is None else str(t) for t in texts], names, query, length, SHOWN)

    def citations(self, citations: Iterable[Citation], scope: Scope) -> list[dict[str, Any]]:
        return [
            {"place": c.place or None, "source": NodeAt(self.nodes[Ref(self.model.provenance, c.source)], scope)}
            for c in citations
        ]

    def written(
        self,
        state: NodeState | EdgeState,
        properties: Mapping[str, Property],
        name: str,
        args: dict[str, Any],
        scope: Scope,
    ) -> Any:
        if name not in properties:
            prop = properties[name.removesuffix(LANGUAGE_SUFFIX)]
            code, _ = self.delivered(state, prop, scope)
            return None if code is None else self.model.languages[code].enum
        prop = properties[name]
        _, value = self.delivered(state, prop, scope)
        if prop.many:
            return value or []
        if prop.type != "Markdown" or value is None:
            return value
        if args.get("excerpt") is not None:
            return beginning(words_of(value), args["excerpt"])
        forms: dict[str, Callable[[str], str]] = {"MARKDOWN": str, "HTML": html_of, "PLAIN": words_of}
        return forms[args["format"]](value)

    def delivered(self, state: NodeState | EdgeState, prop: Property, scope: Scope) -> tuple[str | None, Any]:
        """Return the value in the first language of the chain that has one, and that language."""
        for code in scope.language.fallback if prop.i18n else (self.model.main_language,):
            value = state.properties.get(stored_name(prop, code, self.model.main_language))
            if value is not None:
                return code, value
        return None, None

    def display_name(self, node: NodeState, scope: Scope) -> Any:
        node_type = self.model.types[node.ref.type]
        return self.delivered(node, node_type.properties[node_type.display], scope)[1]

    # -- time and links ----------------------------------------------------------------------------------------------

    def inner(self, scope: Scope, args: Mapping[str, Any]) -> Scope:
        """Return the scope inside a field with these arguments; null means any time."""
        if "asOf" in args or "between" in args:
            at, between = args.get("asOf"), args.get("between")
            period = {"from": at, "to": at} if at is not None else between
            days = (partial_date(period["from"]).first, partial_date(period["to"]).last) if period else None
            scope = replace(scope, days=days)
        if args.get("lang") is not None:
            chosen = next(lang for lang in self.model.languages.values() if lang.enum == args["lang"])
            scope = replace(scope, language=chosen)
        return scope

    @staticmethod
    def holds_at(
        state: NodeState | EdgeState, start: str, end: str, scope: Scope, momentary: bool = False
    ) -> bool:  # fmt: skip
        """Whether what has these two dates may hold on at least one of the days asked for."""
        since, until = state.properties.get(start), state.properties.get(end)
        if momentary and until is None:
            until = since
        if scope.days is None:
            return True
        first, last = scope.days
        begun = since is None or partial_date(str(since)).first <= last
        return begun and (until is None or partial_date(str(until)).last >= first)

    def alive(self, node: NodeState, scope: Scope) -> bool:
        span = self.model.types[node.ref.type].lifespan
        return span is None or self.holds_at(node, span.start, span.end, scope, span.momentary)

    def along(self, node: NodeState, link: Link, scope: Scope) -> Iterator[Row]:
        """Yield the relations of a node by a link that hold at the time asked for."""
        dated = {"since", "until"} <= link.relation.properties.keys()
        for edge in self.edges:
            here, there = (edge.key.start, edge.key.end) if link.outgoing else (edge.key.end, edge.key.start)
            if edge.key.relation == link.relation.name and here == node.ref and there.type in link.targets:
                other = self.nodes[there]
                if self.alive(other, scope) and (not dated or self.holds_at(edge, "since", "until", scope)):
                    yield Row(other, edge)

    def one(self, node: NodeState, link: Link, scope: Scope) -> Row | None:
        """Return the relation of a link to one: of several over time the latest."""

        def begin(row: Row) -> date:
            since = row.edge.properties.get("since") if row.edge else None
            return date.min if since is None else partial_date(str(since)).first

        return max(self.along(node, link, scope), key=begin, default=None)

    # -- where -------------------------------------------------------------------------------------------------------

    def meant(self, where: Mapping[str, Any], owner: str, link: Link | None = None) -> dict[str, Any] | None:
        """Return a condition on nodes of `owner`, or on relations of `link`, without those parts that are none.

        Those are null, or made of nothing but such; None if the whole is. An empty one is one: it holds for anything.
        """
        kept = {name: self.meant_part(name, value, owner, link) for name, value in where.items() if value is not None}
        kept = {name: value for name, value in kept.items() if value is not None}
        return kept if kept or not where else None

    def meant_part(self, name: str, value: Any, owner: str, link: Link | None) -> Any:
        if name in {"AND", "OR"}:
            parts = [part for inner in value if (part := self.meant(inner, owner, link)) is not None]
            return parts if parts or not value else None
        if name == "NOT":
            return self.meant(value, owner, link)
        if link is not None and name == "node":
            return self.meant(value, link.target)
        if name in (link.relation.properties if link else self.model.properties(owner)):
            return value if any(o is not None for operator, o in value.items() if operator != "fold") else None
        if name in {"near", "within"}:
            return value
        further = self.model.links(owner).get(name)
        if further is None:
            return self.meant(value, name.removeprefix(ON_PREFIX))
        if further.one:
            return self.meant(value, further.target, further)
        kept = {
            quantifier: ({operator: o for operator, o in inner.items() if o is not None} or None)
            if quantifier == "count"
            else self.meant(inner, further.target, further)
            for quantifier, inner in value.items()
            if inner is not None
        }
        return {quantifier: inner for quantifier, inner in kept.items() if inner is not None} or None

    def where_node(self, node: NodeState, where: Mapping[str, Any], scope: Scope) -> bool:
        return self.all_hold(
            self.meant(where, node.ref.type) or {},
            lambda name, value: self.node_condition(node, name, value, scope),
            lambda inner: self.where_node(node, inner, scope),
        )

    def where_edge(self, link: Link, row: Row, where: Mapping[str, Any], scope: Scope) -> bool:
        def condition(name: str, value: Any) -> bool:
            assert row.edge is not None
            if name == "node":
                return self.where_node(row.node, value, scope)
            return self.compare(row.edge, link.relation.properties[name], value, scope)

        said = self.meant(where, link.target, link) or {}
        return self.all_hold(said, condition, lambda inner: self.where_edge(link, row, inner, scope))

    @staticmethod
    def all_hold(where: Mapping[str, Any], condition: Callable[[str, Any], bool], again: Callable[[Any], bool]) -> bool:
        for name, value in where.items():
            match name:
                case "AND":
                    holds = all(again(inner) for inner in value)
                case "OR":
                    holds = any(again(inner) for inner in value)
                case "NOT":
                    holds = not again(value)
                case _:
                    holds = condition(name, value)
            if not holds:
                return False
        return True

    def node_condition(self, node: NodeState, name: str, value: Mapping[str, Any], scope: Scope) -> bool:
        node_type = self.model.types[node.ref.type]
        if name in node_type.properties:
            return self.compare(node, node_type.properties[name], value, scope)
        if name == "near":
            here = self.position(node)
            return here is not None and metres(here, value) <= value["km"] * 1000
        if name == "within":
            return self.within(node, value, scope)
        link = self.model.links(node.ref.type).get(name)
        if link is None:
            return node.ref.type == name.removeprefix(ON_PREFIX) and self.where_node(node, value, scope)
        if link.one:
            row = self.one(node, link, scope)
            return row is not None and self.where_edge(link, row, value, scope)
        rows = [*self.along(node, link, scope)]
        for quantifier, inner in value.items():
            if quantifier == "count":
                holds = holds_for(len(rows), inner, lambda number: number)
            else:
                fulfilling = sum(self.where_edge(link, row, inner, scope) for row in rows)
                holds = {
                    "some": fulfilling > 0, "none": fulfilling == 0,
                    "every": fulfilling == len(rows), "single": fulfilling == 1,
                }[quantifier]  # fmt: skip
            if not holds:
                return False
        return True

    # -- positions -----------------------------------------------------------------------------------------------------

    def position(self, node: NodeState) -> dict[str, float] | None:
        """Return where a node lies, if both its coordinates are known."""
        geo = self.model.types[node.ref.type].geo
        found = [node.properties.get(name) for name in (geo.latitude, geo.longitude)] if geo else [None]
        if None in found:
            return None
        return dict(zip(("latitude", "longitude"), (float(str(value)) for value in found), strict=True))

    def distance(self, node: NodeState, center: Mapping[str, float]) -> float | None:
        here = self.position(node)
        return None if here is None else kilometres(here, center)

    def within(self, node: NodeState, value: Mapping[str, Any], scope: Scope) -> bool:
        [(way, inside)] = value.items()
        if way != BOX:
            link = self.model.links(node.ref.type).get(way)
            row = self.one(node, link, scope) if link else None
            return row is not None and row.node.ref.slug == str(inside)
        here = self.position(node)
        if here is None or not inside["south"] <= here["latitude"] <= inside["north"]:
            return False
        begun, ended = inside["west"] <= here["longitude"], here["longitude"] <= inside["east"]
        # A box that begins further east than it ends goes over the 180° meridian.
        return bool(begun and ended if inside["west"] <= inside["east"] else begun or ended)

    # -- values --------------------------------------------------------------------------------------------------------

    def compare(
        self, state: NodeState | EdgeState, prop: Property, conditions: Mapping[str, Any], scope: Scope
    ) -> bool:
        _, value = self.delivered(state, prop, scope)
        if prop.type == "PartialDate":
            return date_holds(value, conditions)
        form: Callable[[Any], Any] = lambda plain: plain  # noqa: E731
        if conditions.get("fold") is True:
            parts = {operator: conditions[operator] for operator in PARTS if operator in conditions}
            if prop.type in FOLDED and any(operand is not None for operand in parts.values()):
                others = {operator: operand for operator, operand in conditions.items() if operator not in parts}
                has = value is not None and all(
                    operand is None or part_holds(prop.type, value, operator, operand)
                    for operator, operand in parts.items()
                )
                return has and self.compare(state, prop, others, scope)
            form = fold_key if prop.type == "String" else str.lower
        elif prop.type == "DateTime":
            form = instant
        return holds_for(value, conditions, form)

    # -- order and pages ---------------------------------------------------------------------------------------------

    def ties(self, *names: str) -> list[Key]:
        types = {t for name in names for t in self.model.concrete(name)}
        slug = Key(lambda row: row.node.ref.slug)
        return [slug] if len(types) == 1 else [slug, Key(lambda row: row.node.ref.type)]

    def default_order(self, owner: str, scope: Scope) -> list[Key]:
        if owner == ENTITY:
            return [Key(lambda row: sort_key(self.display_name(row.node, scope)))]
        declared = self.model.types.get(owner) or self.model.interfaces[owner]
        return [self.node_key({name: "ASC"}, scope) for name in declared.order]

    def node_key(self, item: Mapping[str, Any], scope: Scope) -> Key:
        value, direction = self.of_related(item, scope)
        return Key(lambda row: value(row.node), direction.startswith("DESC"), direction.endswith("NULLS_FIRST"))

    def of_related(self, item: Mapping[str, Any], scope: Scope) -> tuple[Callable[[NodeState], Any], str]:
        """Return what is compared of a node, and the direction."""
        [(name, inner)] = item.items()
        if isinstance(inner, str):
            return lambda node: self.compared(node, self.model.types[node.ref.type].properties[name], scope), inner
        if name == "distance":
            return lambda node: self.distance(node, inner["from"]), inner["direction"]
        if inner.keys() == {"count"}:
            count = inner["count"]
            return lambda node: sum(1 for _ in self.along(node, self.model.links(node.ref.type)[name], scope)), count
        value, direction = self.of_related(inner, scope)

        def behind(node: NodeState) -> Any:
            row = self.one(node, self.model.links(node.ref.type)[name], scope)
            return None if row is None else value(row.node)

        return behind, direction

    def edge_key(self, link: Link, item: Mapping[str, Any], scope: Scope) -> Key:
        [(name, inner)] = item.items()
        if name == "node":
            return self.node_key(inner, scope)
        prop = link.relation.properties[name]
        return Key(
            lambda row: self.compared(row.edge, prop, scope) if row.edge else None,
            inner.startswith("DESC"),
            inner.endswith("NULLS_FIRST"),
        )

    def compared(self, state: NodeState | EdgeState, prop: Property, scope: Scope) -> Any:
        """Return what of a value is put in order; something JSON can write, so that it may stand in a cursor."""
        _, value = self.delivered(state, prop, scope)
        if value is None:
            return None
        match prop.type:
            case "String":
                return sort_key(value)
            case "PartialDate":
                return partial_date(value).first.isoformat()
            case "DateTime":
                return moment(value)
            case _:
                return value

    def page(self, rows: Sequence[Row], keys: Sequence[Key], args: Mapping[str, Any], sums: Sums) -> dict[str, Any]:
        def compare(one: Sequence[Any], other: Sequence[Any]) -> int:
            return next((c for key, a, b in zip(keys, one, other, strict=True) if (c := key.compare(a, b))), 0)

        def by_values(one: tuple[list[Any], Row], other: tuple[list[Any], Row]) -> int:
            return compare(one[0], other[0])

        placed = sorted((([key.value(row) for key in keys], row) for row in rows), key=cmp_to_key(by_values))
        first, last, after, before = (args.get(name) for name in ("first", "last", "after", "before"))
        backward = last is not None or before is not None
        size = last if backward else first
        size = self.default_page if size is None else size
        cursor = before if backward else after
        if cursor is None:
            rest, skipped = placed, False
        else:
            at = orjson.loads(cursor.removeprefix(CURSOR))
            rest = [entry for entry in placed if (compare(entry[0], at) < 0 if backward else compare(entry[0], at) > 0)]
            skipped = len(rest) < len(placed)
        more = len(rest) > size
        chosen = rest[max(len(rest) - size, 0) :] if backward else rest[:size]
        entries = [
            EdgeAt(row.edge, NodeAt(row.node, sums.scope), CURSOR + orjson.dumps(values).decode(), row.score, row.asked)
            for values, row in chosen
        ]
        return {
            "edges": entries,
            "nodes": [entry.node for entry in entries],
            "totalCount": len(placed),
            "pageInfo": {
                "hasNextPage": skipped if backward else more,
                "hasPreviousPage": more if backward else skipped,
                "startCursor": entries[0].cursor if entries else None,
                "endCursor": entries[-1].cursor if entries else None,
            },
            **sums.fields(),
        }


# -- values ------------------------------------------------------------------------------------------------------------


def moment(text: str) -> str:
    """Return a point in time so that equal ones are equal texts."""
    return instant(text).astimezone(UTC).isoformat(timespec="microseconds")


def holds_for(value: Any, conditions: Mapping[str, Any], form: Callable[[Any], Any]) -> bool:
    """Whether all conditions hold for a value; a missing one is different from every other, and nothing else."""
    return all(
        operand is None or operator == "fold" or _holds(None if value is None else form(value), operator, operand, form)
        for operator, operand in conditions.items()
    )


PARTS = ("contains", "startsWith", "endsWith")
FOLDED = {"String": sort_part, "Markdown": prose_key}
"""Types of texts that are compared in part without case and umlauts, and what such a part becomes."""


def part_holds(kind: str, value: str, operator: str, operand: str) -> bool:
    """Whether a text has a part: as both are spelt, or with umlauts folded; names word by word, prose by the letter."""
    text, sought = FOLDED[kind](value), FOLDED[kind](operand)
    if kind == "String":
        text = text.strip()
        if operator == "contains":
            text = f" {text} "
        else:
            sought = sought.lstrip() if operator == "startsWith" else sought.rstrip()
    return any(_holds(form(text), operator, form(sought), lambda same: same) for form in (str, folded))


def _holds(value: Any, operator: str, operand: Any, form: Callable[[Any], Any]) -> bool:
    if operator == "isNull":
        return bool((value is None) is operand)
    others = [form(o) for o in operand] if isinstance(operand, list) else [form(operand)]
    if value is None:
        return operator in {"ne", "notIn"}
    match operator:
        case "eq" | "in":
            return value in others
        case "ne" | "notIn":
            return value not in others
        case "lt":
            return bool(value < others[0])
        case "lte":
            return bool(value <= others[0])
        case "gt":
            return bool(value > others[0])
        case "gte":
            return bool(value >= others[0])
        case "between":
            return bool(others[0] <= value <= others[1])
        case "contains":
            return others[0] in value
        case "startsWith":
            return bool(value.startswith(others[0]))
        case "endsWith":
            return bool(value.endswith(others[0]))
    raise AssertionError(operator)


SHOWN = (("property", "property"), ("text", "text"), ("html", "html"))
RANGES = {"lt", "before", "lte", "gt", "after", "gte", "between", "during"}
"""Operators that compare the days which a date may mean."""


def date_holds(text: str | None, conditions: Mapping[str, Any]) -> bool:
    """Whether all conditions hold for a date: surely, for every day that it may mean."""
    plain = {operator: operand for operator, operand in conditions.items() if operator not in RANGES}
    ranges = {operator: operand for operator, operand in conditions.items() if operator in RANGES}
    if not holds_for(text, plain, lambda same: same):
        return False
    for operator, operand in ranges.items():
        if operand is None:
            continue
        if text is None:
            return False
        value = partial_date(text)
        low, high = map(partial_date, operand if isinstance(operand, list) else (operand, operand))
        holds = {
            "lt": value.last < low.first, "before": value.last < low.first,
            "gt": value.first > high.last, "after": value.first > high.last,
            "lte": value.last <= high.last, "gte": value.first >= low.first,
            "between": low.first <= value.first and value.last <= high.last,
            "during": low.first <= value.first and value.last <= high.last,
        }[operator]  # fmt: skip
        if not holds:
            return False
    return True


# -- prose -------------------------------------------------------------------------------------------------------------

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
INLINE = {"a", "code", "em", "s", "strong", "img"}
"""Elements that stand within a line: they part no words."""


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.parts += [] if tag in INLINE else [" "]

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        self.handle_starttag(tag, None)


def html_of(text: str) -> str:
    """Return Markdown as HTML without anything that could do harm."""
    return str(nh3.clean(MARKDOWN.render(text))).strip()


def words_of(text: str) -> str:
    """Return what somebody would read aloud."""
    parser = _Words()
    parser.feed(MARKDOWN.render(text))
    parser.close()
    return " ".join("".join(parser.parts).split())


def beginning(words: str, length: int) -> str:
    """Return as many whole words as fit, at least the beginning of the first, with … for what is left out."""
    if len(words) <= length:
        return words
    room, kept = length - 1, ""
    for word in words.split(" "):
        longer = f"{kept} {word}".strip()
        if len(longer) > room:
            break
        kept = longer
    return (kept or words[:room]).rstrip(" ,;:–-") + "…"
