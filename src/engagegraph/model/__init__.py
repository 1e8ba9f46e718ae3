"""The one declaration, loaded and frozen. Nothing in here knows GraphQL, Cypher or Neo4j.

In order of control flow:

    yamltext   YAML text ─▶ located nodes; scalars stay text
    pieces     the small shapes that model files are made of
    load       schema/model/*.yaml ─▶ draft, every error with its place
    resolve    draft ─▶ `Model`, in which every name resolves
    rules      what may be said of a single property; names that the API keeps for itself
    geo        what may be said of where nodes lie
    types      what a model consists of
    values     value types: parsing, companions for comparing, collation
    visible    `visible_to(model, viewer)`: the model without what a viewer may not know
    names      GraphQL names that follow from the model
    stored     names under which the database holds a property
    indexes    which of them have an index
    packed     rows of changes, as a revision keeps them
    search     what full-text search looks through, and which index a viewer searches
"""

from __future__ import annotations

from engagegraph.model.load import load_model, read_model
from engagegraph.model.types import (
    ENTITY,
    PUBLIC,
    End,
    Enum,
    Geo,
    Interface,
    Language,
    Lifespan,
    Limits,
    Link,
    Model,
    NodeType,
    Property,
    Relation,
    Viewer,
    Words,
)
from engagegraph.model.visible import visible_to

__all__ = [
    "ENTITY", "PUBLIC", "End", "Enum", "Geo", "Interface", "Language", "Lifespan", "Limits", "Link", "Model",
    "NodeType", "Property", "Relation", "Viewer", "Words", "load_model", "read_model", "visible_to",
]  # fmt: skip
