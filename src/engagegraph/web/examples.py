"""The worked example queries of `docs/queries/`, for GraphiQL's menu.

Each file is a GraphQL document whose first comment lines say `# title: …` and `# group: …` (and `# demo: yes` for the
one that `engagegraph demo` answers); further comment lines ask the
question in words. `<name>.variables.json` beside it holds variables.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

_FIELD = re.compile(r"#\s*(title|group|viewer|demo):\s*(.+)")


def read_examples(folder: Path) -> list[dict[str, Any]]:
    """Return title, group, query and variables (an object, or None) of each example, in the files' order."""
    found = []
    for file in sorted(folder.glob("*.graphql")):
        text = file.read_text(encoding="utf-8")
        matches = [match for line in text.splitlines() if (match := _FIELD.fullmatch(line.strip()))]
        fields = {match[1]: match[2] for match in matches}
        variables = file.with_suffix(".variables.json")
        found.append(
            {
                "title": fields.get("title", file.stem),
                "group": fields.get("group", ""),
                "demo": fields.get("demo", ""),
                "query": "\n".join(line for line in text.splitlines() if not _FIELD.fullmatch(line.strip())).strip()
                + "\n",
                "variables": json.loads(variables.read_text(encoding="utf-8")) if variables.is_file() else None,
            }
        )
    return found
