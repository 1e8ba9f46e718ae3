"""Drafts against the model and the graph: every problem, each with its place, or the wanted snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engagegraph.errors import Place, Problem, nearest
from engagegraph.model import Model, Property, Relation, yamltext
from engagegraph.model.stored import stored_name, stored_names
from engagegraph.model.values import Value, slugify
from engagegraph.model.yamltext import Node
from engagegraph.write.change import Citation, EdgeKey, EdgeState, NodeState, Ref, Snapshot, State, edge_key_text
from engagegraph.write.draft import CitationDraft, Drafts, EdgeDraft, NodeDraft, RefDraft
from engagegraph.write.layers import by_author
from engagegraph.write.parse import parse_value
from engagegraph.write.whole import Whole, days

EMPTY = Snapshot()


def check(
    model: Model,
    drafts: Drafts,
    owner: str,
    present: Snapshot = EMPTY,
    leftover: Snapshot = EMPTY,
    before: Snapshot = EMPTY,
) -> tuple[Snapshot, list[Problem]]:
    """Return the snapshot that `drafts` want, and every problem found.

    `present` is what the graph holds already; references may lead there. `leftover` stays in the graph too and must go
    together with what is wanted, but nothing may refer to it. What drafts leave out comes from `before`, the whole
    graph as it is. The snapshot is complete only without problems.
    """
    checker = _Checker(model, owner, present, before)
    checker.nodes(drafts.nodes)
    checker.edges(drafts.edges)
    checker.citations(drafts)
    kept = Snapshot({**present.nodes, **leftover.nodes}, {**present.edges, **leftover.edges})
    whole = Whole(model, checker.wanted, kept, leftover, checker.places)
    return checker.wanted, [*checker.problems, *whole.problems()]


class _Checker:
    def __init__(self, model: Model, owner: str, present: Snapshot, before: Snapshot) -> None:
        self.model = model
        self.owner = owner
        self.before = before
        self.wanted = Snapshot()
        self.problems: list[Problem] = []
        self.places: dict[Ref | EdgeKey, Place] = {}
        self.sides = {
            (r.name, start, end)
            for r in model.relations.values()
            for e in r.ends
            for start in e.from_types
            for end in e.to_types
        }
        self.parsed: dict[tuple[str, str], dict[str, Value]] = {}
        self.references: dict[tuple[str, tuple[str, ...]], Ref] = {}
        self.slugs: dict[str, dict[str, Ref]] = {name: {} for name in model.types}
        for ref in present.nodes:
            self.slugs[ref.type][ref.slug] = ref

    def wrong(self, place: Place | str, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(code, message, hint, str(place)))

    # -- nodes -------------------------------------------------------------------------------------------------------

    def nodes(self, drafts: Iterable[NodeDraft]) -> None:
        slug_property = self.model.common_properties["slug"]
        for draft in drafts:
            node_type = self.model.types[draft.type]
            slug = parse_value(self.model, slug_property, draft.slug, self.problems, f"{draft.type}.slug")
            if not isinstance(slug, str):
                continue
            ref = Ref(draft.type, slug)
            if ref in self.wanted.nodes:
                self.wrong(
                    draft.slug.place,
                    "SLUG_REPEATED",
                    f"{ref} is there already",
                    f"see {self.places[ref]}; slugs are unique per type",
                )
                continue
            known = {name: p for name, p in node_type.properties.items() if name != "slug"}
            properties: dict[str, Value] = {
                "slug": slug,
                **self.values(draft.type, known, draft.values),
                **self.kept(known, draft, self.before.nodes.get(ref)),
            }
            self.missing(draft.type, known, draft, properties, draft.slug.place)
            if node_type.lifespan is not None:
                span = node_type.lifespan.start, node_type.lifespan.end
                self.ordered(span, properties, draft, draft.type, draft.slug.place)
            citations = tuple(Citation(c.source.value, c.place) for c in draft.citations)
            self.wanted.nodes[ref] = NodeState(ref, properties, citations, self.owner)
            self.places[ref] = draft.slug.place
            self.slugs[ref.type][ref.slug] = ref

    def values(
        self, owner: str, known: Mapping[str, Property], written: Mapping[str, tuple[Place, Node]]
    ) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for name, (key_place, node) in written.items():
            prop = known.get(name)
            if prop is None:
                links = self.model.links(owner) if owner in self.model.types else {}
                self.wrong(
                    key_place,
                    "PROPERTY_UNKNOWN",
                    f'{owner} has no property "{name}"',
                    nearest(name, (*known, *links, "sources")),
                )
                continue
            found |= self.property(owner, prop, node)
        return found

    def kept(
        self, known: Mapping[str, Property], draft: NodeDraft | EdgeDraft, before: State | None
    ) -> dict[str, Value]:
        """Return what the author of `before` states, of the privacy classes that the draft leaves out."""
        layer = by_author(before) if draft.left_out else None
        if layer is None:
            return {}
        unsaid = (p for p in known.values() if p.privacy in draft.left_out and p.name not in draft.values)
        names = (name for prop in unsaid for name in stored_names(self.model, prop))
        return {name: layer.properties[name] for name in names if name in layer.properties}

    def missing(
        self,
        owner: str,
        known: Mapping[str, Property],
        draft: NodeDraft | EdgeDraft,
        properties: Mapping[str, Value],
        place: Place,
    ) -> None:
        for prop in known.values():
            if prop.required and prop.name not in draft.values and prop.name not in properties:
                self.wrong(
                    place,
                    "PROPERTY_MISSING",
                    f"{owner}.{prop.name} is required",
                    f"add `{prop.name}: …` ({prop.label.en})",
                )

    def property(self, owner: str, prop: Property, node: Node) -> dict[str, Value]:
        what = f"{owner}.{prop.name}"
        if isinstance(node, yamltext.Mapping) and prop.i18n:
            found: dict[str, Value] = {}
            for language, place, inner in node.items():
                if language not in self.model.languages:
                    self.wrong(
                        place,
                        "LANGUAGE_UNKNOWN",
                        f'{what} has no language "{language}"',
                        nearest(language, self.model.languages),
                    )
                    continue
                value = parse_value(self.model, prop, inner, self.problems, what)
                if value is not None:
                    found[stored_name(prop, language, self.model.main_language)] = value
            if self.model.main_language not in node.entries:
                main = self.model.main_language
                self.wrong(node.place, "LANGUAGE_MISSING", f'{what} needs the language "{main}"', f"add `{main}: …`")
            return found
        return self.value(prop, node, what)

    def value(self, prop: Property, node: Node, what: str) -> dict[str, Value]:
        """Return the property with its value; what was right once is not looked at again, because values repeat."""
        text = node.value if isinstance(node, yamltext.Text) and not prop.many else None
        known = None if text is None else self.parsed.get((what, text))
        if known is not None:
            return known
        value = parse_value(self.model, prop, node, self.problems, what)
        found = {} if value is None else {prop.name: value}
        if text is not None and found:
            self.parsed[what, text] = found
        return found

    def ordered(
        self,
        pair: tuple[str, str],
        properties: Mapping[str, Value],
        draft: NodeDraft | EdgeDraft,
        owner: str,
        place: Place,
    ) -> None:
        if pair[0] not in properties or pair[1] not in properties:
            return
        first, last = days(str(properties[pair[0]])), days(str(properties[pair[1]]))
        if last.last < first.first:
            place = next((draft.values[name][0] for name in reversed(pair) if name in draft.values), place)
            message = f"{owner}.{pair[1]} {last.text} lies before {pair[0]} {first.text}"
            self.wrong(place, "DATES_REVERSED", message, "swap them, or correct the one that is wrong")

    # -- relations ---------------------------------------------------------------------------------------------------

    def edges(self, drafts: Iterable[EdgeDraft]) -> None:
        for draft in drafts:
            relation = self.model.relations[draft.relation]
            start = self.reference(draft.start, draft.start_types)
            end = self.reference(draft.end, draft.end_types)
            owner = f"{relation.name}"
            properties = self.values(owner, relation.properties, draft.values)
            self.referenced(relation, properties, draft)
            key = None
            if start is not None and end is not None:
                key = EdgeKey(relation.name, start, end, edge_key_text(relation.key, properties))
                properties |= self.kept(relation.properties, draft, self.before.edges.get(key))
            self.missing(owner, relation.properties, draft, properties, draft.place)
            self.ordered(("since", "until"), properties, draft, owner, draft.place)
            if key is None:
                continue
            start, end = key.start, key.end
            if start == end:
                self.wrong(
                    draft.place,
                    "RELATION_TO_ITSELF",
                    f"{relation.name} leads from {start} to itself",
                    "name another thing",
                )
                continue
            if (relation.name, start.type, end.type) not in self.sides:
                fitting = [t for e in relation.ends if start.type in e.from_types for t in e.to_types]
                hint = f"from {start.type} it leads to {', '.join(fitting)}"
                self.wrong(draft.place, "RELATION_SIDES", f"{relation.name} does not lead from {start} to {end}", hint)
                continue
            if key in self.wanted.edges:
                hint = f"see {self.places[key]}; write it once" + (
                    f", or let {' and '.join(relation.key)} differ" if relation.key else ""
                )
                self.wrong(draft.place, "RELATION_REPEATED", f"{key} is there already", hint)
                continue
            citations = tuple(Citation(c.source.value, c.place) for c in draft.citations)
            self.wanted.edges[key] = EdgeState(key, properties, citations, self.owner)
            self.places[key] = draft.place

    def referenced(self, relation: Relation, properties: Mapping[str, Value], draft: EdgeDraft) -> None:
        for prop in relation.properties.values():
            value = properties.get(prop.name)
            if prop.references is not None and value is not None and str(value) not in self.slugs[prop.references]:
                place = draft.values[prop.name][1].place
                self.wrong(
                    place,
                    "REFERENCE_DANGLING",
                    f'no {prop.references} "{value}"',
                    nearest(str(value), self.slugs[prop.references]),
                )

    def reference(self, draft: RefDraft, types: tuple[str, ...]) -> Ref | None:
        """Return the node that a reference means; the type may be left out where only one has the slug."""
        known = self.references.get((draft.text, types))
        if known is not None:
            return known
        found = self.resolve(draft, types)
        if found is not None:
            self.references[draft.text, types] = found
        return found

    def resolve(self, draft: RefDraft, types: tuple[str, ...]) -> Ref | None:
        head, slash, slug = draft.text.partition("/")
        if slash:
            node_type = self.model.singulars.get(head)
            if node_type is None or node_type.name not in types:
                known = [t.singular for t in self.model.types.values() if t.name in types]
                self.wrong(
                    draft.place,
                    "REFERENCE_TYPE",
                    f'"{draft.text}": no "{head}" fits here',
                    nearest(head, known) or f"one of {', '.join(known)}",
                )
                return None
            types = (node_type.name,)
        else:
            slug = draft.text
        found = [ref for name in types if (ref := self.slugs[name].get(slug)) is not None]
        if len(found) == 1:
            return found[0]
        if found:
            choices = " or ".join(map(str, found))
            self.wrong(draft.place, "REFERENCE_AMBIGUOUS", f'"{slug}" may mean several things', f"write {choices}")
            return None
        known = [s for name in types for s in self.slugs[name]]
        kinds = " or ".join(types) if len(types) <= 3 else "node"
        self.wrong(draft.place, "REFERENCE_DANGLING", f'no {kinds} has the slug "{slug}"', _nearest_slug(slug, known))
        return None

    # -- sources ------------------------------------------------------------------------------------------------------

    def citations(self, drafts: Drafts) -> None:
        """Every node but sources, and every relation, names a source, and the source is there."""
        provenance = self.model.provenance
        known = self.slugs[provenance]
        missing: set[tuple[str, str]] = set()

        def each(citations: Iterable[CitationDraft]) -> None:
            for citation in citations:
                slug, where = citation.source.value, str(citation.source.place)
                if slug not in known and (slug, where) not in missing:
                    missing.add((slug, where))
                    self.wrong(
                        where,
                        "REFERENCE_DANGLING",
                        f'no {provenance} has the slug "{slug}"',
                        _nearest_slug(slug, known),
                    )

        for node in drafts.nodes:
            if node.type != provenance and not node.citations:
                hint = "add `sources: [slug: place in the source]`"
                self.wrong(
                    node.slug.place, "SOURCE_MISSING", f"{Ref(node.type, node.slug.value)} names no source", hint
                )
            each(node.citations)
        for edge in drafts.edges:
            if not edge.citations:
                self.wrong(
                    edge.place,
                    "SOURCE_MISSING",
                    f"this {edge.relation} names no source",
                    "add sources to it or to the thing it stands in",
                )
            each(edge.citations)


def _nearest_slug(slug: str, known: Iterable[str]) -> str:
    words = list(known)
    plain = slugify(slug)
    if plain != slug and plain in words:
        return f'did you mean "{plain}"?'
    return nearest(slug, words)
