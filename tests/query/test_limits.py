"""What is too much is refused before anything else happens, and said."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Mapping
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLString,
    Lexer,
    Source,
    TokenKind,
    get_introspection_query,
    parse_value,
)
from hypothesis import given
from hypothesis import strategies as st

from engagegraph.model.search import search_types
from engagegraph.query import lists
from engagegraph.query.conditions import Scene
from engagegraph.query.cypher import Row
from engagegraph.query.document import object_type
from engagegraph.query.emit import Emitter
from engagegraph.query.engine import Engine
from engagegraph.query.ids import encode_id
from engagegraph.query.ir import AllOf, Connection, Cursor, Operation, Page, TotalCount
from engagegraph.query.limits import MOST_REPEATED, count_tokens
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
    assert refused(preparer, "#\n" * (limits.tokens + 1)) == "LIMIT_TOKENS"
    assert refused(preparer, "{ clubs { nodes {" + " slug" * (limits.fields + 1) + " } } }") == "LIMIT_FIELDS"
    assert refused(preparer, "{ clubs { nodes {" + " slug" * (MOST_REPEATED + 1) + " } } }") == "LIMIT_FIELDS"
    aliases = " ".join(f"a{i}: slug" for i in range(limits.aliases + 1))
    assert refused(preparer, f"{{ clubs {{ nodes {{ {aliases} }} }} }}") == "LIMIT_ALIASES"
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
    spread = "{ a: clubs { nodes { ...F } } b: clubs { nodes { ...F } } } fragment F on Club { %s }"
    assert refused(preparer, spread % " ".join(f"a{i}: slug" for i in range(60))) == "LIMIT_ALIASES"
    # Nothing is in these, and there are two to the thirtieth of them.
    empty = "".join(f" fragment F{i} on Club {{ ...F{i + 1} ...F{i + 1} }}" for i in range(30))
    assert refused(preparer, "{ clubs { nodes { ...F0 } } }" + empty + " fragment F30 on Club { }") == "LIMIT_FIELDS"
    circle = "{ clubs { nodes { ...A } } } fragment A on Club { ...B } fragment B on Club { ...A }"
    assert refused(preparer, circle) == "GRAPHQL_INVALID"
    assert refused(preparer, "{ clubs { nodes { ...Nirgends } } }") == "GRAPHQL_INVALID"


def test_what_validation_compares_is_bounded(
    small_preparers: Mapping[str, Preparer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has one place in the response is compared in pairs, however it got there."""

    def none(*_: object, **__: object) -> list[object]:
        raise AssertionError("validated")

    monkeypatch.setattr("engagegraph.query.document.validate", none)
    preparer = small_preparers["public"]
    many = range(MOST_REPEATED + 1)
    fragments = "".join(f" fragment F{i} on Club {{ slug }}" for i in many)
    for text in (
        "{ clubs { nodes { " + " ".join(f"...F{i}" for i in many) + " } } }" + fragments,
        "{ clubs { nodes { " + "... on Club { slug } " * len(many) + " } } }",
        "{ " + "clubs { nodes { slug slug slug } } " * 18 + " }",
        "{ clubs { totalCount } } fragment Unused on Club { " + "... { slug } " * len(many) + "}",
    ):
        assert refused(preparer, text) == "LIMIT_FIELDS", text


def test_operations_of_a_document_count_together(small_preparers: Mapping[str, Preparer]) -> None:
    fragment = " fragment F on Club { " + " ".join(f"a{i}: slug" for i in range(40)) + " }"
    text = " ".join(f"query Q{i} {{ clubs {{ nodes {{ ...F }} }} }}" for i in range(3)) + fragment
    answer = asyncio.run(Engine(small_preparers["public"], nobody).answer(text, {}, "Q0"))
    assert answer.code == "LIMIT_ALIASES"


def test_conditions_are_counted_wherever_they_stand(small_preparers: Mapping[str, Preparer]) -> None:
    preparer = small_preparers["public"]
    most = preparer.limits.conditions
    one = {"title": {"eq": "x"}}
    items = [one] * (most // 2)
    by_variable = "query ($w: ClubWhere) { clubs(where: $w) { totalCount } }"
    assert refused(preparer, by_variable, {"w": {"OR": items}}) == "LIMIT_CONDITIONS"
    preparer.prepare(by_variable, {"w": {"OR": items[:-1]}}, None)
    written = "{ clubs(where: { OR: [" + '{ title: { eq: "x" } }' * len(items) + "] }) { totalCount } }"
    assert refused(preparer, written) == "LIMIT_CONDITIONS"
    fourth = {"OR": items[: most // 8 + 1]}
    assert refused(preparer, "query ($w: ClubWhere) { clubs(where: $w) { totalCount } ...F ...G } "
                   "fragment F on Query { b: clubs(where: $w) { totalCount } c: clubs(where: $w) { totalCount } } "
                   "fragment G on Query { d: clubs(where: { NOT: $w }) { totalCount } }", {"w": fourth}) == "LIMIT_CONDITIONS"  # fmt: skip
    order = " ".join("{ title: ASC }" for _ in range(most + 1))
    assert refused(preparer, f"{{ clubs(orderBy: [{order}]) {{ totalCount }} }}") == "LIMIT_CONDITIONS"
    # A list of values is one comparison.
    preparer.prepare(by_variable, {"w": {"title": {"in": ["x"] * (most + 1)}}}, None)


def test_conditions_may_not_nest_without_end(small_preparers: Mapping[str, Preparer]) -> None:
    preparer = small_preparers["public"]
    where: dict[str, Any] = {"number": {"eq": 1}}
    for _ in range(preparer.limits.condition_depth - 2):
        where = {"NOT": where}
    text = "query ($w: ClubWhere) { clubs(where: $w) { totalCount } }"
    preparer.prepare(text, {"w": where}, None)
    assert refused(preparer, text, {"w": {"NOT": where}}) == "LIMIT_CONDITIONS"


def test_introspection_has_a_price(small_preparers: Mapping[str, Preparer]) -> None:
    preparer = small_preparers["public"]
    whole = get_introspection_query(specified_by_url=True, input_value_deprecation=True)
    answer = asyncio.run(Engine(preparer, nobody).answer(whole))
    assert answer.data is not None
    inside = "{ __schema { ... on __Schema { queryType { ... { name } } } } }"
    found = asyncio.run(Engine(preparer, nobody).answer(inside))
    assert found.data == {"__schema": {"queryType": {"name": "Query"}}}
    flood = "{ __schema { " + " ".join(f"a{i}: types {{ fields {{ args {{ name }} }} }}" for i in range(90)) + " } }"
    assert refused(preparer, flood) == "LIMIT_INTROSPECTION"
    hidden = "{ __schema { ...F } } fragment F on __Schema { types { ...G } } fragment G on __Type { %s }"
    deep = " ".join(f"a{i}: fields {{ type {{ fields {{ name description }} }} }}" for i in range(90))
    assert refused(preparer, hidden % deep) == "LIMIT_INTROSPECTION"


@given(st.lists(st.sampled_from(['"a b"', '""', '"""x " y"""', "# c\n", "name", "-1.5e+3", "7", "...", "{", "}", "$v", "@d", ":", "!", "|", ",", "\ufeff"])))  # fmt: skip
def test_tokens_are_counted_as_the_lexer_counts(pieces: list[str]) -> None:
    text = " ".join(pieces)
    lexer, known = Lexer(Source(text)), 0
    while lexer.advance().kind is not TokenKind.EOF:
        known += 1
    assert count_tokens(text, 10_000) == known + sum(piece.startswith("#") for piece in pieces)


# -- where it is wrong -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "variables", "code", "path", "location"),
    [
        ("{ x: clubs { n: nodes { m: members(first: 5000) { totalCount } } } }", {}, "PAGE_SIZE", ["x", "n", "m"], (1, 25)),
        ('{ x: clubs(after: "x") { totalCount } }', {}, "CURSOR_INVALID", ["x"], (1, 3)),
        ("{\n  x: club { slug }\n}", {}, "LOOKUP_KEY", ["x"], (2, 3)),
        ('{ nodes(ids: ["x"]) { id } }', {}, "ID_INVALID", ["nodes"], (1, 3)),
        ("query ($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": ["x"]}, "ID_INVALID", None, (1, 8)),
        ('{ clubs(asOf: "2019", between: { from: "2018", to: "2019" }) { totalCount } }', {}, "TIME_AMBIGUOUS", ["clubs"], (1, 3)),
        ("{ clubs { edges { node { members(first: 1, last: 1) { totalCount } } } } }", {}, "PAGE_DIRECTION", ["clubs", "edges", "node", "members"], (1, 26)),
        ("{ clubs(where: { number: { between: [1] } }) { totalCount } }", {}, "BETWEEN_BOUNDS", ["clubs"], (1, 3)),
        ("{ people(first: 100) { nodes { knows(first: 100) { nodes { knows(first: 100) { totalCount } } } } } }", {}, "LIMIT_ROWS", ["people", "nodes", "knows", "nodes", "knows"], (1, 60)),
        ("{ clubs { nodes { titel } } }", {}, "GRAPHQL_INVALID", None, (1, 19)),
    ],
)  # fmt: skip
def test_errors_say_where(
    small_preparers: Mapping[str, Preparer],
    text: str, variables: dict[str, Any], code: str, path: list[str] | None, location: tuple[int, int],
) -> None:  # fmt: skip
    (error,) = asyncio.run(Engine(small_preparers["public"], nobody).answer(text, variables)).document()["errors"]
    assert error["extensions"]["code"] == code
    assert error.get("path") == path
    assert error["locations"] == [{"line": location[0], "column": location[1]}]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{ clubs { nodes { titel } } }", 'did you mean "title"?'),
        ("{ clubs(orderBy: [{ title: ACS }]) { totalCount } }", 'did you mean "ASC"?'),
        ("{ clubs(where: { AND: [{ titel: { eq: 1 } }] }) { totalCount } }", 'did you mean "title"?'),
        ("{ clubs(firs: 1) { totalCount } }", 'did you mean "first"?'),
        ("{ clubs { pageInfo { xyz } } }", "there is: endCursor, hasNextPage, hasPreviousPage, startCursor"),
        ("{ clubs { nodes { ... on Clubb { slug } } } }", 'did you mean "Club"'),
    ],
)
def test_what_is_unknown_is_told_with_what_exists(
    small_preparers: Mapping[str, Preparer], text: str, hint: str
) -> None:
    answer = asyncio.run(Engine(small_preparers["public"], nobody).answer(text))
    assert answer.code == "GRAPHQL_INVALID"
    assert str((answer.errors[0].extensions or {})["hint"]).startswith(hint)


@pytest.mark.parametrize(
    ("order", "hint"),
    [({"titel": "ASC"}, 'did you mean "title"'), ({"title": "ASK"}, 'did you mean "ASC"?'), ({"title": 1}, None)],
)
def test_what_is_unknown_in_a_variable_is_told_like_that(
    small_preparers: Mapping[str, Preparer], order: dict[str, Any], hint: str | None
) -> None:
    text = "query ($order: [ClubOrder!]) { clubs(orderBy: $order) { totalCount } }"
    answer = asyncio.run(Engine(small_preparers["public"], nobody).answer(text, {"order": [order]}))
    error = answer.document()["errors"][0]
    assert error["extensions"]["code"] == "GRAPHQL_INVALID"
    assert (error["extensions"].get("hint") or "None").startswith(str(hint))
    assert "Did you mean" not in error["message"]


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ('{ search(query: "x", types: [LocalAuthority]) { totalCount } }', {}),
        (
            'query ($types: [SearchType!]) { search(query: "x", types: $types) { totalCount } }',
            {"types": ["LocalAuthority"]},
        ),
    ],
)
def test_no_word_of_an_enum_is_told_with_all_that_there_are(
    preparers: Mapping[str, Preparer], text: str, variables: dict[str, Any]
) -> None:
    answer = asyncio.run(Engine(preparers["public"], nobody).answer(text, variables))
    searched = search_types(preparers["public"].model)
    assert len(searched) > 12
    assert (answer.errors[0].extensions or {})["hint"] == "there is: " + ", ".join(sorted(searched))


def test_a_fault_inside_tells_a_reference_and_logs_no_value(
    small_preparers: Mapping[str, Preparer], caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        raise ValueError(f"cannot read {parameters}")

    text = "query Named($s: String!) { club(slug: $s) { slug } }"
    answer = asyncio.run(Engine(small_preparers["public"], broken).answer(text, {"s": "geheim"}, "Named"))
    (error,) = answer.document()["errors"]
    reference = re.fullmatch(r"something went wrong inside; reference (\w{12})", error["message"])
    assert reference
    assert error["extensions"] == {"code": "INTERNAL", "hint": "report the reference"}
    logged = caplog.text
    assert reference[1] in logged
    assert "'Named'" in logged
    assert hashlib.sha256(text.encode()).hexdigest()[:16] in logged
    assert "ValueError" in logged
    assert "geheim" not in logged


def test_nodes_of_a_list_of_identifiers_are_rows(small_preparers: Mapping[str, Preparer]) -> None:
    preparer = small_preparers["public"]
    text = "query ($i: [ID!]!) { nodes(ids: $i) { ... on Club { members(first: 100) { nodes { slug } } } } }"
    ids = [encode_id("Club", f"c{i}") for i in range(201)]
    assert refused(preparer, text, {"i": ids}) == "LIMIT_ROWS"
    preparer.prepare(text, {"i": ids[:-1]}, None)


def test_pages_within_pages_are_multiplied(small_preparers: Mapping[str, Preparer]) -> None:
    preparer = small_preparers["public"]
    text = "query ($n: Int) { people(first: $n) { nodes { knows(first: $n) { nodes { knows(first: $n) { nodes { slug } } } } } } }"
    assert preparer.limits.rows == 20_000
    assert refused(preparer, text, {"n": 30}) == "LIMIT_ROWS"
    assert preparer.prepare(text, {"n": 20}, None).parameters["l2"] == 20


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
    assert refused(preparer, text, {"w": where}) == "LIMIT_VARIABLES"

    # What gets past the parser's own limits may still be too much for what comes after it.
    def deep(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(preparer, "anew", deep)
    assert refused(preparer, text) == "TOO_DEEP"


# -- what cannot happen is said loudly -------------------------------------------------------------------------------


def test_plans_that_no_planner_makes_are_refused(small_preparers: Mapping[str, Preparer]) -> None:
    model = small_preparers["public"].model
    scene, row = Scene("n", ("Club",)), Row("r")
    with pytest.raises(TypeError):
        Emitter(model).output(Cursor("c"), scene, row)
    link = model.links("Club")["members"]
    for outputs in ((TotalCount("t"),), (Cursor("c"),)):
        connection = Connection(link, link.targets, AllOf(()), (), Page(None, None), None, outputs)
        start = None if outputs[0] == TotalCount("t") else scene
        with pytest.raises(TypeError):
            lists.connection(Emitter(model), connection, start, row)
    assert Emitter(model).operation(Operation(None, ())).cypher == ""


def test_values_that_no_validation_lets_through_are_refused() -> None:
    with pytest.raises(TypeError):
        object_type(GraphQLString)
    with pytest.raises(TypeError):
        from_literal(parse_value("{a: 1}"), GraphQLEnumType("E", {"A": None}), {})
