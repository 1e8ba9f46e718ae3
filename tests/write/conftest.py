"""The command line against a real Neo4j, with the small model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engagegraph.cli import cli
from engagegraph.graph.client import Address, Graph

Run = Callable[..., Result]


@pytest.fixture
def run(graph: Graph, address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    schema = tmp_path / "schema"
    (schema / "migrations").mkdir(parents=True)
    (schema / "model").symlink_to(Path(__file__).parent.parent / "small_model")
    settings = {
        "ENGAGEGRAPH_SCHEMA": schema,
        "ENGAGEGRAPH_SEEDS": tmp_path / "seeds",
        "NEO4J_URI": address.uri,
        "NEO4J_PASSWORD": address.password,
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, str(value))

    def call(*arguments: str, exit_code: int = 0) -> Result:
        result = CliRunner().invoke(cli, arguments)
        assert result.exit_code == exit_code, result.output
        return result

    return call
