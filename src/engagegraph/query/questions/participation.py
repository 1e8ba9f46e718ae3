"""`participation`: a matrix, which things of one kind have a relation to which of another.

Rows and columns are lists like any other, with pages of their own; cells are those where a row and a column of these
pages meet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from graphql import FieldNode

from engagegraph.query.conditions import Scene
from engagegraph.query.cypher import Row, block, place_in, where_clause
from engagegraph.query.filters import Filters
from engagegraph.query.ir import (
    AllOf,
    AnyOf,
    Connection,
    Cursor,
    EdgeNode,
    Edges,
    Everything,
    Output,
    Page,
    PageInfo,
    Predicate,
    Question,
    Tied,
    TiedCount,
    TotalCount,
    TypeName,
)
from engagegraph.query.levels import At, Paged
from engagegraph.query.lists import connection, page_nodes
from engagegraph.query.params import PageSlot
from engagegraph.query.prices import EXPAND, READ
from engagegraph.query.questions.among import filtered, matched
from engagegraph.query.questions.asked import Asked
from engagegraph.query.questions.relations import (
    RelationOutput,
    Tie,
    between,
    chosen,
    edge_order,
    emit_relation,
    ends,
    price_relation,
    relation_outputs,
    starts,
)

if TYPE_CHECKING:
    from engagegraph.query.cost import Meter
    from engagegraph.query.emit import Emitter
    from engagegraph.query.plan import Planner


@dataclass(frozen=True, slots=True)
class Axis:
    """`rows` or `columns`."""

    key: str
    side: str
    connection: Connection


@dataclass(frozen=True, slots=True)
class CellSide:
    """`row` or `column` of a cell: the identifier."""

    key: str
    row: bool


@dataclass(frozen=True, slots=True)
class CellEdges:
    """`edges` of a cell."""

    key: str
    outputs: tuple[RelationOutput, ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """`cells`."""

    key: str
    outputs: tuple[CellSide | CellEdges | TypeName, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """`total`: how many cells there are on all pages."""

    key: str


@dataclass(frozen=True, slots=True)
class Participation(Question):
    """The matrix of `rows` and `columns`, whose lists ask only for those that have a cell unless `empty` ones count."""

    rows: Connection
    columns: Connection
    relations: tuple[str, ...]
    across: Tied
    outputs: tuple[Axis | Cells | Total | TypeName, ...]

    def emit(self, emitter: Emitter, row: Row) -> str:
        """Emit both lists as lists, the cells as one more that looks at both pages."""
        made: dict[str, str] = {}
        pages: dict[str, PageSlot] = {}
        for side, bare in (("rows", self.rows), ("columns", self.columns)):
            asked = [o for o in self.outputs if isinstance(o, Axis) and o.side == side]
            for axis in asked or [Axis("", side, bare)]:
                number = len(emitter.pages)
                made[axis.key] = connection(emitter, axis.connection, None, row)
                pages[side] = emitter.pages[number]
        for output in self.outputs:
            match output:
                case TypeName(name=name):
                    made[output.key] = repr(name)
                case Total():
                    made[output.key] = row.add(_total(emitter, self)) if self.relations else "0"
                case Cells():
                    made[output.key] = _cells(emitter, self, output, pages, row) if self.relations else "[]"
                case Axis():
                    pass
                case _:
                    assert_never(output)
        return "{" + ", ".join(f"{o.key!r}: {made[o.key]}" for o in self.outputs) + "}"

    def price(self, meter: Meter) -> None:
        """Price both lists, and for the cells both once more and all relations of the rows of a page."""
        pages = {}
        for side, bare in (("rows", self.rows), ("columns", self.columns)):
            asked = [o.connection for o in self.outputs if isinstance(o, Axis) and o.side == side]
            for axis in asked or [bare]:
                pages[side] = meter.connection(axis, None, ())
        for output in self.outputs:
            match output:
                case Total() if self.relations:
                    found = meter.prices.found(self.rows, ())
                    meter.enter(
                        pages["rows"], found.price + found.rows * meter.prices.around(self.across, self.rows.types)
                    )
                case Cells(outputs=outputs) if self.relations:
                    self._priced(meter, outputs)
                case _:
                    pass

    def _priced(self, meter: Meter, outputs: Sequence[CellSide | CellEdges | TypeName]) -> None:
        there = {}
        for side, bare in (("rows", self.rows), ("columns", self.columns)):
            found = meter.prices.found(bare, ())
            there[side] = meter.below(None, found.rows, Paged(bare.page.size))
            meter.page(bare, found, there[side])
        valid = 2 * READ if self.across.as_of else 0.0
        around = meter.counts.around(meter.model, self.relations, self.rows.types)
        meter.add(there["rows"], around * (EXPAND + valid))
        found = meter.prices.found(self.columns, ())
        pairs = meter.below(there["rows"], found.rows, Paged(self.columns.page.size))
        reached = meter.counts.between(meter.model, self.relations, self.rows.types, self.columns.types)
        cells = At(pairs.level, min(1.0, reached / max(1.0, meter.counts.of(self.columns.types))))
        for output in outputs:
            if isinstance(output, CellEdges):
                price_relation(meter, output.outputs, self.relations, cells)
            else:
                meter.add(cells, READ)


def plan(planner: Planner, asked: Asked) -> Question:
    """Return the plan of `participation`."""
    args, scope = asked.args, asked.scope
    sides = {side: filtered(planner, args[side], scope) for side in ("rows", "columns")}
    relations = between(planner.model, chosen(planner, args), sides["rows"][1], sides["columns"][1])
    across = {
        side: Tied(relations, *sides[other], scope.as_of) for side, other in (("rows", "columns"), ("columns", "rows"))
    }
    bare = {
        side: _axis(planner, asked, side, sides[side], across[side], Page(args.get(first), args.get(after)))
        for side, first, after in (("rows", "firstRows", "afterRow"), ("columns", "firstColumns", "afterColumn"))
    }
    outputs: list[Axis | Cells | Total | TypeName] = []
    for key, group in planner.collector.collect(asked.selected, "Participation").items():
        match group[0].name.value:
            case "__typename":
                outputs.append(TypeName(key, "Participation"))
            case "total":
                outputs.append(Total(key))
            case "cells":
                outputs.append(_cell(planner, key, group, asked))
            case side:
                found = _axis_outputs(planner, group, sides[side][1], across[side], asked)
                outputs.append(Axis(key, side, replace(bare[side], outputs=found)))
    return Participation(asked.key, bare["rows"], bare["columns"], relations, across["rows"], tuple(outputs))


def _axis(
    planner: Planner, asked: Asked, side: str, of: tuple[str, tuple[str, ...], Predicate], across: Tied, page: Page
) -> Connection:
    owner, types, where = of
    conditions = tuple(p for p in (where,) if p != AllOf(()))
    if asked.args.get("empty") is not True:
        # Along no relation there is no cell, and so nothing that has one.
        conditions += (across if across.relations else AnyOf(()),)
    order = Filters(planner.model, asked.scope).order_nodes(owner, None, types)
    source, scope = Everything(owner, types), asked.scope
    return Connection(source, types, AllOf(conditions), order, page, scope.as_of, (), scope.spot)


def _axis_outputs(
    planner: Planner, nodes: list[FieldNode], types: tuple[str, ...], across: Tied, asked: Asked
) -> tuple[Output, ...]:
    outputs: list[Output] = []
    for key, group in planner.collector.collect([n.selection_set for n in nodes], "ParticipationAxis").items():
        match group[0].name.value:
            case "__typename":
                outputs.append(TypeName(key, "ParticipationAxis"))
            case "totalCount":
                outputs.append(TotalCount(key))
            case "pageInfo":
                groups = planner.collector.collect([n.selection_set for n in group], "PageInfo")
                outputs.append(PageInfo(key, tuple((k, f[0].name.value) for k, f in groups.items())))
            case _:
                entry: list[Output] = []
                for k, g in planner.collector.collect([n.selection_set for n in group], "ParticipationEntry").items():
                    match g[0].name.value:
                        case "__typename":
                            entry.append(TypeName(k, "ParticipationEntry"))
                        case "cursor":
                            entry.append(Cursor(k))
                        case "node":
                            entry.append(EdgeNode(k, planner.shape(g, types, asked.scope)))
                        case _:
                            entry.append(TiedCount(k, across))
                outputs.append(Edges(key, tuple(entry)))
    return tuple(outputs)


def _cell(planner: Planner, key: str, nodes: list[FieldNode], asked: Asked) -> Cells:
    outputs: list[CellSide | CellEdges | TypeName] = []
    for k, g in planner.collector.collect([n.selection_set for n in nodes], "ParticipationCell").items():
        match g[0].name.value:
            case "__typename":
                outputs.append(TypeName(k, "ParticipationCell"))
            case "edges":
                outputs.append(CellEdges(k, relation_outputs(planner, g, asked.scope)))
            case side:
                outputs.append(CellSide(k, side == "row"))
    return Cells(key, tuple(outputs))


def _total(emitter: Emitter, asked: Participation) -> str:
    scene = Scene(emitter.names.variable("n"), asked.rows.types)
    found = matched(emitter, asked.rows, scene)
    clauses, other = emitter.conditions.tied(asked.across, scene)
    body = f"{found}\n{clauses}\nRETURN DISTINCT {scene.node}, {other}"
    return block("COUNT", body)


def _cells(emitter: Emitter, asked: Participation, cells: Cells, pages: Mapping[str, PageSlot], row: Row) -> str:
    relations = tuple(emitter.model.relations[name] for name in asked.relations)
    lines = []
    for side, axis in (("rows", asked.rows), ("columns", asked.columns)):
        scene, clauses = page_nodes(emitter, axis, pages[side])
        lines.append(emitter.sets.call(f"{clauses}\nRETURN collect({scene.node}) AS {side}"))
    where = ["y IN columns", *emitter.conditions.valid_edge("e", relations, asked.across.as_of)]
    lines += [
        "UNWIND range(0, size(rows) - 1) AS i",
        "WITH i, rows[i] AS x, columns",
        f"MATCH (x)-[e:{'|'.join(asked.relations)}]-(y){where_clause(where)}",
        "WITH i, x, y, columns, collect(e) AS es",
        f"WITH i, {place_in('columns', 'y')} AS j, x, y, es ORDER BY i, j",
    ]
    inner = Row(emitter.names.variable("r"))
    members = []
    for output in cells.outputs:
        match output:
            case TypeName(name=name):
                made = repr(name)
            case CellSide(row=is_row):
                of = Scene("x", asked.rows.types) if is_row else Scene("y", asked.columns.types)
                made = f"gid({emitter.type_of(of, inner)}, {inner.add(f'{of.node}.slug')})"
            case CellEdges(outputs=outputs):
                edge, start, end = (emitter.names.variable(prefix) for prefix in ("e", "n", "n"))
                tie = Tie(
                    edge,
                    Scene(start, starts(emitter.model, relations)),
                    Scene(end, ends(emitter.model, relations)),
                    relations,
                )
                each = Row(emitter.names.variable("r"))
                one = emit_relation(emitter, outputs, tie, each)
                body = (
                    f"UNWIND es AS {edge}\nWITH {edge}, startNode({edge}) AS {start}, endNode({edge}) AS {end}\n"
                    f"ORDER BY {edge_order(emitter.model, edge, relations)}"
                )
                made = f"[{one} for {each.name} in {inner.add(inner.listed(body, each, f'{each.name}s'))}]"
            case _:
                assert_never(output)
        members.append(f"{output.key!r}: {made}")
    rows = row.add(row.listed("\n".join(lines), inner, f"{inner.name}s"))
    return f"[{{{', '.join(members)}}} for {inner.name} in {rows}]"
