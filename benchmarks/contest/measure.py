"""Measuring: contestants take turns in rounds, so that what disturbs the machine disturbs them alike."""

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


def requests(question: Question, contestant: str, connection: int = 0) -> list[bytes]:
    """Return the requests for all sets of variables, which no two connections share.

    engagegraph answers what is asked for twice at the same time once, even where it keeps no answers; that is not what
    is measured.
    """
    text = question.peer if contestant == "peer" else question.text
    if contestant == "engagegraph":
        text += f"\n# {connection}"
    return [request(question.name, text, variables) for variables in question.variables]


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


async def rounds(
    questions: Sequence[Question],
    contestants: Sequence[Contestant],
    database: psutil.Process,
    number: int,
    seconds: float,
) -> Measured:
    """Measure every question with every contestant that answers it, in rounds."""
    found: Measured = defaultdict(Numbers)
    for turn in range(-1, number):  # the first warms up
        for question in questions:
            for contestant in contestants:
                if contestant.name not in {"engagegraph", *question.answered}:
                    continue
                sent = requests(question, contestant.name)
                chance = random.Random(turn)
                times = await alone(contestant, sent, seconds)
                before = contestant.cpu(), processor_seconds(database)
                each = [requests(question, contestant.name, number) for number in range(CONNECTIONS)]
                many, took = await together(contestant, partial(_choice, chance, each), seconds)
                after = contestant.cpu(), processor_seconds(database)
                if turn < 0:
                    continue
                numbers = found[question.name, contestant.name]
                numbers.p50.append(statistics.median(times))
                numbers.p95.append(percentile(times, 95))
                numbers.p99.append(percentile(many, 99) / statistics.median(many))
                numbers.rate.append(len(many) / took)
                numbers.server.append((after[0] - before[0]) / len(many) * 1000)
                numbers.database.append((after[1] - before[1]) / len(many) * 1000)
        print(f"   round {turn + 1} of {number}", flush=True)
    return found


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
