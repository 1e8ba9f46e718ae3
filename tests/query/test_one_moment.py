"""Each answer is of one state of the graph: what the engine does when the clock moves, is silent or is not there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from engagegraph.query import engine as engines
from engagegraph.query.engine import PATIENCE, SILENCE, TRIES, Answer, Engine
from engagegraph.query.moment import ANYTHING, FOLLOWING, WRITING, Moment, Shown, new_mark, vouched
from engagegraph.query.prepare import Preparer

Ask = Callable[..., tuple[Answer, int]]

MOVING = ["7 x", "8 y", ANYTHING]
"""What the clock shows while anything may be on the move."""


@pytest.fixture
def ask(small_preparers: Mapping[str, Preparer], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Ask while the clock shows this before and after each reading (the last of it for ever); answer and readings.

    A reading takes no time, a pause as long as it says.
    """
    now = [50.0]
    monkeypatch.setattr(engines, "monotonic", lambda: now[0])

    async def pause(seconds: float) -> None:
        now[0] += seconds

    monkeypatch.setattr(asyncio, "sleep", pause)

    def answer(
        *looks: tuple[Shown, Shown],
        least: int = 0,
        seconds: float = 0.0,
        written: Sequence[list[Any]] = (),
        writing: str | None = None,
    ) -> tuple[Answer, int]:
        reads = 0

        async def run(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
            nonlocal reads
            if cypher == FOLLOWING:
                return [row for row in written if parameters["since"] <= row[0] <= parameters["until"]]
            if cypher == WRITING:
                return [[parameters["mark"] == writing and writing is not None]]
            assert "_Clock" in cypher
            before, after = looks[min(reads, len(looks) - 1)]
            reads += 1
            now[0] += seconds
            return [[before, [reads], after]]

        engine = Engine(small_preparers["public"], run)
        return asyncio.run(engine.answer("{ clubs { totalCount } }", least=least)), reads

    return answer


def count(answer: Answer) -> Any:
    assert answer.data is not None
    return answer.data["clubs"]["totalCount"]


def test_the_same_moment_twice_vouches_for_the_answer(ask: Ask) -> None:
    answer, reads = ask(("7 x", "7 x"))
    assert (answer.moment, count(answer), reads) == (Moment(7, "x"), 1, 1)
    assert answer.reads != 0


@pytest.mark.parametrize(
    "first",
    [("7 x", "8 y"), ("7 x", MOVING), (["", "7 x", ANYTHING], "7 x"), (MOVING, MOVING), ("7 x", "7 y"), (None, "1 x")],
)
def test_what_was_read_while_the_clock_moved_is_read_again(ask: Ask, first: tuple[Shown, Shown]) -> None:
    answer, reads = ask(first, ("8 z", "8 z"))
    assert (answer.moment, count(answer), reads) == (Moment(8, "z"), 2, 2)


@pytest.mark.parametrize(
    ("looks", "written", "moment"),
    [
        (("7 x", ["7 x", "8 y", "Town"]), [], Moment(7, "x")),
        ((["7 x", "8 y", "Town"], ["7 x", "9 z", "Town", "Club.title"]), [], Moment(7, "x")),
        ((["7 x", "8 y", "Town"], "8 y"), [[7, "x", None], [8, "y", ["Town"]]], Moment(8, "y")),
        (("7 x", ["9 z", "10 a"]), [[7, "x", None], [8, "y", ["Town"]], [9, "z", ["MEMBER_OF"]]], Moment(9, "z")),
    ],
)
def test_what_reads_nothing_of_what_is_on_the_move_is_read_once(
    ask: Ask, looks: tuple[Shown, Shown], written: list[list[Any]], moment: Moment
) -> None:
    answer, reads = ask(looks, written=written)
    assert (answer.moment, answer.moving, reads) == (moment, isinstance(looks[1], list), 1)


@pytest.mark.parametrize(
    ("looks", "written"),
    [
        (("7 x", ["7 x", "8 y", "Town", "Club"]), []),
        (("7 x", ["7 x", "8 y", "Town", ANYTHING]), []),
        (("7 x", ["", "8 y", "Town"]), []),
        (("7 x", "8 y"), [[8, "y", ["Town"]]]),
        (("7 x", "8 y"), [[7, "x", None], [8, "y", ["Club"]]]),
        (("7 x", "8 y"), [[7, "x", None], [8, "y", None]]),
        (("7 x", "9 z"), [[7, "x", None], [8, "y", ["Club"]], [9, "z", ["Town"]]]),
        (("7 x", "6 w"), [[6, "w", ["Town"]], [7, "x", ["Town"]]]),
    ],
)
def test_what_reads_some_of_what_is_on_the_move_is_read_again(
    ask: Ask, looks: tuple[Shown, Shown], written: list[list[Any]]
) -> None:
    answer, reads = ask(looks, ("9 z", "9 z"), written=written)
    assert (answer.moment, answer.moving, reads) == (Moment(9, "z"), False, 2)


def test_what_changes_all_the_time_is_not_answered(ask: Ask) -> None:
    answer, reads = ask(("7 x", "8 y"))
    assert (answer.code, answer.moment) == ("DATABASE_BUSY", None)
    assert reads >= TRIES


def test_a_long_question_is_asked_as_often_as_a_short_one(ask: Ask) -> None:
    answer, reads = ask(("7 x", "8 y"), seconds=10 * PATIENCE)
    assert (answer.code, reads) == ("DATABASE_BUSY", TRIES)
    answer, reads = ask(*[("7 x", "8 y")] * (TRIES - 1), ("9 z", "9 z"), seconds=10 * PATIENCE)
    assert (answer.moment, reads) == (Moment(9, "z"), TRIES)


def test_a_clock_that_stays_silent_belongs_to_a_writer_that_died(ask: Ask) -> None:
    for shown in (["", "7 x", ANYTHING], ["7 x", "8 y", "Club"]):
        answer, reads = ask((shown, shown))
        assert (answer.moment, answer.errors) == (None, ())
        assert reads > SILENCE / engines.LONGEST_PAUSE
    # One that speaks in between does not: others are writing.
    others: list[list[tuple[Shown, Shown]]] = [
        [(MOVING, MOVING), (MOVING, "8 y"), ("8 y", MOVING)] * 20,
        [(["7 x", "8 y", "Club"], ["7 x", "8 y", "Club"]), (["8 y", "9 z", "Club"], ["8 y", "9 z", "Club"])] * 20,
        # Somebody died without a word, and others commit: only what comes is another.
        [(MOVING, MOVING), (["7 x", "8 b", ANYTHING], ["7 x", "8 b", ANYTHING])] * 20,
    ]
    for looks in others:
        answer, _ = ask(*looks, ("9 z", "9 z"))
        assert answer.code == "DATABASE_BUSY"


def test_a_writer_that_still_commits_has_not_died_however_long_that_takes(ask: Ask) -> None:
    shown: Shown = ["7 x", "8 y", "Club"]
    answer, reads = ask((shown, shown), writing="y")
    assert (answer.code, answer.moment) == ("DATABASE_BUSY", None)
    assert reads > SILENCE / engines.LONGEST_PAUSE
    answer, _ = ask(*[(shown, shown)] * (reads - 1), ("8 y", "8 y"), writing="y")
    assert answer.moment == Moment(8, "y")
    # Another one commits, and the one that is shown is over: what is read from then on is answered.
    answer, later = ask((shown, shown), writing="z")
    assert (answer.moment, answer.errors, count(answer)) == (None, (), later)


def test_without_a_clock_nothing_is_vouched_for(ask: Ask) -> None:
    answer, reads = ask((None, None))
    assert (answer.moment, count(answer), reads) == (None, 1, 1)


@pytest.mark.parametrize("shown", ["7 x", MOVING, None])
def test_who_names_a_revision_gets_nothing_older(ask: Ask, shown: Shown) -> None:
    answer, _ = ask((shown, shown), ("8 y", "8 y"), least=8)
    assert answer.moment == Moment(8, "y")
    answer, reads = ask((shown, shown), least=8)
    assert (answer.code, answer.data) == ("REVISION_AHEAD", None)
    assert reads >= TRIES


def test_what_the_schema_answers_is_of_no_moment(small_preparers: Mapping[str, Preparer]) -> None:
    async def nobody(cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
        raise AssertionError(f"sent: {cypher}")

    answer = asyncio.run(Engine(small_preparers["public"], nobody).answer("{ __typename }", least=5))
    assert (answer.data, answer.moment, answer.reads) == ({"__typename": "Query"}, None, 0)


def test_moments_are_written_and_read() -> None:
    one, other = Moment(3, new_mark()), Moment(3, new_mark())
    assert one != other
    assert Moment.read(str(one)) == one


def test_the_clock_is_looked_at_before_and_after(small_preparers: Mapping[str, Preparer]) -> None:
    statement = (
        small_preparers["public"].prepare("{ clubs { totalCount aggregate { count } } }", {}, None).prepared.statement
    )
    first, second = (statement.vouched.index(f"MATCH (clock_{when}:_Clock)") for when in ("before", "after"))
    rows = [at for at in range(len(statement.vouched)) if statement.vouched.startswith(":Club", at)]
    assert rows
    assert all(first < at < second for at in rows)
    assert vouched("CALL\n", ["1", "2"]).count("CALL\nWITH shown_before, [1,\n       2] AS answered") == 1
