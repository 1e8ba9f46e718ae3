"""Where in an operation something is asked for, so that what is wrong with it can be shown there."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from graphql import Node, get_location

from engagegraph.errors import Failure


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is asked for: the response keys that lead there, and the node of the document."""

    path: tuple[str, ...] = ()
    node: Node | None = None

    def below(self, key: str, node: Node) -> Spot:
        """Return the spot of a field selected here."""
        return Spot((*self.path, key), node)

    def placed(self, failure: Failure) -> Failure:
        """Return `failure` with this spot in the problems that have none."""
        loc = self.node.loc if self.node is not None else None
        at = get_location(loc.source, loc.start) if loc is not None else None
        location = (at.line, at.column) if at is not None else None
        return Failure(
            problem
            if problem.path or problem.location
            else dataclasses.replace(problem, path=self.path, location=location)
            for problem in failure.problems
        )


NOWHERE = Spot()
