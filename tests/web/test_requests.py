"""What a request asks, read from what an ASGI server hands over."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlencode

import orjson
import pytest

from engagegraph.errors import Failure
from engagegraph.web.request import (
    MOST_BYTES,
    RESPONSE,
    Asked,
    Refusal,
    accepted,
    least_revision,
    read_headers,
    read_request,
    takes_gzip,
)
from engagegraph.web.responses import Gone

TEXT = "{ dataset { name } }"
JSON = "application/json"


def read(
    method: str = "POST", body: bytes = b"", query: str = "", pieces: int = 1, gone: bool = False, **headers: str
) -> Asked:
    """Read a request whose body comes in so many pieces; the client may be gone before the last."""
    named = {"content-type": JSON, **{name.replace("_", "-"): value for name, value in headers.items()}}
    scope = {
        "method": method,
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in named.items()],
    }
    step = -(-len(body) // pieces) or 1
    parts = [body[at : at + step] for at in range(0, len(body), step)] or [b""]
    messages: list[dict[str, Any]] = [
        {"type": "http.request", "body": part, "more_body": number < len(parts)} for number, part in enumerate(parts, 1)
    ]
    if gone:
        messages[-1] = {"type": "http.disconnect"}

    async def receive() -> dict[str, Any]:
        return messages.pop(0)

    return asyncio.run(read_request(scope, receive, read_headers(scope)))


def posted(**document: Any) -> bytes:
    return orjson.dumps(document)


def refused(**request: Any) -> tuple[int, str]:
    with pytest.raises(Refusal) as caught:
        read(**request)
    return caught.value.status, caught.value.code


@pytest.mark.parametrize(
    ("accept", "taken"),
    [
        ("gzip", True),
        ("GZIP, deflate", True),
        ("br;q=1.0, x-gzip ; q=0.001", True),
        ("gzip;q=0", False),
        ("br, gzip; q=0.0, deflate", False),
        ("gzip;q=much", False),
        ("gzipped, notgzip", False),
        ("*", False),  # whatever it means, plain is right
        ("", False),
    ],
)
def test_who_takes_packed_answers(accept: str, taken: bool) -> None:
    assert takes_gzip({b"accept-encoding": accept}) is taken
    assert not takes_gzip({})


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", JSON),
        ("*/*", JSON),
        (RESPONSE, RESPONSE),
        (f"{RESPONSE}; charset=utf-8, {JSON};q=0.9", RESPONSE),
        (f"{RESPONSE};q=0.5,{JSON}", JSON),
        (f"{RESPONSE};q=0.5, {JSON}; q=0.500", RESPONSE),
        (f"{RESPONSE};q=0", JSON),
        (f"{RESPONSE};q=much", JSON),
        (f"{RESPONSE}; q*=utf-8''1; q", RESPONSE),
        (f"{RESPONSE}s", JSON),
    ],
)
def test_what_is_accepted(accept: str, kind: str) -> None:
    assert accepted({b"accept": accept.upper()}) == accepted({b"accept": accept}) == kind


def test_what_is_posted() -> None:
    whole = posted(query=TEXT, variables={"a": 1}, operationName="B", extensions={}, more=1)
    for pieces in (1, 7):
        assert read(body=whole, pieces=pieces) == Asked(TEXT, {"a": 1}, "B")
    nothing = posted(query=TEXT, variables=None, operationName=None, extensions=None)
    assert read(body=nothing, content_type="Application/JSON; charset=utf-8") == Asked(TEXT, None, None)


def test_what_stands_in_the_address() -> None:
    query = urlencode({"query": TEXT, "variables": '{"ä": [1]}', "operationName": "B", "extensions": ""})
    for method in ("GET", "HEAD"):
        assert read(method, query=query) == Asked(TEXT, {"ä": [1]}, "B")
    assert read("GET", query=urlencode({"query": TEXT, "variables": ""})) == Asked(TEXT, None, None)


@pytest.mark.parametrize(
    "document",
    [
        {"query": ""}, {"query": None}, {"query": 1}, {"variables": {}}, {"query": TEXT, "variables": [1]}, {"query": TEXT, "variables": "{}"},
        {"query": TEXT, "operationName": 1}, {"query": TEXT, "extensions": []},
    ],
)  # fmt: skip
def test_what_is_no_operation(document: dict[str, Any]) -> None:
    assert refused(body=posted(**document)) == (400, "HTTP_REQUEST")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'"x"', b"\xff", b'{"query": "\\ud800"}', b"[" * 100_000])
def test_what_is_no_object(body: bytes) -> None:
    assert refused(body=body) == (400, "HTTP_REQUEST")


@pytest.mark.parametrize("variables", ["{", "[1]", "1"])
def test_what_is_no_object_in_the_address(variables: str) -> None:
    assert refused(method="GET", query=urlencode({"query": TEXT, "variables": variables})) == (400, "HTTP_REQUEST")


def test_other_types_and_methods() -> None:
    assert refused(body=posted(query=TEXT), content_type="text/plain") == (415, "HTTP_REQUEST")
    assert refused(method="PUT", body=posted(query=TEXT)) == (405, "HTTP_REQUEST")


def test_what_is_too_large_is_not_read_to_its_end() -> None:
    for request in (
        {"body": b" " * (MOST_BYTES + 1), "pieces": 3},
        {"body": b"", "content_length": str(MOST_BYTES + 1)},
        {"body": b"", "content_length": "9" * 5_000},
    ):
        with pytest.raises(Failure) as caught:
            read(**request)
        assert caught.value.code == "HTTP_TOO_LARGE"
    assert read(body=posted(query=TEXT), content_length=str(MOST_BYTES)) == Asked(TEXT, None, None)


def test_who_goes_away_while_it_is_read() -> None:
    with pytest.raises(Gone):
        read(body=posted(query=TEXT), pieces=3, gone=True)


@pytest.mark.parametrize(("text", "found"), [("0", 0), (" 17 ", 17), ("9" * 15, int("9" * 15))])
def test_the_revision_that_is_named(text: str, found: int) -> None:
    assert least_revision({b"engagegraph-min-revision": text}) == found
    assert least_revision({}) == 0


@pytest.mark.parametrize("text", ["", "x", "-1", "1.5", "9" * 16, "²", "1,2"])
def test_what_is_no_revision(text: str) -> None:
    with pytest.raises(Refusal):
        least_revision({b"engagegraph-min-revision": text})


def test_headers_that_come_twice_are_one() -> None:
    scope = {"headers": [(b"accept", b"a"), (b"host", b"x"), (b"accept", b"b")]}
    assert read_headers(scope) == {b"accept": "a,b"}
