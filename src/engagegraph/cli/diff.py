"""`engagegraph diff`: what seeding would change. Exit 0 nothing, 1 something, 2 trouble."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import orjson

from engagegraph import settings
from engagegraph.cli.terminal import opened_graph, output
from engagegraph.graph import migrate, store
from engagegraph.model import load_model
from engagegraph.seeds import load
from engagegraph.write.diff import difference
from engagegraph.write.render import Renderer, count, summary


@click.command("diff")
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--prune", is_flag=True, help="Also show what `seed --prune` would remove.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of lines.")
@click.option("--include-contact", is_flag=True, help="Show values that are not public, such as people's contact data.")
def command(path: Path | None, prune: bool, as_json: bool, include_contact: bool) -> None:
    """Show what seeding PATH (default: the content folder) would change. Nothing is written.

    Exit code 0 when there is nothing to change, 1 when there is, 2 when something went wrong.
    """
    model = load_model(settings.model_folder())
    seeds = load.read(model, path or settings.seeds_folder())
    with opened_graph() as graph:
        migrate.require(graph, model, exact=False)
        present = store.read_whole(graph, model)
    changes = difference(model, present, seeds.wanted(present, prune), load.OWNER, prune)
    show = Renderer(model, hidden=include_contact)
    if as_json:
        document = {**count(changes), "changes": [*show.records(changes)]}
        sys.stdout.buffer.write(orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    else:
        out = output()
        for line in show.lines(changes):
            out.print(line)
        out.print(summary(count(changes)))
    sys.exit(1 if changes else 0)
