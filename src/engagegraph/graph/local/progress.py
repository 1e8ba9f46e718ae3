"""Shows the first download and the start on stderr: a bar on a terminal, two plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, SpinnerColumn, TextColumn, TransferSpeedColumn

from engagegraph.graph import address


@contextmanager
def shown(console: Console | None = None) -> Iterator[address.Progress]:
    """Yield what `lease` and `start` tell their progress to; nothing is shown when everything is there already."""
    console = console or Console(stderr=True)
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        console=console,
        transient=True,
    )
    status = console.status("")
    said: set[str] = set()
    task = None

    def end() -> None:
        if console.is_terminal:  # elsewhere a stop prints an empty line
            bar.stop()
            status.stop()

    def progress(what: str, done: int, total: int) -> None:
        nonlocal task
        if not what:
            end()
            return
        if what not in said and not console.is_terminal:
            console.print(f"{what} ({total / 1e6:.0f} MB) …" if total else f"{what} …")
        said.add(what)
        if not console.is_terminal:
            return
        if total:
            if task is None:
                bar.start()
                task = bar.add_task(what, total=total)
            bar.update(task, completed=done)
        else:
            bar.stop()
            status.update(f"{what} …")
            status.start()

    try:
        yield progress
    finally:
        end()
