"""Operations that a schema allows, as hypothesis thinks them up: fields, conditions, orders, pages, fragments.

They shrink towards one field without arguments.
Operands come from the content, so that conditions hold for some nodes and not for others.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
)
from hypothesis import strategies as st
from tests.reference.tree import UNSET, Field, Inline, Operation, Selection, Spread, Use, Variable, Word, literal

from engagegraph.model import ENTITY, Model
from engagegraph.model.values import partial_date
from engagegraph.query.ids import encode_id
from engagegraph.write.change import Snapshot

DEPTH = 3
"""How deep links nest below a root field, and conditions below a list."""


ALIASES = ("a", "b", "title", "id", "node")
"""Response keys that many fields are given, whatever they are called."""


class Pools:
    """What operands and arguments are taken from: the values of a content, by the name of the property."""

    def __init__(self, model: Model, snapshot: Snapshot) -> None:
        found: dict[str, dict[Any, None]] = {}
        for state in snapshot.states():
            for name, value in state.properties.items():
                values = found.setdefault(name.partition("_")[0], {})
                values.update(dict.fromkeys(value if isinstance(value, list) else [value]))
        self.by_name = {name: [*values] for name, values in found.items()}
        self.ids = [encode_id(*ref) for ref in snapshot.nodes] + [encode_id(model.provenance, "nowhere")]
        self.dates = ["2010", "2010-01", "2010-01-01", "2011-12", "2012", "2012-06-30", "2013-06", "2008", "2100"]
        # Where things lie, and places that nothing lies at.
        self.degrees: dict[str, list[float]] = {"latitude": [51, -90.0], "longitude": [9.5, -179.5]}
        self.slugs: dict[str, list[str]] = {}
        for name in (*model.types, *model.interfaces):
            geo = model.geo(name)
            if geo is not None:
                self.degrees["latitude"] += self.by_name.get(geo.latitude, [])
                self.degrees["longitude"] += self.by_name.get(geo.longitude, [])
            for field, links in model.containers(name).items():
                self.slugs[field] = sorted({ref.slug for ref in snapshot.nodes if ref.type in links[0].targets})
        texts = [v for name in ("name", "title", "text", "summary", "note") for v in self.by_name.get(name, ())]
        self.words = sorted({word for text in texts for word in str(text).split() if len(word) < 12})


def operations(schema: GraphQLSchema, model: Model, snapshot: Snapshot) -> st.SearchStrategy[Operation]:
    """Return the strategy of operations that are valid against `schema` and have no errors."""
    pools = Pools(model, snapshot)

    @st.composite
    def drawn(draw: st.DrawFn) -> Operation:
        return _Drawer(draw, schema, model, pools).operation()

    return drawn()


class _Drawer:
    def __init__(self, draw: st.DrawFn, schema: GraphQLSchema, model: Model, pools: Pools) -> None:
        self.draw = draw
        self.schema = schema
        self.model = model
        self.pools = pools
        self.variables: dict[str, Variable] = {}
        self.fragments: dict[str, tuple[str, list[Selection]]] = {}
        self.keys: dict[str, tuple[str, str, str]] = {}

    # -- chances; all shrink towards "no" and towards the first ------------------------------------------------------

    def often(self, percent: int) -> bool:
        return self.draw(st.integers(0, 99)) >= 100 - percent

    def of(self, items: Sequence[Any]) -> Any:
        return items[self.draw(st.integers(0, len(items) - 1))]

    def some(self, items: Sequence[Any], least: int, most: int) -> list[Any]:
        """Return a few different items, in their order of being drawn."""
        left = [*items]
        count = min(self.draw(st.integers(least, most)), len(items))
        return [left.pop(self.draw(st.integers(0, len(left) - 1))) for _ in range(count)]

    # -- the whole ---------------------------------------------------------------------------------------------------

    def operation(self) -> Operation:
        query = self.schema.query_type
        assert query is not None
        selections: list[Selection] = [self.root(query) for _ in range(self.of([1, 1, 1, 2, 3]))]
        match self.of(["plain"] * 18 + ["inline", "named"]):
            case "inline":
                selections = [Inline(self.of([None, "Query"]), selections, self.directives())]
            case "named":
                self.fragments["Main"] = ("Query", selections)
                selections = [Spread("Main", self.directives())]
        return Operation(selections, self.variables, self.fragments, self.often(4))

    def root(self, query: GraphQLObjectType) -> Selection:
        lists = [t.plural for t in self.model.types.values()] + 3 * [i.plural for i in self.model.interfaces.values()]
        entities = {*self.model.types, *self.model.interfaces, ENTITY}
        found = ((name, f) for name, f in query.fields.items() if get_named_type(f.type).name in entities)
        singles = [name for name, f in found if "slug" in f.args or "id" in f.args]
        kind = self.of(
            ["list"] * 7 + ["single"] * 4 + ["nodes", "search", "dataset", "__typename", "__type", "__schema"]
        )
        if kind == "__typename":
            return self.keyed(Field("Query", kind, directives=self.directives()), "String!")
        if kind == "__type":
            inner: list[Selection] = [Field("__Type", n) for n in self.some(["name", "kind", "__typename"], 1, 3)]
            args = {"name": self.of([*self.model.types, "Node", "Nothing"])}
            return self.keyed(Field("Query", kind, args=args, selections=inner), "__Type")
        if kind == "__schema":
            inner = [
                Field("__Schema", "__typename"),
                Field("__Schema", "queryType", selections=[Field("__Type", "name")]),
            ]
            return self.keyed(Field("Query", kind, selections=inner), "__Schema!")
        name = self.of(lists if kind == "list" else singles) if kind in {"list", "single"} else kind
        return self.field(query, name, 0)

    # -- selections --------------------------------------------------------------------------------------------------

    def selections(self, kind: GraphQLObjectType | GraphQLInterfaceType, depth: int) -> list[Selection]:
        found: list[Selection] = []
        leaves = [n for n, f in kind.fields.items() if is_leaf_type(get_named_type(f.type))]
        deeper = [n for n, f in kind.fields.items() if n not in leaves]
        if kind.name.endswith("Connection") or "cursor" in kind.fields:
            found += [self.field(kind, name, depth) for name in self.some([*kind.fields, "__typename"], 1, 3)]
            found += [self.field(kind, "cursor", depth)] if "cursor" in kind.fields and self.often(40) else []
        else:
            found += [self.field(kind, name, depth) for name in self.some([*leaves, "__typename"], 0, 3)]
            prose = [n for n in leaves if "format" in kind.fields[n].args]
            found += [self.field(kind, self.of(prose), depth)] if prose and self.often(15) else []
            if deeper and depth < DEPTH:
                found += [self.field(kind, name, depth) for name in self.some(deeper, 0, 1 if depth else 2)]
        if isinstance(kind, GraphQLInterfaceType):
            found += self.by_type(kind, depth)
        if self.often(6) and depth < DEPTH:
            on = self.of([None, kind, *kind.interfaces])
            inner = self.selections(on or kind, DEPTH)
            found.append(Inline(on.name if on else None, inner, self.directives()))
        if self.often(8):
            found.append(self.named(kind, depth))
        if not found:
            found.append(self.field(kind, leaves[0] if leaves else "__typename", depth))
        composite = [f for f in found if isinstance(f, Field) and f.selections and not f.directives]
        if composite and self.often(6):
            found.append(self.again(self.of(composite)))
        return found

    def again(self, item: Field) -> Selection:
        """Return a field once more; what is selected of both is merged."""
        return Field(item.parent, item.name, item.alias, item.args, [], copy.deepcopy((item.selections or [])[-1:]))

    def by_type(self, kind: GraphQLInterfaceType, depth: int) -> list[Selection]:
        """Return fragments for some of the types that an interface stands for."""
        found: list[Selection] = []
        types = self.schema.get_possible_types(kind)
        interfaces = [i for i in self.model.interfaces if i != kind.name and kind.name == "Node"]
        for chosen in self.some([*types, *(self.schema.type_map[i] for i in interfaces)], 0, 2):
            inner = self.selections(chosen, depth + 1)
            found.append(Inline(chosen.name, inner, self.directives()))
        if self.often(10) and len(types) > 1:
            one, other = self.some(types, 2, 2)
            found += self.differing(one, other, depth)
        return found

    def differing(self, one: GraphQLObjectType, other: GraphQLObjectType, depth: int) -> list[Selection]:
        """Return fragments in which the same key means something else for each of two types."""
        pairs = [(a, b) for a, f in one.fields.items() for b, g in other.fields.items() if str(f.type) == str(g.type)]
        a, b = self.of(pairs)
        key = self.fresh()
        self.keys[key] = (key, "", "")
        found: list[Selection] = []
        for kind, name in ((one, a), (other, b)):
            item = self.field(kind, name, max(depth + 1, DEPTH - 1))
            item.alias = key
            found.append(Inline(kind.name, [item]))
        return found

    def named(self, kind: GraphQLObjectType | GraphQLInterfaceType, depth: int) -> Selection:
        """Return the use of a fragment that is there, or of a new one."""
        fitting = [
            name for name, (on, _) in self.fragments.items()
            if on == kind.name or on in {i.name for i in kind.interfaces}
        ]  # fmt: skip
        if fitting and self.often(60):
            return Spread(self.of(fitting), self.directives())
        on = self.of([kind, *kind.interfaces])
        inner = self.selections(on, max(depth, DEPTH - 1))
        name = f"F{len(self.fragments)}"
        self.fragments[name] = (on.name, inner)
        return Spread(name, self.directives())

    def field(self, parent: GraphQLObjectType | GraphQLInterfaceType, name: str, depth: int) -> Field:
        if name == "__typename":
            return self.keyed(Field(parent.name, name, directives=self.directives()), "String!")
        declared = parent.fields[name]
        item = Field(parent.name, name, args=self.arguments(parent, name, declared, depth))
        self.keyed(item, str(declared.type))
        kind = get_named_type(declared.type)
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            # Pages and edges are no step down, nodes are.
            step = not isinstance(kind, GraphQLObjectType) or kind.name in self.model.types
            item.selections = self.selections(kind, depth + step)
        item.directives = self.directives()
        return item

    def keyed(self, item: Field, kind: str) -> Field:
        """Give a field a response key that means the same wherever it stands in the operation."""
        signature = item.name, literal(item.args), kind
        wanted = self.of(ALIASES) if self.often(12) else item.name
        if item.name in {"count", "share"} and item.args:
            wanted = self.fresh()  # `having` and `orderBy` mean the plain ones
        if self.keys.setdefault(wanted, signature) != signature:
            wanted = self.fresh()
            self.keys[wanted] = signature
        item.alias = None if wanted == item.name else wanted
        return item

    def fresh(self) -> str:
        return f"k{len(self.keys)}"

    def directives(self) -> list[tuple[str, Any]]:
        if not self.often(5):
            return []
        names = self.of([["include"], ["skip"], ["include", "skip"]])
        return [(name, self.value(GraphQLNonNull(GraphQLBoolean), "", 0)) for name in names]

    # -- arguments ---------------------------------------------------------------------------------------------------

    def arguments(
        self, parent: GraphQLObjectType | GraphQLInterfaceType, name: str, declared: GraphQLField, depth: int
    ) -> dict[str, Any]:  # fmt: skip
        args: dict[str, Any] = {}
        known: Mapping[str, GraphQLArgument] = declared.args
        if parent.name == "Query" and "first" not in known:
            keys = [key for key in known if key not in {"asOf", "between", "lang"}]
            if keys:
                key = self.of(keys)
                kind = known[key].type
                args[key] = self.value(kind if isinstance(kind, GraphQLNonNull) else GraphQLNonNull(kind), key, 0)
                if len(keys) > 1 and self.often(5):
                    args[self.of([other for other in keys if other != key])] = None
        for key in ("by", "fields"):
            if key in known:
                args[key] = self.value(known[key].type, key, 1)
        if name in {"groupBy", "groupCount"}:
            about = self.about_groups(parent.fields["groupBy"], args["by"])
            args |= {key: value for key, value in about.items() if key in known}
            known = {key: argument for key, argument in known.items() if key not in args and key != "orderBy"}
        if name == "distance":
            args["from"] = self.value(known["from"].type, "from", depth)
        if "query" in known:
            args["query"] = " ".join(self.some(self.pools.words, 1, 2))
        for key, percent in (
            ("types", 30),
            ("where", 60),
            ("orderBy", 40),
            ("lang", 20),
            ("excerpt", 30),
            ("format", 50),
            ("offset", 25),
        ):
            # What is of none of the types asked for is refused.
            if key in known and self.often(percent) and not (name == "search" and key == "where" and "types" in args):
                args[key] = self.argument(known[key].type, key, depth)
        if "first" in known and self.often(35):
            way = "last" if "last" in known and self.often(40) else "first"
            args[way] = self.argument(known[way].type, "size", depth)
            if "last" in known and self.often(5):
                args["first" if way == "last" else "last"] = None
        if "asOf" in known and self.often(20):
            way = self.of(["asOf", "between"])
            args[way] = self.argument(known[way].type, way, depth)
        return args

    def argument(self, kind: GraphQLInputType, name: str, depth: int) -> Any:
        """Return the value of an argument, null now and then where that may be."""
        bare = not isinstance(kind, GraphQLNonNull) and self.often(5)
        return None if bare else self.value(kind, name, depth)

    def about_groups(self, declared: GraphQLField, by: Any) -> dict[str, Any]:
        """Return what groups are put in order by and which of them are wanted: paths that mean something there."""
        group = get_named_type(declared.type)
        assert isinstance(group, GraphQLObjectType)
        numbers, bounds = ["count", "share"], [] if isinstance(by, Use) or not by else ["keys.0"]
        for side in sorted({"aggregate", "edgeAggregate"} & group.fields.keys()):
            aggregate = get_named_type(group.fields[side].type)
            assert isinstance(aggregate, GraphQLObjectType)
            numbers.append(f"{side}.count")
            for name, inner in aggregate.fields.items():
                kind = get_named_type(inner.type)
                # Names that are also aliases may mean something else.
                if isinstance(kind, GraphQLObjectType) and name not in ALIASES:
                    paths = [(what, f"{side}.{name}.{what}") for what in kind.fields]
                    among = kind.name in {"IntAggregate", "FloatAggregate"}
                    numbers += [path for what, path in paths if among or what not in {"min", "max"}]
                    bounds += [path for what, path in paths if what in {"min", "max"} and not among]
        args: dict[str, Any] = {}
        if self.often(50):
            directions = self.schema.type_map["Direction"]
            assert isinstance(directions, GraphQLEnumType)
            args["orderBy"] = [
                {"field": self.of([*bounds, *numbers]), "direction": Word(self.of([*directions.values]))}
                for _ in range(self.draw(st.integers(1, 2)))
            ]
        if self.often(30):
            operator = self.of(["eq", "ne", "lt", "lte", "gt", "gte"])
            args["having"] = [
                {
                    "field": self.of(numbers),
                    operator: self.draw(st.sampled_from([0, 0.5, 1, 2, 3, 0.333333333333, 0.0666666666667])),
                }
            ]
        return args

    def value(self, kind: GraphQLInputType, hint: str, depth: int, plain: bool = False) -> Any:
        """Return a value for a position of this type; `plain` for one without variables and null."""
        if not plain and self.often(12):
            return self.variable(kind, hint, depth)
        if isinstance(kind, GraphQLNonNull):
            kind = kind.of_type
        elif not plain and hint not in {"format", "AND", "OR"} and self.often(3):
            return None
        if isinstance(kind, GraphQLList):
            return self.listed(kind, hint, depth, plain)
        if isinstance(kind, GraphQLInputObjectType):
            return self.object(kind, depth, plain)
        if isinstance(kind, GraphQLEnumType):
            words = [*kind.values]
            return Word(self.of(words))
        return self.scalar(kind.name, hint)

    def variable(self, kind: GraphQLInputType, hint: str, depth: int) -> Use:
        """Return the use of a variable: one that is there, or a new one, which may lack its value."""
        fitting = [v.name for v in self.variables.values() if v.type == str(kind) and v.name.startswith(hint)]
        if fitting and self.often(30):
            return Use(self.of(fitting))
        made = Variable(f"{hint or 'flag'}{len(self.variables)}", str(kind))
        self.variables[made.name] = made
        strict = isinstance(kind, GraphQLNonNull)
        value = self.value(kind, hint, depth, plain=True)
        if isinstance(value, list) and len(value) == 1 and hint != "between" and self.often(20):
            value = value[0]  # GraphQL takes one value for a list of one
        how = self.of(["given", "given", "default", "both", "missing", "null"])
        if how == "null" and not strict and hint != "format":
            made.value = None
        elif how == "missing" and not strict:
            made.value = UNSET
        else:
            made.value = UNSET if how == "default" else value
            made.default = self.value(kind, hint, depth, plain=True) if how in {"default", "both"} else UNSET
            if strict and hint != "direction" and made.default is not UNSET and self.often(50):
                made.type = made.type.removesuffix("!")  # a default that is not null will do, but for @oneOf
        return Use(made.name)

    def listed(self, kind: GraphQLList[Any], hint: str, depth: int, plain: bool) -> Any:
        if hint == "between":
            return [self.value(kind.of_type, self.hint, depth, plain) for _ in range(2)]
        if self.often(4) and hint != "by":  # groups without a key are refused
            return []
        items = [self.value(kind.of_type, hint, depth, plain) for _ in range(self.draw(st.integers(1, 2)))]
        return items[0] if len(items) == 1 and not isinstance(items[0], Use) and self.often(10) else items

    hint = ""

    def object(self, kind: GraphQLInputObjectType, depth: int, plain: bool) -> dict[str, Any]:
        fields = dict(kind.fields)
        if kind.name == "PeriodInput":
            begin, end = sorted(
                (self.scalar("PartialDate", "asOf") for _ in range(2)), key=lambda d: partial_date(d).first
            )
            return {"from": begin, "to": end}
        if kind.name in {"CoordinatesInput", "NearInput"}:
            return {name: self.value(f.type, name, depth, plain) for name, f in fields.items()}
        if kind.name == "BoxInput":
            south, north = sorted(self.scalar("Float", "latitude") for _ in range(2))
            west, east = (self.scalar("Float", "longitude") for _ in range(2))
            return {"south": south, "west": west, "north": north, "east": east}
        if kind.name.endswith("Within"):
            name = self.of([*fields])
            return {name: self.value(fields[name].type, name, depth, plain=True)}
        if kind.name == "EntityFilter":
            name = self.of([*fields])
            inner = get_named_type(fields[name].type)
            assert isinstance(inner, GraphQLInputObjectType)
            return {name: self.object(inner, depth, plain)}
        if kind.is_one_of:
            return self.order(kind, depth, plain)
        if kind.name.endswith("Filter") and "isNull" in fields:
            return {name: self.operand(fields[name].type, name, depth, plain) for name in self.some([*fields], 1, 2)}
        if "some" in fields:
            quantified = [*fields] if depth < DEPTH else ["count"]
            return self.members(fields, self.some(quantified, 1, 2), depth + 1, plain)
        logic = [n for n in fields if n in {"AND", "OR", "NOT"}]
        simple: dict[str, list[str]] = {}
        for name, f in fields.items():
            named = get_named_type(f.type)
            if "isNull" in getattr(named, "fields", {}):
                simple.setdefault(named.name, []).append(name)
        nested = [n for n in fields if n not in logic and not any(n in names for names in simple.values())]
        if depth >= DEPTH and not simple:
            return self.members(fields, nested[-1:], depth, plain)
        # The kind of value first, or nearly all conditions would be on texts.
        chosen = [self.of(self.of([*simple.values()])) for _ in range(self.of([0, 1, 1, 2, 2]))] if simple else []
        if depth < DEPTH:
            chosen += self.some(nested, 0, 1) if nested and self.often(70) else []
            chosen += self.some(logic, 1, 1) if logic and self.often(25) else []
            types = [n for n in nested if n.startswith("on") and n[2:] in self.model.types]
            chosen += self.some(types, 1, 3) if types and self.often(60) else []
        return self.members(fields, list(dict.fromkeys(chosen)), depth, plain)

    def members(
        self, fields: Mapping[str, GraphQLInputField], names: Sequence[str], depth: int, plain: bool
    ) -> dict[str, Any]:
        """Return values for these fields of an input object; a property's name says what its operands are like."""
        made = {}
        for name in names:
            outer, self.hint = self.hint, name
            simple = "isNull" in getattr(get_named_type(fields[name].type), "fields", {})
            made[name] = self.value(fields[name].type, name, depth + (not simple), plain)
            self.hint = outer
        return made

    def operand(self, kind: GraphQLInputType, operator: str, depth: int, plain: bool) -> Any:
        """Return an operand for the property that is being compared."""
        if operator == "between":
            return self.value(kind, operator, depth, plain)
        value = self.value(kind, operator if operator in {"isNull", "fold"} else self.hint, depth, plain)
        if isinstance(value, str) and not isinstance(value, Word) and get_named_type(kind).name == "String":
            match self.of(["same", "same", "lower", "spelt", "part"]):
                case "lower":
                    return value.lower()
                case "spelt":
                    return value.replace("ä", "ae").replace("Ö", "Oe").replace("ü", "u")
                case "part" if len(value) > 2:
                    return value[:3] if operator != "endsWith" else value[-3:]
        return value

    def order(self, kind: GraphQLInputObjectType, depth: int, plain: bool, behind: bool = False) -> dict[str, Any]:
        """Return an order by exactly one key; a number behind a link to one is the one thing that cannot be."""
        fields = kind.fields
        directions = [n for n, f in fields.items() if isinstance(get_named_type(f.type), GraphQLEnumType)]
        counts = [n for n, f in fields.items() if get_named_type(f.type).name == "CountOrder" and not behind]
        distances = [n for n, f in fields.items() if get_named_type(f.type).name == "DistanceOrder"]
        links = [n for n in fields if n not in {*directions, *distances}]
        links = [n for n in links if depth < DEPTH and get_named_type(fields[n].type).name != "CountOrder"]
        groups = [g for g in (directions, counts, links, distances) if g]
        name = self.of(self.of([directions, *groups]))
        inner = get_named_type(fields[name].type)
        if name in distances:
            assert isinstance(inner, GraphQLInputObjectType)
            return {name: {n: self.value(f.type, n, depth, plain) for n, f in inner.fields.items()}}
        if isinstance(inner, GraphQLEnumType):
            return {name: self.value(GraphQLNonNull(inner), "direction", depth, plain)}
        assert isinstance(inner, GraphQLInputObjectType)
        return {name: self.order(inner, depth + 1, plain, behind or (name in links and name != "node"))}

    def scalar(self, kind: str, hint: str) -> Any:
        if kind == "Boolean":
            return self.draw(st.booleans())
        if hint in {"id", "ids"}:
            return self.of(self.pools.ids)
        if hint in {"size", "count", "excerpt", "offset"}:
            most = {"size": 4, "count": 3, "excerpt": 40, "offset": 2}[hint]
            return self.draw(st.integers(hint == "excerpt", most))
        if hint in self.pools.degrees:
            return self.of(self.pools.degrees[hint])
        if hint in self.pools.slugs:
            return self.of(self.pools.slugs[hint])
        if hint == "km":
            return self.of([0.5, 60, 1000.0, 9000, 12345.5])
        if kind == "PartialDate":
            return self.of(self.pools.dates)
        values = [v for v in self.pools.by_name.get(hint, ()) if isinstance(v, str) is (kind not in {"Int", "Float"})]
        if not values:
            values = self.pools.words if kind not in {"Int", "Float"} else [1, 2]
        value = self.of(values)
        return int(value) if kind == "Int" else value
