"""From the driver's errors to the one error shape: which code, and what would be right."""

from __future__ import annotations

from neo4j import exceptions

from engagegraph.errors import Failure, Problem
from engagegraph.graph.address import Address
from engagegraph.model.search import SEARCH

OLDEST = (5, 26)
"""The oldest Neo4j that runs the Cypher which engagegraph writes."""


_NO_INDEX = f"There is no such fulltext schema index: {SEARCH}"
"""How Neo4j says what has no code of its own: the first seeding makes the indexes. Those of others are none of ours."""


def failure(error: Exception, address: Address) -> Failure:
    """Return the failure that stands for a driver's error.

    Codes: DATABASE_UNAVAILABLE (nothing answers there), DATABASE_AUTH (user, password or rights), DATABASE_NOT_FOUND
    (the server has no such database), DATABASE_BUSY (a passing trouble: deadlock, memory; trying again may help),
    OPERATION_TIMEOUT (the database ended it), DATABASE_EMPTY (nothing was ever put in), DATABASE_REJECTED (anything
    else that the database or driver refuses).
    """
    return Failure([_problem(error, address)])


def _problem(error: Exception, address: Address) -> Problem:
    code = (error.code if isinstance(error, exceptions.Neo4jError) else "") or ""
    match error:
        case _ if code.startswith("Neo.ClientError.Transaction.TransactionTimedOut"):
            return timed_out()
        case exceptions.AuthError() | exceptions.Forbidden():
            hint = "check NEO4J_USER and NEO4J_PASSWORD"
            if code.endswith("AuthenticationRateLimit"):
                hint = "too many wrong passwords: wait a few seconds, then " + hint
            elif isinstance(error, exceptions.Forbidden):
                hint = "give the user the rights for it"
            return Problem("DATABASE_AUTH", f'Neo4j refuses the user "{address.user}"', hint, address.uri)
        case _ if code == "Neo.ClientError.Database.DatabaseNotFound":
            return Problem(
                "DATABASE_NOT_FOUND",
                f'the server has no database "{address.database}"',
                "set NEO4J_DATABASE to one that exists (SHOW DATABASES lists them)",
                address.uri,
            )
        case exceptions.Neo4jError() if _NO_INDEX in _text(error):
            return empty()
        case exceptions.UnsupportedServerProduct():
            return Problem("NEO4J_TOO_OLD", "the server does not speak this driver's Bolt", _newer(), address.uri)
        case exceptions.ConfigurationError():
            return Problem("DATABASE_URI", f"the address cannot be used: {_text(error)}", "", address.uri)
        case exceptions.TransientError() if not isinstance(error, exceptions.DatabaseUnavailable):
            return Problem("DATABASE_BUSY", _text(error), "try again", code)
        case exceptions.ConnectionPoolError():
            return Problem("DATABASE_BUSY", "all connections are in use", "try again", address.uri)
        case exceptions.Neo4jError() if not isinstance(error, exceptions.TransientError):
            return Problem("DATABASE_REJECTED", _text(error), "", code)
        case _:
            return Problem(
                "DATABASE_UNAVAILABLE",
                f"Neo4j does not answer: {_reason(error)}",
                "start it, or check the address in NEO4J_URI",
                address.uri,
            )


def passing(error: Exception) -> bool:
    """Say whether a read that failed so may work when sent once more: the connection broke, or locks met."""
    code = error.code if isinstance(error, exceptions.Neo4jError) else ""
    lost = isinstance(error, exceptions.ServiceUnavailable | exceptions.SessionExpired | exceptions.DatabaseUnavailable)
    return lost or code == "Neo.TransientError.Transaction.DeadlockDetected"


def empty() -> Problem:
    """Return the problem of a database in which nothing was ever put."""
    return Problem("DATABASE_EMPTY", "the database holds no content yet", "run engagegraph seed")


def timed_out() -> Problem:
    """Return the problem of a query that took longer than it may."""
    return Problem("OPERATION_TIMEOUT", "the query took too long and was ended", "ask for less, or in smaller pages")


def check_version(agent: str, address: Address) -> None:
    """Refuse a server older than `OLDEST` (NEO4J_TOO_OLD); `agent` is what it calls itself, like "Neo4j/5.26.30"."""
    product, _, version = agent.partition("/")
    numbers = version.split("-")[0].split(".")
    if product == "Neo4j" and len(numbers) >= 2 and all(n.isdecimal() for n in numbers[:2]):
        if (int(numbers[0]), int(numbers[1])) >= OLDEST:
            return
        raise Failure.of("NEO4J_TOO_OLD", f"the server is Neo4j {version}", _newer(), address.uri)
    raise Failure.of("NEO4J_TOO_OLD", f'the server calls itself "{agent}"', _newer(), address.uri)


def _newer() -> str:
    return "use Neo4j {}.{} or newer".format(*OLDEST)


def _text(error: Exception) -> str:
    """Return what an error says, in one line."""
    said = error.message if isinstance(error, exceptions.Neo4jError) and error.message else str(error)
    return " ".join(said.split()) or type(error).__name__


def _reason(error: Exception) -> str:
    """Return the system's own short reason ("Connection refused") where there is one: the driver's text is long."""
    at: BaseException | None = error
    while at is not None:
        if isinstance(at, OSError) and at.strerror:
            return at.strerror
        at = at.__cause__ or at.__context__
    return _text(error)
