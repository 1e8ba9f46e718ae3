"""`path`: how two things are connected."""

from __future__ import annotations

from collections.abc import Iterator

from engagegraph.derive.arguments import CONTEXT, VIA
from engagegraph.derive.builder import Argument, Builder, Field
from engagegraph.model import ENTITY


def path(build: Builder) -> Iterator[Field]:
    """Add the types of `path`; yield the root field."""
    build.object(
        "PathStep",
        [
            Field("edges", "list[Relation]", "All relations between the one node and the next."),
        ],
        "From one node of a path to the next. — Ein Schritt eines Weges.",
    )
    build.object(
        "Path",
        [
            Field("length", "int", "How many steps it has."),
            Field("nodes", f"list[{ENTITY}]", "The nodes from the one end to the other."),
            Field("steps", "list[PathStep]", "What lies between each node and the next."),
        ],
        "A way from one node to another along relations. — Ein Weg von einem zum anderen.",
    )
    arguments = (
        Argument("from", "ID", "Identifier of the one end."),
        Argument("to", "ID", "Identifier of the other end."),
        VIA,
        Argument("maxLength", "int | None", "The most steps that a path may have, from 1 to 6; 6 if left out."),
        Argument("avoid", "list[ID] | None", "Identifiers of nodes that no path may lead through."),
        Argument(
            "first",
            "int | None",
            "How many paths: one if left out, at most 5 that share no node between the ends; with `all` a page.",
        ),
        Argument("all", "bool | None", "Whether all the shortest paths are wanted, even if they share nodes."),
        Argument(
            "where",
            "EntityFilter | None",
            "Only paths whose nodes between the ends fulfil this. "
            "— Nur Wege, deren Knoten zwischen den Enden diese Bedingung erfüllen.",
        ),
        *CONTEXT,
    )
    yield Field(
        "path",
        "list[Path]",
        "How two things are connected: the shortest paths between them, each leading through other nodes; of equally "
        "long ones first that through nodes with fewer relations, unless there are too many to compare. Empty when "
        "nothing connects them, or one is unknown. — Was zwei miteinander verbindet.",
        arguments,
    )
