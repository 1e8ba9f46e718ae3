"""What an importer wants and the present graph ─▶ changes, with what others state otherwise and what must stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engagegraph.errors import Failure
from engagegraph.importers.declaration import Importer
from engagegraph.importers.drafts import Directory, Overruled, drafts
from engagegraph.importers.records import read_records
from engagegraph.importers.workbook import read_table
from engagegraph.model import Model
from engagegraph.write.bulk import bulk
from engagegraph.write.change import Change, Ref, Snapshot
from engagegraph.write.check import check
from engagegraph.write.diff import difference, needed
from engagegraph.write.layers import layer, without


@dataclass(frozen=True, slots=True)
class Import:
    """What an import does. `things` counts nodes by type; `kept` are nodes that others need, the file no longer has."""

    changes: list[Change]
    things: Counter[str]
    overruled: list[Overruled]
    kept: list[Ref]


def read(model: Model, importer: Importer, path: Path) -> Directory:
    """Read and check the file by itself; raises `Failure` as `read_table` and `read_records` do."""
    with bulk():
        table = read_table(importer, path)
        return Directory(model, importer, table, read_records(importer, table))


def plan(directory: Directory, present: Snapshot) -> Import:
    """Return what the file changes in `present`; raises `Failure` with every problem of its content."""
    model, owner = directory.model, directory.importer.name
    with bulk():
        others = without(present, owner)
        wishes, left = drafts(directory, present, others)
        wanted, problems = check(model, wishes, owner, others)
        if problems:
            raise Failure(problems)
        things = Counter(ref.type for ref in wanted.nodes if ref.type != model.provenance)
        overruled = [*_overruled(wanted, others), *left]
        kept = _kept(model, layer(present, owner), others, wanted)
        return Import(difference(model, present, wanted, owner, prune=True), things, overruled, kept)


def _overruled(wanted: Snapshot, others: Snapshot) -> Iterator[Overruled]:
    for ref, node in wanted.nodes.items():
        there = others.nodes.get(ref)
        if there is None:
            continue
        for name, value in node.properties.items():
            stated = there.properties.get(name, value)
            if stated != value:
                yield Overruled(str(ref), name, value, stated, there.owner)


def _kept(model: Model, before: Snapshot, others: Snapshot, wanted: Snapshot) -> list[Ref]:
    """Add to `wanted` what the file no longer has and somebody still needs, with its own relations; return the nodes.

    A place that was dissolved stays as long as facts hang on it.
    """
    kept: list[Ref] = []
    waiting = [*others.states(), *wanted.states()]
    while waiting:
        for ref in needed(model, waiting.pop()):
            node = before.nodes.get(ref)
            if node is None or ref in wanted.nodes or ref in others.nodes:
                continue
            wanted.nodes[ref] = node
            kept.append(ref)
            mine = [edge for edge in before.edges.values() if edge.key.start == ref and edge.key not in wanted.edges]
            wanted.edges.update({edge.key: edge for edge in mine})
            waiting += [node, *mine]
    return sorted(ref for ref in kept if ref.type != model.provenance)
