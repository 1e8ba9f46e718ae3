"""The private Neo4j, with real processes that are really killed."""

import asyncio
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from engagegraph.errors import Failure
from engagegraph.graph import local
from engagegraph.graph.address import Address, resolve_address
from engagegraph.graph.client import AsyncGraph, Graph
from engagegraph.graph.local.home import Home, is_locked
from engagegraph.graph.local.lease import LINGER, linger

pytestmark = pytest.mark.db

USER = """
import sys, time
from pathlib import Path
from engagegraph.graph import local
with local.lease(Path(sys.argv[1])) as address:
    print(address.uri, flush=True)
    time.sleep(120)
"""


def user(home: Path) -> tuple[subprocess.Popen[str], str]:
    """Start another process that uses the home; return it and the address it was given."""
    process = subprocess.Popen([sys.executable, "-c", USER, str(home)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    uri = process.stdout.readline().strip()
    process.stdout.close()
    return process, uri


def kill(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()


def until(true: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come to that in time"
        time.sleep(0.05)


def add(address: Address, name: str) -> None:
    with Graph.open(address) as graph, graph.transaction() as transaction:
        transaction.run("CREATE (:Kept {name: $name})", {"name": name})


def kept(address: Address) -> list[str]:
    with Graph.open(address) as graph:
        return [name for (name,) in graph.run("MATCH (n:Kept) RETURN n.name ORDER BY n.name")]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home of this file's own, whose processes are killed in every way; its server ends a second after its users."""
    folder = tmp_path_factory.mktemp("killed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ENGAGEGRAPH_LINGER", "1")
        yield folder
    local.stop(folder, force=True)
    assert not is_locked(Home.of(folder).owner)


@pytest.mark.parametrize(("text", "seconds"), [("", LINGER), ("0", 0.0), ("1.5", 1.5)])
def test_how_long_a_server_lingers(monkeypatch: pytest.MonkeyPatch, text: str, seconds: float) -> None:
    monkeypatch.setenv("ENGAGEGRAPH_LINGER", text)
    assert linger() == seconds


@pytest.mark.parametrize("text", ["long", "-1", "1,5", "nan", "inf"])
def test_a_time_to_linger_that_is_none(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("ENGAGEGRAPH_LINGER", text)
    with pytest.raises(Failure) as caught:
        linger()
    assert caught.value.code == "SETTING_INVALID"


def test_a_home_is_private_to_its_user_and_machine(home: Path) -> None:
    with local.lease(home):
        process = psutil.Process(local.status(home).server_pid)
        listening = [c.laddr for c in process.net_connections() if c.status == psutil.CONN_LISTEN]
        assert [where.ip.removeprefix("::ffff:") for where in listening] == ["127.0.0.1"]
        assert stat.S_IMODE(Home.of(home).password.stat().st_mode) == 0o600
        assert stat.S_IMODE(Home.of(home).card.stat().st_mode) == 0o600
        assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_two_processes_share_one_server(home: Path) -> None:
    other, uri = user(home)
    with local.lease(home) as address:
        assert address.uri == uri
        assert len(local.status(home).users) == 2
        kill(other)
        until(lambda: len(local.status(home).users) == 1, 5)
        add(address, "shared")


def test_a_server_in_use_is_not_stopped(home: Path) -> None:
    with local.lease(home) as address:
        with pytest.raises(Failure, match=str(os.getpid())) as caught:
            local.stop(home)
        assert caught.value.code == "DATABASE_IN_USE"
        assert kept(address) == ["shared"]


def test_it_ends_soon_after_its_last_user_was_killed(home: Path) -> None:
    process, _ = user(home)
    server = psutil.Process(local.status(home).server_pid)
    kill(process)
    until(lambda: not is_locked(Home.of(home).owner), 30)
    assert not server.is_running()
    assert local.status(home).state == "stopped"


def test_a_killed_server_comes_back_with_what_was_committed(home: Path) -> None:
    with local.lease(home) as address, Graph.open(address) as graph:
        add(address, "before the kill")
        os.kill(local.status(home).server_pid, signal.SIGKILL)

        async def ask() -> tuple[list[str], float]:
            failures = []
            async with AsyncGraph.open(address) as serving:
                while True:
                    begin = time.monotonic()
                    try:
                        await serving.run("RETURN 1")
                    except Failure as failure:
                        failures.append(failure.code)
                        longest = time.monotonic() - begin
                        await asyncio.sleep(0.1)
                    else:
                        return failures, longest

        failures, seconds = asyncio.run(asyncio.wait_for(ask(), 60))
        assert set(failures) == {"DATABASE_UNAVAILABLE"}
        assert seconds < 5
        assert graph.run("MATCH (n:Kept) RETURN count(n)") == [[2]]
        assert local.status(home).restarts == 1


def test_a_killed_supervisor_takes_the_server_along_and_is_replaced(home: Path) -> None:
    with local.lease(home) as address:
        before = local.status(home)
        os.kill(before.pid, signal.SIGKILL)
        until(lambda: not psutil.pid_exists(before.server_pid), 5)
        # The lease is still held, so it brings a new one, at the same address.
        until(lambda: local.status(home).state == "ready", 60)
        assert local.status(home).pid != before.pid
        assert kept(address) == ["before the kill", "shared"]


def test_after_everything_was_killed_nothing_is_in_the_way(home: Path) -> None:
    process, _ = user(home)
    before = local.status(home)
    kill(process)
    os.kill(before.pid, signal.SIGKILL)
    until(lambda: not psutil.pid_exists(before.server_pid), 5)
    assert local.status(home).state == "stopped"
    Home.of(home).card.write_text('{"control": 9, "token": "stale", "server": 1, "server_started": 0}')
    with local.lease(home) as address:
        assert kept(address) == ["before the kill", "shared"]
    assert local.stop(home, force=True)


def test_two_homes_side_by_side(home: Path, address: Address, shared_home: Path) -> None:
    with local.lease(home) as other:
        assert other.uri != address.uri
        assert other.password != address.password
        assert local.status(home).server_pid != local.status(shared_home).server_pid
        assert kept(other) != kept(address) == []


def test_pinned_it_needs_no_users(home: Path) -> None:
    status = local.start(home)
    assert status.pinned
    assert status.users == ()
    time.sleep(1.5)  # longer than it lingers
    assert local.status(home).state == "ready"
    assert local.stop(home)
    assert local.status(home).state == "stopped"
    assert not local.stop(home)


def test_a_failed_start_says_why_and_where_to_look(tmp_path: Path) -> None:
    place = Home.of(tmp_path)
    place.make()
    place.password.write_text("secret\n")
    (place.server / "data").write_text("a file where Neo4j wants a folder")
    with pytest.raises(Failure, match="neo4j/data") as caught:
        local.start(tmp_path)
    assert caught.value.code == "DATABASE_START_FAILED"
    assert str(place.logs / "neo4j.log") in caught.value.problems[0].hint
    until(lambda: not is_locked(place.owner), 5)


def test_data_without_its_password_is_not_touched(tmp_path: Path) -> None:
    place = Home.of(tmp_path)
    place.make()
    (place.server / "data" / "databases").mkdir(parents=True)
    with pytest.raises(Failure) as caught:
        local.start(tmp_path)
    assert caught.value.code == "PASSWORD_LOST"


def test_a_home_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Failure) as caught:
        local.start(tmp_path / "file" / "home")
    assert caught.value.code == "HOME_UNUSABLE"


def test_without_neo4j_uri_the_private_one_is_used(address: Address, shared_home: Path) -> None:
    with resolve_address({}, home=shared_home) as found:
        assert found == address
    with resolve_address({"NEO4J_URI": "neo4j://db.example:7687"}, home=shared_home) as given:
        assert given.uri == "neo4j://db.example:7687"


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"ENGAGEGRAPH_HOME": "/somewhere", "XDG_DATA_HOME": "/data"}, "/somewhere"),
        ({"XDG_DATA_HOME": "/data"}, "/data/engagegraph"),
    ],
)
def test_where_the_home_is(environment: dict[str, str], folder: str) -> None:
    assert str(Home.of(None, environment).root) == folder
    assert str(Home.of(None, environment).jars) == folder + "/jars"
    assert str(Home.of(None, environment | {"ENGAGEGRAPH_JARS": "/jars"}).jars) == "/jars"
