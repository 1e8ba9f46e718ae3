"""Questions across the graph: root fields that are no list of one type.

Each module has the plan of one kind (a `Question`, which brings how it is emitted) and the function that makes it of
what was asked. `QUESTIONS` finds that function by the field's name; the fields themselves are declared in
`derive.questions`.

    asked          what a question's planner is given
    among          the things that a condition holds for
    relations      relations of any kind as objects, with a sentence
    path           how two things are connected
    neighbourhood  what lies around a thing
    participation  which things have a relation to which, as a matrix
    overlap        what things share
    timeline       what happened to or around a thing
    measured       which things stand out in the network, and which belong together
    changes        what changed in the data
    suggest        names that begin like what somebody types
    dataset        the data as a whole
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from engagegraph.query.ir import Question
from engagegraph.query.questions import (
    changes,
    dataset,
    measured,
    neighbourhood,
    overlap,
    participation,
    path,
    suggest,
    timeline,
)
from engagegraph.query.questions.asked import Asked

if TYPE_CHECKING:
    from engagegraph.query.plan import Planner

QUESTIONS: Mapping[str, Callable[[Planner, Asked], Question]] = {
    "changes": changes.plan,
    "communities": measured.communities,
    "dataset": dataset.plan,
    "neighbourhood": neighbourhood.plan,
    "participation": participation.plan,
    "overlap": overlap.plan,
    "path": path.plan,
    "rank": measured.rank,
    "suggest": suggest.plan,
    "timeline": timeline.plan,
}

__all__ = ["QUESTIONS", "Asked"]
