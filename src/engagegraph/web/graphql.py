"""The GraphQL endpoint: Strawberry's view speaks HTTP, our engines answer.

What goes over the wire is "GraphQL over HTTP": clients that accept `application/graphql-response+json` get status codes
that say whether the operation ran; to all others an answer with errors is still an answer, 200 and `application/json`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import orjson
from cross_web import AsyncHTTPRequestAdapter, HTTPException
from graphql import ExecutionResult as CoreResult
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.http.parse_content_type import parse_content_type
from strawberry.types import ExecutionResult

from engagegraph.errors import Failure
from engagegraph.query.engine import Answer, problem_error
from engagegraph.web.engines import View
from engagegraph.web.viewers import ANONYMOUS, Doorkeeper

STATUS = {
    "DATABASE_UNAVAILABLE": 503,
    "DATABASE_AUTH": 503,
    "DATABASE_BUSY": 503,
    "DATABASE_EMPTY": 503,
    "DATABASE_NOT_FOUND": 503,
    "NEO4J_TOO_OLD": 503,
    "OPERATION_TIMEOUT": 504,
    "TOKEN_INVALID": 401,
    "HTTP_TOO_LARGE": 413,
    "INTERNAL": 500,
}
"""HTTP status by error code, whatever the client accepts."""

JSON, RESPONSE = "application/json", "application/graphql-response+json"

MOST_BYTES = 1_000_000
"""Bytes that a request may have; what is in it is measured more closely by the viewer's limits."""


def failed(failure: Failure, status: int | None = None, media_type: str = JSON) -> Response:
    """Return a failure as an HTTP response in the one error shape."""
    document = Answer(None, tuple(map(problem_error, failure.problems))).document()
    return Response(orjson.dumps(document), status or STATUS.get(failure.code, 400), media_type=media_type)


def accepted(request: HTTPConnection) -> str:
    """Return the media type to answer with: `RESPONSE` to those who ask for it by name and not for JSON rather."""
    accept = ",".join(request.headers.getlist("accept")).lower()
    if RESPONSE not in accept:
        return JSON
    wanted = {JSON: 0.0, RESPONSE: 0.0}
    for part in accept.split(","):
        name, parameters = parse_content_type(part)
        if name in wanted:
            quality = parameters.get("q", "1")
            wanted[name] = float(quality) if re.fullmatch(r"[01](\.\d{0,3})?", quality) else 0.0
    return RESPONSE if wanted[RESPONSE] > 0 and wanted[RESPONSE] >= wanted[JSON] else JSON


class Endpoint(GraphQL[Any, None]):
    """`/graphql`, for GET and POST; `views` by viewer class."""

    def __init__(self, views: Mapping[str, View], doorkeeper: Doorkeeper) -> None:
        super().__init__(views[ANONYMOUS].schema, graphql_ide=None, subscription_protocols=())
        self.views = views
        self.doorkeeper = doorkeeper

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; what is wrong with the request itself has the one error shape as well."""
        if scope["type"] != "http":
            await super().__call__(scope, receive, send)
            return
        try:
            _announced(HTTPConnection(scope))
            response = await self.run(Request(scope, _at_most(receive, MOST_BYTES)))
        except Failure as failure:
            response = failed(failure, media_type=accepted(HTTPConnection(scope)))
        except HTTPException as error:
            wrong = Failure.of("HTTP_REQUEST", error.reason, "send a GraphQL request as JSON by POST, or by GET")
            response = failed(wrong, error.status_code, accepted(HTTPConnection(scope)))
            if error.status_code == 405:
                response.headers["Allow"] = "GET, POST"
        response.headers["Content-Type"] += "; charset=utf-8"
        response.headers.add_vary_header("Accept, Authorization")
        await response(scope, receive, send)

    async def get_sub_response(self, request: Request | WebSocket) -> Response:
        """Return what becomes part of the response: for now its media type."""
        sub_response = await super().get_sub_response(request)
        sub_response.media_type = accepted(request)
        return sub_response

    async def parse_http_body(self, request: AsyncHTTPRequestAdapter) -> GraphQLRequestData | list[GraphQLRequestData]:
        """Return the operation that a request holds; `HTTPException` when it holds none."""
        if request.method == "POST":
            if parse_content_type(request.content_type or "")[0].lower() != JSON:
                raise HTTPException(415, f"the request's Content-Type must be {JSON}")
            if (await request.get_body()).lstrip()[:1] not in {b"{", b"["}:
                raise HTTPException(400, "the request's body must be a JSON object")
        data = await super().parse_http_body(request)
        if isinstance(data, GraphQLRequestData) and not isinstance(data.operation_name, str | None):
            raise HTTPException(400, "operationName must be a string or null")
        return data

    async def execute_single(
        self,
        request: Request,
        request_adapter: AsyncHTTPRequestAdapter,
        sub_response: Response,
        context: Any,
        root_value: None,
        request_data: GraphQLRequestData,
    ) -> ExecutionResult:
        """Answer one operation."""
        if not request_data.query:
            raise HTTPException(400, "No GraphQL query found in the request")
        answer = await self._answer(request, request_data)
        code = answer.code
        if code is not None and code in STATUS:
            sub_response.status_code = STATUS[code]
            if STATUS[code] == 503:
                sub_response.headers["Retry-After"] = "2"
            if STATUS[code] == 401:
                sub_response.headers["WWW-Authenticate"] = "Bearer"
        elif answer.data is None and sub_response.media_type == RESPONSE:
            sub_response.status_code = 400
        return ExecutionResult(data=answer.data, errors=list(answer.errors) or None)

    async def _answer(self, request: Request, data: GraphQLRequestData) -> Answer:
        try:
            viewer = await self.doorkeeper.viewer(request)
        except Failure as failure:
            return Answer(None, tuple(map(problem_error, failure.problems)))
        return await self.views[viewer].engine.answer(str(data.query), data.variables, data.operation_name)

    async def process_result(self, request: Request, result: ExecutionResult | CoreResult) -> GraphQLHTTPResponse:
        """Return the response document."""
        return Answer(result.data, tuple(result.errors or ())).document()  # type: ignore[return-value]

    def create_response(
        self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: Response
    ) -> Response:
        """Return the response, of the media type that the client accepts."""
        response = super().create_response(response_data, sub_response)
        response.headers["Content-Type"] = str(sub_response.media_type)
        return response

    def encode_json(self, data: object) -> bytes:
        """Return `data` as JSON."""
        return orjson.dumps(data)

    def decode_json(self, data: str | bytes) -> object:
        """Return the value that JSON `data` writes."""
        return orjson.loads(data)


def _announced(request: HTTPConnection) -> None:
    """Refuse (HTTP_TOO_LARGE) a request that says itself that it is too long, before any of it is read."""
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length[:20]) > MOST_BYTES:
        raise _too_large(MOST_BYTES)


def _too_large(most: int) -> Failure:
    return Failure.of("HTTP_TOO_LARGE", f"the request has more than {most} bytes", "send a shorter operation")


def _at_most(receive: Receive, most: int) -> Receive:
    """Return `receive` that raises HTTP_TOO_LARGE once more than `most` bytes have come."""
    total = 0

    async def counted() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        if total > most:
            raise _too_large(most)
        return message

    return counted
