"""`participation`: which things of one kind have a relation to which of another."""

from __future__ import annotations

from collections.abc import Iterator

from engagegraph.derive.arguments import CONTEXT, VIA
from engagegraph.derive.builder import Argument, Builder, Field
from engagegraph.model import ENTITY


def participation(build: Builder) -> Iterator[Field]:
    """Add the types of `participation`; yield the root field."""
    build.object(
        "ParticipationEntry",
        [
            Field("cursor", "str", "Position in the list."),
            Field("node", ENTITY, "What the row or column stands for."),
            Field("total", "int", "How many cells it has, over all pages."),
        ],
        "A row or a column of a matrix. — Eine Zeile oder Spalte.",
    )
    build.object(
        "ParticipationAxis",
        [
            Field("entries", "list[ParticipationEntry]", "The rows or columns of this page."),
            Field("pageInfo", "PageInfo", "Where the page lies."),
            Field("totalCount", "int", "How many rows or columns there are, over all pages."),
        ],
        "The rows or the columns of a matrix. — Die Zeilen oder die Spalten.",
    )
    build.object(
        "ParticipationCell",
        [
            Field("row", "ID", "Identifier of the row's node."),
            Field("column", "ID", "Identifier of the column's node."),
            Field("edges", "list[Relation]", "The relations between the two."),
        ],
        "Where a row and a column meet. — Eine Zelle, in der etwas steht.",
    )
    build.object(
        "Participation",
        [
            Field("rows", "ParticipationAxis", "The rows of this page."),
            Field("columns", "ParticipationAxis", "The columns of this page."),
            Field(
                "cells", "list[ParticipationCell]", "The cells of these rows and columns, row by row; empty ones not."
            ),
            Field("total", "int", "How many cells there are, over all pages."),
        ],
        "A matrix. — Eine Matrix.",
    )
    arguments = (
        Argument("rows", "EntityFilter", "What the rows are."),
        Argument("columns", "EntityFilter", "What the columns are."),
        VIA,
        Argument("empty", "bool | None", "Whether rows and columns without any cell are wanted, too."),
        Argument("firstRows", "int | None", "How many rows."),
        Argument("afterRow", "str | None", "Only rows after this cursor."),
        Argument("firstColumns", "int | None", "How many columns."),
        Argument("afterColumn", "str | None", "Only columns after this cursor."),
        *CONTEXT,
    )
    yield Field(
        "participation",
        "Participation",
        "Which things of one kind have a relation to which of another: districts and the programmes that they joined, "
        "members and networks. — Wer woran beteiligt ist, als Matrix.",
        arguments,
    )
