"""Packed parts of revisions ─▶ the page of changes that a viewer may see."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from engagegraph.model.packed import unpack_rows
from engagegraph.query.ids import encode_cursor, encode_id

Place = tuple[int, int, int]
"""Revision, part, and the how-manieth of those in it that are told; `DONE` behind the last."""

DONE = 2**31 - 1

Values = Collection[tuple[str, str, str | None]]
Sees = Mapping[str, Values]


KINDS = ("ADDED", "CHANGED", "REMOVED")

Node = tuple[str, str]
"""Type and slug."""

COUNTED = 50_000
"""How many changes are counted: it takes about a second to tell of so many which are told."""


@dataclass(frozen=True, slots=True)
class ChangeFilter:
    """Which changes are asked for: of nodes of `types`, `of` these slugs by type, of these `kinds`; relations at them.

    `those` are what fulfils a condition now. That may be others when the next page is asked for, so that a change of
    anything else counts among what a page has told of a part.
    """

    types: Collection[str]
    of: Mapping[str, Collection[str]] | None
    kinds: Collection[str]
    those: Collection[Node] | None

    def named(self, nodes: Sequence[Node]) -> bool:
        """Say whether one of these nodes is of the types and identifiers that are asked for."""
        if not any(kind in self.types for kind, _ in nodes):
            return False
        return self.of is None or any(slug in self.of.get(kind, ()) for kind, slug in nodes)

    def fulfilled(self, nodes: Sequence[Node]) -> bool:
        """Say whether one of these nodes fulfils the condition."""
        return self.those is None or any(node in self.those for node in nodes)


class Told(NamedTuple):
    """A change that is told: the nodes it is about, what became of them, its key and both states."""

    nodes: list[Node]
    kind: str
    flat: list[str]
    before: list[Any] | None
    after: list[Any] | None


@dataclass(frozen=True, slots=True)
class Teller:
    """What of history is told.

    `sees` has by type and relation which properties: the name under which each value is stored, the property and its
    language; nothing is told of sources, which are of the type `cited`, to who does not see that. The values themselves
    are told where the `whole` is, places in sources likewise; for others they may have been withdrawn since, or been
    corrected.
    """

    sees: Sees
    cited: str
    wanted: ChangeFilter
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
            for count, told in enumerate(self._changes(data)):
                if after is not None and after[:2] == (number, position) and count <= after[2]:
                    continue
                if told is None or not self.wanted.fulfilled(told.nodes):
                    continue
                if len(entries) == size:
                    return _page(entries, True, after, end, signature)
                end = number, position, count
                cursor = encode_cursor(signature, [*end])
                entries.append({**self._entry(told), "cursor": cursor, "revision": revision, "__typename": "Change"})
            end = number, position, DONE
        return _page(entries, more, after, end, signature)

    def count(self, parts: list[bytes] | None) -> int | None:
        """Return how many changes are told of the data of `parts`.

        None if that is more than `COUNTED`, or if there were too many parts to read them.
        """
        counted = 0
        for data in () if parts is None else parts:
            counted += sum(told is not None and self.wanted.fulfilled(told.nodes) for told in self._changes(data))
            if counted > COUNTED:
                return None
        return None if parts is None else counted

    def _changes(self, data: bytes) -> Iterator[Told | None]:
        """Yield the changes of a part that are told, in the order they are read in.

        None stands for one that was erased: it may have been told, and who has a cursor behind it must miss nothing.
        """
        rows = unpack_rows(data)
        for row in reversed(rows) if self.newest else rows:
            if row is None:
                yield None
                continue
            flat, before, after = row
            name, *sides = flat
            nodes = [(name, sides[0])] if len(flat) == 2 else [(sides[0], sides[1]), (sides[2], sides[3])]
            kind = KINDS[0] if before is None else KINDS[2] if after is None else KINDS[1]
            # What an older model had and this one has not is unknown to the schema.
            if name not in self.sees or not all(t in self.sees for t, _ in nodes):
                continue
            if kind not in self.wanted.kinds or not self.wanted.named(nodes):
                continue
            cites = self.cited in self.sees and kind == "CHANGED" and before[1] != after[1]
            if kind == "CHANGED" and not cites and not self._properties(before, after, name):
                continue
            yield Told(nodes, kind, flat, before, after)

    def _entry(self, told: Told) -> dict[str, Any]:
        """Return what can be asked for of a change, but for its place in history."""
        name, *sides = told.flat
        properties = [] if told.after is None else self._properties(told.before, told.after, name)
        sources = self._sources(told.after[1]) if self.cited in self.sees and told.after is not None else []
        node = relation = None
        if not sides[1:]:
            node = _node(*told.flat)
        else:
            start, end = _node(*sides[:2]), _node(*sides[2:4])
            relation = {"type": name, "from": start, "to": end, "key": sides[4], "__typename": "ChangedRelation"}
        return {"kind": told.kind, "node": node, "relation": relation, "properties": properties, "sources": sources}

    def _sources(self, citations: list[list[str]]) -> list[dict[str, Any]]:
        return [
            {
                "source": _node(self.cited, slug),
                "place": (place or None) if self.whole else None,
                "__typename": "ChangedCitation",
            }
            for slug, place in citations
        ]

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
