"""What may be said of a single property, and which names the API keeps for itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engagegraph.errors import Place, Problem, nearest
from engagegraph.model.types import ENTITY, Property
from engagegraph.model.values import VALUE_TYPES

RESERVED = frozenset(
    {
        "id", "sources", "displayName", "node", "edge", "cursor",
        "AND", "OR", "NOT", "some", "none", "every", "single", "count",
    }
)  # fmt: skip
"""Names that the API uses beside properties and links."""

RESERVED_SIDES = frozenset({"from", "to"})
"""Names that relation tables use beside the properties of relations."""

RESERVED_ROOTS = frozenset(
    {"node", "nodes", "search", "suggest", "path", "neighbourhood", "overlap", "participation", "dataset"}
)
"""Root fields that are not those of a type."""

RESERVED_TYPES = frozenset(
    {
        ENTITY, "Query", "Mutation", "Subscription", "ID", "PageInfo", "Citation", "Dataset", "Language",
        "TextFormat", "Direction", "CountOrder", "SearchType", "SearchEdge", "SearchConnection", "Highlight",
        *VALUE_TYPES,
    }
)  # fmt: skip
"""Types that the schema has whatever the model says."""

_TEXTS = frozenset({"String", "Markdown"})


def property_problems(
    prop: Property, enums: Iterable[str], types: Iterable[str], classes: Iterable[str], relation: bool
) -> list[Problem]:
    """Return what is wrong with one property of a node type, or of a `relation`; `classes` are the privacy classes."""
    problems: list[Problem] = []

    def wrong(code: str, message: str, hint: str) -> None:
        problems.append(Problem(code, message, hint, str(prop.place)))

    kind = prop.value_type
    if kind is None and prop.type and prop.type not in enums:
        hint = nearest(prop.type, (*VALUE_TYPES, *enums)) or f"value types: {', '.join(VALUE_TYPES)}"
        wrong("MODEL_UNKNOWN_TYPE", f'no value type or enum "{prop.type}"', hint)
    if prop.privacy not in classes:
        message = f'no viewer sees the privacy class "{prop.privacy}"'
        wrong("MODEL_PRIVACY", message, nearest(prop.privacy, classes))
    if prop.name in RESERVED or (relation and prop.name in RESERVED_SIDES):
        wrong("MODEL_NAME", f'"{prop.name}" is a word of the API itself', "choose another name")
    if prop.i18n and prop.type not in _TEXTS:
        wrong("MODEL_I18N", "only String and Markdown have languages", "leave out i18n")
    if prop.search and (relation or prop.type not in _TEXTS):
        wrong("MODEL_SEARCH", "only String and Markdown of nodes are searched", "leave out search")
    if prop.unique and (relation or prop.many or prop.i18n):
        wrong("MODEL_UNIQUE", "only a property of a node with one value is unique", "leave out many and i18n")
    if prop.references is not None and (prop.references not in types or prop.type != "Slug"):
        wrong("MODEL_UNKNOWN_TYPE", f'"{prop.references}" cannot be referred to', "a Slug refers to a node type")
    if prop.pattern is not None and (kind is None or kind.family != "text"):
        wrong("MODEL_PATTERN", "only a short text has a pattern", "leave out pattern")
    low, high = prop.minimum, prop.maximum
    if (low is not None or high is not None) and (kind is None or kind.family != "number"):
        wrong("MODEL_LIMITS", "only Int and Float have limits", "leave out minimum and maximum")
    elif low is not None and high is not None and high < low:
        wrong("MODEL_LIMITS", f"no number is at least {low:g} and at most {high:g}", "swap them")
    return problems


def order_problems(order: Iterable[str], properties: Mapping[str, Property], place: Place) -> list[Problem]:
    """Return what is wrong with a default order."""
    problems: list[Problem] = []
    for name in order:
        if not name:
            continue
        if name not in properties:
            message, hint = f'no property "{name}" to order by', nearest(name, properties)
            problems.append(Problem("MODEL_UNKNOWN_PROPERTY", message, hint, str(place)))
        elif not properties[name].sortable:
            message, hint = f'"{name}" cannot be ordered by', "name a property of one short value"
            problems.append(Problem("MODEL_ORDER", message, hint, str(place)))
    return problems
