"""`rank`: which things stand out in the network.

The measure is computed beside the database (see `measures`); the statement fetches the things of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from engagegraph.query.conditions import Conditions, Names, Scene
from engagegraph.query.cypher import Measured, Row, block, where_clause
from engagegraph.query.ir import EdgeNode, Leaf, Period, Question, TypeName
from engagegraph.query.levels import Paged
from engagegraph.query.moment import vouched
from engagegraph.query.prices import NODE, READ, SEEK
from engagegraph.query.questions.asked import Asked
from engagegraph.query.questions.relations import chosen, touched

if TYPE_CHECKING:
    from engagegraph.query.cost import Meter
    from engagegraph.query.emit import Emitter
    from engagegraph.query.plan import Planner


@dataclass(frozen=True, slots=True)
class Said:
    """`revision` or `totalCount`; of an entry `rank` or `score`."""

    key: str
    what: str


@dataclass(frozen=True, slots=True)
class Entries:
    """`entries`."""

    key: str
    outputs: tuple[EdgeNode | Said | TypeName, ...]


@dataclass(frozen=True, slots=True)
class Rank(Question):
    """The things of `types`, ranked `by` a measure in the network of `relations`."""

    types: tuple[str, ...]
    by: str
    relations: tuple[str, ...]
    first: Leaf | None
    offset: Leaf | None
    as_of: Period | None
    outputs: tuple[Entries | Said | TypeName, ...]

    def emit(self, emitter: Emitter, row: Row) -> str:
        """Emit one list for each list of entries; what is ranked comes as a parameter."""
        number = emitter.page(self.first, "rank")
        name = emitter.names.variable("m")
        offset = None if self.offset is None else emitter.names.param(self.offset, "offset").removeprefix("$")
        snapshot, names = _snapshot(emitter, self)
        size = emitter.pages[number].size
        emitter.measures.append(Measured(name, self.by, self.types, snapshot, tuple(names.params), size, offset))
        # Something must be read even when no thing is fetched: only then the moment is vouched for.
        row.add("true")
        emitter.open_pages.append(number)
        members = []
        for output in self.outputs:
            match output:
                case TypeName(name=kind):
                    made = repr(kind)
                case Said(what=what):
                    made = f"p[{name!r}].{'total' if what == 'totalCount' else what}"
                case Entries():
                    made = _entries(emitter, self, output, name, row)
                case _:
                    assert_never(output)
            members.append(f"{output.key!r}: {made}")
        emitter.open_pages.pop()
        return "{" + ", ".join(members) + "}"

    def price(self, meter: Meter) -> None:
        """Price the network as if nobody had asked for it before, and the page."""
        model, counts = meter.model, meter.counts
        types = touched(model, self.relations, self.types)
        each = NODE + READ + meter.type_of(types)
        read = counts.of(types) * each * (1 + counts.around(model, self.relations, types) / 2)
        at = meter.below(None, counts.of(self.types), Paged(self.first), read)
        meter.add(at, SEEK)
        for output in self.outputs:
            for item in output.outputs if isinstance(output, Entries) else ():
                if isinstance(item, EdgeNode):
                    meter.shape(item.shape, at)


def plan(planner: Planner, asked: Asked) -> Question:
    """Return the plan of `rank`."""
    args, scope = asked.args, asked.scope
    types = planner.model.concrete(args["type"])
    outputs: list[Entries | Said | TypeName] = []
    for key, group in planner.collector.collect(asked.selected, "Ranking").items():
        match group[0].name.value:
            case "__typename":
                outputs.append(TypeName(key, "Ranking"))
            case "entries":
                inner: list[EdgeNode | Said | TypeName] = []
                for k, g in planner.collector.collect([n.selection_set for n in group], "RankingEntry").items():
                    match g[0].name.value:
                        case "__typename":
                            inner.append(TypeName(k, "RankingEntry"))
                        case "node":
                            inner.append(EdgeNode(k, planner.shape(g, types, scope)))
                        case name:
                            inner.append(Said(k, name))
                outputs.append(Entries(key, tuple(inner)))
            case name:
                outputs.append(Said(key, name))
    return Rank(
        key=asked.key,
        types=types,
        by=args["by"],
        relations=chosen(planner, args),
        first=args.get("first"),
        offset=args.get("offset"),
        as_of=scope.as_of,
        outputs=tuple(outputs),
    )


def _entries(emitter: Emitter, asked: Rank, output: Entries, name: str, row: Row) -> str:
    """Return the Python expression of the entries: each type's things are found by slug, and put in order."""
    scene = Scene(emitter.names.variable("n"), asked.types)
    inner = Row(emitter.names.variable("r"), ["i"])
    place = emitter.names.variable("e")
    members = []
    fetched = False
    for item in output.outputs:
        match item:
            case TypeName(name=kind):
                made = repr(kind)
            case EdgeNode(shape=shape):
                made, fetched = emitter.node(shape, scene, inner), True
            case Said(what=what):
                made = f"{place}[{0 if what == 'rank' else 1}]"
            case _:
                assert_never(item)
        members.append(f"{item.key!r}: {made}")
    made = "{" + ", ".join(members) + "}"
    if not fetched:
        return f"[{made} for {place} in p[{name!r}].entries]"
    branches = "\nUNION ALL\n".join(
        f"  UNWIND ${name}.{kind} AS ref MATCH ({scene.node}:{kind} {{slug: ref[1]}})\n"
        f"  RETURN ref[0] AS i, {scene.node}"
        for kind in asked.types
    )
    body = f"CALL () {{\n{branches}\n}}\nWITH i, {scene.node} ORDER BY i"
    # While the graph is being changed something may be gone; that answer is not given, but it must be shaped.
    found = row.add(row.listed(body, inner, f"{inner.name}s"))
    return f"[{made} for {inner.name} in {found} for {place} in (p[{name!r}].entries[{inner.name}[0]],)]"


def _snapshot(emitter: Emitter, asked: Rank) -> tuple[str, Names]:
    """Return the statement that reads the network; its names are its own, so all who ask for it write it alike."""
    model, names = emitter.model, Names()
    names.spot = asked.spot
    conditions = Conditions(model, names)
    types = touched(model, asked.relations, asked.types)
    start, end = Scene("n", types), Scene("m", types)
    spans = conditions.lifespans(types)
    beside = "[]"
    if asked.relations:
        relations = [model.relations[name] for name in asked.relations]
        where = conditions.valid_edge("e", relations, asked.as_of) + conditions.valid_node(end, asked.as_of, spans)
        pattern = f"MATCH (n)-[e:{'|'.join(asked.relations)}]->(m:{conditions.label(types)}){where_clause(where)}"
        beside = block("COLLECT", f"{pattern}\nRETURN [{conditions.type_of(end)}, m.slug]")
    where = conditions.valid_node(start, asked.as_of, spans)
    body = (
        f"MATCH (n:{conditions.label(types)}){where_clause(where)}\n"
        f"RETURN [{conditions.type_of(start)}, n.slug, {beside}]"
    )
    return vouched("", [block("COLLECT", body)]), names
