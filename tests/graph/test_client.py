"""The driver's wrapper, against a real server."""

import asyncio
import socket
import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from engagegraph.errors import Failure
from engagegraph.graph.address import Address, from_environment
from engagegraph.graph.client import AsyncGraph, Graph, Table
from engagegraph.graph.problems import check_version

pytestmark = pytest.mark.db

T = TypeVar("T")

ENDLESS = "UNWIND range(1, 100000000) AS a UNWIND range(1, 100000000) AS b WITH a, b WHERE a * b < 0 RETURN count(*)"
RUNNING = """
SHOW TRANSACTIONS YIELD currentQuery
WHERE currentQuery STARTS WITH "UNWIND range(1, 100000000)" RETURN currentQuery
"""


def serving(address: Address, ask: Callable[[AsyncGraph], Awaitable[T]]) -> T:
    """Ask something of an open AsyncGraph."""

    async def main() -> T:
        async with AsyncGraph.open(address) as graph:
            return await ask(graph)

    return asyncio.run(main())


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(Failure) as caught:
        act()
    assert caught.value.problems[0].message
    return caught.value.code


async def until_running(graph: AsyncGraph, count: int) -> None:
    async with asyncio.timeout(5):
        while len(await graph.run(RUNNING)) != count:  # noqa: ASYNC110 - the event is in the database
            await asyncio.sleep(0.02)


def opened(address: Address) -> None:
    with Graph.open(address):
        pass


def test_the_environment_names_a_server(tmp_path: Path) -> None:
    assert from_environment({}) is None
    plain = from_environment({"NEO4J_URI": "bolt://db:7687", "NEO4J_PASSWORD": "p"})
    assert plain == Address("bolt://db:7687", "neo4j", "p", "neo4j")
    file = tmp_path / "password"
    file.write_text("from file\nmore\n")
    settings = {"NEO4J_URI": "neo4j+s://db", "NEO4J_USER": "u", "NEO4J_DATABASE": "d", "NEO4J_PASSWORD_FILE": str(file)}
    assert from_environment(settings) == Address("neo4j+s://db", "u", "from file", "d")
    assert code_of(lambda: from_environment(settings | {"NEO4J_PASSWORD": "p"})) == "DATABASE_AUTH"
    assert code_of(lambda: from_environment(settings | {"NEO4J_PASSWORD_FILE": "/no/such"})) == "DATABASE_AUTH"


@pytest.mark.parametrize("uri", ["http://db", "db:7687", "bolt://", "bolt://u:secret@db", "bolt://db:x", "bolt//db"])
def test_an_unusable_address_is_refused(uri: str) -> None:
    with pytest.raises(Failure) as caught:
        Address(uri)
    assert caught.value.code == "DATABASE_URI"
    assert "secret" not in str(caught.value)


def test_an_address_does_not_show_its_password() -> None:
    assert "geheim" not in repr(Address("bolt://db", password="geheim"))  # noqa: S106


def test_a_wrong_password_is_refused_without_showing_it(address: Address) -> None:
    with pytest.raises(Failure) as caught:
        opened(replace(address, password="falsch"))  # noqa: S106
    assert caught.value.code == "DATABASE_AUTH"
    assert "falsch" not in str(caught.value)


def test_a_database_that_does_not_exist(address: Address) -> None:
    assert code_of(lambda: opened(replace(address, database="nope"))) == "DATABASE_NOT_FOUND"
    assert (
        code_of(lambda: serving(replace(address, database="nope"), lambda graph: graph.run("RETURN 1")))
        == "DATABASE_NOT_FOUND"
    )


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s"])
def test_nobody_there_is_told_at_once(address: Address, scheme: str) -> None:
    closed = replace(address, uri=f"{scheme}://127.0.0.1:9")
    begin = time.monotonic()
    assert code_of(lambda: opened(closed)) == "DATABASE_UNAVAILABLE"
    assert code_of(lambda: serving(closed, lambda graph: graph.run("RETURN 1"))) == "DATABASE_UNAVAILABLE"
    assert time.monotonic() - begin < 5


def test_someone_who_never_answers_is_told_in_seconds(address: Address) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        begin = time.monotonic()
        there = replace(address, uri=f"bolt://127.0.0.1:{silent.getsockname()[1]}")
        assert code_of(lambda: serving(there, lambda graph: graph.run("RETURN 1"))) == "DATABASE_UNAVAILABLE"
        assert time.monotonic() - begin < 10


def test_a_server_that_is_no_neo4j(address: Address) -> None:
    def answer(server: socket.socket) -> None:
        connection, _ = server.accept()
        connection.recv(100)
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        connection.close()

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=answer, args=(server,))
        thread.start()
        there = replace(address, uri=f"bolt://127.0.0.1:{server.getsockname()[1]}")
        assert code_of(lambda: opened(there)) == "DATABASE_UNAVAILABLE"
        thread.join()


@pytest.mark.parametrize(
    ("agent", "fits"),
    [
        ("Neo4j/5.26.0", True),
        ("Neo4j/5.27-aura", True),
        ("Neo4j/2026.01.3", True),
        ("Neo4j/5.25.9", False),
        ("Neo4j/4.4.41", False),
        ("Neo4j/dev", False),
        ("Other/9.9.9", False),
    ],
)
def test_which_versions_fit(agent: str, fits: bool) -> None:
    address = Address("bolt://db")
    if fits:
        check_version(agent, address)
    else:
        assert code_of(lambda: check_version(agent, address)) == "NEO4J_TOO_OLD"


def test_rows_come_in_the_order_of_return(graph: Graph, address: Address) -> None:
    assert graph.version == "5.26.30"
    query = "UNWIND $names AS name RETURN name, size(name), [1, null], {b: 1.5, a: true}"
    rows = [["ä", 1, [1, None], {"b": 1.5, "a": True}], ["bc", 2, [1, None], {"b": 1.5, "a": True}]]
    assert graph.run(query, {"names": ["ä", "bc"]}) == rows
    assert serving(address, lambda async_graph: async_graph.run(query, {"names": ["ä", "bc"]})) == rows


def test_reading_does_not_write(graph: Graph, address: Address) -> None:
    assert code_of(lambda: graph.run("CREATE (:A)")) == "DATABASE_REJECTED"
    assert code_of(lambda: serving(address, lambda g: g.run("CREATE (:A)"))) == "DATABASE_REJECTED"
    assert graph.table("CREATE (n:A {x: 1}) RETURN n.x AS x", write=True) == Table(
        ("x",), [[1]], {"nodes_created": 1, "labels_added": 1, "properties_set": 1}
    )


def test_what_the_database_refuses_is_said_in_its_words(graph: Graph) -> None:
    with pytest.raises(Failure, match="RETRUN") as caught:
        graph.run("RETRUN 1")
    assert caught.value.code == "DATABASE_REJECTED"
    assert caught.value.problems[0].where == "Neo.ClientError.Statement.SyntaxError"


def test_a_transaction_is_all_or_nothing(graph: Graph) -> None:
    count = "MATCH (n:T) RETURN count(n)"
    with graph.transaction() as transaction:
        transaction.run("CREATE (:T)")
        assert transaction.run(count) == [[1]]
        assert graph.run(count) == [[0]]
    assert graph.run(count) == [[1]]
    with pytest.raises(ZeroDivisionError), graph.transaction() as transaction:  # noqa: PT012
        transaction.run("CREATE (:T)")
        raise ZeroDivisionError
    with pytest.raises(Failure), graph.transaction() as transaction:  # noqa: PT012
        transaction.run("CREATE (:T)")
        transaction.run("NONSENSE")
    assert graph.run(count) == [[1]]


def test_two_transactions_that_wait_for_each_other_are_told(graph: Graph, address: Address) -> None:
    with graph.transaction() as transaction:
        transaction.run("CREATE (:L {name: 'a'}), (:L {name: 'b'})")
    first_holds, codes = threading.Barrier(2), []

    def lock(names: tuple[str, str]) -> None:
        with Graph.open(address) as own:
            try:
                with own.transaction() as transaction:
                    transaction.run("MATCH (n:L {name: $n}) SET n.x = 1", {"n": names[0]})
                    first_holds.wait(10)
                    transaction.run("MATCH (n:L {name: $n}) SET n.x = 1", {"n": names[1]})
            except Failure as failure:
                codes.append(failure.code)

    threads = [threading.Thread(target=lock, args=(names,)) for names in (("a", "b"), ("b", "a"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert codes == ["DATABASE_BUSY"]


def test_explain_shows_the_plan_and_what_the_database_says(graph: Graph) -> None:
    explained = graph.explain("MATCH (a:A), (b:B) WHERE a.x = $x RETURN b", {"x": 1})
    names = [operator.name for operator in explained.plan.walk()]
    assert names[0] == "ProduceResults"
    assert "CartesianProduct" in names
    assert explained.plan.db_hits is None
    assert any("01N" in n.code or "cartesian" in n.description for n in explained.notifications)
    assert {n.severity for n in explained.notifications} <= {"WARNING", "INFORMATION"}
    assert graph.explain("RETURN 1").notifications == ()


def test_profile_counts_and_changes_nothing(graph: Graph) -> None:
    plan = graph.profile("CREATE (n:P {x: $x}) RETURN n.x", {"x": 1})
    assert plan.rows == 1
    assert sum(operator.db_hits or 0 for operator in plan.walk()) > 0
    assert graph.run("MATCH (n:P) RETURN count(n)") == [[0]]


def test_what_is_profiled_leaves_no_notice_in_the_log(graph: Graph, caplog: pytest.LogCaptureFixture) -> None:
    unknown = "MATCH (n:Nothing) WHERE n.nowhere = 1 RETURN n"
    graph.profile(unknown)
    assert caplog.records == []
    assert graph.explain(unknown).notifications


def test_a_search_where_nothing_was_ever_put_says_so(graph: Graph) -> None:
    search = "CALL db.index.fulltext.queryNodes($name, 'x') YIELD node RETURN node"
    assert code_of(lambda: graph.run(search, {"name": "search_public"})) == "DATABASE_EMPTY"
    assert code_of(lambda: graph.run(search, {"name": "titles"})) == "DATABASE_REJECTED"


def test_a_query_that_takes_too_long_is_ended(graph: Graph, address: Address) -> None:
    async def ask(serving_graph: AsyncGraph) -> float:
        begin = time.monotonic()
        with pytest.raises(Failure) as caught:
            await serving_graph.run(ENDLESS, timeout=0.3)
        assert caught.value.code == "OPERATION_TIMEOUT"
        seconds = time.monotonic() - begin
        assert await serving_graph.run("RETURN 1") == [[1]]
        return seconds

    assert serving(address, ask) < 3
    assert code_of(lambda: graph.run(ENDLESS, timeout=0.3)) == "OPERATION_TIMEOUT"
    assert graph.run(RUNNING) == []


def test_a_cancelled_task_ends_its_query(graph: Graph, address: Address) -> None:
    async def ask(serving_graph: AsyncGraph) -> list[list[int]]:
        task = asyncio.create_task(serving_graph.run(ENDLESS))
        await until_running(serving_graph, 1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await until_running(serving_graph, 0)
        return await serving_graph.run("RETURN 1")

    assert serving(address, ask) == [[1]]
