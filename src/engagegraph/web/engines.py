"""One engine per viewer class: projection, schema, compiler, connected to a database."""

from __future__ import annotations

from engagegraph.derive.graphql import build_schema
from engagegraph.model import Model, visible_to
from engagegraph.query.engine import Engine, Run
from engagegraph.query.prepare import Limits

LIMITS = {"public": Limits(), "editor": Limits(maximum_page=1000, tokens=20_000)}
"""What each viewer class may ask for at once; others get the public one's."""


def build_engine(model: Model, viewer: str, run: Run) -> Engine:
    """Return the engine that answers `viewer`, given the whole model."""
    seen = visible_to(model, viewer)
    return Engine(seen, viewer, build_schema(seen)._schema, run, LIMITS.get(viewer, Limits()))  # noqa: SLF001 - the only door
