"""The one way to read: an operation in, an answer out, one statement to the database between.

The engine knows no driver: it is given a coroutine that runs a statement and returns positional rows.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import traceback
import uuid
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError, SourceLocation

from engagegraph.errors import Failure, Problem
from engagegraph.query.limits import check_text
from engagegraph.query.prepare import Bound, Preparer

Run = Callable[[str, dict[str, Any]], Awaitable[list[list[Any]]]]

LOG = logging.getLogger("engagegraph.query")


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an operation: `data` is None when it could not be run at all."""

    data: dict[str, Any] | None
    errors: tuple[GraphQLError, ...] = ()

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
        # What takes long is done one at a time beside the event loop, so that those who ask what is known do not wait.
        self._preparing, self._introspecting = asyncio.Lock(), asyncio.Lock()

    async def answer(
        self, text: str, variables: Mapping[str, Any] | None = None, operation_name: str | None = None
    ) -> Answer:
        """Answer an operation; whatever is wrong comes back as errors with stable codes."""
        try:
            return Answer(await self.fetch(await self._bound(text, variables or {}, operation_name)))
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
        except Exception as error:  # noqa: BLE001 - whatever it is, its place is the log
            digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
            what = f"operation {(operation_name or 'without a name')[:80]!r} (sha256 {digest}…)"
            return Answer(None, (problem_error(internal(error, what)),))

    async def _bound(self, text: str, variables: Mapping[str, Any], operation_name: str | None) -> Bound:
        bound = self.preparer.known(text, variables, operation_name)
        if bound is None:
            check_text(text, self.preparer.limits)
            async with self._preparing:
                bound = await asyncio.to_thread(self.preparer.prepare, text, variables, operation_name)
        return bound

    async def fetch(self, bound: Bound) -> dict[str, Any]:
        """Run a bound operation and shape its row."""
        constants = bound.constants
        if bound.introspect is not None:
            async with self._introspecting:
                constants = {**constants, **await asyncio.to_thread(bound.introspect)}
        cypher = bound.prepared.statement.cypher
        row = (await self._run(cypher, bound.parameters))[0] if cypher else []
        return bound.prepared.shape(row, bound.local, constants)


def internal(error: BaseException, what: str) -> Problem:
    """Return what is told of a fault inside: a reference, under which the log has the rest.

    What an error says may hold values of variables, also of properties that not everybody may see; so the log names its
    type and the way it took through the program.
    """
    reference = uuid.uuid4().hex[:12]
    way = "".join(traceback.format_tb(error.__traceback__))
    kinds: list[str] = []
    at: BaseException | None = error
    while at is not None:
        code = f" {at.code} {at.problems[0].where}" if isinstance(at, Failure) else ""
        kinds.append(type(at).__name__ + code)
        at = at.__cause__
    LOG.error("%s failed, reference %s: %s\n%s", what, reference, " from ".join(kinds), way)
    return Problem("INTERNAL", f"something went wrong inside; reference {reference}", "report the reference")


def problem_error(problem: Problem) -> GraphQLError:
    """Return a problem as a GraphQL error."""
    extensions = {"code": problem.code, "hint": problem.hint, "where": problem.where}
    error = GraphQLError(
        problem.message,
        path=problem.path or None,
        extensions={name: text for name, text in extensions.items() if text},
    )
    if problem.location is not None:
        error.locations = [SourceLocation(*problem.location)]
    return error


def graphql_errors(errors: Iterable[Exception]) -> Iterable[GraphQLError]:
    """Yield what parsing and validating found, each with its code; raise what is no GraphQL error."""
    for error in errors:
        if not isinstance(error, GraphQLError):
            raise error
        syntax = error.message.startswith("Syntax Error")
        error.extensions = {**(error.extensions or {}), "code": "GRAPHQL_SYNTAX" if syntax else "GRAPHQL_INVALID"}
        yield error
