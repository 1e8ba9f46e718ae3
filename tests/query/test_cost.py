"""What an operation is expected to cost, without a database: how the estimate grows, what is refused, what is told."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.query.world import gid

from engagegraph.errors import Failure
from engagegraph.model import Limits, Model
from engagegraph.query.counts import Counts
from engagegraph.query.engine import Engine, entries
from engagegraph.query.prepare import Preparer
from engagegraph.write.change import Ref

CLUB, PERSON = gid(Ref("Club", "der-verein")), gid(Ref("Person", "die-person"))

NODES = {"Club": 2_000, "Person": 10_000, "Town": 500, "County": 50, "Source": 10}
"""How many nodes there are."""
TIES = 5.0
"""How many relations of each kind a node has."""


def counted(model: Model, times: float = 1.0) -> Counts:
    """A graph in which every node has as many relations of each kind, and all of it so many times."""
    nodes = {name: times * NODES[name] for name in model.types}
    ties = {
        (relation.name, name, starts): TIES * nodes[name]
        for relation in model.relations.values()
        for end in relation.ends
        for starts, types in ((True, end.from_types), (False, end.to_types))
        for name in types
    }
    return Counts(nodes, ties)


@pytest.fixture(scope="module")
def small_graph(small_preparers: Mapping[str, Preparer]) -> Preparer:
    known = small_preparers["public"]
    preparer = Preparer(known.model, known.viewer, known.schema, replace(Limits(), cost=10**15, rows=10**9))
    preparer.counts = counted(known.model)
    return preparer


def cost(preparer: Preparer, text: str, **variables: Any) -> int:
    return preparer.prepare(text, variables, None).estimated


PAGED = [
    "people(first: $n) { nodes { name } }",
    "clubs(first: 10, where: {title: {contains: \"a\"}}) { nodes { members(first: $n) { edges { role } } } }",
    "people(first: $n) { nodes { clubs(first: 3) { nodes { title members { totalCount } } } } }",
    "clubs { groupBy(by: [{number: VALUE}], first: $n) { count keys { label } } }",
    "people { groupBy(by: [{clubs: {node: {id: VALUE}}}], first: $n) { keys { node { id } label } } }",
    "search(query: \"x\", first: $n) { edges { score highlight { text } node { id } } }",
    "suggest(prefix: \"x\", first: $n) { id }",
    f'path(from: "{PERSON}", to: "{CLUB}", first: $n) {{ nodes {{ id }} }}',
    f'neighbourhood(id: "{CLUB}", depth: 2, most: $n) {{ nodes {{ node {{ id }} degree }} edges {{ sentence }} }}',
    "participation(rows: {people: {}}, columns: {clubs: {}}, firstRows: $n) { cells { row } }",
    f'overlap(of: ["{CLUB}", "{PERSON}"]) {{ others(first: $n) {{ node {{ id }} }} }}',
    f'timeline(of: "{CLUB}", first: $n) {{ entries {{ sentence }} }}',
]  # fmt: skip


@pytest.mark.parametrize("asked", PAGED)
def test_a_larger_page_costs_no_less(small_graph: Preparer, asked: str) -> None:
    sizes = (1, 2, 5, 50, 100) if "path" not in asked else (1, 2, 5)
    found = [cost(small_graph, f"query ($n: Int) {{ {asked} }}", n=size) for size in sizes]
    assert found == sorted(found)
    assert found[0] < found[-1]


@pytest.mark.parametrize("asked", PAGED)
def test_more_of_everything_costs_no_less(small_graph: Preparer, asked: str) -> None:
    found = []
    for times in (0.0, 0.1, 1, 10, 100):
        small_graph.counts = counted(small_graph.model, times)
        found.append(cost(small_graph, f"query ($n: Int) {{ {asked} }}", n=5))
    small_graph.counts = counted(small_graph.model)
    assert found == sorted(found)


def test_nested_pages_are_multiplied(small_graph: Preparer) -> None:
    text = "query ($n: Int, $m: Int) { people(first: $n) { nodes { clubs(first: $m) { nodes { open } } } } }"
    without = "query ($n: Int) { people(first: $n) { nodes { clubs { __typename } } } }"

    def inner(n: int, m: int) -> int:
        return cost(small_graph, text, n=n, m=m) - cost(small_graph, text, n=n, m=0)

    assert inner(10, 4) == 2 * inner(5, 4) == 4 * inner(5, 2)
    assert cost(small_graph, text, n=9, m=0) > cost(small_graph, without, n=9)
    # There are no more than there are.
    assert cost(small_graph, text, n=9, m=50) == cost(small_graph, text, n=9, m=100)


@given(st.permutations(["a: people { totalCount }", "b: clubs { nodes { title } }", f'c: timeline(of: "{CLUB}") {{ totalCount }}']))  # fmt: skip
def test_the_order_of_fields_is_no_matter(small_graph: Preparer, fields: list[str]) -> None:
    known = small_graph
    anew = Preparer(known.model, known.viewer, known.schema, known.limits)
    anew.counts = counted(known.model)
    text = "{ " + " ".join(fields) + " }"
    assert cost(known, text) == cost(anew, text) == cost(known, "{ " + " ".join(sorted(fields)) + " }")


def test_what_is_not_selected_costs_nothing(small_graph: Preparer) -> None:
    assert cost(small_graph, "{ __typename dataset { name } }") < 10
    assert cost(small_graph, "{ clubs { totalCount } }") < 10
    assert cost(small_graph, "{ clubs(first: 10) { nodes { title } } }") < 200
    assert cost(small_graph, '{ clubs(where: {title: {contains: "a"}}) { totalCount } }') > NODES["Club"]
    assert cost(small_graph, '{ clubs(where: {slug: {eq: "a"}}) { totalCount } }') < 20
    assert cost(small_graph, '{ club(slug: "a") { title } }') < 10


@pytest.mark.parametrize(
    ("less", "more"),
    [
        # One more condition, hop, key, measure or list is dearer; an index, and a count that nobody filters, is cheaper.
        ("people { aggregate { count } }", "people { aggregate { count name { min } } }"),
        ("clubs { aggregate { count } }", 'clubs(where: {text: {contains: "a"}}) { aggregate { count } }'),
        ("clubs { facets(fields: [{kind: VALUE}]) { buckets { count } } }",
         "clubs { facets(fields: [{kind: VALUE}, {members: {node: {onPerson: {name: VALUE}}}}]) { buckets { count } } }"),
        ("clubs { groupBy(by: [{number: VALUE}]) { count } }", "clubs { groupBy(by: [{note: VALUE}, {tags: VALUE}]) { count } }"),
        ("clubs { groupBy(by: [{kind: VALUE}]) { count } }",
         "clubs { groupBy(by: [{kind: VALUE}], having: [{field: \"aggregate.number.avg\", gt: 1}]) { count } }"),
        ("clubs { groupCount(by: [{kind: VALUE}]) }", "clubs { groupCount(by: [{members: {branch: VALUE}}]) }"),
        ("clubs { groupCount(by: [{kind: VALUE}]) }",
         "clubs { groupCount(by: [{kind: VALUE}], having: [{field: \"aggregate.number.avg\", gt: 1}]) }"),
        ("clubs { groupCount(by: [{kind: VALUE}]) }", "clubs { groupBy(by: [{kind: VALUE}]) { count keys { value } } }"),
        ("clubs { groupBy(by: [{members: {branch: VALUE}}]) { keys { value } } }",
         "clubs { groupBy(by: [{members: {branch: VALUE}}]) { keys { label } } }"),
        ("clubs { facets(fields: [{members: {branch: VALUE}}]) { buckets { value } } }",
         "clubs { facets(fields: [{members: {branch: VALUE}}]) { buckets { node { __typename } } } }"),
        ("people(where: {clubs: {count: {gt: 1}}}) { totalCount }",
         'people(where: {clubs: {every: {node: {title: {eq: "a"}}}}}) { totalCount }'),
        ("people(orderBy: [{clubs: {count: ASC}}]) { nodes { slug } }",
         'people(asOf: "2010", orderBy: [{clubs: {count: ASC}}]) { nodes { slug } }'),
        ("towns { nodes { slug } }", "towns(orderBy: [{county: {name: ASC}}]) { nodes { slug } }"),
        ("towns { nodes { slug } }", "towns { nodes { slug county { name } countyEdge { note } } }"),
        ("clubs { nodes { slug } }", "clubs { nodes { slug sources { place source { title } } } }"),
        ("clubs { nodes { slug } }", 'clubs(asOf: "2010") { nodes { slug } }'),
        ("dataset { name }", "people { nodes { id } }"),
        (f'overlap(of: ["{PERSON}"], in: [Club]) {{ sharedCount }}',
         f'overlap(of: ["{PERSON}"], where: {{clubs: {{kind: {{ne: ART}}}}}}) {{ sharedCount }}'),
        (f'neighbourhood(id: "{PERSON}", where: {{clubs: {{kind: {{eq: ART}}}}}}) {{ nodes {{ degree }} }}',
         f'neighbourhood(id: "{PERSON}", where: {{clubs: {{members: {{some: {{role: {{eq: CHAIR}}}}}}}}}}) {{ nodes {{ degree }} }}'),
        (f'neighbourhood(id: "{PERSON}", depth: 2, where: {{clubs: {{kind: {{eq: ART}}}}}}) {{ nodes {{ distance }} }}',
         f'neighbourhood(id: "{PERSON}", depth: 2) {{ nodes {{ distance }} }}'),
        (f'timeline(of: "{PERSON}", where: {{clubs: {{kind: {{eq: ART}}}}}}) {{ totalCount }}',
         f'timeline(of: "{PERSON}", where: {{clubs: {{members: {{some: {{role: {{eq: CHAIR}}}}}}}}}}) {{ totalCount }}'),
        (f'path(from: "{PERSON}", to: "{CLUB}", where: {{clubs: {{kind: {{eq: ART}}}}}}) {{ length }}',
         f'path(from: "{PERSON}", to: "{CLUB}") {{ length }}'),
        (f'path(from: "{PERSON}", to: "{CLUB}", where: {{clubs: {{kind: {{eq: ART}}}}}}) {{ length }}',
         f'path(from: "{PERSON}", to: "{CLUB}", where: {{clubs: {{members: {{count: {{gt: 1}}}}}}}}) {{ length }}'),
        ('search(query: "a", types: [Club]) { totalCount }',
         'search(query: "a", where: {clubs: {kind: {ne: ART}}}) { totalCount }'),
    ],
)  # fmt: skip
def test_what_does_more_costs_more(small_graph: Preparer, less: str, more: str) -> None:
    assert cost(small_graph, f"{{ {less} }}") < cost(small_graph, f"{{ {more} }}")


def through(hops: int) -> str:
    """The condition that there is something of a name behind so many relations of a person."""
    if hops == 0:
        return 'slug: {startsWith: "a"}'
    field, kind = ("clubs", "") if hops % 2 == 0 else ("members", "onPerson: ")
    inner = f"{{{through(hops - 1)}}}"
    return f"{field}: {{some: {{node: {f'{{{kind}{inner}}}' if kind else inner}}}}}"


def test_each_further_hop_costs_no_more_than_all_that_there_is(small_graph: Preparer) -> None:
    prices = [cost(small_graph, f"{{ people(where: {{{through(hops)}}}) {{ totalCount }} }}") for hops in (2, 4, 6)]
    every = 10 * (1 + TIES) * sum(NODES.values())
    assert all(0 < more - less < every for less, more in pairwise(prices))


@pytest.mark.parametrize("quantifier", ["some", "none", "every", "single"])
def test_what_is_far_is_found_once(small_graph: Preparer, quantifier: str) -> None:
    far = f'clubs: {{{quantifier}: {{node: {{members: {{{quantifier}: {{node: {{onPerson: {{name: {{contains: "a"}}}}}}}}}}}}}}}}'
    field = f"people(where: {{{far}}}) {{ totalCount }}"
    one, both = cost(small_graph, f"{{ {field} }}"), cost(small_graph, f"{{ a: {field} b: {field} }}")
    assert one < both < 2 * one - NODES["Club"]


def test_of_one_thing_not_everything_far_is_looked_for(small_graph: Preparer) -> None:
    far = f"clubs(where: {{node: {{{through(3)}}}}}) {{ totalCount }}"
    one = cost(small_graph, f'{{ person(slug: "a") {{ {far} }} }}')
    assert one < NODES["Club"] < cost(small_graph, f"{{ people(first: 1) {{ nodes {{ {far} }} }} }}")


def test_what_lies_further_around_is_paid_by_who_asks_for_it(small_graph: Preparer) -> None:
    text = f'query ($n: Int) {{ neighbourhood(id: "{CLUB}", depth: $n, first: 100) {{ nodes {{ node {{ id }} }} }} }}'
    near, further, far = (cost(small_graph, text, n=depth) for depth in (1, 2, 3))
    alone = cost(small_graph, text.replace("depth: $n", "").replace("($n: Int)", ""))
    assert alone == near < further < far


def test_things_that_nothing_may_connect_cost_nothing(small_graph: Preparer) -> None:
    told = "{ rows { totalCount entries { total } } cells { row } total }"
    some = cost(small_graph, f"{{ participation(rows: {{people: {{}}}}, columns: {{clubs: {{}}}}) {told} }}")
    none = cost(small_graph, f"{{ participation(rows: {{counties: {{}}}}, columns: {{sources: {{}}}}) {told} }}")
    assert none < 100 < some


# -- counting ----------------------------------------------------------------------------------------------------------


def test_what_is_counted_is_read_back(small: Model) -> None:
    ties = [{"count": 9}, {"count": 8, "relationshipType": "MEMBER_OF"}, {"count": 3, "startLabel": "Person"}]
    ties += [{"count": 250, "relationshipType": "MEMBER_OF", "startLabel": "Person"}]
    counts = Counts.read({"nodes": [{"count": 500}, {"count": 100, "label": "Person"}], "relationships": ties})
    assert (counts.of(["Person", "Club"]), counts.tied("MEMBER_OF", ["Person"], True)) == (100, 250)
    assert counts.degree(small.links("Person")["clubs"], ["Person"]) == (2.5, 0)
    # Before anybody has counted, there is something of everything.
    assert Counts().of(["Club"]) > 0
    assert Counts().tied("KNOWS", ["Person"], True) > 0


# -- budget ------------------------------------------------------------------------------------------------------------


def answered(preparer: Preparer, text: str, budget: int, **asked: Any) -> dict[str, Any]:
    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        return [["7 x", [7, [["a", []], ["b", []]]], "7 x"]]

    known = Preparer(preparer.model, preparer.viewer, preparer.schema, replace(Limits(), cost=budget))
    known.counts = preparer.counts
    return asyncio.run(Engine(known, run, asked.pop("profile", None)).answer(text, **asked)).document()


def test_what_takes_too_long_to_plan_is_refused(small_graph: Preparer) -> None:
    known = Preparer(small_graph.model, small_graph.viewer, small_graph.schema, replace(Limits(), seconds=1))
    known.counts = small_graph.counts
    text = "{ " + "".join(f'a{i}: search(query: "x") {{ nodes {{ id }} }} ' for i in range(20)) + "}"
    known.prepare('{ search(query: "x") { nodes { id } } }', {}, None)
    with pytest.raises(Failure) as caught:
        known.prepare(text, {}, None)
    assert caught.value.code == "LIMIT_COST"
    assert "to plan" in caught.value.problems[0].message


def test_what_costs_too_much_is_refused_at_its_dearest_part(small_graph: Preparer) -> None:
    text = "{ a: clubs { totalCount } b: people { nodes { c: clubs(first: 2) { d: nodes { members { nodes { id } } } } } } }"
    estimated = cost(small_graph, text)
    (error,) = answered(small_graph, text, estimated - 1)["errors"]
    assert error["extensions"]["code"] == "LIMIT_COST"
    assert error["path"] == ["b", "nodes", "c", "d", "members"]
    assert error["locations"] == [{"line": 1, "column": text.index("members") + 1}]
    assert f"about {estimated} database hits" in error["message"]
    assert f"at most {estimated - 1}" in error["extensions"]["hint"]
    assert "errors" not in answered(small_graph, "{ clubs { totalCount } }", 20)
    matrix = "{ m: participation(rows: {people: {}}, columns: {clubs: {}}) { rows { totalCount } } }"
    assert answered(small_graph, matrix, 20)["errors"][0]["path"] == ["m"]


def test_it_is_told_what_an_answer_cost(small_graph: Preparer) -> None:
    text = "{ clubs { totalCount nodes { slug } } }"
    estimated = cost(small_graph, text)

    async def profile(cypher: str, parameters: dict[str, Any]) -> tuple[list[list[Any]], int]:
        return [["7 x", [7, [["a"], ["b"]]], "7 x"]], 42

    told = answered(small_graph, text, 10**6, priced=True)["extensions"]["cost"]
    assert told == {"estimated": estimated, "budget": 10**6, "rows": 2}
    counted = answered(small_graph, text, 10**6, priced=True, profile=profile)
    assert counted["extensions"]["cost"] == {**told, "hits": 42}
    assert answered(small_graph, text, 10**6, profile=profile) == {"data": counted["data"]}
    assert "extensions" not in answered(small_graph, "{ nothing }", 10**6, priced=True)


def test_entries_of_lists_are_counted() -> None:
    data = {"a": {"nodes": [{"tags": ["x", "y"], "b": {"edges": [{"c": None}]}}, None]}, "d": 1}
    assert entries(data) == 2
