"""`engagegraph db` as it is typed."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engagegraph.cli.db import command as db
from engagegraph.cli.db import split_statements
from engagegraph.errors import Failure
from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph

Run = Callable[..., Result]


@pytest.fixture
def run(address: Address, shared_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    monkeypatch.setenv("ENGAGEGRAPH_HOME", str(shared_home))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NEO4J_URI", raising=False)
    yield lambda *arguments, given="": CliRunner().invoke(db, arguments, input=given)
    with Graph.open(address) as graph, graph.transaction() as transaction:
        transaction.run("MATCH (n) DETACH DELETE n")


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("RETURN 1; RETURN 2", ["RETURN 1", "RETURN 2"]),
        (" ; ;\n", []),
        ("RETURN 'a;b' AS `x;y`;", ["RETURN 'a;b' AS `x;y`"]),
        (r"RETURN 'it\'s;', " + '"\\";"', [r"RETURN 'it\'s;', " + '"\\";"']),
        ("RETURN 1 // no; end\n+ 1; /* a;b */ RETURN 2", ["RETURN 1 // no; end\n+ 1", "/* a;b */ RETURN 2"]),
        ("RETURN 'never closed; RETURN 2", ["RETURN 'never closed; RETURN 2"]),
        ("RETURN 1 // to the end;", ["RETURN 1 // to the end;"]),
    ],
)
def test_statements_end_with_a_semicolon_of_their_own(text: str, statements: list[str]) -> None:
    assert split_statements(text) == statements


@pytest.mark.db
def test_status_of_a_running_server(run: Run, address: Address, shared_home: Path) -> None:
    result = run("status")
    assert result.exit_code == 0
    assert "state    ready" in result.output
    assert str(shared_home) in result.output
    assert address.uri in result.output
    assert address.password not in result.output


def test_status_of_a_stopped_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENGAGEGRAPH_HOME", str(tmp_path))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    result = CliRunner().invoke(db, ["status"])
    assert result.exit_code == 3
    assert "state    stopped" in result.output
    assert list(tmp_path.iterdir()) == []
    assert CliRunner().invoke(db, ["stop"]).output == "was not running\n"


@pytest.mark.db
def test_a_given_server_is_asked_but_not_started_or_stopped(
    run: Run, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", address.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", address.password)
    assert run("status").output.startswith(f"Neo4j 5.26.30 answers at {address.uri}")
    for verb in ("start", "stop"):
        failure = run(verb).exception
        assert isinstance(failure, Failure)
        assert failure.code == "DATABASE_NOT_PRIVATE"


@pytest.mark.db
def test_start_pins_a_server_that_runs_and_stop_asks_its_users(run: Run) -> None:
    assert "until `engagegraph db stop`" in run("start").output
    failure = run("stop").exception
    assert isinstance(failure, Failure)
    assert failure.code == "DATABASE_IN_USE"
    assert "while it is used" in run("status").output


@pytest.mark.db
def test_the_shell_runs_what_it_is_given(run: Run) -> None:
    result = run("shell", "-c", "CREATE (:A {x: 'ü;'})-[:R {y: 1}]->(:B)", "-c", "MATCH (n:A) RETURN n, n.x AS x")
    assert result.exit_code == 0
    assert "2 nodes created" in result.output
    assert '(:A {x: "ü;"})   ü;' in result.output
    piped = run("shell", given="MATCH p = (:A)-->() RETURN p; RETURN date('2020-06-22') AS d, null AS n, [true] AS l;")
    assert '(:A {x: "ü;"})-[:R {y: 1}]->(:B)' in piped.output
    assert "2020-06-22   null   [true]" in piped.output


@pytest.mark.db
def test_the_shell_ends_at_the_first_failure(run: Run) -> None:
    result = run("shell", given="CREATE (:A); NONSENSE; CREATE (:A)")
    assert isinstance(result.exception, Failure)
    assert "\n  1  \n" in run("shell", "-c", "MATCH (n:A) RETURN count(n) AS c").output


@pytest.mark.db
@pytest.mark.usefixtures("run")
def test_the_prompt(shared_home: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from engagegraph.cli.db import command; command()", "shell"]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True)
    os.close(theirs)
    seen = b""

    def until(text: str) -> None:
        """Wait for a text; bytes are compared, because a letter of several may come in pieces."""
        nonlocal seen
        deadline = time.monotonic() + 60
        while text.encode() not in seen:
            ready, _, _ = select.select([ours], [], [], max(0, deadline - time.monotonic()))
            assert ready, f"{text!r} did not come: {seen!r}"
            seen += os.read(ours, 4096)
        seen = seen.partition(text.encode())[2]

    try:
        until("cypher>")
        os.write(ours, b"RETURN 6 *\n")
        until("…")
        os.write(ours, b"7 AS answer;\n")
        until("42")
        until("cypher>")
        os.write(ours, b"NONSENSE;\n")
        until("DATABASE_REJECTED")
        until("cypher>")
        os.write(ours, b"\x04")
        assert process.wait(10) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    assert "RETURN 6 *" in (shared_home / "cypher-history").read_text()
