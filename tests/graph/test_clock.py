"""What the clock shows while somebody writes, afterwards, and when that goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from engagegraph.derive.constraints import constraints
from engagegraph.graph import migrate, store
from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.query.moment import CLOCK, FOLLOWING, LOOK, Moment, looked, seen
from engagegraph.query.reads import Reads
from engagegraph.write.change import Change, NodeState, Ref, Snapshot

pytestmark = pytest.mark.db

SOURCE = Ref("Source", "q")
CONTENT = Snapshot({SOURCE: NodeState(SOURCE, {"slug": "q", "title": "Quelle"}, ())}, {})


def shown(graph: Graph) -> Moment | None:
    """What the clock shows."""
    [[text]] = graph.run(LOOK)
    return seen(text, text)


def gone(present: Snapshot) -> list[Change]:
    return [Change(node, None) for node in present.nodes.values()]


@pytest.fixture
def seeded(graph: Graph, small: Model, fill: Callable[..., None]) -> Graph:
    fill(graph, small, CONTENT)
    return graph


def test_each_revision_is_a_moment_and_nothing_else_is(seeded: Graph, small: Model) -> None:
    first = shown(seeded)
    assert first is not None
    assert first.revision == 1
    assert store.write(seeded, small, lambda present: [], author="test").revision is None
    migrate.prepare(seeded, small, constraints(small), Path("nowhere"))
    assert shown(seeded) == first
    store.write(seeded, small, gone, author="test")
    second = shown(seeded)
    assert second is not None
    assert (second.revision, second.mark != first.mark) == (2, True)
    assert sorted(seeded.run(f"MATCH (c:{CLOCK}) RETURN keys(c)")[0][0]) == ["name", "shows"]


def test_the_clock_is_silent_from_the_announcement_until_after_the_commit(seeded: Graph, address: Address) -> None:
    with Graph.open(address) as reader:
        with store.settling(seeded) as (tx, announce):
            assert store.lock(tx) == 1
            assert shown(reader) is not None
            announce(1)
            assert shown(reader) is None
        assert shown(reader) is not None


def test_a_revision_keeps_the_mark_of_its_moment_and_what_it_touched(seeded: Graph, small: Model) -> None:
    def follow(since: int, until: int) -> list[list[object]]:
        return seeded.run(FOLLOWING, {"since": since, "until": until})

    def retitled(present: Snapshot) -> list[Change]:
        [source] = present.nodes.values()
        return [Change(source, NodeState(SOURCE, {"slug": "q", "title": "Anders"}, ()))]

    first = shown(seeded)
    assert first is not None
    dialect = Reads(small).dialect
    assert follow(1, 1) == [[1, first.mark, ["Source", dialect]]]
    store.write(seeded, small, retitled, author="test")
    second = shown(seeded)
    assert second is not None
    store.touch(seeded, author="test")
    third = shown(seeded)
    assert third is not None
    wanted = [[2, second.mark, ["Source.title", dialect]], [3, third.mark, None]]
    assert follow(2, 3) == wanted


def test_while_it_is_on_the_move_the_clock_shows_what_is_touched(seeded: Graph, address: Address) -> None:
    before = shown(seeded)
    with Graph.open(address) as reader:
        for touched, more, both in (
            (["Club"], ["Town"], ["Club", "Town"]),
            (None, ["Town"], None),
            (["Town"], None, None),
        ):
            with store.settling(seeded) as (tx, announce):
                store.lock(tx)
                announce(1, touched)
                assert looked(reader.run(LOOK)[0][0]) == (before, touched)
                announce(1, more)  # as who overtakes does
                assert looked(reader.run(LOOK)[0][0]) == (before, both)
            store.settle(seeded)
            before = shown(reader)


def test_what_fails_after_the_announcement_is_settled_at_the_state_before(seeded: Graph) -> None:
    def fail() -> None:
        with store.settling(seeded) as (tx, announce):
            store.lock(tx)
            announce(2)
            raise ZeroDivisionError

    before = shown(seeded)
    with pytest.raises(ZeroDivisionError):
        fail()
    after = shown(seeded)
    assert after is not None
    assert after.revision == 1
    assert after != before


def test_what_fails_before_leaves_the_clock_alone(seeded: Graph) -> None:
    before = shown(seeded)
    with pytest.raises(ZeroDivisionError), store.settling(seeded):
        raise ZeroDivisionError
    assert shown(seeded) == before


def test_who_is_overtaken_leaves_the_clock_to_the_next(seeded: Graph, address: Address) -> None:
    with Graph.open(address) as other, store.settling(seeded) as (_, announce):
        announce(1)
        # As if the first had committed by now, and the second had locked and announced.
        other.table(f"MATCH (c:{CLOCK}) SET c.shows = [c.shows[0], '2 second']", write=True)
    assert shown(seeded) is None
    store.settle(seeded)
    now = shown(seeded)
    assert now is not None
    assert now.revision == 1


def test_a_model_stored_anew_is_another_moment(seeded: Graph, small: Model) -> None:
    before = shown(seeded)
    seeded.table(f"MATCH {store.DATASET} SET d.model = 'older'", write=True)
    migrate.prepare(seeded, small, constraints(small), Path("nowhere"))
    after = shown(seeded)
    assert after is not None
    assert after.revision == 1
    assert after != before


def test_other_indexes_make_another_moment(seeded: Graph, small: Model) -> None:
    """What is searched may be found otherwise, though nothing was written."""
    title = replace(small.types["Club"].properties["title"], search=0)
    club = replace(small.types["Club"], properties={**small.types["Club"].properties, "title": title})
    less = constraints(replace(small, types={**small.types, "Club": club}))
    assert less != constraints(small)
    moments = [shown(seeded)]
    for statements in (less, less, constraints(small)):
        migrate.prepare(seeded, small, statements, Path("nowhere"))
        moments.append(shown(seeded))
    seeded.table("DROP INDEX `search_public`", write=True)
    migrate.prepare(seeded, small, constraints(small), Path("nowhere"))
    first, other, same, back, mended = (*moments, shown(seeded))
    assert other == same
    assert len({first, other, back, mended}) == 4
    assert {moment and moment.revision for moment in (first, other, back, mended)} == {1}
    [[touched]] = seeded.run("MATCH (r:_Revision {number: 1}) RETURN r.touched")
    assert touched is None


def test_a_migration_makes_another_moment(seeded: Graph, small: Model, tmp_path: Path) -> None:
    before = shown(seeded)
    (tmp_path / "0001-title.cypher").write_text("MATCH (s:Source) SET s.title = 'Anders';\n", encoding="utf-8")
    migrate.prepare(seeded, small, constraints(small), tmp_path)
    after = shown(seeded)
    assert after is not None
    assert after.revision == 1
    assert after != before
