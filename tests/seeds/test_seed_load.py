"""What seed files may look like, and how they go together with what the graph holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import SMALL_SEEDS

from engagegraph.errors import Failure
from engagegraph.model import Model
from engagegraph.seeds import canon
from engagegraph.seeds.canon import seed_files
from engagegraph.seeds.export import export_seeds
from engagegraph.seeds.files import LEFT_OUT
from engagegraph.seeds.load import load_seeds
from engagegraph.write.change import Citation, EdgeKey, NodeState, Ref, Snapshot

Written = Callable[..., Path]

ANNA, SV = Ref("Person", "anna"), Ref("Club", "sv")


def by_editor(snapshot: Snapshot) -> Snapshot:
    """The same as if an editor had written it."""
    return Snapshot(
        {k: replace(n, owner="editor") for k, n in snapshot.nodes.items()},
        {k: replace(e, owner="editor") for k, e in snapshot.edges.items()},
    )


def by_importer(snapshot: Snapshot) -> Snapshot:
    """The same nodes as if a directory had brought them."""
    return Snapshot({k: replace(n, owner="directory") for k, n in snapshot.nodes.items()})


def test_the_same_content_in_every_form(small: Model, tmp_path: Path, written: Written) -> None:
    relation = "  - node: %s\n    role: CHAIR\n    position: {de: Vorsitz, en: Chair}\n    sources: {q: Seite 1}\n"
    nested = relation.replace("\n", "\n  ").rstrip() % "sv"
    club = "{slug: sv, title: {de: SV, en: Club}, sources: q}"
    person = "- slug: anna\n  name: Anna\n  sources: {q: ''}\n"
    table = "from,to,role,position.de,position.en,note,sources\n\nanna,sv,CHAIR,Vorsitz,Chair,,q:  Seite  1 |\n"
    forms = {
        "club": {"clubs/sv.yaml": "title: {de: SV, en: Club}\nsources: [q]\nmembers:\n" + relation % "person/anna"},
        "person": {"clubs/north/x.yml": club, "clubs.yaml": "[]", "people.yaml": f"{person}  clubs:\n  {nested}\n"},
        "table": {"clubs.yaml": "[]", "any.yaml": f"clubs: [{club}]", "MEMBER_OF.anna.csv": "# who\n" + table},
    }
    forms["club"]["clubs.yaml"] = "[]"
    found = [load_seeds(small, written(tmp_path / name, form, based=True)) for name, form in forms.items()]
    assert found[0] == found[1] == found[2]
    edge = found[0].edges[EdgeKey("MEMBER_OF", ANNA, SV, "CHAIR")]
    assert edge.properties == {"role": "CHAIR", "position": "Vorsitz", "position_en": "Chair"}
    assert edge.citations == (Citation("q", "Seite 1"),)
    assert found[0].nodes[SV].properties == {"slug": "sv", "title": "SV", "title_en": "Club"}


def test_a_file_or_a_folder_is_enough(small: Model, tmp_path: Path, written: Written) -> None:
    written(tmp_path, {"empty.yaml": "", ".drafts/clubs.yaml": "nonsense"}, based=True)
    assert [*load_seeds(small, tmp_path / "sources.yaml").nodes] == [Ref("Source", "q")]
    assert load_seeds(small, tmp_path / "people.yaml", by_editor(load_seeds(small, tmp_path))).nodes.keys() == {ANNA}
    files = {"clubs/tv.yaml": "title: TV\ntags: one\nsources: q\n", "clubs/sources.yaml": "[{slug: q, title: Q}]"}
    found = load_seeds(small, written(tmp_path / "more", files) / "clubs")
    assert found.nodes[Ref("Club", "tv")].properties["tags"] == ["one"]


def test_nothing_there(small: Model, tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        load_seeds(small, tmp_path / "nowhere")
    assert caught.value.code == "SEEDS_MISSING"


def test_what_is_not_text(small: Model, tmp_path: Path) -> None:
    (tmp_path / "clubs.yaml").write_bytes(b"- slug: \xff\n")
    with pytest.raises(Failure) as caught:
        load_seeds(small, tmp_path)
    assert caught.value.code == "SEED_ENCODING"


def test_places_are_told_from_where_one_stands(
    small: Model, tmp_path: Path, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, {"clubs.yaml": "[1]"})
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Failure) as caught:
        load_seeds(small, tmp_path)
    assert caught.value.problems[0].where == "clubs.yaml:1:2"


def test_references_lead_to_what_others_wrote(small: Model, tmp_path: Path, written: Written) -> None:
    present = by_editor(load_seeds(small, written(tmp_path / "base", {}, based=True)))
    folder = written(tmp_path / "more", {"people.yaml": "[{slug: bo, name: Bo, sources: q, knows: [anna]}]"})
    assert EdgeKey("KNOWS", Ref("Person", "bo"), ANNA, "") in load_seeds(small, folder, present).edges


def test_nothing_leads_to_what_the_files_hold_no_longer(small: Model, tmp_path: Path, written: Written) -> None:
    present = load_seeds(small, written(tmp_path / "base", {}, based=True))
    folder = written(tmp_path / "more", {"people.yaml": "[{slug: bo, name: Bo, sources: q}]"})
    with pytest.raises(Failure) as caught:
        load_seeds(small, folder, present)
    assert caught.value.code == "REFERENCE_DANGLING"


TOWN = "- {slug: %s, name: Stadt, code: '02', sources: q, county: %s}\n"


def test_what_is_not_pruned_must_go_together_with_the_files(small: Model, tmp_path: Path, written: Written) -> None:
    present = load_seeds(small, written(tmp_path / "before", {"towns.yaml": TOWN % ("stadt", "kreis")}, based=True))
    moved = written(tmp_path / "moved", {"towns.yaml": TOWN % ("stadt", "berg")}, based=True)
    renamed = written(tmp_path / "renamed", {"towns.yaml": TOWN % ("neustadt", "kreis")}, based=True)
    for folder, code in ((moved, "LINK_NOT_SINGLE"), (renamed, "VALUE_REPEATED")):
        with pytest.raises(Failure) as caught:
            load_seeds(small, folder, present, prune=False)
        assert [p.code for p in caught.value.problems] == [code]
        assert "--prune removes it" in caught.value.problems[0].hint
        assert load_seeds(small, folder, present, prune=True).nodes


def test_what_others_wrote_must_go_together_with_the_files(small: Model, tmp_path: Path, written: Written) -> None:
    before = written(tmp_path / "before", {"towns.yaml": TOWN % ("stadt", "kreis")}, based=True)
    present = by_editor(load_seeds(small, before))
    clash = written(tmp_path / "more", {"counties.yaml": "[{slug: x, name: X, code: '02', sources: q}]"})
    with pytest.raises(Failure) as caught:
        load_seeds(small, clash, present)
    assert [(p.code, p.hint) for p in caught.value.problems] == [("VALUE_REPEATED", "it must be unique")]


def test_what_others_wrote_is_theirs_to_put_right(small: Model, tmp_path: Path, written: Written) -> None:
    present = by_editor(
        load_seeds(small, written(tmp_path / "before", {"towns.yaml": TOWN % ("stadt", "kreis")}, based=True))
    )
    twin = NodeState(Ref("Town", "twin"), {"slug": "twin", "name": "Twin", "code": "02"}, (), "editor")
    present.nodes[twin.ref] = twin
    [edge] = present.edges.values()
    other = replace(edge, key=edge.key._replace(end=Ref("County", "berg")))
    present.edges[other.key] = other
    assert load_seeds(small, written(tmp_path / "fine", {"sources.yaml": "[{slug: z, title: Z}]"}), present).nodes


def test_terms_may_follow_one_another(small: Model, tmp_path: Path, written: Written) -> None:
    county = "[{node: kreis, until: 2010-06}, {node: berg, since: 2010-06}]"
    files = {"towns.yaml": f"- {{slug: stadt, name: Stadt, sources: q, county: {county}}}\n"}
    assert len(load_seeds(small, written(tmp_path, files, based=True)).edges) == 2


def test_a_relation_of_others_may_be_written_again(small: Model, tmp_path: Path, written: Written) -> None:
    folder = written(tmp_path, {"towns.yaml": TOWN % ("stadt", "kreis")}, based=True)
    assert load_seeds(small, folder, by_editor(load_seeds(small, folder))) == load_seeds(small, folder)


def test_the_content_is_fine_and_canonical_files_hold_the_same(
    real: Model, seeds: Snapshot, tmp_path: Path, written: Written
) -> None:
    assert load_seeds(real, written(tmp_path, dict(seed_files(real, seeds)))) == seeds


def test_what_files_leave_out_stays_whoever_wrote_it(small: Model, tmp_path: Path, written: Written) -> None:
    knows = "knows: [{node: bo, remark: gut}]"
    people = (
        f"- {{slug: anna, name: Anna, email: a@example.org, sources: q, {knows}}}\n- {{slug: bo, name: Bo, sources: q}}"
    )
    present = load_seeds(small, written(tmp_path / "before", {"people.yaml": people}, based=True))
    folder = tmp_path / "out" / "people"
    assert export_seeds(small, present, folder).left_out == 2
    assert load_seeds(small, folder, present) == present
    assert load_seeds(small, folder, by_editor(present)) == present
    assert load_seeds(small, folder.parent, present) == present
    assert load_seeds(small, folder / "people.yaml", by_editor(present)).nodes[ANNA] == present.nodes[ANNA]
    assert "email" not in load_seeds(small, folder).nodes[ANNA].properties
    assert "email" not in load_seeds(small, folder, by_importer(present)).nodes[ANNA].properties
    text = (
        (folder / "people.yaml").read_text(encoding="utf-8").replace("name: Anna", "name: Anna\n  email: b@example.org")
    )
    told = load_seeds(small, written(folder, {"people.yaml": text}), present)
    assert told.nodes[ANNA].properties["email"] == "b@example.org"
    elsewhere = written(tmp_path / "all", {"out/sources.yaml": "", f"out/{LEFT_OUT}": "contact", "people.yaml": people})
    written(
        elsewhere,
        {"people.yaml": people.replace("email: a@example.org, ", ""), "sources.yaml": SMALL_SEEDS["sources.yaml"]},
    )
    assert "email" not in load_seeds(small, elsewhere, present).nodes[ANNA].properties


def test_what_must_be_there_may_be_left_out_where_it_is(
    small: Model, tmp_path: Path, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    def strict(owner: Any, name: str) -> Any:
        return replace(owner, properties={**owner.properties, name: replace(owner.properties[name], required=True)})

    model = replace(
        small,
        types={**small.types, "Person": strict(small.types["Person"], "email")},
        relations={**small.relations, "KNOWS": strict(small.relations["KNOWS"], "remark")},
    )
    people = "- {slug: anna, name: Anna, email: a@example.org, sources: q, knows: {node: bo, remark: gut}}\n"
    people += "- {slug: bo, name: Bo, email: b@example.org, sources: q}\n"
    present = load_seeds(model, written(tmp_path / "before", {"people.yaml": people}, based=True))
    for tables_from in (1, 1000):
        monkeypatch.setattr(canon, "TABLE_FROM", tables_from)
        folder = tmp_path / str(tables_from)
        export_seeds(model, present, folder)
        assert load_seeds(model, folder, present) == present
        with pytest.raises(Failure) as caught:
            load_seeds(model, folder)
        assert [p.code for p in caught.value.problems] == ["PROPERTY_MISSING"] * 3
