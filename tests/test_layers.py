"""How the rooms may know each other, and what no Python module may say."""

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from engagegraph.model import load_model

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/engagegraph"
MODULES = sorted(SOURCE.rglob("*.py"))
PACKAGES = sorted({path.parent for path in MODULES} - {SOURCE})

LAYERS = [
    {"errors", "settings"},
    {"model"},
    {"derive", "query", "write"},
    {"graph", "seeds", "importers"},
    {"web"},
    {"cli"},
]
"""From below to above. A room knows those in lower layers and none beside it."""

LONGEST = 500
"""Lines of a module."""


def dotted(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@functools.cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, also inside functions; `from a import b` may mean the module `a.b`."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} write the whole name of the module"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer(room: str) -> int:
    return next(number for number, rooms in enumerate(LAYERS) if room in rooms)


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_imports_run_one_way(path: Path) -> None:
    room = dotted(path).split(".")[1] if path.parent != SOURCE or path.stem in LAYERS[0] else None
    for name in imports(path):
        if not name.startswith("engagegraph."):
            continue
        other = name.split(".")[1]
        if other == room or other == "__version__":
            continue
        if room is None:  # the package itself and `python -m engagegraph`
            assert dotted(path) == "engagegraph.__main__"
            assert other == "cli"
        else:
            assert layer(other) < layer(room), f"{dotted(path)} imports {name}"


def test_every_room_has_a_layer() -> None:
    rooms = {path.relative_to(SOURCE).parts[0] for path in MODULES if path.parent != SOURCE}
    rooms |= {path.stem for path in MODULES if path.parent == SOURCE} - {"__init__", "__main__"}
    assert rooms == set().union(*LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_only_the_graph_room_speaks_to_the_driver(path: Path) -> None:
    if path.relative_to(SOURCE).parts[0] != "graph":
        assert not [name for name in imports(path) if name.split(".")[0] == "neo4j"]


# -- no domain in Python ---------------------------------------------------------------------------------------------


@functools.cache
def domain_names() -> set[str]:
    """Names of node types, interfaces and relations, and the plurals and singulars that stand for them."""
    model = load_model(ROOT / "schema/model")
    types = [*model.types.values()]
    names = {
        *model.types,
        *model.interfaces,
        *model.relations,
        *(t.plural for t in types),
        *(t.singular for t in types),
    }
    return names - WORDS_OF_THE_TRADE


WORDS_OF_THE_TRADE = {
    form
    for word in ("source", "state", "session", "statement", "event")
    for form in (word, f"{word}s", word.capitalize())
} | {"person", "people"}
"""Words that a programmer needs, too: the source of a fact, a statement of Cypher, the people whose data is erased."""


def texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every string constant that is no docstring, with its line; f-strings by their parts."""
    docstrings = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            docstrings.add(id(node.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def identifiers(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.keyword(arg=str(name)):
                yield node.lineno, name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield node.lineno, name
            case ast.arg(arg=name):
                yield node.lineno, name


@functools.cache
def domain_labels() -> re.Pattern[str]:
    """What names a type or relation in Cypher: `:Name`, `|Name`, `(Name`."""
    return re.compile(rf"[:|(]({'|'.join(sorted(domain_names()))})\b")


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_no_module_names_a_domain_type(path: Path) -> None:
    names, labels = domain_names(), domain_labels()
    tree = tree_of(path)
    said = [(line, text) for line, text in (*texts(tree), *identifiers(tree)) if text in names]
    queries = [(line, text) for line, text in texts(tree) if labels.search(text)]
    assert not said
    assert not queries


# -- maps ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_a_module_says_what_it_is_for_and_is_not_too_long(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(tree_of(path))
    assert len(text.splitlines()) < LONGEST


@pytest.mark.parametrize("package", PACKAGES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_a_package_is_a_map_of_its_modules(package: Path) -> None:
    said = ast.get_docstring(tree_of(package / "__init__.py")) or ""
    modules = {path.stem for path in package.glob("*.py")} | {
        path.parent.name for path in package.glob("*/__init__.py")
    }
    missing = {name for name in modules - {"__init__"} if not re.search(rf"\b{name}\b", said)}
    assert not missing


def test_the_package_is_a_map_of_its_rooms() -> None:
    said = ast.get_docstring(tree_of(SOURCE / "__init__.py")) or ""
    assert not {room for room in set().union(*LAYERS) - {"settings"} if not re.search(rf"\b{room}\b", said)}


def test_the_architecture_names_every_room() -> None:
    said = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert not {room for room in set().union(*LAYERS) if not re.search(rf"\b{room}\b", said)}


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "manager", "context", "misc"])
def test_no_module_has_a_name_that_says_nothing(name: str) -> None:
    assert not [path for path in MODULES if path.stem == name or path.parent.name == name]
