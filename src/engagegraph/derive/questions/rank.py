"""`rank`: which things stand out in the network."""

from __future__ import annotations

from collections.abc import Iterator

from engagegraph.derive.arguments import CONTEXT, VIA
from engagegraph.derive.builder import Argument, Builder, Field
from engagegraph.model import ENTITY


def rank(build: Builder) -> Iterator[Field]:
    """Add the types of `rank`; yield the root field."""
    build.enum(
        "RankMeasure",
        {
            "DEGREE": "How many relations it has.",
            "PAGERANK": "How often a walk along relations comes by (0.85); all together have 1.",
            "CLOSENESS": "How near everything else is (after Wasserman and Faust).",
            "CORE": "The largest k so that it belongs to a group in which everything is related to at least k others.",
        },
        "What to rank by. But for `DEGREE`, several relations between two things count as one.",
    )
    build.object(
        "RankingEntry",
        [
            Field("rank", "int", "Its place, from 1; the same for those with the same score."),
            Field("score", "float", "The measure."),
            Field("node", ENTITY, "The thing."),
        ],
        "A thing in a ranking. — Ein Platz in einer Rangfolge.",
    )
    build.object(
        "Ranking",
        [
            Field("revision", "int | None", "The revision that was measured; null in a database without a clock."),
            Field("entries", "list[RankingEntry]", "The best first; ties are broken by slug and type."),
            Field("totalCount", "int", "How many are ranked."),
        ],
        "A ranking. — Eine Rangfolge.",
    )
    yield Field(
        "rank",
        "Ranking",
        "Which things stand out in the network of all that is related, computed once for each revision. "
        "— Was im Netz der Beziehungen hervorsticht.",
        (
            Argument("type", "EntityType", "What is ranked; it is measured within the network of all types."),
            Argument("by", "RankMeasure", "What to rank by."),
            VIA,
            Argument("first", "int | None", "How many."),
            Argument("offset", "int | None", "Leave out so many before."),
            *CONTEXT,
        ),
    )
