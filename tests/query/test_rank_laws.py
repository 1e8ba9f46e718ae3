"""Rankings against what plain Python computes in the same graph, and of which moment they are."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from tests.query.conftest import asking
from tests.query.world import World, gid

from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.query.engine import Engine
from engagegraph.query.moment import Moment
from engagegraph.query.network import Mesh, mesh, ranking, scores
from engagegraph.query.prepare import Preparer
from engagegraph.web.engines import build_preparer
from engagegraph.write.change import Ref, Snapshot

Ask = Callable[..., Any]
MEASURES = ("DEGREE", "PAGERANK", "CLOSENESS", "CORE")

RANK = """
query ($type: EntityType!, $by: RankMeasure!, $via: [RelationType!], $at: PartialDate, $first: Int, $offset: Int) {
  rank(type: $type, by: $by, via: $via, asOf: $at, first: $first, offset: $offset) {
    revision totalCount
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
        case _:
            core, k = dict.fromkeys(everyone, 0.0), 0
            left = set(everyone)
            while left:
                weak = {ref for ref in left if len(beside[ref] & left) <= k}
                core |= dict.fromkeys(weak, float(k))
                left -= weak
                k += not weak
            return core


def measured(world: World, by: str) -> dict[Ref, float]:
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
    wanted = measured(World(small, snapshot, at), by)
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


# -- without a database ----------------------------------------------------------------------------------------------


def rows(*edges: str, alone: str = "") -> Mesh:
    """The network of relations such as "ab", from a to b."""
    names = sorted({*"".join(edges), *alone})
    return mesh(Moment(1, "x"), [("T", n, [["T", e[1]] for e in edges if e[0] == n]) for n in names])


@pytest.mark.parametrize("by", MEASURES)
def test_measures_of_networks_without_relations(by: str) -> None:
    assert scores(rows(), by) == []
    (one, other) = scores(rows(alone="ab"), by)
    assert one == other


def test_a_relation_to_itself_counts_once_and_parallel_ones_each() -> None:
    assert scores(rows("aa", "ab", "ab", alone="c"), "DEGREE") == [3.0, 2.0, 0.0]
    assert scores(rows("aa", "ab", "ab", alone="c"), "CORE") == [1.0, 1.0, 0.0]


@pytest.mark.parametrize("by", MEASURES)
def test_a_star_has_one_centre_and_ties_share_a_rank(by: str) -> None:
    found = ranking(rows("zb", "za", "zc"), by, ("T",))
    assert [slug for _, slug, _ in found.entries] == (["a", "b", "c", "z"] if by == "CORE" else ["z", "a", "b", "c"])
    assert found.ranks == ([1, 1, 1, 1] if by == "CORE" else [1, 2, 2, 2])


def asked(preparer: Preparer, looks: list[tuple[str | None, str | None]], *texts: str) -> tuple[list[Any], list[str]]:
    """Ask one after the other while the clock shows this at each reading; answers and what was sent."""
    sent: list[str] = []

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        before, after = looks[min(len(sent), len(looks) - 1)]
        network_ = "$m" not in cypher and "[CASE" in cypher
        sent.append("network" if network_ else "statement")
        return [[before, [[["Club", f"k{before}", []]]] if network_ else [True], after]]

    async def all_of_them() -> list[Any]:
        engine = Engine(preparer, run)
        return [(await engine.answer(text)).document() for text in texts]

    return asyncio.run(all_of_them()), sent


CORE = "{ rank(type: Club, by: CORE) { revision totalCount entries { rank } } }"
DEGREE = CORE.replace("CORE", "DEGREE")


def revision(answer: Any) -> Any:
    return answer["data"]["rank"]["revision"]


def test_a_network_is_read_once_for_a_revision(small_preparers: Mapping[str, Preparer]) -> None:
    found, sent = asked(small_preparers["public"], [("7 x", "7 x")], CORE, CORE, DEGREE)
    assert list(map(revision, found)) == [7, 7, 7]
    assert sent == ["network", "statement", "statement", "statement"]


def test_what_was_measured_at_another_moment_is_measured_again(small_preparers: Mapping[str, Preparer]) -> None:
    looks: list[tuple[str | None, str | None]] = [("7 x", "7 x"), ("7 x", "7 x"), ("8 y", "8 y")]
    found, sent = asked(small_preparers["public"], looks, CORE, CORE)
    assert list(map(revision, found)) == [7, 8]
    assert sent == ["network", "statement", "statement", "network", "statement"]


def test_without_a_clock_nothing_is_kept(small_preparers: Mapping[str, Preparer]) -> None:
    found, sent = asked(small_preparers["public"], [("", "")], CORE, CORE)
    assert list(map(revision, found)) == [None, None]
    assert sent == ["network", "statement"] * 2


def test_those_who_want_the_same_share_it(small_preparers: Mapping[str, Preparer]) -> None:
    sent: list[bool] = []

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        await asyncio.sleep(0)
        sent.append("[CASE" in cypher)
        return [["7 x", [[]] if sent[-1] else [True], "7 x"]]

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
