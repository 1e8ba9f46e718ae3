"""What may be said of a single property, and which names the API keeps for itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engagegraph.errors import Place, Problem, nearest
from engagegraph.model.types import ENTITY, PUBLIC, Enum, Property, Relation
from engagegraph.model.values import VALUE_TYPES

RESERVED = frozenset(
    {
        "id", "sources", "displayName", "node", "nodeType", "edge", "cursor",
        "AND", "OR", "NOT", "some", "none", "every", "single", "count", "near", "within", "distance",
    }
)  # fmt: skip
"""Names that the API uses beside properties and links."""

RESERVED_SIDES = frozenset({"from", "to"})
"""Names that relation tables use beside the properties of relations."""

RESERVED_ROOTS = frozenset(
    {
        "node", "nodes", "search", "suggest", "path", "neighbourhood", "overlap", "participation", "timeline", "rank",
        "communities", "changes", "dataset",
    }
)  # fmt: skip
"""Root fields that are not those of a type."""

RESERVED_TYPES = frozenset(
    {
        ENTITY, "Query", "Mutation", "Subscription", "ID", "PageInfo", "Citation", "Dataset", "Language",
        "TextFormat", "Direction", "CountOrder", "SearchType", "SearchEdge", "SearchConnection", "Highlight",
        "EntityFilter", "EntityType", "Relation", "RelationDetail", "RelationType", "Path", "PathStep",
        "Neighbourhood", "Neighbour", "NeighbourMore",
        "Participation", "ParticipationAxis", "ParticipationEntry", "ParticipationCell",
        "Overlap", "OverlapMeasure", "OverlapOther", "OverlapSet", "OverlapShared",
        "Timeline", "TimelineEdge", "TimelineEntry", "TimelineKind", "Ranking", "RankingEntry", "RankMeasure",
        "Communities", "Community", "CommunityMember", "CommunityType",
        "Change", "ChangeKind", "Changes", "ChangedCitation", "ChangedNode", "ChangedProperty",
        "ChangedRelation",
        "Revision", "FieldPath",
        "GroupByValue", "GroupByDate", "GroupOrder", "GroupCondition", "GroupKey", "Facet", "FacetBucket",
        "IntAggregate", "FloatAggregate", "PartialDateAggregate", "DateTimeAggregate", "TextAggregate",
        "ValueAggregate",
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
    if prop.timeline and (prop.type != "PartialDate" or prop.many):
        wrong("MODEL_TIMELINE", "only a PartialDate with one value says when something happened", "leave out timeline")
    low, high = prop.minimum, prop.maximum
    if (low is not None or high is not None) and (kind is None or kind.family != "number"):
        wrong("MODEL_LIMITS", "only Int and Float have limits", "leave out minimum and maximum")
    elif low is not None and high is not None and high < low:
        wrong("MODEL_LIMITS", f"no number is at least {low:g} and at most {high:g}", "swap them")
    return problems


def phrase_problems(relation: Relation, properties: Mapping[str, Property], enums: Mapping[str, Enum]) -> list[Problem]:
    """Return what is wrong with the sentences that a relation makes."""
    problems: list[Problem] = []

    def wrong(message: str, hint: str) -> None:
        problems.append(Problem("MODEL_PHRASE", message, hint, str(relation.place)))

    for words in (relation.phrase, *relation.phrases.values()):
        for text in filter(None, (words.de, words.en)):
            rest = text.replace("{from}", "", 1).replace("{to}", "", 1)
            if len(rest) != len(text) - len("{from}{to}") or "{" in rest or "}" in rest:
                wrong(f'"{text}" does not name both sides once', "write `{from} … {to}`")
    if relation.phrase_by is None:
        return problems
    prop = properties.get(relation.phrase_by)
    enum = enums.get(prop.type) if prop is not None else None
    if prop is None or enum is None or prop.many or prop.privacy != PUBLIC:
        known = [p.name for p in properties.values() if p.type in enums and p.privacy == PUBLIC and not p.many]
        wrong(
            f'the phrases of {relation.name} cannot differ by "{relation.phrase_by}"',
            nearest(relation.phrase_by, known) or "name a public property with one word of an enum",
        )
        return problems
    for word in relation.phrases:
        if word not in enum.values:
            wrong(f'{enum.name} has no word "{word}"', nearest(word, enum.values))
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
