"""The bytes of an answer, plain and packed (gzip): each form is made when it is first needed."""

from __future__ import annotations

import gzip

WORTH = 2_000
"""Bytes from which an answer is packed; shorter ones travel in a packet or two anyway."""

QUICK = 1
"""How hard gzip tries: lists of objects become a sixth or less at once, and little shorter in three times the time."""


class Body:
    """Made of its `plain` bytes, or of what is `packed` alone."""

    __slots__ = ("_packed", "_plain")

    def __init__(self, plain: bytes | None, packed: bytes | None = None) -> None:
        self._plain = plain
        self._packed = packed

    @property
    def plain(self) -> bytes:
        """The bytes as they were made."""
        if self._plain is None:
            return gzip.decompress(self._packed or b"")
        return self._plain

    @property
    def packed(self) -> bytes | None:
        """The bytes packed; None for what is not worth it. The same bytes are packed alike at any time."""
        if self._packed is None and self._plain is not None and len(self._plain) >= WORTH:
            self._packed = gzip.compress(self._plain, QUICK, mtime=0)
        return self._packed

    def kept(self) -> Body:
        """Return the body as it takes least room."""
        packed = self.packed
        return self if packed is None else Body(None, packed)

    def __len__(self) -> int:
        return sum(len(form) for form in (self._plain, self._packed) if form is not None)
