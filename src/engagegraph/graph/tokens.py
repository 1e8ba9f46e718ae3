"""Access tokens: random, shown once, stored as SHA-256 in the database beside the data they open."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from engagegraph.errors import Failure, nearest
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.model.visible import known_viewer

PREFIX = "eg_"

FIND = "MATCH (t:_Token {hash: $hash}) RETURN t.role"
"""The one statement that a server asks about a token."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token as the database knows it; the token itself is known to its owner only."""

    name: str
    role: str
    created: str


def digest(token: str) -> str:
    """Return what is stored of a token. It has 256 random bits, so a plain hash cannot be guessed back."""
    return hashlib.sha256(token.encode()).hexdigest()


def create(graph: Graph, model: Model, role: str, name: str) -> str:
    """Store a new token for the viewer class `role` under `name` and return it."""
    known_viewer(model, role, "--role")
    if any(token.name == name for token in listed(graph)):
        raise Failure.of(
            "TOKEN_NAME_TAKEN", f'there is a token "{name}" already', "revoke it, or choose another name", "--name"
        )
    token = PREFIX + secrets.token_urlsafe(32)
    created = datetime.now(UTC).isoformat(timespec="seconds")
    with graph.transaction() as tx:
        row = {"hash": digest(token), "role": role, "name": name, "created": created}
        tx.run("CREATE (t:_Token) SET t = $row", {"row": row})
    return token


def listed(graph: Graph) -> list[Token]:
    """Return all tokens, by name."""
    rows = graph.run("MATCH (t:_Token) RETURN t.name, t.role, t.created ORDER BY t.name")
    return [Token(*row) for row in rows]


def revoke(graph: Graph, name: str) -> None:
    """Delete the token called `name`."""
    known = [token.name for token in listed(graph)]
    if name not in known:
        raise Failure.of("TOKEN_UNKNOWN", f'no token "{name}"', nearest(name, known))
    with graph.transaction() as tx:
        tx.run("MATCH (t:_Token {name: $name}) DELETE t", {"name": name})
