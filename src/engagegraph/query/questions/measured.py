"""`rank` and `communities`: which things stand out in the network, and which belong together.

That is measured beside the database (see `measures`); the statement fetches the things of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from engagegraph.query.conditions import Conditions, Names, Scene
from engagegraph.query.cypher import MeasureSlot, Row, block, where_clause
from engagegraph.query.ir import Connection, EdgeNode, Leaf, Period, Question, TypeName
from engagegraph.query.levels import Paged
from engagegraph.query.measures import COMMUNITIES
from engagegraph.query.moment import vouched_in_pieces
from engagegraph.query.params import PageSlot
from engagegraph.query.prices import EXPAND, NODE, READ, SEEK
from engagegraph.query.questions.among import among, matched
from engagegraph.query.questions.asked import Asked
from engagegraph.query.questions.relations import chosen, touched

if TYPE_CHECKING:
    from graphql import FieldNode

    from engagegraph.query.cost import Meter
    from engagegraph.query.emit import Emitter
    from engagegraph.query.plan import Planner


@dataclass(frozen=True, slots=True)
class MeasuredField:
    """A field whose value is measured."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """A field with fields of its own: entries, the members of a community, or how many of each type it has."""

    key: str
    name: str
    outputs: tuple[Output, ...]


Output = EdgeNode | Part | MeasuredField | TypeName
PIECE = 2000
"""How many nodes and relations come in a row: it is decoded within a millisecond or two."""

TOLD = ("revision", "totalCount", "sampled", "modularity", "unrelated")
"""What is said of a ranking or of all communities."""


@dataclass(frozen=True, slots=True)
class NetworkMeasure(Question):
    """What is measured `by` something among the things of `types`, in the network of `relations`.

    Of these only those `among` others are told, if there are such.
    """

    types: tuple[str, ...]
    among: Connection | None
    by: str
    relations: tuple[str, ...]
    first: Leaf | None
    offset: Leaf | None
    members: Leaf | None
    as_of: Period | None
    outputs: tuple[Output, ...]

    def emit(self, emitter: Emitter, row: Row) -> str:
        """Emit one list of things; the page of what is measured comes as a parameter."""
        number = emitter.page(self.first, self.key)
        name = emitter.names.variable("m")
        offset = None if self.offset is None else emitter.names.param(self.offset, "offset").removeprefix("$")
        snapshot, names = _snapshot(emitter, self)
        emitter.open_pages.append(number)
        slots, each = [emitter.pages[number]], None
        if self.by == COMMUNITIES:
            inner = emitter.page(self.members, "members")
            slots.append(emitter.pages[inner])
            each = emitter.pages[inner].size
            emitter.open_pages.append(inner)
        size = emitter.pages[number].size
        params, only = tuple(names.params), self.among is not None
        emitter.measures.append(MeasureSlot(name, self.by, self.types, snapshot, params, size, offset, each, only))
        # Something must be read even when no thing is fetched: only then the moment is vouched for.
        row.add("true")
        made = _Emission(emitter, self, name, row).whole(slots, offset)
        del emitter.open_pages[emitter.open_pages.index(number) :]
        return made

    def price(self, meter: Meter) -> None:
        """Price the network as if nobody had asked for it before, and the page."""
        model, counts = meter.model, meter.counts
        types = touched(model, self.relations, self.types)
        valid = meter.prices.valid(self.as_of, types).price
        # All nodes are looked at twice: for their names, and for what begins at them.
        each = 2 * (NODE + valid) + READ + meter.type_of(types) + EXPAND
        tie = EXPAND + meter.type_of(types) + valid + (2 * READ if self.as_of else 0.0)
        read = counts.of(types) * (each + tie * counts.around(model, self.relations, types) / 2)
        there = counts.of(self.types)
        if self.among is not None:
            found = meter.prices.found(self.among, ())
            there = min(there, found.rows)
            read += found.price + there * READ
        at = meter.below(None, there, Paged(self.first), read)
        if self.by == COMMUNITIES:
            at = meter.below(at, counts.of(self.types), Paged(self.members))
        meter.add(at, SEEK)
        for node in _nodes(self.outputs):
            meter.shape(node.shape, at)


def rank(planner: Planner, asked: Asked) -> Question:
    """Return the plan of `rank`."""
    return _plan(planner, asked, planner.model.concrete(asked.args["type"]), asked.args["by"], "Ranking")


def communities(planner: Planner, asked: Asked) -> Question:
    """Return the plan of `communities`."""
    model = planner.model
    types = touched(model, chosen(planner, asked.args)) or tuple(t for t in model.types if t != model.provenance)
    return _plan(planner, asked, types, COMMUNITIES, "Communities")


def _plan(planner: Planner, asked: Asked, types: tuple[str, ...], by: str, kind: str) -> Question:
    args, scope = asked.args, asked.scope
    those = among(planner, args.get("where"), scope, types)
    told = types if those is None else those.types
    parts = {"Ranking.entries": "RankingEntry", "Communities.entries": "Community"}
    parts |= {"Community.types": "CommunityType", "Community.members": "CommunityMember"}

    def outputs(groups: Mapping[str, list[FieldNode]], kind: str) -> Iterator[Output]:
        for key, nodes in groups.items():
            name = nodes[0].name.value
            if name == "__typename":
                yield TypeName(key, kind)
            elif name == "node":
                yield EdgeNode(key, planner.shape(nodes, told, scope))
            elif (inner := parts.get(f"{kind}.{name}")) is not None:
                below = planner.collector.collect([node.selection_set for node in nodes], inner)
                yield Part(key, name, tuple(outputs(below, inner)))
            else:
                yield MeasuredField(key, name)

    return NetworkMeasure(
        key=asked.key,
        types=types,
        among=those,
        by=by,
        relations=chosen(planner, args),
        first=args.get("first"),
        offset=args.get("offset"),
        members=args.get("members"),
        as_of=scope.as_of,
        outputs=tuple(outputs(planner.collector.collect(asked.selected, kind), kind)),
    )


def _nodes(outputs: tuple[Output, ...]) -> Iterator[EdgeNode]:
    for output in outputs:
        if isinstance(output, EdgeNode):
            yield output
        elif isinstance(output, Part):
            yield from _nodes(output.outputs)


class _Emission:
    """Makes the answer of the page `name`; its things are read once, for whichever field asks for them."""

    def __init__(self, emitter: Emitter, asked: NetworkMeasure, name: str, row: Row) -> None:
        self.emitter, self.asked, self.name, self.row = emitter, asked, name, row
        self.scene = Scene(emitter.names.variable("n"), asked.types if asked.among is None else asked.among.types)
        self.inner = Row(emitter.names.variable("r"), ["i"])
        self.entry, self.member = emitter.names.variable("e"), emitter.names.variable("e")

    def whole(self, slots: Sequence[PageSlot], offset: str | None) -> str:
        """Return the Python expression of the answer, of the page that `slots` and the parameter `offset` say."""
        made = self.fields(
            self.asked.outputs,
            {**{name: f"{self.name}.told[{name!r}]" for name in TOLD}, "entries": f"{self.name}.entries"},
        )
        page = f"p[{self.name!r}]"
        if self.asked.among is None:
            found = self.each()
        elif self.asked.by == COMMUNITIES:
            found, page = self.gathered(self.asked.among, slots, offset)
        else:
            found, page = self.ranked(self.asked.among, slots[0], offset)
        at = "{}"
        if any(_nodes(self.asked.outputs)):
            rows = self.row.add(self.row.listed(found, self.inner, f"{self.inner.name}s"))
            at = f"{{{self.inner.name}[0]: {self.inner.name} for {self.inner.name} in {rows}}}"
        function = self.emitter.names.variable("told")
        self.emitter.functions.append(f"def {function}(at, {self.name}, p):\n    return {made}\n")
        return f"{function}({at}, {page}, p)"

    def fields(self, outputs: tuple[Output, ...], known: Mapping[str, str]) -> str:
        """Return the Python expression of an object; `known` are those of its fields, or of what a part is made of."""
        members = []
        for output in outputs:
            match output:
                case TypeName(name=kind):
                    made = repr(kind)
                case EdgeNode(shape=shape):
                    made = self.emitter.node(shape, self.scene, self.inner)
                case Part(name=name):
                    made = self.part(output, known[name])
                case MeasuredField(name=name):
                    made = known[name]
                case _:
                    assert_never(output)
            members.append(f"{output.key!r}: {made}")
        return "{" + ", ".join(members) + "}"

    def part(self, part: Part, items: str) -> str:
        """Return the Python expression of a list of objects, made of `items`."""
        entry, member = self.entry, self.member
        match part.name:
            case "types":
                made = self.fields(part.outputs, {"type": f"{member}[0]", "count": f"{member}[1]"})
                return f"[{made} for {member} in {items}]"
            case "members":
                made = self.fields(part.outputs, {"degree": f"{member}[1]"})
                return f"[{made} for {member} in {items}{self.thing(part, f'{member}[0]')}]"
            case _ if self.asked.by == COMMUNITIES:
                known = {"size": f"{entry}[0]", "types": f"{entry}[1]", "members": f"{entry}[2]"}
                return f"[{self.fields(part.outputs, known)} for {entry} in {items}]"
            case _:
                made = self.fields(part.outputs, {"rank": f"{entry}[0]", "score": f"{entry}[1]"})
                return f"[{made} for {member}, {entry} in enumerate({items}){self.thing(part, member)}]"

    def thing(self, part: Part, position: str) -> str:
        """Return the clause that finds the thing at a position, if it is asked for.

        While the graph is being changed something may be gone; that answer is not given, but it must be shaped.
        """
        asked = any(isinstance(output, EdgeNode) for output in part.outputs)
        return f" for {self.inner.name} in (at.get({position}),) if {self.inner.name}" if asked else ""

    def each(self) -> str:
        """Return the clauses that find all things of the page, and their positions: each type's by slug."""
        node, name = self.scene.node, self.name
        branches = "\nUNION ALL\n".join(
            f"  UNWIND ${name}.{kind} AS ref MATCH ({node}:{kind} {{slug: ref[1]}})\n  RETURN ref[0] AS i, {node}"
            for kind in self.asked.types
        )
        return f"CALL () {{\n{branches}\n}}\nWITH i, {node} ORDER BY i"

    def ranked(self, those: Connection, slot: PageSlot, offset: str | None) -> tuple[str, str]:
        """Return the clauses that find the things of the page among `those`, and the Python expression of the page."""
        node = self.scene.node
        held, things = self.emitter.names.variable("held"), self.emitter.names.variable("things")
        body = (
            f"{self.placed(those)}\nWITH {node}, i WHERE i IS NOT NULL\nWITH {node}, i ORDER BY i\n"
            f"RETURN collect(i) AS {held}, collect({node}) AS {things}"
        )
        self.row.calls.append(self.emitter.sets.call(body))
        page, begin = _slice(things, slot, offset), None if offset is None else f"p[{offset!r}]"
        found = f"UNWIND range(0, size({page}) - 1) AS i\nWITH i, ({page})[i] AS {node}"
        return found, f"ranked(p[{self.name!r}], {self.row.add(held)}, {begin}, p[{slot.size!r}])"

    def gathered(self, those: Connection, slots: Sequence[PageSlot], offset: str | None) -> tuple[str, str]:
        """Return the same for communities, of which those members are left that are among `those`."""
        node, variable = self.scene.node, self.emitter.names.variable
        alone, groups = variable("alone"), variable("groups")
        kind = self.emitter.conditions.type_of(self.scene)
        body = (
            f"{self.placed(those)}\nWITH {node}, i ORDER BY i[0]\n"
            f"WITH i[1] AS part, collect(i[0]) AS places, collect({kind}) AS kinds, collect({node}) AS things\n"
            "ORDER BY size(places) DESC, places[0]\n"
            "WITH collect(CASE WHEN part IS NULL THEN size(things) END) AS alone,\n"
            "     collect(CASE WHEN part IS NOT NULL THEN [places, kinds, things] END) AS groups\n"
            f"RETURN coalesce(alone[0], 0) AS {alone}, groups AS {groups}"
        )
        self.row.calls.append(self.emitter.sets.call(body))
        page, most = _slice(groups, slots[0], offset), f"${slots[1].limit}"
        found = (
            f"UNWIND {page} AS part\nUNWIND range(0, size(part[0][..{most}]) - 1) AS place\n"
            f"WITH part[0][place] AS i, part[2][place] AS {node}"
        )
        told = [self.row.add(f"[part IN {page} | part[..2]]"), self.row.add(f"size({groups})"), self.row.add(alone)]
        return found, f"gathered(p[{self.name!r}], {', '.join(told)}, p[{slots[1].size!r}])"

    def placed(self, those: Connection) -> str:
        """Return the clauses that find `those`, and as `i` what the parameter says of each; null if it says nothing."""
        scene = self.scene
        place = f"${self.name}[{self.emitter.conditions.type_of(scene)}][{scene.node}.slug]"
        return f"{matched(self.emitter, those, scene)}\nWITH {scene.node}, {place} AS i"


def _slice(items: str, slot: PageSlot, offset: str | None) -> str:
    begin = "0" if offset is None else f"${offset}"
    return f"{items}[{begin}..{begin} + ${slot.limit}]"


def _snapshot(emitter: Emitter, asked: NetworkMeasure) -> tuple[str, Names]:
    """Return the statement that reads the network; its names are its own, so all who ask for it write it alike.

    It answers lists, as `network` is told them. Within one statement the database's own numbers say who is who; type
    and slug of each end would be ten times as much.
    """
    model, names = emitter.model, Names()
    names.spot = asked.spot
    conditions = Conditions(model, names)
    types = touched(model, asked.relations, asked.types)
    start, end = Scene("n", types), Scene("m", types)
    label, exists = conditions.label(types), conditions.valid_node(start, asked.as_of)
    lists = {"types": conditions.type_of(start), "slugs": "n.slug", "nodes": "id(n)"}
    before = _collected(f"MATCH (n:{label}){where_clause(exists)}", lists)
    told = [*lists, "[]", "[]"]
    if asked.relations:
        relations = [model.relations[name] for name in asked.relations]
        where = exists + conditions.valid_edge("e", relations, asked.as_of)
        where += conditions.valid_node(end, asked.as_of)
        pattern = f"MATCH (n:{label})-[e:{'|'.join(asked.relations)}]->(m:{label}){where_clause(where)}"
        before += _collected(pattern, {"starts": "id(n)", "ends": "id(m)"})
        told[-2:] = "starts", "ends"
    return vouched_in_pieces(before, told, PIECE), names


def _collected(pattern: str, lists: Mapping[str, str]) -> str:
    """Return the clause that makes lists, by name, of what an expression says wherever the pattern is found."""
    made = ",\n       ".join(f"collect({expression}) AS {name}" for name, expression in lists.items())
    return block("CALL ()", f"{pattern}\nRETURN {made}") + "\n"
