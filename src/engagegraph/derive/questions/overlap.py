"""`overlap`: what things share."""

from __future__ import annotations

from collections.abc import Iterator

from engagegraph.derive.arguments import CONTEXT, VIA
from engagegraph.derive.builder import Argument, Builder, Field
from engagegraph.model import ENTITY

_FIRST = Argument("first", "int | None", "How many.")
_MEASURES = [
    Field("jaccard", "float", "Of all that either has, the part that both have."),
    Field("cosine", "float", "What both have, divided by the geometric mean of how much each has."),
]


def overlap(build: Builder) -> Iterator[Field]:
    """Add the types of `overlap`; yield the root field."""
    build.enum(
        "OverlapMeasure",
        {"JACCARD": "By `jaccard`.", "COSINE": "By `cosine`.", "SHARED": "By `sharedCount`."},
        "What to order by; ties are broken by type and slug.",
    )
    build.object(
        "OverlapSet",
        [Field("node", ENTITY, "The thing."), Field("count", "int", "How much it has.")],
        "One of the things that are compared. — Eines der verglichenen.",
    )
    build.object(
        "OverlapShared",
        [
            Field("node", ENTITY, "What is shared."),
            Field("edges", "list[Relation]", "The relations between it and the things."),
        ],
        "What is shared. — Was gemeinsam ist.",
    )
    build.object(
        "OverlapOther",
        [
            Field("node", ENTITY, "Who else."),
            Field("sharedCount", "int", "How much of what is shared it has, too."),
            Field("count", "int", "How much it has."),
            *_MEASURES,
            Field("shared", f"list[{ENTITY}]", "What of it.", (_FIRST,)),
        ],
        "Who else has what is shared. — Wer sonst das Gemeinsame hat.",
    )
    others = (
        _FIRST,
        Argument("by", "OverlapMeasure | None", "What to order by; `jaccard` if left out."),
        Argument("among", "list[EntityType] | None", "Only of these types; those of the things if left out."),
    )
    build.object(
        "Overlap",
        [
            Field("things", "list[OverlapSet]", "What is compared.", (_FIRST,)),
            Field("sharedCount", "int", "How much all of them have."),
            Field("unionCount", "int", "How much at least one of them has."),
            *_MEASURES,
            Field("shared", "list[OverlapShared]", "What all of them have, by name.", (_FIRST,)),
            Field("others", "list[OverlapOther]", "Who else has most of what they share.", others),
        ],
        "What things share. — Was gemeinsam ist.",
    )
    arguments = (
        Argument("of", "list[ID]", "Identifiers of the things; one alone shares all that it has."),
        Argument("in", "list[EntityType] | None", "Count only nodes of these types."),
        VIA,
        Argument(
            "where",
            "EntityFilter | None",
            "Count only nodes that fulfil this, for the things and for who else shares them. "
            "— Nur, was diese Bedingung erfüllt, zählt als gemeinsam.",
        ),
        *CONTEXT,
    )
    yield Field(
        "overlap",
        "Overlap | None",
        "What two or more things share, and who else shares most of it; null when one of them is unknown. "
        "— Was mehrere gemeinsam haben, und wer sonst noch.",
        arguments,
    )
