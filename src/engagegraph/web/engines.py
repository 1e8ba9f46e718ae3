"""What answers a viewer class: projection, schema, compiler."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import strawberry

from engagegraph.derive.graphql import build_schema
from engagegraph.model import Model, visible_to
from engagegraph.query.engine import Engine, Profile
from engagegraph.query.measures import Measures
from engagegraph.query.moment import Run
from engagegraph.query.prepare import Preparer
from engagegraph.query.reads import Reads
from engagegraph.web.body import Body


@dataclass(frozen=True)
class View:
    """The API as one viewer class sees it."""

    schema: strawberry.Schema
    engine: Engine

    @cached_property
    def text(self) -> Body:
        """The schema as text; made when somebody asks for it, which takes a tenth of a second."""
        return Body(f"{self.schema.as_str()}\n".encode())


class Views:
    """The API as each viewer class sees it, made by `build` when the first of them asks: that takes tenths of a second.

    `told` is called when there is a new one.
    """

    def __init__(self, build: Callable[[str], View], told: Callable[[], None]) -> None:
        self.made: dict[str, View] = {}
        self._build = build
        self._told = told
        self._building = asyncio.Lock()

    async def get(self, viewer: str) -> View:
        """Return what a viewer class sees."""
        if viewer not in self.made:
            async with self._building:
                if viewer not in self.made:
                    self.made[viewer] = await asyncio.to_thread(self._build, viewer)
                    self._told()
        return self.made[viewer]


def build_preparer(model: Model, viewer: str, schema: strawberry.Schema | None = None) -> Preparer:
    """Return the compiler for `viewer`, given the whole model."""
    seen = visible_to(model, viewer)
    core = (schema or build_schema(seen))._schema  # noqa: SLF001 - Strawberry has no other door to it
    return Preparer(seen, viewer, core, model.viewers[viewer].limits, reads=Reads(model))


def build_view(model: Model, viewer: str, run: Run, profile: Profile, measures: Measures) -> View:
    """Return what answers `viewer`, given the whole model, ways to run statements and to profile them, and measures."""
    schema = build_schema(visible_to(model, viewer))
    allowed = profile if model.viewers[viewer].limits.hits else None
    return View(schema, Engine(build_preparer(model, viewer, schema), run, allowed, measures))
