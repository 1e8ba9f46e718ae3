"""The parameters of a statement: where each value comes from and what it becomes before it is sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engagegraph.model.values import instant, partial_date
from engagegraph.query.ids import decode_id
from engagegraph.query.ir import Leaf
from engagegraph.query.search import lucene
from engagegraph.query.symbolic import word


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter: its name, its value's leaf, and the conversion that the value goes through."""

    name: str
    leaf: Leaf
    convert: str = "same"


def _first(value: Any) -> dt.date:
    return partial_date(value).first


def _last(value: Any) -> dt.date:
    return partial_date(value).last


def _ids(value: Any) -> dict[str, list[list[object]]]:
    """By type: pairs of position and slug."""
    grouped: dict[str, list[list[object]]] = {}
    for position, text in enumerate(value if isinstance(value, list) else [value]):
        type_name, slug = decode_id(text)
        grouped.setdefault(type_name, []).append([position, slug])
    return grouped


CONVERSIONS: Mapping[str, Callable[[Any], Any]] = {
    "same": word,
    "words": lambda values: [word(v) for v in values],
    "first": _first,
    "last": _last,
    "instant": instant,
    "low": lambda pair: word(pair[0]),
    "high": lambda pair: word(pair[1]),
    "low first": lambda pair: _first(pair[0]),
    "high last": lambda pair: _last(pair[1]),
    "low instant": lambda pair: instant(pair[0]),
    "high instant": lambda pair: instant(pair[1]),
    "ids": _ids,
    "lucene": lucene,
    "date": lambda text: None if text is None else dt.date.fromisoformat(text),
    "moment": lambda text: None if text is None else dt.datetime.fromisoformat(text),
}


def leaf_value(leaf: Leaf, variables: Mapping[str, Any]) -> Any:
    """Return the value of a leaf under coerced variables; what was not given is None."""
    if leaf.items is not None:
        return [leaf_value(item, variables) for item in leaf.items]
    if leaf.variable is None:
        return leaf.constant
    value: Any = variables.get(leaf.variable)
    for step in leaf.path:
        # A single value stands for a list of one, as GraphQL has it.
        value = value if isinstance(step, int) and not isinstance(value, Sequence) else value[step]
    return value
