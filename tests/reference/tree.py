"""The tree of an operation, printed as a GraphQL document with the values of its variables."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Unset(Enum):
    """A variable without a default, or one that is not given."""

    UNSET = "unset"


UNSET: Any = Unset.UNSET


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
        # What is chosen by its name may stand first or last.
        return "\n".join(
            ["query Before { __typename }", *parts, "query Behind { __typename }"] if self.others else parts
        )

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
