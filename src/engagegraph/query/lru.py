"""What caches are made of: a mapping that forgets what was not used for longest, bounded in entries and in bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Lru(Generic[K, V]):
    """At most `entries` values that together weigh at most `weight`; counts how often it was of use. For threads."""

    def __init__(self, entries: int, weight: int) -> None:
        self.entries = entries
        self.weight = weight
        self.held = 0
        self.hits = 0
        self.misses = 0
        self._values: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._values)

    def peek(self, key: K) -> V | None:
        """Return the value as if nobody had asked for it."""
        found = self._values.get(key)
        return None if found is None else found[0]

    def get(self, key: K, good: Callable[[V], bool] | None = None) -> V | None:
        """Return the value, which is now the one used last; one that is not `good` is as if it were not there."""
        with self._lock:
            found = self._values.get(key)
            if found is None or (good is not None and not good(found[0])):
                self.misses += 1
                return None
            self.hits += 1
            self._values.move_to_end(key)
            return found[0]

    def put(self, key: K, value: V, weight: int) -> None:
        """Keep a value in place of what was there; one that alone weighs more than all may is not kept."""
        with self._lock:
            _, gone = self._values.pop(key, (None, 0))
            self.held -= gone
            if weight > self.weight:
                return
            self._values[key] = (value, weight)
            self.held += weight
            while len(self._values) > self.entries or self.held > self.weight:
                _, (_, gone) = self._values.popitem(last=False)
                self.held -= gone

    def statistics(self) -> dict[str, int]:
        """Return how full it is, and how often it was of use."""
        return {
            "entries": len(self),
            "mostEntries": self.entries,
            "bytes": self.held,
            "mostBytes": self.weight,
            "hits": self.hits,
            "misses": self.misses,
        }
