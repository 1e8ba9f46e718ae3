"""`timeline`: what happened."""

from __future__ import annotations

from collections.abc import Iterator

from engagegraph.derive.arguments import CONTEXT, LANG, VIA
from engagegraph.derive.builder import Argument, Builder, Field
from engagegraph.model import ENTITY


def timeline(build: Builder) -> Iterator[Field]:
    """Add the types of `timeline`; yield the root field."""
    build.enum(
        "TimelineKind",
        {
            "THING": "A date or the life span of the thing itself.",
            "RELATION": "A date or the time of a relation of it.",
            "RELATED": "A date or the life span of something related to it.",
        },
        "What an entry of a timeline is about.",
    )
    build.object(
        "TimelineEntry",
        [
            Field("cursor", "str", "Position in the timeline."),
            Field("date", "PartialDate | None", "When it was, or began."),
            Field("end", "PartialDate | None", "When it ended."),
            Field("kind", "TimelineKind", "What it is about."),
            Field("sentence", "str", "What it was. — Was geschah.", (LANG,)),
            Field("node", ENTITY, "The thing itself, or what is related to it."),
            Field("edge", "Relation | None", "The relation between the two."),
        ],
        "Something that happened. — Ein Eintrag der Zeitleiste.",
    )
    build.object(
        "Timeline",
        [
            Field("entries", "list[TimelineEntry]", "The entries of this page, by first day, then last day."),
            Field("pageInfo", "PageInfo", "Where the page lies."),
            Field("totalCount", "int", "How many entries there are, over all pages."),
        ],
        "What happened to or around a thing. — Eine Zeitleiste.",
    )
    arguments = (
        Argument("of", "ID", "Identifier of the thing."),
        VIA,
        Argument("first", "int | None", "How many."),
        Argument("after", "str | None", "Only after this cursor."),
        Argument(
            "where",
            "EntityFilter | None",
            "Beside what happened to the thing itself only what has to do with things that fulfil this. "
            "— Neben dem Eigenen nur, was mit Dingen zu tun hat, die diese Bedingung erfüllen.",
        ),
        *CONTEXT,
    )
    yield Field(
        "timeline",
        "Timeline | None",
        "What happened to or around a thing, in order; null when it is unknown. — Was geschah, der Reihe nach.",
        arguments,
    )
