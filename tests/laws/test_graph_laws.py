"""What holds for every content, in a real Neo4j: seeding, undoing, failing, being killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from neo4j.time import Date, DateTime

from engagegraph.derive.constraints import constraints
from engagegraph.errors import Failure
from engagegraph.graph import local, migrate, store
from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.seeds.canon import seed_files
from engagegraph.write.change import Snapshot
from engagegraph.write.history import undo
from engagegraph.write.stored import Storage

Content = Callable[[], st.SearchStrategy[Snapshot]]

pytestmark = pytest.mark.db
law = settings(
    max_examples=10,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking would take hundreds of transactions
)


def fresh(graph: Graph, model: Model, folder: Path) -> None:
    """Prepare the database once; between examples only its content goes, because schema changes are slow."""
    graph.table("MATCH (n) WHERE NOT n:_Dataset DETACH DELETE n", write=True)
    graph.table(f"MATCH {store.DATASET} SET d.revision = 0, d.nodes = 0, d.relations = 0", write=True)
    if not graph.run(f"MATCH {store.DATASET} RETURN 1"):
        migrate.prepare(graph, model, constraints(model), folder)


def seed(graph: Graph, model: Model, wanted: Snapshot, **more: Any) -> store.Result:
    return store.seed(graph, model, lambda present: wanted, owner="seeds", author="test", prune=True, **more)


def native(value: Any) -> Any:
    return value.to_native() if isinstance(value, Date | DateTime) else value


def held(graph: Graph) -> dict[str, dict[str, Any]]:
    """Everything that nodes hold, companions too."""
    rows = graph.run("MATCH (n) WHERE n._owner IS NOT NULL RETURN labels(n)[0] + n.slug, properties(n)")
    return {key: {name: native(value) for name, value in properties.items()} for key, properties in rows}


@law
@given(data=st.data())
def test_seeding_reaches_what_is_wanted_and_undoing_restores(
    graph: Graph, small: Model, tmp_path: Path, content: Content, data: st.DataObject
) -> None:
    before, after = data.draw(content()), data.draw(content())
    fresh(graph, small, tmp_path)
    first = seed(graph, small, before)
    assert store.read_whole(graph, small) == before
    second = seed(graph, small, after)
    found = store.read_whole(graph, small)
    assert found == after
    assert dict(seed_files(small, found)) == dict(seed_files(small, after))
    storage = Storage(small)
    assert held(graph) == {n.ref.type + n.ref.slug: storage.node(n) for n in after.nodes.values()}

    again = seed(graph, small, after)
    assert (again.changes, again.revision) == ([], None)
    assert first.revision is not None
    numbers = [r.number for r in store.read_revisions(graph, 9)]
    assert numbers == ([2, 1] if second.revision else [1])
    counted = graph.run("MATCH (d:_Dataset) RETURN d.revision, d.nodes, d.relations")
    assert counted == [[numbers[0], len(after.nodes), len(after.edges)]]

    if second.revision is not None:
        changes = store.read_changes(graph, second.revision.number)
        assert changes == second.changes
        store.write(graph, small, lambda present: undo(small, present, changes), author="test")
        assert store.read_whole(graph, small) == before
        assert held(graph) == {n.ref.type + n.ref.slug: storage.node(n) for n in before.nodes.values()}


@law
@given(data=st.data())
def test_a_failed_transaction_leaves_nothing(
    graph: Graph, small: Model, tmp_path: Path, content: Content, data: st.DataObject
) -> None:
    before, after = data.draw(content()), data.draw(content())
    fresh(graph, small, tmp_path)
    seed(graph, small, before)
    everything = held(graph), graph.run("MATCH (d:_Dataset) RETURN properties(d)")

    def fail(what: str, done: int, total: int) -> None:
        if what == "Committing":
            raise KeyboardInterrupt

    try:
        done = seed(graph, small, after, progress=fail)
    except KeyboardInterrupt:
        assert (held(graph), graph.run("MATCH (d:_Dataset) RETURN properties(d)")) == everything
        assert store.read_whole(graph, small) == before
    else:
        assert done.revision is None


# -- kill -9 --------------------------------------------------------------------------------------------------------

SEEDER = """
import json, sys, time
from pathlib import Path
from engagegraph.graph import store
from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import load_model
from engagegraph.seeds.load import load_seeds

uri, password, model_folder, seeds, moment = sys.argv[1:]
model = load_model(Path(model_folder))

def wait(what, done, total):
    if what == moment and (done or what != "Writing"):
        print("there", flush=True)
        time.sleep(60)

with Graph.open(Address(uri, password=password)) as graph:
    load = lambda present: load_seeds(model, Path(seeds), present)
    store.seed(graph, model, load, owner="seeds", author="killed", progress=wait)
"""


@pytest.mark.parametrize("moment", ["Comparing", "Writing", "Committing"])
def test_killing_the_client_leaves_nothing(
    graph: Graph, address: Address, small: Model, tmp_path: Path, written: Any, moment: str
) -> None:
    fresh(graph, small, tmp_path / "none")
    folder = written(tmp_path / "seeds", {}, based=True)
    model_folder = Path(__file__).parent.parent / "small_model"
    command = [sys.executable, "-c", SEEDER, address.uri, address.password, str(model_folder), str(folder), moment]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "there\n"
    process.kill()
    process.wait()
    process.stdout.close()
    assert graph.run("MATCH (n) WHERE NOT n:_Dataset AND NOT n:_Clock RETURN count(n)") == [[0]]
    from engagegraph.seeds.load import load_seeds

    assert seed(graph, small, load_seeds(small, folder)).revision is not None


def test_killing_the_server_leaves_nothing(small: Model, tmp_path: Path, written: Any) -> None:
    from engagegraph.seeds.load import load_seeds

    wanted = load_seeds(small, written(tmp_path / "seeds", {}, based=True))
    home = tmp_path / "home"
    killed = []

    def kill(what: str, done: int, total: int) -> None:
        if what == "Committing":
            killed.append(local.status(home).server_pid)
            os.kill(killed[0], signal.SIGKILL)

    with local.lease(home) as address:
        with Graph.open(address) as graph:
            migrate.prepare(graph, small, constraints(small), tmp_path / "none")
            with pytest.raises(Failure) as caught:
                seed(graph, small, wanted, progress=kill)
            assert caught.value.code == "DATABASE_UNAVAILABLE"
        deadline = time.monotonic() + 60
        while (now := local.status(home)).state != "ready" or now.server_pid in killed:
            assert time.monotonic() < deadline, now
            time.sleep(0.1)
        with Graph.open(address) as graph:
            assert store.read_whole(graph, small) == Snapshot()
            assert graph.run("MATCH (n) WHERE NOT n:_Dataset AND NOT n:_Clock RETURN count(n)") == [[0]]
            assert seed(graph, small, wanted).revision is not None
            assert store.read_whole(graph, small) == wanted
    local.stop(home, force=True)


def test_what_a_dataset_says(graph: Graph, small: Model, tmp_path: Path) -> None:
    fresh(graph, small, tmp_path)
    [[said]] = graph.run("MATCH (d:_Dataset) RETURN properties(d)")
    assert json.loads(json.dumps({k: v for k, v in said.items() if k not in {"changedAt", "schema"}})) == {
        "name": "engagegraph", "model": Storage(small).fingerprint(),
        "version": 0, "revision": 0, "nodes": 0, "relations": 0,
    }  # fmt: skip
