"""What an importer consists of: frozen, checked against the model, free of YAML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from engagegraph.importers.expression import Alternatives, Condition, Expression
from engagegraph.model import Link, Words


@dataclass(frozen=True, slots=True)
class Find:
    """A text somewhere on a sheet whose named groups are variables; it may be missing."""

    sheet: re.Pattern[str]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Parent:
    """The record that a record belongs to: of one of the kinds in `of`, and with the id that `id` gives."""

    of: tuple[str, ...]
    id: Expression


@dataclass(frozen=True, slots=True)
class Thing:
    """The node that a record becomes.

    `key` is the property by which it is known again; `slugs` are tried in turn until one is free, those for whom
    `choose_first` holds before all others. `links` lead to the nodes of parents.
    """

    type: str
    key: str
    place: Alternatives
    slugs: Alternatives
    choose_first: Condition | None
    properties: Mapping[str, Alternatives]
    links: Mapping[str, tuple[Link, str]]


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of rows, told by `rows`; at least `least` of them. `texts` are variables beside the columns."""

    name: str
    rows: Condition
    id: Expression
    least: int
    parents: Mapping[str, Parent]
    texts: Mapping[str, Alternatives]
    thing: Thing | None


@dataclass(frozen=True, slots=True)
class Importer:
    """How to read one kind of file. `cells` maps addresses such as `H3` to what must stand there."""

    name: str
    label: Words
    description: Words
    sheet: re.Pattern[str]
    cells: Mapping[str, re.Pattern[str]]
    find: tuple[Find, ...]
    columns: Mapping[str, int]
    first_row: int
    ignore: tuple[Condition, ...]
    texts: Mapping[str, Alternatives]
    source_slug: Alternatives
    source: Mapping[str, Alternatives]
    records: Mapping[str, Record]
