"""A small importer, and workbooks for it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

Cell = str | int | float
Sheet = Sequence[Sequence[Cell]]
Book = Callable[..., Path]

IMPORTER = """
importer: register
label: {de: Register, en: Register}
description: {de: Orte., en: Places.}
sheet: 'Places\\d+'
cells:
  A1: 'Places at (?P<year>\\d{4})'
  A2: Kind
  C2: Name
  D2: Size
find:
  - {sheet: About, pattern: 'Issued (?P<issued>\\d{4})'}
columns: {kind: A, code: B, name: C, size: D, weight: E, note: F}
firstRow: 3
ignore:
  - {kind: '|-'}
texts:
  long: 'Places at {year}'
source:
  slug: 'register-{year}'
  properties:
    title: ['{long}, issued {issued}', '{long}']
records:
  county:
    rows: {kind: C}
    id: '{code}'
    least: 1
    type: County
    key: code
    place: 'code {code}'
    slug: ['{name}', '{name}-{code}']
    properties:
      code: '{code}'
      name: '{name}'
      note: {sum: size, over: [town, desert]}
  free: {rows: {kind: F}, id: '{code}'}
  town:
    rows: {kind: 'T|X'}
    id: '{code}'
    parents:
      county: {of: [county, free], id: {text: '{code}', pattern: '(..)..'}}
    texts:
      short: {text: '{name}', pattern: '(.+?)(, .*)?'}
    type: Town
    key: code
    place: 'code {code}'
    slug: ['{short}', {text: '{short}-{county.name}', when: {county.kind: C}}, '{short}-{code}']
    chooseFirst: {kind: X}
    properties:
      code: '{code}'
      name: '{short}'
      note: {text: '{note}', words: {a: Alpha, b: Beta}}
    links: {county: county}
  desert:
    rows: {kind: D}
    id: '{code}'
    parents:
      county: {of: [county], id: {text: '{code}', pattern: '(..)..'}}
"""

HEAD: list[list[Cell]] = [["Places at 2024"], ["Kind", "Code", "Name", "Size"]]


def write_book(path: Path, sheets: Mapping[str, Sheet]) -> Path:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    numbers = range(1, len(sheets) + 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        parts = "".join(
            f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{kind}.worksheet+xml"/>' for i in numbers
        )
        file.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
            f'PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>{parts}</Types>',
        )
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        listed = "".join(
            f'<sheet name="{escape(name)}" sheetId="{i}" r:id="r{i}"/>' for i, name in zip(numbers, sheets, strict=True)
        )
        file.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{listed}</sheets></workbook>'
        )
        targets = "".join(
            f'<Relationship Id="r{i}" Type="{office}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in numbers
        )
        file.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}/relationships">{targets}</Relationships>',
        )
        for i, rows in zip(numbers, sheets.values(), strict=True):
            text = "".join(_row(number, cells) for number, cells in enumerate(rows, start=1))
            file.writestr(
                f"xl/worksheets/sheet{i}.xml", f'<worksheet xmlns="{main}"><sheetData>{text}</sheetData></worksheet>'
            )
    return path


def _row(number: int, cells: Sequence[Cell]) -> str:
    return f'<row r="{number}">{"".join(_cell(f"{chr(65 + i)}{number}", c) for i, c in enumerate(cells))}</row>'


def _cell(address: str, value: Cell) -> str:
    if isinstance(value, str):
        return f'<c r="{address}" t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else ""
    return f'<c r="{address}"><v>{value}</v></c>'
