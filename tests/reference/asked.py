"""What an operation asks for, and all that operations over a schema can ask for: how a test of many knows their reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    ArgumentNode,
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    TypeInfo,
    TypeInfoVisitor,
    Undefined,
    VariableNode,
    Visitor,
    get_named_type,
    parse,
    print_ast,
    value_from_ast_untyped,
    visit,
)
from tests.reference.tree import UNSET, Operation

from engagegraph.model import Model
from engagegraph.model.names import EDGE_SUFFIX, LANGUAGE_SUFFIX

ALWAYS = """
root list; root single; root node; root nodes; root search; root dataset; root __type; root __schema; root __typename
single by slug; single by id
argument first; argument last; argument after; argument before; argument where; argument orderBy; argument asOf
argument between; argument lang; argument excerpt; argument format; argument types
null for where; null for orderBy; null for first; null for asOf; null for lang
a page of 0; lang at the root; lang on a field; lang inside lang; asOf at the root; asOf on a list; time inside time
text MARKDOWN; text HTML; text PLAIN
AND; OR; NOT; some; none; every; single; count; where of a relation's node; where of a link to one; null in a where
order by a property; order by a count; order by what is related; order by a relation's property
order by a relation's node; order by several keys
near; within; within a box; within what contains it; distance; order by a distance
ASC; DESC; ASC_NULLS_FIRST; DESC_NULLS_FIRST
edges; nodes; totalCount; cursor; score; place; source; displayName; the language delivered; the relation of a link to one
sources of a node; sources of a relation
hasNextPage; hasPreviousPage; startCursor; endCursor
__typename of a node; __typename of an interface; __typename of a connection; __typename of an edge
__typename of PageInfo; __typename of Citation; __typename of Dataset; __typename of __Type
alias; merged selections; one key for several fields
fragment on a type; fragment on an interface; fragment on Query; fragment in a fragment; fragment used again
inline fragment on a type; inline fragment on an interface; inline fragment on an interface in a type
inline fragment without a type
@include; @skip; both @include and @skip; @include by a variable
variable given; variable by default; variable given in place of its default; variable without value; variable null
variable with a default where null is not allowed
introspection beside data; several root fields; several operations; no operation name
"""
"""What can be asked for whatever the model; see `everything`."""


def everything(model: Model, schema: GraphQLSchema) -> set[str]:
    """Return all that operations over `schema` must ask for, to have asked for everything."""
    found = {item.strip() for line in ALWAYS.strip().splitlines() for item in line.split(";")}
    for kind in schema.type_map.values():
        # Every operator for every kind of value, and every type as a condition.
        if isinstance(kind, GraphQLInputObjectType) and _compares(kind):
            found |= {f"{_family(kind)}.{name}" for name in kind.fields}
        if isinstance(kind, GraphQLInputObjectType) and kind.name.endswith("Where"):
            found |= {name for name in kind.fields if name.startswith("on") and name[2:] in model.types}
    return found


def asked(schema: GraphQLSchema, model: Model, operation: Operation, more: Mapping[str, Any] | None = None) -> set[str]:
    """Return what an operation asks for; `more` are values of variables beside its own."""
    document = parse(operation.text)
    info = TypeInfo(schema)
    visitor = _Asked(info, model, operation)
    visitor.values |= more or {}
    visit(document, TypeInfoVisitor(info, visitor))
    found = visitor.found
    keys = {name for name in visitor.roots if name.startswith("__") and name != "__typename"}
    if keys and visitor.roots - {"__schema", "__type", "__typename"}:
        found.add("introspection beside data")
    if len(operation.selections) > 1:
        found.add("several root fields")
    found.add("several operations" if operation.others else "no operation name")
    found |= {"fragment used again" for count in visitor.spreads.values() if count > 1}
    for variable in operation.variables.values():
        if variable.value is None:
            found.add("variable null")
        elif variable.value is UNSET:
            found.add("variable without value" if variable.default is UNSET else "variable by default")
        else:
            found.add("variable given" if variable.default is UNSET else "variable given in place of its default")
    return found


def _compares(kind: GraphQLInputObjectType) -> bool:
    """Whether an input type compares a value: has operators."""
    return kind.name.endswith("Filter") and "isNull" in kind.fields


def _family(kind: GraphQLInputObjectType) -> str:
    """Return what a filter compares; one enum is like another."""
    operand = kind.fields.get("eq")
    return "Enum" if operand and isinstance(get_named_type(operand.type), GraphQLEnumType) else kind.name


class _Asked(Visitor):
    def __init__(self, info: TypeInfo, model: Model, operation: Operation) -> None:
        super().__init__()
        self.info = info
        self.model = model
        self.values = {v.name: v.default for v in operation.variables.values() if v.default is not UNSET}
        self.values |= operation.values
        self.types = {v.name: v for v in operation.variables.values()}
        self.found: set[str] = set()
        self.roots: set[str] = set()
        self.spreads: Counter[str] = Counter()
        self.keys: list[dict[str, tuple[str, str]]] = []
        self.outer: list[str] = []
        """The names of the arguments of the fields around."""

    # -- selections --------------------------------------------------------------------------------------------------

    def enter_selection_set(self, _node: Any, _key: Any, parent: Any, *_: Any) -> None:
        # What stands in an inline fragment belongs to the field around.
        self.keys.append(self.keys[-1] if isinstance(parent, InlineFragmentNode) else {})

    def leave_selection_set(self, *_: Any) -> None:
        self.keys.pop()

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        name, parent = node.name.value, self.info.get_parent_type()
        key = node.alias.value if node.alias else name
        self.found |= {"alias"} if node.alias else set()
        signature = name, " ".join(print_ast(a) for a in node.arguments or ())
        if (before := self.keys[-1].setdefault(key, signature)) != signature:
            self.found.add("one key for several fields")
        elif before is not signature and node.selection_set:
            self.found.add("merged selections")
        given = {a.name.value for a in node.arguments or ()}
        at_root = parent is not None and parent.name == "Query"
        for argument, word in (("lang", "lang"), ("asOf", "asOf")):
            if argument in given:
                self.found.add(
                    f"{word} at the root" if at_root else f"{word} on a {'field' if word == 'lang' else 'list'}"
                )
        if "lang" in given and "lang" in self.outer:
            self.found.add("lang inside lang")
        if given & {"asOf", "between"} and {"asOf", "between"} & {*self.outer}:
            self.found.add("time inside time")
        self.outer += given
        if at_root:
            self.root(name, given)
        elif name == "__typename":
            self.found.add(f"__typename of {self.category(parent)}")
        elif name == "sources":
            self.found.add(f"sources of {'a relation' if self.category(parent) == 'an edge' else 'a node'}")
        elif name.endswith(EDGE_SUFFIX) and str(self.info.get_type()).endswith(("Link", "Link!")):
            self.found.add("the relation of a link to one")
        else:
            self.found.add("the language delivered" if name.endswith(LANGUAGE_SUFFIX) else name)

    def leave_field(self, node: FieldNode, *_: Any) -> None:
        for argument in node.arguments or ():
            self.outer.remove(argument.name.value)

    def root(self, name: str, given: set[str]) -> None:
        self.roots.add(name)
        plurals = {t.plural for t in self.model.types.values()} | {i.plural for i in self.model.interfaces.values()}
        if name in plurals:
            self.found.add("root list")
        elif given & {"slug", "id"} and name != "node":
            self.found |= {"root single", *(f"single by {key}" for key in given & {"slug", "id"})}
        else:
            self.found.add(f"root {name}")

    def category(self, kind: object) -> str:
        match kind:
            case GraphQLInterfaceType():
                return "an interface"
            case GraphQLObjectType(name=name):
                if name in self.model.types:
                    return "a node"
                if name.endswith("Connection"):
                    return "a connection"
                return "an edge" if name.endswith(("Edge", "Link")) else name
        raise AssertionError(kind)

    # -- fragments and directives ------------------------------------------------------------------------------------

    def enter_fragment_definition(self, node: FragmentDefinitionNode, *_: Any) -> None:
        kind = self.info.get_type()
        where = "an interface" if isinstance(kind, GraphQLInterfaceType) else "a type"
        self.found.add("fragment on Query" if getattr(kind, "name", "") == "Query" else f"fragment on {where}")

    def enter_fragment_spread(self, node: FragmentSpreadNode, *args: Any) -> None:
        self.spreads[node.name.value] += 1
        ancestors = args[-1]
        if any(isinstance(a, FragmentDefinitionNode) for a in ancestors):
            self.found.add("fragment in a fragment")

    def enter_inline_fragment(self, node: InlineFragmentNode, *_: Any) -> None:
        if node.type_condition is None:
            self.found.add("inline fragment without a type")
            return
        interface = isinstance(self.info.get_type(), GraphQLInterfaceType)
        self.found.add(f"inline fragment on {'an interface' if interface else 'a type'}")
        if interface and isinstance(self.info.get_parent_type(), GraphQLObjectType):
            self.found.add("inline fragment on an interface in a type")

    def enter_directive(self, node: DirectiveNode, _key: Any, beside: Any, *_: Any) -> None:
        self.found.add(f"@{node.name.value}")
        if len(beside) > 1:
            self.found.add("both @include and @skip")

    # -- arguments ---------------------------------------------------------------------------------------------------

    def enter_argument(self, node: ArgumentNode, *_: Any) -> None:
        declared = self.info.get_argument()
        name = node.name.value
        if name == "if" or declared is None:
            return
        value = value_from_ast_untyped(node.value, self.values)
        if value is Undefined:
            return
        self.found.add(f"null for {name}" if value is None else f"argument {name}")
        if name in {"first", "last"} and value == 0:
            self.found.add("a page of 0")
        if name == "format" and value:
            self.found.add(f"text {value}")
        if name == "orderBy" and isinstance(value, list) and len(value) > 1:
            self.found.add("order by several keys")
        self.found |= set(_input(declared.type, value))

    def enter_variable(self, node: VariableNode, *args: Any) -> None:
        ancestors = args[-1]
        variable = self.types.get(node.name.value)
        if isinstance(self.info.get_input_type(), GraphQLNonNull) and variable and not variable.type.endswith("!"):
            self.found.add("variable with a default where null is not allowed")
        if any(isinstance(a, DirectiveNode) for a in ancestors):
            self.found.add("@include by a variable")

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> None:
        self.outer = []


def _input(kind: Any, value: Any) -> Iterator[str]:
    """Yield what an input value asks for."""
    if isinstance(kind, GraphQLNonNull):
        kind = kind.of_type
    if value is None or value is Undefined:
        return
    if isinstance(kind, GraphQLList):
        for item in value if isinstance(value, list) else [value]:
            yield from _input(kind.of_type, item)
    elif isinstance(kind, GraphQLEnumType) and kind.name == "Direction":
        yield value
    elif isinstance(kind, GraphQLInputObjectType):
        for name, inner in value.items():
            yield _member(kind, name, inner)
            yield from _input(kind.fields[name].type, inner)


def _member(kind: GraphQLInputObjectType, name: str, value: Any) -> str:
    named = get_named_type(kind.fields[name].type)
    if _compares(kind):
        return "null in a where" if value is None else f"{_family(kind)}.{name}"
    if kind.name.endswith("Where") and value is None:
        return "null in a where"
    if kind.name.endswith("Where") and name not in {"AND", "OR", "NOT"}:
        if named.name.endswith("Where") and not name.startswith("on"):
            return "where of a relation's node" if name == "node" else "where of a link to one"
        return name
    if kind.name.endswith("Within"):
        return "within a box" if named.name == "BoxInput" else "within what contains it"
    if named.name == "DistanceOrder":
        return "order by a distance"
    if kind.is_one_of and name != "count":
        if isinstance(named, GraphQLEnumType):
            return "order by a relation's property" if "node" in kind.fields else "order by a property"
        if name == "node":
            return "order by a relation's node"
        return "order by a count" if named.name == "CountOrder" else "order by what is related"
    return name
