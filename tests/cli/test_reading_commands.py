"""`query`, `explain`, `token` and `demo`: what they print, and how they fail."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner, Result

from engagegraph.cli import cli
from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.graph.store import read_revisions
from engagegraph.graph.tokens import PREFIX, digest
from engagegraph.model import Model
from engagegraph.seeds.load import load_seeds

SEEDS = Path(__file__).parents[1] / "golden" / "seeds"
ONE = 'query Eins($slug: String = "zukunft") { programme(slug: $slug) { slug title } }'
TWO = f'{ONE} query Zwei {{ person(slug: "anna-muster") {{ name email }} }}'
Run = Callable[..., Result]


def invoke(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, input=given, env={"COLUMNS": "200"})


@pytest.fixture(scope="module")
def content(address: Address, real: Model, fill: Callable[..., None]) -> Iterator[Graph]:
    with Graph.open(address) as graph, pytest.MonkeyPatch.context() as patch:
        fill(graph, real, load_seeds(real, SEEDS))
        for name in ("uri", "user", "password", "database"):
            patch.setenv(f"NEO4J_{name.upper()}", getattr(address, name))
        yield graph


@pytest.fixture
def small_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small model for the command line: its schema is built in no time."""
    (tmp_path / "model").symlink_to(Path(__file__).parents[1] / "small_model")
    monkeypatch.setenv("ENGAGEGRAPH_SCHEMA", str(tmp_path))


# -- query -----------------------------------------------------------------------------------------------------------


@pytest.mark.db
def test_query_prints_the_answer(content: Graph, tmp_path: Path) -> None:
    file = tmp_path / "one.graphql"
    file.write_text(ONE, encoding="utf-8")
    answer = {"programme": {"slug": "zukunft", "title": "Zukunft, jetzt"}}
    assert json.loads(invoke("query", str(file)).stdout) == answer
    assert json.loads(invoke("query", "-", given=ONE).stdout) == answer

    (tmp_path / "values.json").write_text('{"slug": "starke-orte"}', encoding="utf-8")
    for values in ('{"slug": "starke-orte"}', f"@{tmp_path / 'values.json'}"):
        found = invoke("query", str(file), "--variables", values)
        assert json.loads(found.stdout)["programme"]["title"] == "Starke Orte"


@pytest.mark.db
def test_query_as_somebody(content: Graph) -> None:
    seen = invoke("query", "-", "--operation", "Zwei", "--viewer", "editor", given=TWO)
    assert json.loads(seen.stdout)["person"]["email"] == "anna.muster@example.org"
    refused = invoke("query", "-", "--operation", "Zwei", given=TWO)
    assert refused.exit_code == 1
    assert re.match(r"1:\d+  Cannot query field 'email' on type 'Person'.*\[GRAPHQL_INVALID\]", refused.stderr)


@pytest.mark.db
def test_query_as_a_table(content: Graph) -> None:
    shown = invoke("query", "-", "--table", given="{ states { nodes { name ags } } }")
    assert shown.exit_code == 0
    assert "Nordland" in shown.stdout
    assert "Südland" in shown.stdout


@pytest.mark.db
def test_every_error_is_printed(content: Graph) -> None:
    failed = invoke("query", "-", given="{ programme { a b } }")
    assert failed.exit_code == 1
    assert failed.stdout == ""
    assert failed.stderr.count("[GRAPHQL_INVALID]") == 2
    assert "2 problems" in failed.stderr
    told = invoke("query", "-", given="{ programme { slug } }").stderr
    assert told == "1:3 programme  programme needs one key, not none – give exactly one of id, slug [LOOKUP_KEY]\n"


@pytest.mark.parametrize("verb", ["query", "explain"])
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--variables", "{"), "VARIABLES_INVALID"),
        (("--variables", "[1]"), "VARIABLES_INVALID"),
        (("--viewer", "nobody"), "VIEWER_UNKNOWN"),
    ],
)
def test_wrong_options(small_schema: None, verb: str, arguments: tuple[str, ...], code: str) -> None:
    failed = invoke(verb, "-", *arguments, given=ONE)
    assert failed.exit_code == 1
    assert f"[{code}]" in failed.stderr


@pytest.mark.parametrize("verb", ["query", "explain"])
def test_files_that_cannot_be_read(small_schema: None, tmp_path: Path, verb: str) -> None:
    good, latin, missing = tmp_path / "good.graphql", tmp_path / "latin.graphql", tmp_path / "missing.json"
    good.write_text(ONE, encoding="utf-8")
    latin.write_bytes('{ club(slug: "fußball") { title } }'.encode("latin-1"))
    (tmp_path / "list.json").write_bytes(b"\xef\xbb\xbf[1]")
    for arguments, told in (
        ((latin,), f"{latin}  the file is not UTF-8 – save it as UTF-8 [QUERY_FILE]"),
        ((good, "--variables", f"@{latin}"), f"{latin}  the file is not UTF-8 – save it as UTF-8 [VARIABLES_INVALID]"),
        ((good, "--variables", f"@{missing}"), f"{missing}  the file cannot be read: No such file or directory"),
        (
            (good, "--variables", f"@{tmp_path / 'list.json'}"),
            f"{tmp_path / 'list.json'}  the variables are not a JSON object",
        ),
    ):
        failed = invoke(verb, *map(str, arguments))
        assert (failed.exit_code, failed.stderr.startswith(told)) == (1, True), failed.output


# -- explain ---------------------------------------------------------------------------------------------------------


def test_explain_shows_plan_cypher_and_parameters(small_schema: None) -> None:
    shown = invoke("explain", "-", given='query Eins($slug: String = "sv") { club(slug: $slug) { title } }')
    assert shown.exit_code == 0
    plan, cypher, parameters = shown.stdout.split("\n\n")
    assert plan.startswith("Operation name=Eins\n  .roots\n    One key=club")
    assert "MATCH (n1:Club {slug: $p0})" in cypher
    assert json.loads(parameters) == {"p0": "sv"}
    assert "// nothing to ask the database" in invoke("explain", "-", given="{ __typename }").stdout
    refused = invoke("explain", "-", given="{ nichts }")
    assert (refused.exit_code, "[GRAPHQL_INVALID]" in refused.stderr) == (1, True)


@pytest.mark.db
def test_explain_with_profile_shows_what_the_database_did(content: Graph) -> None:
    shown = invoke("explain", "-", "--profile", given=ONE)
    assert shown.exit_code == 0
    operators = shown.stdout.split("\n\n")[3]
    assert operators.startswith("ProduceResults")
    assert "  Projection  rows=1.0" in operators
    assert re.search(r"^[1-9]\d* db hits, [1-9]\d* were estimated$", operators, re.MULTILINE)
    assert "db hits" not in invoke("explain", "-", "--profile", given="{ __typename }").stdout


# -- token -----------------------------------------------------------------------------------------------------------


@pytest.mark.db
def test_tokens_are_created_listed_and_revoked(content: Graph) -> None:
    created = invoke("token", "create", "--role", "editor", "--name", "anna")
    token = created.stdout.strip()
    assert token.startswith(PREFIX)
    assert len(token) > 40
    [[stored]] = content.run("MATCH (t:_Token) RETURN properties(t)")
    assert stored["hash"] == digest(token)
    assert token not in str(stored)

    assert re.fullmatch(r"anna\teditor\t\d{4}-\d\d-\d\dT.*\n", invoke("token", "list").stdout)
    taken = invoke("token", "create", "--role", "editor", "--name", "anna")
    assert "[TOKEN_NAME_TAKEN]" in taken.stderr
    unknown = invoke("token", "create", "--role", "editr", "--name", "ben")
    assert 'did you mean "editor"? [VIEWER_UNKNOWN]' in unknown.stderr
    assert 'did you mean "anna"? [TOKEN_UNKNOWN]' in invoke("token", "revoke", "ana").stderr
    assert invoke("token", "revoke", "anna").exit_code == 0
    assert invoke("token", "list").stdout == ""


@pytest.mark.db
def test_seeding_leaves_tokens_alone(content: Graph) -> None:
    invoke("token", "create", "--role", "public", "--name", "bleibt")
    assert invoke("seed", str(SEEDS), "--prune", "--author", "test").exit_code == 0
    assert "bleibt\tpublic" in invoke("token", "list").stdout
    invoke("token", "revoke", "bleibt")


@pytest.mark.db
def test_touching_is_a_revision_without_changes(content: Graph) -> None:
    [[number]] = content.run("MATCH (d:_Dataset) RETURN d.revision")
    done = invoke("touch", "--author", "anna", "--message", "von Hand geändert")
    assert (done.exit_code, done.stdout.startswith(f"revision {number + 1}:")) == (0, True)
    [revision] = read_revisions(content, 1)
    assert (revision.number, revision.author, revision.message) == (number + 1, "anna", "von Hand geändert")
    assert (revision.added, revision.changed, revision.removed) == (0, 0, 0)
    assert f"{number + 1}" in invoke("log").stdout


@pytest.mark.db
@pytest.mark.parametrize("arguments", [("token", "list"), ("token", "create", "--role", "editor", "--name", "x")])
def test_an_empty_database_has_no_tokens(
    graph: Graph, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    for name in ("uri", "user", "password", "database"):
        monkeypatch.setenv(f"NEO4J_{name.upper()}", getattr(graph.address, name))
    refused = invoke(*arguments)
    assert "[DATABASE_EMPTY]" in refused.stderr
    assert graph.run("MATCH (n) RETURN count(n)") == [[0]]


# -- demo ------------------------------------------------------------------------------------------------------------


@pytest.mark.db
def test_demo_seeds_answers_and_serves(graph: Graph) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    names = ("uri", "user", "password", "database")
    given = {f"NEO4J_{name.upper()}": getattr(graph.address, name) for name in names}
    given |= {"ENGAGEGRAPH_SEEDS": str(SEEDS), "PORT": str(port), "PYTHONUNBUFFERED": "1", "COLUMNS": "200"}
    command = [sys.executable, "-m", "engagegraph", "demo"]
    with subprocess.Popen(command, env={**os.environ, **given}, stdout=subprocess.PIPE, text=True) as process:
        try:
            end = time.monotonic() + 240
            while not ready(port):
                assert process.poll() is None
                assert time.monotonic() < end
                time.sleep(0.2)
            process.send_signal(signal.SIGINT)
            printed, _ = process.communicate(timeout=60)
        finally:
            process.kill()
    assert "revision 1: " in printed
    row = next(line for line in printed.splitlines() if "Auental" in line)
    assert "Starke Orte" in row
    assert "2016" in row
    assert f"http://127.0.0.1:{port}/graphiql/" in printed
    assert process.returncode in {0, 130, -signal.SIGINT}


def ready(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/health/ready").status_code == 200
    except httpx.TransportError:
        return False
