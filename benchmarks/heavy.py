"""Is what would take longer than the time limit refused before it begins, and nothing that is quick? By example.

    python -m benchmarks.heavy                     # Germany, a private Neo4j in a temporary home
    python -m benchmarks.heavy --home FOLDER       # a home that holds the data already, or will hold it
    python -m benchmarks.heavy --keep FILE         # write down what was measured
    python -m benchmarks.heavy --kept FILE         # estimate anew what was measured before; no database

Operations that anonymous readers may send but for their cost, from the lightest of their kind to what would keep the
database busy for minutes. Each is sent once as the server sends it, to be planned and run, and ended after three times
the limit, or by the database when it takes too much memory; what was not ended is profiled afterwards. Seconds grow
with what others do on a busy machine, so the seconds that the database worked count if they are fewer.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import psutil

from benchmarks.contest.contestants import processor_seconds
from benchmarks.cost import VIEWER, germany, hits_of
from engagegraph import settings as places
from engagegraph.errors import Failure
from engagegraph.graph import local
from engagegraph.graph.client import AsyncGraph
from engagegraph.model import load_model
from engagegraph.query.counts import Counts
from engagegraph.query.ids import encode_id
from engagegraph.query.prepare import Preparer
from engagegraph.web.engines import build_preparer

PATIENCE = 3
"""After how many times the limit an operation is ended."""

QUICK = 1.0
"""What takes less seconds must not be refused."""

ENDED = {"OPERATION_TIMEOUT", "DATABASE_BUSY"}
"""What is said of what took too long, or too much memory."""


@dataclass(frozen=True)
class Sent:
    """One operation, how many seconds it took, or was given, and the database worked; without hits it was ended."""

    name: str
    text: str
    seconds: float
    worked: float
    hits: int | None

    @property
    def taken(self) -> float:
        """The seconds that count."""
        return min(self.seconds, self.worked)


def thing(kind: str, number: int = 0) -> str:
    """Return the literal that names a thing; those with low numbers have most relations."""
    return json.dumps(encode_id(kind, f"{kind.lower()}-{number}"))


HUBS = ", ".join(thing("Programme", i) for i in range(10))


def related(*hops: str, leaf: str = 'title: {contains: "xyz"}', quantifier: str = "some") -> str:
    """Return the condition that there is something behind these hops; `leaf` is what the last must fulfil."""
    inner = leaf
    for hop in reversed(hops):
        field, _, kind = hop.partition(":")
        node = f"{kind}: {{{inner}}}" if kind else inner
        inner = f"{field}: {{{quantifier}: {{node: {{{node}}}}}}}"
    return inner


def keyed(*hops: str) -> str:
    """Return the key that groups by what lies behind these hops."""
    inner = "id: VALUE"
    for hop in reversed(hops):
        field, _, kind = hop.partition(":")
        node = f"{kind}: {{{inner}}}" if kind else inner
        inner = f"{field}: {{node: {{{node}}}}}"
    return f"{{{inner}}}"


def listed(condition: str) -> str:
    """Return the condition of a list, and that it is counted."""
    return f"(where: {{{condition}}}) {{ totalCount }}"


def by(*keys: str, size: int = 100) -> str:
    """Return a grouping by these keys."""
    return f"{{ groupBy(by: [{', '.join(keys)}], first: {size}) {{ keys {{ label }} count }} }}"


def times(number: int, asked: Callable[[int], str]) -> str:
    """Return the same asked so many times, a little different each time."""
    return " ".join(f"a{i}: {asked(i)}" for i in range(number))


def path(i: int, more: str, told: str = "length") -> str:
    """Ask how a person and an event, or any two things, are connected."""
    return f"path(from: {thing('Person', i)}, to: {thing('Event', 9000 + i)}, {more}) {{ {told} }}"


def around(what: str, more: str = "depth: 3, first: 100, most: 100") -> str:
    """Ask for all around a thing."""
    told = "nodes { node { displayName } degree more { count } } edges { sentence }"
    return f"neighbourhood(id: {what}, {more}) {{ {told} }}"


def like(of: str, more: str = "") -> str:
    """Ask what these have in common, and who else has it."""
    told = "node { displayName } jaccard shared(first: 10) { displayName }"
    return f"overlap(of: [{of}]{more}) {{ jaccard others(first: 100) {{ {told} }} }}"


def happened(i: int, more: str = "") -> str:
    """Ask what happened to a programme."""
    return f"timeline(of: {thing('Programme', i)}, first: 100{more}) {{ totalCount entries {{ date sentence }} }}"


def matrix(rows: str, columns: str, size: int = 100) -> str:
    """Ask which of these have a relation to which of those, with everything that can be told of it."""
    told = "rows { totalCount entries { total } } columns { totalCount entries { total } } total cells { row column }"
    pages = f"firstRows: {size}, firstColumns: {size}"
    return f"participation(rows: {{{rows}}}, columns: {{{columns}}}, {pages}) {{ {told} }}"


TOWN, JOINT, JOINERS, ATTENDED = "onMunicipality", "programmes", "participants:onMunicipality", "attendedEvents"
ORGANISED, LETTERS = "organisers:onPartner", "aeiounrstl"
XYZ, BERG, AN_A, LARGE = (
    'name: {contains: "xyz"}',
    'name: {contains: "berg"}',
    'title: {contains: "a"}',
    "population: {gt: 5}",
)
CALLED_BERG = f"(first: 1, where: {{node: {{{BERG}}}}}) {{ totalCount }}"
FAR = related("networks", "members:onPartner", "organisedEvents")
SUPPORTED = related(JOINT, "supporters:onPartner", leaf=XYZ)
HOSTED = related(ORGANISED, "networks")
ROUND = related(JOINT, JOINERS, JOINT, JOINERS, leaf=XYZ)
ONE = 'name: {eq: "Altenberg"}'
TOLD = "totalCount nodes { displayName }"
AT = 'asOf: "2015"'

ASKED = {
    # Lists in lists, as large as the limit of rows allows.
    "a page": "programmes(first: 100) { nodes { title participants(first: 10) { nodes { name } } } }",
    "a page of pages": """programmes(first: 100) { nodes {
        participants(first: 100) { nodes { name state { name } } } } }""",
    "four levels": """programmes(first: 5) { nodes { participants(first: 10) { nodes { ... on Municipality {
        programmes(first: 10) { nodes { participants(first: 35) { nodes { name } } } } } } } } }""",
    "counted inside": f"""localAuthorities(first: 100) {{ nodes {{ ... on Municipality {{ programmes(first: 90) {{
        nodes {{ participants{CALLED_BERG} }} }} }} }} }}""",
    "grouped inside": """localAuthorities(first: 100) { nodes { ... on Municipality { programmes(first: 40) {
        nodes { participants(first: 1) { groupBy(by: [{node: {kind: VALUE}}], first: 1) { count } } } } } } }""",
    "counted in pages of pages": f"""topics(first: 100) {{ nodes {{ subjects(first: 90) {{ nodes {{ ... on Programme {{
        participants{CALLED_BERG} }} }} }} }} }}""",
    "counted over three hops inside": f"""programmes(first: 100) {{ nodes {{
        participants(first: 100, where: {{node: {{{TOWN}: {{{FAR}}}}}}}) {{ totalCount }} }} }}""",
    # Conditions: on values, and on what is related over more and more hops.
    "no hop": f"people{listed(BERG)}",
    "one hop": f"people{listed(related(ATTENDED))}",
    "one hop, none": f"people{listed(f'NOT: {{{related(ATTENDED)}}}')}",
    "two hops": f"localAuthorities{listed(SUPPORTED)}",
    "two hops, none": f"localAuthorities{listed(f'NOT: {{{SUPPORTED}}}')}",
    "two hops, every": f"localAuthorities{listed(related(JOINT, JOINERS, leaf=LARGE, quantifier='every'))}",
    "three hops": f"localAuthorities{listed(related(JOINT, JOINERS, 'networks'))}",
    "three hops, two of them few": f"people{listed(related(ATTENDED, ORGANISED, 'networks'))}",
    "three hops, one of two": f"localAuthorities{listed(f'OR: [{{{related(JOINT, JOINERS, JOINT)}}}, {{{XYZ}}}]')}",
    "four hops": f"localAuthorities{listed(ROUND)}",
    "four hops, of one": f"localAuthorities{listed(f'{ONE}, AND: [{{{ROUND}}}]')}",
    "met at once": f"localAuthorities{listed(related(JOINT, JOINERS, JOINT, leaf=AN_A))}",
    "single": f"programmes{listed(related(JOINERS, JOINT, leaf=AN_A, quantifier='single'))}",
    "ordered by number": "people(first: 10, orderBy: [{attendedEvents: {count: DESC}}]) { nodes { name } }",
    "ordered at a time": f"""localAuthorities(first: 10, {AT}, orderBy: [{{programmes: {{count: DESC}}}}]) {{
        nodes {{ name }} }}""",
    # Numbers over all rows.
    "grouped": f"localAuthorities {by('{state: {id: VALUE}}')}",
    "grouped across": f"localAuthorities {by(keyed(JOINT), '{programmes: {since: YEAR}}')}",
    "grouped across twice": f"localAuthorities {by(keyed(JOINT), keyed('networks'))}",
    "grouped across two hops": f"localAuthorities {by(keyed(JOINT, JOINERS))}",
    "grouped across three hops": f"localAuthorities {by(keyed(JOINT, JOINERS, 'networks'))}",
    "grouped under conditions": f"localAuthorities(where: {{{SUPPORTED}}}) {by(keyed(JOINT))}",
    "facets": f"""localAuthorities {{ facets(fields: [{{kind: VALUE}}, {{state: {{id: VALUE}}}}, {keyed(JOINT)},
        {{programmes: {{since: YEAR}}}}, {keyed("networks")}], first: 20) {{ buckets {{ label count }} }} }}""",
    "facets over two hops": f"""people {{ facets(fields: [{keyed(ATTENDED, "topics")}, {keyed(ATTENDED, "organisers")}],
        first: 20) {{ buckets {{ label count }} }} }}""",
    "many groupings": times(20, lambda i: f"localAuthorities {by(keyed(JOINT), size=i + 1)}"),
    "many groupings across two hops": times(
        10, lambda i: f"networks {by(keyed('members:onMunicipality', JOINT), size=i + 1)}"
    ),
    # Search.
    "search": f'search(query: "Ehrenamt", first: 20) {{ {TOLD} }}',
    "search for a letter": f'search(query: "a", first: 100) {{ {TOLD} }}',
    "search for what is in no text at once": f'search(query: "Tagung Stiftung Netzwerk", first: 100) {{ {TOLD} }}',
    "many searches": times(20, lambda i: f'search(query: "{LETTERS[i % 10]}", first: {i + 1}) {{ {TOLD} }}'),
    # Ways through the graph.
    "a path": path(7, "first: 1", "length nodes { displayName }"),
    "all paths": path(7, "all: true, first: 100", "length nodes { displayName } steps { edges { sentence } }"),
    "paths apart": path(7, "first: 5"),
    "paths apart at a time": path(7, f"first: 5, {AT}"),
    "some paths": times(10, lambda i: path(i, "first: 5")),
    "many paths": times(20, lambda i: path(i, "first: 5")),
    "many paths at a time": times(20, lambda i: path(i, f"first: 5, {AT}")),
    "paths of which there is none": times(5, lambda i: path(i, "via: [TAKES_PART, ABOUT], all: true, first: 9")),
    "around": around(thing("Municipality", 9), "depth: 1"),
    "far around": around(thing("Municipality", 9)),
    "far around a hub": around(thing("Topic")),
    "far around a hub at a time": around(thing("Topic"), f"depth: 3, first: 100, most: 100, {AT}"),
    "far around many": times(10, lambda i: around(thing("Programme", i))),
    "far around many at a time": times(
        10, lambda i: around(thing("Programme", i), f"depth: 3, first: 100, most: 100, {AT}")
    ),
    "in common": like(f"{thing('Municipality', 9)}, {thing('Municipality', 10)}"),
    "in common of ten hubs": like(HUBS),
    "others like a hub": like(thing("Topic")),
    "others like many": times(10, lambda i: like(thing("Programme", i))),
    "others like many at a time": times(10, lambda i: like(thing("Programme", i), f", {AT}")),
    "what happened": happened(0),
    "what happened to some": times(10, happened),
    "what happened to many": times(20, happened),
    # Matrices.
    "a matrix": matrix("programmes: {}", "networks: {}", 20),
    "a large matrix": matrix("localAuthorities: {}", "programmes: {}"),
    "a matrix under conditions": matrix("people: {}", f"events: {{{HOSTED}}}"),
    "a matrix under conditions on both": matrix(
        f"localAuthorities: {{{FAR}}}", f"programmes: {{{related(JOINERS, leaf=BERG)}}}"
    ),
    "a matrix of what is not": matrix(f"people: {{NOT: {{{related(ATTENDED, ORGANISED, leaf=BERG)}}}}}", "events: {}"),
    "many matrices": times(10, lambda i: matrix("people: {}", "events: {}", 30 + i)),
    # Measures: the network is read, and the page; history.
    "a ranking": "rank(type: Programme, by: DEGREE, via: [JOINED], first: 10) { entries { score node { slug } } }",
    "a ranking in all": "rank(type: Person, by: DEGREE, first: 100) { entries { score node { slug } } }",
    "a ranking under conditions": f"""rank(type: LocalAuthority, by: DEGREE, where: {{localAuthorities: {{{FAR}}}}}) {{
        totalCount entries {{ rank node {{ slug }} }} }}""",
    "communities": "communities(first: 10, members: 10) { entries { size members { node { displayName } } } }",
    "many rankings": times(10, lambda i: f'rank(type: Person, by: DEGREE, asOf: "20{i + 10}") {{ totalCount }}'),
    "many changes": times(
        20,
        lambda i: (
            f"""changes(since: {i}, first: 100) {{
        entries {{ kind node {{ slug }} properties {{ name }} }} }}"""
        ),
    ),
    "changes under conditions": f"""changes(first: 100, where: {{localAuthorities: {{{FAR}}}}}) {{
        entries {{ kind node {{ slug }} }} }}""",
}
"""By what is heavy in them."""

OPERATIONS = {name: f"{{ {asked} }}" for name, asked in ASKED.items()}


async def send(
    graph: AsyncGraph, database: psutil.Process, preparer: Preparer, limit: float, names: Sequence[str]
) -> list[Sent]:
    """Send each of these, and profile what came back."""
    found = []
    for name in names:
        bound = preparer.prepare(OPERATIONS[name], {}, None)
        begin, work, hits = time.perf_counter(), processor_seconds(database), None
        statements = [(wanted.snapshot, wanted.parameters) for wanted in bound.measures]
        came = True
        try:
            for cypher, parameters in [*statements, (bound.prepared.statement.vouched, bound.parameters)]:
                await graph.run(cypher, parameters, PATIENCE * limit)
        except Failure as failure:
            if failure.code not in ENDED:
                raise
            came = False
        seconds, worked = time.perf_counter() - begin, processor_seconds(database) - work
        if came:
            hits = await hits_of(graph, bound, 10 * PATIENCE * limit)
        found.append(Sent(name, OPERATIONS[name], seconds, worked, hits))
        print(f"   {name}: {seconds:.1f} s, worked {worked:.1f} s, {hits} hits", file=sys.stderr, flush=True)
    return found


def report(free: Preparer, limited: Preparer, sent: Sequence[Sent]) -> Iterator[str]:
    """Print each with its estimate and whether it is refused; yield what is judged wrongly."""
    limit = limited.limits.seconds
    print(f"budget {limited.limits.cost:,}, limit {limit} s\n")
    print("| operation | estimate | hits | seconds | worked | |\n| --- | ---: | ---: | ---: | ---: | --- |")
    for each in sorted(sent, key=lambda each: each.taken):
        estimated, refused = free.prepare(each.text, {}, None).estimated, False
        try:
            limited.prepare(each.text, {}, None)
        except Failure as failure:
            if failure.code != "LIMIT_COST":
                raise
            refused = True
        hits = "ended" if each.hits is None else f"{each.hits:,}"
        seconds = f"{each.seconds:.1f} | {each.worked:.1f}"
        print(f"| {each.name} | {estimated:,} | {hits} | {seconds} | {'refused' if refused else ''} |")
        if refused and each.hits is not None and each.taken < QUICK:
            yield f"{each.name} is quick and refused"
        if not refused and (each.hits is None or each.taken > limit):
            yield f"{each.name} takes too long and is not refused"


def main() -> None:
    """Send, measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.heavy")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--home", type=Path, help="a home that holds the data already, or will hold it")
    parser.add_argument("--only", nargs="+", choices=[*OPERATIONS], default=[*OPERATIONS])
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--kept", type=Path)
    options = parser.parse_args()
    model = load_model(places.schema_folder() / "model")
    limited, free = (build_preparer(model, VIEWER) for _ in range(2))
    free.limits = replace(free.limits, cost=10**18, seconds=10**6)
    if options.kept is None:
        with germany(model, options.scale, options.home) as (home, address, data):
            database = psutil.Process(local.status(home).server_pid)

            async def run() -> list[Sent]:
                async with AsyncGraph.open(address) as graph:
                    return await send(graph, database, free, limited.limits.seconds, options.only)

            sent = asyncio.run(run())
    else:
        kept: dict[str, Any] = json.loads(options.kept.read_text(encoding="utf-8"))
        sent, data = [Sent(**each) for each in kept["sent"]], kept["data"]
    if options.keep is not None:
        document = {"sent": [asdict(each) for each in sent], "data": data}
        options.keep.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    free.counts = limited.counts = Counts.read(data)
    wrong = [*report(free, limited, sent)]
    print("\n" + ("\n".join(wrong) or "all as it should be"))
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
