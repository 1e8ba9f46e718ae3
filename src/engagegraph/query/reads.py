"""What a statement reads, and what a revision touched, as sets that can be held against each other.

An answer stays right as long as no revision touches what its statement read. What that is, its text tells: whatever it
reads of the graph, it names. So a statement reads a value if it names it and also a label, or a relation, by which it
could have come to what holds it; it reads which nodes there are of a type if it names a label of theirs, and which
relations there are of those that it names. That may be more than it does read, and is never less.

A set is a number, one bit for each word in which `write.touched` says what was touched. Words mean what the model and
the version of engagegraph make of them; so who says what was touched also says which those are (`Reads.dialect`).

Relations that are read only at nodes of the answer (`Statement.at`) make no difference to it at others. Revisions name
the groups of nodes (`stored.group`) at which relations came and went, and answers those at which they were read.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from engagegraph import __version__
from engagegraph.model import Model, Property
from engagegraph.model.search import NAME, search_indexes, search_types
from engagegraph.model.stored import CITED, PLACE, STATED, group, point_name, stored_names, touched_value
from engagegraph.query.moment import FOLLOWING, Moment, Run

EVERYTHING = -1
"""The set that has a part in common with each but the empty one."""

At = Mapping[int, Sequence[int]]
"""At nodes of which groups relations were read, by the bits of these; of those that are not named, at any."""

_WORD = re.compile(r"\w+")
_END = re.compile(r"(\w+)@([0-9a-f]{4})")
"""What `stored.touched_at` writes."""
_OWN = re.compile(r"\b_[A-Z]\w*")
"""A label of our own records, each revision of which is another."""
_ANY_RELATION = re.compile(r"--|-\[\w*[\]*{]")


@dataclass(frozen=True, slots=True)
class Touched:
    """What a revision touched: a set; and for relations in it at nodes of which groups, where it says so."""

    words: int
    at: Mapping[int, frozenset[int]] = field(default_factory=dict)

    def meets(self, reads: int, at: At | None = None) -> bool:
        """Return whether there is something of it in what was read, relations `at` some nodes alone."""
        common = self.words & reads
        for bit, groups in self.at.items():
            if common & bit and at is not None and bit in at and groups.isdisjoint(at[bit]):
                common ^= bit
        return common != 0


class Reads:
    """Knows what statements read of what a `model`, the whole one, declares."""

    def __init__(self, model: Model) -> None:
        self._bits: dict[str, int] = {}
        self._indexes = frozenset(search_indexes(model))
        self._labels = {name: frozenset((name, *kind.interfaces)) for name, kind in model.types.items()}
        self._searched = frozenset(search_types(model))
        self._sides = {
            name: frozenset(side for end in relation.ends for side in (*end.from_types, *end.to_types))
            for name, relation in model.relations.items()
        }
        self._there = {name: self._bit(name) for name in (*model.types, *model.relations)}
        self._values = {name: self._columns(model, name) for name in (*model.types, *model.relations)}
        self.dialect = self._digest()
        """One more word of a revision: it touches nothing for who understands its others alike, else everything."""

    @property
    def words(self) -> Iterable[str]:
        """All words in which a revision can say what it touched."""
        return self._bits.keys()

    def of(self, statement: str) -> int | None:
        """Return what a statement reads; None when its answer is another one with each revision."""
        if _OWN.search(statement):
            return None
        words = frozenset(_WORD.findall(statement))
        relations = {name for name in self._sides if name in words or _ANY_RELATION.search(statement)}
        types = {name for name, labels in self._labels.items() if not labels.isdisjoint(words)}
        if not self._indexes.isdisjoint(words):
            # How well something fits depends on all that is in the index.
            types |= self._searched
        found = 0
        for name in types | relations:
            found |= self._there[name]
        for name in types.union(relations, *(self._sides[relation] for relation in relations)):
            for bit, held in self._values[name]:
                if not held.isdisjoint(words):
                    found |= bit
        return found

    def touched(self, words: Iterable[str] | None) -> Touched:
        """Return what a revision says in `words` that it touched; everything if it does not say, or in other words."""
        found = anywhere = 0
        ends: dict[int, set[int]] = {}
        for word in ("",) if words is None else words:
            end = _END.fullmatch(word)
            bit = 0 if word == self.dialect else self._bits.get(end[1] if end else word, EVERYTHING)
            found |= bit
            if end and bit != EVERYTHING:
                ends.setdefault(bit, set()).add(int(end[2], 16))
            else:
                anywhere |= bit
        return Touched(found, {bit: frozenset(groups) for bit, groups in ends.items() if not bit & anywhere})

    def at(self, nodes: Mapping[str, Iterable[str]]) -> At:
        """Return at nodes of which groups relations were read, given the slugs of these by relation."""
        return {self._there[name]: array("H", {group(slug) for slug in slugs}) for name, slugs in nodes.items()}

    async def follow(self, run: Run, since: Moment, until: Moment) -> list[tuple[Moment, Touched]]:
        """Return the moments after `since` up to `until`, each with what was touched on the way to it.

        There are none where one does not lead to the other: a backup came back, data were migrated, a writer died.
        """
        rows = await run(FOLLOWING, {"since": since.revision, "until": until.revision})
        steps = [(Moment(number, mark), self.touched(touched)) for number, mark, touched in rows]
        told = [step.revision for step, _ in steps] == [*range(since.revision, until.revision + 1)]
        whole = told and len(steps) > 1 and (steps[0][0], steps[-1][0]) == (since, until)
        return steps[1:] if whole else []

    def _digest(self) -> str:
        words = {bit: word for word, bit in self._bits.items()}
        values = sorted((words[bit], *sorted(held)) for columns in self._values.values() for bit, held in columns)
        kinds = [sorted((name, *sorted(of)) for name, of in it.items()) for it in (self._labels, self._sides)]
        meaning = [__version__, sorted(self._bits), values, *kinds, sorted(self._searched), sorted(self._indexes)]
        return f"~{hashlib.sha256(repr(meaning).encode()).hexdigest()[:12]}"

    def _bit(self, word: str) -> int:
        return self._bits.setdefault(word, 1 << len(self._bits))

    def _columns(self, model: Model, owner: str) -> list[tuple[int, frozenset[str]]]:
        """Return of each value that `owner` holds its bit, and the names of all that changes with it."""
        declared = model.relations[owner] if owner in model.relations else model.types[owner]
        columns = [
            (self._bit(touched_value(owner, stored)), self._with(model, owner, prop, stored))
            for prop in declared.properties.values()
            for stored in stored_names(model, prop)
        ]
        hidden = (CITED, STATED)
        return [*columns, *((self._bit(touched_value(owner, names[0])), frozenset(names)) for names in hidden)]

    def _with(self, model: Model, owner: str, prop: Property, stored: str) -> frozenset[str]:
        kind = prop.value_type
        names = {stored, *(f"{stored}_{suffix}" for suffix in (kind.companions if kind else ()))}
        if prop.search:
            names |= self._indexes
        node_type = model.types.get(owner)
        if node_type is not None:
            if prop.name == node_type.display:
                names.add(NAME)
            if prop.name in node_type.placed:
                names.add(PLACE)
            if node_type.geo is not None and prop.name in (node_type.geo.latitude, node_type.geo.longitude):
                names.add(point_name(node_type.geo))
        return frozenset(names)
