"""A collected operation ─▶ its plan: what the fields mean in the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graphql import FieldNode, GraphQLField, GraphQLObjectType, GraphQLSchema, OperationDefinitionNode, get_named_type

from engagegraph.errors import Failure
from engagegraph.model import Language, Link, Model, Property
from engagegraph.model.names import EDGE_SUFFIX, LANGUAGE_SUFFIX, camel
from engagegraph.model.search import search_index, searched_texts
from engagegraph.model.stored import point_name
from engagegraph.query.aggregates.plan import summary
from engagegraph.query.document import Collector, Document, object_type, selected
from engagegraph.query.filters import ALWAYS, PARALLEL, Filters, Scope, coordinates, fallback_chain, fallback_names
from engagegraph.query.geo import Distance, DistanceFrom
from engagegraph.query.ir import (
    AnyOf,
    ByIds,
    Case,
    CitationPlace,
    Citations,
    CitedSource,
    Computed,
    Connected,
    Connection,
    Constant,
    Cursor,
    DeliveredLanguage,
    EdgeNode,
    Edges,
    Everything,
    GlobalId,
    Highlight,
    Hits,
    Leaf,
    Listed,
    Nodes,
    One,
    OneLink,
    Operation,
    OrderKey,
    Output,
    Page,
    PageInfo,
    Period,
    Predicate,
    Root,
    Shape,
    Stored,
    TotalCount,
    TypeName,
    Value,
)
from engagegraph.query.params import leaf_value
from engagegraph.query.questions import QUESTIONS, Asked
from engagegraph.query.questions.among import among
from engagegraph.query.symbolic import MISSING, from_literal, types_of_ids

INHERITED = frozenset({"asOf", "between", "lang"})
"""Arguments that nested fields inherit."""


class Planner:
    """Plans one operation for one shape of its variables.

    `model` is the viewer's projection, `viewer` its name, `variables` are symbols; `coerced` their values, of which
    only the types that identifiers name are read: they are part of the shape.
    """

    def __init__(
        self,
        model: Model,
        viewer: str,
        schema: GraphQLSchema,
        document: Document,
        variables: Mapping[str, Any],
        coerced: Mapping[str, Any],
    ) -> None:
        self.coerced = coerced
        self.model = model
        self.viewer = viewer
        self.schema = schema
        self.variables = variables
        self.collector = Collector(schema, document, variables)
        self.languages = {language.enum: language for language in model.languages.values()}

    def plan(self, operation: OperationDefinitionNode) -> Operation:
        """Return the plan of `operation`; `Constant` roots of introspection still lack their value."""
        query = self._query()
        scope = Scope(None, self.model.languages[self.model.main_language])
        groups = self.collector.collect([operation.selection_set], query.name)
        roots = tuple(self._root(key, nodes, query, scope) for key, nodes in groups.items())
        return Operation(operation.name.value if operation.name else None, roots)

    # -- roots -------------------------------------------------------------------------------------------------------

    def _root(self, key: str, nodes: list[FieldNode], query: GraphQLObjectType, scope: Scope) -> Root:
        scope = scope.below(key, nodes[0])
        try:
            return self._asked(key, nodes, query, scope)
        except Failure as failure:
            raise scope.spot.placed(failure) from None

    def _asked(self, key: str, nodes: list[FieldNode], query: GraphQLObjectType, scope: Scope) -> Root:
        name = nodes[0].name.value
        if name == "__typename":
            return Constant(key, query.name)
        if name in {"__schema", "__type"}:
            return Constant(key, None)
        field, args = self.field(query, nodes[0])
        scope = self.scope(scope, args)
        if name in QUESTIONS:
            return replace(QUESTIONS[name](self, Asked(key, nodes, args, scope)), spot=scope.spot)
        if name in {"node", "nodes"}:
            ids = args["id" if name == "node" else "ids"]
            shape = self.shape(nodes, self.named(ids, tuple(self.model.types)), scope)
            return ByIds(key, ids, name == "nodes", shape, scope.spot)
        if name == "search":
            return Listed(key, self._search(nodes, args, scope))
        owner = next((t.name for t in self.model.types.values() if name in {t.singular, t.plural}), None)
        if owner is None:
            owner = next(i.name for i in self.model.interfaces.values() if name in {camel(i.name), i.plural})
        types = self.model.concrete(owner)
        if name == camel(owner):
            return self._one(key, owner, types, nodes, args, scope)
        filters = Filters(self.model, scope)
        connection = self.connection(
            field,
            nodes,
            args,
            scope,
            Everything(owner, types),
            types,
            filters.where_node(owner, args.get("where")),
            filters.order_nodes(owner, args.get("orderBy"), types),
        )
        return Listed(key, connection)

    def _one(
        self,
        key: str,
        owner: str,
        types: tuple[str, ...],
        nodes: list[FieldNode],
        args: Mapping[str, Any],
        scope: Scope,
    ) -> Root:
        given = {n: v for n, v in args.items() if n not in INHERITED and v is not None}
        keys = [a for a in self._query_field(nodes[0].name.value).args if a not in INHERITED]
        if len(given) != 1:
            hint = f"give exactly one of {', '.join(keys)}"
            raise Failure.of("LOOKUP_KEY", f"{camel(owner)} needs one key, not {len(given) or 'none'}", hint, key)
        name, leaf = next(iter(given.items()))
        if name == "id":
            return ByIds(key, leaf, False, self.shape(nodes, self.named(leaf, types), scope), scope.spot)
        return One(key, owner, name, leaf, self.shape(nodes, types, scope), scope.spot)

    def named(self, ids: Leaf, types: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of `types` that the identifiers name."""
        named = types_of_ids(leaf_value(ids, self.coerced))
        return tuple(t for t in types if t in named)

    def _query_field(self, name: str) -> GraphQLField:
        field: GraphQLField = self._query().fields[name]
        return field

    def _query(self) -> GraphQLObjectType:
        return object_type(self.schema.query_type)

    def searched(self, args: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the types that a search is to look through."""
        chosen = args.get("types")
        words = {item.constant for item in chosen.items or ()} if isinstance(chosen, Leaf) else None
        return tuple(t for t in self.model.types if words is None or t in words)

    def _highlight(self, key: str, nodes: list[FieldNode], kind: GraphQLObjectType, hits: Hits) -> Highlight:
        length = self.field(kind, nodes[0])[1].get("length")
        groups = self.collector.collect(selected(nodes), "Highlight")
        fields = tuple((k, f[0].name.value) for k, f in groups.items())
        length = length if isinstance(length, Leaf) else Leaf(length)
        return Highlight(key, hits.query, length, searched_texts(self.model, hits.types), fields)

    def _search(self, nodes: list[FieldNode], args: Mapping[str, Any], scope: Scope) -> Connection:
        types = self.searched(args)
        those = among(self, args.get("where"), scope, types)
        where: Predicate = ALWAYS if types else AnyOf(())  # of no type nothing is found
        types = types or tuple(self.model.types)
        if those is not None:
            where, types = those.where, those.types
        hits = Hits(search_index(self.model, self.viewer), args["query"], types)
        order = (
            OrderKey(Computed("score"), descending=True, nullable=False, kind="number"),
            OrderKey(Stored("node", ("slug",)), nullable=False),
            OrderKey(Computed("type"), nullable=False),
        )
        field = self._query_field("search")
        return self.connection(field, nodes, args, scope, hits, types, where, order)

    # -- connections -------------------------------------------------------------------------------------------------

    def connection(
        self,
        field: GraphQLField,
        nodes: list[FieldNode],
        args: Mapping[str, Any],
        scope: Scope,
        source: Link | Everything | Hits,
        types: tuple[str, ...],
        where: Any,
        order: tuple[OrderKey, ...],
    ) -> Connection:
        """Return the plan of a page of `source`, whose nodes are of `types`."""
        kind = object_type(get_named_type(field.type))
        first, last, after, before = (args.get(n) for n in ("first", "last", "after", "before"))
        if (first is not None or after is not None) and (last is not None or before is not None):
            raise Failure.of(
                "PAGE_DIRECTION",
                "a page goes forward or backward",
                "give first and after, or last and before",
                nodes[0].name.value,
            )
        page = Page(first, after) if last is None and before is None else Page(last, before, backward=True)
        outputs: list[Output] = []
        for key, group in self.collector.collect(selected(nodes), kind.name).items():
            within = scope.below(key, group[0])
            match group[0].name.value:
                case "__typename":
                    outputs.append(TypeName(key, kind.name))
                case "edges":
                    edge = object_type(get_named_type(kind.fields["edges"].type))
                    outputs.append(Edges(key, self._edge(group, edge, source, types, within)))
                case "nodes":
                    outputs.append(Nodes(key, self.shape(group, types, within)))
                case "pageInfo":
                    groups = self.collector.collect(selected(group), "PageInfo")
                    outputs.append(PageInfo(key, tuple((k, f[0].name.value) for k, f in groups.items())))
                case "totalCount":
                    outputs.append(TotalCount(key))
                case _:
                    outputs.append(summary(self, key, group, kind, source, scope))
        if page.cursor is None and not any(map(_tells_relations, outputs)):
            # Whichever of several relations to a node comes first, the node is the same, and nothing else is told.
            order = tuple(key for key in order if key != PARALLEL)
        return Connection(source, types, where, order, page, scope.as_of, tuple(outputs), scope.spot)

    def _edge(
        self,
        nodes: list[FieldNode],
        kind: GraphQLObjectType,
        source: Link | Everything | Hits | None,
        types: tuple[str, ...],
        scope: Scope,
    ) -> tuple[Output, ...]:
        outputs: list[Output] = []
        properties = source.relation.properties if isinstance(source, Link) else {}
        for key, group in self.collector.collect(selected(nodes), kind.name).items():
            name = group[0].name.value
            within = scope.below(key, group[0])
            if name == "__typename":
                outputs.append(TypeName(key, kind.name))
            elif name == "cursor":
                outputs.append(Cursor(key))
            elif name == "node":
                outputs.append(EdgeNode(key, self.shape(group, types, within)))
            elif name == "score" and not isinstance(source, Link):
                outputs.append(Value(key, Stored("score", ())))
            elif name == "highlight" and isinstance(source, Hits):
                outputs.append(self._highlight(key, group, kind, source))
            elif name == "sources":
                outputs.append(self.citations(key, "edge", group, within))
            else:
                outputs.append(self.property(key, "edge", group[0], kind, properties, within))
        return tuple(outputs)

    # -- nodes -------------------------------------------------------------------------------------------------------

    def shape(self, nodes: Sequence[FieldNode], types: tuple[str, ...], scope: Scope) -> Shape:
        """Return what is selected of a node that may be of `types`."""
        cases: dict[tuple[Output, ...], list[str]] = {}
        for name in types:
            cases.setdefault(self._node(nodes, name, scope), []).append(name)
        return Shape(types, tuple(Case(tuple(names), outputs) for outputs, names in cases.items()))

    def _node(self, nodes: Sequence[FieldNode], type_name: str, scope: Scope) -> tuple[Output, ...]:
        kind = object_type(self.schema.get_type(type_name))
        node_type = self.model.types[type_name]
        links = self.model.links(type_name)
        outputs: list[Output] = []
        for key, group in self.collector.collect(selected(nodes), type_name).items():
            name = group[0].name.value
            within = scope.below(key, group[0])
            link = links.get(name) or (
                links.get(name.removesuffix(EDGE_SUFFIX)) if name.endswith(EDGE_SUFFIX) else None
            )
            if name == "__typename":
                outputs.append(TypeName(key))
            elif name == "id":
                outputs.append(GlobalId(key))
            elif name == "sources":
                outputs.append(self.citations(key, "node", group, within))
            elif name == "displayName":
                language = self.scope(within, self.field(kind, group[0])[1]).language
                display = node_type.properties[node_type.display]
                outputs.append(Value(key, Stored("node", fallback_names(self.model, display, language))))
            elif name == "distance" and node_type.geo is not None:
                center = coordinates(self.field(kind, group[0])[1]["from"])
                outputs.append(Distance(key, DistanceFrom(point_name(node_type.geo), center)))
            elif link is not None:
                outputs.append(self._link(key, link, name != link.field, group, kind, within))
            else:
                outputs.append(self.property(key, "node", group[0], kind, node_type.properties, within))
        return tuple(outputs)

    def _link(
        self, key: str, link: Link, edge: bool, nodes: list[FieldNode], kind: GraphQLObjectType, scope: Scope
    ) -> Output:
        # The same selection on several types of node is one thing to fetch: the link's owner is no part of what is
        # compared.
        link = replace(link, owner=self._shared_owner(link))
        try:
            return self._linked(key, link, edge, nodes, kind, scope)
        except Failure as failure:
            raise scope.spot.placed(failure) from None

    def _linked(
        self, key: str, link: Link, edge: bool, nodes: list[FieldNode], kind: GraphQLObjectType, scope: Scope
    ) -> Output:
        field, args = self.field(kind, nodes[0])
        scope = self.scope(scope, args)
        if not link.one:
            filters = Filters(self.model, scope)
            connection = self.connection(
                field,
                nodes,
                args,
                scope,
                link,
                link.targets,
                filters.where_edge(link, args.get("where")),
                filters.order_edges(link, args.get("orderBy")),
            )
            return Connected(key, connection)
        if edge:
            named = object_type(get_named_type(field.type))
            outputs = self._edge(nodes, named, link, link.targets, scope)
            return OneLink(key, link, scope.as_of, Shape(link.targets, ()), outputs)
        return OneLink(key, link, scope.as_of, self.shape(nodes, link.targets, scope))

    def _shared_owner(self, link: Link) -> str:
        """Return the interface through which `link` is declared, if that is how its owner got it."""
        owner = self.model.types.get(link.owner)
        for name in owner.interfaces if owner else ():
            if link.field in self.model.links(name):
                return name
        return link.owner

    def property(
        self,
        key: str,
        of: str,
        node: FieldNode,
        kind: GraphQLObjectType,
        properties: Mapping[str, Property],
        scope: Scope,
    ) -> Output:
        """Return the plan of a stored property, or of the language in which it is delivered."""
        name = node.name.value
        _, args = self.field(kind, node)
        language: Language = self.scope(scope, args).language
        prop = properties.get(name)
        if prop is None:
            chain = fallback_chain(self.model, properties[name.removesuffix(LANGUAGE_SUFFIX)], language)
            return DeliveredLanguage(key, Stored(of, tuple(n for _, n in chain)), tuple(lang.enum for lang, _ in chain))
        form = args.get("format")
        return Value(
            key,
            Stored(of, fallback_names(self.model, prop, language)),
            None if form in {None, "MARKDOWN"} else form,
            prop.many,
            args.get("excerpt"),
        )

    def citations(self, key: str, of: str, nodes: list[FieldNode], scope: Scope) -> Citations:
        """Return the plan of `sources`; `of` says whether of the node or of the edge."""
        outputs: list[Output] = []
        for inner, group in self.collector.collect(selected(nodes), "Citation").items():
            match group[0].name.value:
                case "__typename":
                    outputs.append(TypeName(inner, "Citation"))
                case "place":
                    outputs.append(CitationPlace(inner))
                case _:
                    source = self.shape(group, (self.model.provenance,), scope.below(inner, group[0]))
                    outputs.append(CitedSource(inner, source))
        return Citations(key, of, tuple(outputs))

    # -- arguments ---------------------------------------------------------------------------------------------------

    def field(self, parent: GraphQLObjectType, node: FieldNode) -> tuple[GraphQLField, dict[str, Any]]:
        """Return the definition of a field and its arguments as symbols."""
        field = parent.fields[node.name.value]
        args = {}
        for argument in node.arguments or ():
            value = from_literal(argument.value, field.args[argument.name.value].type, self.variables)
            if value is not MISSING:
                args[argument.name.value] = value
        return field, args

    def scope(self, scope: Scope, args: Mapping[str, Any]) -> Scope:
        """Return the scope within a field that has these arguments."""
        if args.get("asOf") is not None and args.get("between") is not None:
            raise Failure.of("TIME_AMBIGUOUS", "asOf and between exclude each other", "give one of them", "between")
        if "asOf" in args or "between" in args:
            # Null, too, overrides what a field inherits: any time.
            at, between = args.get("asOf"), args.get("between")
            days = Leaf(items=(between["from"], between["to"])) if at is None and between is not None else at
            scope = replace(scope, as_of=None if days is None else Period(days, days))
        if args.get("lang") is not None:
            scope = replace(scope, language=self.languages[args["lang"]])
        return scope


def _tells_relations(output: Output) -> bool:
    """Say whether an output of a connection tells its relations apart: themselves, or where they stand."""
    match output:
        case Edges():
            return True
        case PageInfo(fields=fields):
            return any(name in {"startCursor", "endCursor"} for _, name in fields)
        case _:
            return False
