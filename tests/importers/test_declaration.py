"""Declarations of importers: the one that is there fits the model, and mistakes are told with their place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.importers.register import IMPORTER

from engagegraph import settings
from engagegraph.errors import Failure
from engagegraph.importers.load import load_importer, names
from engagegraph.importers.slugs import choose
from engagegraph.model import Model

Declared = Callable[..., Path]


@pytest.mark.parametrize("name", names(settings.importers_folder()))
def test_the_importers_that_are_there_fit_the_model(real: Model, name: str) -> None:
    assert load_importer(real, settings.importers_folder(), name).name == name


def test_an_unknown_importer(small: Model, declared: Declared) -> None:
    with pytest.raises(Failure) as caught:
        load_importer(small, declared(), "registr")
    assert [(p.code, p.hint) for p in caught.value.problems] == [("IMPORTER_UNKNOWN", 'did you mean "register"?')]


MISTAKES = [
    ("importer: register", "importer: seeds", "MODEL_NAME", '"seeds" is not its name'),
    ("  A2: Kind", "  2A: Kind", "MODEL_NAME", '"2A" is not the address of a cell'),
    ("name: C,", "name: '3',", "MODEL_NAME", '"3" is not a column'),
    ("'Places at {year}'", "'Places at {yaer}'", "MODEL_UNKNOWN_PROPERTY", 'no variable "yaer"'),
    ("{county.name}", "{county.nmae}", "MODEL_UNKNOWN_PROPERTY", 'no variable "county.nmae"'),
    ("when: {county.kind: C}", "when: {country.kind: C}", "MODEL_UNKNOWN_PROPERTY", 'no variable "country.kind"'),
    ("type: Town", "type: Twon", "MODEL_UNKNOWN_TYPE", 'no type "Twon"'),
    ("key: code", "key: name", "MODEL_UNIQUE", '"name" does not tell one County'),
    ("links: {county: county}", "links: {conty: county}", "MODEL_UNKNOWN_PROPERTY", 'Town has no link "conty"'),
    ("links: {county: county}", "links: {county: land}", "MODEL_UNKNOWN_PROPERTY", 'no parent "land"'),
    ("of: [county, free]", "of: [county, fre]", "MODEL_UNKNOWN_TYPE", 'no record "fre"'),
    ("of: [county, free]", "of: [town]", "MODEL_UNKNOWN_TYPE", "Town.county does not lead to Town"),
    ("    title: [", "    titel: [", "MODEL_UNKNOWN_PROPERTY", 'Source has no "titel"'),
    ("{sum: size,", "{mean: size,", "MODEL_SHAPE", "a mean needs a weight, a sum has none"),
    ("note: {sum: size, over", "note: {sum: size, text: x, over", "MODEL_SHAPE", "a text comes from one thing"),
    ("pattern: '(..)..'}", "pattern: '(..'}", "MODEL_PATTERN", "not a regular expression"),
    ("firstRow: 3", "firstRows: 3", "MODEL_UNKNOWN_KEY", 'an importer has no "firstRows"'),
]


@pytest.mark.parametrize(("right", "wrong", "code", "message"), MISTAKES, ids=[m[1] for m in MISTAKES])
def test_mistakes(small: Model, declared: Declared, right: str, wrong: str, code: str, message: str) -> None:
    assert right in IMPORTER
    with pytest.raises(Failure) as caught:
        load_importer(small, declared(IMPORTER.replace(right, wrong, 1)), "register")
    found = [p for p in caught.value.problems if p.code == code and p.message.startswith(message)]
    assert found, str(caught.value)
    assert found[0].where.startswith("register.yaml:")


def test_slugs_do_not_depend_on_order_and_nobody_takes_anothers() -> None:
    wishes = {1: ["a", "a-n", "a-1"], 2: ["a", "a-s", "a-2"], 3: ["a-n", "x"], 4: ["b"], 5: ["c", "c-5"]}
    chosen = {1: "a-1", 2: "a-s", 3: "a-n", 4: "b", 5: "c-5"}
    assert choose(wishes, {"c"}) == chosen
    assert choose(dict(reversed(wishes.items())), {"c"}) == chosen
    assert choose({1: ["a"], 2: ["a"]}, set()) == {}
