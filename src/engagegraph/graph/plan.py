"""A query's execution plan as the database reports it: `Operator` tree and notifications, frozen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from neo4j import ResultSummary


@dataclass(frozen=True, slots=True)
class Operator:
    """One step of the database: EXPLAIN estimates `rows` and has no `db_hits` (None), PROFILE counts both."""

    name: str
    details: str
    rows: float
    db_hits: int | None
    children: tuple[Operator, ...]

    @property
    def total(self) -> int:
        """How many hits this operator and all below it took."""
        return sum(operator.db_hits or 0 for operator in self.walk())

    def walk(self) -> Iterator[Operator]:
        """Yield this operator and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Notification:
    """What the database has to say about a query, like a missing index or a deprecated word.

    `code` is a GQL status ("01N50"), `severity` a word like WARNING.
    """

    code: str
    severity: str
    description: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A query's plan and what the database says about the query."""

    plan: Operator
    notifications: tuple[Notification, ...]


def explained(summary: ResultSummary) -> Explained:
    """Return the plan in the summary of an EXPLAIN or PROFILE."""
    plan = summary.profile or summary.plan
    if plan is None:
        raise ValueError("the database returned no plan: not a statement that has one")
    return Explained(
        _operator(plan),
        tuple(
            Notification(
                status.gql_status,
                status.raw_severity or "",
                status.status_description,
            )
            for status in summary.gql_status_objects
            if status.is_notification
        ),
    )


def _operator(plan: Mapping[str, Any]) -> Operator:
    """Return the tree; the server sends `operatorType`, `args`, `children`, and when profiling `dbHits` and `rows`."""
    arguments = plan.get("args", {})
    hits = plan.get("dbHits", arguments.get("DbHits"))
    return Operator(
        name=plan["operatorType"].partition("@")[0],
        details=arguments.get("Details", ""),
        rows=float(plan.get("rows", arguments.get("EstimatedRows", 0.0))),
        db_hits=None if hits is None else int(hits),
        children=tuple(_operator(child) for child in plan.get("children", ())),
    )
