"""A small front for Strawberry: types made from data instead of classes written by hand.

Strawberry reads classes; these are made here, one namespace per schema; annotations are names until all types exist,
so that types may refer to each other in any order. Fields have no resolvers: a query is compiled as a whole, never
resolved field by field.
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
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.scalar import ScalarDefinition

_BUILTIN: dict[str, Any] = {"str": str, "int": int, "float": float, "bool": bool}
_LATER = StrawberryAnnotation(str)
"""Stands in for the annotation of a field until all types exist."""


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
        self.one_of: set[str] = set()
        self._annotations: dict[str, StrawberryAnnotation] = {}
        self._fields: list[tuple[Any, Field]] = []

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
        cls = self._class(name, fields, implements)
        self.namespace[name] = strawberry.interface(cls, name=name, description=description)

    def object(self, name: str, fields: Iterable[Field], description: str, implements: Sequence[str] = ()) -> None:
        """Add an object type."""
        cls = self._class(name, fields, implements)
        made = strawberry.type(cls, name=name, description=description)
        self.namespace[name] = made
        if implements:
            self.extra.append(made)

    def input(self, name: str, fields: Iterable[Field], description: str, one_of: bool = False) -> None:
        """Add an input type; with `one_of` exactly one field must be given (`@oneOf`)."""
        cls = self._class(name, fields, (), optional=True)
        self.namespace[name] = strawberry.input(cls, name=name, description=description, one_of=one_of or None)
        if one_of:
            self.one_of.add(name)

    def schema(self, query: str, extensions: Sequence[Any] = ()) -> strawberry.Schema:
        """Return the schema whose query type is `query`."""
        # Only now every type exists; annotations in text would be compiled and looked up thousands of times before.
        for made, item in self._fields:
            made.type_annotation = self._annotation(item.type)
            made.arguments = [
                StrawberryArgument(
                    python_name=f"a_{a.name}",
                    graphql_name=a.name,
                    type_annotation=self._annotation(a.type),
                    description=a.description or None,
                    default=a.default,
                )
                for a in item.arguments
            ]
        schema = strawberry.Schema(
            query=self.namespace[query],
            types=self.extra,
            extensions=extensions,
            config=StrawberryConfig(auto_camel_case=False, scalar_map=self.scalars, disable_field_suggestions=False),
        )
        for kind in schema._schema.type_map.values():  # noqa: SLF001 - Strawberry has no other door to it
            if isinstance(kind, GraphQLInputObjectType) and kind.name in self.one_of:
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

    def _class(self, name: str, fields: Iterable[Field], implements: Sequence[str], optional: bool = False) -> type:
        body: dict[str, Any] = {"__annotations__": {}, "__module__": __name__, "__doc__": None}
        for item in fields:
            # Python's keywords and dunder rules do not bind GraphQL names; a prefix keeps the two apart.
            attribute = f"f_{item.name}"
            default = {"default": strawberry.UNSET} if optional else {}
            made = strawberry.field(
                name=item.name, description=item.description or None, deprecation_reason=item.deprecated, **default
            )
            made.type_annotation = _LATER
            self._fields.append((made, item))
            body[attribute] = made
            body["__annotations__"][attribute] = Any
        return type(name, tuple(self.namespace[i] for i in implements), body)
