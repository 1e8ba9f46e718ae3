"""Seed files ─▶ drafts. What they may look like is told in seeds/README.md; only their shape is checked here.

Files that do not tell everything say so in a file beside them, `LEFT_OUT`: a list of privacy classes. What the files in
its folder and below do not say of those classes is not meant to go.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from engagegraph.errors import Place, Problem, nearest
from engagegraph.model import Link, Model, NodeType, Relation
from engagegraph.model.yamltext import Mapping, Node, Sequence, Text, read_yaml
from engagegraph.write.draft import CitationDraft, Drafts, EdgeDraft, NodeDraft, RefDraft

LEFT_OUT = "_left-out.yaml"
"""No slug begins with an underscore, so that nothing else is in a file of this name."""


def read_seeds(model: Model, path: Path) -> tuple[Drafts, list[Problem]]:
    """Return what the seed files below `path` (a folder or one file) want, and every problem of shape."""
    root = path if path.is_dir() else path.parent
    files = seed_paths(path) if path.is_dir() else [path]
    beside = files if path.is_dir() else [root / LEFT_OUT]
    reader = _Reader(model)
    left_out = {file.parent: reader.note(file) for file in beside if file.name == LEFT_OUT and file.is_file()}
    for file in files:
        text = None if file.name == LEFT_OUT else reader.text(file)
        if text is None:
            continue
        reader.left_out = frozenset[str]().union(*(left_out.get(folder, ()) for folder in file.parents))
        shown = _shown(file)
        if file.suffix == ".csv":
            reader.table(shown, file.name, text)
        else:
            reader.document(shown, file.relative_to(root), file, text)
    return reader.drafts, reader.problems


def seed_paths(folder: Path) -> list[Path]:
    """Return the seed files in `folder` at any depth; what starts with a dot belongs to somebody's editor."""
    found = (p for p in folder.rglob("*") if p.suffix in {".yaml", ".yml", ".csv"} and p.is_file())
    return sorted(p for p in found if not any(part.startswith(".") for part in p.relative_to(folder).parts))


def _shown(file: Path) -> str:
    try:
        return str(file.relative_to(Path.cwd()))
    except ValueError:
        return str(file)


class _Reader:
    def __init__(self, model: Model) -> None:
        self.model = model
        self.drafts = Drafts()
        self.problems: list[Problem] = []
        self.left_out: frozenset[str] = frozenset()

    def wrong(self, place: Place, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(code, message, hint, str(place)))

    def text(self, file: Path) -> str | None:
        try:
            return file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            self.wrong(Place(str(file)), "SEED_ENCODING", "not UTF-8", "save the file as UTF-8")
            return None

    # -- YAML --------------------------------------------------------------------------------------------------------

    def note(self, file: Path) -> frozenset[str]:
        """Read which privacy classes the files beside `file` leave out."""
        root, problems = read_yaml(self.text(file) or "", _shown(file))
        self.problems += problems
        known = {name for viewer in self.model.viewers.values() for name in viewer.sees}
        found: set[str] = set()
        for item in root.items if isinstance(root, Sequence) else () if root is None else (root,):
            name = item.value if isinstance(item, Text) else ""
            if name in known:
                found.add(name)
            else:
                self.wrong(item.place, "SEED_SHAPE", f'no privacy class "{name}"', nearest(name, known))
        return frozenset(found)

    def document(self, shown: str, relative: Path, file: Path, text: str) -> None:
        root, problems = read_yaml(text, shown)
        self.problems += problems
        if root is None:
            return
        plurals = self.model.plurals
        folders = [*relative.parts[:-1]] or [file.parent.name]
        folder = next((plurals[part] for part in reversed(folders) if part in plurals), None)
        if file.stem in plurals:
            self.things(plurals[file.stem], root)
        elif folder is not None:
            self.thing(folder, root, file.stem)
        elif isinstance(root, Mapping):
            for plural, place, node in root.items():
                if plural in plurals:
                    self.things(plurals[plural], node)
                else:
                    self.wrong(
                        place, "SEED_TYPE_UNKNOWN", f'no type has the plural "{plural}"', nearest(plural, plurals)
                    )
        else:
            plural = next(iter(plurals))
            hint = f"name the file or its folder after a type's plural ({plural}.yaml), or write `{plural}: [...]`"
            self.wrong(root.place, "SEED_TYPE_UNKNOWN", "nothing says what these things are", hint)

    def things(self, node_type: NodeType, node: Node) -> None:
        if not isinstance(node, Sequence):
            self.wrong(
                node.place,
                "SEED_SHAPE",
                f"a list of {node_type.plural} belongs here",
                "start each thing with `- slug: …`",
            )
            return
        for item in node.items:
            self.thing(node_type, item, None)

    def thing(self, node_type: NodeType, node: Node, stem: str | None) -> None:
        if not isinstance(node, Mapping):
            self.wrong(
                node.place, "SEED_SHAPE", f"a {node_type.singular} belongs here", "write `property: value` lines"
            )
            return
        slug = node.get("slug")
        if slug is None and stem is not None:
            slug = Text(stem, node.place)
        if not isinstance(slug, Text):
            self.wrong(node.place, "PROPERTY_MISSING", f"{node_type.name}.slug is required", "add `slug: …`")
            return
        draft = NodeDraft(node_type.name, slug, citations=self.citations(node.get("sources")), left_out=self.left_out)
        self.drafts.nodes.append(draft)
        links = self.model.links(node_type.name)
        here = RefDraft(f"{node_type.singular}/{slug.value}", slug.place)
        for key, place, value in node.items():
            if key in {"slug", "sources"}:
                continue
            if key in links:
                self.link(links[key], here, draft, value)
            else:
                draft.values[key] = (place, value)

    def link(self, link: Link, here: RefDraft, owner: NodeDraft, node: Node) -> None:
        entries = node.items if isinstance(node, Sequence) else (node,)
        for entry in entries:
            there: Node | None = entry
            values: dict[str, tuple[Place, Node]] = {}
            citations = owner.citations
            if isinstance(entry, Mapping):
                there = entry.get("node")
                values = {k: (p, v) for k, p, v in entry.items() if k not in {"node", "sources"}}
                if "sources" in entry.entries:
                    citations = self.citations(entry.get("sources"))
            if not isinstance(there, Text):
                self.wrong(
                    entry.place,
                    "SEED_SHAPE",
                    f"{owner.type}.{link.field} lists references",
                    "write `- slug` or `- node: slug` with properties below",
                )
                continue
            self.edge(link, here, RefDraft(there.value, there.place), entry.place, values, citations)

    def edge(
        self,
        link: Link,
        here: RefDraft,
        there: RefDraft,
        place: Place,
        values: dict[str, tuple[Place, Node]],
        citations: list[CitationDraft],
    ) -> None:
        start, end = (here, there) if link.outgoing else (there, here)
        types = link.end.from_types, link.end.to_types
        self.drafts.edges.append(
            EdgeDraft(link.relation.name, start, end, *types, place, values, citations, self.left_out)
        )

    def citations(self, node: Node | None) -> list[CitationDraft]:
        """Read `- slug`, `- slug: place` or a mapping `slug: place`."""
        found: list[CitationDraft] = []
        if node is None:
            return found
        for item in node.items if isinstance(node, Sequence) else (node,):
            if isinstance(item, Text):
                found.append(CitationDraft(item, ""))
            elif isinstance(item, Mapping):
                for slug, place, where in item.items():
                    if isinstance(where, Text):
                        found.append(CitationDraft(Text(slug, place), " ".join(where.value.split())))
                    else:
                        self.wrong(
                            where.place, "SEED_SHAPE", "the place in a source is text", f"write `- {slug}: Abschnitt …`"
                        )
            else:
                self.wrong(
                    item.place, "SEED_SHAPE", "sources are listed by slug", "write `- slug: place in the source`"
                )
        return found

    # -- CSV ---------------------------------------------------------------------------------------------------------

    def table(self, shown: str, name: str, text: str) -> None:
        """Read a relation table: columns `from`, `to`, properties of the relation, `sources`."""
        first = name.split(".", maxsplit=1)[0]
        relation = self.model.relations.get(first)
        if relation is None:
            self.wrong(
                Place(shown),
                "SEED_TYPE_UNKNOWN",
                f'no relation "{first}"',
                nearest(first.upper(), self.model.relations) or "name the file JOINED.csv",
            )
            return
        rows = self.rows(shown, text)
        header = self.header(relation, next(rows, []), Place(shown))
        if header is None:
            return  # every row would say the same once more
        types = (
            tuple(dict.fromkeys(t for e in relation.ends for t in e.from_types)),
            tuple(dict.fromkeys(t for e in relation.ends for t in e.to_types)),
        )
        for cells in rows:
            if len(cells) != len(header):
                self.wrong(
                    cells[0][1],
                    "SEED_SHAPE",
                    f"{len(cells)} cells under {len(header)} columns",
                    "quote cells that hold a comma",
                )
                continue
            values: dict[str, tuple[Place, Node]] = {}
            citations: list[CitationDraft] = []
            sides: dict[str, RefDraft] = {}
            translations: dict[str, dict[str, Text]] = {}
            for key, (cell, place) in zip(header, cells, strict=True):
                if key in {"from", "to"}:
                    sides[key] = RefDraft(cell, place)
                elif key == "sources":
                    citations = [_citation(part, place) for part in cell.split("|") if part.strip()]
                elif cell:
                    plain, dot, language = key.partition(".")
                    if dot:
                        translations.setdefault(plain, {})[language] = Text(cell, place)
                    else:
                        values[key] = (place, Text(cell, place))
            for key, texts in translations.items():
                place = next(iter(texts.values())).place
                values[key] = (place, Mapping({**texts}, {k: t.place for k, t in texts.items()}, place))
            self.drafts.edges.append(
                EdgeDraft(
                    relation.name, sides["from"], sides["to"], *types, cells[0][1], values, citations, self.left_out
                )
            )

    def header(self, relation: Relation, cells: list[tuple[str, Place]], table: Place) -> list[str] | None:
        """Return the names of the columns; `None` when something is wrong with them."""
        translated = [
            f"{p.name}.{code}" for p in relation.properties.values() if p.i18n for code in self.model.languages
        ]
        known = ("from", "to", *relation.properties, "sources", *translated)
        names: list[str] = []
        for name, place in cells:
            if name not in known:
                self.wrong(place, "PROPERTY_UNKNOWN", f'{relation.name} has no column "{name}"', nearest(name, known))
            elif name in names or f"{name}.{self.model.main_language}" in names or name.partition(".")[0] in names:
                self.wrong(place, "SEED_SHAPE", f'the column "{name}" is there already', "keep one")
            else:
                names.append(name)
        if len(names) < len(cells):
            return None  # what is missing may be what is misspelt
        plain = {name.partition(".")[0] for name in names}
        if not {"from", "to"} <= plain:
            self.wrong(table, "SEED_SHAPE", "a relation table has the columns from and to", "start with `from,to,…`")
            return None
        left = [prop for prop in relation.properties.values() if prop.required and prop.name not in plain]
        missing = [prop for prop in left if prop.privacy not in self.left_out]
        for prop in missing:
            hint = f"add the column {prop.name} ({prop.label.en})"
            self.wrong(table, "PROPERTY_MISSING", f"{relation.name}.{prop.name} is required", hint)
        if "sources" not in plain:
            self.wrong(
                table, "SOURCE_MISSING", f"this table of {relation.name} names no source", "add the column sources"
            )
        return None if missing or "sources" not in plain else names

    def rows(self, shown: str, text: str) -> Iterator[list[tuple[str, Place]]]:
        """Yield the rows of a table, each cell with its place; empty lines and lines that start with # are left out."""
        lines = [f"{line}\n" for line in text.split("\n")]
        reader = csv.reader(lines, strict=True)
        while True:
            start = reader.line_num
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                self.wrong(
                    Place(shown, start + 1),
                    "SEED_SHAPE",
                    f"not CSV: {error}",
                    "close every quote, and write quotes inside quotes twice",
                )
                return
            if cells and not cells[0].startswith("#"):
                yield _placed(shown, start, "".join(lines[start : reader.line_num]), cells)


def _placed(shown: str, start: int, raw: str, cells: list[str]) -> list[tuple[str, Place]]:
    """Return the cells, stripped, each with the place at which it stands in `raw`, the lines after line `start`."""
    found: list[tuple[str, Place]] = []
    line, column, at = start + 1, 1, 0
    for cell in cells:
        found.append((cell.strip(), Place(shown, line, column)))
        length = len(cell) + (2 + cell.count('"') if raw.startswith('"', at) else 0)
        at += length + 1
        if "\n" in cell:
            line += cell.count("\n")
            column = at - raw.rfind("\n", 0, at)
        else:
            column += length + 1
    return found


def _citation(text: str, place: Place) -> CitationDraft:
    slug, _, where = text.partition(":")
    return CitationDraft(Text(slug.strip(), place), " ".join(where.split()))
