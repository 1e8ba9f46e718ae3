"""The small parts: identifiers, cursors, forms of text, what is searched for."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagegraph.errors import Failure
from engagegraph.model import Model
from engagegraph.model.search import LONGEST_WORD, name_key
from engagegraph.query.ids import decode_cursor, decode_id, encode_cursor, encode_id
from engagegraph.query.ir import AllOf, Compare, Leaf, Period, Stored
from engagegraph.query.render import render
from engagegraph.query.runtime import excerpt, html, language, plain, positions
from engagegraph.query.search import NOTHING, Vocabulary, called, literal, of_kind, official
from engagegraph.query.words import MOST_WORDS


@given(st.text("ABCxyz", min_size=1), st.text("abc019-", min_size=1))
def test_an_identifier_names_its_node(type_name: str, slug: str) -> None:
    assert decode_id(encode_id(type_name, slug)) == (type_name, slug)


@pytest.mark.parametrize("text", ["", "?", "ä", "Q2x1Yg", "Q2x1Yjo", "OmE", "gICA"])
def test_no_identifier(text: str) -> None:
    with pytest.raises(Failure) as caught:
        decode_id(text)
    assert caught.value.code == "ID_INVALID"


@given(
    st.lists(
        st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"])), st.integers(-(2**53), 2**53)),
        max_size=4,
    )
)
def test_a_cursor_carries_its_values(values: list[object]) -> None:
    assert decode_cursor(encode_cursor("sig", values), "sig", len(values)) == values
    for signature, length in (("other", len(values)), ("sig", len(values) + 1)):
        with pytest.raises(Failure) as caught:
            decode_cursor(encode_cursor("sig", values), signature, length)
        assert caught.value.code == "CURSOR_FOREIGN"


@pytest.mark.parametrize("text", ["", "ä", "!", "W10", "e30", "WzFd", "bnVsbA"])
def test_no_cursor(text: str) -> None:
    with pytest.raises(Failure) as caught:
        decode_cursor(text, "sig", 0)
    assert caught.value.code == "CURSOR_INVALID"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("*a* <script>x</script>", "<p><em>a</em> &lt;script&gt;x&lt;/script&gt;</p>"),
        ("[a](javascript:x) [b](https://example.org/)", '<p>[a](javascript:x) <a href="https://example.org/" rel="noopener noreferrer">b</a></p>'),
        ("![x](data:image/png;base64,AA)", "<p><img alt=\"x\"></p>"),
        ("~~weg~~", "<p><s>weg</s></p>"),
    ],
)  # fmt: skip
def test_html_is_clean(text: str, wanted: str) -> None:
    assert html(text) == wanted


def test_plain_text_and_excerpts() -> None:
    text = "# Kopf\n\nEin *langer* Satz &amp; mehr:\n\n- eins\n- zwei"
    assert plain(text) == "Kopf Ein langer Satz & mehr: eins zwei"
    assert excerpt(text, 100) == plain(text)
    assert excerpt(text, 16) == "Kopf Ein langer…"
    assert excerpt(text, 18) == "Kopf Ein langer…"
    assert excerpt(text, 29) == "Kopf Ein langer Satz & mehr…"
    assert excerpt("Donaudampfschiff", 6) == "Donau…"
    assert [f(None) for f in (html, plain)] == [None, None]
    assert excerpt(None, 5) is None


@given(st.text(alphabet="ab ,*", max_size=60), st.integers(1, 40))
def test_an_excerpt_is_short_enough(text: str, length: int) -> None:
    found = excerpt(text, length)
    assert found is not None
    assert len(found) <= length


def test_positions() -> None:
    assert positions([[2, "c"], [0, "a"]], 3) == [[0, "a"], None, [2, "c"]]
    assert [language(i, ("DE", "EN")) for i in (None, 1)] == [None, "EN"]


WEIGHTS = {"title": 5, "text": 1}


SEARCHED = Vocabulary(WEIGHTS, {"title"}, {"lk"}, {"ends": 5})


def test_searching_for_words_and_phrases() -> None:
    assert SEARCHED.query("Ämter") == ("+(title:ämter^10 text:ämter^2 title:amter*^5 text:amter*^1 ends:amter*^1.5)")
    assert SEARCHED.query('"zwei Wörter" x') == '+(title:"zwei wörter"^5 text:"zwei wörter"^1) +(title:x^10 text:x^2)'
    assert SEARCHED.query("für x") == "(title:für^10 text:für^2) +(title:x^10 text:x^2)"
    forms = SEARCHED.query("Emsdeten")
    assert " ends:/emsdet(en.*)?/^1.5 title:emsdet~1^1 " in forms
    assert forms.endswith(' title:"emsd eten"^1.5)')
    one = Vocabulary({"t": 1})
    assert one.query("a OR b") == "+(t:a^2) +(t:or^2) +(t:b^2)"
    assert one.query('a* (b) "~"') == "+(t:a^2) +(t:b^2)"


def test_what_joins_the_parts_of_a_word_may_be_another_sign() -> None:
    joined = SEARCHED.query("Amts:innen")
    joint = "[.:·‧'’‘_]?"
    assert joined == (
        r'+(title:amts\:innen^10 text:amts\:innen^2 title:"amts innen"^10 text:"amts innen"^2 '
        rf"title:amtsinnen^10 text:amtsinnen^2 title:amts?inn*^5 text:amts?inn*^1 title:amtsinn*^5 text:amtsinn*^1 "
        rf"ends:/amts{joint}inn(en.*)?/^1.5 title:amts\:inn~1^1)"
    )
    assert SEARCHED.query("Amts/innen") == SEARCHED.query("AmtsInnen") == joined
    assert SEARCHED.query("Amts*karten") == (
        r'+(title:"amts karten"^10 text:"amts karten"^2 title:amtskarten^10 text:amtskarten^2 '
        r"title:amts*kart*^5 text:amts*kart*^1 ends:/amts.*kart(en.*)?/^1.5 title:amts\*kart~1^1)"
    )
    assert " ends:a.b.c.d.eeee*^1.5 " in SEARCHED.query("a.b.c.d.eeee")
    assert SEARCHED.query("b*c*d*e*f") == SEARCHED.query("b c d e f")
    assert (
        SEARCHED.query("e. V.")
        == SEARCHED.query("e.V.")
        == ('+(title:e.v^10 text:e.v^2 title:"e v"^10 text:"e v"^2 title:ev^10 text:ev^2 title:e.v*^5 text:e.v*^1)')
    )
    whole = r'title:amts\:in^10 title:"amts in"^10 title:amtsin^10'
    assert SEARCHED.begun("Amts:in") == f"+({whole} title:amts?in*^5 title:amtsin*^5)"


def test_words_that_say_nothing_take_no_place_of_those_that_may_be_misspelt() -> None:
    assert SEARCHED.query("wie kann ich mich in Emsdeten").endswith(' title:"emsd eten"^1.5)')
    assert "~1" not in SEARCHED.query("a b c d e Emsdeten")


def test_only_so_many_words_are_halved() -> None:
    assert "emsd eten" in SEARCHED.query("emsdeten emsdeten")
    most = Vocabulary(dict.fromkeys(map(str, range(100)), 1), [*map(str, range(100))])
    assert ['"' in most.query(word) for word in ("emsdeten", "emsdetten")] == [True, True]
    assert most.query("emsdeten emsdeten").count('"emsd eten"') == 200
    assert most.query("emsdettens").count('"') == 0


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ('"lokale Demokratie" für', None),
        ('"Ehre  für\tAlle" x "a b"', ["ehre für alle"]),
        ('"', None),
    ],
)
def test_phrases_with_words_that_the_index_passes_over(text: str, phrases: list[str] | None) -> None:
    assert literal(text) == phrases


@pytest.mark.parametrize(
    ("text", "key"),
    [("03454", "03454"), (" 05 5 66 008 ", "05566008"), ("0", None), ("03454 x", None), ("", None), ("²³", None)],
)
def test_official_keys_are_digits(text: str, key: str | None) -> None:
    assert official(text) == key


def test_a_word_for_a_kind_need_not_occur() -> None:
    assert SEARCHED.query("LK x") == "(title:lk^10 text:lk^2) +(title:x^10 text:x^2)"
    assert SEARCHED.query("x lk") == "+(title:x^10 text:x^2) +(title:lk^10 text:lk^2 title:lk*^5 text:lk*^1)"
    assert SEARCHED.begun('"lk ems"') == SEARCHED.begun("„lk ems") == SEARCHED.begun("lk ems")
    assert SEARCHED.begun("lk ems") == "+(title:ems^10 title:ems*^5)"
    assert SEARCHED.query("x, LK") == SEARCHED.query("LK x")
    assert SEARCHED.begun("ems, lk") == SEARCHED.begun("lk ems")
    assert SEARCHED.query("x, LK, y") == SEARCHED.query("x LK y")
    assert SEARCHED.begun("ems l") == "+(title:ems^10)"
    assert SEARCHED.begun("lk e") == SEARCHED.begun("") == NOTHING


@pytest.mark.parametrize("text", ["", "  ", '""', "*?~", "-", "()"])
def test_searching_for_nothing_finds_nothing(text: str) -> None:
    assert SEARCHED.query(text) == NOTHING


def test_a_long_search_is_shortened() -> None:
    known = [word.count("*") for word in (SEARCHED.query(letter * LONGEST_WORD) for letter in "xß")]
    assert [bool(stars) for stars in known] == [True, False]  # ß is two letters
    assert Vocabulary({"t": 1}).query("wort " * 50).count("+(") == MOST_WORDS


@pytest.mark.parametrize(
    ("text", "meant", "every"),
    [
        ("LK", "lk", ""),
        ("LK ", "", ""),
        ("LK Ems", "ems", None),
        ("Ems", "ems", None),
        ("Ems lk", "ems lk", None),
        ("Ems, LK", "ems", None),
        (", LK", "lk", ""),
        ("", None, None),
    ],
)
def test_a_word_for_a_kind_is_all_of_it(small: Model, text: str, meant: str | None, every: str | None) -> None:
    counties = replace(small, types={**small.types, "County": replace(small.types["County"], prefixes=("LK",))})
    assert called(counties, text) == {"other": name_key(text) or None, "County": meant}
    assert of_kind(counties, text) == {"County": every}


def test_only_what_the_types_hold_is_looked_through(small: Model) -> None:
    clubs, towns = (Vocabulary.of(small, "search_public", [name]).query("xy") for name in ("Club", "Town"))
    assert ("text:" in clubs, "name:" in clubs) == (True, False)
    assert ("text:" in towns, "name:" in towns) == (False, True)
    everything = Vocabulary.of(small, "search_public", [*small.types]).query("xy")
    assert everything.count("title:") == clubs.count("title:")


def test_among_some_types_something_must_be_found_by_words(small: Model) -> None:
    some, every = (Vocabulary.of(small, "search_public", types).query("xy") for types in (["Club"], small.types))
    assert every.startswith("+(")
    assert some.startswith("+(_type:club_)^0 +(+(")
    assert some.endswith(" _type:engagegraphnothing)")


def test_what_stands_within_a_word_counts_the_same_whatever_types_are_asked_for(small: Model) -> None:
    queries = [
        Vocabulary.of(small, "search_public", types).query("xyzz") for types in (["Town"], ["Club"], small.types)
    ]
    assert {it.rstrip(")") for query in queries for it in re.findall(r"_suffixes_public:\S+", query)} == {
        "_suffixes_public:xyzz*^0.9"
    }
    assert Vocabulary({}).query("xy") == Vocabulary({"text": 1}).begun("xy") == NOTHING


def test_leaves_are_equal_when_the_database_would_think_so() -> None:
    assert Leaf(1) == Leaf(1)
    assert len({Leaf(1), Leaf(1.0), Leaf(True), Leaf("1"), Leaf(variable="a"), Leaf(variable="a", path=("b",))}) == 6
    assert Leaf(items=(Leaf(1),)) != Leaf(items=(Leaf(2),))
    assert Leaf(1) != 1


def test_plans_are_printed_as_trees() -> None:
    plan = AllOf(
        (
            Compare(
                Stored("node", ("title_en", "title")),
                "text",
                "in",
                Leaf(items=(Leaf("a"), Leaf(variable="v", path=("w", 0)))),
            ),
        )
    )
    assert render(plan) == (
        "AllOf\n  .items\n    Compare family=text operator=in operand=['a', $v.w.0]\n"
        "      .value\n        Stored of=node names=(title_en, title)"
    )
    assert [str(Period(Leaf("1"), Leaf(b))) for b in ("1", "2")] == ["'1'", "'1'…'2'"]
