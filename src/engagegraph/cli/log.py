"""`engagegraph log`: the revisions, or the changes of one."""

from __future__ import annotations

import dataclasses
import sys

import click
import orjson
from rich.text import Text

from engagegraph import settings
from engagegraph.cli.terminal import opened_graph, output
from engagegraph.errors import Failure
from engagegraph.graph import migrate, store
from engagegraph.graph.client import Graph
from engagegraph.model import load_model
from engagegraph.write.history import Revision
from engagegraph.write.render import Renderer, summary


@click.command("log")
@click.argument("revision", type=int, required=False)
@click.option(
    "-n", "--number", "most", type=click.IntRange(min=1), default=20, show_default=True, help="How many to list."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of lines.")
@click.option("--include-contact", is_flag=True, help="Show values that are not public, such as people's contact data.")
def command(revision: int | None, most: int, as_json: bool, include_contact: bool) -> None:
    """List the last revisions, newest first; with REVISION, show what that one changed."""
    model = load_model(settings.model_folder())
    with opened_graph() as graph:
        migrate.require(graph, model, exact=False)
        found = store.read_revisions(graph, most) if revision is None else [known(graph, revision)]
        changes = [] if revision is None else store.read_changes(graph, revision)
    show = Renderer(model, hidden=include_contact)
    records = [dataclasses.asdict(r) for r in found]
    if as_json:
        document = records if revision is None else {**records[0], "changes": [*show.records(changes)]}
        sys.stdout.buffer.write(orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
        return
    out = output()
    for one in found:
        out.print(_headline(one))
    for line in show.lines(changes):
        out.print(line)


def known(graph: Graph, number: int) -> Revision:
    """Return a revision by its number; `Failure` REVISION_UNKNOWN."""
    found = store.read_revisions(graph, 1, number)
    if not found:
        last = store.read_revisions(graph, 1)[0].number
        raise Failure.of("REVISION_UNKNOWN", f"there is no revision {number}", f"the last one is {last}")
    return found[0]


def _headline(revision: Revision) -> Text:
    counts = {word: getattr(revision, word) for word in ("added", "changed", "removed")}
    about = [revision.author, revision.message, revision.source, revision.commit[:12]]
    head = (f"{revision.number:>5}", "bold")
    when = revision.at.astimezone().strftime("  %Y-%m-%d %H:%M  ")
    erased = f", {revision.erased} of them erased" * bool(revision.erased)
    return Text.assemble(head, when, summary(counts), erased, *(f" · {part}" for part in about if part))
