"""Whoever reads a list page by page gets each of its rows once, in order, while others write before and behind it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest
from tests.query.conftest import Ask

from engagegraph.graph import store
from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.write.change import Citation, EdgeKey, EdgeState, NodeState, Ref, Snapshot

pytestmark = pytest.mark.db
CITED = (Citation("q", ""),)
STAYING = [f"stays-{number}" for number in range(10, 22)]
PERSON = Ref("Person", "anna")


def content(turn: int) -> Snapshot:
    """Return twelve clubs that stay, with members; and others around each of them that come and go with each turn."""
    source = Ref("Source", "q")
    nodes = {
        source: NodeState(source, {"slug": "q", "title": "Quelle"}, ()),
        PERSON: NodeState(PERSON, {"slug": "anna", "name": "Anna"}, CITED),
    }
    edges: dict[EdgeKey, EdgeState] = {}
    # Before the first, between any two, and behind the last; at some turns none, at others several.
    passing = {f"passes-{number}-{turn}": f"{number} b" for number in range(9, 22) if (number + turn) % 3}
    for slug, title in {**{slug: f"{slug[-2:]} a" for slug in STAYING}, **passing}.items():
        ref = Ref("Club", slug)
        nodes[ref] = NodeState(ref, {"slug": slug, "title": title}, CITED)
        key = EdgeKey("MEMBER_OF", PERSON, ref, "MEMBER")
        edges[key] = EdgeState(key, {"role": "MEMBER"}, CITED)
    return Snapshot(nodes, edges)


@contextmanager
def somebody_writing(address: Address, model: Model) -> Iterator[Callable[[], int]]:
    """Write all the time; yield what waits until something more was committed, and returns how often so far."""
    committed, done, failures = threading.Condition(), threading.Event(), []
    turns = [0]

    def write() -> None:
        try:
            with Graph.open(address) as graph:
                while not done.is_set():
                    store.seed(graph, model, lambda _: content(turns[0] + 1), owner="seeds", author="test", prune=True)
                    with committed:
                        turns[0] += 1
                        committed.notify_all()
        except BaseException as error:
            failures.append(error)
            raise

    def wait() -> int:
        with committed:
            before = turns[0]
            assert committed.wait_for(lambda: turns[0] > before, timeout=60), failures
            return turns[0]

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield wait
    finally:
        done.set()
        thread.join(60)
    assert not failures


LISTS: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "all": (
        "query ($c: String) {{ clubs(orderBy: [{{ title: {order} }}], {page}: $c, {size}: 2) {{ {rest} }} }}",
        lambda data: data["clubs"],
    ),
    "related": (
        'query ($c: String) {{ person(slug: "anna") {{ clubs(orderBy: [{{ node: {{ title: {order} }} }}], '
        "{page}: $c, {size}: 2) {{ {rest} }} }} }}",
        lambda data: data["person"]["clubs"],
    ),
}
REST = "nodes { slug title } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"


@pytest.mark.parametrize("order", ["ASC", "DESC"])
@pytest.mark.parametrize("way", ["forward", "backward"])
@pytest.mark.parametrize("kind", LISTS)
def test_pages_are_stable_while_others_write(
    address: Address, small: Model, filled_with: Callable[[Snapshot], Ask], kind: str, way: str, order: str
) -> None:
    template, read = LISTS[kind]
    forward = way == "forward"
    text = template.format(
        order=order, page="after" if forward else "before", size="first" if forward else "last", rest=REST
    )
    ask = filled_with(content(0))
    found: list[Any] = []
    cursor, pages = None, 0
    with somebody_writing(address, small) as wait:
        while True:
            # There is always a commit between two pages; more come while one is read.
            turns = wait()
            connection = read(ask(text, {"c": cursor}))
            assert all(node["slug"] and node["title"] for node in connection["nodes"])
            found = [*found, *connection["nodes"]] if forward else [*connection["nodes"], *found]
            pages += 1
            info = connection["pageInfo"]
            if not info["hasNextPage" if forward else "hasPreviousPage"]:
                break
            cursor = info["endCursor" if forward else "startCursor"]
    staying = [node["slug"] for node in found if node["slug"] in STAYING]
    assert staying == (STAYING if order == "ASC" else STAYING[::-1])
    places = [(node["title"], node["slug"]) for node in found]
    assert len({*places}) == len(places)
    assert [title for title, _ in places] == sorted((title for title, _ in places), reverse=order == "DESC")
    assert turns >= pages >= len(STAYING) // 2
    assert any(node["slug"] not in STAYING for node in found), "nothing came in between"
