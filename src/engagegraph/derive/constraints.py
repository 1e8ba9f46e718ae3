"""The model ─▶ Cypher that declares uniqueness, range indexes and full-text indexes; each statement may run again.

Which values have a range index, and why no others, says `model.indexes`; the folded name has one as well, which
`suggest` looks up by its beginning. Where nodes lie has a point index. Texts are found by full-text search, relations
from the nodes they lead from. Neo4j Community enforces no more than uniqueness: what is required, and of which type,
is checked before writing.
"""

from __future__ import annotations

from collections.abc import Iterator

from engagegraph.model import Model
from engagegraph.model.indexes import ranged_names, unique_names
from engagegraph.model.search import NAME, indexed_names, search_indexes, search_types
from engagegraph.model.stored import point_name

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
    for label in _labels(model):
        for prop in unique_names(model, label):
            name = f"unique_{label}_{prop}"
            yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{prop} IS UNIQUE"


def _ranges(model: Model) -> Iterator[str]:
    for label in _labels(model):
        for stored in ranged_names(model, label):
            yield f"CREATE INDEX range_{label}_{stored} IF NOT EXISTS FOR (n:{label}) ON (n.{stored})"


def _names(model: Model) -> Iterator[str]:
    for name in search_types(model):
        yield f"CREATE INDEX name_{name} IF NOT EXISTS FOR (n:{name}) ON (n.{NAME})"


def _points(model: Model) -> Iterator[str]:
    for label in _labels(model):
        geo = model.geo(label)
        if geo is not None:
            stored = point_name(geo)
            yield f"CREATE POINT INDEX point_{label}_{stored} IF NOT EXISTS FOR (n:{label}) ON (n.{stored})"


def _full_text(model: Model) -> Iterator[str]:
    for name, seen in search_indexes(model).items():
        labels, stored = "|".join(search_types(seen)), ", ".join(f"n.{p}" for p in indexed_names(seen, name))
        options = f"{{indexConfig: {{`fulltext.analyzer`: '{ANALYZER}'}}}}"
        if labels:
            yield f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{labels}) ON EACH [{stored}] OPTIONS {options}"


def _labels(model: Model) -> tuple[str, ...]:
    return *model.types, *model.interfaces
