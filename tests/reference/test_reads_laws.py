"""What answers depend on: an answer changes only with a revision that touched what its statement reads.

Values of one kind are changed everywhere at once, by which whatever reads them gives another answer; every other answer
must be what it was. So each statement is held against each word in which a revision can say what it touched; and those
that read relations only at some nodes, against relations that come and go one at a time.

Searches take no part: how well something fits shifts a little whenever the index tidies up, though nothing was written.
What they read is held in `tests/query/test_reads.py`.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.golden.conftest import CASES, HERE, Case
from tests.reference.content import draw_content
from tests.reference.operations import operations
from tests.reference.tree import Operation

from engagegraph.graph import store
from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model, Property
from engagegraph.model.stored import CITED, stored_names, touched_value
from engagegraph.model.values import VALUE_TYPES, Scalar, Value
from engagegraph.query.engine import Engine
from engagegraph.query.moment import FOLLOWING
from engagegraph.query.prepare import Preparer
from engagegraph.query.reads import At, Reads
from engagegraph.seeds.load import load_seeds
from engagegraph.write.change import Change, EdgeState, NodeState, Ref, Snapshot, State

pytestmark = pytest.mark.db

DRAWN = 60
"""How many operations are drawn for each viewer class."""

TOGETHER = 12
"""How many words one revision says."""


class Asked:
    """An operation, what it was last answered, and what that depends on."""

    def __init__(self, preparer: Preparer, name: str, text: str, variables: Mapping[str, Any], operation: str | None):
        self.name = name
        self.preparer = preparer
        self.asked = text, variables, operation
        prepared = preparer.prepare(*self.asked).prepared
        self.reads, self.searches = prepared.reads, "queryNodes" in prepared.statement.cypher
        self.at: At = {}
        self.answer = b""

    def ask(self, graph: Graph) -> bool:
        """Ask, and return whether the answer is another one than before."""

        async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
            return graph.run(cypher, parameters)

        answer = asyncio.run(Engine(self.preparer, run).answer(*self.asked))
        assert answer.errors == (), self.name
        assert answer.reads == self.reads
        self.at = self.preparer.reads.at(answer.at)
        before, self.answer = self.answer, orjson.dumps(answer.document())
        return before != self.answer


def golden(preparers: Mapping[str, Preparer]) -> Iterator[Asked]:
    for case in (Case(file.stem) for file in sorted(CASES.glob("*.graphql"))):
        preparer = preparers[case.marks.get("viewer", "public")]
        if preparer.prepare(case.text, case.variables(preparer), case.marks.get("operation")).prepared.statement.cypher:
            yield Asked(preparer, case.name, case.text, case.variables(preparer), case.marks.get("operation"))


def drawn(preparers: Mapping[str, Preparer], snapshot: Snapshot) -> Iterator[Asked]:
    chance = random.Random(5)
    for viewer, preparer in preparers.items():
        for operation in draw(operations(preparer.schema, preparer.model, snapshot), chance):
            yield Asked(preparer, f"{viewer}: {operation}", operation.text, operation.values, operation.name)


def draw(strategy: st.SearchStrategy[Operation], chance: random.Random) -> list[Operation]:
    found: dict[str, Operation] = {}

    @settings(database=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck], deadline=None)
    @given(strategy)
    def keep(operation: Operation) -> None:
        found[operation.text] = operation

    while len(found) < DRAWN:
        keep.hypothesis.fuzz_one_input(chance.randbytes(8192))  # type: ignore[attr-defined]
    return [*found.values()]


# -- changes -----------------------------------------------------------------------------------------------------------


def other(prop: Property, value: Value, model: Model) -> Value:
    """Return another value that a property may hold."""
    if isinstance(value, list):
        return [scalar(prop, item, model) for item in value]
    return scalar(prop, value, model)


def scalar(prop: Property, value: Scalar, model: Model) -> Scalar:
    if prop.type in model.enums:
        words = [*model.enums[prop.type].values]
        return words[(words.index(str(value)) + 1) % len(words)]
    match VALUE_TYPES[prop.type].family:
        case "number":
            # Not beyond a pole.
            return float(value) - 1 if float(value) > 0 else float(value) + 1
        case "boolean":
            return not value
        case "date" | "instant":
            return f"{int(str(value)[:4]) + 1:04}{str(value)[4:]}".replace("-02-29", "-02-28")
        case _:
            return f"{value}x"


def altered(model: Model, state: State, words: set[str]) -> State:
    """Return a state with other values where `words` say so."""
    owner = state.ref.type if isinstance(state, NodeState) else state.key.relation
    declared = (model.types[owner] if isinstance(state, NodeState) else model.relations[owner]).properties
    properties = dict(state.properties)
    for prop in declared.values():
        for name in stored_names(model, prop):
            if name in properties and name != "slug" and touched_value(owner, name) in words:
                properties[name] = other(prop, properties[name], model)
    citations = state.citations
    if touched_value(owner, CITED[0]) in words:
        citations = tuple(replace_place(c) for c in citations)
    return replace(state, properties=properties, citations=citations)


def replace_place(citation: Any) -> Any:
    return citation._replace(place=citation.place + "x")


def step(model: Model, words: set[str], present: Snapshot) -> list[Change]:
    """Return the changes that touch `words`, if there is something that they speak of, and nothing else."""
    found = []
    for state in present.states():
        after = altered(model, state, words)
        if after != state:
            found.append(Change(state, after))
    for name in sorted(words & model.types.keys()):
        known = next((node for node in present.nodes.values() if node.ref.type == name), None)
        if known is not None:
            found.append(Change(None, another(model, known, len(present.nodes))))
    gone = {key for key in present.edges if key.relation in words}
    found = [change for change in found if change.state.key not in gone]
    return [*found, *(Change(present.edges[key], None) for key in sorted(gone))]


def another(model: Model, node: NodeState, number: int) -> NodeState:
    """Return a node like this one that is told apart by a number."""
    unique = (prop.name for prop in model.types[node.ref.type].properties.values() if prop.unique)
    own = {name: f"{node.properties[name]}{number}" for name in unique if name in node.properties}
    slug = f"neu-{number}"
    return replace(node, ref=Ref(node.ref.type, slug), properties={**node.properties, **own, "slug": slug})


# -- the law -----------------------------------------------------------------------------------------------------------


@pytest.fixture(params=["golden", "drawn"])
def held(
    request: pytest.FixtureRequest,
    address: Address,
    real: Model,
    preparers: Mapping[str, Preparer],
    fill: Callable[[Graph, Model, Snapshot], None],
) -> Iterator[tuple[Graph, list[Asked]]]:
    snapshot = load_seeds(real, HERE / "seeds") if request.param == "golden" else draw_content(real, 7, 60)
    with Graph.open(address) as graph:
        fill(graph, real, snapshot)
        asked = golden(preparers) if request.param == "golden" else drawn(preparers, snapshot)
        yield graph, [one for one in asked if not one.searches]


@pytest.mark.timeout(900)
def test_an_answer_stays_until_what_it_reads_is_touched(held: tuple[Graph, list[Asked]], real: Model) -> None:
    graph, asked = held
    known = Reads(real)
    words = sorted(known.words)
    random.Random(3).shuffle(words)
    for one in asked:
        one.ask(graph)
    spared = changed = 0
    for at in range(0, len(words), TOGETHER):
        wanted = set(words[at : at + TOGETHER])
        result = store.write(graph, real, partial(step, real, wanted), author="test")
        if result.revision is None:
            continue
        number = result.revision.number
        [[_, mark, told]] = graph.run(FOLLOWING, {"since": number, "until": number})
        assert mark
        assert known.dialect in told
        assert {word.partition("@")[0] for word in told} <= wanted | {known.dialect}
        touched = known.touched(told)
        for one in asked:
            if one.reads is not None and not touched.meets(one.reads, one.at):
                assert not one.ask(graph), f"{one.name} was to be spared by {told}"
                spared += 1
            else:
                changed += one.ask(graph)
    assert spared > changed > len(asked)


@pytest.mark.timeout(900)
def test_an_answer_stays_while_relations_come_and_go_elsewhere(held: tuple[Graph, list[Asked]], real: Model) -> None:
    """Of each relation one goes, and comes again: only who read it at one of its ends may get another answer."""
    graph, asked = held
    known, chance = Reads(real), random.Random(4)
    asked = [one for one in asked if one.preparer.prepare(*one.asked).prepared.statement.at]
    assert len(asked) > 10
    for one in asked:
        one.ask(graph)
    gone: list[EdgeState] = []

    def go(name: str, present: Snapshot) -> list[Change]:
        those = sorted(key for key in present.edges if key.relation == name)
        gone[:] = [present.edges[key] for key in chance.sample(those, min(1, len(those)))]
        return [Change(edge, None) for edge in gone]

    spared = changed = met = 0
    for name in real.relations:
        for plan in (partial(go, name), lambda _: [Change(None, edge) for edge in gone]):
            result = store.write(graph, real, plan, author="test")
            if result.revision is None:
                continue
            number = result.revision.number
            [[_, _, told]] = graph.run(FOLLOWING, {"since": number, "until": number})
            touched = known.touched(told)
            assert touched.at
            for one in asked:
                assert one.reads is not None
                if touched.meets(one.reads, one.at):
                    changed += one.ask(graph)
                    met += 1
                else:
                    assert not one.ask(graph), f"{one.name} was to be spared by {told}"
                    spared += touched.meets(one.reads)
    assert spared > 10
    assert 0 < changed < met
