"""`suggest`: names that begin like this, while somebody types.

Each type's names are read from their index in order, up to the limit; then official keys, which begin so. If these do
not fill the page, names with a later word that does are looked for, and, when all that stands there is a word for a
kind, what is of it. So the cost depends on the answer's length, not on how many names there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engagegraph.model.search import NAME, key_properties, search_index
from engagegraph.query.conditions import Scene
from engagegraph.query.cypher import Row
from engagegraph.query.ir import Leaf, Question, Shape
from engagegraph.query.levels import Paged
from engagegraph.query.prices import LABEL, NODE, READ, SEEK
from engagegraph.query.questions.asked import Asked
from engagegraph.query.search import searching

if TYPE_CHECKING:
    from engagegraph.query.cost import Meter
    from engagegraph.query.emit import Emitter
    from engagegraph.query.plan import Planner

LATER_WORDS = 200
"""How many names with a later word are looked at: the fullest index for a short word would give thousands."""


@dataclass(frozen=True, slots=True)
class Suggest(Question):
    """The nodes of `types` whose names begin with `prefix`, at most `size`."""

    prefix: Leaf
    size: Leaf | None
    index: str
    types: tuple[str, ...]
    shape: Shape

    def emit(self, emitter: Emitter, row: Row) -> str:
        """Emit one list of rows."""
        scene = Scene(emitter.names.variable("n"), self.types)
        if not self.types:
            return "[]"
        number = emitter.page(self.size, "suggest")
        page = emitter.pages[number]
        rank = emitter.names.variable("s")
        begun = "\nUNION ALL\n".join(self._begun(emitter, scene.node, rank, page.rows))
        found = emitter.names.variable("found")
        # As a condition it might be looked at when all is found already.
        room = f"  UNWIND CASE WHEN size({found}) < {page.rows} THEN [1] ELSE [] END AS room\n"
        later = "\nUNION ALL\n".join(room + it for it in self._later(emitter, scene.node, rank, page.rows))
        inner = Row(emitter.names.variable("r"))
        emitter.open_pages.append(number)
        made = emitter.node(self.shape, scene, inner)
        emitter.open_pages.pop()
        # Whose name begins so stands before whom another word makes known: those are looked for only if there is room.
        body = (
            f"CALL () {{\n{begun}\n}}\nWITH {scene.node}, min({rank}) AS {rank}\n"
            f"WITH collect([{scene.node}, {rank}]) AS {found}\nCALL ({found}) {{\n"
            f"  UNWIND {found} AS pair RETURN pair[0] AS {scene.node}, pair[1] AS {rank}\nUNION ALL\n"
            f"{later}\n}}\nWITH {scene.node}, min({rank}) AS {rank}\n"
            f"ORDER BY {rank}, {scene.node}.{NAME}, {scene.node}.slug, {emitter.conditions.type_of(scene)} "
            f"LIMIT {page.rows}"
        )
        return f"[{made} for {inner.name} in {row.add(row.listed(body, inner, f'{inner.name}s'))}]"

    def price(self, meter: Meter) -> None:
        """Price a page of each index, and as many names with a later word as are looked at."""
        keys = key_properties(meter.model, self.types).values()
        indexes = len(self.types) + sum(map(len, keys))
        later = LATER_WORDS * (NODE + LABEL * len(self.types))
        at = meter.below(None, meter.counts.of(self.types), Paged(self.size), later if self.types else 0.0)
        meter.add(at, indexes * (SEEK + READ) + 2 * READ + meter.type_of(self.types))
        meter.shape(self.shape, at)

    def _begun(self, emitter: Emitter, node: str, rank: str, rows: str) -> Iterator[str]:
        called = emitter.names.param(self.prefix, "called")
        # What weighs more in search is suggested first: a programme before what somebody said of it.
        weights = self._weights(emitter)
        heaviest = max(weights.values())
        for name in self.types:
            meant = f"{called}.{name if emitter.model.types[name].prefixes else 'other'}"
            yield _first(node, name, NAME, meant, rank, rows, heaviest - weights[name])
        for name, keys in key_properties(emitter.model, self.types).items():
            for key in keys:
                yield _first(node, name, key, emitter.names.param(self.prefix, "key"), rank, rows, 0)

    def _later(self, emitter: Emitter, node: str, rank: str, rows: str) -> Iterator[str]:
        begun = emitter.names.param(self.prefix, searching("begun", self.index, self.types))
        call = f"CALL db.index.fulltext.queryNodes('{self.index}', {begun}, {{limit: {LATER_WORDS}}})"
        label = emitter.conditions.label(self.types)
        weights = self._weights(emitter)
        behind = 2 * max(weights.values()) + 2
        groups: dict[int, list[str]] = {}
        for name, weight in weights.items():
            groups.setdefault(behind - weight, []).append(name)
        cases = " ".join(f"WHEN {node}:{'|'.join(names)} THEN {place}" for place, names in groups.items())
        found = f"WITH {node} WHERE {node}:{label}\n  RETURN {node}, CASE {cases} END AS {rank}"
        yield f"  {call}\n  YIELD node AS {node}\n  {found}"
        for name in self.types:
            if emitter.model.types[name].prefixes:
                every = f"{emitter.names.param(self.prefix, 'of kind')}.{name}"
                yield _first(node, name, NAME, every, rank, rows, behind)

    def _weights(self, emitter: Emitter) -> dict[str, int]:
        types = {name: emitter.model.types[name] for name in self.types}
        return {name: t.properties[t.display].search for name, t in types.items()}


def _first(node: str, label: str, stored: str, text: str, rank: str, rows: str, behind: int) -> str:
    """Return the part that reads the first nodes of an index: what is called just so, then what begins so.

    `behind` is by how much the latter stands behind others that begin so.
    """
    return (
        f"  MATCH ({node}:{label}) WHERE {node}.{stored} STARTS WITH {text}\n"
        f"  RETURN {node}, CASE {node}.{stored} WHEN {text} THEN 0 ELSE {1 + behind} END AS {rank} "
        f"ORDER BY {node}.{stored}, {node}.slug LIMIT {rows}"
    )


def plan(planner: Planner, asked: Asked) -> Question:
    """Return the plan of `suggest`."""
    types = planner.searched(asked.args)
    index = search_index(planner.model, planner.viewer)
    shape = planner.shape(asked.nodes, types, asked.scope)
    return Suggest(asked.key, asked.args["prefix"], asked.args.get("first"), index, types, shape)
