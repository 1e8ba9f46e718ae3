"""Changes to read: lines for a terminal, records for programs. Hidden values show that they are there, not what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rich.text import Text

from engagegraph.model import PUBLIC, Model, Property
from engagegraph.model.values import Value
from engagegraph.write.change import Change, EdgeState, State
from engagegraph.write.layers import layers_of
from engagegraph.write.stored import Storage

SIGNS = {"add": ("+", "green"), "change": ("~", "yellow"), "remove": ("-", "red")}
WORDS = {"add": "added", "change": "changed", "remove": "removed"}

CONCEALED = "•••"
"""What stands for a value that is not public."""

_SHOWN = 60
"""Characters of a value that are shown in a line."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A property whose value changes; `None` is no value. `sources` and `owner` count as properties here.

    `population (directory)` is what the importer `directory` says where somebody else's value is seen instead.
    """

    name: str
    before: Any
    after: Any


def count(changes: Iterable[Change]) -> dict[str, int]:
    """Return how many entities are added, changed and removed."""
    found = dict.fromkeys(WORDS.values(), 0)
    for change in changes:
        found[WORDS[change.kind]] += 1
    return found


def summary(counts: Mapping[str, int]) -> str:
    """Return `3 added, 1 changed, 0 removed`."""
    return ", ".join(f"{number} {word}" for word, number in counts.items())


class Renderer:
    """Shows changes; `hidden` lets it show values that are not public, such as people's contact data."""

    def __init__(self, model: Model, *, hidden: bool = False) -> None:
        self._storage = Storage(model)
        self._public = model.viewers[PUBLIC].sees
        self._hidden = hidden

    def records(self, changes: Iterable[Change]) -> Iterator[dict[str, Any]]:
        """Yield one record per change: `change`, `node` or `relation` with its sides, `differences`."""
        for change in changes:
            state = change.state
            record: dict[str, Any] = {"change": change.kind}
            if isinstance(state, EdgeState):
                record |= {
                    "relation": state.key.relation,
                    "from": str(state.key.start),
                    "to": str(state.key.end),
                    "key": state.key.key,
                }
            else:
                record["node"] = str(state.ref)
            record["differences"] = {d.name: {"before": d.before, "after": d.after} for d in self.differences(change)}
            yield record

    def lines(self, changes: Iterable[Change]) -> Iterator[Text]:
        """Yield a line per change, and below a change of something that stays a line per property."""
        for change in changes:
            sign, colour = SIGNS[change.kind]
            line = Text.assemble((f"{sign} {change.state.key}", colour))
            name = self._name(change.state)
            if name:
                line.append(f"  {name}", "dim")
            yield line
            for difference in self.differences(change) if change.kind == "change" else ():
                before, after = _excerpts(_shown(difference.before), _shown(difference.after))
                yield Text.assemble(f"    {difference.name}: ", (before, "red"), " → ", (after, "green"))

    def differences(self, change: Change) -> list[Difference]:
        """Return the properties whose values differ, in the order in which the model declares them."""
        columns = self._columns(change.state)
        before, after = self._flat(change.before, columns), self._flat(change.after, columns)
        listed = [n for name in columns for n in (name, *(h for h in {**before, **after} if h.startswith(f"{name} (")))]
        names = [n for n in (*listed, "sources", "owner") if before.get(n) != after.get(n)]
        return [
            Difference(n, *(self._seen(columns.get(n.partition(" ")[0]), flat.get(n)) for flat in (before, after)))
            for n in names
        ]

    def _columns(self, state: State) -> dict[str, Property]:
        return (
            self._storage.edges[state.key.relation]
            if isinstance(state, EdgeState)
            else self._storage.nodes[state.ref.type]
        )

    def _flat(self, state: State | None, columns: Mapping[str, Property]) -> dict[str, Any]:
        if state is None:
            return {}
        sources = [f"{c.source}: {c.place}" if c.place else c.source for c in state.citations]
        layers = layers_of(state)
        hidden = {
            f"{name} ({layer.owner})": value
            for layer in layers[1:]
            for name, value in layer.properties.items()
            if name in columns and state.properties[name] != value
        }
        return {n: state.properties[n] for n in columns if n in state.properties} | {
            **hidden,
            "sources": sources,
            "owner": ", ".join(layer.owner for layer in layers),
        }

    def _seen(self, prop: Property | None, value: Value | None) -> Value | None:
        concealed = prop is not None and value is not None and not self._hidden and prop.privacy not in self._public
        return CONCEALED if concealed else value

    def _name(self, state: State) -> str:
        if isinstance(state, EdgeState):
            return ", ".join(f"{n}: {state.properties[n]}" for n in ("role", "since", "until") if n in state.properties)
        display = self._storage.model.types[state.ref.type].display
        return _shorten(str(self._seen(self._columns(state)[display], state.properties.get(display, ""))), 0)


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    return " | ".join(map(str, value)) if isinstance(value, list) else str(value)


def _excerpts(before: str, after: str) -> tuple[str, str]:
    """Return the stretches of two texts in which they begin to differ."""
    same = next(
        (i for i, (x, y) in enumerate(zip(before, after, strict=False)) if x != y), min(len(before), len(after))
    )
    start = max(0, same - _SHOWN // 3) if max(len(before), len(after)) > _SHOWN else 0
    return _shorten(before, start), _shorten(after, start)


def _shorten(text: str, start: int) -> str:
    piece = " ".join(text[start : start + _SHOWN].split())
    return ("…" if start else "") + piece + ("…" if len(text) > start + _SHOWN else "")
