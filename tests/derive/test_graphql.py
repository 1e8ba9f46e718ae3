"""The schema that is derived: Relay's rules, what may be null, descriptions in both languages, inputs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLError,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLString,
    get_named_type,
    parse,
    specified_scalar_types,
    validate,
    validate_schema,
)

from engagegraph.derive.graphql import build_schema, describe, sdl
from engagegraph.model import ENTITY, Model, Words
from engagegraph.model.rules import RESERVED_ROOTS, RESERVED_TYPES
from engagegraph.query.prepare import Preparer


@pytest.fixture(scope="session")
def schema(small_preparers: dict[str, Preparer]) -> GraphQLSchema:
    return small_preparers["editor"].schema


def fields(schema: GraphQLSchema, name: str) -> dict[str, str]:
    kind: Any = schema.type_map[name]
    return {field: str(definition.type) for field, definition in kind.fields.items()}


def arguments(schema: GraphQLSchema, owner: str, field: str) -> dict[str, str]:
    kind: Any = schema.type_map[owner]
    return {name: str(argument.type) for name, argument in kind.fields[field].args.items()}


@pytest.mark.parametrize("viewer", ["public", "editor"])
def test_the_schemas_are_valid(
    viewer: str, preparers: dict[str, Preparer], small_preparers: dict[str, Preparer]
) -> None:
    assert validate_schema(preparers[viewer].schema) == []
    assert validate_schema(small_preparers[viewer].schema) == []


# -- Relay -----------------------------------------------------------------------------------------------------------


def test_object_identification(schema: GraphQLSchema, small: Model) -> None:
    node = schema.type_map["Node"]
    assert isinstance(node, GraphQLInterfaceType)
    assert fields(schema, "Node")["id"] == "ID!"
    assert {t.name for t in schema.get_possible_types(node)} == set(small.types)
    assert fields(schema, "Query")["node"] == "Node"
    assert arguments(schema, "Query", "node")["id"] == "ID!"
    assert fields(schema, "Query")["nodes"] == "[Node]!"
    assert arguments(schema, "Query", "nodes")["ids"] == "[ID!]!"


def test_connections(preparers: dict[str, Preparer]) -> None:
    schema = preparers["public"].schema
    connections = [k for k in schema.type_map.values() if k.name.endswith("Connection")]
    assert len(connections) > 50
    for kind in connections:
        found = fields(schema, kind.name)
        edge = found["edges"].strip("[]!")
        assert found["edges"] == f"[{edge}!]!"
        assert found["pageInfo"] == "PageInfo!"
        assert found["totalCount"] == "Int!"
        node = fields(schema, edge)["node"]
        assert fields(schema, edge)["cursor"] == "String!"
        assert found["nodes"] == f"[{node}]!"
    assert fields(schema, "PageInfo") == {
        "hasNextPage": "Boolean!",
        "hasPreviousPage": "Boolean!",
        "startCursor": "String",
        "endCursor": "String",
    }


def test_lists_take_what_connections_need(schema: GraphQLSchema) -> None:
    wanted = {
        "where": "ClubWhere", "orderBy": "[ClubOrder!]", "first": "Int", "after": "String", "last": "Int", "before": "String",
        "asOf": "PartialDate", "between": "PeriodInput", "lang": "Language",
    }  # fmt: skip
    assert arguments(schema, "Query", "clubs") == wanted
    assert arguments(schema, "Person", "clubs") == {
        **wanted,
        "where": "MemberOfClubWhere",
        "orderBy": "[MemberOfClubOrder!]",
    }


# -- output ----------------------------------------------------------------------------------------------------------


def test_what_is_required_is_never_null(schema: GraphQLSchema) -> None:
    club = fields(schema, "Club")
    expected = {
        "title": "String!", "titleLanguage": "Language!", "text": "String", "textLanguage": "Language", "kind": "ClubKind",
        "tags": "[String!]!", "number": "Int", "share": "Float", "open": "Boolean", "founded": "PartialDate", "meets": "DateTime",
        "website": "URL", "slug": "String!", "displayName": "String!", "sources": "[Citation!]!", "members": "MemberOfNodeConnection!",
    }  # fmt: skip
    assert {name: club[name] for name in expected} == expected
    assert "numberLanguage" not in club
    assert arguments(schema, "Club", "text").keys() == {"lang", "format", "excerpt"}
    assert arguments(schema, "Club", "number") == {}


def test_single_links_have_their_relation_beside_them(schema: GraphQLSchema) -> None:
    town = fields(schema, "Town")
    assert (town["county"], town["countyEdge"]) == ("County", "LocatedInCountyLink")
    assert arguments(schema, "Town", "county").keys() == {"asOf", "between", "lang"}
    link = fields(schema, "LocatedInCountyLink")
    assert "cursor" not in link
    assert (link["node"], link["since"], link["sources"]) == ("County!", "PartialDate", "[Citation!]!")
    assert "LocatedInCountyConnection" not in schema.type_map
    assert fields(schema, "County")["towns"] == "LocatedInTownConnection!"


def test_interfaces_hold_what_their_members_share(schema: GraphQLSchema) -> None:
    place = schema.type_map["Place"]
    assert isinstance(place, GraphQLInterfaceType)
    assert [i.name for i in place.interfaces] == ["Node"]
    town = schema.type_map["Town"]
    assert isinstance(town, GraphQLObjectType)
    assert {i.name for i in town.interfaces} == {"Place", "Node"}
    assert {"name", "code", "clubs", "slug", "note"} <= fields(schema, "Place").keys() <= fields(schema, "Town").keys()
    assert fields(schema, "Query")["place"] == "Place"
    assert "PlaceConnection!" in fields(schema, "Query").values()


def test_keys_of_lookups(schema: GraphQLSchema) -> None:
    context = {"asOf", "between", "lang"}
    assert arguments(schema, "Query", "club").keys() - context == {"id", "slug"}
    assert arguments(schema, "Query", "town").keys() - context == {"id", "slug", "code"}
    # Two members of an interface may have the same slug.
    assert arguments(schema, "Query", "place").keys() - context == {"id", "code"}


# -- input -----------------------------------------------------------------------------------------------------------


def test_filters_by_family(schema: GraphQLSchema) -> None:
    where = fields(schema, "ClubWhere")
    expected = {
        "AND": "[ClubWhere!]", "OR": "[ClubWhere!]", "NOT": "ClubWhere", "title": "TextFilter", "text": "ProseFilter",
        "number": "IntFilter", "share": "FloatFilter", "open": "BooleanFilter", "founded": "PartialDateFilter",
        "meets": "DateTimeFilter", "kind": "ClubKindFilter", "members": "MemberOfNodeFilter",
    }  # fmt: skip
    assert {name: where[name] for name in expected} == expected
    assert "tags" not in where
    assert fields(schema, "TownWhere")["county"] == "LocatedInCountyWhere"
    assert fields(schema, "IntFilter")["between"] == "[Int!]"
    assert fields(schema, "ProseFilter").keys() >= {"contains", "isNull"}
    assert "eq" not in fields(schema, "ProseFilter")
    assert {"onTown", "onCounty"} <= fields(schema, "PlaceWhere").keys()
    assert {"onTown", "onClub", "onPerson"} <= fields(schema, "NodeWhere").keys()
    assert not any(name.startswith("on") for name in where)


def test_exactly_one_key_orders(schema: GraphQLSchema) -> None:
    order = schema.type_map["ClubOrder"]
    assert isinstance(order, GraphQLInputObjectType)
    assert "text" not in order.fields
    assert "tags" not in order.fields
    assert fields(schema, "TownOrder")["county"] == "CountyOrder"
    assert fields(schema, "ClubOrder")["members"] == "CountOrder"

    def errors(text: str) -> list[GraphQLError]:
        return validate(schema, parse(text))

    assert errors("{ clubs(orderBy: [{ title: ASC }, { number: DESC }]) { totalCount } }") == []
    for wrong in ("{}", "{ title: ASC, number: DESC }", "{ title: null }"):
        assert errors(f"{{ clubs(orderBy: [{wrong}]) {{ totalCount }} }}") != [], wrong


# -- scalars, words --------------------------------------------------------------------------------------------------


def test_scalars_parse_and_say_what_they_are(schema: GraphQLSchema) -> None:
    date = schema.type_map["PartialDate"]
    assert isinstance(date, GraphQLScalarType)
    assert date.parse_value("2019-02") == "2019-02"
    assert date.serialize("2019") == "2019"
    for wrong in (2019, "gestern", None):
        with pytest.raises((ValueError, GraphQLError)):
            date.parse_value(wrong)
    assert "precise" in (date.description or "")
    time = schema.type_map["DateTime"]
    assert isinstance(time, GraphQLScalarType)
    assert all(
        str(scalar.specified_by_url).startswith("https://")
        for name, scalar in schema.type_map.items()
        if isinstance(scalar, GraphQLScalarType) and name not in specified_scalar_types
    )
    assert schema.type_map["String"] is GraphQLString


def test_languages_and_enums(schema: GraphQLSchema) -> None:
    language = schema.type_map["Language"]
    assert isinstance(language, GraphQLEnumType)
    assert [*language.values] == ["DE", "EN", "DE_SIMPLE"]
    kind = schema.type_map["ClubKind"]
    assert isinstance(kind, GraphQLEnumType)
    assert kind.values["SPORT"].description == "Sport — Sport."
    search = schema.type_map["SearchType"]
    assert isinstance(search, GraphQLEnumType)
    assert {*search.values} == {"Club", "County", "Town"}


def test_everything_is_described_in_both_languages(preparers: dict[str, Preparer]) -> None:
    for kind in preparers["public"].schema.type_map.values():
        if kind.name.startswith("__") or isinstance(kind, GraphQLScalarType):
            continue
        assert kind.description, kind
        for name, member in {**getattr(kind, "fields", {}), **getattr(kind, "values", {})}.items():
            assert member.description, f"{kind}.{name}"
            assert all(a.description for a in getattr(member, "args", {}).values()), f"{kind}.{name}"
    assert describe(Words("größe", "size")) == "Size — Größe."
    assert describe(Words("a", "b"), Words("Ein Satz.", "A sentence.")) == "B — A.\n\nA sentence.\n\nEin Satz."


def test_deprecated_properties_are_marked(small: Model) -> None:
    club = small.types["Club"]
    old = replace(club.properties["share"], deprecated="ask for number")
    model = replace(small, types={**small.types, "Club": replace(club, properties={**club.properties, "share": old})})
    assert 'share: Float @deprecated(reason: "ask for number")' in sdl(model, "public")
    assert build_schema(model).as_str() + "\n" == sdl(model, "editor")


def test_names_of_the_api_itself_are_kept_for_it(preparers: dict[str, Preparer], real: Model) -> None:
    """What the schema has whatever the model says cannot be declared as a type or root field of it."""
    schema = preparers["public"].schema
    assert schema.query_type is not None
    own = {*real.singulars, *real.plurals, *(name[0].lower() + name[1:] for name in real.interfaces)}
    roots = {name for name, field in schema.query_type.fields.items() if not own & {name}}
    questions = {name for name in roots if not _is_list_of(real, schema.query_type.fields[name].type)}
    assert questions <= RESERVED_ROOTS
    reached = {name for question in questions for name in _reached(schema.query_type.fields[question])}
    declared = {ENTITY, *real.types, *real.interfaces, *real.enums}
    derived = {name for name in reached if any(name.startswith(owner) for owner in declared)}
    assert reached - derived - RESERVED_TYPES - {name for name in reached if name in specified_scalar_types} == set()


def _is_list_of(model: Model, kind: Any) -> bool:
    name = str(get_named_type(kind)).removesuffix("Connection")
    return name in model.types or name in model.interfaces


def _reached(field: Any) -> set[str]:
    """Names of the types that a field gives, one step further, and of the enums that it takes."""
    kind = get_named_type(field.type)
    found = {str(kind)} | {
        str(t) for a in field.args.values() if isinstance(t := get_named_type(a.type), GraphQLEnumType)
    }
    for inner in getattr(kind, "fields", {}).values():
        found.add(str(get_named_type(inner.type)))
        found |= {str(get_named_type(f.type)) for f in getattr(get_named_type(inner.type), "fields", {}).values()}
    return found
