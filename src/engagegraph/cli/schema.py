"""`engagegraph schema`: what is derived from the model and the seeds, written or checked."""

from __future__ import annotations

import os
from itertools import zip_longest
from pathlib import Path

import click

from engagegraph import settings
from engagegraph.derive.content_doc import Content
from engagegraph.derive.files import FOLDER, LEFT_OUT, content_files, derived_files, viewer_sdl
from engagegraph.errors import Failure, Problem
from engagegraph.model import Model, load_model
from engagegraph.model.visible import known_viewer
from engagegraph.seeds.load import read


@click.command("schema")
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 when a file is stale.")
@click.option("--print", "viewer", metavar="VIEWER", help="Print the GraphQL schema that this viewer class sees.")
def command(check: bool, viewer: str | None) -> None:
    """Write what is derived: GraphQL schemas, constraints, JSON Schema for seeds, model.md, docs/content.md."""
    folder = settings.schema_folder()
    model = load_model(folder / "model")
    if viewer is not None:
        click.echo(viewer_sdl(model, known_viewer(model, viewer, "--print")), nl=False)
        return
    files = derived_files(model)
    trouble: tuple[Problem, ...] = ()
    try:
        files |= content_files(model, _content(model, folder), _left_out())
    except Failure as failure:  # whoever mends the seeds needs the model's files all the more
        trouble = failure.problems
    problems = stale(folder, files)
    if check:
        if problems or trouble:
            raise Failure([*problems, *trouble])
        click.echo(f"{len(files)} derived files are up to date")
        return
    for path in _leftovers(folder, files):
        path.unlink()
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{len(files)} derived files, {len(problems)} of them changed")
    if trouble:
        raise Failure(trouble)


def _left_out() -> str:
    path = settings.seeds_folder() / LEFT_OUT
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def stale(folder: Path, files: dict[Path, str]) -> list[Problem]:
    """Return a problem for each file that is missing, differs, or is derived no longer."""
    problems = []
    for name, wanted in files.items():
        path = folder / name
        if not path.is_file():
            problems.append(_stale(path, "is missing"))
            continue
        lines, present = wanted.splitlines(), path.read_text(encoding="utf-8").splitlines()
        if present != lines:
            pairs = enumerate(zip_longest(present, lines), 1)
            number, (there, here) = next((n, pair) for n, pair in pairs if pair[0] != pair[1])
            problems.append(_stale(path, f"has {_quoted(there)} instead of {_quoted(here)}", number))
    return [*problems, *(_stale(path, "is derived no longer") for path in _leftovers(folder, files))]


def _stale(path: Path, what: str, line: int = 1) -> Problem:
    shown = os.path.relpath(path)
    return Problem("DERIVED_STALE", f"a derived file {what}", "run `engagegraph schema`", f"{shown}:{line}")


def _quoted(line: str | None) -> str:
    if line is None:
        return "the end"
    return f'"{line}"' if len(line) <= 100 else f'"{line[:100]}…"'


def _leftovers(folder: Path, files: dict[Path, str]) -> list[Path]:
    kept = {folder / name for name in files}
    return sorted(path for path in (folder / FOLDER).rglob("*") if path.is_file() and path not in kept)


def _content(model: Model, folder: Path) -> Content | None:
    """What docs/content.md is made of; nothing where no docs stand beside the schema, as in an installed package."""
    docs = folder.parent / "docs"
    if not docs.is_dir():
        return None
    seeds = read(model, settings.seeds_folder())
    wanted = seeds.wanted()
    files: dict[object, str] = {}
    # What is wanted stands in the order of the drafts, one for each, as no problem was raised.
    for key, draft in zip(wanted.nodes, seeds.drafts.nodes, strict=True):
        files[key] = _link(draft.slug.place.file, docs)
    for edge_key, edge_draft in zip(wanted.edges, seeds.drafts.edges, strict=True):
        files[edge_key] = _link(edge_draft.place.file, docs)
    return Content(wanted.nodes.values(), wanted.edges.values(), files)


def _link(file: str, docs: Path) -> str:
    target = Path(os.path.relpath(file, docs)).as_posix()
    return f"[{Path(file).name}](<{target}>)"
