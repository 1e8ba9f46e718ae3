"""Where the municipalities of the real directory lie: what the database does to find those nearby, and that it is right.

The directory is never part of this repository; see test_gv_isys.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from tests.importers.test_gv_isys import FILE
from tests.importers.test_gv_isys import pytestmark as needed
from tests.reference.earth import kilometres

from engagegraph import settings
from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.graph.plan import Operator
from engagegraph.importers import plan
from engagegraph.importers.load import load_importer
from engagegraph.model import Model
from engagegraph.query.prepare import Preparer
from engagegraph.write.change import Change, NodeState, Snapshot

pytestmark = [*needed, pytest.mark.db]

HERE = {"latitude": 52.28, "longitude": 7.44}
"""Rheine."""


@pytest.fixture(scope="module")
def germany(real: Model) -> Snapshot:
    directory = plan.read(real, load_importer(real, settings.importers_folder(), "gv-isys"), FILE)
    found: list[Change] = plan.plan(directory, Snapshot()).changes
    after = [change.after for change in found if change.after is not None]
    nodes = {state.ref: state for state in after if isinstance(state, NodeState)}
    return Snapshot(nodes, {state.key: state for state in after if not isinstance(state, NodeState)})


@pytest.fixture(scope="module")
def content(
    address: Address, real: Model, germany: Snapshot, fill: Callable[[Graph, Model, Snapshot], None]
) -> Iterator[Graph]:
    with Graph.open(address) as graph:
        fill(graph, real, germany)
        yield graph


Ask = Callable[..., tuple[dict[str, Any], list[Operator]]]


@pytest.fixture
def ask(content: Graph, preparers: Mapping[str, Preparer]) -> Ask:
    """Return the answer to a document and the steps that the database took."""

    def asked(text: str, **variables: Any) -> tuple[dict[str, Any], list[Operator]]:
        bound = preparers["public"].prepare(text, variables, None)
        cypher = bound.prepared.statement.cypher
        [row] = content.run(cypher, bound.parameters)
        steps = [*content.profile(cypher, bound.parameters).walk()]
        return bound.prepared.shape(row, bound.local, bound.constants), steps

    return asked


def around(germany: Snapshot, types: set[str], km: float) -> list[tuple[float, str]]:
    """Return distance and slug of what lies nearby, the nearest first, by arithmetic."""
    found = (
        (kilometres(HERE, {k: float(str(n.properties[k])) for k in HERE}), ref.slug)
        for ref, n in germany.nodes.items()
        if ref.type in types and "latitude" in n.properties
    )
    return sorted(pair for pair in found if pair[0] <= km)


def sought(steps: list[Operator], label: str) -> bool:
    """Whether the nodes come out of the point index and from nowhere else."""
    leaves = [step for step in steps if step.name.startswith("Node")]
    index = f":{label}(latitude_point)"
    return bool(leaves) and all(s.details.startswith("POINT INDEX") and index in s.details for s in leaves)


def hits(steps: list[Operator]) -> int:
    return sum(step.db_hits or 0 for step in steps)


@pytest.mark.parametrize(
    ("plural", "label", "types"),
    [
        ("municipalities", "Municipality", {"Municipality"}),
        ("localAuthorities", "LocalAuthority", {"Municipality", "District"}),
    ],
)
def test_whoever_lies_nearby_is_sought_in_the_point_index(
    ask: Ask, germany: Snapshot, plural: str, label: str, types: set[str]
) -> None:
    answer, steps = ask(
        f"""query ($km: Float!, $here: CoordinatesInput!) {{
          {plural}(
            where: {{ near: {{ latitude: 52.28, longitude: 7.44, km: $km }} }}
            orderBy: [{{ distance: {{ from: $here, direction: ASC }} }}]
            first: 100
          ) {{ totalCount nodes {{ slug distance(from: $here) }} }}
        }}""",
        km=25,
        here=HERE,
    )
    wanted = around(germany, types, 25)
    assert answer[plural]["totalCount"] == len(wanted) > 30
    assert [(n["distance"], n["slug"]) for n in answer[plural]["nodes"]] == wanted
    assert sought(steps, label)
    assert hits(steps) < 12 * len(wanted)


def test_what_lies_in_a_box_is_sought_in_the_point_index(ask: Ask, germany: Snapshot) -> None:
    answer, steps = ask(
        """{ municipalities(where: { within: { box: { south: 52, west: 7, north: 52.5, east: 8 } } }, first: 100) {
          nodes { slug latitude longitude }
        } }"""
    )
    wanted = {
        ref.slug
        for ref, n in germany.nodes.items()
        if ref.type == "Municipality"
        and 52 <= float(str(n.properties["latitude"])) <= 52.5
        and 7 <= float(str(n.properties["longitude"])) <= 8
    }
    assert {node["slug"] for node in answer["municipalities"]["nodes"]} == wanted
    assert len(wanted) > 50
    assert sought(steps, "Municipality")
    assert hits(steps) < 12 * len(wanted)


def test_a_state_and_a_district_hold_what_they_hold(ask: Ask) -> None:
    answer, _ = ask(
        """{
          state: localAuthorities(where: { within: { state: "saarland" } }) { totalCount }
          district: localAuthorities(where: { within: { district: "steinfurt" } }) { totalCount }
          nowhere: localAuthorities(where: { within: { district: "nowhere" } }) { totalCount }
        }"""
    )
    assert {key: found["totalCount"] for key, found in answer.items()} == {"state": 58, "district": 24, "nowhere": 0}
