"""Where things are: the declaration, the content, the home. Environment variables name others."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _folder(variable: str, name: str) -> Path:
    """The folder that `variable` names, else the checkout's, else the one the wheel carries."""
    named = os.environ.get(variable)
    if named:
        return Path(named).expanduser()
    checkout = _CHECKOUT / name
    return checkout if (_CHECKOUT / "pyproject.toml").is_file() and checkout.is_dir() else _PACKAGE / "_data" / name


def schema_folder() -> Path:
    """The folder with `model/`, `derived/` and `migrations/` (`ENGAGEGRAPH_SCHEMA`)."""
    return _folder("ENGAGEGRAPH_SCHEMA", "schema")


def seeds_folder() -> Path:
    """The folder with the content (`ENGAGEGRAPH_SEEDS`)."""
    return _folder("ENGAGEGRAPH_SEEDS", "seeds")


def queries_folder() -> Path:
    """The folder with the worked example queries."""
    checkout = _CHECKOUT / "docs" / "queries"
    return (
        checkout if (_CHECKOUT / "pyproject.toml").is_file() and checkout.is_dir() else _PACKAGE / "_data" / "queries"
    )
