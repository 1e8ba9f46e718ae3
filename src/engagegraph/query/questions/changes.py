"""`changes`: what changed in the data, revision by revision.

The statement delivers packed parts of revisions, few at a time, and the shaper unpacks them: `query.told`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphql import SelectionSetNode, get_named_type, is_leaf_type

from engagegraph.query.cypher import Row, block
from engagegraph.query.document import object_type
from engagegraph.query.ir import Leaf, Question
from engagegraph.query.params import PageSlot
from engagegraph.query.questions.asked import Asked
from engagegraph.query.questions.relations import constant

if TYPE_CHECKING:
    from engagegraph.query.emit import Emitter
    from engagegraph.query.plan import Planner

READ = 5_000
"""A page reads no further part once those before it hold so many changes."""


@dataclass(frozen=True, slots=True)
class Picked:
    """A field of the answer, and what is selected below it."""

    key: str
    name: str
    below: tuple[Picked, ...]


@dataclass(frozen=True, slots=True)
class Changes(Question):
    """A page of the changes since and until; of `types` only, if there are any; `whole` when people are among them."""

    since: Leaf
    until: Leaf | None
    types: tuple[str, ...]
    newest: bool
    first: Leaf | None
    after: Leaf | None
    whole: bool
    outputs: tuple[Picked, ...]

    def emit(self, emitter: Emitter, row: Row) -> str:
        """Emit one list of parts and what makes the page of it."""
        names, number = emitter.names, len(emitter.pages)
        signed_from = len(names.used)
        where = [
            f"r.number > {names.param(self.since, 'after revision')}",
            f"date(r.at) >= {names.param(self.since, 'from day')}",
        ]
        if self.until is not None:
            where.append(f"r.number <= {names.param(self.until, 'up to revision')}")
            where.append(f"date(r.at) <= {names.param(self.until, 'to day')}")
        signed = tuple(dict.fromkeys(names.used[signed_from:]))
        place = tuple((f"c{number}_{i}", "whole") for i in range(3)) if self.after is not None else ()
        if place:
            at, position = (f"${name}" for name, _ in place[:2])
            beyond, onward = ("<", "<=") if self.newest else (">", ">=")
            where.append(f"(r.number {beyond} {at} OR r.number = {at} AND p.position {onward} {position})")
        if not self.whole:
            where.append("p.personal IS NULL")
        page = PageSlot(
            limit=f"l{number}",
            size=f"s{number}",
            wanted=self.first,
            cursor=self.after,
            cursor_params=place,
            signature=f"g{number}",
            identity=f"changes {self.types} {self.newest}",
            signed=signed,
            parent=None,
            ids=None,
            spot=names.spot,
        )
        emitter.pages.append(page)
        down = " DESC" if self.newest else ""
        by_whom = "r.author, r.message" if self.whole else "null, null"
        found = row.add(
            block(
                "COLLECT",
                f"MATCH (r:_Revision)-[:_PART]->(p:_Part)\nWHERE {' AND '.join(where)}\n"
                f"WITH r, p ORDER BY r.number{down}, p.position{down} LIMIT ${page.limit}\n"
                "WITH collect(r) AS revisions, collect(p) AS parts\n"
                "UNWIND range(0, size(parts) - 1) AS i\n"
                "WITH revisions[i] AS r, parts[i] AS p, size(parts) AS number,\n"
                "     reduce(before = 0, part IN parts[..i] | before + part.changes) AS before\n"
                f"WHERE before < {READ}\n"
                f"RETURN [r.number, toString(r.at), {by_whom}, p.position, p.data, number]",
            )
        )
        model = emitter.model
        sees = {name: tuple(it.properties) for name, it in (*model.types.items(), *model.relations.items())}
        start = f"({', '.join(f'p[{name!r}]' for name, _ in place)})" if place else "None"
        told = (
            f"told({found}, p[{page.size!r}], {start}, {constant(emitter, sees)}, "
            f"{constant(emitter, frozenset(self.types or model.types))}, {self.newest}, p[{page.signature!r}])"
        )
        return f"pick({told}, {constant(emitter, _tree(self.outputs))})"


def plan(planner: Planner, asked: Asked) -> Question:
    """Return the plan of `changes`."""
    args, model = asked.args, planner.model
    named = args.get("types")
    chosen = () if named is None else {name for item in named.items for name in model.concrete(str(item.constant))}
    sees = model.viewers[planner.viewer].sees
    return Changes(
        asked.key,
        args["since"],
        args.get("until"),
        tuple(name for name in model.types if name in chosen),
        args.get("newestFirst") is True,
        args.get("first"),
        args.get("after"),
        all(other.sees <= sees for other in model.viewers.values()),
        _picked(planner, asked.selected, "ChangeConnection"),
    )


def _picked(planner: Planner, selected: list[SelectionSetNode | None], kind: str) -> tuple[Picked, ...]:
    fields = object_type(planner.schema.get_type(kind)).fields
    found = []
    for key, group in planner.collector.collect(selected, kind).items():
        name = group[0].name.value
        inner = get_named_type(fields[name].type) if name in fields else None
        below = (
            ()
            if inner is None or is_leaf_type(inner)
            else _picked(planner, [node.selection_set for node in group], inner.name)
        )
        found.append(Picked(key, name, below))
    return tuple(found)


def _tree(picked: tuple[Picked, ...]) -> tuple[object, ...]:
    return tuple((it.key, it.name, _tree(it.below)) for it in picked)
