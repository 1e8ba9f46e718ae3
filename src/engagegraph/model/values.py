"""Value types: how a text becomes a value, what is stored beside it for filters and order, what GraphQL calls it.

A value is always one of Python's JSON scalars (str, int, float, bool). What is stored under a property's own name is
the value that readers get; companions (`since_first`, `name_sort`, …) exist for comparing only and are never delivered.
"""

from __future__ import annotations

import calendar
import datetime as dt
import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")

Scalar = str | int | float | bool
Value = Scalar | list[Scalar]


@dataclass(frozen=True, slots=True)
class ValueType:
    """One kind of value.

    `graphql` is the scalar's name in the schema, `family` the set of filter operators it takes, `companions` the
    suffixes of the properties stored beside the value, `parse` turns text into a value or raises `ValueError` saying
    what would be right. `json_schema` is how an editor's YAML reader, which types scalars itself, may see what was
    written.
    """

    name: str
    graphql: str
    family: str
    parse: Callable[[str], Scalar]
    companions: tuple[str, ...] = ()
    description: str = ""
    specified_by: str = ""
    sort_suffix: str = ""
    json_schema: Mapping[str, object] = field(default_factory=lambda: {"type": ["string", "number", "boolean"]})


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as its source: the first and the last day it may mean, both included."""

    text: str
    first: dt.date
    last: dt.date


_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def partial_date(text: str) -> PartialDate:
    """Read `2015`, `2012-12` or `2020-06-22`; `ValueError` for anything else and for days that do not exist."""
    match = _PARTIAL.fullmatch(text.strip())
    if match is None or match[1] == "0000":
        raise ValueError("write a year, a month or a day: 2015, 2012-12 or 2020-06-22")
    year = int(match[1])
    if match[2] is None:
        return PartialDate(match[0], dt.date(year, 1, 1), dt.date(year, 12, 31))
    month = int(match[2])
    if not 1 <= month <= 12:
        raise ValueError("months run from 01 to 12")
    last_day = calendar.monthrange(year, month)[1]
    if match[3] is None:
        return PartialDate(match[0], dt.date(year, month, 1), dt.date(year, month, last_day))
    day = int(match[3])
    if not 1 <= day <= last_day:
        raise ValueError(f"{match[1]}-{match[2]} has the days 01 to {last_day}")
    exact = dt.date(year, month, day)
    return PartialDate(match[0], exact, exact)


_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}.*", re.ASCII)


def instant(text: str) -> dt.datetime:
    """Read a point in time; one without an offset is meant in Germany (Europe/Berlin)."""
    written = text.strip()
    try:
        if _INSTANT.fullmatch(written) is None:  # fromisoformat takes week dates and basic forms too
            raise ValueError
        moment = dt.datetime.fromisoformat(written)
    except ValueError:
        raise ValueError("write day and time: 2020-06-22 09:00 or 2020-06-22T09:00:00+02:00") from None
    return moment.replace(tzinfo=BERLIN) if moment.tzinfo is None else moment


def moment(text: str) -> dt.datetime:
    """Read a point in time as it is compared: in UTC, for to the database one instant with two offsets is two."""
    return instant(text).astimezone(dt.UTC)


_EXPANSIONS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"})


def sort_key(text: str) -> str:
    """Return the collation key of DIN 5007-1 (words in a dictionary): case and accents are ignored, ß counts as ss."""
    return sort_part(text).strip()


def sort_part(text: str) -> str:
    """Return the collation key of a piece of a text: a space at its ends says that a word ends there."""
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(_EXPANSIONS)
    return re.sub(r"\W+", " ", plain)


FOLDS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
"""What a collation key loses so that `München`, `munchen` and `Muenchen` are the same."""


def folded(key: str) -> str:
    """Return a collation key as it is whichever way umlauts were written."""
    for pair, letter in FOLDS:
        key = key.replace(pair, letter)
    return key


def fold_key(text: str) -> str:
    """Return the text without case, accents and umlauts, whichever way they were written."""
    return folded(sort_key(text))


SPELLINGS = (*((mark, "") for mark in "\u0300\u0301\u0302\u0303\u0308\u030a\u030c\u0327"), ("ß", "ss"))
"""What prose loses in lower case and decomposed, accents first; few enough for the database to do it while reading."""


def prose_key(text: str) -> str:
    """Return prose without case and accents, ß as ss; everything else stays, for prose is compared as it is written."""
    key = unicodedata.normalize("NFKD", text).lower()
    for mark, plain in SPELLINGS:
        key = key.replace(mark, plain)
    return key


def _line(text: str) -> str:
    value = unicodedata.normalize("NFC", text).strip()
    if not value:
        raise ValueError("write at least one character, or leave the property out")
    if len(value.splitlines()) > 1:
        raise ValueError("write it in one line")
    return value


def _markdown(text: str) -> str:
    value = unicodedata.normalize("NFC", text).strip()
    if not value:
        raise ValueError("write at least one character, or leave the property out")
    return "\n".join(line.rstrip() for line in value.splitlines())


_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def slugify(text: str) -> str:
    """Return the slug that `text` suggests: lower case ASCII, ä → ae, ß → ss, words joined by hyphens."""
    composed = unicodedata.normalize("NFC", text).lower()
    plain = unicodedata.normalize("NFKD", composed.translate(_UMLAUTS)).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def _slug(text: str) -> str:
    if _SLUG.fullmatch(text) is None:
        suggestion = slugify(text)
        raise ValueError(
            "lower case letters a–z, digits and single hyphens" + (f': "{suggestion}"' if suggestion else "")
        )
    return text


def _int(text: str) -> int:
    if re.fullmatch(r"-?\d{1,15}", text, re.ASCII) is None:
        raise ValueError("write a whole number in digits: 150000")
    value = int(text)
    if not -(2**31) <= value < 2**31:  # what GraphQL calls Int
        raise ValueError("whole numbers run from -2147483648 to 2147483647")
    return value


def _float(text: str) -> float:
    if re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", text, re.ASCII) is None or not math.isfinite(float(text)):
        raise ValueError("write a number with a decimal point: 56.73")
    return float(text)


def _boolean(text: str) -> bool:
    if text not in {"true", "false"}:
        raise ValueError("write true or false")
    return text == "true"


def _partial_date(text: str) -> str:
    return partial_date(text).text


def _date_time(text: str) -> str:
    return instant(text).isoformat()


def _url(text: str) -> str:
    if re.fullmatch(r"https?://[^\s/?#]+\.[^\s]+", text) is None:
        raise ValueError("write a whole web address: https://www.example.org/")
    return text


def _email(text: str) -> str:
    if re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", text) is None:
        raise ValueError("write it like info@example.org")
    return text


def _phone(text: str) -> str:
    value = text.strip()
    if re.fullmatch(r"\+?[0-9 /()-]{5,30}", value) is None:
        raise ValueError("write it like +49 30 1234567")
    return value


_PARTIAL_DATE_TEXT = "A date as precise as its source: 2015, 2012-12 or 2020-06-22. Compared as the days it may mean."
_DATE_TIME_TEXT = "An ISO 8601 instant with its offset, as in 2020-06-22T09:00:00+02:00."

VALUE_TYPES: dict[str, ValueType] = {
    kind.name: kind
    for kind in (
        ValueType("String", "String", "text", _line, ("sort",), sort_suffix="_sort"),
        ValueType("Markdown", "String", "prose", _markdown),
        ValueType(
            "Slug",
            "String",
            "text",
            _slug,
            json_schema={"type": ["string", "integer"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        ),
        ValueType("Int", "Int", "number", _int, json_schema={"type": "integer"}),
        ValueType("Float", "Float", "number", _float, json_schema={"type": "number"}),
        ValueType("Boolean", "Boolean", "boolean", _boolean, json_schema={"type": "boolean"}),
        ValueType(
            "PartialDate",
            "PartialDate",
            "date",
            _partial_date,
            ("first", "last"),
            _PARTIAL_DATE_TEXT,
            "https://www.loc.gov/standards/datetime/",
            sort_suffix="_first",
            json_schema={
                "type": ["string", "integer"],
                "pattern": r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
                "minimum": 1000,
                "maximum": 9999,
            },
        ),
        ValueType(
            "DateTime",
            "DateTime",
            "instant",
            _date_time,
            ("at",),
            _DATE_TIME_TEXT,
            "https://scalars.graphql.org/andimarek/date-time",
            sort_suffix="_at",
            json_schema={
                "type": "string",
                "pattern": r"^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?$",
            },
        ),
        ValueType(
            "URL",
            "URL",
            "text",
            _url,
            (),
            "A web address.",
            "https://url.spec.whatwg.org/",
            json_schema={"type": "string", "pattern": r"^https?://[^\s/?#]+\.[^\s]+$"},
        ),
        ValueType(
            "Email",
            "String",
            "text",
            _email,
            json_schema={"type": "string", "pattern": r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$"},
        ),
        ValueType(
            "Phone",
            "String",
            "text",
            _phone,
            json_schema={"type": ["string", "integer"], "pattern": r"^\s*\+?[0-9 /()-]{5,30}\s*$"},
        ),
    )
}


def companions(type_name: str, value: Scalar) -> dict[str, Any]:
    """Return what is stored beside `value`, by suffix: dates and instants as native temporal values."""
    match type_name:
        case "String":
            return {"sort": sort_key(str(value))}
        case "PartialDate":
            date = partial_date(str(value))
            return {"first": date.first, "last": date.last}
        case "DateTime":
            return {"at": moment(str(value))}
        case _:
            return {}
