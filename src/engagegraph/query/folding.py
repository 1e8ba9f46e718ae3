"""Texts compared without regard to case, accents and umlauts, in Cypher; what operands become stands in `params`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from engagegraph.model.values import FOLDS, SPELLINGS

PARTS = {"contains", "startsWith", "endsWith"}
"""Operators that compare a part of a text."""


def folded(text: str) -> str:
    """Return the expression of a collation key as it is whichever way umlauts were written."""
    return _replaced(text, FOLDS)


def part(family: str, operator: str, text: str, operand: Callable[[str], str]) -> str:
    """Return the condition for a text to have such a part.

    `text` is the expression of the collation key, or of the prose itself; `operand` gives the parameter that went
    through a conversion. A part may begin within a pair that folds (`enkirchen` in `Neuenkirchen`), so that it is
    looked for as it is spelt, too.
    """
    if family == "prose":
        text = _replaced(f"toLower(normalize({text}, NFKD))", SPELLINGS)
        return f"({text} CONTAINS {operand('prose')} OR {folded(text)} CONTAINS {operand('fold prose')})"
    match operator:
        case "startsWith":
            return f"{folded(text)} STARTS WITH {operand('fold start')}"
        case "endsWith":
            return f"({text} ENDS WITH {operand('end')} OR {folded(text)} ENDS WITH {operand('fold end')})"
    # Words end at the ends of the text, too.
    spelt, other = f"' ' + {text} + ' '", f"' ' + {folded(text)} + ' '"
    return f"({spelt} CONTAINS {operand('part')} OR {other} CONTAINS {operand('fold part')})"


def _replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    for old, new in pairs:
        # Accents on their own are hard to read in a statement.
        written = old if old.isascii() else "".join(f"\\u{ord(letter):04x}" for letter in old)
        text = f"replace({text}, '{written}', '{new}')"
    return text
