"""A plan ─▶ one Cypher statement, its parameters, and the source of the shaper that turns its row into the response.

Every list is a `COLLECT {…}` expression that returns positional rows; what several fields need of a row stands in it
once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from engagegraph.model import Link, Model
from engagegraph.query.conditions import Conditions, Names, Scene, _joined
from engagegraph.query.ir import (
    AllOf,
    ByIds,
    Case,
    CitationPlace,
    Citations,
    CitedSource,
    Connected,
    Connection,
    Constant,
    Cursor,
    DatasetField,
    DeliveredLanguage,
    EdgeNode,
    Edges,
    Everything,
    GlobalId,
    Hits,
    Leaf,
    Listed,
    Nodes,
    One,
    OneLink,
    Operation,
    OrderKey,
    Output,
    PageInfo,
    Root,
    Shape,
    Stored,
    TotalCount,
    TypeName,
    Value,
)
from engagegraph.query.params import PageSlot, Param

CASTS = {"date": "toString({})", "instant": "toString({})"}
UNCASTS = {"date": "date", "instant": "moment"}


@dataclass(frozen=True, slots=True)
class Statement:
    """What a plan emits: Cypher, its parameters, what only the shaper reads, pages, the shaper's source."""

    cypher: str
    params: tuple[Param, ...]
    locals: tuple[Param, ...]
    pages: tuple[PageSlot, ...]
    shaper: str


@dataclass
class Row:
    """The expressions of a positional row, each once."""

    name: str
    expressions: list[str] = field(default_factory=list)

    def add(self, expression: str) -> str:
        """Return the Python expression that reads `expression` from the row."""
        if expression not in self.expressions:
            self.expressions.append(expression)
        return f"{self.name}[{self.expressions.index(expression)}]"

    def __str__(self) -> str:
        return "[" + ", ".join(self.expressions) + "]"


def emit(model: Model, operation: Operation) -> Statement:
    """Return the statement of `operation`."""
    return _Emitter(model).operation(operation)


class _Emitter:
    def __init__(self, model: Model) -> None:
        self.model = model
        self.names = Names()
        self.conditions = Conditions(model, self.names)
        self.pages: list[PageSlot] = []
        self.open_pages: list[int] = []
        self.open_ids: Leaf | None = None
        self.functions: list[str] = []
        self.memo: dict[tuple[str, Output], str] = {}

    def operation(self, operation: Operation) -> Statement:
        row = Row("v")
        members = [f"{root.key!r}: {self.root(root, row)}" for root in operation.roots]
        body = f"def shape(v, p, constants):\n    return {{{', '.join(members)}}}\n"
        cypher = "RETURN " + ",\n       ".join(row.expressions) if row.expressions else ""
        return Statement(
            cypher,
            tuple(self.names.params),
            tuple(self.names.locals),
            tuple(self.pages),
            "".join([*self.functions, body]),
        )

    # -- roots -------------------------------------------------------------------------------------------------------

    def root(self, root: Root, row: Row) -> str:
        match root:
            case Constant(key):
                return f"constants[{key!r}]"
            case DatasetField(fields=fields):
                return self.dataset(fields, row)
            case One():
                self.names.spot = root.spot
                scene = Scene(self.names.variable("n"), root.shape.types)
                operand = self.names.param(root.operand)
                match_ = f"MATCH ({scene.node}:{root.label} {{{root.stored}: {operand}}})"
                return self.single(match_, scene, root.shape, row)
            case ByIds():
                return self.by_ids(root, row)
            case Listed(connection=connection):
                return self.connection(connection, None, row)

    def dataset(self, fields: Sequence[tuple[str, str]], row: Row) -> str:
        stored = {
            "revision": "d.revision",
            "changedAt": "toString(d.changedAt)",
            "nodes": "d.nodes",
            "relations": "d.relations",
        }
        if any(name == "attributions" for _, name in fields):
            stored["attributions"] = self.attributions()
        meta = row.add("head(COLLECT { MATCH (d:_Dataset) RETURN [" + ", ".join(stored.values()) + "] })")
        python = {name: f"{meta}[{i}]" for i, name in enumerate(stored)} | {
            "name": repr(self.model.name),
            "__typename": "'Dataset'",
        }
        return "{" + ", ".join(f"{key!r}: {python[name]}" for key, name in fields) + "}"

    def attributions(self) -> str:
        name = self.model.attribution
        if name is None:
            return "[]"
        match_ = f"MATCH (s:{self.model.provenance}) WHERE s.{name} IS NOT NULL"
        return f"COLLECT {{ {match_} RETURN DISTINCT s.{name} AS line ORDER BY line }}"

    def by_ids(self, root: ByIds, row: Row) -> str:
        self.names.spot = root.spot
        ids = self.names.param(root.ids, "ids")
        self.open_ids = root.ids if root.many else None
        parts, cases = [], []
        function = self.names.variable("node")
        for case in root.shape.cases:
            for type_name in case.types:
                scene = Scene(self.names.variable("n"), (type_name,))
                inner = Row("r", ["ref[0]", f"'{type_name}'"])
                members = self.outputs(case.outputs, scene, inner)
                parts.append(
                    _block(
                        "COLLECT",
                        f"UNWIND {ids}.{type_name} AS ref\nMATCH ({scene.node}:{type_name} {{slug: ref[1]}})\n"
                        f"RETURN {inner}",
                    )
                )
                cases.append(f"    if r[1] == {type_name!r}:\n        return {members}\n")
        self.open_ids = None
        self.functions.append(
            f"def {function}(r, p):\n    if r is None:\n        return None\n" + "".join(cases) + "    return None\n"
        )
        rows = row.add(" + ".join(parts) or "[]")
        if root.many:
            size = self.names.local(root.ids)
            return f"[{function}(r, p) for r in positions({rows}, len(p[{size!r}]))]"
        return f"{function}(positions({rows}, 1)[0], p)"

    def single(
        self, match_: str, scene: Scene, shape: Shape, row: Row, edge: tuple[Output, ...] | None = None, order: str = ""
    ) -> str:
        """Emit the one node (or edge) that `match_` finds, or null."""
        inner = Row(self.names.variable("r"))
        members = self.node(shape, scene, inner) if edge is None else self.outputs(edge, scene, inner)
        function = self.names.variable("one")
        self.functions.append(
            f"def {function}({inner.name}, p):\n    return None if {inner.name} is None else {members}\n"
        )
        value = row.add("head(" + _block("COLLECT", f"{match_}\n{order}RETURN {inner}") + ")")
        return f"{function}({value}, p)"

    # -- nodes -------------------------------------------------------------------------------------------------------

    def node(self, shape: Shape, scene: Scene, row: Row) -> str:
        """Return the Python expression that makes the response object of a node."""
        if len(shape.cases) == 1:
            return self.outputs(shape.cases[0].outputs, scene, row)
        kind = row.add(self.conditions.type_of(scene))
        selected: dict[Output, set[str]] = {}
        for case in shape.cases:
            for output in case.outputs:
                selected.setdefault(replace(output, key=""), set()).update(case.types)
        text = ""
        for case in reversed(shape.cases):
            made = self._case(case, selected, scene, row)
            text = made if not text else f"({made} if {kind} in {case.types!r} else {text})"
        return text

    def _case(self, case: Case, selected: dict[Output, set[str]], scene: Scene, row: Row) -> str:
        members = []
        for output in case.outputs:
            bare = replace(output, key="")
            known = (scene.node, bare)
            if known not in self.memo:
                types = selected[bare]
                guard = "" if types == set(scene.types) else f"{scene.node}:{self.conditions.label(sorted(types))}"
                self.memo[known] = self.output(bare, scene, row, guard)
            members.append(f"{output.key!r}: {self.memo[known]}")
        return "{" + ", ".join(members) + "}"

    def outputs(self, outputs: Sequence[Output], scene: Scene, row: Row) -> str:
        return "{" + ", ".join(f"{o.key!r}: {self.output(o, scene, row)}" for o in outputs) + "}"

    def output(self, output: Output, scene: Scene, row: Row, guard: str = "") -> str:
        """Return the Python expression of a field; what it needs of the database goes into `row`.

        `guard` is a condition without which the field is not selected.
        """
        match output:
            case TypeName(name=name):
                return repr(name) if name else self.type_of(scene, row)
            case GlobalId():
                return f"gid({self.type_of(scene, row)}, {row.add(f'{scene.node}.slug')})"
            case Value(value=value):
                return self.value(output, value, scene, row)
            case DeliveredLanguage(value=value, languages=languages):
                owner = scene.edge if value.of == "edge" else scene.node
                cases = " ".join(f"WHEN {owner}.{name} IS NOT NULL THEN {i}" for i, name in enumerate(value.names))
                return f"language({row.add(f'CASE {cases} END')}, {languages!r})"
            case Citations():
                return self.citations(output, scene, row)
            case OneLink():
                return self.one_link(output, scene, row, guard)
            case Connected(connection=connection):
                return self.connection(connection, scene, row, guard)
            case EdgeNode(shape=shape):
                return self.node(shape, scene, row)
            case _:
                raise TypeError(f"{type(output).__name__} does not stand here")

    def value(self, output: Value, value: Stored, scene: Scene, row: Row) -> str:
        if value.of == "score":
            return row.add(str(scene.edge))
        read = row.add(self.conditions.stored(value, scene))
        if output.many:
            return f"({read} or [])"
        if output.excerpt is not None:
            return f"excerpt({read}, p[{self.names.local(output.excerpt)!r}])"
        return read if output.form is None else f"{output.form.lower()}({read})"

    def type_of(self, scene: Scene, row: Row) -> str:
        return repr(scene.types[0]) if len(scene.types) == 1 else row.add(self.conditions.type_of(scene))

    def citations(self, output: Citations, scene: Scene, row: Row) -> str:
        owner = scene.edge if output.of == "edge" else scene.node
        position = self.names.variable("i")
        cited = Scene(self.names.variable("n"), (self.model.provenance,))
        inner = Row(self.names.variable("r"))
        members = []
        for item in output.outputs:
            match item:
                case CitationPlace(key):
                    place = inner.add(f"{owner}._places[{position}]")
                    members.append(f"{key!r}: ({place} or None)")
                case CitedSource(key, shape):
                    members.append(f"{key!r}: {self.node(shape, cited, inner)}")
                case _:
                    members.append(f"{item.key!r}: {self.output(item, cited, inner)}")
        body = (
            f"UNWIND range(0, size({owner}._sources) - 1) AS {position}\n"
            f"MATCH ({cited.node}:{self.model.provenance} {{slug: {owner}._sources[{position}]}})\n"
            f"RETURN {inner}"
        )
        rows = row.add(_block("COLLECT", body))
        return f"[{{{', '.join(members)}}} for {inner.name} in {rows}]"

    def one_link(self, output: OneLink, scene: Scene, row: Row, guard: str) -> str:
        link = output.link
        inner = Scene(self.names.variable("n"), link.targets, self.names.variable("e"))
        pattern = self.conditions.pattern(scene, link, inner.edge or "", inner.node)
        where = [guard] if guard else []
        where += self.conditions.valid(inner, output.as_of, self.conditions.lifespans(link.targets), link)
        # Of several over time the latest; `check` allows one at a time.
        order = self.conditions.latest(inner) + "\n"
        return self.single(f"MATCH {pattern}" + _where(where), inner, output.shape, row, output.edge, order)

    # -- connections -------------------------------------------------------------------------------------------------

    def connection(self, connection: Connection, start: Scene | None, row: Row, guard: str = "") -> str:
        outer, self.names.spot = self.names.spot, connection.spot
        made = self.listed(connection, start, row, guard)
        self.names.spot = outer
        return made

    def listed(self, connection: Connection, start: Scene | None, row: Row, guard: str) -> str:
        source = connection.source
        inner = Scene(
            self.names.variable("n"),
            connection.types,
            None if isinstance(source, Everything) else self.names.variable("e"),
        )
        signed_from = len(self.names.used)
        match_ = self.matching(source, start, inner)
        where = [guard] if guard else []
        where += self.conditions.valid(
            inner, connection.as_of, connection.lifespans, source if isinstance(source, Link) else None
        )
        if isinstance(source, Hits) and set(source.types) != set(self.model.types):
            where.append(f"{inner.node}:{self.conditions.label(source.types)}")
        if connection.where != AllOf(()):
            where.append(self.conditions.holds(connection.where, inner))
        keys = [self.conditions.order_value(key, inner) for key in connection.order]
        signed = tuple(dict.fromkeys(self.names.used[signed_from:]))
        page = self.page(connection, keys, signed)

        # A subquery may end with a MATCH, but not with what a procedure yields when there are conditions on it.
        end = f"\nRETURN {inner.node}" if isinstance(source, Hits) else ""
        total = ""
        if any(isinstance(o, TotalCount) for o in connection.outputs):
            total = row.add(_block("COUNT", match_ + _where(where) + end))
        if not any(isinstance(o, Edges | Nodes | PageInfo) for o in connection.outputs):
            return self.shaped(connection, page, "[]", total, "False", None, inner)

        values = tuple(f"${name}" for name, _ in page.cursor_params)
        backward = connection.page.backward
        further = self.conditions.beyond(keys, connection.order, values, backward) if values else ""
        behind = "False"
        if further and any(isinstance(o, PageInfo) for o in connection.outputs):
            behind = row.add(_block("EXISTS", match_ + _where([*where, f"NOT coalesce({further}, false)"]) + end))
        items = self.conditions.sort_items(keys, connection.order, backward)
        carried = ", ".join(v for v in (inner.edge, inner.node) if v)
        inner_row = Row(self.names.variable("r"))
        self.open_pages.append(self.pages.index(page))
        made = self.page_rows(connection, inner, inner_row, page, keys)
        self.open_pages.pop()
        found = match_ + _where([*where, further] if further else where)
        body = f"{found}\nWITH {carried} ORDER BY {items} LIMIT ${page.limit}\nRETURN {inner_row}"
        rows = row.add(_block("COLLECT", body))
        return self.shaped(connection, page, rows, total, behind, (inner_row.name, made), inner)

    def matching(self, source: Link | Everything | Hits, start: Scene | None, inner: Scene) -> str:
        match source:
            case Everything(label=label):
                return f"MATCH ({inner.node}:{label})"
            case Hits(index=index, query=query):
                call = f"CALL db.index.fulltext.queryNodes('{index}', {self.names.param(query, 'lucene')})"
                return f"{call}\nYIELD node AS {inner.node}, score AS {inner.edge}\nWITH {inner.node}, {inner.edge}"
            case Link():
                if start is None:
                    raise TypeError("a link starts at a node")
                return f"MATCH {self.conditions.pattern(start, source, inner.edge or '', inner.node)}"

    def page(self, connection: Connection, keys: Sequence[str], signed: tuple[str, ...]) -> PageSlot:
        number = len(self.pages)
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
        cursor_params: tuple[tuple[str, str], ...] = ()
        if connection.page.cursor is not None:
            cursor_params = tuple(
                (f"c{number}_{i}", UNCASTS.get(key.kind, "same")) for i, key in enumerate(connection.order)
            )
        slot = PageSlot(
            limit=f"l{number}",
            size=f"s{number}",
            wanted=connection.page.size,
            cursor=connection.page.cursor,
            cursor_params=cursor_params,
            signature=f"g{number}",
            identity=f"{name} {connection.where} {order}",
            signed=signed,
            parent=self.open_pages[-1] if self.open_pages else None,
            ids=self.open_ids,
            spot=connection.spot,
        )
        self.pages.append(slot)
        return slot

    def page_rows(
        self, connection: Connection, inner: Scene, row: Row, page: PageSlot, keys: Sequence[str]
    ) -> dict[str, str]:
        """Return the Python expressions made of one row: by response key of `edges` and `nodes`, and the cursor's."""
        made: dict[str, str] = {}
        wants_cursor = False
        for output in connection.outputs:
            match output:
                case Edges(key, outputs):
                    members = []
                    for item in outputs:
                        if isinstance(item, Cursor):
                            members.append(f"{item.key!r}: {self.cursor(connection, row, page, keys)}")
                        else:
                            members.append(f"{item.key!r}: {self.output(item, inner, row)}")
                    made[key] = "{" + ", ".join(members) + "}"
                case Nodes(key, shape):
                    made[key] = self.node(shape, inner, row)
                case PageInfo(fields=fields):
                    wants_cursor = wants_cursor or any(name in {"startCursor", "endCursor"} for _, name in fields)
                case _:
                    pass
        if wants_cursor:
            made[""] = self.cursor(connection, row, page, keys)
        return made

    def cursor(self, connection: Connection, row: Row, page: PageSlot, keys: Sequence[str]) -> str:
        values = [row.add(CASTS.get(key.kind, "{}").format(e)) for key, e in zip(connection.order, keys, strict=True)]
        return f"cursor(p[{page.signature!r}], [{', '.join(values)}])"

    def shaped(
        self,
        connection: Connection,
        page: PageSlot,
        rows: str,
        total: str,
        behind: str,
        made: tuple[str, dict[str, str]] | None,
        inner: Scene,
    ) -> str:
        """Add the function that shapes a connection; return the call of it."""
        function = self.names.variable("page")
        name, expressions = made or ("r", {})
        backward = connection.page.backward
        members = []
        for output in connection.outputs:
            match output:
                case Edges(key) | Nodes(key):
                    members.append(f"{key!r}: [{expressions[key]} for {name} in rows]")
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
        body = f"def {function}(found, total, behind, p):\n"
        body += f"    rows = cut(found, p[{page.size!r}], {backward})\n    more = len(found) > p[{page.size!r}]\n"
        if "" in expressions:
            for variable, index in (("start", 0), ("end", -1)):
                body += f"    {variable} = None\n    if rows:\n        {name} = rows[{index}]\n"
                body += f"        {variable} = {expressions['']}\n"
        self.functions.append(body + f"    return {{{', '.join(members)}}}\n")
        return f"{function}({rows}, {total or 'None'}, {behind}, p)"


def _where(conditions: Sequence[str]) -> str:
    return f"\nWHERE {_joined(' AND ', conditions, 'true')}" if conditions else ""


def _block(word: str, body: str) -> str:
    return f"{word} {{\n" + "\n".join("  " + line for line in body.splitlines()) + "\n}"


__all__ = ["OrderKey", "PageSlot", "Statement", "emit"]
