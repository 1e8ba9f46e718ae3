"""What is asked, how it is planned, what is sent, what comes back: side by side in `cases/`."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from typing import Any

import orjson
import pytest

from engagegraph.graph.client import Graph
from engagegraph.query.engine import Engine
from engagegraph.query.prepare import Preparer
from engagegraph.query.render import render

Hold = Callable[[Any, str, str], None]
OUTERMOST = re.compile(r"^[^\n]*(?:COLLECT|^CALL \(\*\)) \{\n(.*?)\n\}", re.DOTALL | re.MULTILINE)
SCANS = {"AllNodesScan", "NodeByLabelScan", "IntersectionNodeByLabelsScan", "UnionNodeByLabelsScan"}


def test_plan_and_cypher(case: Any, preparers: Mapping[str, Preparer], golden: Hold) -> None:
    bound = case.bind(preparers)
    values = "".join(f"\n// ${name} = {orjson.dumps(value).decode()}" for name, value in bound.parameters.items())
    golden(case, ".plan.txt", render(bound.prepared.plan) + "\n")
    golden(
        case,
        ".cypher",
        f"{bound.prepared.statement.cypher or '// nothing to ask the database'}\n{values}".rstrip() + "\n",
    )


NOW = re.compile(
    r"\b(date|time|datetime|localtime|localdatetime|timestamp|rand|randomUUID)(\.\w+)?\(\s*\)", re.IGNORECASE
)


def test_no_answer_depends_on_when_it_is_asked_for(case: Any, preparers: Mapping[str, Preparer]) -> None:
    """Answers that are kept never expire, as long as the graph stays as it is."""
    assert not NOW.search(case.bind(preparers).prepared.statement.vouched)


@pytest.mark.db
def test_answer_with_one_statement(case: Any, preparers: Mapping[str, Preparer], content: Graph, golden: Hold) -> None:
    bound = case.bind(preparers)
    preparer = preparers[case.marks.get("viewer", "public")]
    sent: list[str] = []

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        sent.append(cypher)
        return content.run(cypher, parameters)

    answer = asyncio.run(Engine(preparer, run).answer(case.text, case.variables(preparer), case.marks.get("operation")))
    golden(case, ".json", orjson.dumps(answer.document(), option=orjson.OPT_INDENT_2).decode() + "\n")
    assert answer.errors == ()
    networks = [wanted.snapshot for wanted in bound.measures]
    assert sent == networks + [bound.prepared.statement.vouched] * bool(bound.prepared.statement.cypher)


@pytest.mark.db
def test_the_database_has_nothing_to_complain(case: Any, preparers: Mapping[str, Preparer], content: Graph) -> None:
    bound = case.bind(preparers)
    if not bound.prepared.statement.cypher:
        assert case.name.startswith("introspection")
        return
    explained = content.explain(bound.prepared.statement.cypher, bound.parameters)
    assert explained.notifications == ()
    if "lookup" in case.marks:
        # The plan of what stands within `head(…)` is not shown, so each part is explained for itself.
        parts = OUTERMOST.findall(bound.prepared.statement.cypher)
        found = {o.name for part in parts for o in content.explain(part, bound.parameters).plan.walk()}
        assert "NodeUniqueIndexSeek" in found or not parts
        assert not SCANS & found


def test_no_file_without_a_case(cases: Mapping[str, Any]) -> None:
    from pathlib import Path

    kinds = (".graphql", ".variables.json", ".plan.txt", ".cypher", ".json")
    found = {file.name for file in (Path(__file__).parent / "cases").iterdir()}
    wanted = {name + kind for name in cases for kind in kinds if kind != ".variables.json"}
    assert found - {name + ".variables.json" for name in cases} == wanted


@pytest.mark.db
@pytest.mark.parametrize(("size", "looked"), [(1, False), (100, True)])
def test_rows_without_a_value_are_looked_for_when_there_is_room(
    preparers: Mapping[str, Preparer], content: Graph, size: int, looked: bool
) -> None:
    text = "query ($size: Int) { events(first: $size, orderBy: [{date: DESC}]) { nodes { slug } } }"
    bound = preparers["public"].prepare(text, {"size": size}, None)
    plan = content.profile(bound.prepared.statement.cypher, bound.parameters)
    scans = [operator for operator in plan.walk() if operator.name in SCANS]
    assert scans
    assert (sum(operator.db_hits or 0 for operator in scans) > 0) is looked
