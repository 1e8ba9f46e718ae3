"""Where things are: the declaration, the content, the worked queries. Environment variables name others."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _folder(path: str, variable: str = "") -> Path:
    """The folder that `variable` names, else the checkout's, else the one the wheel carries."""
    named = os.environ.get(variable)
    if named:
        return Path(named).expanduser()
    checkout = _CHECKOUT / path
    carried = _PACKAGE / "_data" / checkout.name
    return checkout if (_CHECKOUT / "pyproject.toml").is_file() and checkout.is_dir() else carried


def schema_folder() -> Path:
    """The folder with all that is declared, and what is derived from it (`ENGAGEGRAPH_SCHEMA`)."""
    return _folder("schema", "ENGAGEGRAPH_SCHEMA")


def model_folder() -> Path:
    """The folder with the declaration of the field."""
    return schema_folder() / "model"


def migrations_folder() -> Path:
    """The folder with the steps that change data of older versions."""
    return schema_folder() / "migrations"


def importers_folder() -> Path:
    """The folder with the declarations of official directories."""
    return schema_folder() / "importers"


def seeds_folder() -> Path:
    """The folder with the content (`ENGAGEGRAPH_SEEDS`)."""
    return _folder("seeds", "ENGAGEGRAPH_SEEDS")


def queries_folder() -> Path:
    """The folder with the worked example queries."""
    return _folder("docs/queries")
