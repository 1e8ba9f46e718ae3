"""A search among some types: others are not met, and hide nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.query.engine import Engine
from engagegraph.query.prepare import Preparer
from engagegraph.query.questions.suggest import LATER_WORDS
from engagegraph.write.change import Citation, NodeState, Ref, Snapshot

pytestmark = pytest.mark.db

CITED = (Citation("q", ""),)


def test_what_others_are_called_hides_nothing(
    graph: Graph,
    small: Model,
    small_preparers: Mapping[str, Preparer],
    fill: Callable[[Graph, Model, Snapshot], None],
) -> None:
    """More counties have the word, and sooner, than are looked at; the one town with it is found all the same."""
    many = LATER_WORDS + 1
    named = {Ref("Source", "q"): {"title": "Quelle"}, Ref("Town", "p"): {"name": "Ganz Ober Unter Mühlenau"}}
    named |= {Ref("County", f"c{i}"): {"name": f"Unter Mühlenau {i}"} for i in range(many)}
    states = [NodeState(ref, {"slug": ref.slug, **called}, CITED, "seeds") for ref, called in named.items()]
    fill(graph, small, Snapshot({state.ref: state for state in states}, {}))

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        return graph.run(cypher, parameters)

    document = """{
      suggest(prefix: "mühlen", types: [Town]) { slug }
      towns: search(query: "mühlenau", types: [Town]) { totalCount nodes { slug } }
      within: search(query: "lenau", types: [Town]) { totalCount }
      counties: search(query: "mühlenau", types: [County]) { totalCount }
      nothing: search(query: "bis zu", types: [Town]) { totalCount }
      quoted: search(query: "\\"bis zu\\"", types: [Town]) { totalCount }
      begun: suggest(prefix: "bis zu ", types: [Town]) { slug }
      all: search(query: "mühlenau") { totalCount }
    }"""
    answer = asyncio.run(Engine(small_preparers["public"], run).answer(document, {}))
    assert answer.data == {
        "suggest": [{"slug": "p"}],
        "towns": {"totalCount": 1, "nodes": [{"slug": "p"}]},
        "within": {"totalCount": 1},
        "counties": {"totalCount": many},
        "nothing": {"totalCount": 0},
        "quoted": {"totalCount": 0},
        "begun": [],
        "all": {"totalCount": many + 1},
    }
