"""What somebody types ─▶ a query of the full-text index; nothing typed has a meaning of its own there.

The index stems and folds whole words. Beginnings, middles and misspelt words are compared with what it made of the
texts, so that they are folded and stemmed here in the same way (`words`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engagegraph.model import Model
from engagegraph.model.search import (
    folded_word,
    kind_and_name,
    kind_keys,
    name_key,
    search_properties,
    searched_texts,
    text_properties,
)
from engagegraph.query.words import FUNCTION_WORDS, WORD, stem

MOST_WORDS = 12
"""Words of a query that count; each asks every searched property."""

MOST_LETTERS = 1_000
"""Characters of a query that are read."""

MOST_UNSURE = 5
"""Words of a query that may be misspelt or part of a longer one; each of these looks through the index's words."""

MOST_SPELT = 80
"""Letters of a word that may be misspelt or part of a longer one; of hundreds the index makes nothing that finds it."""

EXACT, BEGINS, WITHIN, MISSPELT = 2.0, 1.0, 0.3, 0.2
"""How much it counts that a word occurs, begins another one, stands in another one, or is one letter off."""

NOTHING = "+engagegraphnothing"
"""What finds nothing; an empty query would be an error of the index."""

_SPECIAL = re.compile(r'([+\-!(){}\[\]^"~*?:\\/]|&&|\|\|)')
_PIECES = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True)
class Vocabulary:
    """What a viewer searches: weights of stored properties, which of these are one line, and words for kinds."""

    weights: Mapping[str, int]
    lines: Collection[str] = ()
    kinds: Collection[str] = ()

    @classmethod
    def of(cls, model: Model, types: Sequence[str]) -> Vocabulary:
        """Return the vocabulary of `types` of a viewer's projection: what others hold need not be looked through."""
        kinds = frozenset().union(*(kind_keys(t.prefixes) for t in model.types.values()))
        held = {stored for stored, _, _ in searched_texts(model, types)}
        weights = {name: weight for name, weight in search_properties(model).items() if name in held}
        return cls(weights, text_properties(model, types), kinds)

    def query(self, text: str) -> str:
        """Return the index query for `text`: all words must occur, in some form, quoted ones as a phrase.

        The word for a kind before others (`LK Emsland`) need not: that is what the type says already.
        """
        parts: list[str] = []
        pieces = list(_pieces(text)) if self.weights else []
        for position, (word, quoted) in enumerate(pieces):
            last = position == len(pieces) - 1
            if quoted:
                parts.append("+" + _clause([('"' + _escaped(word) + '"', 1.0, self.weights)]))
            elif position == 0 and not last and folded_word(word) in self.kinds:
                parts.append(_clause([(_escaped(word), EXACT, self.weights)]))
            else:
                parts.append("+" + _clause(self._forms(word, last, len(parts) < MOST_UNSURE)))
        return " ".join(parts[:MOST_WORDS]) or NOTHING

    def begun(self, text: str) -> str:
        """Return the index query for names with these words, the last one unfinished."""
        pieces = [word for word, _ in _pieces(text)][:MOST_UNSURE]
        if len(pieces) > 1 and folded_word(pieces[0]) in self.kinds:
            del pieces[0]
        lines = {name: weight for name, weight in self.weights.items() if name in self.lines}
        if not lines or not pieces or len(pieces[-1]) < 2:
            return NOTHING
        *whole, last = pieces
        parts = [_clause([(_escaped(word), EXACT, lines)]) for word in whole]
        parts.append(_clause([(_escaped(last), EXACT, lines), (_escaped(folded_word(last)) + "*", BEGINS, lines)]))
        return " ".join("+" + part for part in parts)

    def _forms(self, word: str, last: bool, unsure: bool) -> Iterator[tuple[str, float, Mapping[str, int]]]:
        yield _escaped(word), EXACT, self.weights
        key = folded_word(word)
        if key in FUNCTION_WORDS or not unsure or len(key) > MOST_SPELT:
            return
        if len(key) > (1 if last else 2):
            yield _escaped(key) + "*", BEGINS, self.weights
        lines = {name: weight for name, weight in self.weights.items() if name in self.lines}
        if len(key) > 3:
            yield "*" + _escaped(key) + "*", WITHIN, lines
        if len(stem(key)) > 4:
            yield _escaped(stem(key)) + "~1", MISSPELT, lines


def called(model: Model, text: str) -> dict[str, str | None]:
    """Return what nodes are called when they are meant by `text`: by type without the word for its kind, else `other`.

    A word for a kind with a space behind it is the beginning of every name of that kind.
    """
    other = name_key(text)
    found: dict[str, str | None] = {"other": other or None}
    every = of_kind(model, text)
    for name, all_ in every.items():
        begun = kind_and_name(model.types[name], text)[1] or None
        found[name] = all_ if all_ is not None and text.endswith(" ") else begun
    return found


def of_kind(model: Model, text: str) -> dict[str, str | None]:
    """Return by type how all its names begin if `text` is a word for this kind, else None."""
    key = name_key(text)
    types = (t for t in model.types.values() if t.prefixes)
    return {t.name: "" if key in kind_keys(t.prefixes) else None for t in types}


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield words, and what stands in quotation marks as one piece."""
    for phrase, loose in _PIECES.findall(text[:MOST_LETTERS].lower()):
        if phrase and WORD.search(phrase):
            yield phrase, True
        else:
            yield from ((word, False) for word in WORD.findall(loose))


def _clause(forms: Iterable[tuple[str, float, Mapping[str, int]]]) -> str:
    """Return the clause that one of `forms` (with what each counts, and where) occurs."""
    terms = (f"{name}:{form}^{weight * factor:g}" for form, factor, where in forms for name, weight in where.items())
    return f"({' '.join(terms)})"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def searching(what: str, types: Iterable[str]) -> str:
    """Return the name of the conversion to a query of the index for `what` (`query` or `begun`) among `types`."""
    return f"{what}:{'|'.join(types)}"
