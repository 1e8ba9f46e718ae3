"""What one writes with Strawberry and data loaders: a resolver for each field, a statement for each level (Q1 to Q4).

NEO4J_URI=… NEO4J_PASSWORD=… python -m benchmarks.contest.loaders PORT
"""

# No `from __future__ import annotations`: Strawberry reads the annotations of these classes.

import enum
import os
import sys
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import neo4j
import strawberry
import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route
from strawberry.asgi import GraphQL
from strawberry.dataloader import DataLoader

Key = tuple[str, int]

DRIVER: dict[str, neo4j.AsyncDriver] = {}

# From the slugs of one level to the rows of the next: slug, then what the types below are made of.
LEVELS = {
    "district": "MATCH (a:Municipality {slug: s})-[r:LOCATED_IN]->(b:District)",
    "state": "MATCH (a:Municipality {slug: s})-[r:LOCATED_IN]->(b:State)",
    "participants": "MATCH (a:Programme {slug: s})<-[r:JOINED]-(b) WITH s, r, b ORDER BY b.name_sort, b.slug",
    "town programmes": "MATCH (a:Municipality {slug: s})-[r:JOINED]->(b) WITH s, r, b ORDER BY b.title_sort, b.slug",
    "programmes": "MATCH (a:District {slug: s})-[r:JOINED]->(b) WITH s, r, b ORDER BY b.title_sort, b.slug",
    "members": "MATCH (a:Network {slug: s})<-[r:MEMBER_OF]-(b) WITH s, r, b ORDER BY b.name_sort, b.slug",
    "supporters": "MATCH (a:Programme {slug: s})<-[r:SUPPORTS]-(b) WITH s, r, b ORDER BY b.name_sort, b.slug",
    "staff": "MATCH (a:Partner {slug: s})<-[r:WORKS_FOR]-(b) WITH s, r, b ORDER BY b._place",
}  # fmt: skip
ROW = "[b.slug, coalesce(b.name, b.title), labels(b), r.since, r.role]"


async def rows(cypher: str, **parameters: Any) -> list[list[Any]]:
    """Run a statement."""
    async with DRIVER["driver"].session(database="neo4j", default_access_mode=neo4j.READ_ACCESS) as session:
        return await (await session.run(cypher, parameters)).values()


async def level(name: str, keys: list[Key]) -> list[list[Any]]:
    """Load the rows of a level for many nodes at once."""
    cypher = f"UNWIND $slugs AS s CALL (s) {{ {LEVELS[name]} RETURN {ROW} AS row LIMIT $most }} RETURN s, row"
    found: dict[str, list[Any]] = defaultdict(list)
    slugs = list(dict.fromkeys(slug for slug, _ in keys))
    for slug, row in await rows(cypher, slugs=slugs, most=max(most for _, most in keys)):
        found[slug].append(row)
    return [found[slug][:most] for slug, most in keys]


async def load(info: strawberry.Info, name: str, slug: str, most: int = 1) -> list[Any]:
    """Return the rows of a level for one node, loaded with those of its siblings."""
    loaders = info.context.setdefault("loaders", {})
    if name not in loaders:
        loaders[name] = DataLoader(partial(level, name))
    found: list[Any] = await loaders[name].load((slug, most))
    return found


@strawberry.enum
class Direction(enum.Enum):
    ASC = "ASC"


@strawberry.input
class ByName:
    name: Direction


@strawberry.input
class Order:
    node: ByName


@strawberry.input
class AtLeast:
    gte: int


@strawberry.input
class DistrictWhere:
    population: AtLeast


@strawberry.type
class State:
    slug: str
    name: str


@strawberry.type
class Person:
    slug: str
    name: str


@strawberry.type
class People:
    nodes: list[Person]


@strawberry.interface
class Node:
    slug: str
    name: strawberry.Private[str]


@strawberry.type
class Partner(Node):
    @strawberry.field(name="name")  # type: ignore[untyped-decorator]
    def called(self) -> str:
        return self.name

    @strawberry.field
    async def staff(self, info: strawberry.Info, first: int = 20) -> People:
        return People(nodes=[Person(slug=r[0], name=r[1]) for r in await load(info, "staff", self.slug, first)])


@strawberry.type
class Partners:
    nodes: list[Partner]


@strawberry.type
class Programme:
    slug: str
    title: str
    kind: str | None = None

    @strawberry.field
    async def participants(self, info: strawberry.Info, order_by: list[Order], first: int = 20) -> "Joiners":
        return Joiners(rows=await load(info, "participants", self.slug, first))

    @strawberry.field
    async def supporters(self, info: strawberry.Info, first: int = 20) -> Partners:
        return Partners(nodes=[Partner(slug=r[0], name=r[1]) for r in await load(info, "supporters", self.slug, first)])


@strawberry.type
class JoinedEdge:
    since: str | None
    node: Programme


@strawberry.type
class Programmes:
    rows: strawberry.Private[list[Any]]

    @strawberry.field
    def nodes(self) -> list[Programme]:
        return [Programme(slug=r[0], title=r[1]) for r in self.rows]

    @strawberry.field
    def edges(self) -> list[JoinedEdge]:
        return [JoinedEdge(since=r[3], node=Programme(slug=r[0], title=r[1])) for r in self.rows]


@strawberry.interface
class LocalAuthority(Node):
    level: strawberry.Private[str] = "programmes"

    @strawberry.field(name="name")  # type: ignore[untyped-decorator]
    def called(self) -> str:
        return self.name

    @strawberry.field
    async def programmes(self, info: strawberry.Info, first: int = 20) -> Programmes:
        return Programmes(rows=await load(info, self.level, self.slug, first))


@strawberry.type
class District(LocalAuthority):
    pass


@strawberry.type
class Municipality(LocalAuthority):
    level: strawberry.Private[str] = "town programmes"
    kind: str | None = None
    ags: str | None = None
    population: int | None = None

    @strawberry.field
    async def district(self, info: strawberry.Info) -> District | None:
        found = await load(info, "district", self.slug)
        return District(slug=found[0][0], name=found[0][1]) if found else None

    @strawberry.field
    async def state(self, info: strawberry.Info) -> State | None:
        found = await load(info, "state", self.slug)
        return State(slug=found[0][0], name=found[0][1]) if found else None


def node(row: list[Any]) -> Any:
    """Return the node that a row tells of."""
    kinds = {"Municipality": Municipality, "District": District, "Partner": Partner}
    kind = next(kinds[label] for label in row[2] if label in kinds)
    return kind(slug=row[0], name=row[1])


@strawberry.type
class JoinerEdge:
    since: str | None
    role: str | None
    node: LocalAuthority


@strawberry.type
class Joiners:
    rows: strawberry.Private[list[Any]]

    @strawberry.field
    def edges(self) -> list[JoinerEdge]:
        return [JoinerEdge(since=r[3], role=r[4], node=node(r)) for r in self.rows]


@strawberry.type
class Members:
    nodes: list[Node]


@strawberry.type
class Network:
    slug: str
    title: str

    @strawberry.field
    async def members(self, info: strawberry.Info, first: int = 20) -> Members:
        return Members(nodes=[node(r) for r in await load(info, "members", self.slug, first)])


@strawberry.type
class Districts:
    nodes: list[District]


@strawberry.type
class Query:
    @strawberry.field
    async def municipality(self, slug: str) -> Municipality | None:
        names = "m.slug, m.name, m.kind, m.ags, m.population"
        found = await rows(f"MATCH (m:Municipality {{slug: $slug}}) RETURN {names}", slug=slug)
        return Municipality(**dict(zip(("slug", "name", "kind", "ags", "population"), found[0], strict=True)))

    @strawberry.field
    async def programme(self, slug: str) -> Programme | None:
        found = await rows("MATCH (p:Programme {slug: $slug}) RETURN p.slug, p.title, p.kind", slug=slug)
        return Programme(**dict(zip(("slug", "title", "kind"), found[0], strict=True)))

    @strawberry.field
    async def districts(self, where: DistrictWhere, first: int = 20) -> Districts:
        order = "ORDER BY d.name_sort, d.slug LIMIT $n"
        cypher = f"MATCH (d:District) WHERE d.population >= $least RETURN d.slug, d.name {order}"
        found = await rows(cypher, least=where.population.gte, n=first)
        return Districts(nodes=[District(slug=r[0], name=r[1]) for r in found])

    @strawberry.field
    async def network(self, slug: str) -> Network | None:
        found = await rows("MATCH (n:Network {slug: $slug}) RETURN n.slug, n.title", slug=slug)
        return Network(slug=found[0][0], title=found[0][1])


def create() -> Starlette:
    """Return the application."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        auth = (os.environ.get("NEO4J_USER", "neo4j"), os.environ["NEO4J_PASSWORD"])
        uri = os.environ["NEO4J_URI"]
        async with neo4j.AsyncGraphDatabase.driver(uri, auth=auth, notifications_min_severity="OFF") as driver:
            DRIVER["driver"] = driver
            yield

    schema = strawberry.Schema(Query, types=[Municipality, District, Partner])
    return Starlette(routes=[Route("/graphql", GraphQL(schema))], lifespan=lifespan)


if __name__ == "__main__":
    uvicorn.run(create(), host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
