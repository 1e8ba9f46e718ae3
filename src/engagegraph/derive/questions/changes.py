"""`changes`: what changed in the data."""

from __future__ import annotations

from collections.abc import Iterator

from engagegraph.derive.builder import Argument, Builder, Field


def changes(build: Builder, whole: bool) -> Iterator[Field]:
    """Add the types of `changes`; yield the root field. `whole` is for who may see everything, authors too."""
    build.enum(
        "ChangeKind",
        {"ADDED": "It is new.", "CHANGED": "Properties or sources are others.", "REMOVED": "It is gone."},
        "What became of something.",
    )
    build.object(
        "Revision",
        [
            Field("number", "int", "Its number; the first is 1."),
            Field("at", "DateTime", "When it was made."),
            Field("author", "str | None", "Who made it; only for who may see everything."),
            Field("message", "str | None", "What for; only for who may see everything."),
        ],
        "A step in the life of the data. — Eine Revision der Daten.",
    )
    build.object(
        "ChangedNode",
        [
            Field("type", "EntityType", "Its type."),
            Field("id", "ID", "Its identifier."),
            Field("slug", "str", "Its slug."),
        ],
        "A node as history names it; it need not be there any more. — Ein Knoten.",
    )
    build.object(
        "ChangedRelation",
        [
            Field("type", "RelationType", "Its type."),
            Field("from", "ChangedNode", "What it starts at."),
            Field("to", "ChangedNode", "What it ends at."),
            Field("key", "str", "What tells apart several of its type between the same two; mostly empty."),
        ],
        "A relation as history names it. — Eine Beziehung.",
    )
    build.object(
        "ChangedProperty",
        [
            Field("name", "str", "Its name in the model."),
            Field("language", "Language | None", "The language of a text that has several."),
            Field(
                "before",
                "list[str] | None",
                "Its values before, as text; empty if it had none. Null but for who may see everything: what stood "
                "there may have been withdrawn.",
            ),
            Field("after", "list[str] | None", "Its values afterwards, in the same way."),
        ],
        "What a property was and became. — Eine Eigenschaft vorher und nachher.",
    )
    build.object(
        "ChangedCitation",
        [
            Field("source", "ChangedNode", "The source."),
            Field(
                "place",
                "str | None",
                "Where in the source. Null, too, but for who may see everything: it may have been withdrawn.",
            ),
        ],
        "A source as history names it, and the place in it. — Eine Quelle und die Stelle darin.",
    )
    build.object(
        "Change",
        [
            Field("revision", "Revision", "In which revision it changed."),
            Field("cursor", "str", "Position in history."),
            Field("kind", "ChangeKind", "What became of it."),
            Field("node", "ChangedNode | None", "The node, if it is one."),
            Field("relation", "ChangedRelation | None", "The relation, if it is one."),
            Field("properties", "list[ChangedProperty]", "What changed; of what was removed nothing is told."),
            Field(
                "sources",
                "list[ChangedCitation]",
                "Where its facts come from afterwards; of what was removed nothing is told. — Quellen.",
            ),
        ],
        "What became of a node or a relation in a revision. — Eine Änderung.",
    )
    build.object(
        "Changes",
        [
            Field("entries", "list[Change]", "The changes."),
            Field(
                "totalCount",
                "int | None",
                "How many there are under the same conditions, over all pages. Null if there are more than 50,000: so "
                "many are not counted.",
            ),
            Field(
                "pageInfo",
                "PageInfo",
                "Where the page lies. While hasNextPage, ask on after endCursor even where the page is short or empty: "
                "history is read in pieces, and what a viewer may not see or did not ask for is passed over.",
            ),
        ],
        "A page of history. — Eine Seite der Änderungen.",
    )
    # Who is not told of authors must not find them out by asking for them.
    author = (Argument("author", "str | None", "Only what this author wrote."),) if whole else ()
    arguments = (
        Argument("since", "int | None", "What came after this revision; if left out, all that is kept."),
        Argument("until", "int | None", "Only up to this revision."),
        Argument("between", "PeriodInput | None", "Only what was written on days in this period, in UTC."),
        Argument("types", "list[EntityType] | None", "Only nodes of these types, and relations that touch one."),
        Argument("of", "list[ID] | None", "Only these nodes, and relations that touch one."),
        Argument(
            "where",
            "EntityFilter | None",
            "Only nodes that fulfil this now, and relations that touch one. What is gone fulfils nothing any more; a "
            "cursor stays good whatever fulfils it later.",
        ),
        Argument("kinds", "list[ChangeKind] | None", "Only what was added, changed or removed."),
        *author,
        Argument("newestFirst", "bool | None", "Backwards through history; oldest first if left out."),
        Argument("first", "int | None", "How many."),
        Argument("after", "str | None", "Only after this cursor; it stays good while revisions are added."),
    )
    yield Field(
        "changes",
        "Changes",
        "What changed in the data, oldest first, as a copy of them needs it. Not told is what was written past "
        "engagegraph. What concerns people is told only to who may see everything. "
        "— Was sich in den Daten änderte.",
        arguments,
    )
