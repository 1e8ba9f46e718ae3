"""What an operation asks for as the columns of a table, in the model's own words.

It is read from the operation and not from its answer: there are columns where there are no rows, a word that is asked
for twice stands in two of them, and what has no column is refused and not left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from graphql import (
    FieldNode,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLObjectType,
    SelectionSetNode,
    get_named_type,
    get_nullable_type,
    get_variable_values,
    is_leaf_type,
)

from engagegraph.errors import Failure
from engagegraph.model import ENTITY, Link, Model, Property
from engagegraph.query.document import Collector, object_type, read_document, selected
from engagegraph.query.prepare import Preparer

NAME, TOTAL = "Anzeigename", "insgesamt"
YES, NO = "ja", "nein"

Names = tuple[str, ...]

_PAGE = frozenset({"edges", "nodes"})


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column: ways to head it, from the shortest to one that no other has, and its value as text."""

    headings: Names
    tell: Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Block:
    """What is asked of one thing, by the names in its answer; `names` are the columns with what it is called."""

    names: list[Column]
    parts: dict[str, Part]

    def columns(self) -> Iterator[Column]:
        """Yield its columns: what it is called, what it has, what its lists hold."""
        yield from self.names
        for part in self.parts.values():
            if isinstance(part, Column):
                yield part
            elif isinstance(part, Block):
                yield from part.columns()
        for part in self.parts.values():
            if isinstance(part, Entries):
                for block in part.sides.values():
                    yield from block.columns()


@dataclass(frozen=True, slots=True)
class Page:
    """Where a page says whether it is all: `more` leads to whether others follow, `total` to how many there are.

    Both are empty where that was not asked for.
    """

    more: Names = ()
    total: str = ""

    def goes_on(self, found: Mapping[str, Any], shown: int) -> bool | None:
        """Return whether there is more than the entries that `found` shows; None if nothing says so."""
        if self.more:
            info, name = self.more
            return bool(found[info][name])
        return found[self.total] > shown if self.total else None


@dataclass(frozen=True, slots=True)
class Entries:
    """A list: what is asked of its entries, by where they stand in its answer (empty: it is the list itself)."""

    sides: dict[str, Block]
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix, which is no list: the pages of its sides, by what they are called in its answer."""

    sides: dict[str, Page]


Part = Column | Block | Entries | Matrix


def headed(columns: Iterable[Column]) -> dict[Column, str]:
    """Return the columns, each once, with headings that are as short as they can be told apart."""
    found = dict.fromkeys(columns, 0)
    while True:
        told = {column: column.headings[level] for column, level in found.items()}
        counted = Counter(told.values())
        more = [c for c, heading in told.items() if counted[heading] > 1 and found[c] + 1 < len(c.headings)]
        if not more:
            return told
        for column in more:
            found[column] += 1


def asked(
    preparer: Preparer, text: str, variables: Mapping[str, Any] | None = None, operation: str | None = None
) -> Block:
    """Return what an operation asks for, whose answer is to be a table; it is known to be valid.

    Raises `Failure` TABLE_SHAPE with the place of each field that is neither a list, a thing nor a value.
    """
    document = read_document(preparer.schema, text, preparer.limits)
    chosen = document.operation(operation)
    values = get_variable_values(preparer.schema, chosen.variable_definitions or (), dict(variables or {}))
    coerced = {} if isinstance(values, list) else values.coerced
    return _Reader(preparer, Collector(preparer.schema, document, coerced)).root(chosen.selection_set)


class _Reader:
    def __init__(self, preparer: Preparer, collector: Collector) -> None:
        self.schema = preparer.schema
        self.model = preparer.model
        self.collector = collector

    def root(self, selection: SelectionSetNode) -> Block:
        query = object_type(self.schema.query_type)
        parts: dict[str, Part] = {}
        for key, nodes in self.collector.collect([selection], query.name).items():
            part = self.part(query, nodes, None, (key,), ())
            if part is None:
                raise _refused((key,), f'"{key}" is no list of nodes')
            parts[key] = part
        return Block([], parts)

    def part(
        self, owner: GraphQLObjectType, nodes: list[FieldNode], link: Link | None, path: Names, labels: Names
    ) -> Block | Entries | Matrix | None:
        """Return what a field of `owner` holds, if it holds things; `labels` are what those are on the way there."""
        field = owner.fields.get(nodes[0].name.value)
        kind = None if field is None else get_named_type(field.type)
        if field is None or not isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            return None
        alias = nodes[0].alias
        if self.is_node(kind.name):
            called = alias.value if alias is not None else self.label(kind.name, link, path[-1])
            block = self.node(selected(nodes), kind.name, (*labels, called), link, path)
            return Entries({"": block}) if isinstance(get_nullable_type(field.type), GraphQLList) else block
        if isinstance(kind, GraphQLObjectType) and "pageInfo" in kind.fields and "nodes" in kind.fields:
            entry = get_named_type(kind.fields["nodes"].type)
            called = alias.value if alias is not None else self.label(entry.name, link, path[-1])
            return self.connection(nodes, kind, (*labels, called), link, path)
        return self.matrix(nodes, kind) if isinstance(kind, GraphQLObjectType) and "cells" in kind.fields else None

    def matrix(self, nodes: list[FieldNode], kind: GraphQLObjectType) -> Matrix:
        sides: dict[str, Page] = {}
        for key, inner in self.collector.collect(selected(nodes), kind.name).items():
            side = kind.fields.get(inner[0].name.value)
            of = None if side is None else get_named_type(side.type)
            if isinstance(of, GraphQLObjectType) and "entries" in of.fields:
                sides[key] = self.page(inner, of)
        return Matrix(sides)

    def page(self, nodes: list[FieldNode], kind: GraphQLObjectType) -> Page:
        """Return where a list says whether its page is all there is."""
        more: Names = ()
        total = ""
        for key, inner in self.collector.collect(selected(nodes), kind.name).items():
            match inner[0].name.value:
                case "totalCount":
                    total = key
                case "pageInfo":
                    asked = self.collector.collect(selected(inner), get_named_type(kind.fields["pageInfo"].type).name)
                    more = next(((key, k) for k, f in asked.items() if f[0].name.value == "hasNextPage"), more)
        return Page(more, total)

    def is_node(self, name: str) -> bool:
        return name == ENTITY or name in self.model.types or name in self.model.interfaces

    def label(self, type_name: str, link: Link | None, otherwise: str) -> str:
        """Return what things are called, to which a field leads."""
        declared = self.model.types.get(type_name) or self.model.interfaces.get(type_name)
        if declared is not None:
            return declared.label.de
        return otherwise if link is None else link.label.de

    def connection(
        self, nodes: list[FieldNode], kind: GraphQLObjectType, labels: Names, link: Link | None, path: Names
    ) -> Block | Entries:
        """Return what is asked of a list's entries; if nothing is, what is asked of the list."""
        sides: dict[str, Block] = {}
        counts: dict[str, Part] = {}
        for key, inner in self.collector.collect(selected(nodes), kind.name).items():
            name, place = inner[0].name.value, (*path, key)
            field = kind.fields.get(name)
            if field is not None and name in _PAGE:
                entry = get_named_type(field.type)
                read = self.edge if name == "edges" else self.node
                sides[key] = read(selected(inner), entry.name, labels, link, place)
            elif field is None or is_leaf_type(get_named_type(field.type)):
                heading = TOTAL if name == "totalCount" and inner[0].alias is None else key
                counts[key] = Column(_headings(heading, labels, place)[1:], str)
            elif name != "pageInfo":
                raise _refused(place, f'"{key}" has no column')
        return Entries(sides, self.page(nodes, kind)) if sides else Block([], counts)

    def edge(
        self,
        sets: list[SelectionSetNode | None],
        type_name: str,
        labels: Names,
        link: Link | None,
        path: Names,
    ) -> Block:
        kind = object_type(self.schema.get_type(type_name))
        properties = {} if link is None else link.relation.properties
        block = Block([], {})
        for key, nodes in self.collector.collect(sets, type_name).items():
            place = (*path, key)
            if nodes[0].name.value == "node":
                inner = self.node(selected(nodes), get_named_type(kind.fields["node"].type).name, labels, link, place)
                block.names.extend(inner.names)
                block.parts[key] = inner
            else:
                block.parts[key] = self.value(kind, properties, nodes, labels, place)
        return block

    def node(
        self,
        sets: list[SelectionSetNode | None],
        type_name: str,
        labels: Names,
        link: Link | None,
        path: Names,
    ) -> Block:
        """Return what is asked of things of a type, or of several types."""
        found: dict[str, tuple[list[str], list[FieldNode]]] = {}
        for concrete in self.model.concrete(type_name):
            for key, nodes in self.collector.collect(sets, concrete).items():
                types, known = found.setdefault(key, ([], []))
                types.append(concrete)
                known.extend(node for node in nodes if all(node is not other for other in known))
        block = Block([], {})
        named: Column | None = None
        for key, (types, nodes) in found.items():
            place = (*path, key)
            declared, kind = self.model.types[types[0]], object_type(self.schema.get_type(types[0]))
            here = self.model.links(declared.name).get(nodes[0].name.value)
            part: Part | None = self.part(kind, nodes, here, place, labels)
            name = nodes[0].name.value if nodes[0].alias is None else ""
            if part is None and {name} == {self.model.types[each].display for each in types}:
                # Things of several types are called by several properties: that is one column.
                if named is None:
                    named = _called(labels, link, declared.properties[name].label.de, place)
                    block.names.append(named)
                part = named
            elif part is None and name == "displayName":
                part = _called(labels, link, NAME, place)
                block.names.append(part)
            block.parts[key] = part or self.value(kind, declared.properties, nodes, labels, place)
        return block

    def value(
        self,
        kind: GraphQLObjectType,
        properties: Mapping[str, Property],
        nodes: list[FieldNode],
        labels: Names,
        path: Names,
    ) -> Column:
        name, key = nodes[0].name.value, path[-1]
        field, prop = kind.fields.get(name), properties.get(name)
        tell: Callable[[Any], str]
        if name == "sources":
            heading, tell = self.model.types[self.model.provenance].label.de, _sources
        elif field is not None and not is_leaf_type(get_named_type(field.type)):
            raise _refused(path, f'"{key}" has no column')
        else:
            heading, tell = key if prop is None else prop.label.de, _teller(self.model, prop)
        heading = heading if nodes[0].alias is None else key
        return Column(_headings(heading, labels, path), tell)


def _headings(heading: str, labels: Names, path: Names) -> Names:
    """Return ways to head a column: by itself, by whose it is, by the whole way there, by its place in the answer."""
    return heading, f"{labels[-1]}: {heading}", ": ".join((*labels, heading)), ".".join(path)


def _called(labels: Names, link: Link | None, prop: str, path: Names) -> Column:
    """Return the column of what things are called: headed by what they are, how one got there, the word for it."""
    label = labels[-1]
    way = label if link is None else f"{link.label.de}: {label}"
    return Column((label, way, ": ".join(labels), *_headings(prop, labels, path)[1:]), str)


def _refused(path: Names, message: str) -> Failure:
    hint = "take it out, or leave --table (--csv) out and take the JSON"
    return Failure.of("TABLE_SHAPE", message, hint, ".".join(path))


def _teller(model: Model, prop: Property | None) -> Callable[[Any], str]:
    """Return how values are told: words of an enum by their labels, lists with commas."""
    enum = None if prop is None else model.enums.get(prop.type)

    def tell(value: Any) -> str:
        if isinstance(value, list):
            return ", ".join(map(tell, value))
        if isinstance(value, bool):
            return YES if value else NO
        return str(value) if enum is None else enum.values[str(value)].de

    return tell


def _sources(citations: list[dict[str, Any]]) -> str:
    """The first source, where it is published or else what it is called, and how many more there are."""
    source = citations[0].get("source") or {} if citations else {}
    first = urlsplit(source.get("url") or "").hostname or str(next(filter(None, source.values()), ""))
    return f"{first} (+{len(citations) - 1})" if len(citations) > 1 else first
