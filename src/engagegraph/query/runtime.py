"""What generated shapers call: identifiers, cursors, forms of text, highlights, pages."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import Any

import nh3
from markdown_it import MarkdownIt

from engagegraph.query.highlight import highlight
from engagegraph.query.ids import encode_cursor, encode_id

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


def cut(rows: list[Any], size: int, backward: bool) -> list[Any]:
    """Return the page's rows in reading order; the one more that was asked for only tells that there is more."""
    page = rows[:size]
    return page[::-1] if backward else page


def language(index: int | None, words: tuple[str, ...]) -> str | None:
    """Return the word of the language that was delivered."""
    return None if index is None else words[index]


def positions(rows: list[Any], count: int) -> list[Any]:
    """Return rows `[position, …]` at their positions among `count`; None where nothing was found."""
    found: list[Any] = [None] * count
    for row in rows:
        found[row[0]] = row
    return found


NAMES: dict[str, Any] = {
    "html": html,
    "plain": plain,
    "excerpt": excerpt,
    "highlight": highlight,
    "cut": cut,
    "language": language,
    "positions": positions,
    "gid": encode_id,
    "cursor": encode_cursor,
    "len": len,
}
