"""Privacy as a projection: what a viewer may not know is taken out of the model before anything is derived from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from engagegraph.errors import Failure, nearest
from engagegraph.model.types import PUBLIC, Geo, Interface, Model, NodeType, Property, Relation


def visible_to(model: Model, viewer: str) -> Model:
    """Return the model as `viewer` (a name among `model.viewers`) may know it.

    Hidden properties are gone, and with them everything that would mention them: default orders, life spans, positions,
    enums that nothing uses any more. What a type is called by and what tells relations apart is public (the model is
    refused otherwise). Types, relations and viewers stay; whoever reads the rest cannot tell that there was more.
    """
    sees = model.viewers[viewer].sees
    types = {name: _type(t, sees) for name, t in model.types.items()}
    interfaces = {name: _interface(i, sees) for name, i in model.interfaces.items()}
    relations = {name: replace(r, properties=_keep(r.properties, sees)) for name, r in model.relations.items()}
    owners: Iterable[NodeType | Interface | Relation] = (*types.values(), *interfaces.values(), *relations.values())
    used = {p.type for owner in owners for p in owner.properties.values()}
    enums = {name: enum for name, enum in model.enums.items() if name in used}
    # The public does not, even where a model has no secrets: history still knows of people and of authors.
    whole = viewer != PUBLIC and all(other.sees <= sees for other in model.viewers.values())
    return replace(model, types=types, interfaces=interfaces, relations=relations, enums=enums, whole=whole)


def known_viewer(model: Model, name: str, where: str) -> str:
    """Return `name` if it is a viewer's; `Failure` VIEWER_UNKNOWN, to be mended at `where`, if not."""
    if name not in model.viewers:
        raise Failure.of("VIEWER_UNKNOWN", f'no viewer class "{name}"', nearest(name, model.viewers), where)
    return name


def _keep(properties: Mapping[str, Property], sees: frozenset[str]) -> dict[str, Property]:
    return {name: p for name, p in properties.items() if p.privacy in sees}


def _type(node_type: NodeType, sees: frozenset[str]) -> NodeType:
    properties = _keep(node_type.properties, sees)
    order = tuple(name for name in node_type.order if name in properties) or (node_type.display,)
    span = node_type.lifespan
    if span is not None and not {span.start, span.end} <= properties.keys():
        span = None
    geo = _geo(node_type.geo, properties)
    return replace(node_type, properties=properties, order=order, lifespan=span, geo=geo)


def _interface(interface: Interface, sees: frozenset[str]) -> Interface:
    properties = _keep(interface.properties, sees)
    order = tuple(name for name in interface.order if name in properties) or ("slug",)
    return replace(interface, properties=properties, order=order, geo=_geo(interface.geo, properties))


def _geo(geo: Geo | None, properties: Mapping[str, Property]) -> Geo | None:
    return geo if geo is not None and {geo.latitude, geo.longitude} <= properties.keys() else None
