"""The GraphQL names that follow from the model: the schema is derived with them, the compiler reads queries by them."""

from __future__ import annotations

from engagegraph.model.types import Link

LANGUAGE_SUFFIX = "Language"
"""`titleLanguage` says in which language `title` is delivered."""

EDGE_SUFFIX = "Edge"
"""`districtEdge` is the relation behind the single link `district`."""

ON_PREFIX = "on"
"""`onDistrict: {…}` in a filter means: is a District, and …"""


def pascal(screaming: str) -> str:
    """`TAKES_PART` → `TakesPart`."""
    return "".join(word.capitalize() for word in screaming.split("_"))


def camel(pascal_case: str) -> str:
    """`LocalAuthority` → `localAuthority`."""
    return pascal_case[0].lower() + pascal_case[1:]


def link_name(link: Link) -> str:
    """Return the stem of the names of a link's types: `JoinedProgramme` (…Connection, …Edge, …Where)."""
    return pascal(link.relation.name) + link.target
