"""A small front for Strawberry: types made from data instead of classes written by hand.

Strawberry's decorators read classes and make dataclasses of them. Nobody ever makes an instance here: a query is
compiled as a whole, never resolved field by field. So types get the definitions that the decorators would leave on
them, without the dataclasses, which took most of a server's start. Annotations are names until all types exist, so
that types may refer to each other in any order.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NewType, Optional

import strawberry
from graphql import GraphQLInputObjectType
from strawberry.annotation import StrawberryAnnotation
from strawberry.schema.config import StrawberryConfig
from strawberry.schema_directives import OneOf
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.base import StrawberryObjectDefinition
from strawberry.types.field import StrawberryField
from strawberry.types.scalar import ScalarDefinition

_BUILTIN: dict[str, Any] = {"str": str, "int": int, "float": float, "bool": bool}


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument; `type` is a Python annotation in text, `default` a GraphQL value (unset: none)."""

    name: str
    type: str
    description: str = ""
    default: Any = strawberry.UNSET


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an object, interface or input; `type` is a Python annotation in text."""

    name: str
    type: str
    description: str = ""
    arguments: Sequence[Argument] = ()
    deprecated: str | None = None


class Builder:
    """Collects the types of one schema."""

    def __init__(self) -> None:
        self.namespace: dict[str, Any] = {"ID": strawberry.ID}
        self.scalars: dict[object, ScalarDefinition] = {}
        self.extra: list[type] = []
        self._fields: dict[str, tuple[StrawberryObjectDefinition, Sequence[Field]]] = {}
        self._annotations: dict[str, StrawberryAnnotation] = {}
        self._arguments: dict[Argument, StrawberryArgument] = {}

    def scalar(self, name: str, parse: Any, description: str, specified_by: str) -> None:
        """Add a scalar; `parse` turns input into the value that is stored, or raises `ValueError`."""
        marker = NewType(name, str)  # type: ignore[misc]  # a name known at run time
        self.namespace[name] = marker
        self.scalars[marker] = strawberry.scalar(
            name=name,
            serialize=str,
            parse_value=parse,
            description=description,
            specified_by_url=specified_by or None,
        )

    def enum(self, name: str, values: Mapping[str, str], description: str) -> None:
        """Add an enum; `values` maps words to their descriptions."""
        members = {word: strawberry.enum_value(word, description=text) for word, text in values.items()}
        cls = enum.Enum(name, members)  # type: ignore[misc]  # the functional form with computed members
        self.namespace[name] = strawberry.enum(cls, name=name, description=description)

    def interface(self, name: str, fields: Iterable[Field], description: str, implements: Sequence[str] = ()) -> None:
        """Add an interface."""
        self._add(name, fields, description, implements, is_interface=True)

    def object(self, name: str, fields: Iterable[Field], description: str, implements: Sequence[str] = ()) -> None:
        """Add an object type."""
        made = self._add(name, fields, description, implements)
        if implements:
            self.extra.append(made)

    def input(self, name: str, fields: Iterable[Field], description: str, one_of: bool = False) -> None:
        """Add an input type; with `one_of` exactly one field must be given (`@oneOf`)."""
        self._add(name, fields, description, is_input=True, directives=(OneOf(),) if one_of else ())

    def schema(self, query: str, extensions: Sequence[Any] = ()) -> strawberry.Schema:
        """Return the schema whose query type is `query`."""
        for definition, fields in self._fields.values():  # only now every type exists
            found: dict[str, StrawberryField] = {}
            for interface in definition.interfaces:
                for field in interface.fields:
                    found.setdefault(field.python_name, field)
            definition.fields = [*(found | {item.name: self._field(item) for item in fields}).values()]
        schema = strawberry.Schema(
            query=self.namespace[query],
            types=self.extra,
            extensions=extensions,
            config=StrawberryConfig(auto_camel_case=False, scalar_map=self.scalars, disable_field_suggestions=False),
        )
        for kind in schema._schema.type_map.values():  # noqa: SLF001 - Strawberry has no other door to it
            if isinstance(kind, GraphQLInputObjectType) and self._fields[kind.name][0].is_one_of:
                # Strawberry keeps this to itself and has a validation rule of its own; graphql-core's rules look here.
                kind.is_one_of = True
        return schema

    def _annotation(self, text: str) -> StrawberryAnnotation:
        if text not in self._annotations:
            self._annotations[text] = StrawberryAnnotation(self._type(text))
        return self._annotations[text]

    def _type(self, text: str) -> Any:
        """Return the Python type that an annotation such as `list[Programme | None] | None` means."""
        if text.endswith(" | None"):
            return Optional[self._type(text.removesuffix(" | None"))]  # noqa: UP045 - made at run time, not written
        if text.startswith("list["):
            return list[self._type(text[5:-1])]  # type: ignore[misc]  # made at run time
        return _BUILTIN.get(text) or self.namespace[text]

    def _field(self, item: Field) -> StrawberryField:
        made = StrawberryField(
            python_name=item.name,
            graphql_name=item.name,
            type_annotation=self._annotation(item.type),
            description=item.description or None,
            deprecation_reason=item.deprecated,
        )
        made.arguments = [self._argument(argument) for argument in item.arguments]
        return made

    def _argument(self, item: Argument) -> StrawberryArgument:
        if item not in self._arguments:
            self._arguments[item] = StrawberryArgument(
                python_name=item.name,
                graphql_name=item.name,
                type_annotation=self._annotation(item.type),
                description=item.description or None,
                default=item.default,
            )
        return self._arguments[item]

    def _add(
        self,
        name: str,
        fields: Iterable[Field],
        description: str,
        implements: Sequence[str] = (),
        *,
        is_interface: bool = False,
        is_input: bool = False,
        directives: Sequence[OneOf] = (),
    ) -> type:
        made = type(name, tuple(self.namespace[i] for i in implements), {})
        definition = StrawberryObjectDefinition(
            name=name,
            is_input=is_input,
            is_interface=is_interface,
            origin=made,
            description=description,
            interfaces=[self._fields[base.__name__][0] for base in made.__mro__[1:-1]],
            extend=False,
            directives=directives,
            is_type_of=None,
            resolve_type=None,
            fields=[],
        )
        made.__strawberry_definition__ = definition  # type: ignore[attr-defined]  # where Strawberry looks for it
        self._fields[name] = definition, tuple(fields)
        self.namespace[name] = made
        return made
