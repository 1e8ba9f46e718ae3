"""An XLSX file ─▶ the rows of its one sheet as text, after a look whether it is the file that the importer knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from engagegraph.errors import Failure, Problem
from engagegraph.importers.declaration import Importer

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d*)")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a sheet (numbered from 1, cells as text) and the variables that its head gives."""

    file: str
    sheet: str
    variables: dict[str, str]
    rows: list[list[str]]


def read_table(importer: Importer, path: Path) -> Table:
    """Return what `path` holds for `importer`.

    Raises `Failure`: IMPORT_FILE (no such file, not XLSX, damaged), IMPORT_SHEET (no sheet of that name), IMPORT_HEADER
    (every cell of the head that is not as it should be).
    """
    book = _opened(path)
    name = next((n for n in book.sheet_names if importer.sheet.fullmatch(n)), None)
    if name is None:
        message = f"no sheet is called {importer.sheet.pattern}"
        hint = f"{_wanted(importer)}; this file has {', '.join(book.sheet_names) or 'no sheets'}"
        raise Failure.of("IMPORT_SHEET", message, hint, path.name)
    table = Table(path.name, name, {}, _rows(book, name, path))
    _check_head(importer, table)
    for find in importer.find:
        for other in book.sheet_names:
            if find.sheet.fullmatch(other):
                cells = (cell for row in _rows(book, other, path) for cell in row)
                match = next((m for cell in cells if (m := find.pattern.search(cell))), None)
                table.variables.update({k: v for k, v in (match.groupdict() if match else {}).items() if v})
    return table


def column_number(letters: str) -> int:
    """Return the number of a column from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def address(text: str) -> tuple[int, int] | None:
    """Return row and column of an address such as `H3`, both from 0."""
    match = _ADDRESS.fullmatch(text)
    return (int(match[2]) - 1, column_number(match[1])) if match else None


def _opened(path: Path) -> CalamineWorkbook:
    hint = "download it again; it must be the .xlsx file as it is published"
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Failure.of("IMPORT_FILE", f"cannot be read: {error.strerror}", "name the file", str(path)) from None
    if not data.startswith(b"PK\x03\x04"):
        raise Failure.of("IMPORT_FILE", "not an XLSX file", hint, path.name)
    try:
        return CalamineWorkbook.from_path(str(path))
    except (CalamineError, OSError) as error:
        raise Failure.of("IMPORT_FILE", f"a damaged XLSX file: {error}", hint, path.name) from None


def _rows(book: CalamineWorkbook, sheet: str, path: Path) -> list[list[str]]:
    try:
        rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except (CalamineError, OSError) as error:
        message = f"the sheet {sheet} is damaged: {error}"
        raise Failure.of("IMPORT_FILE", message, "download the file again", path.name) from None
    return [[_text(cell) for cell in row] for row in rows]


def _text(cell: Any) -> str:
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return unicodedata.normalize("NFC", str(cell)).strip()


def _check_head(importer: Importer, table: Table) -> None:
    problems: list[Problem] = []
    for name, pattern in importer.cells.items():
        found = _cell(table.rows, name)
        match = pattern.fullmatch(" ".join(found.split()))
        if match is None:
            shown = f'"{found[:_SHOWN]}…"' if len(found) > _SHOWN else f'"{found}"' if found else "nothing"
            where = f"{table.file}, sheet {table.sheet}, cell {name}"
            wanted = " ".join(re.sub(r"\(\?P<\w+>", "(", pattern.pattern).split())
            problems.append(Problem("IMPORT_HEADER", f"{shown} stands here", f'it should be "{wanted}"', where))
            continue
        table.variables.update({k: v for k, v in match.groupdict().items() if v})
    if problems:
        raise Failure(problems)


def _cell(rows: list[list[str]], name: str) -> str:
    place = address(name)
    if place is None or place[0] >= len(rows) or place[1] >= len(rows[place[0]]):
        return ""
    return rows[place[0]][place[1]]


def _wanted(importer: Importer) -> str:
    return f"this importer reads: {importer.label.en}"


def numbered(table: Table, first: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows from number `first` on, each with its number."""
    yield from enumerate(table.rows[first - 1 :], start=first)
