"""Differences, undoing, showing: what needs no database."""

from __future__ import annotations

import datetime as dt
import gc
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engagegraph.errors import Failure
from engagegraph.model import Geo, Model
from engagegraph.model.packed import unpack_rows
from engagegraph.model.values import Value
from engagegraph.seeds.load import load_seeds
from engagegraph.write.bulk import bulk
from engagegraph.write.change import Change, Citation, EdgeKey, EdgeState, Layer, NodeState, Ref, Snapshot
from engagegraph.write.diff import difference
from engagegraph.write.history import pack, undo, unpack
from engagegraph.write.render import CONCEALED, Renderer, count, summary
from engagegraph.write.statement import quoted, refreshed, statements
from engagegraph.write.stored import HIDDEN, Storage

Q = Ref("Source", "q")
ANNA, BO, SV, TV = Ref("Person", "anna"), Ref("Person", "bo"), Ref("Club", "sv"), Ref("Club", "tv")
CITED = (Citation("q", ""),)


def node(ref: Ref, owner: str = "seeds", citations: tuple[Citation, ...] = CITED, **properties: str | int) -> NodeState:
    names = {"Person": "name", "Town": "name"}
    return NodeState(ref, {"slug": ref.slug, names.get(ref.type, "title"): ref.slug, **properties}, citations, owner)


def edge(start: Ref, end: Ref, relation: str = "MEMBER_OF", owner: str = "seeds", **properties: str) -> EdgeState:
    key = EdgeKey(relation, start, end, properties.get("role", ""))
    return EdgeState(key, {**properties}, CITED, owner)


def graph(*states: NodeState | EdgeState) -> Snapshot:
    return Snapshot(
        {s.ref: s for s in states if isinstance(s, NodeState)}, {s.key: s for s in states if isinstance(s, EdgeState)}
    )


BEFORE = graph(
    node(Q, citations=()), node(ANNA, email="a@b.de"), node(SV), edge(ANNA, SV, role="CHAIR", remark="geheim")
)
AFTER = graph(
    node(Q, citations=()),
    node(BO),
    node(SV, text="Neu", citations=(Citation("q", "S. 2"),)),
    edge(BO, SV, role="CHAIR"),
)


def test_no_difference(small: Model) -> None:
    assert difference(small, BEFORE, BEFORE, "seeds", prune=True) == []


def test_puts_and_with_prune_removals_in_order(small: Model) -> None:
    kept = difference(small, BEFORE, AFTER, "seeds", prune=False)
    pruned = difference(small, BEFORE, AFTER, "seeds", prune=True)
    assert [(c.kind, str(c.state.key)) for c in kept] == [
        ("change", "club/sv"),
        ("add", "person/bo"),
        ("add", "person/bo -MEMBER_OF-> club/sv (CHAIR)"),
    ]
    assert [(c.kind, str(c.state.key)) for c in pruned] == [
        ("change", "club/sv"),
        ("remove", "person/anna"),
        ("add", "person/bo"),
        ("remove", "person/anna -MEMBER_OF-> club/sv (CHAIR)"),
        ("add", "person/bo -MEMBER_OF-> club/sv (CHAIR)"),
    ]
    assert count(pruned) == {"added": 2, "changed": 1, "removed": 2}


def test_what_others_wrote_is_not_touched(small: Model) -> None:
    present = graph(node(Q, citations=()), node(SV, owner="editor"), node(TV, owner="editor"))
    same = graph(node(Q, citations=()), node(SV))
    assert difference(small, present, same, "seeds", prune=True) == []
    with pytest.raises(Failure) as caught:
        difference(small, present, graph(node(Q, citations=()), node(SV, text="Neu")), "seeds", prune=True)
    assert [(p.code, p.where) for p in caught.value.problems] == [("OWNED_BY_OTHER", "club/sv")]


@pytest.mark.parametrize(
    ("hanging", "blocked"),
    [
        (edge(ANNA, SV, owner="editor", role="CHAIR"), ["club/sv", "person/anna"]),
        (node(TV, owner="editor"), ["source/q"]),
        (edge(BO, TV, owner="editor", role="MEMBER", branch="stadt"), ["source/q", "town/stadt"]),
    ],
)
def test_what_others_need_is_not_removed(small: Model, hanging: NodeState | EdgeState, blocked: list[str]) -> None:
    mine = [node(Q, citations=()), node(ANNA), node(SV), node(Ref("Town", "stadt"))]
    theirs = [node(BO, owner="editor", citations=()), node(TV, owner="editor", citations=())]
    with pytest.raises(Failure) as caught:
        difference(small, graph(*mine, *theirs, hanging), graph(), "seeds", prune=True)
    assert {p.code for p in caught.value.problems} == {"REMOVAL_BLOCKED"}
    assert {p.where for p in caught.value.problems} >= {*blocked}


def test_packed_changes_come_back(small: Model) -> None:
    changes = difference(small, BEFORE, AFTER, "seeds", prune=True)
    parts = [*pack(small, changes)]
    assert unpack(part.data for part in parts) == changes
    assert [(p.personal, p.entity) for p in parts] == [(False, ""), (True, "person/anna"), (True, "person/bo")]
    assert all("anna" not in str(c.state.key) for c in unpack(p.data for p in parts if p.entity != "person/anna"))


def test_rows_of_a_part_are_as_they_are_said_to_be(small: Model) -> None:
    """Parts stay in databases for good: whoever changes their form makes old revisions unreadable."""
    chair = edge(BO, SV, role="CHAIR")
    several = replace(node(TV), layers=(Layer("seeds", {"title": "tv"}, CITED), Layer("directory", {"text": "T"}, ())))
    key, alone = ["Club", "tv"], [{"slug": "tv", "title": "tv"}, [["q", ""]], "seeds"]
    layers = [[{"title": "tv"}, [["q", ""]], "seeds"], [{"text": "T"}, [], "directory"]]
    changes = [Change(None, node(TV)), Change(node(TV), several), Change(chair, None)]
    assert [unpack_rows(part.data) for part in pack(small, changes)] == [
        [[key, None, alone], [key, alone, [*alone, layers]]],
        [[["MEMBER_OF", "Person", "bo", "Club", "sv", "CHAIR"], [{"role": "CHAIR"}, [["q", ""]], "seeds"], None]],
    ]


def test_what_concerns_two_people_names_both(small: Model) -> None:
    [part] = pack(small, [Change(None, edge(ANNA, BO, "KNOWS"))])
    assert (part.entity, part.other) == ("person/anna", "person/bo")


def test_undoing_restores(small: Model) -> None:
    changes = difference(small, BEFORE, AFTER, "seeds", prune=True)
    back = undo(small, AFTER, changes)
    assert [(c.before, c.after) for c in back] == [(c.after, c.before) for c in changes]


def test_what_changed_again_is_not_undone(small: Model) -> None:
    changes = difference(small, BEFORE, AFTER, "seeds", prune=True)
    later = graph(*AFTER.nodes.values())
    later.nodes[SV] = replace(later.nodes[SV], properties={"slug": "sv", "title": "Anders"})
    with pytest.raises(Failure) as caught:
        undo(small, later, changes)
    overtaken = [("REVISION_OVERTAKEN", "club/sv"), ("REVISION_OVERTAKEN", "person/bo -MEMBER_OF-> club/sv (CHAIR)")]
    assert [(p.code, p.where) for p in caught.value.problems] == overtaken


def test_what_history_conceals_is_not_restored(small: Model) -> None:
    change = Change(node(SV, text=f"Gegründet von {CONCEALED}"), node(SV, text="Gegründet 1998"))
    with pytest.raises(Failure) as caught:
        undo(small, graph(node(SV, text="Gegründet 1998")), [change])
    assert [(p.code, p.where) for p in caught.value.problems] == [("REVISION_ERASED", "club/sv")]


def test_undoing_does_not_cut_off_later_facts(small: Model) -> None:
    added = difference(small, graph(node(Q, citations=())), BEFORE, "seeds", prune=False)
    with pytest.raises(Failure) as caught:
        undo(small, graph(*BEFORE.states(), node(TV), edge(ANNA, TV, role="MEMBER")), added)
    assert [(p.code, p.where) for p in caught.value.problems] == [("REMOVAL_BLOCKED", "person/anna")]


def test_a_change_is_about_something() -> None:
    with pytest.raises(ValueError, match="before or after"):
        _ = Change(None, None).state


# -- showing ---------------------------------------------------------------------------------------------------------


def test_lines_show_what_changes_and_conceal_what_is_not_public(small: Model) -> None:
    after = graph(*BEFORE.states())
    after.nodes[ANNA] = replace(after.nodes[ANNA], properties={"slug": "anna", "name": "Anna", "email": "neu@b.de"})
    changes = difference(small, BEFORE, after, "seeds", prune=True)
    assert [line.plain for line in Renderer(small).lines(changes)] == [
        "~ person/anna  Anna",
        "    name: anna → Anna",
        "    email: ••• → •••",
    ]
    shown = [line.plain for line in Renderer(small, hidden=True).lines(changes)]
    assert shown[2] == "    email: a@b.de → neu@b.de"
    assert "a@b.de" not in str([*Renderer(small).records(changes)])


def test_records_hold_everything(small: Model) -> None:
    changes = difference(small, graph(node(Q, citations=())), AFTER, "seeds", prune=True)
    club, _, relation = Renderer(small).records(changes)
    assert club["node"] == "club/sv"
    assert club["differences"]["sources"] == {"before": None, "after": ["q: S. 2"]}
    assert {k: relation[k] for k in ("change", "relation", "from", "to", "key")} == {
        "change": "add", "relation": "MEMBER_OF", "from": "person/bo", "to": "club/sv", "key": "CHAIR"
    }  # fmt: skip


def test_long_texts_show_where_they_part(small: Model) -> None:
    long = "Wort " * 40
    before, after = node(SV, text=long + "alt"), node(SV, text=long + "neu " + long)
    change = Change(before, replace(after, citations=(), owner="editor"))
    lines = [line.plain for line in Renderer(small).lines([change])]
    assert re.fullmatch(r"    text: ….*alt → ….*…", lines[1])
    assert lines[2:] == ["    sources: q → ", "    owner: seeds → editor"]
    assert [line.plain for line in Renderer(small).lines([Change(node(SV, text="a"), node(SV))])][
        1
    ] == "    text: a → nothing"


def test_relations_say_role_and_time(small: Model) -> None:
    [line] = Renderer(small).lines([Change(None, edge(ANNA, SV, role="CHAIR", since="2001"))])
    assert line.plain == "+ person/anna -MEMBER_OF-> club/sv (CHAIR)  role: CHAIR, since: 2001"
    [bare] = Renderer(small).lines([Change(None, edge(ANNA, BO, "KNOWS"))])
    assert bare.plain == "+ person/anna -KNOWS-> person/bo"
    assert summary({"added": 1, "changed": 0, "removed": 2}) == "1 added, 0 changed, 2 removed"


# -- what is sent ----------------------------------------------------------------------------------------------------


def test_what_a_node_holds_beside_its_properties(small: Model) -> None:
    properties: dict[str, Value] = {
        "slug": "sv", "title": "Öl ", "title_en": "Mühle", "founded": "2012-12", "meets": "2020-06-22T09:00:00+02:00",
        "tags": ["b"], "kind": "ART",
    }  # fmt: skip
    state = NodeState(SV, properties, (Citation("q", "S. 1"), Citation("r", "")), "seeds")
    assert Storage(small).node(state) == {
        **state.properties,
        "title_sort": "ol",
        "title_en_sort": "muhle",
        "founded_first": dt.date(2012, 12, 1),
        "founded_last": dt.date(2012, 12, 31),
        "meets_at": dt.datetime.fromisoformat("2020-06-22T09:00:00+02:00"),
        "_name": "ol",
        "_place": "ol\x01sv\x01Club",
        "_type": "club_",
        "_suffixes_public": "mühle ühle",
        "_sources": ["q", "r"],
        "_places": ["S. 1", ""],
        "_owner": "seeds",
    }


def test_how_words_end_is_kept_for_each_index_of_what_its_viewers_may_know(small: Model) -> None:
    club = small.types["Club"]
    secret = replace(club.properties["title"], name="motto", i18n=False, privacy="contact")
    model = replace(
        small, types={**small.types, "Club": replace(club, properties={**club.properties, "motto": secret})}
    )
    held = Storage(model).node(node(SV, title="Mühle", motto="Stille"))
    assert {name: text for name, text in held.items() if name.startswith("_suffixes")} == {
        "_suffixes_public": "mühle ühle",
        "_suffixes_editor": "stille tille ille mühle ühle",
    }
    assert Storage(small).fingerprint() != Storage(model).fingerprint()


def dated(variable: str, place: int, *names: str) -> str:
    both = [f"{name}_{side}" for name in names for side in ("first", "last")]
    return "".join(f", {variable}.`{name}` = $dates[row[{place}][{i}]]" for i, name in enumerate(both))


def test_statements_are_few_and_values_only_parameters(small: Model) -> None:
    changes = [Change(None, node(Ref("Club", f"c{i}"), founded=str(2000 + i % 7))) for i in range(12_000)]
    sent = [*statements(Storage(small), changes)]
    assert [len(s.rows) for s in sent] == [5_000, 5_000, 2_000]
    dates = dated("n", 1, "founded", "ended")
    assert {s.cypher for s in sent} == {f"UNWIND $rows AS row CREATE (n:`Club`) SET n = row[0]{dates} RETURN count(*)"}
    assert quoted("a`b") == "`a``b`"


def test_a_date_is_sent_once_and_rows_say_which(small: Model) -> None:
    clubs = [node(Ref("Club", "c0")), *(node(Ref("Club", f"c{i}"), founded="2012") for i in (1, 2))]
    [sent] = statements(Storage(small), [Change(None, club) for club in clubs])
    assert sent.dates == [dt.date(2012, 1, 1), dt.date(2012, 12, 31)]
    assert [row[1] for row in sent.rows] == [[None] * 4, [0, 1, None, None], [0, 1, None, None]]
    assert not any("founded_first" in row[0] for row in sent.rows)


def test_a_position_becomes_a_point_whenever_its_numbers_are_written(small: Model) -> None:
    storage, ref = Storage(small), Ref("Town", "stadt")
    state = NodeState(ref, {"slug": "stadt", "name": "Stadt", "lat": 53.5, "long": 8.0}, CITED)
    point = "SET n.`lat_point` = point({latitude: row[0].`lat`, longitude: row[0].`long`})"
    moved = replace(state, properties={**state.properties, "lat": 54.0})
    for sent in (
        [*statements(storage, [Change(None, state)])],
        [*statements(storage, [Change(state, moved)])],
        [*refreshed(storage, [state])],
    ):
        assert [point in statement.cypher for statement in sent] == [True]
    assert "point(" not in next(statements(storage, [Change(None, node(SV))])).cypher


def test_each_kind_of_change_has_its_statement(small: Model) -> None:
    one, other = (edge(ANNA, SV, role="CHAIR", remark=text) for text in ("a", "b"))
    before, after = node(SV, register="VR 1"), node(SV, register="VR 2")
    storage = Storage(small)
    match = "UNWIND $rows AS row MATCH (n:`Club` {slug: row%s}) %s RETURN count(*)"
    sides = "UNWIND $rows AS row MATCH (a:`Person` {slug: row[0]}) MATCH (b:`Club` {slug: row[1]}) "
    found = sides + "MATCH (a)-[r:`MEMBER_OF` {_key: row[2]}]->(b) "
    founded, since = dated("n", 1, "founded", "ended"), ("since", "until")

    def sent(*changes: Change) -> list[tuple[str, list[Any]]]:
        return [(s.cypher, s.rows) for s in statements(storage, changes)]

    # What is unique is given back first: another node may take it in the same revision.
    assert sent(Change(before, after)) == [
        (match % ("", "REMOVE n.`register`"), ["sv"]),
        (
            match % ("[0].slug", f"SET n = row[0]{founded} SET n:`Club` REMOVE n:`Place`"),
            [[storage.node(after), [None] * 4]],
        ),
    ]
    assert sent(Change(after, None)) == [(match % ("", "DELETE n"), ["sv"])]
    filled = f"SET r = row[2]{dated('r', 3, *since)} RETURN count(*)"
    assert sent(Change(None, one)) == [
        (sides + f"CREATE (a)-[r:`MEMBER_OF`]->(b) {filled}", [["anna", "sv", storage.edge(one), [None] * 4]])
    ]
    filled = f"SET r = row[3]{dated('r', 4, *since)} RETURN count(*)"
    assert sent(Change(one, other)) == [(found + filled, [["anna", "sv", "CHAIR", storage.edge(other), [None] * 4]])]
    assert sent(Change(other, None)) == [(found + "DELETE r RETURN count(*)", [["anna", "sv", "CHAIR"]])]


def test_what_is_stored_is_read_back(small: Model) -> None:
    storage, layers = Storage(small), (Layer("importer", {"title": "Ein Verein"}, CITED),)
    club = replace(node(SV, register="VR 1"), layers=layers)
    member = edge(ANNA, SV, role="CHAIR", since="2019")
    stored = storage.node(club)
    row = [stored.get(name) for name in (*storage.nodes["Club"], *HIDDEN)]
    assert storage.read_node("Club", row) == club
    stored = storage.edge(member)
    row = [stored.get(name) for name in (*storage.edges["MEMBER_OF"], *HIDDEN)]
    assert storage.read_edge("MEMBER_OF", ANNA, SV, "CHAIR", row) == member


def test_the_fingerprint_follows_what_is_stored_only(small: Model, real: Model) -> None:
    relabelled = replace(small, types={n: replace(t, label=t.description) for n, t in small.types.items()})
    fewer = replace(small, relations={})
    assert Storage(small).fingerprint() == Storage(relabelled).fingerprint()
    assert len({Storage(m).fingerprint() for m in (small, fewer, real)}) == 3


def test_another_position_is_stored_otherwise(small: Model) -> None:
    bare = replace(small, types={name: replace(t, geo=None) for name, t in small.types.items()})
    turned = replace(small.types["Town"], geo=Geo("long", "lat", (), small.types["Town"].place))
    other = replace(small, types={**small.types, "Town": turned})
    assert len({Storage(model).fingerprint() for model in (small, bare, other)}) == 3


def test_the_collector_runs_again_afterwards() -> None:
    with bulk():
        assert not gc.isenabled()
        with bulk():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_load_needs_nothing_else(small: Model, tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("[]")
    assert load_seeds(small, tmp_path) == Snapshot()
