"""Rankings against what plain Python computes in the same graph, and of which moment they are."""

from __future__ import annotations

import asyncio
import io
import os
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from math import inf
from pathlib import Path
from time import monotonic, process_time
from typing import Any

import orjson
import psutil
import pytest
from tests.query.conftest import asking
from tests.query.world import World, gid

from engagegraph.errors import Failure
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.query import measures, network
from engagegraph.query.engine import Engine
from engagegraph.query.measures import Measure, MeasureRequest, Measures, measured
from engagegraph.query.moment import ANYTHING, Shown
from engagegraph.query.network import answer
from engagegraph.query.prepare import Preparer
from engagegraph.query.questions import measured as of_network
from engagegraph.web.engines import build_preparer
from engagegraph.write.change import Ref, Snapshot

Ask = Callable[..., Any]
MEASURES = ("DEGREE", "BETWEENNESS", "PAGERANK", "CLOSENESS", "CORE")

RANK = """
query ($type: EntityType!, $by: RankMeasure!, $via: [RelationType!], $at: PartialDate, $first: Int, $offset: Int) {
  rank(type: $type, by: $by, via: $via, asOf: $at, first: $first, offset: $offset) {
    revision totalCount sampled
    entries { rank score node { id slug __typename } }
    bare: entries { rank score }
  }
}
"""


def expected(beside: Mapping[Ref, set[Ref]], by: str) -> dict[Ref, float]:
    """The measure of each node, computed as slowly as its definition says."""
    everyone = list(beside)
    match by:
        case "PAGERANK":
            found = dict.fromkeys(everyone, 1 / len(everyone))
            for _ in range(300):
                lost = sum(found[ref] for ref in everyone if not beside[ref]) / len(everyone)
                found = {
                    ref: 0.15 / len(everyone) + 0.85 * (lost + sum(found[o] / len(beside[o]) for o in beside[ref]))
                    for ref in everyone
                }
            return found
        case "CLOSENESS":
            found = {}
            for ref in everyone:
                far, front, steps = {ref: 0}, {ref}, 0
                while front:
                    steps += 1
                    front = {o for near in front for o in beside[near]} - far.keys()
                    far |= dict.fromkeys(front, steps)
                others, total = len(far) - 1, sum(far.values())
                found[ref] = others / total * others / (len(everyone) - 1) if total else 0.0
            return found
        case "BETWEENNESS":
            return between(beside)
        case _:
            core, k = dict.fromkeys(everyone, 0.0), 0
            left = set(everyone)
            while left:
                weak = {ref for ref in left if len(beside[ref] & left) <= k}
                core |= dict.fromkeys(weak, float(k))
                left -= weak
                k += not weak
            return core


def between(beside: Mapping[Ref, set[Ref]]) -> dict[Ref, float]:
    """The part of the shortest paths of all ordered pairs that leads over each node."""
    ways: dict[Ref, tuple[dict[Ref, int], dict[Ref, int]]] = {}
    for start in beside:
        far, count, front = {start: 0}, {start: 1}, {start}
        while front:
            fresh: dict[Ref, int] = {}
            for near in front:
                for other in beside[near] - far.keys():
                    fresh[other] = fresh.get(other, 0) + count[near]
            far |= dict.fromkeys(fresh, far[next(iter(front))] + 1)
            count |= fresh
            front = set(fresh)
        ways[start] = far, count
    found = dict.fromkeys(beside, 0.0)
    for start, (far, count) in ways.items():
        for end in far.keys() - {start}:
            back, to_end = ways[end]
            for inner in far.keys() - {start, end}:
                if far[inner] + back[inner] == far[end]:
                    found[inner] += count[inner] * to_end[inner] / count[end]
    pairs = (len(beside) - 1) * (len(beside) - 2)
    return {ref: total / pairs for ref, total in found.items()}


def wanted_of(world: World, by: str) -> dict[Ref, float]:
    types = {t for k in world.edges for t in (k.start.type, k.end.type)}
    everyone = {r for r in world.snapshot.nodes if r.type != world.model.provenance and world.exists(r)}
    assert types <= {r.type for r in everyone}
    if by == "DEGREE":
        return {ref: float(world.degree(ref)) for ref in everyone}
    return expected({ref: world.beside(ref) & everyone for ref in everyone}, by)


@pytest.mark.db
@pytest.mark.parametrize("at", [None, "2003"])
@pytest.mark.parametrize("by", MEASURES)
def test_a_ranking_is_what_the_measure_says(
    ask: Ask, small: Model, snapshot: Snapshot, by: str, at: str | None
) -> None:
    wanted = wanted_of(World(small, snapshot, at), by)
    for kind in ("Club", "Place"):
        types = small.concrete(kind)
        best = {"type": kind, "by": by, "at": at}
        found = ask(RANK, {**best, "first": 100})["rank"]
        assert {e["node"]["id"] for e in found["entries"]} == {gid(r) for r in wanted if r.type in types}
        assert found["totalCount"] == len(found["entries"]) > 5
        said = {gid(ref): score for ref, score in wanted.items()}
        assert [e["score"] for e in found["entries"]] == pytest.approx(
            [said[e["node"]["id"]] for e in found["entries"]]
        )
        keys = [(-e["score"], e["node"]["slug"], e["node"]["__typename"]) for e in found["entries"]]
        assert keys == sorted(keys)
        everything = [e["score"] for e in found["entries"]]
        assert [e["rank"] for e in found["entries"]] == [everything.index(score) + 1 for score in everything]
        assert [(e["rank"], e["score"]) for e in found["entries"]] == [(e["rank"], e["score"]) for e in found["bare"]]
        page = ask(RANK, {**best, "first": 3, "offset": 2})["rank"]
        assert page["entries"] == found["entries"][2:5]
        assert page["totalCount"] == found["totalCount"]


RANK_SOME = """
query ($type: EntityType!, $by: RankMeasure!, $where: EntityFilter, $at: PartialDate, $first: Int, $offset: Int) {
  rank(type: $type, by: $by, where: $where, asOf: $at, first: $first, offset: $offset) {
    totalCount entries { rank score node { id } } bare: entries { rank score }
  }
}
"""


@pytest.mark.db
@pytest.mark.parametrize("at", [None, "2003"])
@pytest.mark.parametrize("by", MEASURES)
def test_some_are_ranked_among_each_other_by_the_scores_that_they_have_anyway(
    ask: Ask, by: str, at: str | None
) -> None:
    clubs = "query ($where: ClubWhere) { clubs(where: $where, first: 100) { nodes { id } } }"
    for condition in ({"kind": {"eq": "ART"}}, {"members": {"count": {"gte": 2}}}, {"kind": {"isNull": True}}):
        said = {"type": "Club", "by": by, "at": at, "first": 100}
        everyone = ask(RANK_SOME, {**said, "where": None})["rank"]["entries"]
        # What holds is asked for when it holds.
        there = ask(clubs.replace("clubs(", f'clubs(asOf: "{at}", ' if at else "clubs("), {"where": condition})
        ids = {node["id"] for node in there["clubs"]["nodes"]}
        kept = [entry for entry in everyone if entry["node"]["id"] in ids]
        scores = [entry["score"] for entry in kept]
        wanted = [{**entry, "rank": scores.index(entry["score"]) + 1} for entry in kept]
        found = ask(RANK_SOME, {**said, "where": {"clubs": condition}})["rank"]
        assert (found["entries"], found["totalCount"]) == (wanted, len(ids))
        page = ask(RANK_SOME, {**said, "where": {"clubs": condition}, "first": 2, "offset": 1})["rank"]
        assert (page["entries"], page["totalCount"]) == (wanted[1:3], len(ids))
        assert page["bare"] == [{"rank": entry["rank"], "score": entry["score"]} for entry in wanted[1:3]]


@pytest.mark.db
def test_some_of_an_interface_are_ranked(ask: Ask) -> None:
    said = {"by": "DEGREE", "first": 100}
    towns = ask(RANK_SOME, {**said, "type": "Town"})["rank"]
    assert ask(RANK_SOME, {**said, "type": "Place", "where": {"towns": {}}})["rank"] == towns
    assert ask(RANK_SOME, {**said, "type": "Town", "where": {"places": {}}})["rank"] == towns


@pytest.mark.db
def test_along_no_relation_nothing_stands_out(ask: Ask) -> None:
    found = ask(RANK, {"type": "Club", "by": "DEGREE", "via": []})["rank"]
    assert {(e["rank"], e["score"]) for e in found["entries"]} == {(1, 0.0)}


@pytest.mark.db
def test_only_chosen_relations_count(ask: Ask, small: Model, snapshot: Snapshot) -> None:
    world = World(small, snapshot, via=["LOCATED_IN"])
    found = ask(RANK, {"type": "Place", "by": "DEGREE", "via": ["LOCATED_IN"]})["rank"]
    for entry in found["entries"]:
        assert entry["score"] == world.degree(Ref(entry["node"]["__typename"], entry["node"]["slug"]))


@pytest.mark.db
def test_a_network_is_read_in_pieces(filled: Graph, small: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "{ rank(type: Place, by: DEGREE, first: 100) { totalCount entries { rank score node { slug } } } }"
    at_once = asking(filled, build_preparer(small, "public"))(text)
    monkeypatch.setattr(of_network, "PIECE", 7)
    preparer = build_preparer(small, "public")
    (read,) = preparer.prepare(text, {}, None).measures
    assert len(filled.run(read.snapshot, read.parameters)) > 3
    assert asking(filled, preparer)(text) == at_once


# -- communities -----------------------------------------------------------------------------------------------------

COMMUNITIES = """
query ($via: [RelationType!], $at: PartialDate, $first: Int, $offset: Int, $members: Int) {
  communities(via: $via, asOf: $at, first: $first, offset: $offset, members: $members) {
    revision totalCount modularity unrelated
    entries { size types { type count } members { degree node { id slug __typename } } }
    bare: entries { members { degree } }
  }
}
"""


@pytest.mark.db
@pytest.mark.parametrize("at", [None, "2003"])
@pytest.mark.parametrize(
    "where", [{"clubs": {"kind": {"isNull": False}}}, {"places": {}}, {"towns": {"name": {"eq": ""}}}]
)
def test_some_members_are_told_of_the_same_communities(ask: Ask, where: dict[str, Any], at: str | None) -> None:
    (plural, condition), types = next(iter(where.items())), {"Club", "Town", "County"}
    kind, about = {"clubs": "Club", "places": "Place", "towns": "Town"}[plural], f'asOf: "{at}", ' if at else ""
    query = f"query ($where: {kind}Where) {{ {plural}({about}where: $where, first: 100) {{ nodes {{ id }} }} }}"
    ids = {node["id"] for node in ask(query, {"where": condition})[plural]["nodes"]}
    everything = {"at": at, "first": 100, "members": 100}
    whole = ask(COMMUNITIES, everything)["communities"]
    text = COMMUNITIES.replace("(via: $via,", "(via: $via, where: $where,").replace(
        "$via: ", "$where: EntityFilter, $via: "
    )
    wanted: list[Any] = []
    for entry in whole["entries"]:
        members = [member for member in entry["members"] if member["node"]["id"] in ids]
        counts = Counter(member["node"]["__typename"] for member in members)
        assert counts.keys() <= types
        kinds = [{"type": name, "count": n} for name, n in sorted(counts.items(), key=lambda it: (-it[1], it[0]))]
        if members:
            wanted.append({"size": len(members), "types": kinds, "members": members})

    def best(entry: Any) -> tuple[int, int, str, str]:
        first = entry["members"][0]
        return -entry["size"], -first["degree"], first["node"]["slug"], first["node"]["__typename"]

    wanted.sort(key=best)
    found = ask(text, {**everything, "where": where})["communities"]
    assert found["entries"] == wanted
    assert (found["totalCount"], found["modularity"]) == (len(wanted), whole["modularity"])
    assert found["unrelated"] == len(ids) - sum(entry["size"] for entry in wanted)
    page = ask(text, {**everything, "where": where, "first": 1, "offset": 1, "members": 2})["communities"]
    assert page["entries"] == [{**entry, "members": entry["members"][:2]} for entry in wanted[1:2]]
    assert page["totalCount"] == len(wanted)


def modularity(beside: Mapping[Ref, set[Ref]], groups: list[set[Ref]]) -> float:
    """How many relations lie within groups, against how many would if they were drawn by lot."""
    several = sum(len(others - {ref}) for ref, others in beside.items())
    inside = sum(len(beside[ref] & group - {ref}) for group in groups for ref in group)
    chance = sum(sum(len(beside[ref] - {ref}) for ref in group) ** 2 for group in groups)
    return inside / several - chance / several**2


@pytest.mark.db
@pytest.mark.parametrize("at", [None, "2003"])
def test_communities_are_groups_that_are_apart(ask: Ask, small: Model, snapshot: Snapshot, at: str | None) -> None:
    world = World(small, snapshot, at)
    everyone = {r for r in snapshot.nodes if r.type != small.provenance and world.exists(r)}
    beside = {ref: world.beside(ref) & everyone for ref in everyone}
    found = ask(COMMUNITIES, {"at": at, "first": 100, "members": 100})["communities"]
    groups = []
    for entry in found["entries"]:
        members = {Ref(m["node"]["__typename"], m["node"]["slug"]): m["degree"] for m in entry["members"]}
        assert len(members) == entry["size"] == sum(kind["count"] for kind in entry["types"])
        assert Counter(ref.type for ref in members) == {kind["type"]: kind["count"] for kind in entry["types"]}
        assert members == {ref: len(beside[ref] & members.keys() - {ref}) for ref in members}
        assert sorted(members, key=lambda ref: (-members[ref], ref.slug, ref.type)) == list(members)
        groups.append(set(members))
    related = {ref for ref, others in beside.items() if others - {ref}}
    assert set().union(*groups) == related
    assert sum(map(len, groups)) == len(related)
    assert found["unrelated"] == len(everyone - related)
    assert [len(group) for group in groups] == sorted(map(len, groups), reverse=True)
    assert found["totalCount"] == len(groups) > 1
    assert found["modularity"] == pytest.approx(modularity(beside, groups))
    # Better than all together and than each alone, or it would have found nothing.
    assert found["modularity"] > max(0, modularity(beside, [{ref} for ref in related]))
    page = ask(COMMUNITIES, {"at": at, "first": 1, "offset": 1, "members": 2})["communities"]
    (entry,) = page["entries"]
    assert entry == {**found["entries"][1], "members": found["entries"][1]["members"][:2]}
    assert page["bare"] == [{"members": [{"degree": m["degree"]} for m in entry["members"]]}]


@pytest.mark.db
def test_along_no_relation_nothing_belongs_together(ask: Ask, small: Model, snapshot: Snapshot) -> None:
    found = ask(COMMUNITIES, {"via": []})["communities"]
    alone = sum(ref.type != small.provenance for ref in snapshot.nodes)
    assert (found["entries"], found["modularity"], found["unrelated"]) == ([], None, alone)


# -- without a database ----------------------------------------------------------------------------------------------


def pieces(*edges: str, alone: str = "") -> list[Any]:
    """The pieces of a network of relations such as "ab", from a to b: first its nodes, then its relations."""
    names = sorted({*"".join(edges), *alone})
    numbers = {name: 7 * at + 3 for at, name in enumerate(names)}
    starts, ends = ([numbers[edge[side]] for edge in edges] for side in (0, 1))
    return [[["T"] * len(names), names, [*numbers.values()], [], []], [[], [], [], starts, ends]]


def lines(by: str, told: list[Any]) -> list[bytes]:
    """What a process is asked."""
    return [orjson.dumps([by, ["T"]]), *map(orjson.dumps, told)]


def said(by: str, *edges: str, alone: str = "") -> Any:
    """What a process says to that."""
    return whole(by, pieces(*edges, alone=alone))


def whole(by: str, told: list[Any]) -> Any:
    head, *blocks = map(orjson.loads, answer(lines(by, told)))
    entries = [entry for block in blocks[: head["lines"]] for entry in block]
    members = [member for block in blocks[head["lines"] :] for member in block]
    if by == "COMMUNITIES":
        entries = [[size, kinds, members[begin : begin + size]] for size, kinds, begin in entries]
    return {**head, "entries": entries}


def of(by: str, *edges: str, alone: str = "") -> dict[str, float]:
    return {slug: score for _, score, slug, _ in said(by, *edges, alone=alone)["entries"]}


@pytest.mark.parametrize("by", MEASURES)
def test_measures_of_networks_without_relations(by: str) -> None:
    assert of(by) == {}
    assert len(set(of(by, alone="ab").values())) == 1
    assert len(set(of(by, alone="abcd").values())) == 1


def test_communities_of_networks_without_relations() -> None:
    for alone in ("", "abc"):
        found = said("COMMUNITIES", alone=alone)
        assert (found["entries"], found["modularity"], found["unrelated"]) == ([], None, len(alone))


def test_a_relation_to_itself_counts_once_and_parallel_ones_each() -> None:
    assert of("DEGREE", "aa", "ab", "ab", alone="c") == {"a": 3.0, "b": 2.0, "c": 0.0}
    assert of("CORE", "aa", "ab", "ab", alone="c") == {"a": 1.0, "b": 1.0, "c": 0.0}


@pytest.mark.parametrize("by", MEASURES)
def test_a_star_has_one_centre_and_ties_share_a_rank(by: str) -> None:
    found = said(by, "zb", "za", "zc")["entries"]
    assert [slug for _, _, slug, _ in found] == (["a", "b", "c", "z"] if by == "CORE" else ["z", "a", "b", "c"])
    assert [rank for rank, *_ in found] == ([1, 1, 1, 1] if by == "CORE" else [1, 2, 2, 2])


def test_two_groups_that_one_relation_ties() -> None:
    found = said("COMMUNITIES", "ab", "bc", "ca", "cd", "de", "ef", "fd", "xx", alone="z")
    (one, other) = found["entries"]
    assert [slug for _, slug, _ in one[2]] == ["a", "b", "c"]
    assert [(degree, slug) for degree, slug, _ in other[2]] == [(2, "d"), (2, "e"), (2, "f")]
    assert (one[0], one[1], found["unrelated"]) == (3, [["T", 3]], 2)


@pytest.mark.parametrize("by", [*MEASURES, "COMMUNITIES"])
def test_it_does_not_matter_in_which_order_and_pieces_a_network_is_read(
    by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "EFFORT", 1)
    monkeypatch.setattr(network, "LEAST_STARTS", 20)
    monkeypatch.setattr(network, "SEARCHING", 1)
    monkeypatch.setattr(network, "LEAST_SEARCHES", 20)
    dice = random.Random(5)
    names = [f"n{i}" for i in range(120)]
    edges = [(name, other) for name in names for other in dice.sample(names, 2)]
    answers = set()
    for size in (1000, 200, 17, 1):
        numbers = dict(zip(names, dice.sample(range(10**6), 120), strict=True))
        lists: list[list[Any]] = [
            ["T"] * 120,
            names,
            [*numbers.values()],
            *([numbers[e[side]] for e in edges] for side in (0, 1)),
        ]
        told = [[each[at : at + size] for each in lists] for at in range(0, 240, size)]
        answers.add(b"".join(answer(lines(by, told))))
        names, edges = dice.sample(names, 120), dice.sample(edges, 240)
    assert len(answers) == 1


def test_a_relation_to_who_is_not_there_is_none() -> None:
    first, second = pieces("ab", "bc", alone="d")
    second[3] += [99, 3, 99]
    second[4] += [3, 98, 99]
    assert whole("DEGREE", [first, second]) == said("DEGREE", "ab", "bc", alone="d")


def test_closeness_is_estimated_in_a_large_network(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(3)
    names = [chr(ord("a") + i) for i in range(26)]
    edges = [name + other for name in names[:-1] for other in dice.sample(names[:-1], 2)]
    exact = of("CLOSENESS", *edges, alone="z")
    assert said("CLOSENESS", *edges, alone="z")["sampled"] is None
    monkeypatch.setattr(network, "SEARCHING", 20 * 40)
    monkeypatch.setattr(network, "LEAST_SEARCHES", 15)
    monkeypatch.setattr(network, "AT_HAND", 8)
    found = said("CLOSENESS", *edges, alone="z")
    assert 15 <= found["sampled"] < 26
    near = {slug: score for _, score, slug, _ in found["entries"]}
    assert near == pytest.approx(exact, rel=0.2)
    assert near != exact
    monkeypatch.setattr(network, "LEAST_SEARCHES", 26)
    assert of("CLOSENESS", *edges, alone="z") == exact


def test_betweenness_is_estimated_in_a_large_network(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [chr(ord("a") + i) for i in range(26)]
    edges = [a + b for a, b in pairwise(names)]
    exact = of("BETWEENNESS", *edges)
    monkeypatch.setattr(network, "EFFORT", 25)
    monkeypatch.setattr(network, "LEAST_STARTS", 20)
    found = said("BETWEENNESS", *edges)
    assert (said("DEGREE", *edges)["sampled"], found["sampled"]) == (None, 20)
    near = {slug: score for _, score, slug, _ in found["entries"]}
    assert near == pytest.approx(exact, abs=0.25)
    assert near != exact
    assert said("BETWEENNESS", *edges) == found, "the same every time"


def test_a_process_answers_what_stands_on_its_input(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    nice: list[int] = []
    monkeypatch.setattr(os, "nice", nice.append)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'["DEGREE",["T"]]\n[["T"],["a"],[5],[],[]]')))
    network.main()
    head, entries = map(orjson.loads, capsysbinary.readouterr().out.splitlines())
    assert (head["totalCount"], entries) == (1, [[1, 0.0, "a", "T"]])
    assert nice == [network.NICENESS]


EMPTY: list[list[object]] = [[], [], [], [], []]


def reads(cypher: str) -> bool:
    """Say whether a statement reads a network."""
    return "AS slugs" in cypher


def children() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if "engagegraph.query.network" in " ".join(child.cmdline())]


def test_measuring_ends_with_who_waits_for_it() -> None:
    async def left() -> None:
        task = asyncio.create_task(measured([]))
        await asyncio.sleep(0.2)
        assert children()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not children()

    asyncio.run(left())


def test_measuring_ends_while_it_tells_what_it_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe that nobody reads from keeps a process from being over."""
    monkeypatch.setattr(measures, "MEASURING", "import sys\nwhile True: print('engagegraph' * 9999)")

    async def left() -> None:
        task = asyncio.create_task(measured([]))
        await asyncio.sleep(0.2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    async def thrice() -> None:
        for _ in range(3):
            await left()

    asyncio.run(asyncio.wait_for(thrice(), 20))


def test_what_nobody_waits_for_is_not_begun(small_preparers: Mapping[str, Preparer]) -> None:
    """A flood of questions that are left again keeps nobody from an answer."""
    begun: list[bool] = []

    async def slowly(asked: Iterable[bytes]) -> list[bytes]:
        begun.append(True)
        await asyncio.sleep(0.05)
        return [*answer(asked)]

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        return [["7 x", EMPTY if reads(cypher) else [True], "7 x"]]

    async def flood() -> list[str | None]:
        engine = Engine(small_preparers["public"], run)
        text = "query ($at: PartialDate) { rank(type: Club, by: CORE, asOf: $at) { revision } }"
        await engine.answer(text, {"at": "1899"})
        asking = [asyncio.create_task(engine.answer(text, {"at": str(year)})) for year in range(1900, 1950)]
        await asyncio.sleep(0.02)
        codes = [task.result().code for task in asking if task.done()]
        for task in asking:
            task.cancel()
        await asyncio.gather(*asking, return_exceptions=True)
        return [*codes, (await engine.answer(CORE)).code]

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(measures, "measured", slowly)
        codes = asyncio.run(flood())
    assert codes == ["MEASURE_PENDING"] * (50 - measures.MOST_BEGUN) + [None]
    assert len(begun) == 3


def test_who_asks_for_what_was_just_given_up_gets_it(small_preparers: Mapping[str, Preparer]) -> None:
    async def slowly(asked: Iterable[bytes]) -> list[bytes]:
        await asyncio.sleep(0.05)
        return [*answer(asked)]

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        return [["7 x", EMPTY if reads(cypher) else [True], "7 x"]]

    async def work() -> str | None:
        engine = Engine(small_preparers["public"], run)
        for text in (CORE, DEGREE):
            small_preparers["public"].prepare(text, {}, None)
        first = asyncio.create_task(engine.answer(DEGREE))
        await asyncio.sleep(0.01)
        left = asyncio.create_task(engine.answer(CORE))
        await asyncio.sleep(0.01)
        left.cancel()
        found, *_ = await asyncio.gather(engine.answer(CORE), left, first, return_exceptions=True)
        assert not isinstance(found, BaseException)
        return found.code

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(measures, "measured", slowly)
        assert asyncio.run(work()) is None


@pytest.mark.usefixtures("here")
def test_a_network_that_met_a_commit_is_read_again(
    small_preparers: Mapping[str, Preparer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measures, "PAUSES", (0, 0, 0))
    _, sent = asked(small_preparers["public"], [(MOVING, "8 y"), ("8 y", "8 y")], CORE)
    assert sent == ["network", "network", "statement"]
    _, sent = asked(small_preparers["public"], [(MOVING, MOVING)] * 3 + [("8 y", "8 y")], CORE)
    assert sent == ["network"] * 3 + ["statement", "network", "statement"]


def test_what_was_begun_ends_with_the_server(small_preparers: Mapping[str, Preparer]) -> None:
    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        return [["7 x", EMPTY, "7 x"]]

    async def ended() -> None:
        engine = Engine(small_preparers["public"], run)
        asking = asyncio.create_task(engine.answer(CORE))
        await asyncio.sleep(0.2)
        assert children()
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        assert children(), "somebody else may want it"

    asyncio.run(ended())
    assert not children()


@pytest.mark.usefixtures("here")
def test_members_of_communities_are_found_by_their_positions(small_preparers: Mapping[str, Preparer]) -> None:
    text = """{ communities(members: 2) {
      unrelated entries { size types { type count } members { degree node { slug } } bare: members { degree } } } }"""
    triangle = [["Club", "Club", "Club", "Town"], ["a", "b", "c", "t"], [1, 2, 3, 4], [1, 1, 2], [2, 3, 3]]

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        if reads(cypher):
            return [["7 x", triangle, "7 x"]]
        # Somebody takes the first away meanwhile.
        return [
            ["7 x", [True, [[position, slug] for position, slug in parameters["m1"]["Club"] if slug != "a"]], "7 x"]
        ]

    found = asyncio.run(Engine(small_preparers["public"], run).answer(text))
    assert found.data == {
        "communities": {
            "unrelated": 1,
            "entries": [
                {
                    "size": 3,
                    "types": [{"type": "Club", "count": 3}],
                    "members": [{"degree": 2, "node": {"slug": "b"}}],
                    "bare": [{"degree": 2}, {"degree": 2}],
                }
            ],
        }
    }


def test_a_process_measures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever lies in the folder in which the server was started."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "orjson.py").write_text("raise SystemExit(3)", encoding="utf-8")
    asked = lines("DEGREE", pieces("ab"))
    assert asyncio.run(measured(line + b"\n" for line in asked)) == [*answer(asked)]


def test_a_process_that_fails_is_a_fault_inside(small_preparers: Mapping[str, Preparer]) -> None:
    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        return [["7 x", [["T"], ["a"], [1], ["nowhere"], [1]], "7 x"]]

    found = asyncio.run(Engine(small_preparers["public"], run).answer(CORE))
    assert found.code == "INTERNAL"


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure in this process: a process of its own takes longer to start than these tests take together."""

    async def within(asked: Iterable[bytes]) -> list[bytes]:
        return [*answer(asked)]

    monkeypatch.setattr(measures, "measured", within)


def test_who_has_waited_too_long_asks_again(
    small_preparers: Mapping[str, Preparer], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = 0

    async def slowly(asked: Iterable[bytes]) -> list[bytes]:
        nonlocal begun
        begun += 1
        await asyncio.sleep(0.15)
        return [*answer(asked)]

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        return [["7 x", EMPTY if reads(cypher) else [True], "7 x"]]

    monkeypatch.setattr(measures, "measured", slowly)

    async def twice() -> list[str | None]:
        engine = Engine(small_preparers["public"], run, measures=Measures(run, 0))
        codes = [(await engine.answer(CORE)).code, (await engine.answer(CORE)).code]
        await asyncio.sleep(0.3)
        return [*codes, (await engine.answer(CORE)).code]

    assert asyncio.run(twice()) == ["MEASURE_PENDING", "MEASURE_PENDING", None]
    assert begun == 1


def test_what_takes_too_long_is_given_up_and_rests(
    small_preparers: Mapping[str, Preparer], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    async def endless(asked: Iterable[bytes]) -> list[bytes]:
        begun.append("measured")
        await asyncio.sleep(60)
        return []

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        begun.append("read" if reads(cypher) else "asked")
        return [["7 x", EMPTY, "7 x"]]

    monkeypatch.setattr(measures, "measured", endless)
    monkeypatch.setattr(measures, "LONGEST", 0.05)
    monkeypatch.setattr(measures, "REST", 0.1)

    async def work() -> list[str | None]:
        engine = Engine(small_preparers["public"], run)
        codes = [answer.code for answer in await asyncio.gather(engine.answer(CORE), engine.answer(CORE))]
        codes.append((await engine.answer(CORE)).code)
        await asyncio.sleep(measures.REST)
        return [*codes, (await engine.answer(CORE)).code]

    assert asyncio.run(work()) == ["MEASURE_TOO_LONG"] * 4
    assert begun == ["read", "measured"] * 2


def test_a_network_that_cannot_be_read_in_time_is_given_up(
    small_preparers: Mapping[str, Preparer], monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        try:
            await asyncio.sleep(60)
        finally:
            ended.append(True)
        return []

    monkeypatch.setattr(measures, "LONGEST", 0.05)
    assert asyncio.run(Engine(small_preparers["public"], run).answer(CORE)).code == "MEASURE_TOO_LONG"
    assert ended


def test_a_server_measures_one_at_a_time_and_mixes_no_viewers(small: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    under_way: list[int] = [0]

    async def one(asked: Iterable[bytes]) -> list[bytes]:
        under_way.append(under_way[-1] + 1)
        await asyncio.sleep(0.02)
        under_way.append(under_way[-1] - 1)
        return [*answer(asked)]

    def seen_by(viewer: str) -> Any:
        async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
            return [["7 x", [["Club"], [viewer], [1], [], []] if reads(cypher) else [True], "7 x"]]

        return run

    monkeypatch.setattr(measures, "measured", one)

    async def work() -> list[Measure]:
        turn = asyncio.Lock()
        wanted = build_preparer(small, "public").prepare(CORE, {}, None).measures[0]
        both = [Measures(seen_by(viewer), 10, turn) for viewer in ("one", "other")]
        return await asyncio.gather(*(each.get(wanted, None, monotonic(), fresh=False) for each in both))

    found = asyncio.run(work())
    assert max(under_way) == 1
    assert [orjson.loads(measure.entries[0]) for measure in found] == [
        [[1, 0.0, slug, "Club"]] for slug in ("one", "other")
    ]


def test_a_page_is_cut_from_blocks() -> None:
    ranks = [orjson.dumps([[at, 0.5, f"s{at}", "T"] for at in range(b, b + measures.BLOCK)]) for b in (0, 100, 200)]
    wanted = MeasureRequest("m1", "CORE", ("T",), "", {}, 0, 0, 0)
    ranking = Measure(None, {"totalCount": 300}, ranks, ())
    for offset, size in ((0, 0), (0, 100), (95, 10), (100, 100), (99, 102), (290, 20), (300, 5), (10**9, 5)):
        page = ranking.page(replace(wanted, offset=offset, size=size))
        expected = range(300)[offset : offset + size]
        assert page.entries == [(at, 0.5) for at in expected]
        assert page.ids == {"T": [[place, f"s{at}"] for place, at in enumerate(expected)]}
    members = [orjson.dumps([[1, f"s{at}", "T"] for at in range(b, b + measures.BLOCK)]) for b in (0, 100)]
    groups = Measure(None, {}, [orjson.dumps([[98, [["T", 98]], 0], [3, [["T", 3]], 98]])], members)
    page = groups.page(replace(wanted, by=measures.COMMUNITIES, offset=1, size=5, each=5))
    assert page.entries == [(3, [["T", 3]], [(0, 1), (1, 1), (2, 1)])]
    assert page.ids == {"T": [[0, "s98"], [1, "s99"], [2, "s100"]]}


MANY = 300_000
LARGE = f"""
import json, sys
for line in sys.stdin.buffer: pass
print('{{"lines":{MANY // 100}}}')
block = json.dumps([[1, 0.5, "abcdefghijklmnop", "Municipality"]] * 100)
for _ in range({MANY // 100}): print(block)
"""


def test_the_loop_never_stands_still_however_large_a_network_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted is the time that this process works between two turns of the loop: others may keep the machine busy."""
    monkeypatch.setattr(measures, "MEASURING", LARGE)
    large = [[["T"] * 2000, ["abcdefgh"] * 2000, *([10**6] * 2000 for _ in range(3))] for _ in range(MANY // 2000)]

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        return [["7 x", piece, "7 x"] for piece in large]

    async def work() -> float:
        longest, last = 0.0, process_time()

        async def look() -> None:
            nonlocal longest, last
            while True:
                await asyncio.sleep(0)
                now = process_time()
                longest, last = max(longest, now - last), now

        looking = asyncio.create_task(look())
        wanted = MeasureRequest("m1", "CORE", ("T",), "", {}, MANY // 2, 100, 0)
        found = await Measures(run, inf).get(wanted, None, monotonic(), fresh=False)
        looking.cancel()
        assert len(found.entries) == MANY // 100
        return longest

    # Written to the process, or read from it, in one piece it takes 27 and 240 ms; in pieces 3.
    assert asyncio.run(work()) < 0.015


def asked(preparer: Preparer, looks: list[tuple[Shown, Shown]], *texts: str) -> tuple[list[Any], list[str]]:
    """Ask one after the other while the clock shows this at each reading; answers and what was sent."""
    sent: list[str] = []

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        before, after = looks[min(len(sent), len(looks) - 1)]
        sent.append("network" if reads(cypher) else "statement")
        return [[before, [["Club"], [f"k{before}"], [1], [], []] if reads(cypher) else [True], after]]

    async def all_of_them() -> list[Any]:
        engine = Engine(preparer, run)
        return [(await engine.answer(text)).document() for text in texts]

    return asyncio.run(all_of_them()), sent


MOVING: Shown = ["7 x", "8 y", ANYTHING]
CORE = "{ rank(type: Club, by: CORE) { revision totalCount entries { rank } } }"
DEGREE = CORE.replace("CORE", "DEGREE")


def revision(answer: Any) -> Any:
    return answer["data"]["rank"]["revision"]


@pytest.mark.usefixtures("here")
def test_who_is_wanted_is_known_when_all_are_ranked(small_preparers: Mapping[str, Preparer]) -> None:
    """All are sent with their places; what comes back is which of them it is."""
    told = [["Club"] * 4, ["a", "b", "c", "d"], [1, 2, 3, 4], [1, 1], [2, 3]]
    sent: list[Any] = []

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        if reads(cypher):
            return [["7 x", told, "7 x"]]
        sent.append(parameters)
        return [["7 x", [True, [1, 2, 3]], "7 x"]]

    async def ranked(offset: int | None) -> Any:
        answer = await Engine(small_preparers["public"], run).answer(text, {"offset": offset})
        return answer.document()["data"]["rank"]

    text = """query ($offset: Int) {
      rank(type: Club, by: DEGREE, offset: $offset, where: {clubs: {}}) { totalCount entries { rank score } } }"""
    found = asyncio.run(ranked(1))
    assert sent[0]["m1"] == {"Club": {"a": 0, "b": 1, "c": 2, "d": 3}}
    assert found == {"totalCount": 3, "entries": [{"rank": 1, "score": 1.0}, {"rank": 3, "score": 0.0}]}
    assert asyncio.run(ranked(None))["entries"][0] == {"rank": 1, "score": 1.0}


@pytest.mark.usefixtures("here")
def test_communities_are_told_by_the_places_of_their_members(small_preparers: Mapping[str, Preparer]) -> None:
    text = """{ communities(members: 1, where: {clubs: {}}) {
      totalCount unrelated entries { size types { type count } members { degree } } } }"""
    triangle = [["Club"] * 3, ["a", "b", "c"], [1, 2, 3], [1, 1, 2], [2, 3, 3]]
    sent: list[Any] = []

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        if reads(cypher):
            return [["7 x", triangle, "7 x"]]
        sent.append(parameters["m1"]["Club"])
        return [["7 x", [True, [[[1, 2], ["Club", "Club"]]], 1, 4], "7 x"]]

    found = asyncio.run(Engine(small_preparers["public"], run).answer(text))
    assert sent == [{"a": (0, 0), "b": (1, 0), "c": (2, 0)}]
    entry = {"size": 2, "types": [{"type": "Club", "count": 2}], "members": [{"degree": 2}]}
    assert found.data == {"communities": {"totalCount": 1, "unrelated": 4, "entries": [entry]}}


def test_others_than_those_that_are_ranked_are_refused(small_preparers: Mapping[str, Preparer]) -> None:
    with pytest.raises(Failure) as caught:
        small_preparers["public"].prepare(
            "{ rank(type: Club, by: CORE, where: {people: {}}) { totalCount } }", {}, None
        )
    [problem] = caught.value.problems
    assert (problem.code, problem.message) == ("WHERE_TYPE", "of what is asked for nothing is of Person")


@pytest.mark.usefixtures("here")
def test_what_was_measured_is_kept_for_its_revision(small_preparers: Mapping[str, Preparer]) -> None:
    found, sent = asked(small_preparers["public"], [("7 x", "7 x")], CORE, CORE, DEGREE)
    assert list(map(revision, found)) == [7, 7, 7]
    assert sent == ["network", "statement", "statement", "network", "statement"]


@pytest.mark.usefixtures("here")
def test_what_was_measured_at_another_moment_is_measured_again(small_preparers: Mapping[str, Preparer]) -> None:
    looks: list[tuple[Shown, Shown]] = [("7 x", "7 x"), ("7 x", "7 x"), ("8 y", "8 y")]
    found, sent = asked(small_preparers["public"], looks, CORE, CORE)
    assert list(map(revision, found)) == [7, 8]
    assert sent == ["network", "statement", "statement", "network", "statement"]


@pytest.mark.usefixtures("here")
def test_without_a_clock_nothing_is_kept(small_preparers: Mapping[str, Preparer]) -> None:
    found, sent = asked(small_preparers["public"], [(None, None)], CORE, CORE)
    assert list(map(revision, found)) == [None, None]
    assert sent == ["network", "statement"] * 2


@pytest.mark.usefixtures("here")
def test_those_who_want_the_same_share_it(small_preparers: Mapping[str, Preparer]) -> None:
    sent: list[bool] = []

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        await asyncio.sleep(0)
        sent.append(reads(cypher))
        return [["7 x", EMPTY if sent[-1] else [True], "7 x"]]

    async def together() -> None:
        engine = Engine(small_preparers["public"], run)
        await asyncio.gather(*(engine.answer(CORE) for _ in range(5)))

    asyncio.run(together())
    assert sent.count(True) == 1


@pytest.mark.db
def test_what_a_viewer_may_not_see_does_not_count(filled: Graph, small: Model, snapshot: Snapshot) -> None:
    """The network is that of the projection: a relation that it leaves out is not read."""
    shown = replace(small, relations={"MEMBER_OF": small.relations["MEMBER_OF"]})
    preparer = build_preparer(shown, "public")
    text = "{ rank(type: Place, by: DEGREE, first: 100) { entries { score node { __typename slug } } } }"
    (read,) = preparer.prepare(text, {}, None).measures
    assert "MEMBER_OF" in read.snapshot
    assert "LOCATED_IN" not in read.snapshot
    world, whole = World(small, snapshot, via=["MEMBER_OF"]), World(small, snapshot)
    refs = {
        Ref(e["node"]["__typename"], e["node"]["slug"]): e["score"]
        for e in asking(filled, preparer)(text)["rank"]["entries"]
    }
    assert refs == {ref: world.degree(ref) for ref in refs}
    assert any(whole.degree(ref) != score for ref, score in refs.items())


def test_an_offset_is_no_negative_number(small_preparers: Mapping[str, Preparer]) -> None:
    (found,), sent = asked(small_preparers["public"], [("7 x", "7 x")], CORE.replace("CORE)", "CORE, offset: -1)"))
    assert (found["errors"][0]["extensions"]["code"], sent) == ("VALUE_RANGE", [])
    assert found["errors"][0]["path"] == ["rank"]
