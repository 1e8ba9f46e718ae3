"""The things that an `EntityFilter` names: of a type or interface, under conditions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from engagegraph.errors import Failure
from engagegraph.model import Interface, Model, NodeType
from engagegraph.query.conditions import Scene
from engagegraph.query.cypher import where_clause
from engagegraph.query.filters import ALWAYS, Filters, Scope
from engagegraph.query.ir import Connection, Everything, Page, Predicate
from engagegraph.query.prices import Judged
from engagegraph.query.questions.relations import touched
from engagegraph.query.symbolic import one_of
from engagegraph.query.turned import at_hand, way

if TYPE_CHECKING:
    from engagegraph.query.cost import Meter
    from engagegraph.query.emit import Emitter
    from engagegraph.query.plan import Planner


def filtered(planner: Planner, given: Mapping[str, Any], scope: Scope) -> tuple[str, tuple[str, ...], Predicate]:
    """Return what an `EntityFilter` names, type or interface, the types of it, and under which conditions."""
    model = planner.model
    plural, where = one_of(given)
    named: tuple[NodeType | Interface, ...] = (*model.types.values(), *model.interfaces.values())
    owner = next(it.name for it in named if it.plural == plural)
    return owner, model.concrete(owner), Filters(model, scope).where_node(owner, where)


def among(planner: Planner, given: Mapping[str, Any] | None, scope: Scope, types: tuple[str, ...]) -> Connection | None:
    """Return the list of those of `types` that an `EntityFilter` names, if it is given. Raises `Failure` WHERE_TYPE."""
    if given is None:
        return None
    owner, named, where = filtered(planner, given, scope)
    both = tuple(name for name in types if name in named)
    if not both:
        hint = f"what is asked for is of {', '.join(types) or 'no type'}"
        raise Failure.of("WHERE_TYPE", f"of what is asked for nothing is of {owner}", hint, "where")
    order = Filters(planner.model, scope).order_nodes(owner, None, both)
    return Connection(Everything(owner, both), both, where, order, Page(None, None), scope.as_of, (), scope.spot)


def only(
    planner: Planner, given: Mapping[str, Any] | None, scope: Scope, types: tuple[str, ...]
) -> tuple[tuple[str, ...], Predicate | None]:
    """Return those of `types` that an `EntityFilter` names, and under which condition; all under none without it."""
    those = among(planner, given, scope, types)
    if those is None:
        return types, None
    return those.types, None if those.where == ALWAYS else those.where


def fulfils(emitter: Emitter, where: Predicate | None, node: str, types: tuple[str, ...]) -> list[str]:
    """Return the conditions for a node of `types`, to which relations led, to fulfil what `only` returned."""
    return [] if where is None else [emitter.conditions.holds(where, Scene(node, types, far=True))]


def met(emitter: Emitter, those: Connection | None, node: str) -> list[str]:
    """Return the conditions for a node, to which relations led, to be one of `those`, if only such are wanted."""
    if those is None:
        return []
    label = f"{node}:{emitter.conditions.label(those.types)}"
    return [label, *fulfils(emitter, None if those.where == ALWAYS else those.where, node, those.types)]


def crossed(emitter: Emitter, those: Connection | None, node: str) -> list[str]:
    """Return the same where no subquery may stand, since the database looks at it with each step that it takes."""
    if those is None or at_hand(those.where):
        return met(emitter, those, node)
    return [f"{node} IN {emitter.sets.of(those.types, those.where)}"]


def told(model: Model, relations: Iterable[str], those: Connection | None, *own: str) -> tuple[str, ...]:
    """Return the types of what relations of things lead to, or of `those` of it, and their `own` types."""
    return touched(model, relations, own) if those is None else touched(model, (), (*those.types, *own))


def kept(meter: Meter, those: Connection | None, front: dict[str, float]) -> dict[str, float]:
    """Return how many of things of each type are expected to be `those`, if only such are wanted."""
    if those is None:
        return front
    part = judged(meter, those.where, those.types).share
    return {name: part * number for name, number in front.items() if name in those.types}


def judged(meter: Meter, where: Predicate | None, types: tuple[str, ...]) -> Judged:
    """Return what it costs to see whether such a node fulfils it, and which part of them does."""
    return Judged(0.0, 1.0) if where is None else meter.prices.judged(where, types, far=True)


def matched(emitter: Emitter, those: Connection, scene: Scene) -> str:
    """Return the clauses that find all of them, each once, as the node of `scene`."""
    conditions = emitter.conditions
    found = way(conditions, f"MATCH ({scene.node}:{conditions.label(scene.types)})", those.where, scene)
    where = conditions.valid_node(scene, those.as_of) + found.conditions
    return f"{found.match}{where_clause(where)}"
