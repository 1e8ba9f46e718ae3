"""`suggest`: what is called like what somebody types."""

from __future__ import annotations

from collections.abc import Iterator

from engagegraph.derive.arguments import LANG
from engagegraph.derive.builder import Argument, Field
from engagegraph.model import ENTITY


def suggest() -> Iterator[Field]:
    """Yield the root field."""
    yield Field(
        "suggest",
        f"list[{ENTITY}]",
        "What is called like this, while somebody types: names and official keys that begin so (those that are just "
        "so first), then names with a later word that does. A word for a kind may stand before a name; "
        "where it stands alone, what is of this kind comes last. — Vorschläge.",
        (
            Argument("prefix", "str", "The beginning of a name or of an official key."),
            Argument("types", "list[SearchType] | None", "Only these types."),
            Argument("first", "int | None", "At most so many."),
            LANG,
        ),
    )
