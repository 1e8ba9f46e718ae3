"""Where a hit of a search shows what was looked for: a part of a text, with the words marked.

Marks are the only HTML in `html`; everything else in it is escaped, so that it may be put into a page as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from engagegraph.model.search import WORD, folded_word
from engagegraph.query.words import FUNCTION_WORDS, closed, loose, matches, matches_both


def highlight(
    texts: Sequence[str | None],
    properties: Sequence[str],
    query: str,
    length: int | None,
    fields: Sequence[Sequence[str]],
) -> dict[str, str] | None:
    """Return where a hit shows what was looked for: `fields` (pairs of response key and field) of the best text.

    `texts`, without Markdown, stand in the order of their weight, each with its property; the first of those with most
    of the query's words is shown. None if no text shows any.
    """
    # Of what something joins there may be the parts beside each other, or as one.
    wanted = dict.fromkeys(folded_word(it) for word in loose(query) for it in (word, closed(word)))
    telling = tuple(word for word in wanted if word not in FUNCTION_WORDS)
    best: tuple[int, str, str, list[tuple[int, int]]] | None = None
    for text, name in zip(texts, properties, strict=True):
        marks, found = _marks(text or "", telling)
        if text and found > (best[0] if best else 0):
            best = (found, name, text, marks)
    if best is None:
        return None
    _, name, shown, marks = best
    start, end = _window(shown, marks, max(length or 160, 20))
    made = {"__typename": "Highlight", "property": name}
    made["text"] = _trimmed(shown, start, end, shown[start:end])
    inside = [(a, b) for a, b in marks if start <= a and b <= end]
    made["html"] = _trimmed(shown, start, end, _marked(shown, inside, start, end))
    return {key: made[field] for key, field in fields}


def _marks(text: str, wanted: Sequence[str]) -> tuple[list[tuple[int, int]], int]:
    """Return where words stand that match, and how many of the wanted ones do."""
    marks: list[tuple[int, int]] = []
    found: set[str] = set()
    before, start, end = "", 0, 0
    for match in WORD.finditer(text):
        hits = {want for want in wanted if matches(match[0], want)}
        if both := {want for want in wanted if matches_both(before, match[0], want)} - hits:
            # What stands before may be marked already, alone or with what stands before that.
            begin = marks.pop()[0] if marks and marks[-1][1] == end else start
            marks.append((begin, match.end()))
        elif hits:
            marks.append(match.span())
        found |= hits | both
        before, (start, end) = match[0], match.span()
    return marks, len(found)


def _window(text: str, marks: Sequence[tuple[int, int]], length: int) -> tuple[int, int]:
    """Return the ends of the part to show: about `length` letters, whole words, the first mark not at its very end."""
    if len(text) <= length:
        return 0, len(text)
    start = max(0, min(marks[0][0] - length // 4, len(text) - length))
    if start:
        start = min(text.find(" ", start - 1) + 1 or start, marks[0][0])
    end = min(len(text), start + length)
    if end < len(text):
        end = max(text.rfind(" ", start, end + 1), marks[0][1])
    return start, end


def _trimmed(text: str, start: int, end: int, shown: str) -> str:
    return ("…" if start else "") + shown + ("…" if end < len(text) else "")


def _marked(text: str, marks: Sequence[tuple[int, int]], start: int, end: int) -> str:
    parts: list[str] = []
    at = start
    for a, b in marks:
        parts += [escape(text[at:a]), "<mark>", escape(text[a:b]), "</mark>"]
        at = b
    return "".join([*parts, escape(text[at:end])])
