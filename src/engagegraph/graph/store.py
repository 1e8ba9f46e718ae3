"""States in and out of the database: snapshots, changes with their revision, all in one transaction.

Whoever writes locks the `_Dataset` node first, so there is one writer at a time, and what it read is what it changes.
Killed at any moment, client or server, a transaction leaves nothing behind. While it is committed, the clock
(`query.moment`) shows what it touches, so that readers know what is on the move.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from time import sleep
from typing import Any, Protocol, TypeVar, cast

from engagegraph.errors import Failure
from engagegraph.graph.address import Progress
from engagegraph.graph.client import Graph, Parameters, Rows, Transaction
from engagegraph.graph.problems import empty
from engagegraph.model import Model
from engagegraph.query.moment import (
    ANYTHING,
    CLOCK,
    LOOK,
    WRITER,
    WRITING,
    Moment,
    Shown,
    coming_mark,
    new_mark,
    seen,
)
from engagegraph.query.reads import Reads
from engagegraph.write.bulk import bulk
from engagegraph.write.change import Change, NodeState, Ref, Snapshot
from engagegraph.write.diff import difference
from engagegraph.write.history import Revision, pack, unpack
from engagegraph.write.render import count
from engagegraph.write.statement import Statement, statements
from engagegraph.write.stored import HIDDEN, Storage
from engagegraph.write.touched import touched

DATASET = "(d:_Dataset {name: 'engagegraph'})"
"""The one node that says whose database this is."""

_PARTS = 50
"""Parts of a revision per statement: they are large."""

PAUSE = 0.05
"""Seconds before the graph is read again when it was on the move."""

T = TypeVar("T")


class Runs(Protocol):
    """Something that runs statements: a `Graph` or a `Transaction`."""

    def run(self, cypher: str, params: Parameters | None = None) -> Rows:
        """Run one statement and return its rows."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a write did; `revision` is `None` when there was nothing to do."""

    changes: list[Change]
    revision: Revision | None


def silent(what: str, done: int, total: int) -> None:
    """Show no progress."""


def lock(tx: Runs) -> int:
    """Keep other writers out until the transaction ends, once they are done; return the last revision's number."""
    rows = tx.run(f"MATCH {DATASET} SET d._lock = true REMOVE d._lock RETURN d.revision")
    if not rows:
        raise Failure([empty()])
    return int(rows[0][0])


_TYPE = "[label IN labels({}) WHERE label IN $types][0]"
_NODES = f"""
MATCH (x) WHERE x._owner IS NOT NULL WITH x, {_TYPE.format("x")} AS type WHERE type IS NOT NULL
RETURN type, [name IN $columns[type] | x[name]]
"""
_EDGES = f"""
MATCH (a)-[x]->(b) WHERE x._owner IS NOT NULL AND $columns[type(x)] IS NOT NULL
RETURN type(x), {_TYPE.format("a")}, a.slug, {_TYPE.format("b")}, b.slug, x._key, [name IN $columns[type(x)] | x[name]]
"""


def read_snapshot(tx: Runs, model: Model) -> Snapshot:
    """Return all nodes and relations that engagegraph wrote, without companions.

    Names are parameters here: to plan a statement for each type takes the database longer than to read them all.
    """
    storage = Storage(model)
    found = Snapshot()
    types = list(model.types)
    for name, row in tx.run(_NODES, {"types": types, "columns": _columns(storage.nodes)}):
        node = storage.read_node(name, row)
        found.nodes[node.ref] = node
    refs = {ref: ref for ref in found.nodes}
    for name, *sides, key, row in tx.run(_EDGES, {"types": types, "columns": _columns(storage.edges)}):
        start, end = Ref(*sides[:2]), Ref(*sides[2:])
        edge = storage.read_edge(name, refs.get(start, start), refs.get(end, end), key, row)
        found.edges[edge.key] = edge
    return found


def _columns(stored: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    return {name: [*columns, *HIDDEN] for name, columns in stored.items()}


def read_whole(graph: Graph, model: Model) -> Snapshot:
    """Return all nodes and relations as they are at one moment; writers need not wait for that."""
    return whole(graph, lambda: read_snapshot(graph, model))


def whole(graph: Graph, read: Callable[[], T]) -> T:
    """Return what `read` finds in one state of the graph: it reads again if anything was on the move meanwhile."""
    while True:
        before = _look(graph)
        # What is shown to be coming has come, or never will, once its transaction is over.
        if not isinstance(before, list) or graph.run(WRITING, {"mark": coming_mark(before)}) == [[False]]:
            found = read()
            if _look(graph) == before:
                return found
        sleep(PAUSE)


def _look(graph: Graph) -> Shown:
    [[shown]] = graph.run(LOOK)
    return cast("Shown", shown)


def apply(
    tx: Transaction, model: Model, changes: list[Change], revision: Revision, progress: Progress = silent
) -> None:
    """Carry out `changes` and record them as `revision`; the caller has locked the database and commits.

    The revision keeps them, unless they are `erased` in it. Raises `Failure` GRAPH_CHANGED when something is not where
    the changes expect it: somebody wrote past engagegraph.
    """
    total = len(changes)
    progress("Writing", 0, total)
    with ThreadPoolExecutor(1) as pool:
        packing = pool.submit(lambda: [_part(p) for p in pack(model, () if revision.erased else changes)])
        for done in run_all(tx, statements(Storage(model), changes)):
            progress("Writing", min(total, done), total)
        parts = packing.result()
    record(tx, revision)
    for start in range(0, len(parts), _PARTS):
        cypher = (
            "MATCH (r:_Revision {number: $number}) UNWIND $parts AS part CREATE (r)-[:_PART]->(p:_Part) SET p = part"
        )
        tx.run(cypher, {"number": revision.number, "parts": parts[start : start + _PARTS]})
    more = {"nodes": 0, "relations": 0}
    for change in changes:
        step = (change.before is None) - (change.after is None)
        more["nodes" if isinstance(change.state, NodeState) else "relations"] += step
    counted = "d.nodes = d.nodes + $nodes, d.relations = d.relations + $relations"
    cypher = f"MATCH {DATASET} SET d.revision = $number, d.changedAt = $at, {counted}"
    tx.run(cypher, {"number": revision.number, "at": revision.at, **more})


def record(tx: Runs, revision: Revision) -> None:
    """Store what a revision says of itself; the parts with its changes hang on it."""
    properties = {field: getattr(revision, field) for field in Revision.__dataclass_fields__}
    tx.run("CREATE (r:_Revision) SET r = $properties", {"properties": properties})


def run_all(tx: Transaction, made: Iterable[Statement]) -> Iterator[int]:
    """Run statements and see that each row of them found its place; yield how many rows are done.

    The database takes longer than what is sent next takes to be made and packed: that is done while it is at work.
    """
    with ThreadPoolExecutor(1) as pool:
        left = iter(made)
        coming = pool.submit(next, left, None)
        before: tuple[Statement, Callable[[], Rows]] | None = None
        done = 0
        while (statement := coming.result()) is not None or before is not None:
            sent = None
            if statement is not None:
                coming = pool.submit(next, left, None)
                sent = statement, tx.send(statement.cypher, {"rows": statement.rows, "dates": statement.dates})
            if before is not None:
                done += _placed(*before)
                yield done
            before = sent


def _placed(statement: Statement, rows: Callable[[], Rows]) -> int:
    found = rows()[0][0]
    if found != len(statement.rows):
        hint = "something wrote past engagegraph; restore a backup, or seed a new database"
        raise Failure.of(
            "GRAPH_CHANGED",
            f"{found} of {len(statement.rows)} entities are where they should be",
            hint,
            statement.cypher,
        )
    return len(statement.rows)


def _part(part: Any) -> dict[str, Any]:
    named = {"entity": part.entity, "other": part.other, "personal": True} if part.personal else {}
    return {"position": part.position, "changes": part.changes, "data": part.data, **named}


def write(
    graph: Graph,
    model: Model,
    plan: Callable[[Snapshot], list[Change]],
    *,
    author: str,
    message: str = "",
    source: str = "",
    commit: str = "",
    progress: Progress = silent,
) -> Result:
    """Carry out what `plan` makes of the present graph, in one transaction with its revision; none without change."""
    with bulk(), settling(graph) as (tx, announce):
        last = lock(tx)
        progress("Reading the graph", 0, 0)
        present = read_snapshot(tx, model) if last else Snapshot()
        progress("Comparing", 0, 0)
        changes = plan(present)
        if not changes:
            return Result(changes, None)
        at = datetime.now(UTC).replace(microsecond=0)
        revision = Revision(last + 1, at, author, message, source, commit, **count(changes))
        apply(tx, model, changes, revision, progress)
        progress("Committing", 0, 0)
        announce(revision.number, words(model, changes))
    return Result(changes, revision)


def words(model: Model, changes: Iterable[Change]) -> list[str]:
    """Return what a revision says that it touched, and as whose words those are meant."""
    return [*touched(changes), Reads(model).dialect]


def touch(graph: Graph, *, author: str, message: str = "") -> Revision:
    """Record a revision without changes, so that whoever caches answers asks anew: something wrote past engagegraph."""
    with settling(graph) as (tx, announce):
        at = datetime.now(UTC).replace(microsecond=0)
        revision = Revision(lock(tx) + 1, at, author, message, "", "", added=0, changed=0, removed=0)
        record(tx, revision)
        tx.run(f"MATCH {DATASET} SET d.revision = $number, d.changedAt = $at", {"number": revision.number, "at": at})
        announce(revision.number)
    return revision


# -- the clock -------------------------------------------------------------------------------------------------------

_THE_CLOCK = f"(c:{CLOCK} {{name: 'engagegraph'}})"
_LOCKED = "SET c._lock = true REMOVE c._lock WITH c, [] + coalesce(c.shows, '') AS shown"
_UNSETTLE = (
    # Who overtakes a writer that has committed, and not shown it yet, shows both.
    f"MERGE {_THE_CLOCK} {_LOCKED} SET c.shows = [shown[0], $coming] + shown[2..] + $touched"
)
_SETTLE = f"MATCH {_THE_CLOCK} {_LOCKED} WHERE shown[1] = $coming SET c.shows = $coming"
_MARK = "MATCH (r:_Revision {number: $number}) SET r.mark = $mark, r.touched = $touched"


class Announce(Protocol):
    """What `settling` is told before the commit."""

    def __call__(self, revision: int, touched: list[str] | None = None) -> None:
        """Announce `revision`; `touched` says what it touched, as `write.touched` does; None if nobody knows."""


@contextmanager
def settling(graph: Graph) -> Iterator[tuple[Transaction, Announce]]:
    """Yield a write transaction, and what is called as the last thing before its commit.

    That is told the revision's number and what is `touched`, if that is known: the revision keeps it beside the mark
    of its moment, so that who kept answers can follow from one moment to the next. And the clock shows from now on, set
    in a transaction of its own, that it is on the move. After the commit it shows the new moment, unless somebody who
    has locked the database since is committing already: then it is theirs to show.
    """
    coming: list[Moment] = []
    mark = new_mark()

    def announce(revision: int, touched: list[str] | None = None) -> None:
        moment = Moment(revision, mark)
        tx.run(_MARK, {"number": revision, "mark": moment.mark, "touched": touched})
        coming.append(moment)
        said = [ANYTHING] if touched is None else touched
        graph.table(_UNSETTLE, {"coming": str(moment), "touched": said}, write=True)

    try:
        with graph.transaction(**{WRITER: mark}) as tx:
            yield tx, announce
    except BaseException:
        if coming:
            with suppress(Failure):  # what went wrong before is what is to be told
                settle(graph)
        raise
    for moment in coming:
        with suppress(Failure):  # what is committed is committed; the next write settles
            graph.table(_SETTLE, {"coming": str(moment)}, write=True)


def settle(graph: Graph) -> None:
    """Let the clock show the last revision, once nobody is writing, should it not do so: a writer may have died."""
    with graph.transaction() as tx:
        last = lock(tx)
        shown = tx.run(LOOK)[0][0]
        moment = seen(shown, shown)
        if moment is None or moment.revision != last:
            moment = Moment(last, new_mark())
            tx.run(_MARK, {"number": last, "mark": moment.mark, "touched": None})
            tx.run(f"MERGE {_THE_CLOCK} SET c.shows = $moment", {"moment": str(moment)})


# -- more ways to write and read -------------------------------------------------------------------------------------


def seed(
    graph: Graph,
    model: Model,
    load: Callable[[Snapshot], Snapshot],
    *,
    owner: str,
    author: str,
    message: str = "",
    source: str = "",
    commit: str = "",
    prune: bool = False,
    progress: Progress = silent,
) -> Result:
    """Bring the graph to what `load` wants beside the present, as `owner`'s; see `write` and `diff.difference`."""

    def plan(present: Snapshot) -> list[Change]:
        return difference(model, present, load(present), owner, prune)

    return write(graph, model, plan, author=author, message=message, source=source, commit=commit, progress=progress)


def read_revisions(graph: Runs, most: int, number: int | None = None) -> list[Revision]:
    """Return the last `most` revisions, newest first, or the one with the given number."""
    cypher = (
        "MATCH (r:_Revision) WHERE $number IS NULL OR r.number = $number "
        "RETURN r.number, r.at, r.author, r.message, r.source, r.commit, r.added, r.changed, r.removed, "
        "coalesce(r.erased, 0) ORDER BY r.number DESC LIMIT $most"
    )
    rows = graph.run(cypher, {"number": number, "most": most})
    return [replace(Revision(*row), at=row[1].to_native()) for row in rows]


def read_changes(graph: Graph, number: int) -> list[Change]:
    """Return the changes of a revision, but for what was erased since."""
    cypher = "MATCH (:_Revision {number: $number})-[:_PART]->(p:_Part) RETURN p.data ORDER BY p.position"
    return unpack(_bytes(graph.run(cypher, {"number": number})))


def _bytes(rows: Rows) -> Iterator[bytes]:
    return (bytes(row[0]) for row in rows)
