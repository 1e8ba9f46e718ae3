"""`timeline`: what happened to or around a thing, in order.

An entry is a period: the life span of the thing or of something related to it, the time of a relation, or a date that
the model marks for it. Its place is its first day, then its last; of a partial date that is the first and the last day
that it may mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from engagegraph.model import Model, Words
from engagegraph.query.conditions import Scene, joined
from engagegraph.query.cypher import Row
from engagegraph.query.document import object_type
from engagegraph.query.ir import (
    Computed,
    Connection,
    EdgeNode,
    Leaf,
    OrderKey,
    PageInfo,
    Period,
    Question,
    TotalCount,
    TypeName,
)
from engagegraph.query.levels import At, Paged
from engagegraph.query.params import PageSlot
from engagegraph.query.prices import EXPAND, LABEL, READ, SEEK
from engagegraph.query.questions.among import among, judged, met, told
from engagegraph.query.questions.asked import Asked
from engagegraph.query.questions.relations import (
    RelationOutput,
    Sentence,
    Tie,
    chosen,
    constant,
    emit_relation,
    ends,
    in_language,
    name_of,
    price_relation,
    relation_outputs,
    said_in,
    sentence_of,
    starts,
    touched,
)

if TYPE_CHECKING:
    from engagegraph.query.cost import Meter
    from engagegraph.query.emit import Emitter
    from engagegraph.query.plan import Planner

KINDS = ("THING", "RELATION", "RELATED")


@dataclass(frozen=True, slots=True)
class EntryField:
    """`date`, `end`, `kind` or `cursor` of an entry."""

    key: str
    what: str


@dataclass(frozen=True, slots=True)
class EntryEdge:
    """`edge` of an entry."""

    key: str
    outputs: tuple[RelationOutput, ...]


EntryOutput = EntryField | Sentence | EntryEdge | EdgeNode | TypeName


@dataclass(frozen=True, slots=True)
class Entries:
    """`entries`."""

    key: str
    outputs: tuple[EntryOutput, ...]


@dataclass(frozen=True, slots=True)
class Timeline(Question):
    """A page of what happened to or around the node `of`, which is of `type`; around it only with `those`, if said."""

    of: Leaf
    type: str
    relations: tuple[str, ...]
    first: Leaf | None
    after: Leaf | None
    those: Connection | None
    as_of: Period | None
    outputs: tuple[Entries | PageInfo | TotalCount | TypeName, ...]

    def emit(self, emitter: Emitter, row: Row) -> str:
        """Emit one list of entries and a function that makes the page of it."""
        return _Emission(emitter, self).whole(row) if self.type else "None"

    def price(self, meter: Meter) -> None:
        """Price a look at all relations for each way of having a date, putting what has one in order, and a page."""
        if not self.type:
            return
        model = meter.model
        every = touched(model, self.relations)
        types, asked, part = every, 0.0, 1.0
        if self.those is not None:
            types, of_those = self.those.types, judged(meter, self.those.where, self.those.types)
            asked, part = LABEL + of_those.price, meter.counts.share(types, every) * of_those.share
        dated = [t for t in types if dates(model, t)]
        around = meter.counts.around(model, self.relations, (self.type,))
        marked = {p.name for r in self.relations for p in model.relations[r].properties.values() if p.timeline}
        valid = meter.prices.valid(self.as_of, types).price + (2 * READ if self.as_of else 0.0)
        looks = 1 + len(marked) + len({tuple(dates(model, t)) for t in dated})
        found = SEEK + around * (looks * (EXPAND + LABEL + asked) + part * 4 * READ + valid)
        entries = 1 + part * around * (1 + meter.counts.share(dated, types))
        placed = entries * (4 * READ + meter.type_of(types))
        extra = int(any(isinstance(o, PageInfo) for o in self.outputs))
        page = meter.below(None, entries, Paged(self.first, extra=extra), found + placed)
        for output in self.outputs:
            match output:
                case TotalCount():
                    meter.enter(page, found)
                case Entries(outputs=outputs):
                    self._told(meter, outputs, (*types, self.type), page)
                case _:
                    pass

    def _told(self, meter: Meter, outputs: Sequence[EntryOutput], types: Sequence[str], at: At) -> None:
        for output in outputs:
            match output:
                case EdgeNode(shape=shape):
                    meter.shape(shape, at)
                case EntryEdge(outputs=told):
                    price_relation(meter, told, self.relations, at)
                case Sentence():
                    price_relation(meter, (output,), self.relations, at)
                case _:
                    meter.add(at, READ)


def dates(model: Model, name: str) -> list[tuple[str, str | None, Words | None]]:
    """Return start, end and label of what is dated in nodes of a type: the life span, and marked properties."""
    span, properties = model.types[name].lifespan, model.types[name].properties.values()
    found: list[tuple[str, str | None, Words | None]] = [] if span is None else [(span.start, span.end, None)]
    taken = () if span is None else (span.start, span.end)
    return found + [(p.name, None, p.label) for p in properties if p.timeline and p.name not in taken]


def plan(planner: Planner, asked: Asked) -> Question:
    """Return the plan of `timeline`."""
    args, scope, model = asked.args, asked.scope, planner.model
    (of_type,) = planner.named(args["of"], tuple(model.types)) or ("",)
    relations = chosen(planner, args)
    those = among(planner, args.get("where"), scope, touched(model, relations))
    types = told(model, relations, those, of_type)
    kind = object_type(planner.schema.get_type("TimelineEntry"))
    outputs: list[Entries | PageInfo | TotalCount | TypeName] = []
    for key, group in planner.collector.collect(asked.selected, "Timeline").items():
        below = [n.selection_set for n in group]
        match group[0].name.value:
            case "__typename":
                outputs.append(TypeName(key, "Timeline"))
            case "totalCount":
                outputs.append(TotalCount(key))
            case "pageInfo":
                fields = planner.collector.collect(below, "PageInfo")
                outputs.append(PageInfo(key, tuple((k, f[0].name.value) for k, f in fields.items())))
            case _:
                entry: list[EntryOutput] = []
                for k, g in planner.collector.collect(below, "TimelineEntry").items():
                    match g[0].name.value:
                        case "__typename":
                            entry.append(TypeName(k, "TimelineEntry"))
                        case "node":
                            entry.append(EdgeNode(k, planner.shape(g, types, scope)))
                        case "edge":
                            entry.append(EntryEdge(k, relation_outputs(planner, g, scope)))
                        case "sentence":
                            language = planner.scope(scope, planner.field(kind, g[0])[1]).language
                            entry.append(Sentence(k, said_in(language), language))
                        case name:
                            entry.append(EntryField(k, name))
                outputs.append(Entries(key, tuple(entry)))
    return Timeline(
        key=asked.key,
        of=args["of"],
        type=of_type,
        relations=relations,
        first=args.get("first"),
        after=args.get("after"),
        those=those,
        as_of=scope.as_of,
        outputs=tuple(outputs),
    )


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A way in which something has a date: the clauses that find it, and what a date that stands alone is called."""

    clauses: str
    label: Words | None


class _Emission:
    def __init__(self, emitter: Emitter, asked: Timeline) -> None:
        self.emitter = emitter
        self.asked = asked
        self.model: Model = emitter.model
        self.relations = tuple(self.model.relations[name] for name in asked.relations)
        self.scene = Scene("n", told(self.model, asked.relations, asked.those, asked.type), "e")
        begin = len(emitter.names.used)
        self.stamps = self.stamped()
        self.signed = emitter.names.used[begin:] if asked.those is not None else []
        self.keys = self.place()

    def whole(self, row: Row) -> str:
        """Return the Python expression of the page."""
        emitter, asked = self.emitter, self.asked
        page = self.page()
        slug = f"{emitter.names.param(asked.of, 'slugs')}.{asked.type}[0]"
        found = f"MATCH (c:{asked.type} {{slug: {slug}}})\n{self.found()}"
        values = [f"${name}" for name, _ in page.cursor_params]
        order = [OrderKey(Computed("place"), nullable=False)] * len(self.keys)
        further = emitter.conditions.beyond(self.keys, order, values, backward=False) if values else ""
        where = f" WHERE {further}" if further else ""
        inner = Row(emitter.names.variable("r"))
        emitter.open_pages.append(emitter.pages.index(page))
        entries = {o.key: self.entry(o, inner, page) for o in asked.outputs if isinstance(o, Entries)}
        cursor = self.cursor(inner, page)
        emitter.open_pages.pop()
        carried = "c, n, e, k, j, date, till, f, l"
        body = (
            f"{found}\nWITH {carried}{where}\nORDER BY {', '.join(self.keys)} LIMIT ${page.limit}\n"
            f"WITH {carried}, startNode(e) AS a, endNode(e) AS b"
        )
        rows = row.add(row.listed(body, inner, f"{inner.name}s"))
        there = row.add(f"EXISTS {{ (:{asked.type} {{slug: {slug}}}) }}")
        total = "None"
        if any(isinstance(o, TotalCount) for o in asked.outputs):
            summed = Row(emitter.names.variable("r"), ["many"])
            counted = row.listed(f"{found}\nWITH count(*) AS many", summed, f"{summed.name}s")
            total = row.add(f"head({counted})[0]")
        members = []
        for output in asked.outputs:
            match output:
                case TypeName(name=name):
                    made = repr(name)
                case TotalCount():
                    made = "total"
                case PageInfo(fields=fields):
                    python = {
                        "hasNextPage": "more", "hasPreviousPage": str(asked.after is not None),
                        "startCursor": "start", "endCursor": "end", "__typename": "'PageInfo'",
                    }  # fmt: skip
                    made = "{" + ", ".join(f"{key!r}: {python[name]}" for key, name in fields) + "}"
                case Entries(key=key):
                    made = f"[{entries[key]} for {inner.name} in rows]"
                case _:
                    assert_never(output)
            members.append(f"{output.key!r}: {made}")
        function = emitter.names.variable("timeline")
        emitter.functions.append(
            f"def {function}(found, there, total, p):\n    if not there:\n        return None\n"
            f"    rows = found[:p[{page.size!r}]]\n    more = len(found) > len(rows)\n"
            f"    start, end = [{cursor} for {inner.name} in (rows[:1] + rows[-1:])] or [None, None]\n"
            f"    return {{{', '.join(members)}}}\n"
        )
        return f"{function}({rows}, {there}, {total}, p)"

    # -- what has a date ---------------------------------------------------------------------------------------------

    def stamped(self) -> list[_Stamp]:
        """Return every way in which the thing, a relation of it, or what it leads to has a date."""
        model, names = self.model, "|".join(self.asked.relations)
        stamps = [self.stamp("WITH c AS n, null AS e", "n", 0, *dated) for dated in dates(model, self.asked.type)]
        if not names:
            return stamps
        if {"since", "until"} <= model.common_relation_properties.keys():
            stamps.append(self.stamp(f"MATCH (c)-[e:{names}]-(n)", "e", 1, "since", "until", None))
        labels: dict[tuple[str, Words], list[str]] = {}
        for relation in self.relations:
            for prop in relation.properties.values():
                if prop.timeline:
                    labels.setdefault((prop.name, prop.label), []).append(relation.name)
        for (name, label), several in labels.items():
            stamps.append(self.stamp(f"MATCH (c)-[e:{'|'.join(several)}]-(n)", "e", 1, name, None, label))
        grouped: dict[tuple[str, str | None, Words | None], list[str]] = {}
        those = self.asked.those
        for node_type in touched(model, self.asked.relations) if those is None else those.types:
            for dated in dates(model, node_type):
                grouped.setdefault(dated, []).append(node_type)
        for dated, types in grouped.items():
            match_ = f"MATCH (c)-[e:{names}]-(n:{self.emitter.conditions.label(types)})"
            stamps.append(self.stamp(match_, "n", 2, *dated))
        return stamps

    @property
    def key(self) -> str:
        """What tells apart several relations of a type between the same two."""
        return "coalesce(e._key, '')" if any(r.key for r in self.relations) else "''"

    def stamp(self, match_: str, owner: str, kind: int, start: str, end: str | None, label: Words | None) -> _Stamp:
        dated = [f"{owner}.{name} IS NOT NULL" for name in (start, end) if name]
        where = [joined(" OR ", dated, "true")]
        conditions, asked = self.emitter.conditions, self.asked
        if kind:
            where += conditions.valid_edge("e", self.relations, asked.as_of)
            where += conditions.valid_node(self.scene, asked.as_of)
            where += met(self.emitter, asked.those, "n")
        lines = [f"{match_} WHERE {joined(' AND ', where, 'true')}"]
        if kind == 2:
            # However many relations lead there, it happened once.
            lines.append(f"WITH n, e ORDER BY type(e), {self.key}, startNode(e) = n WITH n, collect(e)[0] AS e")
        first = f"{owner}.{start}_first" if end is None else f"coalesce({owner}.{start}_first, {owner}.{end}_first)"
        last = f"{owner}.{start}_last" if end is None else f"coalesce({owner}.{end}_last, {owner}.{start}_last)"
        till = "null" if end is None else f"{owner}.{end}"
        lines.append(
            f"RETURN n, e, {kind} AS k, @ AS j, {owner}.{start} AS date, {till} AS till, {first} AS f, {last} AS l"
        )
        return _Stamp("\n".join(lines), label)

    def found(self) -> str:
        """Return the clauses that leave a row for each entry."""
        branches = [stamp.clauses.replace("@", str(number)) for number, stamp in enumerate(self.stamps)]
        if not branches:
            nothing = ", ".join(f"null AS {name}" for name in ("k", "j", "date", "till", "f", "l"))
            branches = [f"WITH c AS n, null AS e WHERE false RETURN n, e, {nothing}"]
        return self.emitter.sets.call("\nUNION ALL\n".join(branches), "c")

    # -- order -------------------------------------------------------------------------------------------------------

    def place(self) -> list[str]:
        """Return what entries are ordered by; no two are alike in all of it."""
        thing = [self.emitter.conditions.type_of(self.scene), "n.slug"]
        return ["f", "l", "k", "j", *thing, "coalesce(type(e), '')", self.key, "coalesce(startNode(e) = c, false)"]

    def page(self) -> PageSlot:
        emitter, asked = self.emitter, self.asked
        signed_from = len(emitter.names.used)
        emitter.names.param(asked.of, "slugs")
        if asked.as_of is not None:
            emitter.names.param(asked.as_of.first, "first"), emitter.names.param(asked.as_of.last, "last")
        fulfilled = "" if asked.those is None else f" {asked.those.types} {asked.those.where}"
        number = emitter.page(
            asked.first,
            f"timeline {asked.type} {asked.relations}{fulfilled}",
            cursor=asked.after,
            place=["date", "date", *["same"] * (len(self.keys) - 2)],
            signed=[*emitter.names.used[signed_from:], *self.signed],
            extra=int(any(isinstance(o, PageInfo) for o in asked.outputs)),
        )
        return emitter.pages[number]

    def cursor(self, row: Row, page: PageSlot) -> str:
        values = [row.add(f"toString({key})" if key in {"f", "l"} else key) for key in self.keys]
        return f"cursor(p[{page.signature!r}], [{', '.join(values)}])"

    # -- entries -----------------------------------------------------------------------------------------------------

    def entry(self, entries: Entries, row: Row, page: PageSlot) -> str:
        """Return the Python expression of an entry."""
        members = []
        for output in entries.outputs:
            match output:
                case TypeName(name=name):
                    made = repr(name)
                case EdgeNode(shape=shape):
                    made = self.emitter.node(shape, self.scene, row)
                case EntryEdge(outputs=outputs):
                    made = self.edge(outputs, row) if self.relations else "None"
                case Sentence():
                    made = self.sentence(output, row)
                case EntryField(what="cursor"):
                    made = self.cursor(row, page)
                case EntryField(what="kind"):
                    made = f"{KINDS!r}[{row.add('k')}]"
                case EntryField(what=what):
                    made = row.add("till" if what == "end" else "date")
                case _:
                    assert_never(output)
            members.append(f"{output.key!r}: {made}")
        return "{" + ", ".join(members) + "}"

    def edge(self, outputs: tuple[RelationOutput, ...], row: Row) -> str:
        """Return the Python expression of an entry's relation, or None."""
        inner = Row(self.emitter.names.variable("r"))
        made = emit_relation(self.emitter, outputs, self.tie(), inner)
        rows = row.add(row.listed("WITH e, a, b WHERE e IS NOT NULL", inner, f"{inner.name}s"))
        return f"next(({made} for {inner.name} in {rows}), None)"

    def tie(self) -> Tie:
        """Return the relation of an entry."""
        sides = Scene("a", starts(self.model, self.relations)), Scene("b", ends(self.model, self.relations))
        return Tie("e", *sides, self.relations)

    def sentence(self, output: Sentence, row: Row) -> str:
        """Return the Python expression of what happened, in words."""
        emitter, code = self.emitter, output.said_in
        called = {name: in_language(self.model.types[name].label, code) for name in self.scene.types}
        labels = [None if s.label is None else in_language(s.label, code) for s in self.stamps]
        kind = emitter.type_of(self.scene, row)
        name = name_of(emitter, self.scene, output.language, row)
        thing = f"introduced({constant(emitter, called)}[{kind}], {name})"
        if self.relations:
            thing = f"({sentence_of(emitter, output, self.tie(), row)} if {row.add('k')} == 1 else {thing})"
        return f"labelled({thing}, {constant(emitter, labels)}[{row.add('j')}])"
