"""From what the model files said to a model in which every name means something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from engagegraph.errors import Place, Problem, nearest
from engagegraph.model.geo import geo_problems, within_problems
from engagegraph.model.names import EDGE_SUFFIX, LANGUAGE_SUFFIX, camel
from engagegraph.model.rules import (
    RESERVED,
    RESERVED_ROOTS,
    RESERVED_TYPES,
    order_problems,
    phrase_problems,
    property_problems,
)
from engagegraph.model.types import (
    ENTITY,
    PUBLIC,
    End,
    Enum,
    Geo,
    Interface,
    Language,
    Lifespan,
    Model,
    NodeType,
    Property,
    Relation,
    Viewer,
    Words,
)


@dataclass(frozen=True)
class TypeDraft:
    """A node type as its file says it; `places` has the place of each of its keys."""

    name: str
    plural: str
    label: Words
    description: Words
    interfaces: tuple[str, ...]
    properties: Mapping[str, Property]
    display: str
    order: tuple[str, ...]
    lifespan: Lifespan | None
    geo: Geo | None
    personal: bool
    quoted: bool
    place: Place
    places: Mapping[str, Place]
    prefixes: tuple[str, ...] = ()


@dataclass
class Draft:
    """What the files said, before names are resolved; `places` has the place of each key of the base file."""

    name: str = ""
    provenance: str = ""
    attribution: str | None = None
    place: Place = field(default=Place("model.yaml"))
    places: dict[str, Place] = field(default_factory=dict)
    languages: dict[str, Language] = field(default_factory=dict)
    viewers: dict[str, Viewer] = field(default_factory=dict)
    enums: dict[str, Enum] = field(default_factory=dict)
    interfaces: dict[str, Interface] = field(default_factory=dict)
    types: dict[str, TypeDraft] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)
    common_node: dict[str, Property] = field(default_factory=dict)
    common_relation: dict[str, Property] = field(default_factory=dict)

    def at(self, key: str) -> Place:
        """Return the place of what stands under `key` in the base file, or of the file."""
        return self.places.get(key, self.place)


def resolve(draft: Draft) -> tuple[Model | None, list[Problem]]:
    """Return the model that `draft` declares, and the problems; no model if names do not resolve.

    A name that could not be read (empty) has been reported already and is passed over.
    """
    resolver = _Resolver(draft)
    model = resolver.model()
    return (None if resolver.problems else model), resolver.problems


class _Resolver:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.problems: list[Problem] = []

    def wrong(self, place: Place, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(code, message, hint, str(place)))

    def unknown(self, place: Place, code: str, what: str, name: str, known: Iterable[str]) -> None:
        if name:
            self.wrong(place, code, f'no {what} "{name}"', nearest(name, known))

    def model(self) -> Model | None:
        draft = self.draft
        self.base()
        self.names()
        self.properties(draft.common_node)
        self.properties(draft.common_relation, relation=True)
        interfaces = {n: self.interface(i) for n, i in draft.interfaces.items()}
        types = {n: self.node_type(t, interfaces) for n, t in draft.types.items()}
        self.searched(types)
        self.attribution(types)
        relations = {n: self.relation(r) for n, r in draft.relations.items()}
        if self.problems:
            return None
        model = Model(
            draft.name, draft.provenance, draft.languages, draft.viewers, draft.enums, interfaces, types, relations,
            draft.attribution,
        )  # fmt: skip
        self.fields(model)
        self.roots(model)
        self.problems += within_problems(model)
        return model

    # -- the base file -----------------------------------------------------------------------------------------------

    def base(self) -> None:
        draft = self.draft
        if draft.provenance not in draft.types:
            self.unknown(draft.at("provenance"), "MODEL_UNKNOWN_TYPE", "type", draft.provenance, draft.types)
        slug = draft.common_node.get("slug")
        if slug is None or not (slug.type == "Slug" and slug.required and slug.lookup and slug.privacy == PUBLIC):
            place = draft.at("common") if slug is None else slug.place
            hint = "add `slug: {type: Slug, required: true, lookup: true, …}` to common.node"
            self.wrong(place, "MODEL_MISSING_KEY", 'every node needs a public property "slug"', hint)
        self.viewers()
        if not draft.languages and "languages" in draft.places:
            self.wrong(draft.at("languages"), "MODEL_MISSING_KEY", "texts need a language", "declare at least one")
        for language in draft.languages.values():
            for code in language.fallback:
                if code not in draft.languages:
                    place = draft.at("languages")
                    self.unknown(place, "MODEL_UNKNOWN_LANGUAGE", "language", code, draft.languages)
            if language.fallback[:1] != (language.code,):
                message = f'the fallback of "{language.code}" starts with itself'
                self.wrong(draft.at("languages"), "MODEL_FALLBACK", message, f"[{language.code}, …]")

    def viewers(self) -> None:
        viewers, place = self.draft.viewers, self.draft.at("viewers")
        if PUBLIC not in viewers:
            if "viewers" in self.draft.places:
                hint = "anonymous readers are the viewer `public`"
                self.wrong(place, "MODEL_MISSING_KEY", 'viewers need "public"', hint)
            return
        for viewer in viewers.values():
            missing = sorted(({PUBLIC} | viewers[PUBLIC].sees) - viewer.sees)
            if missing:
                message = f'the viewer "{viewer.name}" does not see what is public'
                self.wrong(place, "MODEL_PRIVACY", message, f"add {', '.join(missing)}")

    def names(self) -> None:
        """A name means one type, interface or enum."""
        draft = self.draft
        taken: dict[str, str] = dict.fromkeys(RESERVED_TYPES, "a word of the API itself")
        kinds: tuple[tuple[str, Mapping[str, Enum | Interface | TypeDraft]], ...] = (
            ("an enum", draft.enums),
            ("an interface", draft.interfaces),
            ("a type", draft.types),
        )
        for kind, named in kinds:
            for name, it in named.items():
                if name in taken:
                    self.wrong(it.place, "MODEL_NAME", f'"{name}" is {taken[name]}', "choose another name")
                taken[name] = kind

    def attribution(self, types: Mapping[str, NodeType]) -> None:
        """What a licence asks to show is a text of the provenance type that everybody sees."""
        draft = self.draft
        source = types.get(draft.provenance)
        if draft.attribution is None or source is None:
            return
        prop = source.properties.get(draft.attribution)
        place = draft.at("attribution")
        if prop is None:
            self.unknown(place, "MODEL_UNKNOWN_PROPERTY", "property", draft.attribution, source.properties)
        elif prop.privacy != PUBLIC or prop.type != "String" or prop.many or prop.i18n:
            message = f'"{prop.name}" cannot be shown to everybody as a line'
            self.wrong(place, "MODEL_DISPLAY", message, "name a public String with one value")

    # -- nodes -------------------------------------------------------------------------------------------------------

    def interface(self, interface: Interface) -> Interface:
        draft = self.draft
        for name in interface.properties.keys() & draft.common_node.keys():
            place = interface.properties[name].place
            self.wrong(place, "MODEL_REPEATED", f'"{name}" is declared already for every node', "leave it out here")
        self.properties(interface.properties)
        properties = {**draft.common_node, **interface.properties}
        self.problems += order_problems(interface.order, properties, interface.place)
        self.problems += geo_problems(interface.geo, properties) if interface.geo else []
        members = tuple(t.name for t in draft.types.values() if interface.name in t.interfaces)
        return replace(interface, members=members, properties=properties)

    def node_type(self, draft: TypeDraft, interfaces: Mapping[str, Interface]) -> NodeType:
        inherited = dict(self.draft.common_node)
        for name in draft.interfaces:
            if name not in interfaces:
                self.unknown(draft.places["implements"], "MODEL_UNKNOWN_TYPE", "interface", name, interfaces)
                continue
            for prop in interfaces[name].properties.values():
                if inherited.setdefault(prop.name, prop) != prop and prop.name not in self.draft.common_node:
                    message = f"{name}.{prop.name} is declared otherwise by another interface of {draft.name}"
                    self.wrong(draft.places["implements"], "MODEL_REPEATED", message, "rename one of them")
        for name, prop in draft.properties.items():
            if name in inherited:
                message = f'"{name}" is declared already for every {draft.name}'
                self.wrong(prop.place, "MODEL_REPEATED", message, "leave it out here")
        self.properties(draft.properties)
        properties = {**inherited, **draft.properties}
        order = draft.order or (draft.display,)
        if self.display(draft, properties):
            self.problems += order_problems(order, properties, draft.places.get("order", draft.place))
        self.lifespan(draft, properties)
        for word in draft.prefixes:
            if word and not word.isalpha():
                self.wrong(draft.places["prefixes"], "MODEL_NAME", f'"{word}" is no single word', "write letters only")
        self.problems += geo_problems(draft.geo, properties) if draft.geo else []
        return NodeType(
            name=draft.name,
            plural=draft.plural,
            label=draft.label,
            description=draft.description,
            interfaces=draft.interfaces,
            properties=properties,
            display=draft.display,
            order=order,
            placed=order if all(_places(properties.get(name)) for name in order) else (draft.display,),
            lifespan=draft.lifespan,
            personal=draft.personal,
            place=draft.place,
            quoted=draft.quoted,
            prefixes=draft.prefixes,
            geo=self.geo(draft, interfaces),
        )

    def geo(self, draft: TypeDraft, interfaces: Mapping[str, Interface]) -> Geo | None:
        """What a type says of its position, or its interface; one of them."""
        said = [interfaces[name].geo for name in draft.interfaces if name in interfaces]
        found = [geo for geo in dict.fromkeys((*said, draft.geo)) if geo is not None]
        if len(found) > 1:
            message = f"the position of {draft.name} is declared already, by {found[0].place}"
            self.wrong(found[-1].place, "MODEL_REPEATED", message, "leave it out in one of them")
        return found[0] if found else None

    def display(self, draft: TypeDraft, properties: Mapping[str, Property]) -> bool:
        """Whether what a node is called by is there; everybody may know it."""
        place = draft.places.get("display", draft.place)
        prop = properties.get(draft.display)
        if prop is None:
            self.unknown(place, "MODEL_UNKNOWN_PROPERTY", "property", draft.display, properties)
            return False
        if not prop.required or prop.many or prop.type != "String" or prop.privacy != PUBLIC:
            message = f'{draft.name} cannot be called by "{draft.display}"'
            self.wrong(place, "MODEL_DISPLAY", message, "name a required public String with one value")
        return True

    def lifespan(self, draft: TypeDraft, properties: Mapping[str, Property]) -> None:
        for name in (draft.lifespan.start, draft.lifespan.end) if draft.lifespan else ():
            if name and (name not in properties or properties[name].type != "PartialDate" or properties[name].many):
                dates = [n for n, p in properties.items() if p.type == "PartialDate"]
                message = f'"{name}" is no PartialDate of {draft.name}'
                self.wrong(draft.places["lifespan"], "MODEL_UNKNOWN_PROPERTY", message, nearest(name, dates))

    def properties(self, properties: Mapping[str, Property], relation: bool = False) -> None:
        draft = self.draft
        classes = {c for viewer in draft.viewers.values() for c in viewer.sees}
        for prop in properties.values():
            self.problems += property_problems(prop, draft.enums, draft.types, classes, relation)

    def searched(self, types: Mapping[str, NodeType]) -> None:
        """A full-text index holds names, not types: a name that is searched is hidden for all types or for none."""
        searched: dict[str, Property] = {}
        for node_type in types.values():
            for prop in node_type.properties.values():
                if prop.search:
                    searched.setdefault(prop.name, prop)
        for node_type in types.values():
            for prop in node_type.properties.values():
                other = searched.get(prop.name)
                if other is not None and other.privacy != prop.privacy:
                    message = f'"{prop.name}" is searched, and its privacy class is {other.privacy} elsewhere'
                    self.wrong(prop.place, "MODEL_SEARCH", message, f"choose another name; see {other.place}")

    # -- relations ---------------------------------------------------------------------------------------------------

    def relation(self, relation: Relation) -> Relation:
        draft = self.draft
        self.properties(relation.properties, relation=True)
        for name, prop in relation.properties.items():
            if name in draft.common_relation:
                message = f'"{name}" is declared already for every relation'
                self.wrong(prop.place, "MODEL_REPEATED", message, "leave it out here")
        properties = {**relation.properties, **draft.common_relation}
        for name in relation.key:
            if name not in properties:
                self.unknown(relation.place, "MODEL_UNKNOWN_PROPERTY", "property", name, properties)
            elif properties[name].privacy != PUBLIC:
                message = f'"{name}" is hidden and cannot be part of a key'
                self.wrong(relation.place, "MODEL_PRIVACY", message, "choose public properties")
        self.problems += phrase_problems(relation, properties, draft.enums)
        return replace(relation, properties=properties, ends=tuple(self.end(end) for end in relation.ends))

    def end(self, end: End) -> End:
        from_types, to_types = self.concrete(end.from_declared, end.place), self.concrete(end.to_declared, end.place)
        return replace(end, from_types=from_types, to_types=to_types)

    def concrete(self, names: tuple[str, ...], place: Place) -> tuple[str, ...]:
        types, interfaces = self.draft.types, self.draft.interfaces
        found: list[str] = []
        for name in names:
            if name in types:
                found.append(name)
            elif name in interfaces:
                found += [t.name for t in types.values() if name in t.interfaces]
            elif name == ENTITY:
                found += list(types)
            else:
                self.unknown(place, "MODEL_UNKNOWN_TYPE", "type", name, (*types, *interfaces))
        return tuple(dict.fromkeys(found))

    # -- the whole ---------------------------------------------------------------------------------------------------

    def fields(self, model: Model) -> None:
        """A field means one thing: no link may hide a property or another link."""
        for owner in (*model.types, *model.interfaces):
            taken = dict.fromkeys(RESERVED, "a word of the API itself")
            for name, prop in model.properties(owner).items():
                taken[name] = "a property"
                if prop.i18n:
                    taken[name + LANGUAGE_SUFFIX] = f"the language of {name}"
            for relation in model.relations.values():
                for end in relation.ends:
                    sides = ((end.from_declared, end.field, end.one), (end.to_declared, end.reverse, end.reverse_one))
                    for declared, name, one in sides:
                        if owner not in {c for d in declared for c in (d, *model.concrete(d))}:
                            continue
                        for field_name in (name, name + EDGE_SUFFIX) if one else (name,):
                            if field_name in taken:
                                message = f"{owner}.{field_name} is already {taken[field_name]}"
                                hint = "choose another field or reverse name"
                                self.wrong(end.place, "MODEL_REPEATED", message, hint)
                            taken[field_name] = f"a field of {relation.name}"

    def roots(self, model: Model) -> None:
        """A root field means one thing: singular and plural differ from each other and from every other."""
        named: tuple[NodeType | Interface, ...] = (*model.types.values(), *model.interfaces.values())
        count = Counter(name for it in named for name in (camel(it.name), it.plural))
        count.update(RESERVED_ROOTS)
        for it in named:
            if count[it.plural] > 1 or count[camel(it.name)] > 1:
                message = f"singular and plural of {it.name} must be unlike every other root field"
                self.wrong(it.place, "MODEL_REPEATED", message, "choose another plural")


def _places(prop: Property | None) -> bool:
    """Say whether a property may be part of a node's place, which everybody may come to see in a cursor."""
    return prop is not None and prop.type == "String" and not prop.many and prop.privacy == PUBLIC
