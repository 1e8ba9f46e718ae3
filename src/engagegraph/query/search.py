"""What somebody types ─▶ a query of the full-text index; nothing typed has a meaning of its own there.

The index stems and folds whole words. Beginnings, middles and misspelt words are compared with what it made of the
texts, so that they are folded and stemmed here in the same way (`words`). What stands within a word is how one of the
ends of words begins that nodes hold beside their texts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from engagegraph.model import Model
from engagegraph.model.search import (
    LONGEST_WORD,
    SHORTEST_SUFFIX,
    TYPE,
    WORD,
    folded_word,
    kind_and_name,
    kind_keys,
    name_key,
    search_properties,
    search_types,
    searched_texts,
    suffixes_name,
    text_properties,
    type_word,
)
from engagegraph.query.words import FUNCTION_WORDS, MOST_PARTS, closed, halves, loose, parts, pieces, stem, within

MOST_UNSURE = 5
"""Words of a query that may be misspelt or part of a longer one; for each the index's words are looked through."""

MOST_HALVES = 400
"""Words of the index that are asked for because two of them may be a closed compound; it takes a thousand at once."""

EXACT, BEGINS, WITHIN, MISSPELT = 2.0, 1.0, 0.3, 0.2
"""How much it counts that a word occurs, begins another one, stands in another one, or is one letter off."""

UNKNOWN = "engagegraphnothing"
"""A word that is in no text."""

NOTHING = f"+{UNKNOWN}"
"""What finds nothing; an empty query would be an error of the index."""

_SPECIAL = re.compile(r'([+\-!(){}\[\]^"~*?:\\/]|&&|\|\|)')
_JOINT = r"[.:·‧'’‘_]"


_Form = tuple[str, float, Mapping[str, int]]
"""How a word may stand in a text, how much that counts, and the weights of the properties where it may."""


@dataclass(frozen=True)
class Vocabulary:
    """What a viewer searches: weights of stored properties, which of these are one line, and words for kinds.

    `suffixes` is the companion that holds how words of these lines end, with its weight; `types` are those that are
    looked for, if not all are.
    """

    weights: Mapping[str, int]
    lines: Collection[str] = ()
    kinds: Collection[str] = ()
    suffixes: Mapping[str, int] = field(default_factory=dict)
    types: Collection[str] = ()

    @classmethod
    def of(cls, model: Model, index: str, types: Collection[str]) -> Vocabulary:
        """Return the vocabulary of `types` of a viewer's projection: what others hold need not be looked through."""
        held = {stored for stored, _, _ in searched_texts(model, types)}
        weights = {name: weight for name, weight in search_properties(model).items() if name in held}
        some = [name for name in search_types(model) if name in types]
        only = some if len(some) < len(search_types(model)) else ()
        return cls(weights, text_properties(model, types), _kinds(model), _suffixes(model, index, types), only)

    def query(self, text: str) -> str:
        """Return the index query for `text`: all words must occur, in some form, quoted ones as a phrase.

        The word for a kind before others (`LK Emsland`) need not: that is what the type says already.
        """
        clauses: list[str] = []
        typed = list(pieces(_turned(text, self.kinds))) if self.weights else []
        left = MOST_HALVES
        for position, (word, quoted) in enumerate(typed):
            last = position == len(typed) - 1
            if quoted:
                clauses.append("+" + _clause([(_phrase(word), 1.0, self.weights)]))
            elif position == 0 and not last and folded_word(word) in self.kinds:
                clauses.append(_clause([(_escaped(word), EXACT, self.weights)]))
            else:
                unsure = sum(clause.startswith("+") for clause in clauses) < MOST_UNSURE
                cuts = halves(word) if unsure and len(parts(word)) == 1 else ()
                asked = 2 * len(cuts) * len(self._lines)
                cuts = cuts if asked <= left else ()
                left -= asked if cuts else 0
                clauses.append(_needed(word) + _clause(self._forms(word, last, unsure, cuts)))
        return self._among(clauses)

    def begun(self, text: str) -> str:
        """Return the index query for names with these words, the last one unfinished; of one letter it says nothing."""
        typed = [*islice(loose(_turned(text, self.kinds)), MOST_UNSURE)]
        if len(typed) > 1 and folded_word(typed[0]) in self.kinds:
            del typed[0]
        lines = self._lines
        if not lines or not typed:
            return NOTHING
        *whole, last = typed
        clauses = [_needed(word) + _clause(_whole(word, lines)) for word in whole]
        if len(last) > 1:
            clauses.append(
                _needed(last) + _clause([*_whole(last, lines), *((it, BEGINS, lines) for it in _begun(last))])
            )
        return self._among(clauses)

    def _among(self, clauses: Sequence[str]) -> str:
        """Return the query that finds what `clauses` find among the types; of which type a hit is counts nothing."""
        found = " ".join(clauses)
        if not found or not self.types:
            return found or NOTHING
        types = " ".join(f"{TYPE}:{type_word(name)}" for name in self.types)
        # The index drops what it passes over, and of nothing that is left it would find all of the types.
        return f"+({types})^0 +({found} {TYPE}:{UNKNOWN})"

    @cached_property
    def _lines(self) -> dict[str, int]:
        return {name: weight for name, weight in self.weights.items() if name in self.lines}

    def _forms(self, word: str, last: bool, unsure: bool, cuts: Sequence[tuple[str, str]]) -> Iterator[_Form]:
        yield from _whole(word, self.weights)
        key = folded_word(word)
        if key in FUNCTION_WORDS or not unsure or len(key) > LONGEST_WORD:
            return
        if len(key) > (1 if last else 2):
            yield from ((it, BEGINS, self.weights) for it in _begun(word))
        telling = max(map(len, parts(key)))
        if telling >= SHORTEST_SUFFIX:
            yield _within(key), WITHIN, self.suffixes
        if telling >= SHORTEST_SUFFIX and len(stem(key)) > 4:
            yield _escaped(stem(key)) + "~1", MISSPELT, self._lines
        yield from ((_phrase(f"{one} {other}"), WITHIN, self._lines) for one, other in cuts)


def called(model: Model, text: str) -> dict[str, str | None]:
    """Return what nodes are called when they are meant by `text`: by type without the word for its kind, else `other`.

    A word for a kind with a space behind it is the beginning of every name of that kind.
    """
    other = name_key(text)
    found: dict[str, str | None] = {"other": other or None}
    every = of_kind(model, text)
    turned = _turned(text, _kinds(model))
    for name, all_ in every.items():
        begun = kind_and_name(model.types[name], turned)[1] or None
        found[name] = all_ if all_ is not None and text.endswith(" ") else begun
    return found


def of_kind(model: Model, text: str) -> dict[str, str | None]:
    """Return by type how all its names begin if `text` is a word for this kind, else None."""
    key = name_key(text)
    types = (t for t in model.types.values() if t.prefixes)
    return {t.name: "" if key in kind_keys(t.prefixes) else None for t in types}


def literal(text: str) -> list[str] | None:
    """Return the phrases of `text`, in lower case, that the index does not know word for word; None without any.

    It takes any word for one of those that it passes over.
    """
    phrases = (piece for piece, quoted in pieces(text) if quoted)
    passed = [p for p in phrases if any(folded_word(word) in FUNCTION_WORDS for word in WORD.findall(p))]
    return [" ".join(phrase.split()) for phrase in passed] or None


def official(text: str) -> str | None:
    """Return the official key, or how it begins, that `text` is: two digits at least, in groups or not; else None."""
    digits = "".join(text.split())
    return digits if len(digits) > 1 and digits.isdecimal() else None


def _suffixes(model: Model, index: str, types: Collection[str]) -> dict[str, int]:
    """Return the companion of how words end, if `types` have any, with a weight that is the same for all types."""
    weights = search_properties(model)
    heaviest = max((weights[line] for line in text_properties(model, model.types)), default=0)
    return {suffixes_name(index): heaviest} if text_properties(model, types) else {}


def _kinds(model: Model) -> frozenset[str]:
    return frozenset().union(*(kind_keys(t.prefixes) for t in model.types.values()))


def _turned(text: str, kinds: Collection[str]) -> str:
    """Return a name with the word for its kind before it, which lists have behind it: `Augsburg, Stadt`."""
    name, _, kind = text.partition(",")
    return f"{kind} {name}" if name_key(kind) in kinds else text


def _needed(word: str) -> str:
    """Return the sign that a word must occur, if it must: the index has not even heard of most function words."""
    return "" if folded_word(word) in FUNCTION_WORDS else "+"


def _whole(word: str, where: Mapping[str, int]) -> Iterator[_Form]:
    """Yield the forms in which a whole word stands in texts: itself, and its parts beside each other or as one."""
    if "*" not in word:
        yield _escaped(word), EXACT, where
    if 1 < len(joined := parts(word)) <= MOST_PARTS:
        yield _phrase(" ".join(joined)), EXACT, where
        yield closed(word), EXACT, where


def _begun(word: str) -> Iterator[str]:
    """Yield how words begin that begin with `word`; of one that something joins, whatever stands there, or nothing.

    Two forms, because an index finds what begins so much sooner than what fits a regular expression.
    """
    key = folded_word(word)
    joined = parts(key)
    if not 1 < len(joined) <= MOST_PARTS or max(map(len, joined)) < 4:  # of initials other words would be found
        yield _escaped(key) + "*"
    else:
        yield from dict.fromkeys(re.sub(_JOINT, sign, stem(key)) + "*" for sign in ("?", ""))


def _within(key: str) -> str:
    """Return how an end of a word begins that is the folded word `key`, as the index stems it, or goes on behind it."""
    root, ending = within(key)
    joined = len(parts(key))
    if joined > MOST_PARTS or (joined == 1 and not ending):
        return f"{_escaped(key)}*"
    return f"/{_joined(root)}({_joined(ending)}.*)?/"


def _joined(word: str) -> str:
    """Return the regular expression of a folded word, whatever sign joins its parts, or none."""
    return ".*".join(re.sub(_JOINT, f"{_JOINT}?", piece) for piece in word.split("*"))


def _phrase(text: str) -> str:
    return f'"{_escaped(text)}"'


def _clause(forms: Iterable[_Form]) -> str:
    """Return the clause that one of `forms` (with what each counts, and where) occurs."""
    terms = (f"{name}:{form}^{weight * factor:g}" for form, factor, where in forms for name, weight in where.items())
    return f"({' '.join(terms)})"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def searching(what: str, index: str, types: Iterable[str]) -> str:
    """Return the name of the conversion to a query of `index` for `what` (`query` or `begun`) among `types`."""
    return f"{what}:{index}:{'|'.join(types)}"
