"""`engagegraph seed`: what `diff` shows, in one transaction with its revision."""

from __future__ import annotations

import getpass
import subprocess
from pathlib import Path

import click

from engagegraph import settings
from engagegraph.cli.terminal import opened_graph, output, progress
from engagegraph.derive.constraints import constraints
from engagegraph.graph import migrate, store
from engagegraph.model import load_model
from engagegraph.seeds import load
from engagegraph.write.render import count, summary


@click.command("seed")
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--prune", is_flag=True, help="Remove what earlier seed files put and these no longer hold.")
@click.option("--author", help="Who changes the content (default: git's user.name, else the login name).")
@click.option("--message", default="", help="Why.")
@click.option("--source", help="Where the content comes from (default: the folder's name).")
@click.option("--if-empty", is_flag=True, help="Do nothing when the graph has content already.")
@click.option("--adopt", is_flag=True, help="Write into a database that holds other data, beside it.")
def command(
    path: Path | None, prune: bool, author: str | None, message: str, source: str | None, if_empty: bool, adopt: bool
) -> None:
    """Apply the seed files in PATH (default: the content folder): all of it or nothing, as one revision."""
    folder = path or settings.seeds_folder()
    model = load_model(settings.model_folder())
    seeds = load.read(model, folder)
    if seeds.problems:
        seeds.wanted()  # files of a wrong shape are refused before a database is started for them
    with opened_graph() as graph, progress() as report:
        report("Preparing the database", 0, 0)
        migrate.prepare(graph, model, constraints(model), settings.migrations_folder(), adopt)
        if if_empty and store.read_revisions(graph, 1):
            click.echo("the graph has content already; nothing seeded")
            return
        result = store.seed(
            graph,
            model,
            lambda present: seeds.wanted(present, prune),
            owner=load.OWNER,
            author=author or default_author(),
            message=message,
            source=folder.resolve().name if source is None else source,
            commit=commit(folder),
            prune=prune,
            progress=report,
        )
    if result.revision is None:
        click.echo("the graph holds all of it already")
    else:
        output().print(f"revision {result.revision.number}: {summary(count(result.changes))}")


def default_author() -> str:
    """Return git's user.name, else the login name, else nothing."""
    name = _git(Path.cwd(), "config", "user.name")
    if name:
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user may have no name
        return ""


def commit(folder: Path) -> str:
    """Return the git commit of the files, with `-dirty` when they have changed since; empty without git."""
    where = folder if folder.is_dir() else folder.parent
    found = _git(where, "rev-parse", "HEAD")
    changed = bool(found) and bool(_git(where, "status", "--porcelain", "--", str(folder.resolve())))
    return f"{found}-dirty" if changed else found


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
