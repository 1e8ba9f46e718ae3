"""Operations that a schema allows, as hypothesis thinks them up: fields, conditions, orders, pages, fragments.

An `Operation` is a small tree that prints as a GraphQL document; it shrinks towards few fields without arguments.
Operands come from the content, so that conditions hold for some nodes and not for others.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLField,
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

from engagegraph.model import Model
from engagegraph.query.ids import encode_id
from engagegraph.write.change import Snapshot


class Unset(Enum):
    """A variable without a default, or one that is not given."""

    UNSET = "unset"


UNSET: Any = Unset.UNSET

DEPTH = 3
"""How deep links nest below a root field, and conditions below a list."""


class Word(str):
    """A word of an enum."""

    __slots__ = ()


@dataclass(frozen=True)
class Use:
    """The use of a variable."""

    name: str


@dataclass
class Variable:
    """A variable with its type; default and value are plain JSON."""

    name: str
    type: str
    default: Any = UNSET
    value: Any = UNSET


@dataclass
class Field:
    """A field that is asked for; `parent` is the type it stands in."""

    parent: str
    name: str
    alias: str | None = None
    args: dict[str, Any] = field(default_factory=dict)
    directives: list[tuple[str, Any]] = field(default_factory=list)
    selections: list[Selection] | None = None

    @property
    def key(self) -> str:
        return self.alias or self.name


@dataclass
class Inline:
    """An inline fragment."""

    on: str | None
    selections: list[Selection]
    directives: list[tuple[str, Any]] = field(default_factory=list)


@dataclass
class Spread:
    """The use of a fragment with a name."""

    name: str
    directives: list[tuple[str, Any]] = field(default_factory=list)


Selection = Field | Inline | Spread


@dataclass(repr=False)
class Operation:
    """A document with one operation that is run, and the values of its variables."""

    selections: list[Selection]
    variables: dict[str, Variable]
    fragments: dict[str, tuple[str, list[Selection]]]
    others: bool = False

    @property
    def name(self) -> str | None:
        """Which operation is to run, where there are several."""
        return "Main" if self.others else None

    @property
    def values(self) -> dict[str, Any]:
        """The values of the variables that are given."""
        return {v.name: v.value for v in self.variables.values() if v.value is not UNSET}

    @property
    def text(self) -> str:
        """The document."""
        defined = ", ".join(
            f"${v.name}: {v.type}" + ("" if v.default is UNSET else f" = {literal(v.default)}")
            for v in self.variables.values()
        )
        head = f"query {self.name or ''}({defined})" if defined else f"query {self.name}" if self.name else ""
        parts = [f"{head} {braces(self.selections)}".strip()]
        parts += [f"fragment {name} on {on} {braces(inner)}" for name, (on, inner) in self.fragments.items()]
        return "\n".join(parts + ["query Other { __typename }"] * self.others)

    def __repr__(self) -> str:
        shown = "".join(f"\n# ${name} = {json.dumps(value, ensure_ascii=False)}" for name, value in self.values.items())
        return f"\n{self.text}{shown}\n"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Let hypothesis print it as a document too."""
        printer.text(repr(self))

    def fields_at(self, path: tuple[str, ...]) -> list[Field]:
        """Return the fields at a path of response keys, but for those in fragments with a name."""
        found: list[Selection] = [*self.selections]
        fields: list[Field] = []
        for key in path:
            fields = [item for item in _flat(found) if item.key == key]
            found = [inner for item in fields for inner in item.selections or ()]
        return fields

    def paged(self, path: tuple[str, ...], backward: bool, size: int | None) -> Operation:
        """Return the operation with the list at `path` read on from the cursor in the variable `$cursor`.

        What a search finds can be read forward only.
        """
        made = copy.deepcopy(self)
        for item in made.fields_at(path):
            backward = backward and item.name != "search"
            for name in ("first", "last", "after", "before"):
                item.args.pop(name, None)
            item.args["before" if backward else "after"] = Use("cursor")
            if size is not None:
                item.args["last" if backward else "first"] = size
        made.variables = {n: v for n, v in made.variables.items() if Use(n) in set(_uses(made))}
        made.variables["cursor"] = Variable("cursor", "String!")
        return made


def _flat(selections: Sequence[Selection]) -> Iterator[Field]:
    for item in selections:
        if isinstance(item, Field):
            yield item
        elif isinstance(item, Inline):
            yield from _flat(item.selections)


def _uses(value: Any) -> Iterator[Use]:
    """Yield every use of a variable."""
    match value:
        case Use():
            yield value
        case Operation():
            yield from _uses([value.selections, [inner for _, inner in value.fragments.values()]])
        case Field():
            yield from _uses([value.args, value.directives, value.selections])
        case Inline() | Spread():
            yield from _uses([value.directives, getattr(value, "selections", None)])
        case dict():
            yield from _uses([*value.values()])
        case list() | tuple():
            for item in value:
                yield from _uses(item)


def literal(value: Any) -> str:
    """Return a value as GraphQL writes it."""
    match value:
        case Use(name):
            return f"${name}"
        case Word():
            return str(value)
        case dict():
            return "{" + ", ".join(f"{name}: {literal(inner)}" for name, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(literal, value)) + "]"
        case _:
            return json.dumps(value, ensure_ascii=False)


def braces(selections: Sequence[Selection]) -> str:
    """Return a selection set."""
    lines = []
    for item in selections:
        marks = "".join(f" @{name}(if: {literal(value)})" for name, value in item.directives)
        match item:
            case Field():
                args = ", ".join(f"{name}: {literal(value)}" for name, value in item.args.items())
                text = f"{item.alias}: {item.name}" if item.alias else item.name
                text += (f"({args})" if args else "") + marks
                text += f" {braces(item.selections)}" if item.selections is not None else ""
            case Inline(on=on):
                text = f"...{f' on {on}' if on else ''}{marks} {braces(item.selections)}"
            case Spread(name=name):
                text = f"...{name}{marks}"
        lines += text.splitlines()
    return "{\n" + "\n".join("  " + line for line in lines) + "\n}"


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
        selections: list[Selection] = [self.root(query) for _ in range(self.draw(st.integers(1, 3)))]
        if self.often(5):
            selections = [Inline(self.of([None, "Query"]), selections, self.directives())]
        return Operation(selections, self.variables, self.fragments, self.often(4))

    def root(self, query: GraphQLObjectType) -> Selection:
        lists = [t.plural for t in self.model.types.values()] + [i.plural for i in self.model.interfaces.values()]
        singles = [name for name, f in query.fields.items() if "slug" in f.args or "id" in f.args]
        kind = self.of(["list"] * 7 + ["single"] * 4 + ["nodes", "search", "dataset", "__typename", "__type"])
        if kind == "__typename":
            return self.keyed(Field("Query", kind, directives=self.directives()), "String!")
        if kind == "__type":
            inner: list[Selection] = [Field("__Type", n) for n in self.some(["name", "kind", "__typename"], 1, 3)]
            args = {"name": self.of([*self.model.types, "Node", "Nothing"])}
            return self.keyed(Field("Query", kind, args=args, selections=inner), "__Type")
        name = self.of(lists if kind == "list" else singles) if kind in {"list", "single"} else kind
        return self.field(query, name, 0)

    # -- selections --------------------------------------------------------------------------------------------------

    def selections(self, kind: GraphQLObjectType | GraphQLInterfaceType, depth: int) -> list[Selection]:
        found: list[Selection] = []
        leaves = [n for n, f in kind.fields.items() if is_leaf_type(get_named_type(f.type))]
        deeper = [n for n, f in kind.fields.items() if n not in leaves]
        if kind.name.endswith("Connection") or "cursor" in kind.fields:
            found += [self.field(kind, name, depth) for name in self.some([*kind.fields], 1, 4)]
            found += [self.field(kind, "cursor", depth)] if "cursor" in kind.fields and self.often(40) else []
        else:
            found += [self.field(kind, name, depth) for name in self.some([*leaves, "__typename"], 0, 3)]
            if deeper and depth < DEPTH:
                found += [self.field(kind, name, depth) for name in self.some(deeper, 0, 2 if depth < 2 else 1)]
        if isinstance(kind, GraphQLInterfaceType):
            found += self.by_type(kind, depth)
        if self.often(6) and depth < DEPTH:
            found.append(Inline(self.of([None, kind.name]), self.selections(kind, DEPTH), self.directives()))
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
            pairs = [
                (a, b) for a, f in one.fields.items() for b, g in other.fields.items()
                if str(f.type) == str(g.type) and is_leaf_type(get_named_type(f.type)) and a != b
            ]  # fmt: skip
            if pairs:
                # The same key means something else for each type.
                a, b = self.of(pairs)
                alias = self.fresh()
                self.keys[alias] = (alias, "", "")
                found += [
                    Inline(one.name, [Field(one.name, a, alias)]),
                    Inline(other.name, [Field(other.name, b, alias)]),
                ]
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
        wanted = self.of(["a", "b", "title", "id", "node"]) if self.often(12) else item.name
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
        if "query" in known:
            args["query"] = " ".join(self.some(self.pools.words, 1, 2))
        for key, percent in (
            ("types", 30),
            ("where", 40),
            ("orderBy", 40),
            ("lang", 20),
            ("excerpt", 30),
            ("format", 50),
        ):
            if key in known and self.often(percent):
                args[key] = self.value(known[key].type, key, depth)
        if "first" in known and self.often(35):
            way = "last" if "last" in known and self.often(40) else "first"
            args[way] = self.value(known[way].type, "size", depth)
            if "last" in known and self.often(5):
                args["first" if way == "last" else "last"] = None
        if "asOf" in known and self.often(20):
            way = self.of(["asOf", "between"])
            args[way] = self.value(known[way].type, way, depth)
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
        return Use(made.name)

    def listed(self, kind: GraphQLList[Any], hint: str, depth: int, plain: bool) -> Any:
        if hint == "between":
            return [self.value(kind.of_type, self.hint, depth, plain) for _ in range(2)]
        if self.often(4):
            return []
        items = [self.value(kind.of_type, hint, depth, plain) for _ in range(self.draw(st.integers(1, 2)))]
        return items[0] if len(items) == 1 and not isinstance(items[0], Use) and self.often(10) else items

    hint = ""

    def object(self, kind: GraphQLInputObjectType, depth: int, plain: bool) -> dict[str, Any]:
        fields = dict(kind.fields)
        if kind.name == "PeriodInput":
            return {name: self.value(f.type, "asOf", depth, plain) for name, f in fields.items()}
        if kind.is_one_of:
            return self.order(kind, depth, plain)
        if kind.name.endswith("Filter") and "isNull" in fields:
            return {name: self.operand(fields[name].type, name, depth, plain) for name in self.some([*fields], 1, 2)}
        logic = [n for n in fields if n in {"AND", "OR", "NOT"}]
        simple = [n for n in fields if "isNull" in getattr(get_named_type(fields[n].type), "fields", {})]
        nested = [n for n in fields if n not in logic and n not in simple]
        if depth >= DEPTH:
            chosen = self.some(simple or nested[-1:], 0 if simple else 1, 1)
        else:
            chosen = self.some(simple, 0, 2)
            chosen += self.some(nested, 0, 1) if nested and self.often(45) else []
            chosen += self.some(logic, 1, 1) if logic and self.often(25) else []
        made = {}
        for name in chosen:
            outer, self.hint = self.hint, name
            made[name] = self.value(fields[name].type, name, depth + (name not in simple), plain)
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
        links = [n for n in fields if n not in directions and get_named_type(fields[n].type).name != "CountOrder"]
        links = [n for n in links if depth < DEPTH]
        groups = [g for g in (directions, counts, links) if g]
        name = self.of(self.of([directions, *groups]))
        inner = get_named_type(fields[name].type)
        if isinstance(inner, GraphQLEnumType):
            return {name: self.value(GraphQLNonNull(inner), "direction", depth, plain)}
        assert isinstance(inner, GraphQLInputObjectType)
        return {name: self.order(inner, depth + 1, plain, behind or (name in links and name != "node"))}

    def scalar(self, kind: str, hint: str) -> Any:
        if kind == "Boolean":
            return self.draw(st.booleans())
        if hint in {"id", "ids"}:
            return self.of(self.pools.ids)
        if hint in {"size", "count", "excerpt"}:
            most = {"size": 4, "count": 3, "excerpt": 40}[hint]
            return self.draw(st.integers(hint == "excerpt", most))
        if kind == "PartialDate":
            return self.of(self.pools.dates)
        values = [v for v in self.pools.by_name.get(hint, ()) if isinstance(v, str) is (kind not in {"Int", "Float"})]
        if not values:
            values = self.pools.words if kind not in {"Int", "Float"} else [1, 2]
        value = self.of(values)
        return int(value) if kind == "Int" else value
