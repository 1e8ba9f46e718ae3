"""Groups and facets: what is refused before the database is asked, what decides the statement, how groups are judged."""

from __future__ import annotations

import operator
import random
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from tests.query.world import gid

from engagegraph.errors import Failure
from engagegraph.model.values import Value
from engagegraph.query.prepare import Bound, Preparer
from engagegraph.write.change import Citation, EdgeKey, EdgeState, NodeState, Ref, Snapshot

GROUPS = "clubs { groupBy(by: [%s]) { count } }"
MEMBERS = "{ members: { node: { onPerson: { clubs: { node: { members: { node: { %s } } } } } } } }"
ONWARDS = "onPerson: { clubs: { node: { members: { node: { id: VALUE } } } } }"


def prepared(preparers: Mapping[str, Preparer], text: str, **variables: Any) -> Bound:
    return preparers["public"].prepare(text, variables, None)


def code(preparers: Mapping[str, Preparer], text: str, **variables: Any) -> str:
    with pytest.raises(Failure) as caught:
        prepared(preparers, text, **variables)
    [problem] = caught.value.problems
    return problem.code


COUNT = "clubs { groupCount(by: [%s]) }"


@pytest.mark.parametrize("asked", [GROUPS, COUNT])
def test_groups_have_a_key(small_preparers: Mapping[str, Preparer], asked: str) -> None:
    assert code(small_preparers, f"{{ {asked % ''} }}") == "GROUP_FIELD"


@pytest.mark.parametrize("asked", [GROUPS, COUNT])
@pytest.mark.parametrize(
    "by",
    [
        ", ".join(["{ kind: VALUE }"] * 7),
        MEMBERS % ONWARDS,
        "{ tags: VALUE }, { members: { node: { id: VALUE } } }, { clubs: { node: { id: VALUE } } }, "
        "{ umbrella: { node: { id: VALUE } } }, { knownTowns: { node: { id: VALUE } } }",
    ],
)
def test_too_much_to_group_by(small_preparers: Mapping[str, Preparer], by: str, asked: str) -> None:
    assert code(small_preparers, f"{{ {asked % by} }}") == "LIMIT_KEYS"


def test_too_many_facets(small_preparers: Mapping[str, Preparer]) -> None:
    fields = ", ".join(["{ kind: VALUE }"] * 7)
    assert code(small_preparers, f"{{ clubs {{ facets(fields: [{fields}]) {{ field }} }} }}") == "LIMIT_KEYS"


def test_keys_along_one_link_share_its_step(small_preparers: Mapping[str, Preparer]) -> None:
    keys = ["id: VALUE", "onPerson: { name: VALUE }", "nodeType: VALUE"]
    by = ", ".join(f"{{ members: {{ node: {{ {key} }} }} }}" for key in keys) + ", { members: { since: YEAR } }"
    cypher = prepared(small_preparers, f"{{ {GROUPS % by} }}").prepared.statement.cypher
    assert cypher.count("OPTIONAL MATCH") == 1


def test_keys_are_written_as_what_they_are(small_preparers: Mapping[str, Preparer]) -> None:
    by = "{ tags: VALUE }, { meets: VALUE }"
    cypher = prepared(small_preparers, f"{{ {GROUPS % by} }}").prepared.statement.cypher
    assert re.search(r"UNWIND CASE WHEN size\((\w+\.tags)\) > 0 THEN \1 ELSE \[null\] END", cypher)
    assert re.search(r"toString\(\w+\.meets_at\)", cypher)


@pytest.mark.parametrize(
    "arguments",
    [
        'orderBy: [{ field: "nothing", direction: ASC }]',
        'orderBy: [{ field: "keys", direction: ASC }]',
        'orderBy: [{ field: "keys.1", direction: ASC }]',
        'orderBy: [{ field: "keys.²", direction: ASC }]',
        'orderBy: [{ field: "count.more", direction: ASC }]',
        'orderBy: [{ field: "aggregate", direction: ASC }]',
        'orderBy: [{ field: "aggregate.number", direction: ASC }]',
        'orderBy: [{ field: "aggregate.number.sum.more", direction: ASC }]',
        'orderBy: [{ field: "aggregate.kind.sum", direction: ASC }]',
        'orderBy: [{ field: "edgeAggregate.count", direction: ASC }]',
        'having: [{ field: "aggregate.title.min", eq: 1 }]',
        'having: [{ field: "aggregate.founded.max", eq: 1 }]',
        'having: [{ field: "keys.0", eq: 1 }]',
    ],
)
def test_paths_that_name_no_number(small_preparers: Mapping[str, Preparer], arguments: str) -> None:
    text = f"{{ clubs {{ groupBy(by: [{{ kind: VALUE }}], {arguments}) {{ count }} }} }}"
    assert code(small_preparers, text) == "GROUP_FIELD"


def test_groups_that_are_counted_have_no_aliases(small_preparers: Mapping[str, Preparer]) -> None:
    text = 'groupCount(by: [{ kind: VALUE }], having: [{ field: "%s", gte: 1 }])'
    with pytest.raises(Failure) as caught:
        prepared(small_preparers, f"{{ clubs {{ {text % 'half'} groupBy(by: []) {{ half: share }} }} }}")
    [problem] = caught.value.problems
    assert (problem.code, problem.where) == ("GROUP_FIELD", "half")
    assert "alias" in problem.hint
    for path in ("count", "share", "aggregate.number.sum"):
        assert "$p0" in prepared(small_preparers, f"{{ clubs {{ {text % path} }} }}").prepared.statement.cypher
    assert code(small_preparers, f"{{ clubs {{ {text % 'aggregate.title.min'} }} }}") == "GROUP_FIELD"


def test_paths_follow_aliases_and_need_no_selection(small_preparers: Mapping[str, Preparer]) -> None:
    text = """
    query ($path: FieldPath!) {
      clubs {
        groupBy(by: [{ kind: VALUE }], orderBy: [{ field: $path, direction: DESC }]) {
          open: count(where: { open: { eq: true } })
          all: aggregate { n: number { most: max } }
        }
      }
    }
    """

    def ordered(path: str) -> str:
        lines = prepared(small_preparers, text, path=path).prepared.statement.cypher.splitlines()
        [line] = [line for line in lines if "ORDER BY" in line]
        return line.partition("ORDER BY")[2].split(",")[1]

    # The path is in a variable, and decides the statement all the same.
    assert ordered("open") != ordered("count")
    assert ordered("all.count") == ordered("aggregate.count")
    assert ordered("all.n.most") == ordered("aggregate.number.max") != ordered("aggregate.number.min")


def test_groups_are_pages(small_preparers: Mapping[str, Preparer]) -> None:
    groups = "groupBy(by: [{ kind: VALUE }], first: $first) { count }"
    text = f"query ($first: Int) {{ clubs {{ {groups} }} }}"
    bound = prepared(small_preparers, text, first=7)
    assert sorted(value for name, value in bound.parameters.items() if name.startswith("l")) == [7, 20]
    assert code(small_preparers, text, first=101) == "PAGE_SIZE"
    assert code(small_preparers, text, first=-1) == "PAGE_SIZE"
    behind = "query ($n: Int) { clubs { groupBy(by: [{ kind: VALUE }], offset: $n) { count } } }"
    assert code(small_preparers, behind, n=-1) == "VALUE_RANGE"
    assert "SKIP" in prepared(small_preparers, behind, n=3).prepared.statement.cypher
    roles = groups.replace("kind:", "role:")
    nested = f"query ($first: Int) {{ people(first: 50) {{ nodes {{ clubs(first: 50) {{ nodes {{ members {{ {roles} }} }} }} }} }} }}"
    facets = nested.replace("groupBy(by:", "facets(fields:").replace("{ count }", "{ field }")
    for document, rows in ((nested, 100), (facets, 101)):  # a facet's first row may be of what has no value
        assert code(small_preparers, document, first=100) == "LIMIT_ROWS"
        smaller = prepared(small_preparers, document.replace("first: 50", "first: 5"), first=100)
        assert rows in smaller.parameters.values()


def test_what_is_hidden_is_summed_up_by_nobody(small_preparers: Mapping[str, Preparer]) -> None:
    asked = (
        "{ people { aggregate { email { distinct } } } }",
        "{ people { groupBy(by: [{ email: VALUE }]) { count } } }",
        "{ people { facets(fields: [{ email: VALUE }]) { field } } }",
        "{ clubs { nodes { members { edgeAggregate { remark { count } } } } } }",
        "{ clubs { groupBy(by: [{ members: { remark: VALUE } }]) { count } } }",
        "{ clubs { groupCount(by: [{ members: { remark: VALUE } }]) } }",
    )
    for text in asked:
        assert small_preparers["editor"].prepare(text, {}, None).prepared.statement.cypher
        with pytest.raises(ExceptionGroup):
            prepared(small_preparers, text)
    path = '{ people { groupBy(by: [{ id: VALUE }], orderBy: [{ field: "aggregate.email.min", direction: ASC }]) { count } } }'
    assert "email" in small_preparers["editor"].prepare(path, {}, None).prepared.statement.cypher
    assert code(small_preparers, path) == "GROUP_FIELD"


GROUPED = """
query ($having: [GroupCondition!], $order: [GroupOrder!]) {
  clubs {
    groupBy(by: [{ tags: VALUE }], having: $having, orderBy: $order, first: 100) {
      keys { value }
      share
      half: share(where: { open: { eq: true } })
      aggregate { number { avg } share { avg sum median } }
    }
  }
}
"""
FRACTIONS = (
    "share",
    "half",
    "aggregate.number.avg",
    "aggregate.share.avg",
    "aggregate.share.sum",
    "aggregate.share.median",
)


def at(group: Any, path: str) -> Any:
    for step in path.split("."):
        group = group[step]
    return group


def clubs() -> Snapshot:
    """Clubs whose numbers are fractions of all kinds; some are the same but for the order of adding."""
    dice = random.Random(5)
    parts = {"a": [0.1, 0.2, 0.3], "b": [0.3, 0.2, 0.1], "c": [0.2, 0.2, 0.2]}
    parts |= {
        f"t{i}": [dice.random() * 10 ** dice.randint(-9, 9) for _ in range(dice.randint(1, 7))] for i in range(30)
    }
    parts["much"] = [1e12 / 3, 1e13 / 7]
    source = Ref("Source", "q")
    nodes = {source: NodeState(source, {"slug": "q", "title": "Quelle"}, (Citation("q", ""),))}
    for tag, shares in parts.items():
        for i, share in enumerate(shares):
            ref = Ref("Club", f"{tag}-{i}")
            properties: dict[str, Value] = {
                "slug": ref.slug,
                "title": tag,
                "tags": [tag],
                "share": share,
                "number": i * i,
                "open": i % 3 == 0,
            }
            nodes[ref] = NodeState(ref, properties, (Citation("q", ""),))
    return Snapshot(nodes)


@pytest.mark.db
def test_groups_are_judged_by_what_is_delivered(filled_with: Callable[[Snapshot], Callable[..., Any]]) -> None:
    ask = filled_with(clubs())

    def groups(**said: Any) -> list[Any]:
        found: list[Any] = ask(GROUPED, said)["clubs"]["groupBy"]
        return found

    every = groups()
    tests = {"eq": operator.eq, "ne": operator.ne, "lt": operator.lt, "gte": operator.ge}
    for path in FRACTIONS:
        numbers = sorted({at(group, path) for group in every})
        for number in (numbers[0], numbers[len(numbers) // 2], numbers[-1]):
            for name, holds in tests.items():
                wanted = [group for group in every if holds(at(group, path), number)]
                assert groups(having=[{"field": path, name: number}]) == wanted
        # Those with the same number are in the order of their keys.
        wanted = sorted(every, key=lambda group: (at(group, path), group["keys"][0]["value"]))
        assert groups(order=[{"field": path, "direction": "ASC"}]) == wanted
    assert len({at(group, "aggregate.share.avg") for group in every if group["keys"][0]["value"] in "abc"}) == 1


NAMED = """
query ($lang: Language, $person: ID!, $club: ID!) {
  clubs(lang: $lang) {
    groupBy(by: [{ members: { branch: VALUE } }]) { keys { value label node { displayName } } }
    facets(fields: [{ members: { branch: VALUE } }]) { buckets { value label node { displayName } } }
    nodes { members { groupBy(by: [{ branch: VALUE }]) { keys { label } } } }
  }
  path(from: $person, to: $club, lang: $lang) { steps { edges { details { name value } } } }
}
"""


@pytest.mark.db
def test_what_a_value_refers_to_is_called_by_its_name(filled_with: Callable[[Snapshot], Callable[..., Any]]) -> None:
    cited = (Citation("q", ""),)
    source, town, club = Ref("Source", "q"), Ref("Town", "bonn"), Ref("Club", "chor")
    content = Snapshot(
        {
            source: NodeState(source, {"slug": "q", "title": "Quelle"}, cited),
            town: NodeState(town, {"slug": "bonn", "name": "Bundesstadt Bonn"}, cited),
            club: NodeState(club, {"slug": "chor", "title": "Chor"}, cited),
        }
    )
    # Nobody looks after what refers to something from outside of engagegraph: it may be gone.
    for name, branch in (("anna", "bonn"), ("bert", "gone"), ("carl", None)):
        person = Ref("Person", name)
        key = EdgeKey("MEMBER_OF", person, club, "")
        said: dict[str, Value] = {"role": "MEMBER", "branch": branch} if branch else {"role": "MEMBER"}
        content.nodes[person] = NodeState(person, {"slug": name, "name": name.title()}, cited)
        content.edges[key] = EdgeState(key, said, cited)
    ask = filled_with(content)

    def known(person: str) -> Any:
        return ask(NAMED, {"person": gid(Ref("Person", person)), "club": gid(club)})

    found = known("anna")
    there = {"value": "bonn", "label": "Bundesstadt Bonn", "node": {"displayName": "Bundesstadt Bonn"}}
    gone = {"value": "gone", "label": "gone", "node": None}
    nothing = {"value": None, "label": None, "node": None}
    assert [group["keys"] for group in found["clubs"]["groupBy"]] == [[there], [gone], [nothing]]
    assert found["clubs"]["facets"] == [{"buckets": [there, gone]}]
    [node] = found["clubs"]["nodes"]
    labels = [group["keys"][0]["label"] for group in node["members"]["groupBy"]]
    assert labels == ["Bundesstadt Bonn", "gone", None]
    for member, told in (("anna", "Bundesstadt Bonn"), ("bert", "gone")):
        [step] = known(member)["path"][0]["steps"]
        assert {"name": "branch", "value": told} in step["edges"][0]["details"]
    # The value is what it is filtered by.
    only = '{ clubs { nodes { members(where: { branch: { eq: "bonn" } }) { totalCount } } } }'
    assert ask(only, {})["clubs"]["nodes"] == [{"members": {"totalCount": 1}}]


def test_what_a_value_refers_to_is_looked_for_once_for_each_group(small_preparers: Mapping[str, Preparer]) -> None:
    def cypher(fields: str) -> str:
        by = "by: [{ members: { branch: VALUE } }, { members: { role: VALUE } }], first: 5"
        return prepared(small_preparers, f"{{ clubs {{ groupBy({by}) {{ {fields} }} }} }}").prepared.statement.cypher

    for fields in ("keys { label }", "keys { node { id } }"):
        before, _, after = cypher(fields).partition("LIMIT")
        assert ":Town" not in before
        assert after.count(":Town {slug:") == 1
    assert ":Town" not in cypher("keys { value __typename } count")
