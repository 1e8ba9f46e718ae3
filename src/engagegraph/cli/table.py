"""An answer as a table: a row for each relation of each node, headed by the model's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from rich.table import Table

from engagegraph.errors import Failure
from engagegraph.model import Model, Property, Relation

Cells = dict[str, str]


def table(model: Model, data: dict[str, Any], title: str = "") -> Table:
    """Return the lists in `data` as one table in the model's main language.

    Each root field is a list (`plural { nodes { … } }`) without alias; nested lists multiply rows, nested nodes add
    columns.
    """
    rows = [row for key, found in data.items() for row in _list(model, _listed_type(model, key), found, {})]
    made = Table(title=title or None, title_justify="left")
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    for heading in headings:
        made.add_column(heading)
    for row in rows:
        made.add_row(*(row.get(heading, "") for heading in headings))
    return made


def _listed_type(model: Model, key: str) -> str:
    if key not in model.plurals:
        raise Failure.of(
            "TABLE_SHAPE", f'"{key}" is no list of nodes', "ask for lists without aliases, or leave --table out", key
        )
    return model.plurals[key].name


def _list(
    model: Model, type_name: str, found: dict[str, Any], so_far: Cells, relation: Relation | None = None
) -> Iterator[Cells]:
    for edge in found.get("edges") or [{"node": node} for node in found.get("nodes", ())]:
        about = _sources(model, edge)
        if relation is not None:
            about = _properties(model, relation.properties, edge) | about
        yield from _node(model, type_name, edge["node"], so_far, about)


def _node(model: Model, type_name: str, node: dict[str, Any], so_far: Cells, about: Cells) -> Iterator[Cells]:
    """Yield the rows of a node: what led to it, what it is called, `about` the relation that led to it, the rest."""
    declared = model.types[type_name]
    shown = {declared.label.de: str(node[declared.display])} if declared.display in node else {}
    others = {name: p for name, p in declared.properties.items() if name not in {declared.display, "slug"}}
    cells = {**so_far, **shown, **about, **_properties(model, others, node), **_sources(model, node)}
    lists = {name: link for name, link in model.links(type_name).items() if isinstance(node.get(name), dict)}
    if not lists:
        yield cells
    for name, link in lists.items():
        inner = {"nodes": [node[name]]} if link.one else node[name]
        yield from _list(model, link.targets[0], inner, cells, link.relation)


def _properties(model: Model, properties: Any, values: dict[str, Any]) -> Cells:
    return {
        prop.label.de: _word(model, prop, values[name])
        for name, prop in properties.items()
        if values.get(name) is not None and isinstance(prop, Property)
    }


def _word(model: Model, prop: Property, value: object) -> str:
    enum = model.enums.get(prop.type)
    return enum.values[str(value)].de if enum is not None else str(value)


def _sources(model: Model, owner: dict[str, Any]) -> Cells:
    """The first source: where it is published, else what it is called."""
    for citation in owner.get("sources", ())[:1]:
        source = citation["source"]
        return {
            model.types[model.provenance].label.de: urlsplit(source.get("url") or "").hostname
            or str(source.get("title", ""))
        }
    return {}
