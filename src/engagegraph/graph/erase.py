"""Forgetting people in the database: what is to go is found, looked at, and taken out in one transaction."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator
from datetime import UTC, datetime
from functools import partial

from engagegraph.graph.address import Progress
from engagegraph.graph.client import Graph
from engagegraph.graph.store import (
    Runs,
    apply,
    lock,
    read_revisions,
    read_snapshot,
    run_all,
    settling,
    silent,
    whole,
    words,
)
from engagegraph.model import Model
from engagegraph.write.bulk import bulk
from engagegraph.write.change import Ref, Snapshot
from engagegraph.write.erase import Erasure, Kept, erasure, rewriting
from engagegraph.write.history import Revision
from engagegraph.write.render import count
from engagegraph.write.touched import kind

SOURCE = "erase"
"""What a revision that erases names as its source: so it can be told from others whatever its message says."""

_AT_ONCE = 20
"""Revisions whose parts are read at once: a first one may hold all of a country."""

_ONLY_KINDS = (
    "MATCH (r:_Revision) WHERE any(word IN r.touched WHERE word CONTAINS '@') "
    "SET r.touched = [word IN r.touched | split(word, '@')[0]]"
)
"""Takes out of all revisions at which nodes relations came and went; what keeps answers then takes them for any."""

Look = Callable[[Snapshot, Erasure], None]
"""Is shown the graph and what is to go before anything does; may raise."""


def preview(graph: Graph, model: Model, people: Collection[Ref], look: Look) -> Erasure:
    """Return what `erase` would do, and do nothing; errors are the same."""
    present, found = whole(graph, lambda: _find(graph, model, people))
    look(present, found)
    return found


def erase(
    graph: Graph,
    model: Model,
    people: Collection[Ref],
    look: Look,
    *,
    author: str,
    message: str = "",
    progress: Progress = silent,
) -> tuple[Erasure, Revision]:
    """Forget `people` in one transaction with its revision, which does not say whom, unless `look` raises.

    Errors: see `write.erase.erasure`; DATABASE_EMPTY.
    """
    with bulk(), settling(graph) as (tx, announce):
        last = lock(tx)
        progress("Reading the graph", 0, 0)
        present, found = _find(tx, model, people)
        look(present, found)
        at, changes = datetime.now(UTC).replace(microsecond=0), found.changes
        who, why = found.hide(author), found.hide(message)
        revision = Revision(last + 1, at, who, why, SOURCE, "", **count(changes), erased=len(changes))
        apply(tx, model, changes, revision, progress)
        deque(run_all(tx, rewriting(found)), maxlen=0)
        tx.run(_ONLY_KINDS)
        progress("Committing", 0, 0)
        announce(revision.number, sorted({*map(kind, words(model, changes))}))
    return found, revision


def _find(tx: Runs, model: Model, people: Collection[Ref]) -> tuple[Snapshot, Erasure]:
    present = read_snapshot(tx, model)
    [[last]] = tx.run("MATCH (r:_Revision) RETURN coalesce(max(r.number), 0)")
    revisions = read_revisions(tx, last)
    return present, erasure(model, present, partial(_history, tx, last), revisions, people)


def _history(tx: Runs, last: int) -> Iterator[Kept]:
    """Yield all parts that there are."""
    cypher = (
        "MATCH (r:_Revision)-[:_PART]->(p:_Part) WHERE $since <= r.number < $until "
        "RETURN r.number, p.position, p.data ORDER BY r.number, p.position"
    )
    for since in range(1, last + 1, _AT_ONCE):
        for number, position, data in tx.run(cypher, {"since": since, "until": since + _AT_ONCE}):
            yield Kept(number, position, bytes(data))
