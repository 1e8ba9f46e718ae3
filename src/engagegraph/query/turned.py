"""Another way to what is asked for: from the other side of a link that some relation of must lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engagegraph.query.conditions import Conditions, Scene
from engagegraph.query.geo import InBox, Near
from engagegraph.query.ir import AllOf, Compare, Predicate, Related


@dataclass(frozen=True, slots=True)
class Turned:
    """A way to what is asked for: clauses that come first, a pattern, its conditions, what else must hold."""

    first: str
    pattern: str
    conditions: list[str]
    rest: Predicate


def turned(conditions: Conditions, predicate: Predicate, scene: Scene) -> Turned | None:
    """Return a way to start at the other side of a link that some relation of must lead to what is asked for.

    None when there is no such link. A subquery is tried for every node of a label; a pattern lets the database begin
    where less is to be read, and may find a node several times. Without a condition on the other side it could only
    begin here, and better stops at the first. What depends on further relations is looked for first, once for each node
    of the other side and not for each way that leads to it.
    """
    items = predicate.items if isinstance(predicate, AllOf) else (predicate,)
    for item in items:
        if isinstance(item, Related) and item.quantifier == "some" and narrows(item.item):
            return _turned(conditions, item, scene, AllOf(tuple(i for i in items if i is not item)))
    return None


def _turned(conditions: Conditions, item: Related, scene: Scene, rest: Predicate) -> Turned:
    names, types = conditions.names, item.link.targets
    inner = Scene(names.variable("n"), types, names.variable("e"))
    pattern = conditions.pattern(scene, item.link, inner.edge or "", inner.node)
    labelled = f"({inner.node}:{conditions.label(types)})"
    asked, first = [*_conjuncts(item.item)], ""
    if any(isinstance(each, Related) for each in asked):
        there = [each for each in asked if isinstance(each, Related) or _of_node(each)]
        asked = [each for each in asked if each not in there]
        holds = conditions.holds(AllOf(tuple(there)), inner)
        first = f"MATCH {labelled}\nWHERE {holds}\nWITH DISTINCT {inner.node}\n"
    else:
        pattern = pattern.replace(f"({inner.node})", labelled)
    where = conditions.valid(inner, item.as_of, item.link)
    if asked:
        where.append(conditions.holds(AllOf(tuple(asked)), inner))
    return Turned(first, pattern, where, rest)


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
