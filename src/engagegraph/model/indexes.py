"""Which stored values of a type or an interface have an index of their own.

An index costs on every write and helps only where it narrows or orders a whole label. So there is one for what lists
are ordered by if nobody asks otherwise (by name, mostly), one for each end of a life span (`asOf` and date filters),
and one for a required enum (`kind`, the first filter of every site). A unique property has its index already.
"""

from __future__ import annotations

from collections.abc import Iterator

from engagegraph.model.stored import PLACE, compared_name, in_place
from engagegraph.model.types import Model, Property


def unique_names(model: Model, label: str) -> tuple[str, ...]:
    """Return the names of the properties that no two nodes of a type or an interface share."""
    return tuple(prop.name for prop in model.properties(label).values() if _unique(model, label, prop))


def ranged_names(model: Model, label: str) -> tuple[str, ...]:
    """Return the stored names with a range index that is not there already because they are unique."""
    return tuple(dict.fromkeys(_ranged(model, label)))


def _unique(model: Model, label: str, prop: Property) -> bool:
    # Two types of an interface may share a slug: what is common to all nodes is not unique across members.
    return prop.unique if label in model.types else prop.lookup and prop.name not in model.common_properties


def _ranged(model: Model, label: str) -> Iterator[str]:
    node_type, properties = model.types.get(label), model.properties(label)
    order = model.interfaces[label].order if node_type is None else node_type.order
    types = [model.types[name] for name in model.concrete(label)]
    orders = [order] if node_type is None else [order, (node_type.display,)]
    for names in orders:
        if in_place(types, [[compared_name(properties[name])] for name in names]):
            yield PLACE
            continue
        for name in names:
            stored = compared_name(properties[name])
            if not (properties[name].unique and stored == name):  # else the constraint's own index serves
                yield stored
    if node_type is not None and node_type.lifespan is not None:
        yield f"{node_type.lifespan.start}_first"
        yield f"{node_type.lifespan.end}_last"
    for prop in properties.values():
        if prop.type in model.enums and prop.required and not prop.many:
            yield prop.name
