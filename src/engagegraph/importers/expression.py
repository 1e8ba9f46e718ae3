"""How a text comes from a row: a template, a pattern, a table of words, a number, or a sum over the rows below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Protocol

_VARIABLE = re.compile(r"\{([^{}]*)\}")

Condition = Mapping[str, re.Pattern[str]]
"""Patterns that the whole of each variable must match."""


@dataclass(frozen=True, slots=True, eq=False)
class Fold:
    """The sum of a column over all rows below; with `weight`, another column, the weighted mean."""

    column: str
    over: tuple[str, ...]
    weight: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Expression:
    """One way to come to a text; the empty text stands for none.

    `template` holds variables in braces, all of which must have a value. Then `pattern` picks its first group, and
    `words` translates. `number` is the column of a number instead, `fold` a sum or mean.
    """

    template: str = ""
    pattern: re.Pattern[str] | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    number: str = ""
    fold: Fold | None = None
    when: Condition = field(default_factory=dict)
    parts: tuple[str, ...] = field(init=False)
    """The template cut up: text, variable, text, variable, …, text."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", tuple(_VARIABLE.split(self.template)))

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables that it needs, but for a fold's."""
        return (*self.parts[1::2], *self.when, *((self.number,) if self.number else ()))


Alternatives = tuple[Expression, ...]
"""Several ways to come to a text: the first that gives one counts."""


class Scope(Protocol):
    """Whatever gives variables their values."""

    def get(self, name: str) -> str:
        """Return the value of a variable; empty when it has none."""

    def folded(self, fold: Fold) -> str:
        """Return a sum or mean over the rows below; empty when there are none."""


def evaluate(alternatives: Alternatives, scope: Scope) -> str:
    """Return the text; `ValueError` when a cell holds no number or a word that the table does not know."""
    for expression in alternatives:
        found = _value(expression, scope)
        if found:
            return found
    return ""


def holds(condition: Condition, scope: Scope) -> bool:
    """Say whether every variable matches its pattern."""
    return all(pattern.fullmatch(scope.get(name)) for name, pattern in condition.items())


def decimal(text: str) -> Decimal:
    """Read a number with a decimal point or comma."""
    try:
        number = Decimal(text.replace(",", ".", 1))
    except InvalidOperation:
        raise ValueError(f'not a number: "{text}"') from None
    if not number.is_finite():
        raise ValueError(f'not a number: "{text}"')
    return number


def _value(expression: Expression, scope: Scope) -> str:
    if expression.when and not holds(expression.when, scope):
        return ""
    if expression.fold is not None:
        return scope.folded(expression.fold)
    if expression.number:
        written = scope.get(expression.number)
        return format(decimal(written), "f") if written else ""
    text = _filled(expression.parts, scope)
    if text and expression.pattern is not None:
        match = expression.pattern.fullmatch(text)
        text = ((match[1] or "") if match else "").strip()
    if text and expression.words:
        if text not in expression.words:
            raise ValueError(f'"{text}" is none of {", ".join(expression.words)}')
        text = expression.words[text]
    return text


def _filled(parts: tuple[str, ...], scope: Scope) -> str:
    filled = [*parts]
    for place in range(1, len(parts), 2):
        value = scope.get(parts[place])
        if not value:
            return ""
        filled[place] = value
    return "".join(filled)
