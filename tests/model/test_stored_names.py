"""Names under which the database holds a property, and names that GraphQL gives."""

from pathlib import Path

from engagegraph.model import NodeType, Relation, load_model
from engagegraph.model.names import camel, link_name, pascal
from engagegraph.model.stored import compared_name, stored_name, stored_names

SMALL = load_model(Path(__file__).parent / "small")
REAL = load_model(Path(__file__).parents[2] / "schema/model")


def test_a_text_has_a_name_in_each_language() -> None:
    ship = SMALL.types["Ship"].properties
    assert stored_names(SMALL, ship["name"]) == ("name", "name_en")
    assert stored_names(SMALL, ship["speed"]) == ("speed",)
    assert stored_name(ship["name"], "de-simple", "de") == "name_de_simple"
    assert [compared_name(ship[n]) for n in ("name", "launched", "speed", "cargo")] == [
        "name_sort",
        "launched_first",
        "speed",
        "cargo",
    ]


def test_no_two_stored_names_are_the_same() -> None:
    owners: tuple[NodeType | Relation, ...] = (*REAL.types.values(), *REAL.relations.values())
    for owner in owners:
        names: list[str] = []
        for prop in owner.properties.values():
            suffixes = prop.value_type.companions if prop.value_type else ()
            for name in stored_names(REAL, prop):
                names += [name, *(f"{name}_{suffix}" for suffix in suffixes)]
        assert len(names) == len(set(names))


def test_graphql_names_follow_from_the_models() -> None:
    assert pascal("TAKES_PART") == "TakesPart"
    assert camel("LocalAuthority") == "localAuthority"
    assert link_name(SMALL.links("Ship")["voyages"]) == "SailedToHarbour"
