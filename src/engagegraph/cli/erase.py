"""`engagegraph erase`: forget people, in the graph and in its history."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import orjson

from engagegraph import settings
from engagegraph.cli.seed import default_author
from engagegraph.cli.terminal import opened_graph, output, progress
from engagegraph.errors import Failure, Problem
from engagegraph.graph import erase, migrate
from engagegraph.model import Model, load_model
from engagegraph.query.ids import decode_id
from engagegraph.seeds import load
from engagegraph.seeds.held import entries, held
from engagegraph.write.change import Ref, Snapshot
from engagegraph.write.draft import Drafts
from engagegraph.write.erase import Erasure, person
from engagegraph.write.render import Renderer, count, summary


@click.command("erase")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help="Erase. Without it, show what would go, and change nothing.")
@click.option(
    "--seeds",
    "folder",
    type=click.Path(path_type=Path),
    help="Seed files that must not hold them any more (default: the content folder).",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of lines.")
@click.option("--author", help="Who erases (default: git's user.name, else the login name).")
@click.option("--message", default="", help="Why.")
def command(
    ids: tuple[str, ...], yes: bool, folder: Path | None, as_json: bool, author: str | None, message: str
) -> None:
    """Forget people for good: what is about them goes from the graph, and from what its history tells.

    ID is a reference such as person/erika-beispiel, or the `id` that the API gives. Only things of types that the model
    says are `personal` can be erased, also when they are in the history alone.
    """
    model = load_model(settings.model_folder())
    people = _people(model, ids)
    folder = folder or settings.seeds_folder()
    drafts = _drafts(model, folder)
    places: list[Problem] = []

    def look(present: Snapshot, found: Erasure) -> None:
        places[:] = [_held(ref, str(place)) for place, ref in held(model, drafts, people, present.nodes).items()]
        if yes and places:
            raise Failure(places)

    number: int | None = None
    with opened_graph() as graph, progress() as report:
        migrate.require(graph, model)
        if yes:
            who = author or default_author()
            found, revision = erase.erase(graph, model, people, look, author=who, message=message, progress=report)
            number = revision.number
        else:
            report("Reading the graph", 0, 0)
            found = erase.preview(graph, model, people, look)
    if as_json:
        document = _document(model, found, number)
        sys.stdout.buffer.write(orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    else:
        out = output()
        for line in Renderer(model).lines(found.changes) if number is None else ():
            out.print(line)
        for text in _told(found, number):
            out.print(text)
    for text in _warned(found, drafts, folder):
        click.echo(text, err=True)
    if places:
        raise Failure(places)


def _people(model: Model, ids: tuple[str, ...]) -> list[Ref]:
    """Return whom the arguments mean; `Failure` with all that mean nobody."""
    found, problems = list[Ref](), list[Problem]()
    for written in ids:
        try:
            head, slash, slug = written.partition("/")
            found.append(person(model, *((head, slug) if slash else decode_id(written))))
        except Failure as failure:
            problems += failure.problems
    if problems:
        raise Failure(problems)
    return found


def _drafts(model: Model, folder: Path) -> Drafts:
    """Return what the seed files say; none where there are none. What cannot be read may hold anything."""
    if not folder.exists():
        return Drafts()
    seeds = load.read(model, folder)
    if seeds.problems:
        raise Failure(seeds.problems)
    return seeds.drafts


def _held(ref: Ref, place: str) -> Problem:
    hint = "take it out of the files first: the next seed would bring it back"
    return Problem("ERASE_IN_FILES", f"the seed files still hold {ref}", hint, place)


def _told(found: Erasure, number: int | None) -> Iterator[str]:
    """Yield the lines of the summary."""
    head = "would erase" if number is None else f"revision {number}: erased"
    yield f"{head} {len(found.people)}: {summary(count(found.changes))}"
    revisions = ", ".join(map(str, found.revisions)) or "none"
    yield f"  in the history: {found.erased} changes; of revisions {revisions}"
    if number is None:
        yield "nothing is changed without --yes"


def _warned(found: Erasure, drafts: Drafts, folder: Path) -> Iterator[str]:
    """Yield what is left to do for whoever erases."""
    if not folder.exists():
        yield f"no seed files at {folder} were looked through; --seeds names others"
    for place, ref in entries(drafts, found.sources).items():
        yield f"{place}  {ref} goes, too, as nothing else cites it; the next seed brings it back unless it is taken out"
    for importer in found.importers:
        yield f"{importer} imported some of it: the next import of a file that holds it brings it back"
    for mention in found.mentions:
        yield f"{mention.where} still names them in {mention.name}: that is for its authors to change"


def _document(model: Model, found: Erasure, number: int | None) -> dict[str, Any]:
    """Return the summary for programs, with the changes if none were made."""
    document: dict[str, Any] = {
        "revision": number,
        **count(found.changes),
        "sources": [str(ref) for ref in found.sources],
        "history": {"erased": found.erased, "revisions": found.revisions},
        "importers": found.importers,
        "mentions": [{"where": mention.where, "property": mention.name} for mention in found.mentions],
    }
    return document if number is not None else {**document, "changes": [*Renderer(model).records(found.changes)]}
