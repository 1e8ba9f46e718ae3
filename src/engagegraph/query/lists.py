"""Connections ─▶ Cypher and shaper: which rows, on which page, in which order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from engagegraph.model import Link, Model
from engagegraph.model.stored import PLACE, compared_name
from engagegraph.query.aggregates.emit import summary
from engagegraph.query.aggregates.nodes import AnySummary
from engagegraph.query.conditions import Scene
from engagegraph.query.cypher import Row, Rows, block, where_clause
from engagegraph.query.ir import (
    AllOf,
    Connection,
    Cursor,
    EdgeNode,
    Edges,
    Everything,
    Hits,
    Nodes,
    PageInfo,
    Stored,
    Summary,
    TotalCount,
    TypeName,
)
from engagegraph.query.params import PageSlot
from engagegraph.query.ranking import hits
from engagegraph.query.shared import Table, sent, tables
from engagegraph.query.shared import node as shared_node
from engagegraph.query.turned import way

if TYPE_CHECKING:
    from engagegraph.query.emit import Emitter

CASTS = {"date": "toString({})", "instant": "toString({})"}
UNCASTS = {"date": "date", "instant": "moment"}


def connection(emitter: Emitter, connection: Connection, start: Scene | None, row: Row, guard: str = "") -> str:
    """Emit a connection; return the Python expression that makes it.

    `start` is where a link starts, `guard` a condition without which the field is not selected.
    """
    conditions = emitter.conditions
    outer, emitter.names.spot = (emitter.names.spot, conditions.sets), connection.spot
    # What one thing has is little: to look at all that is far would be dearer.
    many = not isinstance(connection.source, Link) or emitter.open_pages or emitter.open_ids
    conditions.sets = emitter.sets if many else None
    made = _listed(emitter, connection, start, row, guard)
    emitter.names.spot, conditions.sets = outer
    if isinstance(connection.source, Link) and start is not None:
        relation = connection.source.relation.name
        emitter.at.add(relation)
        made = f"at(p, {relation!r}, {row.add(f'{start.node}.slug')}, {made})"
    return made


def _listed(emitter: Emitter, connection: Connection, start: Scene | None, row: Row, guard: str) -> str:
    source = connection.source
    inner = Scene(
        emitter.names.variable("n"),
        connection.types,
        None if isinstance(source, Everything) else emitter.names.variable("e"),
    )
    signed_from = len(emitter.names.used)
    match_ = _matching(emitter, source, start, inner)
    where = [guard] if guard else []
    where += emitter.conditions.valid(inner, connection.as_of, source if isinstance(source, Link) else None)
    turned = False
    if isinstance(source, Everything):
        found = way(emitter.conditions, match_, connection.where, inner)
        match_, turned = found.match, found.match != match_
        where += found.conditions
    elif connection.where != AllOf(()):
        where.append(emitter.conditions.holds(connection.where, inner))
    keys = [emitter.conditions.order_value(key, inner) for key in connection.order]
    page = _page(emitter, connection, emitter.names.used[signed_from:])

    # A subquery may end with a MATCH, but not with what a procedure yields when there are conditions on it.
    end = f"\nRETURN {inner.node}" if isinstance(source, Hits) or turned else ""

    def rows_where(conditions: Sequence[str]) -> str:
        return match_ + where_clause(conditions)

    total = ""
    unnamed = isinstance(source, Link) and not where
    counted = block("COUNT", (emitter.conditions.unnamed(match_, inner) if unnamed else rows_where(where)) + end)
    if any(isinstance(o, TotalCount) for o in connection.outputs):
        total = row.add(counted)
    repeated = isinstance(source, Link) and bool(source.relation.key)
    rows_ = Rows(rows_where(where), inner, counted, repeated)
    summaries = [summary(emitter, o, rows_, row) for o in connection.outputs if isinstance(o, AnySummary)]
    if not any(isinstance(o, Edges | Nodes | PageInfo) for o in connection.outputs):
        return _shaped(emitter, connection, page, ("[]", total, "False", *summaries), None)

    values = tuple(f"${name}" for name, _ in page.cursor_params)
    backward = connection.page.backward
    further = emitter.conditions.beyond(keys, connection.order, values, backward) if values else ""
    behind = "False"
    if further and any(isinstance(o, PageInfo) for o in connection.outputs):
        behind = row.add(block("EXISTS", rows_where([*where, f"NOT coalesce({further}, false)"]) + end))
    items = emitter.conditions.sort_items(keys, connection.order, backward)
    carried = ", ".join(v for v in (inner.edge, inner.node) if v)
    inner_row = Row(emitter.names.variable("r"), repeats=True)
    emitter.open_pages.append(emitter.pages.index(page))
    made = _page_rows(emitter, connection, inner, inner_row, page, keys, row)
    emitter.open_pages.pop()
    if rides(emitter.model, connection):
        body, whole = _ridden(emitter, connection, rows_where, where, keys, values, page, inner.node, items)
    else:
        found_first = rows_where([*where, further] if further else where)
        body, whole = f"{found_first}\nWITH {carried} ORDER BY {items} LIMIT ${page.limit}", ""
    listed_ = row.listed(body, inner_row, f"{inner.node}s", inner.node, whole)
    rows = row.add(sent(emitter, listed_, inner_row))
    if inner_row.shared:
        row.nested.append((row.place(listed_), inner_row))
    apart = [*tables(emitter, listed_, inner_row, row)]
    return _shaped(emitter, connection, page, (rows, total, behind, *summaries), (inner_row.name, made), apart)


def rides(model: Model, connection: Connection) -> bool:
    """Say whether an index may bring a list in order: all there is of a label, by what it is ordered by usually."""
    source, first = connection.source, connection.order[0]
    if not (isinstance(source, Everything) and isinstance(first.value, Stored)) or connection.where != AllOf(()):
        return False
    declared = model.types.get(source.label) or model.interfaces.get(source.label)
    usual = {PLACE, *(compared_name(declared.properties[name]) for name in declared.order[:1])} if declared else {PLACE}
    last = not first.nullable or first.nulls_first is connection.page.backward
    return last and len(first.value.names) == 1 and first.value.names[0] in usual


def _ridden(
    emitter: Emitter,
    connection: Connection,
    rows_where: Callable[[Sequence[str]], str],
    where: Sequence[str],
    keys: Sequence[str],
    values: Sequence[str],
    page: PageSlot,
    node: str,
    items: str,
) -> tuple[str, str]:
    """Return the clauses that find the rows of the page in the order of an index.

    An index holds no missing values. Rows without one come last, so they are looked for when the page has room left;
    then the nodes of the page are one list, and returned are the clauses that make it, and the list.
    """
    order, backward = connection.order, connection.page.backward
    beyond, sorted_ = emitter.conditions.beyond, emitter.conditions.sort_items
    there = (replace(order[0], nullable=False), *order[1:])
    present, absent = [*where, f"{keys[0]} IS NOT NULL"], [*where, f"{keys[0]} IS NULL"]
    if values:
        present.insert(-1, beyond(keys, there, values, backward))
        absent.insert(-1, f"{values[0]} IS NOT NULL OR {beyond(keys[1:], order[1:], values[1:], backward)}")
    limit = f"LIMIT ${page.limit}"
    if not order[0].nullable:
        return f"{rows_where(present)}\nWITH {node} ORDER BY {items} {limit}", ""
    some, more = emitter.names.variable("x"), emitter.names.variable("x")
    first = f"{rows_where(present)}\nWITH {node} ORDER BY {sorted_(keys, there, backward)} {limit}"
    rest = f"{rows_where(absent)}\nWITH {node} ORDER BY {sorted_(keys[1:], order[1:], backward)} {limit}"
    begun = block("CALL (*)", f"{first}\nRETURN collect({node}) AS {some}")
    # As a condition it would be looked at when all rows without a value have been found already.
    if_room = f"UNWIND CASE WHEN size({some}) < ${page.limit} THEN [1] ELSE [] END AS {emitter.names.variable('x')}"
    gone_on = block(f"CALL ({some})", f"{if_room}\n{rest}\nRETURN collect({node}) AS {more}")
    return f"{begun}\n{gone_on}", f"({some} + {more})[..${page.limit}]"


def one_more(connection: Connection) -> bool:
    """Say whether it is asked if there is more behind the page, in the direction in which it is read."""
    name = "hasPreviousPage" if connection.page.backward else "hasNextPage"
    return any(asked == name for o in connection.outputs if isinstance(o, PageInfo) for _, asked in o.fields)


def page_nodes(emitter: Emitter, connection: Connection, page: PageSlot) -> tuple[Scene, str]:
    """Return the clauses that leave the nodes of a page of a list, one in each row in order, and what they are called.

    `page` was given out when `connection` was emitted.
    """
    inner = Scene(emitter.names.variable("n"), connection.types)
    found = way(emitter.conditions, _matching(emitter, connection.source, None, inner), connection.where, inner)
    where = emitter.conditions.valid_node(inner, connection.as_of) + found.conditions
    keys = [emitter.conditions.order_value(key, inner) for key in connection.order]
    values = tuple(f"${name}" for name, _ in page.cursor_params)
    if values:
        where.append(emitter.conditions.beyond(keys, connection.order, values, backward=False))
    items = emitter.conditions.sort_items(keys, connection.order, backward=False)
    return inner, f"{found.match}{where_clause(where)}\nWITH {inner.node} ORDER BY {items} LIMIT {page.rows}"


def _matching(emitter: Emitter, source: Link | Everything | Hits, start: Scene | None, inner: Scene) -> str:
    match source:
        case Everything(label=label):
            return f"MATCH ({inner.node}:{label})"
        case Hits():
            return hits(emitter, source, inner)
        case Link():
            if start is None:
                raise TypeError("a link starts at a node")
            return f"MATCH {emitter.conditions.pattern(start, source, inner.edge or '', inner.node, at=True)}"
        case _:
            assert_never(source)


def _page(emitter: Emitter, connection: Connection, signed: Sequence[str]) -> PageSlot:
    source = connection.source
    name = (
        f"{source.owner}.{source.field}"
        if isinstance(source, Link)
        else source.label
        if isinstance(source, Everything)
        else source.index
    )
    order = "; ".join(
        f"{key.value}{' DESC' * key.descending}{' NULLS FIRST' * key.nulls_first}" for key in connection.order
    )
    if isinstance(source, Hits):
        name += f" {source.types}"
    number = emitter.page(
        connection.page.size,
        f"{name} {connection.where} {order}",
        cursor=connection.page.cursor,
        place=[UNCASTS.get(key.kind, "same") for key in connection.order],
        signed=signed,
        extra=int(one_more(connection)),
    )
    return emitter.pages[number]


def _page_rows(
    emitter: Emitter, connection: Connection, inner: Scene, row: Row, page: PageSlot, keys: Sequence[str], outer: Row
) -> dict[str, str]:
    """Return the Python expressions made of one row: by response key of `edges` and `nodes`, and the cursor's.

    The list stands in a row of `outer`.
    """
    made: dict[str, str] = {}
    wants_cursor = False
    for output in connection.outputs:
        match output:
            case Edges(key, outputs):
                members = []
                for item in outputs:
                    match item:
                        case Cursor():
                            member = _cursor(emitter, connection, row, page, keys)
                        case EdgeNode(shape=shape):
                            member = shared_node(emitter, shape, inner, row, outer)
                        case _:
                            member = emitter.output(item, inner, row)
                    members.append(f"{item.key!r}: {member}")
                made[key] = "{" + ", ".join(members) + "}"
            case Nodes(key, shape):
                made[key] = shared_node(emitter, shape, inner, row, outer)
            case PageInfo(fields=fields):
                wants_cursor = wants_cursor or any(name in {"startCursor", "endCursor"} for _, name in fields)
            case _:
                pass
    if wants_cursor:
        made[""] = _cursor(emitter, connection, row, page, keys)
    return made


def _cursor(emitter: Emitter, connection: Connection, row: Row, page: PageSlot, keys: Sequence[str]) -> str:
    values = [row.add(CASTS.get(key.kind, "{}").format(e)) for key, e in zip(connection.order, keys, strict=True)]
    return f"cursor(p[{page.signature!r}], [{', '.join(values)}])"


def _shaped(
    emitter: Emitter,
    connection: Connection,
    page: PageSlot,
    given: Sequence[str],
    made: tuple[str, dict[str, str]] | None,
    apart: Sequence[Table] = (),
) -> str:
    """Add the function that shapes a connection; return the call of it.

    `given` are the expressions of rows, total, what lies behind, and summaries in their order; `apart` are the tables
    from which rows are filled.
    """
    function = emitter.names.variable("page")
    name, expressions = made or ("r", {})
    backward = connection.page.backward
    members = []
    summaries = [f"s{number}" for number in range(len(given) - 3)]
    left = iter(summaries)
    for output in connection.outputs:
        match output:
            case Summary(key=key):
                members.append(f"{key!r}: {next(left)}")
            case Edges(key) | Nodes(key):
                members.append(f"{key!r}: [{expressions[key]} for {name} in found]")
            case TotalCount(key):
                members.append(f"{key!r}: total")
            case TypeName(key, type_name):
                members.append(f"{key!r}: {type_name!r}")
            case PageInfo(key, fields):
                ahead, back = ("behind", "more") if backward else ("more", "behind")
                python = {
                    "hasNextPage": ahead,
                    "hasPreviousPage": back,
                    "startCursor": "start",
                    "endCursor": "end",
                    "__typename": "'PageInfo'",
                }
                members.append(f"{key!r}: {{" + ", ".join(f"{k!r}: {python[f]}" for k, f in fields) + "}")
            case _:
                raise TypeError(f"{type(output).__name__} does not stand in a connection")
    body = f"def {function}({', '.join(['found', 'total', 'behind', *summaries, *(t.name for t in apart), 'p'])}):\n"
    body += "".join(table.filling for table in reversed(apart))
    if page.extra:
        body += f"    more = len(found) > p[{page.size!r}]\n    found = found[:p[{page.size!r}]]\n"
    if backward and made is not None:
        body += "    found = found[::-1]\n"
    if "" in expressions:
        for variable, index in (("start", 0), ("end", -1)):
            body += f"    {variable} = None\n    if found:\n        {name} = found[{index}]\n"
            body += f"        {variable} = {expressions['']}\n"
    emitter.functions.append(body + f"    return {{{', '.join(members)}}}\n")
    return f"{function}({', '.join(expression or 'None' for expression in [*given, *(t.rows for t in apart)])}, p)"
