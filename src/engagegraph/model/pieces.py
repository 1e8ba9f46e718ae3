"""The small shapes that model files are made of: text, flag, number, pair of words; each refused where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from engagegraph.errors import Place, Problem, nearest
from engagegraph.model.types import Words
from engagegraph.model.yamltext import Mapping, Node, Sequence, Text

PASCAL = re.compile(r"[A-Z][A-Za-z0-9]*")
CAMEL = re.compile(r"[a-z][A-Za-z0-9]*")
SCREAMING = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]+)*")


class Pieces:
    """Reads pieces and collects what is wrong with them; what is wrong reads as a harmless value."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def wrong(self, place: Place, code: str, message: str, hint: str = "") -> None:
        """Note a problem."""
        self.problems.append(Problem(code, message, hint, str(place)))

    def keys(self, node: Mapping, allowed: Iterable[str], required: Iterable[str] = (), what: str = "this") -> None:
        """Refuse keys that nobody knows and miss those that must be there."""
        known = tuple(allowed)
        for key, place, _ in node.items():
            if key not in known:
                self.wrong(place, "MODEL_UNKNOWN_KEY", f'{what} has no "{key}"', nearest(key, known))
        for key in required:
            if key not in node.entries:
                self.wrong(node.place, "MODEL_MISSING_KEY", f'{what} needs "{key}"', f"add `{key}: …`")

    def text(self, node: Node | None, default: str = "") -> str:
        """Return a scalar that is not empty."""
        if node is None:
            return default
        if isinstance(node, Text) and node.value:
            return node.value
        self.wrong(node.place, "MODEL_SHAPE", "a single text belongs here", "write one value")
        return default

    def name(self, node: Node | None, pattern: re.Pattern[str], form: str) -> str:
        """Return a text of the given form."""
        value = self.text(node)
        if value and node is not None:
            self.called(value, pattern, node.place, "this kind", form)
        return value

    def called(self, name: str, pattern: re.Pattern[str], place: Place, what: str, form: str) -> None:
        """Refuse a name that has not the form of its kind."""
        if pattern.fullmatch(name) is None:
            self.wrong(place, "MODEL_NAME", f'"{name}" is not a name of {what}', f"write it like {form}")

    def texts(self, node: Node | None) -> tuple[str, ...]:
        """Return a list of texts; a single one may stand without brackets."""
        if node is None:
            return ()
        if isinstance(node, Sequence):
            return tuple(self.text(item) for item in node.items)
        return (self.text(node),)

    def flag(self, node: Node | None, default: bool = False) -> bool:
        """Return `true` or `false`."""
        value = self.text(node, "true" if default else "false")
        if value not in {"true", "false"} and node is not None:
            self.wrong(node.place, "MODEL_SHAPE", f'"{value}" is neither true nor false', "write true or false")
        return value == "true"

    def number(self, node: Node | None, whole: bool = False) -> float | None:
        """Return a number; a whole one from 0 on, if asked."""
        if node is None:
            return None
        form = r"\d{1,9}" if whole else r"-?\d{1,15}(\.\d{1,15})?"
        value = self.text(node)
        if re.fullmatch(form, value, re.ASCII) is None:
            kind = "a whole number" if whole else "a number"
            if value:
                self.wrong(node.place, "MODEL_SHAPE", f'"{value}" is not {kind}', "write it in digits")
            return None
        return float(value)

    def mapping(self, node: Node | None) -> Mapping | None:
        """Return a mapping."""
        if node is None or isinstance(node, Mapping):
            return node
        self.wrong(node.place, "MODEL_SHAPE", "a mapping belongs here", "write `key: value` lines, indented")
        return None

    def words(self, owner: Mapping, key: str, what: str) -> Words:
        """Return the text in German and English under `key`."""
        node = self.mapping(owner.get(key))
        if node is None:
            if key not in owner.entries:
                self.wrong(owner.place, "MODEL_MISSING_KEY", f'{what} needs "{key}"', f"add `{key}: {{de: …, en: …}}`")
            return Words("", "")
        self.keys(node, ("de", "en"), ("de", "en"), f"the {key} of {what}")
        return Words(self.text(node.get("de")), self.text(node.get("en")))

    def each(self, owner: Mapping, key: str, read: Callable[[str, Place, Mapping], None]) -> None:
        """Call `read` with name, place and mapping of every entry under `key`."""
        node = self.mapping(owner.get(key))
        for name, place, entry in node.items() if node else ():
            inner = self.mapping(entry)
            if inner is not None:
                read(name, place, inner)
