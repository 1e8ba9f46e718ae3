"""Reading `schema/importers/*.yaml`: every error at once, each with its place; what they name must be in the model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from engagegraph.errors import Failure, Place, nearest
from engagegraph.importers.declaration import Find, Importer, Parent, Record, Thing
from engagegraph.importers.expression import Alternatives, Condition, Expression, Fold
from engagegraph.importers.workbook import address, column_number
from engagegraph.model import Link, Model, yamltext
from engagegraph.model.pieces import Pieces
from engagegraph.model.yamltext import Node, Sequence, Text
from engagegraph.write.change import AUTHORS


def names(folder: Path) -> list[str]:
    """Return the names of the importers declared in `folder`."""
    return sorted(file.stem for file in folder.glob("*.yaml"))


def load_importer(model: Model, folder: Path, name: str) -> Importer:
    """Return the importer that `folder/name.yaml` declares.

    Raises `Failure`: IMPORTER_UNKNOWN, or every problem of the file (YAML_…, MODEL_…).
    """
    known = names(folder)
    if name not in known:
        raise Failure.of("IMPORTER_UNKNOWN", f'no importer is called "{name}"', nearest(name, known), str(folder))
    file = folder / f"{name}.yaml"
    node, problems = yamltext.read_yaml(file.read_text(encoding="utf-8"), file.name)
    reader = _Reader(model)
    reader.problems += problems
    importer = None
    if isinstance(node, yamltext.Mapping):
        importer = reader.importer(node, name)
    elif not problems:
        reader.wrong(Place(file.name), "MODEL_SHAPE", "an importer's file is a mapping", "start with `importer: …`")
    if reader.problems or importer is None:
        raise Failure(reader.problems)
    return importer


class _Reader(Pieces):
    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model
        self.columns: dict[str, int] = {}
        self.heads: set[str] = set()
        self.used: list[tuple[Place, str, set[str]]] = []

    def importer(self, node: yamltext.Mapping, name: str) -> Importer:
        required = ("importer", "label", "description", "sheet", "cells", "columns", "firstRow", "source", "records")
        self.keys(node, (*required, "find", "ignore", "texts"), required, "an importer")
        named = self.text(node.get("importer"))
        if named != name or named in AUTHORS:
            place = node.entries["importer"].place if "importer" in node.entries else node.place
            self.wrong(place, "MODEL_NAME", f'"{named}" is not its name', f"write {name}, as the file is called")
        cells = self.cells(node)
        find = tuple(self.find(item) for item in self.items(node.get("find")))
        self.columns = self.columns_of(node)
        for pattern in (*cells.values(), *(f.pattern for f in find)):
            self.heads.update(pattern.groupindex)
        texts = self.texts_of(node, "texts", self.heads)
        self.heads |= texts.keys()
        source = self.mapping(node.get("source"))
        slug, facts = self.source(source) if source is not None else ((), {})
        ignore = tuple(self.condition(item, {*self.columns}) for item in self.items(node.get("ignore")))
        importer = Importer(
            name=name,
            label=self.words(node, "label", "an importer"),
            description=self.words(node, "description", "an importer"),
            sheet=self.regex(node.get("sheet")),
            cells=cells,
            find=find,
            columns=self.columns,
            first_row=int(self.number(node.get("firstRow"), whole=True) or 1),
            ignore=ignore,
            texts=texts,
            source_slug=slug,
            source=facts,
            records=self.records(node),
        )
        self.variables_known(importer)
        return importer

    # -- the sheet ---------------------------------------------------------------------------------------------------

    def cells(self, node: yamltext.Mapping) -> dict[str, re.Pattern[str]]:
        found: dict[str, re.Pattern[str]] = {}
        cells = self.mapping(node.get("cells"))
        for name, place, pattern in cells.items() if cells else ():
            if address(name) is None:
                self.wrong(place, "MODEL_NAME", f'"{name}" is not the address of a cell', "write it like H3")
            found[name] = self.regex(pattern)
        return found

    def find(self, node: Node) -> Find:
        inner = self.mapping(node)
        if inner is None:
            return Find(re.compile(""), re.compile(""))
        self.keys(inner, ("sheet", "pattern"), ("sheet", "pattern"), "an entry of find")
        return Find(self.regex(inner.get("sheet")), self.regex(inner.get("pattern")))

    def columns_of(self, node: yamltext.Mapping) -> dict[str, int]:
        found: dict[str, int] = {}
        columns = self.mapping(node.get("columns"))
        for name, place, letters in columns.items() if columns else ():
            written = self.text(letters)
            if re.fullmatch("[A-Z]{1,3}", written) is None:
                self.wrong(place, "MODEL_NAME", f'"{written}" is not a column', "write it like H")
                continue
            found[name] = column_number(written)
        return found

    def items(self, node: Node | None) -> Iterable[Node]:
        return node.items if isinstance(node, Sequence) else () if node is None else (node,)

    def regex(self, node: Node | None) -> re.Pattern[str]:
        try:
            return re.compile(self.text(node), re.DOTALL)
        except re.error as error:
            if node is not None:
                self.wrong(node.place, "MODEL_PATTERN", f"not a regular expression: {error}", r"for example \d{8}")
            return re.compile("")

    # -- expressions -------------------------------------------------------------------------------------------------

    _KEYS = ("text", "pattern", "words", "number", "sum", "mean", "weight", "over", "when")

    def alternatives(self, node: Node | None, known: set[str]) -> Alternatives:
        return tuple(self.expression(item, known) for item in self.items(node))

    def expression(self, node: Node, known: set[str]) -> Expression:
        if isinstance(node, Text):
            made = Expression(template=node.value)
        elif isinstance(node, yamltext.Mapping):
            made = self.long_expression(node, known)
        else:
            self.wrong(node.place, "MODEL_SHAPE", "a text belongs here", "write a template, or `text: …` with more")
            return Expression()
        for name in made.variables:
            self.used.append((node.place, name, known))
        return made

    def long_expression(self, node: yamltext.Mapping, known: set[str]) -> Expression:
        self.keys(node, self._KEYS, (), "a text")
        ways = [key for key in ("text", "number", "sum", "mean") if key in node.entries]
        if len(ways) != 1:
            self.wrong(node.place, "MODEL_SHAPE", "a text comes from one thing", "write text, number, sum or mean")
        words = self.mapping(node.get("words"))
        fold = None
        if "sum" in node.entries or "mean" in node.entries:
            column = self.text(node.get("sum") or node.get("mean"))
            fold = Fold(column, self.texts(node.get("over")), self.text(node.get("weight")))
            for name in (fold.column, fold.weight) if fold.weight else (fold.column,):
                self.used.append((node.place, name, {*self.columns}))
            if ("mean" in node.entries) != bool(fold.weight) or not fold.over:
                self.wrong(
                    node.place, "MODEL_SHAPE", "a mean needs a weight, a sum has none", "add `over` and `weight`"
                )
        return Expression(
            template=self.text(node.get("text")),
            pattern=self.regex(node.get("pattern")) if "pattern" in node.entries else None,
            words={word: self.text(value) for word, _, value in words.items()} if words else {},
            number=self.text(node.get("number")),
            fold=fold,
            when=self.condition(node.get("when"), known) if "when" in node.entries else {},
        )

    def condition(self, node: Node | None, known: set[str]) -> Condition:
        inner = self.mapping(node)
        for name, place, _ in inner.items() if inner else ():
            self.used.append((place, name, known))
        if inner is None:
            return {}
        return {name: self.regex(pattern) for name, _, pattern in inner.items()}

    def texts_of(self, node: yamltext.Mapping, key: str, known: set[str]) -> dict[str, Alternatives]:
        inner = self.mapping(node.get(key))
        if inner is None:
            return {}
        names = known | inner.entries.keys()
        return {name: self.alternatives(value, names) for name, _, value in inner.items()}

    def variables_known(self, importer: Importer) -> None:
        """Refuse variables that nothing gives a value; `parent.column` is looked up among the kinds of the parent."""
        for place, name, known in self.used:
            parent, dot, rest = name.partition(".")
            if dot and f"{parent}." in known:
                kinds = [k for r in importer.records.values() if parent in r.parents for k in r.parents[parent].of]
                inner = {*self.columns, *(t for k in kinds if k in importer.records for t in importer.records[k].texts)}
                if rest in inner:
                    continue
                known |= {f"{parent}.{n}" for n in inner}
            if name not in known:
                self.wrong(place, "MODEL_UNKNOWN_PROPERTY", f'no variable "{name}"', nearest(name, known))

    # -- what comes of it --------------------------------------------------------------------------------------------

    def source(self, node: yamltext.Mapping) -> tuple[Alternatives, dict[str, Alternatives]]:
        self.keys(node, ("slug", "properties"), ("slug", "properties"), "source")
        slug = self.alternatives(node.get("slug"), self.heads)
        return slug, self.facts(node, self.model.provenance, self.heads)

    def facts(self, node: yamltext.Mapping, type_name: str, known: set[str]) -> dict[str, Alternatives]:
        inner = self.mapping(node.get("properties"))
        found: dict[str, Alternatives] = {}
        declared = self.model.types[type_name].properties
        for name, place, value in inner.items() if inner else ():
            if name not in declared or name == "slug":
                self.wrong(place, "MODEL_UNKNOWN_PROPERTY", f'{type_name} has no "{name}"', nearest(name, declared))
            found[name] = self.alternatives(value, known)
        return found

    def records(self, node: yamltext.Mapping) -> dict[str, Record]:
        found: dict[str, Record] = {}
        inner = self.mapping(node.get("records"))
        kinds = dict(inner.entries) if inner else {}

        def read(name: str, place: Place, entry: yamltext.Mapping) -> None:
            found[name] = self.record(name, entry, kinds)

        self.each(node, "records", read)
        return found

    def record(self, name: str, node: yamltext.Mapping, kinds: Mapping[str, Node]) -> Record:
        optional = ("least", "parents", "texts", "type", "key", "place", "slug", "chooseFirst", "properties", "links")
        self.keys(node, ("rows", "id", *optional), ("rows", "id"), f'record "{name}"')
        parents: dict[str, Parent] = {}
        known = {*self.columns, *self.heads}

        def parent(alias: str, place: Place, entry: yamltext.Mapping) -> None:
            self.keys(entry, ("of", "id"), ("of", "id"), f'parent "{alias}"')
            of = self.texts(entry.get("of"))
            for kind in of:
                if kind not in kinds:
                    self.wrong(place, "MODEL_UNKNOWN_TYPE", f'no record "{kind}"', nearest(kind, kinds))
            parents[alias] = Parent(of, self.one(entry.get("id"), known))

        self.each(node, "parents", parent)
        seen = known | {f"{alias}." for alias in parents}
        texts = self.texts_of(node, "texts", seen)
        seen |= texts.keys()
        return Record(
            name=name,
            rows=self.condition(node.get("rows"), {*self.columns}),
            id=self.one(node.get("id"), {*self.columns}),
            least=int(self.number(node.get("least"), whole=True) or 0),
            parents=parents,
            texts=texts,
            thing=self.thing(node, seen, parents, kinds) if "type" in node.entries else None,
        )

    def one(self, node: Node | None, known: set[str]) -> Expression:
        return self.expression(node, known) if node is not None else Expression()

    def thing(
        self, node: yamltext.Mapping, known: set[str], parents: Mapping[str, Parent], kinds: Mapping[str, Node]
    ) -> Thing | None:
        self.keys(node, node.entries, ("type", "key", "place", "slug", "properties"), "a record with a type")
        type_name, types = self.text(node.get("type")), self.model.types
        if type_name not in types:
            place = node.entries["type"].place
            self.wrong(place, "MODEL_UNKNOWN_TYPE", f'no type "{type_name}"', nearest(type_name, types))
            return None
        properties = self.facts(node, type_name, known)
        key = self.text(node.get("key"))
        declared = self.model.types[type_name].properties
        if key and (key not in properties or key not in declared or not declared[key].unique):
            unique = [n for n, p in declared.items() if p.unique and n != "slug"]
            hint = f"one of {', '.join(unique)}, given under properties"
            self.wrong(node.entries["key"].place, "MODEL_UNIQUE", f'"{key}" does not tell one {type_name}', hint)
        links: dict[str, tuple[Link, str]] = {}
        inner = self.mapping(node.get("links"))
        for field, place, value in inner.items() if inner else ():
            alias, known_links = self.text(value), self.model.links(type_name)
            if field not in known_links:
                hint = nearest(field, known_links)
                self.wrong(place, "MODEL_UNKNOWN_PROPERTY", f'{type_name} has no link "{field}"', hint)
            elif alias not in parents:
                self.wrong(place, "MODEL_UNKNOWN_PROPERTY", f'no parent "{alias}"', nearest(alias, parents))
            else:
                links[field] = known_links[field], alias
                self.target(place, known_links[field], parents[alias], kinds)
        return Thing(
            type=type_name,
            key=key,
            place=self.alternatives(node.get("place"), known),
            slugs=self.alternatives(node.get("slug"), known),
            choose_first=self.condition(node.get("chooseFirst"), known) if "chooseFirst" in node.entries else None,
            properties=properties,
            links=links,
        )

    def target(self, place: Place, link: Link, parent: Parent, kinds: Mapping[str, Node]) -> None:
        """A link leads to types that the model allows; a parent that becomes no node is passed over."""
        for kind in parent.of:
            node = kinds.get(kind)
            written = node.get("type") if isinstance(node, yamltext.Mapping) else None
            if isinstance(written, Text) and written.value not in link.targets:
                message = f"{link!r} does not lead to {written.value}"
                self.wrong(place, "MODEL_UNKNOWN_TYPE", message, f"it leads to {', '.join(link.targets)}")
