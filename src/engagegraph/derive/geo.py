"""What the schema says of where nodes lie: near a place, within a box or within what contains them, how far away."""

from __future__ import annotations

from collections.abc import Callable

from engagegraph.derive.builder import Argument, Builder, Field
from engagegraph.model import Model, Words
from engagegraph.model.geo import BOX


class Geography:
    """Adds what can be asked of positions; nothing to a model without any."""

    def __init__(self, model: Model, builder: Builder, describe: Callable[[Words], str]) -> None:
        self.model = model
        self.builder = builder
        self.describe = describe

    def basics(self) -> None:
        """Add the inputs that all types with a position share."""
        if not any(self.model.geo(name) for name in (*self.model.types, *self.model.interfaces)):
            return
        latitude = Field("latitude", "float", "Degrees, from -90 to 90. — Geografische Breite.")
        longitude = Field("longitude", "float", "Degrees, from -180 to 180. — Geografische Länge.")
        self.builder.input("CoordinatesInput", [latitude, longitude], "A place on Earth (WGS 84). — Ein Ort.")
        km = Field("km", "float", "At most so many kilometres away, as the crow flies; above 0. — Umkreis.")
        self.builder.input("NearInput", [latitude, longitude, km], "A place and what lies around. — Ein Umkreis.")
        sides = [
            Field("south", "float", "Least latitude."),
            Field("west", "float", "Longitude where it begins; greater than `east` for a box over the 180° meridian."),
            Field("north", "float", "Greatest latitude."),
            Field("east", "float", "Longitude where it ends."),
        ]
        self.builder.input("BoxInput", sides, "A box on the map, its sides included. — Ein Ausschnitt der Karte.")
        order = [
            Field("from", "CoordinatesInput", "From where."),
            Field(
                "direction", "Direction", "Nearest or farthest first; missing positions last, or first if it says so."
            ),
        ]
        self.builder.input("DistanceOrder", order, "Order by the distance from a place. — Nach Entfernung.")

    def fields(self, owner: str) -> list[Field]:
        """Return the field of the distance, unless an interface has it already."""
        interfaces = self.model.types[owner].interfaces if owner in self.model.types else ()
        if self.model.geo(owner) is None or any(self.model.geo(name) for name in interfaces):
            return []
        words = "How many kilometres away, as the crow flies, to the metre. — Entfernung in Kilometern, Luftlinie."
        return [Field("distance", "float | None", words, (Argument("from", "CoordinatesInput", "From where."),))]

    def conditions(self, owner: str) -> list[Field]:
        """Add `…Within` of a type or an interface; return the conditions on its position."""
        if self.model.geo(owner) is None:
            return []
        ways = [Field(BOX, "BoxInput | None", "Within a box on the map.")]
        ways += [
            Field(field, "str | None", f"{self.describe(links[0].label)} By its slug.")
            for field, links in self.model.containers(owner).items()
        ]
        self.builder.input(f"{owner}Within", ways, "What something lies in; exactly one key.", one_of=True)
        return [
            Field("near", "NearInput | None", "Lies near a place. — Umkreissuche."),
            Field("within", f"{owner}Within | None", "Lies within this. — Liegt darin."),
        ]

    def order(self, owner: str) -> list[Field]:
        """Return the order by distance."""
        if self.model.geo(owner) is None:
            return []
        return [Field("distance", "DistanceOrder | None", "By the distance from a place.")]
