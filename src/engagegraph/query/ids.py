"""Global identifiers and cursors: opaque to clients, plain inside."""

from __future__ import annotations

import base64
import binascii
from functools import lru_cache

import orjson

from engagegraph.errors import Failure


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))


@lru_cache(maxsize=65536)
def encode_id(type_name: str, slug: str) -> str:
    """Return the global identifier of a node."""
    return _encode(f"{type_name}:{slug}".encode())


def decode_id(text: str) -> tuple[str, str]:
    """Return type and slug of a global identifier; `Failure` ID_INVALID when it is none."""
    try:
        type_name, colon, slug = _decode(text).decode().partition(":")
    except (binascii.Error, UnicodeError):
        colon = type_name = slug = ""
    if not colon or not type_name or not slug:
        raise Failure.of("ID_INVALID", f'"{text[:40]}" is no identifier', "use the `id` of a node as you got it")
    return type_name, slug


def encode_cursor(signature: str, values: list[object]) -> str:
    """Return the cursor of a row: the list it belongs to and its place in the order."""
    return _encode(orjson.dumps([signature, *values]))


def decode_cursor(text: str, signature: str, length: int) -> list[object]:
    """Return the order values in a cursor; `Failure` when it is none, or one of another list."""
    try:
        found = orjson.loads(_decode(text))
    except (binascii.Error, UnicodeError, orjson.JSONDecodeError):
        found = None
    if not isinstance(found, list) or not found or not isinstance(found[0], str) or not all(map(_ordered, found)):
        raise cursor_invalid(text)
    if found[0] != signature or len(found) != length + 1:
        raise Failure.of(
            "CURSOR_FOREIGN",
            "this cursor belongs to another list",
            "keep all other arguments as they were while paging, or start anew without cursor",
        )
    return found[1:]


def _ordered(value: object) -> bool:
    """Say whether a row may have such a value in its order: no list, no object, no number that Neo4j does not know."""
    return not isinstance(value, list | dict) and (not isinstance(value, int) or value < 2**63)


def cursor_invalid(text: str) -> Failure:
    """Return the failure of a text that is no cursor."""
    hint = "use a `cursor`, `endCursor` or `startCursor` as you got it"
    return Failure.of("CURSOR_INVALID", f'"{text[:40]}" is no cursor', hint)
