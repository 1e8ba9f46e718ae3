"""`engagegraph explain`: plan, Cypher and parameters of an operation; with `--profile` what the database did."""

from __future__ import annotations

from contextlib import nullcontext

import click
import orjson

from engagegraph import settings
from engagegraph.cli.query import error_problem, read_operation
from engagegraph.cli.terminal import opened_graph
from engagegraph.errors import Failure
from engagegraph.graph.plan import Operator
from engagegraph.model import PUBLIC, load_model
from engagegraph.model.visible import known_viewer
from engagegraph.query.counts import COUNTING, Counts
from engagegraph.query.engine import graphql_errors
from engagegraph.query.render import render


@click.command("explain")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--variables", help="Variables as JSON, or @file.json.")
@click.option("--operation", help="Which operation of the document.")
@click.option("--viewer", default=PUBLIC, show_default=True, help="Whose view of the graph.")
@click.option("--profile", is_flag=True, help="Run it and show the database's operators, rows and hits.")
def command(file: str, variables: str | None, operation: str | None, viewer: str, profile: bool) -> None:
    """Show how the GraphQL operation in FILE (- for standard input) is answered."""
    from engagegraph.web.engines import build_preparer

    model = load_model(settings.model_folder())
    text, values = read_operation(file, variables)
    preparer = build_preparer(model, known_viewer(model, viewer, "--viewer"))
    with opened_graph() if profile else nullcontext() as graph:
        if graph is not None:
            [[data]] = graph.run(COUNTING)
            preparer.counts = Counts.read(data)
        try:
            bound = preparer.prepare(text, values, operation)
        except ExceptionGroup as group:
            raise Failure(map(error_problem, graphql_errors(group.exceptions))) from None
        statement = bound.prepared.statement
        click.echo(render(bound.prepared.plan))
        click.echo(f"\n{statement.cypher or '// nothing to ask the database'}\n")
        click.echo(orjson.dumps(bound.parameters, option=orjson.OPT_INDENT_2).decode())
        for measure in statement.measures:
            click.echo(f"\n// measured by {measure.by} before\n{measure.snapshot}")
        if graph is not None and statement.cypher:
            plan = graph.profile(statement.cypher, bound.parameters)
            click.echo()
            _print(plan, 0)
            click.echo(f"{plan.total} db hits, {bound.estimated} were estimated")


def _print(operator: Operator, depth: int) -> None:
    click.echo(f"{'  ' * depth}{operator.name}  rows={operator.rows} hits={operator.db_hits}  {operator.details}")
    for child in operator.children:
        _print(child, depth + 1)
