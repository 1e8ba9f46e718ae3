"""Reading `schema/model/*.yaml`: every error of every file at once, each with its place and what would be right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from engagegraph.errors import Failure, Place, Problem
from engagegraph.model import yamltext
from engagegraph.model.pieces import CAMEL, LANGUAGE, PASCAL, SCREAMING, Pieces
from engagegraph.model.resolve import Draft, TypeDraft, resolve
from engagegraph.model.types import (
    PUBLIC,
    End,
    Enum,
    Geo,
    Interface,
    Language,
    Lifespan,
    Limits,
    Model,
    Property,
    Relation,
    Viewer,
    Words,
)
from engagegraph.model.yamltext import Mapping, Node

BASE = "model.yaml"


def load_model(folder: Path) -> Model:
    """Return the model declared in `folder`; raise `Failure` with every problem of every file."""
    files = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            files.append((path.name, path.read_text(encoding="utf-8-sig")))
        except UnicodeDecodeError:
            place = str(Place(path.name))
            raise Failure.of("YAML_SYNTAX", "not YAML: not UTF-8", "save the file as UTF-8 text", place) from None
    if not any(name == BASE for name, _ in files):
        hint = f"name a folder with {BASE} and one file per type"
        raise Failure.of("MODEL_MISSING", f"no {BASE} in {folder}", hint, str(folder))
    return read_model(files)


def read_model(files: Sequence[tuple[str, str]]) -> Model:
    """Return the model declared in `files`, pairs of name and text; raise `Failure` with every problem."""
    reader = _Reader()
    for name, text in sorted(files, key=lambda f: (f[0] != BASE, f[0])):
        node, problems = yamltext.read_yaml(text, name)
        reader.problems += problems
        if not isinstance(node, Mapping):
            if not problems:
                place = node.place if node else Place(name)
                reader.wrong(place, "MODEL_SHAPE", "a model file is a mapping", "start with `type: …`")
        elif name == BASE:
            reader.base_file(node)
        else:
            reader.type_file(node)
    model, problems = resolve(reader.draft)
    found = [*reader.problems, *problems]
    if model is None or found:
        raise Failure(sorted(dict.fromkeys(found), key=_position))
    return model


def _position(problem: Problem) -> tuple[str, int, int]:
    file, line, column = problem.where.rsplit(":", 2)
    return file, int(line), int(column)


class _Reader(Pieces):
    def __init__(self) -> None:
        super().__init__()
        self.draft = Draft()

    # -- properties and enums ----------------------------------------------------------------------------------------

    _PROPERTY = (
        "type", "label", "description", "required", "unique", "lookup", "many", "i18n", "search", "filter", "sort",
        "privacy", "pattern", "example", "minimum", "maximum", "references", "deprecated", "timeline",
    )  # fmt: skip

    def properties(self, owner: Mapping, key: str = "properties") -> dict[str, Property]:
        found: dict[str, Property] = {}

        def read(name: str, place: Place, node: Mapping) -> None:
            found[name] = self.property(name, place, node)

        self.each(owner, key, read)
        return found

    def property(self, name: str, place: Place, node: Mapping) -> Property:
        what = f'property "{name}"'
        self.keys(node, self._PROPERTY, ("type",), what)
        self.called(name, CAMEL, place, "a property", "likeThis")
        lookup = self.flag(node.get("lookup"))
        return Property(
            name=name,
            type=self.text(node.get("type")),
            label=self.words(node, "label", what),
            description=self.words(node, "description", what) if "description" in node.entries else None,
            required=self.flag(node.get("required")),
            unique=self.flag(node.get("unique")) or lookup,
            lookup=lookup,
            many=self.flag(node.get("many")),
            i18n=self.flag(node.get("i18n")),
            search=int(self.number(node.get("search"), whole=True) or 0),
            filter=self.flag(node.get("filter"), default=True),
            sort=self.flag(node.get("sort"), default=True),
            privacy=self.text(node.get("privacy"), PUBLIC),
            pattern=self.pattern(node),
            example=self.text(node.get("example")) or None,
            minimum=self.number(node.get("minimum")),
            maximum=self.number(node.get("maximum")),
            references=self.text(node.get("references")) or None,
            deprecated=self.text(node.get("deprecated")) or None,
            timeline=self.flag(node.get("timeline")),
            place=node.entries["type"].place if "type" in node.entries else place,
        )

    def pattern(self, node: Mapping) -> str | None:
        written = node.get("pattern")
        pattern = self.text(written)
        if written is None or not pattern:
            return None
        example = node.get("example")
        try:
            fits = isinstance(example, yamltext.Text) and re.fullmatch(pattern, example.value) is not None
        except re.error as error:
            self.wrong(written.place, "MODEL_PATTERN", f"not a regular expression: {error}", r"for example \d{8}")
            return None
        if not fits:
            message = "a pattern needs an example that it matches"
            self.wrong(written.place, "MODEL_PATTERN", message, "add or correct `example: …`")
        return pattern

    def enum(self, name: str, place: Place, node: Mapping) -> None:
        what = f'enum "{name}"'
        self.keys(node, ("label", "values"), ("values",), what)
        self.called(name, PASCAL, place, "an enum", "LikeThis")
        if name in self.draft.enums:
            self.wrong(place, "MODEL_REPEATED", f"{what} is declared twice", f"see {self.draft.enums[name].place}")
        values: dict[str, Words] = {}

        def value(word: str, word_place: Place, entry: Mapping) -> None:
            self.called(word, SCREAMING, word_place, "an enum value", "LIKE_THIS")
            self.keys(entry, ("de", "en"), ("de", "en"), f'value "{word}"')
            values[word] = Words(self.text(entry.get("de")), self.text(entry.get("en")))

        self.each(node, "values", value)
        if not values and isinstance(node.get("values"), Mapping):
            self.wrong(place, "MODEL_SHAPE", f"{what} has no values", "add at least one: `WORD: {de: …, en: …}`")
        self.draft.enums[name] = Enum(name, self.words(node, "label", what), values, place)

    # -- files -------------------------------------------------------------------------------------------------------

    def base_file(self, node: Mapping) -> None:
        required = ("model", "provenance", "languages", "viewers", "common")
        self.keys(node, (*required, "attribution", "interfaces", "enums"), required, "the base file")
        draft = self.draft
        draft.place = node.place
        draft.name = self.text(node.get("model"))
        draft.provenance = self.text(node.get("provenance"))
        draft.attribution = self.text(node.get("attribution")) or None
        self.each(node, "languages", self.language)
        self.each(node, "viewers", self.viewer)
        self.each(node, "interfaces", self.interface)
        self.each(node, "enums", self.enum)
        common = self.mapping(node.get("common"))
        if common is not None:
            self.keys(common, ("node", "relation"), ("node", "relation"), "common")
            draft.common_node = self.properties(common, "node")
            draft.common_relation = self.properties(common, "relation")
        draft.places = {key: entry.place for key, entry in node.entries.items()}

    def language(self, code: str, place: Place, node: Mapping) -> None:
        self.keys(node, ("label", "fallback"), ("label", "fallback"), f'language "{code}"')
        self.called(code, LANGUAGE, place, "a language", "de or de-simple")
        fallback = self.texts(node.get("fallback"))
        self.draft.languages[code] = Language(code, self.words(node, "label", f'language "{code}"'), fallback)

    def viewer(self, name: str, place: Place, node: Mapping) -> None:
        self.keys(node, ("label", "sees", "limits"), ("label", "sees"), f'viewer "{name}"')
        self.called(name, CAMEL, place, "a viewer", "editor")
        sees = frozenset(self.texts(node.get("sees")))
        limits = self.limits(node.get("limits"), name)
        self.draft.viewers[name] = Viewer(name, self.words(node, "label", f'viewer "{name}"'), sees, limits)

    def limits(self, node: Node | None, viewer: str) -> Limits:
        written = self.mapping(node)
        if written is None:
            return Limits()
        known = {re.sub("_(.)", lambda m: m[1].upper(), f.name): f.name for f in fields(Limits)}
        self.keys(written, tuple(known), (), f'the limits of "{viewer}"')
        found: dict[str, Any] = {}
        for key, _, value in written.items():
            if key in known and isinstance(getattr(Limits(), known[key]), bool):
                found[known[key]] = self.flag(value)
            elif key in known and (number := self.number(value, whole=True)) is not None:
                found[known[key]] = int(number)
        return Limits(**found)

    def interface(self, name: str, place: Place, node: Mapping) -> None:
        what = f'interface "{name}"'
        required = ("label", "description", "order")
        self.keys(node, (*required, "properties", "plural", "geo"), required, what)
        self.called(name, PASCAL, place, "an interface", "LikeThis")
        self.draft.interfaces[name] = Interface(
            name=name,
            label=self.words(node, "label", what),
            description=self.words(node, "description", what),
            properties=self.properties(node),
            members=(),
            order=self.texts(node.get("order")),
            plural=self.name(node.get("plural"), CAMEL, "likeThis") or _plural(name),
            place=place,
            geo=self.geo(node),
        )

    def geo(self, node: Mapping) -> Geo | None:
        written = self.mapping(node.get("geo"))
        if written is None:
            return None
        self.keys(written, ("latitude", "longitude", "within"), ("latitude", "longitude"), "geo")
        names = self.text(written.get("latitude")), self.text(written.get("longitude"))
        return Geo(*names, self.texts(written.get("within")), written.place)

    def type_file(self, node: Mapping) -> None:
        what = f'type "{self.text(node.get("type"))}"'
        required = ("type", "plural", "label", "description", "display")
        own = ("properties", "enums", "relations")
        optional = ("implements", "order", "lifespan", "geo", "personal", "quoted", "prefixes", *own)
        self.keys(node, (*required, *optional), required, what if "type" in node.entries else "a type file")
        name = self.name(node.get("type"), PASCAL, "LikeThis")
        if not name:
            return
        place = node.entries["type"].place
        if name in self.draft.types:
            self.wrong(place, "MODEL_REPEATED", f"{what} is declared twice", f"see {self.draft.types[name].place}")
        lifespan = None
        span = self.mapping(node.get("lifespan"))
        if span is not None:
            self.keys(span, ("from", "to", "momentary"), ("from", "to"), "lifespan")
            ends = self.text(span.get("from")), self.text(span.get("to"))
            lifespan = Lifespan(*ends, self.flag(span.get("momentary")))
        self.draft.types[name] = TypeDraft(
            name=name,
            plural=self.name(node.get("plural"), CAMEL, "likeThis"),
            label=self.words(node, "label", what),
            description=self.words(node, "description", what),
            interfaces=self.texts(node.get("implements")),
            properties=self.properties(node),
            display=self.text(node.get("display")),
            order=self.texts(node.get("order")),
            lifespan=lifespan,
            geo=self.geo(node),
            personal=self.flag(node.get("personal")),
            quoted=self.flag(node.get("quoted")),
            prefixes=self.texts(node.get("prefixes")),
            place=place,
            places={key: entry.place for key, entry in node.entries.items()},
        )
        self.each(node, "enums", self.enum)
        self.each(node, "relations", self.relation)

    def relation(self, name: str, place: Place, node: Mapping) -> None:
        what = f'relation "{name}"'
        allowed = ("label", "reverseLabel", "description", "phrase", "phrases", "key", "properties", "ends")
        self.keys(node, allowed, ("ends",), what)
        self.called(name, SCREAMING, place, "a relation", "LIKE_THIS")
        if name in self.draft.relations:
            self.wrong(place, "MODEL_REPEATED", f"{what} is declared twice", f"see {self.draft.relations[name].place}")
        ends: list[End] = []
        listed = node.get("ends")
        if isinstance(listed, yamltext.Sequence) and listed.items:
            ends += [self.end(entry) for item in listed.items if (entry := self.mapping(item)) is not None]
        elif listed is not None:
            hint = "write `- {from: [A], to: [B], field: …, reverse: …}`"
            self.wrong(listed.place, "MODEL_SHAPE", "ends are a list of at least one", hint)
        label = self.words(node, "label", what)
        phrase_by, phrases = self.phrases(node, what)
        self.draft.relations[name] = Relation(
            name=name,
            label=label,
            reverse_label=self.words(node, "reverseLabel", what),
            description=self.words(node, "description", what),
            properties=self.properties(node),
            key=self.texts(node.get("key")),
            ends=tuple(ends),
            place=place,
            phrase=self.words(node, "phrase", what) if "phrase" in node.entries else _sentence(label),
            phrase_by=phrase_by,
            phrases=phrases,
        )

    def phrases(self, node: Mapping, what: str) -> tuple[str | None, dict[str, Words]]:
        """Return the property by whose words the sentences of a relation differ, and the sentences."""
        written = self.mapping(node.get("phrases"))
        if written is None:
            return None, {}
        if len(written.entries) != 1:
            hint = "write `phrases: {role: {WORD: {de: …, en: …}}}`"
            self.wrong(written.place, "MODEL_SHAPE", f"the phrases of {what} differ by one property", hint)
            return None, {}
        ((name, _, by_word),) = written.items()
        words = self.mapping(by_word)
        return name, {w: self.words(words, w, what) for w, _, _ in words.items()} if words else {}

    def end(self, node: Mapping) -> End:
        required = ("from", "to", "field", "reverse")
        self.keys(node, (*required, "one", "reverseOne"), required, "an end")
        sides = {key: self.texts(node.get(key)) for key in ("from", "to")}
        for key, names in sides.items():
            if not names and key in node.entries:
                self.wrong(node.entries[key].place, "MODEL_SHAPE", f'"{key}" names no type', "write `[NameOfAType]`")
        return End(
            from_declared=sides["from"],
            to_declared=sides["to"],
            from_types=(),
            to_types=(),
            field=self.name(node.get("field"), CAMEL, "likeThis"),
            reverse=self.name(node.get("reverse"), CAMEL, "likeThis"),
            one=self.flag(node.get("one")),
            reverse_one=self.flag(node.get("reverseOne")),
            place=node.place,
        )


def _sentence(label: Words) -> Words:
    """Return the phrase of a relation whose label is a verb already."""
    return Words(*(f"{{from}} {text} {{to}}" for text in (label.de, label.en)))


def _plural(name: str) -> str:
    lower = name[:1].lower() + name[1:]
    return lower[:-1] + "ies" if lower.endswith("y") else lower + "s"
