"""What to group by ─▶ keys, and the steps that lead to where they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from engagegraph.errors import Failure
from engagegraph.model import Link, Property
from engagegraph.model.names import ON_PREFIX
from engagegraph.query.aggregates.nodes import Hop, Key, Unwound
from engagegraph.query.filters import Scope, fallback_names
from engagegraph.query.ir import Case, Output, Shape, Stored, Value
from engagegraph.query.symbolic import one_of

if TYPE_CHECKING:
    from engagegraph.query.plan import Planner

MOST_KEYS = 6
"""How much a grouping may be by, and how many facets may be asked for at once."""

MOST_STEPS = 4
"""How many steps to many its keys may take: each multiplies the rows."""

LENGTHS = {"YEAR": 4, "MONTH": 7, "DAY": 10}
"""How many characters of a date as it is written say its year, its month, its day."""

BOOLEANS = {"de": (("true", "ja"), ("false", "nein")), "en": (("true", "yes"), ("false", "no"))}


class KeyPaths:
    """Reads `by`. Keys that go along the same link speak of the same relation, so steps are shared."""

    def __init__(self, planner: Planner, scope: Scope) -> None:
        self.model = planner.model
        self.scope = scope
        self.steps: list[Hop | Unwound] = []

    def keys(self, owner: str, link: Link | None, by: Sequence[Mapping[str, Any]]) -> tuple[Key, ...]:
        """Return the keys that `by` names, from a row of a link or of nodes of `owner`."""
        if len(by) > MOST_KEYS:
            raise Failure.of("LIMIT_KEYS", f"{len(by)} keys are asked for", f"at most {MOST_KEYS}", "by")
        keys = tuple(self.of_edge(0, link, item) if link else self.of_node(0, owner, (), item) for item in by)
        many = sum(isinstance(step, Unwound) or not step.link.one for step in self.steps)
        if many > MOST_STEPS:
            raise Failure.of("LIMIT_KEYS", f"the keys take {many} steps to many", f"at most {MOST_STEPS}", "by")
        return keys

    def of_edge(self, at: int, link: Link, item: Mapping[str, Any]) -> Key:
        """Return the key in a `…Key` of a link."""
        name, inner = one_of(item)
        if name == "node":
            return self.of_node(at, link.target, (), inner)
        return self.of_property(at, "edge", link.relation.properties[name], (), inner)

    def of_node(self, at: int, owner: str, only: tuple[str, ...], item: Mapping[str, Any]) -> Key:
        """Return the key in a `…Key` of a node type, an interface or `Node`; `only` limits the types it is read of."""
        name, inner = one_of(item)
        types = self.model.concrete(owner)
        if name == "id":
            return self.of_itself(at, owner, types, only)
        if name == "nodeType":
            words = tuple((t, self.words(self.model.types[t].label)) for t in types)
            return Key(at, "type", only, types, words=words)
        properties = self.model.properties(owner)
        if name in properties:
            return self.of_property(at, "node", properties[name], only, inner)
        link = self.model.links(owner).get(name)
        if link is None:
            name = name.removeprefix(ON_PREFIX)
            return self.of_node(at, name, self.model.concrete(name), inner)
        there = self.step(Hop(at, link, only, self.scope.as_of))
        return self.of_node(there, link.target, (), inner) if link.one else self.of_edge(there, link, inner)

    def of_itself(self, at: int, owner: str, types: tuple[str, ...], only: tuple[str, ...]) -> Key:
        """Return the key that is a node; in order, and in words, it is what the node is called."""
        names: dict[str, None] = {}
        for name in types:
            prop, stored = self.display(name)
            names.update(dict.fromkeys(n + prop.sort_suffix for n in stored))
        return Key(at, "node", only, types, Stored("node", tuple(names)), shown=self.shown(types))

    def shown(self, types: tuple[str, ...]) -> Shape:
        """Return what nodes of `types` are called by, as their `label`."""
        cases: dict[tuple[Output, ...], list[str]] = {}
        for name in types:
            _, stored = self.display(name)
            cases.setdefault((Value("label", Stored("node", stored)),), []).append(name)
        return Shape(types, tuple(Case(tuple(listed), outputs) for outputs, listed in cases.items()))

    def display(self, name: str) -> tuple[Property, tuple[str, ...]]:
        """Return the property that a type is called by, and the names under which it is looked for."""
        node_type = self.model.types[name]
        prop = node_type.properties[node_type.display]
        return prop, fallback_names(self.model, prop, self.scope.language)

    def of_property(self, at: int, of: str, prop: Property, only: tuple[str, ...], how: str) -> Key:
        """Return the key that is a stored value."""
        value = Stored(of, fallback_names(self.model, prop, self.scope.language))
        family = "enum" if prop.value_type is None else prop.value_type.family
        words: tuple[tuple[str, str], ...] = ()
        if family == "enum":
            words = tuple((word, self.words(label)) for word, label in self.model.enums[prop.type].values.items())
        elif family == "boolean":
            words = next(BOOLEANS[c] for c in (*self.scope.language.fallback, "de") if c in BOOLEANS)
        types = () if prop.references is None else (prop.references,)
        shown = self.shown(types) if types else None
        if prop.many:
            return Key(self.step(Unwound(at, value, only)), "each", (), types, words=words, shown=shown)
        compared = family == "text" or (family == "instant" and how == "VALUE")
        suffix = prop.sort_suffix if compared else ""
        return Key(at, "value", only, types, value, suffix, family, LENGTHS.get(how), words, shown)

    def step(self, step: Hop | Unwound) -> int:
        """Return the place that a step leads to."""
        if step not in self.steps:
            self.steps.append(step)
        return self.steps.index(step) + 1

    def words(self, label: Any) -> str:
        """Return a label in the language asked for."""
        code = next(c for c in (*self.scope.language.fallback, "de") if c in {"de", "en"})
        return str(getattr(label, code))


def path_name(item: Mapping[str, Any]) -> str:
    """Return a key as names with dots between."""
    return ".".join(_names(item))


def _names(item: object) -> Iterator[str]:
    while isinstance(item, Mapping):
        name, item = one_of(item)
        yield name
