"""What is too much is refused before anything else happens, and said."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
from graphql import GraphQLEnumType, GraphQLString, parse_value

from engagegraph.query import lists
from engagegraph.query.conditions import Scene
from engagegraph.query.cypher import Row, Statement
from engagegraph.query.emit import Emitter
from engagegraph.query.engine import Engine
from engagegraph.query.ir import AllOf, Connection, Cursor, Operation, Page, TotalCount
from engagegraph.query.limits import MOST_REPEATED
from engagegraph.query.plan import object_type
from engagegraph.query.prepare import Preparer, weigh
from engagegraph.query.symbolic import from_literal


async def nobody(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
    raise AssertionError(f"sent: {cypher}")


def refused(preparer: Preparer, text: str, variables: Mapping[str, Any] | None = None) -> str | None:
    answer = asyncio.run(Engine(preparer, nobody).answer(text, variables))
    assert answer.data is None
    return answer.code


def nested(levels: int) -> str:
    """An operation with `levels` fields one within the other."""
    return (
        "{ people { nodes"
        + " { knows { nodes" * ((levels - 4) // 2)
        + " { slug } }"
        + " } }" * ((levels - 4) // 2)
        + " }"
    )


def test_documents_are_measured(small_preparers: Mapping[str, Preparer]) -> None:
    preparer = small_preparers["public"]
    limits = preparer.limits
    assert refused(preparer, "#" * (limits.characters + 1)) == "LIMIT_DOCUMENT"
    assert refused(preparer, "{ clubs { nodes {" + " slug" * (MOST_REPEATED + 1) + " } } }") == "LIMIT_FIELDS"
    roots = " ".join(f"a{i}: __typename" for i in range(limits.roots + 1))
    assert refused(preparer, f"{{ {roots} }}") == "LIMIT_ROOTS"
    assert refused(preparer, nested(limits.depth + 4)) == "LIMIT_DEPTH"


def test_fragments_hide_nothing(small_preparers: Mapping[str, Preparer]) -> None:
    preparer = small_preparers["public"]
    bomb = "{ clubs { nodes { ...F0 } } }" + "".join(
        f" fragment F{i} on Club {{ a: slug ...F{i + 1} b: slug ... {{ ...F{i + 1} }} }}" for i in range(40)
    )
    assert refused(preparer, bomb + " fragment F40 on Club { slug }") == "LIMIT_FIELDS"
    deep = "{ people { ...F0 } }" + "".join(
        f" fragment F{i} on {link}Connection {{ nodes {{ knows {{ ...F{i + 1} }} }} }}"
        for i, link in enumerate(["Person", *["KnowsPerson"] * preparer.limits.depth])
    )
    last = f" fragment F{preparer.limits.depth + 1} on KnowsPersonConnection {{ totalCount }}"
    assert refused(preparer, deep + last) == "LIMIT_DEPTH"
    circle = "{ clubs { nodes { ...A } } } fragment A on Club { ...B } fragment B on Club { ...A }"
    assert refused(preparer, circle) == "GRAPHQL_INVALID"
    assert refused(preparer, "{ clubs { nodes { ...Nirgends } } }") == "GRAPHQL_INVALID"


def test_pages_within_pages_are_multiplied(small_preparers: Mapping[str, Preparer]) -> None:
    preparer = small_preparers["public"]
    text = "query ($n: Int) { people(first: $n) { nodes { knows(first: $n) { nodes { knows(first: $n) { nodes { slug } } } } } } }"
    assert preparer.limits.rows == 20_000
    assert refused(preparer, text, {"n": 30}) == "LIMIT_ROWS"
    assert preparer.prepare(text, {"n": 20}, None).parameters["l2"] == 21


def test_variables_are_measured(small_preparers: Mapping[str, Preparer]) -> None:
    preparer = small_preparers["public"]
    text = "query ($w: ClubWhere) { clubs(where: $w) { totalCount } }"
    assert refused(preparer, text, {"w": {"number": {"in": [1] * 3000}}}) == "LIMIT_VARIABLES"
    assert weigh({"a": [1, 2, {"b": "x"}]}, 100) == 6
    assert weigh([0] * 1000, 10) == 11


def test_what_is_nested_too_deeply_is_refused(
    small_preparers: Mapping[str, Preparer], monkeypatch: pytest.MonkeyPatch
) -> None:
    preparer = small_preparers["public"]
    where: dict[str, Any] = {"number": {"eq": 1}}
    for _ in range(900):
        where = {"NOT": where}
    text = "query ($w: ClubWhere) { clubs(where: $w) { totalCount } }"
    assert refused(preparer, text, {"w": where}) == "GRAPHQL_INVALID"

    # What gets past the parser's own limits may still be too much for what comes after it.
    def deep(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(preparer, "prepare", deep)
    assert refused(preparer, text) == "TOO_DEEP"


# -- what cannot happen is said loudly -------------------------------------------------------------------------------


def test_plans_that_no_planner_makes_are_refused(small_preparers: Mapping[str, Preparer]) -> None:
    model = small_preparers["public"].model
    scene, row = Scene("n", ("Club",)), Row("r")
    with pytest.raises(TypeError):
        Emitter(model).output(Cursor("c"), scene, row)
    link = model.links("Club")["members"]
    for outputs in ((TotalCount("t"),), (Cursor("c"),)):
        connection = Connection(link, link.targets, AllOf(()), (), Page(None, None), None, (), outputs)
        start = None if outputs[0] == TotalCount("t") else scene
        with pytest.raises(TypeError):
            lists.connection(Emitter(model), connection, start, row)
    assert Emitter(model).operation(Operation(None, ())).cypher == Statement("", (), (), (), "").cypher


def test_values_that_no_validation_lets_through_are_refused() -> None:
    with pytest.raises(TypeError):
        object_type(GraphQLString)
    with pytest.raises(TypeError):
        from_literal(parse_value("{a: 1}"), GraphQLEnumType("E", {"A": None}), {})
