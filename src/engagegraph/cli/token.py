"""`engagegraph token`: who may see more than the public."""

from __future__ import annotations

import click

from engagegraph import settings
from engagegraph.cli.terminal import opened_graph
from engagegraph.graph import migrate, tokens
from engagegraph.model import Model, load_model


@click.group("token")
def command() -> None:
    """Create, list and revoke access tokens."""


def _model() -> Model:
    return load_model(settings.model_folder())


@command.command("create")
@click.option("--role", required=True, help="Viewer class of the model, such as editor.")
@click.option("--name", required=True, help="Whose or what for; shown in the list.")
def create(role: str, name: str) -> None:
    """Create a token and print it, once: only its hash is kept."""
    model = _model()
    with opened_graph() as graph:
        migrate.require(graph, model, exact=False)
        click.echo(tokens.create(graph, model, role, name))


@command.command("list")
def list_() -> None:
    """List the tokens; not the secrets, which nobody has."""
    model = _model()
    with opened_graph() as graph:
        migrate.require(graph, model, exact=False)
        for token in tokens.listed(graph):
            click.echo(f"{token.name}\t{token.role}\t{token.created}")


@command.command("revoke")
@click.argument("name")
def revoke(name: str) -> None:
    """Revoke the token called NAME; servers notice within half a minute."""
    model = _model()
    with opened_graph() as graph:
        migrate.require(graph, model, exact=False)
        tokens.revoke(graph, name)
