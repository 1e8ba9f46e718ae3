"""Where nodes lie: what may be said of their coordinates, and of the links that lead to what they lie in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engagegraph.errors import Problem, nearest
from engagegraph.model.types import Geo, Model, Property

BOX = "box"
"""The word for a rectangle beside the links that `within` knows."""

DEGREES = {"latitude": 90, "longitude": 180}
"""How far both coordinates reach, up and down."""


def geo_problems(geo: Geo, properties: Mapping[str, Property]) -> list[Problem]:
    """Return what is wrong with the two properties of a position."""
    problems: list[Problem] = []
    for (what, most), name in zip(DEGREES.items(), (geo.latitude, geo.longitude), strict=True):
        prop = properties.get(name)
        if not name:
            continue
        if prop is None:
            known = [n for n, p in properties.items() if p.type == "Float"]
            message, hint = f'no property "{name}" to be a {what}', nearest(name, known)
            problems.append(Problem("MODEL_UNKNOWN_PROPERTY", message, hint, str(geo.place)))
        elif prop.type != "Float" or prop.many or not _within(prop, most):
            hint = f"name a Float with one value, of minimum: '-{most}' and maximum: '{most}'"
            problems.append(Problem("MODEL_GEO", f'"{name}" cannot be a {what}', hint, str(geo.place)))
    if geo.latitude and geo.latitude == geo.longitude:
        message = f'"{geo.latitude}" cannot be both latitude and longitude'
        problems.append(Problem("MODEL_GEO", message, "name two properties", str(geo.place)))
    return problems


def _within(prop: Property, most: int) -> bool:
    low, high = prop.minimum, prop.maximum
    return low is not None and high is not None and -most <= low and high <= most


def within_problems(model: Model) -> Iterator[Problem]:
    """Yield what is wrong with the links that lead to what nodes lie in."""
    for owner in (*model.interfaces, *model.types):
        geo = model.geo(owner)
        interfaces = model.types[owner].interfaces if owner in model.types else ()
        if geo is None or any(model.geo(name) == geo for name in interfaces):
            continue
        links = {name for it in (owner, *model.concrete(owner)) for name, link in model.links(it).items() if link.one}
        for name in geo.within:
            if name == BOX:
                yield Problem("MODEL_NAME", f'"{name}" is a word of the API itself', "rename the link", str(geo.place))
            elif name and name not in links:
                message = f'no link "{name}" leads from {owner} to one node'
                yield Problem("MODEL_GEO", message, nearest(name, links) or "leave it out", str(geo.place))
