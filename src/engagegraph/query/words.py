"""German words as the full-text index sees them, and whether a word of a text is what a word of a query finds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from engagegraph.model.search import JOINTS, LETTER, SHORTEST_SUFFIX, WORD, folded_word, words_with

MOST_LETTERS = 1_000
"""Characters of a query that are read."""

MOST_WORDS = 12
"""Words and phrases of a query that count; each is looked for in every searched property, and in the texts of hits."""

_TYPED = words_with(f"{JOINTS}*")
_JOINT = re.compile(r"[\W_]+")
_QUOTES = '"„“”«»'
_PIECES = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]+)[{_QUOTES}]|({LETTER}(?:\.\s+{LETTER}(?!\.?\w))+|[^\s{_QUOTES}]+)")
# What sets an ending off: `Bürger/innen`, `Bürger/-in`, `Freiwillige(r)`, `Bürger_innen`, `BürgerInnen`; it may be
# unfinished, but not behind a hyphen or an asterisk, where any word may begin: `Rhein-S`.
_ENDING = re.compile(
    rf"(?<={LETTER})(?:/-?|[(_]|[-*](?=(?i:innen))|(?<=[a-zäöüß])(?=I))"
    r"((?i:i(?:n(?:n(?:en?)?)?)?|e?[nrs]|e))\)?(?![\w(/-])"
)

MOST_PARTS = 4
"""Parts of a word that are looked for beside each other, too."""

# Snowball's list of German stop words (snowballstem.org, BSD licence), which the index's analyzer passes over.
FUNCTION_WORDS = frozenset(
    word
    for line in (
        "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes anderm",
        "andern anderr anders auch auf aus bei bin bis bist da damit dann das dass dasselbe dazu dein deine deinem",
        "deinen deiner deines dem demselben den denn denselben der derer derselbe derselben des desselben dessen",
        "dich die dies diese dieselbe dieselben diesem diesen dieser dieses dir doch dort du durch ein eine einem",
        "einen einer eines einig einige einigem einigen einiger einiges einmal er es etwas euch euer eure eurem",
        "euren eurer eures fur gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr",
        "ihre ihrem ihren ihrer ihres im in indem ins ist jede jedem jeden jeder jedes jene jenem jenen jener jenes",
        "jetzt kann kein keine keinem keinen keiner keines konnen konnte machen man manche manchem manchen mancher",
        "manches mein meine meinem meinen meiner meines mich mir mit muss musste nach nicht nichts noch nun nur ob",
        "oder ohne sehr sein seine seinem seinen seiner seines selbst sich sie sind so solche solchem solchen",
        "solcher solches soll sollte sondern sonst uber um und uns unse unsem unsen unser unses unter viel vom von",
        "vor wahrend war waren warst was weg weil weiter welche welchem welchen welcher welches wenn werde werden",
        "wie wieder will wir wird wirst wo wollen wollte wurde wurden zu zum zur zwar zwischen",
    )
    for word in line.split()
)
"""Words, folded, that say nothing by themselves: the index has none of them, so that none must occur.

Folded they are alike to some that it has (`wurde`, `fuer`): these may occur.
"""

SHORTEST_HALF = 4
"""Letters of each half of a word that may be two in a text."""

_S = frozenset("bdfghklmnt")
"""Letters after which a final s or st is an ending."""


def stem(word: str) -> str:
    """Return the stem of a folded word, without the endings that the index's light stemmer takes off."""
    if len(word) > 5 and word.endswith("ern"):
        word = word[:-3]
    elif len(word) > 4 and word.endswith(("em", "en", "er", "es")):
        word = word[:-2]
    elif len(word) > 3 and (word[-1] == "e" or (word[-1] == "s" and word[-2] in _S)):
        word = word[:-1]
    if len(word) > 5 and word.endswith("est"):
        return word[:-3]
    if len(word) > 4 and (word.endswith(("er", "en")) or (word.endswith("st") and word[-3] in _S)):
        return word[:-2]
    return word


def within(word: str) -> tuple[str, str]:
    """Return how a folded word ends longer ones, as the index stems these, and what follows that within them.

    A stem of three letters says too little: `orte` is not looked for in `sport`.
    """
    root = stem(word)
    return (root, word.removeprefix(root)) if len(root) >= SHORTEST_SUFFIX else (word, "")


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield what counts of what somebody typed, in lower case: words, and phrases in quotation marks (True).

    An asterisk within a word belongs to it: it stands for any letters, as in `Ehren*karte`.
    Initials are one word with or without spaces: `e. V.` is `e.v`, as `e.V.` is. An ending belongs to its word,
    whatever sign it is set off by: `Bürger/innen` is `bürger:innen`.
    """
    yield from islice(_pieces(text[:MOST_LETTERS]), MOST_WORDS)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    for phrase, loose in _PIECES.findall(unicodedata.normalize("NFC", text)):
        if phrase and WORD.search(phrase):
            yield phrase.lower(), True
        for word in _TYPED.findall(_ENDING.sub(r":\1", re.sub(r"\s", "", loose)).lower()):
            few = "*" not in word or len(parts(word)) <= MOST_PARTS
            yield from ((it, False) for it in ([word] if few else WORD.findall(word)))


def parts(word: str) -> tuple[str, ...]:
    """Return the parts of a word that something joins: `bürger:innen` has two, `bürgerinnen` is one itself."""
    return tuple(part for part in _JOINT.split(word) if part)


def loose(text: str) -> Iterator[str]:
    """Yield the words of what counts of what somebody typed, those of phrases one by one."""
    for piece, quoted in pieces(text):
        yield from WORD.findall(piece) if quoted else (piece,)


def closed(word: str) -> str:
    """Return a word without what joins its parts: `bürgerinnen` is `bürger:innen`, too."""
    return "".join(parts(word))


def halves(word: str) -> tuple[tuple[str, str], ...]:
    """Return what a closed compound may be where it is written as two words, without what no text is found by."""
    cuts = ((word[:at], word[at:]) for at in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1))
    return tuple(cut for cut in cuts if not FUNCTION_WORDS.intersection(map(folded_word, cut)))


@lru_cache(maxsize=20_000)
def matches(word: str, want: str) -> bool:
    """Whether a word of a text is what a folded word of a query finds: it, a longer one with it, or one letter off."""
    key = folded_word(word)
    begins = len(want) > 1 and key.startswith(want)
    inside = len(want) >= SHORTEST_SUFFIX and (want in key or stem(key).endswith(within(want)[0]))
    if begins or inside or stem(key) == stem(want):
        return True
    return len(stem(want)) > 4 and one_off(stem(key), stem(want))


@lru_cache(maxsize=20_000)
def matches_both(one: str, other: str, want: str) -> bool:
    """Whether two words beside each other in a text are what a folded word of a query finds as one."""
    return stem(folded_word(one) + folded_word(other)) == stem(want)


def one_off(a: str, b: str) -> bool:
    """Whether one letter added, lost or changed, or two neighbours swapped, make the one the other."""
    if abs(len(a) - len(b)) > 1:
        return False
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest, other = a[same:], b[same:]
    swapped = len(rest) > 1 and rest[1] + rest[0] + rest[2:] == other
    return swapped or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]
