"""Under which names the database holds a property: its value in each language, and the companions that are compared.

A node's labels are its type and its interfaces. `title` is stored as `title` in the main language, `title_en` and
`title_de_simple` in others; beside each stand its companions, `title_sort`, `since_first`, `since_last`, `startsAt_at`.
A position is a companion of its latitude, `latitude_point`. Each node has its place in an order by name, `_place`.
Names of properties hold no underscore, so that none of these can be another property.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engagegraph.model.types import Geo, Model, NodeType, Property
from engagegraph.model.values import sort_key

PLACE = "_place"
"""Where a node stands among all that are ordered by name: no two share a place, and one comparison tells."""

_END = "\x01"
"""Behind each part of a place: less than whatever a part may hold, so that places compare part by part."""


def stored_name(prop: Property, language: str, main_language: str) -> str:
    """Return the name under which the value of `prop` in `language` is stored."""
    if not prop.i18n or language == main_language:
        return prop.name
    return f"{prop.name}_{language.replace('-', '_')}"


def stored_names(model: Model, prop: Property) -> tuple[str, ...]:
    """Return the names of all values of `prop`, the main language's first."""
    return tuple(dict.fromkeys(stored_name(prop, language, model.main_language) for language in model.languages))


def compared_name(prop: Property) -> str:
    """Return the name of what is compared when the main language's values are put in order."""
    return prop.name + prop.sort_suffix


def place_key(node_type: NodeType, name: str, slug: str) -> str:
    """Return the place of a node: by its name, then its slug, then its type."""
    return _END.join((sort_key(name), slug, node_type.name))


def by_name(types: Iterable[NodeType], names: Sequence[str]) -> bool:
    """Say whether to put nodes of `types` in order by the first of the stored `names` that each has, is by name."""
    wanted, shown = set(names), set[str]()
    for node_type in types:
        name = compared_name(node_type.properties[node_type.display])
        if wanted & {compared_name(p) for p in node_type.properties.values()} != {name}:
            return False
        shown.add(name)
    return wanted == shown


def place_parts(place: str) -> list[str]:
    """Return the parts of a place."""
    return place.split(_END)


def point_name(geo: Geo) -> str:
    """Return the name of the point that is compared for distances."""
    return f"{geo.latitude}_point"
