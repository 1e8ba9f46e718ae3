"""How large a document is with its fragments put in, against what its viewer class may ask for.

Checked before anything expensive: a document that unfolds into millions of fields is refused by counting, not by
trying.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from graphql import FieldNode, FragmentDefinitionNode, FragmentSpreadNode, OperationDefinitionNode, SelectionSetNode

from engagegraph.errors import Failure
from engagegraph.model import Limits

MOST_REPEATED = 50
"""How often one response key may stand in one selection set."""


def check_text(text: str, limits: Limits) -> None:
    """Refuse a document that is too long to be read at all."""
    if len(text) > limits.characters:
        raise Failure.of(
            "LIMIT_DOCUMENT",
            f"the document has {len(text)} characters",
            f"at most {limits.characters}; move values into variables",
        )


def check_size(
    operations: Iterable[OperationDefinitionNode], fragments: Mapping[str, FragmentDefinitionNode], limits: Limits
) -> None:
    """Refuse operations that unfold into too many fields, too deep, or with too many root fields."""
    scale = _Scale(fragments)
    for operation in operations:
        roots, _, _ = scale.size(operation.selection_set, only_top=True)
        _, fields, depth = scale.size(operation.selection_set)
        if fields > limits.fields:
            raise Failure.of("LIMIT_FIELDS", f"the operation asks for {fields} fields", f"at most {limits.fields}")
        if depth > limits.depth:
            raise Failure.of("LIMIT_DEPTH", f"the operation is {depth} levels deep", f"at most {limits.depth}")
        if roots > limits.roots:
            raise Failure.of("LIMIT_ROOTS", f"the operation has {roots} root fields", f"at most {limits.roots}")


class _Scale:
    def __init__(self, fragments: Mapping[str, FragmentDefinitionNode]) -> None:
        self.fragments = fragments
        self.known: dict[str, tuple[int, int, int]] = {}

    def size(self, selected: SelectionSetNode | None, only_top: bool = False) -> tuple[int, int, int]:
        """Return the number of fields at the top, of all fields, and the depth."""
        top = total = depth = 0
        names = (
            Counter(s.alias.value if s.alias else s.name.value for s in selected.selections if isinstance(s, FieldNode))
            if selected
            else Counter()
        )
        if names and max(names.values()) > MOST_REPEATED:
            # Validation compares each of them with each other.
            name, times = names.most_common(1)[0]
            raise Failure.of("LIMIT_FIELDS", f'"{name}" is asked for {times} times in one place', "ask for it once")
        for selection in selected.selections if selected else ():
            if isinstance(selection, FieldNode):
                _, below, levels = (0, 0, 0) if only_top else self.size(selection.selection_set)
                found = (1, 1 + below, 1 + levels)
            elif isinstance(selection, FragmentSpreadNode):
                found = self.fragment(selection.name.value)
            else:
                found = self.size(selection.selection_set, only_top)  # type: ignore[attr-defined]  # an inline fragment
            top, total, depth = top + found[0], total + found[1], max(depth, found[2])
        return top, total, depth

    def fragment(self, name: str) -> tuple[int, int, int]:
        if name not in self.known:
            # One that contains itself counts as nothing here; validation names the cycle.
            self.known[name] = (0, 0, 0)
            if name in self.fragments:
                self.known[name] = self.size(self.fragments[name].selection_set)
        return self.known[name]
