"""Everything that is derived and checked in: which files there are, and what stands in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from engagegraph.derive.constraints import cypher_file
from engagegraph.derive.content_doc import Content, content_doc
from engagegraph.derive.json_schema import editor_settings, seed_schemas
from engagegraph.derive.model_doc import model_doc
from engagegraph.model import Model

FOLDER = Path("derived")
"""Holds nothing but derived files, below the schema folder."""

CONTENT = Path("../docs/content.md")

LEFT_OUT = "left-out.md"
"""The editors' list of facts that they did not take, beside the seeds."""


def derived_files(model: Model) -> dict[Path, str]:
    """Return the files that follow from the model, by their paths seen from the schema folder."""
    files = {FOLDER / f"schema.{viewer}.graphql": viewer_sdl(model, viewer) for viewer in model.viewers}
    files[FOLDER / "constraints.cypher"] = cypher_file(model)
    files[FOLDER / "model.md"] = model_doc(model)
    for name, schema in seed_schemas(model).items():
        files[FOLDER / "seeds" / name] = _json(schema)
    files[FOLDER / "seeds" / "vscode.settings.json"] = _json(editor_settings(model))
    return files


def content_files(model: Model, content: Content | None, left_out: str = "") -> dict[Path, str]:
    """Return the files that follow from the content; none without it.

    `left_out` is what the editors say of facts that they did not take, in Markdown; it ends the page.
    """
    if content is None:
        return {}
    # The editors' page has a title of its own; in this one it is a section.
    appended = "\n".join(f"#{line}" if line.startswith("#") else line for line in left_out.splitlines())
    return {CONTENT: content_doc(model, content) + (f"\n{appended}\n" if appended else "")}


def viewer_sdl(model: Model, viewer: str) -> str:
    """Return the GraphQL schema that a viewer class sees, as text."""
    from engagegraph.derive.graphql import sdl  # builds Strawberry types: only when it is asked for

    return sdl(model, viewer)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
