"""JSON Schema for seed files: what is in seeds/ fits, what is wrong does not."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from engagegraph.derive.json_schema import SEEDS, editor_settings, schema_name, seed_schemas
from engagegraph.model import load_model

ROOT = Path(__file__).parents[2]
REAL = load_model(ROOT / "schema/model")
SMALL = load_model(ROOT / "tests/model/small")


class EditorLoader(yaml.CSafeLoader):
    """Types scalars as an editor's YAML 1.2 reader does, and not as YAML 1.1."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), list(first))


def number(loader: Any, node: Any) -> int | float:
    text = loader.construct_scalar(node)
    return int(text) if node.tag.endswith(":int") else float(text)


for tag in ("int", "float"):
    EditorLoader.add_constructor(f"tag:yaml.org,2002:{tag}", number)


def read(text: str) -> Any:
    return yaml.load(text, EditorLoader)  # noqa: S506 - a safe loader


def validators(model: Any) -> dict[str, Draft202012Validator]:
    schemas = seed_schemas(model)
    registry: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in schemas.items()
    )
    return {
        name: Draft202012Validator({"$ref": name}, registry=registry) if name != SEEDS
        else Draft202012Validator(schema, registry=registry)
        for name, schema in schemas.items()
    }  # fmt: skip


REAL_VALIDATORS = validators(REAL)
SMALL_VALIDATORS = validators(SMALL)


def schema_of(path: Path) -> str:
    """The schema that the rule of seed files gives a path."""
    if path.stem in REAL.plurals:
        return schema_name(REAL.plurals[path.stem])
    folder = next((part for part in reversed(path.parts[:-1]) if part in REAL.plurals), None)
    return SEEDS if folder is None else schema_name(REAL.plurals[folder])


def errors(validator: Draft202012Validator, instance: Any) -> Iterator[str]:
    for error in validator.iter_errors(instance):
        yield f"{error.json_path}: {error.message[:300]}"


def test_every_schema_is_one() -> None:
    for schema in seed_schemas(SMALL).values():
        Draft202012Validator.check_schema(schema)
        assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("path", sorted(ROOT.glob("seeds/**/*.yaml")), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_seed_file_fits(path: Path) -> None:
    instance = read(path.read_text(encoding="utf-8"))
    assert list(errors(REAL_VALIDATORS[schema_of(path.relative_to(ROOT / "seeds"))], instance)) == []


SHIP = """\
name: {de: Wal, en: Whale}
launched: 1912
sources: [{register: Seite 3}, book]
"""

GOOD = {
    "short texts": "name: Wal\nsources: register",
    "numbers that are texts": "name: 1912\ncode: 'AB'\nlaunched: 1912-04\nsources: {register: 7}",
    "values of every kind": SHIP + "rank: 3\nspeed: 21.5\nafloat: true\nflags: [a, b]\ncargo: RUM\nsunk: 1912-04-15\n",
    "one for many": SHIP + "flags: red\n",
    "prose": SHIP + "diary: |\n  # Montag\n\n  Nebel.\n",
    "prose in languages": SHIP + "diary:\n  de: Nebel.\n  en: Fog.\n",
    "a link with properties": SHIP + "voyages:\n  - node: kiel\n    leg: 1\n    since: 1912\n    sources: [register]\n",
    "a link that is no list": SHIP + "voyages: {node: harbour/kiel, leg: 2}\n",
    "a short link": SHIP + "home: kiel\n",
    "short links": SHIP + "fans: [record/book, harbour/kiel, whale]\n",
    "with slug": "slug: wal\n" + SHIP,
}

BAD = {
    "no name": "sources: register",
    "no sources": "name: Wal",
    "unknown property": SHIP + "colour: red\n",
    "wrong word": SHIP + "cargo: TEA\n",
    "wrong date": SHIP + "sunk: 15.4.1912\n",
    "wrong month": SHIP + "sunk: 1912-13\n",
    "wrong form": SHIP + "code: abc\n",
    "too large": SHIP + "rank: 10\n",
    "text for a number": SHIP + "speed: fast\n",
    "word for a flag": SHIP + "afloat: ja\n",
    "wrong address": SHIP + "log: example.org\n",
    "list for one": SHIP + "launched: [1912]\n",
    "unknown language": "name: {de: Wal, fr: Baleine}\nsources: register",
    "main language missing": "name: {en: Whale}\nsources: register",
    "languages for a plain text": SHIP + "remark: {de: a}\n",
    "a slug that is none": "slug: Der Wal\n" + SHIP,
    "a link without what it needs": SHIP + "voyages: [kiel]\n",
    "a link without a node": SHIP + "voyages: [{leg: 1}]\n",
    "a link with an unknown property": SHIP + "voyages: [{node: kiel, leg: 1, crew: 3}]\n",
    "a link to a wrong type": SHIP + "voyages: [{node: record/book, leg: 1}]\n",
    "a reference that is none": SHIP + "home: Kiel Hafen\n",
    "sources that are none": "name: Wal\nsources: [Das Register]",
    "empty": "",
    "a text": "Wal",
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_what_fits(text: str) -> None:
    assert list(errors(SMALL_VALIDATORS["ship.schema.json"], read(text))) == []


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_what_does_not_fit(text: str) -> None:
    assert list(errors(SMALL_VALIDATORS["ship.schema.json"], read(text)))


def test_a_list_needs_slugs_and_a_file_does_not() -> None:
    validator = SMALL_VALIDATORS["ship.schema.json"]
    one = read(SHIP)
    assert validator.is_valid(one)
    assert not validator.is_valid([one])
    assert validator.is_valid([{**one, "slug": "wal"}])


def test_a_file_of_several_kinds() -> None:
    validator = SMALL_VALIDATORS[SEEDS]
    entry = {**read(SHIP), "slug": "wal"}
    assert validator.is_valid({"ships": [entry], "harbours": []})
    assert not validator.is_valid({"ship": [entry]})
    assert not validator.is_valid({"ships": entry})
    assert not validator.is_valid([entry])
    assert not validator.is_valid({"ships": [read(SHIP)]})


def test_what_knowledge_comes_from_needs_no_source_itself() -> None:
    assert SMALL_VALIDATORS["record.schema.json"].is_valid({"title": "Register"})


def test_descriptions_are_german_and_words_are_explained() -> None:
    ship = seed_schemas(SMALL)[SEEDS]["$defs"]["Ship"]["properties"]
    assert ship["diary"]["description"] == "Tagebuch: Was die Mannschaft schreibt."
    assert ship["log"]["deprecated"]
    assert ship["code"]["examples"] == ["AB"]
    assert ship["voyages"]["description"] == "Fuhr nach: Eine Fahrt. Möglich: Hafen."
    mood = seed_schemas(SMALL)[SEEDS]["$defs"]["Mood"]
    assert mood["description"] == "GOOD: gut\n\nBAD: schlecht"
    assert mood["enumDescriptions"] == ["gut", "schlecht"]


def test_an_editor_finds_one_schema_for_each_file() -> None:
    """The globs mean for every seed file what the rule of seed files means."""
    bound = editor_settings(REAL)["yaml.schemas"]
    assert {Path(name).name for name in bound} == set(seed_schemas(REAL))

    def matches(pattern: str, path: str) -> bool:
        regex = "".join(
            {"**/": "(?:.*/)?", "*": "[^/]*"}.get(part, re.escape(part)) for part in re.split(r"(\*\*/|\*)", pattern)
        )
        return re.fullmatch(regex, path) is not None

    for path in sorted(ROOT.glob("seeds/**/*.yaml")):
        shown = path.relative_to(ROOT).as_posix()
        found = [
            Path(name).name
            for name, patterns in bound.items()
            if any(matches(p, shown) for p in patterns if p[0] != "!")
            and not any(matches(p[1:], shown) for p in patterns if p[0] == "!")
        ]
        assert found == [schema_of(path.relative_to(ROOT / "seeds"))], shown
