"""What a file changes in a graph: joined by key, below what seeds state, by itself when it comes again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.importers.register import Cell

from engagegraph.errors import Failure
from engagegraph.importers import plan
from engagegraph.importers.declaration import Importer
from engagegraph.importers.plan import Import
from engagegraph.model import Model
from engagegraph.seeds.load import load_seeds, read
from engagegraph.write.change import Change, EdgeState, NodeState, Ref, Snapshot
from engagegraph.write.diff import difference
from engagegraph.write.layers import authored, without

Places = Callable[..., Path]
Run = Callable[..., Import]

NORTH: Sequence[Cell] = ("C", "01", "Nord")
SOUTH: Sequence[Cell] = ("C", "02", "Süd")
AA, BB, CC = ("T", "0101", "Aa", 1), ("T", "0102", "Bb, Markt", 1), ("T", "0201", "Bb", 1)
SEEDS = {
    "sources.yaml": "- slug: q\n  title: Quelle\n",
    "counties.yaml": "- {slug: norden, name: Der Norden, code: '01', sources: q}\n",
    "towns.yaml": "- {slug: alt, name: Alt-Aa, code: '0101', county: norden, note: Schön., sources: q}\n",
}


def applied(present: Snapshot, changes: list[Change]) -> Snapshot:
    nodes, edges = {**present.nodes}, {**present.edges}
    for change in changes:
        match change.after or change.before:
            case NodeState(ref=ref):
                nodes.pop(ref, None)
            case EdgeState(key=key):
                edges.pop(key, None)
        match change.after:
            case NodeState(ref=ref) as node:
                nodes[ref] = node
            case EdgeState(key=key) as edge:
                edges[key] = edge
            case None:
                pass
    return Snapshot(nodes, edges)


@pytest.fixture
def run(small: Model, register: Importer, places: Places) -> Run:
    def make(present: Snapshot, *rows: Sequence[Cell], year: int = 2024) -> Import:
        return plan.plan(plan.read(small, register, places(*rows, year=year)), present)

    return make


@pytest.fixture
def seeded(small: Model, tmp_path: Path, written: Callable[..., Path]) -> Snapshot:
    return load_seeds(small, written(tmp_path / "seeds", SEEDS))


def slugs(graph: Snapshot, name: str) -> dict[str, str]:
    return {str(n.properties["code"]): ref.slug for ref, n in graph.nodes.items() if ref.type == name}


def test_into_an_empty_graph(run: Run) -> None:
    done = run(Snapshot(), NORTH, SOUTH, AA, BB, CC)
    graph = applied(Snapshot(), done.changes)
    assert slugs(graph, "Town") == {"0101": "aa", "0102": "bb-nord", "0201": "bb-sued"}
    assert {e.key.end.slug for e in graph.edges.values()} == {"nord", "sued"}
    assert graph.nodes[Ref("Source", "register-2024")].properties["title"] == "Places at 2024, issued 2025"
    assert graph.nodes[Ref("Town", "aa")].citations == (("register-2024", "code 0101"),)
    assert {state.owner for state in graph.states()} == {"register"}
    assert done.things == {"County": 2, "Town": 3}
    assert run(graph, NORTH, SOUTH, AA, BB, CC).changes == []


def test_who_may_choose_first(run: Run) -> None:
    done = run(Snapshot(), NORTH, ("F", "09", "Frei"), ("X", "0901", "Bb", 1), BB)
    assert slugs(applied(Snapshot(), done.changes), "Town") == {"0901": "bb", "0102": "bb-nord"}
    assert not any(e.key.start.slug == "bb" for e in applied(Snapshot(), done.changes).edges.values())


def test_what_seeds_state_stays(small: Model, run: Run, seeded: Snapshot) -> None:
    done = run(seeded, NORTH, SOUTH, ("T", "0101", "Aa", 1, 1, "a"), BB)
    graph = applied(seeded, done.changes)
    town = graph.nodes[Ref("Town", "alt")]
    assert (town.owner, town.properties["name"], town.properties["note"]) == ("seeds", "Alt-Aa", "Schön.")
    assert town.citations == (("q", ""), ("register-2024", "code 0101"))
    assert [(o.entity, o.name, o.file, o.stated) for o in done.overruled] == [
        ("county/norden", "name", "Nord", "Der Norden"),
        ("town/alt", "name", "Aa", "Alt-Aa"),
        ("town/alt", "note", "Alpha", "Schön."),
    ]
    assert graph.nodes[Ref("County", "norden")].properties["note"] == "2"
    # Neither writer sees the other's part as a change.
    assert run(graph, NORTH, SOUTH, ("T", "0101", "Aa", 1, 1, "a"), BB).changes == []
    assert difference(small, graph, seeded, "seeds", prune=True) == []
    assert authored(graph) == seeded
    assert without(graph, "register") == seeded
    assert applied(graph, difference(small, graph, Snapshot(), "register", prune=True)) == seeded


def test_seeds_may_come_later_and_go_again(
    small: Model, run: Run, seeded: Snapshot, tmp_path: Path, written: Callable[..., Path]
) -> None:
    imported = applied(Snapshot(), run(Snapshot(), NORTH, AA).changes)
    texts = {
        "sources.yaml": "- slug: q\n  title: Quelle\n",
        "towns.yaml": "- {slug: aa, name: Aa am See, county: nord, sources: q}\n",
    }
    seeds = read(small, written(tmp_path / "later", texts)).wanted(imported)
    both = applied(imported, difference(small, imported, seeds, "seeds", prune=True))
    town = both.nodes[Ref("Town", "aa")]
    assert (town.owner, town.properties["name"], town.properties["code"]) == ("seeds", "Aa am See", "0101")
    assert run(both, NORTH, AA).changes == []
    assert applied(both, difference(small, both, Snapshot(), "seeds", prune=True)) == imported


def test_a_newer_file_is_a_difference(run: Run) -> None:
    present = applied(Snapshot(), run(Snapshot(), NORTH, SOUTH, AA, BB, CC).changes)
    done = run(present, NORTH, SOUTH, ("T", "0101", "Aachen", 1), CC, ("T", "0202", "Aa", 1))
    kinds = {str(c.state.key): c.kind for c in done.changes}
    assert kinds == {
        "county/nord": "change",  # sums
        "county/sued": "change",
        "town/aa": "change",
        "town/aa-sued": "add",
        "town/bb-nord": "remove",
        "town/aa-sued -LOCATED_IN-> county/sued": "add",
        "town/bb-nord -LOCATED_IN-> county/nord": "remove",
    }
    assert slugs(applied(present, done.changes), "Town") == {"0101": "aa", "0201": "bb-sued", "0202": "aa-sued"}


def test_what_others_need_stays_when_the_file_no_longer_has_it(
    small: Model, run: Run, tmp_path: Path, written: Callable[..., Path]
) -> None:
    imported = applied(Snapshot(), run(Snapshot(), NORTH, SOUTH, AA, BB, CC).changes)
    texts = {
        "sources.yaml": "- slug: q\n  title: Quelle\n",
        "people.yaml": "- {slug: anna, name: Anna, sources: q}\n",
        "clubs.yaml": "- {slug: sv, title: SV, sources: q}\n",
        "MEMBER_OF.csv": "from,to,role,branch,sources\nperson/anna,club/sv,MEMBER,bb-nord,q\n",
    }
    seeds = read(small, written(tmp_path / "facts", texts)).wanted(imported)
    present = applied(imported, difference(small, imported, seeds, "seeds", prune=True))
    done = run(present, SOUTH, CC, year=2025)
    assert done.kept == [Ref("County", "nord"), Ref("Town", "bb-nord")]
    graph = applied(present, done.changes)
    assert Ref("Town", "aa") not in graph.nodes
    assert graph.nodes[Ref("Town", "bb-nord")].citations[0].source == "register-2024"
    assert Ref("Source", "register-2024") in graph.nodes
    assert run(graph, SOUTH, CC, year=2025).changes == []


def test_seeds_decide_where_a_link_leads(small: Model, run: Run, tmp_path: Path, written: Callable[..., Path]) -> None:
    texts = {**SEEDS, "towns.yaml": SEEDS["towns.yaml"].replace("0101", "0201")}
    seeded = load_seeds(small, written(tmp_path / "strange", texts))
    done = run(seeded, NORTH, SOUTH, CC)
    assert [(o.entity, o.name, o.file, o.stated) for o in done.overruled][-1] == (
        "town/alt",
        "county",
        "sued",
        "norden",
    )
    assert applied(seeded, done.changes).edges == seeded.edges


def test_every_slug_taken(small: Model, run: Run, seeded: Snapshot) -> None:
    taken = {s: NodeState(Ref("Town", s), {"slug": s, "name": s}) for s in ("cc", "cc-nord", "cc-0103")}
    present = Snapshot({**seeded.nodes, **{n.ref: n for n in taken.values()}}, seeded.edges)
    with pytest.raises(Failure) as caught:
        run(present, NORTH, ("T", "0103", "Cc", 1))
    assert caught.value.code == "IMPORT_SLUG"
