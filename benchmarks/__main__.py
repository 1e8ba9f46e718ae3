"""`python -m benchmarks` runs every benchmark and writes RESULTS.md beside it, with the machine and the date.

python -m benchmarks reading                    # only this one
python -m benchmarks contest --scale 0.05       # what begins with a dash, and the rest, is for the benchmark
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import subprocess
import sys
from pathlib import Path

BENCHMARKS = {
    "reading": "A warm read of 50 nested rows, part by part (limit: 0.5 ms outside driver and database)",
    "cost": "1,000 operations on Germany: how the estimated cost ranks against the database's hits (limit: 0.8)",
    "heavy": "Heavy operations on Germany: what takes longer than anybody may is refused, what is quick is not",
    "hostile": "50 hostile requests in parallel: the p95 of others, loaded against quiet (limit: twice)",
    "seeding": "Seeding 100,000 relations between 10,000 nodes (limit: 3 times the plain script, 1 GB)",
    "crosscutting": "Questions across all of Germany: how long they take, and for how long everybody else waits",
    "contest": "Ten questions about Germany, beside hand-written Cypher, data loaders and @neo4j/graphql",
}
RESULTS = Path(__file__).parent / "RESULTS.md"


HEAD = """# Results

Written by `make benchmark`, which replaces the sections of what it runs. Machines differ and are noisy: the ratios
count, not the milliseconds.
"""


def main() -> None:
    """Run all, or those named on the command line."""
    given = sys.argv[1:]
    split = next((i for i, word in enumerate(given) if word.startswith("-")), len(given))
    wanted, options = given[:split] or list(BENCHMARKS), given[split:]
    sections = known()
    failed = False
    for name in wanted:
        print(f"== {name}: {BENCHMARKS[name]}", flush=True)
        done = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{name}", *options], stdout=subprocess.PIPE, text=True, check=False
        )
        print(done.stdout, flush=True)
        failed = failed or done.returncode != 0
        machine = (
            f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        )
        asked = " ".join(["python -m benchmarks", name, *options])
        told = f"{BENCHMARKS[name]}.\n\n{dt.datetime.now(dt.UTC):%Y-%m-%d}, {machine}, `{asked}`"
        sections[name] = f"## {name}\n\n{told}\n\n```text\n{done.stdout.strip()}\n```\n"
        ordered = {n: sections[n] for n in BENCHMARKS if n in sections} | sections
        RESULTS.write_text("\n".join([HEAD, *ordered.values()]), encoding="utf-8")
    sys.exit(failed)


def known() -> dict[str, str]:
    """Return the sections of the results that are there, by name."""
    text = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    parts = text.split("\n## ")[1:]
    return {part.split("\n", 1)[0]: f"## {part.rstrip()}\n" for part in parts}


if __name__ == "__main__":
    main()
