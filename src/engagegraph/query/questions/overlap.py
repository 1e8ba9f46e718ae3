"""`overlap`: what two or more things share, and who else shares most of it.

What a thing has is the set of nodes that its relations lead to. Of several things that is shared what all of them have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from graphql import FieldNode

from engagegraph.model import ENTITY
from engagegraph.query.conditions import Scene
from engagegraph.query.cypher import Row, where_clause
from engagegraph.query.document import object_type
from engagegraph.query.filters import Filters, Scope
from engagegraph.query.ir import EdgeNode, Leaf, Nodes, OrderKey, Period, Predicate, Question, TypeName
from engagegraph.query.levels import At, Common, Named, Paged
from engagegraph.query.params import PageSlot
from engagegraph.query.prices import EXPAND, INTO, LABEL, READ, SEEK
from engagegraph.query.questions.among import fulfils, judged, only
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


SHARED = 0.2
"""Which part of what one of the things has another has as well."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number: `sharedCount`, `unionCount`, `count`, `jaccard` or `cosine`."""

    key: str
    what: str


@dataclass(frozen=True, slots=True)
class SharedEdges:
    """`edges` of what is shared."""

    key: str
    outputs: tuple[RelationOutput, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A list below `overlap`: `things`, `shared` or `others`; `by` orders the last, `among` are its types."""

    key: str
    what: str
    first: Leaf | None
    order: tuple[OrderKey, ...]
    by: str
    among: tuple[str, ...]
    outputs: tuple[Measure | EdgeNode | SharedEdges | Shared | TypeName, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """`shared` of another thing."""

    key: str
    first: Leaf | None
    order: tuple[OrderKey, ...]
    nodes: Nodes


@dataclass(frozen=True, slots=True)
class Overlap(Question):
    """What the things `of`, which are of `types`, share among nodes of the types `within` that fulfil `where`."""

    of: Leaf
    types: tuple[str, ...]
    within: tuple[str, ...]
    where: Predicate | None
    relations: tuple[str, ...]
    as_of: Period | None
    outputs: tuple[Measure | Part | TypeName, ...]

    def holds(self, part: Part) -> tuple[str, ...]:
        """Return the types of what a list may hold: none where nothing can be shared, or nobody else is asked for."""
        shared = self.within if self.relations else ()
        return {"things": self.types, "shared": shared, "others": part.among if shared else ()}[part.what]

    def emit(self, emitter: Emitter, row: Row) -> str:
        """Emit one row: how much the things have, how much is shared, and the lists."""
        if not self.types:
            return "None"
        inner = Row(emitter.names.variable("r"), [_sizes(emitter, self), "size(shared)", "total"])
        members, before = [], [_found(emitter, self)]
        for output in self.outputs:
            match output:
                case TypeName(name=name):
                    made = repr(name)
                case Measure(what=what):
                    made = f"share({inner.name}[0], {inner.name}[1], {inner.name}[2])[{what!r}]"
                case Part():
                    made = _part(emitter, self, output, inner, before)
                case _:
                    assert_never(output)
            members.append(f"{output.key!r}: {made}")
        function = emitter.names.variable("overlap")
        emitter.functions.append(
            f"def {function}({inner.name}, p):\n    return None if {inner.name} is None else {{{', '.join(members)}}}\n"
        )
        found = row.add(f"head({row.listed(chr(10).join(before), inner, f'{inner.name}s')})")
        return f"{function}({found}, p)"

    def price(self, meter: Meter) -> None:
        """Price what the things have, once to find it and once to count it, and the lists."""
        if not self.types:
            return
        things = meter.below(None, float("inf"), Named(self.of))
        around = meter.counts.around(meter.model, self.relations, self.types)
        meter.add(things, SEEK + 2 * self._has(meter, around))
        spread = Spread(meter.model, self.relations, meter.counts)
        have = [spread.step({name: 1.0}) for name in self.types]
        # Of what things of one type have none at all nothing is shared.
        part = judged(meter, self.where, self.within).share
        beside = {name: part * min(each.get(name, 0.0) for each in have) for name in self.within}
        for output in self.outputs:
            if isinstance(output, Part) and self.holds(output):
                self._priced(meter, output, things, spread, beside)

    def _beside(self, meter: Meter, around: float) -> float:
        """Return what it costs to look at what a thing has, which has so many relations."""
        valid = meter.prices.valid(self.as_of, self.within).price + (2 * READ if self.as_of else 0.0)
        return around * (EXPAND + LABEL + valid)

    def _has(self, meter: Meter, around: float) -> float:
        """Return the same for what counts as shared."""
        return self._beside(meter, around) + around * judged(meter, self.where, self.within).price

    def _priced(self, meter: Meter, part: Part, things: At, spread: Spread, beside: Front) -> None:
        inf, own = float("inf"), 0.0
        shared = Common(self.of, sum(beside.values()), SHARED)
        match part.what:
            case "things":
                rows = meter.below(things, 1.0)
                meter.add(rows, self._has(meter, meter.counts.around(meter.model, self.relations, self.types)))
            case "shared":
                every = meter.below(None, inf, shared)
                meter.add(every, meter.prices.ordered(part.order, self.within))
                rows = meter.below(None, shared.each, Paged(part.first))
            case _:
                met = sum(spread.degrees(beside).values())
                others = {name: number for name, number in spread.step(beside).items() if name in part.among}
                own = sum(spread.degrees(others).values())
                # For each thing shared: what lies beyond, and for each of those what it has itself.
                beyond = meter.below(None, inf, shared)
                found = sum(others.values()) / max(1e-9, sum(beside.values()))
                meter.add(beyond, self._beside(meter, met) + found * (self._has(meter, own) + READ))
                rows = meter.below(None, meter.counts.of(part.among), Paged(part.first))
        for output in part.outputs:
            match output:
                case EdgeNode(shape=shape):
                    meter.shape(shape, rows)
                case SharedEdges(outputs=outputs):
                    edges = meter.below(rows, 1.0, Named(self.of), INTO)
                    price_relation(meter, outputs, self.relations, edges)
                case Shared(nodes=nodes):
                    meter.add(rows, self._beside(meter, own))
                    meter.shape(nodes.shape, meter.below(rows, shared.each, Paged(output.first)))
                case _:
                    pass


# -- plan ------------------------------------------------------------------------------------------------------------


def plan(planner: Planner, asked: Asked) -> Question:
    """Return the plan of `overlap`."""
    args, model = asked.args, planner.model
    types = planner.named(args["of"], tuple(model.types))
    relations = chosen(planner, args)
    reached = touched(model, relations)
    named = tuple(t for t in _entities(planner, args.get("in"), reached) if t in reached)
    within, where = only(planner, args.get("where"), asked.scope, named)
    outputs: list[Measure | Part | TypeName] = []
    for key, group in planner.collector.collect(asked.selected, "Overlap").items():
        match group[0].name.value:
            case "__typename":
                outputs.append(TypeName(key, "Overlap"))
            case "things" | "shared" | "others" as what:
                outputs.append(_planned(planner, key, what, group, asked, types, within))
            case name:
                outputs.append(Measure(key, name))
    return Overlap(asked.key, args["of"], types, within, where, relations, asked.scope.as_of, tuple(outputs))


def _entities(planner: Planner, chosen: Leaf | None, usual: tuple[str, ...]) -> tuple[str, ...]:
    if chosen is None:
        return usual
    named = {t for item in chosen.items or () for t in planner.model.concrete(str(item.constant))}
    return tuple(t for t in planner.model.types if t in named)


def _planned(
    planner: Planner,
    key: str,
    what: str,
    nodes: list[FieldNode],
    asked: Asked,
    types: tuple[str, ...],
    within: tuple[str, ...],
) -> Part:
    scope = asked.scope
    _, args = planner.field(object_type(planner.schema.get_type("Overlap")), nodes[0])
    among = _entities(planner, args.get("among"), types)
    kind = {"things": "OverlapSet", "shared": "OverlapShared", "others": "OverlapOther"}[what]
    at_hand = {"things": types, "shared": within, "others": among}[what]
    outputs: list[Measure | EdgeNode | SharedEdges | Shared | TypeName] = []
    for k, g in planner.collector.collect([n.selection_set for n in nodes], kind).items():
        match g[0].name.value:
            case "__typename":
                outputs.append(TypeName(k, kind))
            case "node":
                outputs.append(EdgeNode(k, planner.shape(g, at_hand, scope)))
            case "edges":
                outputs.append(SharedEdges(k, relation_outputs(planner, g, scope)))
            case "shared":
                _, inner = planner.field(object_type(planner.schema.get_type(kind)), g[0])
                shape = Nodes(k, planner.shape(g, within, scope))
                outputs.append(Shared(k, inner.get("first"), _order(planner, scope, within), shape))
            case name:
                outputs.append(Measure(k, name))
    return Part(
        key,
        what,
        args.get("first"),
        _order(planner, scope, within) if what == "shared" else (),
        args.get("by") or "JACCARD",
        among if what == "others" else (),
        tuple(outputs),
    )


def _order(planner: Planner, scope: Scope, types: Sequence[str]) -> tuple[OrderKey, ...]:
    return Filters(planner.model, scope).order_nodes(ENTITY, None, types)


# -- emit ------------------------------------------------------------------------------------------------------------


def _has(emitter: Emitter, asked: Overlap, start: str, node: str) -> str:
    """Return the clause that finds, as `node`, what a node has of what counts as shared."""
    return _beside(emitter, asked, start, Scene(node, asked.within), fulfils(emitter, asked.where, node, asked.within))


def _beside(emitter: Emitter, asked: Overlap, start: str, other: Scene, also: Sequence[str] = ()) -> str:
    """Return the clause that finds what lies beside a node."""
    edge = emitter.names.variable("e")
    relations = [emitter.model.relations[name] for name in asked.relations]
    where = emitter.conditions.valid_edge(edge, relations, asked.as_of)
    where += [*emitter.conditions.valid_node(other, asked.as_of), *also]
    # Neither along no relation nor among no types is there anything: no relation and no node is of no type.
    kinds, label = "|".join(asked.relations) or "!%", emitter.conditions.label(other.types) or "!%"
    return f"MATCH ({start})-[{edge}:{kinds}]-({other.node}:{label})" + where_clause(where)


def _found(emitter: Emitter, asked: Overlap) -> str:
    """Return the clauses that leave `things`, what they have in common in `shared`, and `total`, how much they have."""
    ids = emitter.names.param(asked.of, "ids")
    each = [f"UNWIND {ids}.{t} AS ref MATCH (x:{t} {{slug: ref[1]}}) RETURN ref[0] AS i, x" for t in asked.types]
    body, shared = "\nUNION ALL\n".join(each), _has(emitter, asked, "x", "y")
    return (
        "CALL () {\n" + "\n".join(f"  {line}" for line in body.splitlines()) + "\n}\n"
        "WITH i, x ORDER BY i\nWITH count(*) AS hits, collect(DISTINCT x) AS things\n"
        # What is not there shares nothing, and what the others share would be the answer to another question.
        f"WHERE hits > 0 AND hits = {emitter.names.param(asked.of, 'count')}\n"
        f"{emitter.sets.entry('things')} {{\n  UNWIND things AS x\n  {shared}\n"
        "  WITH things, y, count(DISTINCT x) AS having\n"
        "  RETURN count(*) AS total, collect(CASE WHEN having = size(things) THEN y END) AS shared\n}"
    )


def _sizes(emitter: Emitter, asked: Overlap) -> str:
    return f"COLLECT {{ UNWIND things AS x RETURN {_size(emitter, asked, 'x')} }}"


def _size(emitter: Emitter, asked: Overlap, node: str) -> str:
    other = emitter.names.variable("n")
    return f"COUNT {{ {_has(emitter, asked, node, other)} RETURN DISTINCT {other} }}"


def _sorted(emitter: Emitter, scene: Scene, order: Sequence[OrderKey], carried: str, page: PageSlot) -> str:
    keys = [emitter.conditions.order_value(key, scene) for key in order]
    items = emitter.conditions.sort_items(keys, order, backward=False)
    return f"WITH {carried} ORDER BY {items} LIMIT {page.rows}"


def _part(emitter: Emitter, asked: Overlap, part: Part, row: Row, before: list[str]) -> str:
    """Return the Python expression of a list; what must be found first goes into `before`."""
    types = asked.holds(part)
    if not types:
        return "[]"
    page = emitter.pages[emitter.page(part.first, "overlap")]
    emitter.open_pages.append(emitter.pages.index(page))
    scene = Scene(emitter.names.variable("n"), types)
    inner = Row(emitter.names.variable("r"))
    match part.what:
        case "things":
            found = f"UNWIND things AS {scene.node}\nWITH {scene.node} LIMIT {page.rows}"
            numbers = {"count": lambda: inner.add(_size(emitter, asked, scene.node))}
        case "shared":
            ordered = _sorted(emitter, scene, part.order, f"things, {scene.node}", page)
            found, numbers = f"UNWIND shared AS {scene.node}\n{ordered}", {}
        case _:
            found = _others(emitter, asked, part, scene, page, before)
            numbers = {
                "sharedCount": lambda: inner.add("common"),
                "count": lambda: inner.add("own"),
                "jaccard": lambda: f"tidy({inner.add('jaccard')})",
                "cosine": lambda: f"tidy({inner.add('cosine')})",
            }
    members = []
    for output in part.outputs:
        match output:
            case TypeName(name=name):
                made = repr(name)
            case EdgeNode(shape=shape):
                made = emitter.node(shape, scene, inner)
            case Measure(what=what):
                made = numbers[what]()
            case SharedEdges(outputs=outputs):
                made = _edges(emitter, asked, outputs, scene, inner)
            case Shared():
                made = _common(emitter, asked, output, scene, inner)
            case _:
                assert_never(output)
        members.append(f"{output.key!r}: {made}")
    emitter.open_pages.pop()
    rows = row.add(row.listed(found, inner, f"{inner.name}s"))
    return f"[{{{', '.join(members)}}} for {inner.name} in {rows}]"


def _others(emitter: Emitter, asked: Overlap, part: Part, scene: Scene, page: PageSlot, before: list[str]) -> str:
    """Return the clauses that leave who else has most of what is shared.

    Neo4j takes no aggregation in an expression beside variables, so they are found in a clause of their own.
    """
    z, found = scene.node, emitter.names.variable("others")
    beside = _beside(emitter, asked, "y", scene)
    beyond = f"{beside} AND NOT {z} IN things" if "\nWHERE" in beside else f"{beside}\nWHERE NOT {z} IN things"
    measure = part.by.lower() if part.by != "SHARED" else "common"
    body = (
        f"UNWIND shared AS y\n{beyond}\n"
        f"WITH shared, {z}, count(DISTINCT y) AS common\n"
        f"WITH shared, {z}, common, {_size(emitter, asked, z)} AS own\n"
        f"WITH {z}, common, own, toFloat(common) / (size(shared) + own - common) AS jaccard,\n"
        # The root of one quotient, not the quotient of a root: what is alike is alike to the last digit.
        f"  sqrt(toFloat(common * common) / (size(shared) * own)) AS cosine\n"
        f"ORDER BY {measure} DESC, {emitter.conditions.type_of(scene)}, {z}.slug LIMIT {page.rows}\n"
        f"RETURN collect([{z}, common, own, jaccard, cosine]) AS {found}"
    )
    before.append(emitter.sets.call(body, "things", "shared"))
    return (
        f"UNWIND {found} AS o\nWITH shared, o[0] AS {z}, o[1] AS common, o[2] AS own, o[3] AS jaccard, o[4] AS cosine"
    )


def _edges(emitter: Emitter, asked: Overlap, outputs: tuple[RelationOutput, ...], scene: Scene, row: Row) -> str:
    relations = tuple(emitter.model.relations[name] for name in asked.relations)
    edge, start, end = (emitter.names.variable(prefix) for prefix in ("e", "n", "n"))
    tie = Tie(
        edge, Scene(start, starts(emitter.model, relations)), Scene(end, ends(emitter.model, relations)), relations
    )
    each = Row(emitter.names.variable("r"))
    made = emit_relation(emitter, outputs, tie, each)
    where = emitter.conditions.valid_edge(edge, relations, asked.as_of)
    body = (
        f"UNWIND range(0, size(things) - 1) AS i\nWITH i, things[i] AS x\n"
        f"MATCH (x)-[{edge}:{'|'.join(asked.relations)}]-({scene.node}){where_clause(where)}\n"
        f"WITH i, {edge}, startNode({edge}) AS {start}, endNode({edge}) AS {end}\n"
        f"ORDER BY i, {edge_order(emitter.model, edge, relations)}"
    )
    return f"[{made} for {each.name} in {row.add(row.listed(body, each, f'{each.name}s'))}]"


def _common(emitter: Emitter, asked: Overlap, output: Shared, scene: Scene, row: Row) -> str:
    """Return the Python expression of what another thing has of what is shared."""
    page = emitter.pages[emitter.page(output.first, "overlap")]
    emitter.open_pages.append(emitter.pages.index(page))
    other = Scene(emitter.names.variable("n"), asked.within)
    each = Row(emitter.names.variable("r"))
    made = emitter.node(output.nodes.shape, other, each)
    emitter.open_pages.pop()
    edge = emitter.names.variable("e")
    relations = [emitter.model.relations[name] for name in asked.relations]
    where = [f"{other.node} IN shared", *emitter.conditions.valid_edge(edge, relations, asked.as_of)]
    body = (
        f"MATCH ({scene.node})-[{edge}:{'|'.join(asked.relations)}]-({other.node}){where_clause(where)}\n"
        f"WITH DISTINCT {other.node}\n{_sorted(emitter, other, output.order, other.node, page)}"
    )
    return f"[{made} for {each.name} in {row.add(row.listed(body, each, f'{each.name}s'))}]"
