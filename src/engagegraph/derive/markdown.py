"""Markdown text of generated documents: tables whose cells cannot break them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def cell(text: str) -> str:
    """Return `text` in one line, without what would end a cell or start a link or tag."""
    return re.sub(r"([|\\<>\[\]*_`])", r"\\\1", " ".join(text.split()))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a table and an empty one after it; nothing when there are no rows. Cells are Markdown."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    if not lines:
        return []
    return [f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}", *lines, ""]
