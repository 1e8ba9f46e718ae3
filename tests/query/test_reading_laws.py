"""What holds for every filter, order and page, on a generated graph of the small model in a real Neo4j."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.query.conftest import DATES, WORDS, Ask

from engagegraph.graph.client import Graph
from engagegraph.query.binding import signed
from engagegraph.query.engine import Engine
from engagegraph.query.ids import encode_cursor
from engagegraph.query.prepare import Preparer

pytestmark = pytest.mark.db
NO_SHRINK = [phase for phase in Phase if phase is not Phase.shrink]
law = settings(
    phases=NO_SHRINK,
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

DIRECTIONS = st.sampled_from(["ASC", "DESC", "ASC_NULLS_FIRST", "DESC_NULLS_FIRST"])
CLUB_KEYS = ("slug", "title", "kind", "number", "share", "open", "founded", "ended", "meets", "website", "note")
CLUB_ORDER = st.one_of(
    st.sampled_from(CLUB_KEYS).flatmap(lambda k: DIRECTIONS.map(lambda d: {k: d})),
    st.sampled_from(["ASC", "DESC"]).map(lambda d: {"members": {"count": d}}),
)
EDGE_ORDER = st.one_of(
    st.sampled_from(["since", "role", "position", "note"]).flatmap(lambda k: DIRECTIONS.map(lambda d: {k: d})),
    CLUB_ORDER.map(lambda o: {"node": o}),
)
TOWN_ORDER = st.one_of(DIRECTIONS.map(lambda d: {"county": {"name": d}}), DIRECTIONS.map(lambda d: {"code": d}))


def walk(page: Callable[[str, str | None], Any], size: int, forward: bool) -> list[Any]:
    """Return all edges of a list, page by page, in reading order."""
    found: list[Any] = []
    cursor = None
    arguments, more, end = (
        (f"first: {size}, after: $cursor", "hasNextPage", "endCursor")
        if forward
        else (f"last: {size}, before: $cursor", "hasPreviousPage", "startCursor")
    )
    while True:
        connection = page(arguments, cursor)
        edges = connection["edges"]
        found = [*found, *edges] if forward else [*edges, *found]
        info = connection["pageInfo"]
        back = info["hasPreviousPage" if forward else "hasNextPage"]
        assert back is (cursor is not None)
        if edges:
            assert (info["startCursor"], info["endCursor"]) == (edges[0]["cursor"], edges[-1]["cursor"])
        if not info[more]:
            return found
        assert len(edges) == size
        cursor = info[end]


PAGE = "cursor node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount"


@law
@given(
    order=st.lists(CLUB_ORDER, max_size=3),
    size=st.integers(1, 9),
    forward=st.booleans(),
    lang=st.sampled_from(["DE", "EN"]),
)
def test_paging_visits_every_node_once(ask: Ask, order: Any, size: int, forward: bool, lang: str) -> None:
    def page(arguments: str, cursor: str | None) -> Any:
        text = f"query ($order: [ClubOrder!], $cursor: String) {{ clubs(orderBy: $order, lang: {lang}, {arguments}) {{ edges {{ {PAGE} }} }}"
        return ask(text, {"order": order, "cursor": cursor})["clubs"]

    whole = page("first: 100, after: $cursor", None)
    assert whole["totalCount"] == len(whole["edges"]) == 24
    assert walk(page, size, forward) == whole["edges"]


@law
@given(
    order=st.lists(EDGE_ORDER, max_size=2),
    size=st.integers(1, 4),
    forward=st.booleans(),
    slug=st.sampled_from(["p0", "p3", "p7"]),
)
def test_paging_over_relations_visits_each_once(ask: Ask, order: Any, size: int, forward: bool, slug: str) -> None:
    def page(arguments: str, cursor: str | None) -> Any:
        text = (
            "query ($slug: String!, $order: [MemberOfClubOrder!], $cursor: String) "
            f"{{ person(slug: $slug) {{ clubs(orderBy: $order, {arguments}) {{ edges {{ role {PAGE} }} }} }}"
        )
        return ask(text, {"order": order, "cursor": cursor, "slug": slug})["person"]["clubs"]

    whole = page("first: 100, after: $cursor", None)
    assert len({(e["node"]["slug"], e["role"]) for e in whole["edges"]}) == whole["totalCount"] == len(whole["edges"])
    assert walk(page, size, forward) == whole["edges"]


@law
@given(order=st.lists(TOWN_ORDER, max_size=2), size=st.integers(1, 4), forward=st.booleans())
def test_paging_by_what_is_related(ask: Ask, order: Any, size: int, forward: bool) -> None:
    def page(arguments: str, cursor: str | None) -> Any:
        text = f"query ($order: [TownOrder!], $cursor: String) {{ towns(orderBy: $order, {arguments}) {{ edges {{ {PAGE} }} }}"
        return ask(text, {"order": order, "cursor": cursor})["towns"]

    whole = page("first: 100, after: $cursor", None)
    assert walk(page, size, forward) == whole["edges"]


# -- filters ---------------------------------------------------------------------------------------------------------

TEXT = st.fixed_dictionaries(
    {},
    optional={
        "eq": st.sampled_from(WORDS), "ne": st.sampled_from(WORDS), "in": st.lists(st.sampled_from(WORDS), max_size=2),
        "notIn": st.lists(st.sampled_from(WORDS), max_size=2), "gt": st.sampled_from(WORDS), "contains": st.sampled_from("aeß "),
        "startsWith": st.sampled_from("AÄSx"), "isNull": st.booleans(), "fold": st.booleans(),
    },
)  # fmt: skip
NUMBER = st.fixed_dictionaries(
    {},
    optional={
        "eq": st.integers(0, 4), "ne": st.integers(0, 4), "lte": st.integers(0, 4), "in": st.lists(st.integers(0, 4), max_size=2),
        "between": st.lists(st.integers(0, 4), min_size=2, max_size=2), "isNull": st.booleans(),
    },
)  # fmt: skip
DAY = st.sampled_from(DATES)
DATE = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("eq", "ne", "lt", "lte", "gt", "gte", "before", "after", "during"), DAY),
        "in": st.lists(DAY, max_size=2), "between": st.lists(DAY, min_size=2, max_size=2), "isNull": st.booleans(),
    },
)  # fmt: skip
MOMENT = st.sampled_from(["2020-01-01T09:00:00Z", "2020-01-01 10:00", "2021-01-01T00:00:00Z"])
INSTANT = st.fixed_dictionaries(
    {},
    optional={
        "eq": MOMENT,
        "ne": MOMENT,
        "lt": MOMENT,
        "gte": MOMENT,
        "between": st.lists(MOMENT, min_size=2, max_size=2),
    },
)
ENUM = st.fixed_dictionaries(
    {}, optional={"eq": st.just("SPORT"), "ne": st.just("ART"), "in": st.just(["ART"]), "isNull": st.booleans()}
)
FLAG = st.fixed_dictionaries({}, optional={"eq": st.booleans(), "ne": st.booleans()})


def says(key: str, value: Any) -> bool:
    """Whether one key of a condition says anything: operators do, and what holds something that does."""
    match key:
        case "AND" | "OR":
            return not value or not all(map(silent, value))
        case "NOT" | "node" | "some" | "none" | "every" | "single":
            return not silent(value)
        case "members":
            return any(says(name, held) for name, held in value.items())
        case _:
            return bool(value.keys() - {"fold"})


def silent(where: dict[str, Any]) -> bool:
    """Whether a condition is none, wherever it stands, so that the laws of logic are not about it."""
    return bool(where) and not any(says(key, value) for key, value in where.items())


EDGE = st.fixed_dictionaries(
    {},
    optional={
        "since": DATE,
        "position": TEXT,
        "role": st.just({"eq": "CHAIR"}),
        "node": st.just({"slug": {"startsWith": "p"}}),
    },
).filter(lambda where: not silent(where))
LINKS = st.one_of(
    st.sampled_from(["some", "none", "every", "single"]).flatmap(lambda q: EDGE.map(lambda e: {q: e})),
    NUMBER.map(lambda n: {"count": n}),
)
LEAF = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXT, "number": NUMBER, "founded": DATE, "meets": INSTANT, "kind": ENUM, "open": FLAG, "members": LINKS,
        "share": st.fixed_dictionaries({}, optional={"gt": st.sampled_from([0.5, 1])}), "text": st.just({"contains": "T"}),
    },
)  # fmt: skip
WHERE = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        inner.map(lambda w: {"NOT": w}),
        st.lists(inner, max_size=3).map(lambda ws: {"OR": ws}),
        st.lists(inner, max_size=3).map(lambda ws: {"AND": ws}),
        st.tuples(LEAF, inner).map(lambda pair: {**pair[0], "AND": [pair[1]]}),
    ),
    max_leaves=5,
).filter(lambda where: not silent(where))
BOTH = """
query ($where: ClubWhere!) {
  yes: clubs(where: $where, first: 100) { nodes { slug } totalCount }
  no: clubs(where: { NOT: $where }, first: 100) { nodes { slug } totalCount }
  twice: clubs(where: { NOT: { NOT: $where } }, first: 100) { nodes { slug } }
}
"""


@law
@given(where=WHERE)
def test_not_is_the_complement(ask: Ask, where: Any) -> None:
    found = ask(BOTH, {"where": where})
    yes, no = ([n["slug"] for n in found[key]["nodes"]] for key in ("yes", "no"))
    assert sorted(yes + no) == sorted(f"k{i}" for i in range(24))
    assert (found["yes"]["totalCount"], found["no"]["totalCount"]) == (len(yes), len(no))
    assert [n["slug"] for n in found["twice"]["nodes"]] == yes


@law
@given(where=EDGE)
def test_not_is_the_complement_for_relations(ask: Ask, where: Any) -> None:
    text = """
    query ($where: MemberOfNodeWhere!) {
      clubs(first: 100) { nodes {
        all: members { totalCount }
        yes: members(where: $where) { totalCount }
        no: members(where: { NOT: $where }) { totalCount }
      } }
    }
    """
    for club in ask(text, {"where": where})["clubs"]["nodes"]:
        assert club["yes"]["totalCount"] + club["no"]["totalCount"] == club["all"]["totalCount"]


@law
@given(where=EDGE)
def test_quantifiers_mean_what_they_say(ask: Ask, where: Any) -> None:
    text = """
    query ($where: MemberOfNodeWhere!) {
      clubs(first: 100) { nodes { slug all: members { totalCount } yes: members(where: $where) { totalCount } } }
      some: clubs(first: 100, where: { members: { some: $where } }) { nodes { slug } }
      none: clubs(first: 100, where: { members: { none: $where } }) { nodes { slug } }
      every: clubs(first: 100, where: { members: { every: $where } }) { nodes { slug } }
      single: clubs(first: 100, where: { members: { single: $where } }) { nodes { slug } }
    }
    """
    found = ask(text, {"where": where})
    means: dict[str, Callable[[int, int], bool]] = {
        "some": lambda yes, total: yes > 0,
        "none": lambda yes, total: yes == 0,
        "every": lambda yes, total: yes == total,
        "single": lambda yes, total: yes == 1,
    }
    for name, holds in means.items():
        wanted = [
            club["slug"]
            for club in found["clubs"]["nodes"]
            if holds(club["yes"]["totalCount"], club["all"]["totalCount"])
        ]
        assert [club["slug"] for club in found[name]["nodes"]] == wanted, name


@law
@given(first=WHERE, second=WHERE)
def test_the_cache_changes_nothing(
    filled: Graph, small_preparers: Mapping[str, Preparer], first: Any, second: Any
) -> None:
    warm = small_preparers["public"]

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        return filled.run(cypher, parameters)

    for where in (first, second, first):
        cold = Preparer(warm.model, warm.viewer, warm.schema, warm.limits)
        one, other = (asyncio.run(Engine(p, run).answer(BOTH, {"where": where})).document() for p in (warm, cold))
        assert orjson.dumps(one) == orjson.dumps(other)


# -- cursors ---------------------------------------------------------------------------------------------------------

OTHERS = (
    "clubs(first: 2, after: $c, orderBy: [{ title: DESC }])",
    "clubs(first: 2, after: $c, orderBy: [{ number: ASC }])",
    "clubs(first: 2, after: $c, orderBy: [{ number: DESC_NULLS_FIRST }])",
    "clubs(first: 2, after: $c, orderBy: [{ number: DESC }], where: { number: { gte: 1 } })",
    'clubs(first: 2, after: $c, orderBy: [{ number: DESC }], asOf: "2000")',
    "towns(first: 2, after: $c)",
    'search(query: "Birne", after: $c)',
)


def codes(preparer: Preparer, text: str, cursor: str) -> list[str]:
    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        raise AssertionError(cypher)

    answer = asyncio.run(Engine(preparer, run).answer(text, {"c": cursor}))
    return [str((error.extensions or {})["code"]) for error in answer.errors]


@pytest.mark.parametrize("other", OTHERS)
def test_the_cursor_of_another_list_is_refused(ask: Ask, small_preparers: Mapping[str, Preparer], other: str) -> None:
    text = "query ($c: String) { clubs(first: 1, after: $c, orderBy: [{ number: DESC }]) { edges { cursor } } }"
    cursor = ask(text)["clubs"]["edges"][0]["cursor"]
    assert ask(text, {"c": cursor})["clubs"]["edges"][0]["cursor"] != cursor
    assert codes(small_preparers["public"], f"query ($c: String) {{ {other} {{ totalCount }} }}", cursor) == [
        "CURSOR_FOREIGN"
    ]


def test_the_cursor_of_another_search_is_refused(ask: Ask, small_preparers: Mapping[str, Preparer]) -> None:
    text = 'query ($c: String) { search(query: "Text", types: [Club], first: 1, after: $c) { edges { cursor } } }'
    cursor = ask(text)["search"]["edges"][0]["cursor"]
    assert ask(text, {"c": cursor})["search"]["edges"]
    for changed in (text.replace("[Club]", "[Club, Town]"), text.replace('"Text"', '"Zwei"')):
        assert codes(small_preparers["public"], changed, cursor) == ["CURSOR_FOREIGN"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    garbage=st.one_of(st.text(max_size=20), st.binary(max_size=20).map(lambda b: encode_cursor("x", [b.hex()])[:-2]))
)
def test_garbage_is_no_cursor(small_preparers: Mapping[str, Preparer], garbage: str) -> None:
    text = "query ($c: String) { clubs(after: $c) { totalCount } }"
    assert codes(small_preparers["public"], text, garbage) in (["CURSOR_INVALID"], ["CURSOR_FOREIGN"])


@pytest.mark.parametrize("values", [["kein Datum", "k1"], [7, "k1"], [{"a": 1}, "k1"]])
def test_a_forged_cursor_is_no_cursor(small_preparers: Mapping[str, Preparer], values: list[object]) -> None:
    text = "query ($c: String) { clubs(after: $c, orderBy: [{ founded: ASC }]) { totalCount } }"
    preparer = small_preparers["public"]
    bound = preparer.prepare(text, {}, None)
    [page] = bound.prepared.statement.pages
    assert codes(preparer, text, encode_cursor(signed(page, bound.parameters), values)) == ["CURSOR_INVALID"]


# -- search ----------------------------------------------------------------------------------------------------------


@law
@given(text=st.one_of(st.text(max_size=30), st.text(alphabet='aÄß1"\\/.*?~^:()[]{}+-!&|<>= ', max_size=30)))
def test_anything_may_be_searched_for(ask: Ask, text: str) -> None:
    found = ask("query ($text: String!) { search(query: $text, first: 3) { nodes { id } totalCount } }", {"text": text})
    assert found["search"]["totalCount"] >= len(found["search"]["nodes"])
