"""Every error code has its page in docs/errors, and every page a code that is in use.

`python tests/test_errors.py` writes the index anew after a page has come or gone.
"""

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs/errors"
CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
CARRIERS = {"Problem": slice(0, 1), "of": slice(0, 1), "wrong": slice(None), "unknown": slice(None)}
"""What a problem is made with, and which arguments may be its code."""

INDEX_HEAD = """\
# Errors

Every problem has a code that stays the same, on the command line as in GraphQL (`extensions.code`). Here is what each
means and what to do.

"""


@functools.cache
def codes() -> dict[str, set[str]]:
    """The codes in use, each with the files that use it."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "src").rglob("*.py")):
        for code in _codes(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(code, set()).add(path.relative_to(ROOT).as_posix())
    return found


def _codes(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        places: list[ast.expr] = []
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in CARRIERS:
                places = [*node.args[CARRIERS[name]], *(k.value for k in node.keywords if k.arg == "code")]
        elif isinstance(node, ast.FunctionDef):
            named = dict(zip(reversed(node.args.args), reversed(node.args.defaults), strict=False))
            places = [value for argument, value in named.items() if argument.arg == "code"]
        elif isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            places = [value for key, value in pairs if isinstance(key, ast.Constant) and key.value == "code"]
        elif isinstance(node, ast.Assign):
            places = [node.value] if any(getattr(target, "id", "") == "code" for target in node.targets) else []
        for place in places:
            # What a code depends on may stand beside it: `"A" if x else "B"`, but not inside a call or a longer text.
            choices = [place.body, place.orelse] if isinstance(place, ast.IfExp) else [place]
            if isinstance(place, ast.BoolOp):
                choices = place.values
            for choice in choices:
                if isinstance(choice, ast.Constant) and isinstance(choice.value, str) and CODE.fullmatch(choice.value):
                    yield choice.value


def page(code: str) -> str:
    return code.lower().replace("_", "-") + ".md"


def index() -> str:
    rows = []
    for path in sorted(PAGES.glob("*.md")):
        if path.name != "README.md":
            title, _, rest = path.read_text(encoding="utf-8").partition("\n")
            summary = re.match(r"\s*\*\*(.+?)\*\*", rest)
            rows.append(f"- [{title.removeprefix('# ')}]({path.name}) – {summary[1] if summary else ''}\n")
    return INDEX_HEAD + "".join(rows)


def test_codes_are_found() -> None:
    """The scan sees the forms in which codes are written."""
    text = """
Problem("A_A", "m"); Failure.of("B_B" if x else "C_C", "m", "h", "NO_CODE")
self.wrong(place, "D_D", f"{x}", "h"); wrong("m", "h", "E_E"); self.unknown(p, "F_F", "type", n, k)
def wrong(message, hint, code="G_G"): ...
other("NO_CODE"); Failure.of(answer.code or "INTERNAL", "m"); Problem(code="H_H", message="NO_CODE")
{"code": "I_I" if x else "J_J", "hint": "NO_CODE"}; code = "K_K"
"""
    assert sorted(_codes(ast.parse(text))) == [
        "A_A",
        "B_B",
        "C_C",
        "D_D",
        "E_E",
        "F_F",
        "G_G",
        "H_H",
        "INTERNAL",
        "I_I",
        "J_J",
        "K_K",
    ]


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    used = codes()
    pages = {path.name for path in PAGES.glob("*.md")} - {"README.md"}
    missing = {page(code): files for code, files in used.items() if page(code) not in pages}
    assert not missing, "write these pages: docs/errors"
    assert not pages - {page(code) for code in used}, "no code leads to these pages"


@pytest.mark.parametrize("path", sorted(p for p in PAGES.glob("*.md") if p.name != "README.md"), ids=lambda p: p.name)
def test_a_page_says_what_happened_and_what_to_do(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    code = path.stem.replace("-", "_").upper()
    assert text.startswith(f"# {code}\n\n**"), "the code, then what happened in one bold sentence"
    assert re.search(r"^## What to do\n\n.{20,}", text, re.MULTILINE | re.DOTALL)
    assert text.endswith("\n")


# -- what the pages show ---------------------------------------------------------------------------------------------

FOREIGN = {"GRAPHQL_INVALID", "GRAPHQL_SYNTAX"}
"""Codes whose messages are GraphQL's own."""

LINE = re.compile(r"(?:.*?  )?(?P<message>.+?)(?: – .*)? \[(?P<code>[A-Z0-9_]+)\]")
JSON = re.compile(r'"message":\s*"(?P<message>(?:[^"\\]|\\.)+)".*?"code":\s*"(?P<code>[A-Z0-9_]+)"', re.DOTALL)


def examples() -> Iterator[tuple[str, str]]:
    """The messages that the pages show, each with its code."""
    for path in sorted(PAGES.glob("*.md")):
        for block in re.findall(r"^```.*\n((?:.*\n)*?)```$", path.read_text(encoding="utf-8"), re.MULTILINE):
            found = [*map(LINE.fullmatch, block.splitlines()), *JSON.finditer(block)]
            yield from ((match["code"], match["message"].replace('\\"', '"')) for match in found if match)


@functools.cache
def texts() -> tuple[set[str], list[list[str]]]:
    """What the sources can say: whole texts, and of those with something put in the parts that stay the same."""
    whole: set[str] = set()
    parted: list[list[str]] = []
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [str(each.value) for each in node.values if isinstance(each, ast.Constant)]
                if sum(map(len, parts)) > 6:
                    parted.append(parts)
    return whole, parted


def could_be(message: str, parts: list[str]) -> bool:
    at = 0
    for part in parts:
        at = message.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


def test_an_example_is_what_the_sources_say() -> None:
    shown = [message for code, message in examples() if code not in FOREIGN]
    assert len(shown) > 50
    whole, parted = texts()
    assert [one for one in shown if one not in whole and not any(could_be(one, parts) for parts in parted)] == []


def test_the_index_lists_every_page() -> None:
    assert (PAGES / "README.md").read_text(encoding="utf-8") == index(), "run `python tests/test_errors.py`"


def test_exit_codes_belong_to_codes_in_use() -> None:
    from engagegraph.cli import EXIT_CODES

    assert not EXIT_CODES.keys() - codes().keys()
    assert len(set(EXIT_CODES.values())) == len(EXIT_CODES)
    assert not {0, 1, 2} & set(EXIT_CODES.values())


if __name__ == "__main__":
    (PAGES / "README.md").write_text(index(), encoding="utf-8")
