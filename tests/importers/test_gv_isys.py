"""The real directory of municipalities, where somebody has put it: it is never part of this repository."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.beside import BESIDE

from engagegraph import settings
from engagegraph.importers import plan
from engagegraph.importers.drafts import Directory
from engagegraph.importers.load import load_importer
from engagegraph.model import Model
from engagegraph.write.change import NodeState, Ref, Snapshot

NAME = "raw/AuszugGV4QAktuell_2024.xlsx"
FILE = BESIDE / NAME

pytestmark = [pytest.mark.whole, pytest.mark.beside(NAME)]


@pytest.fixture(scope="module")
def directory(real: Model) -> Directory:
    return plan.read(real, load_importer(real, settings.importers_folder(), "gv-isys"), FILE)


@pytest.fixture(scope="module")
def nodes(directory: Directory) -> dict[str, NodeState]:
    """The nodes of an import into an empty graph, by their key."""
    changes = plan.plan(directory, Snapshot()).changes
    found = [c.after for c in changes if isinstance(c.after, NodeState) and "ags" in c.after.properties]
    return {str(node.properties["ags"]): node for node in found}


def test_everything_is_there(nodes: dict[str, NodeState]) -> None:
    types = Counter(node.ref.type for node in nodes.values())
    assert types == {"State": 16, "District": 294, "Municipality": 10_752}
    kinds = Counter(n.properties["kind"] for n in nodes.values() if n.ref.type != "State")
    assert kinds["KREISFREIE_STADT"] == 106
    assert kinds["LANDKREIS"] + kinds["KREIS"] + kinds["REGIONALVERBAND"] == 294
    assert sum(int(str(n.properties["population"])) for n in nodes.values() if n.ref.type == "State") == 84_669_326


def test_a_place_in_full(nodes: dict[str, NodeState]) -> None:
    assert nodes["01051010"].properties == {
        "slug": "brickeln",
        "ags": "01051010",
        "ars": "010515163010",
        "name": "Brickeln",
        "officialName": "Brickeln",
        "kind": "GEMEINDE",
        "population": 191,
        "populationDate": "2023-12-31",
        "areaKm2": 6.07,
        "latitude": 54.00849,
        "longitude": 9.221166,
        "postcode": "25712",
        "association": "Amt Burg-St. Michaelisdonn",
        "associationArs": "010515163",
    }
    assert nodes["01051010"].citations == (("destatis-gv-isys-2024", "AGS 01051010"),)


NAMES = {
    "14625020": ("Bautzen", "Bautzen / Budyšin, Stadt", "Budyšin"),
    "14626600": ("Weißwasser/O.L.", "Weißwasser/O.L., Stadt / Běła Woda", "Běła Woda"),
    "12052000": ("Cottbus", "Cottbus/Chóśebuz, Stadt", "Chóśebuz"),
    "12066196": ("Lübbenau/Spreewald", "Lübbenau/Spreewald / Lubnjow/Błota, Stadt", "Lubnjow/Błota"),
    "12065084": ("Fürstenberg/Havel", "Fürstenberg/Havel, Stadt", None),
    "05162016": ("Kaarst", "Kaarst, Stadt", None),
    "03241": ("Region Hannover", "Region Hannover", None),
    "05374": ("Oberbergischer Kreis", "Oberbergischer Kreis", None),
    "05566": ("Kreis Steinfurt", "Steinfurt", None),
    "13072": ("Landkreis Rostock", "Landkreis Rostock", None),
}


@pytest.mark.parametrize("key", NAMES)
def test_names(nodes: dict[str, NodeState], key: str) -> None:
    found = nodes[key].properties
    assert (found["name"], found["officialName"], found.get("minorityName")) == NAMES[key]


def test_slugs_are_plain_and_tell_apart(nodes: dict[str, NodeState]) -> None:
    assert nodes["05515000"].ref.slug == "muenster"  # the city chooses before places of the same name
    assert nodes["05970008"].ref.slug == "burbach-siegen-wittgenstein"
    assert nodes["01054035"].ref.slug == "garding-01054035"  # two of that name in one district
    named = [n for n in nodes.values() if n.ref.type == "Municipality"]
    assert len({n.ref for n in nodes.values()}) == len(nodes)
    assert sum(n.ref.slug.endswith(str(n.properties["ags"])) for n in named) == 4


def test_the_seeds_that_are_there_agree(directory: Directory, seeds: Snapshot) -> None:
    done = plan.plan(directory, seeds)
    assert {o.name for o in done.overruled} <= {"name"}
    assert not [c for c in done.changes if c.after is None]
    by_key = {str(n.properties["ags"]): ref for ref, n in seeds.nodes.items() if "ags" in n.properties}
    changed = {c.after.ref: c.after for c in done.changes if isinstance(c.after, NodeState)}
    together = {**seeds.nodes, **changed}
    keys = {key: ref for ref, n in together.items() if (key := str(n.properties.get("ags", "")))}
    assert Counter(ref.type for ref in keys.values()) == {"State": 16, "District": 294, "Municipality": 10_752}
    assert {key: keys[key] for key in by_key} == by_key
    assert together[Ref("Municipality", "goettingen")].properties["postcode"] == "37083"
