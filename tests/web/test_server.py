"""The API over real HTTP: a server process, a private Neo4j, requests from outside."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from engagegraph.graph import local
from engagegraph.graph.client import Graph
from engagegraph.graph.tokens import PREFIX

pytestmark = pytest.mark.db

SEEDS = Path(__file__).parent.parent / "golden" / "seeds"
QUERY = '{ programme(slug: "starke-orte") { slug participants { totalCount } } }'
PATIENCE = 120


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("NEO4J_")}
    return {**kept, "ENGAGEGRAPH_HOME": str(home), **more}


def run(home: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "engagegraph", *arguments]
    done = subprocess.run(command, env=environment(home), capture_output=True, text=True, check=True, timeout=PATIENCE)
    return done.stdout


@contextmanager
def serving(home: Path, *arguments: str, **more: str) -> Iterator[tuple[httpx.Client, subprocess.Popen[str]]]:
    """Start `engagegraph serve` on a free port and yield a client once it says where it is: from then on it answers."""
    port = free_port()
    command = [sys.executable, "-m", "engagegraph", "serve", "--port", str(port), *arguments]
    process = subprocess.Popen(command, env=environment(home, **more), stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        said = [process.stdout.readline() for _ in range(3)]
        assert said == [
            f"GraphiQL  http://127.0.0.1:{port}/graphiql/\n",
            f"GraphQL   http://127.0.0.1:{port}/graphql\n",
            "Stop with Ctrl-C\n",
        ]
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            yield client, process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)
        process.stdout.close()


def wait(reached: Callable[[], bool], process: subprocess.Popen[str] | None = None) -> None:
    end = time.monotonic() + PATIENCE
    while not reached():
        assert process is None or process.poll() is None, "the server ended"
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.2)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("served")
    with local.lease(folder):
        run(folder, "seed", str(SEEDS))
        yield folder
    local.stop(folder, force=True)


@pytest.fixture(scope="module")
def client(home: Path) -> Iterator[httpx.Client]:
    with serving(home) as (client, _):
        yield client


def ask(client: httpx.Client, query: str, token: str | None = None, **variables: Any) -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return client.post("/graphql", json={"query": query, "variables": variables}, headers=headers)


def test_post_and_get_answer_the_same(client: httpx.Client) -> None:
    posted, got = ask(client, QUERY), client.get("/graphql", params={"query": QUERY})
    assert posted.status_code == got.status_code == 200
    assert posted.json() == got.json()
    assert posted.json()["data"]["programme"]["slug"] == "starke-orte"


def test_variables_and_operation_names(client: httpx.Client) -> None:
    query = "query A($s: String!) { programme(slug: $s) { slug } } query B { dataset { name } }"
    body = {"query": query, "variables": {"s": "starke-orte"}, "operationName": "A"}
    assert client.post("/graphql", json=body).json() == {"data": {"programme": {"slug": "starke-orte"}}}


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{ nothing }", "GRAPHQL_INVALID"),
        ("{ dataset {", "GRAPHQL_SYNTAX"),
        ("{ programmes(first: 1000) { totalCount } }", "PAGE_SIZE"),
        ("{ programme { slug } }", "LOOKUP_KEY"),
        ('{ node(id: "x") { id } }', "ID_INVALID"),
        ("mutation { x }", "GRAPHQL_INVALID"),
    ],
)
def test_errors_have_codes_and_one_shape(client: httpx.Client, query: str, code: str) -> None:
    document = ask(client, query).json()
    assert document["errors"][0]["extensions"]["code"] == code
    assert document["errors"][0]["message"]
    assert document.get("data") is None


def test_a_request_that_is_none_has_the_same_shape(client: httpx.Client) -> None:
    for response in (
        client.post("/graphql", content=b"{", headers={"Content-Type": "application/json"}),
        client.post("/graphql", content=b"x", headers={"Content-Type": "text/plain"}),
        client.post("/graphql", json={}),
        client.put("/graphql", json={"query": QUERY}),
    ):
        assert 400 <= response.status_code < 500
        assert response.json()["errors"][0]["extensions"]["code"] == "HTTP_REQUEST"


def test_a_request_that_is_too_large_is_refused(client: httpx.Client) -> None:
    response = client.post("/graphql", content=b" " * 2_000_000, headers={"Content-Type": "application/json"})
    assert response.status_code == 413
    assert response.json()["errors"][0]["extensions"]["code"] == "HTTP_TOO_LARGE"


def test_what_is_nowhere_has_the_same_shape(client: httpx.Client) -> None:
    response = client.get("/nowhere")
    assert response.status_code == 404
    assert response.json()["errors"][0]["extensions"]["code"] == "HTTP_REQUEST"


@pytest.mark.parametrize(
    "selection",
    [
        'search(query: "a", types: []) { totalCount nodes { __typename } edges { score } pageInfo { endCursor } }',
        "nodes(ids: []) { id }",
        "programmes(where: { slug: { in: [] } }) { totalCount nodes { slug } }",
        "programmes(where: { OR: [] }) { totalCount nodes { slug } }",
        "programmes(where: { NOT: { AND: [] } }) { totalCount nodes { slug } }",
        "programmes(where: { kind: { in: [] } }) { totalCount nodes { slug } }",
        "programmes(where: { NOT: { participants: { every: { OR: [{}] } } } }) { totalCount nodes { slug } }",
    ],
)
def test_of_nothing_nothing_is_found(client: httpx.Client, selection: str) -> None:
    document = ask(client, f"{{ found: {selection} }}").json()
    found = document["data"]["found"]
    assert found == [] or (found["totalCount"], found["nodes"]) == (0, [])


@pytest.mark.parametrize(
    "where", ["{}", "{ AND: [] }", "{ NOT: { OR: [] } }", "{ slug: { notIn: [] } }", "{ slug: {} }"]
)
def test_no_condition_keeps_everything(client: httpx.Client, where: str) -> None:
    query = f"{{ some: programmes(where: {where}, orderBy: []) {{ totalCount }} all: programmes {{ totalCount }} }}"
    data = ask(client, query).json()["data"]
    assert data["some"] == data["all"]
    assert data["all"]["totalCount"] > 0


def test_tokens_open_the_editors_view_and_close_it_again(home: Path, client: httpx.Client) -> None:
    query = '{ person(slug: "anna-muster") { name email } }'
    token = run(home, "token", "create", "--role", "editor", "--name", "probe").strip()
    assert token.startswith(PREFIX)
    assert "@" in ask(client, query, token).json()["data"]["person"]["email"]
    refused = ask(client, query).json()["errors"][0]
    assert refused["extensions"]["code"] == "GRAPHQL_INVALID"
    assert "email" in client.get("/schema.graphql", headers={"Authorization": f"Bearer {token}"}).text
    with local.lease(home) as address, Graph.open(address) as graph:
        stored = graph.run("MATCH (t:_Token) RETURN properties(t)")
    assert token not in str(stored)
    assert "probe\teditor" in run(home, "token", "list")
    run(home, "token", "revoke", "probe")
    with serving(home) as (other, _):  # one that has not seen the token yet; others notice within half a minute
        response = ask(other, query, token)
    assert response.status_code == 401
    assert response.json()["errors"][0]["extensions"]["code"] == "TOKEN_INVALID"
    assert response.headers["WWW-Authenticate"] == "Bearer"


def test_an_answer_says_what_it_cost_when_it_is_asked_and_is_not_kept(home: Path, client: httpx.Client) -> None:
    text = '{ programmes(first: 3, where: {title: {contains: "e"}}) { totalCount nodes { title } } }'
    told = {"engagegraph-cost": "1"}
    plain = client.get("/graphql", params={"query": text})
    for _ in range(2):
        priced = client.get("/graphql", params={"query": text}, headers=told)
        assert priced.json()["data"] == plain.json()["data"]
        cost = priced.json()["extensions"]["cost"]
        assert cost.keys() == {"estimated", "budget", "rows"}
        assert cost["rows"] == len(plain.json()["data"]["programmes"]["nodes"])
        assert 0 < cost["estimated"] < cost["budget"]
        assert priced.headers["cache-control"] == "no-store"
        assert "etag" not in priced.headers
        assert client.get("/graphql", params={"query": text}).json() == plain.json()
    token = run(home, "token", "create", "--role", "editor", "--name", "kosten").strip()
    bearer = {"authorization": f"Bearer {token}", **told}
    cost = client.post("/graphql", json={"query": text}, headers=bearer).json()["extensions"]["cost"]
    assert cost["hits"] > 0
    assert client.post("/graphql", json={"query": text}, headers={"engagegraph-cost": "yes"}).status_code == 400


def test_the_public_schema_names_nothing_hidden(client: httpx.Client) -> None:
    schema = client.get("/schema.graphql")
    assert schema.status_code == 200
    assert "type Query" in schema.text
    assert "editorNote" not in schema.text
    assert schema.headers["content-type"] == "text/plain; charset=utf-8"
    assert (schema.headers["content-encoding"], "Authorization" in schema.headers["vary"]) == ("gzip", True)
    known = {"If-None-Match": schema.headers["etag"]}
    assert client.get("/schema.graphql", headers=known).status_code == 304
    strange = client.get("/schema.graphql", headers={"Authorization": "Bearer eg_x"})
    assert (strange.status_code, strange.headers["www-authenticate"]) == (401, "Bearer")
    assert client.post("/schema.graphql").status_code == 405


def test_ready_and_live(client: httpx.Client) -> None:
    assert client.get("/health/live").json() == {"status": "live"}
    ready = client.get("/health/ready")
    assert ready.status_code == 200
    assert ready.json()["parts"]["content"]["revision"] >= 1


def test_other_origins_may_read(client: httpx.Client) -> None:
    headers = {"Origin": "https://frontend.example", "Access-Control-Request-Method": "POST"}
    assert client.options("/graphql", headers=headers).headers["access-control-allow-origin"] in {
        "*",
        headers["Origin"],
    }


def test_graphiql_and_its_examples(client: httpx.Client) -> None:
    page = client.get("/", follow_redirects=True)
    assert page.status_code == 200
    assert "engagegraph" in page.text
    examples = client.get("/examples.json").json()
    assert {e["group"] for e in examples} == {"Frontend", "Forschung", "Redaktion"}
    assert all(e["query"].strip() and e["title"] for e in examples)
    assert {type(e["variables"]) for e in examples} == {dict, type(None)}


def test_the_database_may_go_and_come_back(tmp_path: Path) -> None:
    with local.lease(tmp_path), serving(tmp_path) as (client, _):
        empty = client.get("/health/ready")
        assert empty.status_code == 503
        assert empty.json()["parts"]["content"]["code"] == "DATABASE_EMPTY"
        run(tmp_path, "seed", str(SEEDS))
        assert client.get("/health/ready").status_code == 200
        psutil.Process(local.status(tmp_path).server_pid).kill()
        wait(lambda: ask(client, QUERY).status_code == 503)
        gone = ask(client, QUERY)
        if gone.status_code == 503:  # the supervisor may have been quicker
            assert gone.json()["errors"][0]["extensions"]["code"] == "DATABASE_UNAVAILABLE"
            assert gone.headers["Retry-After"]
        wait(lambda: ask(client, QUERY).status_code == 200)
    local.stop(tmp_path, force=True)


def test_several_workers_answer(home: Path) -> None:
    with serving(home, "--workers", "2") as (client, process):
        wait(lambda: client.get("/health/ready").status_code == 200, process)
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: ask(client, QUERY).json(), range(32)))
    assert answers == [answers[0]] * 32


def test_a_taken_port_is_said(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [sys.executable, "-m", "engagegraph", "serve", "--port", str(taken.getsockname()[1])]
        done = subprocess.run(
            command, env=environment(home), capture_output=True, text=True, check=False, timeout=PATIENCE
        )
    assert done.returncode == 1
    assert "[PORT_TAKEN]" in done.stderr


def test_hostile_requests_do_not_hold_up_the_others(client: httpx.Client) -> None:
    hostile = "{" + " ".join(f"a{i}: dataset {{ name }}" for i in range(700)) + "}"

    def timed() -> float:
        begin = time.monotonic()
        assert ask(client, QUERY).status_code == 200
        return time.monotonic() - begin

    with ThreadPoolExecutor(50) as pool:
        refused = [pool.submit(ask, client, hostile) for _ in range(50)]
        timed()
        codes = {r.result().json()["errors"][0]["extensions"]["code"] for r in refused}
    assert codes == {"LIMIT_TOKENS"}
