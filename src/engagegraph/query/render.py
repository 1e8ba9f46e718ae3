"""How a plan is printed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from engagegraph.model import Link
from engagegraph.query.geo import Coordinates
from engagegraph.query.ir import Leaf, Period
from engagegraph.query.spot import Spot


def render(node: Any, depth: int = 0) -> str:
    """Return a tree of dataclasses in indented lines: the kind of each node, its scalars in a row, children below."""
    return "\n".join(_lines(node, depth))


def _lines(node: Any, depth: int) -> Iterator[str]:
    flat: list[str] = []
    nested: list[tuple[str, tuple[Any, ...]]] = []
    for item in dataclasses.fields(node):
        value = getattr(node, item.name)
        if isinstance(value, Spot):
            continue
        if isinstance(value, Link):
            flat.append(f"{item.name}={value.owner}.{value.field}")
        elif isinstance(value, Leaf | Period | Coordinates):
            flat.append(f"{item.name}={value}")
        elif dataclasses.is_dataclass(value):
            nested.append((item.name, (value,)))
        elif isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0]):
            nested.append((item.name, value))
        elif value not in (None, (), False):
            flat.append(f"{item.name}={_flat(value)}")
    yield "  " * depth + " ".join([type(node).__name__, *flat])
    for name, children in nested:
        yield "  " * (depth + 1) + f".{name}"
        for child in children:
            yield from _lines(child, depth + 2)


def _flat(value: object) -> str:
    if isinstance(value, tuple):
        return "(" + ", ".join(_flat(v) for v in value) + ")"
    return str(value)
