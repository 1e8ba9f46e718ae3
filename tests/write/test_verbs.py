"""`diff`, `seed`, `export` and `log` as one types them, against a real Neo4j."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from engagegraph.cli.seed import commit, default_author
from engagegraph.graph.client import Graph
from engagegraph.seeds.files import LEFT_OUT

pytestmark = pytest.mark.db

Run = Callable[..., Result]
Written = Callable[..., Path]
CONTACT = {"people.yaml": "- {slug: anna, name: Anna, sources: q, email: anna@example.org}\n"}


def test_from_files_to_the_graph_and_back(run: Run, tmp_path: Path, written: Written) -> None:
    folder = written(tmp_path / "seeds", CONTACT, based=True)
    assert "DATABASE_EMPTY" in run("diff", exit_code=2).stderr
    assert run("seed", "--author", "Ada", "--message", "Anfang").stdout == "revision 1: 7 added, 0 changed, 0 removed\n"
    assert run("diff").stdout == "0 added, 0 changed, 0 removed\n"
    assert run("seed").stdout == "the graph holds all of it already\n"
    assert run("seed", "--if-empty").stdout == "the graph has content already; nothing seeded\n"

    (folder / "clubs.yaml").write_text("- {slug: tv, title: TV, sources: q}\n")
    (folder / "people.yaml").write_text("- {slug: anna, name: Anna B., sources: q, email: b@example.org}\n")
    shown = run("diff", "--prune", exit_code=1).stdout
    assert shown.splitlines() == [
        "- club/sv  SV",
        "+ club/tv  TV",
        "~ person/anna  Anna B.",
        "    name: Anna → Anna B.",
        "    email: ••• → •••",
        "1 added, 1 changed, 1 removed",
    ]
    assert json.loads(run("diff", "--json", exit_code=1).stdout)["removed"] == 0
    assert "anna@example.org" in run("diff", "--json", "--include-contact", exit_code=1).stdout
    assert "revision 2: 1 added, 1 changed, 1 removed" in run("seed", "--prune", str(folder)).stdout

    lines = run("log").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["2", "1"]
    assert lines[1].endswith("7 added, 0 changed, 0 removed · Ada · Anfang · seeds")
    assert "+ club/tv  TV" in run("log", "2").stdout
    assert "b@example.org" not in run("log", "2", "--json").stdout
    assert "b@example.org" in run("log", "2", "--include-contact").stdout
    assert [r["number"] for r in json.loads(run("log", "--json", "-n", "1").stdout)] == [2]
    assert "REVISION_UNKNOWN" in run("log", "3", exit_code=1).stderr


def test_exports(run: Run, tmp_path: Path, written: Written) -> None:
    folder = written(tmp_path / "seeds", CONTACT, based=True)
    run("seed")
    out = tmp_path / "out"
    public = run("export", str(out))
    assert public.stdout == "7 nodes and 0 relations in 6 files\n"
    assert "left out: 1 values" in public.stderr
    assert "anna@example.org" not in "".join(f.read_text() for f in out.iterdir())
    assert "EXPORT_NOT_EMPTY" in run("export", str(out), exit_code=1).stderr
    (out / "more.yaml").write_text("")
    whole = run("export", "--force", "--include-contact", str(out))
    assert "more.yaml" in whole.stderr
    assert "left out" not in whole.stderr
    assert not (out / LEFT_OUT).exists()
    assert run("diff", "--prune", str(out)).stdout == run("diff", "--prune", str(folder)).stdout


def test_seeding_what_was_exported_takes_nothing_away(run: Run, graph: Graph, tmp_path: Path, written: Written) -> None:
    written(tmp_path / "seeds", CONTACT, based=True)
    run("seed")
    out = tmp_path / "out"
    assert run("export", str(out)).stdout == "7 nodes and 0 relations in 6 files\n"
    assert run("diff", "--prune", str(out)).stdout == "0 added, 0 changed, 0 removed\n"
    assert run("seed", "--source", "seeds", str(out)).stdout == "the graph holds all of it already\n"
    people = out / "people.yaml"
    people.write_text(people.read_text().replace("name: Anna", "name: Anna B."))
    assert "revision 2: 0 added, 1 changed, 0 removed" in run("seed", "--prune", str(out)).stdout
    assert graph.run("MATCH (p:Person) RETURN p.name, p.email") == [["Anna B.", "anna@example.org"]]
    (out / LEFT_OUT).unlink()
    assert "email: ••• → nothing" in run("diff", str(out), exit_code=1).stdout


def test_wrong_files_are_told_before_a_database_is_asked(
    run: Run, tmp_path: Path, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    written(tmp_path / "seeds", {"clubs.yaml": "[1]"})
    assert "SEED_SHAPE" in run("seed", exit_code=1).stderr


def test_the_commit_of_the_files(tmp_path: Path, written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path / "checkout" / "seeds", {}, based=True)
    assert commit(folder) == ""
    git = ["git", "-C", str(folder.parent), "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"], ["config", "user.name", "Ada"]):
        subprocess.run([*git, *arguments], check=True)
    assert len(commit(folder)) == 40
    (folder / "clubs.yaml").write_text("[]")
    assert commit(folder / "clubs.yaml").endswith("-dirty")
    monkeypatch.chdir(folder)
    assert default_author() == "Ada"
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("LOGNAME", "grace")
    assert (commit(folder), default_author()) == ("", "grace")
    monkeypatch.setattr("getpass.getuser", lambda: (_ for _ in ()).throw(OSError))
    assert default_author() == ""


def test_what_a_revision_changed_is_undone(run: Run, graph: Graph, tmp_path: Path, written: Written) -> None:
    folder = written(tmp_path / "seeds", CONTACT, based=True)
    run("seed")
    assert "REVISION_UNKNOWN" in run("undo", "7", exit_code=1).stderr
    (folder / "clubs.yaml").write_text("- {slug: sv, title: Sportverein, sources: q}\n")
    run("seed")
    (folder / "clubs.yaml").write_text("- {slug: sv, title: Sportfreunde, sources: q}\n")
    run("seed")
    overtaken = run("undo", "2", exit_code=1).stderr
    assert "REVISION_OVERTAKEN" in overtaken
    assert "club/sv" in overtaken

    shown = run("undo", "3", "--dry-run")
    assert shown.stdout.splitlines()[-1] == "0 added, 1 changed, 0 removed"
    assert "bring it back" in shown.stderr
    document = json.loads(run("undo", "3", "--json", "--author", "Ada", "--message", "Irrtum").stdout)
    assert (document["revision"], document["changed"]) == (4, 1)
    assert document["changes"][0]["differences"]["title"] == {"before": "Sportfreunde", "after": "Sportverein"}
    assert "· Ada · Irrtum · seeds" in run("log", "-n", "1").stdout
    assert run("undo", "4").stdout == "revision 5: 0 added, 1 changed, 0 removed\n"
    assert run("diff").stdout == "0 added, 0 changed, 0 removed\n"
    run("touch")
    assert run("undo", "6").stdout == "revision 6 changed nothing\n"
