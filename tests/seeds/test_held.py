"""Where files hold what shall be forgotten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engagegraph.model import Model
from engagegraph.seeds.held import entries, held
from engagegraph.seeds.load import read
from engagegraph.write.change import Ref

ANNA, BERG = Ref("Person", "anna"), Ref("Person", "berg")
FILES = {
    "people/anna.yaml": "name: Anna\nsources: q\nknows: [bo]\nclubs:\n  - {node: sv, role: CHAIR}\n",
    "people/bo.yaml": "name: Bo\nsources: q\nknows: [anna]\n",
    "tv.yaml": "clubs:\n  - slug: tv\n    title: TV\n    sources: q\n    members:\n      - {node: person/anna, role: CHAIR}\n"
    "      - {node: berg, role: MEMBER, branch: anna}\n      - {node: town/anna, role: MEMBER}\n",
    "KNOWS.csv": "from,to,sources\nbo,anna,q\nanna,other,q\n",
}


def test_every_place_is_found_once(small: Model, tmp_path: Path, written: Callable[..., Path]) -> None:
    drafts = read(small, written(tmp_path, FILES)).drafts
    found = held(small, drafts, [ANNA, BERG], [ANNA, Ref("Town", "berg")])
    assert [(str(place).removeprefix(f"{tmp_path}/"), str(ref)) for place, ref in found.items()] == [
        ("KNOWS.csv:2:4", "person/anna"),
        ("KNOWS.csv:3:1", "person/anna"),
        ("people/anna.yaml:1:1", "person/anna"),
        ("people/bo.yaml:3:9", "person/anna"),
        ("tv.yaml:6:16", "person/anna"),
    ]
    # Without a town of that name, it is the person who is meant.
    assert "tv.yaml:7:16" in "".join(map(str, held(small, drafts, [BERG], [])))
    # What a property refers to is found as well.
    assert [place.line for place in held(small, drafts, [Ref("Town", "anna")], [])] == [7, 8]
    assert {str(ref) for ref in entries(drafts, [ANNA, BERG]).values()} == {"person/anna"}
