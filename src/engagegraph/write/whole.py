"""What must hold for the graph as a whole, as it will be: unique values, links that lead to one node at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from engagegraph.errors import Place, Problem
from engagegraph.model import Model, Property
from engagegraph.model.values import PartialDate, Value, partial_date
from engagegraph.write.change import EdgeKey, EdgeState, NodeState, Ref, Snapshot


@dataclass(frozen=True, slots=True)
class Whole:
    """The graph to be: what is wanted (with its places) and what is kept, of which `leftover` nobody wants."""

    model: Model
    wanted: Snapshot
    kept: Snapshot
    leftover: Snapshot
    places: Mapping[Ref | EdgeKey, Place]

    def problems(self) -> Iterator[Problem]:
        """Yield every value that should be unique and is not, every link that leads to several nodes at once."""
        yield from self._repeated_values()
        yield from self._many_for_one()

    def _repeated_values(self) -> Iterator[Problem]:
        by_type: dict[str, list[NodeState]] = defaultdict(list)
        kept = (n for ref, n in self.kept.nodes.items() if ref not in self.wanted.nodes)
        for node in (*kept, *self.wanted.nodes.values()):
            by_type[node.ref.type].append(node)
        for types, prop in _unique(self.model):
            seen: dict[Value, Ref] = {}
            for node in (n for name in types for n in by_type[name] if prop.name in n.properties):
                value = str(node.properties[prop.name])
                other = seen.setdefault(value, node.ref)
                if other == node.ref:
                    continue
                late, early = (node.ref, other) if node.ref in self.wanted.nodes else (other, node.ref)
                if late in self.wanted.nodes:
                    hint = (
                        f"the files no longer hold {early}; --prune removes it"
                        if self._stale(early)
                        else "it must be unique"
                    )
                    message = f"{late.type}.{prop.name} {value} is taken by {early}"
                    yield Problem("VALUE_REPEATED", message, hint, str(self.places[late]))

    def _many_for_one(self) -> Iterator[Problem]:
        singles: dict[str, list[tuple[frozenset[str], frozenset[str], bool, str]]] = defaultdict(list)
        for relation in self.model.relations.values():
            for end in relation.ends:
                for outgoing, one, name in ((True, end.one, end.field), (False, end.reverse_one, end.reverse)):
                    if one:
                        sides = frozenset(end.from_types), frozenset(end.to_types)
                        singles[relation.name].append((*sides, outgoing, name))
        by_owner: dict[tuple[Ref, str], list[EdgeState]] = defaultdict(list)
        kept = (e for key, e in self.kept.edges.items() if key not in self.wanted.edges)
        for edge in (*kept, *self.wanted.edges.values()):
            for from_types, to_types, outgoing, name in singles.get(edge.key.relation, ()):
                if edge.key.start.type in from_types and edge.key.end.type in to_types:
                    by_owner[edge.key.start if outgoing else edge.key.end, name].append(edge)
        for (ref, name), edges in by_owner.items():
            for index, edge in enumerate(edges):
                clash = next((other for other in edges[:index] if _overlap(edge.properties, other.properties)), None)
                if clash is not None and edge.key in self.wanted.edges:
                    remedy = "set since and until, or keep one"
                    if self._stale(clash.key):
                        remedy = "the files no longer hold it, and --prune removes it"
                    hint = f"{clash.key} holds at the same time; {remedy}"
                    yield Problem(
                        "LINK_NOT_SINGLE", f"{ref} may have one {name} at a time", hint, str(self.places[edge.key])
                    )

    def _stale(self, key: Ref | EdgeKey) -> bool:
        """Say whether it only stays because nothing is pruned."""
        if isinstance(key, EdgeKey):
            return key in self.leftover.edges and key not in self.wanted.edges
        return key in self.leftover.nodes and key not in self.wanted.nodes


def _unique(model: Model) -> Iterator[tuple[tuple[str, ...], Property]]:
    """Yield the properties whose values name one node, with the types among which they do.

    The keys of an interface are unique among all its types.
    """
    shared: dict[str, set[str]] = defaultdict(set)
    for interface in model.interfaces.values():
        for prop in interface.properties.values():
            if prop.lookup and prop.name not in model.common_properties:
                shared[prop.name].update(interface.members)
                yield interface.members, prop
    for node_type in model.types.values():
        for prop in node_type.properties.values():
            if prop.unique and prop.name != "slug" and node_type.name not in shared[prop.name]:
                yield (node_type.name,), prop


def _overlap(one: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    def before(left: Mapping[str, Value], right: Mapping[str, Value]) -> bool:
        until, since = left.get("until"), right.get("since")
        return until is not None and since is not None and days(str(until)).first <= days(str(since)).last

    return not before(one, other) and not before(other, one)


@lru_cache(maxsize=20_000)
def days(text: str) -> PartialDate:
    """Return the days that a stored partial date may mean; dates repeat."""
    return partial_date(text)
