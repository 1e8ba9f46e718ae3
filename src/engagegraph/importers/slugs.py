"""Lasting slugs for what is new: each thing gets the first of its candidates that is its alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence, Set
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def choose(candidates: Mapping[K, Sequence[str]], taken: Set[str]) -> dict[K, str]:
    """Return a slug for each key of `candidates`; a key gets none when all of its own are `taken` or shared.

    All choose at the same time, so the order of keys does not matter: a slug that two would choose, neither gets.
    """
    gone = {*taken}
    chosen: dict[K, str] = {}
    waiting = {key: [*dict.fromkeys(slugs)] for key, slugs in candidates.items()}
    while waiting:
        first = {key: slugs[0] for key, slugs in waiting.items() if slugs}
        wanted = Counter(first.values())
        chosen |= {key: slug for key, slug in first.items() if wanted[slug] == 1 and slug not in gone}
        gone.update(first.values())
        waiting = {key: waiting[key][1:] for key in first if key not in chosen}
    return chosen
