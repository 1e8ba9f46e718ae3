"""The download, against a real HTTP server that plays the Maven repository, named to jgo as a user names a mirror."""

import gc
import hashlib
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from engagegraph.errors import Failure
from engagegraph.graph.local.home import Home
from engagegraph.graph.local.jars import Jar, ensure, pinned

# jgo does not close the response that says 404; it goes with the garbage.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")

CONTENT = {"one": b"1" * 50_000, "two": b"2" * 70_000}


def jar(name: str) -> Jar:
    return Jar("org.example", name, "1.0", "", len(CONTENT[name]), hashlib.sha256(CONTENT[name]).hexdigest())


JARS = [jar("one"), jar("two")]


class Repository(ThreadingHTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.served = {str(j.path): CONTENT[j.artifact] for j in JARS}
        self.asked: Counter[str] = Counter()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Repository)
        path = self.path.removeprefix("/")
        content = self.server.served.get(path)
        if not path.endswith(".sha1"):
            self.server.asked[Path(path).name] += 1
        self.send_response(404 if content is None else 200)
        self.send_header("Content-Length", str(len(content or b"")))
        self.end_headers()
        self.wfile.write(content or b"")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    server = Repository()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    settings = tmp_path / "jgo.conf"
    settings.write_text(f"[repositories]\ncentral = http://127.0.0.1:{server.server_address[1]}\n")
    monkeypatch.setenv("JGO_CONFIG_FILE", str(settings))
    monkeypatch.setenv("M2_REPO", str(tmp_path / "m2"))
    monkeypatch.setenv("ENGAGEGRAPH_HOME", str(tmp_path / "usual"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.delenv("ENGAGEGRAPH_JARS")
    yield server
    server.shutdown()
    thread.join()
    server.server_close()
    gc.collect()


@pytest.fixture
def home(tmp_path: Path, repository: Repository) -> Home:
    return Home.of(tmp_path / "home")


def left_over(home: Home) -> list[str]:
    return [p.name for p in home.jars.rglob("*") if p.is_file() and ".fetch-" in str(p)]


def test_the_lock_file_names_the_server_once_and_hashes_all() -> None:
    jars = pinned()
    assert len({j.path for j in jars}) == len(jars) > 200
    assert [str(j) for j in jars if j.artifact == "neo4j-server"] == ["org.neo4j.app:neo4j-server:5.26.30"]
    assert all(len(j.sha256) == 64 and j.size > 0 for j in jars)
    assert {j.classifier for j in jars} >= {"", "linux-x86_64"}
    assert any(j.path.name.endswith("-linux-x86_64.jar") for j in jars)


def test_jars_are_fetched_once_with_progress(home: Home, repository: Repository) -> None:
    told: list[tuple[str, int, int]] = []
    paths = ensure(home, lambda *now: told.append(now), JARS)
    assert [p.read_bytes() for p in paths] == list(CONTENT.values())
    assert told[-1] == ("Downloading Neo4j", 120_000, 120_000)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)
    assert ensure(home, None, JARS) == paths
    assert set(repository.asked.values()) == {1}
    assert left_over(home) == []


def test_a_damaged_download_never_counts(home: Home, repository: Repository) -> None:
    repository.served[str(JARS[0].path)] = b"0" * 50_000
    with pytest.raises(Failure, match=r"org\.example:one:1\.0") as caught:
        ensure(home, None, JARS)
    assert caught.value.code == "JARS_DAMAGED"
    assert not (home.jars / JARS[0].path).exists()
    assert left_over(home) == []


def test_what_has_come_stays_when_the_rest_does_not(home: Home, repository: Repository) -> None:
    gone = repository.served.pop(str(JARS[1].path))
    with pytest.raises(Failure) as caught:
        ensure(home, None, JARS)
    assert caught.value.code == "JARS_UNREACHABLE"
    repository.served[str(JARS[1].path)] = gone
    ensure(home, None, JARS)
    assert repository.asked["one-1.0.jar"] == 1


def test_nobody_answers(home: Home, repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "jgo.conf").write_text("[repositories]\ncentral = http://127.0.0.1:9\n")
    with pytest.raises(Failure) as caught:
        ensure(home, None, JARS)
    assert caught.value.code == "JARS_UNREACHABLE"


def test_a_jar_cut_short_on_disk_is_fetched_again(home: Home, repository: Repository) -> None:
    path = ensure(home, None, JARS)[0]
    path.write_bytes(b"1" * 10)
    assert ensure(home, None, JARS)[0].read_bytes() == CONTENT["one"]
    assert repository.asked == {"one-1.0.jar": 2, "two-1.0.jar": 1}


def test_left_overs_of_a_killed_download_go(home: Home) -> None:
    home.make()
    (home.jars / ".fetch-old").mkdir()
    (home.jars / ".fetch-old" / "half.jar").write_bytes(b"1")
    ensure(home, None, JARS)
    assert left_over(home) == []


def test_several_at_once_fetch_once(home: Home, repository: Repository) -> None:
    threads = [threading.Thread(target=ensure, args=(home, None, JARS)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert repository.asked == {"one-1.0.jar": 1, "two-1.0.jar": 1}


@pytest.mark.parametrize("place", ["m2", "usual/jars"])
def test_the_machine_has_them_already(home: Home, repository: Repository, tmp_path: Path, place: str) -> None:
    right, wrong = (tmp_path / place / j.path for j in JARS)
    for path, content in ((right, CONTENT["one"]), (wrong, b"0" * 70_000)):
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    paths = ensure(home, None, JARS)
    assert [p.read_bytes() for p in paths] == list(CONTENT.values())
    assert repository.asked == {"two-1.0.jar": 1}
