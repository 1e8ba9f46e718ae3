"""What lies near, within and how far away, wherever on Earth: the point index against arithmetic."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.query.conftest import Ask, asking
from tests.query.test_reading_laws import PAGE, walk
from tests.reference.earth import kilometres, metres

from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.query.prepare import Preparer
from engagegraph.write.change import Citation, EdgeKey, EdgeState, NodeState, Ref, Snapshot

pytestmark = pytest.mark.db
law = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])

CITED = (Citation("q", ""),)
CORNERS = [(90.0, 0.0), (-90.0, 10.0), (0.0, 180.0), (0.5, -180.0), (0.0, 0.0), (89.9, 179.9), (-45.0, -179.999)]
LATITUDES, LONGITUDES = st.floats(-90, 90, width=32), st.floats(-180, 180, width=32)
HERE = st.one_of(
    st.sampled_from(CORNERS), st.tuples(st.floats(50, 54), st.floats(6, 14)), st.tuples(LATITUDES, LONGITUDES)
).map(lambda pair: {"latitude": pair[0], "longitude": pair[1]})
NOWHERE = 5

Places = Mapping[str, dict[str, float]]


@pytest.fixture(scope="module")
def places() -> dict[str, dict[str, float]]:
    """Corners of the Earth, Germany, anywhere; several in one spot."""
    dice = random.Random(3)
    found = [*CORNERS, *((dice.uniform(50, 54), dice.uniform(6, 14)) for _ in range(30))]
    found += [(dice.uniform(-90, 90), dice.uniform(-180, 180)) for _ in range(40)]
    found += dice.sample(found, 12)
    return {f"t{i}": {"latitude": lat, "longitude": long} for i, (lat, long) in enumerate(found)}


@pytest.fixture(scope="module")
def ask_places(
    address: Address,
    small: Model,
    small_preparers: Mapping[str, Preparer],
    fill: Callable[[Graph, Model, Snapshot], None],
    places: Places,
) -> Iterator[Ask]:
    def state(name: str, slug: str, **values: Any) -> NodeState:
        return NodeState(Ref(name, slug), {"slug": slug, "name": slug, **values}, CITED)

    states = [state("Town", slug, lat=p["latitude"], long=p["longitude"]) for slug, p in places.items()]
    states += [state("Town", f"nowhere{i}") for i in range(NOWHERE - 1)]
    states += [state("Town", "half", lat=52.0), state("County", "t0", lat=51.0, long=9.0)]
    source = NodeState(Ref("Source", "q"), {"slug": "q", "title": "Quelle"})
    located = [EdgeKey("LOCATED_IN", s.ref, Ref("County", "t0"), "") for s in states if s.ref.slug.endswith("1")]
    content = Snapshot({s.ref: s for s in (source, *states)}, {k: EdgeState(k, {}, CITED) for k in located})
    with Graph.open(address) as graph:
        fill(graph, small, content)
        yield asking(graph, small_preparers["public"])


def slugs(found: Any) -> set[str]:
    return {node["slug"] for node in found["nodes"]}


@law
@given(here=HERE, km=st.one_of(st.sampled_from([0.001, 20015.2]), st.floats(0.01, 20000)))
def test_near_is_what_lies_near(ask_places: Ask, places: Places, here: dict[str, float], km: float) -> None:
    found = ask_places(
        "query ($near: NearInput!) { near: towns(where: { near: $near }, first: 100) { nodes { slug } } "
        "far: towns(where: { NOT: { near: $near } }, first: 100) { nodes { slug } } }",
        {"near": {**here, "km": km}},
    )
    away = {slug: metres(here, there) for slug, there in places.items()}
    # On the edge of the circle binary fractions decide.
    surely = {slug for slug, distance in away.items() if distance < km * 1000 - 0.01}
    perhaps = {slug for slug, distance in away.items() if distance < km * 1000 + 0.01}
    assert surely <= slugs(found["near"]) <= perhaps
    assert len(found["near"]["nodes"]) + len(found["far"]["nodes"]) == len(places) + NOWHERE


@law
@given(
    sides=st.tuples(LATITUDES, LATITUDES).map(sorted),
    west=st.one_of(LONGITUDES, st.sampled_from([170.0, -180.0, 180.0])),
    east=st.one_of(LONGITUDES, st.sampled_from([-170.0, -180.0, 180.0])),
)
def test_a_box_holds_what_lies_in_it_over_the_180th_meridian_too(
    ask_places: Ask, places: Places, sides: list[float], west: float, east: float
) -> None:
    box = {"south": sides[0], "west": west, "north": sides[1], "east": east}
    found = ask_places(
        "query ($box: BoxInput!) { in: towns(where: { within: { box: $box } }, first: 100) { nodes { slug } } "
        "out: towns(where: { NOT: { within: { box: $box } } }, first: 100) { nodes { slug } } }",
        {"box": box},
    )

    def inside(there: Mapping[str, float]) -> bool:
        begun, ended = west <= there["longitude"], there["longitude"] <= east
        across = begun and ended if west <= east else begun or ended
        return sides[0] <= there["latitude"] <= sides[1] and across

    assert slugs(found["in"]) == {slug for slug, there in places.items() if inside(there)}
    assert len(found["in"]["nodes"]) + len(found["out"]["nodes"]) == len(places) + NOWHERE


@law
@given(
    here=HERE,
    direction=st.sampled_from(["ASC", "DESC", "ASC_NULLS_FIRST", "DESC_NULLS_FIRST"]),
    size=st.integers(9, 40),
    forward=st.booleans(),
    owner=st.sampled_from(["Town", "Place"]),
)
def test_pages_by_distance_show_everything_once_in_order(
    ask_places: Ask, places: Places, here: dict[str, float], direction: str, size: int, forward: bool, owner: str
) -> None:
    many = f"{owner.lower()}s"

    def page(arguments: str, cursor: str | None) -> Any:
        text = (
            f"query ($order: [{owner}Order!], $here: CoordinatesInput!, $cursor: String) "
            f"{{ {many}(orderBy: $order, {arguments}) {{ edges {{ node {{ distance(from: $here) }} {PAGE} }} }}"
        )
        order = [{"distance": {"from": here, "direction": direction}}]
        return ask_places(text, {"order": order, "here": here, "cursor": cursor})[many]

    found = [(edge["node"]["distance"], edge["node"]["slug"]) for edge in walk(page, size, forward)]
    assert len(found) == len(places) + NOWHERE + (owner == "Place")
    known = [pair for pair in found if pair[0] is not None]
    assert found[NOWHERE:] == known if direction.endswith("FIRST") else found[:-NOWHERE] == known
    assert known == sorted(known, key=lambda pair: pair[0] if direction.startswith("ASC") else -pair[0])
    if owner == "Town":
        wanted = {slug: kilometres(here, there) for slug, there in places.items()}
        assert {slug: distance for distance, slug in known} == pytest.approx(wanted, abs=0.0011)


def test_within_asks_the_link_that_leads_out(ask_places: Ask, places: Places) -> None:
    found = ask_places(
        """query ($slug: String!) {
          towns(where: { within: { county: $slug } }, first: 100) { nodes { slug } }
          places(where: { within: { county: $slug } }, first: 100) { nodes { slug __typename } }
          neither: places(where: { NOT: { within: { county: $slug } } }, first: 100) { totalCount }
        }""",
        {"slug": "t0"},
    )
    wanted = {slug for slug in places if slug.endswith("1")} | {"nowhere1"}
    assert slugs(found["towns"]) == slugs(found["places"]) == wanted
    assert {node["__typename"] for node in found["places"]["nodes"]} == {"Town"}
    assert found["neither"]["totalCount"] == len(places) + NOWHERE + 1 - len(wanted)
