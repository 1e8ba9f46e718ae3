"""Records ─▶ what the importer wants to put, as drafts: joined by key with what the graph holds already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engagegraph.errors import Failure, Place, Problem
from engagegraph.importers.declaration import Importer, Thing
from engagegraph.importers.expression import Alternatives, Scope, evaluate, holds
from engagegraph.importers.records import MOST, Head, Row
from engagegraph.importers.slugs import choose
from engagegraph.importers.workbook import Table
from engagegraph.model import Model
from engagegraph.model.values import Value, slugify
from engagegraph.model.yamltext import Text
from engagegraph.write.change import Ref, Snapshot
from engagegraph.write.draft import CitationDraft, Drafts, EdgeDraft, NodeDraft, RefDraft


@dataclass(frozen=True, slots=True)
class Directory:
    """A file that was read: its head and its records."""

    model: Model
    importer: Importer
    table: Table
    rows: Sequence[Row]

    @property
    def head(self) -> Head:
        """The variables of the sheet's head."""
        return Head(self.importer, self.table.variables)


@dataclass(frozen=True, slots=True)
class Overruled:
    """A value of the file that is not seen because `owner` states another; of a link, the slugs it leads to."""

    entity: str
    name: str
    file: Value
    stated: Value
    owner: str


def drafts(directory: Directory, present: Snapshot, others: Snapshot) -> tuple[Drafts, list[Overruled]]:
    """Return what to put, and which relations are left out because others state another one where only one can be.

    `present` is the graph, `others` the part of it that others than this importer state. Raises `Failure`: IMPORT_CELL
    (a cell that cannot be read), IMPORT_SLUG (no slug is left for a thing).
    """
    drafter = _Drafter(directory)
    return drafter.drafts(present, others)


class _Drafter:
    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.model = directory.model
        self.problems: list[Problem] = []
        self.places: dict[int, Place] = {}

    def drafts(self, present: Snapshot, others: Snapshot) -> tuple[Drafts, list[Overruled]]:
        source = self.source()
        found = Drafts([source], [])
        things = [(row, row.record.thing) for row in self.directory.rows if row.record.thing is not None]
        values = {row.number: self.values(row, thing) for row, thing in things}
        slugs = self.slugs(things, values, present)
        if self.problems:
            raise Failure(self.problems[:MOST])
        citations: dict[int, list[CitationDraft]] = {}
        for row, thing in things:
            place = self.place(row)
            cited = citations[row.number] = [
                CitationDraft(source.slug, self.text(thing.place, row, row.number, "place"))
            ]
            node = NodeDraft(thing.type, Text(slugs[row.number], place), citations=cited)
            node.values = {name: (place, Text(value, place)) for name, value in values[row.number].items()}
            found.nodes.append(node)
        single = _single_links(self.model, others)
        left: list[Overruled] = []
        for row, thing in things:
            for edge in self.edges(row, thing, slugs, single, left):
                edge.citations = citations[row.number]
                found.edges.append(edge)
        return found, left

    def place(self, row: Row) -> Place:
        return self.places.setdefault(row.number, Place(self.directory.table.file, row.number))

    def source(self) -> NodeDraft:
        importer, head = self.directory.importer, self.directory.head
        place = Place(self.directory.table.file)
        node = NodeDraft(self.model.provenance, Text(self.text(importer.source_slug, head, 1, "slug"), place))
        for name, alternatives in importer.source.items():
            value = self.text(alternatives, head, 1, name)
            if value:
                node.values[name] = (place, Text(value, place))
        return node

    def values(self, row: Row, thing: Thing) -> dict[str, str]:
        found = {
            name: self.text(alternatives, row, row.number, name) for name, alternatives in thing.properties.items()
        }
        return {name: value for name, value in found.items() if value}

    def text(self, alternatives: Alternatives, scope: Scope, row: int, name: str) -> str:
        try:
            return evaluate(alternatives, scope)
        except ValueError as error:
            where = f"{self.directory.table.file}, sheet {self.directory.table.sheet}, row {row}"
            self.problems.append(Problem("IMPORT_CELL", f"{name}: {error}", "correct the cell", where))
            return ""

    def slugs(
        self, things: Sequence[tuple[Row, Thing]], values: dict[int, dict[str, str]], present: Snapshot
    ) -> dict[int, str]:
        """Return the slug of each row's thing: the one under which the graph knows its key, else a new one."""
        keys = {(thing.type, thing.key) for _, thing in things}
        by_key = {
            (ref.type, key, str(node.properties[key])): ref.slug
            for ref, node in present.nodes.items()
            for node_type, key in keys
            if ref.type == node_type and key in node.properties
        }
        found: dict[int, str] = {}
        fresh: dict[tuple[str, bool], dict[int, list[str]]] = defaultdict(dict)
        for row, thing in things:
            slug = by_key.get((thing.type, thing.key, values[row.number].get(thing.key, "")))
            if slug is not None:
                found[row.number] = slug
                continue
            later = thing.choose_first is not None and not holds(thing.choose_first, row)
            written = (self.text((e,), row, row.number, "slug") for e in thing.slugs)
            fresh[thing.type, later][row.number] = [s for text in written if (s := slugify(text))]
        for node_type, later in sorted(fresh):
            taken = {ref.slug for ref in present.nodes if ref.type == node_type}
            taken |= {found[row.number] for row, thing in things if thing.type == node_type and row.number in found}
            found |= choose(fresh[node_type, later], taken)
        for row, _ in things:
            if row.number not in found:
                where = f"{self.directory.table.file}, sheet {self.directory.table.sheet}, row {row.number}"
                hint = "give the importer another candidate under `slug`"
                self.problems.append(Problem("IMPORT_SLUG", "every slug for it is taken", hint, where))
        return found

    def edges(
        self,
        row: Row,
        thing: Thing,
        slugs: dict[int, str],
        single: dict[tuple[Ref, str], tuple[Ref, str]],
        left: list[Overruled],
    ) -> Iterator[EdgeDraft]:
        """Yield the relations to the things of parents; note those that others state otherwise in `left`."""
        here = Ref(thing.type, slugs[row.number])
        for field, (link, parent) in thing.links.items():
            above = row.parents.get(parent)
            if above is None or above.record.thing is None:
                continue
            there = Ref(above.record.thing.type, slugs[above.number])
            stated, owner = single.get((here, field), (there, ""))
            if stated != there:
                left.append(Overruled(str(here), field, there.slug, stated.slug, owner))
                continue
            place = self.place(row)
            start, end = [
                RefDraft(self.reference(ref), place) for ref in ((here, there) if link.outgoing else (there, here))
            ]
            yield EdgeDraft(link.relation.name, start, end, link.end.from_types, link.end.to_types, place)

    def reference(self, ref: Ref) -> str:
        return f"{self.model.types[ref.type].singular}/{ref.slug}"


def _single_links(model: Model, others: Snapshot) -> dict[tuple[Ref, str], tuple[Ref, str]]:
    """Return where the links that lead to one node lead, and who says so."""
    found: dict[tuple[Ref, str], tuple[Ref, str]] = {}
    for name in model.types:
        for link in model.links(name).values():
            if not link.one:
                continue
            for key, edge in others.edges.items():
                here, there = (key.start, key.end) if link.outgoing else (key.end, key.start)
                if key.relation == link.relation.name and here.type == name and there.type in link.targets:
                    found[here, link.field] = there, edge.owner
    return found
