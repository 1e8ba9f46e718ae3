"""Every way in which seed files can be wrong: told with file:line:column, all at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engagegraph.errors import Failure
from engagegraph.model import Model
from engagegraph.seeds.load import load_seeds

Written = Callable[..., Path]
CLUB = "slug: tv\ntitle: TV\nsources: q\n"
CSV = "from,to,role,sources\n"

CASES: dict[str, tuple[str, str, str, str]] = {
    # what is wrong: file, its text, what is reported (a place without the file), part of the hint
    "yaml": ("clubs/tv.yaml", "title: [", "2:1 YAML_SYNTAX", ""),
    "key twice": ("clubs/tv.yaml", CLUB + "title: TV\n", "4:1 YAML_REPEATED_KEY", "line 2"),
    "no type": ("things.yaml", "- slug: a\n", "1:1 SEED_TYPE_UNKNOWN", "clubs.yaml"),
    "unknown plural": ("things.yaml", "town: []\n", "1:1 SEED_TYPE_UNKNOWN", '"towns"'),
    "no list": ("things.yaml", "towns: {slug: a}\n", "1:8 SEED_SHAPE", "- slug"),
    "no thing": ("things.yaml", "towns: [a]\n", "1:9 SEED_SHAPE", "property: value"),
    "no slug": ("things.yaml", "towns:\n  - name: A\n", "2:5 PROPERTY_MISSING", "slug"),
    "slug form": ("things.yaml", "towns:\n  - {slug: Ä, name: A, sources: q}\n", "2:12 VALUE_INVALID", '"ae"'),
    "slug twice": (
        "z.yaml",
        "towns:\n  - {slug: stadt, name: A, sources: q}\n",
        "2:12 SLUG_REPEATED",
        "towns.yaml:1:10",
    ),
    "unknown property": ("clubs/tv.yaml", CLUB + "nmber: 5\n", "4:1 PROPERTY_UNKNOWN", '"number"'),
    "missing property": ("clubs/tv.yaml", "sources: q\n", "1:1 PROPERTY_MISSING", "title"),
    "no source": ("clubs/tv.yaml", "title: TV\n", "1:1 SOURCE_MISSING", "sources"),
    "sources are a list of slugs": (
        "clubs/tv.yaml",
        "title: TV\nsources: [[q]]\n",
        "2:11 SEED_SHAPE; 1:1 SOURCE_MISSING",
        "slug",
    ),
    "place is text": (
        "clubs/tv.yaml",
        "title: TV\nsources: [{q: [1]}]\n",
        "2:15 SEED_SHAPE; 1:1 SOURCE_MISSING",
        "q: ",
    ),
    "dangling source": ("clubs/tv.yaml", CLUB.replace("q", "quelle"), "3:10 REFERENCE_DANGLING", ""),
    "unknown language": ("clubs/tv.yaml", "title: {de: TV, eng: TV}\nsources: q\n", "1:17 LANGUAGE_UNKNOWN", '"en"'),
    "main language": ("clubs/tv.yaml", "title: {en: TV}\nsources: q\n", "1:8 LANGUAGE_MISSING", "de"),
    "list for one": ("clubs/tv.yaml", CLUB + "number: [1]\n", "4:9 VALUE_INVALID", ""),
    "mapping for one": ("clubs/tv.yaml", CLUB + "number: {a: 1}\n", "4:9 VALUE_INVALID", ""),
    "list for a text": ("clubs/tv.yaml", CLUB + "text: [a]\n", "4:7 VALUE_INVALID", ""),
    "enum": ("clubs/tv.yaml", CLUB + "kind: SPORTS\n", "4:7 ENUM_UNKNOWN", "SPORT, ART"),
    "enum far off": ("clubs/tv.yaml", CLUB + "kind: Musikverein\n", "4:7 ENUM_UNKNOWN", "one of SPORT, ART"),
    "number": ("clubs/tv.yaml", CLUB + "number: viele\n", "4:9 VALUE_INVALID", "digits"),
    "long text for a number": ("clubs/tv.yaml", CLUB + f"number: {'x' * 99}\n", "4:9 VALUE_INVALID", "digits"),
    "too small": ("clubs/tv.yaml", CLUB + "number: -1\n", "4:9 VALUE_INVALID", "at least 0"),
    "too large": ("clubs/tv.yaml", CLUB + "number: 5001\n", "4:9 VALUE_INVALID", "at most 5000"),
    "float": ("clubs/tv.yaml", CLUB + "share: 1,5\n", "4:8 VALUE_INVALID", "point"),
    "boolean": ("clubs/tv.yaml", CLUB + "open: ja\n", "4:7 VALUE_INVALID", "true or false"),
    "one of many": ("clubs/tv.yaml", CLUB + "tags: [a, '']\n", "4:11 VALUE_INVALID", "character"),
    "impossible day": ("clubs/tv.yaml", CLUB + "founded: 2021-02-29\n", "4:10 VALUE_INVALID", "01 to 28"),
    "instant": ("clubs/tv.yaml", CLUB + "meets: 2021-02-28\n", "4:8 VALUE_INVALID", "2020-06-22 09:00"),
    "web address": ("clubs/tv.yaml", CLUB + "website: example.org\n", "4:10 VALUE_INVALID", "https://"),
    "pattern": ("things.yaml", "towns: [{slug: a, name: A, code: x, sources: q}]\n", "1:34 VALUE_INVALID", "0123"),
    "life reversed": ("clubs/tv.yaml", CLUB + "founded: 2001\nended: 2000-12\n", "5:1 DATES_REVERSED", "swap"),
    "relation reversed": (
        "clubs/tv.yaml",
        CLUB + "members:\n  - {node: person/anna, role: CHAIR, since: 2001, until: 2000}\n",
        "5:51 DATES_REVERSED",
        "swap",
    ),
    "no reference": ("clubs/tv.yaml", CLUB + "members:\n  - {role: CHAIR}\n", "5:5 SEED_SHAPE", "node: slug"),
    "relation's property": (
        "clubs/tv.yaml",
        CLUB + "members:\n  - {node: person/anna, role: CHAIR, sins: 2001}\n",
        "5:38 PROPERTY_UNKNOWN",
        '"since"',
    ),
    "role is required": ("clubs/tv.yaml", CLUB + "members: [person/anna]\n", "4:11 PROPERTY_MISSING", "role"),
    "dangling": ("people/bo.yaml", "name: Bo\nsources: q\nknows: [ana]\n", "3:9 REFERENCE_DANGLING", '"anna"'),
    "dangling among many": (
        "clubs/tv.yaml",
        CLUB + "members: [{node: nobody, role: CHAIR}]\n",
        "4:18 REFERENCE_DANGLING",
        "anna, berg",
    ),
    "dangling umlaut": ("towns/x.yaml", "name: X\nsources: q\ncounty: Kreis\n", "3:9 REFERENCE_DANGLING", '"kreis"'),
    "ambiguous": (
        "clubs/tv.yaml",
        CLUB + "members: [{node: berg, role: CHAIR}]\n",
        "4:18 REFERENCE_AMBIGUOUS",
        "county/berg",
    ),
    "wrong type": ("towns/x.yaml", "name: X\nsources: q\ncounty: town/stadt\n", "3:9 REFERENCE_TYPE", "county"),
    "unknown type": ("clubs/tv.yaml", CLUB + "members: [{node: village/x, role: CHAIR}]\n", "4:18 REFERENCE_TYPE", ""),
    "dangling property": (
        "clubs/tv.yaml",
        CLUB + "members: [{node: person/anna, role: CHAIR, branch: stad}]\n",
        "4:52 REFERENCE_DANGLING",
        '"stadt"',
    ),
    "to itself": ("people/bo.yaml", "name: Bo\nsources: q\nknows: [bo]\n", "3:9 RELATION_TO_ITSELF", "another"),
    "twice": (
        "clubs/tv.yaml",
        CLUB + "members:\n  - {node: person/anna, role: CHAIR}\n  - {node: person/anna, role: CHAIR, since: 2001}\n",
        "6:5 RELATION_REPEATED",
        "let role differ",
    ),
    "twice without a key": (
        "people/bo.yaml",
        "name: Bo\nsources: q\nknows: [anna, anna]\n",
        "3:15 RELATION_REPEATED",
        "write it once",
    ),
    "two for one": (
        "towns/x.yaml",
        "name: X\nsources: q\ncounty: [kreis, {node: berg, since: 2001}]\n",
        "3:17 LINK_NOT_SINGLE",
        "since and until",
    ),
    "unique": (
        "things.yaml",
        "clubs:\n - {slug: a, title: A, register: '1', sources: q}\n"
        " - {slug: b, title: B, register: '1', sources: q}\n",
        "3:11 VALUE_REPEATED",
        "unique",
    ),
    "unique among an interface's types": (
        "things.yaml",
        "towns:\n - {slug: a, name: A, code: '01', sources: q}\n",
        "VALUE_REPEATED",
        "unique",
    ),
    "left out": ("_left-out.yaml", "- contact\n- [contact]\n- contct\n", "2:3 SEED_SHAPE; 3:3 SEED_SHAPE", '"contact"'),
    "table of what": ("MEMBERS.csv", CSV, "1:1 SEED_TYPE_UNKNOWN", "MEMBER_OF"),
    "table of nothing": ("X.csv", CSV, "1:1 SEED_TYPE_UNKNOWN", ""),
    "empty table": ("MEMBER_OF.csv", "", "1:1 SEED_SHAPE", "from,to"),
    "no sides": ("MEMBER_OF.csv", "from,role\n", "1:1 SEED_SHAPE", "from,to"),
    "unknown column": (
        "MEMBER_OF.csv",
        "from,to,rol,role,sources\nperson/anna,club/sv,x,CHAIR,q\n",
        "1:9 PROPERTY_UNKNOWN",
        '"role"',
    ),
    "misspelt column": (
        "MEMBER_OF.csv",
        "from,to,rol,sources\nperson/anna,club/sv,CHAIR,q\nperson/anna,club/sv,MEMBER,q\n",
        "1:9 PROPERTY_UNKNOWN",
        '"role"',
    ),
    "missing columns": (
        "MEMBER_OF.csv",
        "from,to\nperson/anna,club/sv\ntown/stadt,club/sv\n",
        "1:1 PROPERTY_MISSING; 1:1 SOURCE_MISSING",
        "add the column role",
    ),
    "column twice": (
        "MEMBER_OF.csv",
        "from,to,role,sources,role\nperson/anna,club/sv,CHAIR,q,CHAIR\n",
        "1:22 SEED_SHAPE",
        "keep one",
    ),
    "cells": ("MEMBER_OF.csv", CSV + "# comment\n\na,b\n", "4:1 SEED_SHAPE", "comma"),
    "quotes": ("MEMBER_OF.csv", CSV + 'a,"b\n', "2:1 SEED_SHAPE", "quote"),
    "cell": ("MEMBER_OF.csv", CSV + "person/anna, club/sv,BOSS,q\n", "2:22 ENUM_UNKNOWN", "CHAIR"),
    "cell after quotes": (
        "MEMBER_OF.csv",
        'from,to,note,role,sources\nperson/anna,club/sv,"a, ""b""",BOSS,q\n',
        "2:32 ENUM_UNKNOWN",
        "CHAIR",
    ),
    "cell after a line end": (
        "MEMBER_OF.csv",
        'from,to,sources,role\nperson/anna,club/sv,"q: a\nb",BOSS\n',
        "3:4 ENUM_UNKNOWN",
        "CHAIR",
    ),
    "no source in a table": ("MEMBER_OF.csv", CSV + "person/anna,club/sv,CHAIR,\n", "2:1 SOURCE_MISSING", "sources"),
    "sides": ("KNOWS.csv", "from,to,sources\nclub/sv,person/anna,q\n", "2:1 RELATION_SIDES", "leads to Town"),
    "translation": ("clubs/tv.yaml", "title: {de: TV, en: ''}\nsources: q\n", "1:21 VALUE_INVALID", "character"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_is_told_with_its_place(name: str, small: Model, tmp_path: Path, written: Written) -> None:
    file, text, expected, hint = CASES[name]
    folder = written(tmp_path, {file: text}, based=True)
    with pytest.raises(Failure) as caught:
        load_seeds(small, folder)
    told = [(p.where.removeprefix(f"{tmp_path}/"), p.code) for p in caught.value.problems]
    if ":" in expected:
        places = [one.split(" ") for one in expected.split("; ")]
        assert sorted(told) == sorted((f"{file}:{place}", code) for place, code in places)
    else:
        assert [code for _, code in told] == [expected]
    assert any(hint in p.hint for p in caught.value.problems)
