"""A GraphQL document: parsed, validated, its fields collected with fragments and directives applied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    Location,
    Node,
    OperationDefinitionNode,
    SelectionSetNode,
    Token,
    TokenKind,
    TypeInfo,
    ValidationContext,
    ValueNode,
    VariableNode,
    get_named_type,
    parse,
    validate,
)

from engagegraph.model import Limits
from engagegraph.query.hints import RULES
from engagegraph.query.limits import Selection, check_size, check_text, selections
from engagegraph.query.symbolic import MISSING

MOST_ERRORS = 10
"""Errors of a document that are told; with each the schema is looked through for what was meant."""


class Document:
    """A valid document; `operations` by name."""

    __slots__ = ("fragments", "node", "operations")

    def __init__(self, node: DocumentNode) -> None:
        self.node = node
        self.operations: list[OperationDefinitionNode] = []
        self.fragments: dict[str, FragmentDefinitionNode] = {}
        for definition in node.definitions:
            if isinstance(definition, OperationDefinitionNode):
                self.operations.append(definition)
            elif isinstance(definition, FragmentDefinitionNode):
                self.fragments[definition.name.value] = definition

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """Return the operation to run; `GraphQLError` when the name does not choose one."""
        if name is None and len(self.operations) == 1:
            return self.operations[0]
        for operation in self.operations:
            if operation.name is not None and operation.name.value == name:
                return operation
        names = ", ".join(o.name.value for o in self.operations if o.name is not None)
        if name is None:
            raise GraphQLError(f"The document has several operations; operationName must choose one of {names}.")
        raise GraphQLError(f'No operation is called "{name}"; the document has {names or "one without a name"}.')


def read_document(schema: GraphQLSchema, text: str, limits: Limits) -> Document:
    """Parse, measure and validate `text`.

    Raises `ExceptionGroup` of `GraphQLError`s when it is not valid, `Failure` LIMIT_… when it is too large.
    """
    check_text(text, limits)
    try:
        document = Document(parse(text))
        check_size(document.operations, document.fragments, limits)
    except GraphQLError as error:
        raise ExceptionGroup("the document is not valid", [error]) from None
    errors = validate(schema, document.node, RULES, max_errors=MOST_ERRORS, hide_suggestions=True)
    if errors:
        raise ExceptionGroup("the document is not valid", errors)
    _without_tokens(document.node)
    return document


_NOTHING = Token(TokenKind.SOF, 0, 0, 0, 0)


def _without_tokens(document: DocumentNode) -> None:
    """Leave of each place in a document its position alone.

    Its tokens hold each other, and with them a third of what the document takes: Python would have to search for them
    once the document is forgotten.
    """
    waiting: list[Node] = [document]
    while waiting:
        node = waiting.pop()
        place = cast("Location", node.loc)  # all that is parsed has one
        place.start_token = place.end_token = _NOTHING
        for key in node.keys:
            held = getattr(node, key, None)
            waiting += (each for each in (held if isinstance(held, tuple) else (held,)) if isinstance(each, Node))


def check_nulls(
    schema: GraphQLSchema, document: Document, operation: OperationDefinitionNode, coerced: Mapping[str, Any]
) -> None:
    """Refuse (`ExceptionGroup` of `GraphQLError`s) variables that are null, or absent, where the schema allows it not.

    The validation lets a variable stand there that may be null, when it or the place has a default, or when the place
    is the one key of an object in a list.
    """
    declared = {d.variable.name.value for d in operation.variable_definitions or ()}
    absent = {name for name in declared if coerced.get(name) is None}
    if not absent:
        return
    errors: list[GraphQLError] = []
    context = ValidationContext(schema, document.node, TypeInfo(schema), errors.append)
    for usage in context.get_recursive_variable_usages(operation):
        name = usage.node.name.value
        within = get_named_type(usage.parent_type)
        alone = isinstance(within, GraphQLInputObjectType) and within.is_one_of
        if name in absent and (alone or (name in coerced and isinstance(usage.type, GraphQLNonNull))):
            place = f"the one key of '{within}'" if alone else f"'{usage.type}'"
            message = f"Variable '${name}' cannot be null where {place} stands."
            hint = "give a value" if alone else "give a value, or leave the variable out to have the default"
            errors.append(GraphQLError(message, usage.node, extensions={"hint": hint}))
    if errors:
        raise ExceptionGroup("the variables are not valid", errors[:MOST_ERRORS])


class Collector:
    """Collects the fields of selection sets under given variables (only booleans matter here)."""

    def __init__(self, schema: GraphQLSchema, document: Document, variables: Mapping[str, Any]) -> None:
        self._schema = schema
        self._fragments = document.fragments
        self._variables = variables

    def collect(self, sets: Iterable[SelectionSetNode | None], type_name: str) -> dict[str, list[FieldNode]]:
        """Return the fields that hold for a value of `type_name`, grouped by response key, in the order selected."""
        groups: dict[str, list[FieldNode]] = {}
        visited: set[str] = set()
        for selection_set in filter(None, sets):
            self._walk(selection_set, type_name, groups, visited)
        return groups

    def _walk(
        self, selected: SelectionSetNode, type_name: str, groups: dict[str, list[FieldNode]], visited: set[str]
    ) -> None:
        for selection in selections(selected):
            if not self._included(selection):
                continue
            if isinstance(selection, FieldNode):
                key = (selection.alias or selection.name).value
                groups.setdefault(key, []).append(selection)
            elif isinstance(selection, FragmentSpreadNode):
                name = selection.name.value
                if name not in visited:
                    visited.add(name)
                    fragment = self._fragments[name]
                    if self._applies(fragment.type_condition.name.value, type_name):
                        self._walk(fragment.selection_set, type_name, groups, visited)
            elif selection.type_condition is None or self._applies(selection.type_condition.name.value, type_name):
                self._walk(selection.selection_set, type_name, groups, visited)

    def _applies(self, condition: str, type_name: str) -> bool:
        if condition == type_name:
            return True
        abstract, concrete = self._schema.get_type(condition), self._schema.get_type(type_name)
        return (
            isinstance(abstract, GraphQLInterfaceType)
            and isinstance(concrete, GraphQLObjectType)
            and self._schema.is_sub_type(abstract, concrete)
        )

    def _included(self, selection: Selection) -> bool:
        for directive in selection.directives or ():
            # @skip or @include: validation lets no other directive stand here.
            (condition,) = directive.arguments or ()
            if self._boolean(condition.value) is (directive.name.value == "skip"):
                return False
        return True

    def _boolean(self, node: ValueNode) -> bool:
        if isinstance(node, VariableNode):
            return self._variables.get(node.name.value, MISSING) is True
        return bool(getattr(node, "value", False))


def object_type(kind: object) -> GraphQLObjectType:
    """Return `kind`, which the schema says is an object type."""
    if not isinstance(kind, GraphQLObjectType):
        raise TypeError(f"{kind} is no object type")
    return kind


def selected(nodes: Sequence[FieldNode]) -> list[Any]:
    """Return the selection sets of several occurrences of a field."""
    return [node.selection_set for node in nodes]
