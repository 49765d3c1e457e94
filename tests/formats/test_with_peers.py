"""Each export in the program that it is made for, as its user would call it; skipped where that is not installed."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import harbour
from peers import of_node
from rashomon.case import Case, judge
from rashomon.cli import main
from rashomon.exports.datasette_metadata import PLUGINS
from rashomon.exports.returned import bring_back
from rashomon.formats import export
from rashomon.records import Report, Taken


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "harbour.case"
    with Case(path) as held:
        harbour.keep(held)
    return path


def piped(case: Path, to: str) -> bytes:
    told = CliRunner().invoke(main, ["export", str(case), "--to", to, "-o", "-"])
    assert told.exit_code == 0, told.output
    return told.stdout_bytes


# -------------------------------------------------------------------------------------------------- standard output

ONE_FILE = (
    "annotations",
    "bibtex",
    "csl",
    "docbin",
    "findings",
    "followthemoney",
    "geojson",
    "gexf",
    "graphml",
    "html",
)
ONE_FILE += ("markdown", "polecat", "readings", "reports", "statements", "stix", "timelinejs", "xlsx")


@pytest.mark.parametrize("to", ONE_FILE)
def test_what_is_piped_is_what_a_file_holds(case: Path, to: Any, tmp_path: Path) -> None:
    if to == "xlsx":
        pytest.importorskip("xlsxwriter")
    with Case(case, read_only=True) as held:
        options = {"located": lambda name: None} if to == "geojson" else {}
        file = export(held, to, tmp_path / "out", **options)
    if to == "geojson":  # the command knows places
        assert json.loads(piped(case, to))["type"] == "FeatureCollection"
    else:
        assert piped(case, to) == file.read_bytes()


@pytest.mark.parametrize("to", ["csv", "jsonl", "parquet", "brat", "vault"])
def test_a_folder_is_not_piped(case: Path, to: str) -> None:
    told = CliRunner().invoke(main, ["export", str(case), "--to", to, "-o", "-"])
    assert told.exit_code == 2
    assert "is a folder of files" in told.output


# --------------------------------------------------------------------------------------------------- FollowTheMoney


def ftm(*words: str, given: bytes = b"") -> str:
    cli = pytest.importorskip("followthemoney.cli.cli").cli
    done = CliRunner().invoke(cli, list(words), input=given)
    assert done.exit_code == 0, done.output
    return done.stdout


def entities(told: str) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in map(json.loads, filter(None, told.splitlines()))}


def test_ftm_validates_and_aggregates_what_is_piped(case: Path) -> None:
    given = piped(case, "ftm")
    ours = entities(given.decode())
    for command in ("validate", "aggregate"):
        theirs = entities(ftm(command, given=given))
        assert set(theirs) == set(ours), command
        assert {i: e["schema"] for i, e in theirs.items()} == {i: e["schema"] for i, e in ours.items()}


def test_ftm_makes_statements_of_it_and_entities_of_those(case: Path, tmp_path: Path) -> None:
    (tmp_path / "e.json").write_bytes(piped(case, "followthemoney"))
    ftm("statements", str(tmp_path / "e.json"), "-d", "harbour", "-o", str(tmp_path / "s.csv"), "-f", "csv")
    ftm("aggregate-statements", "-i", str(tmp_path / "s.csv"), "-o", str(tmp_path / "again.json"), "-f", "csv")
    again = entities((tmp_path / "again.json").read_text("utf-8"))
    assert set(again) == set(entities((tmp_path / "e.json").read_text("utf-8")))


# -------------------------------------------------------------------------------------------------------- networks


@pytest.mark.parametrize("to", ["gexf", "graphml"])
def test_no_two_nodes_and_no_two_edges_have_one_id_and_edges_have_ends(case: Path, to: str) -> None:
    from xml.etree import ElementTree

    root = ElementTree.fromstring(piped(case, to))
    nodes = [n.get("id") for n in root.iterfind(".//{*}node")]
    edges = list(root.iterfind(".//{*}edge"))
    assert len(set(nodes)) == len(nodes)
    assert len({e.get("id") for e in edges}) == len(edges)
    assert {e.get(end) for e in edges for end in ("source", "target")} <= set(nodes)


def test_igraph_reads_the_network(case: Path, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    (tmp_path / "n.graphml").write_bytes(piped(case, "graphml"))
    graph = igraph.Graph.Read_GraphML(str(tmp_path / "n.graphml"))
    assert graph.vcount() > 0
    assert graph.is_directed()


@pytest.mark.parametrize("to", ["gexf", "graphml"])
def test_graphology_reads_every_node_and_edge_of_the_network(case: Path, to: str) -> None:
    from xml.etree import ElementTree

    given = piped(case, to)
    told = json.loads(of_node("network.cjs", to, given=given))
    root = ElementTree.fromstring(given)
    assert told["directed"]
    assert [node[0] for node in told["nodes"]] == [n.get("id") for n in root.iterfind(".//{*}node")]
    edges = [(e.get("source"), e.get("target")) for e in root.iterfind(".//{*}edge")]
    assert [(source, target) for source, target, _ in told["edges"]] == edges
    assert all(facts["label"] and facts["kind"] for _, facts in told["nodes"])


# ------------------------------------------------------------------------------------------------- Web Annotations

ANNO = "http://www.w3.org/ns/anno.jsonld"
_ID = {"@type": "@id"}
W3C = {
    "@context": {
        "id": "@id",
        "type": "@type",
        "value": "rdf:value",
        "label": {"@id": "rdfs:label"},
        **{
            p: {"@id": f"oa:{i}", **_ID}
            for p, i in {"body": "hasBody", "target": "hasTarget", "source": "hasSource"}.items()
        },
        "selector": {"@id": "oa:hasSelector", **_ID},
        "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
        **{p: f"oa:{p}" for p in ("exact", "prefix", "suffix", "start", "end")},
        "creator": {"@id": "dcterms:creator", **_ID},
        "generator": {"@id": "as:generator", **_ID},
        "created": "dcterms:created",
        "name": "foaf:name",
        "format": "dc:format",
        "language": "dc:language",
        "first": {"@id": "as:first", **_ID},
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
        "startIndex": "as:startIndex",
        "total": "as:totalItems",
        **{t: f"oa:{t}" for t in ("Annotation", "SpecificResource", "TextualBody", "TextPositionSelector")},
        **{t: f"oa:{t}" for t in ("TextQuoteSelector", "describing", "classifying", "identifying", "tagging")},
        **{t: f"oa:{t}" for t in ("linking", "editing", "commenting")},
        "Dataset": "dctypes:Dataset",
        "Software": "as:Application",
        "Person": "foaf:Person",
        "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage",
        "oa": "http://www.w3.org/ns/oa#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "dcterms": "http://purl.org/dc/terms/",
        "as": "http://www.w3.org/ns/activitystreams#",
        "dctypes": "http://purl.org/dc/dcmitype/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    }
}
"""The terms of the Web Annotation context that are used, as the recommendation has them."""


def test_no_term_of_an_annotation_is_dropped_and_reports_tell_their_page_and_when_they_came(tmp_path: Path) -> None:
    jsonld = pytest.importorskip("pyld").jsonld
    with Case(tmp_path / "a.case") as held:
        with held.transaction():
            for report in harbour.REPORTS:
                page = f"https://{report.id}.example/ferries"
                raw = {"original": report.id.encode(), "at": "2031-05-03T08:00:00+00:00"}
                held.reports.add(Taken(**{**asdict(report), "url": page, "input": page}, **raw))
            held.readings.keep(harbour.READINGS, "by hand")
            held.findings.keep(harbour.FINDINGS, held.findings.basis("by hand"))
            held.corrections.add([judge(held, "note", ["c1"], because="seen", who="A. Reader", value="well told")])
        path = export(held, "annotations", tmp_path / "a.jsonld")
    told = json.loads(path.read_text("utf-8"))
    dropped: list[str] = []
    document = {"contextUrl": None, "documentUrl": ANNO, "document": W3C}
    expanded = jsonld.expand(
        told, {"documentLoader": lambda url, options: document}, on_property_dropped=lambda p: dropped.append(str(p))
    )
    assert dropped == []
    assert json.dumps(expanded).count('"http://www.w3.org/ns/oa#Annotation"') == told["total"]
    items = told["first"]["items"]
    assert all("creator" in item for item in items)
    assert {i["created"] for i in items if i["id"].startswith("urn:rashomon:report:")} == {"2031-05-03T08:00:00+00:00"}
    assert '{"type":"SpecificResource","source":"https://wire.example/ferries","selector":{"type":"TextQuote' in (
        path.read_text("utf-8")
    )
    with Case(tmp_path / "b.case") as again:
        bring_back(again, [path])
        assert export(again, "annotations", tmp_path / "b.jsonld").read_bytes() == path.read_bytes()


# ------------------------------------------------------------------------------------------------------- Datasette


def told_to_datasette(case: Path) -> dict[str, Any]:
    told = CliRunner().invoke(main, ["datasette", str(case), "--metadata"])
    assert told.exit_code == 0, told.output
    metadata: dict[str, Any] = json.loads(told.stdout)
    return metadata


def test_datasette_is_told_of_tables_and_columns_that_are_there(case: Path) -> None:
    told = told_to_datasette(case)["databases"]["harbour"]
    with Case(case, read_only=True) as held:
        there = {name for (name,) in held.ask("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
        assert set(told["tables"]) <= there
        for name, table in told["tables"].items():
            columns = {row[1] for row in held.ask(f"PRAGMA table_info({name})")}
            assert {*table.get("facets", ()), *filter(None, [table.get("label_column")])} <= columns, name


def test_datasette_finds_words_and_answers_every_ready_question(case: Path) -> None:
    import asyncio

    app = pytest.importorskip("datasette.app")
    told = told_to_datasette(case)
    given = {"words": "ferry OR strike OR sail", "claim": "k1", "outlet": "Lanse Courier"}

    async def ask() -> None:
        served = app.Datasette([str(case)], metadata=told, plugins_dir=str(PLUGINS))
        await served.invoke_startup()
        found = (await served.client.get("/harbour/report.json?_search=cancelled")).json()
        assert found["filtered_table_rows_count"] < 5
        assert found["rows"]
        for name, query in told["databases"]["harbour"]["queries"].items():
            words = {k: v for k, v in given.items() if f":{k}" in query["sql"]}
            answer = await served.client.get(f"/harbour/{name}.json", params=words)
            assert answer.status_code == 200, answer.text
        for words in ("", " ", "al-Sadr", '"ferry', 'ferry "of Lanse" (strike)', "Erdoğan's", "a:b*", "-"):
            answer = await served.client.get("/harbour/search.json", params={"words": words})
            assert answer.status_code == 200, words
        for name in told["databases"]["harbour"]["tables"]:
            assert (await served.client.get(f"/harbour/{name}")).status_code == 200, name
        page = (await served.client.get("/harbour/claim_telling")).text
        assert '<a href="/harbour/claim/c2">c2</a>' in page
        assert '<a href="/harbour/report/wire">wire</a>' in page

    asyncio.run(ask())


def test_datasette_follows_what_names_a_row_there_and_back_though_it_is_told_nothing(case: Path) -> None:
    import asyncio

    app = pytest.importorskip("datasette.app")

    with Case(case, read_only=True) as held:
        line = held.findings.get().chronicle[0]

    async def ask() -> None:
        served = app.Datasette([str(case)])
        await served.invoke_startup()
        found = (await served.client.get("/harbour/report.json?_search=cancelled")).json()
        assert 0 < found["filtered_table_rows_count"] < 5
        told = {
            "claim_member": "/harbour/claim/c2",
            "entry_report": f"/harbour/chronicle_entry/{line.id}",
            "lineage": "/harbour/report/wire",
        }
        for table, there in told.items():
            assert f'<a href="{there}">' in (await served.client.get(f"/harbour/{table}")).text, table
            assert (await served.client.get(there)).status_code == 200, there
        report = (await served.client.get("/harbour/report/wire")).text
        assert '<a href="/harbour/claim_member?report=wire">' in report
        story = (await served.client.get(f"/harbour/story/{line.story}")).text
        assert f'<a href="/harbour/chronicle_entry?story={line.story}">' in story

    asyncio.run(ask())


@pytest.mark.parametrize("view", ["claim_matrix", "claim_stance", "claim_telling", "source_chain", "outlet_of"])
def test_the_first_rows_of_a_view_are_there_without_sorting_or_reading_them_all(case: Path, view: str) -> None:
    with Case(case, read_only=True) as held:
        plan = [row[3] for row in held.ask(f"EXPLAIN QUERY PLAN SELECT * FROM {view} LIMIT 101")]
    assert not [step for step in plan if "TEMP B-TREE" in step or "MATERIALIZE" in step or "AUTOMATIC" in step]
    looked = [step for step in plan if step.startswith(("SEARCH attribution", "SEARCH event"))]
    assert all("(report=? AND id=?)" in step for step in looked)


def test_the_way_a_claim_came_is_told_in_order(case: Path) -> None:
    with Case(case, read_only=True) as held:
        rows = held.ask("SELECT claim, origin, link FROM source_chain")
        tellings = held.ask("SELECT position, report, start FROM claim_telling JOIN claim ON claim.id = claim")
    assert rows == sorted(rows)
    assert [r[0] for r in tellings] == sorted(r[0] for r in tellings)


def test_sqlite_utils_finds_the_keys_the_search_and_the_views(case: Path) -> None:
    sqlite_utils = pytest.importorskip("sqlite_utils")
    held = sqlite_utils.Database(str(case))
    assert held["report"].detect_fts() == "report_search"
    assert [row["id"] for row in held["report"].search("ferries", limit=1)]
    assert held["claim"].pks == ["id"]
    assert held["claim"].get("c2")["text"]
    keys = {(k.column, k.other_table, k.other_column) for k in held["claim_member"].foreign_keys}
    assert keys == {("claim", "claim", "id"), ("report", "report", "id")}
    assert {"chronicle", "claim_telling", "source_chain"} <= set(held.view_names())
    assert len(list(held["chronicle"].rows)) == held["chronicle_entry"].count


# ------------------------------------------------------------------------------------------------------------ STIX


def test_stix_is_valid_and_misp_keeps_claims_and_both_sides_of_a_conflict(case: Path, tmp_path: Path) -> None:
    validator = pytest.importorskip("stix2validator")
    misp = pytest.importorskip("misp_stix_converter")
    from stix2.parsing import parse

    path = tmp_path / "s.json"
    path.write_bytes(piped(case, "stix"))
    checked = validator.validate_file(str(path), validator.ValidationOptions(version="2.1"))
    assert checked.is_valid
    assert not [w for one in checked.object_results for w in one.warnings if "{103}" in str(w)]
    parser = misp.ExternalSTIX2toMISPParser()
    parser.load_stix_bundle(parse(json.loads(path.read_text("utf-8")), allow_custom=True))
    parser.parse_stix_bundle(single_event=False)
    events = json.dumps([json.loads(event.to_json()) for event in parser.misp_events])
    assert not dict(parser.errors)
    with Case(case, read_only=True) as held:
        found = held.findings.get()
    for conflict in found.conflicts:
        for claim in found.claims:
            if claim.id in conflict.claims:
                assert events.count(json.dumps(claim.text)[1:-1]) >= 2, "as a note, and against the other side"


# ------------------------------------------------------------------------------------------------------- workbooks


def test_reports_without_a_day_stand_last_in_a_workbook(tmp_path: Path) -> None:
    with Case(tmp_path / "a.case") as held:
        held.reports.add(Report("a", "No day is told.", digest="1"))
        held.reports.add(Report("b", "A day is told.", published="2031-05-02", digest="2"))
        assert [row[-1] for row in held.views.sheet("Reports")] == ["b", "a"]


def test_a_workbook_has_heads_that_stay_filters_and_no_formula_and_no_json(case: Path, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    (tmp_path / "w.xlsx").write_bytes(piped(case, "xlsx"))
    book = openpyxl.load_workbook(tmp_path / "w.xlsx")
    assert book.sheetnames[:3] == ["Chronicle", "Claims", "Who tells what"]
    cells = []
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
        cells += [c for row in sheet.iter_rows(min_row=2) for c in row if c.value is not None]
    assert all(c.data_type in "sn" and c.hyperlink is None for c in cells)
    assert not [c.value for c in cells if isinstance(c.value, str) and c.value[:2] in ('["', "[[", '{"', "[]")]
    assert {c.value for c in cells} >= {"Lanse Courier", "-1+1"}
    with Case(case, read_only=True) as held:
        assert {c.value for c in cells} >= {c.id for c in held.findings.get().claims}
