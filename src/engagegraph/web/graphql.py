"""The GraphQL endpoint: a request in, bytes out; our engines answer, or the cache does.

What goes over the wire is "GraphQL over HTTP": clients that accept `application/graphql-response+json` get status codes
that say whether the operation ran; to all others an answer with errors is still an answer, 200 and `application/json`.
A client that goes away takes its query with it.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Mapping
from functools import partial
from time import monotonic

import orjson
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from engagegraph.errors import Failure
from engagegraph.model import PUBLIC
from engagegraph.query.engine import Answer, internal, problem_error
from engagegraph.web.body import Body
from engagegraph.web.engines import Views
from engagegraph.web.request import (
    JSON,
    READING,
    RESPONSE,
    Asked,
    Refusal,
    accepted,
    asks_cost,
    least_revision,
    read_headers,
    read_request,
    takes_gzip,
)
from engagegraph.web.responses import Gone, Reply, Responses
from engagegraph.web.viewers import Doorkeeper

STATUS = {
    "DATABASE_UNAVAILABLE": 503,
    "DATABASE_AUTH": 503,
    "DATABASE_BUSY": 503,
    "DATABASE_EMPTY": 503,
    "DATABASE_NOT_FOUND": 503,
    "NEO4J_TOO_OLD": 503,
    "REVISION_AHEAD": 503,
    "MEASURE_PENDING": 503,
    "OPERATION_TIMEOUT": 504,
    "TOKEN_INVALID": 401,
    "HTTP_TOO_LARGE": 413,
    "INTERNAL": 500,
}
"""HTTP status by error code, whatever the client accepts."""

MORE = {
    401: (b"www-authenticate", b"Bearer"),
    405: (b"allow", b"GET, HEAD, POST"),
    503: (b"retry-after", b"2"),
}
"""A header that goes with a status."""

SWEPT = 150
"""Replies after which Python looks for objects that hold each other.

The driver leaves 27 behind for each query. To clear 50,000 away takes 20 to 30 ms, in which nobody is answered, 4,000
one; and between answers there is little else to look through.
"""

OLDER = ((4_000, 2), (10, 1), (1, 0))
"""After so many sweeps how old is what is looked through: what queries hold that run during one is older afterwards.

Documents and prepared operations hold nothing that holds them; still, where the caches are full of them it takes tenths
of a second to look through everything.
"""

VARY = (b"vary", b"Accept, Accept-Encoding, Authorization")
PACKED = (b"content-encoding", b"gzip")
Headers = list[tuple[bytes, bytes]]
OF_CONTENT = {b"content-type", b"content-encoding"}
"""Headers that say something of bytes that are sent, and only then."""


class Endpoint:
    """`/graphql`, for GET and POST."""

    def __init__(self, views: Views, doorkeeper: Doorkeeper, responses: Responses) -> None:
        self.views = views
        self.doorkeeper = doorkeeper
        self.responses = responses
        self.replies = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; what is wrong with the request itself has the one error shape as well."""
        headers = read_headers(scope)
        viewer = PUBLIC
        try:
            asked = await read_request(scope, receive, headers)
            least, priced = least_revision(headers), asks_cost(headers)
            if b"authorization" in headers:
                viewer = await self.doorkeeper.viewer(HTTPConnection(scope))
            reply = await self._reply(viewer, asked, least, priced, receive)
        except Gone:
            return
        except Failure as failure:
            reply = failed(failure)
        except Exception as error:  # noqa: BLE001 - whatever it is, its place is the log
            reply = failed(Failure([internal(error, "a request")]))
        await send_reply(reply, scope, headers, send, public=viewer == PUBLIC)
        self.replies += 1
        sweeps, more = divmod(self.replies, SWEPT)
        if not more:
            gc.collect(next(generation for turns, generation in OLDER if sweeps % turns == 0))

    async def _reply(self, viewer: str, asked: Asked, least: int, priced: bool, receive: Receive) -> Reply:
        responses = self.responses
        if least:
            await responses.clock.reach(least)
        key = responses.key(viewer, asked.text, asked.variables, asked.operation, priced)
        reply = await responses.find(key, least)
        if reply is None:
            make = partial(self._answered, viewer, asked, least, priced)
            reply = await responses.share(key, least, make, partial(_left, receive))
        return reply

    async def _answered(self, viewer: str, asked: Asked, least: int, priced: bool) -> Reply:
        engine = (await self.views.get(viewer)).engine
        begin = monotonic()
        answer = await engine.answer(asked.text, asked.variables, asked.operation, least=least, priced=priced)
        if answer.moment is not None:
            self.responses.clock.learn(answer.moment, begin, moving=answer.moving)
        code = answer.code
        status = 200 if code is None else STATUS.get(code, 200)
        body = Body(orjson.dumps(answer.document()))
        at = self.responses.past.at(answer.at) if self.responses.kept.weight else {}
        return Reply(body, status, answer.moment, answer.reads, at, code, priced, begin)


class SchemaText:
    """`/schema.graphql`: the schema as the viewer sees it."""

    def __init__(self, views: Views, doorkeeper: Doorkeeper) -> None:
        self.views = views
        self.doorkeeper = doorkeeper

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        headers, viewer = read_headers(scope), PUBLIC
        try:
            viewer = await self.doorkeeper.viewer(HTTPConnection(scope))
            view = await self.views.get(viewer)
        except Failure as failure:
            await send_reply(failed(failure), scope, headers, send, public=True)
        else:
            await send_body(view.text, "text/plain", 200, [], headers, send, tagged=True, public=viewer == PUBLIC)


async def _left(receive: Receive) -> None:
    """Wait until the client goes away."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def send_reply(reply: Reply, scope: Scope, asked: Mapping[bytes, str], send: Send, *, public: bool) -> None:
    """Send a reply as the client accepts it."""
    kind, status = accepted(asked), reply.status
    if reply.code is not None and status == 200 and kind == RESPONSE:
        status = 400
    headers = [MORE[status]] if status in MORE else []
    if reply.moment is not None:
        headers.append((b"engagegraph-revision", str(reply.moment.revision).encode()))
    if reply.priced:
        headers.append((b"cache-control", b"no-store"))
    tagged = scope["method"] in READING and reply.code is None and not reply.priced
    await send_body(reply.body, kind, status, headers, asked, send, tagged=tagged, public=public)


async def send_body(
    content: Body,
    kind: str,
    status: int,
    more: Headers,
    asked: Mapping[bytes, str],
    send: Send,
    *,
    tagged: bool,
    public: bool,
) -> None:
    """Send bytes of a media type as the client takes them; `tagged`, so that it may ask whether they changed."""
    headers = [(b"content-type", f"{kind}; charset=utf-8".encode()), VARY, *more]
    packed = content.packed if takes_gzip(asked) else None
    body = content.plain if packed is None else packed
    if packed is not None:
        headers.append(PACKED)
    if tagged:
        # Each form has a tag of its own.
        tag = f'"{hashlib.blake2b(kind.encode() + body, digest_size=12).hexdigest()}"'
        headers += [(b"etag", tag.encode()), (b"cache-control", b"no-cache" if public else b"private, no-cache")]
        known = {part.strip().removeprefix("W/") for part in asked.get(b"if-none-match", "").split(",")}
        if tag in known or known == {"*"}:
            status, body = 304, b""
            headers = [header for header in headers if header[0] not in OF_CONTENT]
    if status != 304:
        headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def failed(failure: Failure) -> Reply:
    """Return a failure in the one error shape."""
    document = Answer(None, tuple(map(problem_error, failure.problems))).document()
    status = failure.status if isinstance(failure, Refusal) else STATUS.get(failure.code, 400)
    return Reply(Body(orjson.dumps(document)), status, code=failure.code)


def failed_response(failure: Failure, status: int | None = None) -> Response:
    """Return a failure as the response of another route."""
    reply = failed(failure)
    response = Response(reply.body.plain, status or reply.status, media_type=JSON)
    if response.status_code in MORE:
        response.raw_headers.append(MORE[response.status_code])
    return response
