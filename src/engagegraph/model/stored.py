"""Under which names the database holds a property: its value in each language, and the companions that are compared.

A node's labels are its type and its interfaces. `title` is stored as `title` in the main language, `title_en` and
`title_de_simple` in others; beside each stand its companions, `title_sort`, `since_first`, `since_last`, `startsAt_at`.
A position is a companion of its latitude, `latitude_point`.
Names of properties hold no underscore, so that none of these can be another property.
"""

from __future__ import annotations

from engagegraph.model.types import Geo, Model, Property


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


def point_name(geo: Geo) -> str:
    """Return the name of the point that is compared for distances."""
    return f"{geo.latitude}_point"
