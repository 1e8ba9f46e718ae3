"""The researched facts are in the seeds: each with its page, each participant with its relation, none as a copy."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.beside import BESIDE

from engagegraph import settings
from engagegraph.write.change import EdgeState, Snapshot

ROOT = Path(__file__).parents[2]
FACTS = BESIDE / "facts.yaml"
LEFT_OUT = ROOT / "seeds" / "left-out.md"

# What a fact calls the other side: the relation and the slug it became.
SIDES = {
    "Hauptamt stärkt Ehrenamt": ("JOINED", "hauptamt-staerkt-ehrenamt"),
    "Zukunftsfaktor Bürgerengagement – Entwicklungswerkstatt für kommunale Engagementstrategien (EWS)": (
        "JOINED",
        "zukunftsfaktor-buergerengagement",
    ),
    "Engagierte Stadt": ("JOINED", "engagierte-stadt"),
    "Bürgerorientierte Kommune": ("JOINED", "buergerorientierte-kommune"),
    "Ehrenamtskarte NRW": ("JOINED", "ehrenamtskarte-nrw"),
    "Kommunen-Netzwerk: engagiert in NRW": ("MEMBER_OF", "engagiert-in-nrw"),
    "Landesnetzwerk Engagierte Städte Sachsen-Anhalt": (
        "MEMBER_OF",
        "landesnetzwerk-engagierte-staedte-sachsen-anhalt",
    ),
    "Landesnetzwerk Engagierte Stadt Baden-Württemberg": (
        "MEMBER_OF",
        "landesnetzwerk-engagierte-stadt-baden-wuerttemberg",
    ),
}

LONG_QUOTE = 8
RUN = 10  # eight or nine words in a row may be a name: of a ministry, of a congress

ADDRESS = re.compile(r"https?://\S+")

Fact = dict[str, Any]

needs_facts = pytest.mark.beside(FACTS.name)


@pytest.fixture(scope="module")
def facts() -> list[Fact]:
    with FACTS.open(encoding="utf-8") as file:
        found: list[Fact] = yaml.load(file, Loader=yaml.BaseLoader)["facts"]  # noqa: S506 (texts only: keys start with zeros)
    assert len(found) == 347
    return found


def left_out() -> set[str]:
    """The ids in the first table of the list: facts that are left out as a whole."""
    whole = LEFT_OUT.read_text(encoding="utf-8").split("## Ganze Einträge")[1].split("\n## ")[0]
    return set(re.findall(r"^\| (F\d{3}) \|", whole, re.MULTILINE))


def memberships(facts: list[Fact]) -> list[tuple[Fact, str, str, str]]:
    """Each fact of a place that takes part: the fact, the place's key, the relation and the other side's slug."""
    found = []
    for fact in facts:
        if fact["kind"] not in ("participation", "membership"):
            continue
        names = [r["target"] for r in fact["relations"] if r["type"] in ("participates_in", "member_of")]
        names += [value for key, value in fact["attributes"].items() if key == "landesnetzwerk"]
        places = [r["target"][4:] for r in fact["relations"] if r["target"].startswith("ags:")]
        found += [(fact, place, *SIDES[name]) for place in places for name in names]
    return found


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@needs_facts
def test_every_fact_has_its_page_among_the_sources(facts: list[Fact], seeds: Snapshot) -> None:
    pages = {node.properties.get("url") for ref, node in seeds.nodes.items() if ref.type == "Source"}
    gone = left_out()
    assert [f["id"] for f in facts if f["source_url"] not in pages and f["id"] not in gone] == []


@needs_facts
def test_every_place_that_takes_part_has_its_relation(facts: list[Fact], seeds: Snapshot) -> None:
    keys = {ref: node.properties.get("ags") for ref, node in seeds.nodes.items()}
    edges: dict[tuple[Any, str, str], list[EdgeState]] = {}
    for key, edge in seeds.edges.items():
        edges.setdefault((keys[key.start], key.relation, key.end.slug), []).append(edge)
    wanted = memberships(facts)
    assert len(wanted) > 230
    gone = left_out()
    pages = {ref.slug: node.properties.get("url") for ref, node in seeds.nodes.items() if ref.type == "Source"}
    missing = []
    for fact, place, relation, slug in wanted:
        found = edges.get((place, relation, slug), [])
        cited = [edge for edge in found if fact["source_url"] in {pages[c.source] for c in edge.citations}]
        if not cited:
            missing.append((fact["id"], place, relation, slug))
    assert [one for one in missing if one[0] not in gone] == []


@needs_facts
def test_what_is_only_concluded_says_so(facts: list[Fact], seeds: Snapshot) -> None:
    """A relation that rests on concluded facts alone is marked as concluded."""
    keys = {ref: node.properties.get("ags") for ref, node in seeds.nodes.items()}
    by_side: dict[tuple[str, str, str], set[str]] = {}
    for fact, place, relation, slug in memberships(facts):
        by_side.setdefault((place, relation, slug), set()).add(fact["confidence"])
    concluded = {side for side, how in by_side.items() if how == {"inferred"}}
    assert len(concluded) >= 13
    plain = [
        str(key)
        for key, edge in seeds.edges.items()
        if (keys[key.start], key.relation, key.end.slug) in concluded
        and edge.properties.get("confidence") != "INFERRED"
    ]
    assert plain == []


def test_the_eighteen_districts_of_the_joint_project_are_all_there(seeds: Snapshot) -> None:
    joined = [k for k in seeds.edges if k.relation == "JOINED" and k.end.slug == "hauptamt-staerkt-ehrenamt"]
    assert len(joined) == 18
    assert {key.start.type for key in joined} == {"District"}


@needs_facts
def test_no_long_quote_is_copied(facts: list[Fact]) -> None:
    texts = {
        path.relative_to(settings.seeds_folder()): f" {' '.join(words(ADDRESS.sub('', path.read_text('utf-8'))))} "
        for path in sorted(settings.seeds_folder().rglob("*"))
        if path.suffix in (".yaml", ".csv")
    }
    assert texts
    copies = []
    for fact in facts:
        name = f" {' '.join(words(fact['name']))} "
        for part in re.split(r"…|\.\.\.", fact["source_quote"]):
            quoted = words(part)
            if len(quoted) < LONG_QUOTE:
                continue
            length = min(len(quoted), RUN)
            runs = [f" {' '.join(quoted[i : i + length])} " for i in range(len(quoted) - length + 1)]
            copies += [
                (fact["id"], str(path), run)
                for run in runs
                for path, text in texts.items()
                if run not in name and run in text
            ]
    assert copies == []
