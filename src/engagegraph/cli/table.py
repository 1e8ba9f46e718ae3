"""An answer as a table, for the terminal or as CSV: a row for each relation of each node, in the model's own words."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from rich.table import Table

from engagegraph.errors import Failure, Problem
from engagegraph.model import Model, Property, Relation

Cells = dict[str, str]

TOTAL = "insgesamt"

FORMULA = re.compile(r"[=@\t\r]|[+-](?!\d+(\.\d+)?$)")
"""How a text begins that a spreadsheet would compute; a number is none."""


def table(model: Model, data: dict[str, Any], title: str = "") -> Table:
    """Return the lists in `data` as one table in the model's main language.

    Each root field is a list (`plural { nodes { … } }`) without alias; nested lists multiply rows, nested nodes add
    columns.
    """
    headings, *rows = _rows(model, data)
    made = Table(title=title or None, title_justify="left")
    for heading in headings:
        made.add_column(heading)
    for row in rows:
        made.add_row(*row)
    return made


def csv_text(model: Model, data: dict[str, Any]) -> str:
    """Return `data` as CSV: the one `participation` in it as a matrix, or lists as `table` shows them.

    What a spreadsheet would take for a formula has an apostrophe before it: what stands in the data must not be run.
    A matrix needs `id` and `displayName` of its rows and columns; in its cells stands what was asked of `since`,
    `until` and `details`, or an x. Where `total` was asked for, those of all pages stand behind and below.
    """
    matrices = [found for found in data.values() if isinstance(found, dict) and "cells" in found]
    if matrices and len(data) > 1:
        raise Failure.of("TABLE_SHAPE", "a matrix is a file of its own", "ask for it alone")
    text = io.StringIO()
    rows = _matrix(matrices[0]) if matrices else _rows(model, data)
    csv.writer(text, lineterminator="\n").writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def unfinished(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what nobody sees in a table: which lists in `data` go on, and of which nothing says whether they do.

    A table shows one page of each list. Whether more follow is told where `pageInfo` or `totalCount` was asked for.
    """
    found: dict[str, bool | None] = {}
    waiting: list[tuple[str, Any]] = [("", data)]
    while waiting:
        place, item = waiting.pop()
        if isinstance(item, list):
            waiting.extend((place, each) for each in item)
        elif isinstance(item, dict):
            shown = next((item[name] for name in ("edges", "nodes", "entries") if name in item), None)
            if shown is not None:
                # One list that goes on says more than another that does not, or that says nothing.
                found[place] = max(_goes_on(item, len(shown)), found.get(place, False), key=(False, None, True).index)
            # Relations of a cell are all that it has; nodes and edges have the name of their list.
            parts = ((name, each) for name, each in item.items() if name != "cells")
            within = shown is not None
            waiting.extend((place if within or name == "node" else f"{place}.{name}", each) for name, each in parts)
    for told, message, hint in _UNFINISHED:
        places = [place.removeprefix(".") for place, more in sorted(found.items()) if more is told]
        if places:
            yield Problem("TABLE_CUT", message, hint, ", ".join(places))


_UNFINISHED = (
    (True, "not all is shown", "take the rest with after, or larger pages with first"),
    (None, "nothing says whether this is all", "ask for pageInfo { hasNextPage } or totalCount beside what they hold"),
)


def _goes_on(page: Mapping[str, Any], shown: int) -> bool | None:
    if "hasNextPage" in page.get("pageInfo", ()):
        return bool(page["pageInfo"]["hasNextPage"])
    return page["totalCount"] > shown if "totalCount" in page else None


def _harmless(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell


def _rows(model: Model, data: dict[str, Any]) -> list[list[str]]:
    rows = [row for key, found in data.items() for row in _list(model, _listed_type(model, key), found, {})]
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    return [headings, *([row.get(heading, "") for heading in headings] for row in rows)]


def _matrix(found: dict[str, Any]) -> list[list[str]]:
    try:
        rows, columns = (
            {entry["node"]["id"]: str(entry["node"]["displayName"]) for entry in found[side]["entries"]}
            for side in ("rows", "columns")
        )
        cells = {(cell["row"], cell["column"]): _cell(cell) for cell in found["cells"]}
    except KeyError as missing:
        hint = "ask for entries { node { id displayName } } of rows and columns, and for cells { row column }"
        raise Failure.of("TABLE_SHAPE", f"a matrix needs {missing}", hint) from None
    made = [["", *columns.values()], *([name, *(cells.get((r, c), "") for c in columns)] for r, name in rows.items())]
    beside, below = (
        [str(entry["total"]) for entry in found[side]["entries"] if "total" in entry] for side in ("rows", "columns")
    )
    if below:
        made.append([TOTAL, *below])
    if beside:
        for line, total in zip(made, [TOTAL, *beside, *([str(found.get("total", ""))] if below else [])], strict=True):
            line.append(total)
    return made


def _cell(cell: dict[str, Any]) -> str:
    told = []
    for edge in cell.get("edges", ()):
        since, until = edge.get("since") or "", edge.get("until") or ""
        period = since if since == until else f"{since}–{until}"
        told.append(", ".join(filter(None, [*(detail.get("value") for detail in edge.get("details", ())), period])))
    return "; ".join(filter(None, told)) or "x"


def _listed_type(model: Model, key: str) -> str:
    if key not in model.plurals:
        raise Failure.of(
            "TABLE_SHAPE", f'"{key}" is no list of nodes', "ask for lists without aliases, or leave --table out", key
        )
    return model.plurals[key].name


def _list(
    model: Model, type_name: str, found: dict[str, Any], so_far: Cells, relation: Relation | None = None
) -> Iterator[Cells]:
    for edge in found.get("edges") or [{"node": node} for node in found.get("nodes", ())]:
        about = _sources(model, edge)
        if relation is not None:
            about = _properties(model, relation.properties, edge) | about
        yield from _node(model, type_name, edge["node"], so_far, about)


def _node(model: Model, type_name: str, node: dict[str, Any], so_far: Cells, about: Cells) -> Iterator[Cells]:
    """Yield the rows of a node: what led to it, what it is called, `about` the relation that led to it, the rest."""
    declared = model.types[type_name]
    shown = {declared.label.de: str(node[declared.display])} if declared.display in node else {}
    others = {name: p for name, p in declared.properties.items() if name not in {declared.display, "slug"}}
    cells = {**so_far, **shown, **about, **_properties(model, others, node), **_sources(model, node)}
    lists = {name: link for name, link in model.links(type_name).items() if isinstance(node.get(name), dict)}
    if not lists:
        yield cells
    for name, link in lists.items():
        inner = {"nodes": [node[name]]} if link.one else node[name]
        yield from _list(model, link.targets[0], inner, cells, link.relation)


def _properties(model: Model, properties: Any, values: dict[str, Any]) -> Cells:
    return {
        prop.label.de: _word(model, prop, values[name])
        for name, prop in properties.items()
        if values.get(name) is not None and isinstance(prop, Property)
    }


def _word(model: Model, prop: Property, value: object) -> str:
    enum = model.enums.get(prop.type)
    return enum.values[str(value)].de if enum is not None else str(value)


def _sources(model: Model, owner: dict[str, Any]) -> Cells:
    """The first source: where it is published, else what it is called."""
    for citation in owner.get("sources", ())[:1]:
        source = citation["source"]
        return {
            model.types[model.provenance].label.de: urlsplit(source.get("url") or "").hostname
            or str(source.get("title", ""))
        }
    return {}
