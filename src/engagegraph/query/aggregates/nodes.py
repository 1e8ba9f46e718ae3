"""The plan's nodes for what connections say of all their rows at once."""

from __future__ import annotations

from dataclasses import dataclass

from engagegraph.model import Link
from engagegraph.query.ir import Leaf, Period, Predicate, Shape, Stored, Summary, TypeName


@dataclass(frozen=True, slots=True)
class Hop:
    """A step from a place to what is related to it; `start` 0 is the list's row, n the n-th hop.

    With `only` it starts from nodes of these types. A hop to many makes several rows of one, or one without a node.
    """

    start: int
    link: Link
    only: tuple[str, ...]
    as_of: Period | None


@dataclass(frozen=True, slots=True)
class Unwound:
    """A step from a place to each of the values in a list that is stored there."""

    start: int
    value: Stored
    only: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What rows are grouped by, at a place: `what` is a stored value, the node, its type, or what was unwound.

    `suffix` names the companion by which values are put in order, `length` how many characters of a date count.
    `words` are labels of values. `shown` is what a node is called by: the one that rows are grouped by, or the one of
    `types` that a value names by its slug.
    """

    at: int
    what: str
    only: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    value: Stored | None = None
    suffix: str = ""
    family: str = "text"
    length: int | None = None
    words: tuple[tuple[str, str], ...] = ()
    shown: Shape | None = None

    @property
    def refers(self) -> bool:
        """Whether the key is the slug of a node, which is looked for once there are groups."""
        return self.shown is not None and self.what != "node"

    def shape(self, field: KeyField) -> Shape | None:
        """Return what a field tells of the key's node; None if it tells of the value alone."""
        return self.shown if field.name == "label" else field.shape


@dataclass(frozen=True, slots=True)
class KeyField:
    """A field of a group's key or of a facet's bucket; `shape` is that of `node`, when the key is or names a node."""

    key: str
    name: str
    shape: Shape | None = None


@dataclass(frozen=True, slots=True)
class Aggregation:
    """A number of a group, or its least or greatest: `what` it is, `of` rows, nodes (each once) or edges.

    Without `value` it counts. `suffix` names the companion by which values are compared; `where` limits rows.
    What is not `exact` is computed with fractions.
    """

    of: str
    what: str
    value: Stored | None = None
    family: str = "number"
    suffix: str = ""
    exact: bool = True
    where: Predicate | None = None


@dataclass(frozen=True, slots=True)
class Aggregated:
    """A field that is an aggregation."""

    key: str
    aggregation: Aggregation


@dataclass(frozen=True, slots=True)
class Within:
    """A field that holds further ones."""

    key: str
    outputs: tuple[GroupOutput, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """`keys` of a group: for each key what is selected of it."""

    key: str
    items: tuple[tuple[KeyField, ...], ...]


GroupOutput = TypeName | Aggregated | Within | Keys


@dataclass(frozen=True, slots=True)
class Condition:
    """An aggregation of a group against an operand."""

    aggregation: Aggregation
    operator: str
    operand: Leaf


@dataclass(frozen=True, slots=True)
class GroupSort:
    """One key of an order of groups: an aggregation, or the key at `place` among those grouped by."""

    aggregation: Aggregation | None
    place: int
    descending: bool
    nulls_first: bool


@dataclass(frozen=True, slots=True)
class Whole(Summary):
    """`aggregate` and `edgeAggregate`: numbers over all rows of a list."""

    outputs: tuple[GroupOutput, ...]


@dataclass(frozen=True, slots=True)
class Groups(Summary):
    """`groupBy`: rows of a list in groups; `size` limits their number, `offset` leaves out so many before."""

    steps: tuple[Hop | Unwound, ...]
    by: tuple[Key, ...]
    outputs: tuple[GroupOutput, ...]
    having: tuple[Condition, ...]
    order: tuple[GroupSort, ...]
    size: Leaf | None
    offset: Leaf | None = None


@dataclass(frozen=True, slots=True)
class GroupCount(Summary):
    """`groupCount`: how many groups there are, on whatever page."""

    steps: tuple[Hop | Unwound, ...]
    by: tuple[Key, ...]
    having: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Buckets:
    """`buckets` of a facet, or with another `name` one of its other fields."""

    key: str
    name: str
    fields: tuple[KeyField, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """How often each value of one key occurs; `field` is the key's name, `size` limits the values."""

    field: str
    steps: tuple[Hop | Unwound, ...]
    by: Key
    outputs: tuple[Buckets, ...]
    size: Leaf | None


@dataclass(frozen=True, slots=True)
class Facets(Summary):
    """`facets`: each with a list of its own."""

    items: tuple[Facet, ...]


AnySummary = Whole | Groups | GroupCount | Facets
