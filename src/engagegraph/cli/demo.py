"""`engagegraph demo`: a private Neo4j, the content, the question it was made for, and the API."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlsplit

import click
from rich.table import Table

from engagegraph import settings
from engagegraph.cli import seed
from engagegraph.cli.query import read_operation
from engagegraph.cli.serve import check_port, listen
from engagegraph.cli.terminal import opened_address, output
from engagegraph.errors import Failure
from engagegraph.graph.client import Address, AsyncGraph
from engagegraph.model import Model, load_model
from engagegraph.query.engine import Answer, Engine
from engagegraph.web.engines import build_preparer

QUESTION = "districts-joined-programmes.graphql"


@click.command("demo")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Port to listen on (PORT).")
@click.pass_context
def command(context: click.Context, host: str, port: int) -> None:
    """Seed the content if need be, show which districts joined which programmes, and serve the API until Ctrl-C."""
    check_port(host, port)
    with opened_address() as address:
        context.invoke(seed.command)
        model = load_model(settings.schema_folder() / "model")
        answer = asyncio.run(_ask(model, address))
        if answer.data is None:
            raise Failure.of(answer.code or "INTERNAL", answer.errors[0].message)
        output().print(_table(model, answer.data))
        listen(host, port)


async def _ask(model: Model, address: Address) -> Answer:
    text, _ = read_operation(str(settings.queries_folder() / QUESTION), None)
    async with AsyncGraph.open(address) as graph:
        return await Engine(build_preparer(model, "public"), graph.run).answer(text)


def _table(model: Model, data: dict[str, Any]) -> Table:
    """Return the answer as a table: a row for each relation of each node of each list, with the first of its sources."""
    table = Table(title="Welche Kreise nahmen an welchen Programmen teil?", title_justify="left")
    for column in ("Kreis", "Programm", "seit", "bis", "Rolle", "Quelle"):
        table.add_column(column, no_wrap=column in {"seit", "bis"})
    words = {value: label.de for enum in model.enums.values() for value, label in enum.values.items()}
    for districts in data.values():
        for district in districts["nodes"]:
            for edge in district["programmes"]["edges"]:
                source = next((urlsplit(c["source"]["url"] or "").hostname or c["source"]["title"] for c in edge["sources"]), "")
                programme = edge["node"]["shortTitle"] or edge["node"]["title"]
                table.add_row(district["name"], programme, edge["since"], edge["until"], words[edge["role"]], source)
    return table
