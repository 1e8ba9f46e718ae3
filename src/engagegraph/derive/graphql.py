"""The model ─▶ the GraphQL schema that a viewer class sees, as a Strawberry schema and as SDL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import strawberry

from engagegraph.derive.aggregates import Aggregates
from engagegraph.derive.arguments import CONTEXT, LANG
from engagegraph.derive.builder import Argument, Builder, Field
from engagegraph.derive.geo import Geography
from engagegraph.derive.questions import questions
from engagegraph.model import ENTITY, Link, Model, Property, Relation, Words, visible_to
from engagegraph.model.names import EDGE_SUFFIX, LANGUAGE_SUFFIX, ON_PREFIX, camel, link_name
from engagegraph.model.values import VALUE_TYPES

FILTERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "text": (
        "Text",
        ("eq", "ne", "in", "notIn", "lt", "lte", "gt", "gte", "between", "contains", "startsWith", "endsWith"),
    ),
    "prose": ("Prose", ("contains",)),
    "number": ("", ("eq", "ne", "in", "notIn", "lt", "lte", "gt", "gte", "between")),
    "boolean": ("Boolean", ("eq", "ne")),
    "date": (
        "PartialDate",
        ("eq", "ne", "in", "notIn", "lt", "lte", "gt", "gte", "between", "during", "before", "after"),
    ),
    "instant": ("DateTime", ("eq", "ne", "in", "notIn", "lt", "lte", "gt", "gte", "between")),
    "enum": ("", ("eq", "ne", "in", "notIn")),
}
"""Operators by family of values: the filter's name (empty: the value's own) and the operators, `isNull` besides."""

OPERATORS = {
    "eq": "Equal to.",
    "ne": "Not equal to; a missing value counts as different.",
    "in": "One of.",
    "notIn": "None of; a missing value counts.",
    "lt": "Less than.",
    "lte": "At most.",
    "gt": "Greater than.",
    "gte": "At least.",
    "between": "From the first to the second, both included.",
    "contains": "Contains, letter by letter.",
    "startsWith": "Starts with.",
    "endsWith": "Ends with.",
    "during": "Wholly within.",
    "before": "Ends before it begins.",
    "after": "Begins after it has ended.",
}


def build_schema(model: Model, extensions: Iterable[type] = ()) -> strawberry.Schema:
    """Return the schema of `model`, which is a viewer's projection already."""
    return _Schema(model).build(tuple(extensions))


def sdl(model: Model, viewer: str) -> str:
    """Return the schema definition language text of what `viewer` sees of the whole `model`."""
    return build_schema(visible_to(model, viewer)).as_str() + "\n"


def describe(label: Words, description: Words | None = None) -> str:
    """Return a description in both languages: English first, as code is, German after the dash."""
    head = f"{_capital(label.en)} — {_capital(label.de)}."
    return head if description is None else f"{head}\n\n{description.en}\n\n{description.de}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


class _Schema:
    def __init__(self, model: Model) -> None:
        self.model = model
        self.builder = Builder()
        self.aggregates = Aggregates(model, self.builder, describe)
        self.geography = Geography(model, self.builder, describe)
        self.done: set[str] = set()

    def build(self, extensions: tuple[type, ...]) -> strawberry.Schema:
        self.basics()
        self.aggregates.basics()
        self.geography.basics()
        self.entity()
        for interface in self.model.interfaces.values():
            fields = [
                *self.own_fields(interface.properties),
                *self.geography.fields(interface.name),
                *self.link_fields(interface.name),
            ]
            self.builder.interface(interface.name, fields, describe(interface.label, interface.description), (ENTITY,))
            self.inputs(interface.name)
        for node_type in self.model.types.values():
            shared = {n for i in node_type.interfaces for n in self.model.interfaces[i].properties} | set(
                self.model.common_properties
            )
            own = {n: p for n, p in node_type.properties.items() if n not in shared}
            inherited = {f for i in node_type.interfaces for f in self.model.links(i)}
            fields = [
                *self.own_fields(own),
                *self.geography.fields(node_type.name),
                *self.link_fields(node_type.name, inherited),
            ]
            implements = node_type.interfaces or (ENTITY,)
            self.builder.object(node_type.name, fields, describe(node_type.label, node_type.description), implements)
            self.inputs(node_type.name)
        self.inputs(ENTITY)
        self.query()
        return self.builder.schema("Query", extensions)

    # -- basics ------------------------------------------------------------------------------------------------------

    def basics(self) -> None:
        build = self.builder
        for value_type in VALUE_TYPES.values():
            if value_type.graphql not in {"String", "Int", "Float", "Boolean"}:
                build.scalar(
                    value_type.graphql, _input(value_type.name), value_type.description, value_type.specified_by
                )
        for enum in self.model.enums.values():
            build.enum(enum.name, {w: describe(label) for w, label in enum.values.items()}, describe(enum.label))
            self.filter(f"{enum.name}Filter", enum.name, "enum")
        build.enum(
            "Language",
            {lang.enum: describe(lang.label) for lang in self.model.languages.values()},
            "Languages of texts.",
        )
        build.enum(
            "TextFormat",
            {"MARKDOWN": "As written.", "HTML": "Sanitised HTML.", "PLAIN": "Words only."},
            "Forms of prose.",
        )
        build.enum(
            "Direction",
            {
                "ASC": "Upwards; missing values last.",
                "DESC": "Downwards; missing values last.",
                "ASC_NULLS_FIRST": "Upwards; missing values first.",
                "DESC_NULLS_FIRST": "Downwards; missing values first.",
            },
            "Directions of an order. German names are collated after DIN 5007-1.",
        )
        for family, (name, _) in FILTERS.items():
            if name:
                self.filter(
                    f"{name}Filter", {"text": "str", "prose": "str", "boolean": "bool"}.get(family, name), family
                )
        self.filter("IntFilter", "int", "number")
        self.filter("FloatFilter", "float", "number")
        build.input(
            "CountOrder",
            [Field("count", "Direction | None", "By how many there are.")],
            "Order by a number of related nodes.",
            one_of=True,
        )
        build.input(
            "PeriodInput",
            [Field("from", "PartialDate", "Its first day."), Field("to", "PartialDate", "Its last day.")],
            "A period, both ends included.",
        )
        build.object(
            "PageInfo",
            [
                Field("hasNextPage", "bool", "Whether more follows."),
                Field("hasPreviousPage", "bool", "Whether something comes before."),
                Field("startCursor", "str | None", "Cursor of the first edge."),
                Field("endCursor", "str | None", "Cursor of the last edge."),
            ],
            "Where a page lies in its list (Relay).",
        )
        build.object(
            "Citation",
            [
                Field("place", "str | None", "Where in the source."),
                Field("source", self.model.provenance, "The source."),
            ],
            "A source and the place in it. — Eine Quelle und die Stelle darin.",
        )

    def filter(self, name: str, value: str, family: str) -> None:
        fields = []
        for operator in FILTERS[family][1]:
            many = operator in {"in", "notIn", "between"}
            fields.append(Field(operator, f"list[{value}] | None" if many else f"{value} | None", OPERATORS[operator]))
        fields.append(Field("isNull", "bool | None", "Whether the value is missing."))
        if family in {"text", "prose"}:
            about = "Whether case, accents and umlauts are ignored: München, munchen and Muenchen are the same then."
            fields.append(Field("fold", "bool | None", about))
        self.builder.input(
            name, fields, "Conditions, all of which must hold; an operator that is null is no condition."
        )

    def entity(self) -> None:
        fields = [
            Field("id", "ID", "Global identifier (Relay)."),
            Field("displayName", "str", "What to call it in one line. — Anzeigename.", (LANG,)),
            Field("sources", "list[Citation]", "Where the facts come from. — Quellen."),
            *self.own_fields(self.model.common_properties),
        ]
        self.builder.interface(ENTITY, fields, "Whatever has a global identifier (Relay). — Alles mit eigener Kennung.")

    # -- output ------------------------------------------------------------------------------------------------------

    def own_fields(self, properties: Mapping[str, Property]) -> list[Field]:
        fields = []
        for prop in properties.values():
            arguments: list[Argument] = []
            if prop.i18n:
                arguments.append(LANG)
            if prop.type == "Markdown":
                arguments.append(
                    Argument("excerpt", "int | None", "Only the beginning, in about so many characters of plain text.")
                )
                arguments.append(
                    Argument("format", "TextFormat", "Form of the text.", self.builder.namespace["TextFormat"].MARKDOWN)
                )
            words = describe(prop.label, prop.description)
            fields.append(Field(prop.name, self.annotation(prop), words, arguments, prop.deprecated))
            if prop.i18n:
                about = f"The language in which `{prop.name}` is delivered."
                kind = "Language" if prop.required else "Language | None"
                fields.append(Field(prop.name + LANGUAGE_SUFFIX, kind, about, (LANG,)))
        return fields

    def annotation(self, prop: Property) -> str:
        kind = prop.value_type
        name = prop.type if kind is None else _PYTHON.get(kind.graphql, kind.graphql)
        if prop.many:
            return f"list[{name}]"
        return name if prop.required else f"{name} | None"

    def link_fields(self, owner: str, inherited: Iterable[str] = ()) -> list[Field]:
        fields = []
        for link in self.model.links(owner).values():
            self.link_types(link)
            if link.field in inherited:
                continue
            name, words = link_name(link), describe(link.label, link.relation.description)
            if link.one:
                fields.append(Field(link.field, f"{link.target} | None", words, CONTEXT))
                fields.append(
                    Field(
                        link.field + EDGE_SUFFIX,
                        f"{name}Link | None",
                        f"The relation behind `{link.field}`.",
                        CONTEXT,
                    )
                )
            else:
                fields.append(Field(link.field, f"{name}Connection", words, self.list_arguments(name)))
        return fields

    def list_arguments(self, name: str) -> tuple[Argument, ...]:
        return (
            Argument("where", f"{name}Where | None", "Conditions."),
            Argument("orderBy", f"list[{name}Order] | None", "Order; ties are broken by slug."),
            Argument("first", "int | None", "How many from the start."),
            Argument("after", "str | None", "Only after this cursor."),
            Argument("last", "int | None", "How many from the end."),
            Argument("before", "str | None", "Only before this cursor."),
            *CONTEXT,
        )

    def link_types(self, link: Link) -> None:
        name = link_name(link)
        suffix = "Link" if link.one else "Edge"
        if name + suffix in self.done:
            return
        self.done.add(name + suffix)
        words = describe(link.relation.label, link.relation.description)
        fields = [
            Field("node", link.target, "The node on the other side."),
            *self.own_fields(link.relation.properties),
            Field("sources", "list[Citation]", "Where the facts come from. — Quellen."),
        ]
        if not link.one:
            fields.insert(0, Field("cursor", "str", "Position in the list."))
            self.aggregates.link(link)
            self.connection(name, link.target, words, link)
        self.builder.object(name + suffix, fields, words)
        self.relation_inputs(name, link.relation, link.target)

    def connection(self, name: str, node: str, words: str, link: Link | None = None) -> None:
        fields = [
            Field("edges", f"list[{name}Edge]", "The page's entries."),
            Field("nodes", f"list[{node}]", "The page's nodes without their edges."),
            Field("pageInfo", "PageInfo", "Where the page lies."),
            Field("totalCount", "int", "How many there are under the same conditions, over all pages."),
            *self.aggregates.fields(node, link),
        ]
        self.builder.object(f"{name}Connection", fields, words)

    # -- input -------------------------------------------------------------------------------------------------------

    def logic(self, name: str) -> list[Field]:
        return [
            Field("AND", f"list[{name}] | None", "All must hold."),
            Field("OR", f"list[{name}] | None", "At least one must hold."),
            Field("NOT", f"{name} | None", "Must not hold."),
        ]

    def conditions(self, properties: Mapping[str, Property]) -> list[Field]:
        return [
            Field(prop.name, f"{self.filter_name(prop)} | None", describe(prop.label))
            for prop in properties.values()
            if prop.filter and not prop.many
        ]

    def filter_name(self, prop: Property) -> str:
        kind = prop.value_type
        if kind is None:
            return f"{prop.type}Filter"
        return f"{FILTERS[kind.family][0] or kind.graphql}Filter"

    def inputs(self, owner: str) -> None:
        """Add `…Where` and `…Order` of a node type, an interface or the entity."""
        where, order = f"{owner}Where", f"{owner}Order"
        properties = self.model.properties(owner)
        conditions = [*self.conditions(properties), *self.geography.conditions(owner)]
        keys = [*self.order_keys(properties), *self.geography.order(owner)]
        for link in self.model.links(owner).values():
            name = link_name(link)
            conditions.append(
                Field(link.field, f"{name}Where | None" if link.one else f"{name}Filter | None", describe(link.label))
            )
            kind = f"{link.target}Order | None" if link.one else "CountOrder | None"
            keys.append(Field(link.field, kind, f"By {link.label.en}." if link.one else "By how many there are."))
        concrete = self.model.concrete(owner)
        if owner not in self.model.types:
            conditions += [
                Field(f"{ON_PREFIX}{t}", f"{t}Where | None", f"Is of type {t}, and this holds.") for t in concrete
            ]
        self.builder.input(where, [*self.logic(where), *conditions], "Conditions, all of which must hold.")
        self.builder.input(order, keys, "What to order by; exactly one key.", one_of=True)
        self.aggregates.owner(owner)

    def order_keys(self, properties: Mapping[str, Property]) -> list[Field]:
        return [Field(p.name, "Direction | None", describe(p.label)) for p in properties.values() if p.sortable]

    def relation_inputs(self, name: str, relation: Relation, target: str) -> None:
        if name in self.done:
            return
        self.done.add(name)
        where, order = f"{name}Where", f"{name}Order"
        conditions = [
            *self.conditions(relation.properties),
            Field("node", f"{target}Where | None", "Conditions on the other side."),
        ]
        self.builder.input(
            where, [*self.logic(where), *conditions], "Conditions on a relation, all of which must hold."
        )
        keys = [*self.order_keys(relation.properties), Field("node", f"{target}Order | None", "By the other side.")]
        self.builder.input(order, keys, "What to order by; exactly one key.", one_of=True)
        quantified = [
            Field("some", f"{where} | None", "At least one relation fulfils this."),
            Field("none", f"{where} | None", "No relation fulfils this."),
            Field("every", f"{where} | None", "All relations fulfil this."),
            Field("single", f"{where} | None", "Exactly one relation fulfils this."),
            Field("count", "IntFilter | None", "How many relations there are."),
        ]
        self.builder.input(f"{name}Filter", quantified, "Conditions on related nodes, all of which must hold.")

    # -- roots -------------------------------------------------------------------------------------------------------

    def query(self) -> None:
        fields: list[Field] = []
        plurals = {t.name: (t.plural, t.label) for t in self.model.types.values()}
        plurals |= {i.name: (i.plural, i.label) for i in self.model.interfaces.values()}
        for name, (plural, label) in plurals.items():
            fields.append(
                Field(
                    camel(name),
                    f"{name} | None",
                    f"One {label.en}, by exactly one of its keys.",
                    (*self.keys(name), *CONTEXT),
                )
            )
            words = f"{_capital(label.en)}: a list. — {label.de}: eine Liste."
            self.builder.object(
                f"{name}Edge",
                [Field("cursor", "str", "Position in the list."), Field("node", name, "The node.")],
                words,
            )
            self.connection(name, name, words)
            fields.append(Field(plural, f"{name}Connection", words, self.list_arguments(name)))
        one = (Argument("id", "ID", "Global identifier."), *CONTEXT)
        many = (Argument("ids", "list[ID]", "Global identifiers."), *CONTEXT)
        fields.append(Field("node", f"{ENTITY} | None", "The node with this identifier (Relay).", one))
        fields.append(
            Field("nodes", f"list[{ENTITY} | None]", "The nodes with these identifiers, in their order (Relay).", many)
        )
        self.search(fields)
        fields += questions(self.model, self.builder, self.own_fields)
        self.builder.object("Query", fields, f"What can be asked of {self.model.name}. — Was sich fragen lässt.")

    def keys(self, name: str) -> list[Argument]:
        keys = [Argument("id", "ID | None", "Global identifier.")]
        for prop in self.model.properties(name).values():
            if prop.lookup and (name in self.model.types or prop.name not in self.model.common_properties):
                kind = prop.value_type
                annotation = "str" if kind is None else _PYTHON.get(kind.graphql, kind.graphql)
                keys.append(Argument(prop.name, f"{annotation} | None", describe(prop.label)))
        return keys

    def search(self, fields: list[Field]) -> None:
        build = self.builder
        types = {
            t.name: describe(t.label, t.description)
            for t in self.model.types.values()
            if any(p.search for p in t.properties.values())
        }
        build.enum("SearchType", types, "Types that are searched.")
        build.object(
            "Highlight",
            [
                Field("property", "str", "The property whose text it is."),
                Field("text", "str", "Part of it, in plain words, with … where it was cut."),
                Field("html", "str", "The same as HTML: escaped, words that were found within <mark>."),
            ],
            "Why something was found. — Fundstelle.",
        )
        build.object(
            "SearchEdge",
            [
                Field("cursor", "str", "Position in the list."),
                Field(
                    "score",
                    "float",
                    "How well it fits: from 2 what is called so, from 1 what is called so at its beginning or nearly.",
                ),
                Field(
                    "highlight",
                    "Highlight | None",
                    "The text that shows why; null when none does.",
                    (Argument("length", "int", "About how many characters to show.", 160),),
                ),
                Field("node", ENTITY, "The hit."),
            ],
            "A hit of a search. — Ein Treffer.",
        )
        self.connection("Search", ENTITY, "Hits of a search, the best first. — Treffer, die besten zuerst.")
        arguments = (
            Argument(
                "query",
                "str",
                "Words to look for; all must occur: as such, within a longer word, or one letter off. "
                "Quoted ones are a phrase; a word for a kind may stand before a name.",
            ),
            Argument("types", "list[SearchType] | None", "Only these types."),
            Argument("first", "int | None", "How many from the start."),
            Argument("after", "str | None", "Only after this cursor."),
            Argument("where", "EntityFilter | None", "Only hits that fulfil this. — Nur Treffer, für die das gilt."),
            *CONTEXT,
        )
        fields.append(Field("search", "SearchConnection", "Full-text search over all texts.", arguments))


_PYTHON = {"String": "str", "Int": "int", "Float": "float", "Boolean": "bool"}


def _input(kind: str) -> Callable[[object], str]:
    value_type = VALUE_TYPES[kind]

    def parse(value: object) -> str:
        if not isinstance(value, str):
            raise ValueError(f"{value_type.graphql} is written as text")
        return str(value_type.parse(value))

    return parse
