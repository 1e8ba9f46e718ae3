"""The plan of an operation: frozen nodes that the planner makes and the emitter reads; nothing else is needed to emit.

`Leaf` is a value that is known when the operation is prepared or read from its variables when it is bound; everything
that can change the statement's text stands in the tree itself.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from engagegraph.model import Link
from engagegraph.query.geo import Distance, DistanceFrom, InBox, Near
from engagegraph.query.spot import NOWHERE, Spot

if TYPE_CHECKING:
    from engagegraph.query.cost import Meter
    from engagegraph.query.cypher import Row
    from engagegraph.query.emit import Emitter


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Leaf:
    """A value: a constant, the part of a variable at `path`, or a list of leaves."""

    constant: object = None
    variable: str | None = None
    path: tuple[str | int, ...] = ()
    items: tuple[Leaf, ...] | None = None

    def __str__(self) -> str:
        if self.items is not None:
            return "[" + ", ".join(map(str, self.items)) + "]"
        if self.variable is not None:
            return "$" + ".".join(map(str, (self.variable, *self.path)))
        return repr(self.constant)

    def __repr__(self) -> str:
        # What a list is does not depend on how its values were written; see the signature of cursors.
        return "?"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Leaf) and self._identity() == other._identity()

    def __hash__(self) -> int:
        return hash(self._identity())

    def _identity(self) -> tuple[object, ...]:
        # To Python 1, 1.0 and True are equal; to the database they are not.
        return repr(self.constant), self.variable, self.path, self.items


@dataclass(frozen=True, slots=True)
class Period:
    """A time: from the first day that `first` may mean to the last that `last` may mean."""

    first: Leaf
    last: Leaf

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}…{self.last}"


# -- where -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored value of the node or of the edge: the first of `names` that is there."""

    of: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """A stored value against an operand; `family` says how values of its kind are compared.

    With `fold` letters are compared without case and umlauts: it is the suffix of the companion that has no accents, or
    empty where there is none.
    """

    value: Stored
    family: str
    operator: str
    operand: Leaf
    fold: str | None = None


@dataclass(frozen=True, slots=True)
class IsNull:
    """Whether a stored value is missing."""

    value: Stored
    missing: bool


@dataclass(frozen=True, slots=True)
class AllOf:
    """All must hold; nothing always holds."""

    items: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one must hold; of nothing none holds."""

    items: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Must not hold."""

    item: Predicate


@dataclass(frozen=True, slots=True)
class IsType:
    """The node is of this type."""

    type: str


@dataclass(frozen=True, slots=True)
class Related:
    """Some, none, every or a single relation of a link fulfils `item`, among those valid at `as_of`.

    `one` is for a link to one: of what is valid only the relation that the link delivers counts.
    """

    link: Link
    quantifier: str
    item: Predicate
    as_of: Period | None


@dataclass(frozen=True, slots=True)
class Counted:
    """The number of relations of a link against an operand."""

    link: Link
    operator: str
    operand: Leaf
    as_of: Period | None


@dataclass(frozen=True, slots=True)
class Tied:
    """Some relation of these types, in whatever direction, leads to a node of `label` that fulfils `item`."""

    relations: tuple[str, ...]
    label: str
    types: tuple[str, ...]
    item: Predicate
    as_of: Period | None


Predicate = Compare | IsNull | AllOf | AnyOf | Not | IsType | Related | Counted | Tied | Near | InBox


# -- order -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CountOf:
    """The number of relations of a link, as something to order by."""

    link: Link
    as_of: Period | None


@dataclass(frozen=True, slots=True)
class Through:
    """A value of the one node that a link leads to, as something to order by."""

    link: Link
    value: Stored | DistanceFrom | Through
    as_of: Period | None


@dataclass(frozen=True, slots=True)
class Computed:
    """The score of a search (`score`) or the name of the node's type (`type`), as something to order by."""

    what: str


@dataclass(frozen=True, slots=True)
class OrderKey:
    """One key of an order; `kind` says what its values are in cursors: text, number, date, instant, boolean."""

    value: Stored | CountOf | DistanceFrom | Through | Computed
    descending: bool = False
    nulls_first: bool = False
    nullable: bool = True
    kind: str = "text"


# -- outputs ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TypeName:
    """`__typename`; without `name` it is the type of the node at hand."""

    key: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class GlobalId:
    """`id`."""

    key: str


@dataclass(frozen=True, slots=True)
class Value:
    """A stored value, as it is, in another `form` (HTML, PLAIN), or only its beginning (`excerpt` characters)."""

    key: str
    value: Stored
    form: str | None = None
    many: bool = False
    excerpt: Leaf | None = None


@dataclass(frozen=True, slots=True)
class DeliveredLanguage:
    """The language of the value that a chain of stored names delivers."""

    key: str
    value: Stored
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Citations:
    """`sources` of the node or the edge: the place of each and the source itself."""

    key: str
    of: str
    outputs: tuple[Output, ...]


@dataclass(frozen=True, slots=True)
class CitationPlace:
    """`place` of a citation."""

    key: str


@dataclass(frozen=True, slots=True)
class CitedSource:
    """`source` of a citation."""

    key: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class OneLink:
    """The node, or with `edge` the relation, that a link to one leads to."""

    key: str
    link: Link
    as_of: Period | None
    shape: Shape
    edge: tuple[Output, ...] | None = None


@dataclass(frozen=True, slots=True)
class EdgeNode:
    """`node` of an edge."""

    key: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class Cursor:
    """`cursor` of an edge."""

    key: str


@dataclass(frozen=True, slots=True)
class Highlight:
    """`highlight` of a hit: `names` are the searched texts, the weightiest first: stored name, property, whether prose.

    `fields` are pairs of response key and field.
    """

    key: str
    query: Leaf
    length: Leaf
    names: tuple[tuple[str, str, bool], ...]
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Edges:
    """`edges` of a connection."""

    key: str
    outputs: tuple[Output, ...]


@dataclass(frozen=True, slots=True)
class Nodes:
    """`nodes` of a connection."""

    key: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class PageInfo:
    """`pageInfo` of a connection: pairs of response key and field."""

    key: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TotalCount:
    """`totalCount` of a connection."""

    key: str


@dataclass(frozen=True, slots=True)
class Connected:
    """A field of a node that is a connection."""

    key: str
    connection: Connection


@dataclass(frozen=True, slots=True)
class TiedCount:
    """To how many nodes such relations lead."""

    key: str
    tied: Tied


@dataclass(frozen=True, slots=True)
class Summary:
    """A field of a connection that says something of all its rows at once; `aggregates` has the kinds."""

    key: str


Output = (
    TypeName | GlobalId | Value | Distance | DeliveredLanguage | Citations | CitationPlace | CitedSource | OneLink
    | EdgeNode | Cursor | Highlight | Edges | Nodes | PageInfo | TotalCount | Connected | TiedCount | Summary
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """What is selected of a node when it is of one of `types`."""

    types: tuple[str, ...]
    outputs: tuple[Output, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """What is selected of a node; `types` are all that it may be."""

    types: tuple[str, ...]
    cases: tuple[Case, ...]


# -- lists and roots -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list: `size` rows (the default when null) forward, or backward from the end."""

    size: Leaf | None
    cursor: Leaf | None
    backward: bool = False


@dataclass(frozen=True, slots=True)
class Everything:
    """All nodes of a type or interface."""

    label: str
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """What a full-text search finds among `types`."""

    index: str
    query: Leaf
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Connection:
    """A page of a list: of a link, of all nodes of a type, or of the hits of a search."""

    source: Link | Everything | Hits
    types: tuple[str, ...]
    where: Predicate
    order: tuple[OrderKey, ...]
    page: Page
    as_of: Period | None
    outputs: tuple[Output, ...]
    spot: Spot = field(default=NOWHERE, compare=False, hash=False, repr=False)


@dataclass(frozen=True, slots=True)
class One:
    """A root field for one node, by a stored property."""

    key: str
    label: str
    stored: str
    operand: Leaf
    shape: Shape
    spot: Spot = field(default=NOWHERE, compare=False, hash=False, repr=False)


@dataclass(frozen=True, slots=True)
class ByIds:
    """The root fields `node` and `nodes`, and any type's `id:`; `types` limits what identifiers may name."""

    key: str
    ids: Leaf
    many: bool
    shape: Shape
    spot: Spot = field(default=NOWHERE, compare=False, hash=False, repr=False)


@dataclass(frozen=True, slots=True)
class Listed:
    """A root field that is a connection."""

    key: str
    connection: Connection


@dataclass(frozen=True, slots=True)
class Question(ABC):
    """A root field that asks across the graph; `questions` has a module for each, which brings `emit` and `price`."""

    key: str
    spot: Spot = field(default=NOWHERE, kw_only=True, compare=False, hash=False, repr=False)

    @abstractmethod
    def emit(self, emitter: Emitter, row: Row) -> str:
        """Add what is needed to `row`; return the Python expression that makes the field's value."""

    @abstractmethod
    def price(self, meter: Meter) -> None:
        """Say what it costs, at its own spot."""


@dataclass(frozen=True, slots=True)
class Constant:
    """A root field whose value is known when the operation is prepared."""

    key: str
    value: object = field(compare=False, hash=False)


Root = One | ByIds | Listed | Question | Constant


@dataclass(frozen=True, slots=True)
class Operation:
    """The whole: root fields in response order."""

    name: str | None
    roots: tuple[Root, ...]
