"""What it takes to forget somebody: without a database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import orjson
import pytest

from engagegraph.errors import Failure
from engagegraph.model import Model, Property
from engagegraph.model.packed import packed_text
from engagegraph.model.types import Words
from engagegraph.write.change import Change, Citation, EdgeKey, EdgeState, Layer, NodeState, Ref, Snapshot, State
from engagegraph.write.erase import Erasure, Kept, Mention, erasure, person, rewriting
from engagegraph.write.history import Part, Revision, pack, unpack
from engagegraph.write.layers import stacked

ANNA, BO = Ref("Person", "anna"), Ref("Person", "bo")
SV, TV, TOWN = Ref("Club", "sv"), Ref("Club", "tv"), Ref("Town", "anna")
Q, HOME = Ref("Source", "q"), Ref("Source", "home-of-anna")

CITED = (Citation("q", "S. 1"),)
NAMED: dict[str, Any] = {"name": "Anna Muster", "email": "anna@example.org"}


def node(ref: Ref, citations: tuple[Citation, ...] = CITED, **properties: Any) -> NodeState:
    shown = "title" if ref.type in {"Club", "Source"} else "name"
    return NodeState(ref, {"slug": ref.slug, shown: ref.slug, **properties}, citations)


def edge(start: Ref, end: Ref, relation: str = "KNOWS", key: str = "", **properties: Any) -> EdgeState:
    return EdgeState(EdgeKey(relation, start, end, key), properties, CITED)


def snapshot(*states: State) -> Snapshot:
    nodes = {state.ref: state for state in states if isinstance(state, NodeState)}
    return Snapshot(nodes, {state.key: state for state in states if isinstance(state, EdgeState)})


def revision(number: int, author: str = "Ada", message: str = "", source: str = "seeds") -> Revision:
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    return Revision(number, at, author, message, source, "", added=1, changed=0, removed=0)


def added(*states: State) -> list[Change]:
    return [Change(None, state) for state in states]


def kept(*revisions: Sequence[Part]) -> list[Kept]:
    return [Kept(n, part.position, part.data) for n, parts in enumerate(revisions, 1) for part in parts]


def found(
    model: Model, present: Snapshot, *revisions: list[Change], people: Sequence[Ref] = (ANNA,), told: Any = ()
) -> Erasure:
    history = kept(*([*pack(model, changes)] for changes in revisions))
    return erasure(model, present, lambda: history, told, people)


def texts(erased: Erasure) -> str:
    """All that is left of rewritten parts."""
    return " ".join(packed_text(part.data) for part in erased.parts)


@pytest.fixture(scope="session")
def hosting(small: Model) -> Model:
    """The small model, with clubs that refer to a host and relations that refer to a guest, both of them people."""
    host, guest = (Property(n, "Slug", Words(n, n), references="Person") for n in ("host", "guest"))
    club, knows = small.types["Club"], small.relations["KNOWS"]
    club = replace(club, properties={**club.properties, "host": host})
    knows = replace(knows, properties={**knows.properties, "guest": guest})
    return replace(small, types={**small.types, "Club": club}, relations={**small.relations, "KNOWS": knows})


def test_only_people_can_be_erased(small: Model) -> None:
    assert person(small, "person", "anna") == person(small, "Person", "anna") == ANNA
    for head, code in (("club", "ERASE_NOT_PERSONAL"), ("persn", "REFERENCE_TYPE")):
        with pytest.raises(Failure) as caught:
            person(small, head, "x")
        assert caught.value.code == code
        assert "person" in str(caught.value)


def test_a_person_goes_with_all_relations_and_nothing_else(small: Model) -> None:
    mine, imported = edge(ANNA, SV, "MEMBER_OF", "CHAIR", role="CHAIR"), edge(BO, ANNA)
    theirs = replace(imported, owner="directory")
    stays: list[State] = [node(Q, ()), node(SV), node(BO), node(TOWN), edge(BO, SV, "MEMBER_OF", "CHAIR", role="CHAIR")]
    erased = found(small, snapshot(*stays, node(ANNA, **NAMED), mine, theirs))
    assert [(c.kind, str(c.state.key)) for c in erased.changes] == [
        ("remove", "person/anna"),
        ("remove", "person/bo -KNOWS-> person/anna"),
        ("remove", "person/anna -MEMBER_OF-> club/sv (CHAIR)"),
    ]
    assert (erased.people, erased.sources, erased.importers) == ((ANNA,), (), ("directory",))
    assert (erased.mentions, erased.parts, [*rewriting(erased)]) == ([], [], [])


def test_who_is_nowhere_is_not_erased(small: Model) -> None:
    present = snapshot(node(Q, ()), node(ANNA), node(TOWN))
    with pytest.raises(Failure) as caught:
        found(small, present, added(node(Ref("Person", "other"))), people=[ANNA, BO, Ref("Person", "annna")])
    assert [(p.code, p.where) for p in caught.value.problems] == [
        ("ERASE_UNKNOWN", "person/annna"),
        ("ERASE_UNKNOWN", "person/bo"),
    ]


def test_history_alone_is_enough_to_know_somebody(small: Model) -> None:
    present = snapshot(node(Q, ()), node(SV))
    erased = found(small, present, added(node(Q, ()), node(ANNA)), [Change(edge(BO, ANNA), None)])
    assert (erased.changes, erased.revisions, erased.erased) == ([], [1, 2], 2)
    assert [(p.revision, p.position, p.left, p.erased) for p in erased.parts] == [(1, 1, 0, 1), (2, 0, 0, 1)]


def test_what_refers_to_somebody_does_so_no_more(hosting: Model) -> None:
    layers = (Layer("seeds", {"slug": "sv", "title": "SV"}, CITED), Layer("directory", {"host": "anna"}, ()))
    sv, tied = stacked(node(SV), layers), edge(SV, TOWN, guest="anna")
    assert sv is not None
    tv, other = node(TV, host="bo"), edge(TV, TOWN, guest="bo")
    erased = found(
        hosting,
        snapshot(node(Q, ()), sv, tv, tied, other, node(ANNA)),
        [Change(None, sv), Change(None, tied), Change(None, other)],
        [Change(sv, stacked(sv, (layers[0], replace(layers[1], properties={}))))],
    )
    assert [(c.kind, str(c.state.key)) for c in erased.changes] == [
        ("change", "club/sv"),
        ("remove", "person/anna"),
        ("remove", "club/sv -KNOWS-> town/anna"),
    ]
    [change] = [c for c in erased.changes if c.kind == "change"]
    after = change.after
    assert isinstance(after, NodeState)
    assert (after.properties, [layer.properties for layer in after.layers]) == (
        {"slug": "sv", "title": "SV"},
        [{"slug": "sv", "title": "SV"}, {}],
    )
    # In history, too; and where nothing but that changed, nothing did.
    assert [(p.revision, p.left, p.erased) for p in erased.parts] == [(1, 2, 1), (2, 0, 1)]
    assert "anna" not in texts(erased).replace('"Town","anna"', "")


def test_what_must_refer_to_somebody_keeps_them(hosting: Model) -> None:
    club = hosting.types["Club"]
    properties = {**club.properties, "host": replace(club.properties["host"], required=True)}
    strict = replace(hosting, types={**hosting.types, "Club": replace(club, properties=properties)})
    with pytest.raises(Failure) as caught:
        found(strict, snapshot(node(Q, ()), node(SV, host="anna"), node(TV, host="bo"), node(ANNA)))
    assert [(p.code, p.where) for p in caught.value.problems] == [("REMOVAL_BLOCKED", "club/sv")]


@pytest.mark.parametrize(
    ("others", "past", "gone"),
    [
        ([], [], True),
        ([node(SV, (Citation("home-of-anna", ""),))], [], False),
        ([edge(HOME, SV, "ABOUT")], [], False),
        ([], [node(SV, (Citation("home-of-anna", ""),))], False),
    ],
)
def test_sources_go_that_nothing_else_cites_or_cited(
    small: Model, others: list[State], past: list[State], gone: bool
) -> None:
    theirs = node(ANNA, (Citation("home-of-anna", ""), Citation("q", "")))
    present = snapshot(node(Q, ()), node(HOME, ()), node(TV), theirs, *others)
    erased = found(small, present, added(node(HOME, ()), node(TV), theirs, *past))
    assert erased.sources == ((HOME,) if gone else ())
    assert [str(c.state.key) for c in erased.changes] == ["person/anna", *["source/home-of-anna"] * gone]
    assert [(p.position, p.left, p.erased) for p in erased.parts] == [*[(0, 1, 1)] * gone, (1, 0, 1)]
    if gone:  # what is left keeps its place
        assert [row and row[0] for row in orjson.loads(packed_text(erased.parts[0].data))] == [None, ["Club", "tv"]]
        assert [str(c.state.key) for c in unpack([erased.parts[0].data])] == ["club/tv"]


def test_parts_from_before_the_model_called_them_people_are_searched_as_well(small: Model) -> None:
    person_type = small.types["Person"]
    before = replace(small, types={**small.types, "Person": replace(person_type, personal=False)})
    history = kept([*pack(before, added(node(ANNA, **NAMED), node(SV), edge(ANNA, BO)))])
    erased = erasure(small, snapshot(node(Q, ())), lambda: history, (), [ANNA])
    assert [(part.position, part.left, part.erased) for part in erased.parts] == [(0, 1, 2)]
    assert "Anna" not in texts(erased)
    # Twice is once.
    again = [Kept(part.revision, part.position, part.data) for part in erased.parts]
    with pytest.raises(Failure, match="ERASE_UNKNOWN"):
        erasure(small, snapshot(node(Q, ())), lambda: again, (), [ANNA])


def test_what_spells_them_out_is_concealed_in_history_and_told_of_the_graph(small: Model) -> None:
    past = node(ANNA, name="Anna Früher")
    club = node(
        SV,
        (Citation("q", "Interview mit anna muster"),),
        text="Fragen an Anna Muster (ANNA@example.org).\nAnna Früher sprach.",
        text_en="Annas Musterverein, anna",
        tags=["Anna Muster", "Sport"],
        number=3,
        website="https://example.org/Anna Muster",
        older_one=["person/anna", 7],
        oldest_one=True,
    )
    tied = edge(BO, SV, "MEMBER_OF", "für Anna Muster", position="für Anna Muster", note="bei Anna")
    sister = node(BO, name="Anna Muster", email="anna@example.org")
    erased = found(
        small,
        snapshot(node(Q, ()), node(TV), node(ANNA, **NAMED), sister, club, tied),
        added(past, club, tied, sister, node(TV)),
        told=[revision(1, author="Anna Muster", message="person/anna: E-Mail", source="anna"), revision(2)],
    )
    assert erased.mentions == [
        Mention("club/sv", "text"),
        Mention("club/sv", "tags"),
        Mention("club/sv", "older_one"),
        Mention("club/sv", "sources"),
        Mention("person/bo -MEMBER_OF-> club/sv (für Anna Muster)", "position"),
    ]
    told, _, same, other = unpack(p.data for p in erased.parts if p.left)
    assert told.after is not None
    assert told.after.properties == {
        **club.properties,
        "text": "Fragen an ••• (•••).\n••• sprach.",
        "tags": ["•••", "Sport"],
        "older_one": ["•••", 7],
    }
    assert told.after.citations == (Citation("q", "Interview mit •••"),)
    assert str(other.state.key) == "person/bo -MEMBER_OF-> club/sv (für •••)"
    assert [(r.number, r.author, r.message, r.source) for r in erased.retold] == [(1, "•••", "•••: E-Mail", "anna")]
    assert (erased.revisions, erased.hide("Anna Muster, gelöscht")) == ([1], "•••, gelöscht")
    assert same.after == sister  # who has the same name has it of their own, and likewise an address


@pytest.mark.parametrize(
    "text",
    [
        "Anna Musters Vortrag",
        "Anna\nMuster trug vor",
        "von Anna  Muster",
        "Anna\u00a0Muster",
        "**Anna** Muster",
        "Anna Muster's",
    ],
)
def test_a_name_is_found_however_it_stands_in_a_text(small: Model, text: str) -> None:
    club = node(SV, text=text)
    erased = found(small, snapshot(node(Q, ()), node(ANNA, **NAMED), club), added(club))
    assert erased.mentions == [Mention("club/sv", "text")]
    [told] = unpack(p.data for p in erased.parts)
    assert told.after is not None
    assert "•••" in str(told.after.properties["text"])
    assert "uster" not in str(told.after.properties["text"])


@pytest.mark.parametrize("text", ["Anna Mustermann", "Johanna Muster", "Anna, Muster", "Anna", "Anna Muster-Stiftung"])
def test_who_is_called_otherwise_is_somebody_else(small: Model, text: str) -> None:
    club = node(SV, text=text)
    erased = found(small, snapshot(node(Q, ()), node(ANNA, **NAMED), club), added(club))
    assert [m.where for m in erased.mentions] == ["club/sv"] * ("Stiftung" in text)


def test_history_is_rewritten_by_few_statements(small: Model) -> None:
    erased = found(
        small,
        snapshot(node(Q, ())),
        added(node(SV, text="Anna Muster"), node(ANNA, **NAMED)),
        [Change(node(ANNA, **NAMED), None)],
        told=[revision(1, message="Anna Muster")],
    )
    some, none, said = rewriting(erased)
    assert [row[:4] for row in some.rows] == [[1, 0, 0, 1]]
    assert none.rows == [[1, 1, 1], [2, 0, 1]]
    assert said.rows == [[1, "Ada", "•••", "seeds"]]
    assert "DETACH DELETE p" in none.cypher
