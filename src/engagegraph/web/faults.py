"""What goes wrong outside of an operation, in the one error shape; and what nobody outside is told."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from engagegraph.errors import Failure
from engagegraph.query.engine import internal
from engagegraph.web.graphql import STATUS, failed_response

LOG = logging.getLogger("engagegraph.web")


_T = TypeVar("_T")
_Send = Callable[[str, dict[str, Any]], Awaitable[_T]]


def discreet(run: _Send[_T]) -> _Send[_T]:
    """Return `run` whose failures name no address, user or statement of the database; the log has them.

    DATABASE_REJECTED becomes INTERNAL: what the compiler writes is not what the client asked.
    """

    async def quiet(cypher: str, parameters: dict[str, Any]) -> _T:
        try:
            return await run(cypher, parameters)
        except Failure as failure:
            if failure.code in {"OPERATION_TIMEOUT", "DATABASE_EMPTY"}:
                raise
            if STATUS.get(failure.code) != 503:
                raise Failure([internal(failure, "a statement")]) from failure
            reference = uuid.uuid4().hex[:12]
            LOG.warning("no answer from the database, reference %s: %s", reference, failure)
            hint = f"try again in a moment; reference {reference}"
            raise Failure.of(failure.code, "the database does not answer at the moment", hint) from failure

    return quiet


async def unanswered(request: Request, error: Exception) -> Response:
    """Return the answer to a request that no route answers."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    hint = "the API is at /graphql, its workbench at /graphiql/"
    response = failed_response(
        Failure.of("HTTP_REQUEST", f"nothing is here: {request.method} {request.url.path}", hint), status
    )
    if isinstance(error, HTTPException):
        response.headers.update(error.headers or {})
    return response


async def broken(request: Request, error: Exception) -> Response:
    """Return the answer to a request that met a fault inside."""
    return failed_response(Failure([internal(error, f"{request.method} {request.url.path[:80]!r}")]))


class WithoutQuery(logging.Filter):
    """Leaves out of the server's log what stands behind `?`: operations and their variables."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Shorten the address in `record`."""
        if isinstance(record.args, tuple):
            record.args = tuple(a.partition("?")[0] if isinstance(a, str) else a for a in record.args)
        return True
