"""The proof that the compiler is right: for random operations its answer is the reference's, byte for byte.

200 different operations, always the same ones; with `ENGAGEGRAPH_CROSS_CHECKS=2000`, as in `.ci/run`, that many, and
then everything that can be asked for must have been. `--hypothesis-seed=N` draws others. What fails is printed as a
document with its variables, shrunk to what matters, and how the two answers differ.
"""

from __future__ import annotations

import contextlib
import difflib
import os
import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pytest
from graphql import build_schema, parse, print_schema, validate
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st
from hypothesis.database import InMemoryExampleDatabase
from tests.reference.asked import asked, everything
from tests.reference.content import draw_content
from tests.reference.operations import operations
from tests.reference.reference import CURSOR, Reference, moment
from tests.reference.tree import Operation

from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Limits, Model
from engagegraph.model.search import key_properties, kind_and_name, search_index, text_properties
from engagegraph.model.values import sort_key
from engagegraph.query.ids import _decode
from engagegraph.query.prepare import Preparer
from engagegraph.query.search import official
from engagegraph.query.words import one_off
from engagegraph.seeds.export import export_seeds
from engagegraph.seeds.load import load_seeds
from engagegraph.write.change import Ref, Snapshot

EXAMPLES = int(os.environ.get("ENGAGEGRAPH_CROSS_CHECKS") or 200)
FULL = EXAMPLES >= 2000
SHARE = {"small": 0.6, "real": 0.4}
SEED, NODES, PAGE = 7, 60, 3

BYTES = 8192
"""As many as the largest operations are drawn from."""

LIMITS = Limits(
    default_page=PAGE,
    rows=10**9,
    fields=10**6,
    aliases=10**6,
    conditions=10**6,
    condition_depth=200,
    depth=50,
    tokens=10**6,
    characters=10**7,
    seconds=10**6,
)
"""Wide, so that no operation is refused; and a page so small that most lists have several."""


@dataclass(frozen=True)
class View:
    """What one viewer class can ask, and both ways to answer it."""

    graph: Graph
    preparer: Preparer
    reference: Reference
    operations: st.SearchStrategy[Operation]

    def compiled(self, operation: Operation, more: Mapping[str, Any]) -> dict[str, Any]:
        bound = self.preparer.prepare(operation.text, {**operation.values, **more}, operation.name)
        cypher = bound.prepared.statement.cypher
        row = self.graph.run(cypher, bound.parameters)[0] if cypher else []
        constants = bound.constants if bound.introspect is None else {**bound.constants, **bound.introspect()}
        return {"data": bound.prepared.shape(row, bound.local, constants)}

    def referred(self, operation: Operation, more: Mapping[str, Any]) -> dict[str, Any]:
        return self.reference.answer(operation.text, {**operation.values, **more}, operation.name)


@pytest.fixture(scope="module", params=[*SHARE])
def views(
    request: pytest.FixtureRequest, address: Address, fill: Callable[[Graph, Model, Snapshot], None]
) -> Iterator[dict[str, View]]:
    """A content in a real database and in memory, as each viewer class sees it."""
    model: Model = request.getfixturevalue(request.param)
    known: Mapping[str, Preparer] = request.getfixturevalue(
        {"small": "small_preparers"}.get(request.param, "preparers")
    )
    snapshot = draw_content(model, SEED, NODES)
    with Graph.open(address) as graph:
        fill(graph, model, snapshot)
        [[revision, changed]] = graph.run("MATCH (d:_Dataset) RETURN d.revision, toString(d.changedAt)")
        lines = {
            n.properties[model.attribution] for n in snapshot.nodes.values()
            if n.ref.type == model.provenance and model.attribution and model.attribution in n.properties
        }  # fmt: skip
        dataset = {
            "name": model.name, "revision": revision, "changedAt": changed, "nodes": len(snapshot.nodes),
            "relations": len(snapshot.edges), "attributions": sorted(map(str, lines)),
        }  # fmt: skip
        yield {
            viewer: view(graph, Preparer(seen.model, viewer, seen.schema, LIMITS), snapshot, dataset)
            for viewer, seen in known.items()
        }


def view(graph: Graph, preparer: Preparer, snapshot: Snapshot, dataset: Mapping[str, Any]) -> View:
    model = preparer.model
    index = search_index(model, preparer.viewer)

    def search(text: str) -> Sequence[tuple[Ref, float]]:
        """Ask the index itself: what fits how well is its business; all that is done with the hits is not."""
        bound = preparer.prepare("query ($q: String!) { search(query: $q) { totalCount } }", {"q": text}, None)
        [wanted] = [bound.parameters[p.name] for p in bound.prepared.statement.params if p.convert.startswith("query:")]
        cypher = (
            "CALL db.index.fulltext.queryNodes($index, $wanted) YIELD node, score "
            "RETURN [l IN labels(node) WHERE l IN $types][0], node.slug, score, node._name, "
            "[line IN $lines | node[line + '_sort']]"
        )
        rows = graph.run(
            cypher,
            {"index": index, "wanted": wanted, "types": [*model.types], "lines": text_properties(model, model.types)},
        )
        found = {Ref(row[0], row[1]): row[2] / (1 + row[2]) + rank(text, row[0], *row[3:]) for row in rows}
        return [*{**found, **keyed(official(text))}.items()]

    def rank(text: str, type_name: str, called: str, lines: Sequence[str | None]) -> int:
        _, meant = kind_and_name(model.types[type_name], text)
        if called == meant or sort_key(text) in lines:
            return 2
        return int(bool(meant) and (called.startswith(meant) or (len(meant) > 4 and one_off(called, meant))))

    def keyed(key: str | None) -> dict[Ref, float]:
        """Whose official key it is, and whose begins so: that they are found elsewhere, too, does not count."""
        held = key_properties(model, [*model.types])
        keys = {
            ref: [str(n.properties.get(name, "")) for name in held.get(ref.type, ())]
            for ref, n in snapshot.nodes.items()
        }
        begun = {ref: its for ref, its in keys.items() if key and any(it.startswith(key) for it in its)}
        return {ref: 2.0 if key in its else 1.0 for ref, its in begun.items()}

    # A schema of its own, read from the text: nothing of Strawberry's types is left in it.
    schema = build_schema(print_schema(preparer.schema))
    reference = Reference(model, schema, snapshot, dataset, search, PAGE)
    return View(graph, preparer, reference, operations(preparer.schema, model, snapshot))


# -- cursors -----------------------------------------------------------------------------------------------------------


def told(
    compiled: Any, referred: Any, path: tuple[str, ...], cursors: dict[tuple[str, ...], list[tuple[str, str]]]
) -> Any:
    """Return what was compiled, with each cursor that means the same row as the reference's written as the reference's.

    Pairs of cursors go into `cursors`, by the path of the list that they belong to.
    """
    if isinstance(compiled, dict) and isinstance(referred, dict):
        return {k: told(v, referred.get(k), (*path, k), cursors) for k, v in compiled.items()}
    if isinstance(compiled, list) and isinstance(referred, list) and len(compiled) == len(referred):
        return [told(one, other, path, cursors) for one, other in zip(compiled, referred, strict=True)]
    if isinstance(compiled, str) and isinstance(referred, str) and referred.startswith(CURSOR):
        wanted = len(orjson.loads(referred.removeprefix(CURSOR)))
        parts = [_compared(value) for value in orjson.loads(_decode(compiled))[1:]]
        if sum(map(len, parts)) > wanted:  # among nodes of one type the type is no part of what they are ordered by
            del parts[0][-1]
        values = [part for found in parts for part in found]
        cursors.setdefault(path[:-2], []).append((compiled, referred))
        return CURSOR + orjson.dumps(values).decode()
    return compiled


def _compared(value: Any) -> list[Any]:
    """Return what stands for a value in a cursor of the reference."""
    if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\dT", value):
        return [moment(value)]
    # A node's place is of parts with an end each; one says that there is no value.
    return [None if part == "\uffff" else part for part in value.split("\x01")] if isinstance(value, str) else [value]


# -- the check ---------------------------------------------------------------------------------------------------------


def agree(
    view: View, operation: Operation, cursor: tuple[str, str] | None = None
) -> dict[tuple[str, ...], list[tuple[str, str]]]:
    """Hold the compiled answer against the reference's; return the cursors of each list."""
    assert validate(view.preparer.schema, parse(operation.text)) == [], "the strategy draws what the schema forbids"
    one, other = ({"cursor": text} for text in cursor) if cursor else ({}, {})
    referred = view.referred(operation, other)
    cursors: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    compiled = told(view.compiled(operation, one), referred, (), cursors)
    # Key by key in the order selected, which is more than canonical JSON would tell.
    found, wanted = (orjson.dumps(a, option=orjson.OPT_INDENT_2).decode() for a in (compiled, referred))
    if found != wanted:
        lines = difflib.unified_diff(
            wanted.splitlines(), found.splitlines(), "the reference's answer", "the compiled answer", n=2, lineterm=""
        )
        raise AssertionError("\n".join(lines))
    return cursors


@pytest.mark.db
@pytest.mark.timeout(1800)
def test_the_compiled_answer_is_the_reference(views: Mapping[str, View], request: pytest.FixtureRequest) -> None:
    kind = request.node.callspec.params["views"]
    wanted = int(EXAMPLES * SHARE[kind])
    seen: Counter[str] = Counter()
    agreed: set[str] = set()

    @settings(
        deadline=None,
        database=InMemoryExampleDatabase(),
        suppress_health_check=[*HealthCheck],
        phases=[Phase.reuse, Phase.shrink],  # explaining would trace every line
        report_multiple_bugs=False,
    )
    @given(st.data())
    def check(data: st.DataObject) -> None:
        viewer = data.draw(st.sampled_from([*views]), label="viewer")
        view = views[viewer]
        operation = data.draw(view.operations, label="operation")
        asks = asked(view.preparer.schema, view.preparer.model, operation) | {viewer}
        cursors = agree(view, operation)
        lists = [(path, pairs) for path, pairs in cursors.items() if followed(operation, path[1:])]
        if data.draw(st.integers(0, 4), label="read on") and lists:
            path, pairs = lists[data.draw(st.integers(0, len(lists) - 1), label="list")]
            size = data.draw(st.none() | st.integers(0, 3), label="size")
            paged = operation.paged(path[1:], data.draw(st.booleans(), label="backward"), size)
            note(f"{paged}")
            cursor = data.draw(st.sampled_from(pairs), label="cursor")
            agree(view, paged, cursor)
            asks |= asked(view.preparer.schema, view.preparer.model, paged, {"cursor": cursor[0]})
            asks |= {"a page further on"}
        seen.update(asks)
        agreed.add(f"{viewer}{operation}")

    # Left to itself, hypothesis varies what it drew, more often than not to the same effect. So the bytes that decide
    # come from a generator, each operation is a new one, and hypothesis does what it is good at: shrink what fails.
    seed = request.config.getoption("--hypothesis-seed") or "0"
    chance = random.Random(f"{seed} {kind}")
    possible = {*reach(v.preparer for v in views.values()), *views} if FULL else set()
    if kind != "small":  # which is asked for more often, and of what is common to both all
        known: Mapping[str, Preparer] = request.getfixturevalue("small_preparers")
        possible -= reach(known.values())
    try:
        # What is rare in a large schema may need some more, which are no waste: each of them is compared as well.
        while len(agreed) < wanted or (len(agreed) < 2 * wanted and not possible <= seen.keys()):
            check.hypothesis.fuzz_one_input(chance.randbytes(BYTES))  # type: ignore[attr-defined]
    except Exception:
        # What hypothesis kept of it is shrunk; where it kept nothing, the failure is told as it was found.
        with contextlib.suppress(pytest.skip.Exception):
            check()
        raise
    if FULL:
        missing = sorted(possible - seen.keys())
        assert not missing, f"never asked for: {'; '.join(missing)}"
        assert seen["a page further on"] > wanted / 20


def reach(preparers: Iterable[Preparer]) -> set[str]:
    """Return all that operations can ask for of any of these."""
    return set().union(*(everything(p.model, p.schema) for p in preparers))


def followed(operation: Operation, path: tuple[str, ...]) -> bool:
    """Whether the list at `path` can be read on: one list, with a page that has room for a cursor."""
    fields = operation.fields_at(path)
    return len({item.parent for item in fields}) == 1


@pytest.mark.parametrize("model", [*SHARE])
def test_the_content_is_one_that_seeds_may_have(model: str, request: pytest.FixtureRequest) -> None:
    declared: Model = request.getfixturevalue(model)
    snapshot = draw_content(declared, SEED, NODES)
    with tempfile.TemporaryDirectory() as folder:
        export_seeds(declared, snapshot, Path(folder), hidden=True)
        assert load_seeds(declared, Path(folder)) == snapshot
