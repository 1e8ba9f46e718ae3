"""`engagegraph import` as one types it, against a real Neo4j."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.importers.register import IMPORTER

from engagegraph.graph import store
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.write.change import Ref

pytestmark = pytest.mark.db

Run = Callable[..., Result]
Places = Callable[..., Path]
SEEDS = {
    "sources.yaml": "- slug: q\n  title: Quelle\n",
    "counties.yaml": "- {slug: norden, name: Der Norden, code: '01', sources: q}\n",
}
ROWS = (("C", "01", "Nord", ""), ("T", "0101", "Aa", 2, 1, "a"), ("T", "0102", "Bb, Markt", 3))


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """The command line, with an importer."""
    (tmp_path / "schema/importers").mkdir()
    (tmp_path / "schema/importers/register.yaml").write_text(IMPORTER, encoding="utf-8")
    return run


def test_from_a_file_to_the_graph(
    run: Run, graph: Graph, small: Model, tmp_path: Path, places: Places, written: Callable[..., Path]
) -> None:
    written(tmp_path / "seeds", SEEDS)
    file = places(*ROWS)
    assert "DATABASE_EMPTY" in run("import", "register", file, "--dry-run", exit_code=1).stderr
    run("seed")
    before = store.read_whole(graph, small)

    shown = run("import", "register", file, "--dry-run").stdout.splitlines()
    assert shown == [
        "~ county/norden  Der Norden",
        "    note: nothing → 5",
        "    name (register): nothing → Nord",
        "    sources: q → q | register-2024: code 01",
        "    owner: seeds → seeds, register",
        "+ source/register-2024  Places at 2024, issued 2025",
        "+ town/aa  Aa",
        "+ town/bb  Bb",
        "+ town/aa -LOCATED_IN-> county/norden",
        "+ town/bb -LOCATED_IN-> county/norden",
        "5 added, 1 changed, 0 removed",
        "  County: 0 added, 1 changed, 0 removed",
        "  Source: 1 added, 0 changed, 0 removed",
        "  Town: 2 added, 0 changed, 0 removed",
        "  LOCATED_IN: 2 added, 0 changed, 0 removed",
        "in the file: 2 Town, 1 County",
        "seeds states another county name, which stays: 1",
        "    county/norden: Der Norden (in the file: Nord)",
    ]
    assert store.read_whole(graph, small) == before

    done = run("import", "register", file, "--author", "Ada").stdout
    assert done.startswith("revision 2: 5 added, 1 changed, 0 removed\n")
    assert "· Ada · Register · register.xlsx" in run("log", "-n", "1").stdout
    after = store.read_whole(graph, small)
    county = after.nodes[Ref("County", "norden")]
    assert (county.owner, county.properties["name"], county.properties["note"]) == ("seeds", "Der Norden", "5")
    assert [layer.owner for layer in county.layers] == ["seeds", "register"]

    assert run("import", "register", file).stdout.startswith("the graph holds all of it already\n")
    assert run("diff", "--prune").stdout == "0 added, 0 changed, 0 removed\n"
    assert run("seed", "--prune").stdout == "the graph holds all of it already\n"
    assert [r.number for r in store.read_revisions(graph, 10)] == [2, 1]

    run("export", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "_left-out.yaml",
        "counties.yaml",
        "sources.yaml",
    ]
    assert run("diff", "--prune", tmp_path / "out").stdout == "0 added, 0 changed, 0 removed\n"

    assert "- town/aa  Aa" in run("undo", "2", "--dry-run").stdout.splitlines()
    assert store.read_whole(graph, small) == after
    assert run("undo", "2").stdout == "revision 3: 0 added, 1 changed, 5 removed\n"
    assert "· undoes revision 2 · register.xlsx" in run("log", "-n", "1").stdout
    assert store.read_whole(graph, small) == before


def test_a_newer_file_for_programs(run: Run, places: Places) -> None:
    run("import", "register", places(*ROWS))
    newer = places(ROWS[0], ("T", "0101", "Aachen", 2, 1, "b"), ("T", "0103", "Cc", 3), year=2025)
    document = json.loads(run("import", "register", newer, "--dry-run", "--json").stdout)
    assert {k: document[k] for k in ("revision", "added", "changed", "removed", "overruled", "kept")} == {
        "revision": None,
        "added": 3,
        "changed": 3,
        "removed": 3,
        "overruled": [],
        "kept": [],
    }
    changed = {c["node"]: c["differences"] for c in document["changes"] if c["change"] == "change" and "node" in c}
    assert changed["town/aa"]["name"] == {"before": "Aa", "after": "Aachen"}
    lines = run("import", "register", newer, "--dry-run").stdout.splitlines()
    assert "  of the changed, 2 only name other sources or writers" in lines
    assert "~ county/nord  Nord" not in lines
    assert json.loads(run("import", "register", newer, "--json").stdout)["revision"] == 2


def test_a_foreign_file_changes_nothing(run: Run, graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "page.xlsx").write_text("<html>")
    assert "[IMPORT_FILE]" in run("import", "register", tmp_path / "page.xlsx", exit_code=1).stderr
    assert "[IMPORTER_UNKNOWN]" in run("import", "gemeinden", tmp_path / "page.xlsx", exit_code=1).stderr
    assert graph.run("MATCH (n) RETURN count(n)") == [[0]]
