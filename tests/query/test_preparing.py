"""Preparing without a database: what is refused and how, what is cached, what reaches the statement."""

from __future__ import annotations

import asyncio
import base64
import gc
import logging
import re
import threading
import time
from collections.abc import Mapping
from typing import Any

import pytest
from graphql import FieldNode, GraphQLError, Token
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagegraph.errors import Failure
from engagegraph.model import Limits
from engagegraph.query.binding import signed
from engagegraph.query.counts import Counts
from engagegraph.query.engine import Answer, Engine, beside, graphql_errors
from engagegraph.query.ids import decode_cursor, encode_cursor, encode_id
from engagegraph.query.moment import Moment
from engagegraph.query.prepare import Bound, Preparer


@pytest.fixture
def public(small_preparers: Mapping[str, Preparer]) -> Preparer:
    return small_preparers["public"]


def answer(
    preparer: Preparer, text: str, variables: Mapping[str, Any] | None = None, name: str | None = None
) -> Answer:
    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        raise AssertionError(f"sent: {cypher}")

    return asyncio.run(Engine(preparer, run).answer(text, variables, name))


def fresh(preparer: Preparer, limits: Limits | None = None, capacity: int = 512) -> Preparer:
    return Preparer(preparer.model, preparer.viewer, preparer.schema, limits or preparer.limits, capacity)


def test_what_is_forgotten_is_gone_at_once(public: Preparer) -> None:
    """Nothing of a document or a shaper holds itself, so that nobody has to search for it."""
    preparer = fresh(public, capacity=1)
    texts = ["{ clubs { edges { node { title } } totalCount } }", '{ club(slug: "a") { title } }']

    def held() -> int:
        made = [each for each in gc.get_objects() if isinstance(each, FieldNode | Token)]
        return len(made) + sum("<shaper>" in repr(getattr(each, "__code__", "")) for each in gc.get_objects())

    gc.disable()
    try:
        found = []
        for text in (*texts, *texts, texts[0]):
            gc.collect()  # what the validation of the one before left
            preparer.prepare(text, {}, None)
            found.append(held())
        assert found[0] != found[1]
        assert found[2:] == [found[0], found[1], found[0]]
    finally:
        gc.enable()


def test_a_turn_lasts_until_the_thread_is_done() -> None:
    """Who leaves cannot take it along: else several would be at work."""

    async def work() -> None:
        turn, go, log = asyncio.Lock(), threading.Event(), list[str]()

        def first() -> None:
            go.wait(10)
            log.append("first")

        def fail() -> None:
            time.sleep(0.02)
            raise ZeroDivisionError

        left = asyncio.create_task(beside(turn, first))
        await asyncio.sleep(0.01)
        left.cancel()
        second = asyncio.create_task(beside(turn, lambda: log.append("second")))
        await asyncio.sleep(0.01)
        assert (log, turn.locked()) == ([], True)
        go.set()
        await second
        assert (log, left.cancelled()) == (["first", "second"], True)
        # Behind what failed comes a rest.
        begin = time.monotonic()
        with pytest.raises(ZeroDivisionError):
            await beside(turn, fail, rest=3)
        assert turn.locked()
        await beside(turn, lambda: None)
        assert time.monotonic() - begin >= 0.08

    asyncio.run(work())


# -- refusals --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{ clubs(first: 101) { totalCount } }", "ask for 0 to 100, and for the rest with after"),
        ("{ clubs { groupBy(by: [{ kind: VALUE }], first: 101) { count } } }", "ask for 0 to 100"),
    ],
)
def test_a_page_too_large_says_how_to_go_on_where_one_can(
    small_preparers: Mapping[str, Preparer], text: str, hint: str
) -> None:
    with pytest.raises(Failure) as caught:
        small_preparers["public"].prepare(text, {}, None)
    assert caught.value.problems[0].hint == hint


@pytest.mark.parametrize(
    ("text", "variables", "code"),
    [
        ("{ clubs", {}, "GRAPHQL_SYNTAX"),
        ("{ clubs }", {}, "GRAPHQL_INVALID"),
        ("{ nothing }", {}, "GRAPHQL_INVALID"),
        ("", {}, "GRAPHQL_SYNTAX"),
        ("fragment F on Club { slug }", {}, "GRAPHQL_INVALID"),
        ("mutation { clubs { totalCount } }", {}, "GRAPHQL_INVALID"),
        ("subscription { clubs { totalCount } }", {}, "GRAPHQL_INVALID"),
        ("query ($x: Int!) { clubs(first: $x) { totalCount } }", {}, "GRAPHQL_INVALID"),
        ("query ($x: Int) { clubs(first: $x) { totalCount } }", {"x": "viele"}, "GRAPHQL_INVALID"),
        ('{ clubs(where: { founded: { eq: "gestern" } }) { totalCount } }', {}, "GRAPHQL_INVALID"),
        ("query ($d: PartialDate) { clubs(asOf: $d) { totalCount } }", {"d": 2019}, "GRAPHQL_INVALID"),
        ("{ clubs(first: 101) { totalCount } }", {}, "PAGE_SIZE"),
        ("{ clubs(last: -1) { totalCount } }", {}, "PAGE_SIZE"),
        ("{ clubs(first: 1, last: 1) { totalCount } }", {}, "PAGE_DIRECTION"),
        ('{ clubs(first: 1, before: "x") { totalCount } }', {}, "PAGE_DIRECTION"),
        ('{ clubs(after: "x") { totalCount } }', {}, "CURSOR_INVALID"),
        ("{ club { slug } }", {}, "LOOKUP_KEY"),
        ('{ county(slug: "a", code: "01") { slug } }', {}, "LOOKUP_KEY"),
        ("{ club(slug: null) { slug } }", {}, "LOOKUP_KEY"),
        ('{ node(id: "?") { id } }', {}, "ID_INVALID"),
        ('{ node(id: "ä") { id } }', {}, "ID_INVALID"),
        ("{ node(id: 5) { id } }", {}, "ID_INVALID"),
        ("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ["Q2x1Yg"]}, "ID_INVALID"),
        ("{ towns(orderBy: [{ county: { towns: { count: ASC } } }]) { totalCount } }", {}, "ORDER_UNSUPPORTED"),
        ("{ towns(where: { near: { latitude: 91, longitude: 8, km: 1 } }) { totalCount } }", {}, "VALUE_RANGE"),
        ("{ towns(where: { near: { latitude: 53, longitude: -180.5, km: 1 } }) { totalCount } }", {}, "VALUE_RANGE"),
        ("{ towns(where: { near: { latitude: 53, longitude: 8, km: 0 } }) { totalCount } }", {}, "VALUE_RANGE"),
        (
            "query ($k: Float!) { places(where: { near: { latitude: 53, longitude: 8, km: $k } }) { totalCount } }",
            {"k": -1},
            "VALUE_RANGE",
        ),
        ("{ towns { nodes { distance(from: { latitude: -90.1, longitude: 8 }) } } }", {}, "VALUE_RANGE"),
        (
            "{ towns(orderBy: [{ distance: { from: { latitude: 0, longitude: 181 }, direction: ASC } }]) { totalCount } }",
            {},
            "VALUE_RANGE",
        ),
        (
            "query ($b: BoxInput!) { towns(where: { within: { box: $b } }) { totalCount } }",
            {"b": {"south": 2, "west": 1, "north": 1, "east": 2}},
            "VALUE_RANGE",
        ),
        (
            "{ towns(where: { within: { box: { south: 0, west: 0, north: 91, east: 1 } } }) { totalCount } }",
            {},
            "VALUE_RANGE",
        ),
        ('{ towns(where: { within: { county: "a", box: null } }) { totalCount } }', {}, "GRAPHQL_INVALID"),
        ("{ towns(where: { near: { latitude: 5, longitude: 5, km: 1e400 } }) { totalCount } }", {}, "GRAPHQL_INVALID"),
        ("query ($x: Float = -1e400) { towns(where: { latitude: { gt: $x } }) { totalCount } }", {}, "GRAPHQL_INVALID"),
        (f"{{ towns(where: {{ latitude: {{ gt: 1{'0' * 400} }} }}) {{ totalCount }} }}", {}, "GRAPHQL_INVALID"),
        ("{ towns(where: { within: {} }) { totalCount } }", {}, "GRAPHQL_INVALID"),
        ("{ towns { nodes { distance } } }", {}, "GRAPHQL_INVALID"),
        ("{ clubs { nodes { distance(from: { latitude: 0, longitude: 0 }) } } }", {}, "GRAPHQL_INVALID"),
        ("{ clubs(where: { number: { between: [1] } }) { totalCount } }", {}, "BETWEEN_BOUNDS"),
        ('{ clubs(where: { founded: { between: ["1", "2", "3"] } }) { totalCount } }', {}, "GRAPHQL_INVALID"),
        ('{ clubs(where: { founded: { between: ["2001"] } }) { totalCount } }', {}, "BETWEEN_BOUNDS"),
        ("{ clubs(where: { members: { count: { between: [] } } }) { totalCount } }", {}, "BETWEEN_BOUNDS"),
        ('{ clubs(between: { from: "2019", to: "2018" }) { totalCount } }', {}, "VALUE_RANGE"),
        (
            "query ($b: PeriodInput) { changes(between: $b) { entries { kind } } }",
            {"b": {"from": "2019-02", "to": "2019-01"}},
            "VALUE_RANGE",
        ),
        ('{ clubs(asOf: "2019", between: { from: "2018", to: "2019" }) { totalCount } }', {}, "TIME_AMBIGUOUS"),
        ("query A { clubs { totalCount } } query A { clubs { totalCount } }", {}, "GRAPHQL_INVALID"),
        ("mutation { __typename }", {}, "GRAPHQL_INVALID"),
        ("subscription { __typename }", {}, "GRAPHQL_INVALID"),
        ("{ __typename } type A { b: Int }", {}, "GRAPHQL_INVALID"),
    ],
)
def test_refused(public: Preparer, text: str, variables: dict[str, Any], code: str) -> None:
    found = answer(public, text, variables)
    assert found.data is None
    assert found.code == code
    assert "data" not in found.document()
    assert all(error.message for error in found.errors)


CLUB = encode_id("Club", "sv")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f'query ($x: ID = "{CLUB}") {{ node(id: $x) {{ id }} }}', "ID!"),
        (f'query ($x: [ID!] = "{CLUB}") {{ nodes(ids: $x) {{ id }} }}', "[ID!]!"),
        (f'query ($x: ID = "{CLUB}") {{ nodes(ids: [$x]) {{ id }} }}', "ID!"),
        (f'query ($x: [ID!] = "{CLUB}") {{ overlap(of: $x) {{ __typename }} }}', "[ID!]!"),
        (f'query ($x: ID = "{CLUB}") {{ path(from: $x, to: "{CLUB}") {{ __typename }} }}', "ID!"),
        (f'query ($x: ID = "{CLUB}") {{ timeline(of: $x) {{ totalCount }} }}', "ID!"),
        ('query ($x: String = "a") { search(query: $x) { totalCount } }', "String!"),
        ('query ($x: String = "a") { suggest(prefix: $x) { __typename } }', "String!"),
        ("query ($x: [ClubKey!] = [{ kind: VALUE }]) { clubs { groupBy(by: $x) { count } } }", "[ClubKey!]!"),
        ("query ($x: [ClubKey!] = [{ kind: VALUE }]) { clubs { facets(fields: $x) { field } } }", "[ClubKey!]!"),
        ('query ($x: PartialDate = "2020") { clubs(between: { from: $x, to: "2021" }) { totalCount } }', "PartialDate!"),
        ("query ($x: TextFormat) { clubs { nodes { text(format: $x) } } }", "TextFormat!"),
        ("query ($x: Boolean = true) { clubs { ...F } } fragment F on ClubConnection { totalCount @skip(if: $x) }", "Boolean!"),
        ('query ($x: String = "Club") { __type(name: $x) { name } }', "String!"),
        ("query ($x: Boolean = true) { __schema { directives { args(includeDeprecated: $x) { name } } } }", "Boolean!"),
    ],
)  # fmt: skip
def test_null_is_refused_where_only_a_default_let_the_variable_stand(public: Preparer, text: str, kind: str) -> None:
    [error] = answer(public, text, {"x": None}).errors
    assert error.formatted == {
        "message": f"Variable '$x' cannot be null where '{kind}' stands.",
        "locations": [{"line": 1, "column": text.rindex("$x") + 1}],
        "extensions": {
            "code": "GRAPHQL_INVALID",
            "hint": "give a value, or leave the variable out to have the default",
        },
    }
    public.prepare(text, {}, None)  # left out it has the default


@pytest.mark.parametrize("given", [{"x": None}, {}])
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("query ($x: Direction) { clubs(orderBy: [{ title: $x }]) { totalCount } }", "ClubOrder"),
        ("query ($x: Direction) { clubs(orderBy: { title: $x }) { totalCount } }", "ClubOrder"),
        ("query ($x: GroupByValue) { clubs { groupBy(by: [{ kind: $x }]) { count } } }", "ClubKey"),
        ("query ($x: GroupByValue) { clubs { facets(fields: [{ kind: $x }]) { field } } }", "ClubKey"),
    ],
)
def test_the_one_key_of_an_object_has_a_value(public: Preparer, text: str, kind: str, given: dict[str, Any]) -> None:
    [error] = answer(public, text, given).errors
    assert error.formatted == {
        "message": f"Variable '$x' cannot be null where the one key of '{kind}' stands.",
        "locations": [{"line": 1, "column": text.rindex("$x") + 1}],
        "extensions": {"code": "GRAPHQL_INVALID", "hint": "give a value"},
    }
    public.prepare(text, {"x": "VALUE" if "GroupBy" in text else "ASC"}, None)


def test_null_is_fine_where_the_schema_allows_it(public: Preparer) -> None:
    text = "query ($n: Int) { clubs(first: $n) { nodes { slug } } }"
    given, absent = (public.prepare(text, variables, None) for variables in ({"n": None}, {}))
    assert given.parameters == absent.parameters


def test_nulls_in_many_places_are_told_of_ten(public: Preparer) -> None:
    fields = " ".join(f"a{i}: __type(name: $x) {{ name }}" for i in range(12))
    found = answer(public, f'query ($x: String = "Club") {{ {fields} }}', {"x": None})
    assert [error.formatted["extensions"]["code"] for error in found.errors] == ["GRAPHQL_INVALID"] * 10


def test_a_cursor_with_values_of_another_kind_is_none(public: Preparer) -> None:
    text = "query ($c: String) { clubs(orderBy: [{ meets: ASC }], first: 1, after: $c) { totalCount } }"
    first = public.prepare(text, {}, None)
    [page] = first.prepared.statement.pages
    codes = set()
    for length in range(1, 6):
        values: list[object] = ["gestern"] * length
        codes.add(answer(public, text, {"c": encode_cursor(signed(page, first.parameters), values)}).code)
    assert codes == {"CURSOR_FOREIGN", "CURSOR_INVALID"}


@pytest.mark.parametrize("value", [2**63, [1], {"a": 1}])
def test_a_cursor_with_values_that_no_row_has_is_none(value: object) -> None:
    good: list[object] = ["x", None, True, 1.5, -(2**63)]
    assert decode_cursor(encode_cursor("s", good), "s", len(good)) == good
    with pytest.raises(Failure) as caught:
        decode_cursor(encode_cursor("s", [*good, value]), "s", len(good) + 1)
    assert caught.value.code == "CURSOR_INVALID"


def test_what_is_known_is_not_prepared_again(public: Preparer) -> None:
    sent = []

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        sent.append(cypher)
        return [["7 x", [3], "7 x"]]

    preparer = fresh(public)
    engine = Engine(preparer, run)
    first = asyncio.run(engine.answer("{ clubs { totalCount } }"))
    known = preparer.known("{ clubs { totalCount } }", {}, None)
    assert known is not None
    wanted = Answer({"clubs": {"totalCount": 3}}, moment=Moment(7, "x"), reads=known.prepared.reads)
    assert asyncio.run(engine.answer("{ clubs { totalCount } }")) == first == wanted
    assert sent == [known.prepared.statement.vouched] * 2
    told = preparer.documents.statistics(), preparer.operations.statistics()
    assert [(t["hits"], t["misses"]) for t in told] == [(2, 1), (2, 0)]
    assert preparer.anew("{ clubs { totalCount } }", {}, None).prepared is known.prepared


@pytest.mark.parametrize(
    ("also", "row", "at"),
    [
        ("", [["sv", 5]], {"MEMBER_OF": ["sv"]}),
        ("", [None], {"MEMBER_OF": []}),
        ("every: clubs(where: { members: { some: {} } }) { totalCount }", [["sv", 5], 3], {}),
    ],
)
def test_an_answer_says_at_which_nodes_relations_were_read(
    public: Preparer, also: str, row: list[Any], at: dict[str, list[str]]
) -> None:
    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        return [["7 x", row, "7 x"]]

    text = f'{{ club(slug: "sv") {{ slug members {{ totalCount }} }} {also} }}'
    answer = asyncio.run(Engine(public, run).answer(text))
    assert (answer.errors, answer.at) == ((), at)


def test_what_is_asked_again_is_not_bound_again(public: Preparer) -> None:
    """Until it costs something else, or the operation was forgotten."""
    preparer = fresh(public, capacity=1)
    text = "query ($n: Int) { clubs(first: $n) { nodes { title } } }"
    first = preparer.prepare(text, {"n": 5}, None)
    assert preparer.known(text, {"n": 5}, None) == first
    assert preparer.bound.statistics()["hits"] == 0
    again = preparer.known(text, {"n": 5}, None)
    assert again == first
    assert again.prepared is first.prepared
    assert preparer.bound.statistics()["hits"] == 1
    other = preparer.known(text, {"n": 6}, None)
    assert other is not None
    assert other.parameters == {**first.parameters, "l0": 6}
    preparer.counts = Counts({"Club": 2})
    dearer = preparer.known(text, {"n": 5}, None)
    assert dearer is not None
    assert dearer.estimated < first.estimated
    assert preparer.known(text, {"n": 5}, None) == dearer
    preparer.prepare("{ towns { totalCount } }", {}, None)
    assert preparer.known(text, {"n": 5}, None) is None
    two = "query A { clubs { totalCount } } query B { towns { totalCount } }"
    for name in "AABA":
        preparer.prepare(two, {}, name)
    assert preparer.prepare(two, {}, "A").prepared.place == (two, "A", ())
    # Of the schema and of what is measured nothing is kept.
    for asked in ("{ __schema { types { name } } }", "{ rank(type: Club, by: DEGREE) { totalCount } }"):
        entries = len(preparer.bound)
        preparer.prepare(asked, {}, None)
        preparer.known(asked, {}, None)
        assert len(preparer.bound) == entries


def test_the_operation_is_chosen_by_its_name(public: Preparer) -> None:
    text = "query A { __typename } query B { b: __typename }"
    assert answer(public, text, name="B").document() == {"data": {"b": "Query"}}
    assert answer(public, text, name="A").data == {"__typename": "Query"}
    assert "must choose one of A, B" in answer(public, text).errors[0].message
    assert 'No operation is called "C"; the document has A, B.' in answer(public, text, name="C").errors[0].message
    assert "one without a name" in answer(public, "{ __typename }", name="C").errors[0].message


def test_every_error_of_a_document_is_told(public: Preparer) -> None:
    found = answer(public, "{ clubs { nodes { a b } } people { nodes { c } } }")
    assert [error.locations[0].column for error in found.errors if error.locations] == [19, 21, 44]
    assert {(error.extensions or {})["code"] for error in found.errors} == {"GRAPHQL_INVALID"}


def test_a_fault_inside_says_nothing_but_its_reference(public: Preparer, caplog: pytest.LogCaptureFixture) -> None:
    async def broken(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        raise ZeroDivisionError("geheim")

    with caplog.at_level(logging.ERROR):
        found = asyncio.run(Engine(public, broken).answer("query Kaputt { clubs { totalCount } }", None, "Kaputt"))
    assert found.code == "INTERNAL"
    [error] = found.errors
    reference = error.message.rpartition(" ")[2]
    assert "geheim" not in str(found.document())
    assert reference in caplog.text
    assert "Kaputt" in caplog.text
    assert "geheim" in caplog.text


def test_what_the_database_refuses_is_told(public: Preparer) -> None:
    async def gone(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        raise Failure.of("DATABASE_UNAVAILABLE", "nobody answers", "start it")

    found = asyncio.run(Engine(public, gone).answer("{ clubs { totalCount } }"))
    assert found.document() == {
        "errors": [{"message": "nobody answers", "extensions": {"code": "DATABASE_UNAVAILABLE", "hint": "start it"}}]
    }


def test_data_and_errors_stand_together() -> None:
    error = GraphQLError("etwas fehlt")
    assert Answer({"a": None}, (error,)).document() == {"errors": [{"message": "etwas fehlt"}], "data": {"a": None}}
    assert Answer(None, (error,)).code is None


def test_no_other_error_passes_for_one_of_graphql() -> None:
    with pytest.raises(ZeroDivisionError):
        list(graphql_errors([ZeroDivisionError()]))


# -- the cache -------------------------------------------------------------------------------------------------------

SHAPES = """
query ($where: ClubWhere, $first: Int, $yes: Boolean!, $order: [ClubOrder!], $ids: [ID!] = [], $types: [SearchType!], $format: TextFormat = HTML) {
  clubs(where: $where, first: $first, orderBy: $order) { nodes { slug @include(if: $yes) text(format: $format) } }
  nodes(ids: $ids) { id }
  search(query: "x", types: $types) { totalCount }
}
"""


def prepared(preparer: Preparer, **variables: Any) -> Bound:
    return preparer.prepare(SHAPES, {"yes": True, **variables}, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"where": {"title": {"eq": "a"}}}, {"where": {"title": {"eq": "b"}}}),
        ({"first": 1}, {"first": 7}),
        ({"where": {"number": {"in": [1]}}}, {"where": {"number": {"in": [2, 3, 4]}}}),
        ({"where": {"founded": {"between": ["1999", "2000"]}}}, {"where": {"founded": {"between": ["2001", "2002"]}}}),
        ({"where": {"OR": [{"number": {"eq": 1}}]}}, {"where": {"OR": [{"number": {"eq": 2}}]}}),
        ({"ids": [encode_id("Club", "a")]}, {"ids": [encode_id("Club", "b"), encode_id("Club", "c")]}),
    ],
)
def test_values_share_a_statement(public: Preparer, one: dict[str, Any], other: dict[str, Any]) -> None:
    first, second = prepared(public, **one), prepared(public, **other)
    assert first.prepared is second.prepared
    assert first.parameters != second.parameters


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"where": {"title": {"eq": "a"}}}, {"where": {"title": {"ne": "a"}}}),
        ({"where": {"open": {"eq": True}}}, {"where": {"open": {"eq": False}}}),
        ({"where": {"kind": {"eq": "SPORT"}}}, {"where": {"kind": {"eq": "ART"}}}),
        ({"where": {"AND": [{}]}}, {"where": {"AND": [{}, {}]}}),
        ({"where": None}, {"where": {}}),
        ({"yes": True}, {"yes": False}),
        ({"order": [{"title": "ASC"}]}, {"order": [{"title": "DESC"}]}),
        ({"ids": [encode_id("Club", "a")]}, {"ids": [encode_id("Town", "a")]}),
        ({"types": ["Club"]}, {"types": ["Town", "Club"]}),
        ({"format": "HTML"}, {"format": "PLAIN"}),
    ],
)
def test_structure_makes_another_statement(public: Preparer, one: dict[str, Any], other: dict[str, Any]) -> None:
    assert prepared(public, **one).prepared is not prepared(public, **other).prepared


def test_the_cache_is_bounded(public: Preparer) -> None:
    preparer = fresh(public, capacity=2)
    first = preparer.prepare("{ a: __typename }", {}, None).prepared
    for name in "bc":
        preparer.prepare(f"{{ {name}: __typename }}", {}, None)
    assert preparer.prepare("{ a: __typename }", {}, None).prepared is not first
    kept = preparer.prepare("{ c: __typename }", {}, None).prepared
    preparer.prepare("{ d: __typename }", {}, None)
    assert preparer.prepare("{ c: __typename }", {}, None).prepared is kept
    text = "query ($w: ClubWhere) { clubs(where: $w) { totalCount } }"
    by_shape = [preparer.prepare(text, {"w": {key: {}}}, None).prepared for key in ("title", "slug", "number")]
    assert preparer.prepare(text, {"w": {"title": {}}}, None).prepared is not by_shape[0]


# -- the statement ---------------------------------------------------------------------------------------------------


def test_numbers_and_truths_are_different_values(public: Preparer) -> None:
    text = "{ clubs(where: { open: { eq: true }, number: { eq: 1 }, share: { eq: 1.0 } }) { totalCount } }"
    parameters = public.prepare(text, {}, None).parameters
    assert [parameters[f"p{i}"] for i in range(3)] == [True, 1, 1.0]
    assert [type(parameters[f"p{i}"]) for i in range(3)] == [bool, int, float]


def test_equal_values_are_sent_once(public: Preparer) -> None:
    text = '{ a: club(slug: "x") { slug } b: club(slug: "x") { slug } }'
    assert public.prepare(text, {}, None).parameters == {"p0": "x"}


MARK = "Ma'rk\\e\"r`{}$"
MARKED: st.SearchStrategy[dict[str, Any]] = st.recursive(
    st.fixed_dictionaries(
        {},
        optional={
            "title": st.dictionaries(
                st.sampled_from(["eq", "ne", "contains", "startsWith", "gt"]), st.just(MARK), min_size=1
            ),
            "slug": st.fixed_dictionaries({"in": st.just([MARK, MARK + "2"])}),
            "note": st.fixed_dictionaries({"eq": st.just(MARK), "fold": st.booleans()}),
            "text": st.just({"contains": MARK}),
            "number": st.fixed_dictionaries({"between": st.just([4711, 4712])}),
            "share": st.just({"gt": 47.11}),
            "founded": st.just({"after": "1747-11-08"}),
            "meets": st.just({"lt": "1747-11-08T11:47:00Z"}),
            "members": st.sampled_from(
                [
                    {"some": {"note": {"eq": MARK}, "since": {"during": "1747-11"}}},
                    {"count": {"gte": 4711}},
                    {"every": {"node": {"onTown": {"name": {"endsWith": MARK}}}}},
                ]
            ),
        },
    ),
    lambda inner: st.one_of(
        inner.map(lambda w: {"NOT": w}), st.lists(inner, min_size=1, max_size=2).map(lambda ws: {"OR": ws})
    ),
    max_leaves=4,
)


def literal(value: Any) -> str:
    """Write a JSON value as GraphQL does."""
    match value:
        case dict():
            return "{" + ", ".join(f"{k}: {literal(v)}" for k, v in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(literal, value)) + "]"
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case bool():
            return str(value).lower()
        case _:
            return str(value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=MARKED)
def test_values_never_stand_in_the_statement(public: Preparer, where: dict[str, Any]) -> None:
    fields = "{ edges { cursor } totalCount nodes { members(first: 47) { totalCount } } }"
    written = public.prepare(f"{{ clubs(where: {literal(where)}, first: 17) {fields} }}", {}, None)
    given_ = public.prepare(f"query ($w: ClubWhere) {{ clubs(where: $w, first: 17) {fields} }}", {"w": where}, None)
    for bound in (written, given_):
        cypher = bound.prepared.statement.cypher
        assert "rk" not in cypher.replace("remark", "")
        assert not re.search(r"\b(4711|4712|11|1747|17|47)\b", cypher)
    assert {*map(repr, written.parameters.values())} == {*map(repr, given_.parameters.values())}


def test_the_shapers_source_holds_response_keys_only_as_text(public: Preparer) -> None:
    bound = public.prepare('{ __import__: club(slug: "x\') + 1") { p: slug v: title } }', {}, None)
    assert "x'" not in bound.prepared.statement.shaper
    assert bound.prepared.shape([["s", "t"]], bound.local, {}) == {"__import__": {"p": "s", "v": "t"}}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("{ clubs { nodes { ...F ...F } } } fragment F on Club { slug }", "{ clubs { nodes { slug } } }"),
        ("{ clubs { nodes { ... { slug } ... on Node { slug } } } }", "{ clubs { nodes { slug } } }"),
        ("{ places { nodes { slug ... on Town { code } ...C } } } fragment C on County { code }",
         "{ places { nodes { slug ... on County { code } ... on Town { code } } } }"),
        ("{ clubs(where: { title: null }) { totalCount } }", "{ clubs(where: {}) { totalCount } }"),
        ("{ clubs(where: { members: { some: null, count: null } }) { totalCount } }",
         "{ clubs(where: { members: {} }) { totalCount } }"),
    ],
)  # fmt: skip
def test_two_ways_to_say_the_same(public: Preparer, one: str, other: str) -> None:
    said = [public.prepare(text, {}, None).prepared.statement for text in (one, other)]
    assert said[0].cypher == said[1].cypher
    assert "MATCH" in said[0].cypher


@pytest.mark.parametrize(
    ("where", "meant"),
    [
        ("NOT: { title: { eq: $s } }", ""),
        ("NOT: { title: { contains: $s, fold: true } }", ""),
        ("NOT: { NOT: { AND: [{ title: { eq: $s } }, { OR: [{ number: { gte: $n } }] }] } }", ""),
        ("NOT: { title: { eq: $s }, number: { gte: 1 } }", "NOT: { number: { gte: 1 } }"),
        ("OR: [{ title: { eq: $s } }, { number: { gte: 1 } }]", "OR: [{ number: { gte: 1 } }]"),
        ("OR: [{ title: { eq: $s } }, { number: { gte: $n } }]", ""),
        ("AND: [{ title: { eq: $s } }], number: { gte: 1 }", "number: { gte: 1 }"),
        ("members: { none: { role: { eq: $r } }, some: { note: { eq: $s } } }", ""),
        ("members: { every: { node: { onPerson: { name: { eq: $s } } } } }", ""),
        ("members: { single: { role: { eq: $r }, note: { eq: $s } }, count: { gte: 2 } }", "members: { count: { gte: 2 } }"),
        ("NOT: { members: { count: { gte: $n, isNull: $b } } }", ""),
        ("NOT: { umbrella: { some: $w } }", ""),
        # What is empty without being emptied is something.
        ("NOT: { NOT: {} }", "NOT: { AND: [{ NOT: {} }] }"),
        ("members: { none: { OR: [{}, { note: { eq: $s } }] } }", "members: { none: { OR: [{}] } }"),
        ("NOT: { AND: [] }", "NOT: {}"),
        ("NOT: { members: { count: { isNull: false } } }", "NOT: {}"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("given", [{}, dict.fromkeys("snrbw")], ids=["left out", "null"])
def test_what_holds_nothing_but_null_is_no_condition(
    public: Preparer, where: str, meant: str, given: dict[str, None]
) -> None:
    known = {"s": "String", "n": "Int", "r": "MemberRole", "b": "Boolean", "w": "MemberOfClubWhere"}
    used = [f"${name}: {kind}" for name, kind in known.items() if f"${name}" in where]
    text = f"query{' (' * bool(used)}{', '.join(used)}{')' * bool(used)} {{ clubs(where: {{ {where} }}) {{ totalCount }} }}"
    said = public.prepare(text, given, None)
    plain = public.prepare(f"{{ clubs(where: {{ {meant} }}) {{ totalCount }} }}", {}, None)
    assert (said.prepared.statement.cypher, said.parameters) == (plain.prepared.statement.cypher, plain.parameters)


def test_ids_of_other_types_are_not_looked_up(public: Preparer) -> None:
    text = "query ($id: ID!) { club(id: $id) { slug } node(id: $id) { id } }"
    bound = public.prepare(text, {"id": encode_id("Town", "x")}, None)
    assert "Club" not in bound.prepared.statement.cypher
    unknown = public.prepare(text, {"id": base64.urlsafe_b64encode(b"Nichts:x").decode()}, None)
    assert unknown.prepared.statement.cypher == "RETURN []"
    assert unknown.prepared.shape([[]], unknown.local, {}) == {"club": None, "node": None}


def test_every_kind_of_output_is_shaped(public: Preparer) -> None:
    text = """
    query ($yes: Boolean!) {
      dataset { name attributions }
      clubs { nodes { tags } edges { __typename ... on ClubEdge { cursor } } }
      search(query: "x") { edges { score cursor } }
      club(slug: "x") { sources { ... on Citation { place } } ...None @include(if: $yes) ...None @skip(if: false) }
    }
    fragment None on Club { kind @include(if: false) }
    """
    bound = public.prepare(text, {"yes": True}, None)
    rows = [[1, None, 0, 0, []], [["Titel", "k1", ["a", "b"]], ["Titel", "k2", None]], [[1.5, "k1", "Club"]], [[]]]
    found = bound.prepared.shape(rows, bound.local, bound.constants)
    assert found["dataset"] == {"name": "small", "attributions": []}
    assert found["search"]["edges"][0]["score"] == 1.5
