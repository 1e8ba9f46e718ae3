"""The built GraphiQL page: whole, relative, and loading nothing from a foreign host."""

import json
import re
import subprocess
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from graphql import build_schema, introspection_from_schema

import engagegraph

PAGE = Path(engagegraph.__file__).parent / "web" / "static" / "graphiql"

# Names of XML vocabularies, and addresses that stand in messages and links for people: nothing here is ever loaded.
NAMED_ONLY = {
    "www.w3.org": "XML namespaces",
    "react.dev": "React's error texts",
    "github.com": "links in GraphiQL's settings and in an error text",
    "codemirror.net": "link in a warning",
    "yarnpkg.com": "link in the warning about two copies of graphql",
    "en.wikipedia.org": "description of the type Float",
    "commonmark.org": "description of @deprecated",
    "spec.graphql.org": "descriptions of the built-in types",
    "www.onegraph.com": "an attribution that is switched off",
}

# What a strict server may send; style attributes are CodeMirror's, data: fonts are in app.css.
POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; "
    "style-src 'self' 'unsafe-inline'; font-src data:; img-src 'self' data:"
)

EXAMPLES: list[dict[str, Any]] = [
    {"title": "Kreise, die mitmachen", "group": "Frontend", "query": "query Kreise { districts }", "variables": None},
    {"title": "Wie hängt das zusammen?", "group": "Forschung", "query": "query Pfad { districts }", "variables": {}},
    {"title": "Änderungen prüfen", "group": "Redaktion", "query": "query Neu { districts }", "variables": None},
]


def test_files_are_all_there() -> None:
    names = {path.name for path in PAGE.iterdir()}
    assert names == {"index.html", "app.js", "app.css", "LICENSES.txt", "sources.sha256"}
    assert "graphiql 4." in (PAGE / "LICENSES.txt").read_text()


def test_page_and_styles_load_only_their_neighbours() -> None:
    page = (PAGE / "index.html").read_text()
    assert re.findall(r'(?:src|href)="([^"]*)"', page) == ["data:,", "app.css", "app.js"]
    assert "<title>engagegraph</title>" in page
    styles = (PAGE / "app.css").read_text()
    assert "@import" not in styles
    targets = re.findall(r"url\(\s*[\"']?([^)]{0,40})", styles)
    assert targets
    assert all(target.startswith("data:") for target in targets)


def test_script_names_no_host_but_those_known_to_be_text() -> None:
    hosts = set(re.findall(r"(?:https?|wss?)://([a-z0-9.-]+\.[a-z]+)", (PAGE / "app.js").read_text()))
    assert hosts <= NAMED_ONLY.keys()


class Site(SimpleHTTPRequestHandler):
    """The page under a sub-path with an API beside it that knows introspection and one field."""

    schema = json.dumps({"data": introspection_from_schema(build_schema("type Query { districts: [String!]! }"))})

    def do_GET(self) -> None:
        if self.path == "/sub/examples.json":
            self.answer(json.dumps(EXAMPLES))
        else:
            super().do_GET()

    def do_POST(self) -> None:
        if self.path == "/sub/graphql":
            self.rfile.read(int(self.headers["content-length"]))
            self.answer(self.schema)
        else:
            self.send_error(404)

    def answer(self, body: str) -> None:
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.end_headers()
        self.wfile.write(body.encode())

    def translate_path(self, path: str) -> str:
        return str(
            PAGE / path.removeprefix("/sub/graphiql/").replace("..", "") / ("index.html" if path.endswith("/") else "")
        )

    def end_headers(self) -> None:
        self.send_header("content-security-policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keeps the test's output quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.mark.browser
def test_page_runs_in_a_browser_and_asks_only_its_own_server(site: str, tmp_path: Path, chromium: str) -> None:
    log = tmp_path / "net.json"
    flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    shown = subprocess.run(
        [
            *(chromium, *flags.split(), "--disable-component-update", "--disable-sync"),
            *(f"--user-data-dir={tmp_path / 'profile'}", f"--log-net-log={log}", "--virtual-time-budget=8000"),
            *("--dump-dom", f"{site}/sub/graphiql/"),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    ).stdout

    for text in (
        "<h1>engagegraph</h1>",
        "Frontend ▾",
        "Forschung ▾",
        "Redaktion ▾",
        "Show GraphiQL Explorer",
        "Show History",
    ):
        assert text in shown
    tabs = re.findall(r'class="[^"]*graphiql-tab-button[^"]*"[^>]*>([^<]*)<', shown)
    assert tabs == [example["title"] for example in EXAMPLES]

    # Chromium itself also talks to the network; what the page asks for bears the page as its initiator.
    text = log.read_text()
    entries = json.loads(text if text.rstrip().endswith("}") else text.rstrip().rstrip(",") + "]}")["events"]
    asked = {entry["params"]["url"] for entry in entries if entry.get("params", {}).get("initiator") == site}
    asked = {url for url in asked if not url.startswith("data:")}
    assert asked == {
        f"{site}/sub/{path}" for path in ("graphiql/app.js", "graphiql/app.css", "examples.json", "graphql")
    }
