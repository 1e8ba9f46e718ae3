"""Relations of any kind, as questions across the graph deliver them: with both sides and a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from engagegraph.derive.arguments import LANG
from engagegraph.derive.builder import Builder, Field
from engagegraph.model import Interface, Model, NodeType, Property


def entity_filter(model: Model, build: Builder) -> None:
    """Add `EntityFilter`."""
    build.input(
        "EntityFilter",
        [
            Field(it.plural, f"{it.name}Where | None", f"{it.label.en} — {it.label.de}, under these conditions.")
            for it in _named(model)
        ],
        "Things of a type or interface; exactly one key, `{}` behind it for all of them.",
        one_of=True,
    )


def relations(model: Model, build: Builder, own_fields: Callable[[Mapping[str, Property]], list[Field]]) -> None:
    """Add `RelationType`, `EntityType` and `Relation`."""
    build.enum(
        "EntityType",
        {it.name: f"{it.description.en} — {it.description.de}" for it in _named(model)},
        "Types of nodes, and interfaces for all types that have them.",
    )
    build.enum(
        "RelationType",
        {r.name: f"{r.description.en} — {r.description.de}" for r in model.relations.values()},
        "Types of relations.",
    )
    build.object(
        "RelationDetail",
        [
            Field("name", "str", "Name of the property."),
            Field("label", "str", "What the property is called."),
            Field("value", "str", "Its value in words."),
        ],
        "A property that only some types of relations have, in words. — Eine Angabe zu einer Beziehung.",
    )
    build.object(
        "Relation",
        [
            Field("type", "RelationType", "Its type."),
            Field("from", "ID", "Identifier of the node that it starts at."),
            Field("to", "ID", "Identifier of the node that it ends at."),
            Field("sentence", "str", "What it says, as a sentence. — Die Beziehung als Satz.", (LANG,)),
            *own_fields(model.common_relation_properties),
            Field("details", "list[RelationDetail]", "What else is known of it, such as the role.", (LANG,)),
            Field("sources", "list[Citation]", "Where the facts come from. — Quellen."),
        ],
        "A relation of any type, in the direction in which it is declared. — Eine Beziehung.",
    )


def _named(model: Model) -> tuple[NodeType | Interface, ...]:
    return (*model.types.values(), *model.interfaces.values())
