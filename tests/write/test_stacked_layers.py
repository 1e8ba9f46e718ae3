"""Several writers of one thing: who is seen, who stays, what is kept in history and in the graph."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagegraph.errors import Failure
from engagegraph.model import Model
from engagegraph.model.values import Value
from engagegraph.write.change import Change, Citation, Layer, NodeState, Ref, Snapshot
from engagegraph.write.diff import difference
from engagegraph.write.history import pack, unpack
from engagegraph.write.layers import layers_of, placed, removed, stacked
from engagegraph.write.render import Renderer
from engagegraph.write.stored import HIDDEN, Storage

TOWN = Ref("Town", "aa")
OWNERS = ("seeds", "register", "atlas")

properties = st.dictionaries(
    st.sampled_from(["name", "code", "note"]), st.sampled_from(["x", "y", "z"]).map(lambda text: text)
)
citations = st.lists(
    st.tuples(st.sampled_from(["p", "q", "r"]), st.sampled_from(["", "S. 1"])),
    max_size=3,
    unique_by=lambda pair: pair[0],
)
statements = st.fixed_dictionaries({owner: st.tuples(properties, citations) for owner in OWNERS})


def state(owner: str, values: dict[str, str], cited: list[tuple[str, str]] | None = None) -> NodeState:
    written: dict[str, Value] = {"slug": "aa", **values}
    return NodeState(TOWN, written, tuple(Citation(*c) for c in cited or [("q", "")]), owner)


@given(statements)
def test_the_order_of_writing_does_not_matter_and_every_layer_can_be_taken_back(
    written: dict[str, tuple[dict[str, str], list[tuple[str, str]]]],
) -> None:
    states = {owner: state(owner, *parts) for owner, parts in written.items()}
    results = []
    for order in itertools.permutations(OWNERS):
        together = states[order[0]]
        for owner in order[1:]:
            placed_now = placed(together, states[owner])
            assert placed_now is not None
            together = placed_now
        results.append(together)
        left: NodeState | None = together
        for owner in order[1:]:
            assert left is not None
            left = removed(left, owner)
        assert left == states[order[0]]
    assert all(result == results[0] for result in results)
    assert [layer.owner for layer in results[0].layers] == ["seeds", "atlas", "register"]
    for name, value in written["seeds"][0].items():
        assert results[0].properties[name] == value
    assert len({c.source for c in results[0].citations}) == len(results[0].citations)


def test_two_authors_do_not_share(small: Model) -> None:
    one, other = state("seeds", {"name": "Aa"}), state("editor", {"name": "Bb"})
    assert placed(one, other) is None
    with pytest.raises(Failure) as caught:
        difference(small, Snapshot({TOWN: one}), Snapshot({TOWN: other}), "editor", prune=False)
    assert caught.value.code == "OWNED_BY_OTHER"
    same = state("editor", {"name": "Aa"})
    assert difference(small, Snapshot({TOWN: one}), Snapshot({TOWN: same}), "editor", prune=False) == []


def test_layers_live_in_the_graph_and_in_history(small: Model) -> None:
    both = placed(state("seeds", {"name": "Aa"}), state("register", {"name": "A", "code": "0101"}, [("p", "1")]))
    assert both is not None
    storage = Storage(small)
    stored = storage.node(both)
    assert (stored["name"], stored["code"], stored["_owner"]) == ("Aa", "0101", "seeds")
    assert (stored["_sources"], stored["_places"]) == (["q", "p"], ["", "1"])
    columns = [*storage.nodes["Town"], *HIDDEN]
    assert storage.read_node("Town", [stored.get(name) for name in columns]) == both
    assert "_layers" not in storage.node(state("register", {"name": "A"}))

    change = Change(state("seeds", {"name": "Aa"}), both)
    assert unpack(part.data for part in pack(small, [change])) == [change]


def test_what_is_not_seen_is_shown_as_a_difference(small: Model) -> None:
    before = stacked(state("seeds", {}), [Layer("seeds", {"name": "Aa"}, ()), Layer("register", {"name": "A"}, ())])
    after = stacked(state("seeds", {}), [Layer("seeds", {"name": "Aa"}, ()), Layer("register", {"name": "B"}, ())])
    assert before is not None
    assert [d.name for d in Renderer(small).differences(Change(before, after))] == ["name (register)"]
    assert len(layers_of(before)) == 2
