"""The real content in a graph: once for all pages, because filling it takes seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.query.engine import Answer, Engine
from engagegraph.query.prepare import Preparer
from engagegraph.write.change import Snapshot


@pytest.fixture(scope="package")
def content(
    address: Address, real: Model, seeds: Snapshot, fill: Callable[[Graph, Model, Snapshot], None]
) -> Iterator[Graph]:
    with Graph.open(address) as graph:
        fill(graph, real, seeds)
        yield graph


@pytest.fixture
def ask(content: Graph, preparers: dict[str, Preparer]) -> Callable[[str, dict[str, Any], str], Answer]:
    """Answer a document with variables as a viewer class."""

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        return content.run(cypher, parameters)

    def answer(text: str, variables: dict[str, Any], viewer: str) -> Answer:
        return asyncio.run(Engine(preparers[viewer], run).answer(text, variables))

    return answer
