"""Who asks: anonymous readers are `public`; a bearer token names another viewer class."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Collection

from starlette.requests import HTTPConnection

from engagegraph.errors import Failure
from engagegraph.graph.tokens import FIND, digest
from engagegraph.model import PUBLIC
from engagegraph.query.moment import Run

KEEP = 30.0
"""Seconds for which a token's role is believed without asking again."""

_MOST = 10_000


class Doorkeeper:
    """Knows the viewer class of a request; asks the database at most once per token and half minute."""

    def __init__(self, run: Run, viewers: Collection[str]) -> None:
        self._run = run
        self._viewers = viewers
        self._known: OrderedDict[str, tuple[float, str | None]] = OrderedDict()

    async def viewer(self, request: HTTPConnection) -> str:
        """Return the viewer class; `Failure` TOKEN_INVALID for a token that is unknown or malformed."""
        header = request.headers.get("authorization")
        if header is None:
            return PUBLIC
        scheme, _, token = header.partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise Failure.of(
                "TOKEN_INVALID", "the Authorization header holds no bearer token", "write: Authorization: Bearer eg_…"
            )
        role = await self._role(digest(token.strip()))
        if role is None or role not in self._viewers:  # a token may be older than the model
            raise Failure.of(
                "TOKEN_INVALID", "this token is not known", "ask for a new one, or leave the Authorization header out"
            )
        return role

    async def _role(self, key: str) -> str | None:
        now = time.monotonic()
        found = self._known.get(key)
        if found is not None and now - found[0] < KEEP:
            return found[1]
        rows = await self._run(FIND, {"hash": key})
        role = str(rows[0][0]) if rows else None
        self._known[key] = (now, role)
        self._known.move_to_end(key)
        if len(self._known) > _MOST:
            self._known.popitem(last=False)
        return role
