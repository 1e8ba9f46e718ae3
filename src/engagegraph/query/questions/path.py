"""`path`: how two things are connected.

The database walks from both ends at once until they meet, and where many ways do, the best of them is told. To find
them all takes several times as long as to find one, where everybody knows everybody. So they are compared where the
ends are near, or what lies around them is little; else the first is taken. Several paths are found one after the other:
what a path leads through is closed to those after it, so that each says something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from engagegraph.query.conditions import Scene, joined
from engagegraph.query.cypher import Row, block, where_clause
from engagegraph.query.ir import Connection, Leaf, Nodes, Period, Question, TypeName
from engagegraph.query.levels import Paged
from engagegraph.query.params import MOST_APART, MOST_STEPS
from engagegraph.query.prices import EXPAND, INTO, LABEL, NODE, READ
from engagegraph.query.questions.among import among, crossed, judged, kept, told
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
from engagegraph.query.spread import Spread
from engagegraph.query.turned import at_hand

if TYPE_CHECKING:
    from engagegraph.query.cost import Meter
    from engagegraph.query.emit import Emitter
    from engagegraph.query.plan import Planner

MOST_COMPARED, MOST_TOGETHER = 100, 1_000
"""Of so many equally short paths the best one is taken, or those that are told together; there may be millions."""

NEAR = 2
"""Steps within which paths are always compared: no more is read than what the ends themselves are related to."""

MOST_AROUND = 10_000
"""Relations of what the ends are related to, up to which longer paths are compared, too."""

TYPICAL = 4
"""How many steps lie between two things, mostly."""

ALIKE = 10.0
"""How many paths are equally short, mostly."""


@dataclass(frozen=True, slots=True)
class Length:
    """`length`."""

    key: str


@dataclass(frozen=True, slots=True)
class StepEdges:
    """`edges` of a step."""

    key: str
    outputs: tuple[RelationOutput, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """`steps`."""

    key: str
    outputs: tuple[StepEdges | TypeName, ...]


@dataclass(frozen=True, slots=True)
class Paths(Question):
    """The paths between two nodes; `together` asks for all shortest ones, `several` for more than one apart.

    They lead through anything, or only through `those`.
    """

    start: Leaf
    start_type: str
    end: Leaf
    end_type: str
    relations: tuple[str, ...]
    length: Leaf
    avoid: Leaf | None
    avoided: tuple[str, ...]
    first: Leaf | None
    several: bool
    together: bool
    those: Connection | None
    as_of: Period | None
    outputs: tuple[Length | Nodes | Steps | TypeName, ...]

    def emit(self, emitter: Emitter, row: Row) -> str:
        """Emit a list of paths, each with its nodes and what lies between them."""
        if not self.relations:
            return "[]"
        # The paths, and the nodes on each, count as rows that are asked for.
        first = emitter.page(self.first, "paths")
        emitter.open_pages.append(first)
        emitter.open_pages.append(emitter.page(self.length, "nodes of a path"))
        inner = Row(emitter.names.variable("r"))
        made = _path(emitter, self, inner)
        emitter.open_pages.pop()
        emitter.open_pages.pop()
        rows = row.add(row.listed(_found(emitter, self, first), inner, f"{inner.name}s"))
        return f"[{made} for {inner.name} in {rows}]"

    def price(self, meter: Meter) -> None:
        """Price a walk from both ends for each path, the comparison of equally short ones, and what is told of them."""
        if not self.relations:
            return
        types = touched(meter.model, self.relations)
        valid = meter.prices.valid(self.as_of, types)
        spread = Spread(meter.model, self.relations, meter.counts)
        followed = sum(self._followed(meter, spread, side) for side in (self.start_type, self.end_type))
        asked = 0.0
        if self.those is not None and at_hand(self.those.where):
            asked = LABEL + judged(meter, self.those.where, self.those.types).price
        elif self.those is not None:
            meter.prices.found_once(self.those.types, self.those.where)
        walk = followed * (EXPAND + NODE + valid.price + asked + (2 * READ if self.as_of else 0.0))
        compared = ALIKE * (TYPICAL + 1) * (EXPAND + READ + LABEL)
        paths = meter.below(None, ALIKE if self.together else MOST_APART, Paged(self.first))
        if self.several:
            meter.add(paths, walk + compared)
        else:
            meter.enter(paths, walk + compared)
        for output in self.outputs:
            match output:
                case Nodes(shape=shape):
                    meter.shape(shape, meter.below(paths, TYPICAL + 1, Paged(self.length)))
                case Steps(outputs=steps):
                    edges = meter.below(paths, TYPICAL, Paged(self.length), TYPICAL * INTO)
                    for step in steps:
                        if isinstance(step, StepEdges):
                            price_relation(meter, step.outputs, self.relations, edges)
                case _:
                    pass

    def _followed(self, meter: Meter, spread: Spread, side: str) -> float:
        """Return how many relations are followed from one end: as far as half of a typical path."""
        total, front = 0.0, {side: 1.0}
        for _ in range(TYPICAL // 2):
            total, front = total + spread.followed(front), kept(meter, self.those, spread.step(front))
        return total


def plan(planner: Planner, asked: Asked) -> Question:
    """Return the plan of `path`."""
    args, scope, model = asked.args, asked.scope, planner.model
    start, end = (planner.named(args[side], tuple(model.types)) for side in ("from", "to"))
    relations = chosen(planner, args)
    those = among(planner, args.get("where"), scope, touched(model, relations))
    relations = relations if start and end else ()
    together, first, avoid = args.get("all") is True, args.get("first"), args.get("avoid")
    types = told(model, relations, those, *start, *end)
    outputs: list[Length | Nodes | Steps | TypeName] = []
    for key, group in planner.collector.collect(asked.selected, "Path").items():
        match group[0].name.value:
            case "__typename":
                outputs.append(TypeName(key, "Path"))
            case "length":
                outputs.append(Length(key))
            case "nodes":
                outputs.append(Nodes(key, planner.shape(group, types, scope)))
            case _:
                inner: list[StepEdges | TypeName] = []
                for k, g in planner.collector.collect([n.selection_set for n in group], "PathStep").items():
                    edges = g[0].name.value == "edges"
                    inner.append(
                        StepEdges(k, relation_outputs(planner, g, scope)) if edges else TypeName(k, "PathStep")
                    )
                outputs.append(Steps(key, tuple(inner)))
    return Paths(
        key=asked.key,
        start=args["from"],
        start_type="".join(start),
        end=args["to"],
        end_type="".join(end),
        relations=relations,
        length=args["maxLength"] if args.get("maxLength") is not None else Leaf(MOST_STEPS),
        avoid=avoid,
        avoided=() if avoid is None else planner.named(avoid, tuple(model.types)),
        first=first if first is not None or together else Leaf(1),
        several=first is not None and not together,
        together=together,
        those=those,
        as_of=scope.as_of,
        outputs=tuple(outputs),
    )


def _found(emitter: Emitter, paths: Paths, page: int) -> str:
    """Return the clauses that leave `ns` with the nodes of one path in each row, in order."""
    lines = []
    for variable, leaf, name in (("a", paths.start, paths.start_type), ("b", paths.end, paths.end_type)):
        lines.append(f"MATCH ({variable}:{name} {{slug: {emitter.names.param(leaf, 'slugs')}.{name}[0]}})")
    if not paths.several:
        return "\n".join([*lines, _shortest(emitter, paths, closed=False), f"LIMIT {emitter.pages[page].rows}"])
    first = emitter.names.param(paths.first or Leaf(1), "apart")
    lines.append("WITH a, b, [] AS found, [] AS used, [] AS tied, true AS more")
    for _ in range(MOST_APART):
        shortest = _shortest(emitter, paths, closed=True)
        body = f"WITH a, b, used, tied, more WHERE more\n{shortest}\nLIMIT 1\nRETURN collect(ns) AS next"
        lines += [
            f"{emitter.sets.entry('a', 'b', 'used', 'tied', 'more')} {{",
            *(f"  {line}" for line in body.splitlines()),
            "}",
            "WITH a, b, found + next AS found, used + coalesce(next[0][1..-1], []) AS used,",
            "  tied + CASE WHEN size(next[0]) = 2 THEN COLLECT { MATCH (a)-[e]-(b) RETURN e } ELSE [] END AS tied,",
            f"  coalesce(size(next[0]) > 1, false) AND size(found) + 1 < {first} AS more",
        ]
    return "\n".join([*lines, "UNWIND found AS ns"])


def _shortest(emitter: Emitter, paths: Paths, closed: bool) -> str:
    """Return the clauses that leave `ns` with the nodes of each shortest path, in order."""
    relations = [emitter.model.relations[name] for name in paths.relations]
    types = touched(emitter.model, paths.relations) if paths.those is None else paths.those.types
    inner = Scene("n", types)
    conditions = emitter.conditions.valid_node(inner, paths.as_of)
    if paths.avoid is not None:
        slugs = emitter.names.param(paths.avoid, "slugs")
        conditions += [f"NOT (n:{name} AND n.slug IN {slugs}.{name})" for name in paths.avoided if name in types]
    conditions += crossed(emitter, paths.those, "n")
    edges = emitter.conditions.valid_edge("r", relations, paths.as_of)
    where = []
    if conditions:
        # The ends are given; what they are like is no question.
        where.append(f"all(n IN nodes(p) WHERE n = a OR n = b OR ({joined(' AND ', conditions, 'true')}))")
    if edges:
        where.append(f"all(r IN relationships(p) WHERE {edges[0]})")
    if closed:
        where += ["none(n IN nodes(p) WHERE n IN used)", "none(r IN relationships(p) WHERE r IN tied)"]
    along, length = "|".join(paths.relations), emitter.names.param(paths.length, "steps")

    def found(function: str, steps: int, most: int) -> str:
        # Neo4j takes no parameter for the most steps; what is longer than asked for is not what is shortest either.
        return (
            f"MATCH p = {function}((a)-[:{along}*0..{steps}]-(b)){where_clause(where)}\nWITH p LIMIT {most}\n"
            f"WITH DISTINCT nodes(p) AS ns WHERE size(ns) <= {length} + 1"
        )

    order = (
        "\nWITH ns ORDER BY size(ns), reduce(s = 0, n IN ns[1..-1] | s + COUNT { (n)--() }),\n"
        "  [n IN ns | n.slug], [n IN ns | labels(n)]"
    )
    # Several are found one after the other: with all three ways for each the database would plan for seconds.
    if paths.together or closed:
        return found("allShortestPaths", MOST_STEPS, MOST_TOGETHER if paths.together else MOST_COMPARED) + order
    best = f"{order} LIMIT 1\nRETURN "
    near = found("allShortestPaths", NEAR, MOST_COMPARED) + best + "collect(ns) AS near"
    compared = found("allShortestPaths", MOST_STEPS, MOST_COMPARED) + best + "ns"
    one = found("shortestPath", MOST_STEPS, 1) + "\nRETURN ns"
    any_ = len(paths.relations) == len(emitter.model.relations)
    around = _around("--" if any_ else f"-[:{along}]-")
    return "\n".join([block("CALL (*)", near), around, block("CALL (*)", _either(compared, one))])


def _around(along: str) -> str:
    """Return the clause that leaves in `around` how many relations have what the ends are related to, if not `near`."""
    degrees = (f"MATCH ({end}){along}(x) RETURN COUNT {{ (x){along}() }} AS d" for end in "ab")
    return (
        f"WITH *, CASE WHEN near <> [] THEN 0\n"
        f"  WHEN COUNT {{ (a){along}() }} + COUNT {{ (b){along}() }} > {MOST_AROUND} THEN {MOST_AROUND} + 1\n"
        f"  ELSE reduce(s = 0, d IN COLLECT {{ {' UNION ALL '.join(degrees)} }} | s + d) END AS around"
    )


def _either(compared: str, one: str) -> str:
    """Return the clauses that give what is `near`, else the best of those `compared`, or `one` where that is dear."""
    # As conditions they would be looked at when all has been found already.
    further = (
        f"UNWIND CASE WHEN near = [] AND around {few} {MOST_AROUND} THEN [1] ELSE [] END AS room\n{ways}"
        for few, ways in (("<=", compared), (">", one))
    )
    return "\nUNION ALL\n".join(["UNWIND near AS ns\nRETURN ns", *further])


def _path(emitter: Emitter, paths: Paths, row: Row) -> str:
    """Return the Python expression that makes a path from `ns`."""
    members = []
    for output in paths.outputs:
        match output:
            case TypeName(name=name):
                made = repr(name)
            case Length():
                made = row.add("size(ns) - 1")
            case Nodes(shape=shape):
                node = Scene(emitter.names.variable("n"), shape.types)
                inner = Row(emitter.names.variable("r"))
                each = emitter.node(shape, node, inner)
                rows = row.add(row.listed(f"UNWIND ns AS {node.node}", inner, f"{inner.name}s"))
                made = f"[{each} for {inner.name} in {rows}]"
            case Steps(outputs=outputs):
                made = _steps(emitter, paths, outputs, row)
            case _:
                assert_never(output)
        members.append(f"{output.key!r}: {made}")
    return "{" + ", ".join(members) + "}"


def _steps(emitter: Emitter, paths: Paths, outputs: tuple[StepEdges | TypeName, ...], row: Row) -> str:
    inner = Row(emitter.names.variable("r"))
    step = emitter.names.variable("i")
    members = []
    for output in outputs:
        made = repr(output.name) if isinstance(output, TypeName) else _edges(emitter, paths, output, step, inner)
        members.append(f"{output.key!r}: {made}")
    rows = row.add(row.listed(f"UNWIND range(0, size(ns) - 2) AS {step}", inner, f"{inner.name}s"))
    return f"[{{{', '.join(members)}}} for {inner.name} in {rows}]"


def _edges(emitter: Emitter, paths: Paths, output: StepEdges, step: str, row: Row) -> str:
    relations = tuple(emitter.model.relations[name] for name in paths.relations)
    edge, start, end = (emitter.names.variable(prefix) for prefix in ("e", "n", "n"))
    tie = Tie(
        edge, Scene(start, starts(emitter.model, relations)), Scene(end, ends(emitter.model, relations)), relations
    )
    inner = Row(emitter.names.variable("r"))
    made = emit_relation(emitter, output.outputs, tie, inner)
    where = emitter.conditions.valid_edge(edge, relations, paths.as_of)
    body = (
        f"WITH ns[{step}] AS x, ns[{step} + 1] AS y\n"
        f"MATCH (x)-[{edge}:{'|'.join(paths.relations)}]-(y)" + where_clause(where) + "\n"
        f"WITH {edge}, startNode({edge}) AS {start}, endNode({edge}) AS {end}\n"
        f"ORDER BY {edge_order(emitter.model, edge, relations)}"
    )
    rows = row.add(row.listed(body, inner, f"{inner.name}s"))
    return f"[{made} for {inner.name} in {rows}]"
