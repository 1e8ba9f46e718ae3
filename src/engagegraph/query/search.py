"""What somebody types ─▶ a query of the full-text index; nothing typed has a meaning of its own there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from engagegraph.model.values import fold_key

MOST_WORDS = 12
"""Words of a query that count; each asks every searched property."""

MOST_LETTERS = 1_000
"""Characters of a query that are read."""

_SPECIAL = re.compile(r'([+\-!(){}\[\]^"~*?:\\/]|&&|\|\|)')
_WORD = re.compile(r"\w[\w./-]*", re.UNICODE)


def lucene(text: str, weights: Mapping[str, int]) -> str:
    """Return the index query for `text`: all words must occur, quoted ones as a phrase, the last may be unfinished.

    `weights` has the stored names that are searched, with how much a hit there counts.
    """
    parts: list[str] = []
    pieces = re.findall(r'"([^"]+)"|(\S+)', text[:MOST_LETTERS].lower())
    for position, (phrase, loose) in enumerate(pieces):
        if phrase and _WORD.search(phrase):
            parts.append(_anywhere([('"' + _escaped(phrase) + '"', 1)], weights))
            continue
        for number, word in enumerate(words := _WORD.findall(loose)):
            forms = [(_escaped(word), 2)]
            if len(word) > 1 and position == len(pieces) - 1 and number == len(words) - 1:
                # The index stems and folds words, but not the beginnings of words that it is asked for.
                forms.append((_escaped(fold_key(word)) + "*", 1))
            parts.append(_anywhere(forms, weights))
    # Nothing to look for finds nothing; an empty query would be an error of the index.
    return " ".join(parts[:MOST_WORDS]) or "+engagegraphnothing"


def _anywhere(forms: list[tuple[str, int]], weights: Mapping[str, int]) -> str:
    """Return the clause that one of `forms` (with what each counts) occurs in one of the properties."""
    terms = (f"{name}:{form}^{weight * factor}" for form, factor in forms for name, weight in weights.items())
    return f"+({' '.join(terms)})"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
