"""What the pages show is so: commands run, queries are answered, example files are valid, links lead somewhere.

Marked blocks: `console run` (lines with `$` run, what follows must be printed), `graphql` (runs; `json` right after it
is its answer), `yaml PATH` and `csv PATH` (a seed file beside the real ones), `yaml wrong PATH` (`text` after it is
what is wrong). In printed lines `…` stands for any text, a line of its own for any lines.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from engagegraph import settings
from engagegraph.cli import VERBS, cli
from engagegraph.errors import Failure
from engagegraph.graph.address import Address
from engagegraph.graph.client import Graph
from engagegraph.model import Model
from engagegraph.query.engine import Answer
from engagegraph.seeds.load import load_seeds

ROOT = Path(__file__).parents[2]
GENERATED = {ROOT / "docs/content.md", ROOT / "schema/derived/model.md"}
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "seeds").glob("*.md"),
        *(ROOT / "schema").rglob("*.md"),
    ]
)
WRITTEN = [page for page in PAGES if page not in GENERATED]


@dataclass(frozen=True)
class Block:
    page: Path
    line: int
    info: list[str]
    text: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks(page: Path) -> Iterator[Block]:
    found = re.finditer(r"^```(.*)\n((?:.*\n)*?)```$", text := page.read_text(encoding="utf-8"), re.MULTILINE)
    for match in found:
        yield Block(page, text.count("\n", 0, match.start()) + 1, match[1].split(), match[2])


BLOCKS = [block for page in WRITTEN for block in blocks(page)]


def after(block: Block) -> Block | None:
    """The block that follows on the same page."""
    position = BLOCKS.index(block) + 1
    following = BLOCKS[position] if position < len(BLOCKS) else None
    return following if following is not None and following.page == block.page else None


QUERIES = [block for block in BLOCKS if block.info[:1] == ["graphql"]]
CONSOLES = [page for page in WRITTEN if any(block.info == ["console", "run"] for block in blocks(page))]
SEED_PAGES = [
    page for page in WRITTEN if any(block.info[:1] in (["yaml"], ["csv"]) and block.info[1:] for block in blocks(page))
]


def matches(shown: str, printed: str) -> bool:
    """Whether `printed` is what `shown` promises."""
    pattern = "".join(
        r"(?:.*\n)*" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + r"[ \t]*\n"
        for line in shown.splitlines()
    )
    lines = "".join(line.rstrip() + "\n" for line in printed.splitlines())
    return re.fullmatch(pattern, lines) is not None


def test_ellipses_stand_for_what_they_say() -> None:
    assert matches("a\n…\nd\n", "a\nb\nc\nd\n")
    assert matches("…\n", "")
    assert matches("1 of … is\n", "1 of 20 is\n")
    assert not matches("a\nd\n", "a\nb\nd\n")
    assert not matches("a…\n", "b\n")


@pytest.mark.db
@pytest.mark.parametrize("page", CONSOLES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_do_what_the_page_shows(
    page: Path, content: Graph, address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Page by page: a command may build on the one before it."""
    monkeypatch.chdir(tmp_path)
    for name in ("docs", "seeds", "schema"):
        (tmp_path / name).symlink_to(ROOT / name)
    environment = {
        "NEO4J_URI": address.uri,
        "NEO4J_USER": address.user,
        "NEO4J_PASSWORD": address.password,
        "NEO4J_DATABASE": address.database,
        "COLUMNS": "120",
    }
    for block in blocks(page):
        if block.info != ["console", "run"]:
            continue
        for command in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            line, _, shown = command.partition("\n")
            program, *arguments = shlex.split(line)
            assert program == "engagegraph"
            result = CliRunner().invoke(cli, arguments, env=environment)
            said = f"{block}: {line}\n{result.output}"
            assert result.exit_code == 0, said
            assert matches(shown, result.output), said


@pytest.mark.db
@pytest.mark.parametrize("block", QUERIES, ids=str)
def test_queries_are_answered_as_the_page_shows(
    block: Block, ask: Callable[[str, dict[str, Any], str], Answer]
) -> None:
    answer = ask(block.text, {}, "public")
    assert not answer.errors
    following = after(block)
    if following is not None and following.info == ["json"]:
        assert json.dumps({"data": answer.data}) == json.dumps(json.loads(following.text))


@pytest.mark.parametrize("page", SEED_PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_example_seed_files_are_right_and_wrong_as_the_page_says(page: Path, real: Model, tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    shutil.copytree(settings.seeds_folder(), folder)
    wrong: list[tuple[Path, Block]] = []
    for block in blocks(page):
        if block.info[:1] in (["yaml"], ["csv"]) and block.info[1:]:
            file = folder / block.info[-1]
            assert not file.exists(), block
            if "wrong" in block.info:
                wrong.append((file, block))
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
    load_seeds(real, folder)
    for file, block in wrong:
        file.write_text(block.text, encoding="utf-8")
        with pytest.raises(Failure) as caught:
            load_seeds(real, folder)
        shown = after(block)
        assert shown is not None
        said = "\n".join(map(str, caught.value.problems)).replace(f"{folder}/", "")
        assert matches(shown.text, said), said
        file.unlink()


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*\n(?:.*\n)*?```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for target in re.findall(r"\]\(<?([^)>\s]+)>?\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        other = (page.parent / path) if path else page
        assert other.exists(), f"{page.relative_to(ROOT)} leads to {target}"
        if anchor:
            headings = re.findall(r"^#+ (.+)$", other.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}, (
                target
            )


def test_every_verb_and_every_variable_is_explained() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    everything = "".join(page.read_text(encoding="utf-8") for page in WRITTEN)
    assert not {verb for verb in VERBS if f"engagegraph {verb}" not in everything}
    assert not {verb for verb in VERBS if f"`{verb}`" not in readme}
    sources = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py"))
    variables = set(re.findall(r'"((?:ENGAGEGRAPH|NEO4J)_[A-Z_]+)"', sources)) - {"NEO4J_TOO_OLD"}
    assert not {name for name in variables if f"`{name}`" not in readme}


def test_exit_codes_are_listed() -> None:
    from engagegraph.cli import EXIT_CODES

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for code, number in EXIT_CODES.items():
        assert re.search(rf"\| {number} \| .*{code.lower().replace('_', '-')}\.md", readme), code


def test_first_words_name_what_has_to_be_installed_and_nothing_else() -> None:
    """The README's two commands are targets of the Makefile."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)", readme))
    assert {"demo", "test"} <= named <= targets


def test_statuses_are_listed() -> None:
    from engagegraph.web.graphql import STATUS

    page = (ROOT / "docs/frontend.md").read_text(encoding="utf-8")
    listed = {int(status) for cell in re.findall(r"^\| ([\d, ]+) \|", page, re.MULTILINE) for status in cell.split(",")}
    assert {*STATUS.values()} <= listed


def test_decisions_are_listed() -> None:
    folder = ROOT / "docs/decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    for page in folder.glob("[0-9]*.md"):
        number, title = page.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ").split(" ", 1)
        assert page.name.startswith(f"{number}-")
        assert f"- [{number}]({page.name}) {title}\n" in index
