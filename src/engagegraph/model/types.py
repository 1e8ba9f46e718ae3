"""The frozen model: node types, interfaces, relations with their ends, enums, languages and viewers.

Everything here is immutable and knows nothing of files, GraphQL or Cypher. A `Link` is a relation seen from one of its
sides: what a reader calls a field and an editor writes as a key in a seed file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from functools import cached_property

from engagegraph.errors import Place
from engagegraph.model.values import VALUE_TYPES, ValueType

ENTITY = "Node"
"""The interface of every node type (Relay's `Node`); what a relation end with several types is typed as."""

PUBLIC = "public"
"""The viewer that anonymous readers are, and the privacy class of a property that names none."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in German and English."""

    de: str
    en: str


@dataclass(frozen=True, slots=True)
class Enum:
    """A closed list of words with their labels, in the order declared."""

    name: str
    label: Words
    values: Mapping[str, Words]
    place: Place = attribute(compare=False)


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a node type or relation.

    `type` is a value type or the name of an enum. `search` is the weight in full-text search, 0 for not searched.
    `lookup` properties are unique and name one node; `references` names the type whose slug the value must be;
    `timeline` says that it is a date on which something happened.
    """

    name: str
    type: str
    label: Words
    description: Words | None = None
    required: bool = False
    unique: bool = False
    lookup: bool = False
    many: bool = False
    i18n: bool = False
    search: int = 0
    filter: bool = True
    sort: bool = True
    privacy: str = PUBLIC
    pattern: str | None = None
    example: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    references: str | None = None
    deprecated: str | None = None
    timeline: bool = False
    place: Place = attribute(default=Place("model"), compare=False)

    @property
    def value_type(self) -> ValueType | None:
        """The value type; `None` for an enum."""
        return VALUE_TYPES.get(self.type)

    @property
    def sortable(self) -> bool:
        """Whether lists can be ordered by it."""
        kind = self.value_type
        return self.sort and not self.many and (kind is None or kind.family != "prose")

    @property
    def sort_suffix(self) -> str:
        """What follows the stored name of the property that is compared when sorting."""
        kind = self.value_type
        return kind.sort_suffix if kind is not None else ""


@dataclass(frozen=True, slots=True)
class Lifespan:
    """The two partial dates between which a node exists.

    Without an end it goes on; what is `momentary` was over when it had begun.
    """

    start: str
    end: str
    momentary: bool = False


@dataclass(frozen=True, slots=True)
class Geo:
    """Where nodes lie: two properties in degrees; `within` are links to one node, in which they lie."""

    latitude: str
    longitude: str
    within: tuple[str, ...]
    place: Place = attribute(compare=False)


@dataclass(frozen=True, slots=True)
class Interface:
    """Properties and links that several node types share."""

    name: str
    label: Words
    description: Words
    properties: Mapping[str, Property]
    members: tuple[str, ...]
    order: tuple[str, ...]
    plural: str
    place: Place = attribute(compare=False)
    geo: Geo | None = None


@dataclass(frozen=True, slots=True)
class NodeType:
    """A node type; `properties` holds its own, its interfaces' and the common ones, in that order of reading.

    What a node of a `quoted` type is called by stands in quotation marks within a sentence.
    `prefixes` are words that people put before the name of one (`LK Emsland`); search takes them for the type.
    Each node keeps its place in an order by the properties `placed` (see `stored.PLACE`).
    """

    name: str
    plural: str
    label: Words
    description: Words
    interfaces: tuple[str, ...]
    properties: Mapping[str, Property]
    display: str
    order: tuple[str, ...]
    placed: tuple[str, ...]
    lifespan: Lifespan | None
    personal: bool
    place: Place = attribute(compare=False)
    quoted: bool = False
    prefixes: tuple[str, ...] = ()
    geo: Geo | None = None

    @property
    def singular(self) -> str:
        """The name of the root field for one node, and of the type in references."""
        return self.name[0].lower() + self.name[1:]


@dataclass(frozen=True, slots=True)
class End:
    """One pair of sides that a relation may connect, with the field on the one and the reverse field on the other."""

    from_declared: tuple[str, ...]
    to_declared: tuple[str, ...]
    from_types: tuple[str, ...]
    to_types: tuple[str, ...]
    field: str
    reverse: str
    one: bool
    reverse_one: bool
    place: Place = attribute(compare=False)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation type. Two relations between the same nodes must differ in the `key` properties.

    `phrase` is the sentence that a relation makes, with `{from}` and `{to}` for the names of both sides; where the
    property `phrase_by` has a word among `phrases`, that sentence is made.
    """

    name: str
    label: Words
    reverse_label: Words
    description: Words
    properties: Mapping[str, Property]
    key: tuple[str, ...]
    ends: tuple[End, ...]
    place: Place = attribute(compare=False)
    phrase: Words = Words("{from} – {to}", "{from} – {to}")
    phrase_by: str | None = None
    phrases: Mapping[str, Words] = attribute(default_factory=dict)

    def __hash__(self) -> int:
        return hash(self.name)


@dataclass(frozen=True, slots=True, repr=False)
class Link:
    """A relation as seen from one side of one of its ends.

    `targets` are the node types on the other side, `target` is the one GraphQL type that covers them.
    """

    owner: str
    field: str
    relation: Relation
    end: End
    outgoing: bool
    one: bool
    targets: tuple[str, ...]
    target: str

    def __repr__(self) -> str:
        return f"{self.owner}.{self.field}"

    @property
    def label(self) -> Words:
        """The relation's label in the direction of reading."""
        return self.relation.label if self.outgoing else self.relation.reverse_label


@dataclass(frozen=True, slots=True)
class Language:
    """A language of texts; `fallback` is the chain that is tried, itself first."""

    code: str
    label: Words
    fallback: tuple[str, ...]

    @property
    def enum(self) -> str:
        """The word for it in GraphQL."""
        return self.code.replace("-", "_").upper()


@dataclass(frozen=True, slots=True)
class Limits:
    """What a viewer class may ask for at once; in the model's file in camel case.

    `rows`: sizes of pages multiplied over their nesting; `fields`, `aliases`, `depth`, `roots`: of an operation
    with its fragments put in; `conditions`, `condition_depth`: keys of `where` and `orderBy`, and how deep they nest;
    `variable_values`: scalars, keys and list items in the variables; `cost`: hits that the database is expected to
    take; `hits`: whether it may be asked for those that it took, which takes longer; `seconds`: what it may take.
    """

    default_page: int = 20
    maximum_page: int = 100
    rows: int = 20_000
    characters: int = 50_000
    tokens: int = 2_000
    fields: int = 1_000
    aliases: int = 100
    depth: int = 16
    roots: int = 20
    conditions: int = 300
    condition_depth: int = 24
    variable_values: int = 2_000
    cost: int = 20_000_000
    hits: bool = False
    seconds: int = 10


@dataclass(frozen=True, slots=True)
class Viewer:
    """A class of viewers, the privacy classes that they see, and what they may ask for at once."""

    name: str
    label: Words
    sees: frozenset[str]
    limits: Limits = Limits()


@dataclass(frozen=True)
class Model:
    """The whole declaration, checked: every name in it resolves.

    `attribution` is the property of the provenance type that holds what a licence asks to show. `whole` is false of a
    projection for those who may not see everything.
    """

    name: str
    provenance: str
    languages: Mapping[str, Language]
    viewers: Mapping[str, Viewer]
    enums: Mapping[str, Enum]
    interfaces: Mapping[str, Interface]
    types: Mapping[str, NodeType]
    relations: Mapping[str, Relation]
    attribution: str | None = None
    whole: bool = True

    @cached_property
    def main_language(self) -> str:
        """The language that every text must have; the first declared."""
        return next(iter(self.languages))

    @cached_property
    def plurals(self) -> dict[str, NodeType]:
        """Node types by their plural."""
        return {t.plural: t for t in self.types.values()}

    @cached_property
    def singulars(self) -> dict[str, NodeType]:
        """Node types by their singular, as references name them."""
        return {t.singular: t for t in self.types.values()}

    def concrete(self, name: str) -> tuple[str, ...]:
        """Return the node types that a type, an interface or `Node` stands for."""
        if name == ENTITY:
            return tuple(self.types)
        if name in self.interfaces:
            return self.interfaces[name].members
        return (name,)

    def properties(self, name: str) -> Mapping[str, Property]:
        """Return the properties that every node of a type, an interface or `Node` has."""
        if name in self.types:
            return self.types[name].properties
        if name in self.interfaces:
            return self.interfaces[name].properties
        return self.common_properties

    @cached_property
    def common_relation_properties(self) -> dict[str, Property]:
        """The properties that all relations share."""
        return _shared([relation.properties for relation in self.relations.values()])

    @cached_property
    def common_properties(self) -> dict[str, Property]:
        """The properties that all node types share."""
        return _shared([node_type.properties for node_type in self.types.values()])

    def geo(self, name: str) -> Geo | None:
        """Return where nodes of a type or an interface lie; `Node` lies nowhere."""
        owner = self.types.get(name) or self.interfaces.get(name)
        return None if owner is None else owner.geo

    def containers(self, name: str) -> dict[str, tuple[Link, ...]]:
        """Return the links to what nodes of a type or an interface lie in, by field.

        One link of its own; else one of each member of the interface that has it.
        """
        geo, found = self.geo(name), {}
        for field in geo.within if geo is not None else ():
            owners = (name,) if field in self.links(name) else self.concrete(name)
            found[field] = tuple(self.links(owner)[field] for owner in owners if field in self.links(owner))
        return {field: links for field, links in found.items() if links}

    def links(self, name: str) -> Mapping[str, Link]:
        """Return the links of a type or an interface by field; `Node` has none of its own."""
        return self._links.get(name, {})

    @cached_property
    def _links(self) -> dict[str, dict[str, Link]]:
        table: dict[str, dict[str, Link]] = {name: {} for name in (*self.types, *self.interfaces)}
        for relation in self.relations.values():
            for end in relation.ends:
                for outgoing in (True, False):
                    for link in self._sides(relation, end, outgoing):
                        table[link.owner][link.field] = link
        return table

    def _sides(self, relation: Relation, end: End, outgoing: bool) -> Iterator[Link]:
        declared, concrete = (end.from_declared, end.from_types) if outgoing else (end.to_declared, end.to_types)
        others_declared, others = (end.to_declared, end.to_types) if outgoing else (end.from_declared, end.from_types)
        target = others_declared[0] if len(others_declared) == 1 else others[0] if len(others) == 1 else ENTITY
        interfaces = [name for name in declared if name in self.interfaces]
        for owner in (*interfaces, *concrete):
            yield Link(
                owner=owner,
                field=end.field if outgoing else end.reverse,
                relation=relation,
                end=end,
                outgoing=outgoing,
                one=end.one if outgoing else end.reverse_one,
                targets=others,
                target=target,
            )


def _shared(owners: Sequence[Mapping[str, Property]]) -> dict[str, Property]:
    """Return the properties that are the same in all of `owners`."""
    first = owners[0] if owners else {}
    return {name: prop for name, prop in first.items() if all(each.get(name) == prop for each in owners)}
