"""What a viewer may not know does not exist for them: not in the schema, in documents, in hints, in what is found."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pytest
from graphql import introspection_from_schema, print_schema
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from engagegraph.derive.constraints import constraints
from engagegraph.derive.graphql import describe, sdl
from engagegraph.graph.client import Graph
from engagegraph.model import Model, Property, visible_to
from engagegraph.model.names import EDGE_SUFFIX, LANGUAGE_SUFFIX, camel, link_name
from engagegraph.model.stored import stored_names
from engagegraph.query.engine import Answer, Engine
from engagegraph.query.prepare import Preparer
from engagegraph.web.engines import build_preparer
from engagegraph.write.change import Citation, EdgeKey, EdgeState, NodeState, Ref, Snapshot

PROTECTED = {"slug", "name", "title", "role"}
"""In the small model: what things are called by and told apart by is public."""


@dataclass(frozen=True)
class Secret:
    """A property that the public must not know: of a type, an interface or a relation."""

    owner: str
    prop: Property

    def __str__(self) -> str:
        return f"{self.owner}.{self.prop.name}"


def owners(model: Model) -> Iterator[tuple[str, Mapping[str, Property]]]:
    for group in (model.types, model.interfaces, model.relations):
        for name, owner in group.items():
            yield name, owner.properties


def secrets(model: Model) -> list[Secret]:
    sees = model.viewers["public"].sees
    return [Secret(o, p) for o, properties in owners(model) for p in properties.values() if p.privacy not in sees]


def mapped(model: Model, change: Callable[[Mapping[str, Property]], dict[str, Property]]) -> Model:
    """Return the model with every owner's properties changed; nothing of `visible_to` is used here."""
    return replace(
        model,
        types={n: replace(t, properties=change(t.properties)) for n, t in model.types.items()},
        interfaces={n: replace(i, properties=change(i.properties)) for n, i in model.interfaces.items()},
        relations={n: replace(r, properties=change(r.properties)) for n, r in model.relations.items()},
    )


def hiding(model: Model, names: set[str]) -> Model:
    """Return the model in which all properties of these names are contact data."""
    return mapped(model, lambda ps: {n: replace(p, privacy="contact") if n in names else p for n, p in ps.items()})


def roots(model: Model, owner: str) -> tuple[str, str]:
    node_type = model.types.get(owner) or model.interfaces[owner]
    return camel(owner), node_type.plural


def reads(model: Model, secret: Secret, name: str) -> Iterator[str]:
    """Documents that would read, filter or sort by the property called `name` instead of `secret`."""
    if secret.owner not in model.relations:
        one, many = roots(model, secret.owner)
        yield f"{{ {many} {{ nodes {{ {name} }} }} }}"
        yield f"{{ {many} {{ edges {{ node {{ alias: {name} }} }} }} }}"
        yield f"{{ {many} {{ nodes {{ ... on {secret.owner} {{ {name} }} }} }} }}"
        yield f"query {{ {many} {{ nodes {{ ...F }} }} }} fragment F on {secret.owner} {{ {name} }}"
        yield f"{{ {many}(where: {{ {name}: {{ isNull: true }} }}) {{ totalCount }} }}"
        yield f"{{ {many}(where: {{ NOT: {{ OR: [{{ {name}: {{ isNull: false }} }}] }} }}) {{ totalCount }} }}"
        yield f"{{ {many}(orderBy: [{{ {name}: DESC }}]) {{ totalCount }} }}"
        yield f'{{ {one}({name}: "x") {{ slug }} }}'
        return
    met = set()
    for owner in (*model.interfaces, *model.types):
        _, many = roots(model, owner)
        for link in model.links(owner).values():
            # Links of one name share their types, and so what is known about them.
            if link.relation.name != secret.owner or link_name(link) in met:
                continue
            met.add(link_name(link))
            field = f"{link.field}{EDGE_SUFFIX} {{ {name} }}" if link.one else f"{link.field} {{ edges {{ {name} }} }}"
            yield f"{{ {many} {{ nodes {{ {field} }} }} }}"
            condition = f"{{ {name}: {{ isNull: true }} }}"
            quantified = condition if link.one else f"{{ some: {condition} }}"
            yield f"{{ {many}(where: {{ {link.field}: {quantified} }}) {{ totalCount }} }}"
            if not link.one:
                yield f"{{ {many} {{ nodes {{ {link.field}(where: {condition}) {{ totalCount }} }} }} }}"
                yield f"{{ {many} {{ nodes {{ {link.field}(orderBy: [{{ {name}: ASC }}]) {{ totalCount }} }} }} }}"


def ask(preparer: Preparer, text: str, variables: dict[str, Any] | None = None) -> Answer:
    async def nothing(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        raise AssertionError(f"sent: {cypher}")

    return asyncio.run(Engine(preparer, nothing).answer(text, variables))


def refused(preparer: Preparer, text: str, hidden: set[str], variables: dict[str, Any] | None = None) -> None:
    answer = ask(preparer, text, variables)
    assert answer.data is None
    assert answer.code == "GRAPHQL_INVALID", (text, answer)
    for error in answer.errors:
        for hints in re.findall(r"Did you mean ([^?]*)\?", error.message):
            assert not words(hints) & hidden, error.message
        assert not words(str(error.extensions)) & hidden
        # The message may repeat what was asked for, nothing else.
        assert not words(error.message) & hidden - words(text) - words(str(variables))


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def check(model: Model, public: Preparer, editor: Preparer) -> None:
    seen = visible_to(model, "public")
    named = {n for _, properties in owners(seen) for n in properties}
    found = secrets(model)
    everywhere = {s.prop.name for s in found} - named
    hidden = everywhere | {n + LANGUAGE_SUFFIX for n in everywhere}
    text, whole = print_schema(public.schema), print_schema(editor.schema)
    shown = introspection_from_schema(public.schema, descriptions=False)
    assert not set(re.findall(r"'name': '(\w+)'", str(shown))) & hidden
    enums = {s.prop.type for s in found if s.prop.type in model.enums} - set(seen.enums)
    assert not words(text) & {w for e in enums for w in (e, f"{e}Filter")}
    known = words(whole)
    said = {describe(p.label, p.description) for _, properties in owners(seen) for p in properties.values()}
    for secret in found:
        phrase = describe(secret.prop.label, secret.prop.description)
        assert phrase in said or phrase not in text
        assert secret.prop.name in known
        for document in reads(model, secret, secret.prop.name):
            refused(public, document, hidden)
        near = f"{secret.prop.name}x"
        refused(public, next(reads(model, secret, near)), hidden)
        if secret.owner not in model.relations:
            _, many = roots(model, secret.owner)
            given = f"query ($w: {secret.owner}Where) {{ {many}(where: $w) {{ totalCount }} }}"
            for name in (secret.prop.name, near):
                refused(public, given, hidden, {"w": {name: {"isNull": True}}})
        # The law would hold for an API that knows nothing: who may know it, may ask for it.
        selection = next(reads(model, secret, secret.prop.name))
        editor.prepare(selection, {}, None)


@pytest.mark.whole
def test_the_real_model(real: Model, preparers: Mapping[str, Preparer]) -> None:
    found = {str(s) for s in secrets(real)}
    assert {"Person.email", "Person.phone", "Person.editorNote", "JOINED.editorNote"} <= found
    check(real, preparers["public"], preparers["editor"])


@pytest.mark.whole
# Building schemas takes too long to shrink an example; the names drawn are few anyway.
@settings(max_examples=2, phases=(Phase.explicit, Phase.reuse, Phase.generate), derandomize=True)
@given(data=st.data())
def test_any_model(small: Model, data: st.DataObject) -> None:
    hideable = sorted({n for _, properties in owners(small) for n in properties} - PROTECTED)
    names = data.draw(st.sets(st.sampled_from(hideable), min_size=1))
    model = hiding(small, names)
    check(model, build_preparer(model, "public"), build_preparer(model, "editor"))


def test_the_public_schema_is_that_of_a_model_without_the_secrets(small: Model) -> None:
    names = {"code", "kind", "text", "founded", "note", "position"}
    bare = mapped(visible_to(small, "public"), lambda ps: {n: p for n, p in ps.items() if n not in names})
    club = bare.types["Club"]
    enums = {n: e for n, e in bare.enums.items() if n != "ClubKind"}
    bare = replace(bare, types={**bare.types, "Club": replace(club, lifespan=None)}, enums=enums)
    assert sdl(hiding(small, names), "public") == sdl(bare, "public")


@pytest.mark.parametrize("name", ["lat", "long"])
def test_who_may_not_know_a_coordinate_cannot_ask_for_distances(small: Model, name: str) -> None:
    """Neither near nor within nor distance: by asking often enough each of them would tell it."""
    model = hiding(small, {name})
    other = {"lat", "long"} - {name}
    bare = mapped(visible_to(small, "public"), lambda ps: {n: p for n, p in ps.items() if n != name})
    types = {n: replace(t, geo=None) for n, t in bare.types.items()}
    bare = replace(bare, types=types, interfaces={n: replace(i, geo=None) for n, i in bare.interfaces.items()})
    text = sdl(model, "public")
    assert text == sdl(bare, "public")
    assert other <= words(text)
    asks = re.compile(
        r"^  (near: |within: |distance\()|^input (Near|Box|Coordinates|Town|Place)(?:Input|Within) ", re.MULTILINE
    )
    assert not asks.search(text)
    assert len(set(asks.findall(sdl(model, "editor")))) == 8
    point = "{ latitude: 53, longitude: 8 }"
    public, editor = (build_preparer(model, viewer) for viewer in ("public", "editor"))
    for document in (
        "{ towns(where: { near: { latitude: 53, longitude: 8, km: 1 } }) { totalCount } }",
        '{ places(where: { within: { county: "kreis" } }) { totalCount } }',
        f"{{ towns {{ nodes {{ distance(from: {point}) }} }} }}",
        f"{{ places(orderBy: [{{ distance: {{ from: {point}, direction: ASC }} }}]) {{ totalCount }} }}",
    ):
        refused(public, document, {name})
        editor.prepare(document, {}, None)


def test_a_lookup_names_only_the_keys_that_there_are(small: Model) -> None:
    model = hiding(small, {"code"})
    answer = ask(build_preparer(model, "public"), "{ county { name } }")
    assert [error.extensions for error in answer.errors] == [
        {"code": "LOOKUP_KEY", "hint": "give exactly one of id, slug", "where": "county"}
    ]
    assert "code" in str(ask(build_preparer(model, "editor"), "{ county { name } }").errors[0].extensions)


def test_no_index_of_the_public_holds_a_secret(real: Model) -> None:
    hidden = {n for s in secrets(real) for n in stored_names(real, s.prop)}
    visible = visible_to(real, "public")
    hidden -= {
        n for t in visible.types.values() for p in t.properties.values() if p.search for n in stored_names(visible, p)
    }
    [index] = [s for s in constraints(real) if "FULLTEXT" in s and "search_public" in s]
    assert not words(index) & hidden


Q = Ref("Source", "q")
SV, ANNA = Ref("Club", "sv"), Ref("Person", "anna")
CITED = (Citation("q", ""),)


@pytest.mark.db
def test_the_public_finds_nothing_by_a_secret(small: Model, graph: Graph, fill: Callable[..., None]) -> None:
    model = hiding(small, {"text", "position"})
    link = EdgeKey("MEMBER_OF", ANNA, SV, "CHAIR")
    content = Snapshot(
        {
            Q: NodeState(Q, {"slug": "q", "title": "Quelle"}),
            SV: NodeState(SV, {"slug": "sv", "title": "Verein", "text": "Kellergewölbe"}, CITED),
            ANNA: NodeState(ANNA, {"slug": "anna", "name": "Anna", "email": "anna@example.org"}, CITED),
        },
        {link: EdgeState(link, {"role": "CHAIR", "position": "Kassenwartin"}, CITED)},
    )
    fill(graph, model, content)

    async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        return graph.run(cypher, parameters)

    def found(viewer: str, text: str) -> list[str]:
        document = "query ($text: String!) { search(query: $text) { nodes { displayName } totalCount } }"
        answer = asyncio.run(Engine(build_preparer(model, viewer), run).answer(document, {"text": text}))
        assert answer.data is not None, answer.errors
        nodes = [node["displayName"] for node in answer.data["search"]["nodes"]]
        assert answer.data["search"]["totalCount"] == len(nodes)
        return nodes

    assert found("editor", "Kellergewölbe") == ["Verein"]
    for text in ("Kellergewölbe", "kellerg", "anna@example.org", "Kassenwartin"):
        assert found("public", text) == []
    assert found("public", "Verein") == ["Verein"]


def test_link_names_are_public(small: Model) -> None:
    """Types and relations stay for everybody: only properties are hidden, so that no link leads nowhere."""
    public = visible_to(small, "public")
    for owner in small.types:
        assert {f: link_name(link) for f, link in small.links(owner).items()} == {
            f: link_name(link) for f, link in public.links(owner).items()
        }
