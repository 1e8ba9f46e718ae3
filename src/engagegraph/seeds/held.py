"""Where seed files hold what the graph shall forget: the next `seed` would bring it back."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from engagegraph.errors import Place
from engagegraph.model import Model
from engagegraph.model.yamltext import Text
from engagegraph.write.change import Ref
from engagegraph.write.draft import Drafts, EdgeDraft, NodeDraft, RefDraft


def entries(drafts: Drafts, refs: Collection[Ref]) -> dict[Place, Ref]:
    """Return the places of the entries of `refs`."""
    found = ((node.slug.place, Ref(node.type, node.slug.value)) for node in drafts.nodes)
    return {place: ref for place, ref in found if ref in refs}


def held(model: Model, drafts: Drafts, refs: Collection[Ref], known: Collection[Ref]) -> dict[Place, Ref]:
    """Return the places at which drafts put one of `refs`, or refer to one; `known` is what the graph holds.

    A slug without a type means what it will once they are gone: something else, where that has the same.
    """
    others = {*known, *(Ref(draft.type, draft.slug.value) for draft in drafts.nodes)} - {*refs}
    found = entries(drafts, refs)
    for edge in drafts.edges:
        for side, types in ((edge.start, edge.start_types), (edge.end, edge.end_types)):
            for ref in _meant(model, side, types):
                if ref in refs and others.isdisjoint(_meant(model, side, types)):
                    found.setdefault(side.place, ref)
    written: list[NodeDraft | EdgeDraft] = [*drafts.nodes, *drafts.edges]
    for draft in written:
        found |= {place: ref for place, ref in _referred(model, draft) if ref in refs}
    return dict(sorted(found.items(), key=lambda item: (item[0].file, item[0].line, item[0].column)))


def _meant(model: Model, side: RefDraft, types: tuple[str, ...]) -> list[Ref]:
    """Return what a reference may mean."""
    head, slash, slug = side.text.partition("/")
    return [Ref(name, slug or head) for name in types if not slash or model.types[name].singular == head]


def _referred(model: Model, draft: NodeDraft | EdgeDraft) -> Iterator[tuple[Place, Ref]]:
    """Yield what the properties of a draft refer to."""
    owner = model.types[draft.type] if isinstance(draft, NodeDraft) else model.relations[draft.relation]
    for name, (_, written) in draft.values.items():
        prop = owner.properties.get(name)
        if prop is not None and prop.references is not None and isinstance(written, Text):
            yield written.place, Ref(prop.references, written.value)
