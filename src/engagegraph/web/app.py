"""The ASGI application: `/graphql`, GraphiQL, health, schema."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from engagegraph import settings
from engagegraph.graph.address import resolve_address
from engagegraph.graph.client import AsyncGraph
from engagegraph.model import PUBLIC, Model, load_model
from engagegraph.query.measures import Measures
from engagegraph.query.reads import Reads
from engagegraph.web.census import Census
from engagegraph.web.clock import Clock
from engagegraph.web.cors import Cors
from engagegraph.web.engines import View, Views, build_view
from engagegraph.web.examples import read_examples
from engagegraph.web.faults import broken, discreet, unanswered
from engagegraph.web.graphql import Endpoint, SchemaText
from engagegraph.web.health import Readiness, live
from engagegraph.web.past import Past
from engagegraph.web.responses import Responses, cache_bytes
from engagegraph.web.viewers import Doorkeeper

STATIC = Path(__file__).parent / "static"


def create() -> Starlette:
    """Return the application, as uvicorn's factory; everything comes from the environment."""
    model = load_model(settings.model_folder())
    origins = [o.strip() for o in os.environ.get("ENGAGEGRAPH_CORS_ORIGINS", "*").split(",") if o.strip()]
    examples = read_examples(settings.queries_folder())

    async def graphiql(request: Request) -> Response:
        return RedirectResponse(request.url_for("graphiql", path="/"))

    async def example_queries(request: Request) -> Response:
        return JSONResponse(examples)

    routes = [
        Route("/", graphiql),
        Route("/examples.json", example_queries),
        Route("/health/live", live),
        Mount("/graphiql", StaticFiles(directory=STATIC / "graphiql", html=True, check_dir=False), name="graphiql"),
    ]
    cors = Middleware(
        Cors,
        allow_origins=origins,
        allow_methods=["GET", "POST"],
        allow_headers=[
            "Authorization",
            "Content-Type",
            "Engagegraph-Cost",
            "Engagegraph-Min-Revision",
            "If-None-Match",
        ],
        expose_headers=["Engagegraph-Revision", "ETag", "Retry-After", "WWW-Authenticate"],
    )
    handlers: dict[Any, Any] = {HTTPException: unanswered, Exception: broken}
    return Starlette(routes=routes, middleware=[cors], exception_handlers=handlers, lifespan=partial(_lifespan, model))


QUICK = 2.0
"""Seconds that the database may take for what a server asks by itself: the time, a token, how much there is."""

SWITCH = 0.0005
"""Seconds after which a thread that prepares an operation lets others run; Python's 5 ms are felt by them."""

YOUNG = 50_000
"""How many objects may be made before those among them are looked for that hold each other. Answers hold none, and may
be large; what queries leave behind is swept away between answers (`graphql.SWEPT`)."""


def keep() -> None:
    """Take what is there out of the search for objects that hold each other: it stays as long as the server does.

    Schemas and models are some hundred thousand objects; to look through them takes tenths of a second, in which
    nobody is answered.
    """
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])


@asynccontextmanager
async def _lifespan(model: Model, app: Starlette) -> AsyncIterator[None]:
    sys.setswitchinterval(SWITCH)
    async with AsyncExitStack() as stack:
        address = stack.enter_context(resolve_address())
        graph = await stack.enter_async_context(AsyncGraph.open(address))
        measuring = asyncio.Lock()

        def build(viewer: str) -> View:
            seconds = model.viewers[viewer].limits.seconds
            run, profile = partial(graph.run, timeout=seconds), partial(graph.profile, timeout=seconds)
            # Reading a network may take longer than an operation: it is measuring that has an end.
            measures = Measures(discreet(graph.run), seconds, measuring)
            view = build_view(model, viewer, discreet(run), discreet(profile), measures)
            view.engine.preparer.counts = census.counts
            return view

        # What keeps the server going: everybody waits for it.
        ask = discreet(partial(graph.run, timeout=QUICK))
        doorkeeper = Doorkeeper(ask, model.viewers)
        census = Census(ask, lambda: [view.engine.preparer for view in views.made.values()])

        def made() -> None:
            keep()
            census.begin()

        views = Views(build, made)
        await views.get(PUBLIC)
        clock = Clock(ask, census.begin)
        responses = Responses(clock, Past(clock, ask, Reads(model)), cache_bytes())

        async def caches(request: Request) -> Response:
            prepared = {viewer: view.engine.preparer for viewer, view in views.made.items()}
            return JSONResponse(
                {
                    "responses": {**responses.kept.statistics(), "shared": responses.shared},
                    "documents": {viewer: p.documents.statistics() for viewer, p in prepared.items()},
                    "operations": {viewer: p.operations.statistics() for viewer, p in prepared.items()},
                    "bound": {viewer: p.bound.statistics() for viewer, p in prepared.items()},
                }
            )

        # Routes are tried in order; most requests are for the first.
        app.router.routes[:0] = [Route("/graphql", Endpoint(views, doorkeeper, responses))]
        app.router.routes += [
            Route("/health/caches", caches),
            Route("/schema.graphql", SchemaText(views, doorkeeper), methods=["GET"]),
            Route("/health/ready", Readiness(model, ask).ready),
        ]
        yield
