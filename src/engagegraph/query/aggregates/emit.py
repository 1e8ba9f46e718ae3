"""Aggregates, groups and facets ─▶ Cypher and shaper.

All of them start from the clauses that find the rows of their list. A grouping then goes on to what is related, names
what rows have in common, groups by that, and keeps the groups asked for: the least that has to be read of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from engagegraph.query.aggregates.nodes import (
    Aggregated,
    Aggregation,
    AnySummary,
    Condition,
    Facet,
    Facets,
    GroupCount,
    GroupOutput,
    Groups,
    GroupSort,
    Hop,
    Key,
    KeyField,
    Keys,
    Unwound,
    Whole,
    Within,
)
from engagegraph.query.conditions import Scene
from engagegraph.query.cypher import Row, Rows, block, where_clause
from engagegraph.query.ir import Computed, OrderKey, Predicate, Shape, Stored, TypeName

if TYPE_CHECKING:
    from engagegraph.query.emit import Emitter


def summary(emitter: Emitter, output: AnySummary, rows: Rows, row: Row) -> str:
    """Return the Python expression that makes `output`; what it needs of the database goes into `row`."""
    match output:
        case Whole():
            return _whole(emitter, output, rows, row)
        case Groups():
            return _groups(emitter, output, rows, row)
        case GroupCount():
            grouping = _Grouping(emitter, rows, output.steps, output.by)
            return row.add(grouping.counted(row, grouping.having(output.having)))
        case Facets():
            return "[" + ", ".join(_facet(emitter, item, rows, row) for item in output.items) + "]"
        case _:
            assert_never(output)


def _whole(emitter: Emitter, output: Whole, rows: Rows, row: Row) -> str:
    grouping = _Grouping(emitter, rows)
    inner = Row(emitter.names.variable("r"))
    made = grouping.outputs(output.outputs, inner)
    function = _function(emitter, inner, made)
    found = row.add(f"head({grouping.listed(row, inner)})")
    return f"{function}({found}, p)"


def _groups(emitter: Emitter, output: Groups, rows: Rows, row: Row) -> str:
    grouping = _Grouping(emitter, rows, output.steps, output.by)
    number = emitter.page(output.size, "groups")
    inner = Row(emitter.names.variable("r"))
    emitter.open_pages.append(number)
    made = grouping.outputs(output.outputs, inner)
    emitter.open_pages.pop()
    having = grouping.having(output.having)
    order = [item for sort in output.order for item in grouping.sorted(sort)]
    order += [item for place in range(len(output.by)) for item in grouping.sorted(GroupSort(None, place, False, False))]
    function = _function(emitter, inner, made)
    skip = "" if output.offset is None else f"SKIP {emitter.names.param(output.offset, 'offset')} "
    found = row.add(grouping.listed(row, inner, having, order, f"{skip}LIMIT ${emitter.pages[number].limit}"))
    return f"[{function}({inner.name}, p) for {inner.name} in {found}]"


def _facet(emitter: Emitter, facet: Facet, rows: Rows, row: Row) -> str:
    grouping = _Grouping(emitter, rows, facet.steps, (facet.by,))
    # What has no value comes first, so that one more than the page has room for suffices.
    number = emitter.page(facet.size, "facet", extra=1)
    page = emitter.pages[number]
    inner = Row(emitter.names.variable("r"))
    alias = grouping.aliases[0]
    there = inner.add(f"{alias}.slug" if facet.by.what == "node" else alias)
    count = grouping.aggregation(Aggregation("rows", "count"))
    counted = inner.add(count)
    members = []
    emitter.open_pages.append(number)
    for output in facet.outputs:
        match output.name:
            case "buckets":
                fields = (
                    f"{f.key!r}: {counted if f.name == 'count' else grouping.key(f, 0, inner, 'FacetBucket')}"
                    for f in output.fields
                )
                members.append(f"{output.key!r}: [{{{', '.join(fields)}}} for {inner.name} in found]")
            case "field":
                members.append(f"{output.key!r}: {facet.field!r}")
            case "missing":
                members.append(f"{output.key!r}: missing")
            case _:
                members.append(f"{output.key!r}: 'Facet'")
    emitter.open_pages.pop()
    order = [f"{alias} IS NULL DESC", f"{count} DESC", *grouping.sorted(GroupSort(None, 0, False, False))]
    found = row.add(grouping.listed(row, inner, (), order, f"LIMIT ${page.limit}"))
    function = emitter.names.variable("facet")
    emitter.functions.append(
        f"def {function}(found, p):\n    missing = 0\n    for {inner.name} in found[:1]:\n"
        f"        if {there} is None:\n            missing, found = {counted}, found[1:]\n"
        f"    found = found[:p[{page.size!r}]]\n    return {{{', '.join(members)}}}\n"
    )
    return f"{function}({found}, p)"


def rounded(number: str) -> str:
    """Return the Cypher expression of a number to 12 digits, or to a whole one if it has more before the point.

    Beyond, binary fractions and the order of adding show, and what looks equal would not be.
    """
    places = "CASE WHEN x = 0 OR abs(x) >= 1e11 THEN 0 ELSE 11 - toInteger(floor(log10(abs(x)))) END"
    return f"[x IN [{number}] | round(x, {places}, 'HALF_EVEN')][0]"


def _function(emitter: Emitter, inner: Row, made: str) -> str:
    name = emitter.names.variable("group")
    emitter.functions.append(f"def {name}({inner.name}, p):\n    return {made}\n")
    return name


class _Grouping:
    """The clauses of one grouping: `steps` lead to where the keys `by` are read; without keys all is one group.

    Numbers of a group are collected while its outputs are made; `statement` puts everything together.
    """

    def __init__(
        self, emitter: Emitter, rows: Rows, steps: Iterable[Hop | Unwound] = (), by: tuple[Key, ...] = ()
    ) -> None:
        self.emitter = emitter
        self.rows = rows
        self.by = by
        self.places = [rows.scene]
        self.lines: list[tuple[list[str], str]] = []
        self.several = False
        self.carried = [v for v in (rows.scene.node, rows.scene.edge) if v]
        self.numbers = Row(emitter.names.variable("a"))
        self.of_nodes = Row(emitter.names.variable("a"))
        self.nodes = emitter.names.variable("n")
        self.total: str | None = None
        self.flags: dict[Predicate, str] = {}
        for step in steps:
            self.hop(step) if isinstance(step, Hop) else self.unwound(step)
        self.aliases = [emitter.names.variable("k") for _ in by]
        self.compared = {
            i: emitter.names.variable("k") for i, key in enumerate(by) if key.suffix and key.what == "value"
        }

    # -- the way to the keys -----------------------------------------------------------------------------------------

    def hop(self, hop: Hop) -> None:
        """Go on to what is related."""
        conditions, names = self.emitter.conditions, self.emitter.names
        start = self.places[hop.start]
        start = replace(start, types=hop.only or start.types)
        inner = Scene(names.variable("n"), hop.link.targets, names.variable("e"))
        pattern = conditions.pattern(start, hop.link, inner.edge or "", inner.node)
        where = self.guard(start, hop.only)
        where += conditions.valid(inner, hop.as_of, hop.link)
        if hop.link.one:
            body = f"MATCH {pattern}{where_clause(where)}\n{conditions.latest(inner)}\nRETURN {inner.node}"
            inner = Scene(names.variable("n"), inner.types)
            found = f"head({block('COLLECT', body)}) AS {inner.node}"
            self.lines.append(([*self.carried], found))
        else:
            self.lines.append(([], f"OPTIONAL MATCH {pattern}{where_clause(where)}"))
            self.several = True
        self.carried += [v for v in (inner.node, inner.edge) if v]
        self.places.append(inner)

    def unwound(self, step: Unwound) -> None:
        """Go on to each value of a list."""
        start = self.places[step.start]
        value = self.emitter.conditions.stored(step.value, start)
        held = " AND ".join([*self.guard(start, step.only), f"size({value}) > 0"])
        each = Scene(self.emitter.names.variable("v"), ())
        self.lines.append(([], f"UNWIND CASE WHEN {held} THEN {value} ELSE [null] END AS {each.node}"))
        self.several = True
        self.carried.append(each.node)
        self.places.append(each)

    def guard(self, scene: Scene, only: tuple[str, ...]) -> list[str]:
        """Return the condition for a node to be one of some types."""
        return [f"{scene.node}:{self.emitter.conditions.label(only)}"] if only else []

    # -- keys --------------------------------------------------------------------------------------------------------

    def common(self, key: Key, compared: bool = False) -> str:
        """Return the expression of what rows are grouped by, or of what puts it in order."""
        conditions, scene = self.emitter.conditions, self.places[key.at]
        guard = self.guard(scene, key.only)
        match key:
            case Key(what="type"):
                guard = guard or [f"{scene.node} IS NOT NULL"]
                expression = conditions.type_of(replace(scene, types=key.types))
            case Key(what="value", value=Stored() as value):
                expression = conditions.stored(value, scene, key.suffix if compared else "")
                if key.length is not None:
                    expression = f"left({expression}, {key.length})"
                elif key.family == "instant":
                    expression = f"toString({conditions.stored(value, scene, '_at')})"
            case _:  # a node, or a value that was unwound: what the place itself is
                expression = scene.node
        return f"CASE WHEN {guard[0]} THEN {expression} END" if guard else expression

    def key(self, field: KeyField, place: int, row: Row, type_name: str = "GroupKey") -> str:
        """Return the Python expression of a field of a key."""
        key, alias = self.by[place], self.aliases[place]
        if field.name == "__typename":
            return repr(type_name)
        value, shape = row.add(f"{alias}.slug" if key.what == "node" else alias), key.shape(field)
        if shape is not None:
            made = self.thing(key, alias, shape, value, row)
            # What refers to nothing any more is called as it is written.
            return f"({made} or {{'label': {value}}})['label']" if field.name == "label" else made
        if field.name == "node":
            return "None"
        value = f"text({value})"
        return f"{dict(key.words)!r}.get({value})" if field.name == "label" and key.words else value

    def thing(self, key: Key, alias: str, shape: Shape, value: str, row: Row) -> str:
        """Return the Python expression of the node that a key is, or that it names; None where there is none."""
        if not key.refers:
            return f"(None if {value} is None else {self.emitter.node(shape, Scene(alias, key.types), row)})"
        # It is looked for here, where there are groups, and of these only those of the page.
        scene = Scene(self.emitter.names.variable("n"), key.types)
        match_ = f"MATCH ({scene.node}:{self.emitter.conditions.label(key.types)} {{slug: {alias}}})"
        return self.emitter.single(match_, scene, shape, row)

    def sorted(self, sort: GroupSort) -> list[str]:
        """Return the items after ORDER BY that put groups in an order."""
        conditions = self.emitter.conditions
        if sort.aggregation is not None:
            expressions = [self.aggregation(sort.aggregation)]
        else:
            key, alias = self.by[sort.place], self.aliases[sort.place]
            expressions = [alias]
            if key.what == "node" and key.value is not None:
                scene = Scene(alias, key.types)
                expressions = [conditions.stored(key.value, scene, key.suffix), f"{alias}.slug"]
                expressions += [conditions.type_of(scene)] if len(key.types) > 1 else []
            elif sort.place in self.compared:
                expressions = [self.compared[sort.place], alias]
        return [
            conditions.sort_items([e], [OrderKey(Computed(""), sort.descending, sort.nulls_first)], False)
            for e in expressions
        ]

    # -- numbers -----------------------------------------------------------------------------------------------------

    def outputs(self, outputs: Iterable[GroupOutput], row: Row) -> str:
        """Return the Python expression of an object of numbers and keys."""
        members = []
        for output in outputs:
            match output:
                case TypeName(key, name):
                    made = repr(name)
                case Within(key, inner):
                    made = self.outputs(inner, row)
                case Keys(key, items):
                    made = ", ".join(
                        "{" + ", ".join(f"{f.key!r}: {self.key(f, place, row)}" for f in fields) + "}"
                        for place, fields in enumerate(items)
                    )
                    made = f"[{made}]"
                case Aggregated(key, aggregation):
                    read = self.aggregation(aggregation)
                    made = row.add(f"{read}[1]" if aggregation.suffix and aggregation.what in {"min", "max"} else read)
                case _:
                    assert_never(output)
            members.append(f"{key!r}: {made}")
        return "{" + ", ".join(members) + "}"

    def aggregation(self, aggregation: Aggregation) -> str:
        """Return the Cypher expression that reads an aggregation after grouping; by it groups are also judged."""
        read = self.of_rows(aggregation) if aggregation.of == "rows" else self.of_values(aggregation)
        return read if aggregation.exact else rounded(read)

    def of_values(self, aggregation: Aggregation) -> str:
        """Return a number of the nodes or relations of a group."""
        scene, numbers = self.rows.scene, self.numbers
        if aggregation.of == "node" and self.rows.repeated:
            scene, numbers = replace(scene, node=self.nodes), self.of_nodes
        if aggregation.value is None:
            return numbers.add("count(*)")
        conditions = self.emitter.conditions
        value = conditions.stored(aggregation.value, scene)
        match aggregation.what:
            case "distinct":
                compared = (
                    conditions.stored(aggregation.value, scene, "_at") if aggregation.family == "instant" else value
                )
                return numbers.add(f"count(DISTINCT {compared})")
            case "sum":
                return numbers.add(f"toFloat(sum({value}))")
            case "avg":
                count, total = numbers.add(f"count({value})"), numbers.add(f"toFloat(sum({value}))")
                return f"CASE WHEN {count} > 0 THEN {total} / {count} END"
            case "median":
                return numbers.add(f"percentileCont({value}, 0.5)")
            case "min" | "max" if aggregation.suffix:
                compared = conditions.stored(aggregation.value, scene, aggregation.suffix)
                return numbers.add(f"{aggregation.what}(CASE WHEN {value} IS NOT NULL THEN [{compared}, {value}] END)")
            case what:
                return numbers.add(f"{what}({value})")

    def of_rows(self, aggregation: Aggregation) -> str:
        """Return how many members a group has, or their part of another number."""
        every = "count(*)"
        if aggregation.where is None:
            if aggregation.what == "count":
                return self.numbers.add(every)
            self.total = self.total or self.emitter.names.variable("t")
            part, whole = self.numbers.add(every), self.total
        else:
            flag = self.flags.setdefault(aggregation.where, f"f{len(self.flags)}")
            part = self.numbers.add(f"count(CASE WHEN {flag} THEN 1 END)")
            if aggregation.what == "count":
                return part
            whole = self.numbers.add(every)
        return f"CASE WHEN {whole} > 0 THEN toFloat({part}) / {whole} END"

    def having(self, conditions: Iterable[Condition]) -> list[str]:
        """Return the conditions that groups must fulfil."""
        number = self.emitter.conditions.number
        return [number(self.aggregation(c.aggregation), c.operator, c.operand) for c in conditions]

    # -- the whole ---------------------------------------------------------------------------------------------------

    def listed(
        self, row: Row, inner: Row, having: Sequence[str] = (), order: Sequence[str] = (), page: str = ""
    ) -> str:
        """Return the Cypher expression of the list of `inner` rows, one for each group, that belongs to `row`."""
        lines, kept = self.grouped(having)
        if page:
            by = f" ORDER BY {', '.join(order)}" if order else ""
            lines.append(f"WITH {', '.join(kept)}{by} {page}")
        return row.listed("\n".join(lines), inner, self.emitter.names.variable("x"))

    def counted(self, row: Row, having: Sequence[str]) -> str:
        """Return the Cypher expression of how many groups there are, that belongs to `row`."""
        number = Row(self.emitter.names.variable("g"))
        number.add(number.name)
        lines, _ = self.grouped(having)
        body = "\n".join([*lines, f"WITH count(*) AS {number.name}"])
        return f"head({row.listed(body, number, self.emitter.names.variable('x'))})[0]"

    def grouped(self, having: Sequence[str]) -> tuple[list[str], list[str]]:
        """Return the clauses that find the groups, and the variables of what they tell of each."""
        scene = self.rows.scene
        total = [self.total] if self.total else []
        lines = [f"WITH {self.rows.counted} AS {self.total}"] * bool(total) + [self.rows.found]
        for kept, line in self.lines:
            lines.append(f"WITH {', '.join([*total, *kept, line])}" if kept else line)
        named = [f"{self.common(key)} AS {alias}" for key, alias in zip(self.by, self.aliases, strict=True)]
        named += [f"{self.common(self.by[place], compared=True)} AS {alias}" for place, alias in self.compared.items()]
        named += [f"{self.emitter.conditions.holds(where, scene)} AS {flag}" for where, flag in self.flags.items()]
        if named:
            of_row = [v for v in (scene.node, scene.edge) if v]
            lines.append(f"WITH {'DISTINCT ' * self.several}{', '.join([*total, *of_row, *named])}")
        if not self.numbers.expressions:
            self.numbers.add("count(*)")
        common = [*total, *self.aliases, *self.compared.values()]
        grouped, kept = f"{self.numbers} AS {self.numbers.name}", [*common, self.numbers.name]
        if self.of_nodes.expressions:
            # A node with several relations counts once where numbers of nodes are asked for.
            several = f"{scene.node}s"
            lines.append(f"WITH {', '.join([*common, grouped, f'collect(DISTINCT {scene.node}) AS {several}'])}")
            body = f"UNWIND {several} AS {self.nodes}\nRETURN {self.of_nodes} AS {self.of_nodes.name}"
            lines.append(block(f"CALL ({several})", body))
            kept.append(self.of_nodes.name)
        else:
            lines.append(f"WITH {', '.join([*common, grouped])}")
        if having:
            lines.append(f"WITH *{where_clause(having)}")
        return lines, kept
