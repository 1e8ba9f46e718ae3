"""`dataset`: the data as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from engagegraph.derive.builder import Builder, Field


def dataset(build: Builder) -> Iterator[Field]:
    """Add the type of `dataset`; yield the root field."""
    build.object(
        "Dataset",
        [
            Field("name", "str", "Name of the model."),
            Field("revision", "int", "Number of the latest revision; it grows with every change."),
            Field("changedAt", "DateTime | None", "When the latest revision was made."),
            Field("nodes", "int", "How many nodes there are."),
            Field("relations", "int", "How many relations there are."),
            Field(
                "attributions",
                "list[str]",
                "What the licences of sources ask to be shown with the data. — Vermerke, die zu nennen sind.",
            ),
        ],
        "The data as a whole. — Der Datenbestand.",
    )
    yield Field("dataset", "Dataset", "The data as a whole.")
