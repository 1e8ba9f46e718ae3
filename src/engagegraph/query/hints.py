"""GraphQL's own rules, whose errors also say what exists: in this viewer's schema, so nothing that is hidden.

The hint is the one of all errors, `nearest`: similar names, or all when they are few.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import isinf
from typing import Any, cast

from graphql import (
    ArgumentNode,
    EnumValueNode,
    FieldsOnCorrectTypeRule,
    FloatValueNode,
    GraphQLEnumType,
    GraphQLError,
    GraphQLFloat,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLNamedType,
    GraphQLSchema,
    IntValueNode,
    KnownArgumentNamesRule,
    KnownTypeNamesRule,
    ListValueNode,
    Node,
    ObjectFieldNode,
    ObjectValueNode,
    ValueNode,
    ValuesOfCorrectTypeRule,
    VisitorAction,
    get_named_type,
    specified_rules,
)
from graphql.validation import ASTValidationRule, ValidationRule

from engagegraph.errors import nearest


class _Fields(FieldsOnCorrectTypeRule):
    def report_error(self, error: GraphQLError) -> None:
        fields = getattr(self.context.get_parent_type(), "fields", {})
        super().report_error(_hinted(error, fields))


class _Arguments(KnownArgumentNamesRule):
    def enter_argument(self, arg_node: ArgumentNode, *args: Any) -> None:
        field, parent = self.context.get_field_def(), self.context.get_parent_type()
        if field and parent and not self.context.get_argument():
            what = f"Unknown argument '{arg_node.name.value}' on field '{parent}.{args[3][-1].name.value}'."
            self.report_error(_hinted(GraphQLError(what, arg_node), field.args))


class _Types(KnownTypeNamesRule):
    def report_error(self, error: GraphQLError) -> None:
        names = self.context.schema.type_map if self.context.schema else ()
        super().report_error(_hinted(error, (name for name in names if not name.startswith("__"))))


class _Values(ValuesOfCorrectTypeRule):
    """Values are looked at as a whole, so what may stand within one is found from there."""

    def is_valid_value_node(self, node: ValueNode, input_type: GraphQLInputType | None) -> VisitorAction:
        self._whole = node, input_type
        return super().is_valid_value_node(node, input_type)

    def report_error(self, error: GraphQLError) -> None:
        node = error.nodes[0] if error.nodes else None
        kind = _kind_of(node, *self._whole)
        if isinstance(node, EnumValueNode) and isinstance(kind, GraphQLEnumType):
            error = _hinted(error, kind.values, WORDS)
        if isinstance(node, ObjectFieldNode) and isinstance(kind, GraphQLInputObjectType):
            error = _hinted(error, kind.fields)
        super().report_error(error)


class _Finite(ValidationRule):
    """A number is one that a float holds: what is written larger is taken for infinite by the rule for values."""

    def enter_float_value(self, node: FloatValueNode | IntValueNode, *_: Any) -> None:
        kind = self.context.get_input_type()
        if kind and get_named_type(kind) is GraphQLFloat and isinf(float(node.value)):
            shown = node.value if len(node.value) <= 20 else f"{node.value[:20]}…"
            hint = {"hint": "numbers run to 1.7e308"}
            self.report_error(GraphQLError(f"Float cannot represent {shown}.", node, extensions=hint))

    enter_int_value = enter_float_value


WORDS = 40
"""How many words of an enum are told where none is like the one that was given: whoever guessed cannot know them."""

_SUGGESTED = re.compile(r" Did you mean (?:the enum value )?(.+?)\?")
_NO_WORD = re.compile(r"Value '(.*)' does not exist in '(\w+)' enum\.$")


def apart(error: GraphQLError, schema: GraphQLSchema) -> GraphQLError:
    """Return an error about a variable's value with a hint: what its message says may be meant, or the enum's words."""
    found = _SUGGESTED.search(error.message)
    if found is not None:
        error.message = error.message.replace(found[0], "")
        error.extensions = {"hint": f"did you mean {found[1]}?".replace("'", '"')}
        return error
    unknown = _NO_WORD.search(error.message)
    kind = schema.get_type(unknown[2]) if unknown else None
    if unknown and isinstance(kind, GraphQLEnumType):
        error.extensions = {"hint": nearest(unknown[1], kind.values, few=WORDS)}
    return error


def _hinted(error: GraphQLError, known: Iterable[str], few: int = 12) -> GraphQLError:
    """Return `error` with a hint from the names that there are, all of them when they are `few`."""
    node = error.nodes[0] if error.nodes else None
    name = getattr(node, "name", node)
    hint = nearest(str(getattr(name, "value", "")), known, few=few)
    error.extensions = {"hint": hint} if hint else {}
    return error


def _kind_of(wanted: Node | None, node: ValueNode, kind: object) -> GraphQLNamedType | None:
    """Return the type of the value `wanted` within `node`, a value of type `kind`; of a field the type that has it."""
    named = get_named_type(kind)  # type: ignore[call-overload]  # of any type at all
    if node is wanted:
        return cast("GraphQLNamedType | None", named)
    if isinstance(node, ListValueNode):
        inner: Iterable[tuple[ValueNode, object]] = ((item, named) for item in node.values)
    elif isinstance(node, ObjectValueNode) and isinstance(named, GraphQLInputObjectType):
        if any(field is wanted for field in node.fields):
            return named
        inner = ((f.value, named.fields[f.name.value].type) for f in node.fields if f.name.value in named.fields)
    else:
        return None
    return next((found for value, below in inner if (found := _kind_of(wanted, value, below)) is not None), None)


_OURS: dict[type[ASTValidationRule], type[ASTValidationRule]] = {
    FieldsOnCorrectTypeRule: _Fields,
    KnownArgumentNamesRule: _Arguments,
    KnownTypeNamesRule: _Types,
    ValuesOfCorrectTypeRule: _Values,
}
RULES = (*(_OURS.get(rule, rule) for rule in specified_rules), _Finite)
"""What documents are validated with."""
