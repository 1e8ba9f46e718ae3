"""Packed parts of revisions ─▶ the page of changes that a viewer may see."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from engagegraph.model.packed import unpack_rows
from engagegraph.query.ids import encode_cursor, encode_id

Place = tuple[int, int, int]
Values = Collection[tuple[str, str, str | None]]
Sees = Mapping[str, Values]


def told(
    parts: list[list[Any]],
    size: int,
    after: Place | None,
    sees: Sees,
    types: Collection[str],
    newest: bool,
    signature: str,
) -> dict[str, Any]:
    """Return a page of at most `size` changes with all fields that can be asked for.

    `parts` are `[revision, at, author, message, position, data, number of parts that there are]`. `sees` has by type
    and relation which values may be told: the name under which each is stored, its property and its language. A page
    that ends before the parts do ends with its last change; else its end is the last row that was read, so that what
    was passed over is not read again.
    """
    entries: list[dict[str, Any]] = []
    wanted = frozenset(types)
    # Of the one part more that was found, none need be unpacked to know that there is more.
    more = bool(parts) and parts[0][-1] > min(len(parts), size)
    end: Place | None = None
    for part in parts:
        for place, row in _rows(part, newest):
            if after is not None and (place >= after if newest else place <= after):
                continue
            change = _change(row, sees, wanted)
            if change is not None and len(entries) == size:
                return _page(entries, True, after, entries[-1]["cursor"] if entries else None)
            end = place
            if change is not None:
                number, at, author, message = part[:4]
                revision = {"number": number, "at": at, "author": author, "message": message}
                revision["__typename"] = "Revision"
                cursor = encode_cursor(signature, [*place])
                entries.append({**change, "cursor": cursor, "revision": revision, "__typename": "Change"})
    return _page(entries, more, after, encode_cursor(signature, [*end]) if end else None)


def _rows(part: list[Any], newest: bool) -> Iterator[tuple[Place, list[Any]]]:
    rows = [((part[0], part[4], index), row) for index, row in enumerate(unpack_rows(part[5]))]
    return reversed(rows) if newest else iter(rows)


def _page(entries: list[dict[str, Any]], more: bool, after: Place | None, end: str | None) -> dict[str, Any]:
    info = {
        "hasNextPage": more,
        "hasPreviousPage": after is not None,
        "startCursor": entries[0]["cursor"] if entries else None,
        "endCursor": end,
        "__typename": "PageInfo",
    }
    return {"entries": entries, "pageInfo": info, "__typename": "Changes"}


def _change(row: list[Any], sees: Sees, types: frozenset[str]) -> dict[str, Any] | None:
    """Return a change as it may be told; None where there is nothing to tell."""
    flat, before, after = row
    node = relation = None
    if len(flat) == 2:
        node, touched = _node(*flat), {flat[0]}
    else:
        name, start_type, start, end_type, end, key = flat
        touched = {start_type, end_type}
        relation = {"type": name, "from": _node(start_type, start), "to": _node(end_type, end), "key": key}
        relation["__typename"] = "ChangedRelation"
    # What an older model had and this one has not is unknown to the schema.
    if flat[0] not in sees or not touched <= sees.keys() or touched.isdisjoint(types):
        return None
    properties = [] if after is None else _properties(before, after, sees[flat[0]])
    if before is not None and after is not None and not properties:
        return None
    kind = "ADDED" if before is None else "REMOVED" if after is None else "CHANGED"
    return {"kind": kind, "node": node, "relation": relation, "properties": properties}


def _node(node_type: str, slug: str) -> dict[str, str]:
    return {"type": node_type, "id": encode_id(node_type, slug), "slug": slug, "__typename": "ChangedNode"}


def _properties(before: list[Any] | None, after: list[Any], seen: Values) -> list[dict[str, Any]]:
    found = []
    for stored, name, language in seen:
        was, became = _texts(before[0].get(stored) if before else None), _texts(after[0].get(stored))
        if was != became:
            found.append(
                {"name": name, "language": language, "before": was, "after": became, "__typename": "ChangedProperty"}
            )
    return found


def _texts(value: Any) -> list[str]:
    if value is None:
        return []
    several = value if isinstance(value, list) else [value]
    return [str(it).lower() if isinstance(it, bool) else str(it) for it in several]


def pick(value: Any, tree: tuple[Any, ...]) -> Any:
    """Return of `value` what `tree`, triples of response key, field and tree below, selects."""
    if isinstance(value, list):
        return [pick(item, tree) for item in value]
    if value is None or not tree:
        return value
    return {key: pick(value[name], below) for key, name, below in tree}
