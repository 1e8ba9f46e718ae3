"""`engagegraph import`: an official directory in one transaction, below what the seed files state."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import orjson

from engagegraph import settings
from engagegraph.cli.seed import default_author
from engagegraph.cli.terminal import opened_graph, output, progress
from engagegraph.derive.constraints import constraints
from engagegraph.graph import migrate, store
from engagegraph.importers import plan
from engagegraph.importers.drafts import Overruled
from engagegraph.importers.load import load_importer
from engagegraph.model import Model, load_model
from engagegraph.write.change import Change, EdgeState, Snapshot
from engagegraph.write.render import Renderer, count, summary

_EXAMPLES = 3
"""Overruled values of one kind that are shown."""


@click.command("import")
@click.argument("name", metavar="NAME")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of lines.")
@click.option("--author", help="Who imports (default: git's user.name, else the login name).")
@click.option("--message", default="", help="Why.")
def command(name: str, file: Path, dry_run: bool, as_json: bool, author: str | None, message: str) -> None:
    """Import FILE with the importer NAME, such as gv-isys: all of it or nothing, as one revision.

    What seed files state stays; the file fills in the rest. A newer file becomes the difference to the one before.
    """
    model = load_model(settings.model_folder())
    importer = load_importer(model, settings.importers_folder(), name)
    with progress() as report:
        report(f"Reading {file.name}", 0, 0)
        directory = plan.read(model, importer, file)
    done: list[plan.Import] = []

    def changes(present: Snapshot) -> list[Change]:
        done.append(plan.plan(directory, present))
        return done[-1].changes

    number: int | None = None
    with opened_graph() as graph, progress() as report:
        if dry_run:
            migrate.require(graph, model, exact=False)
            report("Reading the graph", 0, 0)
            changes(store.read_whole(graph, model))
        else:
            report("Preparing the database", 0, 0)
            migrate.prepare(graph, model, constraints(model), settings.migrations_folder())
            result = store.write(
                graph,
                model,
                changes,
                author=author or default_author(),
                message=message or importer.label.en,
                source=file.name,
                progress=report,
            )
            number = result.revision.number if result.revision is not None else None
    if as_json:
        document = _document(model, done[-1], number, changes=dry_run)
        sys.stdout.buffer.write(orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
        return
    out = output()
    for line in Renderer(model).lines(c for c in done[-1].changes if not _resourced(c)) if dry_run else ():
        out.print(line)
    for text in _told(done[-1], number):
        out.print(text)


def _resourced(change: Change) -> bool:
    """Say whether nothing changes but the source that is named, as for most of a newer edition."""
    before, after = change.before, change.after
    return before is not None and after is not None and before.properties == after.properties


def _told(done: plan.Import, number: int | None) -> Iterator[str]:
    """Yield the lines of the summary."""
    head = f"revision {number}: " if number is not None else ""
    yield f"{head}{summary(count(done.changes))}" if done.changes else "the graph holds all of it already"
    sourced = sum(map(_resourced, done.changes))
    if sourced:
        yield f"  of the changed, {sourced} only name other sources or writers"
    for what, counts in _by_kind(done.changes).items():
        yield f"  {what}: {summary(counts)}"
    yield "in the file: " + ", ".join(f"{n} {what}" for what, n in done.things.most_common())
    kinds: dict[tuple[str, str, str], list[Overruled]] = defaultdict(list)
    for one in done.overruled:
        kinds[one.owner, one.entity.partition("/")[0], one.name].append(one)
    for (owner, what, name), found in sorted(kinds.items()):
        yield f"{owner} states another {what} {name}, which stays: {len(found)}"
        for one in found[:_EXAMPLES]:
            yield f"    {one.entity}: {one.stated} (in the file: {one.file})"
    if done.kept:
        shown = ", ".join(map(str, done.kept))
        yield f"no longer in the file, but kept because others need it: {shown}"


def _by_kind(changes: list[Change]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for change in changes:
        state = change.state
        what = state.key.relation if isinstance(state, EdgeState) else state.ref.type
        found.setdefault(what, Counter(added=0, changed=0, removed=0)).update(count([change]))
    return found


def _document(model: Model, done: plan.Import, number: int | None, *, changes: bool) -> dict[str, Any]:
    """Return the summary for programs, with the changes if asked."""
    document: dict[str, Any] = {
        "revision": number,
        **count(done.changes),
        "kinds": _by_kind(done.changes),
        "file": done.things,
        "overruled": [
            {"entity": o.entity, "name": o.name, "file": o.file, "stated": o.stated, "owner": o.owner}
            for o in done.overruled
        ],
        "kept": [str(ref) for ref in done.kept],
    }
    return {**document, "changes": [*Renderer(model).records(done.changes)]} if changes else document
