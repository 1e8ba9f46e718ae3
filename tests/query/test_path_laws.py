"""Paths and neighbourhoods against a walk through the same graph in plain Python."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from tests.query.world import World, gid

from engagegraph.model import Model
from engagegraph.query.questions import path as path_questions
from engagegraph.query.questions.path import MOST_COMPARED, NEAR
from engagegraph.write.change import Ref, Snapshot

pytestmark = pytest.mark.db
Ask = Callable[..., Any]

PATH = """
query ($a: ID!, $b: ID!, $at: PartialDate, $avoid: [ID!]) {
  one: path(from: $a, to: $b, asOf: $at) { ...All }
  all: path(from: $a, to: $b, asOf: $at, all: true, first: 100) { ...All }
  short: path(from: $a, to: $b, asOf: $at, maxLength: 2) { ...All }
  around: path(from: $a, to: $b, asOf: $at, avoid: $avoid) { ...All }
}
fragment All on Path { length nodes { id } steps { edges { from to } } }
"""
APART = """
query ($a: ID!, $b: ID!, $at: PartialDate) {
  path(from: $a, to: $b, asOf: $at, first: 5) { length nodes { id } }
}
"""


def pairs(snapshot: Snapshot, count: int) -> list[tuple[Ref, Ref]]:
    """Return ends of few kinds: each pair of types is a statement of its own, and to plan one takes seconds."""
    dice = random.Random(11)
    people, others = ([r for r in snapshot.nodes if r.type in types] for types in (("Person",), ("Person", "Town")))
    return [(dice.choice(people), dice.choice(others)) for _ in range(count)]


def between(world: World, one: Ref, other: Ref) -> int:
    """How many relations lie between two nodes."""
    return sum({key.start, key.end} == {one, other} for key in world.edges)


def sequence(path: Any) -> list[str]:
    return [node["id"] for node in path["nodes"]]


@pytest.mark.parametrize("at", [None, "2003"])
def test_paths_are_the_shortest(ask: Ask, small: Model, snapshot: Snapshot, at: str | None) -> None:
    world = World(small, snapshot, at)
    lengths: Counter[int | None] = Counter()
    for start, end in pairs(snapshot, 40):
        avoid = [n for n in world.beside(start) if n.type == "Club"][:2]
        variables = {"a": gid(start), "b": gid(end), "at": at, "avoid": [gid(n) for n in avoid]}
        found = ask(PATH, variables)
        for path in (p for paths in found.values() for p in paths):
            holds(world, path)

        length = world.distances(start, end=end).get(end)
        lengths[length] += 1
        wanted = [] if length is None or length > 6 else [length]
        assert [p["length"] for p in found["one"]] == wanted
        assert [p["length"] for p in found["short"]] == [n for n in wanted if n <= 2]
        shortest = [*world.shortest(start, end)] if wanted else []
        if sum(math.prod(between(world, *step) for step in pairwise(way)) for way in shortest) <= MOST_COMPARED:
            assert found["one"] == found["all"][:1]

        ways = [[gid(n) for n in way] for way in shortest]
        assert all(sequence(path) in ways for path in found["one"])
        assert sorted(map(sequence, found["all"])) == sorted(ways)

        shut = world.distances(start, avoid, end).get(end)
        assert [p["length"] for p in found["around"]] == ([] if shut is None or shut > 6 else [shut])
    assert len(lengths) > 3


def test_where_much_is_around_the_ends_any_of_the_shortest_is_told(
    ask: Ask, small: Model, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(path_questions, "MOST_AROUND", 0)
    text = "query Any($a: ID!, $b: ID!) { path(from: $a, to: $b) { length nodes { id } steps { edges { from to } } } }"
    world = World(small, snapshot)
    lengths: Counter[int] = Counter()
    for start, end in pairs(snapshot, 25):
        found = ask(text, {"a": gid(start), "b": gid(end)})["path"]
        ways = [[gid(n) for n in way] for way in world.shortest(start, end) if len(way) <= 7]
        assert len(found) == (1 if ways else 0)
        for path in found:
            holds(world, path)
            assert sequence(path) in ways
            lengths[path["length"]] += 1
    assert sum(count for length, count in lengths.items() if length > NEAR) > 5


@pytest.mark.parametrize("at", [None, "2003"])
def test_paths_apart_share_nothing_between_the_ends(ask: Ask, small: Model, snapshot: Snapshot, at: str | None) -> None:
    world = World(small, snapshot, at)
    several = 0
    for start, end in pairs(snapshot, 30):
        found = ask(APART, {"a": gid(start), "b": gid(end), "at": at})["path"]
        used: set[Ref] = set()
        direct = True
        for path in found:
            ways = [[gid(n) for n in way] for way in world.shortest(start, end, used, direct)]
            assert sequence(path) in ways
            inner = {ref for ref in snapshot.nodes if gid(ref) in sequence(path)[1:-1]}
            assert not inner & used
            used |= inner
            direct = direct and path["length"] != 1
        several += len(found) > 1
        if start != end and len(found) < 5:
            assert all(len(way) > 7 for way in world.shortest(start, end, used, direct))
    assert several > 3


def holds(world: World, path: Any) -> None:
    """Each step has all the relations between the two nodes."""
    refs = {gid(ref): ref for ref in world.snapshot.nodes}
    nodes = [refs[i] for i in sequence(path)]
    assert path["length"] == len(path["steps"]) == len(nodes) - 1
    assert len(set(nodes)) == len(nodes)
    for one, other, step in zip(nodes, nodes[1:], path["steps"], strict=False):
        between = [(gid(k.start), gid(k.end)) for k in world.edges if {k.start, k.end} == {one, other}]
        assert between
        assert sorted((e["from"], e["to"]) for e in step["edges"]) == sorted(between)


def test_of_equally_short_paths_the_one_with_fewer_relations_comes_first(
    ask: Ask, small: Model, snapshot: Snapshot
) -> None:
    world = World(small, snapshot)
    ordered = 0
    for start, end in pairs(snapshot, 25):
        variables = {"a": gid(start), "b": gid(end)}
        text = "query ($a: ID!, $b: ID!) { path(from: $a, to: $b, all: true, first: 100) { nodes { id slug } } }"
        refs = {gid(ref): ref for ref in snapshot.nodes}
        keys = [
            (sum(world.degree(refs[i]) for i in sequence(p)[1:-1]), [n["slug"] for n in p["nodes"]])
            for p in ask(text, variables)["path"]
        ]
        assert keys == sorted(keys)
        ordered += len(keys) > 1
    assert ordered > 3


def test_paths_keep_to_the_relations_asked_for(ask: Ask, small: Model, snapshot: Snapshot) -> None:
    world = World(small, snapshot, via=["LOCATED_IN"])
    text = """
    query ($a: ID!, $b: ID!, $via: [RelationType!]) {
      path(from: $a, to: $b, via: $via) { length steps { edges { type } } }
    }
    """
    places = [ref for ref in snapshot.nodes if ref.type in {"Town", "County"}]
    found = 0
    for start in places:
        for end in places:
            (*paths,) = ask(text, {"a": gid(start), "b": gid(end), "via": ["LOCATED_IN"]})["path"]
            length = world.distances(start).get(end)
            assert [p["length"] for p in paths] == ([] if length is None else [length])
            assert all(e["type"] == "LOCATED_IN" for p in paths for s in p["steps"] for e in s["edges"])
            found += bool(paths)
    assert found > len(places)
    assert ask(text, {"a": gid(places[0]), "b": gid(places[0]), "via": []})["path"] == []
    assert ask(text, {"a": gid(places[0]), "b": gid(Ref("Town", "nowhere"))})["path"] == []
    assert ask(text, {"a": gid(places[0]), "b": gid(Ref("Nothing", "nowhere"))})["path"] == []


HOOD = """
query ($id: ID!, $depth: Int, $first: Int, $most: Int, $at: PartialDate) {
  neighbourhood(id: $id, depth: $depth, first: $first, most: $most, asOf: $at) {
    nodes { node { id slug } distance degree more { type count } }
    edges { type from to }
  }
}
"""


@pytest.mark.parametrize("at", [None, "2003"])
@pytest.mark.parametrize("depth", [1, 2, 3])
def test_a_neighbourhood_is_all_that_lies_so_near(
    ask: Ask, small: Model, snapshot: Snapshot, depth: int, at: str | None
) -> None:
    world = World(small, snapshot, at)
    refs = {gid(ref): ref for ref in snapshot.nodes}
    for centre, _ in pairs(snapshot, 6):
        found = ask(HOOD, {"id": gid(centre), "depth": depth, "first": 100, "most": 100, "at": at})["neighbourhood"]
        nodes = {n["node"]["id"]: n["distance"] for n in found["nodes"]}
        assert nodes == {gid(n): far for n, far in world.distances(centre).items() if far <= depth}
        keys = [(n["distance"], -n["degree"], n["node"]["slug"]) for n in found["nodes"]]
        assert keys == sorted(keys)
        counted(world, refs, found)


@pytest.mark.parametrize("most", [4, 100])
def test_what_is_left_out_of_a_neighbourhood_is_counted(ask: Ask, small: Model, snapshot: Snapshot, most: int) -> None:
    world = World(small, snapshot)
    refs = {gid(ref): ref for ref in snapshot.nodes}
    left = 0
    for centre, _ in pairs(snapshot, 12):
        found = ask(HOOD, {"id": gid(centre), "depth": 2, "first": 2, "most": most})["neighbourhood"]
        assert found["nodes"][0] == {**found["nodes"][0], "distance": 0}
        assert len(found["nodes"]) <= most + 1
        counted(world, refs, found)
        best = sorted((-world.degree(n), n.slug) for n in world.beside(centre))[:1]
        assert [n["node"]["slug"] for n in found["nodes"][1:2]] == [slug for _, slug in best]
        left += sum(m["count"] for n in found["nodes"] for m in n["more"])
    assert left > 0


def counted(world: World, refs: dict[str, Ref], found: Any) -> None:
    """All relations between the nodes are there; shown and left out make up the degree."""
    ids = {n["node"]["id"] for n in found["nodes"]}
    assert len(ids) == len(found["nodes"])
    between = [(k.relation, gid(k.start), gid(k.end)) for k in world.edges if {gid(k.start), gid(k.end)} <= ids]
    assert sorted((e["type"], e["from"], e["to"]) for e in found["edges"]) == sorted(between)
    for item in found["nodes"]:
        ref = refs[item["node"]["id"]]
        assert item["degree"] == world.degree(ref)
        shown = sum(item["node"]["id"] in (e["from"], e["to"]) for e in found["edges"])
        assert shown + sum(m["count"] for m in item["more"]) == item["degree"]
        assert all(m["count"] > 0 for m in item["more"])


def test_nothing_lies_around_what_is_not_there(ask: Ask) -> None:
    assert ask(HOOD, {"id": gid(Ref("Town", "nowhere"))})["neighbourhood"] is None
    assert ask(HOOD, {"id": gid(Ref("Nothing", "nowhere"))})["neighbourhood"] is None
