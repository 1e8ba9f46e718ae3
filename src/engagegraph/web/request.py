"""What a request asks: "GraphQL over HTTP" read from ASGI, by GET and by POST."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import orjson
from starlette.types import Receive, Scope

from engagegraph.errors import Failure, Problem
from engagegraph.web.responses import Gone

JSON, RESPONSE = "application/json", "application/graphql-response+json"

READING = {"GET", "HEAD"}
"""Methods that ask by the address; who sends the response leaves the body of HEAD out."""

MOST_BYTES = 1_000_000
"""Bytes that a request may have; what is in it is measured more closely by the viewer's limits."""

HEADERS = {
    b"accept",
    b"accept-encoding",
    b"authorization",
    b"content-length",
    b"content-type",
    b"engagegraph-cost",
    b"engagegraph-min-revision",
    b"if-none-match",
}
"""Those that are read."""


_GZIP = re.compile(r"(?:^|,)\s*(?:x-)?gzip\s*(?:;\s*q\s*=\s*(\d(?:\.\d*)?)\s*)?(?=,|$)", re.IGNORECASE | re.ASCII)


class Refusal(Failure):
    """A request that is none; `status` says in HTTP how so."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__([Problem("HTTP_REQUEST", message, "send a GraphQL request as JSON by POST, or by GET")])
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """An operation as it was asked."""

    text: str
    variables: dict[str, Any] | None
    operation: str | None


def read_headers(scope: Scope) -> dict[bytes, str]:
    """Return the headers that matter; what is given several times is joined with commas."""
    found: dict[bytes, str] = {}
    for name, value in scope["headers"]:
        if name in HEADERS:
            text = value.decode("latin-1")
            found[name] = f"{found[name]},{text}" if name in found else text
    return found


def accepted(headers: Mapping[bytes, str]) -> str:
    """Return the media type to answer with: `RESPONSE` to those who ask for it by name and not for JSON rather."""
    accept = headers.get(b"accept", "").lower()
    if RESPONSE not in accept:
        return JSON
    wanted = {JSON: 0.0, RESPONSE: 0.0}
    for part in accept.split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        if name in wanted:
            quality = next((text[2:].strip() for text in parameters if text.startswith("q=")), "1")
            wanted[name] = float(quality) if re.fullmatch(r"[01](\.\d{0,3})?", quality, re.ASCII) else 0.0
    return RESPONSE if wanted[RESPONSE] > 0 and wanted[RESPONSE] >= wanted[JSON] else JSON


def takes_gzip(headers: Mapping[bytes, str]) -> bool:
    """Say whether the client takes an answer that is packed."""
    asked = _GZIP.search(headers.get(b"accept-encoding", ""))
    return asked is not None and float(asked[1] or 1) > 0


def least_revision(headers: Mapping[bytes, str]) -> int:
    """Return the revision that the client has seen and will not go behind; 0 without one."""
    if b"engagegraph-min-revision" not in headers:
        return 0
    text = headers[b"engagegraph-min-revision"].strip()
    if not re.fullmatch(r"\d{1,15}", text, re.ASCII):
        raise Refusal(400, "Engagegraph-Min-Revision must be the number of a revision")
    return int(text)


def asks_cost(headers: Mapping[bytes, str]) -> bool:
    """Say whether the client wants to know what the operation costs."""
    if b"engagegraph-cost" not in headers:
        return False
    text = headers[b"engagegraph-cost"].strip()
    if text not in {"0", "1"}:
        raise Refusal(400, "Engagegraph-Cost must be 1, or 0 as without it")
    return text == "1"


async def read_request(scope: Scope, receive: Receive, headers: Mapping[bytes, str]) -> Asked:
    """Return the operation that a request holds.

    Errors: `Refusal` when it holds none, `Failure` HTTP_TOO_LARGE, `Gone`.
    """
    if scope["method"] in READING:
        document: Any = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
        for name in ("variables", "extensions"):
            if document.get(name):
                document[name] = _parsed(document[name])
            else:
                document.pop(name, None)
    elif scope["method"] == "POST":
        kind = headers.get(b"content-type", "")
        if kind.partition(";")[0].strip().lower() != JSON:
            raise Refusal(415, f"the request's Content-Type must be {JSON}")
        length = headers.get(b"content-length", "")
        if length.isdecimal() and int(length[:20]) > MOST_BYTES:  # before any of it is read
            raise _too_large()
        document = _parsed(await _body(receive))
    else:
        raise Refusal(405, "GraphQL is asked by GET and POST")
    if not isinstance(document, dict):
        raise Refusal(400, "the request's body must be a JSON object: one operation")
    text, variables, operation = document.get("query"), document.get("variables"), document.get("operationName")
    if not isinstance(text, str) or not text:
        raise Refusal(400, "the request holds no GraphQL document: query must be a string")
    if not isinstance(variables, dict | None) or not isinstance(document.get("extensions"), dict | None):
        raise Refusal(400, "variables and extensions must be objects or null")
    if not isinstance(operation, str | None):
        raise Refusal(400, "operationName must be a string or null")
    return Asked(text, variables, operation)


def _parsed(text: str | bytes) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        raise Refusal(400, "the request does not hold JSON where it should") from None


async def _body(receive: Receive) -> bytes:
    parts: list[bytes] = []
    total, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        parts.append(message.get("body", b""))
        total += len(parts[-1])
        if total > MOST_BYTES:
            raise _too_large()
        more = message.get("more_body", False)
    return b"".join(parts)


def _too_large() -> Failure:
    return Failure.of("HTTP_TOO_LARGE", f"the request has more than {MOST_BYTES} bytes", "send a shorter operation")
