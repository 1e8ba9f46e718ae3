"""What a licence asks to show: a public line of the type that facts come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from engagegraph.errors import Failure
from engagegraph.model import Model, read_model

SMALL = Path(__file__).parents[1] / "small_model"


def model(name: str, source: str = "") -> Model:
    files = {path.name: path.read_text(encoding="utf-8") for path in SMALL.glob("*.yaml")}
    files["model.yaml"] = files["model.yaml"].replace("provenance: Source", f"provenance: Source\nattribution: {name}")
    files["source.yaml"] += source
    return read_model([*files.items()])


def test_it_may_be_any_public_line(small: Model) -> None:
    assert model("title").attribution == "title"
    assert small.attribution is None


MISTAKES = [
    ("titel", "", "MODEL_UNKNOWN_PROPERTY"),
    ("terms", "  terms: {type: String, privacy: contact, label: {de: x, en: x}}\n", "MODEL_DISPLAY"),
    ("terms", "  terms: {type: Markdown, label: {de: x, en: x}}\n", "MODEL_DISPLAY"),
    ("terms", "  terms: {type: String, many: true, label: {de: x, en: x}}\n", "MODEL_DISPLAY"),
]


@pytest.mark.parametrize(("name", "source", "code"), MISTAKES)
def test_mistakes(name: str, source: str, code: str) -> None:
    with pytest.raises(Failure) as caught:
        model(name, source)
    assert [(p.code, p.where) for p in caught.value.problems] == [(code, "model.yaml:4:14")]
