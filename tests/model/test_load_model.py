"""Model files: a good one is read; every way to get one wrong is refused at its line and column."""

from pathlib import Path

import pytest

from engagegraph.errors import Failure
from engagegraph.model import ENTITY, Model, Words, load_model, read_model

SMALL = Path(__file__).parent / "small"
ROOT = Path(__file__).parents[2]


def texts() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in SMALL.glob("*.yaml")}


def problems(files: dict[str, str]) -> list[str]:
    with pytest.raises(Failure) as caught:
        read_model(list(files.items()))
    assert all(p.message and p.hint for p in caught.value.problems if p.code != "MODEL_UNKNOWN_TYPE")
    return [f"{p.where} {p.code}" for p in caught.value.problems]


def test_the_real_model_is_fine() -> None:
    model = load_model(ROOT / "schema/model")
    assert model.types[model.provenance].properties["slug"].lookup
    assert model.main_language == "de"


def test_the_small_model_is_read_whole() -> None:
    model = load_model(SMALL)
    assert list(model.types) == ["Harbour", "Record", "Ship"]
    assert model.interfaces["Named"].members == ("Harbour", "Ship")
    assert model.interfaces["Named"].plural == "nameds"
    ship = model.types["Ship"]
    assert list(ship.properties)[:5] == ["slug", "remark", "name", "rank", "code"]
    assert ship.properties["code"].unique
    assert not ship.properties["afloat"].sortable
    assert not ship.properties["diary"].sortable
    assert not ship.properties["flags"].sortable
    assert ship.properties["launched"].sort_suffix == "_first"
    assert ship.properties["cargo"].sort_suffix == ""
    assert (ship.singular, model.singulars["ship"], model.plurals["ships"]) == ("ship", ship, ship)
    assert ship.personal
    assert list(model.common_properties) == ["slug", "remark"]
    assert model.languages["en"].enum == "EN"


def test_limits_are_numbers_or_yes_and_no(tmp_path: Path) -> None:
    for file in SMALL.glob("*.yaml"):
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    base = tmp_path / "model.yaml"
    text = base.read_text(encoding="utf-8")
    head = "viewers:\n"
    viewer = "  guest: {label: {de: Gast, en: guest}, sees: [public], limits: {%s}}\n"
    base.write_text(text.replace(head, head + viewer % "cost: 5, hits: true"), encoding="utf-8")
    limits = load_model(tmp_path).viewers["guest"].limits
    assert (limits.cost, limits.hits) == (5, True)
    base.write_text(text.replace(head, head + viewer % "cost: much, hits: 1"), encoding="utf-8")
    with pytest.raises(Failure) as caught:
        load_model(tmp_path)
    assert {problem.code for problem in caught.value.problems} == {"MODEL_SHAPE"}


def test_links_are_seen_from_both_sides() -> None:
    model = load_model(SMALL)
    voyages, visitors = model.links("Ship")["voyages"], model.links("Harbour")["visitors"]
    assert voyages.outgoing
    assert not visitors.outgoing
    assert (voyages.target, visitors.target) == ("Harbour", "Ship")
    assert (voyages.label.en, visitors.label.en) == ("sailed to", "was visited by")
    assert model.links("Named")["home"].one
    assert model.links("Ship")["home"].owner == "Ship"
    assert model.links("Harbour")["fleet"].targets == ("Harbour", "Ship")
    assert model.links("Harbour")["fleet"].target == "Named"
    assert model.links("Ship")["fans"].target == ENTITY
    assert model.links("Record")["idol"].one
    assert model.links(ENTITY) == {}


def test_a_relation_can_be_said() -> None:
    """Without a phrase the label stands between both sides; phrases for words must be those of the property."""
    files = texts()
    assert load_model(SMALL).relations["SAILED_TO"].phrase == Words("{from} fuhr nach {to}", "{from} sailed to {to}")
    assert not load_model(SMALL).types["Ship"].quoted
    files["ship.yaml"] = (
        files["ship.yaml"]
        .replace("display: name", "display: name\nquoted: true")
        .replace("leg: {type: Int,", "leg: {type: Cargo,")
        .replace("launched: {", "launched: {timeline: true, ")
        .replace(
            "    key: [leg]",
            "    key: [leg]\n    phrase: {de: '{from} sah {to}', en: '{from} saw {to}'}\n"
            "    phrases: {leg: {COAL: {de: 'nach {to} fuhr {from}', en: 'to {to} went {from}'}}}",
        )
    )
    ship_yaml = files["ship.yaml"]
    word = next(iter(load_model(SMALL).enums["Cargo"].values))
    files["ship.yaml"] = ship_yaml.replace("COAL", word)
    model = read_model(list(files.items()))
    relation = model.relations["SAILED_TO"]
    assert relation.phrase == Words("{from} sah {to}", "{from} saw {to}")
    assert (relation.phrase_by, relation.phrases) == (
        "leg",
        {word: Words("nach {to} fuhr {from}", "to {to} went {from}")},
    )
    assert model.types["Ship"].quoted
    assert model.types["Ship"].properties["launched"].timeline
    files["ship.yaml"] = ship_yaml.replace("COAL", "NOWHERE")
    assert problems(files) == ["ship.yaml:27:3 MODEL_PHRASE"]


def test_a_name_stands_for_concrete_types() -> None:
    model = load_model(SMALL)
    assert model.concrete("Ship") == ("Ship",)
    assert model.concrete("Named") == ("Harbour", "Ship")
    assert model.concrete(ENTITY) == ("Harbour", "Record", "Ship")
    assert model.properties(ENTITY) == model.common_properties
    assert model.properties("Named")["slug"] == model.properties("Ship")["slug"]


def test_an_end_with_one_concrete_type_is_typed_as_it() -> None:
    files = texts()
    files["record.yaml"] += (
        "relations:\n  IN: {label: {de: a, en: a}, reverseLabel: {de: a, en: a}, description: {de: a, en: a}, "
        "ends: [{from: [Record, Node], to: [Harbour, Harbour], field: port, reverse: everything}]}\n"
    )
    model: Model = read_model(list(files.items()))
    assert model.links("Record")["port"].target == "Harbour"


def test_plurals_of_interfaces() -> None:
    files = texts()
    files["model.yaml"] = files["model.yaml"].replace("  Named:", "  Entry:")
    for name in ("harbour.yaml", "ship.yaml"):
        files[name] = files[name].replace("Named", "Entry")
    assert read_model(list(files.items())).interfaces["Entry"].plural == "entries"
    files["model.yaml"] = files["model.yaml"].replace("    order: [rank]", "    order: [rank]\n    plural: lines")
    assert read_model(list(files.items())).interfaces["Entry"].plural == "lines"


PLACED = (
    "      lat: {type: Float, minimum: '-90', maximum: '90', label: {de: a, en: a}}\n"
    "      long: {type: Float, minimum: '-180', maximum: '180', label: {de: a, en: a}}\n"
)


def placed(geo: str, **more: str) -> dict[str, str]:
    """Return the files with coordinates at everything that has a name; `more` are lines of the types."""
    files = texts()
    found = files["model.yaml"].replace("    order: [rank]\n", f"    order: [rank]\n    geo: {geo}\n")
    files["model.yaml"] = found.replace("    properties:\n      name:", f"    properties:\n{PLACED}      name:")
    return files | {f"{name}.yaml": f"{line}\n" + files[f"{name}.yaml"] for name, line in more.items()}


def test_where_nodes_lie_is_said_once_for_all_of_an_interface() -> None:
    model = read_model(list(placed("{latitude: lat, longitude: long, within: [home, idol]}").items()))
    geo = model.types["Ship"].geo
    assert geo is not None
    assert (geo.latitude, geo.longitude, geo.within) == ("lat", "long", ("home", "idol"))
    assert (model.types["Harbour"].geo, model.interfaces["Named"].geo, model.geo("Named")) == (geo, geo, geo)
    assert model.types["Record"].geo is None
    assert model.geo(ENTITY) is None
    assert model.containers("Record") == {}
    assert model.containers("Ship") == {f: (model.links("Ship")[f],) for f in ("home", "idol")}
    assert model.containers("Named")["home"] == (model.links("Named")["home"],)
    assert [link.owner for link in model.containers("Named")["idol"]] == ["Harbour", "Ship"]


def test_a_type_may_say_for_itself_where_it_lies() -> None:
    geo = "{latitude: lat, longitude: long}"
    files = placed(geo)
    own = files["model.yaml"].replace(f"    geo: {geo}\n", "")
    model = read_model(list((files | {"model.yaml": own, "ship.yaml": f"geo: {geo}\n{files['ship.yaml']}"}).items()))
    assert model.geo("Ship") is not None
    assert (model.geo("Harbour"), model.geo("Named"), model.containers("Ship")) == (None, None, {})


@pytest.mark.parametrize(
    ("geo", "ship", "found"),
    [
        ("{latitude: long, longitude: lat}", "", ["model.yaml:25:10 MODEL_GEO"]),
        ("{latitude: lat, longitude: lat}", "", ["model.yaml:25:10 MODEL_GEO"]),
        ("{latitude: rank, longitude: long}", "", ["model.yaml:25:10 MODEL_GEO"]),
        ("{latitude: lat, longitude: long, within: [hom, fleet]}", "", ["model.yaml:25:10 MODEL_GEO"] * 2),
        ("{latitude: lat, longitude: long, within: [box]}", "", ["model.yaml:25:10 MODEL_NAME"]),
        (
            "{latitude: lat, longitude: long}",
            "geo: {latitude: lat, longitude: long, within: [home]}",
            ["ship.yaml:1:6 MODEL_REPEATED"],
        ),
    ],
)
def test_where_nodes_cannot_lie(geo: str, ship: str, found: list[str]) -> None:
    assert problems(placed(geo, **({"ship": ship} if ship else {}))) == found


END = "      - {from: [Ship], to: [Harbour], field: voyages, reverse: visitors}"
ENDS = f"    ends:\n{END}\n"
MOOD = "{Mood: {label: {de: a, en: a}, values: {A: {de: a, en: a}}}}"
SAILED_TO = (
    "{SAILED_TO: {label: {de: a, en: a}, reverseLabel: {de: a, en: a}, description: {de: a, en: a}, "
    "ends: [{from: Ship, to: Ship, field: a, reverse: b}]}}"
)

# What stands in a file, what replaces it, and the places and codes that this must lead to.
WRONG = [
    # shapes
    ("model.yaml", "model: small", "model: [small]", ["model.yaml:1:8 MODEL_SHAPE"]),
    ("model.yaml", "model: small", "model: small\ncolour: red", ["model.yaml:2:1 MODEL_UNKNOWN_KEY"]),
    ("model.yaml", "model: small\n", "", ["model.yaml:1:1 MODEL_MISSING_KEY"]),
    ("model.yaml", "    sees: [public]\n", "", ["model.yaml:13:3 MODEL_PRIVACY", "model.yaml:14:5 MODEL_MISSING_KEY"]),
    (
        "model.yaml",
        "required: true, i18n",
        "required: maybe, i18n",
        [
            "harbour.yaml:6:10 MODEL_DISPLAY",
            "model.yaml:26:38 MODEL_SHAPE",
            "ship.yaml:6:10 MODEL_DISPLAY",
        ],
    ),
    ("model.yaml", "search: 4", "search: much", ["model.yaml:26:64 MODEL_SHAPE"]),
    ("model.yaml", "search: 4", "search: 0.5", ["model.yaml:26:64 MODEL_SHAPE"]),
    ("model.yaml", "search: 4", "search: [4]", ["model.yaml:26:64 MODEL_SHAPE"]),
    ("model.yaml", "minimum: '0'", "minimum: nan", ["model.yaml:27:34 MODEL_SHAPE"]),
    (
        "model.yaml",
        "  de:\n    label: {de: Deutsch, en: German}",
        "  de:\n    label: Deutsch",
        [
            "model.yaml:6:12 MODEL_SHAPE",
        ],
    ),
    ("model.yaml", "    label: {de: Deutsch, en: German}\n", "", ["model.yaml:6:5 MODEL_MISSING_KEY"] * 2),
    ("model.yaml", "{de: Deutsch, en: German}", "{de: Deutsch}", ["model.yaml:6:12 MODEL_MISSING_KEY"]),
    (
        "model.yaml",
        "{de: Deutsch, en: German}",
        "{de: Deutsch, en: German, fr: allemand}",
        [
            "model.yaml:6:38 MODEL_UNKNOWN_KEY",
        ],
    ),
    ("model.yaml", "{de: Deutsch, en: German}", "{de: Deutsch, en: ''}", ["model.yaml:6:30 MODEL_SHAPE"]),
    (
        "record.yaml",
        "  url: {type: URL, label: {de: Adresse, en: address}}",
        "  url: URL",
        ["record.yaml:8:8 MODEL_SHAPE"],
    ),
    ("record.yaml", "type: URL, ", "", ["record.yaml:8:8 MODEL_MISSING_KEY"]),
    ("record.yaml", "type: Record\n", "", ["model.yaml:2:13 MODEL_UNKNOWN_TYPE", "record.yaml:1:1 MODEL_MISSING_KEY"]),
    ("record.yaml", "display: title\n", "", ["record.yaml:1:1 MODEL_MISSING_KEY"]),
    ("ship.yaml", ENDS, "    ends: none\n", ["ship.yaml:35:11 MODEL_SHAPE"]),
    ("ship.yaml", END, "      - Ship", ["ship.yaml:36:9 MODEL_SHAPE"]),
    ("ship.yaml", END, "      []", ["ship.yaml:36:7 MODEL_SHAPE"]),
    ("ship.yaml", ENDS, "", ["ship.yaml:27:5 MODEL_MISSING_KEY"]),
    (
        "ship.yaml",
        "{from: [Ship], to: [Harbour], field: voyages",
        "{from: [], to: [Harbour], field: voyages",
        ["ship.yaml:36:16 MODEL_SHAPE"],
    ),
    (
        "ship.yaml",
        "{from: [Ship], to: [Harbour], field: voyages",
        "{to: [Harbour], field: voyages",
        ["ship.yaml:36:9 MODEL_MISSING_KEY"],
    ),
    (
        "ship.yaml",
        "lifespan: {from: launched, to: sunk}",
        "lifespan: {from: launched}",
        ["ship.yaml:8:11 MODEL_MISSING_KEY"],
    ),
    ("ship.yaml", "lifespan: {from: launched, to: sunk}", "lifespan: long", ["ship.yaml:8:11 MODEL_SHAPE"]),
    (
        "ship.yaml",
        "lifespan: {from: launched, to: sunk}",
        "lifespan: {from: launched, to: sunk, momentary: perhaps}",
        ["ship.yaml:8:49 MODEL_SHAPE"],
    ),
    (
        "model.yaml",
        "      GOOD: {de: gut, en: good}\n      BAD: {de: schlecht, en: bad}\n",
        "      {}\n",
        [
            "model.yaml:39:3 MODEL_SHAPE",
        ],
    ),
    (
        "model.yaml",
        "common:\n  node:",
        "common: all\nignored:\n  node:",
        [
            "model.yaml:30:9 MODEL_SHAPE",
            "model.yaml:30:9 MODEL_MISSING_KEY",
            "model.yaml:31:1 MODEL_UNKNOWN_KEY",
        ],
    ),
    (
        "model.yaml",
        "common:\n  node:",
        "ignored:\n  node:",
        [
            "model.yaml:1:1 MODEL_MISSING_KEY",
            "model.yaml:1:1 MODEL_MISSING_KEY",
            "model.yaml:30:1 MODEL_UNKNOWN_KEY",
        ],
    ),
    # names
    (
        "ship.yaml",
        "type: Ship\n",
        "type: ship\n",
        [
            "ship.yaml:1:7 MODEL_NAME",
            "ship.yaml:36:9 MODEL_UNKNOWN_TYPE",
            "ship.yaml:43:9 MODEL_UNKNOWN_TYPE",
        ],
    ),
    (
        "model.yaml",
        "  Mood:\n",
        "  mood:\n",
        [
            "harbour.yaml:8:16 MODEL_UNKNOWN_TYPE",
            "model.yaml:39:3 MODEL_NAME",
        ],
    ),
    (
        "model.yaml",
        "  Named:\n",
        "  named:\n",
        [
            "harbour.yaml:3:13 MODEL_UNKNOWN_TYPE",
            "harbour.yaml:6:10 MODEL_UNKNOWN_PROPERTY",
            "model.yaml:21:3 MODEL_NAME",
            "ship.yaml:3:13 MODEL_UNKNOWN_TYPE",
            "ship.yaml:6:10 MODEL_UNKNOWN_PROPERTY",
            "ship.yaml:42:9 MODEL_UNKNOWN_TYPE",
        ],
    ),
    (
        "model.yaml",
        "  en:\n",
        "  English:\n",
        [
            "model.yaml:5:3 MODEL_UNKNOWN_LANGUAGE",
            "model.yaml:5:3 MODEL_FALLBACK",
            "model.yaml:8:3 MODEL_NAME",
        ],
    ),
    ("model.yaml", "  keeper:\n", "  Keeper!:\n", ["model.yaml:16:3 MODEL_NAME"]),
    ("model.yaml", "      GOOD: {", "      Good: {", ["model.yaml:42:7 MODEL_NAME"]),
    ("ship.yaml", "  speed: {", "  top_speed: {", ["ship.yaml:21:3 MODEL_NAME"]),
    ("ship.yaml", "  SAILED_TO:", "  SailedTo:", ["ship.yaml:26:3 MODEL_NAME"]),
    ("ship.yaml", "plural: ships", "plural: Ships", ["ship.yaml:2:9 MODEL_NAME"]),
    ("ship.yaml", "field: voyages", "field: Voyages", ["ship.yaml:36:46 MODEL_NAME"]),
    ("ship.yaml", "  speed: {type: Float, ", "  count: {type: Float, ", ["ship.yaml:21:17 MODEL_NAME"]),
    ("ship.yaml", "      secret: {type: String", "      from: {type: String", ["ship.yaml:34:20 MODEL_NAME"]),
    ("model.yaml", "  Cargo:\n", "  Record:\n", ["record.yaml:1:7 MODEL_NAME", "ship.yaml:20:17 MODEL_UNKNOWN_TYPE"]),
    ("model.yaml", "  Cargo:\n", "  Query:\n", ["model.yaml:44:3 MODEL_NAME", "ship.yaml:20:17 MODEL_UNKNOWN_TYPE"]),
    # repetition
    (
        "ship.yaml",
        "type: Ship\n",
        "type: Record\n",
        [
            "ship.yaml:1:7 MODEL_REPEATED",
            "ship.yaml:36:9 MODEL_UNKNOWN_TYPE",
            "ship.yaml:43:9 MODEL_UNKNOWN_TYPE",
        ],
    ),
    ("ship.yaml", "relations:\n", f"enums: {MOOD}\nrelations:\n", ["ship.yaml:25:9 MODEL_REPEATED"]),
    ("harbour.yaml", "display: name\n", f"display: name\nrelations: {SAILED_TO}\n", ["ship.yaml:26:3 MODEL_REPEATED"]),
    (
        "model.yaml",
        "      rank: {",
        "      slug: {type: Slug, label: {de: a, en: a}}\n      rank: {",
        [
            "model.yaml:27:20 MODEL_REPEATED",
        ],
    ),
    (
        "ship.yaml",
        "  speed: {",
        "  name: {",
        [
            "ship.yaml:6:10 MODEL_DISPLAY",
            "ship.yaml:21:16 MODEL_REPEATED",
        ],
    ),
    ("ship.yaml", "      secret: {type: String", "      since: {type: String", ["ship.yaml:34:21 MODEL_REPEATED"]),
    ("ship.yaml", "field: voyages", "field: speed", ["ship.yaml:36:9 MODEL_REPEATED"]),
    ("ship.yaml", "field: voyages", "field: home", ["ship.yaml:42:9 MODEL_REPEATED"]),
    ("ship.yaml", "field: voyages", "field: homeEdge", ["ship.yaml:42:9 MODEL_REPEATED"]),
    ("ship.yaml", "field: voyages", "field: nameLanguage", ["ship.yaml:36:9 MODEL_REPEATED"]),
    ("ship.yaml", "field: voyages", "field: sources", ["ship.yaml:36:9 MODEL_REPEATED"]),
    ("ship.yaml", "plural: ships", "plural: ship", ["ship.yaml:1:7 MODEL_REPEATED"]),
    (
        "ship.yaml",
        "plural: ships",
        "plural: harbours",
        ["harbour.yaml:1:7 MODEL_REPEATED", "ship.yaml:1:7 MODEL_REPEATED"],
    ),
    ("ship.yaml", "plural: ships", "plural: nodes", ["ship.yaml:1:7 MODEL_REPEATED"]),
    ("ship.yaml", "plural: ships", "plural: named", ["model.yaml:21:3 MODEL_REPEATED", "ship.yaml:1:7 MODEL_REPEATED"]),
    # unknown names
    ("model.yaml", "provenance: Record", "provenance: Recrod", ["model.yaml:2:13 MODEL_UNKNOWN_TYPE"]),
    ("ship.yaml", "implements: [Named]", "implements: [Named, Armed]", ["ship.yaml:3:13 MODEL_UNKNOWN_TYPE"]),
    ("ship.yaml", "type: Float", "type: Flaot", ["ship.yaml:21:17 MODEL_UNKNOWN_TYPE"]),
    ("ship.yaml", "to: [Harbour], field: voyages", "to: [Port], field: voyages", ["ship.yaml:36:9 MODEL_UNKNOWN_TYPE"]),
    ("ship.yaml", "references: Harbour", "references: Port", ["ship.yaml:33:21 MODEL_UNKNOWN_TYPE"]),
    ("ship.yaml", "type: Slug, references", "type: String, references", ["ship.yaml:33:21 MODEL_UNKNOWN_TYPE"]),
    ("model.yaml", "fallback: [de, en]", "fallback: [de, fr]", ["model.yaml:5:3 MODEL_UNKNOWN_LANGUAGE"]),
    ("record.yaml", "display: title", "display: name", ["record.yaml:5:10 MODEL_UNKNOWN_PROPERTY"]),
    ("ship.yaml", "order: [launched, cargo]", "order: [luanched]", ["ship.yaml:7:8 MODEL_UNKNOWN_PROPERTY"]),
    ("ship.yaml", "order: [launched, cargo]", "order: [launched, '']", ["ship.yaml:7:19 MODEL_SHAPE"]),
    ("model.yaml", "order: [rank]", "order: [rnak]", ["model.yaml:21:3 MODEL_UNKNOWN_PROPERTY"]),
    ("ship.yaml", "from: launched, to: sunk", "from: launched, to: speed", ["ship.yaml:8:11 MODEL_UNKNOWN_PROPERTY"]),
    ("ship.yaml", "key: [leg]", "key: [lag]", ["ship.yaml:26:3 MODEL_UNKNOWN_PROPERTY"]),
    # rules
    ("model.yaml", "slug: {type: Slug, ", "slug: {type: String, ", ["model.yaml:32:18 MODEL_MISSING_KEY"]),
    (
        "model.yaml",
        "    slug: {type: Slug, required: true, lookup: true, label: {de: Kürzel, en: slug}}\n",
        "",
        [
            "model.yaml:31:3 MODEL_MISSING_KEY",
        ],
    ),
    ("model.yaml", "  public:\n", "  anybody:\n", ["model.yaml:13:3 MODEL_MISSING_KEY"]),
    ("model.yaml", "sees: [public, secret]", "sees: [secret]", ["model.yaml:13:3 MODEL_PRIVACY"]),
    (
        "ship.yaml",
        "privacy: secret, label: {de: Ladung",
        "privacy: hidden, label: {de: Ladung",
        ["ship.yaml:20:17 MODEL_PRIVACY"],
    ),
    ("ship.yaml", "key: [leg]", "key: [leg, secret]", ["ship.yaml:26:3 MODEL_PRIVACY"]),
    ("model.yaml", "fallback: [en, de]", "fallback: [de, en]", ["model.yaml:5:3 MODEL_FALLBACK"]),
    ("record.yaml", "required: true, search: 1", "required: true, privacy: secret", ["record.yaml:5:10 MODEL_DISPLAY"]),
    ("record.yaml", "display: title", "display: url", ["record.yaml:5:10 MODEL_DISPLAY"]),
    ("ship.yaml", "order: [launched, cargo]", "order: [diary]", ["ship.yaml:7:8 MODEL_ORDER"]),
    ("model.yaml", "example: AB", "example: abc", ["model.yaml:28:51 MODEL_PATTERN"]),
    ("model.yaml", "example: AB, ", "", ["model.yaml:28:51 MODEL_PATTERN"]),
    ("model.yaml", "'[A-Z]{2}'", "'[A-Z'", ["model.yaml:28:51 MODEL_PATTERN"]),
    ("ship.yaml", "type: Float, ", "type: Float, pattern: '1', example: '1', ", ["ship.yaml:21:17 MODEL_PATTERN"]),
    ("ship.yaml", "type: Float, ", "type: Float, timeline: true, ", ["ship.yaml:21:17 MODEL_TIMELINE"]),
    ("ship.yaml", "    key: [leg]", "    phrase: {de: '{from} {to}', en: '{from}'}", ["ship.yaml:26:3 MODEL_PHRASE"]),
    (
        "ship.yaml",
        "    key: [leg]",
        "    phrase: {de: '{from} {to} {', en: '{to}{from}'}",
        ["ship.yaml:26:3 MODEL_PHRASE"],
    ),
    (
        "ship.yaml",
        "    key: [leg]",
        "    phrase: {de: '{to}{from}{to}', en: '{to}{from}'}",
        ["ship.yaml:26:3 MODEL_PHRASE"],
    ),
    ("ship.yaml", "    key: [leg]", "    phrase: nothing", ["ship.yaml:30:13 MODEL_SHAPE"]),
    ("ship.yaml", "    key: [leg]", "    phrases: {}", ["ship.yaml:30:14 MODEL_SHAPE"]),
    (
        "ship.yaml",
        "    key: [leg]",
        "    phrases: {leg: {A: {de: '{from}{to}', en: '{from}{to}'}}}",
        ["ship.yaml:26:3 MODEL_PHRASE"],
    ),
    ("ship.yaml", "personal: true", "geo: nowhere", ["ship.yaml:9:6 MODEL_SHAPE"]),
    ("ship.yaml", "personal: true", "geo: {}", ["ship.yaml:9:6 MODEL_MISSING_KEY", "ship.yaml:9:6 MODEL_MISSING_KEY"]),
    (
        "ship.yaml",
        "personal: true",
        "geo: {latitude: speeed, longitude: flags, within: [home], height: 0}",
        ["ship.yaml:9:6 MODEL_UNKNOWN_PROPERTY", "ship.yaml:9:6 MODEL_GEO", "ship.yaml:9:59 MODEL_UNKNOWN_KEY"],
    ),
    (
        "ship.yaml",
        "personal: true",
        "geo: {latitude: x, longitude: x}",
        ["ship.yaml:9:6 MODEL_UNKNOWN_PROPERTY"] * 2 + ["ship.yaml:9:6 MODEL_GEO"],
    ),
    ("ship.yaml", "type: Float, ", "type: Float, i18n: true, ", ["ship.yaml:21:17 MODEL_I18N"]),
    ("ship.yaml", "type: Float, ", "type: Float, search: 1, ", ["ship.yaml:21:17 MODEL_SEARCH"]),
    ("ship.yaml", "secret: {type: String", "secret: {type: String, search: 1", ["ship.yaml:34:22 MODEL_SEARCH"]),
    (
        "record.yaml",
        "  url: {",
        "  diary: {type: Markdown, label: {de: a, en: a}}\n  url: {",
        ["record.yaml:8:17 MODEL_SEARCH"],
    ),
    ("ship.yaml", "many: true", "many: true, unique: true", ["ship.yaml:23:17 MODEL_UNIQUE"]),
    ("ship.yaml", "secret: {type: String", "secret: {type: String, unique: true", ["ship.yaml:34:22 MODEL_UNIQUE"]),
    ("model.yaml", "maximum: '9'", "maximum: '-1'", ["model.yaml:27:20 MODEL_LIMITS"]),
    ("ship.yaml", "type: Boolean, ", "type: Boolean, maximum: '1', ", ["ship.yaml:22:18 MODEL_LIMITS"]),
    # YAML
    ("ship.yaml", "personal: true", "personal: true\nprefixes: [a b]", ["ship.yaml:10:11 MODEL_NAME"]),
    ("ship.yaml", "personal: true", "personal: true\npersonal: true", ["ship.yaml:10:1 YAML_REPEATED_KEY"]),
    ("ship.yaml", "personal: true", "personal: true\n[a]: b", ["ship.yaml:10:1 YAML_KEY"]),
    ("ship.yaml", "type: Ship", "type: Ship: Boat", ["ship.yaml:1:11 YAML_SYNTAX"]),
    (
        "ship.yaml",
        "label: {de: Schiff, en: Ship}",
        "label: &a {de: *a, en: Ship}",
        [
            "ship.yaml:4:8 MODEL_SHAPE",
            "ship.yaml:4:16 YAML_ALIAS",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), WRONG)
def test_a_mistake_is_named_with_its_place(file: str, old: str, new: str, expected: list[str]) -> None:
    files = texts()
    assert old in files[file]
    files[file] = files[file].replace(old, new, 1)
    assert problems(files) == expected


def test_two_interfaces_that_mean_different_things_by_one_name() -> None:
    files = texts()
    rival = (
        "Rival: {label: {de: a, en: a}, description: {de: a, en: a}, order: name, properties: {name: {type: String, "
    )
    files["model.yaml"] = files["model.yaml"].replace("  Named:", f"  {rival}label: {{de: b, en: b}}}}}}}}\n  Named:")
    files["ship.yaml"] = files["ship.yaml"].replace("[Named]", "[Named, Rival]")
    assert problems(files) == ["ship.yaml:3:13 MODEL_REPEATED"]


def test_all_files_report_at_once_and_once() -> None:
    files = texts()
    files["model.yaml"] = files["model.yaml"].replace("type: Slug, ", "type: Slag, ")
    files["ship.yaml"] = files["ship.yaml"].replace("type: Float", "type: Flaot")
    assert problems(files) == [
        "model.yaml:32:18 MODEL_MISSING_KEY",
        "model.yaml:32:18 MODEL_UNKNOWN_TYPE",
        "ship.yaml:21:17 MODEL_UNKNOWN_TYPE",
    ]


def test_a_file_that_is_no_mapping() -> None:
    assert problems({**texts(), "empty.yaml": "", "list.yaml": "# one\n- a\n"}) == [
        "empty.yaml:1:1 MODEL_SHAPE",
        "list.yaml:2:1 MODEL_SHAPE",
    ]


def test_hints_name_what_is_near() -> None:
    files = texts()
    files["ship.yaml"] = files["ship.yaml"].replace("type: Float", "type: Flaot")
    with pytest.raises(Failure, match=r'no value type or enum "Flaot" – did you mean "Float"\? \[MODEL_UNKNOWN_TYPE\]'):
        read_model(list(files.items()))


def test_a_value_type_that_nothing_is_near_to_is_answered_with_all() -> None:
    files = texts()
    files["ship.yaml"] = files["ship.yaml"].replace("type: Float", "type: Qqq")
    with pytest.raises(Failure) as caught:
        read_model(list(files.items()))
    assert caught.value.problems[0].hint.startswith("value types: String, Markdown, Slug")


def test_without_languages_or_viewers() -> None:
    files = texts()
    start, end = files["model.yaml"].index("languages:"), files["model.yaml"].index("interfaces:")
    files["model.yaml"] = files["model.yaml"][:start] + "languages: {}\n" + files["model.yaml"][end:]
    found = problems(files)
    assert "model.yaml:4:12 MODEL_MISSING_KEY" in found
    assert "model.yaml:1:1 MODEL_MISSING_KEY" in found  # viewers


def test_a_folder_without_the_base_file(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="MODEL_MISSING"):
        load_model(tmp_path)
    (tmp_path / "ship.yaml").write_text(texts()["ship.yaml"], encoding="utf-8")
    with pytest.raises(Failure, match=r"no model\.yaml"):
        load_model(tmp_path)


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "model.yaml").write_bytes("model: Brücke".encode("latin-1"))
    with pytest.raises(Failure, match=r"model\.yaml:1:1  not YAML: not UTF-8"):
        load_model(tmp_path)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    for name, text in texts().items():
        (tmp_path / name).write_text(text, encoding="utf-8-sig")
    assert load_model(tmp_path).name == "small"


def test_links_and_relations_can_be_keys_and_name_themselves() -> None:
    model = load_model(SMALL)
    voyages, visitors = model.links("Ship")["voyages"], model.links("Harbour")["visitors"]
    assert repr(voyages) == "Ship.voyages"
    assert len({voyages.relation, visitors.relation, model.relations["BELONGS_TO"]}) == 2
