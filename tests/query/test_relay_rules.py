"""Relay's rules, each as a test: global object identification, and connections with their cursors and `pageInfo`.

The schema's part of the rules stands in `tests/derive/test_graphql.py`; here is what answers must be like.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from tests.query.conftest import Ask

from engagegraph.errors import Failure
from engagegraph.model import Model
from engagegraph.query.ids import encode_id
from engagegraph.query.prepare import Preparer

pytestmark = pytest.mark.db

PAGE = "edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount"
LISTS: Mapping[str, tuple[str, ...]] = {
    "all of a type": ("clubs({})",),
    "all of an interface": ("places(orderBy: [{{ code: DESC_NULLS_FIRST }}], {})",),
    "related": ('club(slug: "k15")', "members(orderBy: [{{ since: ASC }}], {})"),
    "found": ('search(query: "Text", {})',),
}
BACKWARD = sorted({*LISTS} - {"found"})


def read(ask: Ask, kind: str, arguments: str, cursor: str | None = None) -> Any:
    """Return a page of one of the lists; `arguments` are those of pages, with `$c` for the cursor."""
    text = f"{{ {PAGE} }}"
    for field in reversed(LISTS[kind]):
        text = f"{{ {field.format(arguments)} {text} }}"
    data = ask(f"query ($c: String) {text}" if "$c" in text else text, {"c": cursor})
    for _ in LISTS[kind]:
        (data,) = data.values()
    return data


# -- global object identification --------------------------------------------------------------------------------------


@pytest.mark.parametrize("type_name", ["Club", "County", "Person", "Source", "Town"])
def test_an_object_is_found_again_by_its_identifier(ask: Ask, small: Model, type_name: str) -> None:
    declared = small.types[type_name]
    nodes = ask(f"{{ {declared.plural}(first: 100) {{ nodes {{ __typename id slug displayName }} }} }}")
    nodes = nodes[declared.plural]["nodes"]
    assert nodes
    fields = "__typename id ... on Node { displayName } ... on " + type_name + " { slug }"
    text = f"query ($id: ID!, $ids: [ID!]!) {{ node(id: $id) {{ {fields} }} nodes(ids: $ids) {{ {fields} }} }}"
    again = ask(text, {"id": nodes[0]["id"], "ids": [node["id"] for node in nodes]})
    assert again["node"] == nodes[0]
    assert again["nodes"] == nodes
    one = ask(
        f"query ($id: ID!) {{ {declared.singular}(id: $id) {{ __typename id slug displayName }} }}",
        {"id": nodes[0]["id"]},
    )
    assert one == {declared.singular: nodes[0]}


def test_every_type_of_the_small_model_is_meant_above(small: Model) -> None:
    assert {*small.types} == {"Club", "County", "Person", "Source", "Town"}


def test_the_same_object_has_the_same_identifier_wherever_it_stands(ask: Ask) -> None:
    text = """{
      club(slug: "k15") { id members(first: 1) { nodes { id } edges { node { id } } } sources { source { id } } }
      search(query: "Quelle") { nodes { id } }
      sources(first: 1) { nodes { id } }
    }"""
    found = ask(text)
    assert found["club"]["members"]["nodes"] == [edge["node"] for edge in found["club"]["members"]["edges"]]
    [source] = found["sources"]["nodes"]
    assert found["club"]["sources"] == [{"source": source}]
    again = ask("query ($id: ID!) { node(id: $id) { id } }", {"id": found["club"]["members"]["nodes"][0]["id"]})
    assert again["node"] == found["club"]["members"]["nodes"][0]


def test_identifiers_are_different_for_different_objects(ask: Ask, small: Model) -> None:
    lists = " ".join(f"{t.plural}(first: 100) {{ nodes {{ id }} totalCount }}" for t in small.types.values())
    found = ask(f"{{ {lists} }}")
    ids = [node["id"] for part in found.values() for node in part["nodes"]]
    assert len({*ids}) == len(ids) == sum(part["totalCount"] for part in found.values())


def test_nodes_answer_each_identifier_in_its_place(ask: Ask) -> None:
    known, unknown = encode_id("Club", "k3"), encode_id("Club", "nirgends")
    strange = encode_id("Nirgends", "k3")
    found = ask(
        "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
        {"ids": [known, unknown, encode_id("Town", "t0"), strange, known]},
    )
    assert found["nodes"] == [{"id": known}, None, {"id": encode_id("Town", "t0")}, None, {"id": known}]
    assert ask("query ($id: ID!) { node(id: $id) { id } }", {"id": unknown}) == {"node": None}
    assert ask("query ($id: ID!) { town(id: $id) { id } }", {"id": known}) == {"town": None}
    assert ask("{ nodes(ids: []) { id } }") == {"nodes": []}


# -- connections -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", LISTS)
def test_every_cursor_leads_on_and_back(ask: Ask, kind: str) -> None:
    whole = read(ask, kind, "first: 100")
    edges = whole["edges"]
    assert len(edges) > 3
    assert len({edge["cursor"] for edge in edges}) == len(edges)
    for number, edge in enumerate(edges):
        behind = read(ask, kind, "first: 100, after: $c", edge["cursor"])
        assert behind["edges"] == edges[number + 1 :]
        assert behind["totalCount"] == len(edges)
        if kind in BACKWARD:
            assert read(ask, kind, "last: 100, before: $c", edge["cursor"])["edges"] == edges[:number]


@pytest.mark.parametrize("kind", LISTS)
def test_a_page_forward_is_the_first_of_what_is_left(ask: Ask, kind: str) -> None:
    edges = read(ask, kind, "first: 100")["edges"]
    for size in (0, 1, 2, len(edges) - 1, len(edges), len(edges) + 1):
        for start in (None, 0, len(edges) - 2, len(edges) - 1):
            left = edges if start is None else edges[start + 1 :]
            arguments = f"first: {size}" + ("" if start is None else ", after: $c")
            page = read(ask, kind, arguments, None if start is None else edges[start]["cursor"])
            assert page["edges"] == left[:size]
            assert page["pageInfo"] == {
                "hasNextPage": len(left) > size,
                "hasPreviousPage": start is not None,
                "startCursor": left[0]["cursor"] if left[:size] else None,
                "endCursor": left[:size][-1]["cursor"] if left[:size] else None,
            }


@pytest.mark.parametrize("kind", BACKWARD)
def test_a_page_backward_is_the_last_of_what_is_left_in_the_same_order(ask: Ask, kind: str) -> None:
    edges = read(ask, kind, "first: 100")["edges"]
    for size in (0, 1, 2, len(edges) - 1, len(edges), len(edges) + 1):
        for start in (None, len(edges) - 1, 1, 0):
            left = edges if start is None else edges[:start]
            arguments = f"last: {size}" + ("" if start is None else ", before: $c")
            page = read(ask, kind, arguments, None if start is None else edges[start]["cursor"])
            wanted = left[max(len(left) - size, 0) :]
            assert page["edges"] == wanted
            assert page["pageInfo"] == {
                "hasNextPage": start is not None,
                "hasPreviousPage": len(left) > size,
                "startCursor": wanted[0]["cursor"] if wanted else None,
                "endCursor": wanted[-1]["cursor"] if wanted else None,
            }


def test_an_empty_list_has_a_page_all_the_same(ask: Ask) -> None:
    text = '{{ clubs(where: {{ slug: {{ eq: "nirgends" }} }}, {}) {{ {} }} }}'
    nothing = {"hasNextPage": False, "hasPreviousPage": False, "startCursor": None, "endCursor": None}
    for size in ("first: 3", "last: 3", "first: 0"):
        assert ask(text.format(size, PAGE))["clubs"] == {"edges": [], "pageInfo": nothing, "totalCount": 0}


def test_page_info_is_right_when_nothing_else_is_asked_for(ask: Ask) -> None:
    text = "query ($c: String) { clubs(first: 2, after: $c) { pageInfo { hasNextPage hasPreviousPage endCursor } } }"
    cursor, pages = None, 0
    while True:
        info = ask(text, {"c": cursor})["clubs"]["pageInfo"]
        pages += 1
        assert info["hasPreviousPage"] is (pages > 1)
        if not info["hasNextPage"]:
            break
        cursor = info["endCursor"]
    assert pages == 12


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("first: -1", "PAGE_SIZE"),
        ("last: -1", "PAGE_SIZE"),
        ("first: 1, last: 1", "PAGE_DIRECTION"),
        ('after: "x", before: "x"', "PAGE_DIRECTION"),
        ('first: 1, before: "x"', "PAGE_DIRECTION"),
        ('last: 1, after: "x"', "PAGE_DIRECTION"),
        ('after: "x"', "CURSOR_INVALID"),
        ('before: ""', "CURSOR_INVALID"),
    ],
)
def test_what_is_no_page_is_refused(small_preparers: Mapping[str, Preparer], arguments: str, code: str) -> None:
    text = f"{{ clubs({arguments}) {{ totalCount }} }}"
    with pytest.raises(Failure) as caught:
        small_preparers["public"].prepare(text, {}, None)
    assert caught.value.problems[0].code == code
