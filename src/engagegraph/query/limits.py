"""How large a document is with its fragments put in, against what its viewer class may ask for.

Checked before anything expensive: a document that unfolds into millions of fields is refused by counting, not by
trying, and nothing that costs more than its length says reaches the validation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, cast

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    ListValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
)

from engagegraph.errors import Failure
from engagegraph.model import Limits

MOST_REPEATED = 50
"""How often one response key, or a fragment, may stand in one place of the response: each is compared with each."""

_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"""|"(?:[^"\\\r\n]|\\.)*+"|#[^\r\n]*+|-?\w++(?:[.+-]\w++)*+|\.{3}|[^\s,\ufeff]',
    re.DOTALL,
)

Fragments = Mapping[str, FragmentDefinitionNode]

Selection = FieldNode | FragmentSpreadNode | InlineFragmentNode


def selections(of: SelectionSetNode) -> tuple[Selection, ...]:
    """Return what a selection set holds; by its own type it could be anything."""
    return cast("tuple[Selection, ...]", of.selections)


def check_text(text: str, limits: Limits) -> None:
    """Refuse a document that is too long to be read at all: LIMIT_DOCUMENT, LIMIT_TOKENS."""
    if len(text) > limits.characters:
        raise Failure.of(
            "LIMIT_DOCUMENT",
            f"the document has {len(text)} characters",
            f"at most {limits.characters}; move values into variables",
        )
    if count_tokens(text, limits.tokens) > limits.tokens:
        raise Failure.of(
            "LIMIT_TOKENS",
            f"the document has more than {limits.tokens} words and signs",
            "move values into variables, put repeated selections into a fragment, leave comments out",
        )


def count_tokens(text: str, most: int) -> int:
    """Return how many tokens a document has, comments among them; stops counting above `most`.

    A hundredth of what the parser takes to find out that there are too many.
    """
    return sum(1 for _, _ in zip(_TOKEN.finditer(text), range(most + 1), strict=False))


class Size(NamedTuple):
    """What a selection holds: fields at its top, all fields and fragments, aliases, levels."""

    top: int = 0
    fields: int = 0
    aliases: int = 0
    depth: int = 0


def check_size(operations: Iterable[OperationDefinitionNode], fragments: Fragments, limits: Limits) -> None:
    """Refuse operations that unfold into too many fields, aliases or root fields, or too deep.

    Fields and aliases are those of all operations together, as all of them are validated. Raises `Failure` LIMIT_…, or
    `GraphQLError` for a circle of fragments.
    """
    scale = _Scale(fragments)
    sizes = [(scale.size(operation.selection_set), operation.selection_set) for operation in operations]
    # Fragments that nothing uses are validated all the same.
    unused = [name for name in fragments if name not in scale.known]
    sizes += [(scale.fragment(name)._replace(top=0), fragments[name].selection_set) for name in unused]
    fields, aliases = sum(size.fields for size, _ in sizes), sum(size.aliases for size, _ in sizes)
    depth = max((size.depth for size, _ in sizes), default=0)
    roots = max((size.top for size, _ in sizes), default=0)
    if fields > limits.fields:
        number = str(fields) if fields < 10**9 else "more than a billion"
        what = f"the operation asks for {number} fields and fragments"
        raise Failure.of("LIMIT_FIELDS", what, f"at most {limits.fields}")
    if aliases > limits.aliases:
        raise Failure.of("LIMIT_ALIASES", f"the operation has {aliases} aliases", f"at most {limits.aliases}")
    if depth > limits.depth:
        raise Failure.of("LIMIT_DEPTH", f"the operation is {depth} levels deep", f"at most {limits.depth}")
    if roots > limits.roots:
        raise Failure.of("LIMIT_ROOTS", f"the operation has {roots} root fields", f"at most {limits.roots}")
    for _, selected in sizes:
        scale.merge([selected])


class _Scale:
    def __init__(self, fragments: Fragments) -> None:
        self.fragments = fragments
        self.known: dict[str, Size | None] = {}

    def size(self, selected: SelectionSetNode | None) -> Size:
        top = fields = aliases = depth = 0
        for selection in selections(selected) if selected else ():
            if isinstance(selection, FieldNode):
                below = self.size(selection.selection_set)
                found = below._replace(top=1, depth=1 + below.depth)
                aliases += selection.alias is not None
            elif isinstance(selection, FragmentSpreadNode):
                found = self.fragment(selection.name.value, selection)
            else:
                found = self.size(selection.selection_set)
            top, depth = top + found.top, max(depth, found.depth)
            # A fragment counts itself as well: without fields in it, it would cost and not count.
            fields, aliases = fields + 1 + found.fields, aliases + found.aliases
        return Size(top, fields, aliases, depth)

    def fragment(self, name: str, spread: FragmentSpreadNode | None = None) -> Size:
        if name not in self.known:
            self.known[name] = None
            self.known[name] = self.size(self.fragments[name].selection_set) if name in self.fragments else Size()
        known = self.known[name]
        if known is None:
            raise GraphQLError(f"Cannot spread fragment '{name}' within itself.", spread)
        return known

    def merge(self, sets: list[SelectionSetNode]) -> None:
        """Refuse what stands too often in one place, taking together what has the same path in the response."""
        times: dict[str, int] = {}
        below: dict[str, list[SelectionSetNode]] = {}
        waiting = list(sets)
        while waiting:
            for selection in selections(waiting.pop()):
                if isinstance(selection, FieldNode):
                    name = (selection.alias or selection.name).value
                    if selection.selection_set is not None:
                        below.setdefault(name, []).append(selection.selection_set)
                elif isinstance(selection, FragmentSpreadNode):
                    name = "..."
                    if selection.name.value in self.fragments:
                        waiting.append(self.fragments[selection.name.value].selection_set)
                else:
                    name = "... on"
                    waiting.append(selection.selection_set)
                times[name] = times.get(name, 0) + 1
        name = max(times, key=times.__getitem__, default="")
        if name and times[name] > MOST_REPEATED:
            what = "a fragment" if name.startswith("...") else f'"{name}"'
            raise Failure.of("LIMIT_FIELDS", f"{what} stands {times[name]} times in one place", "ask for it once")
        for group in below.values():
            self.merge(group)


class Weight(NamedTuple):
    """What an input value holds: keys of objects, and levels of them."""

    keys: int = 0
    levels: int = 0


PLANNED = 5_000
"""Characters of a statement that the database plans in a second: 7,000 to 11,000 where nobody else is at work."""


def check_planning(statement: str, limits: Limits) -> None:
    """Refuse what the database would plan for longer than an operation may take: LIMIT_COST."""
    most = PLANNED * limits.seconds
    if len(statement) > most:
        message = f"this becomes a statement of {len(statement)} characters, which takes the database too long to plan"
        raise Failure.of("LIMIT_COST", message, f"at most {most}: ask in several operations")


def check_conditions(
    operation: OperationDefinitionNode, fragments: Fragments, variables: Mapping[str, object], limits: Limits
) -> None:
    """Refuse arguments (`where`, `orderBy`) with too many or too deeply nested keys, written or in variables.

    What a variable or a fragment holds counts wherever it is used. Raises `Failure` LIMIT_CONDITIONS.
    """
    known = {name: weigh_value(value) for name, value in variables.items()}
    keys = levels = 0
    waiting = [operation.selection_set]
    while waiting:
        for selection in selections(waiting.pop()):
            if isinstance(selection, FragmentSpreadNode):
                waiting.append(fragments[selection.name.value].selection_set)
                continue
            if isinstance(selection, FieldNode):
                weight = _weight(_weigh_node(argument.value, known) for argument in selection.arguments or ())
                keys, levels = keys + weight.keys, max(levels, weight.levels)
            if selection.selection_set is not None:
                waiting.append(selection.selection_set)
    if keys > limits.conditions:
        hint = f"at most {limits.conditions}; write lists of values with in, or ask in several operations"
        raise Failure.of("LIMIT_CONDITIONS", f"where and orderBy have {keys} keys", hint)
    if levels > limits.condition_depth:
        hint = f"at most {limits.condition_depth}; a list in AND or OR needs no nesting"
        raise Failure.of("LIMIT_CONDITIONS", f"where is {levels} levels deep", hint)


def weigh_value(value: object) -> Weight:
    """Return what a coerced variable weighs."""
    if isinstance(value, Mapping):
        return _weight(map(weigh_value, value.values()), own=len(value))
    return _weight(map(weigh_value, value)) if isinstance(value, list) else Weight()


def _weigh_node(node: ValueNode, variables: Mapping[str, Weight]) -> Weight:
    if isinstance(node, VariableNode):
        return variables.get(node.name.value, Weight())
    if isinstance(node, ObjectValueNode):
        return _weight((_weigh_node(f.value, variables) for f in node.fields), own=len(node.fields))
    return _weight(_weigh_node(n, variables) for n in node.values) if isinstance(node, ListValueNode) else Weight()


def _weight(parts: Iterable[Weight], own: int = 0) -> Weight:
    keys, levels = own, 0
    for part in parts:
        keys, levels = keys + part.keys, max(levels, part.levels)
    return Weight(keys, levels + (own > 0))
