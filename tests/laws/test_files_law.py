"""Canonical seed files say exactly what the snapshot says."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagegraph.model import Model
from engagegraph.seeds import canon
from engagegraph.seeds.export import export_seeds
from engagegraph.seeds.files import LEFT_OUT
from engagegraph.seeds.load import load_seeds
from engagegraph.write.change import Change, Snapshot
from engagegraph.write.diff import ordered
from engagegraph.write.history import pack, unpack

Content = Callable[[], st.SearchStrategy[Snapshot]]


@pytest.mark.parametrize("tables_from", [1, 1000], ids=["as tables", "inline"])
@given(data=st.data())
def test_reading_what_was_written(small: Model, content: Content, tables_from: int, data: st.DataObject) -> None:
    snapshot = data.draw(content())
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(canon, "TABLE_FROM", tables_from)
        export_seeds(small, snapshot, Path(name), hidden=True)
        assert load_seeds(small, Path(name)) == snapshot


@pytest.mark.parametrize("tables_from", [1, 1000], ids=["as tables", "inline"])
@given(data=st.data())
def test_no_export_holds_what_is_hidden_unless_asked(
    small: Model, content: Content, tables_from: int, data: st.DataObject
) -> None:
    snapshot = data.draw(content())
    hidden = sum("email" in n.properties for n in snapshot.nodes.values()) + sum(
        "remark" in e.properties for e in snapshot.edges.values()
    )
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(canon, "TABLE_FROM", tables_from)
        written = export_seeds(small, snapshot, Path(name))
        texts = [file.read_text(encoding="utf-8") for file in Path(name).iterdir() if file.name != LEFT_OUT]
        assert written.left_out == hidden
        assert not any("geheim" in text or "email" in text or "remark:" in text for text in texts)
        assert load_seeds(small, Path(name), snapshot) == snapshot, "what was left out stays"
        shown = load_seeds(small, Path(name))
    assert shown.nodes.keys() == snapshot.nodes.keys()
    assert shown.edges.keys() == snapshot.edges.keys()


@given(data=st.data())
def test_history_keeps_changes_as_they_were(small: Model, content: Content, data: st.DataObject) -> None:
    before, after = data.draw(content()), data.draw(content())
    states = {s.key: s for s in before.states()}, {s.key: s for s in after.states()}
    changes = ordered(Change(states[0].get(key), states[1].get(key)) for key in {**states[0], **states[1]})
    assert unpack(part.data for part in pack(small, changes)) == changes
