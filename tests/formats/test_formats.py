"""Each format is what its own library takes it for; where that library is not installed, its rules are told here."""

import csv
import json
import re
import warnings
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from html.parser import HTMLParser
from importlib import import_module
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import depot
import harbour
from made_reading import MadeReading
from rashomon.case import Case, judge
from rashomon.cli import main
from rashomon.engines import correct
from rashomon.exports.in_words import span_of_days
from rashomon.exports.ledger import Ledger
from rashomon.exports.safe_text import printable, xml_text
from rashomon.formats import FORMATS, declared, export
from rashomon.formats.bibtex import _tex
from rashomon.formats.brat import _pieces
from rashomon.formats.geojson import geojson
from rashomon.formats.polecat import COLUMNS as POLECAT
from rashomon.formats.polecat import _cell
from rashomon.formats.statements import COLUMNS, TYPES
from rashomon.formats.timelinejs import _text
from repository import ROOT
from told import told
from written_out import HOSTILE, everything, written

WORDS = " ".join(HOSTILE)
FREE = {"title", "outlet", "url", "name", "names", "roles", "because", "lemma", "input", "note", "date_basis"}


def spoiled(record, words=WORDS):
    """A record with hostile words in every field that holds free text."""
    if isinstance(record, tuple):
        return tuple(spoiled(r, words) for r in record)
    if not is_dataclass(record):
        return record
    changed = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name in FREE and isinstance(value, str):
            changed[field.name] = f"{words}{value}"
        elif field.name in FREE and isinstance(value, tuple) and all(isinstance(v, str) for v in value):
            changed[field.name] = tuple(f"{words}{v}" for v in value)
        else:
            changed[field.name] = spoiled(value, words)
    return replace(record, **changed)


def elsewhere(record):
    """A record of the report "wire" as one of a report with a hostile id."""
    if isinstance(record, tuple):
        return tuple(elsewhere(r) for r in record)
    if is_dataclass(record):
        return replace(record, **{f.name: elsewhere(getattr(record, f.name)) for f in fields(record)})
    return HOSTILE_ID if record == "wire" else record


HOSTILE_ID = '=wire\t<b>"&\u202e\n../x'


def hostile(path):
    """The small case, spoiled in every free text, with a report whose text and id are hostile too."""
    case = Case(path)
    reports = []
    for report in elsewhere(spoiled(harbour.REPORTS)):
        text = report.text + "\n\n" + "\n".join(HOSTILE)
        reports.append(replace(report, text=text, digest=sha256(text.encode()).hexdigest()))
    found = elsewhere(spoiled(harbour.FINDINGS))
    found = replace(found, claims=tuple(replace(c, text=WORDS + c.text) for c in found.claims))
    with case.transaction():
        for report in reports:
            assert case.reports.add(report) == report.id
        case.readings.keep(elsewhere(spoiled(harbour.READINGS)), WORDS)
        case.findings.keep(found, case.findings.basis("by hand"))
    return case


@pytest.fixture(scope="module", params=["as it is", "hostile"])
def case(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("case")
    if request.param == "hostile":
        with hostile(folder / "h.case") as held:
            yield held
    else:
        with Case(folder / "harbour.case") as held:
            harbour.keep(held)
            yield held


def out(case, to, tmp_path):
    tmp_path.mkdir(exist_ok=True)
    return written(case, to, tmp_path / "out")[0]


STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
SEEN = (
    "markdown",
    "html",
    "polecat",
    "bibtex",
    "graphml",
    "gexf",
    "stix",
    "timelinejs",
    "followthemoney",
    "statements",
    "vault",
)


@pytest.mark.parametrize("to", SEEN)
def test_nothing_steers_where_people_look(case, tmp_path, to):
    assert not STEERING.search(everything(out(case, to, tmp_path)))


@pytest.mark.parametrize("to", FORMATS)
def test_every_format_tells_what_it_loses(to):
    told = declared(to)
    assert told.losses
    assert all(what and how for what, how in told.losses.items())
    assert all((told.what, told.opens, told.checked))


def test_the_docs_tell_what_each_format_is_and_loses():
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    assert page == CliRunner().invoke(main, ["formats", "--markdown"]).output


@pytest.mark.parametrize("to", FORMATS)
def test_the_command_tells_what_a_format_loses(to):
    told = CliRunner().invoke(main, ["formats", to]).output
    assert all(f"{what}: {instead}" in told for what, instead in declared(to).losses.items())


# ------------------------------------------------------------------------------------------------------ to read


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, tuple(name for name, _ in attributes)))


def test_markdown_makes_nothing_but_its_own_lists(case, tmp_path):
    html = MarkdownIt("commonmark").render(out(case, "markdown", tmp_path).read_text("utf-8"))
    assert set(Tags(html).tags) <= {
        (t, ()) for t in ("h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "em", "br", "code")
    }


def test_a_timeline_is_one_and_its_texts_are_texts(case, tmp_path):
    told = json.loads(out(case, "timelinejs", tmp_path).read_text("utf-8"))
    assert [e["unique_id"] for e in told["events"]] == ["h1", "h2"]
    assert told["events"][0]["start_date"] == {"year": 2031, "month": 5, "day": 2}
    assert "end_date" not in told["events"][0]
    assert told["events"][1]["end_date"] == {"year": 2031, "month": 5, "day": 4}
    for event in told["events"]:
        assert set(event) <= {"unique_id", "start_date", "end_date", "display_date", "group", "text"}
        tags = Tags(event["text"]["text"] + event["text"]["headline"] + event.get("group", "")).tags
        assert set(tags) <= {("p", ()), ("p", ("id",)), ("blockquote", ())}


# -------------------------------------------------------------------------------------------------- spreadsheets


def test_no_cell_of_a_statement_runs_and_every_value_has_its_type(case, tmp_path):
    with out(case, "statements", tmp_path).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, dialect=csv.unix_dialect))
    assert tuple(rows[0]) == COLUMNS
    assert not [c for row in rows for c in row.values() if c.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert all(row["prop_type"] == TYPES[row["prop"]] for row in rows)
    assert {row["dataset"] for row in rows} >= {"courier", "mirror"}
    assert "surname" in "".join(row["origin"] for row in rows) or "same-name:Marta Olin" in "".join(
        row["origin"] for row in rows
    )


def test_polecat_has_forty_columns_and_every_row_too(case, tmp_path):
    lines = out(case, "polecat", tmp_path).read_text("utf-8").split("\n")
    assert lines.pop() == ""
    assert len(POLECAT) == 40
    rows = [dict(zip(POLECAT, line.split("\t"), strict=True)) for line in lines]
    assert tuple(rows.pop(0).values()) == POLECAT
    (row,) = rows
    assert (row["Event ID"], row["Event Date"], row["Event Type"]) == ("h1", "2031-05-02", "PROTEST")
    assert row["Quad Code"] == "4"
    assert row["Actor Name"].endswith("Marta Olin")
    assert not [c for c in row.values() if c.startswith(("=", "+", "-", "@"))]


def test_polecat_tells_country_sector_and_point_where_names_do(tmp_path):
    with Case(tmp_path / "depot.case") as held:
        depot.keep(held)
        path = export(held, "polecat", tmp_path / "out", located=lambda name: (44.25, 33.25))
        rows = [dict(zip(POLECAT, line.split("\t"), strict=True)) for line in path.read_text("utf-8").splitlines()]
    placed = [r for r in rows[1:] if r["Placename"]]
    assert placed
    assert {(r["Longitude"], r["Latitude"]) for r in placed} == {("44.25", "33.25")}
    assert {r["Longitude"] for r in rows[1:] if not r["Placename"]} <= {""}


PARTIES = [
    ("ASSAULT", ("Gunmen",), ("Halim depot",), "Port Lanse", ("Gunmen", "Halim depot", "Port Lanse"), "all three"),
    ("REQUEST", ("Karim Aziz",), ("greater action",), None, ("Karim Aziz", "", ""), "a demand is no recipient"),
    ("REJECT", ("Their conclusion",), ("Karim Aziz",), None, ("", "Karim Aziz", ""), "a finding is no actor"),
    ("REQUEST", ("Karim Aziz",), (), "Government of Lanse", ("Karim Aziz", "", ""), "a body is no place"),
]


@pytest.mark.parametrize(("type_", "actors", "recipients", "place", "expected", "why"), PARTIES)
def test_who_takes_part_is_somebody_and_where_is_a_place(tmp_path, type_, actors, recipients, place, expected, why):
    kinds = {"Gunmen": "group", "Halim depot": "facility", "Karim Aziz": "person", "Port Lanse": "place"}
    kinds |= {"Government of Lanse": "organisation"}
    words = [*actors, *recipients, *filter(None, [place])]
    one = MadeReading("a", f"{' acted '.join(words)} on Sunday.", "2031-03-11")
    rows = {word: one.mention(word, kinds.get(word, "other")) for word in words}
    one.tells(
        type_, "acted" if len(words) > 1 else words[0], actors, recipients, date="2031-03-09", place=rows.get(place)
    )
    thing = {rows[word] for word in words if word not in kinds}
    one.mentions = [replace(m, form="nominal") if m.id in thing else m for m in one.mentions]
    one.chains = {i: c if c.name in kinds else replace(c, names=()) for i, c in one.chains.items()}
    with Case(tmp_path / "p.case") as held:
        depot.keep(held, [one.told().report()], [one.reading()])
        head, row = out(held, "polecat", tmp_path).read_text("utf-8").splitlines()
    told_row = dict(zip(head.split("\t"), row.split("\t"), strict=True))
    assert (told_row["Actor Name"], told_row["Recipient Name"], told_row["Placename"]) == expected, why


# ------------------------------------------------------------------------------------------------- FollowTheMoney


def ftm(case, tmp_path):
    return [json.loads(line) for line in out(case, "followthemoney", tmp_path).read_text("utf-8").split("\n") if line]


def test_entities_link_to_entities_that_are_there(case, tmp_path):
    told = {e["id"]: e for e in ftm(case, tmp_path)}
    links = ("document", "entity", "subject", "object", "involved", "proof", "resolved")
    for entity in told.values():
        assert re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?", entity["id"])
        assert set(entity["properties"]) <= set(TYPES)
        for link in links:
            assert set(entity["properties"].get(link, ())) <= set(told)
    schemas = {e["schema"] for e in told.values()}
    assert schemas >= {"Article", "Documentation", "Event", "Mention", "Note", "UnknownLink"}
    assert ("Person" in schemas) is (case.path.stem != "h")  # hostile words are no name
    assert case.path.stem == "h" or told["h1"]["properties"]["involved"] == ["n1"]
    assert [e["properties"]["role"] for e in told.values() if "x1" in e["id"]] == [["conflict: denial"]]


def test_the_library_takes_every_entity_and_every_value(case, tmp_path):
    model = pytest.importorskip("followthemoney").model
    for entity in ftm(case, tmp_path):
        proxy = model.get_proxy(entity, cleaned=False)
        kept = {p.name: sorted(proxy.get(p)) for p in proxy.iterprops()}
        wanted = {p: sorted(v) for p, v in entity["properties"].items()}
        for prop in ("name", "summary", "description", "notes", "bodyText", "title"):  # the library tidies some texts
            assert len(kept.pop(prop, ())) == len(wanted.pop(prop, ())), prop
        if "hostile" not in case.path.stem and case.path.stem != "h":
            assert kept == wanted
        model.get(entity["schema"]).validate(proxy.to_dict())


def test_no_value_is_longer_than_the_model_takes(tmp_path):
    words = "word " * 20_000
    with Case(tmp_path / "long.case") as held:
        harbour.keep(held)
        found = held.findings.get()
        claims = tuple(replace(c, text=words) for c in found.claims)
        lines = tuple(replace(e, title=words) for e in found.chronicle)
        with held.transaction():
            held.findings.keep(replace(found, claims=claims, chronicle=lines), held.findings.basis("long"))
        told = ftm(held, tmp_path)
    names = [v for e in told for v in e["properties"].get("name", ())]
    assert max(map(len, names)) <= 384
    assert max(len(v) for e in told for values in e["properties"].values() for v in values) <= 65_000
    assert [n for n in names if n.endswith(" word …")]


def test_the_library_reads_the_statements(case, tmp_path):
    pytest.importorskip("followthemoney")
    from followthemoney.statement.serialize import read_path_statements

    path = out(case, "statements", tmp_path)
    told = list(read_path_statements(path, "csv"))
    assert {s.prop_type for s in told} <= set(TYPES.values())
    assert {s.entity_id for s in told} == {e["id"] for e in ftm(case, tmp_path / "again")}
    assert all(s.prop_type == TYPES[s.prop] for s in told)
    if case.path.stem == "harbour":  # a value that a spreadsheet would run bears an apostrophe, of which the id is made
        made = {(s.entity_id, s.prop, s.value, s.dataset): s.id for s in told}
        assert {
            key: s.make_key(key[3], key[0], key[1], key[2], False) for key, s in zip(made, told, strict=True)
        } == made


# -------------------------------------------------------------------------------------------------------- networks


@pytest.mark.parametrize("to", ["graphml", "gexf"])
def test_a_network_is_xml_and_its_edges_have_ends(case, tmp_path, to):
    root = ElementTree.parse(out(case, to, tmp_path)).getroot()
    nodes = {e.get("id") for e in root.iter() if e.tag.endswith("}node")}
    edges = [(e.get("source"), e.get("target")) for e in root.iter() if e.tag.endswith("}edge")]
    assert len(edges) >= 12
    assert {end for edge in edges for end in edge} <= nodes
    assert {f"claim:{c}" for c in case.findings.claim_ids()} <= nodes


@pytest.mark.parametrize(("to", "reader"), [("graphml", "read_graphml"), ("gexf", "read_gexf")])
def test_networkx_reads_a_network(case, tmp_path, to, reader):
    networkx = pytest.importorskip("networkx")
    graph = getattr(networkx, reader)(out(case, to, tmp_path), **({"version": "1.3"} if to == "gexf" else {}))
    assert graph.is_directed()
    node = graph.nodes["claim:c2"]
    assert (node["origins_at_least"], node["origins_at_most"]) == (0, 1)
    kinds = {data["kind"] for _, _, data in graph.edges(data=True)}
    assert kinds == {"tells", "says", "derives", "differs", "rests on", "actor"}
    ends = {(a, b) for a, b, data in graph.edges(data=True) if data["kind"] == "differs"}
    assert ends == {("claim:c2", "claim:c3")}
    report = f"report:{printable('wire')}" if "wire" in case.reports.ids() else None
    assert report is None or ("report:mirror", "report:wire") in graph.edges()


# ---------------------------------------------------------------------------------------------------------- places


def test_places_are_geojson(case, tmp_path):
    told = json.loads(out(case, "geojson", tmp_path).read_text("utf-8"))
    assert told["type"] == "FeatureCollection"
    for feature in told["features"]:
        assert feature["type"] == "Feature"
        assert feature["geometry"] is None
        assert feature["properties"]["precision"] == "unknown"


def test_a_gazetteer_gives_points_and_says_how_good_they_are(tmp_path):
    with Case(tmp_path / "depot.case") as held:
        depot.keep(held)
        path = export(held, "geojson", tmp_path / "out", located=lambda name: (44.25, 33.25))
        told = json.loads(path.read_text("utf-8"))
    assert told["features"]
    for feature in told["features"]:
        assert feature["geometry"] == {"type": "Point", "coordinates": [44.25, 33.25]}
        assert feature["properties"]["precision"].startswith("by the name alone")
    assert "GeoNames (CC BY 4.0)" in told["attribution"]


def test_a_place_without_a_name_is_left_out_and_named_in_the_losses(tmp_path):
    with Case(tmp_path / "p.case") as held:
        read = told(
            "The army said that the region was calm. A bus left Selde on Monday for the area.", days=("2031-05-08",)
        )
        depot.keep(held, read.reports.values(), read.readings.values())
        ledger = Ledger()
        made = json.loads("".join(geojson(held, ledger)))
        unnamed = {e.id for e in held.findings.get().entities if e.kind == "place" and not e.names}
    assert {f["id"] for f in made["features"]}.isdisjoint(unnamed)
    assert {loss.id for loss in ledger.losses if loss.kind == "place"} == unnamed != set()


def test_the_library_takes_the_places(case, tmp_path):
    geojson = pytest.importorskip("geojson")
    told = geojson.loads(out(case, "geojson", tmp_path).read_text("utf-8"))
    assert isinstance(told, geojson.FeatureCollection)
    assert all(isinstance(f, geojson.Feature) for f in told["features"])
    assert told.is_valid


# ------------------------------------------------------------------------------------------------------ references


def test_references_are_csl(case, tmp_path):
    items = json.loads(out(case, "csl", tmp_path).read_text("utf-8"))
    assert [i["id"] for i in items] == case.reports.ids()
    (courier,) = [i for i in items if i["id"] == "courier"]
    assert courier["issued"] == {"date-parts": [[2031, 5, 2]]}
    assert courier["type"] == "article-newspaper"
    assert all("issued" not in i for i in items if i["id"] != "courier")


def test_braces_of_bibtex_balance(case, tmp_path):
    text = out(case, "bibtex", tmp_path).read_text("utf-8")
    depth = 0
    for c in text:
        depth += (c == "{") - (c == "}")
        assert depth >= 0
    assert depth == 0
    assert len(re.findall(r"^@article\{", text, re.MULTILINE)) == len(case.reports)


def test_the_library_reads_bibtex(case, tmp_path):
    bibtexparser = pytest.importorskip("bibtexparser")
    library = bibtexparser.parse_file(str(out(case, "bibtex", tmp_path)))
    assert not library.failed_blocks
    assert len(library.entries) == len(case.reports)
    (courier,) = [e for e in library.entries if e.key == "courier"]
    assert courier["year"] == "2031"


def test_the_library_sets_references_of_csl(case, tmp_path):
    citeproc = pytest.importorskip("citeproc")
    source_json = import_module("citeproc.source.json")
    items = json.loads(out(case, "csl", tmp_path).read_text("utf-8"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # it warns of a field or type that it does not know
        source = source_json.CiteProcJSON(items)
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
    for item in items:
        bibliography.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
    told = [str(entry) for entry in bibliography.bibliography()]
    assert len(told) == len(items)
    if "courier" in case.reports.ids() and case.path.stem == "harbour":
        assert [entry for entry in told if "(2031)" in entry and "2 May" in entry]


# ---------------------------------------------------------------------------------------------------------- notes


def test_every_link_of_the_notes_leads_to_one_and_no_text_makes_a_link(case, tmp_path):
    folder = out(case, "vault", tmp_path)
    notes = {p.stem: p.read_text("utf-8") for p in folder.glob("*.md")}
    links = {name: re.findall(r"\[\[([^\]|]+)\|([^\]|]+)\]\]", text) for name, text in notes.items()}
    assert {to for found in links.values() for to, _ in found} <= set(notes)
    assert sum(map(len, links.values())) == sum(text.count("[[") for text in notes.values())
    assert all(len(label) <= 62 for found in links.values() for _, label in found)
    of_claims = [to for name in notes if name.startswith("claim ") for to, _ in links[name]]
    assert any(to.startswith("report ") for to in of_claims)
    disputes = [name for name in notes if name.startswith("dispute ")]
    assert len(disputes) == len(case.findings.get().conflicts)
    assert set(disputes) <= {to for to, _ in links["Start"]}
    assert all("## One side" in notes[d] and "## The other side" in notes[d] for d in disputes)
    assert any(to.startswith("entity ") for to, _ in links["Start"]) or not case.findings.entities()
    for text in notes.values():
        head = text.split("---\n")[1] if text.startswith("---") else ""
        told = dict(line.split(": ", 1) for line in head.splitlines())
        assert all(json.loads(value) is not None for value in told.values())
        rendered = MarkdownIt("commonmark").render(text.split("---\n", 2)[-1])
        assert "<a " not in rendered
        assert "<img" not in rendered
        assert "<script" not in rendered


# ----------------------------------------------------------------------------------------------------------- brat


def test_the_library_reads_standoff(case, tmp_path):
    parser = pytest.importorskip("pybrat.parser")
    folder = out(case, "brat", tmp_path)
    examples = {e.id: e for e in parser.BratParser(error="raise").parse(str(folder))}
    assert len(examples) == len(case.reports)
    for name, example in examples.items():
        ann = (folder / f"{name}.ann").read_text("utf-8")
        told = Counter(line[0] for line in ann.split("\n") if line)
        same = [len(line.split()) - 2 for line in ann.split("\n") if line.startswith("*")]
        pairs = sum(n * (n - 1) // 2 for n in same)
        assert len(example.entities) == told["T"]
        assert len(example.events) == told["E"]
        assert len(example.relations) == told["R"] + pairs
        assert [e.mention for e in example.entities if not ann.count(f"\t{e.mention}\n")] == []
    assert sum(len(e.entities) for e in examples.values()) > 10


@pytest.mark.parametrize(
    "text", ["", "Abt met Olin and Aziz in Selde on Monday. Police attacked.", "It rained in Selde."]
)
def test_brat_itself_finds_nothing_wrong(tmp_path, text):
    """What brat's verifier looks at: types told in the configuration, arguments as often as asked, one type of things."""
    with Case(tmp_path / "b.case") as held:
        read = told(depot.TEXTS["a"], depot.TEXTS["b"], text or depot.TEXTS["e"])
        depot.keep(held, read.reports.values(), read.readings.values())
        folder = out(held, "brat", tmp_path)
    asked: dict[str, dict[str, str]] = {}
    section, kinds = "", set()
    for row in (folder / "annotation.conf").read_text("utf-8").splitlines():
        if row.startswith("["):
            section = row
        elif row:
            kinds.add(row.split("\t")[0])
            if section == "[events]":
                name, arguments = row.split("\t")
                asked[name] = dict(re.fullmatch(r"(\w+)([*+?]?):.*", a).groups() for a in arguments.split(", "))
    events = 0
    for file in sorted(folder.glob("*.ann")):
        rows = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
        type_of = {r[0]: r[1].split()[0] for r in rows if r[0].startswith("T")}
        assert set(type_of.values()) | {r[1].split()[0] for r in rows if r[0][0] in "RA"} <= kinds
        for _, told_row, *_ in (r for r in rows if r[0].startswith("E")):
            head, *arguments = told_row.split()
            name, trigger = head.split(":")
            assert type_of.pop(trigger) == name  # a trigger of its own
            met = Counter(re.sub(r"\d*:.*", "", a) for a in arguments)
            assert set(met) <= set(asked[name])
            assert all(met[a] == 1 for a, often in asked[name].items() if not often)
            assert all(met[a] <= 1 for a, often in asked[name].items() if often == "?")
            events += 1
        assert not set(type_of.values()) & set(asked)  # no trigger without an event
        for _, same in (r for r in rows if r[0] == "*"):
            assert len({type_of[t] for t in same.split()[1:]}) == 1
    assert events


BOUND = re.compile(r"T\d+\t\w+ (\d+ \d+(?:;\d+ \d+)*)\t(.*)")


def test_brat_rows_stand_at_their_characters(case, tmp_path):
    folder = out(case, "brat", tmp_path)
    names = json.loads((folder / "reports.json").read_text("utf-8"))
    assert sorted(names.values()) == case.reports.ids()
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", name) for name in names)
    bound = 0
    for name, report in names.items():
        text = (folder / f"{name}.txt").read_bytes().decode("utf-8")
        assert text == case.reports.get(report).text
        ids = set()
        for line in (folder / f"{name}.ann").read_bytes().decode("utf-8").split("\n")[:-1]:
            id_, kind, *_ = line.split("\t")
            assert id_ == "*" or id_ not in ids
            ids.add(id_)
            if line.startswith("T"):
                spans, words = BOUND.fullmatch(line).groups()
                cut = " ".join(text[slice(*map(int, s.split()))] for s in spans.split(";"))
                assert cut == words
                bound += 1
            for pointed in re.findall(r"[: ]([TE]\d+)\b", kind):
                assert pointed in ids
    assert bound >= 20


# ------------------------------------------------------------------------------------------------------------ STIX


def test_stix_takes_every_object(case, tmp_path):
    stix2 = pytest.importorskip("stix2")
    text = out(case, "stix", tmp_path).read_text("utf-8")
    bundle = stix2.parse(text, allow_custom=False)
    kinds = {o.type for o in bundle.objects}
    assert kinds == {"identity", "report", "note", "opinion", "relationship"}
    ids = {o.id for o in bundle.objects}
    assert len(ids) == len(bundle.objects)
    for thing in bundle.objects:
        assert set(getattr(thing, "object_refs", ())) <= ids
    assert {o.opinion for o in bundle.objects if o.type == "opinion"} == {"disagree"}


# ------------------------------------------------------------------------------------------- DocBin and Parquet


def test_spacy_reads_the_docbin(case, tmp_path):
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin

    docs = list(DocBin().from_disk(out(case, "docbin", tmp_path)).get_docs(spacy.blank("en").vocab))
    assert [d.user_data["report"] for d in docs] == case.reports.ids()
    assert [d.text for d in docs] == [r.text for r in case.reports]
    assert {s.label_ for d in docs for s in d.spans.get("claims", ())} == set(case.findings.claim_ids())
    (courier,) = [d for d in docs if d.user_data["report"] == "courier"]
    assert [s.text for s in courier.spans["mentions"]] == ["Marta Olin", "the Lanse Courier"]


def test_parquet_holds_every_table(case, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    folder = out(case, "parquet", tmp_path)
    assert sorted(p.stem for p in folder.glob("*.parquet")) == sorted(case.tables())
    claims = parquet.read_table(folder / "claim.parquet")
    assert claims["id"].to_pylist() == case.findings.claim_ids()
    assert str(claims.schema.field("silent_outlets").type) == "int64"
    assert str(parquet.read_table(folder / "lineage.parquet").schema.field("score").type) == "double"


def test_a_missing_package_is_named(case, tmp_path, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(ImportError, match=r"Parquet needs pyarrow.parquet: pip install 'rashomon\[parquet\]'"):
        export(case, "parquet", tmp_path / "none")


# ---------------------------------------------------------------------------------------------------- corrections


@pytest.fixture(scope="module")
def put_right(tmp_path_factory):
    """A case in which somebody dated an attack, and why."""
    with Case(tmp_path_factory.mktemp("case") / "depot.case") as held:
        depot.keep(held)
        told = held.findings.named("Port Lanse")[0]
        visit = next(e for e in held.findings.get().chronicle if "visited" in e.title)
        for kind, targets, value in (("re-date", [visit.id], "2031-03-08"), ("rename", [told.id], "Port of Lanse")):
            correct(held, [judge(held, kind, targets, because="the harbour log", who="A. Reader", value=value)])
        yield held


TOLD = {"annotations", "brat", "csv", "followthemoney", "geojson", "gexf", "graphml", "html", "jsonl", "markdown"}
TOLD |= {"statements", "timelinejs", "stix", "vault"}


@pytest.mark.parametrize("to", sorted(TOLD))
def test_what_was_corrected_says_so(put_right, tmp_path, to):
    text = everything(out(put_right, to, tmp_path))
    assert "corrected by A. Reader on" in text
    assert "the harbour log" in text


@pytest.mark.parametrize("to", sorted(set(FORMATS) - TOLD - {"parquet", "findings"}))
def test_where_a_correction_cannot_be_told_the_docs_say_so(to):
    losses = " ".join(declared(to).losses)
    assert "corrections" in losses or "everything but the references" in losses


def test_an_event_goes_out_under_the_date_that_a_person_gave_it(put_right, tmp_path):
    rows = [line.split("\t") for line in out(put_right, "polecat", tmp_path).read_text("utf-8").splitlines()]
    assert "2031-03-08" in {row[1] for row in rows}


# ------------------------------------------------------------------------------------------------- any words at all


@given(st.text())
def test_any_words_are_xml(words):
    root = ElementTree.fromstring(f'<a b="{xml_text(words)}">{xml_text(words)}</a>')
    shown = printable(words).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
    assert root.get("b") == shown
    assert (root.text or "") == shown


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("{}\\$&#%_~^"))))
def test_any_words_balance_in_tex(words):
    told = _tex(words)
    depth = 0
    for c in told:
        depth += (c == "{") - (c == "}")
        assert depth >= 0
    assert depth == 0
    assert not re.search(r"(?<!\\)[$&#%_]", told)


@given(st.text())
def test_any_words_are_one_harmless_cell(words):
    cell = _cell(words)
    assert not set(cell) & set("\t\n\r\x0b\x0c\x85\u2028\u2029")
    assert not cell.startswith(("=", "+", "-", "@"))
    assert not STEERING.search(cell)


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\n\t\r\u2028 ab"))), st.data())
def test_pieces_hold_every_character_but_the_breaks(words, data):
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    pieces = list(_pieces(words, (start, end)))
    assert "".join(words[a:b] for a, b in pieces) == re.sub(
        "[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", "", words[start:end]
    )
    assert all(len(words[a:b].splitlines()) == 1 for a, b in pieces)


@given(st.text())
def test_any_words_are_text_in_a_timeline(words):
    parsed = Tags(_text(words))
    assert parsed.tags == []
    assert not STEERING.search(_text(words))


@pytest.mark.parametrize(
    ("date", "days"),
    [
        (None, None),
        ("", None),
        ("2031", ("2031", "2031")),
        ("2031-05", ("2031-05", "2031-05")),
        ("2031-05-02T08:00", ("2031-05-02", "2031-05-02")),
        ("2031-05-02/2031-05-04", ("2031-05-02", "2031-05-04")),
        ("2031-05/2032", ("2031-05", "2032")),
        ("2031-13", None),
        ("PRESENT_REF", None),
        ("2031-W18", None),
        ("2031-05-02/", ("2031-05-02", "2031-05-02")),
        ("٢٠٣١", None),
    ],
)
def test_days_of_a_date(date, days):
    assert span_of_days(date) == days
