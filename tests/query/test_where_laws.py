"""Conditions on what questions tell: what fulfils them is as it is without them, and nothing else is told."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import pytest
from tests.query.world import World, gid

from engagegraph.errors import Failure
from engagegraph.model import Model
from engagegraph.query.prepare import Preparer
from engagegraph.write.change import Ref, Snapshot

Ask = Callable[..., Any]
CONDITIONS: list[dict[str, Any]] = [
    {"kind": {"eq": "ART"}},
    {"members": {"count": {"gte": 2}}},
    {"members": {"some": {"role": {"eq": "CHAIR"}, "node": {"onPerson": {"clubs": {"some": {"node": {"open": {"eq": True}}}}}}}}},
    {"NOT": {"kind": {"isNull": True}}},
]  # fmt: skip


def fulfilling(ask: Ask, condition: dict[str, Any], at: str | None) -> set[str]:
    """Return the identifiers of the clubs that fulfil a condition."""
    text = (
        "query ($where: ClubWhere, $at: PartialDate) { clubs(where: $where, first: 100, asOf: $at) { nodes { id } } }"
    )
    return {node["id"] for node in ask(text, {"where": condition, "at": at})["clubs"]["nodes"]}


# -- search ----------------------------------------------------------------------------------------------------------

SEARCH = """
query ($query: String!, $types: [SearchType!], $where: EntityFilter, $first: Int, $after: String, $at: PartialDate) {
  search(query: $query, types: $types, where: $where, first: $first, after: $after, asOf: $at) {
    edges { score highlight { property html } node { id } }
    totalCount
    facets(fields: [{ nodeType: VALUE }]) { buckets { value count } }
    pageInfo { hasNextPage endCursor }
  }
}
"""


@pytest.mark.db
@pytest.mark.parametrize("at", [None, "2003"])
def test_hits_under_a_condition_are_those_hits_that_fulfil_it(ask: Ask, at: str | None) -> None:
    seen = 0
    for word in ("apfel", "strasse", "ein"):
        said = {"query": word, "at": at, "first": 100}
        whole = ask(SEARCH, said)["search"]
        clubs = ask(SEARCH, {**said, "types": ["Club"]})["search"]
        assert ask(SEARCH, {**said, "where": {"clubs": {}}})["search"] == clubs
        assert ask(SEARCH, {**said, "types": ["Club", "Town"], "where": {"clubs": {}}})["search"] == clubs
        for condition in CONDITIONS:
            there = fulfilling(ask, condition, at)
            wanted = [edge for edge in whole["edges"] if edge["node"]["id"] in there]
            found = ask(SEARCH, {**said, "where": {"clubs": condition}})["search"]
            assert [(e["node"], e["score"]) for e in found["edges"]] == [(e["node"], e["score"]) for e in wanted]
            assert found["totalCount"] == len(wanted)
            counts = [{"value": "Club", "count": len(wanted)}] if wanted else []
            assert found["facets"][0]["buckets"] == counts
            paged, after = [], None
            for _ in wanted:
                page = ask(SEARCH, {**said, "where": {"clubs": condition}, "first": 1, "after": after})["search"]
                paged += page["edges"]
                after = page["pageInfo"]["endCursor"]
            assert paged == found["edges"]
            seen += 0 < len(wanted) < clubs["totalCount"]
    assert seen > 3


def test_of_an_interface_those_hits_are_told_that_were_asked_for(small_preparers: Mapping[str, Preparer]) -> None:
    preparer = small_preparers["public"]
    text = 'query ($types: [SearchType!], $where: EntityFilter) { search(query: "a", types: $types, where: $where) { totalCount } }'
    some = preparer.prepare(text, {"types": ["Town", "Club"], "where": {"places": {}}}, None)
    town = preparer.prepare(text, {"types": ["Town"], "where": None}, None)
    assert some.prepared.statement.cypher == town.prepared.statement.cypher
    for types in (["Town"], []):
        with pytest.raises(Failure) as caught:
            preparer.prepare(text, {"types": types, "where": {"clubs": {}}}, None)
        [problem] = caught.value.problems
        assert (problem.code, problem.path) == ("WHERE_TYPE", ("search",))


@pytest.mark.parametrize("asked", ['search(query: "a"', f'timeline(of: "{gid(Ref("Person", "p0"))}"'])
def test_a_cursor_is_good_for_its_condition_only(small_preparers: Mapping[str, Preparer], asked: str) -> None:
    text = f"query ($where: EntityFilter) {{ {asked}, where: $where) {{ pageInfo {{ endCursor }} }} }}"
    wheres: list[dict[str, Any] | None] = [
        None,
        {"clubs": {}},
        {"clubs": {"number": {"eq": 1}}},
        {"clubs": {"number": {"eq": 2}}},
    ]
    signed = {small_preparers["public"].prepare(text, {"where": where}, None).local["g0"] for where in wheres}
    assert len(signed) == len(wheres)


# -- overlap ---------------------------------------------------------------------------------------------------------

OVERLAP = """
query ($of: [ID!]!, $in: [EntityType!], $where: EntityFilter, $at: PartialDate) {
  overlap(of: $of, in: $in, via: [MEMBER_OF], where: $where, asOf: $at) {
    things { count }
    sharedCount unionCount jaccard
    shared(first: 100) { node { id } edges { from } }
    others(first: 100) { node { slug } sharedCount count jaccard cosine shared(first: 100) { id } }
  }
}
"""


@pytest.mark.db
@pytest.mark.parametrize("at", [None, "2003"])
def test_only_what_fulfils_a_condition_is_shared(ask: Ask, small: Model, snapshot: Snapshot, at: str | None) -> None:
    world = World(small, snapshot, at, ["MEMBER_OF"])
    people = [ref for ref in snapshot.nodes if ref.type == "Person"]
    for several in (people[:2], people[2:5], [people[9], people[11]]):
        said = {"of": [gid(ref) for ref in several], "at": at}
        clubs = ask(OVERLAP, {**said, "in": ["Club"]})["overlap"]
        assert ask(OVERLAP, {**said, "where": {"clubs": {}}})["overlap"] == clubs
    seen = 0
    for condition in CONDITIONS:
        there = fulfilling(ask, condition, at)

        def has(ref: Ref, there: set[str] = there) -> set[str]:
            return {gid(other) for other in world.beside(ref)} & there

        for pair in pairwise(people):
            found = ask(OVERLAP, {"of": [*map(gid, pair)], "where": {"clubs": condition}, "at": at})["overlap"]
            both, either = has(pair[0]) & has(pair[1]), has(pair[0]) | has(pair[1])
            assert [thing["count"] for thing in found["things"]] == [len(has(ref)) for ref in pair]
            assert (found["sharedCount"], found["unionCount"]) == (len(both), len(either))
            assert found["jaccard"] == pytest.approx(len(both) / len(either) if either else 0)
            assert {item["node"]["id"] for item in found["shared"]} == both
            assert all({edge["from"] for edge in item["edges"]} == {*map(gid, pair)} for item in found["shared"])
            wanted = {
                ref.slug: (len(has(ref) & both), len(has(ref)), len(has(ref) & both) / len(both | has(ref)))
                for ref in people
                if ref not in pair and has(ref) & both
            }
            others = {o["node"]["slug"]: o for o in found["others"]}
            assert others.keys() == wanted.keys()
            for slug, (common, own, jaccard) in wanted.items():
                other = others[slug]
                assert (other["sharedCount"], other["count"], len(other["shared"])) == (common, own, common)
                assert other["jaccard"] == pytest.approx(jaccard)
                assert other["cosine"] == pytest.approx(common / math.sqrt(len(both) * own))
            seen += bool(both) and bool(wanted)
    assert seen > 1


# -- neighbourhood ---------------------------------------------------------------------------------------------------

HOOD = """
query ($id: ID!, $depth: Int, $first: Int, $where: EntityFilter, $at: PartialDate) {
  neighbourhood(id: $id, depth: $depth, first: $first, most: 100, where: $where, asOf: $at) {
    nodes { node { id slug } distance degree more { count } }
    edges { type from to }
  }
}
"""


def narrowed(world: World, there: set[str], *ends: Ref) -> World:
    """Leave of the world only what is between things that are there, and these ends."""
    left = there | {*map(gid, ends)}
    world.edges = [key for key in world.edges if {gid(key.start), gid(key.end)} <= left]
    return world


@pytest.mark.db
@pytest.mark.parametrize("at", [None, "2003"])
@pytest.mark.parametrize("depth", [1, 3])
def test_around_a_thing_lies_what_fulfils_a_condition(
    ask: Ask, small: Model, snapshot: Snapshot, depth: int, at: str | None
) -> None:
    left, sizes = 0, set()
    for condition in ({}, *CONDITIONS):
        there = fulfilling(ask, condition, at)
        for centre in [ref for ref in snapshot.nodes if ref.slug in {"p0", "p3", "k1", "k4"}]:
            world = narrowed(World(small, snapshot, at), there, centre)
            said = {"id": gid(centre), "depth": depth, "where": {"clubs": condition}, "at": at}
            found = ask(HOOD, {**said, "first": 100})["neighbourhood"]
            nodes = {n["node"]["id"]: n["distance"] for n in found["nodes"]}
            assert nodes == {gid(n): far for n, far in world.distances(centre).items() if far <= depth}
            keys = [(n["distance"], -n["degree"], n["node"]["slug"]) for n in found["nodes"]]
            assert keys == sorted(keys)
            sizes.add(len(nodes))
            degrees = {gid(ref): world.degree(ref) for ref in snapshot.nodes}
            for few in (found, ask(HOOD, {**said, "first": 1})["neighbourhood"]):
                between = [
                    key
                    for key in world.edges
                    if {gid(key.start), gid(key.end)} <= {n["node"]["id"] for n in few["nodes"]}
                ]
                assert sorted((e["type"], e["from"], e["to"]) for e in few["edges"]) == sorted(
                    (key.relation, gid(key.start), gid(key.end)) for key in between
                )
                for node in few["nodes"]:
                    shown = sum(node["node"]["id"] in (e["from"], e["to"]) for e in few["edges"])
                    more = sum(m["count"] for m in node["more"])
                    assert shown + more == node["degree"] == degrees[node["node"]["id"]]
                    left += more
    assert left > 0
    assert len(sizes) > 3


# -- timeline --------------------------------------------------------------------------------------------------------

TIMELINE = """
query ($of: ID!, $first: Int, $after: String, $where: EntityFilter, $at: PartialDate) {
  timeline(of: $of, first: $first, after: $after, where: $where, asOf: $at) {
    entries { date end kind node { id } edge { from to type since } }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}
"""


@pytest.mark.db
@pytest.mark.parametrize("at", [None, "2003"])
def test_beside_its_own_a_timeline_has_what_fulfils_a_condition(ask: Ask, snapshot: Snapshot, at: str | None) -> None:
    less = 0
    for of in [ref for ref in snapshot.nodes if ref.slug in {"k1", "k4", "p0", "p3", "t2"}]:
        whole = ask(TIMELINE, {"of": gid(of), "first": 100, "at": at})["timeline"]["entries"]
        for condition in ({}, *CONDITIONS):
            there = fulfilling(ask, condition, at)
            said = {"of": gid(of), "where": {"clubs": condition}, "at": at}
            found = ask(TIMELINE, {**said, "first": 100})["timeline"]
            wanted = [entry for entry in whole if entry["kind"] == "THING" or entry["node"]["id"] in there]
            assert found["entries"] == wanted
            assert found["totalCount"] == len(wanted)
            less += 1 < len(wanted) < len(whole)
            paged, after, more = [], None, True
            while more:
                page = ask(TIMELINE, {**said, "first": 3, "after": after})["timeline"]
                paged += page["entries"]
                after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
            assert paged == wanted
    assert less > 5


# -- path ------------------------------------------------------------------------------------------------------------

PATH = """
query ($a: ID!, $b: ID!, $where: EntityFilter, $at: PartialDate) {
  all: path(from: $a, to: $b, where: $where, asOf: $at, all: true, first: 100) { length nodes { id } }
  one: path(from: $a, to: $b, where: $where, asOf: $at) { length nodes { id } }
  apart: path(from: $a, to: $b, where: $where, asOf: $at, first: 5) { nodes { id } }
}
"""


@pytest.mark.db
@pytest.mark.parametrize("at", [None, "2003"])
def test_a_path_leads_through_what_fulfils_a_condition(
    ask: Ask, small: Model, snapshot: Snapshot, at: str | None
) -> None:
    people = [ref for ref in snapshot.nodes if ref.type == "Person"]
    lengths = set()
    for condition in ({}, *CONDITIONS):
        there = fulfilling(ask, condition, at)
        for start, end in [*pairwise(people), (people[0], people[0])]:
            world = narrowed(World(small, snapshot, at), there, start, end)
            found = ask(PATH, {"a": gid(start), "b": gid(end), "where": {"clubs": condition}, "at": at})
            ways = [[gid(ref) for ref in way] for way in world.shortest(start, end) if len(way) <= 7]
            assert sorted([node["id"] for node in path["nodes"]] for path in found["all"]) == sorted(ways)
            assert found["one"] == found["all"][:1]
            lengths |= {path["length"] for path in found["one"]} or {None}
            inner = [node["id"] for path in found["apart"] for node in path["nodes"][1:-1]]
            assert len(inner) == len(set(inner))
            assert set(inner) <= there
            assert len(found["apart"]) >= len(found["one"])
    assert len(lengths) > 3


def test_of_ends_that_nobody_knows_there_is_no_path(small_preparers: Mapping[str, Preparer]) -> None:
    known, nobody = gid(Ref("Person", "p0")), gid(Ref("Nothing", "x"))
    text = f'{{ path(from: "{known}", to: "{nobody}", where: {{clubs: {{}}}}) {{ length nodes {{ id }} }} }}'
    assert small_preparers["public"].prepare(text, {}, None).prepared.statement.cypher == ""
