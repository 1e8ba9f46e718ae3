"""The model ─▶ JSON Schema (2020-12) for seed files, so that an editor's editor completes, explains and warns.

One file holds all definitions (`seeds.schema.json`, which itself describes files that map plurals to lists); one small
file per node type (`topic.schema.json`, after the type's singular) describes a thing of that type or a list of them.
The schema is a first sieve; references, dates and what concerns several files only `engagegraph validate` can judge. It
is written for what an editor's YAML reader sees, which types scalars itself: an unquoted `2015` is a number there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engagegraph.model import End, Enum, Link, Model, NodeType, Property, Relation, Words

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SEEDS = "seeds.schema.json"
_SLUG = "[a-z0-9]+(-[a-z0-9]+)*"


def seed_schemas(model: Model) -> dict[str, Schema]:
    """Return the schemas by file name."""
    files = {SEEDS: _seeds(model)}
    for node_type in model.types.values():
        files[schema_name(node_type)] = {
            "$schema": DIALECT,
            "title": f"{node_type.label.de} (Seed-Datei)",
            "description": f"Eine Datei mit einem Eintrag oder einer Liste von Einträgen: {node_type.description.de}",
            "if": {"type": "array"},
            "then": {"$ref": f"{SEEDS}#/$defs/{node_type.plural}"},
            "else": {"$ref": f"{SEEDS}#/$defs/{node_type.name}"},
        }
    return files


def schema_name(node_type: NodeType) -> str:
    """Return the name of the file that describes seeds of a type."""
    return f"{node_type.singular}.schema.json"


def editor_settings(model: Model, seeds: str = "seeds", derived: str = "schema/derived/seeds") -> Schema:
    """Return settings that bind the schemas to seed files by their names, in the form that VS Code reads.

    `seeds` and `derived` are the folders, seen from the project's root.
    """
    bound: dict[str, list[str]] = {}
    for node_type in model.types.values():
        patterns = [f"{seeds}/**/{node_type.plural}.yaml", f"{seeds}/**/{node_type.plural}/**/*.yaml"]
        bound[f"./{derived}/{schema_name(node_type)}"] = patterns
    named = [f"!{pattern}" for patterns in bound.values() for pattern in patterns]
    # What begins with an underscore holds no things: see `seeds.files.LEFT_OUT`.
    return {"yaml.schemas": {**bound, f"./{derived}/{SEEDS}": [f"{seeds}/**/*.yaml", f"!{seeds}/**/_*.yaml", *named]}}


def _seeds(model: Model) -> Schema:
    definitions: dict[str, Schema] = {"Quellenangaben": _citations(model)}
    for enum in model.enums.values():
        definitions[enum.name] = _enum(enum)
    for relation in model.relations.values():
        for end, outgoing in _sides(relation):
            definitions[_entry_name(relation, end, outgoing)] = _entry(model, relation, end, outgoing)
    for node_type in model.types.values():
        definitions[node_type.name] = _thing(model, node_type)
        # In a list nothing but the entry itself says its slug; a file of its own says it by its name.
        entry = {"allOf": [{"$ref": f"#/$defs/{node_type.name}"}], "required": ["slug"]}
        definitions[node_type.plural] = {"type": "array", "items": entry, "description": node_type.description.de}
    return {
        "$schema": DIALECT,
        "title": "Seed-Datei mit Einträgen mehrerer Arten",
        "description": "Jeder Schlüssel nennt eine Art in der Mehrzahl, darunter steht die Liste der Einträge.",
        "type": "object",
        "properties": {t.plural: {"$ref": f"#/$defs/{t.plural}"} for t in model.types.values()},
        "additionalProperties": False,
        "$defs": definitions,
    }


def _thing(model: Model, node_type: NodeType) -> Schema:
    properties = {name: _property(model, prop) for name, prop in node_type.properties.items()}
    required = [p.name for p in node_type.properties.values() if p.required and p.name != "slug"]
    for link in model.links(node_type.name).values():
        properties[link.field] = _link(model, link)
    properties["sources"] = {"$ref": "#/$defs/Quellenangaben"}
    if node_type.name != model.provenance:
        required.append("sources")
    return {
        "type": "object",
        "title": node_type.label.de,
        "description": node_type.description.de,
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _property(model: Model, prop: Property) -> Schema:
    schema = _value(prop)
    if prop.many:
        schema = {"anyOf": [schema, {"type": "array", "items": schema}]}
    if prop.i18n:
        languages = {code: {**schema, "title": lang.label.de} for code, lang in model.languages.items()}
        by_language = {
            "type": "object",
            "properties": languages,
            "required": [model.main_language],
            "additionalProperties": False,
        }
        schema = {"anyOf": [schema, by_language]}
    schema["description"] = _said(prop.label, prop.description)
    if prop.deprecated is not None:
        schema["deprecated"] = True
    return schema


def _value(prop: Property) -> Schema:
    kind = prop.value_type
    if kind is None:
        return {"allOf": [{"$ref": f"#/$defs/{prop.type}"}]}
    schema: Schema = dict(kind.json_schema)
    if prop.pattern is not None:
        schema = {"type": "string", "pattern": f"^({prop.pattern})$"}
    if prop.example is not None:
        schema["examples"] = [prop.example]
    if prop.minimum is not None:
        schema["minimum"] = prop.minimum
    if prop.maximum is not None:
        schema["maximum"] = prop.maximum
    return schema


def _enum(enum: Enum) -> Schema:
    return {
        "title": enum.label.de,
        "enum": list(enum.values),
        "enumDescriptions": [label.de for label in enum.values.values()],
        "description": "\n\n".join(f"{word}: {label.de}" for word, label in enum.values.items()),
    }


def _link(model: Model, link: Link) -> Schema:
    entry = {"$ref": f"#/$defs/{_entry_name(link.relation, link.end, link.outgoing)}"}
    labels = [model.types[name].label.de for name in link.targets]
    return {
        "description": f"{_said(link.label, link.relation.description)} Möglich: {', '.join(labels)}.",
        "anyOf": [{"type": "array", "items": entry}, entry],
    }


def _sides(relation: Relation) -> Iterator[tuple[End, bool]]:
    for end in relation.ends:
        yield end, True
        yield end, False


def _entry_name(relation: Relation, end: End, outgoing: bool) -> str:
    return f"{relation.name}.{relation.ends.index(end)}.{end.field if outgoing else end.reverse}"


def _entry(model: Model, relation: Relation, end: End, outgoing: bool) -> Schema:
    """One entry under a link: a mere reference, or one with the relation's properties."""
    kinds = "|".join(model.types[name].singular for name in (end.to_types if outgoing else end.from_types))
    reference: Schema = {
        "type": ["string", "integer"],
        "pattern": f"^(({kinds})/)?{_SLUG}$",
        "description": "Kürzel des Eintrags; davor die Art und ein Schrägstrich, wo mehrere ihn tragen können.",
    }
    properties = {name: _property(model, prop) for name, prop in relation.properties.items()}
    needed = [p.name for p in relation.properties.values() if p.required]
    entry: Schema = {
        "type": "object",
        "properties": {"node": reference, **properties, "sources": {"$ref": "#/$defs/Quellenangaben"}},
        "required": ["node", *needed],
        "additionalProperties": False,
    }
    return entry if needed else {"anyOf": [reference, entry]}


def _citations(model: Model) -> Schema:
    slug: Schema = {"type": ["string", "integer"], "pattern": f"^{_SLUG}$"}
    places: Schema = {
        "type": "object",
        "propertyNames": {"pattern": f"^{_SLUG}$"},
        "additionalProperties": {"type": ["string", "number"]},
    }
    source = model.types[model.provenance]
    return {
        "title": "Quellenangaben",
        "description": f"Woher es stammt: je {source.label.de} das Kürzel, nach einem Doppelpunkt die Stelle darin.",
        "anyOf": [{"type": "array", "items": {"anyOf": [slug, places]}, "minItems": 1}, slug, places],
    }


def _said(label: Words, description: Words | None) -> str:
    text = label.de[:1].upper() + label.de[1:]
    return f"{text}." if description is None else f"{text}: {description.de.rstrip('.')}."
