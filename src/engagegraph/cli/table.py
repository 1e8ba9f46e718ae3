"""An answer as a table, for the terminal or as CSV: a row for each relation of each node, in the model's own words."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from rich.table import Table

from engagegraph.cli.columns import TOTAL, Block, Column, Entries, Matrix, headed
from engagegraph.errors import Failure, Problem

Cells = dict[Column, str]

FORMULA = re.compile(r"[=@\t\r]|[+-](?!\d+(\.\d+)?$)")
"""How a text begins that a spreadsheet would compute; a number is none."""


def table(asked: Block, data: Mapping[str, Any], title: str = "") -> Table:
    """Return the things and lists in `data`, for which was `asked`, as one table in the model's main language.

    Lists multiply rows; a thing whose lists are all empty has one row. A single thing within another adds columns.
    Raises `Failure` TABLE_SHAPE when it is a matrix, or nothing at all.
    """
    for name, part in asked.parts.items():
        if isinstance(part, Matrix):
            raise Failure.of("TABLE_SHAPE", f'"{name}" is no list of nodes', "a matrix is printed by --csv", name)
    headings, *rows = _rows(asked, data)
    made = Table(title=title or None, title_justify="left")
    for heading in headings:
        made.add_column(heading)
    for row in rows:
        made.add_row(*row)
    return made


def csv_text(asked: Block, data: Mapping[str, Any]) -> str:
    """Return `data` as CSV: the one `participation` in it as a matrix, or lists as `table` shows them.

    What a spreadsheet would take for a formula has an apostrophe before it: what stands in the data must not be run.
    A matrix needs `id` and `displayName` of its rows and columns; in its cells stands what was asked of `since`,
    `until` and `details`, or an x. Where `total` was asked for, those of all pages stand behind and below.
    """
    matrices = [data[name] for name, part in asked.parts.items() if isinstance(part, Matrix)]
    if matrices and len(asked.parts) > 1:
        raise Failure.of("TABLE_SHAPE", "a matrix is a file of its own", "ask for it alone")
    text = io.StringIO()
    rows = _matrix(matrices[0]) if matrices else _rows(asked, data)
    csv.writer(text, lineterminator="\n").writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def unfinished(asked: Block, data: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what nobody sees in a table: which lists in `data` go on, and of which nothing says whether they do.

    A table shows one page of each list. Whether more follow is told where `pageInfo` or `totalCount` was asked for.
    """
    found: dict[str, bool | None] = {}
    for place, more in _pages(asked, data, ()):
        # One list that goes on says more than another that does not, or that says nothing.
        found[place] = max(more, found.get(place, False), key=(False, None, True).index)
    for told, message, hint in _UNFINISHED:
        places = [place for place, more in sorted(found.items()) if more is told]
        if places:
            yield Problem("TABLE_CUT", message, hint, ", ".join(places))


def _pages(asked: Block, data: Mapping[str, Any], way: tuple[str, ...]) -> Iterator[tuple[str, bool | None]]:
    """Yield of each page in `data` where it stands, and whether its list goes on; the node of an edge stands there."""
    for name, part in asked.parts.items():
        value, here = data.get(name), way if name == "node" else (*way, name)
        if value is None:
            continue
        if isinstance(part, Block):
            yield from _pages(part, value, here)
        elif isinstance(part, Matrix):
            for side, page in part.sides.items():
                yield ".".join((*here, side)), page.goes_on(value[side], len(value[side]["entries"]))
        elif isinstance(part, Entries):
            for at, block in part.sides.items():
                entries = value[at] if at else value
                if part.page is not None:
                    yield ".".join(here), part.page.goes_on(value, len(entries))
                for entry in filter(None, entries):
                    yield from _pages(block, entry, here)


_UNFINISHED = (
    (True, "not all is shown", "take the rest with after, or larger pages with first"),
    (None, "nothing says whether this is all", "ask for pageInfo { hasNextPage } or totalCount beside what they hold"),
)


def _harmless(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell


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
        dates = [edge[name] or "" for name in ("since", "until") if name in edge]
        # A dash says that there is no end, or that none is known: only who asked for both can say so.
        period = "–".join(dates if len({*dates}) > 1 else dates[:1])
        told.append(", ".join(filter(None, [*(detail.get("value") for detail in edge.get("details", ())), period])))
    return "; ".join(filter(None, told)) or "x"


def _rows(asked: Block, data: Mapping[str, Any]) -> list[list[str]]:
    headings = headed(asked.columns())
    if not headings:
        raise Failure.of("TABLE_SHAPE", "nothing is asked for that has a column", "ask for the nodes of a list")
    alone: Cells = {}
    lists = _fill(asked, data, alone)
    rows = [row for entries, found in lists for row in _listed(entries, found, alone)]
    if not rows and alone:
        rows = [alone]
    return [[*headings.values()], *([row.get(column, "") for column in headings] for row in rows)]


def _fill(block: Block, found: Mapping[str, Any], cells: Cells) -> list[tuple[Entries, Any]]:
    """Put into `cells` what a thing and single things within it have, and return the lists in them."""
    lists: list[tuple[Entries, Any]] = []
    for name, part in block.parts.items():
        value = found.get(name)
        if value is None:
            continue
        if isinstance(part, Column):
            cells[part] = part.tell(value)
        elif isinstance(part, Block):
            lists += _fill(part, value, cells)
        elif isinstance(part, Entries):
            lists.append((part, value))
    return lists


def _listed(entries: Entries, found: Any, so_far: Cells) -> Iterator[Cells]:
    """Yield the rows of a list: of each entry those of the lists in it, or one."""
    sides = ((block, found[name] if name else found) for name, block in entries.sides.items())
    blocks, listed = zip(*sides, strict=True)
    for entry in zip(*listed, strict=True):
        cells = {**so_far}
        within = [each for block, part in zip(blocks, entry, strict=True) if part for each in _fill(block, part, cells)]
        rows = [row for inner, value in within for row in _listed(inner, value, cells)]
        yield from rows or [cells]
