"""A new type is a new YAML file: in the API, the filters, the order, the search and the seeds, with no line of Python."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from engagegraph import settings
from engagegraph.cli import cli
from engagegraph.graph.client import Graph

PRIZE = """
type: Prize
plural: prizes
label: {de: Preis, en: Prize}
description: {de: Auszeichnung für Engagement., en: An award for engagement.}
display: title
order: [year, title]
properties:
  title: {type: String, required: true, i18n: true, search: 5, label: {de: Titel, en: title}}
  year: {type: PartialDate, label: {de: Jahr, en: year}}
  endowment: {type: Int, minimum: '0', label: {de: Preisgeld, en: endowment}}
  kind: {type: PrizeKind, required: true, label: {de: Art, en: kind}}
enums:
  PrizeKind:
    label: {de: Art des Preises, en: Kind of prize}
    values:
      AWARD: {de: Preis, en: award}
      MEDAL: {de: Medaille, en: medal}
relations:
  AWARDED_TO:
    label: {de: ging an, en: was awarded to}
    reverseLabel: {de: erhielt, en: received}
    description: {de: Verleihung an eine Gemeinde., en: Awarded to a municipality.}
    properties:
      rank: {type: Int, minimum: '1', label: {de: Platz, en: rank}}
    ends:
      - {from: [Prize], to: [Municipality], field: winners, reverse: prizes}
  HONOURS:
    label: {de: ehrt, en: honours}
    reverseLabel: {de: wurde geehrt mit, en: was honoured with}
    description: {de: Verleihung an eine Person., en: Awarded to a person.}
    properties:
      laudation: {type: String, i18n: true, label: {de: Begründung, en: laudation}}
      vote: {type: Int, privacy: internal, label: {de: Stimmen der Jury, en: votes of the jury}}
    ends:
      - {from: [Prize], to: [Person], field: laureates, reverse: prizes}
"""

SEEDS = {
    "prizes.yaml": """
- slug: goldene-bank
  title: {de: Goldene Bank, en: Golden Bench}
  kind: AWARD
  year: 2019
  endowment: 5000
  winners: [{node: aue, rank: 1}, {node: brueck, rank: 2}]
  sources: [{urkunde: Seite 1}]
- slug: silberne-bank
  title: Silberne Bank
  kind: AWARD
  year: 2021-05
  winners: [{node: aue, rank: 2, since: 2021}]
  sources: urkunde
- slug: nadel
  title: Ehrennadel
  kind: MEDAL
  laureates: [{node: anna, laudation: {de: Für das Nachbarschaftsfest, en: For the street party}, vote: 7}]
  sources: urkunde
""",
    "municipalities.yaml": """
- {slug: aue, name: Aue, kind: STADT, sources: urkunde}
- {slug: brueck, name: Brück, kind: GEMEINDE, sources: urkunde}
""",
    "people.yaml": "- {slug: anna, name: Anna Muster, sources: urkunde}\n",
    "sources.yaml": "- {slug: urkunde, title: Urkunde, kind: DOCUMENT}\n",
}

QUERY = """
query ($after: String, $text: String!) {
  prize(slug: "nadel") {
    __typename title kind year sources { place source { title } }
    laureates { edges { laudation laudationLanguage node { name prizes { totalCount } } } }
  }
  rich: prizes(where: { endowment: { gte: 1000 }, winners: { some: { rank: { eq: 1 }, node: { name: { eq: "Aue" } } } } }) {
    nodes { slug }
  }
  page: prizes(orderBy: [{ winners: { count: DESC } }], first: 2, after: $after) {
    edges { node { slug title(lang: EN) winners(orderBy: [{ rank: DESC }]) { edges { rank node { name } } } } }
    pageInfo { endCursor hasNextPage }
    totalCount
  }
  municipalities(where: { prizes: { count: { gte: 2 } } }) { nodes { name prizes { nodes { slug } } } }
  search(query: $text, types: [Prize]) { nodes { __typename displayName } }
}
"""

pytestmark = pytest.mark.db


@pytest.fixture
def engagegraph(graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The command line with a model of its own and an empty database."""
    shutil.copytree(settings.model_folder(), tmp_path / "schema/model")
    (tmp_path / "schema/model/prize.yaml").write_text(PRIZE, encoding="utf-8")
    (tmp_path / "schema/migrations").mkdir()
    (tmp_path / "seeds").mkdir()
    for name, text in SEEDS.items():
        (tmp_path / "seeds" / name).write_text(text, encoding="utf-8")
    (tmp_path / "query.graphql").write_text(QUERY, encoding="utf-8")
    monkeypatch.setenv("ENGAGEGRAPH_SCHEMA", str(tmp_path / "schema"))
    monkeypatch.setenv("ENGAGEGRAPH_SEEDS", str(tmp_path / "seeds"))
    for name in ("uri", "user", "password", "database"):
        monkeypatch.setenv(f"NEO4J_{name.upper()}", getattr(graph.address, name))

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(cli, arguments)
        assert result.exit_code == 0, result.output
        return result.stdout

    return run


def test_a_new_type_needs_no_python(engagegraph: Any, tmp_path: Path) -> None:
    assert "nodes" in engagegraph("validate")
    assert engagegraph("seed", "--author", "test").startswith("revision 1:")

    file = str(tmp_path / "query.graphql")
    first = json.loads(engagegraph("query", file, "--variables", '{"text": "Bank"}'))
    assert first["prize"] == {
        "__typename": "Prize",
        "title": "Ehrennadel",
        "kind": "MEDAL",
        "year": None,
        "sources": [{"place": None, "source": {"title": "Urkunde"}}],
        "laureates": {
            "edges": [
                {
                    "laudation": "Für das Nachbarschaftsfest",
                    "laudationLanguage": "DE",
                    "node": {"name": "Anna Muster", "prizes": {"totalCount": 1}},
                }
            ]
        },
    }
    assert first["rich"] == {"nodes": [{"slug": "goldene-bank"}]}
    winners = [
        {"rank": 2, "node": {"name": "Brück"}},
        {"rank": 1, "node": {"name": "Aue"}},
    ]
    golden = {"slug": "goldene-bank", "title": "Golden Bench", "winners": {"edges": winners}}
    assert first["page"]["edges"][0] == {"node": golden}
    assert [e["node"]["slug"] for e in first["page"]["edges"]] == ["goldene-bank", "silberne-bank"]
    assert first["page"]["pageInfo"]["hasNextPage"] is True
    assert first["page"]["totalCount"] == 3
    assert first["municipalities"] == {
        "nodes": [{"name": "Aue", "prizes": {"nodes": [{"slug": "goldene-bank"}, {"slug": "silberne-bank"}]}}]
    }
    assert {n["displayName"] for n in first["search"]["nodes"]} == {"Goldene Bank", "Silberne Bank"}

    values = json.dumps({"text": "Street", "after": first["page"]["pageInfo"]["endCursor"]})
    second = json.loads(engagegraph("query", file, "--variables", values))
    assert [e["node"]["slug"] for e in second["page"]["edges"]] == ["nadel"]
    assert second["page"]["pageInfo"]["hasNextPage"] is False
    assert second["search"] == {"nodes": []}


def test_its_privacy_classes_hold(engagegraph: Any, tmp_path: Path) -> None:
    engagegraph("seed", "--author", "test")
    (tmp_path / "votes.graphql").write_text("{ prizes { nodes { laureates { edges { vote } } } } }")
    votes = json.loads(engagegraph("query", str(tmp_path / "votes.graphql"), "--viewer", "editor"))
    assert [e for n in votes["prizes"]["nodes"] for e in n["laureates"]["edges"]] == [{"vote": 7}]
    refused = CliRunner().invoke(cli, ["query", str(tmp_path / "votes.graphql")], env=dict(os.environ))
    assert refused.exit_code == 1
    assert "Cannot query field 'vote'" in refused.stderr
