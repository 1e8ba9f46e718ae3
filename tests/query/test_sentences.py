"""What relations say: phrases with both sides named, words of properties."""

from __future__ import annotations

import pytest

from engagegraph.model import Model
from engagegraph.query.runtime import details, introduced, labelled, more, quoted, sentence, share, tally, text, tidy

PHRASES = ("{from} unterstützt {to}", {"CARRIER": "{from} trägt {to} mit", "AIM": "Für {to} wirbt {from}"})


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (None, "A unterstützt B"),
        ("FUNDER", "A unterstützt B"),
        ("CARRIER", "A trägt B mit"),
        ("AIM", "Für B wirbt A"),
    ],
)
def test_the_word_decides_what_is_said(word: str | None, said: str) -> None:
    assert sentence(PHRASES, word, "A", "B") == said


def test_names_are_only_names() -> None:
    assert sentence(PHRASES, "AIM", "{to} {from}", "{from} {to} {}") == "Für {from} {to} {} wirbt {to} {from}"
    assert quoted("Konferenz „Amt“ und “office”", "„“") == "„Konferenz ‚Amt‘ und ‘office’“"


def test_every_relation_of_the_model_can_be_said(real: Model) -> None:
    for relation in real.relations.values():
        for words in (relation.phrase, *relation.phrases.values()):
            for phrase in (words.de, words.en):
                said = sentence((phrase, {}), None, "Anfang", "Ende")
                assert "Anfang" in said
                assert "Ende" in said
                assert "{" not in said


def test_details_are_in_words() -> None:
    table = [
        ("role", "Rolle", 0, {"A": "Vorsitz"}),
        ("share", "Anteil", 1, None),
        ("open", "offen", 2, None),
        ("tags", "Worte", 3, {"A": "eins"}),
        ("gone", "fehlt", 4, None),
    ]
    values = ("A", 0.5, True, ["A", "B"], None)
    found = details(table, values, "de")
    assert [d["value"] for d in found] == ["Vorsitz", "0,5", "ja", "eins, B"]
    assert found[0] == {"name": "role", "label": "Rolle", "value": "Vorsitz"}
    assert [d["value"] for d in details(table, (None, 0.5, False, [], 3), "en")] == ["0.5", "no", "", "3"]


def test_what_is_not_shown_is_counted() -> None:
    shown = tally([[0, 1, "A"], [0, 2, "A"], [2, 0, "B"]])
    assert more([3, 1, 2], ("A", "B", "C"), shown, 0) == [("A", 1), ("C", 2)]
    assert more([1, 0, 0], ("A", "B", "C"), shown, 1) == []


def test_nothing_in_common_is_zero() -> None:
    assert share([0, 4], 0, 4) == {"sharedCount": 0, "unionCount": 4, "jaccard": 0.0, "cosine": 0.0}
    assert share([0], 0, 0) == {"sharedCount": 0, "unionCount": 0, "jaccard": 0.0, "cosine": 0.0}
    assert share([4, 9], 3, 10) == {"sharedCount": 3, "unionCount": 10, "jaccard": 0.3, "cosine": 0.5}


def test_what_a_date_is_for_stands_behind_it() -> None:
    assert labelled("Verein SV", None) == "Verein SV"
    assert labelled("Verein SV", "Antragsfrist") == "Verein SV: Antragsfrist"


@pytest.mark.parametrize(("value", "written"), [(None, None), (True, "true"), (7, "7"), ("SPORT", "SPORT")])
def test_values_in_common_are_written(value: object, written: str | None) -> None:
    assert text(value) == written


def test_computed_numbers_have_as_many_digits_as_mean_something() -> None:
    assert (tidy(0.1 + 0.2), tidy(1 / 3), tidy(None)) == (0.3, 0.333333333333, None)


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("Netzwerk", "Netzwerk Junge Leute", "Netzwerk Junge Leute"),
        ("Netzwerk", "Netzwerke", "Netzwerk Netzwerke"),
        ("Kreis", "Emsland", "Kreis Emsland"),
        ("Netzwerk", "„Netzwerk Land“", "Netzwerk „Netzwerk Land“"),
    ],
)
def test_a_word_for_the_kind_is_said_once(kind: str, name: str, said: str) -> None:
    assert introduced(kind, name) == said


def test_nothing_is_more_alike_than_the_same() -> None:
    assert share([5, 5, 5], 5, 5) == {"sharedCount": 5, "unionCount": 5, "jaccard": 1.0, "cosine": 1.0}
