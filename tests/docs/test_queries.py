"""The worked queries of docs/queries answer what stands beside them, on the real content."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from engagegraph import settings
from engagegraph.query.engine import Answer
from engagegraph.web.examples import read_examples

Ask = Callable[[str, dict[str, Any], str], Answer]

FOLDER = settings.queries_folder()
FILES = sorted(FOLDER.glob("*.graphql"))
GROUPS = {"Frontend", "Forschung", "Redaktion"}


def viewer(text: str) -> str:
    found = re.search(r"^# viewer: (\w+)$", text, re.MULTILINE)
    return found[1] if found else "public"


def variables(file: Path) -> dict[str, Any]:
    beside = file.with_suffix(".variables.json")
    values = json.loads(beside.read_text(encoding="utf-8")) if beside.is_file() else {}
    assert isinstance(values, dict)
    return values


def masked(value: object, *, hidden: bool) -> object:
    """Replace what differs from run to run, and what only editors see: it must not stand in a published page."""
    if isinstance(value, list):
        return [masked(each, hidden=hidden) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: masked(each, hidden=hidden) for key, each in value.items()}
    if "changedAt" in found:
        assert datetime.fromisoformat(str(found["changedAt"])).tzinfo is not None
        found["changedAt"] = "2026-01-01T00:00:00Z"
    if hidden and "email" in found:
        assert re.fullmatch(r"[^@\s]+@[^@\s]+", str(found["email"]))
        found["email"] = "…@…"
    return found


@pytest.mark.db
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_answer_beside_a_query_is_the_real_one(file: Path, ask: Ask, request: pytest.FixtureRequest) -> None:
    text = file.read_text(encoding="utf-8")
    answer = ask(text, variables(file), viewer(text))
    assert not answer.errors
    found = masked({"data": answer.data}, hidden=viewer(text) != "public")
    golden = file.with_suffix(".json")
    if request.config.getoption("--update-golden"):
        golden.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert found == json.loads(golden.read_text(encoding="utf-8"))
    # As text too: the order of keys is the order of the query.
    assert json.dumps(found) == json.dumps(json.loads(golden.read_text(encoding="utf-8")))
    assert any(answer.data.values() if answer.data else ()), "a query that finds nothing shows nothing"


@pytest.mark.db
def test_what_editors_ask_does_not_exist_for_others(ask: Ask) -> None:
    editors = [text for file in FILES if viewer(text := file.read_text(encoding="utf-8")) == "editor"]
    assert editors
    for text in editors:
        answer = ask(text, {}, "public")
        assert answer.data is None
        assert {error.extensions["code"] for error in answer.errors if error.extensions} == {"GRAPHQL_INVALID"}


def test_each_file_belongs_to_a_query() -> None:
    expected = {f"{file.stem}{end}" for file in FILES for end in (".graphql", ".json")}
    present = {path.name for path in FOLDER.iterdir()} - {"README.md"}
    assert {name for name in present if not name.endswith(".variables.json")} == expected
    assert {name.removesuffix(".variables.json") for name in present if name.endswith(".variables.json")} <= {
        file.stem for file in FILES
    }


def test_the_index_lists_each_query_with_its_title() -> None:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    for file, example in zip(FILES, read_examples(FOLDER), strict=True):
        assert example["group"] in GROUPS
        assert f"[{example['title']}]({file.name})" in page
        assert f"({file.stem}.json)" in page
    assert sorted(re.findall(r"\((\S+\.graphql)\)", page)) == [file.name for file in FILES]


def test_a_query_starts_with_its_title_and_group() -> None:
    for file in FILES:
        first, second, *_ = file.read_text(encoding="utf-8").splitlines()
        assert first.startswith("# title: "), file.name
        assert second.startswith("# group: "), file.name
    titles = [example["title"] for example in read_examples(FOLDER)]
    assert len(set(titles)) == len(titles), "the menu knows an example by its title"
