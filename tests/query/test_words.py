"""German words as the index sees them, and what of a text is shown of a hit."""

from __future__ import annotations

import pytest

from engagegraph.model.search import folded_word, name_key
from engagegraph.query.highlight import highlight
from engagegraph.query.words import MOST_LETTERS, MOST_WORDS, halves, matches, pieces, stem

FIELDS = (("p", "property"), ("text", "text"), ("html", "html"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("München", "Muenchen"), ("Straße", "STRASSE"), ("Goethe", "Göthe"), ("Düren", "Dueren"), ("Ärzte", "aerzte")],
)
def test_umlauts_are_the_same_either_way(one: str, other: str) -> None:
    assert folded_word(one) == folded_word(other)
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize("word", ["neuenkirchen", "bauer", "quelle", "feuer", "steuer"])
def test_not_every_ue_is_an_umlaut(word: str) -> None:
    assert folded_word(word) == word


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("karten", "kart"),
        ("stiftungen", "stiftung"),
        ("kindern", "kind"),
        ("vereins", "verein"),
        ("amt", "amt"),
        ("schoneren", "schon"),
        ("kleinest", "klein"),
    ],
)
def test_endings_are_taken_off(word: str, wanted: str) -> None:
    assert stem(word) == wanted


@pytest.mark.parametrize(
    ("word", "want", "found"),
    [
        ("Bürgerstiftungen", "burgerstiftung", True),
        ("Ehrenamtskarte", "karte", True),
        ("Emsdetten", "emsdeten", True),
        ("Ehrenamtskarte", "ehrenmatskarte", True),
        ("Stadt", "stade", False),
        ("Ehrenamt", "amt", False),
        ("Ehrenamt", "amter", False),
        ("Entwicklungswerkstatt", "werkstatten", True),
        ("Stadthaus", "stade", False),
        ("Anerkennung", "a", False),
        ("A", "a", True),
    ],
)
def test_what_finds_a_word(word: str, want: str, found: bool) -> None:
    assert matches(word, want) is found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bürger:innen, Bürger·innen", ["bürger:innen", "bürger·innen"]),
        ("Ehren_amt Ehren*karte Bürger-i", ["ehren_amt", "ehren*karte", "bürger", "i"]),
        ("Bürger-innen Bürger/innen (Bürger/-innen)", ["bürger:innen"] * 3),
        ("Bürger_innen Bürger*innen Bürger*in", ["bürger:innen", "bürger:innen", "bürger*in"]),
        ("BürgerInnen Bürger(innen) BÜRGER/INNEN", ["bürger:innen"] * 3),
        ("BürgerIn Bürger/in Bürger(in), Bürger/i", ["bürger:in"] * 3 + ["bürger:i"]),
        ("Freiwillige/r Projekt(e)", ["freiwillige:r", "projekt:e"]),
        ("engagiert-in-nrw Rhein-S und/oder INNEN", ["engagiert", "in", "nrw", "rhein", "s", "und", "oder", "innen"]),
        ("z. B. e.V. Prof. J. R. Meier", ["z.b", "e.v", "prof", "j.r", "meier"]),
        ("a.1 1.000,5 12:30 _ l’or", ["a", "1", "1.000,5", "12", "30", "l’or"]),
        ("a*b*c*d*e", ["a", "b", "c", "d", "e"]),
        ("Mu\u0308nchen", ["münchen"]),
    ],
)
def test_what_is_typed_as_one_word(text: str, words: list[str]) -> None:
    assert [*pieces(text)] == [(word, False) for word in words]


def test_what_is_in_quotation_marks_is_one_piece() -> None:
    assert [*pieces('x "e. V. a-b" "~"')] == [("x", False), ("e. v. a-b", True)]
    for phrase in ("„Ab in“", "“Ab in”", "»Ab in«", "«Ab in»", '"Ab in"'):
        assert [*pieces(f"x ({phrase}) y")] == [("x", False), ("ab in", True), ("y", False)]
    assert [*pieces('a" b c')] == [("a", False), ("b", False), ("c", False)]


def test_of_a_long_text_the_beginning_counts() -> None:
    """Every word more would be compared with every word of every hit."""
    assert [*pieces("wort " * 20 + "Amt")] == [("wort", False)] * MOST_WORDS
    assert [*pieces("x" * MOST_LETTERS + "y")] == [("x" * MOST_LETTERS, False)]
    assert highlight(["Amt"], ["name"], "wort " * MOST_WORDS + "Amt", None, FIELDS) is None


def test_halves_say_something_by_themselves() -> None:
    assert halves("coronakrise") == (
        ("coro", "nakrise"), ("coron", "akrise"), ("corona", "krise"), ("coronak", "rise"),
    )  # fmt: skip
    assert ("selbst", "hilfe") not in halves("selbsthilfe")
    assert halves("karte") == ()


def test_two_words_are_marked_as_one_that_is_closed() -> None:
    found = highlight(["Das Kommunen-Netzwerk lädt ein"], ["name"], "Kommunennetzwerke", None, FIELDS)
    assert found is not None
    assert found["html"] == "Das <mark>Kommunen-Netzwerk</mark> lädt ein"
    found = highlight(["Netz-Werk"], ["name"], "Netzwerk netz", None, FIELDS)
    assert found is not None
    assert found["html"] == "<mark>Netz-Werk</mark>"
    found = highlight(["Netz Werk Netz"], ["name"], "Netzwerk Werknetz", None, FIELDS)
    assert found is not None
    assert found["html"] == "<mark>Netz Werk Netz</mark>"


def test_parts_of_what_something_joins_are_marked() -> None:
    found = highlight(["Aktive Bürger*innen e. V."], ["name"], 'bürger:innen e.V. "x"', None, FIELDS)
    assert found is not None
    assert found["html"] == "Aktive <mark>Bürger*innen</mark> <mark>e. V</mark>."


@pytest.mark.parametrize("text", ["Bürger:innen", "Bürgerinnen", "Bürger/innen", "Bürger*innen"])
@pytest.mark.parametrize("query", ["Bürger/innen", "BürgerInnen", '"Bürger:innen"'])
def test_endings_are_marked_whatever_sets_them_off(text: str, query: str) -> None:
    found = highlight([f"{text} gewinnen"], ["name"], query, None, FIELDS)
    assert found is not None
    assert found["html"] == f"<mark>{text}</mark> gewinnen"


def test_marks_are_the_only_markup() -> None:
    text = '<b>Amt</b> & "Straße"'
    found = highlight([text], ["name"], "strasse amt", None, FIELDS)
    assert found == {
        "p": "name",
        "text": text,
        "html": "&lt;b&gt;<mark>Amt</mark>&lt;/b&gt; &amp; &quot;<mark>Straße</mark>&quot;",
    }


def test_the_text_with_most_of_the_words_is_shown_and_cut_between_words() -> None:
    long = "Anfang " * 20 + "Die Städte und Gemeinden fördern das Ehrenamt. " + "Ende " * 40
    found = highlight([None, "Städte", long], ["name", "title", "body"], "Stadt Ehrenamt Städte", 60, FIELDS)
    assert found is not None
    assert found["p"] == "body"
    assert found["text"].startswith("…")
    assert found["text"].endswith("…")
    assert "<mark>Städte</mark>" in found["html"]
    assert set(found["text"].strip("…").split()) <= set(long.split())
    assert len(found["text"]) <= 62


def test_nothing_is_shown_of_what_shows_nothing() -> None:
    assert highlight(["Emsland", None], ["name", "title"], "und Rheine", 160, FIELDS) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("Ehrenamt " + "und mehr " * 20, "Ehrenamt", "…"), ("so viel " * 20 + "Ehrenamt", "…", "Ehrenamt")],
)
def test_a_part_at_an_end_of_the_text_is_cut_at_the_other_only(text: str, start: str, end: str) -> None:
    found = highlight([text], ["body"], "Ehrenamt", 40, FIELDS)
    assert found is not None
    assert found["text"].startswith(start)
    assert found["text"].endswith(end)
    assert found["text"].count("…") == 1
