"""Arguments as the planner sees them: structure is plain Python, values are leaves.

Input objects become dicts, lists of them lists, enum words and paths of fields `str`, booleans `bool`, null `None`;
every other value is a `Leaf`, whether it was written in the document or comes in a variable. So a plan depends on the
*shape* of the variables only, and all values reach the database as parameters.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any

from graphql import (
    EnumValueNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLScalarType,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    ValueNode,
    VariableNode,
    get_named_type,
)

from engagegraph.query.ids import decode_id
from engagegraph.query.ir import Leaf

MISSING: Any = object()
"""What an argument is that was not given: not even null."""

HOLE = "·"

PATH = "FieldPath"
"""The scalar that names a field: it decides the statement, so it is structure."""


def word(value: object) -> object:
    """Return the word of an enum member; other values as they are."""
    return value.value if isinstance(value, enum.Enum) else value


def shape_of(value: object, kind: GraphQLInputType) -> object:
    """Return what of a coerced variable can change a plan: keys, lengths, null, enum words, booleans; no value."""
    kind = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
    if value is None:
        return None
    if get_named_type(kind).name == "ID":
        return types_of_ids(value)
    if get_named_type(kind).name == PATH:
        return value
    if isinstance(kind, GraphQLList):
        # Enum words are part of the shape in lists as well: which types to search decides the statement.
        if not isinstance(get_named_type(kind), GraphQLInputObjectType | GraphQLEnumType):
            return HOLE
        return tuple(shape_of(item, kind.of_type) for item in _items(value))
    if isinstance(kind, GraphQLInputObjectType) and isinstance(value, Mapping):
        return tuple((name, shape_of(v, kind.fields[name].type)) for name, v in sorted(value.items()))
    if isinstance(kind, GraphQLEnumType):
        return word(value)
    return value if isinstance(value, bool) else HOLE


def types_of_ids(value: object) -> tuple[str, ...]:
    """Return the node types that one identifier or a list of them names; each has an index of its own."""
    ids = value if isinstance(value, list) else [value]
    return tuple(sorted({decode_id(str(text))[0] for text in ids}))


def one_of(value: Mapping[str, Any]) -> tuple[str, Any]:
    """Return the one key that is given and its value; the schema's `@oneOf` holds what is asked to that."""
    return next((key, item) for key, item in value.items() if item is not None)


def _items(value: object) -> list[Any]:
    """Return a coerced list, which coercion makes of a single value, too."""
    return value if isinstance(value, list) else [value]


def from_variable(value: object, kind: GraphQLInputType, name: str, path: tuple[str | int, ...] = ()) -> Any:
    """Return a coerced variable (or a part of it) as symbols."""
    kind = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
    if value is None:
        return None
    if isinstance(kind, GraphQLList):
        named = get_named_type(kind)
        if isinstance(named, GraphQLEnumType):
            return Leaf(items=tuple(Leaf(word(item)) for item in _items(value)))
        if not isinstance(named, GraphQLInputObjectType):
            return Leaf(variable=name, path=path)
        return [from_variable(item, kind.of_type, name, (*path, i)) for i, item in enumerate(_items(value))]
    if isinstance(kind, GraphQLInputObjectType) and isinstance(value, Mapping):
        return {k: from_variable(v, kind.fields[k].type, name, (*path, k)) for k, v in value.items()}
    if isinstance(kind, GraphQLEnumType):
        return word(value)
    return value if isinstance(value, bool) or kind.name == PATH else Leaf(variable=name, path=path)


def from_literal(node: ValueNode, kind: GraphQLInputType, variables: Mapping[str, Any]) -> Any:
    """Return a written value as symbols; `variables` are symbols already."""
    if isinstance(node, VariableNode):
        return variables.get(node.name.value, MISSING)
    kind = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
    if isinstance(node, NullValueNode):
        return None
    if isinstance(kind, GraphQLList):
        items = (
            [from_literal(n, kind.of_type, variables) for n in node.values]
            if isinstance(node, ListValueNode)
            else [from_literal(node, kind.of_type, variables)]
        )
        items = [None if item is MISSING else item for item in items]
        if isinstance(get_named_type(kind), GraphQLInputObjectType):
            return items
        return Leaf(items=tuple(item if isinstance(item, Leaf) else Leaf(item) for item in items))
    if isinstance(kind, GraphQLInputObjectType) and isinstance(node, ObjectValueNode):
        found = {f.name.value: from_literal(f.value, kind.fields[f.name.value].type, variables) for f in node.fields}
        return {name: value for name, value in found.items() if value is not MISSING}
    if isinstance(kind, GraphQLEnumType) and isinstance(node, EnumValueNode):
        return node.value
    if isinstance(kind, GraphQLScalarType):
        value = kind.parse_literal(node)
        return value if isinstance(value, bool) or kind.name == PATH else Leaf(value)
    raise TypeError(f"{node} does not fit {kind}")  # validation lets nothing else through
