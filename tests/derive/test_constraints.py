"""Constraints and indexes as Cypher."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from engagegraph.derive.constraints import constraints, cypher_file
from engagegraph.model import Model, load_model
from engagegraph.model.search import search_index

TESTS = Path(__file__).parents[1]
SMALL = load_model(TESTS / "model/small")
REAL = load_model(TESTS.parent / "schema/model")


def test_the_statements_of_a_small_model() -> None:
    assert constraints(SMALL) == [
        "CREATE CONSTRAINT unique_Harbour_slug IF NOT EXISTS FOR (n:Harbour) REQUIRE n.slug IS UNIQUE",
        "CREATE CONSTRAINT unique_Harbour_code IF NOT EXISTS FOR (n:Harbour) REQUIRE n.code IS UNIQUE",
        "CREATE CONSTRAINT unique_Record_slug IF NOT EXISTS FOR (n:Record) REQUIRE n.slug IS UNIQUE",
        "CREATE CONSTRAINT unique_Ship_slug IF NOT EXISTS FOR (n:Ship) REQUIRE n.slug IS UNIQUE",
        "CREATE CONSTRAINT unique_Ship_code IF NOT EXISTS FOR (n:Ship) REQUIRE n.code IS UNIQUE",
        "CREATE CONSTRAINT unique_Named_code IF NOT EXISTS FOR (n:Named) REQUIRE n.code IS UNIQUE",
        "CREATE INDEX range_Harbour__place IF NOT EXISTS FOR (n:Harbour) ON (n._place)",
        "CREATE INDEX range_Harbour_mood IF NOT EXISTS FOR (n:Harbour) ON (n.mood)",
        "CREATE INDEX range_Record__place IF NOT EXISTS FOR (n:Record) ON (n._place)",
        "CREATE INDEX range_Ship_launched_first IF NOT EXISTS FOR (n:Ship) ON (n.launched_first)",
        "CREATE INDEX range_Ship_cargo IF NOT EXISTS FOR (n:Ship) ON (n.cargo)",
        "CREATE INDEX range_Ship__place IF NOT EXISTS FOR (n:Ship) ON (n._place)",
        "CREATE INDEX range_Ship_sunk_last IF NOT EXISTS FOR (n:Ship) ON (n.sunk_last)",
        "CREATE INDEX range_Named_rank IF NOT EXISTS FOR (n:Named) ON (n.rank)",
        "CREATE INDEX name_Harbour IF NOT EXISTS FOR (n:Harbour) ON (n._name)",
        "CREATE INDEX name_Record IF NOT EXISTS FOR (n:Record) ON (n._name)",
        "CREATE INDEX name_Ship IF NOT EXISTS FOR (n:Ship) ON (n._name)",
        "CREATE FULLTEXT INDEX search_public IF NOT EXISTS FOR (n:Harbour|Record|Ship) "
        "ON EACH [n.name, n.name_en, n.title, n._type, n._suffixes_public] OPTIONS {indexConfig: {`fulltext.analyzer`: 'german'}}",
        "CREATE FULLTEXT INDEX search_keeper IF NOT EXISTS FOR (n:Harbour|Record|Ship) "
        "ON EACH [n.diary, n.diary_en, n.name, n.name_en, n.title, n._type, n._suffixes_keeper] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'german'}}",
    ]


def test_a_property_with_a_constraint_needs_no_second_index() -> None:
    named = replace(SMALL.interfaces["Named"], order=("slug",))
    model = replace(SMALL, interfaces={"Named": named})
    assert not [s for s in constraints(model) if s.startswith("CREATE INDEX range_Named")]


def test_a_model_without_searched_texts_has_no_full_text_index() -> None:
    def silent(model: Model) -> Model:
        types = {
            n: replace(t, properties={k: replace(p, search=0) for k, p in t.properties.items()})
            for n, t in model.types.items()
        }
        return replace(model, types=types)

    assert not [s for s in constraints(silent(SMALL)) if "FULLTEXT" in s]


@pytest.mark.parametrize("model", [SMALL, REAL], ids=lambda m: m.name)
def test_statements_may_run_again_and_have_names_of_their_own(model: Model) -> None:
    statements = constraints(model)
    names = [re.match(r"CREATE (CONSTRAINT|(?:POINT |FULLTEXT )?INDEX) (\w+) IF NOT EXISTS ", s) for s in statements]
    assert all(names)
    assert len({m[2] for m in names if m}) == len(statements)


@pytest.mark.parametrize("model", [SMALL, REAL], ids=lambda m: m.name)
def test_there_is_an_index_for_every_viewer_and_key(model: Model) -> None:
    text = cypher_file(model)
    for viewer in model.viewers:
        assert f"CREATE FULLTEXT INDEX {search_index(model, viewer)} " in text
    for node_type in model.types.values():
        for prop in node_type.properties.values():
            assert (f"(n:{node_type.name}) REQUIRE n.{prop.name} IS UNIQUE" in text) == prop.unique


def test_the_file_ends_every_statement() -> None:
    lines = cypher_file(SMALL).splitlines()
    assert lines[0].startswith("//")
    assert [line.removesuffix(";") for line in lines[2:]] == constraints(SMALL)
    assert all(line.endswith(";") for line in lines[2:])


def test_there_are_not_too_many_range_indexes() -> None:
    """A few for each type; more would slow every write for filters that few ask for."""
    ranges = [s for s in constraints(REAL) if s.startswith("CREATE INDEX")]
    assert len(ranges) <= 4 * len(REAL.types)
