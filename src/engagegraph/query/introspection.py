"""Introspection: what the schema says about itself, answered by GraphQL's own executor, at a price known before.

A few aliases unfold a schema of some hundred types into millions of values. So an operation may ask for no more than
`MOST` times what the complete introspection query asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    execute_sync,
    get_introspection_query,
    parse,
)

from engagegraph.errors import Failure

MOST = 2

_SAME = frozenset({"fields", "inputFields", "args", "enumValues"})
"""Lists below which the type at hand is still the one that all types were unfolded to."""

Fragments = Mapping[str, FragmentDefinitionNode]


class Introspection:
    """Answers what operations ask of a schema."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema

    def check(self, fields: Sequence[FieldNode], fragments: Fragments) -> None:
        """Refuse (`Failure` LIMIT_INTROSPECTION) root fields that ask for much more than everything once."""
        found, most = self._values(fields, fragments, self._most, 1), MOST * self._complete
        if found > most:
            hint = f"at most {most}, {MOST} times what the whole introspection query asks for"
            raise Failure.of("LIMIT_INTROSPECTION", f"the introspection asks for about {found} values", hint)

    def answer(
        self,
        operation: OperationDefinitionNode,
        fields: Sequence[FieldNode],
        fragments: Fragments,
        variables: Mapping[str, Any],
    ) -> dict[str, Any]:
        """Return the values of the root fields `fields` of `operation`, from the variables as given."""
        only = OperationDefinitionNode(
            operation=operation.operation,
            name=operation.name,
            variable_definitions=operation.variable_definitions,
            directives=(),
            selection_set=SelectionSetNode(selections=tuple(fields)),
        )
        document = DocumentNode(definitions=(only, *fragments.values()))
        result = execute_sync(self._schema, document, variable_values=dict(variables))
        return result.data or {}

    # -- what it costs -----------------------------------------------------------------------------------------------

    def _values(
        self, selections: Iterable[Any], fragments: Fragments, lengths: Mapping[str, float], times: float
    ) -> int:
        total = 0.0
        for selection in selections:
            if isinstance(selection, FragmentSpreadNode):
                inner = fragments[selection.name.value].selection_set.selections
                total += self._values(inner, fragments, lengths, times)
                continue
            below, count = lengths, times
            if isinstance(selection, FieldNode):
                name = selection.name.value
                # Of all types together the lists are as long as they are on average; of one they may be the longest.
                below = self._average if name == "types" else lengths if name in _SAME else self._most
                # Most types are wrapped in nothing, or once or twice; queries ask for nine.
                count = times * (0.5 if name == "ofType" else lengths.get(name, 1))
                total += count
            if selection.selection_set is not None:
                total += self._values(selection.selection_set.selections, fragments, below, count)
        return round(total)

    @cached_property
    def _complete(self) -> int:
        document = parse(get_introspection_query(specified_by_url=True, input_value_deprecation=True))
        fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        (operation,) = (d for d in document.definitions if isinstance(d, OperationDefinitionNode))
        return self._values(operation.selection_set.selections, fragments, self._most, 1)

    @cached_property
    def _lists(self) -> dict[str, list[int]]:
        """The lengths of the lists that all types have, by name."""
        found: dict[str, list[int]] = {name: [] for name in ("fields", "inputFields", "args", "enumValues")}
        found["interfaces"], found["possibleTypes"] = [], []
        for kind in self._schema.type_map.values():
            composite = kind if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) else None
            found["fields"].append(len(composite.fields) if composite else 0)
            found["interfaces"].append(len(composite.interfaces) if composite else 0)
            found["inputFields"].append(len(kind.fields) if isinstance(kind, GraphQLInputObjectType) else 0)
            found["enumValues"].append(len(getattr(kind, "values", ())))
            if isinstance(kind, GraphQLInterfaceType):
                found["possibleTypes"].append(len(self._schema.get_possible_types(kind)))
            else:
                found["possibleTypes"].append(0)
            found["args"] += [len(field.args) for field in composite.fields.values()] if composite else []
        return found

    @cached_property
    def _most(self) -> dict[str, float]:
        longest: dict[str, float] = {name: max(lengths, default=0) for name, lengths in self._lists.items()}
        return {**longest, **self._whole}

    @cached_property
    def _average(self) -> dict[str, float]:
        mean = {name: sum(lengths) / max(len(lengths), 1) for name, lengths in self._lists.items()}
        return {**mean, **self._whole}

    @cached_property
    def _whole(self) -> dict[str, float]:
        return {"types": len(self._schema.type_map), "directives": len(self._schema.directives)}
