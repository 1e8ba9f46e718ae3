"""Reading all of one state while others write, and telling a writer that takes long from one that died."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillAtIt
from dataclasses import replace
from functools import partial

import pytest

from engagegraph.graph import store
from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.query.moment import CLOCK, LOOK, WRITING, coming_mark
from engagegraph.write.change import Change, EdgeKey, EdgeState, NodeState, Ref, Snapshot

pytestmark = pytest.mark.db

MANY = 400
"""So many that a commit takes a while to be put into the store."""


def state(turn: int) -> Snapshot:
    """Return clubs and relations of which each says the same turn."""
    town = Ref("Town", "t")
    clubs = [Ref("Club", f"c{i}") for i in range(MANY)]
    nodes = {ref: NodeState(ref, {"slug": ref.slug, "title": ref.slug, "number": turn}) for ref in clubs}
    keys = [EdgeKey("KNOWS", ref, town, "") for ref in clubs]
    edges = {key: EdgeState(key, {"note": str(turn)}) for key in keys}
    return Snapshot({**nodes, town: NodeState(town, {"slug": "t", "name": "T"})}, edges)


def state_after(turn: int, present: Snapshot) -> Snapshot:
    """Return the state of a turn whatever there was."""
    return state(turn)


def turns(snapshot: Snapshot) -> set[int]:
    """Return which turns a snapshot says."""
    numbers = {int(str(n.properties["number"])) for n in snapshot.nodes.values() if "number" in n.properties}
    return numbers | {int(str(edge.properties["note"])) for edge in snapshot.edges.values()}


@pytest.fixture
def filled(graph: Graph, small: Model, fill: Callable[..., None]) -> Graph:
    fill(graph, small, state(0))
    return graph


def test_a_snapshot_is_of_one_revision_while_somebody_writes_all_the_time(
    filled: Graph, address: Address, small: Model
) -> None:
    done, failures = threading.Event(), list[BaseException]()

    def write() -> None:
        try:
            with Graph.open(address) as other:
                turn = 0
                while not done.wait(0.5):
                    turn += 1
                    store.seed(other, small, partial(state_after, turn), owner="seeds", author="test")
        except BaseException as error:
            failures.append(error)
            raise

    thread = threading.Thread(target=write)
    thread.start()
    try:
        seen = set[int]()
        while len(seen) < 3 and not failures:
            found = turns(store.read_whole(filled, small))
            assert len(found) == 1
            seen |= found
    finally:
        done.set()
        thread.join(60)
    assert not failures


def test_what_was_read_on_both_sides_of_a_commit_is_read_again(filled: Graph, address: Address, small: Model) -> None:
    reads = list[set[int]]()

    def read() -> Snapshot:
        found = store.read_snapshot(filled, small)
        if not reads:
            with Graph.open(address) as other:
                store.write(other, small, lambda present: changes(present, 1), author="test")
            found = replace(found, edges=store.read_snapshot(filled, small).edges)
        reads.append(turns(found))
        return found

    assert turns(store.whole(filled, read)) == {1}
    assert reads == [{0, 1}, {1}]


def changes(present: Snapshot, turn: int) -> list[Change]:
    wanted = state(turn)
    found: list[Change] = [Change(n, wanted.nodes[ref]) for ref, n in present.nodes.items() if n != wanted.nodes[ref]]
    return [*found, *(Change(edge, wanted.edges[key]) for key, edge in present.edges.items())]


def writing(graph: Graph) -> bool:
    [[shown]] = graph.run(LOOK)
    [[found]] = graph.run(WRITING, {"mark": coming_mark(shown)})
    return bool(found)


def test_who_reads_waits_for_a_writer_that_lives_and_not_for_one_that_died(
    filled: Graph, address: Address, small: Model
) -> None:
    with Graph.open(address) as reader, ThreadPoolExecutor(1) as pool:
        assert not writing(reader)
        with store.settling(filled) as (tx, announce):
            store.lock(tx)
            announce(1)
            assert writing(reader)
            coming = pool.submit(store.read_whole, reader, small)
            with pytest.raises(StillAtIt):
                coming.result(0.5)
        assert turns(coming.result(60)) == {0}
        # As one leaves it that was killed in the moment of its commit.
        filled.table(f"MATCH (c:{CLOCK}) SET c.shows = [c.shows, '2 somebody', '*']", write=True)
        assert not writing(reader)
        assert turns(store.read_whole(reader, small)) == {0}


def test_a_writer_whose_connection_is_lost_is_no_longer_shown(filled: Graph, address: Address) -> None:
    with Graph.open(address) as other:
        with other._driver.session(database=address.database) as session:
            tx = session.begin_transaction(metadata={"engagegraph": "lost"})
            tx.run("MATCH (c:_Dataset) SET c._lock = true").consume()
            filled.table(f"MATCH (c:{CLOCK}) SET c.shows = [c.shows, '2 lost', '*']", write=True)
            assert writing(filled)
            session._connection.kill()  # type: ignore[union-attr]
        deadline = threading.Event()
        for _ in range(100):
            if not writing(filled):
                break
            deadline.wait(0.1)
        assert not writing(filled)
