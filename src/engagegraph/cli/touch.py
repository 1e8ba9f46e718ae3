"""`engagegraph touch`: say that something wrote past engagegraph."""

from __future__ import annotations

import click

from engagegraph import settings
from engagegraph.cli.seed import default_author
from engagegraph.cli.terminal import opened_graph
from engagegraph.graph import migrate, store
from engagegraph.model import load_model


@click.command("touch")
@click.option("--author", help="Who says so (default: git's user.name, else the login name).")
@click.option("--message", default="", help="Why.")
def command(author: str | None, message: str) -> None:
    """Record a revision without changes, so that servers forget the answers that they keep."""
    model = load_model(settings.model_folder())
    with opened_graph() as graph:
        migrate.require(graph, model, exact=False)
        revision = store.touch(graph, author=author or default_author(), message=message)
    click.echo(f"revision {revision.number}: servers ask anew within a quarter of a second")
