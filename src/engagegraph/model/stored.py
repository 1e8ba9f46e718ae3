"""Under which names the database holds a property: its value in each language, and the companions that are compared.

A node's labels are its type and its interfaces. `title` is stored as `title` in the main language, `title_en` and
`title_de_simple` in others; beside each stand its companions, `title_sort`, `since_first`, `since_last`, `startsAt_at`.
A position is a companion of its latitude, `latitude_point`. Each node has its place in order, `_place`.
Names of properties hold no underscore, so that none of these can be another property.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from zlib import crc32

from engagegraph.model.types import Geo, Model, NodeType, Property
from engagegraph.model.values import Value, sort_key

PLACE = "_place"
"""Where a node stands among all that are ordered as its type is: no two share a place, and one comparison tells."""

CITED = ("_sources", "_places")
"""Where nodes and relations hold what they cite: sources, and the place in each."""

STATED = ("_owner", "_layers")
"""Where nodes and relations hold who wrote them, and what each of several writers states."""

_END = "\x01"
"""Behind each part of a place: less than whatever a part may hold, so that places compare part by part."""

_MISSING = "\uffff"
"""The part of a place that stands for no value: behind all others."""


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


def place_key(node_type: NodeType, properties: Mapping[str, Value], slug: str) -> str:
    """Return the place of a node: by what its type is placed by, in the main language, then its slug, then its type."""
    values = (properties.get(name) for name in node_type.placed)
    return _END.join((*(_MISSING if v is None else sort_key(str(v)) for v in values), slug, node_type.name))


def in_place(types: Iterable[NodeType], keys: Sequence[Sequence[str]]) -> bool:
    """Say whether to put nodes of `types` in order by `keys` is to put them in the order of their places.

    Of each key, which are names that are stored, a node is compared by the first that it has.
    """
    known: set[str] = set()
    for node_type in types:
        wanted = [compared_name(node_type.properties[name]) for name in node_type.placed]
        held = {compared_name(p) for p in node_type.properties.values()}
        if [[name for name in names if name in held] for names in keys] != [[name] for name in wanted]:
            return False
        known.update(wanted)
    return known == {name for names in keys for name in names}


def point_name(geo: Geo) -> str:
    """Return the name of the point that is compared for distances."""
    return f"{geo.latitude}_point"


def touched_value(owner: str, stored: str) -> str:
    """Return what a revision says when nodes or relations of `owner` have another value `stored` under that name.

    That some came or went is said by the name of their type alone, or, of a few relations, by `touched_at`.
    """
    return f"{owner}.{stored}"


def touched_at(relation: str, slug: str) -> str:
    """Return what a revision says when a relation came or went at a node that is called so."""
    return f"{relation}@{group(slug):04x}"


def group(slug: str) -> int:
    """Return in which of 65,536 groups a node is, which is short to say and to keep; few share one."""
    return crc32(slug.encode()) & 0xFFFF
