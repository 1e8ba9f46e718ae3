"""`python -m engagegraph` is the command line."""

from __future__ import annotations

from engagegraph.cli import main

main()
