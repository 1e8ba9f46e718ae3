"""Who is let in, and what readiness says, without a database."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import orjson
import pytest
from starlette.requests import HTTPConnection, Request

from engagegraph.errors import Failure
from engagegraph.graph.tokens import digest
from engagegraph.model import Model
from engagegraph.web import viewers
from engagegraph.web.examples import read_examples
from engagegraph.web.health import Readiness
from engagegraph.web.viewers import KEEP, Doorkeeper
from engagegraph.write.stored import Storage

Rows = list[list[Any]]


def request(authorization: str | None = None) -> Request:
    headers = [] if authorization is None else [(b"authorization", authorization.encode())]
    return Request({"type": "http", "method": "GET", "path": "/", "headers": headers, "query_string": b""})


def door(roles: dict[str, str]) -> tuple[Doorkeeper, list[str]]:
    """A doorkeeper whose database knows these tokens, and the hashes that it was asked for."""
    asked: list[str] = []

    async def run(cypher: str, parameters: dict[str, Any]) -> Rows:
        asked.append(parameters["hash"])
        return [[role] for token, role in roles.items() if digest(token) == parameters["hash"]]

    return Doorkeeper(run, ("public", "editor")), asked


def viewer(keeper: Doorkeeper, connection: HTTPConnection) -> str:
    return asyncio.run(keeper.viewer(connection))


def test_nobody_is_asked_about_the_anonymous() -> None:
    keeper, asked = door({})
    assert viewer(keeper, request()) == "public"
    assert asked == []


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic abc", "eg_abc"])
def test_what_is_no_token_is_refused_without_asking(header: str) -> None:
    keeper, asked = door({})
    with pytest.raises(Failure) as caught:
        viewer(keeper, request(header))
    assert caught.value.code == "TOKEN_INVALID"
    assert asked == []


def test_a_role_is_remembered_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    roles = {"eg_a": "editor"}
    keeper, asked = door(roles)
    now = [1000.0]
    monkeypatch.setattr("engagegraph.web.viewers.time.monotonic", lambda: now[0])
    assert [viewer(keeper, request(h)) for h in ("Bearer eg_a", "bearer  eg_a ")] == ["editor", "editor"]
    assert asked == [digest("eg_a")]
    roles.clear()
    now[0] += KEEP - 1
    assert viewer(keeper, request("Bearer eg_a")) == "editor"
    now[0] += 1
    with pytest.raises(Failure):
        viewer(keeper, request("Bearer eg_a"))
    with pytest.raises(Failure):
        viewer(keeper, request("Bearer eg_a"))
    assert len(asked) == 2


def test_a_role_that_the_model_no_longer_has_opens_nothing() -> None:
    keeper, _ = door({"eg_a": "auditor"})
    with pytest.raises(Failure) as caught:
        viewer(keeper, request("Bearer eg_a"))
    assert caught.value.code == "TOKEN_INVALID"


def test_not_everything_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(viewers, "_MOST", 2)
    keeper, asked = door(dict.fromkeys("abc", "editor"))
    for name in "abca":
        viewer(keeper, request(f"Bearer {name}"))
    assert asked == [digest(name) for name in "abca"]


def readiness(model: Model, look: Callable[[], Rows]) -> tuple[int, Any]:
    async def run(cypher: str, parameters: dict[str, Any]) -> Rows:
        return look()

    response = asyncio.run(Readiness(model, run).ready(request()))
    return response.status_code, orjson.loads(response.body)


def test_readiness(small: Model) -> None:
    mark = Storage(small).fingerprint()
    status, told = readiness(small, lambda: [[3, mark]])
    parts = {"database": {"ready": True}, "content": {"ready": True, "revision": 3}}
    assert (status, told) == (200, {"status": "ready", "parts": parts})

    for row, code in (([None, None], "DATABASE_EMPTY"), ([0, ""], "DATABASE_EMPTY"), ([3, "other"], "DATABASE_STALE")):
        status, told = readiness(small, lambda row=row: [row])  # type: ignore[misc]
        assert status == 503
        assert told["status"] == "not ready"
        assert told["parts"]["database"]["ready"] is True
        assert told["parts"]["content"]["code"] == code

    def gone() -> Rows:
        raise Failure.of("DATABASE_UNAVAILABLE", "nobody answers", "start it")

    status, told = readiness(small, gone)
    failed = {"ready": False, "code": "DATABASE_UNAVAILABLE", "message": "nobody answers", "hint": "start it"}
    assert (status, told["parts"]) == (503, {"database": failed})


def test_examples_are_read_with_their_comments(tmp_path: Any) -> None:
    (tmp_path / "a.graphql").write_text("# title: Wer?\n# group: Forschung\n# Eine Frage.\n{ a }\n", encoding="utf-8")
    (tmp_path / "a.variables.json").write_text('{"x": 1}', encoding="utf-8")
    (tmp_path / "b.graphql").write_text("{ b }", encoding="utf-8")
    one, other = read_examples(tmp_path)
    assert (one["title"], one["group"], one["variables"]) == ("Wer?", "Forschung", {"x": 1})
    assert one["query"] == "# Eine Frage.\n{ a }\n"
    assert (other["title"], other["group"], other["variables"], other["query"]) == ("b", "", None, "{ b }\n")
