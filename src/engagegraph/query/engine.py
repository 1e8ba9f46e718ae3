"""The one way to read: an operation in, an answer out, one statement to the database between.

The engine knows no driver: it is given a coroutine that runs a statement and returns positional rows.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError, GraphQLSchema

from engagegraph.errors import Failure, Problem
from engagegraph.model import Model
from engagegraph.query.prepare import Bound, Limits, Preparer

Run = Callable[[str, dict[str, Any]], Awaitable[list[list[Any]]]]

LOG = logging.getLogger("engagegraph.query")


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an operation: `data` is None when it could not be run at all."""

    data: dict[str, Any] | None
    errors: tuple[dict[str, Any], ...] = ()

    @property
    def code(self) -> str | None:
        """The code of the first error."""
        return self.errors[0]["extensions"]["code"] if self.errors else None


class Engine:
    """Answers operations for one viewer class.

    `model` is the viewer's projection, `schema` derived from it, `run` sends a statement.
    """

    def __init__(self, model: Model, viewer: str, schema: GraphQLSchema, run: Run, limits: Limits) -> None:
        self.preparer = Preparer(model, viewer, schema, limits)
        self._run = run

    async def answer(self, text: str, variables: Mapping[str, Any] | None = None, operation_name: str | None = None) -> Answer:
        """Answer an operation; whatever is wrong comes back as errors with stable codes."""
        try:
            bound = self.preparer.prepare(text, variables or {}, operation_name)
            return Answer(await self.fetch(bound))
        except ExceptionGroup as group:
            return Answer(None, tuple(_graphql_errors(group.exceptions)))
        except Failure as failure:
            return Answer(None, tuple(map(problem_error, failure.problems)))
        except RecursionError:
            return Answer(None, (problem_error(Problem("TOO_DEEP", "the operation is nested too deeply", "ask in several operations")),))
        except Exception:
            reference = uuid.uuid4().hex[:12]
            LOG.exception("operation %s failed, reference %s", operation_name or "without a name", reference)
            problem = Problem("INTERNAL", f"something went wrong inside; reference {reference}", "report the reference")
            return Answer(None, (problem_error(problem),))

    async def fetch(self, bound: Bound) -> dict[str, Any]:
        """Run a bound operation and shape its row."""
        cypher = bound.prepared.statement.cypher
        row = (await self._run(cypher, bound.parameters))[0] if cypher else []
        return bound.prepared.shape(row, bound.local, bound.constants)


def problem_error(problem: Problem) -> dict[str, Any]:
    """Return a problem as a GraphQL error."""
    extensions = {"code": problem.code}
    if problem.hint:
        extensions["hint"] = problem.hint
    if problem.where:
        extensions["where"] = problem.where
    return {"message": problem.message, "extensions": extensions}


def _graphql_errors(errors: Iterable[Exception]) -> Iterable[dict[str, Any]]:
    for error in errors:
        if isinstance(error, GraphQLError):
            formatted: dict[str, Any] = dict(error.formatted)
            syntax = error.message.startswith("Syntax Error")
            formatted["extensions"] = {**formatted.get("extensions", {}), "code": "GRAPHQL_SYNTAX" if syntax else "GRAPHQL_INVALID"}
            yield formatted
        else:
            raise error
