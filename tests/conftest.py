"""One private Neo4j for all tests, and an emptied graph for each that asks for it."""

from __future__ import annotations

import gc
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import hypothesis
import pytest
from click.testing import CliRunner, Result
from tests.beside import BESIDE

from engagegraph import settings
from engagegraph.cli import cli
from engagegraph.derive.constraints import constraints
from engagegraph.graph import local, migrate, store
from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.graph.local.home import Home
from engagegraph.model import Model, load_model
from engagegraph.query.prepare import Preparer
from engagegraph.seeds.load import load_seeds
from engagegraph.web.engines import build_preparer
from engagegraph.write.change import Snapshot

# Temporary homes use the jars of the usual one, which is filled on first use.
os.environ.setdefault("ENGAGEGRAPH_JARS", str(Home.of().jars))
# Most servers of tests are short-lived: without the optimising compiler they need less than half of the processor time.
os.environ.setdefault("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1")

# `make check` asks for the quick profile (pytest --hypothesis-profile quick); everything else tries more examples.
hypothesis.settings.register_profile("quick", max_examples=10, deadline=None)
hypothesis.settings.register_profile("thorough", max_examples=100, deadline=None)
hypothesis.settings.load_profile("thorough")


def pytest_collection_finish() -> None:
    """Tell the garbage collector that what is there by now stays: it need not go through all of it again and again."""
    gc.collect()
    gc.freeze()


LACKING = pytest.StashKey[dict[str, int]]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests of files that are not there: nobody else has all of them, and CI lets no test be skipped."""
    lacking = {
        item: mark.args[0]
        for item in items
        for mark in item.iter_markers("beside")
        if not (BESIDE / mark.args[0]).is_file()
    }
    items[:] = [item for item in items if item not in lacking]
    config.hook.pytest_deselected(items=[*lacking])
    config.stash[LACKING] = Counter(lacking.values())


def pytest_report_collectionfinish(config: pytest.Config) -> list[str]:
    """Tell what was left out."""
    return [
        f"{number} tests need ../shared/data/{file}: left out" for file, number in config.stash.get(LACKING, {}).items()
    ]


@pytest.fixture(scope="session")
def shared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def address(shared_home: Path) -> Iterator[Address]:
    with ExitStack() as stack:
        with pytest.MonkeyPatch.context() as patch:
            # This one lives long enough for the optimising compiler: the cross-check takes half the time with it.
            patch.delenv("JAVA_TOOL_OPTIONS")
            address = stack.enter_context(local.lease(shared_home))
        yield address
    local.stop(shared_home, force=True)


def emptied(graph: Graph) -> None:
    """Take everything out, what another test made of the schema included."""
    graph.table("MATCH (n) DETACH DELETE n", write=True)
    constrained = graph.run("SHOW CONSTRAINTS YIELD name")
    indexed = graph.run(
        "SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP' AND owningConstraint IS NULL"
    )
    with graph.transaction() as tx:
        for kind, rows in (("CONSTRAINT", constrained), ("INDEX", indexed)):
            for row in rows:
                tx.run(f"DROP {kind} `{row[0]}`")


@pytest.fixture
def graph(address: Address) -> Iterator[Graph]:
    with Graph.open(address) as graph:
        emptied(graph)
        yield graph


@pytest.fixture(scope="session")
def small() -> Model:
    return load_model(Path(__file__).parent / "small_model")


@pytest.fixture(scope="session")
def real() -> Model:
    return load_model(settings.model_folder())


@pytest.fixture(scope="session")
def seeds(real: Model) -> Snapshot:
    """What the seed files of this repository want."""
    return load_seeds(real, settings.seeds_folder())


SMALL_SEEDS = {
    "sources.yaml": "- slug: q\n  title: Quelle\n",
    "counties.yaml": "- {slug: kreis, name: Kreis, code: '01', sources: q}\n- {slug: berg, name: Berg, sources: q}\n",
    "towns.yaml": "- {slug: stadt, name: Stadt, sources: q}\n- {slug: berg, name: Berg, sources: q}\n",
    "people.yaml": "- {slug: anna, name: Anna, sources: q}\n",
    "clubs.yaml": "- {slug: sv, title: SV, sources: q}\n",
}
"""Seed files for the small model: one or two of everything."""


@pytest.fixture
def written() -> Callable[..., Path]:
    """Write seed files into a folder and return it; `based` puts the small ones beside them."""

    def write(folder: Path, files: Mapping[str, str], *, based: bool = False) -> Path:
        for name, text in {**(SMALL_SEEDS if based else {}), **files}.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def run(graph: Graph, address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The command line against a real Neo4j, with the small model; its schema folder is `tmp_path / "schema"`."""
    schema = tmp_path / "schema"
    (schema / "migrations").mkdir(parents=True)
    (schema / "model").symlink_to(Path(__file__).parent / "small_model")
    variables = {
        "ENGAGEGRAPH_SCHEMA": schema,
        "ENGAGEGRAPH_SEEDS": tmp_path / "seeds",
        "NEO4J_URI": address.uri,
        "NEO4J_PASSWORD": address.password,
    }
    for name, value in variables.items():
        monkeypatch.setenv(name, str(value))

    def call(*arguments: object, exit_code: int = 0) -> Result:
        result = CliRunner().invoke(cli, [str(argument) for argument in arguments])
        assert result.exit_code == exit_code, result.output
        return result

    return call


@pytest.fixture(scope="session")
def chromium() -> str:
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    browser = next((path for path in found if path), None)
    if browser is None:
        pytest.skip("no Chromium on this machine")
    return browser


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what golden cases give now beside them")


@pytest.fixture(scope="session")
def preparers(real: Model) -> dict[str, Preparer]:
    """The compiler of each viewer class of the real model; a schema takes seconds to build."""
    return {viewer: build_preparer(real, viewer) for viewer in real.viewers}


@pytest.fixture(scope="session")
def small_preparers(small: Model) -> dict[str, Preparer]:
    return {viewer: build_preparer(small, viewer) for viewer in small.viewers}


@pytest.fixture(scope="session")
def fill() -> Callable[[Graph, Model, Snapshot], None]:
    """Let a graph hold just this content, with constraints and indexes as the model wants them."""

    def make(graph: Graph, model: Model, wanted: Snapshot) -> None:
        schema = [*migrate.META, *constraints(model)]
        if graph.run(f"MATCH {store.DATASET} RETURN d.schema, d.version") == [[schema, 0]]:
            # To make the same schema anew takes longer than everything else.
            graph.table("MATCH (n) WHERE NOT n:_Dataset DETACH DELETE n", write=True)
            graph.table(f"MATCH {store.DATASET} SET d.revision = 0, d.nodes = 0, d.relations = 0", write=True)
        else:
            emptied(graph)
        migrate.prepare(graph, model, constraints(model), settings.migrations_folder())
        store.seed(graph, model, lambda _: wanted, owner="seeds", author="test")
        graph.run("CALL db.awaitIndexes(60)")

    return make
