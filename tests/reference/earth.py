"""How far apart two places are: on the sphere that Neo4j measures on, to the metre."""

from __future__ import annotations

import math
from collections.abc import Mapping

RADIUS = 6_378_140.0
"""Metres, as Neo4j has it for WGS 84."""


def metres(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the distance along the great circle (haversine)."""
    north, further = math.radians(one["latitude"]), math.radians(other["latitude"])
    east = math.radians(other["longitude"] - one["longitude"])
    half = math.sin((further - north) / 2) ** 2 + math.cos(north) * math.cos(further) * math.sin(east / 2) ** 2
    return 2 * RADIUS * math.asin(min(1.0, math.sqrt(half)))


def kilometres(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the distance as it is delivered."""
    return round(metres(one, other)) / 1000
