"""Other ways to what is asked for: from the other side of a relation that must lead there, and what is far first.

What depends on relations of what a relation leads to is found once, before everything else, and not for each way that
leads there: so conditions over several hops read each relation once for each hop, however many ways there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engagegraph.query.conditions import Conditions, Scene
from engagegraph.query.cypher import block, where_clause
from engagegraph.query.geo import InBox, Near
from engagegraph.query.ir import AllOf, AnyOf, Compare, Counted, Not, Predicate, Related, Tied


@dataclass(frozen=True, slots=True)
class Way:
    """The clauses that lead to what fulfils a condition, each node once, without their last WHERE: `conditions`."""

    match: str
    conditions: list[str]


def way(conditions: Conditions, match_: str, predicate: Predicate, scene: Scene) -> Way:
    """Return the way to those nodes of `match_` that fulfil `predicate`.

    It begins at the other side of a relation that some must lead to what is asked for, if there is one. A subquery is
    tried for every node of a label; a pattern lets the database begin where less is to be read. Without a condition on
    the other side it could only begin here, and better stops at the first. What else depends on relations is looked at
    when each node is there once.
    """
    items = predicate.items if isinstance(predicate, AllOf) else (predicate,)
    turned = next((item for item in items if turns(item)), None)
    if isinstance(turned, Related | Tied):
        here = tuple(item for item in items if at_hand(item))
        match_ = _turned(conditions, match_, turned, AllOf(here), scene)
        predicate = AllOf(tuple(item for item in items if item is not turned and item not in here))
    return Way(match_, [] if predicate == AllOf(()) else [conditions.holds(predicate, scene)])


def turns(item: Predicate) -> bool:
    """Say whether the other side of a condition is where to begin."""
    return (isinstance(item, Tied) or (isinstance(item, Related) and item.quantifier == "some")) and narrows(item.item)


def _turned(conditions: Conditions, match_: str, item: Related | Tied, here: Predicate, scene: Scene) -> str:
    inner = conditions.far(beyond(item))
    pattern, where = conditions.way(item, scene, inner)
    first, asked = parted(item.item)
    if first and conditions.sets is not None:
        match_ = f"UNWIND {conditions.sets.of(inner.types, AllOf(first))} AS {inner.node}\n{match_}"
    else:
        pattern = pattern.replace(f"({inner.node})", f"({inner.node}:{conditions.label(inner.types)})")
    where += [conditions.holds(AllOf(asked), inner)] if asked else []
    where += [] if here == AllOf(()) else [conditions.holds(here, scene)]
    return f"{match_}\nMATCH {pattern}{where_clause(where)}\nWITH DISTINCT {scene.node}"


def at_hand(predicate: Predicate) -> bool:
    """Say whether a condition reads nothing but the node."""
    match predicate:
        case AllOf(items) | AnyOf(items):
            return all(map(at_hand, items))
        case Not(item):
            return at_hand(item)
        case _:
            return not isinstance(predicate, Related | Counted | Tied)


def beyond(item: Related | Tied) -> tuple[str, ...]:
    """Return the types of what is on the other side."""
    return item.link.targets if isinstance(item, Related) else item.types


def parted(predicate: Predicate) -> tuple[tuple[Predicate, ...], tuple[Predicate, ...]]:
    """Return what must hold for nodes of the other side alone, if that depends on relations of these; and all else."""
    asked = (*_conjuncts(predicate),)
    if not any(isinstance(each, Related) for each in asked):
        return (), asked
    first = tuple(each for each in asked if isinstance(each, Related) or _of_node(each))
    return first, tuple(each for each in asked if each not in first)


def sole(predicate: Predicate) -> Predicate:
    """Return the one condition of which alone a predicate is made, or itself."""
    return predicate.items[0] if isinstance(predicate, AllOf) and len(predicate.items) == 1 else predicate


def narrows(predicate: Predicate) -> bool:
    """Say whether a predicate has a condition on the node that every node must fulfil."""
    match predicate:
        case AllOf(items):
            return any(map(narrows, items))
        case Related(quantifier="some", item=item):
            return narrows(item)
        case _:
            return _of_node(predicate)


def _of_node(predicate: Predicate) -> bool:
    match predicate:
        case Compare(value=value, operator=operator):
            return value.of == "node" and operator not in {"ne", "notIn"}
        case _:
            return isinstance(predicate, Near | InBox)


def _conjuncts(predicate: Predicate) -> Iterator[Predicate]:
    """Yield what must all hold."""
    if isinstance(predicate, AllOf):
        for item in predicate.items:
            yield from _conjuncts(item)
    else:
        yield predicate


class Sets:
    """What fulfils conditions, found once for a whole statement: lists of nodes that stand before everything else."""

    def __init__(self, conditions: Conditions) -> None:
        self.conditions = conditions
        self.calls: list[str] = []
        self._known: dict[tuple[tuple[str, ...], Predicate], tuple[str, Sequence[str]]] = {}

    def of(self, types: tuple[str, ...], predicate: Predicate) -> str:
        """Return the variable of all nodes of `types` that fulfil `predicate`."""
        conditions, names, predicate = self.conditions, self.conditions.names, sole(predicate)
        known = self._known.get((types, predicate))
        if known is not None:
            names.used += known[1]
            return known[0]
        begin = len(names.used)
        scene = Scene(names.variable("n"), types)
        found = way(conditions, f"MATCH ({scene.node}:{conditions.label(types)})", predicate, scene)
        variable = names.variable("those")
        body = f"{found.match}{where_clause(found.conditions)}\nRETURN collect({scene.node}) AS {variable}"
        self.calls.append(self.call(body))
        self._known[types, predicate] = variable, names.used[begin:]
        return variable

    def call(self, body: str, *given: str) -> str:
        """Return a subquery of its own that may look at the variables `given` and at all that was found so far."""
        return block(self.entry(*given), body)

    def entry(self, *given: str) -> str:
        """Return how such a subquery begins, once all that is looked for in it was asked for."""
        return f"CALL ({', '.join([*given, *(variable for variable, _ in self._known.values())])})"
