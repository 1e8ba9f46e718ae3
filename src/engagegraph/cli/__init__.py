"""The command line: one file per verb, each imported when it is called, so that `engagegraph --help` is quick.

    validate  seed files, without a database      diff, seed, export, log   seed files against the graph
    schema    what is derived from the model      explain                   how a query is answered
    serve     the endpoint                        db                        the private Neo4j
    token     who may see what                    demo                      all of it, for a first look
    query     an answer on the terminal           import_                   official directories
    touch     what wrote past engagegraph         undo                      what a revision changed
    erase     people who shall be forgotten

    terminal  opening the graph, progress         table                     an answer as a table
    columns   what an operation asks of a table

A verb raises `Failure`; this room prints its problems and chooses the exit code (`EXIT_CODES`).
"""

from __future__ import annotations

import importlib
import keyword
import sys
from typing import Any

import click

from engagegraph import __version__
from engagegraph.errors import Failure

VERBS = {
    "validate": "Check seed files without a database.",
    "diff": "Show what seeding would change.",
    "seed": "Apply the seed files in one transaction.",
    "import": "Take over an official directory.",
    "export": "Write the graph as files.",
    "log": "List the revisions.",
    "undo": "Restore what was before a revision.",
    "erase": "Forget people for good.",
    "schema": "Write or check what is derived from the model.",
    "explain": "Show plan and Cypher of a GraphQL operation.",
    "query": "Answer a GraphQL operation on the terminal.",
    "serve": "Serve the API.",
    "demo": "Set everything up and show it.",
    "db": "Start, stop and look into the private Neo4j.",
    "token": "Create, list and revoke access tokens.",
    "touch": "Say that something wrote past engagegraph.",
}

EXIT_CODES = {
    "DATABASE_UNAVAILABLE": 3,
    "DATABASE_AUTH": 4,
    "NEO4J_TOO_OLD": 5,
    "DATABASE_FOREIGN": 6,
    "DATABASE_NEWER": 7,
    "DATABASE_NOT_FOUND": 8,
    "DATABASE_URI": 9,
    "DATABASE_START_FAILED": 10,
}
"""Exit codes of failures by the code of their first problem; every other failure exits with 1 (`diff`: 2)."""


class _Verbs(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        module = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command = importlib.import_module(f"engagegraph.cli.{module}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Failure as failure:
            print_problems(failure)
            ctx.exit(EXIT_CODES.get(failure.code, 2 if ctx.invoked_subcommand == "diff" else 1))


def print_problems(failure: Failure) -> None:
    """Print each problem on its own line to stderr, and how many there are."""
    for problem in failure.problems:
        click.echo(str(problem), err=True)
    if len(failure.problems) > 1:
        click.echo(f"{len(failure.problems)} problems", err=True)


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(__version__, prog_name="engagegraph")
def cli() -> None:
    """A headless content API on a graph: civic engagement in German local government."""


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8")
    cli(prog_name="engagegraph")
