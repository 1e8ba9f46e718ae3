"""A small graph for any model, drawn once from a seed: everything that a reader can stumble over, in few nodes.

Missing values, partial dates of all precisions, the same instant in several offsets, several relations between the same
two nodes, links to one over time, translations with gaps, umlauts, equal names, Markdown with tables and markup.
"""

from __future__ import annotations

import random
import re
import string
from collections.abc import Callable, Mapping, Sequence

from engagegraph.model import Model, Property
from engagegraph.model.stored import stored_name
from engagegraph.model.types import End, Relation
from engagegraph.model.values import VALUE_TYPES, Scalar, Value, partial_date
from engagegraph.write.change import Citation, EdgeKey, EdgeState, NodeState, Ref, Snapshot, edge_key_text

WORDS = (
    "Äpfel", "Apfel", "apfel", "Österreich", "Oesterreich", "Osterreich", "Straße", "Strasse", "Zürich", "Ueberall",
    "Übach-Palenberg", "Bad Ems", "Bad-Ems", "Ærø", "2. Treffen", "10. Treffen", "„Ehrenamt“", "É", "100 % dabei",
    "O'Hara", "ſ und ß",
)  # fmt: skip
PROSE = (
    "Ein Satz.",
    "Viele **fette**, *schräge* und `feste` Wörter; [ein Verweis](https://example.org/?a=1&b=2) dazu.",
    "# Titel\n\nErster Absatz.\n\n- eins\n- zwei\n\n1. drei",
    "| a | b |\n|---|---|\n| ä | ~~ö~~ |",
    "Roh <script>alert(1)</script> & <b>fett</b> – 3 < 4 > 2",
    "Bild ![Wappen](https://example.org/w.png)  \nUmbruch\nund weiter, immer weiter, bis ans Ende der Straße.",
    "Donaudampfschifffahrtsgesellschaftskapitänsmütze",
    "[Böse](javascript:alert(1)) und <a onclick=x>gut</a>\n\n> Zitat\n\n---\n\n    Code &amp;",
)
DAYS = ("2009", "2010", "2010-01", "2010-01-01", "2011-12", "2012-02-29", "2012", "2012-12-31", "2013-06", "2015")
MOMENTS = (
    "2020-06-22T09:00:00+02:00", "2020-06-22T07:00:00+00:00", "2020-06-22 09:00", "2020-06-22T09:00:00.250000+02:00",
    "2019-12-31T23:30:00-05:00", "2020-01-01T04:30:00+00:00", "2021-03-28 01:59", "2021-10-31T02:30:00+01:00",
)  # fmt: skip
PLACES = ("", "Seite 3", "Absatz „Ziele“")


def draw_content(model: Model, seed: int, nodes: int) -> Snapshot:
    """Return about `nodes` nodes of the model's types with relations between them; the same for the same seed."""
    return _Drawer(model, random.Random(seed)).content(nodes)


class _Drawer:
    def __init__(self, model: Model, chance: random.Random) -> None:
        self.model = model
        self.chance = chance
        self.snapshot = Snapshot()
        self.refs: dict[str, list[Ref]] = {}
        self.taken: set[tuple[str, Value]] = set()

    def content(self, nodes: int) -> Snapshot:
        each = max(nodes // len(self.model.types), 3)
        for name in (self.model.provenance, *self.model.types):
            if name not in self.refs:
                # The same slug stands for nodes of several types.
                self.refs[name] = [Ref(name, f"n{number}") for number in range(each)]
                for ref in self.refs[name]:
                    self.node(ref)
        for relation in self.model.relations.values():
            for end in relation.ends:
                self.end(relation, end, each)
        return self.snapshot

    def node(self, ref: Ref) -> None:
        node_type = self.model.types[ref.type]
        known = {name: p for name, p in node_type.properties.items() if name != "slug"}
        span = node_type.lifespan
        properties = self.values(known, ref.type, (span.start, span.end) if span else None)
        citations = () if ref.type == self.model.provenance else self.citations()
        self.snapshot.nodes[ref] = NodeState(ref, {"slug": ref.slug, **properties}, citations)

    def citations(self) -> tuple[Citation, ...]:
        sources = self.refs[self.model.provenance]
        chosen = self.chance.sample(sources, self.chance.randint(1, 2))
        return tuple(Citation(ref.slug, self.chance.choice(PLACES)) for ref in chosen)

    # -- values ------------------------------------------------------------------------------------------------------

    def values(
        self, properties: Mapping[str, Property], owner: str, period: tuple[str, str] | None
    ) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for prop in properties.values():
            if not prop.required and self.chance.random() < 0.35:
                continue
            value = self.unlike(lambda prop=prop: self.value(prop), prop, owner)  # type: ignore[misc]
            if value is None:
                continue
            found[prop.name] = value
            if prop.i18n:
                for language in self.model.languages:
                    if language != self.model.main_language and self.chance.random() < 0.5:
                        found[stored_name(prop, language, self.model.main_language)] = self.scalar(prop)
        if period is not None and set(period) <= found.keys():
            found |= dict(zip(period, self.period(str(found[period[0]])), strict=True))
        return found

    def period(self, start: str) -> tuple[str, str]:
        """Return `start` with an end that does not lie before it."""
        ends = [d for d in DAYS if partial_date(d).last >= partial_date(start).first]
        return start, self.chance.choice(ends)

    def unlike(self, draw: Callable[[], Value | None], prop: Property, owner: str) -> Value | None:
        """Draw until there is a value that nothing else has, where it must be unique."""
        for _ in range(200):
            value = draw()
            if not prop.unique or value is None or (prop.name, value) not in self.taken:
                self.taken |= {(prop.name, value)} if prop.unique and value is not None else set()
                return value
        raise AssertionError(f"no more values for {owner}.{prop.name}")

    def value(self, prop: Property) -> Value | None:
        if prop.references is not None:
            refs = self.refs.get(prop.references)
            return self.chance.choice(refs).slug if refs else None
        if prop.many:
            return [self.scalar(prop) for _ in range(self.chance.randint(1, 3))]
        return self.scalar(prop)

    def scalar(self, prop: Property) -> Scalar:
        chance, kind = self.chance, prop.value_type
        if kind is None:
            return chance.choice([*self.model.enums[prop.type].values])
        return kind.parse(self.written(prop, kind.name))

    def written(self, prop: Property, kind: str) -> str:
        chance = self.chance
        if prop.pattern is not None and prop.example is not None:
            return self.like(prop.example, prop.pattern)
        low, high = int(prop.minimum or 0), int(prop.maximum or 6)
        match kind:
            case "String":
                words = chance.choices(WORDS, k=chance.choice((1, 1, 2)))
                return " ".join(words) + (f" {chance.randint(0, 99)}" if prop.unique else "")
            case "Int":
                return str(chance.randint(low, min(high, low + 6)))
            case "Float":
                if prop.maximum is not None:
                    return chance.choice((f"{prop.minimum or 0:g}", "0.5", "2", "12.125", f"{prop.maximum:g}"))
                return chance.choice(("0.5", "2", "2.0", "-0.25" if prop.minimum is None else "0.75", "1e3", "12.125"))
            case "DateTime":
                return chance.choice(MOMENTS)
            case _:
                return str(chance.choice(TEXTS[kind]))

    def like(self, example: str, pattern: str) -> str:
        """Return a text of the pattern's form, a few letters and digits away from its example."""
        text = example
        for _ in range(12):
            at = self.chance.randrange(len(text))
            letters = string.digits if text[at].isdigit() else string.ascii_uppercase
            changed = text[:at] + self.chance.choice(letters) + text[at + 1 :]
            if re.fullmatch(pattern, changed):
                text = changed
        return text

    # -- relations ---------------------------------------------------------------------------------------------------

    def end(self, relation: Relation, end: End, each: int) -> None:
        starts = [ref for name in end.from_types for ref in self.refs[name]]
        ends = [ref for name in end.to_types for ref in self.refs[name]]
        if end.one or end.reverse_one:
            self.singles(relation, starts, ends, outgoing=end.one)
            return
        for _ in range(2 * each + len(end.from_types) + len(end.to_types)):
            self.tie(relation, self.chance.choice(starts), self.chance.choice(ends))

    def singles(self, relation: Relation, starts: Sequence[Ref], ends: Sequence[Ref], outgoing: bool) -> None:
        """Tie each node to one other at a time: to nobody, to one always, or to one after the other."""
        times: tuple[dict[str, Value], ...]
        times = ({}, {"until": "2010"}, {"since": "2011", "until": "2012-06"}, {"since": "2012-07-01"})
        owners, others = (starts, ends) if outgoing else (ends, starts)
        for owner in owners:
            chosen = self.chance.choice(((), (0,), (3,), (1, 2), (1, 3), (1, 2, 3)))
            for time, other in zip(chosen, self.chance.sample(others, min(len(chosen), len(others))), strict=False):
                start, end = (owner, other) if outgoing else (other, owner)
                self.tie(relation, start, end, {**times[time]}, dated=False)

    def tie(
        self, relation: Relation, start: Ref, end: Ref, times: dict[str, Value] | None = None, dated: bool = True
    ) -> None:
        if start == end:
            return
        period = ("since", "until") if dated and {"since", "until"} <= relation.properties.keys() else None
        drawn = {n: p for n, p in relation.properties.items() if dated or n not in {"since", "until"}}
        properties = {**self.values(drawn, relation.name, period), **(times or {})}
        key = EdgeKey(relation.name, start, end, edge_key_text(relation.key, properties))
        self.snapshot.edges.setdefault(key, EdgeState(key, properties, self.citations()))


TEXTS: dict[str, Sequence[str]] = {
    "Markdown": PROSE,
    "PartialDate": DAYS,
    "Boolean": ("true", "false"),
    "URL": ("https://example.org/", "https://example.org/ä?x=1#y", "http://EXAMPLE.com/A"),
    "Email": ("info@example.org", "Info@Example.org"),
    "Phone": ("+49 30 1234567", "030/123"),
    "Slug": ("eins", "zwei-2"),
}
"""What a value of each kind may be written like; numbers, moments and lines of text are drawn otherwise."""

assert VALUE_TYPES.keys() == {*TEXTS, "String", "Int", "Float", "DateTime"}
