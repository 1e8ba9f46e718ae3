"""What answers a viewer class: projection, schema, compiler."""

from __future__ import annotations

from dataclasses import dataclass

import strawberry

from engagegraph.derive.graphql import build_schema
from engagegraph.model import Model, visible_to
from engagegraph.query.engine import Engine, Run
from engagegraph.query.limits import Limits
from engagegraph.query.prepare import Preparer

LIMITS = {
    "public": Limits(),
    "editor": Limits(
        maximum_page=1000, rows=100_000, characters=200_000, tokens=20_000, fields=5_000, variable_values=20_000
    ),
}
"""What each viewer class may ask for at once; others get the public one's."""


@dataclass(frozen=True, slots=True)
class View:
    """The API as one viewer class sees it."""

    schema: strawberry.Schema
    engine: Engine


def build_preparer(model: Model, viewer: str, schema: strawberry.Schema | None = None) -> Preparer:
    """Return the compiler for `viewer`, given the whole model."""
    seen = visible_to(model, viewer)
    core = (schema or build_schema(seen))._schema  # noqa: SLF001 - Strawberry has no other door to it
    return Preparer(seen, viewer, core, LIMITS.get(viewer, Limits()))


def build_view(model: Model, viewer: str, run: Run) -> View:
    """Return what answers `viewer`, given the whole model and a way to run statements."""
    schema = build_schema(visible_to(model, viewer))
    return View(schema, Engine(build_preparer(model, viewer, schema), run))
