"""`rank` and `communities`: which things stand out in the network, and which belong together."""

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
            "BETWEENNESS": "Which part of all shortest paths between others leads over it.",
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
            Field(
                "sampled",
                "int | None",
                "From how many things paths were looked for, drawn by lot, where there are too many to look from all "
                "(`BETWEENNESS` and `CLOSENESS` only): the scores are estimates then. Null if they are exact.",
            ),
        ],
        "A ranking. — Eine Rangfolge.",
    )
    yield Field(
        "rank",
        "Ranking",
        "Which things stand out in the network of all that is related, computed once for each revision. Those that "
        "`where` leaves out are part of the network all the same. — Was im Netz der Beziehungen hervorsticht.",
        (
            Argument("type", "EntityType", "What is ranked; it is measured within the network of all types."),
            Argument("by", "RankMeasure", "What to rank by."),
            Argument(
                "where",
                "EntityFilter | None",
                "Only these are ranked, with ranks among each other; their scores are those that they have without it.",
            ),
            VIA,
            Argument("first", "int | None", "How many."),
            Argument("offset", "int | None", "Leave out so many before."),
            *CONTEXT,
        ),
    )


def communities(build: Builder) -> Iterator[Field]:
    """Add the types of `communities`; yield the root field."""
    build.object(
        "CommunityMember",
        [
            Field("degree", "int", "To how many others of the community it is related."),
            Field("node", ENTITY, "The thing."),
        ],
        "A thing in a community. — Ein Mitglied einer Gruppe.",
    )
    build.object(
        "CommunityType",
        [
            Field("type", "EntityType", "The type."),
            Field("count", "int", "How many of the community are of this type."),
        ],
        "A type and how many of a community are of it. — Eine Art und ihre Anzahl.",
    )
    build.object(
        "Community",
        [
            Field("size", "int", "How many belong to it."),
            Field("types", "list[CommunityType]", "How many of each type, the most first."),
            Field("members", "list[CommunityMember]", "Those of it that are related to the most others of it."),
        ],
        "Things that are more related to each other than to others. — Eine Gruppe im Netz.",
    )
    build.object(
        "Communities",
        [
            Field("revision", "int | None", "The revision that was looked at; null in a database without a clock."),
            Field("entries", "list[Community]", "The largest first; ties are broken by their best related members."),
            Field("totalCount", "int", "How many communities there are."),
            Field(
                "modularity", "float | None", "How clearly they are apart, at most 1; null where nothing is related."
            ),
            Field("unrelated", "int", "How many things are related to nothing, and so are in none."),
        ],
        "Communities. — Die Gruppen im Netz.",
    )
    yield Field(
        "communities",
        "Communities",
        "Which things belong together, as the network of all that is related has it (after Louvain), computed once for "
        "each revision. Those that `where` leaves out are part of the network all the same. "
        "— Was im Netz der Beziehungen zusammengehört.",
        (
            VIA,
            Argument(
                "where",
                "EntityFilter | None",
                "Only these are told and counted as members, and as unrelated; communities without any are left out. "
                "Degrees and `modularity` are those of the whole.",
            ),
            Argument("first", "int | None", "How many communities."),
            Argument("offset", "int | None", "Leave out so many before."),
            Argument("members", "int | None", "How many members of each are told."),
            *CONTEXT,
        ),
    )
