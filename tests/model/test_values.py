"""Value types: parsing, canonical text, companions, collation."""

import datetime as dt
import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from engagegraph.model.values import (
    VALUE_TYPES,
    companions,
    fold_key,
    instant,
    partial_date,
    prose_key,
    slugify,
    sort_key,
    sort_part,
)

LETTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
GERMAN = st.text("abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ -.,0123456789", max_size=30)


def canonical(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("String", "  Kreis Höxter ", "Kreis Höxter"),
        ("String", "Ho\u0308xter", "Höxter"),
        ("Markdown", "\n# A  \n\nb\t\n", "# A\n\nb"),
        ("Slug", "st-wendel", "st-wendel"),
        ("Int", "-150000", -150000),
        ("Int", "2147483647", 2147483647),
        ("Float", "56.73", 56.73),
        ("Float", "60", 60.0),
        ("Float", "-1.5e3", -1500.0),
        ("Boolean", "true", True),
        ("Boolean", "false", False),
        ("PartialDate", "2015", "2015"),
        ("PartialDate", "2012-12", "2012-12"),
        ("PartialDate", " 2020-02-29 ", "2020-02-29"),
        ("DateTime", "2020-06-22 09:00", "2020-06-22T09:00:00+02:00"),
        ("DateTime", "2020-12-22T09:00", "2020-12-22T09:00:00+01:00"),
        ("DateTime", "2020-06-22T09:00:00Z", "2020-06-22T09:00:00+00:00"),
        ("URL", "https://www.example.org/a?b#c", "https://www.example.org/a?b#c"),
        ("Email", "info@example.org", "info@example.org"),
        ("Phone", "+49 30 1234-567 (0)", "+49 30 1234-567 (0)"),
    ],
)
def test_a_text_becomes_a_value_once_and_for_all(kind: str, text: str, value: object) -> None:
    parse = VALUE_TYPES[kind].parse
    parsed = parse(text)
    assert parsed == value
    assert type(parsed) is type(value)
    assert parse(canonical(parsed)) == parsed


@pytest.mark.parametrize(
    ("kind", "text", "hint"),
    [
        ("String", " ", "leave the property out"),
        ("String", "a\nb", "in one line"),
        ("String", "a\u2028b", "in one line"),
        ("Markdown", "\n", "leave the property out"),
        ("Slug", "St. Wendel", '"st-wendel"'),
        ("Slug", "Höxter", '"hoexter"'),
        ("Slug", "…", "single hyphens"),
        ("Slug", "a--b", "single hyphens"),
        ("Int", "1.5", "in digits"),
        ("Int", "１５", "in digits"),
        ("Int", "2147483648", "2147483647"),
        ("Int", "", "in digits"),
        ("Float", "1,5", "decimal point"),
        ("Float", "nan", "decimal point"),
        ("Float", "1e999", "decimal point"),
        ("Boolean", "ja", "true or false"),
        ("PartialDate", "22.6.2020", "2020-06-22"),
        ("PartialDate", "２０１５", "2015"),
        ("PartialDate", "0000", "2015"),
        ("PartialDate", "2020-13", "01 to 12"),
        ("PartialDate", "2020-00", "01 to 12"),
        ("PartialDate", "2019-02-29", "01 to 28"),
        ("PartialDate", "2019-02-00", "01 to 28"),
        ("DateTime", "2020-06-22", "09:00"),
        ("DateTime", "2020-W26-1 09:00", "09:00"),
        ("DateTime", "20200622T0900", "09:00"),
        ("DateTime", "2020-06-31 09:00", "09:00"),
        ("URL", "www.example.org", "https://"),
        ("URL", "javascript:alert(1)", "https://"),
        ("URL", "https://exam ple.org", "https://"),
        ("Email", "info@", "info@example.org"),
        ("Email", "info@example", "info@example.org"),
        ("Phone", "12", "+49"),
        ("Phone", "call me", "+49"),
    ],
)
def test_what_is_no_value_is_told_what_would_be(kind: str, text: str, hint: str) -> None:
    with pytest.raises(ValueError, match=re.escape(hint)):
        VALUE_TYPES[kind].parse(text)


@pytest.mark.parametrize("kind", sorted(VALUE_TYPES))
@given(text=LETTERS)
@example(text="a\x0bb")
@example(text="  - a\n    b")
def test_a_canonical_text_is_its_own(kind: str, text: str) -> None:
    parse = VALUE_TYPES[kind].parse
    try:
        value = parse(text)
    except ValueError:
        return
    assert parse(canonical(value)) == value


@given(st.integers(-(2**31), 2**31 - 1), st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_survive_their_text(whole: int, real: float) -> None:
    assert VALUE_TYPES["Int"].parse(str(whole)) == whole
    assert VALUE_TYPES["Float"].parse(repr(real)) == real


# -- dates -----------------------------------------------------------------------------------------------------------


@given(st.dates())
def test_a_partial_date_holds_the_days_it_may_mean(day: dt.date) -> None:
    exact, month, year = (partial_date(day.isoformat()[:length]) for length in (10, 7, 4))
    assert exact.first == exact.last == day
    for wide, narrow in ((month, exact), (year, month)):
        assert wide.first <= narrow.first <= narrow.last <= wide.last
        assert (wide.first - dt.date.min).days == 0 or (wide.first - dt.timedelta(1)).isoformat()[
            : len(wide.text)
        ] != wide.text
    assert {month.first.day, year.first.day, year.first.month} == {1}
    assert month.last == dt.date.max or (month.last + dt.timedelta(1)).day == 1
    assert (year.last.month, year.last.day) == (12, 31)


@given(st.datetimes(min_value=dt.datetime(1900, 1, 1)))  # noqa: DTZ001 - as written: without an offset
def test_a_time_without_an_offset_is_german(written: dt.datetime) -> None:
    moment = instant(written.isoformat(" ", "minutes"))
    offset = moment.utcoffset()
    assert offset is not None
    assert dt.timedelta(0) <= offset <= dt.timedelta(hours=3)  # double summer time, 1945 and 1947
    assert moment.replace(tzinfo=None) == written.replace(second=0, microsecond=0)


def test_companions_are_what_is_compared() -> None:
    assert companions("String", "Ähre, groß") == {"sort": "ahre gross"}
    assert companions("PartialDate", "2012-12") == {"first": dt.date(2012, 12, 1), "last": dt.date(2012, 12, 31)}
    assert companions("DateTime", "2020-06-22T09:00:00+02:00")["at"].isoformat() == "2020-06-22T07:00:00+00:00"
    assert companions("Int", 3) == {}


@pytest.mark.parametrize("kind", VALUE_TYPES.values(), ids=lambda kind: kind.name)
def test_companions_are_those_that_the_type_declares(kind: object) -> None:
    samples = {"PartialDate": "2015", "DateTime": "2020-06-22 09:00"}
    value_type = VALUE_TYPES[getattr(kind, "name")]  # noqa: B009
    found = companions(value_type.name, samples.get(value_type.name, "a"))
    assert tuple(found) == value_type.companions
    assert value_type.sort_suffix in {"", *(f"_{suffix}" for suffix in found)}


# -- words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ordered",
    [
        ["Aachen", "Ähre", "Ahrweiler", "Anhalt"],
        ["Gotha", "Göttingen", "Gründau", "Gummersbach"],
        ["Masse", "Maße", "Maßnahme", "Mast"],
        ["Übersee", "Uckermark", "Uelzen", "Ulm"],
        ["Bad Doberan", "Bad-Harzburg", "Baden"],
        ["Čadek", "Cottbus", "Łódź", "Lübeck"],
    ],
)
def test_german_names_are_ordered_as_in_a_dictionary(ordered: list[str]) -> None:
    keys = [sort_key(name) for name in ordered]
    assert keys == sorted(keys)


@given(GERMAN)
def test_case_and_umlauts_do_not_count(text: str) -> None:
    plain = text.translate(str.maketrans("äöüÄÖÜ", "aouAOU"))
    assert sort_key(text) == sort_key(text.upper()) == sort_key(plain) == sort_key(text.replace("ß", "ss"))


@given(LETTERS)
@example("㎅")
def test_a_key_is_its_own_key(text: str) -> None:
    assume("\u0345" not in text)  # a combining letter that folds into another one
    assert sort_key(sort_key(text)) == sort_key(text)


@pytest.mark.parametrize("spelt", ["München", "munchen", "MUENCHEN", "Mu\u0308nchen", "mūnchen"])
def test_folded_a_name_is_the_same_however_it_is_spelt(spelt: str) -> None:
    assert fold_key(spelt) == fold_key("München")


@given(GERMAN, GERMAN, GERMAN)
@example("Neu", "enkirchen", "")
@example("Halle (", "Saale", ")")
def test_a_part_of_a_text_is_part_of_its_key(before: str, part: str, after: str) -> None:
    assert sort_part(part) in f" {sort_key(before + part + after)} "
    assert prose_key(part) in prose_key(before + part + after)


@given(LETTERS)
@example("Ä")
@example("A\u0308")
def test_a_suggested_slug_is_one(text: str) -> None:
    slug = slugify(text)
    assert slug == "" or VALUE_TYPES["Slug"].parse(slug) == slug
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Hauptamt stärkt Ehrenamt", "hauptamt-staerkt-ehrenamt"),
        ("engagiert in NRW", "engagiert-in-nrw"),
        ("A\u0308rger", "aerger"),
        ("Größe (groß)", "groesse-gross"),
        ("Café", "cafe"),
        ("…", ""),
    ],
)
def test_slugs_are_plain(text: str, slug: str) -> None:
    assert slugify(text) == slug
