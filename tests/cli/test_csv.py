"""`query --csv`: lists as `--table` shows them, a participation as a matrix."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from engagegraph.cli import table as tables
from engagegraph.cli.columns import asked
from engagegraph.cli.table import unfinished
from engagegraph.errors import Failure
from engagegraph.query.prepare import Preparer

Told = Callable[[str, dict[str, Any]], list[list[str]]]

WHO = "{ who: participation(rows: {people: {}} columns: {clubs: {}}) { cells { row column } } }"
PEOPLE = "{ people { nodes { name %s } } }"


@pytest.fixture(scope="module")
def told(small_preparers: Mapping[str, Preparer]) -> Told:
    """The lines of the CSV file for an operation and its answer."""

    def made(text: str, data: dict[str, Any]) -> list[list[str]]:
        written = tables.csv_text(asked(small_preparers["public"], text), data)
        return list(csv.reader(io.StringIO(written)))

    return made


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


def test_a_matrix_is_a_file_with_a_row_for_each_row(told: Told) -> None:
    assert told(WHO, {"who": MATRIX}) == [
        ["", "Chor", "SV"],
        ["Anna", "", "Vorsitz, 2001–"],
        ['Ben, "B"', "2001; Mitglied", "x"],
    ]


@pytest.mark.parametrize(
    ("edge", "cell"),
    [
        ({"since": "2020-01"}, "2020-01"),
        ({"until": "2023"}, "2023"),
        ({"since": "2020", "until": "2023"}, "2020–2023"),
        ({"since": None, "until": "2023"}, "–2023"),
        ({"since": None, "until": None}, "x"),
        ({"until": None}, "x"),
    ],
)
def test_a_period_is_open_only_where_both_ends_were_asked_for(told: Told, edge: dict[str, Any], cell: str) -> None:
    cells = [{"row": "a", "column": "x", "edges": [edge]}]
    assert told(WHO, {"who": {**MATRIX, "cells": cells}})[1] == ["Anna", cell, ""]


def test_totals_stand_behind_and_below_where_they_were_asked_for(told: Told) -> None:
    def counted(side: str) -> dict[str, Any]:
        return {"entries": [e | {"total": n} for n, e in enumerate(MATRIX[side]["entries"], 5)]}

    rows, columns = {"rows": counted("rows")}, {"columns": counted("columns")}
    lines = told(WHO, {"who": {**MATRIX, **rows}})
    assert [line[-1] for line in lines] == ["insgesamt", "5", "6"]
    assert told(WHO, {"who": {**MATRIX, **columns}})[-1] == ["insgesamt", "5", "6"]
    lines = told(WHO, {"who": {**MATRIX, **rows, **columns, "total": 30}})
    assert [line[-1] for line in lines] == ["insgesamt", "5", "6", "30"]
    assert lines[-1] == ["insgesamt", "5", "6", "30"]


@pytest.mark.parametrize(
    "matrix",
    [
        {**MATRIX, "rows": {"entries": [{"node": {"id": "a"}}]}},
        {"cells": []},
        {**MATRIX, "cells": [{"row": "a"}]},
    ],
)
def test_a_matrix_without_names_is_refused(told: Told, matrix: dict[str, Any]) -> None:
    with pytest.raises(Failure) as caught:
        told(WHO, {"who": matrix})
    assert [p.code for p in caught.value.problems] == ["TABLE_SHAPE"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (f"{WHO[:-1]} people {{ nodes {{ name }} }} }}", ""),
        ("{ dataset { revision } }", "dataset"),
        ("{ __typename }", "__typename"),
        ("{ a: clubs { nodes { title } aggregate { count } } }", "a.aggregate"),
        ("{ clubs { nodes { members { facets(fields: [{role: VALUE}]) { field } } } } }", "clubs.nodes.members.facets"),
        ("{ clubs { groupBy(by: [{kind: VALUE}]) { count } } }", "clubs.groupBy"),
        ('{ search(query: "x") { edges { highlight { text } } } }', "search.edges.highlight"),
        ("{ clubs { pageInfo { hasNextPage } } }", ""),
    ],
)
def test_what_has_no_column_is_refused(told: Told, text: str, where: str) -> None:
    with pytest.raises(Failure) as caught:
        told(text, {"who": MATRIX})
    assert [(p.code, p.where) for p in caught.value.problems] == [("TABLE_SHAPE", where)]


def test_a_matrix_is_no_table(small_preparers: Mapping[str, Preparer]) -> None:
    with pytest.raises(Failure) as caught:
        tables.table(asked(small_preparers["public"], WHO), {"who": MATRIX})
    assert (caught.value.code, caught.value.problems[0].where) == ("TABLE_SHAPE", "who")


def test_lists_are_as_in_a_table(told: Told, small_preparers: Mapping[str, Preparer]) -> None:
    text, data = PEOPLE % "note", {"people": {"nodes": [{"name": "Anna", "note": "eins; zwei"}, {"name": "Ben"}]}}
    assert told(text, data) == [["Person", "Anmerkung"], ["Anna", "eins; zwei"], ["Ben", ""]]
    shown = tables.table(asked(small_preparers["public"], text), data)
    assert [[column.header, *column.cells] for column in shown.columns] == [
        ["Person", "Anna", "Ben"],
        ["Anmerkung", "eins; zwei", ""],
    ]


CLUBS = """
query ($short: Boolean = true) {
  clubs {
    totalCount
    nodes {
      kind title note tags open @skip(if: $short)
      members { edges { role since node { ...Who } sources { source { title } } } }
    }
  }
}
fragment Who on Node { ... on Person { name note } ... on County { name note } ... on Place { code } }
"""


def test_each_thing_has_columns_of_its_own(told: Told) -> None:
    quoted = [{"source": {"title": "Quelle", "url": url}} for url in (None, "https://example.org/x")]
    members = [
        {"role": "CHAIR", "since": "2001", "node": {"name": "Anna", "note": "n"}, "sources": quoted},
        {"role": "MEMBER", "since": None, "node": {"name": "Kreis", "code": "01"}, "sources": quoted[1:]},
    ]
    clubs = [
        {"kind": "SPORT", "title": "SV", "note": "m", "tags": ["a", "b"], "open": True, "members": {"edges": members}},
        {"kind": None, "title": "TV", "note": None, "tags": [], "open": False, "members": {"edges": []}},
    ]
    data = {"clubs": {"totalCount": 2, "nodes": clubs}}
    head = ["Verein", "Art", "Verein: Anmerkung", "Stichworte"]
    rest = ["hat als Mitglied", "Rolle", "seit", "hat als Mitglied: Anmerkung", "Schlüssel", "Quelle"]
    assert told(CLUBS, data) == [
        head + rest,
        ["SV", "Sport", "m", "a, b", "Anna", "Vorsitz", "2001", "n", "", "Quelle (+1)"],
        ["SV", "Sport", "m", "a, b", "Kreis", "Mitglied", "", "", "01", "example.org"],
        ["TV", "", "", "", "", "", "", "", "", ""],
    ]
    assert told(CLUBS, {"clubs": {"totalCount": 2, "nodes": []}}) == [head + rest]
    assert told(CLUBS.replace("= true", "= false"), data)[1][4] == "ja"


@pytest.mark.parametrize(
    ("text", "data", "lines"),
    [
        (
            "{ places { nodes { id slug displayName name distance(from: {latitude: 1, longitude: 2}) } } }",
            {"places": {"nodes": [{"id": "x", "slug": "a", "displayName": "A", "name": "B", "distance": 1.5}]}},
            [["Ort: Anzeigename", "Ort: Name", "id", "Kürzel", "distance"], ["A", "B", "x", "a", "1.5"]],
        ),
        (
            "{ towns { nodes { name county { name code } clubs { totalCount } } } }",
            {
                "towns": {
                    "nodes": [
                        {"name": "S", "county": {"name": "K", "code": "01"}, "clubs": {"totalCount": 3}},
                        {"name": "T", "county": None, "clubs": {"totalCount": 0}},
                    ]
                }
            },
            [["Stadt", "Kreis", "Schlüssel", "Verein: insgesamt"], ["S", "K", "01", "3"], ["T", "", "", "0"]],
        ),
        (
            "{ towns { totalCount } counties { all: totalCount } }",
            {"towns": {"totalCount": 7}, "counties": {"all": 8}},
            [["Stadt: insgesamt", "Kreis: all"], ["7", "8"]],
        ),
        (
            '{ club(slug: "sv") { title de: text text clubs { nodes { title } } members { nodes { displayName } } } }',
            {
                "club": {
                    "title": "SV",
                    "de": "a",
                    "text": "b",
                    "clubs": {"nodes": [{"title": "TV"}]},
                    "members": {"nodes": [{"displayName": "Anna"}]},
                }
            },
            [
                ["Verein", "de", "Text", "hat als Mitglied: Verein", "hat als Mitglied"],
                ["SV", "a", "b", "TV", ""],
                ["SV", "a", "b", "", "Anna"],
            ],
        ),
        (
            '{ nodes(ids: ["x", "y"]) { displayName } leer: club(slug: "x") { title } }',
            {"nodes": [{"displayName": "A"}, None], "leer": None},
            [["leer", "nodes"], ["", "A"], ["", ""]],
        ),
        (
            "{ towns { edges { cursor node { name } } nodes { code } } }",
            {"towns": {"edges": [{"cursor": "c", "node": {"name": "S"}}], "nodes": [{"code": "1"}]}},
            [["Stadt", "cursor", "Schlüssel"], ["S", "c", "1"]],
        ),
        ('{ club(slug: "x") { title } }', {"club": None}, [["Verein"]]),
        (
            '{ one: club(slug: "x") { title kind } other: club(slug: "y") { title kind } }',
            {"one": {"title": "A", "kind": "ART"}, "other": {"title": "B", "kind": "ART"}},
            [["one", "one: Art", "other", "other: Art"], ["A", "Kunst", "B", "Kunst"]],
        ),
        (
            "{ a: clubs { nodes { umbrella { nodes { number umbrella { nodes { number } } } } } } }",
            {"a": {"nodes": []}},
            [["a: Verein: Zahl", "a: Verein: Verein: Zahl"]],
        ),
        (
            "{ clubs { nodes { number } edges { node { number } } } }",
            {"clubs": {"nodes": [{"number": 1}], "edges": [{"node": {"number": 1}}]}},
            [["clubs.nodes.number", "clubs.edges.node.number"], ["1", "1"]],
        ),
    ],
)
def test_what_is_asked_for_is_shown(told: Told, text: str, data: dict[str, Any], lines: list[list[str]]) -> None:
    assert told(text, data) == lines


def test_what_a_spreadsheet_would_compute_is_text(told: Told) -> None:
    risky = ["=1+1", "+49 30 1234", "-cmd", "@SUM(A1)", "\tx", "=", "-1-1"]
    safe = ["-5", "+2", "-1.5", "a=b", "–2001", ""]
    people = {"people": {"nodes": [{"name": name} for name in risky + safe]}}
    assert told(PEOPLE % "", people)[1:] == [[f"'{name}"] for name in risky] + [[name] for name in safe]
    matrix = {
        "rows": {"entries": [entry("a", "=A")]},
        "columns": {"entries": [entry("x", "@X")]},
        "cells": [{"row": "a", "column": "x", "edges": [{"details": [{"value": "=HYPERLINK()"}]}]}],
    }
    assert told(WHO, {"who": matrix}) == [["", "'@X"], ["'=A", "'=HYPERLINK()"]]


def test_what_a_table_does_not_show_is_told(small_preparers: Mapping[str, Preparer]) -> None:
    def cut(text: str, data: dict[str, Any]) -> list[tuple[str, str]]:
        return [(p.code, p.where) for p in unfinished(asked(small_preparers["public"], text), data)]

    text = """{
      people { nodes { mine: clubs { list: nodes { title } pageInfo { more: hasNextPage } } }
        page: pageInfo { endCursor hasNextPage } }
      towns { edges { node { clubs { nodes { title } } } } all: totalCount }
      every: towns { nodes { name } edges { node { code } } totalCount }
      none: club(slug: "x") { title }
      silent: towns { totalCount }
    }"""
    more, done = {"pageInfo": {"more": True}}, {"pageInfo": {"more": False}}
    people = [{"mine": {"list": [{}], **one}} for one in (done, more, done)]
    data = {
        "people": {"nodes": [*people, None], "page": {"hasNextPage": False}},
        "towns": {"edges": [{"node": {"clubs": {"nodes": []}}}], "all": 2},
        "every": {"nodes": [{}, {}], "edges": [{}, {}], "totalCount": 2},
        "none": None,
        "silent": {"totalCount": 5},
    }
    assert cut(text, data) == [("TABLE_CUT", "people.mine, towns"), ("TABLE_CUT", "towns.clubs")]
    known = {**data, "towns": {"edges": [], "all": 0}, "people": {"nodes": people[:1], "page": {"hasNextPage": False}}}
    assert cut(text, known) == []
    sides = "left: rows { entries { total } } columns { entries { total } pageInfo { hasNextPage } }"
    matrix = f"{{ who: participation(rows: {{people: {{}}}} columns: {{clubs: {{}}}}) {{ {sides} cells {{ row }} }} }}"
    found = {"left": {"entries": []}, "columns": {"entries": [{}], "pageInfo": {"hasNextPage": True}}, "cells": []}
    assert cut(matrix, {"who": found}) == [("TABLE_CUT", "who.columns"), ("TABLE_CUT", "who.left")]
