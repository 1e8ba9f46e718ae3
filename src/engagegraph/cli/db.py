"""`engagegraph db`: the private Neo4j by hand, and a Cypher prompt on whatever database is configured."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import perf_counter, time
from typing import TYPE_CHECKING, Any

import click

from engagegraph.errors import Failure

if TYPE_CHECKING:
    from rich.console import Console

    from engagegraph.graph.client import Graph, Table
    from engagegraph.graph.local import Status

NOT_RUNNING = 3
"""Exit code of `db status` when there is no server, as service managers have it."""

MOST_ROWS = 1000
"""Rows that the prompt prints; it says how many more there are."""


@click.group("db")
def command() -> None:
    """The database: the private Neo4j, or the one that NEO4J_URI names.

    The private one starts by itself whenever a command needs it and ends some seconds after the last one is done;
    `start` keeps it up until `stop`.
    """


@command.command()
def start() -> None:
    """Start the private Neo4j and keep it up until `stop`."""
    from engagegraph.graph import local
    from engagegraph.graph.local.progress import shown

    _refuse_given()
    with shown() as progress:
        status = local.start(progress=progress)
    _print_status(status)


@command.command()
@click.option("--force", is_flag=True, help="Even while other processes use it.")
def stop(*, force: bool) -> None:
    """Stop the private Neo4j. Nothing that was committed is lost."""
    from engagegraph.graph import local

    _refuse_given()
    click.echo("stopped" if local.stop(force=force) else "was not running")


@command.command()
def status() -> None:
    """Say how the database is. Exit code 0: it runs; 3: the private one does not."""
    from engagegraph.graph import local
    from engagegraph.graph.address import from_environment
    from engagegraph.graph.client import Graph

    given = from_environment()
    if given is not None:
        with Graph.open(given) as graph:
            click.echo(f"Neo4j {graph.version} answers at {given.uri} (NEO4J_URI), database {given.database}")
        return
    found = local.status()
    _print_status(found)
    if not found.running:
        sys.exit(NOT_RUNNING)


@command.command()
@click.option("-c", "--command", "statements", multiple=True, metavar="CYPHER", help="Run this instead of asking.")
def shell(statements: tuple[str, ...]) -> None:
    """A Cypher prompt on the configured database.

    Statements end with ";". With -c, or with a file or pipe as input, they run one after the other, and the first one
    that fails ends the command. On a terminal each statement is its own transaction; a failed one changes nothing.
    """
    from rich.console import Console

    from engagegraph.graph.address import resolve_address
    from engagegraph.graph.client import Graph
    from engagegraph.graph.local.progress import shown

    console = Console()
    with shown() as progress, resolve_address(progress=progress) as address, Graph.open(address) as graph:
        if statements or not sys.stdin.isatty():
            for statement in split_statements("\n;\n".join(statements) if statements else sys.stdin.read()):
                _run(graph, statement, console)
            return
        console.print(f"Neo4j {graph.version} at {address.uri}, database {address.database}. Ctrl-D leaves.")
        with _history():
            for statement in _typed():
                try:
                    _run(graph, statement, console)
                except Failure as failure:
                    console.print(str(failure), style="red", markup=False, highlight=False)
                except KeyboardInterrupt:
                    console.print("stopped", style="red")


def split_statements(text: str) -> list[str]:
    """Return the statements of a text, which end with ";" outside of quotes, comments and `names`."""
    statements, current, at = [], "", 0
    while at < len(text):
        end = _end_of_quoted(text, at)
        if text[at] == ";":
            statements.append(current)
            current = ""
        else:
            current += text[at:end]
        at = end
    statements.append(current)
    return [statement.strip() for statement in statements if statement.strip()]


def _end_of_quoted(text: str, at: int) -> int:
    """Return where the quoted thing or comment ends that begins at `at`; `at + 1` if none begins there."""
    opening = text[at]
    for opener, closer in (("//", "\n"), ("/*", "*/")):
        if text.startswith(opener, at):
            end = text.find(closer, at + 2)
            return len(text) if end < 0 else end + len(closer)
    if opening not in "'\"`":
        return at + 1
    end = at + 1
    while end < len(text) and text[end] != opening:
        end += 2 if text[end] == "\\" and opening != "`" else 1
    return end + 1


def _typed() -> Iterator[str]:
    """Yield the statements typed at the prompt until Ctrl-D; Ctrl-C forgets what was begun."""
    begun = ""
    while True:
        try:
            begun += input("… " if begun else "cypher> ") + "\n"
        except KeyboardInterrupt:
            begun = ""
            click.echo()
            continue
        except EOFError:
            click.echo()
            return
        if begun.rstrip().endswith(";"):
            yield from split_statements(begun)
            begun = ""
        begun = begun.lstrip()


class _history:  # noqa: N801 - reads as a verb where it is used
    """Line editing with a history kept in the home."""

    def __enter__(self) -> None:
        from engagegraph.graph.local.home import Home

        self._file = Home.of().root / "cypher-history"
        with suppress(ImportError, OSError):
            import readline

            readline.set_history_length(1000)
            readline.read_history_file(self._file)

    def __exit__(self, *_: object) -> None:
        with suppress(ImportError, OSError):
            import readline

            self._file.parent.mkdir(parents=True, exist_ok=True)
            readline.write_history_file(self._file)


def _run(graph: Graph, statement: str, console: Console) -> None:
    """Run a statement and print its answer: a table, or what it changed, and how long it took."""
    begin = perf_counter()
    table = graph.table(statement, write=True)
    milliseconds = (perf_counter() - begin) * 1000
    if table.columns:
        _print_table(table, console)
    changed = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in table.changed.items())
    rows = f"{len(table.rows)} row" + ("" if len(table.rows) == 1 else "s")
    console.print(
        f"{rows}{', ' + changed if changed else ''}, {milliseconds:.0f} ms", style="dim", markup=False, highlight=False
    )


def _print_table(table: Table, console: Console) -> None:
    from rich import box
    from rich.table import Column
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(*(Column(Text(name)) for name in table.columns), box=box.SIMPLE_HEAD)
    for row in table.rows[:MOST_ROWS]:
        grid.add_row(*(Text(as_text(value)) for value in row))
    console.print(grid)
    if len(table.rows) > MOST_ROWS:
        console.print(f"… and {len(table.rows) - MOST_ROWS} more", style="dim")


def as_text(value: Any) -> str:
    """Return a value of the database as one would read it: nodes as (:Label {…}), text without quotes at the top."""
    return value if isinstance(value, str) else _inner(value)


def _inner(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case list():
            return "[" + ", ".join(map(_inner, value)) + "]"
        case dict():
            return "{" + ", ".join(f"{key}: {_inner(item)}" for key, item in value.items()) + "}"
    if hasattr(value, "labels"):
        return f"({''.join(f':{label}' for label in sorted(value.labels))}{_properties(value)})"
    if hasattr(value, "relationships"):
        return " ".join(f"{_inner(step.start_node)}-{_inner(step)}->{_inner(step.end_node)}" for step in value)
    if hasattr(value, "start_node"):
        return f"[:{value.type}{_properties(value)}]"
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def _properties(value: Any) -> str:
    properties = dict(value)
    return f" {_inner(properties)}" if properties else ""


def _refuse_given() -> None:
    """Do not start or stop a private server nobody would use."""
    from engagegraph.graph.address import from_environment

    given = from_environment()
    if given is not None:
        raise Failure.of(
            "DATABASE_NOT_PRIVATE",
            "NEO4J_URI names a server, which engagegraph does not start or stop",
            "unset NEO4J_URI to use the private one",
            given.uri,
        )


def _print_status(status: Status) -> None:
    lines: list[tuple[str, object]] = [("state", status.state), ("home", status.home)]
    if status.running:
        lines += [
            ("address", status.uri),
            ("process", f"{status.server_pid} (supervisor {status.pid})"),
            ("memory", f"{status.memory / 1e6:.0f} MB"),
            ("up for", f"{max(0.0, time() - status.since):.0f} s" + _restarts(status.restarts)),
            ("kept up", "until `engagegraph db stop`" if status.pinned else "while it is used"),
            ("used by", ", ".join(status.users) or "nobody"),
        ]
    lines += [("disk", f"{status.disk / 1e6:.1f} MB"), ("log", Path(status.log).parent)]
    for name, value in lines:
        click.echo(f"{name:9}{value}")


def _restarts(count: int) -> str:
    return f", restarted {count} times" if count > 1 else ", restarted once" if count else ""
