"""Neo4j's jars: exactly the pinned ones, fetched once by `jgo`, every byte checked before it counts.

`jars.lock` names each jar by its Maven coordinate with size and SHA-256; `pin` renews it. A jar appears under its final
name only when it is whole and right, so an interrupted download goes on where it stopped. A marker says that all were
checked; with it, a start only compares sizes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from engagegraph.errors import Failure
from engagegraph.graph.address import Progress
from engagegraph.graph.local.home import Home, locked

if TYPE_CHECKING:
    from jgo.maven import MavenContext

LOCK_FILE = Path(__file__).with_name("jars.lock")

AT_ONCE = 6
"""Downloads at the same time: enough to hide latency, polite to the server."""


@dataclass(frozen=True, slots=True)
class Jar:
    """A pinned file of a Maven repository; `size` in bytes."""

    group: str
    artifact: str
    version: str
    classifier: str
    size: int
    sha256: str

    @property
    def path(self) -> Path:
        """Where it lies, relative to a Maven repository."""
        suffix = f"-{self.classifier}" if self.classifier else ""
        name = f"{self.artifact}-{self.version}{suffix}.jar"
        return Path(*self.group.split("."), self.artifact, self.version, name)

    def __str__(self) -> str:
        return ":".join(filter(None, (self.group, self.artifact, self.classifier, self.version)))


@cache
def pinned() -> tuple[Jar, ...]:
    """Return the jars of the lock file, in its order, which is the order of the class path."""
    jars = []
    for line in LOCK_FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            coordinate, size, sha256 = line.split()
            group, artifact, *classifier, version = coordinate.split(":")
            jars.append(Jar(group, artifact, version, "".join(classifier), int(size), sha256))
    return tuple(jars)


def ensure(home: Home, progress: Progress | None = None, jars: Sequence[Jar] | None = None) -> list[Path]:
    """Return the paths of all jars, in order, after fetching those that are missing or damaged.

    Milliseconds when they are there. Several processes may call it at once: one fetches, the others wait.
    Errors: JARS_UNREACHABLE (no network, a proxy in the way), JARS_DAMAGED (what came is not what was pinned).
    """
    jars = pinned() if jars is None else jars
    marker = home.jars / f"{_fingerprint(jars)}.complete"
    if not (marker.exists() and all(_size(home.jars / jar.path) == jar.size for jar in jars)):
        home.make()
        with locked(home.jars / "lock"):
            marker.unlink(missing_ok=True)
            missing = [jar for jar in jars if not _is(jar, home.jars / jar.path)]
            if missing:
                _fetch(missing, home, progress)
            marker.touch()
    return [home.jars / jar.path for jar in jars]


def _fingerprint(jars: Sequence[Jar]) -> str:
    return hashlib.sha256("\n".join(f"{jar} {jar.sha256}" for jar in jars).encode()).hexdigest()[:16]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _is(jar: Jar, path: Path) -> bool:
    """Say whether a file is the jar, byte for byte."""
    if _size(path) != jar.size:
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256


def _fetch(missing: Sequence[Jar], home: Home, progress: Progress | None) -> None:
    """Bring the jars into the home, from this machine where it has them, else from the Maven repository."""
    count = _Count(sum(jar.size for jar in missing), progress)
    for left_over in home.jars.glob(".fetch-*"):  # of a download that was killed; we hold the lock
        shutil.rmtree(left_over, ignore_errors=True)
    staging = Path(tempfile.mkdtemp(dir=home.jars, prefix=".fetch-"))
    # A failed jar cancels those not yet begun; the ones that came stay, so the next attempt is shorter.
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        context = _context(staging, count)
        for _ in pool.map(lambda jar: _bring(jar, home, context, count), missing):
            pass
    finally:
        pool.shutdown(cancel_futures=True)
        shutil.rmtree(staging, ignore_errors=True)


def _bring(jar: Jar, home: Home, context: MavenContext, count: _Count) -> None:
    target = home.jars / jar.path
    target.parent.mkdir(parents=True, exist_ok=True)
    for elsewhere in _elsewhere(home):
        if _is(jar, elsewhere / jar.path) and _link(elsewhere / jar.path, target):
            count.add(jar.size)
            return
    came = _download(jar, context)
    if not _is(jar, came):
        raise Failure.of(
            "JARS_DAMAGED",
            f"the download of {jar} is not the file that was pinned",
            "try again; if it stays so, something on the way changes files",
            str(LOCK_FILE.name),
        )
    came.replace(target)


def _download(jar: Jar, context: MavenContext) -> Path:
    artifact = context.project(jar.group, jar.artifact).at_version(jar.version).artifact(jar.classifier)
    try:
        return artifact.resolve()
    except (OSError, RuntimeError) as error:  # what its HTTP client raises is an OSError
        raise Failure.of(
            "JARS_UNREACHABLE",
            f"{jar} could not be downloaded: {error}",
            "check the network and the proxy settings (HTTPS_PROXY, REQUESTS_CA_BUNDLE), then start again: "
            "what has come stays",
        ) from error


def _context(staging: Path, count: _Count) -> MavenContext:
    """Return jgo's way to the Maven repository, with the user's own mirrors from jgo's settings if there are any."""
    from jgo.config import GlobalSettings
    from jgo.maven import MavenContext, PythonResolver

    context = MavenContext(resolver=PythonResolver(progress_callback=count.file), repo_cache=staging, timeout=60)
    context.remote_repos.update(GlobalSettings.load().repositories)
    return context


def _elsewhere(home: Home) -> Iterator[Path]:
    """Yield folders of this machine that may have the jars already: the user's usual home, the Maven cache."""
    from jgo.constants import default_maven_repo

    usual = Home.of().jars
    if usual != home.jars:
        yield usual
    yield default_maven_repo()


def _link(source: Path, target: Path) -> bool:
    """Make `target` the same file as `source`, or a copy where the disk cannot."""
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        temporary = target.with_name(f".{target.name}.{os.getpid()}")
        shutil.copyfile(source, temporary)
        temporary.replace(target)
    return True


class _Count:
    """Adds up the bytes of all downloads and tells the progress."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total = total
        self._done = 0
        self._progress = progress
        self._lock = threading.Lock()

    def add(self, size: int) -> None:
        with self._lock:
            self._done += size
            if self._progress:
                self._progress("Downloading Neo4j", self._done, self._total)

    @contextmanager
    def file(self, _name: str, _size: int) -> Iterator[Callable[[int], None]]:
        """What jgo calls for each file."""
        yield self.add
