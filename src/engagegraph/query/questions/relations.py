"""Relations of any kind as objects: their sides, a sentence, their properties in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from graphql import FieldNode

from engagegraph.model import Language, Model, Property, Relation, Words
from engagegraph.query.conditions import Scene
from engagegraph.query.cypher import Row, block
from engagegraph.query.document import object_type
from engagegraph.query.filters import Scope, fallback_names
from engagegraph.query.ir import Output, TypeName
from engagegraph.query.levels import At
from engagegraph.query.prices import READ, SEEK

if TYPE_CHECKING:
    from engagegraph.query.cost import Meter
    from engagegraph.query.emit import Emitter
    from engagegraph.query.plan import Planner


@dataclass(frozen=True, slots=True)
class RelationField:
    """`type`, `from` or `to` of a relation."""

    key: str
    what: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """`sentence`: said in German or English, with the names in the language asked for."""

    key: str
    said_in: str
    language: Language


@dataclass(frozen=True, slots=True)
class Details:
    """`details`: pairs of response key and field of each."""

    key: str
    fields: tuple[tuple[str, str], ...]
    said_in: str
    language: Language


RelationOutput = RelationField | Sentence | Details | Output


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation at hand: its variable, both sides as declared, and what types it may have."""

    edge: str
    start: Scene
    end: Scene
    relations: tuple[Relation, ...]


# -- plan ------------------------------------------------------------------------------------------------------------


def chosen(planner: Planner, args: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the relations that `via` names; without it all that do not lead to where facts come from."""
    model, via = planner.model, args.get("via")
    if via is not None:
        named = {item.constant for item in via.items}
        return tuple(name for name in model.relations if name in named)
    return tuple(name for name, relation in model.relations.items() if starts(model, [relation], provenance=False))


def between(model: Model, relations: Iterable[str], some: Collection[str], others: Collection[str]) -> tuple[str, ...]:
    """Return those of these relations that may lead from one of `some` types to one of `others`, or back."""

    def meets(types: Iterable[str], those: Collection[str]) -> bool:
        return not set(types).isdisjoint(those)

    return tuple(
        name
        for name in relations
        if any(
            (meets(end.from_types, one) and meets(end.to_types, other))
            for end in model.relations[name].ends
            for one, other in ((some, others), (others, some))
        )
    )


def starts(model: Model, relations: Iterable[Relation], provenance: bool = True) -> tuple[str, ...]:
    """Return the types that relations may start at; without `provenance` only of ends that leave it out."""
    return _sides(model, relations, True, provenance)


def ends(model: Model, relations: Iterable[Relation]) -> tuple[str, ...]:
    """Return the types that relations may lead to."""
    return _sides(model, relations, False, True)


def touched(model: Model, relations: Iterable[str], also: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the types on either side of the relations of these names, and `also` others, in the model's order."""
    several = [model.relations[name] for name in relations]
    found = {*starts(model, several), *ends(model, several), *also}
    return tuple(name for name in model.types if name in found)


def _sides(model: Model, relations: Iterable[Relation], start: bool, provenance: bool) -> tuple[str, ...]:
    found = {
        name
        for relation in relations
        for end in relation.ends
        if provenance or (end.from_types != (model.provenance,) and end.to_types != (model.provenance,))
        for name in (end.from_types if start else end.to_types)
    }
    return tuple(name for name in model.types if name in found)


def edge_order(model: Model, edge: str, relations: Sequence[Relation]) -> str:
    """Return the items after ORDER BY that put relations between the same nodes into an order."""
    items = [f"type({edge})"]
    if any(r.key for r in relations):
        items.append(f"{edge}._key")
    if "since" in model.common_relation_properties:
        items.append(f"{edge}.since_first")
    return ", ".join(items)


def said_in(language: Language) -> str:
    """Return in which of the two languages that the model is declared in something is said."""
    return next((code for code in language.fallback if code in {"de", "en"}), "en")


def relation_outputs(planner: Planner, nodes: Sequence[FieldNode], scope: Scope) -> tuple[RelationOutput, ...]:
    """Return the plan of what is selected of a `Relation`."""
    kind = object_type(planner.schema.get_type("Relation"))
    common = planner.model.common_relation_properties
    outputs: list[RelationOutput] = []
    for key, group in planner.collector.collect([n.selection_set for n in nodes], "Relation").items():
        match group[0].name.value:
            case "__typename":
                outputs.append(TypeName(key, "Relation"))
            case "type" | "from" | "to" as name:
                outputs.append(RelationField(key, name))
            case "sentence":
                language = planner.scope(scope, planner.field(kind, group[0])[1]).language
                outputs.append(Sentence(key, said_in(language), language))
            case "details":
                language = planner.scope(scope, planner.field(kind, group[0])[1]).language
                groups = planner.collector.collect([n.selection_set for n in group], "RelationDetail")
                fields = tuple((k, f[0].name.value) for k, f in groups.items())
                outputs.append(Details(key, fields, said_in(language), language))
            case "sources":
                outputs.append(planner.citations(key, "edge", group, scope))
            case _:
                outputs.append(planner.property(key, "edge", group[0], kind, common, scope))
    return tuple(outputs)


# -- emit ------------------------------------------------------------------------------------------------------------


def emit_relation(emitter: Emitter, outputs: Sequence[RelationOutput], tie: Tie, row: Row) -> str:
    """Return the Python expression that makes a relation's object."""
    scene = Scene(tie.start.node, tie.start.types, tie.edge)
    members = []
    for output in outputs:
        match output:
            case RelationField(what="type"):
                made = row.add(f"type({tie.edge})")
            case RelationField(what=what):
                side = tie.start if what == "from" else tie.end
                made = f"gid({emitter.type_of(side, row)}, {row.add(f'{side.node}.slug')})"
            case Sentence():
                made = sentence_of(emitter, output, tie, row)
            case Details():
                made = _details(emitter, output, tie, row)
            case _:
                made = emitter.output(output, scene, row)
        members.append(f"{output.key!r}: {made}")
    return "{" + ", ".join(members) + "}"


def price_relation(meter: Meter, outputs: Sequence[RelationOutput], relations: Sequence[str], at: At) -> None:
    """Price what is selected of relations of these names, of which there is one in each row at hand."""
    several = [meter.model.relations[name] for name in relations]
    sides = {"from": starts(meter.model, several), "to": ends(meter.model, several)}
    for output in outputs:
        match output:
            case RelationField(what="type"):
                meter.add(at, READ)
            case RelationField(what=what):
                meter.add(at, READ + meter.type_of(sides[what]))
            case Sentence():
                meter.add(at, sum(READ + 2 * meter.type_of(types) for types in sides.values()))
            case Details():
                named = {prop: p.references for relation in several for prop, p in relation.properties.items()}
                meter.add(at, sum(READ if target is None else READ + SEEK + READ for target in named.values()))
            case _:
                meter.output(output, sides["from"], at)


def name_of(emitter: Emitter, scene: Scene, language: Language, row: Row) -> str:
    """Return the Python expression of what a node is called within a sentence of this language."""
    model = emitter.model
    groups: dict[tuple[str, ...], list[str]] = {}
    for name in scene.types:
        node_type = model.types[name]
        groups.setdefault(fallback_names(model, node_type.properties[node_type.display], language), []).append(name)
    cases = [
        (f"{scene.node}:{emitter.conditions.label(types)}", _first_of(scene.node, names))
        for names, types in groups.items()
    ]
    *others, (_, last) = cases
    text = f"CASE {' '.join(f'WHEN {test} THEN {value}' for test, value in others)} ELSE {last} END" if others else last
    quoted = [name for name in scene.types if model.types[name].quoted]
    if not quoted:
        return row.add(text)
    marks = repr("„“" if said_in(language) == "de" else "“”")
    if len(quoted) == len(scene.types):
        return f"quoted({row.add(text)}, {marks})"
    named = row.add(text)
    return f"(quoted({named}, {marks}) if {row.add(f'{scene.node}:{emitter.conditions.label(quoted)}')} else {named})"


def _first_of(owner: str, names: Sequence[str]) -> str:
    parts = [f"{owner}.{name}" for name in names]
    return parts[0] if len(parts) == 1 else f"coalesce({', '.join(parts)})"


def sentence_of(emitter: Emitter, output: Sentence, tie: Tie, row: Row) -> str:
    """Return the Python expression of what a relation says."""
    code = output.said_in
    phrases = {
        r.name: (in_language(r.phrase, code), {word: in_language(p, code) for word, p in r.phrases.items()})
        for r in tie.relations
    }
    start, end = (name_of(emitter, side, output.language, row) for side in (tie.start, tie.end))
    deciding = {r.phrase_by: [o.name for o in tie.relations if o.phrase_by == r.phrase_by] for r in tie.relations}
    deciding.pop(None, None)
    word = "None"
    if len(deciding) == 1:
        word = row.add(f"{tie.edge}.{next(iter(deciding))}")
    elif deciding:
        cases = " ".join(f"WHEN {tie.edge}:{'|'.join(names)} THEN {tie.edge}.{by}" for by, names in deciding.items())
        word = row.add(f"CASE {cases} END")
    return f"sentence({constant(emitter, phrases)}[{row.add(f'type({tie.edge})')}], {word}, {start}, {end})"


def _details(emitter: Emitter, output: Details, tie: Tie, row: Row) -> str:
    model = emitter.model

    @cache  # several relations may have the same property, which is read once
    def shown(value: str, target: str | None) -> str:
        return value if target is None else _called(emitter, target, value, output.language)

    values: dict[str, int] = {}
    table: dict[str, list[tuple[str, str, int, dict[str, str] | None]]] = {}
    for relation in tie.relations:
        table[relation.name] = []
        for prop in relation.properties.values():
            if prop.name in model.common_relation_properties:
                continue
            read = shown(_first_of(tie.edge, fallback_names(model, prop, output.language)), prop.references)
            place = values.setdefault(row.add(read), len(values))
            table[relation.name].append(
                (prop.name, in_language(prop.label, output.said_in), place, _enum_words(model, prop, output.said_in))
            )
    made = (
        f"details({constant(emitter, table)}[{row.add(f'type({tie.edge})')}], ({''.join(f'{v}, ' for v in values)}), "
        f"{output.said_in!r})"
    )
    keys = ", ".join(
        f"{key!r}: {repr('RelationDetail') if name == '__typename' else f'd[{name!r}]'}" for key, name in output.fields
    )
    return f"[{{{keys}}} for d in {made}]"


def _called(emitter: Emitter, target: str, slug: str, language: Language) -> str:
    """Return the expression of what the node of a type is called that a slug names; the slug if there is none."""
    node, node_type = emitter.names.variable("n"), emitter.model.types[target]
    name = _first_of(node, fallback_names(emitter.model, node_type.properties[node_type.display], language))
    found = block("COLLECT", f"MATCH ({node}:{target} {{slug: {slug}}})\nRETURN {name}")
    return f"coalesce(head({found}), {slug})"


def _enum_words(model: Model, prop: Property, code: str) -> dict[str, str] | None:
    enum = model.enums.get(prop.type)
    return None if enum is None else {word: in_language(label, code) for word, label in enum.values.items()}


def in_language(words: Words, code: str) -> str:
    """Return the German or the English of two texts."""
    return words.de if code == "de" else words.en


def constant(emitter: Emitter, value: object) -> str:
    """Return the name under which the shaper finds a value that is known when the statement is made."""
    text = f" = {value!r}\n"
    for known in emitter.functions:
        if known.endswith(text) and known.startswith("C"):
            return known.removesuffix(text)
    name = emitter.names.variable("C")
    emitter.functions.append(name + text)
    return name
