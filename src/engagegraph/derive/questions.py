"""The root fields that ask across the graph: their types, arguments and descriptions."""

from __future__ import annotations

from collections.abc import Iterator

from engagegraph.derive.builder import Argument, Builder, Field
from engagegraph.model import ENTITY, Model


def questions(model: Model, build: Builder) -> Iterator[Field]:
    """Add the types that questions need to the schema of `model`, a viewer's projection; yield the root fields."""
    yield from _dataset(build)
    yield from _suggest()


def _dataset(build: Builder) -> Iterator[Field]:
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


def _suggest() -> Iterator[Field]:
    yield Field(
        "suggest",
        f"list[{ENTITY}]",
        "What is called like this, while somebody types: names and official keys that begin so (those that are just "
        "so first), then names with a later word that does. A word for a kind may stand before a name. — Vorschläge.",
        (
            Argument("prefix", "str", "The beginning of a name or of an official key."),
            Argument("types", "list[SearchType] | None", "Only these types."),
            Argument("first", "int | None", "At most so many."),
            Argument("lang", "Language | None", "Preferred language of texts; nested fields inherit it."),
        ),
    )
