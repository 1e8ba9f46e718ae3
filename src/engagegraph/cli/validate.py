"""`engagegraph validate`: every error of every seed file, without a database."""

from __future__ import annotations

from pathlib import Path

import click

from engagegraph import settings
from engagegraph.model import load_model
from engagegraph.seeds.load import load_seeds


@click.command("validate")
@click.argument("path", type=click.Path(path_type=Path), required=False)
def command(path: Path | None) -> None:
    """Check the seed files in PATH (default: the content folder). Exit code 1 when something is wrong."""
    model = load_model(settings.model_folder())
    wanted = load_seeds(model, path or settings.seeds_folder())
    click.echo(f"{len(wanted.nodes)} nodes and {len(wanted.edges)} relations are fine")
