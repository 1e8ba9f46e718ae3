"""Seed files ─▶ the snapshot they want, or every problem of every file at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engagegraph.errors import Failure, Problem
from engagegraph.model import Model
from engagegraph.seeds.files import read_seeds
from engagegraph.write.bulk import bulk
from engagegraph.write.change import Snapshot
from engagegraph.write.check import EMPTY, check
from engagegraph.write.draft import Drafts
from engagegraph.write.layers import without

OWNER = "seeds"


@dataclass(frozen=True, slots=True)
class Seeds:
    """Seed files that were read; what they want may depend on what the graph holds already."""

    model: Model
    drafts: Drafts
    problems: list[Problem]

    def wanted(self, present: Snapshot = EMPTY, prune: bool = True) -> Snapshot:
        """Return what the files want beside `present`; raise `Failure` with every problem.

        References may also lead to what other writers own. Without `prune` what earlier files put and these no longer
        want stays in the graph, and must go together with them. What the files leave out comes from `present`.
        """
        others = without(present, OWNER)
        leftover = EMPTY if prune else present.owned_by(OWNER)
        with bulk():
            wanted, problems = check(self.model, self.drafts, OWNER, others, leftover, present)
        found = [*self.problems, *problems]
        if found:
            raise Failure(sorted(found, key=_position))
        return wanted


def read(model: Model, path: Path) -> Seeds:
    """Read the seed files below `path`; problems of their shape are raised with all others, by `Seeds.wanted`."""
    if not path.exists():
        raise Failure.of(
            "SEEDS_MISSING", f"no seed files at {path}", "name a folder, or set ENGAGEGRAPH_SEEDS", str(path)
        )
    with bulk():
        return Seeds(model, *read_seeds(model, path))


def load_seeds(model: Model, path: Path, present: Snapshot = EMPTY, prune: bool = True) -> Snapshot:
    """Return what the seed files below `path` want; see `read` and `Seeds.wanted`."""
    return read(model, path).wanted(present, prune)


def _position(problem: Problem) -> tuple[str, int, int]:
    file, _, rest = problem.where.partition(":")
    line, _, column = rest.partition(":")
    return file, int(line) if line.isdigit() else 0, int(column) if column.isdigit() else 0
