"""Forgetting people: what of them the graph and its history hold ─▶ changes, and a history without them.

What is about a person goes: the node, each relation that leads to it or names it in a property, and the sources that
nothing else cites or ever cited. What other things say stays theirs: a reference to the person is taken out of them,
and where a past state, or what a revision says of itself, spells out a name, an address or a number, it is concealed.
What such things say today is for their authors to change: that is found, and told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

import orjson

from engagegraph.errors import Failure, Problem, nearest
from engagegraph.model import Model, NodeType, Property, Relation
from engagegraph.model.packed import packed_text
from engagegraph.model.stored import stored_names
from engagegraph.model.values import Value
from engagegraph.write.change import AUTHORS, Change, Citation, EdgeState, Layer, NodeState, Ref, Snapshot, State
from engagegraph.write.diff import ordered
from engagegraph.write.history import Revision, closed, opened
from engagegraph.write.layers import layers_of, restated
from engagegraph.write.render import CONCEALED
from engagegraph.write.statement import Statement
from engagegraph.write.stored import Storage

CONTACT = frozenset({"Email", "Phone"})
"""Value types by which one is reached: who has such a value says it of themselves; in a text it may be somebody's."""

PROSE = frozenset({"String", "Markdown"})
"""Value types that may spell out anything."""

_GAP = r"[\s*_]+"
"""What may stand between the words of a name in Markdown: a line's end, a space that does not break, emphasis."""

_GAP_PACKED = r"(?:[\s*_]|\\[nrt])+"
"""The same in JSON, where a line's end is two characters."""

_GENITIVE = r"(?:['’]s?|e?s)?"
"""What German, or English, adds to a name."""

S = TypeVar("S", bound=State)


@dataclass(frozen=True, slots=True)
class Kept:
    """A part of history as it is kept: its revision, its place in it, its data."""

    revision: int
    position: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A part of history as it shall be: how many of its changes are `left`, how many were `erased`."""

    revision: int
    position: int
    left: int
    erased: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that spells out somebody's name, address or number, and stays: where it is, in which property."""

    where: str
    name: str


@dataclass(frozen=True, slots=True)
class Erasure:
    """All that it takes to forget `people`.

    `sources` go with them, `importers` may bring them back, `mentions` stay. `retold` are the revisions that shall say
    something else of themselves. `hide` conceals in a text what spells them out.
    """

    people: tuple[Ref, ...]
    sources: tuple[Ref, ...]
    changes: list[Change]
    parts: list[Rewritten]
    retold: list[Revision]
    mentions: list[Mention]
    importers: tuple[str, ...]
    hide: Callable[[str], str]

    @property
    def revisions(self) -> list[int]:
        """The revisions that shall tell less, or something else."""
        return sorted({part.revision for part in self.parts} | {revision.number for revision in self.retold})

    @property
    def erased(self) -> int:
        """How many changes history shall tell no more."""
        return sum(part.erased for part in self.parts)


def person(model: Model, type_name: str, slug: str) -> Ref:
    """Return the person that a type, or what references call it, and a slug mean.

    Raises `Failure`: REFERENCE_TYPE where there is no such type, ERASE_NOT_PERSONAL where it is none of people.
    """
    node_type = model.singulars.get(type_name) or model.types.get(type_name)
    if node_type is None:
        raise Failure.of("REFERENCE_TYPE", f'no type is called "{type_name}"', nearest(type_name, model.singulars))
    if not node_type.personal:
        hint = "take it out of the files, and engagegraph seed --prune"
        message = f"only people can be erased, and the model does not say `personal: true` of {node_type.name}"
        raise Failure.of("ERASE_NOT_PERSONAL", message, hint, str(Ref(node_type.name, slug)))
    return Ref(node_type.name, slug)


def erasure(
    model: Model,
    present: Snapshot,
    history: Callable[[], Iterable[Kept]],
    revisions: Iterable[Revision],
    people: Collection[Ref],
) -> Erasure:
    """Return what it takes to forget `people`; `history` yields all parts, whenever it is called.

    Raises `Failure`: ERASE_UNKNOWN for those who are neither in the graph nor in its history, REMOVAL_BLOCKED where
    something else must refer to one of them.
    """
    gone = frozenset(people)
    eraser = _Eraser(model, gone)
    theirs = [state for state in present.states() if eraser.about(state)]
    past = [*eraser.past(history())]
    everything = [*theirs, *past]
    named = {ref for state in everything for ref in (*_own(state), *eraser.referred(state))}
    unknown = sorted(gone - named)
    if unknown:
        hint, message = "engagegraph log shows what was there", "neither the graph nor its history knows of them"
        raise Failure(Problem("ERASE_UNKNOWN", message, hint, str(ref)) for ref in unknown)
    eraser.spell({value for state in everything for value in eraser.values(state)})
    cited = {ref for state in everything for ref in eraser.cited(state)}
    for state in present.states():
        if not eraser.about(state):
            cited -= eraser.names(state)
    concerned = eraser.concerned(history(), cited)
    eraser.gone = gone | cited
    changes, mentions = eraser.changes(present)
    retold = [(revision, eraser.retold(revision)) for revision in revisions]
    return Erasure(
        people=tuple(sorted(gone)),
        sources=tuple(sorted(cited)),
        changes=changes,
        parts=[part for kept, steps in concerned if (part := eraser.rewritten(kept, steps)) is not None],
        retold=[new for old, new in retold if new != old],
        mentions=mentions,
        importers=tuple(sorted({layer.owner for state in theirs for layer in layers_of(state)} - AUTHORS)),
        hide=eraser.hide,
    )


def rewriting(found: Erasure) -> Iterator[Statement]:
    """Yield what leaves history as it shall be."""
    part = "UNWIND $rows AS row MATCH (r:_Revision {number: row[0]})-[:_PART]->(p:_Part {position: row[1]})"
    less = "SET r.erased = coalesce(r.erased, 0) + row[2]"
    some = [[p.revision, p.position, p.erased, p.left, p.data] for p in found.parts if p.left]
    none = [[p.revision, p.position, p.erased] for p in found.parts if not p.left]
    said = [[r.number, r.author, r.message, r.source] for r in found.retold]
    saying = "SET r.author = row[1], r.message = row[2], r.source = row[3]"
    for cypher, rows in (
        (f"{part} {less} SET p.changes = row[3], p.data = row[4] RETURN count(*)", some),
        (f"{part} {less} DETACH DELETE p RETURN count(*)", none),
        (f"UNWIND $rows AS row MATCH (r:_Revision {{number: row[0]}}) {saying} RETURN count(*)", said),
    ):
        if rows:
            yield Statement(cypher, rows, [])


class _Eraser:
    """Knows who is `gone`, and by what they are spelled out in texts."""

    def __init__(self, model: Model, gone: frozenset[Ref]) -> None:
        self.gone = gone
        self._model = model
        storage = Storage(model)
        self._stored = storage.nodes | storage.edges
        owners: list[NodeType | Relation] = [*model.types.values(), *model.relations.values()]
        self._references = {
            owner.name: {p.name: p.references for p in owner.properties.values() if p.references is not None}
            for owner in owners
        }
        # Under which names people are called by theirs; they may share it, and each has their own.
        self._names = {
            kind.name: stored_names(model, kind.properties[kind.display])
            for kind in model.types.values()
            if kind.personal
        }
        self.spell(())

    def spell(self, values: Iterable[str]) -> None:
        """Take note of what spells out those who are gone, beside how references name them."""
        self._values = sorted({*values, *map(str, self.gone)}, key=len, reverse=True)
        spelled = "|".join(_spelling(value, _GAP) for value in self._values)
        self._spelled = re.compile(rf"(?<!\w)(?:{spelled})(?!\w)", re.IGNORECASE)

    # -- whom a state is about, and what it names ----------------------------------------------------------------------

    def about(self, state: State) -> bool:
        """Say whether a state is of somebody gone: the node, or a relation that names it."""
        refs = _own(state) if isinstance(state, NodeState) else (*_own(state), *self.referred(state))
        return not self.gone.isdisjoint(refs)

    def referred(self, state: State) -> Iterator[Ref]:
        """Yield what the properties of a state refer to, whoever states it."""
        references = self._references.get(_owner(state), {})
        for layer in layers_of(state):
            yield from (Ref(references[n], str(v)) for n, v in layer.properties.items() if n in references)

    def cited(self, state: State) -> Iterator[Ref]:
        """Yield the sources of a state."""
        for layer in layers_of(state):
            yield from (Ref(self._model.provenance, citation.source) for citation in layer.citations)

    def names(self, state: State) -> set[Ref]:
        """Return what a state names beside itself."""
        sides = _own(state) if isinstance(state, EdgeState) else ()
        return {*sides, *self.referred(state), *self.cited(state)}

    def values(self, state: State) -> Iterator[str]:
        """Yield what spells out whom a state is about.

        A name of one word does not: it may be anybody's, or a place's.
        """
        columns, called = self._columns(state), self._names.get(_owner(state), ())
        for layer in layers_of(state):
            for name, held in layer.properties.items():
                reaches = name in columns and columns[name].type in CONTACT
                texts = map(str, held if isinstance(held, list) else (held,))
                yield from (text for text in texts if reaches or (name in called and " " in text))

    def _columns(self, state: State) -> Mapping[str, Property]:
        """Return the properties of a state by stored name; what an older model had is unknown."""
        return self._stored.get(_owner(state), {})

    # -- history -------------------------------------------------------------------------------------------------------

    def past(self, history: Iterable[Kept]) -> Iterator[State]:
        """Yield all past states that are about somebody gone."""
        for _, changes in _holding(history, self._slugs(self.gone)):
            yield from (state for change in changes for state in _states(change) if self.about(state))

    def concerned(self, history: Iterable[Kept], cited: set[Ref]) -> list[tuple[Kept, list[Change | None]]]:
        """Return the parts that may hold something of those who are gone, or of what they `cited`, opened.

        What others cited, too, is taken out of `cited`.
        """
        found = []
        for kept, changes in _holding(history, [*self._slugs(self.gone | cited), *map(_packed, self._values)]):
            found.append((kept, changes))
            for change in changes:
                cited.difference_update(*(self.names(s) for s in _states(change) if not self.about(s)))
        return found

    def rewritten(self, kept: Kept, changes: list[Change | None]) -> Rewritten | None:
        """Return a part as it shall be; None if it may stay as it is."""
        left = [change and self._left(change) for change in changes]
        if left == changes:
            return None
        number = sum(change is not None for change in left)
        before = sum(change is not None for change in changes)
        return Rewritten(kept.revision, kept.position, number, before - number, closed(left))

    def _left(self, change: Change) -> Change | None:
        """Return what may be told of a past change, if anything."""
        if any(self.about(state) for state in _states(change)):
            return None
        before, after = (state and self._concealed(self._freed(state)) for state in (change.before, change.after))
        return None if before == after else Change(before, after)

    def retold(self, revision: Revision) -> Revision:
        """Return what a revision shall say of itself."""
        hide = self.hide
        return replace(
            revision, author=hide(revision.author), message=hide(revision.message), source=hide(revision.source)
        )

    def _slugs(self, refs: Iterable[Ref]) -> list[str]:
        return [re.escape(f'"{ref.slug}"') for ref in refs]

    # -- the graph -----------------------------------------------------------------------------------------------------

    def changes(self, present: Snapshot) -> tuple[list[Change], list[Mention]]:
        """Return what must change in the graph, and where it spells out those who are gone all the same."""
        changes, mentions, problems = list[Change](), list[Mention](), list[Problem]()
        for state in present.states():
            if self.about(state):
                changes.append(Change(state, None))
                continue
            freed = self._freed(state)
            if freed != state:
                changes.append(Change(state, freed))
                problems += self._lacking(freed)
            mentions += (Mention(str(state.key), name) for name in self._mentioning(freed))
        if problems:
            raise Failure(problems)
        return ordered(changes), mentions

    def _lacking(self, state: State) -> Iterator[Problem]:
        for name, prop in self._columns(state).items():
            if prop.required and prop.references is not None and name not in state.properties:
                message = f"{_owner(state)}.{name} is required, and refers to who is to be erased"
                yield Problem("REMOVAL_BLOCKED", message, "let it refer to somebody else first", str(state.key))

    def _mentioning(self, state: State) -> Iterator[str]:
        hidden = self._concealed(state)
        yield from (name for name in state.properties if state.properties[name] != hidden.properties[name])
        if state.citations != hidden.citations:
            yield "sources"

    # -- states without them -------------------------------------------------------------------------------------------

    def _freed(self, state: S) -> S:
        """Return a state that refers to nobody gone any more."""
        references = self._references.get(_owner(state), {})

        def freed(layer: Layer) -> Layer:
            items = layer.properties.items()
            kept = {n: v for n, v in items if n not in references or Ref(references[n], str(v)) not in self.gone}
            return replace(layer, properties=kept)

        return restated(state, freed)

    def _concealed(self, state: S) -> S:
        """Return a state that spells out nobody gone any more."""
        columns, called = self._columns(state), self._names.get(_owner(state), ())

        def value(name: str, held: Value) -> Value:
            if name in called or (name in columns and columns[name].type not in PROSE):
                return held
            if isinstance(held, list):
                return [self.hide(item) if isinstance(item, str) else item for item in held]
            return self.hide(held) if isinstance(held, str) else held

        def concealed(layer: Layer) -> Layer:
            properties = {name: value(name, held) for name, held in layer.properties.items()}
            return Layer(
                layer.owner, properties, tuple(Citation(c.source, self.hide(c.place)) for c in layer.citations)
            )

        hidden = restated(state, concealed)
        if isinstance(hidden, EdgeState):
            hidden = replace(hidden, key=hidden.key._replace(key=self.hide(hidden.key.key)))
        return hidden

    def hide(self, text: str) -> str:
        """Return a text that spells out nobody gone any more."""
        return self._spelled.sub(CONCEALED, text)


def _owner(state: State) -> str:
    return state.ref.type if isinstance(state, NodeState) else state.key.relation


def _own(state: State) -> tuple[Ref, ...]:
    return (state.ref,) if isinstance(state, NodeState) else (state.key.start, state.key.end)


def _states(change: Change | None) -> tuple[State, ...]:
    return () if change is None else tuple(s for s in (change.before, change.after) if s is not None)


def _spelling(value: str, gap: str) -> str:
    """Return the pattern of a value as texts spell it: a name of several words however it stands there."""
    words = value.split()
    return gap.join(map(re.escape, words)) + _GENITIVE if len(words) > 1 else re.escape(value)


def _packed(value: str) -> str:
    """Return the pattern of a value in packed texts."""
    return _spelling(orjson.dumps(value).decode()[1:-1], _GAP_PACKED)


def _holding(history: Iterable[Kept], patterns: Iterable[str]) -> Iterator[tuple[Kept, list[Change | None]]]:
    """Yield the parts in which one of `patterns` is found, opened: in most none is."""
    sought = re.compile("|".join(patterns), re.IGNORECASE)
    for kept in history:
        if sought.search(packed_text(kept.data)):
            yield kept, opened(kept.data)
