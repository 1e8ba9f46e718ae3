"""What people type, against the content of this repository: `phrases.yaml` says what must come first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.query.engine import Engine
from engagegraph.query.prepare import Preparer
from engagegraph.query.words import FUNCTION_WORDS
from engagegraph.seeds.load import load_seeds
from engagegraph.write.change import Snapshot

HERE = Path(__file__).parent
PHRASES: Mapping[str, Any] = yaml.safe_load((HERE / "phrases.yaml").read_text(encoding="utf-8"))
SEARCHED = [(text, first) for group in PHRASES["search"].values() for text, first in group.items()]
SUGGESTED = [*PHRASES["suggest"].items()]
SEARCH = "query ($text: String!) { search(query: $text, first: 3) { nodes { __typename slug } } }"
SUGGEST = "query ($text: String!) { suggest(prefix: $text, first: 3) { __typename slug } }"

pytestmark = pytest.mark.db


@pytest.fixture(scope="module")
def ask(
    address: Address,
    real: Model,
    preparers: Mapping[str, Preparer],
    fill: Callable[[Graph, Model, Snapshot], None],
) -> Iterator[Callable[[str, str], list[str]]]:
    with Graph.open(address) as graph:
        fill(graph, real, load_seeds(real, HERE.parents[1] / "seeds"))

        async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
            return graph.run(cypher, parameters)

        def found(document: str, text: str) -> list[str]:
            answer = asyncio.run(Engine(preparers["public"], run).answer(document, {"text": text}))
            assert answer.data is not None, answer.errors
            nodes = next(iter(answer.data.values()))
            listed = nodes["nodes"] if isinstance(nodes, dict) else nodes
            return [f"{real.types[n['__typename']].singular}/{n['slug']}" for n in listed]

        yield found


def test_there_are_enough() -> None:
    assert len(SEARCHED) + len(SUGGESTED) >= 100


def test_what_is_looked_for_comes_first(ask: Callable[[str, str], list[str]]) -> None:
    wrong = {text: hits for text, first in SEARCHED if (hits := ask(SEARCH, text))[:1] != [first]}
    assert wrong == {}


def test_what_is_meant_is_suggested_first(ask: Callable[[str, str], list[str]]) -> None:
    wrong = {text: hits for text, first in SUGGESTED if (hits := ask(SUGGEST, text))[:1] != [first]}
    assert wrong == {}


@pytest.mark.parametrize("document", [SEARCH, SUGGEST])
def test_words_that_say_nothing_hide_nothing(ask: Callable[[str, str], list[str]], document: str) -> None:
    assert [word for word in sorted(FUNCTION_WORDS) if not ask(document, f"{word} Ehrenamtskarte")] == []


LONG = "freiwilligenagenturkonferenz"
HARD = (
    *("x" * 80, "ß" * 80, "x" * 1_000, "a." * 500, "q*" * 500, "a.a." * 12 + "abcd", " ".join([LONG] * 12)),
    " ".join(f"{LONG}x*innen" for _ in range(12)),
)
"""What gives the index as much to do as may be, or more than it takes at once."""


def test_words_of_any_length_are_looked_for(ask: Callable[[str, str], list[str]]) -> None:
    for document in (SEARCH, SUGGEST):
        assert [ask(document, text) for text in HARD] == [[]] * len(HARD)
