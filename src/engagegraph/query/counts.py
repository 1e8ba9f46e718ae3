"""How much there is: nodes of each type, relations of each type at nodes of each type.

The database keeps these numbers anyway, so that reading them takes as long for a large graph as for a small one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from engagegraph.model import Link, Model

USUAL_NODES = 1_000
"""How many nodes there are of a type that nobody has counted."""

USUAL_TIES = 5_000
"""How many relations there are of a type, at nodes of a type, that nobody has counted."""


COUNTING = "CALL db.stats.retrieve('GRAPH COUNTS') YIELD data RETURN data"
"""The statement whose one value says how much there is."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of nodes by type; of relations by relation, the type of the node at hand, whether they start there.

    `other_nodes` and `other_ties` are those of what is not among them.
    """

    nodes: Mapping[str, float] = field(default_factory=dict)
    ties: Mapping[tuple[str, str, bool], float] = field(default_factory=dict)
    other_nodes: float = USUAL_NODES
    other_ties: float = USUAL_TIES

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Counts:
        """Return what the answer to `COUNTING` says: of what it does not name there is nothing."""
        nodes = {row["label"]: row["count"] for row in data["nodes"] if "label" in row}
        ties = {
            (row["relationshipType"], row[side], side == "startLabel"): row["count"]
            for row in data["relationships"]
            for side in ("startLabel", "endLabel")
            if side in row and "relationshipType" in row
        }
        return cls(nodes, ties, 0.0, 0.0)

    def of(self, types: Iterable[str]) -> float:
        """Return how many nodes there are of these types."""
        return sum(self.nodes.get(name, self.other_nodes) for name in types)

    def share(self, types: Iterable[str], among: Iterable[str]) -> float:
        """Return which part of the nodes of the types `among` is of `types`."""
        return self.of(types) / max(1.0, self.of(among))

    def tied(self, relation: str, types: Iterable[str], starts: bool) -> float:
        """Return how many relations start (or end) at nodes of these types."""
        return sum(self.ties.get((relation, name, starts), self.other_ties) for name in types)

    def degree(self, link: Link, types: Collection[str]) -> tuple[float, float]:
        """Return how many relations of a link's type a node of `types` has, and how many of them the link delivers."""
        ends = link.relation.ends
        here = {t for end in ends for t in (end.from_types if link.outgoing else end.to_types)}
        there = {t for end in ends for t in (end.to_types if link.outgoing else end.from_types)}
        relation = link.relation.name
        met = self.tied(relation, here & set(types), link.outgoing) / max(1.0, self.of(types))
        all_ = self.tied(relation, there, not link.outgoing)
        return met, met * self.tied(relation, link.targets, not link.outgoing) / max(1.0, all_)

    def around(self, model: Model, relations: Collection[str], types: Collection[str]) -> float:
        """Return how many of these relations a node of `types` has, in both directions."""
        return sum(self._ends(model, relations, name) for name in types) / max(1.0, self.of(types))

    def _ends(self, model: Model, relations: Iterable[str], name: str) -> float:
        return sum(self.tied(relation, {name} & side, starts) for relation, side, starts in _sides(model, relations))

    def between(self, model: Model, relations: Iterable[str], types: Collection[str], others: Collection[str]) -> float:
        """Return how many of these relations, in both directions, lead from a node of `types` to one of `others`."""
        total = 0.0
        for name in relations:
            for end in model.relations[name].ends:
                every = max(1.0, self.tied(name, end.to_types, False))
                for here, there in ((types, others), (others, types)):
                    reached = self.tied(name, set(end.to_types) & set(there), False) / every
                    total += self.tied(name, set(end.from_types) & set(here), True) * reached
        return total / max(1.0, self.of(types))


def _sides(model: Model, relations: Iterable[str]) -> Iterator[tuple[str, set[str], bool]]:
    for name in relations:
        ends = model.relations[name].ends
        yield name, {t for end in ends for t in end.from_types}, True
        yield name, {t for end in ends for t in end.to_types}, False
