"""Rows ─▶ records that know the records they belong to and what the rows below them sum up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from engagegraph.errors import Failure, Problem
from engagegraph.importers.declaration import Importer, Record
from engagegraph.importers.expression import Alternatives, Fold, decimal, evaluate, holds
from engagegraph.importers.workbook import Table, numbered

MOST = 50
"""Problems of one file that are told; a foreign file would have thousands."""


@dataclass(frozen=True, slots=True)
class Head:
    """What is known without a row: the variables of the sheet's head and the texts made of them."""

    importer: Importer
    variables: dict[str, str]

    def get(self, name: str) -> str:
        """Return the value of a variable."""
        if name in self.variables:
            return self.variables[name]
        found = evaluate(self.importer.texts[name], self) if name in self.importer.texts else ""
        self.variables[name] = found
        return found

    def folded(self, fold: Fold) -> str:
        """There are no rows to sum up."""
        return ""


@dataclass(slots=True, eq=False)
class Row:
    """A row of the sheet, as a record."""

    record: Record
    head: Head
    number: int
    cells: list[str]
    parents: dict[str, Row] = field(default_factory=dict)
    folds: dict[int, list[tuple[Decimal, Decimal]]] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """Return the value of a variable: a column's, a text's, a parent's (`parent.column`) or the head's."""
        found = self.known.get(name)
        if found is None:
            found = self.known[name] = self._get(name)
        return found

    def _get(self, name: str) -> str:
        column = self.head.importer.columns.get(name)
        if column is not None:
            return self.cells[column] if column < len(self.cells) else ""
        parent, dot, rest = name.partition(".")
        if dot:
            return self.parents[parent].get(rest) if parent in self.parents else ""
        texts: Alternatives | None = self.record.texts.get(name)
        return self.head.get(name) if texts is None else evaluate(texts, self)

    def folded(self, fold: Fold) -> str:
        """Return the sum, or the mean with as many decimals as the most exact number has."""
        pairs = self.folds.get(id(fold), [])
        if not pairs:
            return ""
        total = sum((value * weight for value, weight in pairs), Decimal(0))
        if not fold.weight:
            return format(total, "f")
        weights = sum((weight for _, weight in pairs), Decimal(0))
        finest = min((value for value, _ in pairs), key=lambda v: int(v.as_tuple().exponent))
        return format((total / weights).quantize(finest), "f") if weights else ""


def read_records(importer: Importer, table: Table) -> list[Row]:
    """Return all records in the order of the file.

    Raises `Failure`: IMPORT_ROW (a row of no known kind, or twice the same), IMPORT_PARENT (a row whose parent is
    missing), IMPORT_CELL (a cell without the number it should hold), IMPORT_ROWS (too few rows: the file is cut off).
    """
    reader = _Reader(importer, table)
    reader.read()
    reader.link()
    reader.fold()
    if not reader.problems:
        reader.count()
    if reader.problems:
        raise Failure(reader.problems[:MOST])
    return reader.rows


class _Reader:
    def __init__(self, importer: Importer, table: Table) -> None:
        self.importer = importer
        self.table = table
        self.head = Head(importer, table.variables)
        self.rows: list[Row] = []
        self.ids: dict[str, dict[str, Row]] = defaultdict(dict)
        self.problems: list[Problem] = []

    def wrong(self, row: int, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(code, message, hint, f"{self.table.file}, sheet {self.table.sheet}, row {row}"))

    def read(self) -> None:
        scratch = Record("", {}, next(iter(self.importer.records.values())).id, 0, {}, {}, None)
        for number, cells in numbered(self.table, self.importer.first_row):
            bare = Row(scratch, self.head, number, cells)
            record = next((r for r in self.importer.records.values() if holds(r.rows, bare)), None)
            if record is not None:
                self.keep(Row(record, self.head, number, cells))
            elif not any(holds(condition, bare) for condition in self.importer.ignore):
                told = {name: bare.get(name) for r in self.importer.records.values() for name in r.rows}
                shown = ", ".join(f'{name} "{value}"' for name, value in told.items())
                known = ", ".join(self.importer.records)
                self.wrong(number, "IMPORT_ROW", f"a row of no known kind: {shown}", f"known are {known}")

    def keep(self, row: Row) -> None:
        same = self.ids[row.record.name].setdefault(evaluate((row.record.id,), row), row)
        if same is row:
            self.rows.append(row)
        else:
            self.wrong(row.number, "IMPORT_ROW", f"this {row.record.name} is there twice", f"see row {same.number}")

    def link(self) -> None:
        for row in self.rows:
            for name, parent in row.record.parents.items():
                wanted = evaluate((parent.id,), row)
                found = next((r for kind in parent.of if (r := self.ids[kind].get(wanted)) is not None), None)
                if found is None:
                    message = f'the file has no {" or ".join(parent.of)} "{wanted}" to which this row belongs'
                    self.wrong(row.number, "IMPORT_PARENT", message, "download the file again")
                else:
                    row.parents[name] = found

    def fold(self) -> None:
        for record in self.importer.records.values():
            for fold in _folds(record):
                for row in self.rows:
                    if row.record.name in fold.over:
                        self.add(fold, record, row)

    def add(self, fold: Fold, record: Record, row: Row) -> None:
        above = [parent for parent in row.parents.values() if parent.record is record]
        if not above:
            return
        try:
            pair = decimal(row.get(fold.column)), decimal(row.get(fold.weight)) if fold.weight else Decimal(1)
        except ValueError as error:
            self.wrong(row.number, "IMPORT_CELL", f"{fold.column}: {error}", "a number belongs here")
            return
        for parent in above:
            parent.folds.setdefault(id(fold), []).append(pair)

    def count(self) -> None:
        for name, record in self.importer.records.items():
            found = len(self.ids[name])
            if found < record.least:
                message = f"{found} rows of the kind {name}, at least {record.least} are expected"
                last = len(self.table.rows)
                self.wrong(last, "IMPORT_ROWS", message, "the file is not whole: download it again")


def _folds(record: Record) -> Iterator[Fold]:
    properties = record.thing.properties if record.thing is not None else {}
    for alternatives in (*record.texts.values(), *properties.values()):
        yield from (e.fold for e in alternatives if e.fold is not None)
