"""What `engagegraph serve` reads from the environment."""

from __future__ import annotations

import pytest

from engagegraph.cli.serve import listen, log_level
from engagegraph.errors import Failure


@pytest.mark.parametrize(("text", "level"), [("", "warning"), ("debug", "debug")])
def test_the_log_level(monkeypatch: pytest.MonkeyPatch, text: str, level: str) -> None:
    monkeypatch.setenv("ENGAGEGRAPH_LOG", text)
    assert log_level() == level


@pytest.mark.parametrize("text", ["loud", "WARNING", "trace"])
def test_a_level_that_is_none_is_refused_before_anything_listens(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("ENGAGEGRAPH_LOG", text)
    with pytest.raises(Failure) as caught:
        listen("127.0.0.1", 1)
    assert caught.value.code == "SETTING_INVALID"
    assert caught.value.problems[0].where == "ENGAGEGRAPH_LOG"
