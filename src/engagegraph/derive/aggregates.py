"""What connections say of all their rows at once: their types, arguments and descriptions.

Types are shared wherever nothing is lost by it: one aggregate for each kind of value, one for each type of node; and
relations that have no properties of their own share theirs (`Related…`) by the type that they lead to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from engagegraph.derive.builder import Argument, Builder, Field
from engagegraph.model import ENTITY, Link, Model, Property, Relation, Words
from engagegraph.model.names import ON_PREFIX, link_name, pascal

SUM = Field("sum", "float", "The sum; of nothing it is 0.")
AVG = Field("avg", "float | None", "The arithmetic mean of the values that are there.")
MEDIAN = Field("median", "float | None", "The one in the middle; of an even number the mean of the two.")
KINDS: Mapping[str, tuple[str, tuple[Field, ...], str, str]] = {
    # stem of the type: what its values are, further fields, what the least and the greatest are
    "Int": ("int", (SUM, AVG, MEDIAN), "The least.", "The greatest."),
    "Float": ("float", (SUM, AVG, MEDIAN), "The least.", "The greatest."),
    "PartialDate": ("PartialDate", (), "The first, by the first day that it may mean.", "The last, likewise."),
    "DateTime": ("DateTime", (), "The first.", "The last."),
    "Text": ("str", (), "The first in dictionary order.", "The last in dictionary order."),
    "Value": ("", (), "", ""),
}
"""What can be said of all values of one kind, `count` and `distinct` besides."""

FIRST = Argument("first", "int | None", "How many from the start.")
OFFSET = Argument("offset", "int | None", "Leave out so many before.")


class Aggregates:
    """Adds the types by which connections sum their rows up; `describe` makes a description of a label."""

    def __init__(self, model: Model, build: Builder, describe: Callable[[Words], str]) -> None:
        self.model = model
        self.build = build
        self.describe = describe
        self.done: set[str] = set()

    def basics(self) -> None:
        """Add what all connections share."""
        build = self.build
        for stem, (kind, more, low, high) in KINDS.items():
            fields = [
                Field("count", "int", "How many have a value."),
                Field("distinct", "int", "How many different values there are."),
                *more,
            ]
            if kind:
                fields += [Field("min", f"{kind} | None", low), Field("max", f"{kind} | None", high)]
            build.object(f"{stem}Aggregate", fields, "What can be said of all values of a property.")
        build.scalar(
            "FieldPath",
            str,
            "The place of a number in a group, as paths in errors have it, with dots between: `count`, an alias, "
            "`aggregate.population.sum`.",
            "https://spec.graphql.org/October2021/#sec-Errors",
        )
        build.enum("GroupByValue", {"VALUE": "The value as it is."}, "How values are grouped.")
        dates = {
            "VALUE": "As it is.",
            "YEAR": "Its year.",
            "MONTH": "Its month, or its year when it says no more.",
            "DAY": "Its day, or as much as it says.",
        }
        build.enum("GroupByDate", dates, "How dates are grouped; of an instant by the day that it was written with.")
        build.input(
            "GroupOrder",
            [
                Field("field", "FieldPath", "A number of the group, or one of its keys: `keys.0`."),
                Field("direction", "Direction", "Upwards or downwards."),
            ],
            "What to order groups by.",
        )
        operators = {"eq": "Equal to.", "ne": "Not equal to.", "lt": "Less than.", "lte": "At most."}
        operators |= {"gt": "Greater than.", "gte": "At least."}
        build.input(
            "GroupCondition",
            [
                Field("field", "FieldPath", "A number of the group."),
                *(Field(name, "float | None", text) for name, text in operators.items()),
            ],
            "Conditions on a number of a group, all of which must hold; where there is no number, none does.",
        )
        key = [
            Field("value", "str | None", "The value as text; of a node its slug. Null where there is none."),
            Field("label", "str | None", "What to call it in the language asked for. — Beschriftung."),
            Field("node", f"{ENTITY} | None", "The node, where things are grouped by one or by what names one."),
        ]
        build.object("GroupKey", key, "What the members of a group have in common. — Was eine Gruppe gemeinsam hat.")
        count = Field("count", "int", "How many entries of the list have it.")
        build.object("FacetBucket", [*key, count], "A value and how often it occurs. — Ein Wert und seine Häufigkeit.")
        facet = [
            Field("field", "str", "What was asked for, as names with dots between: `state.id`."),
            Field("missing", "int", "How many entries of the list have no value."),
            Field("buckets", "list[FacetBucket]", "Values, the most frequent first; ties by value."),
        ]
        build.object("Facet", facet, "The values of one field and how often each occurs. — Eine Facette.")

    # -- connections -------------------------------------------------------------------------------------------------

    def fields(self, owner: str, link: Link | None = None) -> list[Field]:
        """Return the fields that a connection has besides its page: of nodes of `owner`, or of a link to them."""
        stem = self.stem(link) if link else owner
        by = Argument("by", f"list[{stem}Key]", "What members of a group have in common; keys along one link share it.")
        having = Argument("having", "list[GroupCondition] | None", "Only groups for which all of these hold.")
        order = Argument("orderBy", "list[GroupOrder] | None", "Order; without one, and for ties, by the keys.")
        return [
            *self.aggregates(owner, link),
            Field("groupBy", f"list[{stem}Group]", "The list's entries in groups.", (by, having, order, FIRST, OFFSET)),
            Field(
                "groupCount",
                "int",
                "How many groups `groupBy` has under these conditions, over all pages. Nothing is selected of them, so "
                "that `having` names their numbers by fields, not by aliases.",
                (by, having),
            ),
            Field(
                "facets",
                "list[Facet]",
                "Which values occur how often under the list's own conditions, for filters beside it.",
                (Argument("fields", f"list[{stem}Key]", "What of."), FIRST),
            ),
        ]

    def aggregates(self, owner: str, link: Link | None) -> list[Field]:
        """Return the fields that lead to the numbers of nodes and of relations."""
        fields = [Field("aggregate", f"{owner}Aggregate", "Of all nodes, each once.")]
        if link is not None:
            fields.append(Field("edgeAggregate", self.edge_aggregate(link), "Of all relations."))
        return fields

    def stem(self, link: Link) -> str:
        """Return what names of a link's types begin with."""
        return link_name(link) if self.own(link.relation) else f"Related{link.target}"

    def own(self, relation: Relation) -> bool:
        """Say whether a relation has properties that not all relations have."""
        return not relation.properties.keys() <= self.model.common_relation_properties.keys()

    def edge_aggregate(self, link: Link) -> str:
        """Return the name of the type with the numbers of a link's relations."""
        relation = link.relation
        name = f"{pascal(relation.name) if self.own(relation) else 'Related'}EdgeAggregate"
        if name not in self.done:
            self.done.add(name)
            self.aggregate(name, relation.properties, "How many relations there are.")
        return name

    # -- types -------------------------------------------------------------------------------------------------------

    def owner(self, name: str) -> None:
        """Add what a node type, an interface or `Node` needs."""
        properties = self.model.properties(name)
        self.aggregate(f"{name}Aggregate", properties, "How many different nodes there are.")
        keys = [Field("id", "GroupByValue | None", "By the node itself."), *self.keys(properties)]
        if name not in self.model.types:
            keys.append(Field("nodeType", "GroupByValue | None", "By the type of the node."))
        for link in self.model.links(name).values():
            kind = f"{link.target}Key" if link.one else f"{self.stem(link)}Key"
            keys.append(Field(link.field, f"{kind} | None", self.describe(link.label)))
        concrete = self.model.concrete(name)
        inner = [i for i, it in self.model.interfaces.items() if name == ENTITY and set(it.members) <= set(concrete)]
        if name not in self.model.types:
            keys += [
                Field(f"{ON_PREFIX}{t}", f"{t}Key | None", f"Of a {t}; others have none.") for t in (*inner, *concrete)
            ]
        self.build.input(f"{name}Key", keys, "What to group by; exactly one.", one_of=True)
        self.group(name, name, None)

    def link(self, link: Link) -> None:
        """Add what a link to many needs."""
        stem = self.stem(link)
        if stem in self.done:
            return
        self.done.add(stem)
        keys = [
            *self.keys(link.relation.properties),
            Field("node", f"{link.target}Key | None", "By the other side."),
        ]
        self.build.input(f"{stem}Key", keys, "What to group relations by; exactly one.", one_of=True)
        self.group(stem, link.target, link)

    def group(self, stem: str, owner: str, link: Link | None) -> None:
        """Add the type of a connection's groups."""
        where = Argument("where", f"{owner}Where | None", "Only those whose node fulfils this as well.")
        fields = [
            Field("keys", "list[GroupKey]", "What the group's members have in common, in the order of `by`."),
            Field("count", "int", "How many members the group has.", (where,)),
            Field(
                "share",
                "float | None",
                "With `where`: the part of the group's members that fulfils it; without: the group's part of the list.",
                (where,),
            ),
            *self.aggregates(owner, link),
        ]
        self.build.object(f"{stem}Group", fields, "Entries of a list with something in common. — Eine Gruppe.")

    def aggregate(self, name: str, properties: Mapping[str, Property], counted: str) -> None:
        """Add the type with the numbers of an owner of `properties`."""
        fields = [Field("count", "int", counted)]
        for prop in properties.values():
            kind = prop.value_type
            if prop.many or not prop.filter or (kind is not None and kind.family == "prose"):
                continue
            stem = "Text" if kind is not None and kind.family == "text" else "" if kind is None else kind.graphql
            fields.append(Field(prop.name, f"{stem if stem in KINDS else 'Value'}Aggregate", self.describe(prop.label)))
        self.build.object(name, fields, "Numbers over all entries of a list. — Zahlen über alle Einträge.")

    def keys(self, properties: Mapping[str, Property]) -> Iterable[Field]:
        """Yield the fields of an input that names one of `properties` to group by."""
        for prop in properties.values():
            family = "" if prop.value_type is None else prop.value_type.family
            if prop.filter and family != "prose":
                kind = "GroupByDate" if family in {"date", "instant"} else "GroupByValue"
                yield Field(prop.name, f"{kind} | None", self.describe(prop.label))
