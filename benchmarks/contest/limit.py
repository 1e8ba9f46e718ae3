"""The limit: Starlette, one hand-written statement for each question, the driver's shortest way, orjson.

NEO4J_URI=… NEO4J_PASSWORD=… python -m benchmarks.contest.limit PORT
"""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import neo4j
import orjson
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

Row = list[Any]

STATEMENTS = {
    "Q1": """MATCH (m:Municipality {slug: $slug})
RETURN m.slug, m.name, m.kind, m.ags, m.population,
  head(COLLECT { MATCH (m)-[:LOCATED_IN]->(d:District) RETURN [d.slug, d.name] }),
  head(COLLECT { MATCH (m)-[:LOCATED_IN]->(s:State) RETURN [s.slug, s.name] })""",
    "Q2": """MATCH (p:Programme {slug: $slug})
RETURN p.slug, p.title, p.kind, COLLECT {
  MATCH (p)<-[j:JOINED]-(a)
  WITH j, a ORDER BY a._place LIMIT 50
  RETURN [j.since, j.role, a:Municipality, a.slug, a.name,
    CASE WHEN a:Municipality
      THEN head(COLLECT { MATCH (a)-[:LOCATED_IN]->(d:District) RETURN [d.slug, d.name] }) END] }""",
    "Q3": """RETURN COLLECT {
  MATCH (d:District) WHERE d.population >= $population
  WITH d ORDER BY d._place LIMIT 50
  RETURN [d.slug, d.name, COLLECT {
    MATCH (d)-[j:JOINED]->(p:Programme) WITH j, p ORDER BY p._place LIMIT 100
    RETURN [j.since, p.slug, p.title] }] }""",
    # What many rows share is worked out and sent once: programmes and their partners below the list of members.
    "Q4": """MATCH (n:Network {slug: $slug})
CALL (n) {
  MATCH (n)<-[:MEMBER_OF]-(m)
  WITH m ORDER BY m._place LIMIT 20
  RETURN collect([m.slug, m:LocalAuthority, CASE WHEN m:LocalAuthority THEN COLLECT {
    MATCH (m)-[:JOINED]->(p) WITH p ORDER BY p._place LIMIT 10 RETURN p } ELSE [] END]) AS members }
WITH n, members, reduce(all = [], m IN members | all + m[2]) AS found
CALL (found) {
  UNWIND found AS p WITH DISTINCT p
  WITH p, COLLECT {
    MATCH (p)<-[:SUPPORTS]-(o) WITH o ORDER BY o._place LIMIT 10 RETURN o } AS supporters
  RETURN collect([p.slug, p.title, [o IN supporters | o.slug]]) AS programmes, collect(supporters) AS partners }
CALL (partners) {
  UNWIND partners AS some UNWIND some AS o WITH DISTINCT o
  RETURN collect([o.slug, o.name, COLLECT {
    MATCH (o)<-[:WORKS_FOR]-(x)
    WITH x ORDER BY x._place LIMIT 5
    RETURN [x.slug, x.name] }]) AS known }
RETURN n.slug, n.title, [m IN members | [m[0], m[1], [p IN m[2] | p.slug]]], programmes, known""",
    "Q5": """RETURN COLLECT {
  MATCH (p:Programme) WHERE p.title CONTAINS $word
  MATCH (p)<-[j:JOINED]-(m:Municipality) WHERE j.since_first >= date($day)
  WITH DISTINCT m ORDER BY m.population IS NULL, m.population DESC, m.slug LIMIT 50
  RETURN [m.slug, m.name, m.population] }""",
    "Q6": """RETURN COLLECT {
  MATCH (p:Programme) WITH p, COUNT { (p)<-[:JOINED]-() } AS joiners ORDER BY joiners DESC, p.slug LIMIT 20
  RETURN [p.slug, p.title, joiners] }""",
    "Q7": """RETURN COLLECT {
  CALL db.index.fulltext.queryNodes('search_public', $lucene) YIELD node, score
  WITH node, score WHERE node:Programme OR node:Network
  WITH node ORDER BY score DESC, node.slug LIMIT 20
  RETURN [node.slug, node.title, node:Programme] }""",
    "Q8": """RETURN COUNT { MATCH (:Municipality) }, COLLECT {
  MATCH (m:Municipality) WHERE m._place > $place WITH m ORDER BY m._place LIMIT 100
  RETURN [m.slug, m.name] }""",
    # All shortest ways are compared where that is cheap; else one is taken.
    "Q9": """MATCH (a:Municipality {slug: $one}), (b:Municipality {slug: $other})
CALL (a, b) {
  MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED*0..2]-(b)) WITH DISTINCT nodes(p) AS found LIMIT 100
  WITH found
  ORDER BY reduce(s = 0, n IN found[1..-1] | s + COUNT { (n)--() }), [n IN found | n.slug], [n IN found | labels(n)]
  LIMIT 1 RETURN collect(found) AS near }
WITH a, b, near, CASE WHEN near <> [] THEN 0 ELSE reduce(s = 0, d IN COLLECT {
  MATCH (a)-[:MEMBER_OF|JOINED]-(x) RETURN COUNT { (x)-[:MEMBER_OF|JOINED]-() } AS d UNION ALL
  MATCH (b)-[:MEMBER_OF|JOINED]-(x) RETURN COUNT { (x)-[:MEMBER_OF|JOINED]-() } AS d } | s + d) END AS around
CALL (a, b, near, around) {
  UNWIND near AS found RETURN found
  UNION ALL
  UNWIND CASE WHEN near = [] AND around <= 10000 THEN [1] ELSE [] END AS room
  MATCH p = allShortestPaths((a)-[:MEMBER_OF|JOINED*0..6]-(b)) WITH DISTINCT nodes(p) AS found LIMIT 100
  WITH found
  ORDER BY reduce(s = 0, n IN found[1..-1] | s + COUNT { (n)--() }), [n IN found | n.slug], [n IN found | labels(n)]
  LIMIT 1 RETURN found
  UNION ALL
  UNWIND CASE WHEN near = [] AND around > 10000 THEN [1] ELSE [] END AS room
  MATCH p = shortestPath((a)-[:MEMBER_OF|JOINED*0..6]-(b)) RETURN nodes(p) AS found }
RETURN head(collect([n IN found | n.slug]))""",
    "Q10": """RETURN COUNT { MATCH (:Municipality) }, COUNT { MATCH (:Partner) }, COUNT { MATCH (:Person) },
  COUNT { MATCH (:Network) }, COLLECT {
    MATCH (e:Event) WHERE e.date_first IS NOT NULL WITH e ORDER BY e.date_first DESC, e.slug LIMIT 5
    RETURN [e.slug, e.title, e.date] },
  head(COLLECT { MATCH (p:Programme {slug: $slug}) RETURN [p.title, COUNT { (p)<-[:JOINED]-() }] })""",
}
"""One statement for each question; its columns are what the function of the same name shapes."""


def _pair(row: Row | None) -> dict[str, Any] | None:
    return {"slug": row[0], "name": row[1]} if row else None


def q1(row: Row) -> Any:
    slug, name, kind, ags, population, district, state = row
    place = {"slug": slug, "name": name, "kind": kind, "ags": ags, "population": population}
    return {"municipality": {**place, "district": _pair(district), "state": _pair(state)}}


def q2(row: Row) -> Any:
    slug, title, kind, joined = row
    edges = []
    for since, role, town, at, name, district in joined:
        node: dict[str, Any] = {"__typename": "Municipality" if town else "District", "slug": at, "name": name}
        if town:
            node["district"] = _pair(district)
        edges.append({"since": since, "role": role, "node": node})
    return {"programme": {"slug": slug, "title": title, "kind": kind, "participants": {"edges": edges}}}


def q3(row: Row) -> Any:
    nodes = [
        {
            "slug": slug,
            "name": name,
            "programmes": {"edges": [{"since": j[0], "node": {"slug": j[1], "title": j[2]}} for j in joined]},
        }
        for slug, name, joined in row[0]
    ]
    return {"districts": {"nodes": nodes}}


def q4(row: Row) -> Any:
    slug, title, members, programmes, partners = row
    people = {
        at: {"__typename": "Partner", "slug": at, "name": name, "staff": {"nodes": [*map(_pair, staff)]}}
        for at, name, staff in partners
    }
    known = {
        at: {"slug": at, "title": name, "supporters": {"nodes": [people[o] for o in found]}}
        for at, name, found in programmes
    }
    nodes = [
        {"slug": at, "programmes": {"nodes": [known[p] for p in found]}} if place else {"slug": at}
        for at, place, found in members
    ]
    return {"network": {"slug": slug, "title": title, "members": {"nodes": nodes}}}


def q5(row: Row) -> Any:
    return {"municipalities": {"nodes": [{"slug": s, "name": n, "population": p} for s, n, p in row[0]]}}


def q6(row: Row) -> Any:
    found = [{"slug": s, "title": t, "participants": {"totalCount": n}} for s, t, n in row[0]]
    return {"programmes": {"nodes": found}}


def q7(row: Row) -> Any:
    kinds = ("Network", "Programme")
    return {"search": {"nodes": [{"__typename": kinds[p], "slug": s, "displayName": t} for s, t, p in row[0]]}}


def q8(row: Row) -> Any:
    return {"municipalities": {"totalCount": row[0], "nodes": [*map(_pair, row[1])]}}


def q9(row: Row) -> Any:
    found = row[0]
    return {"path": [{"length": len(found) - 1, "nodes": [{"slug": slug} for slug in found]}] if found else []}


def q10(row: Row) -> Any:
    names = ("municipalities", "partners", "people", "networks")
    counts = {name: {"totalCount": n} for name, n in zip(names, row, strict=False)}
    events = {"nodes": [{"slug": s, "title": t, "date": d} for s, t, d in row[4]]}
    programme = row[5] and {"title": row[5][0], "participants": {"totalCount": row[5][1]}}
    return {**counts, "events": events, "programme": programme}


SHAPES: dict[str, Callable[[Row], Any]] = {f"Q{i}": globals()[f"q{i}"] for i in range(1, 11)}


def create() -> Starlette:
    """Return the application."""
    state: dict[str, neo4j.AsyncDriver] = {}

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        auth = (os.environ.get("NEO4J_USER", "neo4j"), os.environ["NEO4J_PASSWORD"])
        uri = os.environ["NEO4J_URI"]
        async with neo4j.AsyncGraphDatabase.driver(uri, auth=auth, notifications_min_severity="OFF") as driver:
            state["driver"] = driver
            yield

    async def answer(request: Request) -> Response:
        asked = orjson.loads(await request.body())
        name = asked["operationName"]
        async with state["driver"].session(
            database="neo4j", default_access_mode=neo4j.READ_ACCESS, fetch_size=-1
        ) as session:
            result = await session.run(STATEMENTS[name], asked["variables"])
            [row] = await result.values()
        return Response(orjson.dumps({"data": SHAPES[name](row)}), media_type="application/json")

    return Starlette(routes=[Route("/graphql", answer, methods=["POST"])], lifespan=lifespan)


if __name__ == "__main__":
    uvicorn.run(create(), host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
