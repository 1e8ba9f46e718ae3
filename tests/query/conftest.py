"""A generated graph of the small model in a real Neo4j, and how to ask it."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.query.engine import Answer, Engine
from engagegraph.query.prepare import Preparer
from engagegraph.write.change import Citation, EdgeKey, EdgeState, NodeState, Ref, Snapshot

Ask = Callable[..., Any]

CITED = (Citation("q", ""),)
WORDS = ("Äpfel", "apfel", "Birne", "ß", "Straße", "strasse", "Öl", "oel", "x y", "Z")
DATES = ("1999", "1999-07", "1999-07-04", "2004-02-29", "2004", "2010-12")


def generated() -> Snapshot:
    """A graph with gaps, ties and parallel relations; the same on every run."""
    dice = random.Random(7)
    nodes: dict[Ref, NodeState] = {}
    edges: dict[EdgeKey, EdgeState] = {}

    def put(node_type: str, slug: str, **properties: Any) -> Ref:
        ref = Ref(node_type, slug)
        nodes[ref] = NodeState(ref, {"slug": slug, **{k: v for k, v in properties.items() if v is not None}}, CITED)
        return ref

    def maybe(values: Any) -> Any:
        return dice.choice(values) if dice.random() < 0.6 else None

    put("Source", "q", title="Quelle")
    towns = [put("Town", f"t{i}", name=dice.choice(WORDS), code=f"{i:02}" if i % 2 else None) for i in range(6)]
    counties = [put("County", f"c{i}", name=dice.choice(WORDS)) for i in range(3)]
    people = [put("Person", f"p{i}", name=dice.choice(WORDS), note=maybe(WORDS)) for i in range(12)]
    clubs = []
    for i in range(24):
        meets = maybe(["2020-01-01T10:00:00+01:00", "2020-01-01T09:00:00+00:00", "2021-06-01T12:00:00+02:00"])
        clubs.append(
            put(
                "Club", f"k{i}", title=dice.choice(WORDS), title_en=maybe(WORDS), kind=maybe(["SPORT", "ART"]),
                number=maybe([1, 2, 3]), share=maybe([0.5, 1.0]), open=maybe([True, False]), founded=maybe(DATES),
                ended=maybe(["2011", "2012-12"]), meets=meets, text=maybe(["Ein *Text*", "Zwei"]),
            )
        )  # fmt: skip
    for town in towns:
        if dice.random() < 0.7:
            key = EdgeKey("LOCATED_IN", town, dice.choice(counties), "")
            edges[key] = EdgeState(key, {}, CITED)
    for start in (*people, *towns, *counties, *clubs[:8]):
        for end in dice.sample(clubs, dice.randint(0, 6)):
            for role in dice.sample(["CHAIR", "MEMBER"], dice.randint(1, 2)):
                if start != end:
                    key = EdgeKey("MEMBER_OF", start, end, role)
                    values = {"role": role, "since": maybe(DATES), "position": maybe(WORDS), "note": maybe(WORDS)}
                    edges[key] = EdgeState(key, {k: v for k, v in values.items() if v is not None}, CITED)
    return Snapshot(nodes, edges)


def asking(graph: Graph, preparer: Preparer) -> Ask:
    """Return what answers a document from this graph, and holds that it has no errors."""

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        return graph.run(cypher, parameters)

    engine = Engine(preparer, run)

    def answer(text: str, variables: Mapping[str, Any] | None = None) -> Any:
        found: Answer = asyncio.run(engine.answer(text, variables))
        assert found.errors == ()
        return found.data

    return answer


@pytest.fixture(scope="session")
def snapshot() -> Snapshot:
    return generated()


@pytest.fixture(scope="module")
def filled(address: Address, small: Model, snapshot: Snapshot, fill: Callable[..., None]) -> Iterator[Graph]:
    with Graph.open(address) as graph:
        fill(graph, small, snapshot)
        yield graph


@pytest.fixture(scope="module")
def ask(filled: Graph, small_preparers: Mapping[str, Preparer]) -> Ask:
    return asking(filled, small_preparers["public"])


@pytest.fixture
def filled_with(
    address: Address, small: Model, small_preparers: Mapping[str, Preparer], fill: Callable[..., None]
) -> Iterator[Callable[[Snapshot], Ask]]:
    """Let the graph hold some content; yield what asks it."""
    with Graph.open(address) as graph:

        def make(wanted: Snapshot) -> Ask:
            fill(graph, small, wanted)
            return asking(graph, small_preparers["public"])

        yield make
