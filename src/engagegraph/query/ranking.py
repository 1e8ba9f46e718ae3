"""What a search finds, ranked: who is called so, then whose name begins so, then the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from engagegraph.model.search import NAME, key_properties, searched_texts, text_properties
from engagegraph.query.conditions import Scene
from engagegraph.query.cypher import block
from engagegraph.query.ir import Hits
from engagegraph.query.search import searching

if TYPE_CHECKING:
    from engagegraph.query.emit import Emitter


def hits(emitter: Emitter, source: Hits, inner: Scene) -> str:
    """Return the clauses that find the hits of a search as nodes of `inner`, with how they are ranked as its edge.

    How well one fits counts below 1. What is called so comes before what is called so at its beginning, or but for one
    letter, or says literally what stands in quotation marks; and that before all other hits.
    """
    node, fit, meant = inner.node, emitter.names.variable("s"), emitter.names.variable("s")
    called = emitter.conditions.called(node, emitter.names.param(source.query, "called"), inner.types)
    whole = emitter.names.param(source.query, "sort")
    lines = ", ".join(f"{node}.{line}_sort" for line in text_properties(emitter.model, source.types))
    keys = {name: held for name, held in key_properties(emitter.model, source.types).items() if held}
    exact, begun = [f"{node}.{NAME} = {meant}", f"{whole} IN [{lines}]"], [f"{node}.{NAME} STARTS WITH {meant}"]
    found = _found(emitter, source, node, fit)
    if keys:
        key = emitter.names.param(source.query, "official")
        stored = sorted({name for held in keys.values() for name in held})
        exact += [f"{node}.{name} = {key}" for name in stored]
        keyed = [f"{node}.{name} STARTS WITH {key}" for name in stored]
        begun += keyed
        found = _also_keyed(found, node, fit, key, keyed, keys)
    begun += [_one_off(f"{node}.{NAME}", meant), _says(emitter, source, node)]
    cases = f"WHEN {' OR '.join(exact)} THEN 2 {' '.join(f'WHEN {it} THEN 1' for it in begun)} ELSE 0"
    return f"{found}\nWITH *, {called} AS {meant}\nWITH *, {fit} / (1 + {fit}) + CASE {cases} END AS {inner.edge}"


def _found(emitter: Emitter, source: Hits, node: str, fit: str) -> str:
    asked = emitter.names.param(source.query, searching("query", source.index, source.types))
    some = set(source.types) != set(emitter.model.types)
    only = f" WHERE {node}:{emitter.conditions.label(source.types)}" if some else ""
    call = f"CALL db.index.fulltext.queryNodes('{source.index}', {asked})"
    return f"{call}\nYIELD node AS {node}, score AS {fit}{only}"


def _also_keyed(
    found: str, node: str, fit: str, key: str, keyed: Sequence[str], keys: dict[str, tuple[str, ...]]
) -> str:
    """Return the clauses that find what the index finds, and before it whose official key begins with `key`, if any.

    `keyed` says of a hit that it is one of these: it is found by its key then, not twice.
    """
    again = f"WITH {node}, {fit} WHERE {key} IS NULL OR NOT coalesce({' OR '.join(keyed)}, false)"
    ways = [f"{found}\n{again}\nRETURN {node}, {fit}"]
    for name, held in keys.items():
        begins = " OR ".join(f"{node}.{stored} STARTS WITH {key}" for stored in held)
        ways.append(f"MATCH ({node}:{name}) WHERE {begins}\nRETURN {node}, 0.0 AS {fit}")
    return block("CALL ()", "\nUNION ALL\n".join(ways))


def _one_off(name: str, meant: str) -> str:
    """Return the condition that a name is what is meant but for one letter more, less or other, or two swapped.

    Where the first letter differs is tried; names of another length, by far the most, are passed over at once.
    """
    rest = f"substring({meant}, i + CASE WHEN size({name}) > size({meant}) THEN 0 ELSE 1 END)"
    swapped = f"left({meant}, i) + substring({meant}, i + 1, 1) + substring({meant}, i, 1) + substring({meant}, i + 2)"
    return (
        f"abs(size({name}) - size({meant})) < 2 AND size({meant}) > 4 AND any(i IN range(0, size({meant})) WHERE "
        f"{name} STARTS WITH left({meant}, i) AND ({name} ENDS WITH {rest} OR {name} = {swapped}))"
    )


def _says(emitter: Emitter, source: Hits, node: str) -> str:
    """Return the condition that some text says literally each phrase of which the index does not know every word."""
    texts = ", ".join(f"toLower({node}.{stored})" for stored, _, _ in searched_texts(emitter.model, source.types))
    phrases = emitter.names.param(source.query, "literal")
    return f"all(phrase IN {phrases} WHERE any(text IN [{texts}] WHERE text CONTAINS phrase))"
