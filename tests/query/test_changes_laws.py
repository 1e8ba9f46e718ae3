"""What `changes` tells: all that changed, in order, page by page, to each viewer what that viewer may know."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from tests.query.conftest import asking, generated
from tests.query.world import gid

from engagegraph.graph import store
from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.model.packed import unpack_rows
from engagegraph.model.stored import stored_names
from engagegraph.query import told as told_module
from engagegraph.query.document import object_type
from engagegraph.query.engine import Engine
from engagegraph.query.ids import encode_cursor
from engagegraph.query.prepare import Preparer
from engagegraph.query.questions.changes import READ_TO_COUNT
from engagegraph.query.told import COUNTED, KINDS, ChangeFilter, Teller
from engagegraph.write.change import Change, Citation, EdgeKey, EdgeState, NodeState, Ref, Snapshot
from engagegraph.write.history import closed, pack

FIELDS = """
  entries {
    cursor kind revision { number at author message }
    node { type id slug } relation { type from { id type } to { id type } key } properties { name language before after }
    sources { place source { type id slug } }
  }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor __typename }
"""
ASK = f"""
query ($since: Int, $until: Int, $newest: Boolean, $first: Int, $after: String) {{
  changes(since: $since, until: $until, newestFirst: $newest, first: $first, after: $after) {{ {FIELDS} }}
}}
"""
Ask = Callable[..., Any]


def later(snapshot: Snapshot) -> list[Snapshot]:
    """What became of a graph: some are renamed, some gain a remark, some go, some come."""
    clubs = [r for r in snapshot.nodes if r.type == "Club"]
    renamed = {
        ref: replace(state, properties={**state.properties, "title": "Neu", "tags": ["a", "b"], "open": True})
        for ref, state in snapshot.nodes.items()
        if ref in clubs[:5] or ref.type == "Person"
    }
    first = Snapshot({**snapshot.nodes, **{r: s for r, s in renamed.items() if r.type == "Club"}}, snapshot.edges)
    remarked = {
        key: replace(state, properties={**state.properties, "remark": "nur für uns"})
        for key, state in first.edges.items()
        if key.start.type in {"Town", "Person"}
    }
    second = Snapshot(first.nodes, {**first.edges, **remarked})
    gone = set(clubs[10:14])
    third = Snapshot(
        {ref: state for ref, state in second.nodes.items() if ref not in gone},
        {key: state for key, state in second.edges.items() if not gone & {key.start, key.end}},
    )
    return [snapshot, first, second, third]


@pytest.fixture(scope="module")
def history(address: Address, small: Model, fill: Callable[..., None]) -> Iterator[tuple[Graph, list[list[Change]]]]:
    states = later(generated())
    with Graph.open(address) as graph:
        fill(graph, small, states[0])
        for state in states[1:]:
            store.seed(graph, small, lambda _, it=state: it, owner="seeds", author="ich", message="m", prune=True)  # type: ignore[misc]
        yield graph, [store.read_changes(graph, number + 1) for number in range(len(states))]


def told(model: Model, change: Change, viewer: str) -> dict[str, Any] | None:
    """What a viewer may be told of a change."""
    key, sees = change.state.key, model.viewers[viewer].sees
    refs = (key.start, key.end) if isinstance(key, EdgeKey) else (key,)
    if viewer != "editor" and any(model.types[ref.type].personal for ref in refs):
        return None
    owner = model.relations[key.relation] if isinstance(key, EdgeKey) else model.types[key.type]
    names = [name for prop in owner.properties.values() if prop.privacy in sees for name in stored_names(model, prop)]
    was, became = ({} if s is None else s.properties for s in (change.before, change.after))
    properties = {n: (text(was.get(n)), text(became.get(n))) for n in names if text(was.get(n)) != text(became.get(n))}
    kind = "ADDED" if change.before is None else "REMOVED" if change.after is None else "CHANGED"
    if kind == "CHANGED" and not properties:
        return None
    if kind == "REMOVED":
        properties = {}
    values = {name: pair if viewer == "editor" else (None, None) for name, pair in properties.items()}
    return {"kind": kind, "key": key, "properties": values}


def text(value: Any) -> list[str]:
    if isinstance(value, list):
        return [str(it) for it in value]
    return [] if value is None else [{True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)]


def said(entry: Any) -> dict[str, Any]:
    """The same of an entry."""
    node, relation = entry["node"], entry["relation"]
    key: Ref | EdgeKey
    if relation is None:
        key = Ref(node["type"], node["slug"])
        assert node["id"] == gid(key)
    else:
        start, end = (Ref(relation[side]["type"], "?") for side in ("from", "to"))
        key = EdgeKey(relation["type"], start, end, relation["key"])
    properties = {stored(p): (p["before"], p["after"]) for p in entry["properties"]}
    return {"kind": entry["kind"], "key": key, "properties": properties}


def stored(entry: Any) -> str:
    """The name under which a value is stored."""
    language = entry["language"]
    return str(entry["name"]) if language in {None, "DE"} else f"{entry['name']}_{language.lower()}"


def bare(wanted: dict[str, Any]) -> dict[str, Any]:
    """Without the slugs of a relation's ends, which entries have in identifiers only."""
    key = wanted["key"]
    if isinstance(key, EdgeKey):
        key = key._replace(start=Ref(key.start.type, "?"), end=Ref(key.end.type, "?"))
    return {**wanted, "key": key}


def pages(ask: Ask, size: int, *, newest: bool = False, **variables: Any) -> Iterator[Any]:
    """Page after page, until there is no further one."""
    after = None
    while True:
        page = ask(ASK, {"first": size, "after": after, "newest": newest, **variables})["changes"]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        assert len(page["entries"]) <= size
        yield from page["entries"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        assert page["pageInfo"]["endCursor"] != after, "a page that leads nowhere"
        after = page["pageInfo"]["endCursor"]


@pytest.mark.db
@pytest.mark.parametrize("viewer", ["public", "editor"])
@pytest.mark.parametrize("size", [1, 7, 100])
def test_pages_tell_everything_that_a_viewer_may_know(
    history: tuple[Graph, list[list[Change]]],
    small: Model,
    small_preparers: Mapping[str, Preparer],
    viewer: str,
    size: int,
) -> None:
    graph, revisions = history
    ask = asking(graph, small_preparers[viewer])
    everything = [
        (number, told(small, change, viewer)) for number, changes in enumerate(revisions, 1) for change in changes
    ]
    wanted = [(number, bare(it)) for number, it in everything if it is not None]
    found = list(pages(ask, size, since=0))
    assert [e["revision"]["number"] for e in found] == sorted(e["revision"]["number"] for e in found)
    assert sorted(map(repr, ((e["revision"]["number"], said(e)) for e in found))) == sorted(map(repr, wanted))
    assert {e["revision"]["author"] for e in found} == ({None} if viewer == "public" else {"test", "ich"})

    def without_cursors(entries: Iterable[Any]) -> list[Any]:
        # A cursor is of its list, and a list of other revisions is another one.
        return [{**entry, "cursor": None} for entry in entries]

    assert without_cursors(pages(ask, size, newest=True)) == without_cursors(reversed(found))
    counted = ask("{ all: changes { totalCount } third: changes(since: 2, until: 3, first: 0) { totalCount } }")
    third = [e for e in found if e["revision"]["number"] == 3]
    assert counted == {"all": {"totalCount": len(found)}, "third": {"totalCount": len(third)}}
    assert without_cursors(pages(ask, size, since=2, until=3)) == without_cursors(third)


@pytest.mark.db
def test_who_follows_the_changes_has_what_there_is(
    history: tuple[Graph, list[list[Change]]], small: Model, small_preparers: Mapping[str, Preparer]
) -> None:
    """A copy that is kept by `changes` alone is the graph."""
    graph, _ = history
    ask = asking(graph, small_preparers["editor"])
    copy: dict[str, dict[str, list[str]]] = {}
    for entry in pages(ask, 50, since=0):
        it = entry["node"] or entry["relation"]
        key = repr(it)
        if entry["kind"] == "REMOVED":
            del copy[key]
            continue
        assert (key in copy) is (entry["kind"] == "CHANGED")
        state = copy.setdefault(key, {})
        state["(sources)"] = [source["source"]["slug"] + "/" + (source["place"] or "") for source in entry["sources"]]
        for prop in entry["properties"]:
            assert state.get(stored(prop), []) == prop["before"]
            state[stored(prop)] = prop["after"]
    now = store.read_snapshot(graph, small)
    held: list[NodeState | EdgeState] = [*now.nodes.values(), *now.edges.values()]
    states = sorted(
        sorted(
            [*((n, text(v)) for n, v in state.properties.items()), ("(sources)", list(map("/".join, state.citations)))]
        )
        for state in held
    )
    assert any(prop.endswith("_en") for state in states for prop, _ in state)
    assert sorted(sorted((n, v) for n, v in state.items() if v) for state in copy.values()) == states


@pytest.mark.db
def test_only_chosen_types(history: tuple[Graph, list[list[Change]]], small_preparers: Mapping[str, Preparer]) -> None:
    ask = asking(history[0], small_preparers["public"])
    everything = list(pages(ask, 100, since=0))

    def touched(entry: Any) -> set[str]:
        return {n["type"] for n in (entry["node"], *(entry["relation"] or {}).values()) if isinstance(n, dict)}

    text = f"{{ changes(since: 0, first: 100, types: [Place]) {{ {FIELDS} }} }}"
    found = ask(text)["changes"]["entries"]
    wanted = [said(e) for e in everything if touched(e) & {"Town", "County"}]
    assert [said(e) for e in found] == wanted[: len(found)]
    assert len(found) == 100 or len(found) == len(wanted)
    assert ask(text.replace("[Place]", "[]"))["changes"]["entries"] == []


@pytest.mark.db
@pytest.mark.parametrize("viewer", ["public", "editor"])
def test_only_what_is_asked_for(
    history: tuple[Graph, list[list[Change]]], small_preparers: Mapping[str, Preparer], viewer: str
) -> None:
    """Each condition leaves those of everything for which it holds, on whatever pages."""
    ask = asking(history[0], small_preparers[viewer])

    def told(arguments: str, size: int = 7) -> list[Any]:
        found: list[Any] = []
        text, after = f"{{ changes(since: 0, first: {size}{arguments}%s) {{ {FIELDS} totalCount }} }}", ""
        counts = set()
        while True:
            page = ask(text % after)["changes"]
            counts.add(page["totalCount"])
            found += ({**entry, "cursor": None} for entry in page["entries"])
            if not page["pageInfo"]["hasNextPage"]:
                assert counts == {len(found)}, "whatever the page"
                return found
            after = f', after: "{page["pageInfo"]["endCursor"]}"'

    def ids(entry: Any) -> set[str]:
        return {n["id"] for n in (entry["node"], *(entry["relation"] or {}).values()) if isinstance(n, dict)}

    everything = told("", 100)
    for kind in ("ADDED", "CHANGED", "REMOVED"):
        assert told(f", kinds: [{kind}]") == [entry for entry in everything if entry["kind"] == kind] != []
    nodes = [entry["node"]["id"] for entry in everything if entry["kind"] == "CHANGED" and entry["node"]][:2]
    assert told(f', of: ["{nodes[0]}", "{nodes[1]}"]') == [entry for entry in everything if ids(entry) & {*nodes}]
    assert told(", of: []") == told(", kinds: []") == []
    kept = {
        node["id"] for node in ask("{ clubs(where: {kind: {eq: ART}}, first: 100) { nodes { id } } }")["clubs"]["nodes"]
    }
    fulfilled = [entry for entry in everything if ids(entry) & kept]
    assert told(", where: {clubs: {kind: {eq: ART}}}") == told(", where: {clubs: {kind: {eq: ART}}}", 100) == fulfilled
    wrote = [entry for entry in everything if entry["revision"]["author"] == "ich"]
    assert bool(wrote) is (viewer == "editor")
    if wrote:  # nobody else can ask for it
        assert told(', author: "ich"') == wrote


# -- without a database ----------------------------------------------------------------------------------------------

CLUB, PERSON = Ref("Club", "a"), Ref("Person", "p")


def club(slug: str, **properties: Any) -> NodeState:
    return NodeState(Ref("Club", slug), {"slug": slug, "title": slug, **properties}, ())


def answered(preparer: Preparer, parts: list[list[Any]], text: str) -> tuple[Any, list[dict[str, Any]]]:
    """The answer to a document when the database delivers these parts, and the parameters that were sent."""
    sent: list[dict[str, Any]] = []

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        sent.append(parameters)
        return [["7 x", [parts], "7 x"]]

    return asyncio.run(Engine(preparer, run).answer(text)).document(), sent


def parts(model: Model, *revisions: list[Change], there: int | None = None) -> list[list[Any]]:
    packed = [(n, part) for n, changes in enumerate(revisions, 1) for part in pack(model, changes)]
    number = len(packed) if there is None else there
    return [[n, "2026-11-26T10:00:00Z", None, None, part.position, part.data, number] for n, part in packed]


def ask_quickly(preparer: Preparer, found: list[list[Any]], arguments: str = "") -> Any:
    answer, _ = answered(preparer, found, f"{{ changes(since: 0{arguments}) {{ {FIELDS} }} }}")
    return answer["data"]["changes"]


def test_nothing_changed(small_preparers: Mapping[str, Preparer]) -> None:
    page = ask_quickly(small_preparers["public"], [])
    assert page["entries"] == []
    assert page["pageInfo"] == {
        "hasNextPage": False, "hasPreviousPage": False, "startCursor": None, "endCursor": None,
        "__typename": "PageInfo",
    }  # fmt: skip


def test_what_only_others_may_know_did_not_change(small: Model, small_preparers: Mapping[str, Preparer]) -> None:
    key = EdgeKey("KNOWS", CLUB, Ref("Town", "t"), "")
    before, after = EdgeState(key, {}, ()), EdgeState(key, {"remark": "geheim"}, ())
    found = parts(small, [Change(before, after)])
    assert [e["kind"] for e in ask_quickly(small_preparers["editor"], found)["entries"]] == ["CHANGED"]
    page = ask_quickly(small_preparers["public"], found)
    assert page["entries"] == []
    assert page["pageInfo"]["endCursor"], "who asks on does not read it again"
    assert not page["pageInfo"]["hasNextPage"]


def test_a_page_ends_where_the_next_begins(small: Model, small_preparers: Mapping[str, Preparer]) -> None:
    found = parts(small, [Change(None, club(slug)) for slug in "abc"], [Change(club("a"), None)])
    preparer = small_preparers["public"]
    for newest in ("", ", newestFirst: true"):
        whole = ask_quickly(preparer, found[:: -1 if newest else 1], newest)["entries"]
        assert [e["kind"] for e in whole] == (["REMOVED", *["ADDED"] * 3] if newest else [*["ADDED"] * 3, "REMOVED"])
        page = ask_quickly(preparer, found[:: -1 if newest else 1], f"{newest}, first: 2")
        assert page["entries"] == whole[:2]
        assert page["pageInfo"]["hasNextPage"]
        left = found[-2::-1] if newest else found  # those before the cursor's are not read
        left = [[*part[:-1], len(left)] for part in left]
        rest = ask_quickly(preparer, left, f'{newest}, first: 2, after: "{page["pageInfo"]["endCursor"]}"')
        assert rest["entries"] == whole[2:]
        assert not rest["pageInfo"]["hasNextPage"]
    assert ask_quickly(preparer, found, ", first: 0")["pageInfo"]["hasNextPage"]


def test_parts_that_were_not_read_are_further_pages(small: Model, small_preparers: Mapping[str, Preparer]) -> None:
    found = parts(small, [Change(None, club("a"))], there=2)
    page = ask_quickly(small_preparers["public"], found)
    assert (len(page["entries"]), page["pageInfo"]["hasNextPage"]) == (1, True)


def test_what_the_model_has_no_more_is_passed_over(small: Model, small_preparers: Mapping[str, Preparer]) -> None:
    older = replace(small, types={**small.types, "Guild": small.types["Club"]})
    guild = NodeState(Ref("Guild", "g"), {"slug": "g", "title": "g"}, ())
    assert ask_quickly(small_preparers["editor"], parts(older, [Change(None, guild)]))["entries"] == []


def test_what_was_withdrawn_or_corrected_is_not_told_to_everybody(
    small: Model, small_preparers: Mapping[str, Preparer]
) -> None:
    states = [None, club("a", text="geheim"), club("a", text="berichtigt"), None]
    found = parts(small, *([Change(*pair)] for pair in pairwise(states)))
    for viewer, there in (("public", False), ("editor", True)):
        entries = ask_quickly(small_preparers[viewer], found)["entries"]
        assert [e["kind"] for e in entries] == ["ADDED", "CHANGED", "REMOVED"]
        assert [p["name"] for p in entries[1]["properties"]] == ["text"]
        assert ("geheim" in str(entries)) is there
        assert ("berichtigt" in str(entries)) is there


def test_who_became_a_person_later_is_one(small: Model, small_preparers: Mapping[str, Preparer]) -> None:
    """Parts written before their type was `personal` stand among everything else."""
    before = replace(small, types={**small.types, "Person": replace(small.types["Person"], personal=False)})
    found = parts(before, [Change(None, NodeState(PERSON, {"slug": "p", "name": "P"}, ()))])
    assert ask_quickly(small_preparers["public"], found)["entries"] == []
    assert len(ask_quickly(small_preparers["editor"], found)["entries"]) == 1


def test_types_that_are_not_asked_for_are_passed_over(small: Model, small_preparers: Mapping[str, Preparer]) -> None:
    town = NodeState(Ref("Town", "t"), {"slug": "t", "name": "t"}, ())
    key = EdgeKey("KNOWS", CLUB, town.ref, "")
    found = parts(small, [Change(None, club("a")), Change(None, town), Change(None, EdgeState(key, {}, ()))])
    for types, kinds in (("[Place]", [False, True]), ("[Club]", [False, True]), ("[Source]", []), ("[]", [])):
        entries = ask_quickly(small_preparers["public"], found, f", types: {types}")["entries"]
        assert [e["node"] is None for e in entries] == kinds


def test_only_these_and_what_touches_them(small: Model, small_preparers: Mapping[str, Preparer]) -> None:
    town = NodeState(Ref("Town", "t"), {"slug": "t", "name": "t"}, ())
    edge = EdgeState(EdgeKey("KNOWS", CLUB, town.ref, ""), {}, ())
    found = parts(small, [Change(None, club("a")), Change(None, club("b")), Change(None, town), Change(None, edge)])
    for arguments, nodes in (
        (f', of: ["{gid(CLUB)}"]', ["a", None]),
        (f', of: ["{gid(town.ref)}", "{gid(Ref("Club", "b"))}"]', ["b", "t", None]),
        (f', of: ["{gid(Ref("Club", "t"))}"]', []),
        (", kinds: [REMOVED, CHANGED]", []),
        (f', of: ["{gid(CLUB)}"], kinds: [ADDED]', ["a", None]),
    ):
        entries = ask_quickly(small_preparers["public"], found, arguments)["entries"]
        assert [e["node"] and e["node"]["slug"] for e in entries] == nodes


def test_a_cursor_stays_good_whatever_fulfils_a_condition(
    small: Model, small_preparers: Mapping[str, Preparer]
) -> None:
    """It counts what is told, not what of it fulfils the condition now."""
    found = parts(small, [Change(None, club(slug)) for slug in "abcd"])
    fields = "entries { node { slug } } pageInfo { endCursor }"
    text = "{ changes(since: 0, first: 2, where: {clubs: {kind: {eq: ART}}}%s) { %s } }"

    def asked(fulfilled: str, after: str = "") -> Any:
        async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
            return [["7 x", [[["Club", slug] for slug in fulfilled], found], "7 x"]]

        answer = asyncio.run(Engine(small_preparers["public"], run).answer(text % (after, fields)))
        return answer.document()["data"]["changes"]

    page = asked("bcd")
    assert [entry["node"]["slug"] for entry in page["entries"]] == ["b", "c"]
    rest = asked("acd", f', after: "{page["pageInfo"]["endCursor"]}"')
    assert [entry["node"]["slug"] for entry in rest["entries"]] == ["d"]


def test_who_is_not_told_of_authors_does_not_find_them_out(small_preparers: Mapping[str, Preparer]) -> None:
    text = '{ changes(author: "ich") { pageInfo { hasNextPage } } }'
    bound = small_preparers["editor"].prepare(text, {}, None)
    assert "AND r.author = $p0" in bound.prepared.statement.cypher
    assert bound.parameters["p0"] == "ich"
    with pytest.raises(ExceptionGroup) as caught:
        small_preparers["public"].prepare(text, {}, None)
    assert "Unknown argument 'author'" in str(caught.value.exceptions[0])


def test_sources_are_told_and_their_places_to_who_may_know(
    small: Model, small_preparers: Mapping[str, Preparer]
) -> None:
    def cited(*citations: Citation) -> NodeState:
        return replace(club("a"), citations=citations)

    states = [cited(Citation("q", "Seite 1")), cited(Citation("q", "Seite 2"), Citation("r", ""))]
    found = parts(small, [Change(None, states[0])], [Change(*states)], [Change(states[1], None)])
    for viewer, places in (("public", [None, None]), ("editor", ["Seite 2", None])):
        entries = ask_quickly(small_preparers[viewer], found)["entries"]
        assert [(e["kind"], len(e["properties"]) > 0) for e in entries] == [
            ("ADDED", True), ("CHANGED", False), ("REMOVED", False)
        ]  # fmt: skip
        assert [c["source"]["slug"] for c in entries[1]["sources"]] == ["q", "r"]
        assert [c["place"] for c in entries[1]["sources"]] == places
        assert entries[2]["sources"] == []


def test_who_sees_no_sources_is_not_told_of_them(small: Model) -> None:
    states = [club("a"), replace(club("a"), citations=(Citation("q", ""),))]
    sees = {"Club": (("title", "title", None),)}
    wanted = ChangeFilter(("Club",), None, KINDS, None)
    for seen, kinds in ((sees, ["ADDED"]), ({**sees, "Source": ()}, ["ADDED", "CHANGED"])):
        teller = Teller(seen, "Source", wanted, newest=False, whole=True)
        page = teller.page(parts(small, [Change(None, states[0])], [Change(*states)]), 9, None, "")
        assert [entry["kind"] for entry in page["entries"]] == kinds


def test_where_nothing_is_new_the_cursor_stays(small: Model, small_preparers: Mapping[str, Preparer]) -> None:
    preparer = small_preparers["public"]
    end = ask_quickly(preparer, parts(small, [Change(None, club("a"))]))["pageInfo"]["endCursor"]
    assert ask_quickly(preparer, [], f', after: "{end}"')["pageInfo"]["endCursor"] == end


def test_cursors_tell_nothing_of_what_is_hidden(small: Model, small_preparers: Mapping[str, Preparer]) -> None:
    key = EdgeKey("KNOWS", CLUB, Ref("Town", "t"), "")
    hidden = Change(EdgeState(key, {}, ()), EdgeState(key, {"remark": "geheim"}, ()))
    entries = ask_quickly(small_preparers["public"], parts(small, [Change(club("a"), None), hidden]))
    alone = ask_quickly(small_preparers["public"], parts(small, [Change(club("a"), None)]))
    assert entries == alone


def test_cursors_belong_to_their_list(small: Model, small_preparers: Mapping[str, Preparer]) -> None:
    preparer = small_preparers["public"]
    end = ask_quickly(preparer, parts(small, [Change(None, club("a"))]))["entries"][0]["cursor"]
    answer, _ = answered(preparer, [], f'{{ changes(until: 0, after: "{end}") {{ __typename }} }}')
    assert answer["errors"][0]["extensions"]["code"] == "CURSOR_FOREIGN"
    text = 'query ($since: Int) { changes(since: $since, after: "%s") { __typename } }'
    preparer.prepare(text % end, {"since": 0}, None)
    local = preparer.prepare("{ changes(since: 0) { __typename } }", {}, None).local
    places: list[list[object]] = [[1, 0, 2**63 + 5], [1, -1, 0], [1, 0, 0.5]]
    for place in places:
        forged = encode_cursor(local["g0"], place)
        answer, sent = answered(preparer, [], f'{{ changes(since: 0, after: "{forged}") {{ __typename }} }}')
        assert (answer["errors"][0]["extensions"]["code"], sent) == ("CURSOR_INVALID", [])


def test_only_what_is_selected_is_told(small: Model, small_preparers: Mapping[str, Preparer]) -> None:
    found = parts(small, [Change(None, club("a"))])
    text = "{ changes { entries { kind node { slug @skip(if: true) } } } }"
    answer, _ = answered(small_preparers["public"], found, text)
    assert answer["data"]["changes"] == {"entries": [{"kind": "ADDED", "node": {}}]}


def test_what_was_erased_is_not_told_and_who_has_read_so_far_misses_nothing(
    small: Model, small_preparers: Mapping[str, Preparer]
) -> None:
    preparer, changes = small_preparers["public"], [Change(None, club(slug)) for slug in "abcd"]
    for newest, first, then in (("", "ab", "cd"), (", newestFirst: true", "dc", "ba")):
        read = ask_quickly(preparer, parts(small, changes), f", first: 2{newest}")["entries"]
        found = parts(small, changes)
        found[0][5] = closed([None if c.state.key == Ref("Club", first[0]) else c for c in changes])
        assert [e["node"]["slug"] for e in read] == [*first]
        left = ask_quickly(preparer, found, newest)["entries"]
        more = ask_quickly(preparer, found, f', after: "{read[-1]["cursor"]}"{newest}')["entries"]
        assert [e["node"]["slug"] for e in left] == [*first[1:], *then]
        assert [e["node"]["slug"] for e in more] == [*then]


def test_relations_go_before_their_nodes_and_come_after_them(small: Model) -> None:
    """So that a copy with foreign keys can follow."""
    key = EdgeKey("KNOWS", CLUB, Ref("Town", "t"), "")
    tied = EdgeState(key, {}, ())
    changes = [Change(club("b"), None), Change(None, club("a")), Change(None, tied), Change(tied, None)]
    (part,) = pack(small, changes)
    kinds = [(len(flat) == 2, after is None) for flat, _, after in filter(None, unpack_rows(part.data))]
    assert kinds == [(False, True), (True, True), (True, False), (False, False)]


def test_history_of_people_is_asked_for_by_editors_only(small_preparers: Mapping[str, Preparer]) -> None:
    text = "{ changes(since: 0) { pageInfo { hasNextPage } } }"
    for viewer, asked in (("public", True), ("editor", False)):
        assert (
            "personal IS NULL" in small_preparers[viewer].prepare(text, {}, None).prepared.statement.cypher
        ) is asked


def test_places_in_history(small_preparers: Mapping[str, Preparer]) -> None:
    def sent(arguments: str) -> list[Any]:
        bound = small_preparers["public"].prepare(f"{{ changes{arguments} {{ __typename }} }}", {}, None)
        return [str(value) for name, value in bound.parameters.items() if name.startswith("p")]

    assert sent("") == []
    assert sent("(since: 17, until: 18)") == ["17", "18"]
    assert sent('(between: {from: "2026", to: "2026-11"})') == ["2026-01-01", "2026-11-30"]


@pytest.mark.parametrize("argument", ["since", "until"])
def test_no_revision_has_a_negative_number(small_preparers: Mapping[str, Preparer], argument: str) -> None:
    answer, sent = answered(small_preparers["public"], [], f"{{ changes({argument}: -1) {{ __typename }} }}")
    (error,) = answer["errors"]
    assert (error["extensions"]["code"], error["path"], sent) == ("VALUE_RANGE", ["changes"], [])


# -- how many ----------------------------------------------------------------------------------------------------------


def count_quickly(preparer: Preparer, data: list[bytes] | None, arguments: str = "") -> Any:
    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        return [["7 x", [[], data], "7 x"]]

    answer = asyncio.run(Engine(preparer, run).answer(f"{{ changes(since: 0{arguments}) {{ totalCount }} }}"))
    return answer.document()["data"]["changes"]["totalCount"]


def test_what_is_told_is_counted_and_nothing_else(small: Model, small_preparers: Mapping[str, Preparer]) -> None:
    key = EdgeKey("KNOWS", CLUB, Ref("Town", "t"), "")
    hidden = Change(EdgeState(key, {}, ()), EdgeState(key, {"remark": "geheim"}, ()))
    person = Change(None, NodeState(PERSON, {"slug": "p", "name": "P"}, ()))
    changes = [Change(None, club("a")), Change(None, club("b")), Change(club("c"), None), hidden, person]
    data = [part.data for part in pack(small, changes)]
    data.append(closed([None, Change(None, club("d"))]))  # one was erased
    for viewer, arguments, count in (
        ("public", "", 4),
        ("editor", "", 6),
        ("public", ", kinds: [ADDED]", 3),
        ("public", f', of: ["{gid(CLUB)}"]', 1),
        ("editor", f', of: ["{gid(CLUB)}"]', 2),
        ("public", ", types: []", 0),
    ):
        assert count_quickly(small_preparers[viewer], data, arguments) == count
    assert count_quickly(small_preparers["public"], []) == 0


def test_so_many_that_are_told_are_not_counted(
    small: Model, small_preparers: Mapping[str, Preparer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(told_module, "COUNTED", 4)
    key = EdgeKey("KNOWS", CLUB, Ref("Town", "t"), "")
    hidden = Change(EdgeState(key, {}, ()), EdgeState(key, {"remark": "geheim"}, ()))
    data = [part.data for part in pack(small, [*(Change(None, club(slug)) for slug in "abcd"), *[hidden] * 9])]
    more = [part.data for part in pack(small, [Change(None, club("e"))])]
    # What is hidden makes no difference.
    assert count_quickly(small_preparers["public"], data) == 4
    assert count_quickly(small_preparers["public"], data + more) is None
    assert count_quickly(small_preparers["editor"], data) is None
    assert count_quickly(small_preparers["editor"], None) is None
    assert READ_TO_COUNT >= 10 * COUNTED
    described = object_type(small_preparers["public"].schema.get_type("Changes")).fields["totalCount"].description
    assert f"{COUNTED:,}" in str(described)


def test_nobody_waits_while_changes_are_counted(
    small: Model, small_preparers: Mapping[str, Preparer], monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def slowly(self: Teller, data: list[bytes] | None) -> int | None:
        threads.append(threading.get_ident())
        return 7

    monkeypatch.setattr(Teller, "count", slowly)
    assert count_quickly(small_preparers["public"], []) == 7
    assert threads != [threading.get_ident()]


def test_only_who_asks_how_many_there_are_has_all_of_them_read(small_preparers: Mapping[str, Preparer]) -> None:
    for viewer, personal in (("public", "p.personal IS NULL"), ("editor", "")):
        preparer = small_preparers[viewer]
        bounds = [
            preparer.prepare(f"{{ changes(since: 3) {{ {field} }} }}", {}, None)
            for field in ("__typename", "totalCount")
        ]
        without, counting = (bound.prepared.statement.cypher for bound in bounds)
        assert "collect(p.data)" not in without
        every = counting.split("collect(p.data)")[0].rpartition("MATCH")[2]
        assert "r.number > $" in every
        assert personal in every
        assert bounds[0].estimated < bounds[1].estimated
