"""A plan ─▶ one Cypher statement, its parameters, and the source of the shaper that turns its row into the response.

Every list is a `COLLECT {…}` expression that returns positional rows; what several fields need of a row stands in it
once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import assert_never

from engagegraph.model import Model
from engagegraph.query.conditions import Conditions, Names, Scene
from engagegraph.query.cypher import MeasureSlot, Row, Statement, where_clause
from engagegraph.query.geo import Distance
from engagegraph.query.ir import (
    ByIds,
    Case,
    CitationPlace,
    Citations,
    CitedSource,
    Connected,
    Constant,
    DeliveredLanguage,
    EdgeNode,
    GlobalId,
    Highlight,
    Leaf,
    Listed,
    One,
    OneLink,
    Operation,
    Output,
    Question,
    Root,
    Shape,
    Stored,
    TiedCount,
    TypeName,
    Value,
)
from engagegraph.query.lists import connection
from engagegraph.query.moment import vouched
from engagegraph.query.params import PageSlot
from engagegraph.query.turned import Sets


def emit(model: Model, operation: Operation) -> Statement:
    """Return the statement of `operation`."""
    return Emitter(model).operation(operation)


class Emitter:
    """Emits one operation: gives out names, collects parameters, pages and the functions of the shaper."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.names = Names()
        self.conditions = Conditions(model, self.names)
        self.conditions.sets = self.sets = Sets(self.conditions)
        self.pages: list[PageSlot] = []
        self.open_pages: list[int] = []
        self.open_ids: Leaf | None = None
        self.functions: list[str] = []
        self.measures: list[MeasureSlot] = []
        self.slow = False
        self.memo: dict[tuple[str, Output], str] = {}
        self.at: set[str] = set()

    def operation(self, operation: Operation) -> Statement:
        """Return the statement of an operation."""
        row = Row("v")
        members = [f"{root.key!r}: {self.root(root, row)}" for root in operation.roots]
        body = f"def shape(v, p, constants):\n    return {{{', '.join(members)}}}\n"
        before = "".join(f"{call}\n" for call in self.sets.calls) + row.before
        shaper = "".join([*self.functions, body])
        pages = (replace(page, shows=f"p[{page.signature!r}]" in shaper) for page in self.pages)
        # What questions read of relations, they write themselves.
        at = set() if any(isinstance(r, Question) for r in operation.roots) else self.at - self.conditions.anywhere
        cypher = before + "RETURN " + ",\n       ".join(row.expressions) if row.expressions else ""
        return Statement(
            cypher,
            vouched(before, row.expressions) if row.expressions else "",
            tuple(self.names.params),
            tuple(self.names.locals),
            tuple(pages),
            shaper,
            tuple(self.measures),
            tuple(sorted(at)),
            self.slow,
        )

    # -- roots -------------------------------------------------------------------------------------------------------

    def root(self, root: Root, row: Row) -> str:
        """Return the Python expression of a root field; what it needs of the database goes into `row`."""
        match root:
            case Constant(key):
                return f"constants[{key!r}]"
            case One():
                self.names.spot = root.spot
                scene = Scene(self.names.variable("n"), root.shape.types)
                operand = self.names.param(root.operand)
                match_ = f"MATCH ({scene.node}:{root.label} {{{root.stored}: {operand}}})"
                return self.single(match_, scene, root.shape, row)
            case ByIds():
                return self.by_ids(root, row)
            case Listed(connection=listed):
                return connection(self, listed, None, row)
            case Question():
                self.names.spot = root.spot
                return root.emit(self, row)
            case _:
                assert_never(root)

    def page(
        self,
        wanted: Leaf | None,
        identity: str,
        *,
        cursor: Leaf | None = None,
        place: Sequence[str] = (),
        signed: Iterable[str] = (),
        whole: bool = False,
        extra: int = 0,
    ) -> int:
        """Give out a page below the one that is open; return its position.

        What a `cursor` holds goes through the conversions `place`. It is good for the list that `identity` and the
        values of the parameters `signed` make.
        """
        number = len(self.pages)
        converts = () if cursor is None else place
        self.pages.append(
            PageSlot(
                limit=f"l{number}",
                size=f"s{number}",
                wanted=wanted,
                cursor=cursor,
                cursor_params=tuple((f"c{number}_{i}", convert) for i, convert in enumerate(converts)),
                signature=f"g{number}",
                identity=identity,
                signed=tuple(dict.fromkeys(signed)),
                parent=self.open_pages[-1] if self.open_pages else None,
                ids=self.open_ids,
                spot=self.names.spot,
                whole=whole,
                extra=extra,
                continued=bool(place),
            )
        )
        return number

    def by_ids(self, root: ByIds, row: Row) -> str:
        """Emit nodes by their identifiers, in the order asked for."""
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
                body = f"UNWIND {ids}.{type_name} AS ref\nMATCH ({scene.node}:{type_name} {{slug: ref[1]}})"
                parts.append(row.listed(body, inner, f"{scene.node}s"))
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
        value = row.add(f"head({row.listed(f'{match_}{order}', inner, f'{scene.node}s')})")
        return f"{function}({value}, p)"

    # -- nodes -------------------------------------------------------------------------------------------------------

    def node(self, shape: Shape, scene: Scene, row: Row) -> str:
        """Return the Python expression that makes the response object of a node."""
        if len(shape.cases) == 1:
            return self.outputs(shape.cases[0].outputs, scene, row)
        kind = row.add(self.conditions.type_of(scene, there=True))
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
        """Return the Python expression that makes an object of these fields."""
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
            case Distance(value=away):
                return row.add(self.conditions.kilometres(away, scene))
            case DeliveredLanguage(value=value, languages=languages):
                owner = scene.edge if value.of == "edge" else scene.node
                cases = " ".join(f"WHEN {owner}.{name} IS NOT NULL THEN {i}" for i, name in enumerate(value.names))
                return f"language({row.add(f'CASE {cases} END')}, {languages!r})"
            case Citations():
                return self.citations(output, scene, row)
            case OneLink():
                return self.one_link(output, scene, row, guard)
            case Connected(connection=connected):
                return connection(self, connected, scene, row, guard)
            case EdgeNode(shape=shape):
                return self.node(shape, scene, row)
            case TiedCount(tied=tied) if not tied.relations:
                return "0"
            case TiedCount(tied=tied):
                clauses, other = self.conditions.tied(tied, scene)
                return row.add(f"COUNT {{ {clauses} RETURN DISTINCT {other} }}")
            case Highlight():
                return self.highlight(output, scene, row)
            case _:
                raise TypeError(f"{type(output).__name__} does not stand here")

    def highlight(self, output: Highlight, scene: Scene, row: Row) -> str:
        """Return the Python expression that shows what was looked for."""
        reads = [(row.add(f"{scene.node}.{name}"), prose) for name, _, prose in output.names]
        texts = ", ".join(f"plain({read})" if prose else read for read, prose in reads)
        properties = tuple(name for _, name, _ in output.names)
        query, length = self.names.local(output.query), self.names.local(output.length)
        return f"highlight([{texts}], {properties!r}, p[{query!r}], p[{length!r}], {output.fields!r})"

    def value(self, output: Value, value: Stored, scene: Scene, row: Row) -> str:
        """Return the Python expression of a stored value in the form asked for."""
        if value.of == "score":
            return row.add(str(scene.edge))
        read = row.add(self.conditions.stored(value, scene))
        if output.many:
            return f"({read} or [])"
        if output.excerpt is not None:
            return f"excerpt({read}, p[{self.names.local(output.excerpt)!r}])"
        return read if output.form is None else f"{output.form.lower()}({read})"

    def type_of(self, scene: Scene, row: Row) -> str:
        """Return the Python expression of the type of the node."""
        return repr(scene.types[0]) if len(scene.types) == 1 else row.add(self.conditions.type_of(scene, there=True))

    def citations(self, output: Citations, scene: Scene, row: Row) -> str:
        """Emit the sources of a node or relation."""
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
        # The owner may be missing, as what a group has in common; the database looks for sources all the same.
        body = (
            f"UNWIND range(0, coalesce(size({owner}._sources), 0) - 1) AS {position}\n"
            f"MATCH ({cited.node}:{self.model.provenance} {{slug: {owner}._sources[{position}]}})"
        )
        rows = row.add(row.listed(body, inner, f"{cited.node}s"))
        return f"[{{{', '.join(members)}}} for {inner.name} in {rows}]"

    def one_link(self, output: OneLink, scene: Scene, row: Row, guard: str) -> str:
        """Emit the node, or the relation, that a link to one leads to."""
        link = output.link
        inner = Scene(self.names.variable("n"), link.targets, self.names.variable("e"))
        pattern = self.conditions.pattern(scene, link, inner.edge or "", inner.node)
        where = [guard] if guard else []
        where += self.conditions.valid(inner, output.as_of, link)
        # Of several over time the latest; `check` allows one at a time.
        order = "\n" + self.conditions.latest(inner)
        return self.single(f"MATCH {pattern}" + where_clause(where), inner, output.shape, row, output.edge, order)
