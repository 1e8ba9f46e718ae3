"""Model and content ─▶ which statement of which source is carried by which seeds.

Whoever reads a source and its table side by side sees what became of every place in it. Only what the public may know
is shown, in the main language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from engagegraph.derive.markdown import cell, table
from engagegraph.model import PUBLIC, Model, Property, visible_to
from engagegraph.model.values import Value, sort_key

Node = tuple[str, str]
"""A node by its type and slug."""


class NodeFact(Protocol):
    """A node with its stored properties; a citation is a source's slug and the place in it."""

    @property
    def ref(self) -> Node:
        """Type and slug."""

    @property
    def properties(self) -> Mapping[str, Value]:
        """Values by stored name."""

    @property
    def citations(self) -> Sequence[tuple[str, str]]:
        """Where it is said."""


class EdgeFact(Protocol):
    """A relation with its stored properties."""

    @property
    def key(self) -> tuple[str, Node, Node, str]:
        """Relation type, the two sides, and what tells it apart from others between them."""

    @property
    def properties(self) -> Mapping[str, Value]:
        """Values by stored name."""

    @property
    def citations(self) -> Sequence[tuple[str, str]]:
        """Where it is said."""


@dataclass(frozen=True, slots=True)
class Content:
    """What the seed files say; `files` are links to them by `ref` or `key`, as they stand in the document."""

    nodes: Iterable[NodeFact]
    edges: Iterable[EdgeFact]
    files: Mapping[object, str] = field(default_factory=dict)


_HEAD = """\
# Inhalte und ihre Quellen

<!-- Derived from the seeds by `engagegraph schema`; do not edit. -->

Zu jeder Quelle steht hier, welche Stelle von welchen Einträgen getragen wird, geordnet nach den Stellen, wie die
Einträge sie nennen. Wer eine Quelle und ihre Tabelle nebeneinander liest, sieht, was aus jeder Aussage geworden ist.
"""


def content_doc(model: Model, content: Content) -> str:
    """Return the document as Markdown."""
    return "\n".join(_Writer(visible_to(model, PUBLIC), content).lines()).rstrip() + "\n"


@dataclass(slots=True)
class _Said:
    """What one place in a source says."""

    nodes: list[NodeFact] = field(default_factory=list)
    edges: list[EdgeFact] = field(default_factory=list)


class _Writer:
    def __init__(self, model: Model, content: Content) -> None:
        self.model = model
        self.nodes = {tuple(node.ref): node for node in content.nodes}
        self.content = content
        self.cited: dict[str, dict[str, _Said]] = defaultdict(lambda: defaultdict(_Said))

    def lines(self) -> Iterator[str]:
        for node in self.nodes.values():
            for slug, place in node.citations:
                self.cited[slug][place].nodes.append(node)
        for edge in self.content.edges:
            for slug, place in edge.citations:
                self.cited[slug][place].edges.append(edge)
        yield _HEAD
        for heading, sources in self.groups().items():
            yield f"## {heading}"
            yield ""
            for source in sources:
                yield from self.source(source)

    def groups(self) -> dict[str, list[NodeFact]]:
        """The sources by the first list of words that each must choose from, in the order of that list."""
        source_type = self.model.types[self.model.provenance]
        sources = sorted(
            (n for n in self.nodes.values() if n.ref[0] == source_type.name), key=lambda n: natural(n.ref[1])
        )
        kind = next((p for p in source_type.properties.values() if p.required and p.type in self.model.enums), None)
        if kind is None:
            return {source_type.label.de: sources}
        found: dict[str, list[NodeFact]] = {}
        for word, label in self.model.enums[kind.type].values.items():
            of_kind = [source for source in sources if source.properties[kind.name] == word]
            if of_kind:
                found[f"{source_type.label.de}: {label.de}"] = of_kind
        return found

    def source(self, source: NodeFact) -> Iterator[str]:
        slug = source.ref[1]
        places = sorted(self.cited[slug].items(), key=lambda entry: (natural(entry[0]), entry[0]))
        yield f"### {slug}"
        yield ""
        yield f"**{self.name(source.ref)}**"
        yield ""
        for label, value in self.facts(self.short(source), source.properties):
            yield f"- {label}: {value}"
        yield f"- Stellen: {len(places)}, Einträge dazu: {sum(len(said.nodes) + len(said.edges) for _, said in places)}"
        yield ""
        yield from table(("Stelle", "Angabe", "Datei"), (row for entry in places for row in self.rows(*entry)))

    # -- rows --------------------------------------------------------------------------------------------------------

    def rows(self, place: str, said: _Said) -> Iterator[tuple[str, str, str]]:
        """Yield what one place says: each node and below it the relations that it is in, then the others."""
        named = cell(place) or "–"
        edges = {edge.key: edge for edge in said.edges}
        for node in said.nodes:
            yield named, self.node_line(node), self.content.files.get(node.ref, "")
            named = ""
            for key in [key for key in edges if node.ref in key[1:3]]:
                yield "", self.edge_line(edges.pop(key), node.ref), self.content.files.get(key, "")
        for key, edge in edges.items():
            yield named, self.edge_line(edge), self.content.files.get(key, "")
            named = ""

    def name(self, ref: Node) -> str:
        node = self.nodes[tuple(ref)]
        return cell(str(node.properties[self.model.types[ref[0]].display]))

    def node_line(self, node: NodeFact) -> str:
        label = self.model.types[node.ref[0]].label.de
        return f"*{label}* **{self.name(node.ref)}**{self.told(self.short(node), node.properties)}"

    def edge_line(self, edge: EdgeFact, known: Node | None = None) -> str:
        """Return a relation as a sentence; `known` stands in the row above and is not named again."""
        name, *sides, _ = edge.key
        relation = self.model.relations[name]
        start, end = ("…" if side == known else self.name(side) for side in sides)
        return f"{start} –{relation.label.de}→ {end}{self.told(relation.properties.values(), edge.properties)}"

    def short(self, node: NodeFact) -> list[Property]:
        """The properties that say more than the slug and what the node is called by."""
        node_type = self.model.types[node.ref[0]]
        return [p for p in node_type.properties.values() if p.name not in {"slug", node_type.display}]

    def told(self, properties: Iterable[Property], values: Mapping[str, Value]) -> str:
        known = list(properties)
        facts = "; ".join(f"{label}: {value}" for label, value in self.facts(known, values))
        prose = [cell(str(values[p.name])) for p in known if p.type == "Markdown" and p.name in values]
        return (f" ({facts})" if facts else "") + "".join(f" · {text}" for text in prose)

    def facts(self, properties: Iterable[Property], values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
        """Yield label and value of every property but prose."""
        for prop in properties:
            if prop.name in values and prop.type != "Markdown":
                value = values[prop.name]
                several = value if isinstance(value, list) else [value]
                yield prop.label.de, ", ".join(self.shown(prop, v) for v in several)

    def shown(self, prop: Property, value: object) -> str:
        if prop.type in self.model.enums:
            return self.model.enums[prop.type].values[str(value)].de
        if prop.references is not None:
            return self.name((prop.references, str(value)))
        if prop.type == "URL":
            return f"<{value}>"
        if isinstance(value, bool):
            return "ja" if value else "nein"
        return f"{value:.15g}".replace(".", ",") if isinstance(value, float) else cell(str(value))


def natural(text: str) -> tuple[str | int, ...]:
    """Return a key by which `Punkt 2` comes before `Punkt 10`; words are compared as in a dictionary."""
    parts = re.split(r"(\d+)", text)
    return tuple(int(part) if index % 2 else sort_key(part) for index, part in enumerate(parts))
