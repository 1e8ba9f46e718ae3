"""`engagegraph demo`: a private Neo4j, the content, the question it was made for, and the API."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from engagegraph import settings
from engagegraph.cli import import_, seed
from engagegraph.cli.columns import asked
from engagegraph.cli.query import error_problem
from engagegraph.cli.serve import check_port, listen
from engagegraph.cli.table import table
from engagegraph.cli.terminal import opened_address, output
from engagegraph.errors import Failure
from engagegraph.graph.address import Address
from engagegraph.graph.client import AsyncGraph
from engagegraph.model import PUBLIC, load_model
from engagegraph.query.engine import Answer, Engine
from engagegraph.query.prepare import Preparer
from engagegraph.web.engines import build_preparer
from engagegraph.web.examples import read_examples

GERMANY = "gv-isys"
"""The importer that knows every place in the country."""


@click.command("demo")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Port to listen on (PORT).")
@click.option("--germany", type=click.Path(path_type=Path), help=f"Also import this file with the importer {GERMANY}.")
@click.pass_context
def command(context: click.Context, host: str, port: int, germany: Path | None) -> None:
    """Seed the content if need be, answer the example marked for it, and serve the API until Ctrl-C."""
    check_port(host, port)
    with opened_address() as address:
        context.invoke(seed.command)
        if germany is not None:
            context.invoke(import_.command, name=GERMANY, file=germany)
        _show(address)
        listen(host, port)


def _show(address: Address) -> None:
    """Answer the example marked for it; content of another field may have none."""
    model = load_model(settings.model_folder())
    example = next((e for e in read_examples(settings.queries_folder()) if e["demo"]), None)
    if example is None:
        return
    preparer = build_preparer(model, PUBLIC)
    answer = asyncio.run(_ask(preparer, address, example["query"]))
    if answer.data is None:
        raise Failure(map(error_problem, answer.errors))
    output().print(table(asked(preparer, example["query"]), answer.data, example["title"]))


async def _ask(preparer: Preparer, address: Address, question: str) -> Answer:
    async with AsyncGraph.open(address) as graph:
        return await Engine(preparer, graph.run).answer(question)
