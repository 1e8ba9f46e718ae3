"""`engagegraph export`: the graph as files."""

from __future__ import annotations

from pathlib import Path

import click

from engagegraph import settings
from engagegraph.cli.terminal import opened_graph
from engagegraph.graph import migrate, store
from engagegraph.model import load_model
from engagegraph.seeds.export import export_seeds
from engagegraph.seeds.files import LEFT_OUT
from engagegraph.write.layers import authored


@click.command("export")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option(
    "--format", "form", type=click.Choice(["seeds"]), default="seeds", show_default=True, help="What to write."
)
@click.option(
    "--force", is_flag=True, help="Write into a folder that holds files already; those of the same name are replaced."
)
@click.option("--include-contact", is_flag=True, help="Also write what is not public, such as people's contact data.")
def command(folder: Path, form: str, force: bool, include_contact: bool) -> None:
    """Write the graph to DIR as canonical seed files, but for what was imported; seeding them again changes nothing.

    What is not public is left out and stays in the graph: _left-out.yaml in DIR says so to who seeds it.
    """
    model = load_model(settings.model_folder())
    with opened_graph() as graph:
        migrate.require(graph, model, exact=False)
        snapshot = authored(store.read_whole(graph, model))
    written = export_seeds(model, snapshot, folder, hidden=include_contact, force=force)
    click.echo(f"{len(snapshot.nodes)} nodes and {len(snapshot.edges)} relations in {written.files} files")
    if written.left_out:
        click.echo(
            f"left out: {written.left_out} values that are not public, such as contact data; "
            f"who seeds these files keeps them, as {LEFT_OUT} says; --include-contact writes them too",
            err=True,
        )
    if written.others:
        click.echo(f"other seed files in the folder were left as they are: {', '.join(written.others)}", err=True)
