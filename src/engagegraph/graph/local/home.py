"""The folder a private Neo4j lives in, and the locks and small files in it."""

from __future__ import annotations

import fcntl
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engagegraph.errors import Failure

NOT_OWNER = 75
"""Exit code of a supervisor that finds the home owned by another one."""


@dataclass(frozen=True, slots=True)
class Home:
    """The places in a home. Nothing outside the home is ever written, but for `jars` when it is set elsewhere.

    jars/       Neo4j itself, in the layout of a Maven repository; `ENGAGEGRAPH_JARS` names one shared by several homes
    neo4j/      the server's own home: conf, data, logs
    run/        who runs it: `owner` (locked while a supervisor lives), `server.json` (how to reach the supervisor)
    """

    root: Path
    jars: Path

    @classmethod
    def of(cls, root: Path | None = None, environment: Mapping[str, str] = os.environ) -> Home:
        """Return the given home, else `ENGAGEGRAPH_HOME`, else the platform's folder for a user's data."""
        shared = environment.get("ENGAGEGRAPH_JARS", "")
        if root is None:
            named = environment.get("ENGAGEGRAPH_HOME", "")
            root = Path(named).expanduser() if named else _platform_folder(environment)
        root = root.absolute()
        return cls(root, Path(shared).expanduser().absolute() if shared else root / "jars")

    @property
    def server(self) -> Path:
        """What Neo4j calls its home directory."""
        return self.root / "neo4j"

    @property
    def logs(self) -> Path:
        """All logs, Neo4j's and the supervisor's."""
        return self.server / "logs"

    @property
    def password(self) -> Path:
        """The file with the password of the user `neo4j`."""
        return self.server / "password"

    @property
    def owner(self) -> Path:
        """The file whose lock the supervisor holds as long as it lives."""
        return self.root / "run" / "owner"

    @property
    def card(self) -> Path:
        """How to reach the supervisor; may be stale, so whoever reads it must try."""
        return self.root / "run" / "server.json"

    def make(self) -> None:
        """Make the folders, readable for their owner only. Errors: HOME_UNUSABLE."""
        for folder in (self.root, self.jars, self.server, self.logs, self.owner.parent):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise Failure.of(
                    "HOME_UNUSABLE",
                    f"the folder cannot be made: {error.strerror}",
                    "let ENGAGEGRAPH_HOME name a folder that you may write to",
                    str(folder),
                ) from None

    def read_card(self) -> dict[str, Any]:
        """Return what the last supervisor wrote about itself, or {}."""
        try:
            card = json.loads(self.card.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return card if isinstance(card, dict) else {}


def _platform_folder(environment: Mapping[str, str]) -> Path:
    named = environment.get("XDG_DATA_HOME", "")
    if named:
        return Path(named) / "engagegraph"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "engagegraph"
    return Path.home() / ".local" / "share" / "engagegraph"


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, in one step: a reader sees the old or the new text, never a half."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def try_lock(path: Path) -> int | None:
    """Lock a file and return the descriptor that holds the lock, or None when someone else holds it.

    The kernel frees the lock when the descriptor's last owner is gone, however it died; the file itself means nothing.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def is_locked(path: Path) -> bool:
    """Say whether someone holds the lock right now."""
    if not path.exists():
        return False
    descriptor = try_lock(path)
    if descriptor is None:
        return True
    os.close(descriptor)
    return False


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file, waiting for it as long as it takes."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
