"""Where a Neo4j is and how to get in: `Address`, read from the environment or leased from the private server."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from engagegraph.errors import Failure, nearest

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")

Progress = Callable[[str, int, int], None]
"""Told of long work: (what, done, total) in bytes; 0 and 0 where nothing can be counted; "" for `what` at the end."""


@dataclass(frozen=True, slots=True)
class Address:
    """A Neo4j database. The password never appears in `repr`, so an address may be logged."""

    uri: str
    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = "neo4j"

    def __post_init__(self) -> None:
        """Refuse what no driver could open (DATABASE_URI)."""
        try:
            parts = urlsplit(self.uri)
            host, scheme = parts.hostname, parts.scheme
            _ = parts.port
        except ValueError as error:
            raise Failure.of(
                "DATABASE_URI", f"not a database address: {error}", 'like "neo4j://localhost:7687"', "NEO4J_URI"
            ) from None
        if scheme not in SCHEMES or "://" not in self.uri:
            shown = f'"{scheme}" is not a scheme of Neo4j' if "://" in self.uri else "the address names no scheme"
            raise Failure.of("DATABASE_URI", shown, nearest(scheme, SCHEMES), "NEO4J_URI")
        if not host:
            raise Failure.of(
                "DATABASE_URI", "the address names no host", f'like "{scheme}://localhost:7687"', "NEO4J_URI"
            )
        if parts.username is not None or parts.password is not None:
            raise Failure.of(
                "DATABASE_URI",
                "the address holds a user or password",
                "put them into NEO4J_USER and NEO4J_PASSWORD (or NEO4J_PASSWORD_FILE)",
                "NEO4J_URI",
            )


def from_environment(environment: Mapping[str, str] = os.environ) -> Address | None:
    """Return the given server's address, or None when `NEO4J_URI` is not set.

    Reads `NEO4J_URI`, `NEO4J_USER`, `NEO4J_PASSWORD` or `NEO4J_PASSWORD_FILE` (its first line), `NEO4J_DATABASE`.
    Errors: DATABASE_URI for an unusable address, DATABASE_AUTH for a password file that cannot be read or both
    password settings at once.
    """
    uri = environment.get("NEO4J_URI", "").strip()
    if not uri:
        return None
    password = environment.get("NEO4J_PASSWORD", "")
    file = environment.get("NEO4J_PASSWORD_FILE", "")
    if password and file:
        raise Failure.of(
            "DATABASE_AUTH", "both NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are set", "set one of them", "NEO4J_PASSWORD"
        )
    if file:
        try:
            password = (Path(file).read_text(encoding="utf-8").splitlines() or [""])[0]
        except OSError as error:
            raise Failure.of(
                "DATABASE_AUTH",
                f"the password file cannot be read: {error.strerror}",
                "name a file whose first line is the password",
                f"NEO4J_PASSWORD_FILE={file}",
            ) from None
    return Address(
        uri=uri,
        user=environment.get("NEO4J_USER") or "neo4j",
        password=password,
        database=environment.get("NEO4J_DATABASE") or "neo4j",
    )


@contextmanager
def resolve_address(
    environment: Mapping[str, str] = os.environ, home: Path | None = None, progress: Progress | None = None
) -> Iterator[Address]:
    """Yield the address to use: the environment's server if `NEO4J_URI` is set, else the private one.

    The private server runs at least as long as the context is open. `home` (default: `ENGAGEGRAPH_HOME`, else the
    platform's data folder) is where it lives; `progress` is told of the download and the start.
    Errors: those of `from_environment` and of `local.lease`.
    """
    given = from_environment(environment)
    if given is not None:
        yield given
        return
    from engagegraph.graph import local

    with local.lease(home, progress) as address:
        yield address
