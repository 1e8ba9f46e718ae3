"""What it costs to say something of all rows of a list: all of them are found again for each such field, and read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, assert_never

from engagegraph.query.aggregates.nodes import (
    Aggregated,
    Aggregation,
    AnySummary,
    Facets,
    GroupCount,
    GroupOutput,
    Groups,
    Hop,
    Key,
    KeyField,
    Keys,
    Unwound,
    Whole,
    Within,
)
from engagegraph.query.ir import Leaf, Stored
from engagegraph.query.prices import EXPAND, LABEL, READ, SEEK, Found, Judged

if TYPE_CHECKING:
    from engagegraph.query.cost import Meter
    from engagegraph.query.levels import At

VALUES = 3.0
"""How many values a stored list has."""

WORDS = 100.0
"""How many different values a property has."""


def summary(meter: Meter, output: AnySummary, found: Found, page: At, types: Collection[str]) -> None:
    """Price `output` of a list of which `page` is a page, and whose nodes are of `types`."""
    match output:
        case Whole(outputs=outputs):
            meter.enter(page, found.price + found.rows * _aggregated(meter, _aggregations(outputs), types))
        case Groups():
            aggregations = [*_aggregations(output.outputs), *(c.aggregation for c in output.having)]
            aggregations += [sort.aggregation for sort in output.order if sort.aggregation is not None]
            keys = [zip(output.by, o.items, strict=True) for o in output.outputs if isinstance(o, Keys)]
            fields = [(key, f) for items in keys for key, item in items for f in item]
            _grouped(meter, output.steps, output.by, aggregations, fields, output.size, found, page, types)
        case GroupCount():
            price, _ = _grouping(meter, output.steps, output.by, [c.aggregation for c in output.having], found, types)
            meter.enter(page, price)
        case Facets(items=items):
            for facet in items:
                fields = [(facet.by, f) for o in facet.outputs for f in o.fields]
                _grouped(meter, facet.steps, (facet.by,), (), fields, facet.size, found, page, types)
        case _:
            assert_never(output)


def _grouped(
    meter: Meter,
    steps: Iterable[Hop | Unwound],
    by: tuple[Key, ...],
    aggregations: Iterable[Aggregation],
    fields: Iterable[tuple[Key, KeyField]],
    size: Leaf | None,
    found: Found,
    page: At,
    types: Collection[str],
) -> None:
    price, number = _grouping(meter, steps, by, aggregations, found, types)
    groups = meter.beside(page, number, size, price)
    for key, field in fields:
        meter.add(groups, READ + SEEK * (key.refers and key.shape(field) is not None))
        if field.shape is not None:
            meter.shape(field.shape, groups)


def _grouping(
    meter: Meter,
    steps: Iterable[Hop | Unwound],
    by: tuple[Key, ...],
    aggregations: Iterable[Aggregation],
    found: Found,
    types: Collection[str],
) -> tuple[float, float]:
    """Return what it costs to put rows into groups, and how many these are at most."""
    rows, price = found.rows, found.price
    places: list[Collection[str]] = [types]
    for step in steps:
        step_price, times, reached = _step(meter, step, places[step.start])
        price, rows = price + rows * step_price, rows * times
        places.append(reached)
    price += rows * sum(_key(key) for key in by)
    price += found.rows * _aggregated(meter, aggregations, types)
    most = 1.0
    for key in by:
        most *= meter.counts.of(key.types) if key.shown else float(len(key.types) or len(key.words) or WORDS)
    return price, min(rows, most)


def _step(meter: Meter, step: Hop | Unwound, types: Collection[str]) -> tuple[float, float, Collection[str]]:
    """Return what a step costs for each row, how many rows it makes of one, and the types that it leads to."""
    if isinstance(step, Unwound):
        return READ, VALUES, ()
    link, start = step.link, step.only or types
    part = meter.counts.share(step.only, types) if step.only else 1.0
    if link.one:
        return part * meter.prices.one(link, start, step.as_of) + LABEL, 1.0, link.targets
    met, reached = meter.counts.degree(link, start)
    valid = meter.prices.valid_edge(step.as_of, link)
    price = part * (met * EXPAND + reached * valid.price)
    return price, max(1.0, part * reached * valid.share), link.targets


def _key(key: Key) -> float:
    """Return what it costs to read a key."""
    value = READ * len(key.value.names) * (1 + bool(key.suffix)) if isinstance(key.value, Stored) else 0.0
    match key.what:
        case "type":
            return LABEL * len(key.types) / 2
        case "value":
            return value
        case _:
            return 0.0


def _aggregations(outputs: Iterable[GroupOutput]) -> Iterator[Aggregation]:
    for output in outputs:
        if isinstance(output, Within):
            yield from _aggregations(output.outputs)
        elif isinstance(output, Aggregated):
            yield output.aggregation


def _aggregated(meter: Meter, aggregations: Iterable[Aggregation], types: Collection[str]) -> float:
    """Return what aggregations cost for each row; one that is asked for twice is taken once."""
    return sum(_aggregation(meter, aggregation, types) for aggregation in dict.fromkeys(aggregations))


def _aggregation(meter: Meter, aggregation: Aggregation, types: Collection[str]) -> float:
    where = Judged(0.0, 1.0) if aggregation.where is None else meter.prices.judged(aggregation.where, types)
    several = aggregation.what == "avg" or bool(aggregation.suffix)
    return where.price + (0.0 if aggregation.value is None else READ * len(aggregation.value.names) * (1 + several))
