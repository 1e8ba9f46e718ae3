"""Golden cases: an operation in `cases/`, and beside it the plan, the Cypher and the answer that it must have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import orjson
import pytest

from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.model.stored import point_name
from engagegraph.query.binding import signed
from engagegraph.query.ids import encode_cursor
from engagegraph.query.prepare import Bound, Preparer
from engagegraph.seeds.load import load_seeds
from engagegraph.write.change import Snapshot
from engagegraph.write.stored import Storage

HERE = Path(__file__).parent
CASES = HERE / "cases"
KINDS = (".graphql", ".variables.json", ".plan.txt", ".cypher", ".json")
_MARK = re.compile(r"#\s*(viewer|operation|lookup):?\s*(.*)")


@dataclass(frozen=True)
class Case:
    """A golden case. Comments of its document say `# viewer: editor`, `# operation: Name`, `# lookup` where they hold."""

    name: str

    @cached_property
    def text(self) -> str:
        return (CASES / f"{self.name}.graphql").read_text(encoding="utf-8")

    @cached_property
    def marks(self) -> Mapping[str, str]:
        found = (_MARK.fullmatch(line) for line in self.text.splitlines())
        return {match[1]: match[2] for match in found if match}

    def variables(self, preparer: Preparer) -> dict[str, Any]:
        """Variables; `{"$cursor": […], "list": 1}` stands for the cursor of a row with these values in the given list."""
        file = CASES / f"{self.name}.variables.json"
        given: dict[str, Any] = orjson.loads(file.read_bytes()) if file.exists() else {}
        cursors = {k: v for k, v in given.items() if isinstance(v, dict) and "$cursor" in v}
        if cursors:
            # A cursor is signed with what its list is, which does not depend on cursors.
            bound = preparer.prepare(self.text, {**given, **dict.fromkeys(cursors)}, self.marks.get("operation"))
            for name, wanted in cursors.items():
                page = bound.prepared.statement.pages[wanted.get("list", 0)]
                given[name] = encode_cursor(signed(page, bound.parameters), wanted["$cursor"])
        return given

    def bind(self, preparers: Mapping[str, Preparer]) -> Bound:
        preparer = preparers[self.marks.get("viewer", "public")]
        return preparer.prepare(self.text, self.variables(preparer), self.marks.get("operation"))


@pytest.fixture(scope="session")
def cases() -> Mapping[str, Case]:
    return {file.stem: Case(file.stem) for file in sorted(CASES.glob("*.graphql"))}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        found = [Case(file.stem) for file in sorted(CASES.glob("*.graphql"))]
        metafunc.parametrize("case", found, ids=[case.name for case in found])


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Case, str, str], None]:
    """Compare a text with the one beside the case; with `--update-golden` write it there."""
    update = bool(request.config.getoption("--update-golden"))

    def hold(case: Case, suffix: str, text: str) -> None:
        file = CASES / (case.name + suffix)
        if update:
            file.write_text(text, encoding="utf-8")
        wanted = file.read_text(encoding="utf-8") if file.exists() else ""
        assert text == wanted, f"{file.name} differs; if it is meant so: pytest --update-golden -k {case.name}"

    return hold


@pytest.fixture(scope="session")
def snapshot(real: Model) -> Snapshot:
    return load_seeds(real, HERE / "seeds")


@pytest.fixture(scope="module")
def content(
    address: Address, real: Model, snapshot: Snapshot, fill: Callable[[Graph, Model, Snapshot], None]
) -> Iterator[Graph]:
    """The seeds of this folder in a real database, which knows every word of the model: else EXPLAIN would wonder."""
    storage = Storage(real)
    with Graph.open(address) as graph:
        fill(graph, real, snapshot)
        columns = [*storage.nodes.values(), *storage.edges.values()]
        stored = {n for c in columns for n in c} | {
            f"{n}{suffix}" for c in columns for n, p in c.items() for suffix in ("_sort", "_first", "_last", "_at")
        }
        stored |= {point_name(geo) for name in (*real.types, *real.interfaces) if (geo := real.geo(name))}
        graph.table("UNWIND $names AS name CALL db.createProperty(name)", {"names": sorted(stored)}, write=True)
        graph.table(
            "UNWIND $names AS name CALL db.createLabel(name)", {"names": [*real.types, *real.interfaces]}, write=True
        )
        graph.table(
            "UNWIND $names AS name CALL db.createRelationshipType(name)", {"names": [*real.relations]}, write=True
        )
        yield graph
