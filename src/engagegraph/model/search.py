"""Search: which texts it looks through, which index holds those that a viewer may know, how words are parted and known.

A hidden property must not be found by what is in it. So viewers who know different texts search different indexes, and
`resolve` sees to it that a searched name is hidden for all types or for none (an index holds names, not types).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

from engagegraph.model.stored import stored_names
from engagegraph.model.types import Model, NodeType
from engagegraph.model.values import sort_key
from engagegraph.model.visible import visible_to

SEARCH = "search_"
"""What the names of all indexes of texts begin with."""

NAME = "_name"
"""What every node is called by, folded and without the word for its kind: found by its beginning."""

TYPE = "_type"
"""Which type a node is of, as a word of the index, so that hits of other types are none."""

SUFFIXES = "_suffixes_"
"""What the names of the companions begin with that hold how the words of one-line texts end: one for each index."""

SHORTEST_SUFFIX = 4
"""Letters by which a word is found within a longer one; of three, `ort` would find `Sport` and `Antwort`."""

LONGEST_WORD = 80
"""Letters of a word that may be part of a longer one, or have one letter wrong."""

LETTER = r"[^\W\d_]"
"""The pattern of a letter."""


def words_with(joints: str) -> re.Pattern[str]:
    """Return the pattern of words in which `joints` may stand between letters, and what groups digits between those."""
    within = rf"(?<={LETTER})[{joints}](?={LETTER})|(?<=\d)[.,;'’‘](?=\d)"
    return re.compile(rf"_*[^\W_]\w*(?:(?:{within})\w+)*")


JOINTS = ".:·‧'’‘"
"""Signs between letters that part no words of a text."""

WORD = words_with(JOINTS)
"""A word as the index parts texts: `e.V`, `Bürger:innen` and `1.000` are one; a hyphen or an asterisk parts two."""

# `ue` is an umlaut after a consonant only, and `que` is none: Muenchen, but Neuenkirchen, Bauer, Quelle.
_PAIRS = re.compile("(?<=[ao])e|(?<=(?<![aeiouqy])u)e")
_LETTERS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


def folded_word(text: str) -> str:
    """Return a word as the analyzer folds it: lower case, `München` and `Muenchen` as `munchen`, ß as ss."""
    text = unicodedata.normalize("NFC", text).lower()
    return _PAIRS.sub("", text).translate(_LETTERS)


def name_key(text: str) -> str:
    """Return a name as names are compared in search: words in lower case without accents and umlauts."""
    return sort_key(folded_word(text))


@lru_cache(maxsize=1024)
def kind_keys(words: tuple[str, ...]) -> frozenset[str]:
    """Return the words for a kind as names are compared in search."""
    return frozenset(map(name_key, words))


def kind_and_name(node_type: NodeType, text: str) -> tuple[str, str]:
    """Return the word for the kind that stands before a name of `node_type` (or nothing), and the rest; both folded."""
    key = name_key(text)
    first, _, rest = key.partition(" ")
    return (first, rest) if rest and first in kind_keys(node_type.prefixes) else ("", key)


def text_properties(model: Model, types: Iterable[str]) -> tuple[str, ...]:
    """Return the stored names of searched properties of `types` that are one line: what may hold a name."""
    return tuple(
        sorted(
            {
                name
                for node_type in types
                for prop in model.types[node_type].properties.values()
                if prop.search and prop.type == "String"
                for name in stored_names(model, prop)
            }
        )
    )


def searched_texts(model: Model, types: Collection[str]) -> tuple[tuple[str, str, bool], ...]:
    """Return stored name, property and whether it is prose of what is searched in `types`, the weightiest first."""
    weights = search_properties(model)
    found = {
        (stored, prop.name, prop.type != "String"): -weights[stored]
        for node_type in (model.types[t] for t in types)
        for prop in node_type.properties.values()
        if prop.search
        for stored in stored_names(model, prop)
    }
    return tuple(sorted(found, key=lambda it: (found[it], it[2])))


def key_properties(model: Model, types: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return by type the properties, beside the slug, whose beginnings name a node: its official keys."""
    return {
        name: tuple(
            p.name
            for p in model.types[name].properties.values()
            if p.lookup and p.type == "String" and p.name not in model.common_properties
        )
        for name in types
    }


def search_properties(model: Model) -> dict[str, int]:
    """Return the weight of each stored property that is searched; the highest where types differ."""
    weights: dict[str, int] = {}
    for node_type in model.types.values():
        for prop in node_type.properties.values():
            for name in stored_names(model, prop) if prop.search else ():
                weights[name] = max(prop.search, weights.get(name, 0))
    return dict(sorted(weights.items()))


def search_types(model: Model) -> tuple[str, ...]:
    """Return the node types that have something to search."""
    return tuple(t.name for t in model.types.values() if any(p.search for p in t.properties.values()))


def type_word(node_type: str) -> str:
    """Return the word by which the index knows a type: one that it neither stems nor passes over."""
    return f"{node_type.lower()}_"


def suffixes_name(index: str) -> str:
    """Return the name of the companion that holds how words end of the one-line texts that `index` holds."""
    return SUFFIXES + index.removeprefix(SEARCH)


def suffixes(texts: Iterable[str]) -> str:
    """Return all ends of words in `texts`, and the words: what stands within a word is how one of these begins.

    An index finds what begins so at once, and what ends so only by looking through all of its words.
    """
    words = (word for text in texts for word in WORD.findall(unicodedata.normalize("NFC", text).lower()))
    known = (word for word in words if len(word) <= LONGEST_WORD)
    return " ".join(dict.fromkeys(word[at:] for word in known for at in range(len(word) - SHORTEST_SUFFIX + 1)))


def indexed_names(model: Model, index: str) -> tuple[str, ...]:
    """Return under which names nodes hold what `index` holds; `model` is the projection of those who search it."""
    return (*search_properties(model), TYPE, suffixes_name(index))


def search_index(model: Model, viewer: str) -> str:
    """Return the name of the index that `viewer` searches: the first declared viewer's who may search the same.

    `model` is the whole model or the viewer's own projection.
    """
    wanted = _searched(visible_to(model, viewer))
    return next(SEARCH + name for name in model.viewers if _searched(visible_to(model, name)) == wanted)


def search_indexes(model: Model) -> dict[str, Model]:
    """Return the indexes that there must be by name, each with the projection whose texts it holds."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, Model]] = {}
    for viewer in model.viewers:
        seen = visible_to(model, viewer)
        found.setdefault(_searched(seen), (SEARCH + viewer, seen))
    return dict(found.values())


def _searched(seen: Model) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(search_properties(seen)), search_types(seen)
