"""Privacy: a hidden property does not exist for who may not know it, nowhere."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagegraph.model import Interface, Lifespan, Model, NodeType, Relation, load_model, visible_to
from engagegraph.model.search import (
    LONGEST_WORD,
    SHORTEST_SUFFIX,
    WORD,
    search_index,
    search_indexes,
    search_properties,
    search_types,
    suffixes,
)

SMALL = load_model(Path(__file__).parent / "small")
REAL = load_model(Path(__file__).parents[2] / "schema/model")

CASES = [pytest.param(m, v, id=f"{m.name}-{v}") for m in (SMALL, REAL) for v in m.viewers]


def owners(model: Model) -> dict[str, NodeType | Interface | Relation]:
    return {**model.types, **model.interfaces, **model.relations}


@pytest.mark.parametrize(("model", "viewer"), CASES)
def test_hidden_properties_are_named_nowhere(model: Model, viewer: str) -> None:
    seen = visible_to(model, viewer)
    sees = model.viewers[viewer].sees
    for name, owner in owners(model).items():
        projected = owners(seen)[name]
        hidden = {p.name for p in owner.properties.values() if p.privacy not in sees}
        assert projected.properties.keys() == owner.properties.keys() - hidden
        match projected:
            case NodeType():
                span = projected.lifespan
                named = {projected.display, *projected.order, *((span.start, span.end) if span else ())}
            case Interface():
                named = {*projected.order}
            case Relation():
                named = {*projected.key}
        assert not named & hidden
        assert named <= projected.properties.keys()
    used = {p.type for owner in owners(seen).values() for p in owner.properties.values()}
    assert seen.enums.keys() == model.enums.keys() & used
    for name in (*model.types, *model.interfaces):
        for link in seen.links(name).values():
            assert all(p.privacy in sees for p in link.relation.properties.values())
    known = {p.name for t in seen.types.values() for p in t.properties.values()}
    assert {stored.partition("_")[0] for stored in search_properties(seen)} <= known


@pytest.mark.parametrize(("model", "viewer"), CASES)
def test_a_projection_of_a_projection_is_the_same(model: Model, viewer: str) -> None:
    seen = visible_to(model, viewer)
    assert visible_to(seen, viewer) == seen


def test_who_sees_everything_sees_the_model() -> None:
    assert visible_to(SMALL, "keeper") == SMALL
    assert visible_to(REAL, "editor") == REAL


def test_what_mentions_the_hidden_falls_back() -> None:
    seen = visible_to(SMALL, "public")
    assert seen.types["Ship"].lifespan is None
    assert SMALL.types["Ship"].lifespan == Lifespan("launched", "sunk")
    assert seen.types["Ship"].order == ("launched",)
    assert seen.interfaces["Named"].order == ("slug",)
    assert list(seen.enums) == ["Mood"]
    assert list(seen.relations["SAILED_TO"].properties) == ["leg", "after", "since", "until"]


def test_a_type_whose_whole_order_is_hidden_is_ordered_by_its_name() -> None:
    from dataclasses import replace

    ship = replace(SMALL.types["Ship"], order=("cargo",))
    model = replace(SMALL, types={**SMALL.types, "Ship": ship})
    assert visible_to(model, "public").types["Ship"].order == ("name",)


def test_contact_data_of_people_is_not_public() -> None:
    hidden = {
        p.name for t in REAL.types.values() if t.personal for p in t.properties.values() if p.privacy == "contact"
    }
    assert hidden
    personal = [t for t in visible_to(REAL, "public").types.values() if t.personal]
    assert personal
    assert not any(hidden & t.properties.keys() for t in personal)


@given(st.text("aäcß.: -,1"))
def test_what_stands_within_a_word_begins_one_of_its_ends(text: str) -> None:
    words = [word for word in WORD.findall(text.lower()) if len(word) >= SHORTEST_SUFFIX]
    ends = suffixes([text]).split(" ") if words else []
    assert {*ends} == {word[at:] for word in words for at in range(len(word) - SHORTEST_SUFFIX + 1)}
    assert len({*ends}) == len(ends)


def test_ends_of_very_long_words_are_not_kept() -> None:
    assert [bool(suffixes(["q" * size])) for size in (LONGEST_WORD, LONGEST_WORD + 1)] == [True, False]


def test_searched_texts_have_the_highest_weight_and_every_language() -> None:
    assert search_properties(SMALL) == {"diary": 2, "diary_en": 2, "name": 4, "name_en": 4, "title": 1}
    assert search_properties(visible_to(SMALL, "public")) == {"name": 4, "name_en": 4, "title": 1}
    assert search_types(SMALL) == ("Harbour", "Record", "Ship")
    assert search_properties(REAL)["title"] == max(
        p.search for t in REAL.types.values() for p in t.properties.values() if p.name == "title"
    )


def test_viewers_who_know_different_texts_search_different_indexes() -> None:
    assert search_index(SMALL, "public") == "search_public"
    assert search_index(SMALL, "keeper") == "search_keeper"
    assert list(search_indexes(SMALL)) == ["search_public", "search_keeper"]
    assert search_indexes(SMALL)["search_public"] == visible_to(SMALL, "public")


def test_viewers_who_know_the_same_texts_share_an_index() -> None:
    seen = visible_to(SMALL, "public")
    assert search_index(seen, "keeper") == "search_public"
    assert list(search_indexes(seen)) == ["search_public"]


@pytest.mark.parametrize(("model", "viewer"), CASES)
def test_the_index_is_the_same_seen_from_the_model_and_from_the_projection(model: Model, viewer: str) -> None:
    assert search_index(visible_to(model, viewer), viewer) == search_index(model, viewer)
