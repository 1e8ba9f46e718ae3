"""What an operation is going to cost, in database hits, before the database is asked.

Prices follow from the plan and from how much there is (`counts`); what they are multiplied with is put in with the
other values (`levels`). The unit is the database's: a node, a relation or a value that it looks at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, assert_never

from engagegraph.model import Limits, Model
from engagegraph.query.aggregates.nodes import AnySummary
from engagegraph.query.aggregates.price import summary
from engagegraph.query.counts import Counts
from engagegraph.query.geo import Distance
from engagegraph.query.ir import (
    ByIds,
    Citations,
    CitedSource,
    Connected,
    Connection,
    Constant,
    DeliveredLanguage,
    EdgeNode,
    Edges,
    GlobalId,
    Highlight,
    Hits,
    Leaf,
    Listed,
    Nodes,
    One,
    OneLink,
    Operation,
    Output,
    PageInfo,
    Question,
    Root,
    Shape,
    TiedCount,
    TotalCount,
    Value,
)
from engagegraph.query.levels import At, Estimate, Level, Most, Named, Paged, Worded, estimate
from engagegraph.query.lists import one_more
from engagegraph.query.prices import LABEL, READ, SEEK, Found, Prices
from engagegraph.query.spot import NOWHERE, Spot

CLOCK = 6.0
"""What it costs to look at the clock before and after."""

CITED = 1.0
"""How many sources a node or relation has."""


@dataclass(slots=True)
class Tariff:
    """The levels of one plan, kept for as long as there is as much of everything."""

    model: Model
    plan: Operation
    _counts: Counts | None = None
    _levels: tuple[Level, ...] = ()

    def estimate(self, counts: Counts, values: Mapping[str, Any], limits: Limits) -> Estimate:
        """Return what the operation costs with these coerced variables."""
        if counts is not self._counts:
            meter = Meter(self.model, counts)
            for root in self.plan.roots:
                meter.root(root)
            if meter.levels:
                meter.enter(At(0), CLOCK)
            self._levels, self._counts = tuple(meter.levels), counts
        return estimate(self._levels, values, limits)


@dataclass(slots=True)
class Meter:
    """Puts prices on the parts of a plan."""

    model: Model
    counts: Counts
    levels: list[Level] = field(default_factory=list)
    spot: Spot = NOWHERE
    prices: Prices = field(init=False)

    def __post_init__(self) -> None:
        self.prices = Prices(self.model, self.counts, lambda hits: self.below(None, 0.0, entry=hits))

    def below(
        self,
        at: At | None,
        there: float,
        most: Most | None = None,
        entry: float = 0.0,
        overall: Paged | None = None,
    ) -> At:
        """Open a level of at most `there` rows, entered for each row at hand at a price of `entry`; return its rows."""
        above, times = (None, 1.0) if at is None else (at.level, at.weight)
        self.levels.append(Level(self.spot, above, times, there, most, entry, overall=overall))
        return At(len(self.levels) - 1)

    def beside(self, at: At, there: float, wanted: Leaf | None, entry: float) -> At:
        """Open another level that is entered as often as that of `at`: a page of `wanted`; return its rows."""
        level = self.levels[at.level]
        self.levels.append(Level(self.spot, level.above, level.times, there, Paged(wanted), entry))
        return At(len(self.levels) - 1)

    def enter(self, at: At, hits: float) -> None:
        """Add to what it costs to enter a level."""
        self.levels[at.level].entry += hits

    def add(self, at: At, hits: float) -> None:
        """Add to what each row at hand costs."""
        self.levels[at.level].each += at.weight * hits

    # -- roots -------------------------------------------------------------------------------------------------------

    def root(self, root: Root) -> None:
        """Price a root field."""
        match root:
            case One():
                self.spot = root.spot
                self.shape(root.shape, self.below(None, 1.0, entry=SEEK))
            case ByIds() if root.shape.types:
                self.spot = root.spot
                at = self.below(None, float("inf"), Named(root.ids)) if root.many else self.below(None, 1.0)
                self.add(at, SEEK)
                self.shape(root.shape, at)
            case Listed(connection=connection):
                self.connection(connection, None, ())
            case Question():
                self.spot = root.spot
                root.price(self)
            case ByIds() | Constant():
                pass
            case _:
                assert_never(root)

    # -- lists -------------------------------------------------------------------------------------------------------

    def connection(self, connection: Connection, at: At | None, types: Collection[str]) -> At:
        """Price a list; that of a link starts at a node of `types`. Return its rows."""
        outer, self.spot = (self.spot, self.prices.many), connection.spot
        self.prices.many = at is None or self.repeated(at.level)
        found = self.prices.found(connection, types)
        if isinstance(connection.source, Hits):
            at = self.below(at, 1.0, Worded(connection.source.query))
        size = Paged(connection.page.size, extra=int(one_more(connection)))
        page = self.below(at, found.rows, size)
        if any(isinstance(o, Edges | Nodes | PageInfo) for o in connection.outputs):
            self.page(connection, found, page)
        for output in connection.outputs:
            match output:
                case TotalCount():
                    self.enter(page, found.count)
                case Edges(outputs=outputs):
                    self.outputs(outputs, connection.types, page)
                case Nodes(shape=shape):
                    self.shape(shape, page)
                case _ if isinstance(output, AnySummary):
                    summary(self, output, found, page, connection.types)
                case _:
                    pass
        self.spot, self.prices.many = outer
        return page

    def repeated(self, level: int | None) -> bool:
        """Say whether a level is of rows of a list, or below such."""
        return level is not None and (self.levels[level].most is not None or self.repeated(self.levels[level].above))

    def page(self, connection: Connection, found: Found, at: At) -> None:
        """Price finding the rows of a page and putting them in order."""
        order = self.prices.ordered(connection.order, connection.types)
        if found.step is None:
            self.enter(at, found.price + found.rows * order)
        else:
            self.add(at, found.step + order)

    # -- nodes -------------------------------------------------------------------------------------------------------

    def shape(self, shape: Shape, at: At) -> None:
        """Price what is selected of a node, by how many there are of each of its types."""
        if len(shape.cases) > 1:
            self.add(at, self.type_of(shape.types))
        for case in shape.cases:
            part = self.counts.share(case.types, shape.types)
            self.outputs(case.outputs, case.types, At(at.level, at.weight * part))

    @staticmethod
    def type_of(types: Collection[str]) -> float:
        """Return what it costs to tell which of some types a node has."""
        return LABEL * (len(types) - 1) / 2

    def outputs(self, outputs: Iterable[Output], types: Collection[str], at: At) -> None:
        """Price what is selected of a row whose node is of `types`."""
        for output in outputs:
            self.output(output, types, at)

    def output(self, output: Output, types: Collection[str], at: At) -> None:
        """Price a field of a row."""
        match output:
            case GlobalId():
                self.add(at, READ + self.type_of(types))
            case Value(value=value) | DeliveredLanguage(value=value):
                self.add(at, READ * len(value.names))
            case Distance():
                self.add(at, READ)
            case Highlight(names=names):
                self.add(at, READ * len(names))
            case Citations(outputs=outputs):
                self.add(at, READ)
                self.outputs(outputs, (self.model.provenance,), self.below(at, CITED, entry=CITED * (SEEK + READ)))
            case EdgeNode(shape=shape) | CitedSource(shape=shape):
                self.shape(shape, at)
            case OneLink():
                self.one(output, types, at)
            case Connected(connection=connection):
                self.connection(connection, at, types)
            case TiedCount(tied=tied):
                self.add(at, self.prices.around(tied, types))
            case _:
                self.add(at, READ)

    def one(self, output: OneLink, types: Collection[str], at: At) -> None:
        """Price the node, or the relation, that a link to one leads to."""
        link = output.link
        _, reached = self.counts.degree(link, types)
        row = self.below(at, min(1.0, reached), entry=self.prices.one(link, types, output.as_of))
        if output.edge is None:
            self.shape(output.shape, row)
        else:
            self.outputs(output.edge, link.targets, row)
