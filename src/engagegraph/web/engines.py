"""What answers a viewer class: projection, schema, compiler."""

from __future__ import annotations

from dataclasses import dataclass

import strawberry

from engagegraph.derive.graphql import build_schema
from engagegraph.model import Model, visible_to
from engagegraph.query.engine import Engine, Profile, Run
from engagegraph.query.prepare import Preparer


@dataclass(frozen=True, slots=True)
class View:
    """The API as one viewer class sees it."""

    schema: strawberry.Schema
    engine: Engine


def build_preparer(model: Model, viewer: str, schema: strawberry.Schema | None = None) -> Preparer:
    """Return the compiler for `viewer`, given the whole model."""
    seen = visible_to(model, viewer)
    core = (schema or build_schema(seen))._schema  # noqa: SLF001 - Strawberry has no other door to it
    return Preparer(seen, viewer, core, model.viewers[viewer].limits)


def build_view(model: Model, viewer: str, run: Run, profile: Profile) -> View:
    """Return what answers `viewer`, given the whole model and ways to run statements and to profile them."""
    schema = build_schema(visible_to(model, viewer))
    allowed = profile if model.viewers[viewer].limits.hits else None
    return View(schema, Engine(build_preparer(model, viewer, schema), run, allowed))
