"""Matrices, overlaps and timelines against what plain Python counts in the same graph."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
from tests.query.world import World, gid

from engagegraph.model import Model
from engagegraph.model.values import partial_date, sort_key
from engagegraph.write.change import Ref, Snapshot

pytestmark = pytest.mark.db
Ask = Callable[..., Any]

# -- participation ---------------------------------------------------------------------------------------------------

MATRIX = """
query ($rows: EntityFilter!, $columns: EntityFilter!, $via: [RelationType!], $empty: Boolean,
       $first: Int, $afterRow: String, $firstColumns: Int, $afterColumn: String, $at: PartialDate) {
  participation(rows: $rows, columns: $columns, via: $via, empty: $empty, firstRows: $first, afterRow: $afterRow,
                firstColumns: $firstColumns, afterColumn: $afterColumn, asOf: $at) {
    rows { totalCount entries { total node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } }
    columns { totalCount entries { total node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } }
    cells { row column edges { from to type } }
    total
  }
}
"""


def pages(ask: Ask, variables: dict[str, Any], rows: int, columns: int) -> list[Any]:
    """Return the matrix piece by piece: pages of rows, within each pages of columns."""
    found = []
    after_row = None
    while True:
        after_column = None
        while True:
            piece = {**variables, "first": rows, "afterRow": after_row}
            page = ask(MATRIX, {**piece, "firstColumns": columns, "afterColumn": after_column})["participation"]
            assert page["rows"]["pageInfo"]["hasPreviousPage"] is (after_row is not None)
            found.append(page)
            if not page["columns"]["pageInfo"]["hasNextPage"]:
                break
            after_column = page["columns"]["pageInfo"]["endCursor"]
        if not page["rows"]["pageInfo"]["hasNextPage"]:
            return found
        after_row = page["rows"]["pageInfo"]["endCursor"]


@pytest.mark.parametrize("at", [None, "2003"])
@pytest.mark.parametrize("empty", [False, True])
def test_a_matrix_is_the_relations_between_rows_and_columns(
    ask: Ask, small: Model, snapshot: Snapshot, empty: bool, at: str | None
) -> None:
    world = World(small, snapshot, at, ["MEMBER_OF"])
    clubs = {
        r for r in snapshot.nodes
        if r.type == "Club" and world.exists(r) and snapshot.nodes[r].properties.get("kind") != "ART"
    }  # fmt: skip
    people = {r for r in snapshot.nodes if r.type == "Person"}
    cells: dict[tuple[str, str], int] = {}
    for key in world.edges:
        if key.start in people and key.end in clubs:
            cells[gid(key.start), gid(key.end)] = cells.get((gid(key.start), gid(key.end)), 0) + 1
    variables = {
        "rows": {"people": {}}, "columns": {"clubs": {"kind": {"ne": "ART"}}}, "via": ["MEMBER_OF"], "empty": empty, "at": at
    }  # fmt: skip
    (whole,) = pages(ask, variables, 100, 100)
    assert {(c["row"], c["column"]): len(c["edges"]) for c in whole["cells"]} == cells
    assert whole["total"] == len(cells) > 10
    for side, place, everyone in (("rows", 0, people), ("columns", 1, clubs)):
        totals = {e["node"]["id"]: e["total"] for e in whole[side]["entries"]}
        assert whole[side]["totalCount"] == len(totals) == len(whole[side]["entries"])
        assert totals.keys() == ({gid(r) for r in everyone} if empty else {c[place] for c in cells})
        assert all(total == sum(c[place] == node for c in cells) for node, total in totals.items())
        assert sum(totals.values()) == whole["total"]
    pieces = pages(ask, variables, 5, 4)
    assert len(pieces) > 4
    assert {(c["row"], c["column"]) for p in pieces for c in p["cells"]} == cells.keys()
    assert sum(len(p["cells"]) for p in pieces) == len(cells)
    order = [[e["node"]["id"] for e in whole[side]["entries"]] for side in ("rows", "columns")]
    places = [(order[0].index(c["row"]), order[1].index(c["column"])) for c in whole["cells"]]
    assert places == sorted(places)


@pytest.mark.parametrize("quantifier", ["some", "none", "every", "single"])
def test_rows_and_columns_may_be_those_with_something_far(
    ask: Ask, small: Model, snapshot: Snapshot, quantifier: str
) -> None:
    """As rows people whose clubs have such a member, as columns clubs that such a person is in: all counted by hand."""
    world = World(small, snapshot, None, ["MEMBER_OF"])
    ties = [(k.start, k.end) for k in world.edges if k.start.type == "Person" and k.end.type == "Club"]
    people, clubs = ({r for r in snapshot.nodes if r.type == name} for name in ("Person", "Club"))
    named = {r for r in people if "a" in str(snapshot.nodes[r].properties["name"])}

    def holds(found: list[bool]) -> bool:
        return {"some": any(found), "none": not any(found), "every": all(found), "single": sum(found) == 1}[quantifier]

    with_member = {club for club in clubs if holds([person in named for person, c in ties if c == club])}
    rows = {person for person in people if holds([c in with_member for p, c in ties if p == person])}
    columns = {club for club in clubs if any(p in rows for p, c in ties if c == club)}
    member = {"members": {quantifier: {"node": {"onPerson": {"name": {"contains": "a"}}}}}}
    far = {"clubs": {quantifier: {"node": member}}}
    variables = {
        "rows": {"people": far}, "columns": {"clubs": {"members": {"some": {"node": {"onPerson": far}}}}}, "first": 100,
        "firstColumns": 100, "via": ["MEMBER_OF"], "empty": True,
    }  # fmt: skip
    found = ask(MATRIX, variables)["participation"]
    assert {e["node"]["id"] for e in found["rows"]["entries"]} == {gid(r) for r in rows}
    assert {e["node"]["id"] for e in found["columns"]["entries"]} == {gid(r) for r in columns}
    cells = {(gid(p), gid(c)) for p, c in ties if p in rows and c in columns}
    assert {(c["row"], c["column"]) for c in found["cells"]} == cells
    assert found["total"] == len(cells)


# -- overlap ---------------------------------------------------------------------------------------------------------

OVERLAP = """
query ($of: [ID!]!, $at: PartialDate) {
  overlap(of: $of, in: [Club], via: [MEMBER_OF], asOf: $at) {
    things { count node { id } }
    sharedCount unionCount jaccard cosine
    shared(first: 100) { node { id slug displayName } edges { from to } }
    others(first: 100) { node { id slug } sharedCount count jaccard cosine shared(first: 100) { id } }
    some: others(first: 3, by: COSINE, among: [Person, Place]) { node { id } cosine }
  }
}
"""


@pytest.mark.parametrize("at", [None, "2003"])
def test_an_overlap_is_what_sets_have_in_common(ask: Ask, small: Model, snapshot: Snapshot, at: str | None) -> None:
    world = World(small, snapshot, at, ["MEMBER_OF"])

    def has(ref: Ref) -> set[str]:
        return {gid(n) for n in world.beside(ref) if n.type == "Club" and world.exists(n)}

    people = [r for r in snapshot.nodes if r.type == "Person"]
    some = 0
    for number, things in enumerate([people[:1], people[:2], people[3:6], [people[7], people[1]], people[4:5]] * 2):
        of = [gid(r) for r in things]
        found = ask(OVERLAP, {"of": [*of, *of[: number % 2]], "at": at})["overlap"]
        sets = [has(r) for r in things]
        both, either = set.intersection(*sets), set.union(*sets)
        assert [t["node"]["id"] for t in found["things"]] == of
        assert [t["count"] for t in found["things"]] == [len(s) for s in sets]
        assert (found["sharedCount"], found["unionCount"]) == (len(both), len(either))
        assert found["jaccard"] == pytest.approx(len(both) / len(either) if either else 0)
        mean = math.prod(map(len, sets)) ** (1 / len(sets))
        assert found["cosine"] == pytest.approx(len(both) / mean if mean else 0)
        assert {s["node"]["id"] for s in found["shared"]} == both
        keys = [(sort_key(s["node"]["displayName"]), s["node"]["slug"]) for s in found["shared"]]
        assert keys == sorted(keys)
        for item in found["shared"]:
            between = [k for k in world.edges if k.start in things and gid(k.end) == item["node"]["id"]]
            assert sorted((e["from"], e["to"]) for e in item["edges"]) == sorted(
                (gid(k.start), gid(k.end)) for k in between
            )

        wanted = []
        for other in (r for r in people if r not in things and has(r) & both):
            common, own = len(has(other) & both), len(has(other))
            jaccard, cosine = common / len(both | has(other)), common / math.sqrt(len(both) * own)
            wanted.append((-jaccard, other.slug, common, own, cosine, has(other) & both))
        assert [o["node"]["slug"] for o in found["others"]] == [w[1] for w in sorted(wanted, key=lambda w: w[:2])]
        for o, w in zip(found["others"], sorted(wanted, key=lambda w: w[:2]), strict=True):
            assert (o["sharedCount"], o["count"]) == w[2:4]
            assert (o["jaccard"], o["cosine"]) == pytest.approx((-w[0], w[4]))
            assert {n["id"] for n in o["shared"]} == w[5]
        best = sorted((o["cosine"] for o in found["some"]), reverse=True)
        assert [o["cosine"] for o in found["some"]] == best
        some += len(wanted)
    assert some > 10


def test_what_is_not_there_shares_nothing(ask: Ask, snapshot: Snapshot) -> None:
    known = next(gid(r) for r in snapshot.nodes if r.type == "Person")
    for of in ([gid(Ref("Person", "nobody")), known], [gid(Ref("Nothing", "x"))], []):
        assert ask(OVERLAP, {"of": of})["overlap"] is None


# -- timeline --------------------------------------------------------------------------------------------------------

TIMELINE = """
query ($of: ID!, $first: Int, $after: String, $at: PartialDate) {
  timeline(of: $of, first: $first, after: $after, asOf: $at) {
    entries { cursor date end kind node { id } edge { from to } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}
"""


def entries(world: World, of: Ref) -> list[tuple[str, str, str | None, str | None]]:
    """Kind, node, date and end of all that must stand in the timeline."""
    found = []
    values = world.snapshot.nodes[of].properties

    def dated(kind: str, ref: Ref, start: object, end: object) -> None:
        if start is not None or end is not None:
            found.append((kind, gid(ref), start and str(start), end and str(end)))

    dated("THING", of, values.get("founded"), values.get("ended"))
    related = set()
    for key in world.edges:
        if of in (key.start, key.end):
            other = key.end if key.start == of else key.start
            if world.exists(other):
                said = world.snapshot.edges[key].properties
                dated("RELATION", other, said.get("since"), said.get("until"))
                related.add(other)
    for other in related:
        dated("RELATED", other, *(world.snapshot.nodes[other].properties.get(n) for n in ("founded", "ended")))
    return found  # type: ignore[return-value]  # what is there is text


@pytest.mark.parametrize("at", [None, "2003"])
def test_a_timeline_has_everything_that_has_a_date(ask: Ask, small: Model, snapshot: Snapshot, at: str | None) -> None:
    world = World(small, snapshot, at)
    for of in [r for r in snapshot.nodes if r.slug in {"k1", "k4", "k9", "p0", "p3", "t2", "c1"}]:
        found = ask(TIMELINE, {"of": gid(of), "first": 100, "at": at})["timeline"]
        rows = [(e["kind"], e["node"]["id"], e["date"], e["end"]) for e in found["entries"]]
        assert sorted(rows, key=str) == sorted(entries(world, of), key=str)
        assert found["totalCount"] == len(rows)
        spans = [
            (partial_date(e["date"] or e["end"]).first, partial_date(e["end"] or e["date"]).last)
            for e in found["entries"]
        ]
        assert spans == sorted(spans)
        for entry in found["entries"]:
            assert (entry["edge"] is None) is (entry["kind"] == "THING")
            if entry["edge"]:
                assert {entry["edge"]["from"], entry["edge"]["to"]} == {gid(of), entry["node"]["id"]}
        assert walked(ask, gid(of), at) == found["entries"]


def walked(ask: Ask, of: str, at: str | None) -> list[Any]:
    found: list[Any] = []
    after = None
    while True:
        page = ask(TIMELINE, {"of": of, "first": 3, "after": after, "at": at})["timeline"]
        found += page["entries"]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        if page["entries"]:
            ends = (page["pageInfo"]["startCursor"], page["pageInfo"]["endCursor"])
            assert ends == (page["entries"][0]["cursor"], page["entries"][-1]["cursor"])
        if not page["pageInfo"]["hasNextPage"]:
            return found
        after = page["pageInfo"]["endCursor"]


def test_what_is_not_there_has_no_timeline(ask: Ask) -> None:
    assert ask(TIMELINE, {"of": gid(Ref("Club", "nowhere"))})["timeline"] is None
    assert ask(TIMELINE, {"of": gid(Ref("Nothing", "nowhere"))})["timeline"] is None
