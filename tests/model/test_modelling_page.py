"""docs/modelling.md: its example loads, and it leaves nothing out."""

import re
from pathlib import Path

from engagegraph.model import load_model, read_model
from engagegraph.model.load import _Reader
from engagegraph.model.values import VALUE_TYPES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/modelling.md").read_text(encoding="utf-8")
FILES = [(path.name, path.read_text(encoding="utf-8")) for path in (ROOT / "schema/model").glob("*.yaml")]


def section(title: str) -> str:
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def first_cells(text: str) -> set[str]:
    return {
        word
        for line in text.splitlines()
        if line.startswith("| `")
        for word in re.findall(r"`(\w+)`", line.split("|")[1])
    }


def test_the_example_is_a_type_of_the_real_model() -> None:
    example = re.search(r"```yaml\n(type: .*?)```", section("A new type"), re.DOTALL)
    assert example
    before = load_model(ROOT / "schema/model")
    model = read_model([*FILES, ("prize.yaml", example[1])])
    added = model.types.keys() - before.types.keys()
    assert len(added) == 1
    assert len(model.relations) == len(before.relations) + 1


def test_every_key_and_value_type_is_explained() -> None:
    assert first_cells(section("Properties")) == {*_Reader._PROPERTY, *VALUE_TYPES}
    used = {key for name, text in FILES if name != "model.yaml" for key in re.findall(r"^(\w+):", text, re.MULTILINE)}
    assert used <= first_cells(section("A type file"))


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target
