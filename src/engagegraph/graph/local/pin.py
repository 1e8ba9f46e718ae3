"""Renew `jars.lock`: `python -m engagegraph.graph.local.pin 5.26.30`.

Resolves what the server of that version needs, downloads it and writes coordinates, sizes and SHA-256. Whoever renews
it runs the tests: the resolver may choose other versions of third-party jars than Neo4j's own distribution does.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from pathlib import Path

from engagegraph.graph.local.jars import LOCK_FILE, Jar

ROOTS = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server")


def pin(version: str) -> list[Jar]:
    """Return the jars of a Neo4j version, sorted by coordinate."""
    from jgo.maven import MavenContext

    with tempfile.TemporaryDirectory() as folder:
        context = MavenContext(repo_cache=Path(folder), timeout=60)
        roots = [context.create_dependency(f"{root}:{version}") for root in ROOTS]
        inputs, others = context.resolver.resolve(roots)
        jars = []
        for artifact in (dependency.artifact for dependency in inputs + others):
            content = artifact.resolve().read_bytes()
            digest = hashlib.sha256(content).hexdigest()
            jars.append(
                Jar(
                    artifact.groupId,
                    artifact.artifactId,
                    artifact.version,
                    artifact.classifier,
                    len(content),
                    digest,
                )
            )
    return sorted(jars, key=str)


def write(jars: list[Jar], version: str) -> None:
    """Write the lock file."""
    head = (
        f"# Neo4j Community {version}: its class path as group:artifact[:classifier]:version, bytes, SHA-256.\n"
        f"# Written by `python -m engagegraph.graph.local.pin {version}`; not to be edited by hand.\n"
    )
    lines = "".join(f"{jar} {jar.size} {jar.sha256}\n" for jar in jars)
    LOCK_FILE.write_text(head + lines, encoding="utf-8")


if __name__ == "__main__":
    write(pin(sys.argv[1]), sys.argv[1])
