"""YAML as located text: every scalar stays the text that was written, every node knows its line and column.

YAML's own typing would read `01001000` as an octal number, `no` as false and `12:30` as 750; here the declared type of
a property decides what a text means. A key that stands twice in a mapping is an error, not a silent overwrite.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from engagegraph.errors import Place, Problem

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, as written."""

    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping from text to nodes; `keys` has the place of each key."""

    entries: dict[str, Node]
    keys: dict[str, Place]
    place: Place

    def get(self, key: str) -> Node | None:
        """Return the node under `key`, if there is one."""
        return self.entries.get(key)

    def items(self) -> Iterator[tuple[str, Place, Node]]:
        """Yield each key with its place and node."""
        for key, node in self.entries.items():
            yield key, self.keys[key], node


Node = Text | Sequence | Mapping


@dataclass(slots=True)
class _Reader:
    file: str
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def wrong(self, node: yaml.Node, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(code, message, hint, str(self.place(node))))

    def place(self, node: yaml.Node) -> Place:
        return _at(self.file, node.start_mark)

    def read(self, node: yaml.Node) -> Node:
        place = self.place(node)
        if isinstance(node, yaml.ScalarNode):
            return Text(str(node.value), place)
        if id(node) in self.seen:  # an alias; `_aliases` reports it, and what it repeats may hold itself
            return Text("", place)
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.read(item) for item in node.value), place)
        entries: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.wrong(key_node, "YAML_KEY", "a key must be text", "write a plain word before the colon")
                continue
            key = str(key_node.value)
            value = self.read(value_node)
            if key in entries:
                first = f"it stands first at line {keys[key].line}; keep one"
                self.wrong(key_node, "YAML_REPEATED_KEY", f'"{key}" stands here again', first)
                continue
            entries[key] = value
            keys[key] = self.place(key_node)
        return Mapping(entries, keys, place)


def read_yaml(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Return the document in `text` as located nodes, with the problems found; `None` when there is no document.

    `file` is the name that places show. Codes: YAML_SYNTAX, YAML_KEY (a key that is no text), YAML_REPEATED_KEY,
    YAML_ALIAS (`*name`: a file should be readable line by line).
    """
    reader = _Reader(file)
    try:
        root = yaml.compose(text, Loader=_Loader)
        aliases = _aliases(text, file)
        node = None if root is None else reader.read(root)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = " ".join(part for part in (error.context, error.problem) if part)
        hint = 'quote text that holds ": " or starts with a special character'
        return None, [_not_yaml(message, hint, _at(file, mark))]
    except yaml.YAMLError as error:
        return None, [_not_yaml(" ".join(str(error).split()), "save the file as UTF-8 text", Place(file))]
    except RecursionError:
        return None, [_not_yaml("brackets within brackets, too deep", "close them earlier", Place(file))]
    return node, [*reader.problems, *aliases]


def _not_yaml(message: str, hint: str, place: Place) -> Problem:
    return Problem("YAML_SYNTAX", f"not YAML: {message}", hint, str(place))


def _at(file: str, mark: Any) -> Place:
    """Return the place of a mark, whose lines and columns count from 0."""
    return Place(file, mark.line + 1, mark.column + 1)


def _aliases(text: str, file: str) -> list[Problem]:
    if "*" not in text:
        return []
    return [
        Problem(
            "YAML_ALIAS",
            f'"*{event.anchor}" stands for text written elsewhere',
            "write it out, or quote it if it is text",
            str(_at(file, event.start_mark)),
        )
        for event in yaml.parse(text, Loader=_Loader)
        if isinstance(event, yaml.AliasEvent)
    ]
