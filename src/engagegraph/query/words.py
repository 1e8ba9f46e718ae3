"""German words as the full-text index sees them, and whether a word of a text is what a word of a query finds."""

from __future__ import annotations

import re
from functools import lru_cache

from engagegraph.model.search import folded_word

WORD = re.compile(r"\w+(?:\.\w+)*")
"""A word; a dot within belongs to it, a hyphen parts two."""

FUNCTION_WORDS = frozenset(
    word
    for line in (
        "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf",
        "aus bei bin bis bist da damit dann das dass dein dem den denn der des die dies diese diesem diesen dieser",
        "dieses doch dort du durch ein eine einem einen einer eines er es euer fur gegen hab habe haben hat hatte",
        "hatten hier hin hinter ich ihm ihn ihr ihre im in indem ins ist jede jedem jeden jeder jedes jene jetzt",
        "kann kein keine konnen machen man manche mein mich mir mit muss nach nicht nichts noch nun nur ob oder",
        "ohne sehr sein seine selbst sich sie sind so solche soll sollte sondern sonst uber um und uns unser unter",
        "viel vom von vor wahrend war waren warst was weg weil weiter welche wenn werde werden wie wieder will wir",
        "wird wirst wo wollen wollte zu zum zur zwar zwischen",
    )
    for word in line.split()
)
"""Words, folded, that say nothing by themselves: only as the index knows them, which passes over most of them."""

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


@lru_cache(maxsize=20_000)
def matches(word: str, want: str) -> bool:
    """Whether a word of a text is what a folded word of a query finds: it, a longer one with it, or one letter off."""
    key = folded_word(word)
    begins = len(want) > 1 and key.startswith(want)
    if begins or stem(key) == stem(want) or (len(want) > 3 and want in key):
        return True
    return len(stem(want)) > 4 and _one_off(stem(key), stem(want))


def _one_off(a: str, b: str) -> bool:
    """Whether one letter added, lost or changed, or two neighbours swapped, make the one the other."""
    if abs(len(a) - len(b)) > 1:
        return False
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest, other = a[same:], b[same:]
    swapped = len(rest) > 1 and rest[1] + rest[0] + rest[2:] == other
    return swapped or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]
