"""`neighbourhood`: what lies around a thing."""

from __future__ import annotations

from collections.abc import Iterator

from engagegraph.derive.arguments import CONTEXT, VIA
from engagegraph.derive.builder import Argument, Builder, Field
from engagegraph.model import ENTITY


def neighbourhood(build: Builder) -> Iterator[Field]:
    """Add the types of `neighbourhood`; yield the root field."""
    build.object(
        "NeighbourMore",
        [
            Field("type", "RelationType", "The type of the relations."),
            Field("count", "int", "How many of the node's relations of this type are not among the edges."),
        ],
        "What was left out. — Was nicht gezeigt wird.",
    )
    build.object(
        "Neighbour",
        [
            Field("node", ENTITY, "The node."),
            Field("distance", "int", "How many steps it is away; 0 for the node in the middle."),
            Field("degree", "int", "How many relations it has, shown or not."),
            Field("more", "list[NeighbourMore]", "How many relations of each type are not shown."),
        ],
        "A node of a neighbourhood. — Ein Knoten der Nachbarschaft.",
    )
    build.object(
        "Neighbourhood",
        [
            Field(
                "nodes", "list[Neighbour]", "The node in the middle, then the nearest, among them the best connected."
            ),
            Field("edges", "list[Relation]", "All relations between these nodes."),
        ],
        "What lies around a node, for drawing. — Die Nachbarschaft eines Knotens.",
    )
    arguments = (
        Argument("id", "ID", "Identifier of the node in the middle."),
        Argument("depth", "int | None", "How many steps away, from 1 to 3; 1 if left out."),
        VIA,
        Argument(
            "first", "int | None", "How many nodes for each relation of each node, from 1 to 100; 10 if left out."
        ),
        Argument(
            "most", "int | None", "How many nodes beside that in the middle; as many as a page may have if left out."
        ),
        Argument(
            "where",
            "EntityFilter | None",
            "Beside that in the middle only nodes that fulfil this; `degree` and `more` count only relations to these "
            "and to that in the middle. — Neben dem Knoten in der Mitte nur, was diese Bedingung erfüllt.",
        ),
        *CONTEXT,
    )
    yield Field(
        "neighbourhood",
        "Neighbourhood | None",
        "What lies around a thing, as nodes and edges for drawing. — Die Nachbarschaft, als Knoten und Kanten.",
        arguments,
    )
