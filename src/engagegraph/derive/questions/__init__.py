"""The root fields that ask across the graph: their types, arguments and descriptions.

relations      relations of any kind, as these questions deliver them
path           `path`
neighbourhood  `neighbourhood`
participation  `participation`
overlap        `overlap`
timeline       `timeline`
measured       `rank`, `communities`
changes        `changes`
suggest        `suggest`
dataset        `dataset`
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from engagegraph.derive.builder import Builder, Field
from engagegraph.derive.questions.changes import changes
from engagegraph.derive.questions.dataset import dataset
from engagegraph.derive.questions.measured import communities, rank
from engagegraph.derive.questions.neighbourhood import neighbourhood
from engagegraph.derive.questions.overlap import overlap
from engagegraph.derive.questions.participation import participation
from engagegraph.derive.questions.path import path
from engagegraph.derive.questions.relations import entity_filter, relations
from engagegraph.derive.questions.suggest import suggest
from engagegraph.derive.questions.timeline import timeline
from engagegraph.model import Model, Property

OwnFields = Callable[[Mapping[str, Property]], list[Field]]


def questions(model: Model, build: Builder, own_fields: OwnFields) -> Iterator[Field]:
    """Add the types that questions need to the schema of `model`, a viewer's projection; yield the root fields.

    `own_fields` makes the fields of stored properties.
    """
    entity_filter(model, build)
    if model.relations:
        relations(model, build, own_fields)
        yield from path(build)
        yield from neighbourhood(build)
        yield from participation(build)
        yield from overlap(build)
        yield from timeline(build)
        yield from rank(build)
        yield from communities(build)
        yield from changes(build, model.whole)
    yield from suggest()
    yield from dataset(build)


__all__ = ["questions"]
