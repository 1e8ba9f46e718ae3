"""What generated shapers call: identifiers, cursors, forms of text, highlights, pages."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from html import unescape
from typing import Any, TypeVar

import nh3
from markdown_it import MarkdownIt

from engagegraph.query.highlight import highlight
from engagegraph.query.ids import encode_cursor, encode_id
from engagegraph.query.measures import MeasuredPage
from engagegraph.query.told import ChangeFilter, Teller, pick

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
_INLINE = re.compile(r"</?(?:a|code|em|img|s|strong)\b[^>]*>")
_TAGS = re.compile(r"<[^>]+>")


@lru_cache(maxsize=4096)
def html(text: str | None) -> str | None:
    """Return Markdown as sanitised HTML."""
    return None if text is None else nh3.clean(_MARKDOWN.render(text)).strip()


@lru_cache(maxsize=4096)
def plain(text: str | None) -> str | None:
    """Return the words of a Markdown text."""
    if text is None:
        return None
    # What stands within a line parts no words: `**Amt**, …` is `Amt, …`.
    words = _TAGS.sub(" ", _INLINE.sub("", _MARKDOWN.render(text)))
    return " ".join(unescape(words).split())


@lru_cache(maxsize=4096)
def excerpt(text: str | None, length: int) -> str | None:
    """Return the beginning of a Markdown text as plain words, at most `length` characters, ended with … when cut."""
    words = plain(text)
    if words is None or len(words) <= length:
        return words
    head = words[: max(length - 1, 0)]
    whole = head.rpartition(" ")[0] if " " in head and not words[len(head)].isspace() else head
    return whole.rstrip(" ,;:–-") + "…"


def language(index: int | None, words: tuple[str, ...]) -> str | None:
    """Return the word of the language that was delivered."""
    return None if index is None else words[index]


def positions(rows: list[Any], count: int) -> list[Any]:
    """Return rows `[position, …]` at their positions among `count`; None where nothing was found."""
    found: list[Any] = [None] * count
    for row in rows:
        found[row[0]] = row
    return found


_INNER = str.maketrans("„“”", "‚‘’")


def quoted(name: str, marks: str) -> str:
    """Return a name between quotation marks; those within it become single ones."""
    return f"{marks[0]}{name.translate(_INNER)}{marks[1]}"


def sentence(phrases: tuple[str, dict[str, str]], word: str | None, start: str, end: str) -> str:
    """Return what a relation says: the phrase for `word` if there is one, with both sides named."""
    usual, special = phrases
    head, _, tail = special.get(word or "", usual).partition("{from}")
    # Names are put in last, one beside the other: what they say in braces means nothing.
    return head.replace("{to}", end) + start + tail.replace("{to}", end)


def details(
    properties: list[tuple[str, str, int, dict[str, str] | None]], values: tuple[Any, ...], code: str
) -> list[dict[str, str]]:
    """Return name, label and value in words of each property that has one."""
    return [
        {"name": name, "label": label, "value": in_words(values[place], words, code)}
        for name, label, place, words in properties
        if values[place] is not None
    ]


def in_words(value: Any, words: dict[str, str] | None, code: str) -> str:
    """Return a value as it is read in German (`de`) or English; `words` are those of its enum."""
    if isinstance(value, list):
        return ", ".join(in_words(item, words, code) for item in value)
    if isinstance(value, bool):
        return {"de": ("nein", "ja"), "en": ("no", "yes")}[code][value]
    if isinstance(value, float):
        text = f"{value:.15g}"
        return text.replace(".", ",") if code == "de" else text
    return words.get(value, str(value)) if words else str(value)


def introduced(kind: str, name: str) -> str:
    """Return a name behind the word for its kind, which it may begin with itself."""
    return name if name.startswith(f"{kind} ") else f"{kind} {name}"


def labelled(text: str, label: str | None) -> str:
    """Return a text, and behind it what of it is meant."""
    return text if label is None else f"{text}: {label}"


def tally(edges: list[Any]) -> Counter[tuple[int, str]]:
    """Return how many relations of each type each node has, from rows `[position, position, type, …]`."""
    return Counter((end, row[2]) for row in edges for end in row[:2])


def more(
    counts: list[int], types: tuple[str, ...], shown: Counter[tuple[int, str]], position: int
) -> list[tuple[str, int]]:
    """Return the types of which a node has more relations than are shown, with how many more."""
    left = ((name, count - shown[position, name]) for name, count in zip(types, counts, strict=True))
    return [(name, count) for name, count in left if count > 0]


def share(sizes: list[int], shared: int, total: int) -> dict[str, float | None]:
    """Return how much several sets of these sizes have in common, of `total` in any of them."""
    product = math.prod(sizes)
    return {
        "sharedCount": shared,
        "unionCount": total,
        "jaccard": tidy(shared / total) if total else 0.0,
        "cosine": tidy(shared / product ** (1 / len(sizes))) if product else 0.0,
    }


def ranked(page: MeasuredPage, held: list[int], offset: int | None, size: int) -> MeasuredPage:
    """Return the page of a ranking of those only whose positions in it are `held`, in order."""
    begin = offset or 0
    # Who has the same score has the same rank: the place of the first of them, from 1.
    entries = [
        (bisect_left(held, page.entries[place][0] - 1) + 1, page.entries[place][1])
        for place in held[begin : begin + size]
    ]
    return MeasuredPage({}, entries, {**page.told, "totalCount": len(held)})


def gathered(page: MeasuredPage, groups: list[Any], total: int, alone: int, each: int) -> MeasuredPage:
    """Return the page of those communities that `groups`, pairs of members' positions and of their types, are left of.

    `total` is how many there are on all pages; `alone` are those that are in none.
    """
    entries = [
        (
            len(places),
            sorted(Counter(kinds).items(), key=lambda it: (-it[1], it[0])),
            [(place, page.entries[place]) for place in places[:each]],
        )
        for places, kinds in groups
    ]
    return MeasuredPage({}, entries, {**page.told, "totalCount": total, "unrelated": alone})


def text(value: Any) -> str | None:
    """Return a stored value as a text: what groups have in common is written as one, whatever it is."""
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def tidy(number: float | None) -> float | None:
    """Return a computed number to 12 digits: beyond, binary fractions and the order of adding show."""
    return None if number is None else float(f"{number:.12g}")


_T = TypeVar("_T")

AT = "at"
"""Under which name a shaper is given, by whoever wants to know, where to note the slugs of the nodes at which relations
are read, by relation."""


def at(p: Mapping[str, Any], relation: str, slug: str, made: _T) -> _T:
    """Note that a relation is read at a node, and return what is made of it."""
    met = p.get(AT, ())
    if relation in met:
        met[relation].append(slug)
    return made


NAMES: dict[str, Any] = {
    "at": at,
    "html": html,
    "plain": plain,
    "excerpt": excerpt,
    "highlight": highlight,
    "language": language,
    "positions": positions,
    "text": text,
    "tidy": tidy,
    "gid": encode_id,
    "cursor": encode_cursor,
    "quoted": quoted,
    "sentence": sentence,
    "details": details,
    "tally": tally,
    "introduced": introduced,
    "labelled": labelled,
    "share": share,
    "ranked": ranked,
    "gathered": gathered,
    "more": more,
    "Teller": Teller,
    "ChangeFilter": ChangeFilter,
    "pick": pick,
    "len": len,
}
