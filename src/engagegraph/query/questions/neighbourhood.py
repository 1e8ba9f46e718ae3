"""`neighbourhood`: what lies around a thing, as nodes and edges for drawing.

Nodes are gathered distance by distance; of each relation of each node those with the most relations of their own.
Between what was gathered all relations are delivered, and how many more there are is the difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from engagegraph.query.conditions import Scene, joined
from engagegraph.query.cypher import Row, place_in, where_clause
from engagegraph.query.ir import Connection, EdgeNode, Leaf, Period, Question, TypeName
from engagegraph.query.levels import At, Deep, Distant, Gathered, Paged
from engagegraph.query.params import MOST_DISTANT
from engagegraph.query.prices import EXPAND, LABEL, READ, SEEK, VALID
from engagegraph.query.questions.among import among, judged, kept, met, told
from engagegraph.query.questions.asked import Asked
from engagegraph.query.questions.relations import (
    RelationOutput,
    Tie,
    chosen,
    edge_order,
    emit_relation,
    ends,
    price_relation,
    relation_outputs,
    starts,
    touched,
)
from engagegraph.query.spread import Front, Spread

if TYPE_CHECKING:
    from engagegraph.query.cost import Meter
    from engagegraph.query.emit import Emitter
    from engagegraph.query.plan import Planner

USUAL_FIRST = 10
"""How many nodes for each relation of a node unless it is said."""


@dataclass(frozen=True, slots=True)
class Number:
    """`distance` or `degree` of a neighbour."""

    key: str
    what: str


@dataclass(frozen=True, slots=True)
class More:
    """`more` of a neighbour: pairs of response key and field."""

    key: str
    fields: tuple[tuple[str, str], ...]


Told = EdgeNode | Number | More | TypeName


@dataclass(frozen=True, slots=True)
class Neighbours:
    """`nodes`."""

    key: str
    outputs: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """`edges`."""

    key: str
    outputs: tuple[RelationOutput, ...]


@dataclass(frozen=True, slots=True)
class Neighbourhood(Question):
    """What lies around the node `id`, which is of `type`, up to `levels` steps away, or only `those` of it."""

    id: Leaf
    type: str
    relations: tuple[str, ...]
    depth: Leaf
    levels: int
    first: Leaf
    most: Leaf | None
    those: Connection | None
    as_of: Period | None
    outputs: tuple[Neighbours | Drawn | TypeName, ...]

    def emit(self, emitter: Emitter, row: Row) -> str:
        """Emit one row with a list of nodes and a list of edges, and a function that puts them together."""
        if not self.type:
            return "None"
        number = emitter.page(self.most, "neighbourhood", whole=True, extra=1)
        emitter.open_pages.append(number)
        inner = Row(emitter.names.variable("r"))
        members = _members(emitter, self, inner)
        emitter.open_pages.pop()
        function = emitter.names.variable("around")
        emitter.functions.append(
            f"def {function}({inner.name}, p):\n    if {inner.name} is None:\n        return None\n"
            f"    return {members}\n"
        )
        gathered = _gathered(emitter, self, number)
        rows = row.add(f"head({row.listed(gathered, inner, f'{inner.name}s')})")
        return f"{function}({rows}, p)"

    def price(self, meter: Meter) -> None:
        """Price what is looked at from the nodes of each distance, what is told of them, and of their relations."""
        if not self.type:
            return
        model, relations = meter.model, self.relations
        spread = Spread(model, relations, meter.counts, VALID if self.as_of else 1.0)
        at, front = meter.below(None, 1.0, entry=SEEK), {self.type: 1.0}
        levels, everything = [at.level], dict(front)
        for far in range(1, self.levels + 1 if relations else 1):
            degrees = tuple(spread.degrees(spread.foremost(front)).values())
            reached = spread.step(front)
            part = (
                sum(kept(meter, self.those, reached).values()) / max(1e-9, sum(reached.values())) if self.those else 1.0
            )
            front = kept(meter, self.those, spread.step(front, USUAL_FIRST))
            begin = meter.below(at, 1.0, Deep(far, self.depth))
            valid = 2 * READ if self.as_of else 0.0
            followed = sum(degrees)
            look = self._look(meter, spread, front) + 2 * READ
            meter.add(begin, followed * (EXPAND + valid + self._asked(meter)) + part * spread.valid * followed * look)
            near = Distant(self.first, tuple(part * spread.valid * degree for degree in degrees))
            at = meter.below(begin, float("inf"), near, overall=Paged(self.most, whole=True))
            levels.append(at.level)
            everything = {name: everything.get(name, 0.0) + front.get(name, 0.0) for name in {**everything, **front}}
        nodes = meter.below(None, float("inf"), Gathered(tuple(levels)), overall=Paged(self.most, whole=True))
        # To find what lies between them all that begins at each is looked at.
        between = sum(spread.degrees(everything).values()) / 2 * (EXPAND + (2 * READ if self.as_of else 0.0))
        for output in self.outputs:
            match output:
                case Drawn(outputs=outputs):
                    meter.add(nodes, between)
                    price_relation(meter, outputs, relations, meter.below(nodes, 1.0))
                case Neighbours(outputs=outputs):
                    self._told(meter, outputs, self._look(meter, spread, everything), between, nodes)
                case _:
                    pass

    def _asked(self, meter: Meter) -> float:
        """Return what it costs to see whether something is one of those that are wanted."""
        return 0.0 if self.those is None else LABEL + judged(meter, self.those.where, self.those.types).price

    def _look(self, meter: Meter, spread: Spread, front: Front) -> float:
        """Return what it costs to count the relations of a neighbour."""
        if self.as_of is None and self.those is None:
            return EXPAND * len(self.relations)
        valid = 2 * READ if self.as_of else 0.0
        return sum(spread.degrees(front).values()) * (EXPAND + valid + self._asked(meter))

    def _told(self, meter: Meter, outputs: Sequence[Told], look: float, between: float, at: At) -> None:
        for output in outputs:
            match output:
                case EdgeNode(shape=shape):
                    meter.shape(shape, at)
                case Number(what="degree"):
                    meter.add(at, look)
                case More():
                    meter.add(at, look + between)
                case _:
                    pass


def plan(planner: Planner, asked: Asked) -> Question:
    """Return the plan of `neighbourhood`."""
    args, scope, model = asked.args, asked.scope, planner.model
    (centre,) = planner.named(args["id"], tuple(model.types)) or ("",)
    relations = chosen(planner, args)
    those = among(planner, args.get("where"), scope, touched(model, relations))
    types = told(model, relations, those, centre)
    outputs: list[Neighbours | Drawn | TypeName] = []
    for key, group in planner.collector.collect(asked.selected, "Neighbourhood").items():
        match group[0].name.value:
            case "__typename":
                outputs.append(TypeName(key, "Neighbourhood"))
            case "edges":
                outputs.append(Drawn(key, relation_outputs(planner, group, scope)))
            case _:
                inner: list[Told] = []
                for k, g in planner.collector.collect([n.selection_set for n in group], "Neighbour").items():
                    match g[0].name.value:
                        case "__typename":
                            inner.append(TypeName(k, "Neighbour"))
                        case "node":
                            inner.append(EdgeNode(k, planner.shape(g, types, scope)))
                        case "more":
                            fields = planner.collector.collect([n.selection_set for n in g], "NeighbourMore")
                            inner.append(More(k, tuple((f, n[0].name.value) for f, n in fields.items())))
                        case name:
                            inner.append(Number(k, name))
                outputs.append(Neighbours(key, tuple(inner)))
    depth, first = args.get("depth"), args.get("first")
    return Neighbourhood(
        key=asked.key,
        id=args["id"],
        type=centre,
        relations=relations,
        depth=Leaf(1) if depth is None else depth,
        levels=1 if depth is None else MOST_DISTANT,
        first=Leaf(USUAL_FIRST) if first is None else first,
        most=args.get("most"),
        those=those,
        as_of=scope.as_of,
        outputs=tuple(outputs),
    )


def _gathered(emitter: Emitter, asked: Neighbourhood, page: int) -> str:
    """Return the clauses that leave `ns` with all nodes, and `l0`, `l1`, … with those at each distance."""
    slug = f"{emitter.names.param(asked.id, 'slugs')}.{asked.type}[0]"
    depth, first = emitter.names.param(asked.depth, "depth"), emitter.names.param(asked.first, "each")
    types = told(emitter.model, asked.relations, asked.those, asked.type)
    lines = [f"MATCH (c:{asked.type} {{slug: {slug}}})", "WITH [c] AS ns, [c] AS l0"]
    levels, most = ["l0"], f"${emitter.pages[page].limit}"
    for level in range(1, asked.levels + 1 if asked.relations else 1):
        before = levels[-1]
        where = [*_valid(emitter, asked, "e", Scene("y", types)), *met(emitter, asked.those, "y"), "NOT y IN ns"]
        if level > 1:
            where.insert(0, f"{depth} >= {level}")
        size = _degree(emitter, asked, Scene("y", types))
        body = (
            f"UNWIND {before} AS x\n"
            f"MATCH (x)-[e:{'|'.join(asked.relations)}]-(y){where_clause(where)}\n"
            "WITH DISTINCT x, type(e) AS relation, startNode(e) = x AS out, y\n"
            f"WITH x, relation, out, y, {size} AS size ORDER BY size DESC, y.slug, labels(y)\n"
            f"WITH x, relation, out, collect([y, size])[..{first}] AS kept\n"
            "UNWIND kept AS pair\n"
            "WITH DISTINCT pair[0] AS y, pair[1] AS size ORDER BY size DESC, y.slug, labels(y)\n"
            f"LIMIT {most}\nRETURN collect(y) AS near"
        )
        lines += [
            f"{emitter.sets.entry('ns', before)} {{",
            *(f"  {line}" for line in body.splitlines()),
            "}",
            f"WITH ns, {', '.join(levels)}, near[..{most} - size(ns)] AS l{level}",
            f"WITH ns + l{level} AS ns, {', '.join(levels)}, l{level}",
        ]
        levels.append(f"l{level}")
    return "\n".join(lines)


def _valid(emitter: Emitter, asked: Neighbourhood, edge: str, other: Scene) -> list[str]:
    relations = [emitter.model.relations[name] for name in asked.relations]
    return [
        *emitter.conditions.valid_edge(edge, relations, asked.as_of),
        *emitter.conditions.valid_node(other, asked.as_of),
    ]


def _degree(emitter: Emitter, asked: Neighbourhood, scene: Scene, only: str = "") -> str:
    """Return the expression that counts a node's relations, of all chosen types or `only` one."""
    names = only or "|".join(asked.relations)
    types = told(emitter.model, asked.relations, asked.those, asked.type)
    where = _valid(emitter, asked, "o", Scene("z", types))
    if asked.those is not None:
        where.append(f"z = ns[0] OR {joined(' AND ', met(emitter, asked.those, 'z'), 'true')}")
    if not where:
        return f"COUNT {{ ({scene.node})-[:{names}]-() }}"
    return f"COUNT {{ MATCH ({scene.node})-[o:{names}]-(z) WHERE {joined(' AND ', where, 'true')} }}"


TIED = ("i", "j", "type(e)")
"""What the row of a relation begins with: the positions of both sides, and its type."""


def _edges(emitter: Emitter, asked: Neighbourhood, inner: Row, row: Row) -> str:
    """Return the expression of all relations between the nodes, `inner` rows that belong to `row`."""
    if not asked.relations:
        return "[]"
    relations = [emitter.model.relations[name] for name in asked.relations]
    where = ["y IN ns", *emitter.conditions.valid_edge("e", relations, asked.as_of)]
    body = (
        "UNWIND range(0, size(ns) - 1) AS i\nWITH i, ns[i] AS x\n"
        f"MATCH (x)-[e:{'|'.join(asked.relations)}]->(y){where_clause(where)}\n"
        f"WITH i, {place_in('ns', 'y')} AS j, e, x, y ORDER BY i, j, {edge_order(emitter.model, 'e', relations)}"
    )
    return row.listed(body, inner, emitter.names.variable("es"))


def _members(emitter: Emitter, asked: Neighbourhood, row: Row) -> str:
    """Return the Python expression that makes the whole from its row."""
    members = []
    for output in asked.outputs:
        match output:
            case TypeName(name=name):
                made = repr(name)
            case Drawn(outputs=outputs):
                made = _drawn(emitter, asked, outputs, row)
            case Neighbours():
                made = _neighbours(emitter, asked, output, row)
            case _:
                assert_never(output)
        members.append(f"{output.key!r}: {made}")
    return "{" + ", ".join(members) + "}"


def _drawn(emitter: Emitter, asked: Neighbourhood, outputs: tuple[RelationOutput, ...], row: Row) -> str:
    model = emitter.model
    relations = tuple(model.relations[name] for name in asked.relations)
    tie = Tie("e", Scene("x", starts(model, relations)), Scene("y", ends(model, relations)), relations)
    inner = Row("e", [*TIED])
    made = emit_relation(emitter, outputs, tie, inner) if relations else "{}"
    rows = row.add(_edges(emitter, asked, inner, row))
    return f"[{made} for e in {rows}]"


def _neighbours(emitter: Emitter, asked: Neighbourhood, output: Neighbours, row: Row) -> str:
    types = told(emitter.model, asked.relations, asked.those, asked.type)
    scene = Scene(emitter.names.variable("n"), types)
    inner = Row(emitter.names.variable("r"), ["i"])
    edges = ""
    members = []
    for item in output.outputs:
        match item:
            case TypeName(name=name):
                made = repr(name)
            case EdgeNode(shape=shape):
                made = emitter.node(shape, scene, inner)
            case Number(what="distance"):
                far = [
                    f"WHEN i < size({' + '.join(f'l{k}' for k in range(n + 1))}) THEN {n}" for n in range(asked.levels)
                ]
                made = inner.add(f"CASE {' '.join(far)} ELSE {asked.levels} END") if asked.relations else "0"
            case Number():
                made = inner.add(_degree(emitter, asked, scene)) if asked.relations else "0"
            case More(fields=fields):
                counts = ", ".join(_degree(emitter, asked, scene, name) for name in asked.relations)
                pieces = {"type": "t", "count": "n", "__typename": "'NeighbourMore'"}
                keys = ", ".join(f"{key!r}: {pieces[name]}" for key, name in fields)
                counted = f"{inner.add(f'[{counts}]')}, {asked.relations!r}, shown, {inner.name}[0]"
                made = f"[{{{keys}}} for t, n in more({counted})]"
                edges = row.add(_edges(emitter, asked, Row("e", [*TIED]), row))
            case _:
                assert_never(item)
        members.append(f"{item.key!r}: {made}")
    # What counts as a relation depends on what is in the middle.
    carried = "i, " if asked.those is None else "i, ns, "
    body = f"UNWIND range(0, size(ns) - 1) AS i\nWITH {carried}ns[i] AS {scene.node}"
    if any(isinstance(item, Number) and item.what == "distance" for item in output.outputs):
        levels = ", ".join(f"l{k}" for k in range(asked.levels + 1 if asked.relations else 1))
        body = body.replace("WITH i,", f"WITH i, {levels},", 1)
    counted = f" for shown in (tally({edges}),)" if edges else ""
    rows = row.add(row.listed(body, inner, f"{inner.name}s"))
    return f"[{{{', '.join(members)}}}{counted} for {inner.name} in {rows}]"
