"""Packed parts of revisions ─▶ the page of changes that a viewer may see."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engagegraph.model.packed import unpack_rows
from engagegraph.query.ids import encode_cursor, encode_id

Place = tuple[int, int, int]
"""Revision, part, and the how-manieth of those in it that are told; `DONE` behind the last."""

DONE = 2**31 - 1

Values = Collection[tuple[str, str, str | None]]
Sees = Mapping[str, Values]


@dataclass(frozen=True, slots=True)
class Teller:
    """What of history is told.

    `sees` has by type and relation which properties: the name under which each value is stored, the property and its
    language. Only nodes of `types` are told, and relations that touch one. The values themselves are told where the
    `whole` is; for others they may have been withdrawn since, or been corrected.
    """

    sees: Sees
    types: Collection[str]
    newest: bool
    whole: bool

    def page(self, parts: list[list[Any]], size: int, after: Place | None, signature: str) -> dict[str, Any]:
        """Return a page of at most `size` changes with all fields that can be asked for.

        `parts` are `[revision, at, author, message, position, data, number of parts that there are]`. A page that ends
        before the parts do ends with its last change; else its end is the end of the last part that was read, so that
        what was passed over is not read again.
        """
        entries: list[dict[str, Any]] = []
        # Of the one part more that was found, none need be unpacked to know that there is more.
        more, end = bool(parts) and parts[0][-1] > min(len(parts), size), after
        for number, at, author, message, position, data, _ in parts:
            revision = {"number": number, "at": at, "author": author, "message": message, "__typename": "Revision"}
            for count, change in enumerate(self._changes(data)):
                if after is not None and after[:2] == (number, position) and count <= after[2]:
                    continue
                if len(entries) == size:
                    return _page(entries, True, after, end, signature)
                end = number, position, count
                cursor = encode_cursor(signature, [*end])
                entries.append({**change, "cursor": cursor, "revision": revision, "__typename": "Change"})
            end = number, position, DONE
        return _page(entries, more, after, end, signature)

    def _changes(self, data: bytes) -> Iterator[dict[str, Any]]:
        """Yield what is told of the changes of a part, in the order in which they are read."""
        rows = unpack_rows(data)
        for flat, before, after in reversed(rows) if self.newest else rows:
            name, *sides = flat
            touched = [name] if len(flat) == 2 else [sides[0], sides[2]]
            # What an older model had and this one has not is unknown to the schema.
            if name not in self.sees or not all(t in self.sees for t in touched):
                continue
            if not any(t in self.types for t in touched):
                continue
            properties = [] if after is None else self._properties(before, after, name)
            if before is not None and after is not None and not properties:
                continue
            kind = "ADDED" if before is None else "REMOVED" if after is None else "CHANGED"
            node = relation = None
            if len(flat) == 2:
                node = _node(*flat)
            else:
                start, end = _node(*sides[:2]), _node(*sides[2:4])
                relation = {"type": name, "from": start, "to": end, "key": sides[4], "__typename": "ChangedRelation"}
            yield {"kind": kind, "node": node, "relation": relation, "properties": properties}

    def _properties(self, before: list[Any] | None, after: list[Any], owner: str) -> list[dict[str, Any]]:
        found = []
        for stored, name, language in self.sees[owner]:
            was, became = _texts(before[0].get(stored) if before else None), _texts(after[0].get(stored))
            if was != became:
                values = {"before": was, "after": became} if self.whole else {"before": None, "after": None}
                found.append({"name": name, "language": language, **values, "__typename": "ChangedProperty"})
        return found


def _page(
    entries: list[dict[str, Any]], more: bool, after: Place | None, end: Place | None, signature: str
) -> dict[str, Any]:
    info = {
        "hasNextPage": more,
        "hasPreviousPage": after is not None,
        "startCursor": entries[0]["cursor"] if entries else None,
        "endCursor": None if end is None else encode_cursor(signature, [*end]),
        "__typename": "PageInfo",
    }
    return {"entries": entries, "pageInfo": info, "__typename": "Changes"}


def _node(node_type: str, slug: str) -> dict[str, str]:
    return {"type": node_type, "id": encode_id(node_type, slug), "slug": slug, "__typename": "ChangedNode"}


def _texts(value: Any) -> list[str]:
    if value is None:
        return []
    several = value if isinstance(value, list) else [value]
    return [str(it).lower() if isinstance(it, bool) else str(it) for it in several]


def pick(value: Any, tree: tuple[Any, ...] | None) -> Any:
    """Return of `value` what `tree`, triples of response key, field and tree below, selects; None stands for a leaf."""
    if value is None or tree is None:
        return value
    if isinstance(value, list):
        return [pick(item, tree) for item in value]
    return {key: pick(value[name], below) for key, name, below in tree}
