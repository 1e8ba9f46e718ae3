"""How a state lies in the graph: stored names, companions for comparing, labels. The read path relies on it.

A node has the label of its type and those of its interfaces, a relation its own name as type. Both hold the state's
properties, companions (`since_first`, `title_sort`), and `_sources`, `_places` (aligned), `_owner`; a relation also
`_key`, a node `_place`, by which it is put in order, and what search knows it by: `_name`, `_type`, and for each index
how the words of its lines end (`_suffixes_public`). The point of a node's coordinates is made by the statement that
writes them. What several writers state is merged in them; `_layers` then keeps, as JSON, who states what.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import Any

import orjson

from engagegraph.model import Model, Property
from engagegraph.model.search import (
    NAME,
    TYPE,
    kind_and_name,
    search_indexes,
    search_types,
    suffixes,
    suffixes_name,
    text_properties,
    type_word,
)
from engagegraph.model.stored import CITED, PLACE, STATED, place_key, stored_names
from engagegraph.model.values import Scalar, Value, companions
from engagegraph.write.change import Citation, EdgeKey, EdgeState, Layer, NodeState, Ref

HIDDEN = (*CITED, *STATED)
"""What nodes and relations hold beside properties and companions."""


@lru_cache(maxsize=20_000)  # dates, above all, repeat
def _companions(name: str, type_name: str, value: Scalar) -> dict[str, Any]:
    found = companions(type_name, value)
    # In UTC, because the database takes no offset with seconds, and local time before 1893 had them.
    return {f"{name}_{suffix}": v.astimezone(UTC) if isinstance(v, datetime) else v for suffix, v in found.items()}


class Storage:
    """The model as seen by the graph: per node type and relation, which property is stored under which name."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.nodes = {name: _columns(model, t.properties) for name, t in model.types.items()}
        self.edges = {name: _columns(model, r.properties) for name, r in model.relations.items()}
        self.dates = {name: _dates(columns) for name, columns in (self.nodes | self.edges).items()}

    @cached_property
    def lines(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """By type, for each index that holds it, the name of its companion, and of which lines that is made."""
        found: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in self.model.types}
        for index, seen in search_indexes(self.model).items():
            for name in search_types(seen):
                found[name][suffixes_name(index)] = text_properties(seen, [name])
        return found

    def labels(self, node_type: str) -> tuple[str, ...]:
        """Return the labels of a type's nodes, its own first."""
        return (node_type, *self.model.types[node_type].interfaces)

    def node(self, state: NodeState) -> dict[str, Any]:
        """Return all that a node holds."""
        node_type = self.model.types[state.ref.type]
        called = str(state.properties[node_type.display])
        _, name = kind_and_name(node_type, called)
        place = place_key(node_type, state.properties, state.ref.slug)
        return {**self._map(self.nodes[state.ref.type], state), NAME: name, PLACE: place, **self._searched(state)}

    def edge(self, state: EdgeState) -> dict[str, Any]:
        """Return all that a relation holds."""
        return {**self._map(self.edges[state.key.relation], state), "_key": state.key.key}

    def companions(self, columns: Mapping[str, Property], properties: Mapping[str, Value]) -> dict[str, Any]:
        """Return what is kept beside the values for comparing, under the names it is stored by."""
        found: dict[str, Any] = {}
        for name, value in properties.items():
            if not isinstance(value, list):
                found |= _companions(name, columns[name].type, value)
        return found

    def _searched(self, state: NodeState) -> dict[str, Any]:
        """Return what full-text indexes hold of a node beside its texts."""
        lines = self.lines[state.ref.type]
        ends = {
            name: suffixes(str(text) for line in held if (text := state.properties.get(line)) is not None)
            for name, held in lines.items()
        }
        return {TYPE: type_word(state.ref.type), **ends} if lines else {}

    def _map(self, columns: Mapping[str, Property], state: NodeState | EdgeState) -> dict[str, Any]:
        return {
            **state.properties,
            **self.companions(columns, state.properties),
            "_sources": [c.source for c in state.citations],
            "_places": [c.place for c in state.citations],
            "_owner": state.owner,
            **({"_layers": _packed(state.layers)} if state.layers else {}),
        }

    def read_node(self, node_type: str, row: list[Any]) -> NodeState:
        """Return the node that a row of its columns and `HIDDEN` shows."""
        properties, citations, owner, layers = _read(self.nodes[node_type], row)
        return NodeState(Ref(node_type, str(properties["slug"])), properties, citations, owner, layers)

    def read_edge(self, relation: str, start: Ref, end: Ref, key: str, row: list[Any]) -> EdgeState:
        """Return the relation that a row of its columns and `HIDDEN` shows."""
        return EdgeState(EdgeKey(relation, start, end, key), *_read(self.edges[relation], row))

    def _named(self, node_type: str) -> list[Any]:
        declared = self.model.types[node_type]
        return [declared.display, PLACE, *declared.placed, *declared.prefixes, TYPE, self.lines[node_type]]

    def fingerprint(self) -> str:
        """Return a digest of all that decides how states are stored; labels and descriptions do not."""
        shape = {
            "nodes": {n: [self.labels(n), _types(c), self._named(n), *self._point(n)] for n, c in self.nodes.items()},
            "edges": {n: [self.model.relations[n].key, _types(c)] for n, c in self.edges.items()},
        }
        return hashlib.sha256(json.dumps(shape, sort_keys=True).encode()).hexdigest()[:16]

    def _point(self, node_type: str) -> tuple[str, ...]:
        geo = self.model.types[node_type].geo
        return () if geo is None else (geo.latitude, geo.longitude)


def _columns(model: Model, properties: Mapping[str, Property]) -> dict[str, Property]:
    return {name: prop for prop in properties.values() for name in stored_names(model, prop)}


def _dates(columns: Mapping[str, Property]) -> tuple[str, ...]:
    """Return under which names dates are kept beside the values."""
    return tuple(
        f"{name}_{side}"
        for name, prop in columns.items()
        if prop.type == "PartialDate" and not prop.many
        for side in ("first", "last")
    )


def _types(columns: Mapping[str, Property]) -> dict[str, list[Any]]:
    return {name: [prop.type, prop.many] for name, prop in columns.items()}


def _read(
    columns: Iterable[str], row: list[Any]
) -> tuple[dict[str, Value], tuple[Citation, ...], str, tuple[Layer, ...]]:
    sources, places, owner, layers = row[-len(HIDDEN) :]
    properties = {name: value for name, value in zip(columns, row, strict=False) if value is not None}
    return properties, tuple(map(Citation, sources, places)), owner, _unpacked(layers) if layers else ()


def _packed(layers: Iterable[Layer]) -> str:
    return orjson.dumps([[x.owner, x.properties, [[*c] for c in x.citations]] for x in layers]).decode()


def _unpacked(text: str) -> tuple[Layer, ...]:
    return tuple(Layer(owner, p, tuple(Citation(*c) for c in cited)) for owner, p, cited in orjson.loads(text))
