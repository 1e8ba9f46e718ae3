"""Whose database it is, and bringing it up to date: refusals that write nothing, schema, migrations."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from engagegraph.derive.constraints import constraints
from engagegraph.errors import Failure
from engagegraph.graph import migrate, store
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.model.values import Value
from engagegraph.seeds.load import load_seeds
from engagegraph.write.change import Change, NodeState, Ref, Snapshot
from engagegraph.write.diff import difference

pytestmark = pytest.mark.db


def code(call: Any, *arguments: Any, **more: Any) -> str:
    with pytest.raises(Failure) as caught:
        call(*arguments, **more)
    return caught.value.code


def seed(graph: Graph, model: Model, wanted: Snapshot) -> store.Result:
    return store.seed(graph, model, lambda present: wanted, owner="seeds", author="test", prune=True)


def names(graph: Graph) -> set[str]:
    return {row[0] for row in graph.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'")}


def test_an_empty_database_is_refused_by_those_who_read(graph: Graph, small: Model, tmp_path: Path) -> None:
    assert code(migrate.require, graph, small, tmp_path) == "DATABASE_EMPTY"
    assert graph.run("MATCH (n) RETURN count(n)") == [[0]]
    migrate.prepare(graph, small, constraints(small), tmp_path)
    assert code(migrate.require, graph, small, tmp_path) == "DATABASE_EMPTY"
    assert code(store.lock, NoDataset()) == "DATABASE_EMPTY"


class NoDataset:
    def run(self, cypher: str, params: Any = None) -> list[list[Any]]:
        return []


def test_foreign_data_is_left_alone_unless_adopted(graph: Graph, small: Model, tmp_path: Path) -> None:
    graph.table("CREATE (:Person {name: 'somebody'})-[:KNOWS]->(:Person)", write=True)
    assert code(migrate.require, graph, small, tmp_path) == "DATABASE_FOREIGN"
    assert code(migrate.prepare, graph, small, constraints(small), tmp_path) == "DATABASE_FOREIGN"
    assert graph.run("MATCH (n) RETURN count(n)") == [[2]]
    assert names(graph) == set()
    migrate.prepare(graph, small, constraints(small), tmp_path, adopt=True)
    assert store.read_whole(graph, small) == Snapshot()
    assert graph.run("MATCH (n) RETURN count(n)") == [[4]]  # and the two that say whose it is and which state it shows


def test_migrations_run_once_and_in_order(graph: Graph, small: Model, tmp_path: Path) -> None:
    (tmp_path / "0001-begin.cypher").write_text(
        "// why\nCREATE (:_Probe {n: 1});\nMATCH (p:_Probe) SET p.n = p.n + 1;\n"
    )
    migrate.prepare(graph, small, constraints(small), tmp_path)
    migrate.prepare(graph, small, constraints(small), tmp_path)
    (tmp_path / "0002-more.cypher").write_text("MATCH (p:_Probe) SET p.n = p.n * 10")
    assert not migrate.read_migrations(tmp_path)[1].statements[0].endswith(";")
    migrate.prepare(graph, small, constraints(small), tmp_path)
    assert graph.run("MATCH (p:_Probe) RETURN p.n") == [[20]]
    migrate._migrate(graph, migrate.read_migrations(tmp_path)[0])  # somebody else was quicker
    rows = graph.run("MATCH (m:_Migration) RETURN m.number, m.name, size(m.checksum) ORDER BY m.number")
    assert rows == [[1, "begin", 64], [2, "more", 64]]


def test_a_migration_that_fails_leaves_nothing(graph: Graph, small: Model, tmp_path: Path) -> None:
    (tmp_path / "0001-broken.cypher").write_text("CREATE (:_Probe);\nRETURN 1 / 0;")
    assert code(migrate.prepare, graph, small, constraints(small), tmp_path) == "DATABASE_REJECTED"
    assert graph.run("MATCH (p:_Probe|_Migration) RETURN count(p)") == [[0]]


def test_another_version_is_refused(graph: Graph, small: Model, tmp_path: Path) -> None:
    file = tmp_path / "0001-begin.cypher"
    file.write_text("CREATE (:_Probe);")
    migrate.prepare(graph, small, constraints(small), tmp_path)
    file.write_text("CREATE (:_Other);")
    assert code(migrate.prepare, graph, small, constraints(small), tmp_path) == "MIGRATION_CHANGED"
    assert code(migrate.require, graph, small, tmp_path) == "MIGRATION_CHANGED"
    file.unlink()
    assert code(migrate.prepare, graph, small, constraints(small), tmp_path) == "DATABASE_NEWER"
    assert code(migrate.require, graph, small, tmp_path) == "DATABASE_NEWER"


@pytest.mark.parametrize("name", ["0002-gap.cypher", "first.cypher", "0001_under.cypher"])
def test_migrations_are_numbered_without_a_gap(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("")
    assert code(migrate.read_migrations, tmp_path) == "MIGRATION_NAME"


def test_only_what_engagegraph_made_is_replaced(graph: Graph, small: Model, tmp_path: Path) -> None:
    graph.table("CREATE INDEX somebodys FOR (n:Other) ON (n.x)", write=True)
    migrate.prepare(graph, small, constraints(small), tmp_path)
    before = names(graph)
    club = small.types["Club"]
    searched = {**club.properties, "note": replace(club.properties["note"], search=2)}
    changed = replace(small, types={**small.types, "Club": replace(club, properties=searched)})
    assert constraints(changed) != constraints(small)
    migrate.prepare(graph, changed, constraints(changed), tmp_path)
    assert names(graph) == before
    [[properties]] = graph.run("SHOW INDEXES YIELD name, properties WHERE name = 'search_public' RETURN properties")
    assert "note" in properties
    migrate.prepare(graph, changed, [], tmp_path)
    assert names(graph) == {"somebodys", "_clock_name", "_dataset_name", "_migration_number", "_revision_number"}
    graph.table("DROP CONSTRAINT `_revision_number`", write=True)
    migrate.prepare(graph, changed, [], tmp_path)
    assert "_revision_number" in names(graph)
    with pytest.raises(ValueError, match="may be repeated"):
        migrate.prepare(graph, changed, ["CREATE INDEX FOR (n:X) ON (n.y)"], tmp_path)


def test_another_model_stores_everything_anew(graph: Graph, small: Model, tmp_path: Path, written: Any) -> None:
    wanted = load_seeds(small, written(tmp_path / "seeds", {}, based=True))
    town = small.types["Town"]
    bare = replace(
        town, interfaces=(), properties={**town.properties, "name": replace(town.properties["name"], type="Markdown")}
    )
    place = replace(small.interfaces["Place"], members=("County",))
    before = replace(small, types={**small.types, "Town": bare}, interfaces=MappingProxyType({"Place": place}))
    migrate.prepare(graph, before, [], tmp_path)
    seed(graph, before, wanted)
    shown = "MATCH (t:Town {slug: 'stadt'}) RETURN labels(t), t.name_sort"
    assert graph.run(shown) == [[["Town"], None]]
    assert code(migrate.require, graph, small, tmp_path) == "DATABASE_STALE"
    migrate.require(graph, small, tmp_path, exact=False)
    migrate.prepare(graph, small, [], tmp_path)
    migrate.require(graph, small, tmp_path)
    [[labels, companion]] = graph.run(shown)
    assert ({*labels}, companion) == ({"Town", "Place"}, "stadt")
    assert store.read_whole(graph, small) == wanted
    migrate.prepare(graph, before, [], tmp_path)
    assert graph.run("MATCH (t:Town) RETURN DISTINCT labels(t)") == [[["Town"]]]


def test_a_position_is_stored_as_a_point_when_the_model_says_so(graph: Graph, small: Model, tmp_path: Path) -> None:
    """An existing database gets its points with the next seed; what loses a coordinate loses its point."""
    bare = replace(
        small,
        types={n: replace(t, geo=None) for n, t in small.types.items()},
        interfaces={n: replace(i, geo=None) for n, i in small.interfaces.items()},
    )

    def towns(**places: dict[str, Value]) -> Snapshot:
        refs = {slug: Ref("Town", slug) for slug in places}
        return Snapshot({r: NodeState(r, {"slug": s, "name": s, **places[s]}) for s, r in refs.items()})

    here: dict[str, Value] = {"lat": 53.5, "long": -180.0}
    wanted = towns(a=here, b={"lat": 53.5}, c={"lat": 1.0, "long": 2.0})
    shown = "MATCH (t:Town) RETURN t.slug, t.lat_point.latitude, t.lat_point.longitude, t.lat_point.crs ORDER BY t.slug"
    migrate.prepare(graph, bare, constraints(bare), tmp_path)
    seed(graph, bare, wanted)
    assert [row[1:] for row in graph.run(shown)] == [[None] * 3] * 3
    assert not {name for name in names(graph) if name.startswith("point_")}
    assert code(migrate.require, graph, small, tmp_path) == "DATABASE_STALE"
    migrate.prepare(graph, small, constraints(small), tmp_path)
    migrate.require(graph, small, tmp_path)
    assert {"point_Town_lat_point", "point_County_lat_point", "point_Place_lat_point"} <= names(graph)
    there, nowhere = [53.5, -180.0, "wgs-84"], [None] * 3
    assert graph.run(shown) == [["a", *there], ["b", *nowhere], ["c", 1.0, 2.0, "wgs-84"]]
    assert store.read_whole(graph, small) == wanted
    seed(graph, small, towns(a={"long": -180.0}, b=here, c={"lat": 1.0, "long": 2.0}, d=here))
    assert graph.run(shown) == [["a", *nowhere], ["b", *there], ["c", 1.0, 2.0, "wgs-84"], ["d", *there]]


def test_unique_values_may_change_hands(graph: Graph, small: Model, tmp_path: Path) -> None:
    migrate.prepare(graph, small, constraints(small), tmp_path)

    def towns(**codes: str) -> Snapshot:
        refs = {slug: Ref("Town", slug) for slug in codes}
        return Snapshot({r: NodeState(r, {"slug": s, "name": s, "code": codes[s]}) for s, r in refs.items()})

    for wanted in (
        towns(a="01", b="02", c="03"),
        towns(a="02", b="03", c="01"),
        towns(b="01", d="03"),
        towns(b="03", e="01"),
    ):
        seed(graph, small, wanted)
        assert store.read_whole(graph, small) == wanted


def test_what_was_changed_past_engagegraph_is_noticed(graph: Graph, small: Model, tmp_path: Path, written: Any) -> None:
    wanted = load_seeds(small, written(tmp_path / "seeds", {}, based=True))
    migrate.prepare(graph, small, constraints(small), tmp_path)
    seed(graph, small, wanted)
    gone = wanted.nodes[Ref("Person", "anna")]

    def plan(present: Snapshot) -> list[Change]:
        graph.table("MATCH (p:Person) DETACH DELETE p", write=True)
        return [Change(gone, None)]

    assert code(store.write, graph, small, plan, author="test") == "GRAPH_CHANGED"
    assert len(store.read_revisions(graph, 9)) == 1
    assert store.read_revisions(graph, 9, 2) == []


def test_a_reader_sees_one_moment(graph: Graph, small: Model, tmp_path: Path, written: Any) -> None:
    wanted = load_seeds(small, written(tmp_path / "seeds", {}, based=True))
    migrate.prepare(graph, small, constraints(small), tmp_path)

    class Interrupted:
        """A graph into which somebody seeds between two of our reads."""

        reads = 0

        def run(self, cypher: str, params: Any = None) -> list[list[Any]]:
            self.reads += 1
            if self.reads == 4:
                seed(graph, small, wanted)
            return graph.run(cypher, params)

    assert store.read_whole(Interrupted(), small) == wanted  # type: ignore[arg-type]
    assert difference(small, store.read_whole(graph, small), wanted, "seeds", prune=True) == []
