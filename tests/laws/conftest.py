"""Graphs of the small model, as hypothesis thinks them up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import strategies as st

from engagegraph.model.values import VALUE_TYPES, Value
from engagegraph.write.change import Citation, EdgeKey, EdgeState, NodeState, Ref, Snapshot

NAMES = ("a", "b", "c", "d")


def parsed(kind: str, text: str) -> Any:
    try:
        return VALUE_TYPES[kind].parse(text)
    except ValueError:
        return None


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
LINES = TEXT.map(lambda t: parsed("String", t)).filter(lambda v: v is not None)
PROSE = (
    st.lists(TEXT, min_size=1, max_size=3)
    .map("\n".join)
    .map(lambda t: parsed("Markdown", t))
    .filter(lambda v: v is not None)
)
DATES = st.sampled_from(["1999", "2001-02", "2004-02-29"])
ENDS = st.sampled_from(["2010", "2011-12", "2012-12-31"])
CITATIONS = st.lists(
    st.builds(Citation, st.sampled_from(["q", "r"]), TEXT.map(lambda t: " ".join(t.split()))), min_size=1, max_size=2
).map(tuple)

CENTURIES = (dt.datetime(1800, 1, 1), dt.datetime(2200, 1, 1))  # noqa: DTZ001 - written as in seed files, without offset

CLUB: dict[str, st.SearchStrategy[Any]] = {
    "title_en": LINES,
    "title_de_simple": LINES,
    "text": PROSE,
    "kind": st.sampled_from(["SPORT", "ART"]),
    "tags": st.lists(LINES, max_size=2),
    "number": st.integers(0, 5000),
    "share": st.floats(-1e9, 1e9).map(lambda f: parsed("Float", repr(f))).filter(lambda v: v is not None),
    "open": st.booleans(),
    "founded": DATES,
    "ended": ENDS,
    "meets": st.datetimes(*CENTURIES).map(str).map(lambda t: parsed("DateTime", t)).filter(lambda v: v is not None),
    "website": st.just("https://example.org/ä?x=1#y"),
    "note": LINES,
}
RELATION: dict[str, st.SearchStrategy[Any]] = {"since": DATES, "until": ENDS, "note": LINES, "remark": LINES}


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:  # noqa: C901 - one line per kind of thing
    nodes: dict[Ref, NodeState] = {}
    edges: dict[EdgeKey, EdgeState] = {}

    def put(node_type: str, slug: str, **properties: st.SearchStrategy[Any]) -> None:
        ref = Ref(node_type, slug)
        nodes[ref] = NodeState(ref, {"slug": slug, **draw(st.fixed_dictionaries(properties))}, draw(CITATIONS))

    def tie(relation: str, start: Ref, end: Ref, more: dict[str, Value], key: str = "") -> None:
        found = {**more, **draw(st.fixed_dictionaries({}, optional=RELATION))}
        edges[EdgeKey(relation, start, end, key)] = EdgeState(
            EdgeKey(relation, start, end, key), found, draw(CITATIONS)
        )

    for slug in ("q", "r"):
        ref = Ref("Source", slug)
        nodes[ref] = NodeState(ref, {"slug": slug, "title": draw(LINES)})
    codes = draw(st.permutations(["01", "02", "03", "0404"]))
    registers = draw(st.permutations(["1", "2", "3", "4"]))
    for i, slug in enumerate(NAMES):
        kinds = draw(st.sets(st.sampled_from(["Town", "County", "Person", "Club"])))
        if "Town" in kinds:
            put("Town", slug, name=LINES, code=st.just(codes[i]))
        if "County" in kinds:
            put("County", slug, name=LINES)
        if "Person" in kinds:
            email = {"email": st.just(f"geheim-{slug}@example.org")} if draw(st.booleans()) else {}
            put("Person", slug, name=LINES, **email)
        if "Club" in kinds:
            chosen = draw(st.sets(st.sampled_from([*CLUB])))
            put("Club", slug, title=LINES, register=st.just(registers[i]), **{n: CLUB[n] for n in chosen})
    refs = {t: [r for r in nodes if r.type == t] for t in ("Town", "County", "Person", "Club")}
    for town in refs["Town"]:
        tied: bool = draw(st.booleans())
        if tied and refs["County"]:
            tie("LOCATED_IN", town, draw(st.sampled_from(refs["County"])), {})
    for start in (*refs["Person"], *refs["Town"], *refs["County"], *refs["Club"]):
        ends = [club for club in refs["Club"] if club != start]
        for end in draw(st.sets(st.sampled_from(ends), max_size=2)) if ends else ():
            role = draw(st.sampled_from(["CHAIR", "MEMBER"]))
            local: bool = draw(st.booleans())
            branch: dict[str, Value] = {"branch": refs["Town"][0].slug} if local and refs["Town"] else {}
            tie("MEMBER_OF", start, end, {"role": role, **branch}, role)
    for one, other in zip(refs["Person"], refs["Person"][1:], strict=False):
        if draw(st.booleans()):
            tie("KNOWS", one, other, {})
    return Snapshot(nodes, edges)


@pytest.fixture(scope="session")
def content() -> Callable[[], st.SearchStrategy[Snapshot]]:
    return snapshots
