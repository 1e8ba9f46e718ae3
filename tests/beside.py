"""Where files lie that are not ours to publish, if somebody has put them there: beside the repository."""

from __future__ import annotations

from pathlib import Path

BESIDE = Path(__file__).parents[2] / "shared" / "data"
