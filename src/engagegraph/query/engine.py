"""The one way to read: an operation in, an answer out, one statement to the database between.

The engine knows no driver: it is given a coroutine that runs a statement and returns positional rows.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import uuid
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

from graphql import GraphQLError

from engagegraph.errors import Failure, Problem
from engagegraph.query.moment import Moment
from engagegraph.query.prepare import Bound, Preparer

Run = Callable[[str, dict[str, Any]], Awaitable[list[list[Any]]]]

PATIENCE = 1.0
"""Seconds for which a read is repeated that met a commit."""

PAUSE = 0.005
"""Seconds before it is for the first time; then twice as many, and so on."""

LOG = logging.getLogger("engagegraph.query")


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an operation: `data` is None when it could not be run at all.

    `moment` is the one state of the graph that all of `data` is of, when that was asked for and could be said;
    `timeless` says that no state of the graph is in it.
    """

    data: dict[str, Any] | None
    errors: tuple[GraphQLError, ...] = ()
    moment: Moment | None = None
    timeless: bool = False

    @property
    def code(self) -> str | None:
        """The code of the first error."""
        extensions = self.errors[0].extensions if self.errors else None
        return str(extensions["code"]) if extensions else None

    def document(self) -> dict[str, Any]:
        """Return the response as GraphQL over HTTP has it: `errors` first when there are any."""
        if not self.errors:
            return {"data": self.data}
        errors = [error.formatted for error in self.errors]
        return {"errors": errors} if self.data is None else {"errors": errors, "data": self.data}


class Engine:
    """Answers operations for the viewer class that `preparer` prepares for; `run` sends a statement."""

    def __init__(self, preparer: Preparer, run: Run) -> None:
        self.preparer = preparer
        self._run = run
        self._unsettled: float | None = None

    async def answer(
        self,
        text: str,
        variables: Mapping[str, Any] | None = None,
        operation_name: str | None = None,
        *,
        vouch: bool = False,
        least: int = 0,
    ) -> Answer:
        """Answer an operation; whatever is wrong comes back as errors with stable codes.

        With `vouch` it is read at one moment, of revision `least` or later.
        """
        try:
            bound = self.preparer.prepare(text, variables or {}, operation_name)
            if not bound.prepared.statement.cypher:
                return Answer(bound.prepared.shape([], bound.local, bound.constants), timeless=True)
            return await self._vouched(bound, least) if vouch else Answer(await self.fetch(bound))
        except ExceptionGroup as group:
            return Answer(None, tuple(graphql_errors(group.exceptions)))
        except Failure as failure:
            return Answer(None, tuple(map(problem_error, failure.problems)))
        except RecursionError:
            return Answer(
                None,
                (
                    problem_error(
                        Problem("TOO_DEEP", "the operation is nested too deeply", "ask in several operations")
                    ),
                ),
            )
        except Exception:
            reference = uuid.uuid4().hex[:12]
            name, digest = operation_name or "without a name", hashlib.sha256(text.encode()).hexdigest()[:16]
            LOG.exception("operation %s (sha256 %s…) failed, reference %s", name, digest, reference)
            problem = Problem("INTERNAL", f"something went wrong inside; reference {reference}", "report the reference")
            return Answer(None, (problem_error(problem),))

    async def fetch(self, bound: Bound) -> dict[str, Any]:
        """Run a bound operation and shape its row."""
        cypher = bound.prepared.statement.cypher
        row = (await self._run(cypher, bound.parameters))[0] if cypher else []
        return bound.prepared.shape(row, bound.local, bound.constants)

    async def _vouched(self, bound: Bound, least: int) -> Answer:
        """Run a bound operation until all of it is of one moment, for as long as patience lasts."""
        begin, pause = monotonic(), PAUSE
        while True:
            [[before, row, after]] = await self._run(bound.prepared.statement.vouched, bound.parameters)
            now = monotonic()
            if before is not None or after is not None:
                self._unsettled = None
            elif self._unsettled is None:
                self._unsettled = now
            moment = Moment.read(after) if after is not None and before == after else None
            if moment is not None and moment.revision >= least:
                return Answer(bound.prepared.shape(row, bound.local, bound.constants), moment=moment)
            # A writer that died in its commit leaves the clock without a moment: nobody waits for it twice.
            since = begin if self._unsettled is None else min(begin, self._unsettled)
            if now - since > PATIENCE:
                break
            await asyncio.sleep(pause)
            pause *= 2
        if least:
            raise ahead(least)
        return Answer(bound.prepared.shape(row, bound.local, bound.constants))


def ahead(least: int) -> Failure:
    """Return the failure of who asks for a revision that is not here."""
    hint = "try again, or leave the header Engagegraph-Min-Revision out"
    return Failure.of("REVISION_AHEAD", f"revision {least} cannot be read here yet", hint)


def problem_error(problem: Problem) -> GraphQLError:
    """Return a problem as a GraphQL error."""
    extensions = {"code": problem.code, "hint": problem.hint, "where": problem.where}
    return GraphQLError(problem.message, extensions={name: text for name, text in extensions.items() if text})


def graphql_errors(errors: Iterable[Exception]) -> Iterable[GraphQLError]:
    """Yield what parsing and validating found, each with its code; raise what is no GraphQL error."""
    for error in errors:
        if not isinstance(error, GraphQLError):
            raise error
        syntax = error.message.startswith("Syntax Error")
        error.extensions = {**(error.extensions or {}), "code": "GRAPHQL_SYNTAX" if syntax else "GRAPHQL_INVALID"}
        yield error
