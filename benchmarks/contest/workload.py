"""Germany in numbers, always the same, written with the statements of the write path and without its history."""

from __future__ import annotations

import random
import tempfile
import time
from bisect import bisect
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from engagegraph import settings
from engagegraph.derive.constraints import constraints
from engagegraph.graph import local, migrate, store
from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.model.values import VALUE_TYPES
from engagegraph.write.change import Change, Citation, EdgeKey, EdgeState, NodeState, Ref, State
from engagegraph.write.history import Revision
from engagegraph.write.statement import statements
from engagegraph.write.stored import Storage

NODES = {
    "State": 16,
    "District": 294,
    "Municipality": 10_786,
    "Programme": 400,
    "Network": 200,
    "Partner": 6_000,
    "Person": 20_000,
    "Event": 15_000,
    "Topic": 60,
}
DISTRICT_FREE = 107
RELATIONS = {
    "JOINED": 120_000,
    "MEMBER_OF": 60_000,
    "SUPPORTS": 30_000,
    "WORKS_FOR": 20_000,
    "TAKES_PART": 40_000,
    "ORGANISES": 15_000,
    "ABOUT": 30_000,
}
SOURCES = 20
CHUNK = 40_000


def _words(text: str) -> list[str]:
    return text.split()


BEGINNINGS = _words(
    "Alten Berg Birken Blumen Breiten Eichen Erlen Falken Grün Hammer Hasel Hirsch Königs Linden Lüne Mühl Neu "
    "Ober Oster Rosen Schön Stein Tannen Unter Wald Weiden Wester Wolfs Ziegel Zwei"
)
ENDINGS = _words(
    "ach au bach berg born brück burg dorf feld furt garten hausen heim hof ingen kirchen leben moos ried roda "
    "stadt stedt tal wald werder winkel"
)
THEMES = _words(
    "Ehrenamt Engagement Nachbarschaft Beteiligung Jugend Vielfalt Ländlich Digital Integration Sport Kultur "
    "Umwelt Pflege Bildung Demokratie Anerkennung"
)
FORMS = _words("Forum Initiative Werkstatt Bündnis Modell Verbund Programm Offensive")
GIVEN = _words("Anna Bernd Clara Dieter Elif Frank Greta Hans Ines Jonas Katrin Lars Mira Nils Olga Peter")
FAMILY = _words(
    "Adler Brandt Conrad Dorn Ebert Fuchs Graf Hartmann Ilgen Jung Keller Lorenz Möller Neumann Özdemir Peters"
)


class Workload:
    """All nodes and relations at a scale: 1 is Germany."""

    def __init__(self, scale: float = 1.0) -> None:
        self.scale = scale
        self.chance = random.Random(20_240_101)
        self.number = {name: max(2, round(number * scale)) for name, number in NODES.items()}
        self.number["State"] = 16
        self.number["Topic"] = NODES["Topic"]
        self.titles: dict[str, str] = {}

    def slug(self, name: str, i: int) -> str:
        """Return the slug of the i-th of a type."""
        return f"{name.lower()}-{i}"

    def nodes(self) -> Iterator[NodeState]:
        """Yield the nodes."""
        for i in range(SOURCES):
            properties: dict[str, Any] = {"slug": self.slug("Source", i), "title": f"Quelle {i}", "kind": "DOCUMENT"}
            yield NodeState(Ref("Source", f"source-{i}"), properties)
        for name, number in self.number.items():
            for i in range(number):
                slug = self.slug(name, i)
                yield NodeState(Ref(name, slug), {"slug": slug, **self._properties(name, i)}, self._cited(i))

    def edges(self) -> Iterator[EdgeState]:
        """Yield the relations; no two of a kind between the same two nodes."""
        yield from self._places()
        number = {name: round(n * self.scale) for name, n in RELATIONS.items()}
        authorities = [*self._all("Municipality"), *self._all("District")]
        programmes, networks = self._all("Programme"), self._all("Network")
        partners, people, events = self._all("Partner"), self._all("Person"), self._all("Event")
        yield from self._ties("JOINED", authorities, programmes, number["JOINED"], "PARTICIPANT PILOT_SITE HOST")
        members = number["MEMBER_OF"]
        yield from self._ties("MEMBER_OF", authorities, networks, members * 3 // 4, "MEMBER FOUNDING_MEMBER")
        yield from self._ties("MEMBER_OF", partners, networks, members // 4, "MEMBER GUEST")
        yield from self._ties("SUPPORTS", partners, programmes, number["SUPPORTS"], "FUNDER CARRIER COORDINATOR")
        yield from self._ties("WORKS_FOR", people, partners, number["WORKS_FOR"], "")
        yield from self._ties("TAKES_PART", people, events, number["TAKES_PART"], "SPEAKER CHAIR CONTACT")
        yield from self._ties("ORGANISES", partners, events, number["ORGANISES"], "ORGANISER HOST")
        subjects = [*programmes, *networks, *events, *partners]
        yield from self._ties("ABOUT", subjects, self._all("Topic"), number["ABOUT"], "")

    def _all(self, name: str) -> list[Ref]:
        return [Ref(name, self.slug(name, i)) for i in range(self.number[name])]

    def _cited(self, i: int) -> tuple[Citation, ...]:
        return (Citation(f"source-{i % SOURCES}", f"Seite {i % 90}"),)

    def _properties(self, name: str, i: int) -> dict[str, Any]:
        pick = self.chance.choice
        place = f"{pick(BEGINNINGS)}{pick(ENDINGS)}"
        theme = f"{pick(FORMS)} {pick(THEMES)} {place}"
        match name:
            case "State":
                return {"name": f"Land {i:02} {place}", "ags": f"{i + 1:02}", "population": 1_000_000 + i}
            case "District":
                return {"name": f"Landkreis {place}", "kind": "LANDKREIS", "ags": f"{i + 10_000:05}", **self._size()}
            case "Municipality":
                kind = "KREISFREIE_STADT" if i < DISTRICT_FREE * self.scale else pick(["STADT", "GEMEINDE"])
                return {"name": place, "kind": kind, "ags": f"{i + 10_000_000:08}", **self._size()}
            case "Programme":
                start = self.chance.randint(1995, 2023)
                return {
                    "title": theme,
                    "kind": "PROGRAMME",
                    "start": f"{start}-{i % 12 + 1:02}",
                    "summary": _text(theme),
                }
            case "Network":
                return {
                    "title": f"Netzwerk {theme}",
                    "kind": "NETWORK",
                    "founded": str(1990 + i % 34),
                    "summary": _text(theme),
                }
            case "Partner":
                return {"name": f"{pick(['Stiftung', 'Verein', 'Agentur'])} {theme}", "kind": "ASSOCIATION"}
            case "Person":
                family = f"{pick(FAMILY)}-{pick(FAMILY)}"
                return {"name": f"{pick(GIVEN)} {family}", "familyName": family}
            case "Event":
                day = f"{self.chance.randint(2005, 2024)}-{i % 12 + 1:02}-{i % 28 + 1:02}"
                return {"title": f"Tagung {theme}", "kind": "CONFERENCE", "date": day}
            case _:
                return {"title": f"Thema {i:02} {pick(THEMES)}"}

    def _size(self) -> dict[str, Any]:
        return {"population": self.chance.randint(300, 900_000), "areaKm2": round(self.chance.uniform(2, 400), 2)}

    def _places(self) -> Iterator[EdgeState]:
        states, districts = self._all("State"), self._all("District")
        for i, ref in enumerate(districts):
            yield self._edge("LOCATED_IN", ref, states[i % 16], i, {})
        free = DISTRICT_FREE * self.scale
        for i, ref in enumerate(self._all("Municipality")):
            district = i % len(districts)
            yield self._edge("LOCATED_IN", ref, states[i % 16 if i < free else district % 16], i, {})
            if i >= free:
                yield self._edge("LOCATED_IN", ref, districts[district], i, {})

    def _ties(self, relation: str, starts: list[Ref], ends: list[Ref], number: int, roles: str) -> Iterator[EdgeState]:
        """Yield relations whose ends are chosen by Zipf's law."""
        weights = [*accumulate(1 / (rank + 1) ** 0.8 for rank in range(len(ends)))]
        drawn: set[tuple[int, int]] = set()
        chance, most = self.chance, min(number, len(starts) * len(ends) // 2)
        choices = roles.split()
        while len(drawn) < most:
            start, end = chance.randrange(len(starts)), bisect(weights, chance.random() * weights[-1])
            if (start, end) in drawn:
                continue
            drawn.add((start, end))
            properties: dict[str, Any] = {"role": chance.choice(choices)} if choices else {}
            if relation != "ABOUT":
                since = chance.randint(1998, 2022)
                properties["since"] = f"{since}-{len(drawn) % 12 + 1:02}"
                if chance.random() < 0.5:
                    properties["until"] = str(since + 1 + len(drawn) % 6)
            yield self._edge(relation, starts[start], ends[end], len(drawn), properties)

    def _edge(self, relation: str, start: Ref, end: Ref, i: int, properties: dict[str, Any]) -> EdgeState:
        parts = {"TAKES_PART": ["role"], "ORGANISES": ["role"], "SUPPORTS": ["role", "phase"]}.get(relation, [])
        key = "|".join(str(properties.get(name, "")) for name in parts)
        return EdgeState(EdgeKey(relation, start, end, key), properties, self._cited(i))


def _text(theme: str) -> str:
    return f"Ein Vorhaben zum Thema {theme} mit **Kommunen**, Vereinen und Verbänden vor Ort."


def load(graph: Graph, model: Model, workload: Workload) -> dict[str, int]:
    """Write the workload into an empty database as revision 1; return how many nodes and relations there are."""
    _check(model, workload)
    migrate.prepare(graph, model, constraints(model), settings.migrations_folder())
    storage = Storage(model)
    counted = {"nodes": 0, "relations": 0}
    found: tuple[tuple[str, Iterator[State]], ...] = (("nodes", workload.nodes()), ("relations", workload.edges()))
    for what, states in found:
        while chunk := [Change(None, state) for state in islice(states, CHUNK)]:
            with graph.transaction() as tx:
                deque(store.run_all(tx, statements(storage, chunk)), maxlen=0)
            counted[what] += len(chunk)
            print(f"   {counted[what]} {what}", flush=True)
    revision = Revision(1, datetime.now(UTC), "benchmark", "", "", "", sum(counted.values()), 0, 0)
    with graph.transaction() as tx:
        store.record(tx, revision)
        cypher = f"MATCH {store.DATASET} SET d.revision = 1, d.nodes = $nodes, d.relations = $relations"
        tx.run(cypher, counted)
    store.settle(graph)
    graph.run("CALL db.awaitIndexes(600)")
    graph.run("CALL db.resampleOutdatedIndexes()")
    return counted


@contextmanager
def stocked(model: Model, workload: Workload, home: Path | None) -> Iterator[tuple[Path, Address]]:
    """Yield a home whose private Neo4j holds the workload, and the address; without `home` a temporary one."""
    with ExitStack() as stack:
        if home is None:
            home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            stack.callback(local.stop, home, force=True)
        address = stack.enter_context(local.lease(home))
        with Graph.open(address) as graph:
            if not graph.run("MATCH (d:_Dataset) RETURN 1"):
                begin = time.perf_counter()
                counted = load(graph, model, workload)
                taken = time.perf_counter() - begin
                print(f"{counted['nodes']} nodes, {counted['relations']} relations, in {taken:.0f} s")
            migrate.require(graph, model)  # of a home that an older version filled, answers would be others
        yield home, address


def _check(model: Model, workload: Workload) -> None:
    """See that the first of each type and relation is what the model allows: names, and values as they are written."""
    seen = set()
    small = Workload(0.01)
    states: list[State] = [*small.nodes(), *small.edges()]
    for state in states:
        name = state.ref.type if isinstance(state, NodeState) else state.key.relation
        declared = model.types[name].properties if isinstance(state, NodeState) else model.relations[name].properties
        for prop, value in state.properties.items():
            kind = declared[prop].type
            if kind in VALUE_TYPES and VALUE_TYPES[kind].parse(str(value)) != value:
                raise SystemExit(f"{name}.{prop} is not written as the model has it: {value}")
        seen.add(name)
    if missing := {*NODES, *RELATIONS} - seen:
        raise SystemExit(f"nothing made of {missing}")
