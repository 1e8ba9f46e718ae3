"""`engagegraph erase` against a real Neo4j: what is asked for is gone from everywhere, and nothing else is."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from engagegraph.graph import erase, store
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.query.ids import encode_id
from engagegraph.query.moment import LOOK
from engagegraph.write.change import Citation, EdgeKey, EdgeState, Ref, Snapshot
from engagegraph.write.diff import difference

pytestmark = pytest.mark.db

Run = Callable[..., Result]
Written = Callable[..., Path]

ANNA, BO, SV = Ref("Person", "anna-muster"), Ref("Person", "bo-beispiel"), Ref("Club", "sv")
FILES = {
    "sources.yaml": "- {slug: q, title: Quelle}\n- {slug: about-her, title: Ein Porträt}\n",
    "people/anna-muster.yaml": (
        "name: Anna Muster\nemail: anna@example.org\nnote: Kennt die Ratsstube\n"
        "sources: {about-her: Absatz 7}\nknows: [bo-beispiel]\n"
    ),
    "people/bo-beispiel.yaml": "name: Bo Beispiel\nemail: bo@example.org\nsources: q\n",
    "clubs.yaml": (
        "- slug: sv\n  title: SV\n  text: Gegründet von Anna Muster.\n  sources: q\n  members:\n"
        "    - {node: anna-muster, role: CHAIR, since: 1998-03, position: {de: Erste Stimme, en: First voice},\n"
        "       remark: nur vormittags}\n    - {node: bo-beispiel, role: MEMBER}\n"
    ),
}
WITHOUT = {
    "sources.yaml": "- {slug: q, title: Quelle}\n",
    "people/bo-beispiel.yaml": FILES["people/bo-beispiel.yaml"],
    "clubs.yaml": (
        "- slug: sv\n  title: SV\n  text: Gegründet 1998.\n  sources: q\n"
        "  members: [{node: bo-beispiel, role: MEMBER}]\n"
    ),
}
VALUES = [
    *("anna-muster", "Anna Muster", "anna muster", "annamuster", "anna@example.org", "muster@example.org", "Ratsstube"),
    *("about-her", "Porträt", "portrat", "Absatz 7", "1998-03", "1998-03-01", "Erste Stimme", "erste stimme"),
    *("First voice", "nur vormittags", "Ehrenvorsitz"),
]
"""Of what somebody is known by, and of what is stored beside it for comparing."""


def everything(graph: Graph) -> str:
    """All that nodes and relations of the database hold, whatever they are, with what is packed in them."""
    rows = graph.run("MATCH (n) RETURN labels(n), properties(n) ORDER BY elementId(n)")
    rows += graph.run("MATCH ()-[r]->() RETURN type(r), properties(r) ORDER BY elementId(r)")
    return "\n".join(f"{kind}: {_texts(held)}" for kind, held in rows)


def _texts(held: Mapping[str, Any]) -> dict[str, str]:
    return {k: zlib.decompress(v).decode() if isinstance(v, bytes | bytearray) else str(v) for k, v in held.items()}


def held_of(text: str) -> list[str]:
    return [value for value in VALUES if value in text]


@pytest.fixture
def known(run: Run, graph: Graph, small: Model, tmp_path: Path, written: Written) -> Path:
    """Somebody in the graph and in three revisions, written by two; the folder of the files."""
    folder = written(tmp_path / "seeds", FILES)
    run("seed", "--author", "Ada", "--message", "Anfang")
    (folder / "people/anna-muster.yaml").write_text(
        FILES["people/anna-muster.yaml"].replace("anna@", "muster@"), encoding="utf-8"
    )
    run("seed", "--author", "Anna Muster", "--message", "Anna Muster ist umgezogen (person/anna-muster)")
    edge = EdgeState(EdgeKey("KNOWS", BO, ANNA, ""), {"note": "Ehrenvorsitz"}, (Citation("q", ""),), "directory")
    store.seed(graph, small, lambda _: Snapshot({}, {edge.key: edge}), owner="directory", author="Ida")
    return folder


def test_nothing_of_somebody_is_left_anywhere(
    run: Run, graph: Graph, small: Model, known: Path, written: Written
) -> None:
    before = everything(graph)
    assert {"anna@example.org", "muster@example.org", "Porträt", "1998-03-01", "Ehrenvorsitz"} <= {*held_of(before)}
    for name in FILES:
        (known / name).unlink()
    written(known, WITHOUT)
    run("seed", "--author", "Ada")  # what is in the files no more stays, but for the club's text
    before, moment = everything(graph), graph.run(LOOK)

    shown = run("erase", "person/anna-muster")
    assert shown.stdout.splitlines() == [
        "- person/anna-muster  Anna Muster",
        "- source/about-her  Ein Porträt",
        "- person/anna-muster -KNOWS-> person/bo-beispiel",
        "- person/bo-beispiel -KNOWS-> person/anna-muster",
        "- person/anna-muster -MEMBER_OF-> club/sv (CHAIR)  role: CHAIR, since: 1998-03",
        "would erase 1: 0 added, 0 changed, 5 removed",
        "  in the history: 6 changes; of revisions 1, 2, 3, 4",
        "nothing is changed without --yes",
    ]
    assert shown.stderr.splitlines() == [
        "directory imported some of it: the next import of a file that holds it brings it back"
    ]
    assert (everything(graph), graph.run(LOOK)) == (before, moment)

    done = run("erase", encode_id(*ANNA), "--yes", "--author", "Anna Muster", "--message", "Wunsch von Anna Muster")
    assert done.stdout.splitlines() == [
        "revision 5: erased 1: 0 added, 0 changed, 5 removed",
        "  in the history: 6 changes; of revisions 1, 2, 3, 4",
    ]
    after = everything(graph)
    assert held_of(after) == []
    assert "muster" not in after.lower()
    assert graph.run(LOOK) != moment
    assert graph.run("MATCH (d:_Dataset) RETURN d.nodes, d.relations") == graph.run(
        "MATCH (n) WHERE n._owner IS NOT NULL WITH count(n) AS nodes MATCH ()-[r]->() WHERE r._owner IS NOT NULL "
        "RETURN nodes, count(r)"
    )
    indexes = [row[0] for row in graph.run("SHOW INDEXES YIELD name, type WHERE type = 'FULLTEXT' RETURN name")]
    found = [
        graph.run("CALL db.index.fulltext.queryNodes($index, 'muster OR vormittags') YIELD node", {"index": index})
        for index in indexes
    ]
    assert found == [[]] * len(indexes)
    assert indexes

    # What is not theirs is as it was, and the files are what the graph holds.
    present = store.read_whole(graph, small)
    assert sorted(str(state.key) for state in present.states()) == [
        *("club/sv", "person/bo-beispiel", "person/bo-beispiel -MEMBER_OF-> club/sv (MEMBER)", "source/q")
    ]
    assert run("diff", "--prune").stdout == "0 added, 0 changed, 0 removed\n"
    assert run("seed", "--prune").stdout == "the graph holds all of it already\n"

    # History says that something was erased, and not what.
    said = run("log").stdout.splitlines()
    assert [line.split("  ")[-1] for line in said] == [
        "0 added, 0 changed, 5 removed, 5 of them erased · ••• · Wunsch von ••• · erase",
        "0 added, 1 changed, 0 removed · Ada · seeds",
        "1 added, 0 changed, 0 removed, 1 of them erased · Ida",
        "0 added, 1 changed, 0 removed, 1 of them erased · ••• · ••• ist umgezogen (•••) · seeds",
        "8 added, 0 changed, 0 removed, 4 of them erased · Ada · Anfang · seeds",
    ]
    changed = json.loads(run("log", "4", "--json", "--include-contact").stdout)
    assert (changed["erased"], changed["changes"][0]["differences"]["text"]["before"]) == (0, "Gegründet von •••.")
    assert run("log", "5").stdout.count("\n") == 1
    assert "ERASE_UNKNOWN" in run("erase", "person/anna-muster", "--yes", exit_code=1).stderr
    # What is left of a revision is not what was, and is not restored.
    for revision in ("5", "4", "3"):
        assert "REVISION_ERASED" in run("undo", revision, exit_code=1).stderr
    assert everything(graph) == after


def test_what_the_files_still_hold_is_not_erased(run: Run, graph: Graph, known: Path) -> None:
    before = everything(graph)
    for arguments in ((), ("--yes",)):
        refused = run("erase", "person/anna-muster", "--seeds", str(known), *arguments, exit_code=1)
        assert refused.stdout.count("nothing is changed without --yes") == (not arguments)
        lines = [line.removeprefix(f"{known}/") for line in refused.stderr.splitlines() if "ERASE_IN_FILES" in line]
        assert [line.partition("  ")[0] for line in lines] == ["clubs.yaml:6:14", "people/anna-muster.yaml:1:1"]
        assert everything(graph) == before
    (known / "people/anna-muster.yaml").unlink()
    (known / "clubs.yaml").write_text(FILES["clubs.yaml"].replace("anna-muster", "bo-beispiel"), encoding="utf-8")
    warned = run("erase", "person/anna-muster", "--json")
    assert warned.stderr.splitlines() == [
        f"{known}/sources.yaml:2:10  source/about-her goes, too, as nothing else cites it; "
        "the next seed brings it back unless it is taken out",
        "directory imported some of it: the next import of a file that holds it brings it back",
        "club/sv still names them in text: that is for its authors to change",
    ]
    told = json.loads(warned.stdout)
    assert {k: told[k] for k in ("revision", "removed", "sources", "importers", "mentions", "history")} == {
        "revision": None,
        "removed": 5,
        "sources": ["source/about-her"],
        "importers": ["directory"],
        "mentions": [{"where": "club/sv", "property": "text"}],
        "history": {"erased": 6, "revisions": [1, 2, 3]},
    }
    assert len(told["changes"]) == 5
    assert "anna@" not in warned.stdout
    done = json.loads(run("erase", "person/anna-muster", "--json", "--yes").stdout)
    assert (done["revision"], "changes" in done) == (4, False)
    assert "Anna Muster" in graph.run("MATCH (c:Club) RETURN c.text")[0][0]


def test_without_files_it_is_said_that_none_were_looked_through(run: Run, known: Path) -> None:
    said = run("erase", "person/anna-muster", "--seeds", str(known / "nowhere"), "--yes")
    assert said.stderr.startswith(f"no seed files at {known}/nowhere were looked through")
    (known / "clubs.yaml").write_text("[1]", encoding="utf-8")
    assert "SEED_SHAPE" in run("erase", "person/bo-beispiel", "--yes", exit_code=1).stderr


def test_everything_wrong_with_the_arguments_is_told_at_once(run: Run) -> None:
    refused = run("erase", "club/sv", "nobody/anna", "nonsense", exit_code=1)
    codes = ["ERASE_NOT_PERSONAL", "REFERENCE_TYPE", "ID_INVALID"]
    assert [line.rpartition("[")[2].rstrip("]") for line in refused.stderr.splitlines()[:3]] == codes


def test_people_who_are_in_the_history_alone_go_together(
    run: Run, graph: Graph, small: Model, known: Path, written: Written
) -> None:
    for name in FILES:
        (known / name).unlink()
    written(known, {"sources.yaml": WITHOUT["sources.yaml"], "clubs.yaml": "- {slug: sv, title: SV, sources: q}\n"})
    store.write(
        graph, small, lambda present: difference(small, present, Snapshot(), "directory", prune=True), author="Ida"
    )
    run("seed", "--prune")
    # A part from before the model said that these are people.
    cypher = (
        "MATCH (:_Revision {number: 1})-[:_PART]->(p:_Part) WHERE p.personal WITH p LIMIT 1 "
        "REMOVE p.personal, p.entity, p.other RETURN p.personal IS NULL"
    )
    assert graph.table(cypher, write=True).rows == [[True]]
    run("erase", "person/bo-beispiel", "person/anna-muster", "--yes")
    left = everything(graph)
    assert held_of(left) == []
    assert "beispiel" not in left.lower()
    assert [str(c.state.key) for c in store.read_changes(graph, 1)] == ["club/sv", "source/q"]


def test_a_fault_on_the_way_leaves_everything_as_it_was(
    graph: Graph, small: Model, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    before, moment = everything(graph), graph.run(LOOK)
    with pytest.raises(ZeroDivisionError):
        erase.erase(graph, small, [ANNA], fail, author="test")
    monkeypatch.setattr(erase, "rewriting", fail)
    with pytest.raises(ZeroDivisionError):
        erase.erase(graph, small, [ANNA], lambda *_: None, author="test")
    assert (everything(graph), graph.run(LOOK)) == (before, moment)


def test_a_revision_that_erases_says_what_kinds_of_things_it_touched(graph: Graph, small: Model, known: Path) -> None:
    """And no revision says any more at which nodes relations came and went: a name in mind would fit or not."""
    at = "MATCH (r:_Revision) WHERE any(word IN r.touched WHERE word CONTAINS '@') RETURN count(r) > 0"
    assert graph.run(at) == [[True]]
    _, revision = erase.erase(graph, small, [ANNA], lambda *_: None, author="test")
    [[touched]] = graph.run("MATCH (r:_Revision {number: $n}) RETURN r.touched", {"n": revision.number})
    assert sorted(touched)[:-1] == ["KNOWS", "MEMBER_OF", "Person", "Source"]
    assert graph.run(at) == [[False]]
