"""What a question's planner is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import FieldNode, SelectionSetNode

from engagegraph.query.filters import Scope


@dataclass(frozen=True, slots=True)
class Asked:
    """A root field as it was asked: response key, its occurrences (merged), arguments as symbols, scope."""

    key: str
    nodes: list[FieldNode]
    args: Mapping[str, Any]
    scope: Scope

    @property
    def selected(self) -> list[SelectionSetNode | None]:
        """What is selected below it."""
        return [node.selection_set for node in self.nodes]
