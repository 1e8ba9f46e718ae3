"""The parameters of a statement: where each value comes from and what it becomes before it is sent."""

from __future__ import annotations

import datetime as dt
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from engagegraph.errors import Failure
from engagegraph.model.geo import BOX, DEGREES
from engagegraph.model.values import fold_key, folded, moment, partial_date, prose_key, sort_key, sort_part
from engagegraph.query.ids import decode_id
from engagegraph.query.ir import Leaf
from engagegraph.query.spot import NOWHERE, Spot
from engagegraph.query.symbolic import word


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter: its name, its value's leaf, the conversion that the value goes through, and for which field."""

    name: str
    leaf: Leaf
    convert: str = "same"
    spot: Spot = NOWHERE


@dataclass(frozen=True, slots=True)
class PageSlot:
    """A page to bind: the parameter that gets the limit, the local that gets the size, the cursor's parameters.

    `signature` names the local that gets the list's signature; it covers `identity` and the values of `signed`
    parameters. `parent` is the position of the page whose rows each have such a page; without one, each node
    that `ids` lists has it. A `whole` one is as large as may be when its size is not given. The limit lets `extra` rows
    more through than the page has, which tell whether there are more. One that is `continued` has others behind it, for
    which a cursor asks; only one that `shows` cursors, or is asked for with one, needs a signature.
    """

    limit: str
    size: str
    wanted: Leaf | None
    cursor: Leaf | None
    cursor_params: tuple[tuple[str, str], ...]
    signature: str
    identity: str
    signed: tuple[str, ...]
    parent: int | None
    ids: Leaf | None
    spot: Spot
    whole: bool = False
    extra: int = 0
    continued: bool = False
    shows: bool = True

    @property
    def rows(self) -> str:
        """How many rows the page has, in Cypher."""
        return f"${self.limit} - {self.extra}" if self.extra else f"${self.limit}"


def _first(value: Any) -> dt.date:
    return _days(value)[0]


def _last(value: Any) -> dt.date:
    return _days(value)[1]


def _days(value: Any) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that a partial date may mean, or a period, which is a list of two."""
    begin, end = value if isinstance(value, list) else (value, value)
    first, last = partial_date(begin).first, partial_date(end).last
    if first > last:
        raise Failure.of("VALUE_RANGE", f"a period from {begin} cannot end in {end}", "swap from and to", "between")
    return first, last


def _low(pair: Any) -> Any:
    return word(_pair(pair)[0])


def _high(pair: Any) -> Any:
    return word(_pair(pair)[1])


def _pair(value: Any) -> Any:
    if len(value) != 2:
        raise Failure.of(
            "BETWEEN_BOUNDS", f"between has two bounds, not {len(value)}", "write between: [from, to]", "between"
        )
    return value


def _ids(value: Any) -> dict[str, list[list[object]]]:
    """By type: pairs of position and slug."""
    grouped: dict[str, list[list[object]]] = {}
    for position, text in enumerate(value if isinstance(value, list) else [value]):
        type_name, slug = decode_id(text)
        grouped.setdefault(type_name, []).append([position, slug])
    return grouped


def _slugs(value: Any) -> dict[str, list[str]]:
    """By type: the slugs."""
    return {name: [str(slug) for _, slug in pairs] for name, pairs in _ids(value).items()}


def _within(name: str, most: int, least: int = 1) -> Callable[[int], int]:
    """Return the conversion of a number that is refused unless it lies between `least` and `most`."""

    def convert(value: int) -> int:
        if not least <= value <= most:
            raise Failure.of("VALUE_RANGE", f"{name} cannot be {value}", f"give a number from {least} to {most}", name)
        return value

    return convert


def _degrees(name: str) -> Callable[[float], float]:
    """Return the conversion of a coordinate that is refused unless it lies on Earth."""
    most = DEGREES[name]

    def convert(value: float) -> float:
        if not -most <= value <= most:
            hint = f"give degrees from -{most} to {most}"
            raise Failure.of("VALUE_RANGE", f"{name} cannot be {value:g}", hint, name)
        return float(value)

    return convert


def _metres(km: float) -> float:
    if km <= 0:
        raise Failure.of("VALUE_RANGE", f"km cannot be {km:g}", "give a number above 0", "km")
    return km * 1000


def _side(place: int) -> Callable[[list[float]], float]:
    """Return the conversion of the southern and northern side of a box to one of them."""

    def convert(sides: list[float]) -> float:
        south, north = map(_degrees("latitude"), sides)
        if south > north:
            message = f"the south of a box cannot be {south:g}, north of its north, {north:g}"
            raise Failure.of("VALUE_RANGE", message, "swap south and north", BOX)
        return (south, north)[place]

    return convert


def _place(value: Any) -> int:
    """Return a number of a cursor; one that no cursor of ours has is none of ours."""
    number = operator.index(value)
    if not 0 <= number < 2**31:
        raise ValueError(number)
    return number


MOST_STEPS = 6
"""The most steps of a path."""

MOST_DISTANT = 3
"""How many steps away a neighbourhood may reach."""

MOST_APART = 5
"""The most paths that have no node in common."""

_GROUPS = re.compile(r"(?<=\d)\s+(?=\d)")

CONVERSIONS: Mapping[str, Callable[[Any], Any]] = {
    "same": word,
    "words": lambda values: [word(v) for v in values],
    "fold": fold_key,
    "lower": str.lower,
    "sort": sort_key,
    "key": lambda text: _GROUPS.sub("", text.strip()) or None,
    "part": sort_part,
    "fold part": lambda text: folded(sort_part(text)),
    "fold start": lambda text: folded(sort_part(text).lstrip()),
    "end": lambda text: sort_part(text).rstrip(),
    "fold end": lambda text: folded(sort_part(text).rstrip()),
    "prose": prose_key,
    "fold prose": lambda text: folded(prose_key(text)),
    "each fold": lambda texts: [fold_key(t) for t in texts],
    "each lower": lambda texts: [t.lower() for t in texts],
    "each instant": lambda texts: [moment(t) for t in texts],
    "first": _first,
    "last": _last,
    "instant": moment,
    "low": _low,
    "high": _high,
    "low fold": lambda pair: fold_key(_low(pair)),
    "high fold": lambda pair: fold_key(_high(pair)),
    "low lower": lambda pair: _low(pair).lower(),
    "high lower": lambda pair: _high(pair).lower(),
    "low first": lambda pair: _first(_low(pair)),
    "high last": lambda pair: _last(_high(pair)),
    "low instant": lambda pair: moment(_low(pair)),
    "high instant": lambda pair: moment(_high(pair)),
    "ids": _ids,
    "slugs": _slugs,
    "count": len,
    "steps": _within("maxLength", MOST_STEPS),
    "depth": _within("depth", MOST_DISTANT),
    "each": _within("first", 100),
    "offset": _within("offset", 2**31 - 1, least=0),
    "apart": _within("first", MOST_APART),
    "since": _within("since", 2**31 - 1, least=0),
    "until": _within("until", 2**31 - 1, least=0),
    "place": _place,
    "latitude": _degrees("latitude"),
    "longitude": _degrees("longitude"),
    "metres": _metres,
    "south": _side(0),
    "north": _side(1),
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
        value = value[step]
    return value
