"""The one way to read: an operation in, an answer out, one statement to the database between.

The engine knows no driver: it is given a coroutine that runs a statement and returns positional rows.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import traceback
import uuid
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from time import monotonic
from typing import Any, TypeVar

from graphql import GraphQLError, SourceLocation

from engagegraph.errors import Failure, Problem
from engagegraph.query.limits import check_text
from engagegraph.query.measures import Measures, paged
from engagegraph.query.moment import WRITING, Moment, Rows, Run, Shown, coming_mark, looked, seen
from engagegraph.query.prepare import Bound, Preparer
from engagegraph.query.runtime import AT

Profile = Callable[[str, dict[str, Any]], Awaitable[tuple[Rows, int]]]

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds for which a read is repeated that met a commit; one that takes long is, too, until `TRIES` have."""
TRIES = 10

PAUSE, LONGEST_PAUSE = 0.005, 0.5
"""Seconds before it is repeated: first, and at most; each time twice as many."""

REST = 2
"""For how many times as long as it took to refuse an operation nothing new is prepared."""

SILENCE = 10.0
"""Seconds for which the clock may show the same commit before the database is asked whether its writer has died."""

LOG = logging.getLogger("engagegraph.query")


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an operation: `data` is None when it could not be run at all.

    `moment` is the one state of the graph that all of `data` is of, where it can be said; `reads` is what of it (see
    `reads`): 0 when no state of the graph is in it, None when every revision gives another answer; the relations in
    `at` it reads only at the nodes with these slugs. `moving` says that something was being committed of which it reads
    nothing. `cost` is what it took, where that was asked for.
    """

    data: dict[str, Any] | None
    errors: tuple[GraphQLError, ...] = ()
    moment: Moment | None = None
    reads: int | None = None
    at: Mapping[str, Sequence[str]] = field(default_factory=dict)
    moving: bool = False
    cost: Mapping[str, int] | None = None

    @property
    def code(self) -> str | None:
        """The code of the first error."""
        extensions = self.errors[0].extensions if self.errors else None
        return str(extensions["code"]) if extensions else None

    def document(self) -> dict[str, Any]:
        """Return the response as GraphQL over HTTP has it: `errors` first when there are any."""
        if not self.errors:
            told = {} if self.cost is None else {"extensions": {"cost": dict(self.cost)}}
            return {"data": self.data, **told}
        errors = [error.formatted for error in self.errors]
        return {"errors": errors} if self.data is None else {"errors": errors, "data": self.data}


class Engine:
    """Answers operations for the viewer class that `preparer` prepares for; `run` sends a statement.

    `profile` sends it so that the database counts its hits; given for viewers who may know them. `measures` is where
    networks are measured: each viewer class has one of its own.
    """

    def __init__(
        self, preparer: Preparer, run: Run, profile: Profile | None = None, measures: Measures | None = None
    ) -> None:
        self.preparer = preparer
        self._run = run
        self._profile = profile
        # What takes long is done one at a time beside the event loop, so that those who ask what is known do not wait.
        self._preparing, self._introspecting, self._shaping = asyncio.Lock(), asyncio.Lock(), asyncio.Lock()
        self._silent: tuple[Shown, float] | None = None
        self._over: Shown = None
        self._measures = measures or Measures(run, preparer.limits.seconds)

    async def answer(
        self,
        text: str,
        variables: Mapping[str, Any] | None = None,
        operation_name: str | None = None,
        *,
        least: int = 0,
        priced: bool = False,
    ) -> Answer:
        """Answer an operation from one state of the graph, of revision `least` or later; `priced`, say what it cost.

        Whatever is wrong comes back as errors with stable codes.
        """
        try:
            bound = await self._bound(text, variables or {}, operation_name)
            return await (self._priced(bound, least) if priced else self._fetch(bound, least, self._run))
        except ExceptionGroup as group:
            return Answer(None, tuple(graphql_errors(group.exceptions)))
        except Failure as failure:
            return Answer(None, tuple(map(problem_error, failure.problems)))
        except RecursionError:
            return Answer(
                None,
                (
                    problem_error(
                        Problem("TOO_DEEP", "the operation is nested too deeply", "ask in several operations")
                    ),
                ),
            )
        except Exception as error:  # noqa: BLE001 - whatever it is, its place is the log
            digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
            what = f"operation {(operation_name or 'without a name')[:80]!r} (sha256 {digest}…)"
            return Answer(None, (problem_error(internal(error, what)),))

    async def _bound(self, text: str, variables: Mapping[str, Any], operation_name: str | None) -> Bound:
        bound = self.preparer.known(text, variables, operation_name)
        if bound is None:
            check_text(text, self.preparer.limits)
            prepare = partial(self.preparer.anew, text, variables, operation_name)
            # Behind one that is refused comes a rest: no flood of them takes all the time.
            bound = await beside(self._preparing, prepare, REST)
        return bound

    async def _priced(self, bound: Bound, least: int) -> Answer:
        """Run a bound operation, and say beside the answer what it was expected to cost and what it did."""
        hits = 0

        async def run(cypher: str, parameters: dict[str, Any]) -> Rows:
            nonlocal hits
            if self._profile is None:
                return await self._run(cypher, parameters)
            rows, hits = await self._profile(cypher, parameters)
            return rows

        answer = await self._fetch(bound, least, run)
        cost = {"estimated": bound.estimated, "budget": self.preparer.limits.cost, "rows": entries(answer.data)}
        return replace(answer, cost=cost if self._profile is None else {**cost, "hits": hits})

    async def _fetch(self, bound: Bound, least: int, run: Run) -> Answer:
        """Run a bound operation and shape its row."""
        constants, shape = bound.constants, bound.prepared.shape
        if bound.introspect is not None:
            constants = {**constants, **await beside(self._introspecting, bound.introspect)}
        if not bound.prepared.statement.cypher:
            return Answer(shape([], bound.local, constants), reads=bound.prepared.reads)
        row, moment, moving, measured = await self._read(bound, least, run)
        met: dict[str, list[str]] = {name: [] for name in bound.prepared.statement.at}
        made = partial(shape, row, {**bound.local, **measured, AT: met}, constants)
        data = await beside(self._shaping, made) if bound.prepared.statement.slow else made()
        return Answer(data, moment=moment, reads=bound.prepared.reads, at=met, moving=moving)

    async def _read(self, bound: Bound, least: int, run: Run) -> tuple[list[Any], Moment | None, bool, dict[str, Any]]:
        """Return the row of a bound operation, the moment that all of it is of, and the pages of what was measured.

        It reads until there is such a moment, and measures again what was measured at another one. Before the pages it
        returns whether something else was being committed.

        There is none where the clock is missing, or shows a commit whose writer had died before it was read.
        """
        begin, pause, tries = monotonic(), PAUSE, 0
        moment: Moment | None = None
        while True:
            known = [await self._measures.get(wanted, moment, begin, fresh=tries > 0) for wanted in bound.measures]
            pages = {w.name: await paged(measure, w) for w, measure in zip(bound.measures, known, strict=True)}
            parameters = {**bound.parameters, **{name: page.ids for name, page in pages.items()}}
            [[before, row, after]] = await run(bound.prepared.statement.vouched, parameters)
            now, tries = monotonic(), tries + 1
            if not isinstance(before, list) or before != after:
                self._silent = None
            elif self._silent is None or self._silent[0] != after:
                self._silent = after, now
            moment = await self._moment(before, after, bound.prepared.reads)
            same = all(measure.moment == moment for measure in known)
            if same and moment is not None and moment.revision >= least:
                return row, moment, isinstance(after, list), pages
            if same and not least and before == after and after in (None, self._over):
                return row, None, False, pages
            impatient = tries >= TRIES and now - begin > PATIENCE
            if least and impatient:
                raise ahead(least)
            silence = 0.0 if self._silent is None else now - self._silent[1]
            if silence > SILENCE and await self._run(WRITING, {"mark": coming_mark(after)}) == [[False]]:
                self._over = after
            elif impatient and not PATIENCE <= silence <= SILENCE:
                hint = "try again in a moment, or ask for less at once"
                raise Failure.of("DATABASE_BUSY", "the graph changes faster than this can be read", hint)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _moment(self, before: Shown, after: Shown, reads: int | None) -> Moment | None:
        """Return the moment of what was read between two looks at the clock, and `reads` no more than this.

        That is none if of what it reads something was on the move.
        """
        moment = seen(before, after)
        if moment is not None or reads is None:
            return moment
        (begun, _), (ended, coming) = looked(before), looked(after)
        if begun is None or ended is None or self.preparer.reads.touched(coming).meets(reads):
            return None
        if begun != ended:
            steps = await self.preparer.reads.follow(self._run, begun, ended)
            if not steps or any(touched.meets(reads) for _, touched in steps):
                return None
        return ended


async def beside(turn: asyncio.Lock, work: Callable[[], T], rest: float = 0.0) -> T:
    """Return what `work` returns, done in a thread when it is its `turn`, which it has until the thread is done.

    Whoever leaves before leaves the thread behind: nothing can end it. After what failed the turn is nobody's for
    `rest` times as long as it took.
    """
    await turn.acquire()
    loop, begin = asyncio.get_running_loop(), monotonic()
    done = loop.run_in_executor(None, work)

    def over(done: asyncio.Future[T]) -> None:
        failed = done.cancelled() or done.exception() is not None
        loop.call_later(rest * (monotonic() - begin) * failed, turn.release)

    done.add_done_callback(over)
    return await asyncio.shield(done)


def entries(data: object) -> int:
    """Return how many objects the lists of an answer hold, whatever their depth."""
    total, waiting = 0, [data]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, list):
            total += sum(isinstance(each, dict) for each in item)
            waiting.extend(item)
    return total


def ahead(least: int) -> Failure:
    """Return the failure of who asks for a revision that is not here."""
    hint = "try again, or leave the header Engagegraph-Min-Revision out"
    return Failure.of("REVISION_AHEAD", f"revision {least} cannot be read here yet", hint)


def internal(error: BaseException, what: str) -> Problem:
    """Return what is told of a fault inside: a reference, under which the log has the rest.

    What an error says may hold values of variables, also of properties that not everybody may see; so the log names its
    type and the way it took through the program.
    """
    reference = uuid.uuid4().hex[:12]
    way = "".join(traceback.format_tb(error.__traceback__))
    kinds: list[str] = []
    at: BaseException | None = error
    while at is not None:
        code = f" {at.code} {at.problems[0].where}" if isinstance(at, Failure) else ""
        kinds.append(type(at).__name__ + code)
        at = at.__cause__
    LOG.error("%s failed, reference %s: %s\n%s", what, reference, " from ".join(kinds), way)
    return Problem("INTERNAL", f"something went wrong inside; reference {reference}", "report the reference")


def problem_error(problem: Problem) -> GraphQLError:
    """Return a problem as a GraphQL error."""
    extensions = {"code": problem.code, "hint": problem.hint, "where": problem.where}
    error = GraphQLError(
        problem.message,
        path=problem.path or None,
        extensions={name: text for name, text in extensions.items() if text},
    )
    if problem.location is not None:
        error.locations = [SourceLocation(*problem.location)]
    return error


def graphql_errors(errors: Iterable[Exception]) -> Iterable[GraphQLError]:
    """Yield what parsing and validating found, each with its code; raise what is no GraphQL error."""
    for error in errors:
        if not isinstance(error, GraphQLError):
            raise error
        syntax = error.message.startswith("Syntax Error")
        error.extensions = {**(error.extensions or {}), "code": "GRAPHQL_SYNTAX" if syntax else "GRAPHQL_INVALID"}
        yield error
