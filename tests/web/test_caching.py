"""What the cache may answer, without a database: the clock, shared queries, bounds."""

from __future__ import annotations

import asyncio
import gc
import gzip
from collections.abc import Callable, Coroutine
from functools import partial
from time import monotonic
from typing import Any

import orjson
import pytest

from engagegraph.cli.serve import listen
from engagegraph.errors import Failure
from engagegraph.model.stored import touched_at
from engagegraph.query import engine as engines
from engagegraph.query.engine import Engine
from engagegraph.query.lru import Lru
from engagegraph.query.moment import ANYTHING, FOLLOWING, LOOK, WRITING, Moment
from engagegraph.query.prepare import Preparer
from engagegraph.query.reads import Reads
from engagegraph.web import census as censuses
from engagegraph.web import clock as clocks
from engagegraph.web import graphql as endpoints
from engagegraph.web import responses
from engagegraph.web.body import WORTH, Body
from engagegraph.web.census import Census
from engagegraph.web.clock import BELIEVED, Clock
from engagegraph.web.engines import View, Views
from engagegraph.web.graphql import Endpoint
from engagegraph.web.past import MOST_STEPS, Past
from engagegraph.web.responses import AGE, AT_OVERHEAD, MEGABYTES, OVERHEAD, Reply, Responses, cache_bytes
from engagegraph.web.viewers import Doorkeeper

Rows = list[list[Any]]
TEXT = "{ clubs { totalCount } }"


class Database:
    """Shows a clock and answers each statement with its revision; counts what is asked."""

    def __init__(self) -> None:
        self.shown: Any = "1 a"
        self.looks = 0
        self.reads = 0
        self.cancelled = 0
        self.slow = 0.0
        self.written: Rows = []
        self.followed = 0
        self.gone = False
        self.read: int | None = None
        self.row: list[Any] | None = None
        self.while_reading: Callable[[], None] = lambda: None

    async def run(self, cypher: str, parameters: dict[str, Any]) -> Rows:
        if cypher == FOLLOWING:
            self.followed += 1
            await asyncio.sleep(0)
            if self.gone:
                raise Failure.of("DATABASE_UNAVAILABLE", "", "")
            return [row for row in self.written if parameters["since"] <= row[0] <= parameters["until"]]
        if cypher == WRITING:
            return [[False]]
        if cypher == LOOK:
            self.looks += 1
            await asyncio.sleep(0)
            return [[self.shown]]
        self.reads += 1
        before = self.shown
        try:
            await asyncio.sleep(self.slow)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        self.while_reading()
        count = self.reads if self.read is None else self.read
        read = self.row or ([[count]] if "_Dataset" in cypher else count)
        return [[before, [read, read], self.shown]]


class Time:
    """A clock of the machine that stands still unless told otherwise."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        for module in (clocks, engines, endpoints, responses):
            monkeypatch.setattr(module, "monotonic", lambda: self.now)


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    return Time(monkeypatch)


@pytest.fixture
def database() -> Database:
    return Database()


def endpoint(preparers: dict[str, Preparer], database: Database, weight: int = 1_000_000) -> Endpoint:
    async def nobody(cypher: str, parameters: dict[str, Any]) -> Rows:
        return [["editor"]]

    def build(viewer: str) -> View:
        return View(None, Engine(preparers[viewer], database.run))  # type: ignore[arg-type]  # no request needs it

    views = Views(build, lambda: None)
    views.made.update({name: build(name) for name in preparers})
    clock = Clock(database.run, lambda _: None)
    past = Past(clock, database.run, Reads(preparers["public"].model))
    return Endpoint(views, Doorkeeper(nobody, preparers), Responses(clock, past, weight))


@pytest.fixture
def served(small_preparers: dict[str, Preparer], database: Database) -> Endpoint:
    return endpoint(small_preparers, database)


class Sent:
    """What came back."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: dict[str, str] = {}
        self.body = b""

    @property
    def code(self) -> str:
        return str(orjson.loads(self.body)["errors"][0]["extensions"]["code"])


async def ask(
    served: Endpoint, text: str = TEXT, method: str = "POST", gone: asyncio.Event | None = None, **headers: str
) -> Sent:
    """Send a request as an ASGI server does; `gone` tells when the client goes away."""
    sent = Sent()
    query = ("query=" + text.replace(" ", "%20")).encode() if method == "GET" else b""
    body = orjson.dumps({"query": text}) if method == "POST" else b""
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http",
        "method": method,
        "path": "/graphql",
        "query_string": query,
        "headers": [(b"content-type", b"application/json"), *named],
    }
    messages = [{"type": "http.request", "body": body}]

    async def receive() -> dict[str, Any]:
        if messages:
            return messages.pop()
        await (gone or asyncio.Event()).wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            sent.status = message["status"]
            sent.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            sent.body += message["body"]

    await served(scope, receive, send)
    return sent


def run(work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(work)


# -- what is kept ----------------------------------------------------------------------------------------------------


def test_an_answer_is_kept_until_the_revision_changes(served: Endpoint, database: Database, time: Time) -> None:
    async def work() -> None:
        first, again = await ask(served), await ask(served)
        assert (first.body, first.headers) == (again.body, again.headers)
        assert first.headers["engagegraph-revision"] == "1"
        assert (database.reads, database.looks) == (1, 0)
        database.shown = "2 b"
        time.now += BELIEVED - 0.01
        assert (await ask(served)).body == first.body
        time.now += 0.02
        changed = await ask(served)
        assert changed.headers["engagegraph-revision"] == "2"
        assert changed.body != first.body
        assert (database.reads, database.looks) == (2, 1)

    run(work())


def later(time: Time, database: Database, *written: tuple[int, str, list[str] | None]) -> None:
    """Let the database have had these revisions, and time enough go by for that to be known."""
    database.written += map(list, written)
    number, mark, _ = written[-1]
    database.shown = f"{number} {mark}"
    time.now += BELIEVED


def test_an_answer_is_kept_until_a_revision_touches_what_it_reads(
    served: Endpoint, database: Database, time: Time
) -> None:
    async def work() -> None:
        database.written = [[1, "a", None]]
        first = await ask(served)
        later(time, database, (2, "b", ["Club.title", "Person"]), (3, "c", ["MEMBER_OF"]))
        spared = await ask(served)
        assert (spared.body, spared.headers["engagegraph-revision"]) == (first.body, "3")
        assert (await ask(served, engagegraph_min_revision="3")).body == first.body
        assert (database.reads, database.looks) == (1, 1)
        later(time, database, (4, "d", ["Club"]))
        changed = await ask(served)
        assert (changed.body != first.body, changed.headers["engagegraph-revision"]) == (True, "4")
        later(time, database, (5, "e", None))
        assert (await ask(served)).headers["engagegraph-revision"] == "5"
        assert database.reads == 3

    run(work())


@pytest.mark.parametrize(
    "written",
    [
        [(2, "b", ["Town"])],  # nobody says which revision the known moment was of
        [(1, "other", ["Town"]), (2, "b", ["Town"])],
        [(1, "a", ["Town"]), (2, "other", ["Town"])],
        [(1, "a", ["Town"]), (3, "c", ["Town"])],
        [(1, "a", None), (2 + MOST_STEPS, "z", ["Town"])],
    ],
)
def test_what_was_kept_before_a_gap_is_of_no_use(
    written: list[tuple[int, str, list[str]]], served: Endpoint, database: Database, time: Time
) -> None:
    async def work() -> None:
        first = await ask(served)
        await ask(served)
        later(time, database, *written)
        if written[-1][1] == "other":
            database.shown = "2 b"
        again = await ask(served)
        assert again.body != first.body
        assert database.reads == 2

    run(work())


def test_many_who_ask_follow_together(served: Endpoint, database: Database, time: Time) -> None:
    async def work() -> None:
        database.written = [[1, "a", None]]
        await asyncio.gather(ask(served), ask(served, TEXT + " "))
        await asyncio.gather(ask(served), ask(served, TEXT + " "))
        later(time, database, (2, "b", ["Town"]))
        answers = await asyncio.gather(*(ask(served, TEXT + " " * (i % 2)) for i in range(10)))
        assert {a.headers["engagegraph-revision"] for a in answers} == {"2"}
        assert (database.reads, database.looks, database.followed) == (2, 1, 1)

    run(work())


def test_when_nobody_can_follow_who_asks_reads(served: Endpoint, database: Database, time: Time) -> None:
    async def work() -> None:
        first = await ask(served)
        await ask(served)
        later(time, database, (2, "b", ["Town"]))
        database.gone = True
        assert (await ask(served)).body != first.body

    run(work())


def test_relations_that_come_and_go_elsewhere_leave_an_answer_alone(
    served: Endpoint, database: Database, time: Time
) -> None:
    async def work() -> None:
        database.written = [[1, "a", None]]
        database.row = [5, "sv"]
        text = '{ club(slug: "sv") { members { totalCount } slug } }'
        first = await ask(served, text)
        assert orjson.loads(first.body)["data"] == {"club": {"members": {"totalCount": 5}, "slug": "sv"}}
        other = [touched_at("MEMBER_OF", "chor"), touched_at("MEMBER_OF", "ben")]
        later(time, database, (2, "b", other))
        assert (await ask(served, text)).headers["engagegraph-revision"] == "2"
        assert database.reads == 1
        later(time, database, (3, "c", [touched_at("MEMBER_OF", "sv"), touched_at("MEMBER_OF", "ben")]))
        await ask(served, text)
        assert database.reads == 2
        later(time, database, (4, "d", ["MEMBER_OF"]))
        await ask(served, text)
        assert database.reads == 3
        held = served.responses.kept.held
        assert held == len(first.body) + OVERHEAD + AT_OVERHEAD + 2

    run(work())


def test_what_has_settled_is_known_while_the_next_is_coming(served: Endpoint, database: Database, time: Time) -> None:
    async def work() -> None:
        database.written = [[1, "a", None]]
        old = await ask(served)
        later(time, database, (2, "b", ["Club"]))
        database.shown = ["2 b", "3 c", "Town"]
        fresh = await ask(served)
        assert (fresh.body != old.body, fresh.headers["engagegraph-revision"]) == (True, "2")
        assert (await ask(served, engagegraph_min_revision="2")).body == fresh.body
        time.now += engines.PATIENCE + BELIEVED
        assert await served.responses.clock.present() is None  # who writes may have died

    run(work())


def test_when_following_fails_all_who_wait_are_told_at_once(served: Endpoint, database: Database, time: Time) -> None:
    async def work() -> None:
        await ask(served)
        later(time, database, (2, "b", ["Town"]))
        database.gone = True
        found = await asyncio.gather(*(served.responses.past.present() for _ in range(10)), return_exceptions=True)
        assert [type(one) for one in found] == [Failure] * 10
        assert database.followed == 1

    run(work())


def test_what_says_the_revision_is_of_one_only(served: Endpoint, database: Database, time: Time) -> None:
    async def work() -> None:
        database.written = [[1, "a", None]]
        text = "{ dataset { revision } }"
        first = await ask(served, text)
        assert (await ask(served, text)).body == first.body
        later(time, database, (2, "b", ["Town"]))
        await ask(served, text)
        assert database.reads == 2

    run(work())


def test_nothing_is_kept_for_longer_than_a_minute(served: Endpoint, time: Time) -> None:
    async def work() -> None:
        first = await ask(served)
        time.now += AGE
        assert (await ask(served)).body == first.body
        time.now += 0.1
        assert (await ask(served)).body != first.body
        text = "{ __typename }"
        await ask(served, text)
        time.now += 2 * AGE
        await ask(served, text)
        assert served.responses.kept.hits == 2

    run(work())


def test_a_database_restored_from_a_backup_is_another_one(served: Endpoint, database: Database, time: Time) -> None:
    async def work() -> None:
        first = await ask(served)
        database.shown = "1 other"
        time.now += BELIEVED
        assert (await ask(served)).body != first.body

    run(work())


def test_viewers_do_not_share(served: Endpoint, database: Database) -> None:
    async def work() -> None:
        public, editor = await ask(served), await ask(served, authorization="Bearer eg_x")
        assert public.body != editor.body
        assert database.reads == 2

    run(work())


def test_errors_are_not_kept_and_the_schema_is(served: Endpoint, database: Database) -> None:
    async def work() -> None:
        for _ in range(2):
            assert (await ask(served, "{ nothing }")).code == "GRAPHQL_INVALID"
        assert len(served.responses.kept) == 0
        first, again = [await ask(served, "{ __schema { queryType { name } } }") for _ in range(2)]
        assert first.body == again.body
        assert (database.reads, database.looks, served.responses.kept.hits) == (0, 0, 1)

    run(work())


def test_without_room_nothing_is_kept(small_preparers: dict[str, Preparer], database: Database) -> None:
    async def work() -> None:
        served = endpoint(small_preparers, database, weight=0)
        first, other = await ask(served), await ask(served)
        assert first.body != other.body
        assert database.reads == 2

    run(work())


# -- one moment ------------------------------------------------------------------------------------------------------


def test_a_read_that_meets_a_commit_is_repeated(small_preparers: dict[str, Preparer], database: Database) -> None:
    def commit() -> None:
        if database.reads == 1:
            database.shown = "2 b"

    async def work() -> None:
        database.while_reading = commit
        answer = await ask(endpoint(small_preparers, database))
        assert answer.headers["engagegraph-revision"] == "2"
        assert database.reads == 2

    run(work())


def test_a_writer_that_died_holds_nobody_up_for_long(
    served: Endpoint, database: Database, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def pause(seconds: float) -> None:
        time.now += seconds

    async def work() -> None:
        kept = await ask(served)
        database.shown = ["1 a", "2 b", ANYTHING]
        time.now += BELIEVED
        assert (await ask(served)).body == kept.body  # the moment before is still the present one
        time.now += engines.PATIENCE
        monkeypatch.setattr(asyncio, "sleep", pause)
        unsaid = await ask(served)
        assert unsaid.status == 200
        assert "engagegraph-revision" not in unsaid.headers
        reads, now = database.reads, time.now
        other = await ask(served)
        assert (database.reads, time.now) == (reads + 1, now)
        assert other.body != unsaid.body  # nothing was kept

    run(work())


def test_who_names_a_revision_never_reads_an_older_one(
    served: Endpoint, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clocks, "PATIENCE", 0.1)

    async def work() -> None:
        await ask(served)
        database.shown = "2 b"
        named = await ask(served, engagegraph_min_revision="2")
        assert named.headers["engagegraph-revision"] == "2"
        ahead = await ask(served, engagegraph_min_revision="3")
        assert (ahead.status, ahead.code, ahead.headers["retry-after"]) == (503, "REVISION_AHEAD", "2")
        for wrong in ("x", "-1", "1.5", "", "9" * 20):
            refused = await ask(served, engagegraph_min_revision=wrong)
            assert (refused.status, refused.code) == (400, "HTTP_REQUEST")

    run(work())


def test_who_asks_what_it_costs_gets_no_kept_answer_and_leaves_none(served: Endpoint, database: Database) -> None:
    async def work() -> None:
        priced = [await ask(served, engagegraph_cost="1") for _ in range(2)]
        assert database.reads == 2
        assert all("cost" in orjson.loads(sent.body)["extensions"] for sent in priced)
        assert [sent.headers["cache-control"] for sent in priced] == ["no-store"] * 2
        plain = [await ask(served, engagegraph_cost="0"), await ask(served)]
        assert database.reads == 3
        assert all("extensions" not in orjson.loads(sent.body) for sent in plain)
        assert (await ask(served, engagegraph_cost="2")).code == "HTTP_REQUEST"

    run(work())


def test_whatever_goes_wrong_has_the_one_shape(served: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(viewer: str) -> View:
        raise ZeroDivisionError(f"for {viewer}")

    monkeypatch.setattr(served.views, "get", broken)
    sent = run(ask(served))
    assert (sent.status, sent.code) == (500, "INTERNAL")
    assert b"public" not in sent.body


def test_variables_that_are_nested_too_deeply_are_refused() -> None:
    deep: Any = 1
    for _ in range(300):
        deep = [deep]
    with pytest.raises(Failure) as caught:
        Responses.key("public", TEXT, {"a": deep}, None)
    assert caught.value.code == "LIMIT_VARIABLES"


def test_a_database_that_is_mute_keeps_nobody_waiting_for_a_revision(
    served: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def mute(cypher: str, parameters: dict[str, Any]) -> Rows:
        await asyncio.sleep(60)
        raise AssertionError

    monkeypatch.setattr(clocks, "PATIENCE", 0.02)
    served.responses.clock = Clock(mute, lambda _: None)
    ahead = run(ask(served, engagegraph_min_revision="3"))
    assert (ahead.status, ahead.code) == (503, "REVISION_AHEAD")


def test_the_graph_is_counted_anew_when_it_has_changed(
    small_preparers: dict[str, Preparer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(censuses, "AGAIN", 0.03)
    known = small_preparers["public"]
    preparer = Preparer(known.model, known.viewer, known.schema, known.limits)
    there = iter([2, Failure.of("DATABASE_UNAVAILABLE", "", ""), 3, 4, None, 5])

    async def counted(cypher: str, parameters: dict[str, Any]) -> Rows:
        found = next(there)
        await asyncio.sleep(0)
        if isinstance(found, Failure):
            raise found
        if found is None:
            return []
        return [[{"nodes": [{"label": "Club", "count": found}], "relationships": []}]]

    async def work() -> None:
        census = Census(counted, lambda: [preparer])
        clock = Clock(counted, census.begin)
        found = []
        census.begin()
        for number in (1, 2, 3):
            await asyncio.sleep(0.01)
            found.append(preparer.counts.of(["Club"]))
            assert census.counts is preparer.counts
            clock.learn(Moment(number, "a"), float(number))
        assert found == [2, 2, 2]  # once it could not be counted
        await asyncio.sleep(0.05)
        assert preparer.counts.of(["Club"]) == 3  # by itself
        clock.learn(Moment(4, "a"), 4.0)
        await asyncio.sleep(0.02)
        assert preparer.counts.of(["Club"]) == 4
        clock.learn(Moment(5, "a"), 5.0)  # what comes then is no number
        await asyncio.sleep(0.02)
        clock.learn(Moment(6, "a"), 6.0)
        await asyncio.sleep(0.02)
        assert preparer.counts.of(["Club"]) == 5

    run(work())


def test_a_moment_that_was_shown_before_the_known_one_teaches_nothing(database: Database) -> None:
    clock = Clock(database.run, lambda _: None)
    begin = monotonic()
    clock.learn(Moment(5, "e"), begin)
    for older in (Moment(4, "d"), Moment(5, "other")):
        clock.learn(older, begin)
        assert clock.known == Moment(5, "e")
    clock.learn(Moment(6, "f"), begin)
    assert clock.known == Moment(6, "f")
    clock.learn(Moment(2, "restored"), monotonic())
    assert clock.known == Moment(2, "restored")


def test_what_was_kept_for_an_older_revision_is_not_given_to_who_names_one(served: Endpoint) -> None:
    async def work() -> None:
        key = served.responses.key("public", TEXT, None, None)
        old = await ask(served)
        found = [await served.responses.find(key, least) for least in (0, 1, 2)]
        assert [reply.body.plain if reply else None for reply in found] == [old.body, old.body, None]

    run(work())


def test_without_a_clock_nothing_is_kept(served: Endpoint, database: Database) -> None:
    async def work() -> None:
        database.shown = None
        first, other = await ask(served), await ask(served)
        assert (first.status, other.status) == (200, 200)
        assert "engagegraph-revision" not in first.headers
        assert first.body != other.body

    run(work())


# -- sharing and going away ------------------------------------------------------------------------------------------


def test_equal_requests_run_one_query(served: Endpoint, database: Database) -> None:
    async def work() -> None:
        database.slow = 0.05
        answers = await asyncio.gather(*(ask(served) for _ in range(100)))
        assert {a.body for a in answers} == {answers[0].body}
        assert (database.reads, served.responses.shared) == (1, 99)

    run(work())


def test_what_began_before_a_known_revision_is_not_shared(served: Endpoint, database: Database) -> None:
    async def work() -> None:
        (await served.views.get("public")).engine.preparer.prepare(TEXT, {}, None)
        database.slow = 0.05
        early = asyncio.create_task(ask(served))
        await asyncio.sleep(0.01)
        served.responses.clock.learn(Moment(2, "b"), 1e12)
        late = asyncio.create_task(ask(served))
        await asyncio.sleep(0.01)
        assert (await early).headers["engagegraph-revision"] == "1"
        database.shown = "2 b"
        assert (await late).headers["engagegraph-revision"] == "2"

    run(work())


def test_a_query_ends_when_the_last_who_wants_it_has_gone(served: Endpoint, database: Database) -> None:
    async def work() -> None:
        database.slow = 30
        gone = [asyncio.Event() for _ in range(2)]
        tasks = [asyncio.create_task(ask(served, gone=event)) for event in gone]
        await asyncio.sleep(0.01)
        gone[0].set()
        await asyncio.sleep(2 * responses.UNWATCHED)
        assert database.cancelled == 0  # who began it goes on for the other
        gone[1].set()
        assert [(await task).status for task in tasks] == [0, 0]
        assert (database.reads, database.cancelled) == (1, 1)
        database.slow = 0
        assert (await ask(served)).status == 200

    run(work())


def test_who_waits_beside_others_may_leave(served: Endpoint, database: Database) -> None:
    async def work() -> None:
        database.slow = 0.1
        gone = asyncio.Event()
        tasks = [asyncio.create_task(ask(served, gone=event)) for event in (asyncio.Event(), gone, asyncio.Event())]
        await asyncio.sleep(0.01)
        gone.set()
        assert (await tasks[1]).status == 0
        assert not tasks[0].done()
        assert [(await task).status for task in tasks] == [200, 0, 200]
        assert (database.reads, database.cancelled) == (1, 0)

    run(work())


def test_when_who_makes_it_is_stopped_another_makes_it(served: Endpoint, database: Database) -> None:
    async def work() -> None:
        database.slow = 0.05
        first, *others = [asyncio.create_task(ask(served)) for _ in range(3)]
        await asyncio.sleep(0.01)
        first.cancel()
        assert [(await task).status for task in others] == [200, 200]
        assert first.cancelled()
        assert (database.reads, database.cancelled) == (2, 1)

    run(work())


def test_who_waits_is_told_what_went_wrong(served: Endpoint, database: Database) -> None:
    async def work() -> None:
        broken = ValueError("nobody expects it")

        async def make() -> Reply:
            await asyncio.sleep(0.01)
            raise broken

        key = served.responses.key("public", TEXT, None, None)
        waits = [served.responses.share(key, 0, make, asyncio.Event().wait) for _ in range(2)]
        assert await asyncio.gather(*waits, return_exceptions=True) == [broken, broken]

    run(work())


def test_a_client_that_cannot_be_watched_has_not_left(served: Endpoint) -> None:
    async def work() -> None:
        async def unwatchable() -> None:
            raise OSError("no connection to look at")

        async def make() -> Reply:
            await asyncio.sleep(2 * responses.UNWATCHED)
            return Reply(Body(b"{}"))

        key = served.responses.key("public", TEXT, None, None)
        assert (await served.responses.share(key, 0, make, unwatchable)).body.plain == b"{}"

    run(work())


def test_a_query_that_is_cancelled_from_inside_is_no_client_gone(
    small_preparers: dict[str, Preparer], database: Database
) -> None:
    async def work() -> None:
        database.slow = 30
        task = asyncio.create_task(ask(endpoint(small_preparers, database)))
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run(work())


def test_who_cannot_be_watched_has_not_left(served: Endpoint) -> None:
    async def work() -> None:
        done = asyncio.Event()

        async def make() -> Reply:
            await done.wait()
            return Reply(Body(b"answer"))

        async def leaving() -> None:
            asyncio.get_running_loop().call_later(0.01, done.set)
            raise ZeroDivisionError

        asked = (served.responses.share(("public", b""), 0, make, leaving) for _ in range(2))
        assert [reply.body.plain for reply in await asyncio.gather(*asked)] == [b"answer"] * 2
        assert served.responses.shared == 1

    run(work())


# -- conditional requests --------------------------------------------------------------------------------------------


def test_who_has_the_bytes_already_is_told_so(served: Endpoint) -> None:
    async def work() -> None:
        full = await ask(served, method="GET")
        tag = full.headers["etag"]
        for known in (tag, f'"x", W/{tag}', "*"):
            same = await ask(served, method="GET", if_none_match=known)
            assert (same.status, same.body, same.headers["etag"]) == (304, b"", tag)
            assert "content-type" not in same.headers
        assert (await ask(served, method="GET", if_none_match='"x"')).body == full.body
        assert full.headers["cache-control"] == "no-cache"
        editor = await ask(served, method="GET", authorization="Bearer eg_x", if_none_match=tag)
        assert (editor.status, editor.headers["cache-control"]) == (200, "private, no-cache")
        other = await ask(served, method="GET", accept="application/graphql-response+json", if_none_match=tag)
        assert (other.status, other.body) == (200, full.body)  # the same bytes, and another type
        assert "etag" not in (await ask(served)).headers
        assert "etag" not in (await ask(served, "{ nothing }", method="GET")).headers

    run(work())


# -- packed answers --------------------------------------------------------------------------------------------------

LONG = f"{{ {'a' * WORTH}: clubs {{ totalCount }} }}"


@pytest.mark.parametrize("weight", [0, 1_000_000])
def test_an_answer_is_packed_for_who_takes_it_so(
    small_preparers: dict[str, Preparer], database: Database, weight: int
) -> None:
    async def work() -> None:
        served = endpoint(small_preparers, database, weight)
        database.read = 7
        for _ in range(2):
            plain = await ask(served, LONG)
            packed = await ask(served, LONG, accept_encoding="br, gzip;q=0.5")
            assert "content-encoding" not in plain.headers
            assert packed.headers["content-encoding"] == "gzip"
            assert int(packed.headers["content-length"]) == len(packed.body) < len(plain.body) / 10
            assert gzip.decompress(packed.body) == plain.body
        short = await ask(served, accept_encoding="gzip")
        assert orjson.loads(short.body)["data"]
        assert "content-encoding" not in short.headers
        assert database.reads == (2 if weight else 5)

    run(work())


def test_nothing_is_packed_for_nobody(
    small_preparers: dict[str, Preparer], database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> bytes:
        raise AssertionError("packed for nobody")

    monkeypatch.setattr(gzip, "compress", refuse)
    assert run(ask(endpoint(small_preparers, database, weight=0), LONG)).status == 200


def test_what_queries_leave_behind_is_swept_away_between_answers(
    served: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        swept: list[int] = []
        monkeypatch.setattr(gc, "collect", swept.append)
        monkeypatch.setattr(endpoints, "SWEPT", 2)
        served.replies = 2 * 3_980
        for _ in range(2 * 30):
            await ask(served)
        assert swept == [*[0] * 9, 1, *[0] * 9, 2, *[0] * 9, 1]

    run(work())


def test_each_form_of_an_answer_has_a_tag_of_its_own(served: Endpoint) -> None:
    async def work() -> None:
        plain = await ask(served, LONG, method="GET")
        packed = await ask(served, LONG, method="GET", accept_encoding="gzip")
        assert plain.headers["etag"] != packed.headers["etag"]
        for form, taken in ((plain, ""), (packed, "gzip")):
            known = form.headers["etag"]
            same = await ask(served, LONG, method="GET", if_none_match=known, accept_encoding=taken)
            assert (same.status, same.body, same.headers["etag"]) == (304, b"", form.headers["etag"])
            assert not {"content-type", "content-encoding", "content-length"} & same.headers.keys()

    run(work())


def test_what_is_kept_takes_the_room_of_its_packed_form(served: Endpoint) -> None:
    async def work() -> None:
        packed = await ask(served, LONG, accept_encoding="gzip")
        assert served.responses.kept.held == len(packed.body) + OVERHEAD

    run(work())


# -- bounds ----------------------------------------------------------------------------------------------------------


def test_a_cache_is_bounded_in_entries_and_bytes() -> None:
    cache: Lru[str, str] = Lru(2, 10)
    for key in "abc":
        cache.put(key, key, 1)
    assert [cache.get(key) for key in "abc"] == [None, "b", "c"]
    cache.get("b")
    cache.put("d", "d", 9)
    assert [cache.get(key) for key in "bcd"] == ["b", None, "d"]
    cache.put("d", "D", 1)
    assert (cache.get("d"), cache.held, len(cache)) == ("D", 2, 2)
    cache.put("e", "e", 11)
    assert (cache.get("e"), cache.peek("e"), cache.peek("d"), cache.held) == (None, None, "D", 2)
    assert cache.get("d", lambda value: value == "d") is None
    told = cache.statistics()
    assert (told["entries"], told["bytes"], told["hits"], told["misses"]) == (2, 2, 6, 4)


def test_responses_weigh_what_they_hold(served: Endpoint) -> None:
    async def work() -> None:
        sent = await ask(served)
        assert served.responses.kept.held == len(sent.body) + OVERHEAD

    run(work())


@pytest.mark.parametrize(("text", "found"), [("0", 0), ("", MEGABYTES * 1_000_000), ("3", 3_000_000)])
def test_the_size_of_the_cache(monkeypatch: pytest.MonkeyPatch, text: str, found: int) -> None:
    monkeypatch.setenv("ENGAGEGRAPH_CACHE_MB", text)
    assert cache_bytes() == found


@pytest.mark.parametrize("text", ["many", "-1", "1.5", "²"])
def test_a_size_that_is_none(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("ENGAGEGRAPH_CACHE_MB", text)
    for refuses in (cache_bytes, partial(listen, "127.0.0.1", 1)):
        with pytest.raises(Failure) as caught:
            refuses()
        assert caught.value.code == "SETTING_INVALID"


def test_a_look_that_fails_is_told_by_who_asks(served: Endpoint) -> None:
    async def gone(cypher: str, parameters: dict[str, Any]) -> Rows:
        raise Failure.of("DATABASE_UNAVAILABLE", "nobody answers", "start it")

    async def work() -> None:
        await ask(served)
        served.responses.clock._looked = float("-inf")
        served.responses.clock._run = gone
        for view in served.views.made.values():
            view.engine._run = gone
        failed = await ask(served)
        assert (failed.status, failed.code) == (503, "DATABASE_UNAVAILABLE")

    run(work())


def test_what_a_viewer_class_sees_is_made_once_when_it_is_asked_for(small_preparers: dict[str, Preparer]) -> None:
    made: list[str] = []
    told: list[int] = []

    def build(viewer: str) -> View:
        made.append(viewer)
        return View(None, Engine(small_preparers[viewer], Database().run))  # type: ignore[arg-type]

    async def work() -> None:
        views = Views(build, lambda: told.append(len(views.made)))
        found = await asyncio.gather(*(views.get("editor") for _ in range(5)))
        assert len({id(view) for view in found}) == 1
        assert (made, told) == (["editor"], [1])

    run(work())
