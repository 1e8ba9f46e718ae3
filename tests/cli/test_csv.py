"""`query --csv`: lists as `--table` shows them, a participation as a matrix."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from engagegraph.cli.table import csv_text, unfinished
from engagegraph.errors import Failure
from engagegraph.model import Model


def entry(identifier: str, name: str) -> dict[str, Any]:
    return {"node": {"id": identifier, "displayName": name}}


MATRIX: dict[str, Any] = {
    "rows": {"entries": [entry("a", "Anna"), entry("b", 'Ben, "B"')]},
    "columns": {"entries": [entry("x", "Chor"), entry("y", "SV")]},
    "cells": [
        {"row": "a", "column": "y", "edges": [{"since": "2001", "until": None, "details": [{"value": "Vorsitz"}]}, {}]},
        {
            "row": "b",
            "column": "x",
            "edges": [{"since": "2001", "until": "2001"}, {"details": [{"value": "Mitglied"}]}],
        },
        {"row": "b", "column": "y"},
    ],
}


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_a_matrix_is_a_file_with_a_row_for_each_row(small: Model) -> None:
    assert read(csv_text(small, {"who": MATRIX})) == [
        ["", "Chor", "SV"],
        ["Anna", "", "Vorsitz, 2001–"],
        ['Ben, "B"', "2001; Mitglied", "x"],
    ]


def test_totals_stand_behind_and_below_where_they_were_asked_for(small: Model) -> None:
    def told(side: str) -> dict[str, Any]:
        return {"entries": [e | {"total": n} for n, e in enumerate(MATRIX[side]["entries"], 5)]}

    rows, columns = {"rows": told("rows")}, {"columns": told("columns")}
    lines = read(csv_text(small, {"who": {**MATRIX, **rows}}))
    assert [line[-1] for line in lines] == ["insgesamt", "5", "6"]
    assert read(csv_text(small, {"who": {**MATRIX, **columns}}))[-1] == ["insgesamt", "5", "6"]
    lines = read(csv_text(small, {"who": {**MATRIX, **rows, **columns, "total": 30}}))
    assert [line[-1] for line in lines] == ["insgesamt", "5", "6", "30"]
    assert lines[-1] == ["insgesamt", "5", "6", "30"]


def test_lists_are_as_in_a_table(small: Model) -> None:
    people = {"people": {"nodes": [{"name": "Anna", "note": "eins; zwei"}, {"name": "Ben"}]}}
    assert read(csv_text(small, people)) == [["Person", "Anmerkung"], ["Anna", "eins; zwei"], ["Ben", ""]]


@pytest.mark.parametrize(
    "data",
    [
        {"one": MATRIX, "two": MATRIX},
        {"one": {**MATRIX, "rows": {"entries": [{"node": {"id": "a"}}]}}},
        {"one": {"cells": []}},
        {"one": {**MATRIX, "cells": [{"row": "a"}]}},
        {"one": {"nodes": []}},
    ],
)
def test_what_is_neither_is_refused(small: Model, data: dict[str, Any]) -> None:
    with pytest.raises(Failure) as caught:
        csv_text(small, data)
    assert [p.code for p in caught.value.problems] == ["TABLE_SHAPE"]


def test_what_a_spreadsheet_would_compute_is_text(small: Model) -> None:
    risky = ["=1+1", "+49 30 1234", "-cmd", "@SUM(A1)", "\tx", "=", "-1-1"]
    safe = ["-5", "+2", "-1.5", "a=b", "–2001", ""]
    people = {"people": {"nodes": [{"name": name} for name in risky + safe]}}
    assert read(csv_text(small, people))[1:] == [[f"'{name}"] for name in risky] + [[name] for name in safe]
    matrix = {
        "rows": {"entries": [entry("a", "=A")]},
        "columns": {"entries": [entry("x", "@X")]},
        "cells": [{"row": "a", "column": "x", "edges": [{"details": [{"value": "=HYPERLINK()"}]}]}],
    }
    assert read(csv_text(small, {"who": matrix})) == [["", "'@X"], ["'=A", "'=HYPERLINK()"]]


def test_what_a_table_does_not_show_is_told() -> None:
    more, done, counted = {"pageInfo": {"hasNextPage": True}}, {"pageInfo": {"hasNextPage": False}}, {"totalCount": 2}
    clubs = [{"clubs": {"nodes": [{}], **one}} for one in (done, {}, more)]
    data = {
        "people": {"nodes": [*clubs, {"club": {"name": "SV"}}], **done},
        "towns": {"edges": [{"node": {"halls": {"nodes": []}}}], **counted},
        "all": {"nodes": [{}, {}], **counted},
        "who": {**MATRIX, "columns": {**MATRIX["columns"], **more}},
    }
    assert [(p.code, p.where) for p in unfinished(data)] == [
        ("TABLE_CUT", "people.clubs, towns, who.columns"),
        ("TABLE_CUT", "towns.halls, who.rows"),
    ]
    assert [*unfinished({"people": {"nodes": [{"clubs": {"nodes": [], **done}}], **done}})] == []
