"""What seed files may look like, and how they go together with what the graph holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from engagegraph import settings
from engagegraph.errors import Failure
from engagegraph.model import Model
from engagegraph.seeds.canon import seed_files
from engagegraph.seeds.load import load_seeds
from engagegraph.write.change import Citation, EdgeKey, Ref, Snapshot

from .test_errors import BASE, seeds

ANNA, SV = Ref("Person", "anna"), Ref("Club", "sv")


def test_the_same_content_in_every_form(small: Model, tmp_path: Path) -> None:
    relation = "  - node: person/anna\n    role: CHAIR\n    position: {de: Vorsitz, en: Chair}\n    sources: {q: Seite 1}\n"
    forms = {
        "club": {"clubs/sv.yaml": "title: {de: SV, en: Club}\nsources: [q]\nmembers:\n" + relation},
        "person": {
            "Vereine/clubs/north/x.yml": "slug: sv\ntitle: {de: SV, en: Club}\nsources: q\n",
            "people.yaml": "- slug: anna\n  name: Anna\n  sources: {q: ''}\n  clubs:\n"
            + "".join(f"  {line}\n" for line in relation.replace("person/anna", "sv").splitlines()),
        },
        "table": {
            "any.yaml": "clubs:\n  - {slug: sv, title: {de: SV, en: Club}, sources: q}\n",
            "MEMBER_OF.anna.csv": "# who\nfrom,to,role,position.de,position.en,note,sources\n\nanna,sv,CHAIR,Vorsitz,Chair,,q:  Seite  1 |\n",
        },
    }
    base = {name: text for name, text in BASE.items() if name != "clubs.yaml"}
    found = [load_seeds(small, seeds(tmp_path / name, base | form)) for name, form in forms.items()]
    assert found[0] == found[1] == found[2]
    edge = found[0].edges[EdgeKey("MEMBER_OF", ANNA, SV, "CHAIR")]
    assert edge.properties == {"role": "CHAIR", "position": "Vorsitz", "position_en": "Chair"}
    assert edge.citations == (Citation("q", "Seite 1"),)
    assert found[0].nodes[SV].properties == {"slug": "sv", "title": "SV", "title_en": "Club"}


def test_one_file_of_a_folder_is_enough(small: Model, tmp_path: Path) -> None:
    seeds(tmp_path, BASE | {"empty.yaml": "", ".drafts/clubs.yaml": "nonsense"})
    assert [*load_seeds(small, tmp_path / "sources.yaml").nodes] == [Ref("Source", "q")]
    folder = seeds(tmp_path / "clubs", {"tv.yaml": "title: TV\ntags: one\nsources: q\n", "sources.yaml": "[{slug: q, title: Q}]"})
    assert load_seeds(small, folder).nodes[Ref("Club", "tv")].properties["tags"] == ["one"]
    assert len(load_seeds(small, tmp_path / "clubs.yaml", load_seeds(small, tmp_path, others(Snapshot()))).nodes) == 1


def others(snapshot: Snapshot) -> Snapshot:
    """The same as if an editor had written it."""
    from dataclasses import replace

    return Snapshot(
        {k: replace(n, owner="editor") for k, n in snapshot.nodes.items()},
        {k: replace(e, owner="editor") for k, e in snapshot.edges.items()},
    )


def test_nothing_there(small: Model, tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        load_seeds(small, tmp_path / "nowhere")
    assert caught.value.code == "SEEDS_MISSING"


def test_what_is_not_text(small: Model, tmp_path: Path) -> None:
    (tmp_path / "clubs.yaml").write_bytes(b"- slug: \xff\n")
    with pytest.raises(Failure) as caught:
        load_seeds(small, tmp_path)
    assert caught.value.code == "SEED_ENCODING"


def test_places_are_told_from_where_one_stands(small: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seeds(tmp_path, {"clubs.yaml": "[1]"})
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Failure) as caught:
        load_seeds(small, tmp_path)
    assert caught.value.problems[0].where == "clubs.yaml:1:2"


def test_references_lead_to_what_others_wrote(small: Model, tmp_path: Path) -> None:
    present = others(load_seeds(small, seeds(tmp_path / "base", BASE)))
    folder = seeds(tmp_path / "more", {"people.yaml": "[{slug: bo, name: Bo, sources: q, knows: [anna]}]"})
    assert EdgeKey("KNOWS", Ref("Person", "bo"), ANNA, "") in load_seeds(small, folder, present).edges


def test_nothing_leads_to_what_the_files_hold_no_longer(small: Model, tmp_path: Path) -> None:
    present = load_seeds(small, seeds(tmp_path / "base", BASE))
    folder = seeds(tmp_path / "more", {"people.yaml": "[{slug: bo, name: Bo, sources: q}]"})
    with pytest.raises(Failure) as caught:
        load_seeds(small, folder, present)
    assert caught.value.code == "REFERENCE_DANGLING"


def test_what_is_not_pruned_must_go_together_with_the_files(small: Model, tmp_path: Path) -> None:
    town = "- {slug: %s, name: Stadt, code: '02', sources: q, county: %s}\n"
    present = load_seeds(small, seeds(tmp_path / "before", BASE | {"towns.yaml": town % ("stadt", "kreis")}))
    moved = seeds(tmp_path / "moved", BASE | {"towns.yaml": town % ("stadt", "berg")})
    renamed = seeds(tmp_path / "renamed", BASE | {"towns.yaml": town % ("neustadt", "kreis")})
    for folder, code in ((moved, "LINK_NOT_SINGLE"), (renamed, "VALUE_REPEATED")):
        with pytest.raises(Failure) as caught:
            load_seeds(small, folder, present, prune=False)
        assert [p.code for p in caught.value.problems] == [code]
        assert "--prune removes it" in caught.value.problems[0].hint
        assert load_seeds(small, folder, present, prune=True).nodes


def test_what_others_wrote_must_go_together_with_the_files(small: Model, tmp_path: Path) -> None:
    files = BASE | {"towns.yaml": "- {slug: stadt, name: Stadt, code: '02', sources: q, county: kreis}\n"}
    present = others(load_seeds(small, seeds(tmp_path / "before", files)))
    clash = seeds(tmp_path / "more", {"MEMBER_OF.csv": "from,to,role\n", "counties.yaml": "[{slug: x, name: X, code: '02', sources: q}]"})
    with pytest.raises(Failure) as caught:
        load_seeds(small, clash, present)
    assert [(p.code, p.hint) for p in caught.value.problems] == [("VALUE_REPEATED", "it must be unique")]
    both_kept = Snapshot(present.nodes | {Ref("County", "x"): present.nodes[Ref("County", "kreis")]}, present.edges)
    twin = both_kept.nodes[Ref("County", "kreis")]
    both_kept.nodes[Ref("County", "x")] = type(twin)(Ref("County", "x"), twin.properties, twin.citations, "editor")
    assert load_seeds(small, seeds(tmp_path / "fine", {"sources.yaml": "[{slug: z, title: Z}]"}), both_kept)


def test_terms_of_office_may_follow_one_another(small: Model, tmp_path: Path) -> None:
    county = "[{node: kreis, until: 2010-06}, {node: berg, since: 2010-06}]"
    files = BASE | {"towns.yaml": f"- {{slug: stadt, name: Stadt, sources: q, county: {county}}}\n"}
    assert len(load_seeds(small, seeds(tmp_path, files)).edges) == 2


def test_the_content_is_fine_and_canonical_files_hold_the_same(real: Model, tmp_path: Path) -> None:
    wanted = load_seeds(real, settings.seeds_folder())
    files = dict(seed_files(real, wanted))
    assert load_seeds(real, seeds(tmp_path, files)) == wanted
