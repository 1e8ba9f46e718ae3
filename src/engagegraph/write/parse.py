"""One written value against one declared property."""

from __future__ import annotations

import re

from engagegraph.errors import Problem, nearest
from engagegraph.model import Model, Property
from engagegraph.model.values import Scalar, Value
from engagegraph.model.yamltext import Node, Sequence, Text


def parse_value(model: Model, prop: Property, node: Node, problems: list[Problem], what: str) -> Value | None:
    """Return the value that `node` writes for `prop`; `None` after adding what is wrong to `problems`.

    `what` names the property in messages (`Person.email`).
    """
    if isinstance(node, Sequence) and prop.many:
        values = [_scalar(model, prop, item, problems, what) for item in node.items]
        return [v for v in values if v is not None]
    value = _scalar(model, prop, node, problems, what)
    return [value] if prop.many and value is not None else value


def _scalar(model: Model, prop: Property, node: Node, problems: list[Problem], what: str) -> Scalar | None:
    def wrong(message: str, hint: str, code: str = "VALUE_INVALID") -> None:
        problems.append(Problem(code, f"{what}: {message}", hint, str(node.place)))

    if not isinstance(node, Text):
        forms = "one value" + (" or a mapping of languages" if prop.i18n else "")
        wrong(f"{forms} belongs here", "see the property in schema/derived/model.md")
        return None
    kind = prop.value_type
    if kind is None:
        words = model.enums[prop.type].values
        if node.value in words:
            return node.value
        near = nearest(node.value.upper(), words)
        listed = f"one of {', '.join(words)}"
        wrong(
            f'{prop.type} has no "{node.value}"',
            f"{near} {listed}" if near.startswith("did") else listed,
            "ENUM_UNKNOWN",
        )
        return None
    try:
        value = kind.parse(node.value)
    except ValueError as error:
        shown = f'"{node.value}"' if len(node.value) <= 60 else "the text"
        wrong(f"not {_article(kind.name)} {kind.name}: {shown}", str(error))
        return None
    if prop.pattern is not None and re.fullmatch(prop.pattern, str(value)) is None:
        wrong(f'"{value}" has not the form of {prop.label.en}', f"write it like {prop.example}")
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        if prop.minimum is not None and value < prop.minimum:
            wrong(f"{value} is too small", f"at least {prop.minimum:g}")
            return None
        if prop.maximum is not None and value > prop.maximum:
            wrong(f"{value} is too large", f"at most {prop.maximum:g}")
            return None
    return value


def _article(word: str) -> str:
    return "an" if word[0] in "AEIOU" else "a"
