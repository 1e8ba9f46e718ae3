"""The example page in a real Chromium, held against what the API itself answers."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "frontend"
BROWSER = Path(__file__).parent / "browser"
Ask = Callable[[str, dict[str, Any]], Any]

walked = [pytest.mark.browser, pytest.mark.db, pytest.mark.timeout(1200)]
TAGS = {"DE": "de", "EN": "en", "DE_SIMPLE": "de-simple"}


def titles(programmes: list[Any]) -> list[list[str]]:
    """Title and language of programmes as the page should show them."""
    return [[each["title"], TAGS[each["titleLanguage"]]] for each in programmes]


def summaries(programmes: list[Any]) -> list[list[str]]:
    """Words and language of the programmes' summaries as the page should show them."""
    told = [each for each in programmes if each["summary"] is not None]
    return [[html.unescape(re.sub(r"<[^>]+>", "", each["summary"])), TAGS[each["summaryLanguage"]]] for each in told]


class TestWalk:
    pytestmark = walked

    def test_list_has_every_programme_once_and_in_order(
        self, seen: dict[str, Any], listed: dict[str, list[Any]]
    ) -> None:
        pages = seen["last"]["pages"]
        assert list(chain.from_iterable(page["programmes"] for page in pages)) == titles(listed["DE"])
        assert list(chain.from_iterable(page["summaries"] for page in pages)) == summaries(listed["DE"])
        assert [len(page["programmes"]) for page in pages[:-1]] == [5] * (len(pages) - 1)
        assert len(pages) > 1
        assert seen["list"]["status"] == f"5 von {len(listed['DE'])} Programmen"

    def test_pages_turn_both_ways(self, seen: dict[str, Any]) -> None:
        pages = seen["last"]["pages"]
        assert pages[0]["links"] == ["Nächste Seite"]
        assert pages[-1]["links"] == ["Vorige Seite"]
        assert seen["previous"]["programmes"] == pages[-2]["programmes"]
        assert seen["back"]["programmes"] == pages[-1]["programmes"]

    def test_language_switch_shows_and_names_the_language_that_came(
        self, seen: dict[str, Any], listed: dict[str, list[Any]]
    ) -> None:
        for name, lang, text in (("english", "EN", "English"), ("simple", "DE_SIMPLE", "Leichte Sprache")):
            now = seen[name]
            assert now["current"] == ["Programme", text]
            assert now["hash"] == f"#/programme?sprache={TAGS[lang]}"
            assert now["programmes"] == titles(listed[lang][:5])
            assert now["summaries"] == summaries(listed[lang][:5])
        spoken = {lang for _, lang in seen["simple"]["programmes"] + seen["simple"]["summaries"]}
        assert spoken == {"de", "de-simple"}, "some texts exist in Leichte Sprache and some do not"
        assert "en" in {lang for _, lang in seen["english"]["programmes"]}

    def test_leichte_sprache_keeps_its_lines(self, seen: dict[str, Any]) -> None:
        assert any("\n" in text for text, lang in seen["simple"]["summaries"] if lang == "de-simple")
        assert set(seen["simple"]["styles"]) == {"pre-line"}

    def test_district_page_has_facts_programmes_networks_and_sources(self, seen: dict[str, Any], lippe: Any) -> None:
        page = seen["district"]
        assert page["heading"] == [lippe["name"]]
        assert page["title"] == f"{lippe['name']} – Engagement vor Ort"
        assert page["hash"] == "#/kreise/lippe"
        facts = dict(zip(page["facts"][::2], page["facts"][1::2], strict=True))
        assert facts["Land"] == lippe["state"]["name"]
        assert facts["Amtlicher Schlüssel"] == lippe["ags"]
        assert facts["Einwohner"] == f"{lippe['population']:,}".replace(",", ".")
        for heading, field in (("Programme", "programmes"), ("Netzwerke", "networks")):
            edges = lippe[field]["edges"]
            items = page["sections"][heading]
            assert [item.splitlines()[0] for item in items] == [edge["node"]["title"] for edge in edges] != []
            for item, edge in zip(items, edges, strict=True):
                assert all(citation["source"]["title"] in item for citation in edge["sources"])
        assert [item.splitlines()[0] for item in page["sections"]["Quellen"]] == [
            ", ".join(filter(None, (citation["source"]["title"], citation["place"]))) for citation in lippe["sources"]
        ]
        cited = [*(c for f in ("programmes", "networks") for e in lippe[f]["edges"] for c in e["sources"])]
        wanted = [c["source"]["url"] for c in (*cited, *lippe["sources"]) if c["source"]["url"]]
        assert page["cited"] == wanted

    def test_what_does_not_exist_is_said(self, seen: dict[str, Any]) -> None:
        assert seen["nowhere"]["heading"] == ["Kreis nicht gefunden"]
        assert seen["nonsense"]["heading"] == ["Diese Seite gibt es nicht"]

    def test_search_names_the_type_of_each_hit(self, seen: dict[str, Any], ask: Ask) -> None:
        found = ask("search", {"query": "ehren", "lang": "DE", "first": 10})["search"]
        now = seen["search"]
        assert [text for _, text in now["hits"]] == [each["displayName"] for each in found["nodes"]]
        assert len({kind for kind, _ in now["hits"]}) > 1
        assert now["status"] == f"{found['totalCount']} Treffer für „ehren“"
        assert now["links"] == ["Weitere Treffer"]
        more = seen["more"]
        assert more["hits"]
        assert not {text for _, text in more["hits"]} & {text for _, text in now["hits"]}
        assert more["links"][0] == "Zu den ersten Treffern"

    def test_search_may_be_narrowed_to_a_type(self, seen: dict[str, Any], ask: Ask) -> None:
        found = ask("search", {"query": "ehren", "lang": "DE", "first": 10, "types": ["Event"]})["search"]
        now = seen["events"]
        assert now["hits"] == [["Veranstaltung", each["displayName"]] for each in found["nodes"]] != []
        assert (now["word"], now["kind"]) == ("ehren", "Event")
        assert now["hash"] == "#/suche?q=ehren&art=Event"

    def test_words_never_become_markup(self, seen: dict[str, Any]) -> None:
        now = seen["markup"]
        assert now["status"] == "0 Treffer für „<img src=x onerror=alert(1)>“"
        assert now["word"] == "<img src=x onerror=alert(1)>"

    def test_keyboard_and_screen_reader_find_their_way(self, seen: dict[str, Any]) -> None:
        assert seen["first"] == "Zum Inhalt springen"
        assert seen["skipped"]["focus"] == "inhalt"
        assert seen["skipped"]["hash"] == "#/suche"
        assert seen["list"]["focus"] == "", "nobody is moved when the page first opens"
        for name in ("last", "back", "english", "district", "search"):
            assert seen[name]["focus"] == "inhalt", name
        landmarks = ["- link", "- banner", '  - navigation "Seiten"', '  - navigation "Sprache der Inhalte"', "- main"]
        assert seen["district"]["landmarks"][:5] == landmarks
        assert "- contentinfo" in seen["district"]["landmarks"]

    def test_axe_finds_nothing(self, seen: dict[str, Any]) -> None:
        found = {name: now["violations"] for name, now in seen.items() if isinstance(now, dict)}
        assert len(found) > 10
        assert {name: each for name, each in found.items() if each} == {}

    def test_page_asks_its_own_server_and_the_api_alone(self, seen: dict[str, Any]) -> None:
        assert seen["complaints"] == []
        assert sorted(seen["requests"]) == sorted(
            [f"http://127.0.0.1:{seen['port']}", seen["api"].removesuffix("/graphql")]
        )

    def test_failures_are_told_with_what_would_help(self, seen: dict[str, Any]) -> None:
        [refused] = seen["refused"]["alert"]
        assert "CURSOR_INVALID" in refused
        assert "Hinweis:" in refused
        [foreign] = seen["foreign"]["alert"]
        assert f"Von {seen['api']} kommt keine Antwort." in foreign
        assert "ENGAGEGRAPH_CORS_ORIGINS" in foreign
        assert seen["offline"]["alert"] == [foreign]


@pytest.mark.browser
@pytest.mark.timeout(1200)
def test_build_is_small_and_lies_in_any_folder(workshop: Path) -> None:
    built = workshop / EXAMPLE.relative_to(ROOT) / "dist"
    sizes = {path.suffix: path.stat().st_size for path in built.rglob("*") if path.is_file()}
    assert sizes.keys() == {".html", ".js", ".css"}
    assert sum(sizes.values()) < 30_000, "no GraphQL library and no list of all queries should travel to the browser"
    addresses = re.findall(r'(?:src|href)="([^"]*)"', (built / "index.html").read_text(encoding="utf-8"))
    assert [each for each in addresses if not each.startswith(("./assets/", "data:,", "#"))] == []


@pytest.mark.parametrize("folder", [EXAMPLE, BROWSER], ids=lambda folder: folder.name)
def test_npm_lock_holds_check_sums_and_no_address(folder: Path) -> None:
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert package["integrity"].startswith("sha512-"), name
    asked = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    wanted = {**asked.get("dependencies", {}), **asked.get("devDependencies", {})}
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
