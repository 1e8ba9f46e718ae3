"""What the verbs that work on the graph share: opening it, and telling on stderr how far long work has come."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from engagegraph.graph.address import Address, from_environment, resolve_address
from engagegraph.graph.address import Progress as Report
from engagegraph.graph.client import Graph


@contextmanager
def opened_address() -> Iterator[Address]:
    """Yield the address in `NEO4J_URI`, else of the private Neo4j, started if need be (with a bar for its download)."""
    with ExitStack() as stack:
        given = from_environment()
        if given is None:
            from engagegraph.graph.local.progress import shown

            with shown() as report:
                given = stack.enter_context(resolve_address(progress=report))
        yield given


@contextmanager
def opened_graph() -> Iterator[Graph]:
    """Yield the graph of `NEO4J_URI`, else the private one."""
    with opened_address() as address, Graph.open(address) as graph:
        yield graph


@contextmanager
def progress() -> Iterator[Report]:
    """Yield a function that shows the step at work with a bar on stderr; silent when that is not a terminal."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: list[TaskID] = []

        def report(what: str, done: int, total: int) -> None:
            if not tasks:
                tasks.append(bar.add_task(what, total=None))
            bar.update(tasks[0], description=what, completed=done, total=total or None)

        yield report


def output() -> Console:
    """Return the terminal, or when stdout is not one, a plain stream whose lines are never broken."""
    return Console(soft_wrap=not sys.stdout.isatty(), highlight=False)
