"""Measuring: contestants take turns, so that what disturbs the machine disturbs them alike."""

from __future__ import annotations

import asyncio
import contextlib
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

import psutil

from benchmarks.contest.contestants import Client, Contestant, processor_seconds, request
from benchmarks.contest.operations import Question

CONNECTIONS = 16

PARTS = 5
"""Into how many parts a turn is cut, between which the others have theirs: what disturbs for seconds disturbs all."""


@dataclass
class Numbers:
    """What the rounds measured of one contestant and one question: one value for each round."""

    p50: list[float] = field(default_factory=list)
    p95: list[float] = field(default_factory=list)
    rate: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    server: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)

    @property
    def cpu(self) -> list[float]:
        """Processor milliseconds for each request, server and database together."""
        return [one + other for one, other in zip(self.server, self.database, strict=True)]


Measured = dict[tuple[str, str], Numbers]


def requests(question: Question, contestant: str, connection: int | None = None) -> list[bytes]:
    """Return the requests for all sets of variables, or for those of one connection of several.

    No two connections ask for the same: engagegraph answers what is asked for twice at the same time once, even where
    it keeps no answers, and that is not what is measured.
    """
    text = question.peer if contestant == "peer" else question.text
    if connection is None:
        return [request(question.name, text, variables) for variables in question.variables]
    some = question.variables[connection::CONNECTIONS]
    return [request(question.name, f"{text}\n# {connection}", variables) for variables in some]


async def alone(contestant: Contestant, sent: Sequence[bytes], seconds: float) -> list[float]:
    """Ask over one connection for so long; return the milliseconds of each answer."""
    client = await Client.open(contestant.port)
    times: list[float] = []
    end = time.perf_counter() + seconds
    at = 0
    while time.perf_counter() < end or len(times) < 5:
        begin = time.perf_counter()
        await client.ask(sent[at % len(sent)])
        times.append((time.perf_counter() - begin) * 1000)
        at += 1
    client.close()
    return times


async def together(contestant: Contestant, pick: Callable[[int], bytes], seconds: float) -> tuple[list[float], float]:
    """Ask over sixteen connections for so long what `pick` picks for each of them.

    Returns the milliseconds of each answer, and how long it took.
    """
    times: list[float] = []
    begin = time.perf_counter()
    end = begin + seconds

    async def ask(number: int, client: Client) -> None:
        while time.perf_counter() < end:
            sent = time.perf_counter()
            await client.ask(pick(number))
            times.append((time.perf_counter() - sent) * 1000)

    clients = [await Client.open(contestant.port) for _ in range(CONNECTIONS)]
    await asyncio.gather(*(ask(number, client) for number, client in enumerate(clients)))
    for client in clients:
        client.close()
    return times, time.perf_counter() - begin


@dataclass
class _Turn:
    """What one round measures of one contestant and one question, part by part."""

    alone: list[float] = field(default_factory=list)
    together: list[float] = field(default_factory=list)
    took: float = 0.0
    server: float = 0.0
    database: float = 0.0


async def rounds(
    questions: Sequence[Question],
    contestants: Sequence[Contestant],
    database: psutil.Process,
    number: int,
    seconds: float,
) -> Measured:
    """Measure every question with every contestant that answers it, in rounds of so many `seconds` for each way."""
    found: Measured = defaultdict(Numbers)
    for turn in range(-1, number):  # the first warms up
        chance = random.Random(turn)
        for question in questions:
            those = [one for one in contestants if one.name in {"engagegraph", *question.answered}]
            turns = {one.name: _Turn() for one in those}
            for part in range(PARTS):
                for contestant in chance.sample(those, len(those)):
                    taken = turns[contestant.name]
                    await _take(question, contestant, database, seconds / PARTS, part, chance, taken)
            for name, taken in turns.items():
                if turn >= 0:
                    _note(found[question.name, name], taken)
        print(f"   round {turn + 1} of {number}", flush=True)
    return found


async def _take(
    question: Question,
    contestant: Contestant,
    database: psutil.Process,
    seconds: float,
    part: int,
    chance: random.Random,
    taken: _Turn,
) -> None:
    """Measure a part of a turn: over one connection, then over sixteen."""
    sent = requests(question, contestant.name)
    begin = part * len(sent) // PARTS
    taken.alone += await alone(contestant, sent[begin:] + sent[:begin], seconds)
    each = [requests(question, contestant.name, connection) for connection in range(CONNECTIONS)]
    before = contestant.cpu(), processor_seconds(database)
    many, took = await together(contestant, partial(_choice, chance, each), seconds)
    after = contestant.cpu(), processor_seconds(database)
    taken.together += many
    taken.took += took
    taken.server += after[0] - before[0]
    taken.database += after[1] - before[1]


def _note(numbers: Numbers, taken: _Turn) -> None:
    count = len(taken.together)
    numbers.p50.append(statistics.median(taken.alone))
    numbers.p95.append(percentile(taken.alone, 95))
    numbers.p99.append(percentile(taken.together, 99) / statistics.median(taken.together))
    numbers.rate.append(count / taken.took)
    numbers.server.append(taken.server / count * 1000)
    numbers.database.append(taken.database / count * 1000)


def _choice(chance: random.Random, each: Sequence[Sequence[bytes]], connection: int) -> bytes:
    return chance.choice(each[connection])


async def mixed(
    questions: Sequence[Question], contestant: Contestant, seconds: float, write: Callable[[], None], seed: int
) -> tuple[float, int]:
    """Ask everything, variables by Zipf's law, one write for 99 reads; return reads each second, and the writes."""
    chance = random.Random(seed)
    sent = [requests(question, contestant.name) for question in questions]
    weights = [1 / (rank + 1) for rank in range(len(sent[0]))]
    writes, reads = 0, 0
    writing: Awaitable[None] | None = None

    def pick(connection: int) -> bytes:
        nonlocal reads
        reads += 1
        return chance.choices(chance.choice(sent), weights)[0]

    async def write_on() -> None:
        nonlocal writes
        while True:
            await asyncio.sleep(0.002)
            if writes < reads // 99:
                await asyncio.to_thread(write)
                writes += 1

    writing = asyncio.create_task(write_on())
    times, took = await together(contestant, pick, seconds)
    writing.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await writing
    return len(times) / took, writes


def percentile(values: Sequence[float], at: int) -> float:
    """Return the value below which `at` percent lie."""
    return sorted(values)[min(len(values) - 1, len(values) * at // 100)]
