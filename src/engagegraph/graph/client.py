"""The thin wrapper of the Neo4j driver: `Graph` (sync: write path, command line) and `AsyncGraph` (async: serving).

Both answer rows as lists of values in the order of RETURN, with nothing domain-specific. Values are the driver's own:
str, int, float, bool, None, list, dict; temporal values are `neo4j.time` objects (`.iso_format()`, `.to_native()`)
and nodes, relationships and paths are `neo4j.graph` objects. Converting them costs a walk over every value, so it is
left to whoever asks for such values. Every error is a `Failure` (codes: see `problems`).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from time import monotonic
from typing import Any, TypeVar

import neo4j
from neo4j import exceptions
from neo4j.api import AsyncBookmarkManager

from engagegraph.errors import Failure
from engagegraph.graph.address import Address
from engagegraph.graph.plan import Explained, Operator, explained
from engagegraph.graph.problems import check_version, failure, passing, timed_out

Rows = list[list[Any]]
Parameters = Mapping[str, Any]

_T = TypeVar("_T")
_Take = Callable[[neo4j.AsyncResult], Awaitable[_T]]

RETRY_PAUSE = 0.1
"""Seconds before the one repetition of a read that a lost connection spoiled."""

RETRY_WITHIN = 1.0
"""Seconds after which a failed read is not repeated: somebody waits, and a slow failure is no stale connection."""

TIMEOUT_GRACE = 3.0
"""Seconds a database gets to end a query that timed out, before the connection is dropped: Neo4j looks every 2 s."""

_DRIVER: dict[str, Any] = {
    "connection_timeout": 3.0,
    "connection_acquisition_timeout": 5.0,
    "max_transaction_retry_time": 5.0,
    "liveness_check_timeout": 60.0,
    "notifications_min_severity": "OFF",
    "telemetry_disabled": True,
    "user_agent": "engagegraph",
}
_TROUBLES = (exceptions.Neo4jError, exceptions.DriverError, OSError)


@dataclass(frozen=True, slots=True)
class Table:
    """An answer with its column names and what the statement changed (driver counters that are not 0)."""

    columns: tuple[str, ...]
    rows: Rows
    changed: Mapping[str, int]


class Transaction:
    """An open write transaction; `Graph.transaction` commits or rolls it back."""

    def __init__(self, transaction: neo4j.Transaction, address: Address) -> None:
        self._transaction = transaction
        self._address = address

    def run(self, cypher: str, params: Parameters | None = None) -> Rows:
        """Run one statement in this transaction and return all its rows."""
        return self.send(cypher, params)()

    def send(self, cypher: str, params: Parameters | None = None) -> Callable[[], Rows]:
        """Send one statement; return what waits for its rows. The next one may be sent before that."""
        with _told(self._address):
            result = self._transaction.run(cypher, dict(params or {}))

        def rows() -> Rows:
            with _told(self._address):
                return result.values()

        return rows


class Graph:
    """A synchronous connection to one database, for the write path and the command line. Not for several threads."""

    def __init__(self, driver: neo4j.Driver, address: Address, version: str) -> None:
        self._driver = driver
        self.address = address
        self.version = version

    @classmethod
    @contextmanager
    def open(cls, address: Address) -> Iterator[Graph]:
        """Yield a graph whose server was reached, let us in, has the database and is new enough.

        Errors: DATABASE_UNAVAILABLE, DATABASE_AUTH, DATABASE_NOT_FOUND, DATABASE_URI, NEO4J_TOO_OLD.
        """
        with _told(address):
            driver = neo4j.GraphDatabase.driver(address.uri, auth=(address.user, address.password), **_DRIVER)
        with driver:
            with _told(address):
                agent = driver.get_server_info().agent
            check_version(agent, address)
            graph = cls(driver, address, agent.partition("/")[2])
            graph.run("RETURN 1")
            yield graph

    def run(self, cypher: str, params: Parameters | None = None, *, timeout: float | None = None) -> Rows:
        """Run a reading statement and return its rows; `timeout` in seconds (OPERATION_TIMEOUT)."""
        return self.table(cypher, params, write=False, timeout=timeout).rows

    def table(
        self, cypher: str, params: Parameters | None = None, *, write: bool = False, timeout: float | None = None
    ) -> Table:
        """Run a statement in its own transaction; return its rows with column names. `write` lets it change data."""
        with _told(self.address), self._session(write=write) as session:
            result = session.run(_query(cypher, timeout), dict(params or {}))
            columns = tuple(result.keys())
            rows = result.values()
            return Table(columns, rows, _changed(result.consume()))

    @contextmanager
    def transaction(self, **metadata: str) -> Iterator[Transaction]:
        """Yield an open write transaction; commit it when the block ends, roll it back when it raises.

        The database shows the `metadata` beside it until it is over. An error during the commit may leave unknown
        whether it happened (the connection broke in that moment); the caller who must know looks whether its Revision
        is there.
        """
        with self._session(write=True) as session:
            with _told(self.address):
                transaction = session.begin_transaction(metadata=metadata or None)
            try:
                yield Transaction(transaction, self.address)
            except BaseException:
                if not transaction.closed():
                    with suppress(*_TROUBLES):
                        transaction.rollback()
                raise
            with _told(self.address):
                transaction.commit()

    def explain(self, cypher: str, params: Parameters | None = None) -> Explained:
        """Return the plan and the notifications of a statement without running it."""
        # The driver logs notifications as well: where nobody asks for them, they are not sent.
        return self._explained("EXPLAIN " + cypher, params, notifications_min_severity="INFORMATION")

    def profile(self, cypher: str, params: Parameters | None = None) -> Operator:
        """Run a statement, roll back what it changed, and return its plan with rows and db hits."""
        return self._explained("PROFILE " + cypher, params).plan

    def _explained(self, cypher: str, params: Parameters | None, **config: Any) -> Explained:
        with _told(self.address), self._session(write=True, **config) as session:
            transaction = session.begin_transaction()
            summary = transaction.run(cypher, dict(params or {})).consume()
            transaction.rollback()
        return explained(summary)

    def _session(self, *, write: bool, **config: Any) -> neo4j.Session:
        mode = neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS
        return self._driver.session(database=self.address.database, default_access_mode=mode, fetch_size=-1, **config)


class _Forgetful(AsyncBookmarkManager):
    """Makes sessions wait for nothing that an earlier query saw: a restored database may never come to that again."""

    async def get_bookmarks(self) -> tuple[str, ...]:
        return ()

    async def update_bookmarks(self, previous_bookmarks: Collection[str], new_bookmarks: Collection[str]) -> None:
        pass


class AsyncGraph:
    """An asynchronous, pooled connection to one database, for serving. One per event loop, shared by all its tasks.

    Neo4j need not be there when it is opened, and may go and come back: a `run` without it fails within seconds with
    DATABASE_UNAVAILABLE, and the next one works once it is back.
    """

    def __init__(self, driver: neo4j.AsyncDriver, address: Address) -> None:
        self._driver = driver
        self.address = address
        self._session_config: dict[str, Any] = {
            "database": address.database,
            "default_access_mode": neo4j.READ_ACCESS,
            "fetch_size": -1,
            "bookmark_manager": _Forgetful(),
        }
        # To make a session takes a tenth of what a small query takes; so those that did well are used again.
        self._idle: list[neo4j.AsyncSession] = []

    @classmethod
    @asynccontextmanager
    async def open(cls, address: Address) -> AsyncIterator[AsyncGraph]:
        """Yield a graph for the address; nothing is sent before the first `run`. Errors: DATABASE_URI."""
        with _told(address):
            driver = neo4j.AsyncGraphDatabase.driver(address.uri, auth=(address.user, address.password), **_DRIVER)
        async with driver:
            graph = cls(driver, address)
            try:
                yield graph
            finally:
                for session in graph._idle:
                    await session.close()

    async def run(self, cypher: str, params: Parameters | None = None, timeout: float | None = None) -> Rows:  # noqa: ASYNC109
        """Run a reading statement and return its rows; the database ends it after `timeout` seconds.

        Errors: OPERATION_TIMEOUT; DATABASE_UNAVAILABLE after one repetition when the connection was lost; others of
        `problems.failure`. Cancelling the task drops the connection, and with it the query in the database.
        """
        return await self._answered(_query(cypher, timeout), params, timeout, _values)

    async def profile(
        self,
        cypher: str,
        params: Parameters | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> tuple[Rows, int]:
        """Run a reading statement and return its rows, and how many hits it took; errors as for `run`."""
        return await self._answered(_query("PROFILE " + cypher, timeout), params, timeout, _profiled)

    async def _answered(
        self, query: neo4j.Query, params: Parameters | None, limit: float | None, take: _Take[_T]
    ) -> _T:
        begin = monotonic()
        try:
            try:
                return await self._once(query, params, limit, take)
            except _TROUBLES as error:
                if not passing(error) or monotonic() - begin > RETRY_WITHIN:
                    raise
                await asyncio.sleep(RETRY_PAUSE)
                return await self._once(query, params, limit, take)
        except _TROUBLES as error:
            raise failure(error, self.address) from error

    async def _once(self, query: neo4j.Query, params: Parameters | None, limit: float | None, take: _Take[_T]) -> _T:
        session = self._idle.pop() if self._idle else self._driver.session(**self._session_config)
        try:
            async with asyncio.timeout(None if limit is None else limit + TIMEOUT_GRACE):
                try:
                    result = await session.run(query, params)  # type: ignore[arg-type]  # a dict in all but name
                    taken = await take(result)
                except BaseException:
                    # Leaving it with a cancellation drops its connection, which ends the query in the database.
                    async with session:
                        raise
        except TimeoutError:
            raise Failure([timed_out()]) from None
        self._idle.append(session)
        return taken


async def _values(result: neo4j.AsyncResult) -> Rows:
    return await result.values()


async def _profiled(result: neo4j.AsyncResult) -> tuple[Rows, int]:
    rows = await result.values()
    return rows, explained(await result.consume()).plan.total


def _query(cypher: str, timeout: float | None) -> neo4j.Query:
    return neo4j.Query(cypher, timeout=timeout)


def _changed(summary: neo4j.ResultSummary) -> dict[str, int]:
    """Return the counters that are not 0, like {"nodes_created": 2}."""
    return {name: value for name, value in vars(summary.counters).items() if value and type(value) is int}


@contextmanager
def _told(address: Address) -> Iterator[None]:
    """Turn the driver's errors into failures."""
    try:
        yield
    except _TROUBLES as error:
        raise failure(error, address) from error
