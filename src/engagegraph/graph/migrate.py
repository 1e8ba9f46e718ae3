"""Whose database is it, and is it as this version of engagegraph needs it? `prepare` makes it so, `require` only looks.

The `_Dataset` node marks a database as engagegraph's. It records the migrations' number, a fingerprint of how the model
is stored, and the schema statements, so that a constraint or index whose definition changed is replaced, and only
engagegraph's own are ever dropped. Every step can be interrupted and repeated.
"""

from __future__ import annotations

import hashlib
import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from engagegraph import settings
from engagegraph.errors import Failure
from engagegraph.graph.client import Graph
from engagegraph.graph.problems import empty
from engagegraph.graph.store import DATASET, lock, read_snapshot, run_all, settle, settling
from engagegraph.model import Model
from engagegraph.query.moment import CLOCK
from engagegraph.write.statement import quoted, refreshed
from engagegraph.write.stored import Storage

META = (
    "CREATE CONSTRAINT `_dataset_name` IF NOT EXISTS FOR (n:`_Dataset`) REQUIRE n.`name` IS UNIQUE",
    f"CREATE CONSTRAINT `_clock_name` IF NOT EXISTS FOR (n:`{CLOCK}`) REQUIRE n.`name` IS UNIQUE",
    "CREATE CONSTRAINT `_migration_number` IF NOT EXISTS FOR (n:`_Migration`) REQUIRE n.`number` IS UNIQUE",
    "CREATE CONSTRAINT `_revision_number` IF NOT EXISTS FOR (n:`_Revision`) REQUIRE n.`number` IS UNIQUE",
)
"""What engagegraph's own records need, whatever the model says."""

_FILE = re.compile(r"(\d{4})-([a-z0-9-]+)\.cypher")
_SCHEMA = re.compile(
    r"CREATE\s+(?:(?P<kind>CONSTRAINT)|(?:\w+\s+)?INDEX)\s+`?(?P<name>\w+)`?\s+IF\s+NOT\s+EXISTS", re.IGNORECASE
)

WRITTEN = f"OPTIONAL MATCH {DATASET} RETURN d.revision, d.model"
"""The one statement that a server asks to know whether there is content, and for which model; see `require`."""

INDEX_PATIENCE = 300
"""Seconds that indexes may take to fill."""


@dataclass(frozen=True, slots=True)
class Migration:
    """A step that changes data of older versions: `schema/migrations/0001-name.cypher`, statements ending in `;`."""

    number: int
    name: str
    text: str

    @property
    def checksum(self) -> str:
        """SHA-256 of its text."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def statements(self) -> list[str]:
        """What it runs, without comment lines."""
        code = "\n".join(line for line in self.text.splitlines() if not line.lstrip().startswith("//"))
        return [s.strip() for s in re.split(r";\s*(?:\n|$)", code) if s.strip()]


def read_migrations(folder: Path) -> list[Migration]:
    """Return the migrations in `folder`, which are numbered from 1 without a gap; `Failure` MIGRATION_NAME else."""
    found: list[Migration] = []
    for file in sorted(folder.glob("*.cypher")):
        match = _FILE.fullmatch(file.name)
        if match is None or int(match[1]) != len(found) + 1:
            hint = f"name it like {len(found) + 1:04}-what-it-does.cypher"
            raise Failure.of("MIGRATION_NAME", "a migration's name starts with the next number", hint, file.name)
        found.append(Migration(int(match[1]), match[2], file.read_text(encoding="utf-8")))
    return found


def prepare(
    graph: Graph, model: Model, statements: Sequence[str], migrations_folder: Path, adopt: bool = False
) -> None:
    """Make the database ready for writing: mark it as engagegraph's, constraints and indexes, migrations.

    `statements` are the model's `CREATE … IF NOT EXISTS`. Errors: DATABASE_FOREIGN when it holds data and no mark
    (unless `adopt`), DATABASE_NEWER, MIGRATION_CHANGED, MIGRATION_NAME. Nothing is written before these are ruled
    out.
    """
    migrations = read_migrations(migrations_folder)
    if _marked(graph):
        _check_migrations(graph, migrations)
    elif not adopt:
        _check_foreign(graph)
    _run_schema(graph, META)
    with graph.transaction() as tx:
        fresh = "d.model = '', d.version = 0, d.revision = 0, d.nodes = 0, d.relations = 0, d.schema = []"
        tx.run(f"MERGE {DATASET} ON CREATE SET {fresh}, d.changedAt = $at", {"at": _now()})
    _replace_schema(graph, [*META, *statements])
    [[version]] = graph.run(f"MATCH {DATASET} RETURN d.version")
    for migration in migrations[version:]:
        _migrate(graph, migration)
    _refresh(graph, model)
    settle(graph)


def require(graph: Graph, model: Model, migrations_folder: Path | None = None, *, exact: bool = True) -> None:
    """Refuse a database that cannot be read as `model` says; writes nothing.

    Errors: DATABASE_EMPTY, DATABASE_FOREIGN, DATABASE_NEWER, MIGRATION_CHANGED; when `exact`, also DATABASE_STALE:
    written by an older version or for another model, so that filters and order would be wrong until `engagegraph
    seed` ran.
    """
    if not _marked(graph):
        _check_foreign(graph)
        raise _empty()
    migrations = read_migrations(migrations_folder or settings.migrations_folder())
    _check_migrations(graph, migrations)
    [[stored, version, revision]] = graph.run(f"MATCH {DATASET} RETURN d.model, d.version, d.revision")
    if revision == 0:
        raise _empty()
    if exact and (stored != Storage(model).fingerprint() or version < len(migrations)):
        message = "the database was written for another state of the model"
        raise Failure.of("DATABASE_STALE", message, "run engagegraph seed", graph.address.uri)


def _empty() -> Failure:
    return Failure([empty()])


def _marked(graph: Graph) -> bool:
    return bool(graph.run(f"MATCH {DATASET} RETURN 1"))


def _check_foreign(graph: Graph) -> None:
    rows = graph.run("MATCH (n) RETURN labels(n) LIMIT 1")
    if rows:
        labels = ":".join(rows[0][0])
        hint = "name another with NEO4J_DATABASE or NEO4J_URI, or let `engagegraph seed --adopt` write beside that data"
        raise Failure.of(
            "DATABASE_FOREIGN",
            f"the database holds data that is not engagegraph's (:{labels})",
            hint,
            graph.address.uri,
        )


def _check_migrations(graph: Graph, migrations: Sequence[Migration]) -> None:
    [[version]] = graph.run(f"MATCH {DATASET} RETURN d.version")
    if version > len(migrations):
        hint = "use the engagegraph that wrote it, or a newer one"
        message = f"the database is of version {version}, this engagegraph knows {len(migrations)}"
        raise Failure.of("DATABASE_NEWER", message, hint, graph.address.uri)
    known = {m.number: m for m in migrations}
    for number, checksum in graph.run("MATCH (m:_Migration) RETURN m.number, m.checksum ORDER BY m.number"):
        if known[number].checksum != checksum:
            hint = "restore the file as it was, and put the change into a new migration"
            where = f"{number:04}-{known[number].name}.cypher"
            raise Failure.of("MIGRATION_CHANGED", "this migration ran with another text", hint, where)


def _run_schema(graph: Graph, statements: Sequence[str]) -> None:
    # In one transaction: all or nothing, and many times faster than one by one.
    if statements:
        with graph.transaction() as tx:
            for statement in statements:
                tx.run(statement)


def _replace_schema(graph: Graph, wanted: Sequence[str]) -> None:
    """Drop what is no longer wanted or defined otherwise, create what is missing, wait until indexes are filled.

    Then the clock shows another moment: what was searched before may be found otherwise now.
    """
    [[recorded]] = graph.run(f"MATCH {DATASET} RETURN d.schema")
    there = {row[0] for row in graph.run("SHOW INDEXES YIELD name")}
    drops = [_drop(statement) for statement in recorded if statement not in wanted]
    # What has a name of ours, and nobody noted how it is defined, may be defined otherwise.
    unknown = [s for s in wanted if s not in recorded and s not in META and _named(s)["name"] in there]
    drops += [_drop(statement) for statement in unknown]
    _run_schema(graph, drops)
    there = {row[0] for row in graph.run("SHOW INDEXES YIELD name")}
    missing = [s for s in wanted if _named(s)["name"] not in there]
    _run_schema(graph, missing)
    if not drops and not missing and recorded == [*wanted]:
        return
    graph.run("CALL db.awaitIndexes($seconds)", {"seconds": INDEX_PATIENCE})
    with settling(graph) as (tx, announce):
        last = lock(tx)
        tx.run(f"MATCH {DATASET} SET d.schema = $wanted", {"wanted": [*wanted]})
        announce(last)


def _named(statement: str) -> re.Match[str]:
    match = _SCHEMA.match(statement)
    if match is None:
        raise ValueError(f"not a named schema statement that may be repeated: {statement}")
    return match


def _drop(statement: str) -> str:
    match = _named(statement)
    return f"DROP {'CONSTRAINT' if match['kind'] else 'INDEX'} {quoted(match['name'])} IF EXISTS"


def _migrate(graph: Graph, migration: Migration) -> None:
    """Run a migration that has not run yet, in one transaction with its record."""
    with settling(graph) as (tx, announce):
        last = lock(tx)
        [[version]] = tx.run(f"MATCH {DATASET} RETURN d.version")
        if version >= migration.number:
            return
        for statement in migration.statements:
            tx.run(statement)
        record = {"number": migration.number, "name": migration.name, "checksum": migration.checksum, "at": _now()}
        tx.run("CREATE (m:_Migration) SET m = $record", {"record": record})
        tx.run(f"MATCH {DATASET} SET d.version = $number", {"number": migration.number})
        announce(last)


def _refresh(graph: Graph, model: Model) -> None:
    """Store everything anew when the model has changed how: labels, companions, keys of relations."""
    storage = Storage(model)
    fingerprint = storage.fingerprint()
    if graph.run(f"MATCH {DATASET} RETURN d.model") == [[fingerprint]]:
        return
    with settling(graph) as (tx, announce):
        last = lock(tx)
        written = last > 0
        for relation in model.relations.values() if written else ():
            parts = [f"coalesce(toString(r.{quoted(name)}), '')" for name in relation.key]
            key = " + '|' + ".join(parts) or "''"
            tx.run(f"MATCH ()-[r:{quoted(relation.name)}]->() WHERE r._owner IS NOT NULL SET r._key = {key}")
        if written:
            deque(run_all(tx, refreshed(storage, read_snapshot(tx, model).states())), maxlen=0)
        tx.run(f"MATCH {DATASET} SET d.model = $fingerprint", {"fingerprint": fingerprint})
        announce(last)


def _now() -> datetime:
    return datetime.now(UTC)
