"""A snapshot ─▶ the texts of its canonical seed files: always the same for the same content, pleasant to read.

One file per node type with its things sorted by slug, each with its properties in the order of the model, its
sources, and the relations that lead from it. A relation type with many relations has a table of its own instead.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from engagegraph.model import Link, Model, Property
from engagegraph.model.stored import stored_name
from engagegraph.model.values import Value
from engagegraph.write.change import Citation, EdgeState, NodeState, Ref, Snapshot

TABLE_FROM = 200
"""Relations of one type, with properties or sources of their own, from which on all of them stand in a table."""

_WIDTH = 120
_PLAIN = frozenset({"Int", "Float", "Boolean", "PartialDate", "DateTime"})
"""Value types that are never quoted; other texts are where YAML would take them for something else."""

_STR, _SEQ, _MAP = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_RESOLVER: Any = yaml.resolver.Resolver()


def seed_files(model: Model, snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Yield name and text of each file."""
    yield from _Canon(model, snapshot).files()


class _Canon:
    def __init__(self, model: Model, snapshot: Snapshot) -> None:
        self.model = model
        self.links = _links(model)
        self.nodes: dict[str, list[NodeState]] = defaultdict(list)
        for ref in sorted(snapshot.nodes):
            self.nodes[ref.type].append(snapshot.nodes[ref])
        by_relation: dict[str, list[EdgeState]] = defaultdict(list)
        for key in sorted(snapshot.edges):
            by_relation[key.relation].append(snapshot.edges[key])
        nodes = snapshot.nodes
        self.tables: dict[str, list[EdgeState]] = {}
        for name, edges in by_relation.items():
            long = [e for e in edges if e.properties or e.citations != nodes[e.key.start].citations]
            if len(long) >= TABLE_FROM and _fits_table(edges):
                self.tables[name] = edges
        self.inline: dict[Ref, dict[str, list[EdgeState]]] = defaultdict(lambda: defaultdict(list))
        for name, edges in by_relation.items():
            for edge in edges if name not in self.tables else ():
                self.inline[edge.key.start][self.link(edge).field].append(edge)

    def link(self, edge: EdgeState) -> Link:
        return self.links[edge.key.relation, edge.key.start.type, edge.key.end.type]

    def files(self) -> Iterator[tuple[str, str]]:
        for node_type in self.model.types.values():
            if node_type.name in self.nodes:
                things = SequenceNode(_SEQ, [self.thing(node) for node in self.nodes[node_type.name]], flow_style=False)
                yield f"{node_type.plural}.yaml", _dump(things)
        for name, edges in self.tables.items():
            yield f"{name}.csv", self.table(name, edges)

    # -- YAML --------------------------------------------------------------------------------------------------------

    def thing(self, node: NodeState) -> Node:
        node_type = self.model.types[node.ref.type]
        entries = self.properties(node_type.properties, node.properties)
        if node.citations:
            entries["sources"] = _sources(node.citations)
        mine = self.inline.get(node.ref, {})
        for field, link in self.model.links(node_type.name).items():
            if link.outgoing and field in mine:
                entries[field] = self.relations(node, link, mine[field])
        return _mapping(entries)

    def relations(self, node: NodeState, link: Link, edges: list[EdgeState]) -> Node:
        entries = [self.relation(node, link, edge) for edge in edges]
        if link.one and len(entries) == 1:
            return entries[0]
        plain = all(isinstance(entry, ScalarNode) for entry in entries)
        return SequenceNode(_SEQ, entries, flow_style=plain)

    def relation(self, node: NodeState, link: Link, edge: EdgeState) -> Node:
        there = _text(_reference(edge.key.end, link.end.to_types))
        entries = {"node": there, **self.properties(link.relation.properties, edge.properties)}
        if edge.citations != node.citations:
            entries["sources"] = _sources(edge.citations)
        return there if len(entries) == 1 else _mapping(entries)

    def properties(self, declared: Mapping[str, Property], values: Mapping[str, Value]) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for name, prop in declared.items():
            texts = {code: values[stored] for code, stored in self.languages(prop).items() if stored in values}
            if [*texts] == [self.model.main_language]:
                found[name] = _value(prop, texts[self.model.main_language])
            elif texts:
                found[name] = _mapping({code: _value(prop, text) for code, text in texts.items()})
        return found

    def languages(self, prop: Property) -> dict[str, str]:
        main = self.model.main_language
        return {c: stored_name(prop, c, main) for c in (self.model.languages if prop.i18n else (main,))}

    # -- CSV ---------------------------------------------------------------------------------------------------------

    def table(self, name: str, edges: list[EdgeState]) -> str:
        relation = self.model.relations[name]
        used = {stored for edge in edges for stored in edge.properties}
        columns: dict[str, str] = {}
        for prop in relation.properties.values():
            languages = {code: stored for code, stored in self.languages(prop).items() if stored in used}
            dotted = [*languages] != [self.model.main_language]
            columns |= {f"{prop.name}.{code}" if dotted else prop.name: stored for code, stored in languages.items()}
        starts = tuple({t for e in relation.ends for t in e.from_types})
        ends = tuple({t for e in relation.ends for t in e.to_types})
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["from", "to", *columns, "sources"])
        for edge in edges:
            cells = [
                _plain(edge.properties[stored]) if stored in edge.properties else "" for stored in columns.values()
            ]
            sources = " | ".join(f"{c.source}: {c.place}" if c.place else c.source for c in edge.citations)
            writer.writerow([_reference(edge.key.start, starts), _reference(edge.key.end, ends), *cells, sources])
        return out.getvalue()


def _links(model: Model) -> dict[tuple[str, str, str], Link]:
    return {
        (link.relation.name, name, target): link
        for name in model.types
        for link in model.links(name).values()
        if link.outgoing
        for target in link.targets
    }


def _fits_table(edges: Iterable[EdgeState]) -> bool:
    """Say whether a cell can hold every value: no lists, no bar within a place, no bare carriage return."""
    return all(
        not any(isinstance(value, list) or "\r" in str(value) for value in edge.properties.values())
        and not any("|" in citation.place for citation in edge.citations)
        for edge in edges
    )


def _reference(ref: Ref, types: tuple[str, ...]) -> str:
    return ref.slug if len(types) == 1 else str(ref)


def _sources(citations: Iterable[Citation]) -> Node:
    items = [_mapping({c.source: _text(c.place)}) if c.place else _text(c.source) for c in citations]
    return SequenceNode(_SEQ, items, flow_style=False)


def _mapping(entries: Mapping[str, Node]) -> Node:
    return MappingNode(_MAP, [(_text(key), node) for key, node in entries.items()], flow_style=False)


def _value(prop: Property, value: Value) -> Node:
    if isinstance(value, list):
        return SequenceNode(_SEQ, [_value(prop, item) for item in value], flow_style=False)
    text = _plain(value)
    if prop.type in _PLAIN:
        return ScalarNode(_RESOLVER.resolve(ScalarNode, text, (True, False)), text)
    return ScalarNode(_STR, f"{text}\n", style="|") if "\n" in text else _text(text)


def _text(text: str) -> Node:
    return ScalarNode(_STR, text)


def _plain(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _dump(node: Node) -> str:
    return str(yaml.serialize(node, Dumper=_Dumper, allow_unicode=True, width=_WIDTH))
