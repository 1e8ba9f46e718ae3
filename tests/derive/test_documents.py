"""The pages: the model as a reference, and the content by its sources."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from engagegraph.derive.content_doc import Content, content_doc, natural
from engagegraph.derive.markdown import cell, table
from engagegraph.derive.model_doc import model_doc
from engagegraph.model import Interface, Model, NodeType, Relation, load_model
from engagegraph.model.values import Value
from engagegraph.write.change import EdgeState, NodeState, Snapshot

ROOT = Path(__file__).parents[2]
REAL = load_model(ROOT / "schema/model")
SMALL = load_model(ROOT / "tests/model/small")


# -- Markdown --------------------------------------------------------------------------------------------------------


def test_a_cell_stays_a_cell() -> None:
    assert cell("a | b\n<i> *c* [d] `e` f_g \\") == r"a \| b \<i\> \*c\* \[d\] \`e\` f\_g \\"


def test_a_table_without_rows_is_none() -> None:
    assert table(("a", "b"), []) == []
    assert table(("a", "b"), [("1", "2")]) == ["| a | b |", "| --- | --- |", "| 1 | 2 |", ""]


# -- the model -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", [SMALL, REAL], ids=lambda m: m.name)
def test_the_reference_names_everything(model: Model) -> None:
    text = model_doc(model)
    owners: tuple[NodeType | Interface, ...] = (*model.types.values(), *model.interfaces.values())
    for owner in owners:
        assert f"## {owner.label.de} · {owner.name}\n" in text
        assert owner.description.en in text
    for relation in model.relations.values():
        assert f"### {relation.name}\n" in text
        for end in relation.ends:
            assert f"`{end.field}`" in text
            assert f"`{end.reverse}`" in text
    holders: tuple[NodeType | Relation, ...] = (*model.types.values(), *model.relations.values())
    for holder in holders:
        for prop in holder.properties.values():
            assert f"| `{prop.name}` | {cell(prop.label.de)}" in text
    for enum in model.enums.values():
        for word, label in enum.values.items():
            assert f"| `{word}` | {cell(label.de)} | {cell(label.en)} |" in text


@pytest.mark.parametrize("model", [SMALL, REAL], ids=lambda m: m.name)
def test_every_link_within_the_reference_leads_somewhere(model: Model) -> None:
    text = model_doc(model)
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    anchors = ["".join(c for c in h.lower().replace(" ", "-") if c.isalnum() or c in "-_") for h in headings]
    assert len(anchors) == len(set(anchors))
    targets = set(re.findall(r"\]\(#([^)]*)\)", text))
    assert targets
    assert targets <= set(anchors)


def test_the_rules_of_a_property_are_told() -> None:
    text = model_doc(SMALL)
    row = {line.split("`")[1]: line for line in text.splitlines() if line.startswith("| `")}
    assert "Pflicht · required; mehrsprachig · in languages; Suche · search (4)" in row["name"]
    assert "≥ 0; ≤ 9" in row["rank"]
    assert "nur für · only for: secret" in row["rank"]
    assert "Schlüssel · key; Form · form: `[A-Z]{2}`, z. B. · e.g. `AB`" in row["code"]
    assert "kein Filter · no filter" in row["speed"]
    assert "String, mehrere · list" in row["flags"]
    assert "veraltet · deprecated: ask the captain" in row["log"]
    assert "Tagebuch (Was die Mannschaft schreibt)" in row["diary"]
    assert "Kürzel aus · slug of: `Harbour`" in row["after"]
    assert "höchstens ein · at most one: Harbour" in row["home"]
    assert "eindeutig · unique" in model_doc(REAL)
    assert "Lebensdauer · life span: `launched` – `sunk`" in text
    assert "Personenbezogen" in text
    assert "differ in: `leg`" in text
    assert "| Ship | `fans` | ──▶ | `idol` (1) | Node |" in text
    assert r"`\d{5}\|\d{8}`" in model_doc(REAL)


# -- the content -----------------------------------------------------------------------------------------------------


@dataclass
class Thing:
    ref: tuple[str, str]
    properties: dict[str, Value]
    citations: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Tie:
    key: tuple[str, tuple[str, str], tuple[str, str], str]
    properties: dict[str, Value]
    citations: list[tuple[str, str]]


BOOK = Thing(("Record", "book-2"), {"slug": "book-2", "title": "Das *Buch*", "url": "https://example.org/"})
ROLL = Thing(("Record", "book-10"), {"slug": "book-10", "title": "Rolle", "remark": "under the floor"})
KIEL = Thing(("Harbour", "kiel"), {"slug": "kiel", "name": "Kiel", "mood": "GOOD"}, [("book-2", "Seite 10")])
WHALE = Thing(
    ("Ship", "wal"),
    {
        "slug": "wal",
        "name": "Wal",
        "name_en": "Whale",
        "launched": "1912",
        "speed": 21.5,
        "afloat": True,
        "flags": ["rot", "blau"],
        "diary": "hidden",
        "cargo": "RUM",
    },
    [("book-2", "Seite 2"), ("book-10", "")],
)
VOYAGE = Tie(
    ("SAILED_TO", WHALE.ref, KIEL.ref, "1"),
    {"leg": 1, "after": "kiel", "since": "1912", "secret": "hidden"},
    [("book-2", "Seite 2"), ("book-2", "Seite 3")],
)
CONTENT = Content([ROLL, KIEL, BOOK, WHALE], [VOYAGE], {WHALE.ref: "[wal.yaml](<../wal.yaml>)", VOYAGE.key: "[v](v)"})


def test_the_content_of_a_small_graph() -> None:
    lines = content_doc(SMALL, CONTENT).splitlines()
    start = lines.index("## Akte")
    assert lines[start:] == [
        "## Akte",
        "",
        "### book-2",
        "",
        r"**Das \*Buch\***",
        "",
        "- Adresse: <https://example.org/>",
        "- Stellen: 3, Einträge dazu: 4",
        "",
        "| Stelle | Angabe | Datei |",
        "| --- | --- | --- |",
        "| Seite 2 | *Schiff* **Wal** (Stapellauf: 1912; Tempo: 21,5; schwimmt: ja; Flaggen: rot, blau) "
        "| [wal.yaml](<../wal.yaml>) |",
        "|  | … –fuhr nach→ Kiel (Etappe: 1; zuvor: Kiel; seit: 1912) | [v](v) |",
        "| Seite 3 | Wal –fuhr nach→ Kiel (Etappe: 1; zuvor: Kiel; seit: 1912) | [v](v) |",
        "| Seite 10 | *Hafen* **Kiel** (Stimmung: gut) |  |",
        "",
        "### book-10",
        "",
        "**Rolle**",
        "",
        "- Stellen: 1, Einträge dazu: 1",
        "",
        "| Stelle | Angabe | Datei |",
        "| --- | --- | --- |",
        "| – | *Schiff* **Wal** (Stapellauf: 1912; Tempo: 21,5; schwimmt: ja; Flaggen: rot, blau) "
        "| [wal.yaml](<../wal.yaml>) |",
    ]


def test_prose_and_several_relations_of_one_place() -> None:
    whale = replace(
        WHALE, citations=[("book-2", "Seite 2")], properties={"slug": "wal", "name": "Wal", "afloat": False}
    )
    other = replace(
        VOYAGE, key=("BELONGS_TO", KIEL.ref, KIEL.ref, ""), properties={}, citations=[("book-2", "Seite 2")]
    )
    ship = SMALL.types["Ship"]
    diary = replace(ship.properties["diary"], privacy="public")
    open_minded = replace(ship, properties={**ship.properties, "diary": diary})
    whale.properties["diary"] = "# Montag\n\nNebel."
    model = replace(SMALL, types={**SMALL.types, "Ship": open_minded})
    text = content_doc(model, Content([BOOK, KIEL, whale], [other], {}))
    assert "| Seite 2 | *Schiff* **Wal** (schwimmt: nein) · # Montag Nebel. |  |" in text
    assert "|  | Kiel –gehört zu→ Kiel |  |" in text


def test_sources_are_grouped_by_what_kind_they_are() -> None:
    def source(slug: str, kind: str) -> Thing:
        return Thing((REAL.provenance, slug), {"slug": slug, "title": slug, "kind": kind})

    kind = next(p for p in REAL.types[REAL.provenance].properties.values() if p.required and p.type in REAL.enums)
    first, second, *_ = REAL.enums[kind.type].values
    text = content_doc(REAL, Content([source("a", second), source("c", first), source("b", first)], []))
    assert re.findall(r"^### (.*)$", text, re.MULTILINE) == ["b", "c", "a"]
    assert len(re.findall(r"^## ", text, re.MULTILINE)) == 2


@pytest.fixture(scope="module")
def content(seeds: Snapshot) -> str:
    return content_doc(REAL, Content(seeds.nodes.values(), seeds.edges.values()))


def test_every_citation_of_the_seeds_is_in_the_document(seeds: Snapshot, content: str) -> None:
    facts: tuple[NodeState | EdgeState, ...] = (*seeds.nodes.values(), *seeds.edges.values())
    for source, section in re.findall(r"^### (\S+)\n(.*?)(?=^##|\Z)", content, re.MULTILINE | re.DOTALL):
        cited = [c for fact in facts for c in fact.citations if c.source == source]
        rows = [line for line in section.splitlines() if line.startswith("| ")]
        assert len(rows) == (len(cited) + 2 if cited else 0), source
        for citation in cited:
            assert not citation.place or f"\n| {cell(citation.place)} |" in section
    assert set(re.findall(r"^### (\S+)$", content, re.MULTILINE)) == {
        ref.slug for ref in seeds.nodes if ref.type == REAL.provenance
    }


def test_no_contact_data_of_people_is_in_the_document(seeds: Snapshot, content: str) -> None:
    hidden = [
        str(node.properties[prop.name])
        for node in seeds.nodes.values()
        for prop in REAL.types[node.ref.type].properties.values()
        if prop.privacy != "public" and prop.name in node.properties
    ]
    assert hidden
    assert not [value for value in hidden if cell(value) in content or value in content]


def test_places_are_in_the_order_of_reading() -> None:
    places = ["Seite 10", "Seite 2, Absatz 1", "Abschnitt B", "Seite 2", "abschnitt a", ""]
    assert sorted(places, key=natural) == ["", "abschnitt a", "Abschnitt B", "Seite 2", "Seite 2, Absatz 1", "Seite 10"]
