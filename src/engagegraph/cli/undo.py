"""`engagegraph undo`: restore what was before a revision, as a revision of its own."""

from __future__ import annotations

import sys

import click
import orjson

from engagegraph import settings
from engagegraph.cli.log import known
from engagegraph.cli.seed import default_author
from engagegraph.cli.terminal import opened_graph, output, progress
from engagegraph.errors import Failure
from engagegraph.graph import migrate, store
from engagegraph.graph.client import Graph
from engagegraph.model import load_model
from engagegraph.seeds import load
from engagegraph.write.change import Change, Snapshot
from engagegraph.write.history import undo
from engagegraph.write.render import Renderer, count, summary


@click.command("undo")
@click.argument("revision", type=int)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of lines.")
@click.option("--author", help="Who undoes it (default: git's user.name, else the login name).")
@click.option("--message", default="", help="Why (default: which revision it undoes).")
def command(revision: int, dry_run: bool, as_json: bool, author: str | None, message: str) -> None:
    """Restore what was before REVISION: all of it or nothing, as a revision that can be undone as well.

    What has changed again since is not overwritten; later revisions are undone first. Seed files that state what was
    undone bring it back: change them, too.
    """
    model = load_model(settings.model_folder())
    done = list[Change]()

    def plan(present: Snapshot) -> list[Change]:
        # Who writes has the lock by now: nobody erases what is read here.
        done[:] = undo(model, present, _whole(graph, revision))
        return done

    number: int | None = None
    with opened_graph() as graph, progress() as report:
        migrate.require(graph, model)
        before = known(graph, revision)
        if dry_run:
            report("Reading the graph", 0, 0)
            plan(store.read_whole(graph, model))
        else:
            result = store.write(
                graph,
                model,
                plan,
                author=author or default_author(),
                message=message or f"undoes revision {revision}",
                source=before.source,
                progress=report,
            )
            number = result.revision.number if result.revision is not None else None
    if as_json:
        document = {"revision": number, **count(done), "changes": [*Renderer(model).records(done)]}
        sys.stdout.buffer.write(orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    else:
        out = output()
        for line in Renderer(model).lines(done) if dry_run else ():
            out.print(line)
        head = f"revision {number}: " if number is not None else ""
        out.print(f"{head}{summary(count(done))}" if done else f"revision {revision} changed nothing")
    if any(
        load.OWNER in {change.before and change.before.owner, change.after and change.after.owner} for change in done
    ):
        click.echo("seed files that state what was undone bring it back: engagegraph diff shows it", err=True)


def _whole(graph: Graph, number: int) -> list[Change]:
    """Return the changes of a revision; `Failure` REVISION_ERASED when some are not told any more."""
    erased = known(graph, number).erased
    if erased:
        hint = "change the seed files instead"
        raise Failure.of("REVISION_ERASED", f"{erased} changes of revision {number} were erased", hint)
    return store.read_changes(graph, number)
