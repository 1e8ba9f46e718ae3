"""`changes`: what changed in the data, revision by revision.

The statement delivers packed parts of revisions, few at a time, and the shaper unpacks them: `query.told`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphql import SelectionSetNode, get_named_type, is_leaf_type

from engagegraph.model import Model, NodeType, Relation
from engagegraph.model.stored import stored_name
from engagegraph.query.conditions import Scene
from engagegraph.query.cypher import Row, where_clause
from engagegraph.query.document import object_type
from engagegraph.query.ir import Connection, Leaf, Period, Question
from engagegraph.query.levels import Paged
from engagegraph.query.prices import EXPAND, NODE, READ, SEEK
from engagegraph.query.questions.among import among, matched
from engagegraph.query.questions.asked import Asked
from engagegraph.query.questions.relations import constant
from engagegraph.query.told import COUNTED, DONE, KINDS

if TYPE_CHECKING:
    from engagegraph.query.cost import Meter
    from engagegraph.query.emit import Emitter
    from engagegraph.query.plan import Planner

MOST = 5_000
"""A page reads no further part once those before it hold so many changes."""

READ_TO_COUNT = 10 * COUNTED
"""What is counted is read if it holds at most so many changes, told or not.

That is far more than are counted, so that of what is not told nobody learns how many there are.
"""

PART = 8
"""How many values of a part and of its revision are read."""


@dataclass(frozen=True, slots=True)
class Picked:
    """A field of the answer, and what is selected below it."""

    key: str
    name: str
    below: tuple[Picked, ...] | None


@dataclass(frozen=True, slots=True)
class Changes(Question):
    """A page of the changes of what is of `types` or touches such, all unless `chosen`; `whole` with people.

    Likewise of things that are `of` these identifiers, and of `those` that fulfil a condition.
    """

    since: Leaf | None
    until: Leaf | None
    between: Period | None
    types: tuple[str, ...]
    chosen: bool
    of: Leaf | None
    those: Connection | None
    kinds: tuple[str, ...]
    author: Leaf | None
    newest: bool
    first: Leaf | None
    after: Leaf | None
    whole: bool
    outputs: tuple[Picked, ...]

    @property
    def counted(self) -> bool:
        """Whether it is asked for how many there are on all pages."""
        return any(output.name == "totalCount" for output in self.outputs)

    def emit(self, emitter: Emitter, row: Row) -> str:
        """Emit one list of parts and what makes the page of it."""
        names = emitter.names
        signed_from = len(names.used)
        # There is none before the first; but that it is asked for lets an index deliver them in order.
        where = [f"r.number > {0 if self.since is None else names.param(self.since, 'since')}"]
        if self.until is not None:
            where.append(f"r.number <= {names.param(self.until, 'until')}")
        if self.between is not None:
            where.append(f"date(r.at) >= {names.param(self.between.first, 'first')}")
            where.append(f"date(r.at) <= {names.param(self.between.last, 'last')}")
        if self.author is not None:
            where.append(f"r.author = {names.param(self.author)}")
        hidden = [] if self.whole else ["p.personal IS NULL"]
        every = [*where, *hidden]
        of = "None" if self.of is None else f"p[{names.param(self.of, 'slugs').removeprefix('$')!r}]"
        those = "None"
        if self.those is not None:
            scene = Scene(names.variable("n"), self.those.types)
            ref = Row(names.variable("r"), [emitter.conditions.type_of(scene), f"{scene.node}.slug"])
            refs = row.listed(matched(emitter, self.those, scene), ref, f"{ref.name}s")
            those = f"{{(it[0], it[1]) for it in {row.add(refs)}}}"
        signed = names.used[signed_from:]
        fulfilled = self.those and (self.those.source, self.those.where)
        spell = self.since, self.until, self.between
        said = "changes", self.newest, self.whole, *spell, self.of, self.kinds, self.author, fulfilled
        # Only what was said: the model may have more types later.
        identity = repr((self.types, *said) if self.chosen else said)
        page = emitter.pages[
            emitter.page(self.first, identity, cursor=self.after, place=["place"] * 3, signed=signed, extra=1)
        ]
        place = page.cursor_params
        if place:
            at, position, count = (f"${name}" for name, _ in place)
            beyond = "<" if self.newest else ">"
            within = f"p.position {beyond} {position} OR p.position = {position} AND {count} <> {DONE}"
            # That the first holds follows from the second; but only by the first an index finds where to begin.
            where += [f"r.number {beyond}= {at}", f"(r.number {beyond} {at} OR {within})"]
        where += hidden
        down = " DESC" if self.newest else ""
        by_whom = ("r.author", "r.message") if self.whole else ("null", "null")
        part = Row(names.variable("r"), ["r.number", "toString(r.at)", *by_whom, "p.position", "p.data", "number"])
        found = row.add(
            row.listed(
                f"MATCH (r:_Revision)-[:_PART]->(p:_Part){where_clause(where)}\n"
                f"WITH r, p ORDER BY r.number{down}, p.position{down} LIMIT ${page.limit}\n"
                "WITH collect(r) AS revisions, collect(p) AS parts\n"
                "UNWIND range(0, size(parts) - 1) AS i\n"
                "WITH revisions[i] AS r, parts[i] AS p, size(parts) AS number,\n"
                "     reduce(before = 0, part IN parts[..i] | before + part.changes) AS before\n"
                f"WHERE before < {MOST}",
                part,
                f"{part.name}s",
            )
        )
        start = f"({', '.join(f'p[{name!r}]' for name, _ in place)})" if place else "None"
        sees = constant(emitter, _seen(emitter.model, self.whole))
        wanted = f"{constant(emitter, self.types)}, {of}, {constant(emitter, self.kinds)}, {those}"
        teller = f"Teller({sees}, {emitter.model.provenance!r}, ChangeFilter({wanted}), {self.newest}, {self.whole})"
        told = f"{teller}.page({found}, p[{page.size!r}], {start}, p[{page.signature!r}])"
        if self.counted:
            emitter.slow = True
            told = f"{{**{told}, 'totalCount': {teller}.count({self._data(emitter, every, row)})}}"
        return f"pick({told}, {constant(emitter, _tree(self.outputs))})"

    def _data(self, emitter: Emitter, where: list[str], row: Row) -> str:
        """Return the Python expression of the data of all parts for which conditions hold; None of too many."""
        data = Row(emitter.names.variable("d"))
        data.add(data.name)
        body = (
            f"MATCH (r:_Revision)-[:_PART]->(p:_Part){where_clause(where)}\n"
            f"WITH CASE WHEN sum(p.changes) <= {READ_TO_COUNT} THEN collect(p.data) END AS {data.name}"
        )
        return row.add(f"head({row.listed(body, data, f'{data.name}s')})[0]")

    def price(self, meter: Meter) -> None:
        """Price a part of history for each change of the page, as if each had one of its own, and what is unpacked.

        If all are counted, likewise one for each revision.
        """
        at = meter.below(None, float("inf"), Paged(self.first, extra=1), SEEK + MOST)
        meter.add(at, EXPAND + NODE + PART * READ)
        if self.counted:
            meter.enter(at, COUNTED + meter.counts.of(("_Revision",)) * (EXPAND + NODE + PART * READ))
        if self.those is not None:
            found = meter.prices.found(self.those, ())
            meter.enter(at, found.price + found.rows * (READ + meter.type_of(self.those.types)))


def plan(planner: Planner, asked: Asked) -> Question:
    """Return the plan of `changes`."""
    args, model = asked.args, planner.model
    named = args.get("types")
    types = None if named is None else {name for item in named.items for name in model.concrete(str(item.constant))}
    kinds = args.get("kinds")
    told = tuple(name for name in model.types if types is None or name in types)
    # What fulfils a condition does so now, whatever time the changes are of.
    now = replace(asked.scope, as_of=None)
    return Changes(
        asked.key,
        args.get("since"),
        args.get("until"),
        asked.scope.as_of,
        told,
        types is not None,
        args.get("of"),
        among(planner, args.get("where"), now, told),
        KINDS if kinds is None else tuple(kind for kind in KINDS if kind in {item.constant for item in kinds.items}),
        args.get("author"),
        args.get("newestFirst") is True,
        args.get("first"),
        args.get("after"),
        model.whole,
        _picked(planner, asked.selected, "Changes"),
    )


def _seen(model: Model, whole: bool) -> dict[str, tuple[tuple[str, str, str | None], ...]]:
    """Return by type and relation what may be told: see `told.Teller`."""
    # What was written before a type was one of people stands among everything else.
    types = {name: it for name, it in model.types.items() if whole or not it.personal}
    owners: dict[str, NodeType | Relation] = {**types, **model.relations}
    return {name: tuple(_values(model, owner)) for name, owner in owners.items()}


def _values(model: Model, owner: NodeType | Relation) -> Iterator[tuple[str, str, str | None]]:
    """Yield under which name each value is stored, its property and, of a text with languages, its language."""
    for prop in owner.properties.values():
        for language in model.languages.values() if prop.i18n else (model.languages[model.main_language],):
            name = stored_name(prop, language.code, model.main_language)
            yield name, prop.name, language.enum if prop.i18n else None


def _picked(planner: Planner, selected: list[SelectionSetNode | None], kind: str) -> tuple[Picked, ...]:
    fields = object_type(planner.schema.get_type(kind)).fields
    found = []
    for key, group in planner.collector.collect(selected, kind).items():
        name = group[0].name.value
        inner = get_named_type(fields[name].type) if name in fields else None
        below = (
            None
            if inner is None or is_leaf_type(inner)
            else _picked(planner, [node.selection_set for node in group], inner.name)
        )
        found.append(Picked(key, name, below))
    return tuple(found)


def _tree(picked: tuple[Picked, ...] | None) -> tuple[object, ...] | None:
    return None if picked is None else tuple((it.key, it.name, _tree(it.below)) for it in picked)
