"""`engagegraph schema`: writes what is derived, and says what is stale."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engagegraph.cli import cli
from engagegraph.derive.files import FOLDER, derived_files
from engagegraph.model import load_model

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests/model/small"
SEEDS = """\
records:
  - {slug: book, title: Das Buch}
harbours:
  - {slug: kiel, name: Kiel, mood: GOOD, sources: [{book: Seite 1}], fleet: [harbour/laboe]}
  - {slug: laboe, name: Laboe, mood: BAD, sources: [{book: Seite 2}]}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of another field, with its own model, seeds and docs."""
    shutil.copytree(SMALL, tmp_path / "schema/model")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/all.yaml").write_text(SEEDS, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    monkeypatch.setenv("ENGAGEGRAPH_SCHEMA", str(tmp_path / "schema"))
    monkeypatch.setenv("ENGAGEGRAPH_SEEDS", str(tmp_path / "seeds"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """GraphQL schemas that cost no time."""
    monkeypatch.setattr("engagegraph.derive.graphql.sdl", lambda model, viewer: f"# what {viewer} sees\n")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["schema", *arguments])


@pytest.mark.usefixtures("quick")
def test_what_is_written_is_up_to_date_and_stays_as_it_is(project: Path) -> None:
    first = run()
    assert first.exit_code == 0, first.output
    assert first.output == "10 derived files, 10 of them changed\n"
    written = {p: p.read_bytes() for p in project.rglob("*") if p.is_file()}
    assert run("--check").output == "10 derived files are up to date\n"
    assert run().output == "10 derived files, 0 of them changed\n"
    assert {p: p.read_bytes() for p in project.rglob("*") if p.is_file()} == written
    names = {p.relative_to(project / "schema/derived").as_posix() for p in written if "derived" in p.parts}
    assert names == {
        "constraints.cypher",
        "model.md",
        "schema.keeper.graphql",
        "schema.public.graphql",
        "seeds/harbour.schema.json",
        "seeds/record.schema.json",
        "seeds/seeds.schema.json",
        "seeds/ship.schema.json",
        "seeds/vscode.settings.json",
    }
    content = (project / "docs/content.md").read_text(encoding="utf-8")
    assert "| Seite 1 | *Hafen* **Kiel** (Stimmung: gut) | [all.yaml](<../seeds/all.yaml>) |" in content
    assert "|  | Laboe –gehört zu→ … | [all.yaml](<../seeds/all.yaml>) |" in content


@pytest.mark.usefixtures("quick")
def test_each_stale_file_is_named_with_its_first_line_that_differs(project: Path) -> None:
    assert run().exit_code == 0
    derived = project / "schema/derived"
    (derived / "model.md").unlink()
    (derived / "old.md").write_text("old", encoding="utf-8")
    constraints = derived / "constraints.cypher"
    lines = constraints.read_text(encoding="utf-8").splitlines()
    lines[2] = "x" * 200
    constraints.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sdl = derived / "schema.public.graphql"
    sdl.write_text(sdl.read_text(encoding="utf-8") + "more\n", encoding="utf-8")
    (project / "docs/content.md").write_text("# Inhalte und ihre Quellen\n", encoding="utf-8")
    result = run("--check")
    assert result.exit_code == 1
    said = result.stderr.splitlines()
    assert said[-1] == "5 problems"
    assert all(line.endswith("– run `engagegraph schema` [DERIVED_STALE]") for line in said[:-1])
    found = {line.split("  ", 1)[0]: line.split("  ", 1)[1] for line in said[:-1]}
    length = len(sdl.read_text(encoding="utf-8").splitlines())
    assert found.keys() == {
        "schema/derived/model.md:1",
        "schema/derived/old.md:1",
        "schema/derived/constraints.cypher:3",
        f"schema/derived/schema.public.graphql:{length}",
        "docs/content.md:2",
    }
    assert "is missing" in found["schema/derived/model.md:1"]
    assert "is derived no longer" in found["schema/derived/old.md:1"]
    assert f'has "{"x" * 100}…" instead of "CREATE CONSTRAINT' in found["schema/derived/constraints.cypher:3"]
    assert 'has "more" instead of the end' in found[f"schema/derived/schema.public.graphql:{length}"]
    assert 'has the end instead of ""' in found["docs/content.md:2"]
    assert run().exit_code == 0
    assert not (derived / "old.md").exists()
    assert run("--check").exit_code == 0


@pytest.mark.usefixtures("quick")
def test_seeds_that_are_wrong_do_not_keep_the_model_from_being_derived(project: Path) -> None:
    (project / "seeds/all.yaml").write_text(
        "harbours:\n  - {slug: kiel, mood: GOOD, sources: [book]}\n", encoding="utf-8"
    )
    result = run()
    assert result.exit_code == 1
    assert "seeds/all.yaml:2:12  Harbour.name is required" in result.stderr
    assert (project / "schema/derived/seeds/harbour.schema.json").is_file()
    assert not (project / "docs/content.md").exists()
    checked = run("--check")
    assert checked.exit_code == 1
    assert "PROPERTY_MISSING" in checked.stderr


@pytest.mark.usefixtures("quick")
def test_without_docs_there_is_no_content_page(project: Path) -> None:
    (project / "docs").rmdir()
    shutil.rmtree(project / "seeds")
    assert run().output == "9 derived files, 9 of them changed\n"
    assert not (project / "docs").exists()


def test_the_schema_of_a_viewer_is_printed_and_nothing_written(project: Path) -> None:
    public, keeper = run("--print", "public").output, run("--print", "keeper").output
    assert "type Ship implements" in public
    assert "cargo" not in public
    assert "cargo" in keeper
    assert not (project / "schema/derived").exists()


def test_a_viewer_that_is_none(project: Path) -> None:
    result = run("--print", "pubic")
    assert result.exit_code == 1
    assert 'no viewer class "pubic" – did you mean "public"? [VIEWER_UNKNOWN]' in result.stderr


@pytest.mark.usefixtures("quick")
def test_what_is_checked_in_follows_from_the_model() -> None:
    """All but the text of the GraphQL schemas, which takes seconds and which `make check` compares."""
    files = derived_files(load_model(ROOT / "schema/model"))
    for name, text in files.items():
        if name.suffix != ".graphql":
            assert (ROOT / "schema" / name).read_text(encoding="utf-8") == text, f"run `engagegraph schema`: {name}"
    kept = {ROOT / "schema" / name for name in files}
    assert {p for p in (ROOT / "schema" / FOLDER).rglob("*") if p.is_file()} == kept
