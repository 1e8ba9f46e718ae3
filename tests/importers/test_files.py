"""Files that are read, and files that are refused: what is wrong, where, what would be right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.importers.register import HEAD, Book, Cell

from engagegraph.errors import Failure, Problem
from engagegraph.importers import plan
from engagegraph.importers.declaration import Importer
from engagegraph.importers.records import read_records
from engagegraph.importers.workbook import address, column_number, read_table
from engagegraph.model import Model
from engagegraph.write.change import Snapshot

Places = Callable[..., Path]
COUNTY: list[Cell] = ["C", "01", "Nord", "", ""]


def refused(importer: Importer, path: Path) -> tuple[Problem, ...]:
    with pytest.raises(Failure) as caught:
        read_records(importer, read_table(importer, path))
    return caught.value.problems


def test_what_is_read(register: Importer, places: Places) -> None:
    table = read_table(register, places(COUNTY, ["T", "0101", " Aa, Stadt ", 7, 1.5]))
    assert table.variables == {"year": "2024", "issued": "2025"}
    assert table.rows[3][:5] == ["T", "0101", "Aa, Stadt", "7", "1.5"]
    county, town = read_records(register, table)
    assert (town.get("short"), town.get("county.name"), town.get("county.size")) == ("Aa", "Nord", "")
    assert county.get("long") == "Places at 2024"


def test_addresses() -> None:
    assert [column_number(letters) for letters in ("A", "Z", "AA", "BC")] == [0, 25, 26, 54]
    assert address("H3") == (2, 7)
    assert [address(text) for text in ("h3", "H0", "3H", "H3:H4")] == [None] * 4


def test_no_workbook(register: Importer, tmp_path: Path, places: Places) -> None:
    [missing] = refused(register, tmp_path / "nothing.xlsx")
    assert (missing.code, missing.hint) == ("IMPORT_FILE", "name the file")
    (tmp_path / "page.xlsx").write_text("<html>Not found</html>")
    [page] = refused(register, tmp_path / "page.xlsx")
    assert (page.code, page.message) == ("IMPORT_FILE", "not an XLSX file")
    whole = places(COUNTY).read_bytes()
    for cut in (len(whole) // 3, len(whole) - 30):
        (tmp_path / "cut.xlsx").write_bytes(whole[:cut])
        [damaged] = refused(register, tmp_path / "cut.xlsx")
        assert damaged.code == "IMPORT_FILE"
        assert "damaged" in damaged.message


def test_another_workbook(register: Importer, book: Book) -> None:
    [problem] = refused(register, book({"Tabelle1": [["x"]]}))
    assert problem.code == "IMPORT_SHEET"
    assert problem.message == r"no sheet is called Places\d+"
    assert "this file has Tabelle1" in problem.hint


def test_another_head(register: Importer, places: Places) -> None:
    problems = refused(register, places(COUNTY, head=[["Places at 2024"], ["Sort", "Code", "", "Size"]]))
    assert [str(p) for p in problems] == [
        'register.xlsx, sheet Places1, cell A2  "Sort" stands here – it should be "Kind" [IMPORT_HEADER]',
        'register.xlsx, sheet Places1, cell C2  nothing stands here – it should be "Name" [IMPORT_HEADER]',
    ]
    [late] = refused(register, places(COUNTY, head=[["Places at last"], *HEAD[1:]]))
    assert late.hint == r'it should be "Places at (\d{4})"'


ROWS: list[tuple[str, list[Sequence[Cell]], list[str]]] = [
    ("of no kind", [COUNTY, ["Q", "0101", "Aa"]], ['IMPORT_ROW row 4 a row of no known kind: kind "Q"']),
    ("twice", [COUNTY, COUNTY], ["IMPORT_ROW row 4 this county is there twice"]),
    (
        "without its parent",
        [COUNTY, ["T", "0201", "Aa"]],
        ['IMPORT_PARENT row 4 the file has no county or free "02" to which this row belongs'],
    ),
    ("no number", [COUNTY, ["D", "0101", "Aa", "many"]], ['IMPORT_CELL row 4 size: not a number: "many"']),
    ("cut off", [["F", "01", "Frei"]], ["IMPORT_ROWS row 3 0 rows of the kind county, at least 1 are expected"]),
]


@pytest.mark.parametrize(("rows", "wanted"), [case[1:] for case in ROWS], ids=[case[0] for case in ROWS])
def test_rows_that_cannot_be(register: Importer, places: Places, rows: list[Sequence[Cell]], wanted: list[str]) -> None:
    problems = refused(register, places(*rows))
    assert [f"{p.code} {p.where.rpartition(', ')[2]} {p.message}" for p in problems] == wanted


def test_an_unknown_word_is_told_before_anything_is_written(small: Model, register: Importer, places: Places) -> None:
    directory = plan.read(small, register, places(COUNTY, ["T", "0101", "Aa", 1, 1, "z"]))
    with pytest.raises(Failure) as caught:
        plan.plan(directory, Snapshot())
    assert [(p.code, p.message) for p in caught.value.problems] == [("IMPORT_CELL", 'note: "z" is none of a, b')]


def test_values_that_the_model_refuses_name_the_row(small: Model, register: Importer, places: Places) -> None:
    directory = plan.read(small, register, places(["C", "1", "Nord"]))
    with pytest.raises(Failure) as caught:
        plan.plan(directory, Snapshot())
    assert caught.value.problems[0].where == "register.xlsx:3:1"
    assert caught.value.code == "VALUE_INVALID"


def test_sums_are_exact_and_means_are_weighted(register: Importer, places: Places) -> None:
    rows = read_records(
        register, read_table(register, places(COUNTY, ["T", "0101", "Aa", 0.1, 1], ["D", "0102", "Bb", "0,20", 3]))
    )
    thing = register.records["county"].thing
    assert thing is not None
    [expression] = thing.properties["note"]
    assert expression.fold is not None
    assert rows[0].folded(expression.fold) == "0.30"
