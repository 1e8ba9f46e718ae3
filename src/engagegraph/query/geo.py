"""Where nodes lie, as nodes of the plan: near a place, within a box, how far away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engagegraph.query.ir import Leaf


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A place on Earth, in degrees."""

    latitude: Leaf
    longitude: Leaf

    def __str__(self) -> str:
        return f"({self.latitude}, {self.longitude})"


@dataclass(frozen=True, slots=True)
class Near:
    """The node's `point` lies at most so many kilometres away."""

    point: str
    center: Coordinates
    km: Leaf


@dataclass(frozen=True, slots=True)
class InBox:
    """The node's `point` lies between these degrees, bounds included; beyond 180° if west is greater than east."""

    point: str
    south: Leaf
    west: Leaf
    north: Leaf
    east: Leaf


@dataclass(frozen=True, slots=True)
class DistanceFrom:
    """How many kilometres away the node's `point` lies, to the metre; as something to order by."""

    point: str
    center: Coordinates


@dataclass(frozen=True, slots=True)
class Distance:
    """`distance`."""

    key: str
    value: DistanceFrom
