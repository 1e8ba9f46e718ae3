"""A private Neo4j for this folder's tests: one home for the whole run, because a start costs seconds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from engagegraph.graph import local
from engagegraph.graph.client import Address, Graph
from engagegraph.graph.local.home import Home

# Temporary homes use the jars and the class archive of the usual one, which is filled on first use.
os.environ.setdefault("ENGAGEGRAPH_JARS", str(Home.of().jars))


@pytest.fixture(scope="session")
def shared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def address(shared_home: Path) -> Iterator[Address]:
    with local.lease(shared_home) as address:
        yield address
    local.stop(shared_home, force=True)


@pytest.fixture
def graph(address: Address) -> Iterator[Graph]:
    with Graph.open(address) as graph:
        yield graph
        with graph.transaction() as transaction:
            transaction.run("MATCH (n) DETACH DELETE n")
