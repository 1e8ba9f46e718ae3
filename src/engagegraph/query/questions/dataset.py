"""`dataset`: the data as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engagegraph.model import Model
from engagegraph.query.cypher import Row
from engagegraph.query.ir import Question
from engagegraph.query.prices import NODE, READ
from engagegraph.query.questions.asked import Asked

if TYPE_CHECKING:
    from engagegraph.query.cost import Meter
    from engagegraph.query.emit import Emitter
    from engagegraph.query.plan import Planner


@dataclass(frozen=True, slots=True)
class Dataset(Question):
    """Pairs of response key and field."""

    fields: tuple[tuple[str, str], ...]

    def emit(self, emitter: Emitter, row: Row) -> str:
        """Emit one small list of what the `_Dataset` node says."""
        stored = {
            "revision": "d.revision",
            "changedAt": "toString(d.changedAt)",
            "nodes": "d.nodes",
            "relations": "d.relations",
        }
        if any(name == "attributions" for _, name in self.fields):
            stored["attributions"] = _attributions(emitter.model)
        meta = row.add("head(COLLECT { MATCH (d:_Dataset) RETURN [" + ", ".join(stored.values()) + "] })")
        python = {name: f"{meta}[{i}]" for i, name in enumerate(stored)} | {
            "name": repr(emitter.model.name),
            "__typename": "'Dataset'",
        }
        return "{" + ", ".join(f"{key!r}: {python[name]}" for key, name in self.fields) + "}"

    def price(self, meter: Meter) -> None:
        """Price one small node, and a look at all sources where their lines are asked for."""
        at = meter.below(None, 1.0, entry=NODE + READ * len(self.fields))
        if any(name == "attributions" for _, name in self.fields):
            meter.enter(at, meter.counts.of((meter.model.provenance,)) * (NODE + READ))


def plan(planner: Planner, asked: Asked) -> Question:
    """Return the plan of `dataset`."""
    groups = planner.collector.collect(asked.selected, "Dataset")
    return Dataset(asked.key, tuple((k, f[0].name.value) for k, f in groups.items()))


def _attributions(model: Model) -> str:
    name = model.attribution
    if name is None:
        return "[]"
    match_ = f"MATCH (s:{model.provenance}) WHERE s.{name} IS NOT NULL"
    return f"COLLECT {{ {match_} RETURN DISTINCT s.{name} AS line ORDER BY line }}"
