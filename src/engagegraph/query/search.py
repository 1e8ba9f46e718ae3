"""What somebody types ─▶ a query of the full-text index; nothing typed has a meaning of its own there."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r'([+\-!(){}\[\]^"~*?:\\/]|&&|\|\|)')
_WORD = re.compile(r"\w[\w./-]*", re.UNICODE)


def lucene(text: str) -> str:
    """Return the index query for `text`: all words must occur, quoted ones as a phrase, the last may be unfinished."""
    parts = []
    pieces = re.findall(r'"([^"]+)"|(\S+)', text)
    for position, (phrase, loose) in enumerate(pieces):
        if phrase:
            parts.append('+"' + _SPECIAL.sub(r"\\\1", phrase) + '"')
            continue
        for number, found in enumerate(words := _WORD.findall(loose)):
            escaped = _SPECIAL.sub(r"\\\1", found)
            last = position == len(pieces) - 1 and number == len(words) - 1
            lowered = _SPECIAL.sub(r"\\\1", found.lower())
            # A prefix is not stemmed by the analyzer, so the word itself stands beside it.
            parts.append(f"+({escaped}^4 {lowered}*)" if last and len(found) > 1 else f"+{escaped}")
    # Nothing to look for finds nothing; an empty query would be an error of the index.
    return " ".join(parts) or "+engagegraphnothing"
