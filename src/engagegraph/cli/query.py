"""`engagegraph query`: answer a GraphQL operation on the terminal."""

from __future__ import annotations

import asyncio
import json
import sys
from math import inf
from pathlib import Path
from typing import Any

import click
import orjson
from graphql import GraphQLError

from engagegraph import settings
from engagegraph.cli.columns import asked
from engagegraph.cli.table import csv_text, table, unfinished
from engagegraph.cli.terminal import opened_address, output
from engagegraph.errors import Failure, Problem
from engagegraph.model import PUBLIC, load_model
from engagegraph.model.visible import known_viewer
from engagegraph.query.engine import Answer
from engagegraph.query.prepare import Preparer


def read_operation(file: str, variables: str | None) -> tuple[str, dict[str, Any]]:
    """Return the document in `file` (`-`: standard input) and the variables, given as JSON or as `@file.json`.

    Raises `Failure`: QUERY_FILE when the file cannot be read as text, VARIABLES_INVALID.
    """
    try:
        given = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text = given.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Failure.of("QUERY_FILE", *_unread(error), file) from None
    if variables is None:
        return text, {}
    source, where = variables, "--variables"
    if variables.startswith("@"):
        where = variables[1:]
        try:
            source = Path(where).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise Failure.of("VARIABLES_INVALID", *_unread(error), where) from None
    try:
        values = json.loads(source)
    except json.JSONDecodeError as error:
        raise Failure.of(
            "VARIABLES_INVALID", f"the variables are not JSON: {error}", 'write {"name": "value"}', where
        ) from None
    if not isinstance(values, dict):
        raise Failure.of("VARIABLES_INVALID", "the variables are not a JSON object", 'write {"name": "value"}', where)
    return text, values


def _unread(error: OSError | UnicodeDecodeError) -> tuple[str, str]:
    """Return why a file was not read, and what to do."""
    if isinstance(error, OSError):
        return f"the file cannot be read: {error.strerror}", "name a file that is there"
    return "the file is not UTF-8", "save it as UTF-8"


async def _answer(preparer: Preparer, text: str, variables: dict[str, Any], operation: str | None) -> Answer:
    from engagegraph.graph.client import AsyncGraph
    from engagegraph.query.counts import COUNTING, Counts
    from engagegraph.query.engine import Engine
    from engagegraph.query.measures import Measures

    with opened_address() as address:
        async with AsyncGraph.open(address) as graph:
            [[data]] = await graph.run(COUNTING)
            preparer.counts = Counts.read(data)
            return await Engine(preparer, graph.run, measures=Measures(graph.run, inf)).answer(
                text, variables, operation
            )


@click.command("query")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--variables", help="Variables as JSON, or @file.json.")
@click.option("--operation", help="Which operation of the document.")
@click.option("--viewer", default=PUBLIC, show_default=True, help="Whose view of the graph.")
@click.option("--table", "as_table", is_flag=True, help="Print lists as a table instead of JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Print lists, or a matrix, as CSV instead of JSON.")
def command(file: str, variables: str | None, operation: str | None, viewer: str, as_table: bool, as_csv: bool) -> None:
    """Answer the GraphQL operation in FILE (- for standard input) and print the response."""
    from engagegraph.web.engines import build_preparer

    model = load_model(settings.model_folder())
    text, values = read_operation(file, variables)
    preparer = build_preparer(model, known_viewer(model, viewer, "--viewer"))
    answer = asyncio.run(_answer(preparer, text, values, operation))
    if answer.errors or answer.data is None:
        raise Failure(map(error_problem, answer.errors))
    if not (as_table or as_csv):
        click.echo(orjson.dumps(answer.data, option=orjson.OPT_INDENT_2).decode())
        return
    columns = asked(preparer, text, values, operation)
    if as_table:
        output().print(table(columns, answer.data))
    else:
        click.echo(csv_text(columns, answer.data), nl=False)
    for problem in unfinished(columns, answer.data):
        click.echo(str(problem), err=True)


def error_problem(error: GraphQLError) -> Problem:
    """Return a GraphQL error as the problem that it is."""
    extensions = error.extensions or {}
    code, hint, where = (str(extensions.get(name, "")) for name in ("code", "hint", "where"))
    location = (error.locations[0].line, error.locations[0].column) if error.locations else None
    return Problem(code or "INTERNAL", error.message, hint, where, tuple(error.path or ()), location)
