"""Workbooks made here, and the small importer that reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from tests.importers.register import HEAD, IMPORTER, Book, Cell, Sheet, write_book

from engagegraph.importers.declaration import Importer
from engagegraph.importers.load import load_importer
from engagegraph.model import Model


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Write sheets to an XLSX file and return its path."""

    def write(sheets: Mapping[str, Sheet], name: str = "register.xlsx") -> Path:
        return write_book(tmp_path / name, sheets)

    return write


@pytest.fixture
def places(book: Book) -> Callable[..., Path]:
    """Write rows below the head that the small importer knows."""

    def write(*rows: Sequence[Cell], head: Sheet = HEAD, name: str = "register.xlsx", year: int = 2024) -> Path:
        dated = [[f"Places at {year}"], *head[1:]] if head is HEAD else head
        return book({"About": [["Issued 2025"]], "Places1": [*dated, *rows]}, name)

    return write


@pytest.fixture
def declared(tmp_path: Path) -> Callable[[str], Path]:
    """Write the declaration of the small importer and return its folder."""

    def write(text: str = IMPORTER) -> Path:
        folder = tmp_path / "importers"
        folder.mkdir(exist_ok=True)
        (folder / "register.yaml").write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def register(small: Model, declared: Callable[..., Path]) -> Importer:
    return load_importer(small, declared(), "register")
