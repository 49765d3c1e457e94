"""What a person corrected is what everybody sees: SQL, lists, pages, the API and every export show the same rows.

Tomas Berg is read as who told of a crack in a dam; somebody who was there says that it was Omar Saleh.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import depot
from made_reading import MadeReading
from rashomon.case import Case, judge
from rashomon.case.browse import Narrow
from rashomon.case.corrections import to_lines
from rashomon.cli import main
from rashomon.engines import compare_again, correct, machines_own
from rashomon.exports import account, terminal, why
from rashomon.exports.returned import bring_back
from rashomon.formats import FORMATS, export
from rashomon.web.application import application
from written_out import everything, written

TEXTS = {
    "n": "Tomas Berg said that the dam at Hollin had cracked.\nTomas Berg left on Monday.",
    "s": "Omar Saleh visited Hollin on Tuesday.",
}
CRACK = "the dam at Hollin had cracked"


def _made():
    n, s = (MadeReading(i, text, "2031-03-11") for i, text in TEXTS.items())
    n.says("Tomas Berg", "said", CRACK).mention("Hollin", "place")
    s.tells("CONSULT", "visited", ("Omar Saleh",), (), date="2031-03-11", place=s.mention("Hollin", "place"))
    return [one.told() for one in (n, s)]


REPORTS = [replace(m.report(), outlet=outlet) for m, outlet in zip(_made(), ("North Echo", "South Lamp"), strict=True)]
READINGS = [replace(m.reading(), outlet=r.outlet) for m, r in zip(_made(), REPORTS, strict=True)]


@pytest.fixture
def case(tmp_path):
    with Case(tmp_path / "dam.case") as held:
        depot.keep(held, REPORTS, READINGS)
        assert speakers(held) == {"Tomas Berg"}
        correct(held, [judge(held, "re-attribute", ["n:a1"], because="I was there", who="A.", value="Omar Saleh")])
        yield held


def entity(case, name):
    (one,) = case.findings.named(name)
    return one.id


def crack(case):
    (one,) = [c for c in case.findings.get().claims if "cracked" in c.text]
    return one


def speakers(case):
    """Who makes the statement, as SQL joins the rows that every program sees."""
    asked = (
        "SELECT entity.name FROM attribution JOIN entity_mention AS link ON link.report = attribution.report "
        "AND link.mention = attribution.source_mention JOIN entity ON entity.id = link.entity"
    )
    return {name for (name,) in case.ask(asked)}


# ------------------------------------------------------------------------------------------------------------- SQL


SQL = [
    ("SELECT name FROM claim_entity JOIN entity ON entity.id = entity WHERE role = 'source'", "who is its source"),
    ("SELECT name FROM claim_origin WHERE kind = 'named_person'", "whose voice it has"),
    ("SELECT name FROM source_chain WHERE row = 'a1'", "the way it came"),
    ("SELECT said_by FROM chronicle WHERE sentence LIKE '%cracked%'", "who says the line"),
    (
        """SELECT chain.name FROM attribution
        JOIN mention ON mention.report = attribution.report AND mention.id = attribution.source_mention
        JOIN chain ON chain.report = mention.report AND chain.id = mention.chain""",
        "who is called its source in the report",
    ),
]


@pytest.mark.parametrize(("asked", "why_"), SQL, ids=[s[-1] for s in SQL])
def test_sql_of_any_program_sees_the_corrected_rows(case, asked, why_):
    with sqlite3.connect(case.path) as other:
        assert {name for (name,) in other.execute(asked)} == {"Omar Saleh"}
    other.close()


def test_sql_marks_them_and_holds_what_the_machine_read_beside(case):
    ((because, source),) = case.ask("SELECT because, source_mention FROM attribution WHERE report = 'n'")
    assert "corrected by A." in because
    asked = "SELECT one.value ->> 'source_mention' FROM machine_reading, json_each(layers, '$.attributions') AS one"
    ((own,),) = case.ask(asked)
    assert own == "m1" != source


def test_rejected_rows_are_gone_from_sql_and_dates_are_as_corrected(case):
    correct(case, [judge(case, "re-date", ["s:e1"], because="the log", who="A.", value="2031-03-09")])
    assert case.ask("SELECT date FROM event") == [("2031-03-09",)]
    assert case.ask("SELECT date FROM clause WHERE event IS NOT NULL") == [("2031-03-09",)]
    correct(case, [judge(case, "reject", ["s:e1"], because="no such visit", who="A.")])
    assert case.ask("SELECT count(*) FROM event") == [(0,)]


# ------------------------------------------------------------------------------------------- the case and its shelves


def test_a_list_by_who_said_it_names_the_one_and_not_the_other(case):
    claim = crack(case).id
    by = {name: [c.id for c in case.browse.claims(Narrow(entity=entity(case, name))).rows] for name in NAMES}
    assert claim in by["Omar Saleh"]
    assert claim not in by["Tomas Berg"]


NAMES = ("Tomas Berg", "Omar Saleh")


def test_the_readings_are_as_corrected_and_the_machines_own_is_beside(case):
    assert list(case.readings.machine) == list(READINGS)
    shown = case.readings.get("n")
    assert shown == case.corrections.overlay().over(READINGS[0]) != READINGS[0]
    assert case.readings.get("s") == READINGS[1]


def test_undone_nothing_is_left_of_it(case):
    (judgement,) = case.corrections
    correct(case, [judge(case, "undo", [judgement.id], because="no", who="A.")])
    assert list(case.readings) == list(case.readings.machine) == list(READINGS)
    assert case.ask("SELECT count(*) FROM machine_reading") == [(0,)]
    assert speakers(case) == {"Tomas Berg"}


def test_read_anew_it_is_laid_over_the_new_reading(case):
    with case.transaction():
        case.readings.keep([depot.renumbered(r) for r in READINGS], "another model")
    compare_again(case)
    assert [a.id for a in case.readings.machine.get("n").attributions] == ["a50"]
    assert speakers(case) == {"Omar Saleh"}


def test_a_report_that_goes_takes_both_along(case):
    with case.transaction():
        case.readings.drop(["n"])
    compare_again(case)
    assert case.ask("SELECT count(*) FROM machine_reading") == [(0,)]


def test_laying_it_again_writes_nothing(case):
    before = case.ask("SELECT total_changes()")
    with case.transaction():
        case.readings.lay(case.corrections.overlay())
    assert case.ask("SELECT total_changes()") == before


# ------------------------------------------------------------------------------------------- show, pages and the API


def test_what_is_shown_names_the_one_and_not_the_other(case):
    told = terminal(account(case), 200, everything=True)
    assert "— Omar Saleh (in North Echo)" in told
    assert "— Tomas Berg" not in told
    (opened,) = why(case, crack(case).id)
    assert "Omar Saleh" in str(opened)


@pytest.fixture
def web(case):
    made = application(case.path, hosts=frozenset({"testserver"}), token="", who="A.")
    with TestClient(made) as client:
        yield client


def test_the_api_gives_the_corrected_rows_and_the_machines_own_where_asked(case, web):
    claims = {n: web.get("/api/claims", params={"entity": entity(case, n)}).json()["rows"] for n in NAMES}
    assert [c["id"] for c in claims["Omar Saleh"] if "cracked" in c["text"]]
    assert not [c["id"] for c in claims["Tomas Berg"] if "cracked" in c["text"]]
    shown, own = (web.get("/api/readings/n", params=p).json() for p in ({}, {"raw": "1"}))
    assert shown["attributions"][0]["source_mention"] != "m1"
    assert own["attributions"][0]["source_mention"] == "m1"


def test_pages_tell_it_of_who_said_it(case, web):
    shown = {name: web.get(f"/entities/{entity(case, name)}").text for name in NAMES}
    assert {name: crack(case).id in page for name, page in shown.items()} == {"Omar Saleh": True, "Tomas Berg": False}
    names = shown["Omar Saleh"].partition("Names")[2].partition("</section>")[0]
    assert "Tomas Berg" not in names, "he is not called so"
    for page in (f"/claims/{crack(case).id}", "/claims?show=all", "/reports/n"):
        assert "Omar Saleh" in web.get(page).text, page


# ----------------------------------------------------------------------------------------------------------- exports

TELLS_NOBODY = {"bibtex", "csl", "reports", "geojson", "timelinejs", "polecat"}
"""Formats that tell of reports, places or events, and of no statement's source."""


@pytest.mark.parametrize("to", [f for f in FORMATS if f not in TELLS_NOBODY])
def test_every_export_differs_by_who_said_it_and_comes_back_undone(case, tmp_path, to):
    path, _ = written(case, to, tmp_path / "corrected")
    (judgement,) = case.corrections
    correct(case, [judge(case, "undo", [judgement.id], because="no", who="A.")])
    own, _ = written(case, to, tmp_path / "own")
    told, before = everything(path), everything(own)
    assert told.count("Omar Saleh") > before.count("Omar Saleh") or to in ("docbin", "brat"), to
    assert told != before


@pytest.mark.parametrize("files", [("annotations",), ("reports", "readings", "findings", "corrections")], ids="+".join)
def test_what_goes_out_comes_back_with_what_the_machine_had_read(case, tmp_path, files):
    paths = [export(case, to, tmp_path / to) for to in files if to != "corrections"]
    if "corrections" in files:
        (tmp_path / "corrections").write_text(to_lines(case.corrections), "utf-8")
        paths.append(tmp_path / "corrections")
    with Case(tmp_path / "again.case") as again:
        bring_back(again, paths)
        assert list(again.readings) == list(case.readings)
        assert list(again.readings.machine) == list(READINGS)
        assert speakers(again) == {"Omar Saleh"}
        compare_again(again)
        assert depot.found(again) == depot.found(case)


# ------------------------------------------------------------------------------------------------------ the machine's own


def run(*words):
    done = CliRunner().invoke(main, [str(w) for w in words], prog_name="rashomon")
    assert done.exit_code == 0, done.output
    return done.stdout


def test_raw_shows_and_writes_what_the_machine_alone_made_and_leaves_the_case_as_it_is(case, tmp_path):
    before = depot.found(case)
    assert "— Omar Saleh (in North Echo)" in run("show", case.path)
    assert "— Tomas Berg (in North Echo)" in run("show", case.path, "--raw")
    assert "Tomas Berg" in run("timeline", case.path, "--of", "Tomas Berg", "--raw")
    (judgement,) = case.corrections
    paths = {}
    for to in ("readings", "findings", "annotations"):
        paths[to] = tmp_path / to
        assert run("export", case.path, "--to", to, "--raw", "-o", paths[to]) == f"{paths[to]}\n"
    assert run("export", case.path, "--to", "markdown", "--raw") == f"{tmp_path / 'dam.chronicle.md'}\n"
    assert depot.found(case) == before, "the case is as it was"
    correct(case, [judge(case, "undo", [judgement.id], because="no", who="A.")])
    for to in ("readings", "findings"):
        assert export(case, to, tmp_path / f"{to}.undone").read_bytes() == paths[to].read_bytes(), to


def test_raw_of_a_case_that_nobody_corrected_is_the_case_itself(tmp_path):
    with Case(tmp_path / "dam.case") as held:
        depot.keep(held, REPORTS, READINGS)
        with machines_own(held) as own:
            assert own is held


def test_a_copy_that_nobody_judged_keeps_judgements_from_then_on(case):
    with machines_own(case) as own:
        assert own.path == case.path
        assert len(own.corrections) == 0
        correct(own, [judge(own, "note", ["n:a1"], because="x", value="y")])
        with pytest.raises(sqlite3.IntegrityError, match="undo it"):
            own.ask("DELETE FROM judgement")
