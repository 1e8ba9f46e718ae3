"""The graph ─▶ a folder of canonical seed files, without what is not public unless asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from engagegraph.errors import Failure
from engagegraph.model import PUBLIC, Model, visible_to
from engagegraph.seeds.canon import seed_files
from engagegraph.seeds.files import LEFT_OUT, seed_paths
from engagegraph.write.change import Snapshot
from engagegraph.write.stored import Storage


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote: its files, how many hidden values it left out, other seed files that lie there too."""

    files: int
    left_out: int
    others: tuple[str, ...]


def export_seeds(
    model: Model, snapshot: Snapshot, folder: Path, *, hidden: bool = False, force: bool = False
) -> Written:
    """Write `snapshot` to `folder`; `hidden` includes properties that the public does not see.

    Without them a file says which privacy classes are left out, so that seeding what was written takes nothing away.
    Raises `Failure` EXPORT_NOT_EMPTY when the folder holds something, unless `force`; then files of the same name are
    replaced and no other is touched, but for one that says so of what is written now.
    """
    if not force and folder.exists() and any(folder.iterdir()):
        raise Failure.of("EXPORT_NOT_EMPTY", "the folder is not empty", "name a new one, or use --force", str(folder))
    shown, left_out = (snapshot, 0) if hidden else public(model, snapshot)
    folder.mkdir(parents=True, exist_ok=True)
    written = set()
    note = "" if hidden else _note(model)
    if not note:
        (folder / LEFT_OUT).unlink(missing_ok=True)
    for name, text in (*seed_files(model, shown), *([(LEFT_OUT, note)] if note else [])):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        written.add(folder / name)
    others = tuple(str(path.relative_to(folder)) for path in seed_paths(folder) if path not in written)
    return Written(len(written), left_out, others)


def _note(model: Model) -> str:
    """Return what stands in `LEFT_OUT`: always the same for a model, so that nobody learns who has what is hidden."""
    owned = (*(t.properties for t in model.types.values()), *(r.properties for r in model.relations.values()))
    classes = {prop.privacy for properties in owned for prop in properties.values()} - model.viewers[PUBLIC].sees
    return _SAID + "".join(f"- {name}\n" for name in sorted(classes)) if classes else ""


_SAID = "# These files leave out what not everybody may see. Who seeds them keeps what the graph holds of it.\n"


def public(model: Model, snapshot: Snapshot) -> tuple[Snapshot, int]:
    """Return what the public sees of `snapshot`, and how many values it does not."""
    storage = Storage(visible_to(model, PUBLIC))
    shown = Snapshot()
    left_out = 0
    for node in snapshot.nodes.values():
        columns = storage.nodes[node.ref.type]
        kept = {name: value for name, value in node.properties.items() if name in columns}
        left_out += len(node.properties) - len(kept)
        shown.nodes[node.ref] = replace(node, properties=kept)
    for edge in snapshot.edges.values():
        columns = storage.edges[edge.key.relation]
        kept = {name: value for name, value in edge.properties.items() if name in columns}
        left_out += len(edge.properties) - len(kept)
        shown.edges[edge.key] = replace(edge, properties=kept)
    return shown, left_out
