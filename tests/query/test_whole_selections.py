"""All that can be selected of a question compiles, for every viewer and in every language; nothing is sent."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from graphql import (
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.query.world import gid
from tests.reference.content import draw_content
from tests.reference.operations import operations

from engagegraph.errors import Failure
from engagegraph.graph.client import Graph
from engagegraph.model import Limits, Model
from engagegraph.query.prepare import Bound, Preparer
from engagegraph.web.engines import build_preparer
from engagegraph.write.change import Ref

WIDE = Limits(rows=10**9, fields=10**6, aliases=10**6, tokens=10**6, characters=10**7, depth=50)
CLUB, PERSON = gid(Ref("Club", "der-verein")), gid(Ref("Person", "die-person"))
NOTHING = gid(Ref("Nothing", "nichts"))

QUESTIONS = {
    "path": f'path(from: "{PERSON}", to: "{CLUB}"%s)',
    "neighbourhood": f'neighbourhood(id: "{CLUB}", depth: 2%s)',
    "participation": "participation(rows: {people: {}}, columns: {clubs: {}}%s)",
    "overlap": f'overlap(of: ["{CLUB}", "{PERSON}"]%s)',
    "timeline": f'timeline(of: "{CLUB}"%s)',
    "rank": "rank(type: Club, by: CORE%s)",
    "communities": "communities(first: 3%s)",
    "changes": "changes(since: 1)",
}
OF_RELATIONS = [name for name, asked in QUESTIONS.items() if "%s" in asked]


def everything(schema: GraphQLSchema, kind: object, depth: int) -> str:
    """Return a selection of all fields that need no argument, a few steps down, with the name of each type."""
    assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
    found = ["__typename"]
    for name, field in kind.fields.items():
        inner = get_named_type(field.type)
        if any(is_required_argument(argument) for argument in field.args.values()):
            continue
        if is_leaf_type(inner):
            found.append(name)
        elif depth:
            found.append(f"{name} {everything(schema, inner, depth - 1)}")
    return "{ " + " ".join(found) + " }"


def whole(preparer: Preparer, name: str, arguments: str, depth: int = 4) -> Bound:
    assert preparer.schema.query_type is not None
    kind = get_named_type(preparer.schema.query_type.fields[name].type)
    asked = QUESTIONS[name].replace("%s", arguments)
    text = f"{{ q: {asked} {everything(preparer.schema, kind, depth)} }}"
    return widened(preparer).prepare(text, {}, None)


def widened(preparer: Preparer) -> Preparer:
    return Preparer(preparer.model, preparer.viewer, preparer.schema, WIDE)


@pytest.mark.parametrize(
    ("name", "lang"), [*((name, "") for name in QUESTIONS), *((name, ", lang: EN") for name in OF_RELATIONS)]
)
def test_everything_of_a_question_is_one_statement(
    small_preparers: Mapping[str, Preparer], name: str, lang: str
) -> None:
    bound = whole(small_preparers["public"], name, lang)
    statement = bound.prepared.statement
    assert re.search(r"RETURN (?:collect\()?\[", statement.cypher)
    deep = {
        "participation": "'ParticipationCell'",
        "rank": "'RankingEntry'",
        "communities": "'CommunityMember'",
        "changes": "'after'",
    }.get(name, "'RelationDetail'")
    for answered in ("'__typename'", deep) if name != "participation" else (deep,):
        assert answered in statement.shaper
    assert not re.search("der-verein|die-person", statement.cypher)


@pytest.mark.db
@pytest.mark.parametrize("name", OF_RELATIONS)
def test_everything_of_a_question_runs(small_preparers: Mapping[str, Preparer], filled: Graph, name: str) -> None:
    preparer = small_preparers["public"]
    statement = whole(preparer, name, "", depth=3).prepared.statement
    kind = get_named_type(preparer.schema.get_type("Query").fields[name].type)  # type: ignore[union-attr]
    deeper = "clubs { nodes { members { totalCount } } }"
    numbers = f"... on Club {{ members {{ aggregate {{ count }} nodes {{ ... on Person {{ {deeper} }} }} }} }}"
    selected = re.sub(r"(nodes? \{) __typename id", rf"\1 {numbers} id", everything(preparer.schema, kind, 3))
    bound = widened(preparer).prepare(f"{{ q: {QUESTIONS[name].replace('%s', '')} {selected} }}", {}, None)
    asked = bound.prepared.statement
    assert asked.cypher.count("CALL (*)") > statement.cypher.count("CALL (*)") + 1
    filled.explain(asked.vouched, bound.parameters)


@pytest.mark.db
@pytest.mark.parametrize("viewer", ["public", "editor"])
@pytest.mark.parametrize("backward", [False, True])
def test_all_questions_at_once_run(
    small_preparers: Mapping[str, Preparer], filled: Graph, viewer: str, backward: bool
) -> None:
    preparer = small_preparers[viewer]
    assert preparer.schema.query_type is not None
    fields = preparer.schema.query_type.fields
    asked = {
        **{name: text.replace("%s", "") for name, text in QUESTIONS.items()},
        "dataset": "dataset",
        "suggest": 'suggest(prefix: "e")',
        "search": 'search(query: "e")',
        "clubs": "clubs(where: {members: {some: {}}})",
    }
    roots = [
        f"{n}: {text} {everything(preparer.schema, get_named_type(fields[n].type), 2)}" for n, text in asked.items()
    ]
    text = " ".join(roots[::-1] if backward else roots)
    some = "some: changes(where: {clubs: {members: {count: {gte: 2}}}}) { entries { kind } }"
    bound = widened(preparer).prepare(f"{{ {text} {some} }}", {}, None)
    filled.explain(bound.prepared.statement.vouched, bound.parameters)


@pytest.mark.parametrize("name", OF_RELATIONS)
def test_along_no_relation_nothing_is_matched(small_preparers: Mapping[str, Preparer], name: str) -> None:
    cypher = whole(small_preparers["public"], name, ", via: []", depth=3).prepared.statement.cypher
    assert "MEMBER_OF" not in cypher.split("RETURN", 1)[0]
    assert ":]" not in cypher


@pytest.mark.parametrize(
    ("name", "answer"), [("neighbourhood", None), ("timeline", None), ("path", []), ("overlap", None)]
)
def test_of_nothing_nothing_is_asked(small_preparers: Mapping[str, Preparer], name: str, answer: Any) -> None:
    asked = QUESTIONS[name].replace(CLUB, NOTHING).replace(PERSON, NOTHING) % ""
    bound = small_preparers["public"].prepare(f"{{ q: {asked} {{ __typename }} }}", {}, None)
    assert bound.prepared.statement.cypher == ""
    assert bound.prepared.shape([], bound.local, bound.constants) == {"q": answer}


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (f'path(from: "{CLUB}", to: "{PERSON}", maxLength: 0) {{ length }}', "maxLength cannot be 0"),
        (f'neighbourhood(id: "{CLUB}", depth: 9) {{ edges {{ type }} }}', "depth cannot be 9"),
    ],
)
def test_numbers_out_of_range(small_preparers: Mapping[str, Preparer], asked: str, message: str) -> None:
    with pytest.raises(Failure) as caught:
        small_preparers["public"].prepare(f"{{ {asked} }}", {}, None)
    [problem] = caught.value.problems
    assert (problem.code, problem.message) == ("VALUE_RANGE", message)
    assert problem.hint.startswith("give a number from 1 to ")


def test_a_model_without_relations_has_no_questions_about_them(small: Model) -> None:
    alone = build_preparer(replace(small, relations={}), "public")
    assert alone.schema.query_type is not None
    assert not QUESTIONS.keys() & alone.schema.query_type.fields.keys()
    assert "dataset" in alone.schema.query_type.fields


def test_a_model_without_lines_to_quote_has_none(small_preparers: Mapping[str, Preparer], small: Model) -> None:
    text = "{ dataset { name attributions } }"
    named = replace(small, attribution="title")
    assert "attributions" not in small_preparers["public"].prepare(text, {}, None).prepared.statement.cypher
    for model, found in ((small, 0), (named, 1)):
        cypher = build_preparer(model, "public").prepare(text, {}, None).prepared.statement.cypher
        assert cypher.count("DISTINCT s.title AS line") == found


def test_whatever_the_schema_allows_compiles(small_preparers: Mapping[str, Preparer], small: Model) -> None:
    snapshot, known = draw_content(small, 7, 20), small_preparers
    drawn = {viewer: operations(seen.schema, seen.model, snapshot) for viewer, seen in known.items()}
    compiled: set[str] = set()

    @settings(database=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck], deadline=None)
    @given(st.data())
    def compiles(data: st.DataObject) -> None:
        viewer = data.draw(st.sampled_from([*known]))
        operation = data.draw(drawn[viewer])
        statement = widened(known[viewer]).prepare(operation.text, operation.values, operation.name).prepared.statement
        compile(statement.shaper, "shaper", "exec")
        assert statement.cypher.count(";") == 0
        compiled.add(operation.text)

    # As in the cross-check: what decides comes from a generator, so that each operation is a new one.
    chance = random.Random(7)
    while len(compiled) < 50:
        compiles.hypothesis.fuzz_one_input(chance.randbytes(4096))  # type: ignore[attr-defined]


def statement(preparer: Preparer, text: str) -> str:
    return preparer.prepare(f"{{ {text} }}", {}, None).prepared.statement.cypher


def test_conditions_and_emptiness_of_a_matrix(small_preparers: Mapping[str, Preparer]) -> None:
    text = "participation(rows: {people: {}}, columns: {clubs: {kind: {eq: ART}}}, empty: %s) { total }"
    some, all_ = (statement(small_preparers["public"], text % empty) for empty in ("false", "true"))
    assert some.count("kind = ") == all_.count("kind = ") + 1 == 2


def test_how_far_neighbours_are_is_found_out_on_demand(small_preparers: Mapping[str, Preparer]) -> None:
    text = f'neighbourhood(id: "{CLUB}") {{ nodes {{ %s }} }}'
    assert "WITH i, l0, l1," in statement(small_preparers["public"], text % "distance")
    assert "WITH i, l0, l1," not in statement(small_preparers["public"], text % "degree")


def test_nobody_else_shares_among_no_types(small_preparers: Mapping[str, Preparer]) -> None:
    text = f'overlap(of: ["{CLUB}"]) {{ others(%s) {{ jaccard }} }}'
    some, nobody = (statement(small_preparers["public"], text % f"among: {among}") for among in ("[Person]", "[]"))
    assert some.count(":Person") > nobody.count(":Person")
    assert len(nobody) < len(some)


@pytest.mark.parametrize("arguments", [", via: []", ", in: []", ", in: [Source], via: [MEMBER_OF]"])
def test_what_is_known_may_share_nothing(small_preparers: Mapping[str, Preparer], arguments: str) -> None:
    bound = whole(small_preparers["public"], "overlap", arguments)
    assert "!%" in bound.prepared.statement.cypher
    assert "shared" in bound.prepared.statement.shaper


def test_nobody_else_may_be_asked_for(small_preparers: Mapping[str, Preparer]) -> None:
    text = f'overlap(of: ["{CLUB}"]) {{ others(among: []) {{ node {{ id }} shared {{ id }} }} }}'
    assert "others" not in statement(small_preparers["public"], text)


def test_along_no_relation_no_row_has_a_cell(small_preparers: Mapping[str, Preparer]) -> None:
    text = "participation(rows: {people: {}}, columns: {clubs: {}}, via: []%s) { rows { totalCount } }"
    some, all_ = (statement(small_preparers["public"], text % empty) for empty in ("", ", empty: true"))
    assert "WHERE false" in some
    assert "WHERE false" not in all_


def test_later_words_are_looked_for_only_where_there_is_room(small_preparers: Mapping[str, Preparer]) -> None:
    begun, later = statement(small_preparers["public"], 'suggest(prefix: "e") { slug }').split("collect([", 1)
    assert "fulltext" not in begun
    assert re.search(r"WHEN size\(\w+\) < \$\w+ THEN \[1\] ELSE \[\] END AS room\n +CALL db.index.fulltext", later)


def test_a_search_finds_what_was_valid_then(small_preparers: Mapping[str, Preparer]) -> None:
    text = 'search(query: "e"%s) { totalCount }'
    ever, then = (statement(small_preparers["public"], text % at) for at in ("", ', asOf: "2019"'))
    assert ("founded_first" in ever, "founded_first" in then) == (False, True)


def without_dates(model: Model) -> Model:
    """Return the model without the properties that say since when a relation holds, and until when."""
    dates = {"since", "until"}
    relations = {
        name: replace(r, properties={n: p for n, p in r.properties.items() if n not in dates})
        for name, r in model.relations.items()
    }
    return replace(model, relations=relations)


def test_relations_without_key_and_dates_are_in_order(small: Model) -> None:
    text = f'path(from: "{PERSON}", to: "{CLUB}", via: [%s]) {{ steps {{ edges {{ type }} }} }}'
    undated = build_preparer(without_dates(small), "public")
    dated = build_preparer(small, "public")
    order = "ORDER BY type({e})%s\n"
    for preparer, via, items in (
        (dated, "MEMBER_OF", ", {e}._key, {e}.since_first"),
        (dated, "KNOWS", ", {e}.since_first"),
        (undated, "KNOWS", ""),
    ):
        found = re.search(r"ORDER BY type\((\w+)\)[^\n]*\n", statement(preparer, text % via))
        assert found is not None
        assert found[0] == (order % items).format(e=found[1])


def test_a_thing_without_dates_and_relations_has_an_empty_timeline(small: Model) -> None:
    town = gid(Ref("Town", "ein-ort"))
    cypher = statement(build_preparer(small, "public"), f'timeline(of: "{town}", via: []) {{ entries {{ date }} }}')
    assert "WHERE false" in cypher
    undated = build_preparer(without_dates(small), "public")
    assert "since" not in statement(undated, f'timeline(of: "{town}") {{ entries {{ date }} }}')


def test_the_words_that_decide_a_sentence_may_differ_by_relation(small: Model) -> None:
    by = {"MEMBER_OF": "role", "KNOWS": "note"}
    relations = {n: replace(r, phrase_by=by.get(n)) for n, r in small.relations.items()}
    text = f'path(from: "{PERSON}", to: "{CLUB}") {{ steps {{ edges {{ sentence }} }} }}'
    cypher = statement(build_preparer(replace(small, relations=relations), "public"), text)
    assert re.search(r"CASE WHEN (\w+):MEMBER_OF THEN \1\.role WHEN \1:KNOWS THEN \1\.note END", cypher)


def test_a_filter_on_what_is_related_is_a_pattern_that_either_side_may_start(
    small_preparers: Mapping[str, Preparer],
) -> None:
    public = small_preparers["public"]
    one = statement(public, 'people(where: {clubs: {some: {node: {title: {eq: "x"}}}}}) { totalCount }')
    assert re.search(
        r"MATCH \((\w+)\)-\[\w+:MEMBER_OF\]->\((\w+):Club\)\n  WHERE \2\.title = .*\n  WITH DISTINCT \1\n", one
    )
    several = statement(public, 'clubs(where: {members: {some: {node: {onPerson: {name: {eq: "x"}}}}}}) { totalCount }')
    assert ":Person|County|Town)" in several
    for still in ('{node: {title: {ne: "x"}}}', "{role: {eq: CHAIR}}"):
        assert "EXISTS" in statement(public, f"people(where: {{clubs: {{some: {still}}}}}) {{ totalCount }}")
