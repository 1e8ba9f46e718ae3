"""What statements read, by their text. That it is never too little is held in `tests/reference/test_reads_laws.py`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from engagegraph.model import Model
from engagegraph.model.stored import group, touched_at
from engagegraph.query import reads
from engagegraph.query.ids import encode_id
from engagegraph.query.prepare import Preparer
from engagegraph.query.reads import EVERYTHING, Reads, Touched
from engagegraph.write.change import Change, Citation, EdgeKey, EdgeState, Layer, NodeState, Ref
from engagegraph.write.touched import touched

ANNA, SV = encode_id("Person", "anna"), encode_id("Club", "sv")


def read(known: Reads, statement: str) -> set[str]:
    found = known.of(statement)
    assert found is not None
    return {word for word in known.words if known.touched([word]).meets(found)}


@pytest.mark.parametrize(
    ("asked", "spared", "not_spared"),
    [
        ("clubs { totalCount }", ["Club.title", "Club.number", "Town", "MEMBER_OF"], ["Club"]),
        ("clubs { nodes { number } }", ["Club.share", "Town"], ["Club", "Club.number", "Club.title"]),
        ("clubs { nodes { sources { source { title } } } }", ["Town"], ["Club._sources", "Source", "Source.title"]),
        ("towns(orderBy: [{name: ASC}]) { nodes { slug } }", ["Town.code", "Club.title"], ["Town.name"]),
        ('search(query: "a") { nodes { slug } }', ["MEMBER_OF"], ["Club.title", "Town", "Club.title_en"]),
        ("people { nodes { clubs { totalCount } } }", ["Town.code", "Club.number"], ["MEMBER_OF", "Person"]),
    ],
)
def test_what_is_named_is_read(
    asked: str, spared: list[str], not_spared: list[str], small: Model, small_preparers: Mapping[str, Preparer]
) -> None:
    bound = small_preparers["public"].prepare(f"{{ {asked} }}", {}, None)
    found = read(Reads(small), bound.prepared.statement.cypher)
    assert found.isdisjoint(spared)
    assert found.issuperset(not_spared)


@pytest.mark.parametrize("asked", ["dataset { revision }", "changes { entries { __typename } }"])
def test_what_tells_of_revisions_is_another_with_each(asked: str, small_preparers: Mapping[str, Preparer]) -> None:
    prepared = small_preparers["public"].prepare(f"{{ {asked} }}", {}, None).prepared
    assert prepared.reads is None


def test_what_is_measured_says_of_which_revision_it_is(small_preparers: Mapping[str, Preparer]) -> None:
    text = "{ rank(type: Club, by: DEGREE) { revision } }"
    assert small_preparers["public"].prepare(text, {}, None).prepared.reads is None


def test_relations_without_a_name_are_all(small: Model) -> None:
    known = Reads(small)
    for pattern in ("(n)--()", "(n)-[e]-(m)", "(n)-[]->(m)", "(n)<--(m)", "(n)-[*1..3]-(m)"):
        assert read(known, f"MATCH {pattern} RETURN 1") >= small.relations.keys(), pattern
    assert read(known, "MATCH (n:Club)-[e:MEMBER_OF]-(m) RETURN 1").isdisjoint(small.relations.keys() - {"MEMBER_OF"})


def test_a_place_on_the_map_is_read_by_its_point(real: Model) -> None:
    known = Reads(real)
    assert {"Municipality.latitude", "Municipality.longitude"} <= read(
        known, "MATCH (n:Municipality) RETURN n.latitude_point"
    )


def test_who_does_not_say_what_was_touched_touched_everything(small: Model) -> None:
    known = Reads(small)
    for said in (None, ["Unheard.of"], ["UNHEARD_OF@00ff"], ["MEMBER_OF@ff"], ["Club", ""]):
        assert known.touched(said) == Touched(EVERYTHING)
    assert known.touched([]) == Touched(0)
    assert known.of("") == 0


@pytest.mark.parametrize(
    ("asked", "at"),
    [
        ("clubs { nodes { members { totalCount } } }", ["MEMBER_OF"]),
        ("people { nodes { of: clubs { nodes { members { nodes { slug } } } } } }", ["MEMBER_OF"]),
        ("clubs(where: { members: { some: {} } }) { nodes { members { totalCount } } }", []),
        ("clubs(orderBy: [{ members: { count: DESC } }]) { nodes { members { totalCount } } }", []),
        ("people { nodes { clubs(where: { node: { members: { some: {} } } }) { totalCount } } }", []),
        ("people { nodes { clubs { groupBy(by: [{ node: { members: { role: VALUE } } }]) { count } } } }", []),
        (f'clubs {{ nodes {{ members {{ totalCount }} }} }} path(from: "{ANNA}", to: "{SV}") {{ length }}', []),
        ("clubs { totalCount }", []),
    ],
)
def test_relations_that_are_read_at_nodes_of_the_answer_alone(
    asked: str, at: list[str], small_preparers: Mapping[str, Preparer]
) -> None:
    statement = small_preparers["public"].prepare(f"{{ {asked} }}", {}, None).prepared.statement
    assert [*statement.at] == at


def test_a_relation_elsewhere_makes_no_difference(small: Model) -> None:
    known = Reads(small)
    member = known.of("MATCH (n:Club)-[:MEMBER_OF]-(m) RETURN 1")
    assert member is not None
    at = known.at({"MEMBER_OF": ["sv", "anna", "sv"]})
    assert [sorted(groups) for groups in at.values()] == [sorted({group("sv"), group("anna")})]
    elsewhere = [touched_at("MEMBER_OF", "ben"), touched_at("MEMBER_OF", "chor")]
    for words, met in (
        (elsewhere, False),
        ([*elsewhere, touched_at("MEMBER_OF", "anna")], True),
        ([*elsewhere, "MEMBER_OF"], True),
        ([*elsewhere, "Club"], True),
        ([*elsewhere, "Town.code"], False),
    ):
        touched_ = known.touched([*words, known.dialect])
        assert touched_.meets(member, at) is met, words
        assert touched_.meets(member)
        assert touched_.meets(member, {})
    assert known.touched(elsewhere).meets(member, known.at({"MEMBER_OF": []})) is False


def test_the_words_of_another_model_or_version_may_mean_anything(
    small: Model, real: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Reads(small)
    club = known.touched(["Club"])
    assert known.touched([known.dialect]) == Touched(0)
    assert known.touched(["Club", known.dialect]) == known.touched(["Club", Reads(small).dialect]) == club
    title = small.types["Club"].properties["title"]
    searched = {**small.types["Club"].properties, "title": replace(title, search=0)}
    other = replace(small, types={**small.types, "Club": replace(small.types["Club"], properties=searched)})
    assert known.touched(["Club", Reads(other).dialect]) == Touched(EVERYTHING)
    monkeypatch.setattr(reads, "__version__", "0.0.0")
    dialects = {known.dialect, *(Reads(model).dialect for model in (small, other, real))}
    assert len(dialects) == 4
    assert dialects.isdisjoint(known.words)


def test_what_changes_touch() -> None:
    ref, cited = Ref("Club", "sv"), (Citation("q", ""),)
    club = NodeState(ref, {"slug": "sv", "title": "SV", "number": 1}, cited)
    key = EdgeKey("MEMBER_OF", Ref("Person", "anna"), ref, "")
    member = EdgeState(key, {"since": "2001"}, cited)

    def said(before: NodeState | EdgeState | None, after: NodeState | EdgeState | None) -> list[str]:
        return touched([Change(before, after)])

    assert said(None, club) == said(club, None) == ["Club"]
    assert said(None, member) == said(member, None) == sorted(touched_at("MEMBER_OF", end) for end in ("anna", "sv"))
    many = [
        Change(None, EdgeState(EdgeKey("MEMBER_OF", Ref("Person", f"p{n}"), ref, ""), {}, cited)) for n in range(100)
    ]
    few = touched(many[:99])
    assert len(few) == 100
    assert all(re.fullmatch("MEMBER_OF@[0-9a-f]{4}", word) for word in few)
    assert touched([*many, Change(None, club)]) == ["Club", "MEMBER_OF"]
    assert said(member, EdgeState(key, {}, cited)) == ["MEMBER_OF.since"]
    assert said(club, NodeState(ref, {"slug": "sv", "title": "S", "text": "x"}, cited)) == [
        "Club.number", "Club.text", "Club.title",
    ]  # fmt: skip
    assert said(club, NodeState(ref, club.properties, ())) == ["Club._sources"]
    layered = NodeState(ref, club.properties, cited, "seeds", (Layer("seeds", {}, ()), Layer("other", {}, ())))
    assert said(club, layered) == ["Club._owner"]
    assert said(club, NodeState(ref, club.properties, cited, "other")) == ["Club._owner"]
    assert said(club, club) == []
