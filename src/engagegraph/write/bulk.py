"""Masses of objects that all stay: Python's collector would look through them again and again for nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def bulk() -> Iterator[None]:
    """Pause the collector of reference cycles; halves the time it takes to read and check 100,000 relations.

    It never looks at what was made until then: that goes when nothing refers to it, and holds no cycles.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            # Or the collector would look through all that was made as soon as it runs again.
            gc.freeze()
            gc.enable()
