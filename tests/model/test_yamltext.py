"""YAML as located text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagegraph.errors import Place
from engagegraph.model.yamltext import Mapping, Sequence, Text, read_yaml


def codes(text: str) -> list[str]:
    return [f"{p.where} {p.code}" for p in read_yaml(text, "f.yaml")[1]]


@pytest.mark.parametrize(
    "written", ["01001000", "no", "12:30", "2020-06-22", "1_000", "0x1F", "~", "null", "1e3", "0o7", "="]
)
def test_scalars_stay_what_was_written(written: str) -> None:
    node, problems = read_yaml(f"key: {written}", "f.yaml")
    assert problems == []
    assert isinstance(node, Mapping)
    assert node.get("key") == Text(written, Place("f.yaml", 1, 6))


def test_every_node_and_key_has_its_place() -> None:
    node, _ = read_yaml("a:\n  - ä: x\n  - y\n", "f.yaml")
    assert isinstance(node, Mapping)
    assert str(node.keys["a"]) == "f.yaml:1:1"
    listed = node.get("a")
    assert isinstance(listed, Sequence)
    assert str(listed.place) == "f.yaml:2:3"
    first, second = listed.items
    assert isinstance(first, Mapping)
    assert [(key, str(place)) for key, place, _ in first.items()] == [("ä", "f.yaml:2:5")]
    assert str(second.place) == "f.yaml:3:5"


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n"])
def test_an_empty_document_is_none(text: str) -> None:
    assert read_yaml(text, "f.yaml") == (None, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c", ["f.yaml:1:5 YAML_SYNTAX"]),
        ("a: [", ["f.yaml:2:1 YAML_SYNTAX"]),
        ("a: *gone", ["f.yaml:1:4 YAML_SYNTAX"]),
        ("--- 1\n--- 2", ["f.yaml:2:1 YAML_SYNTAX"]),
        ("\x00", ["f.yaml:1:1 YAML_SYNTAX"]),
        ("[" * 5000 + "]" * 5000, ["f.yaml:1:1 YAML_SYNTAX"]),
        ("a: 1\nb: 2\na: 3", ["f.yaml:3:1 YAML_REPEATED_KEY"]),
        ("x: {a: 1, a: 2}", ["f.yaml:1:11 YAML_REPEATED_KEY"]),
        ("? [a]\n: b", ["f.yaml:1:3 YAML_KEY"]),
        ("a: &x 1\nb: *x", ["f.yaml:2:4 YAML_ALIAS"]),
        ("a: &x [1, *x]", ["f.yaml:1:11 YAML_ALIAS"]),
        ("a: &x {b: c}\nd: {<<: *x}", ["f.yaml:2:9 YAML_ALIAS"]),
        ("a: 2 * 3", []),
    ],
)
def test_what_is_no_plain_document_is_refused_at_its_place(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_the_first_of_repeated_keys_stays() -> None:
    node, problems = read_yaml("a: 1\na: 2", "f.yaml")
    assert isinstance(node, Mapping)
    assert node.get("a") == Text("1", Place("f.yaml", 1, 4))
    assert "stands first at line 1" in problems[0].hint


def test_what_is_read_beside_an_alias_does_not_repeat_itself() -> None:
    """Nine lists of nine aliases each would be a thousand million texts."""
    lists = (f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    node, problems = read_yaml("\n".join(["a: &a [x, x]", *lists]), "f.yaml")
    assert isinstance(node, Mapping)
    assert len(problems) == 8 * 9


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    node, problems = read_yaml(text, "f.yaml")
    assert node is None or isinstance(node, Text | Sequence | Mapping)
    assert all(p.code.startswith("YAML_") and p.where.startswith("f.yaml:") for p in problems)
