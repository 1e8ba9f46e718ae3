"""The model ─▶ a reference in German and English: every type, property, relation and word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from engagegraph.derive.markdown import cell, table
from engagegraph.model import PUBLIC, Enum, Geo, Interface, Model, NodeType, Property, Relation, Words

_HEAD = """\
# Datenmodell · Data model

<!-- Derived from schema/model by `engagegraph schema`; do not edit. -->

Was hier steht, ist aus `schema/model/` abgeleitet: Arten von Knoten, ihre Eigenschaften, Beziehungen und Wortlisten.\\
Everything here is derived from `schema/model/`: types of nodes, their properties, relations and lists of words.
"""

_PROPERTY_HEAD = ("Name", "Deutsch", "English", "Typ · type", "Regeln · rules")
_LINK_HEAD = ("Feld · field", "Beziehung · relation", "nach · to", "Deutsch", "English")


def model_doc(model: Model) -> str:
    """Return the reference as Markdown."""
    lines = [_HEAD]
    lines += _contents(model)
    lines += ["## Jeder Knoten · Every node", "", *_properties(model, model.common_properties.values())]
    for interface in model.interfaces.values():
        lines += _interface(model, interface)
    for node_type in model.types.values():
        lines += _type(model, node_type)
    lines += ["## Beziehungen · Relations", ""]
    for relation in model.relations.values():
        lines += _relation(model, relation)
    lines += ["## Wortlisten · Enums", ""]
    for enum in model.enums.values():
        lines += _enum(enum)
    lines += _languages(model)
    return "\n".join(lines).rstrip() + "\n"


def _contents(model: Model) -> Iterator[str]:
    for node_type in model.types.values():
        yield f"- [{node_type.label.de} · {node_type.name}](#{_anchor(_title(node_type))})"
    yield "- [Beziehungen · Relations](#beziehungen--relations)"
    yield "- [Wortlisten · Enums](#wortlisten--enums)"
    yield ""


def _title(it: NodeType | Interface) -> str:
    return f"{it.label.de} · {it.name}"


def _anchor(title: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    return "".join(c for c in title.lower().replace(" ", "-") if c.isalnum() or c == "-")


def _interface(model: Model, interface: Interface) -> Iterator[str]:
    yield from _heading(interface)
    yield f"Schnittstelle von · interface of: {', '.join(f'`{name}`' for name in interface.members)}"
    yield ""
    if interface.geo is not None:
        yield from (_position(interface.geo), "")
    yield from _own_properties(model, interface.properties.values())
    yield from _links(model, interface.name)


def _type(model: Model, node_type: NodeType) -> Iterator[str]:
    yield from _heading(node_type)
    facts = [
        f"Eine, viele · one, many: `{node_type.singular}`, `{node_type.plural}`",
        f"Anzeigename · display name: `{node_type.display}`",
        f"Reihenfolge · default order: {', '.join(f'`{name}`' for name in node_type.order)}",
    ]
    if node_type.interfaces:
        facts.append(f"Schnittstellen · interfaces: {', '.join(f'`{name}`' for name in node_type.interfaces)}")
    if node_type.lifespan is not None:
        span = node_type.lifespan
        end = f"`{span.end}`, sonst · else `{span.start}`" if span.momentary else f"`{span.end}`"
        facts.append(f"Lebensdauer · life span: `{span.start}` – {end}")
    if node_type.geo is not None:
        facts.append(_position(node_type.geo))
    if node_type.quoted:
        facts.append("Im Satz in Anführungszeichen · in quotation marks within a sentence")
    if node_type.prefixes:
        words = ", ".join(node_type.prefixes)
        facts.append(f"Wörter vor dem Namen, für die Suche · words before the name, for search: {words}")
    if node_type.personal:
        facts.append("Personenbezogen · personal data")
    yield from (f"- {fact}" for fact in facts)
    yield ""
    inherited = {n for name in node_type.interfaces for n in (*model.interfaces[name].properties, *model.links(name))}
    yield from _own_properties(model, node_type.properties.values(), inherited)
    yield from _links(model, node_type.name, inherited)


def _position(geo: Geo) -> str:
    within = ", ".join(f"`{name}`" for name in geo.within)
    known = f"Lage · position: `{geo.latitude}`, `{geo.longitude}`"
    return f"{known}; liegt in · within: {within}" if within else known


def _heading(it: NodeType | Interface) -> Iterator[str]:
    yield f"## {_title(it)}"
    yield ""
    yield f"{it.description.de}\\\n{it.description.en}"
    yield ""


def _own_properties(model: Model, properties: Iterable[Property], inherited: Iterable[str] = ()) -> list[str]:
    known = {*inherited, *model.common_properties}
    return _properties(model, (p for p in properties if p.name not in known))


def _properties(model: Model, properties: Iterable[Property]) -> list[str]:
    return table(
        _PROPERTY_HEAD,
        (
            (
                f"`{p.name}`",
                cell(p.label.de if p.description is None else f"{p.label.de} ({p.description.de})"),
                cell(p.label.en if p.description is None else f"{p.label.en} ({p.description.en})"),
                _type_of(model, p),
                "; ".join(_rules(p)),
            )
            for p in properties
        ),
    )


def _type_of(model: Model, prop: Property) -> str:
    kind = prop.type if prop.type not in model.enums else f"[{prop.type}](#{_anchor(prop.type)})"
    return f"{kind}, mehrere · list" if prop.many else kind


def _rules(prop: Property) -> Iterator[str]:
    if prop.required:
        yield "Pflicht · required"
    if prop.lookup:
        yield "Schlüssel · key"
    elif prop.unique:
        yield "eindeutig · unique"
    if prop.i18n:
        yield "mehrsprachig · in languages"
    if prop.search:
        yield f"Suche · search ({prop.search})"
    if prop.privacy != PUBLIC:
        yield f"nur für · only for: {prop.privacy}"
    if prop.pattern is not None:
        yield f"Form · form: `{prop.pattern.replace('|', chr(92) + '|')}`, z. B. · e.g. `{prop.example}`"
    if prop.minimum is not None:
        yield f"≥ {prop.minimum:g}"
    if prop.maximum is not None:
        yield f"≤ {prop.maximum:g}"
    if prop.references is not None:
        yield f"Kürzel aus · slug of: `{prop.references}`"
    if prop.timeline:
        yield "Zeitleiste · timeline"
    if not prop.filter:
        yield "kein Filter · no filter"
    if prop.deprecated is not None:
        yield f"veraltet · deprecated: {cell(prop.deprecated)}"


def _links(model: Model, owner: str, inherited: Collection[str] = ()) -> list[str]:
    return table(
        _LINK_HEAD,
        (
            (
                f"`{link.field}`",
                f"{'→' if link.outgoing else '←'} [{link.relation.name}](#{_relation_anchor(link.relation)})",
                ("höchstens ein · at most one: " if link.one else "") + ", ".join(link.targets),
                cell(link.label.de),
                cell(link.label.en),
            )
            for link in model.links(owner).values()
            if link.field not in inherited
        ),
    )


def _relation_anchor(relation: Relation) -> str:
    return relation.name.lower()


def _relation(model: Model, relation: Relation) -> Iterator[str]:
    yield f"### {relation.name}"
    yield ""
    yield f"→ *{relation.label.de}* · *{relation.label.en}*\\"
    yield f"← *{relation.reverse_label.de}* · *{relation.reverse_label.en}*"
    yield ""
    yield f"{relation.description.de}\\\n{relation.description.en}"
    yield ""
    yield f"Satz · sentence: {_phrase(relation.phrase)}"
    yield ""
    if relation.phrases:
        rows = ((f"`{word}`", cell(text.de), cell(text.en)) for word, text in relation.phrases.items())
        yield from table((f"`{relation.phrase_by}`", "Satz", "sentence"), rows)
    yield from table(
        ("von · from", "Feld · field", "", "Gegenfeld · reverse field", "nach · to"),
        (
            (
                ", ".join(end.from_declared),
                f"`{end.field}`" + _single(end.one),
                "──▶",
                f"`{end.reverse}`" + _single(end.reverse_one),
                ", ".join(end.to_declared),
            )
            for end in relation.ends
        ),
    )
    if relation.key:
        keys = ", ".join(f"`{name}`" for name in relation.key)
        yield f"Mehrere zwischen denselben unterscheiden sich in · several between the same differ in: {keys}"
        yield ""
    yield from _properties(model, relation.properties.values())


def _phrase(phrase: Words) -> str:
    return f"*{cell(phrase.de)}* · *{cell(phrase.en)}*"


def _single(one: bool) -> str:
    return " (1)" if one else ""


def _enum(enum: Enum) -> Iterator[str]:
    yield f"### {enum.name}"
    yield ""
    yield f"{enum.label.de} · {enum.label.en}"
    yield ""
    yield from _words((word, label) for word, label in enum.values.items())


def _words(words: Iterable[tuple[str, Words]]) -> list[str]:
    rows = ((f"`{word}`", cell(label.de), cell(label.en)) for word, label in words)
    return table(("Wort · word", "Deutsch", "English"), rows)


def _languages(model: Model) -> Iterator[str]:
    yield "## Sprachen und Lesende · Languages and viewers"
    yield ""
    yield from _words((lang.code, lang.label) for lang in model.languages.values())
    yield from _words((viewer.name, viewer.label) for viewer in model.viewers.values())
