"""The model ─▶ Cypher that declares uniqueness, range indexes and full-text indexes; each statement may run again.

Which range indexes, and why no others: an index costs on every write and helps only where it narrows or orders a whole
label. So there is one for what lists are ordered by if nobody asks otherwise (by name, mostly), one for each end of a
life span (`asOf` and date filters), one for a required enum (`kind`, the first filter of every site), and one for the
folded name, which `suggest` looks up by its beginning. Where nodes lie has a point index. Texts are found by full-text
search, relations from the nodes they lead from, and a unique property has its index already. Neo4j Community enforces
no more than uniqueness: what is required, and of which type, is checked before writing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engagegraph.model import Model, Property
from engagegraph.model.search import NAME, search_indexes, search_properties, search_types
from engagegraph.model.stored import PLACE, compared_name, in_place, point_name

ANALYZER = "german"
"""Lucene's analyzer for stemming and stop words; foreign words pass through it unharmed."""


def constraints(model: Model) -> list[str]:
    """Return the statements, without semicolons, in an order that never changes for the same model."""
    return [*_unique(model), *_ranges(model), *_names(model), *_points(model), *_full_text(model)]


def cypher_file(model: Model) -> str:
    """Return the statements as the text of a file."""
    return "// Derived from schema/model by `engagegraph schema`; do not edit.\n\n" + "".join(
        f"{statement};\n" for statement in constraints(model)
    )


def _unique(model: Model) -> Iterator[str]:
    for label, properties in _labels(model):
        for prop in properties.values():
            # Two types of an interface may share a slug: what is common to all nodes is not unique across members.
            if prop.unique if label in model.types else prop.lookup and prop.name not in model.common_properties:
                name = f"unique_{label}_{prop.name}"
                yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{prop.name} IS UNIQUE"


def _ranges(model: Model) -> Iterator[str]:
    for label, properties in _labels(model):
        for stored in dict.fromkeys(_indexed(model, label, properties)):
            yield f"CREATE INDEX range_{label}_{stored} IF NOT EXISTS FOR (n:{label}) ON (n.{stored})"


def _names(model: Model) -> Iterator[str]:
    for name in search_types(model):
        yield f"CREATE INDEX name_{name} IF NOT EXISTS FOR (n:{name}) ON (n.{NAME})"


def _indexed(model: Model, label: str, properties: Mapping[str, Property]) -> Iterator[str]:
    node_type = model.types.get(label)
    order = model.interfaces[label].order if node_type is None else node_type.order
    types = [model.types[name] for name in model.concrete(label)]
    called = () if node_type is None else (node_type.display,)
    if in_place(types, [[compared_name(properties[name])] for name in order]):
        yield PLACE
        order = ()
    for name in dict.fromkeys((*order, *called)):
        stored = compared_name(properties[name])
        if not (properties[name].unique and stored == name):  # else the constraint's own index serves
            yield stored
    if node_type is not None and node_type.lifespan is not None:
        yield f"{node_type.lifespan.start}_first"
        yield f"{node_type.lifespan.end}_last"
    for prop in properties.values():
        if prop.type in model.enums and prop.required and not prop.many:
            yield prop.name


def _points(model: Model) -> Iterator[str]:
    for label, _ in _labels(model):
        geo = model.geo(label)
        if geo is not None:
            stored = point_name(geo)
            yield f"CREATE POINT INDEX point_{label}_{stored} IF NOT EXISTS FOR (n:{label}) ON (n.{stored})"


def _full_text(model: Model) -> Iterator[str]:
    for name, seen in search_indexes(model).items():
        labels, stored = "|".join(search_types(seen)), ", ".join(f"n.{p}" for p in search_properties(seen))
        options = f"{{indexConfig: {{`fulltext.analyzer`: '{ANALYZER}'}}}}"
        if labels:
            yield f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{labels}) ON EACH [{stored}] OPTIONS {options}"


def _labels(model: Model) -> Iterator[tuple[str, Mapping[str, Property]]]:
    for node_type in model.types.values():
        yield node_type.name, node_type.properties
    for interface in model.interfaces.values():
        yield interface.name, interface.properties
