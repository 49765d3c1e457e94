"""The timeline of one entity across reports, on reports of our own."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.cli import main
from rashomon.comparing import compare, forms, resolve_name, timeline
from rashomon.comparing.entity_timeline import Part, joined
from rashomon.exports import schema
from rashomon.reading import read
from rashomon.records import Entity, Eventuality, Reason, Report, Timeline, TimelineEntry

REPORTS = (
    Report(
        "courier",
        "Marta Olin resigned from the Ferry Union on Tuesday. The union will elect a new leader in June. "
        "“I am tired,” Olin told the Lanse Courier.",
        outlet="Lanse Courier",
        published="2031-05-02",
    ),
    Report(
        "wire",
        "Marta Olin, leader of the Ferry Union, resigned from the Ferry Union on 29 April. Crews cheered Karl Brandt. "
        "A port official said Olin had founded the union in 2019.",
        outlet="Northern Wire",
        published="2031-05-03",
    ),
    Report(
        "mirror",
        "Crews cheered Karl Brandt. Marta Olin did not resign in March, a port official said.",
        outlet="Harbour Mirror",
        published="2031-05-04",
    ),
)


def told(name: str, reports: tuple[Report, ...] = REPORTS) -> Timeline:
    readings = {r.report: r for r in read(reports)}
    findings = compare(reports, readings.values())
    return timeline(name, {r.id: r for r in reports}, readings, findings.entities)


def entry(name: str, word: str) -> TimelineEntry:
    found = [e for e in told(name).entries if e.word == word and e.modality in ("asserted", "attributed")]
    assert len(found) == 1, found
    return found[0]


def test_one_thing_that_two_reports_tell_is_one_entry() -> None:
    resigned = entry("Marta Olin", "resign")
    assert {report for report, _ in resigned.members} == {"courier", "wire"}
    assert (resigned.date, resigned.earliest, resigned.latest) == ("2031-04-29",) * 3
    assert resigned.role == "agent"


def test_what_no_time_dates_stands_at_its_report_and_has_no_earliest_day() -> None:
    cheered = entry("Karl Brandt", "cheer")
    assert cheered.role == "patient"
    assert (cheered.earliest, cheered.latest) == (None, "2031-05-03")
    assert {report for report, _ in cheered.members} == {"mirror", "wire"}, "the same sentence is one thing"


def test_what_is_denied_is_not_what_happened() -> None:
    denied = [e for e in told("Marta Olin").entries if e.modality == "denied"]
    assert [(e.word, e.date) for e in denied] == [("resign", "2031-03")]


def test_entries_stand_in_the_order_of_their_days_undated_last() -> None:
    entries = told("Marta Olin").entries
    dated = [e.latest for e in entries if e.date]
    assert dated
    assert [e.date is None for e in entries] == sorted(e.date is None for e in entries)
    assert entries[0].date == "2019"


def test_the_order_of_the_reports_does_not_matter() -> None:
    assert told("Marta Olin") == told("Marta Olin", REPORTS[::-1])


def test_evidence_holds_the_word_that_tells() -> None:
    texts = {r.id: r.text for r in REPORTS}
    for one in told("Marta Olin").entries:
        report, start, end = one.evidence
        assert {"tell": "told", "find": "found"}.get(one.word, one.word[:3]) in texts[report][start:end].lower()
        assert one.because
        assert one.members


def test_a_name_that_nobody_bears_has_no_timeline() -> None:
    assert told("Ignatius Quell") == Timeline("Ignatius Quell", (), ())


_ENTITIES = (
    Entity("n1", "Marta Olin", "person", ("Marta Olin", "Olin"), ()),
    Entity("n2", "Norland Air Inc.", "organisation", ("Norland Air Inc.",), ()),
    Entity("n3", "Karl Brandt", "person", ("Karl Brandt", "Brandt"), ()),
    Entity("n4", "Otto Brandt", "person", ("Otto Brandt", "Brandt"), ()),
)


@pytest.mark.parametrize(
    ("name", "ids", "why"),
    [
        ("n3", ["n3"], "an id"),
        ("marta olin", ["n1"], "case does not matter"),
        ("the Norland Air", ["n2"], "nor the legal form"),
        ("Martha Olin", ["n1"], "the nearest spelling"),
        ("Brandt", ["n3", "n4"], "two bear it, both are given"),
        ("Great Sudo Yards", [], "nobody"),
        ("", [], "nothing asked"),
    ],
    ids=lambda v: v if isinstance(v, str) and " " in v else None,
)
def test_who_a_name_can_mean(name: str, ids: list[str], why: str) -> None:
    assert [e.id for e in resolve_name(name, _ENTITIES)] == ids, why


def test_a_name_is_also_its_end_and_its_model_number() -> None:
    assert forms("Harbour Crane H200") == ("Harbour Crane H200", "Crane H200", "H200")
    assert forms("Marta Olin") == ("Marta Olin",)
    assert forms("  ") == ()


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=30))
def test_any_name_can_be_asked_for(name: str) -> None:
    readings = {r.report: r for r in _READ}
    found = timeline(name, {r.id: r for r in REPORTS}, readings, ())
    assert found.name == name
    assert found.entities == ()


_READ = tuple(read(REPORTS))


# ------------------------------------------------------------------------------------------------- the command


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("timeline")
    lines = [{"id": r.id, "text": r.text, "outlet": r.outlet, "published": r.published} for r in REPORTS]
    (folder / "reports.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    built = CliRunner().invoke(
        main, ["build", str(folder / "union.case"), str(folder / "reports.jsonl"), "--any-language"]
    )
    assert built.exit_code == 0, built.output
    return folder / "union.case"


def test_the_command_prints_days_deeds_sentences_and_voices(case: Path) -> None:
    shown = CliRunner().invoke(main, ["timeline", str(case), "--of", "Marta Olin"])
    assert shown.exit_code == 0, shown.output
    for words in ("29 Apr 2031", "resign", "2 reports", "by ", "Lanse Courier itself", "port official", "(denied)"):
        assert words in shown.output, words


def test_the_command_gives_json_of_its_schema(case: Path) -> None:
    shown = CliRunner().invoke(main, ["timeline", str(case), "--of", "Karl Brandt", "--json"])
    found = json.loads(shown.stdout)
    jsonschema.Draft202012Validator(schema("timeline")).validate(found)
    assert [e["word"] for e in found["entries"]] == ["cheer"]
    assert found["entries"][0]["text"] == "Crews cheered Karl Brandt."


def test_who_is_not_in_the_case_is_an_error_in_one_line(case: Path) -> None:
    shown = CliRunner().invoke(main, ["timeline", str(case), "--of", "Ignatius Quell"])
    assert shown.exit_code == 1
    assert "is called 'Ignatius Quell'" in shown.stderr


# --------------------------------------------------------------------------------------------- what is one thing


def _part(report: str, lemma: str = "buy", **more: object) -> Part:
    fields = {
        "others": "ferries",
        "date": "2031-05-02",
        "basis": "clause:Friday",
        "words": report,
        "told": "2031-05-03",
    }
    given = fields | more
    kind = "REPORTING" if lemma == "say" else "OCCURRENCE"
    tense = "NONE" if lemma == "visit" else "PAST"
    row = Eventuality("v1", 0, 3, lemma, kind, tense, "NONE", given.get("modality", "asserted"), (), ())  # type: ignore[arg-type]
    others = frozenset(str(given["others"]).split())
    return Part(
        (report, "v1"),
        row,
        "agent",
        others,
        given["date"],
        Reason.of_text(given["basis"]),
        given["told"],
        (0, 3),
        given["words"],
    )  # type: ignore[arg-type]


ONE = [
    (_part("a"), _part("b"), True, "same others, same day"),
    (_part("a"), _part("b", "buying"), True, "another form of the word"),
    (_part("a"), _part("b", "sell"), False, "another word"),
    (_part("a"), _part("b", others="docks"), False, "others that differ"),
    (_part("a"), _part("b", date="2031-05-03"), False, "another day"),
    (_part("a"), _part("b", date="2031-05-02/2031-05-04"), True, "a stretch that holds the day"),
    (_part("a"), _part("b", date="2031"), False, "a year holds too much"),
    (_part("a"), _part("b", others=""), True, "nobody else named, one day given"),
    (_part("a"), _part("b", others="", basis="published"), False, "nobody else named, and only told that day"),
    (_part("a", "say"), _part("b", "say"), False, "two sayings of one day"),
    (_part("a", "say", words="w"), _part("b", "say", words="w"), True, "one saying, printed twice"),
    (_part("a", modality="denied"), _part("b"), False, "what is denied did not happen"),
    (_part("a", modality="attributed"), _part("b"), True, "what somebody says and what the report says"),
    (_part("a", modality="denied", date=None), _part("b", modality="denied", date=None), True, "denied twice in a week"),
    (_part("a", modality="planned", date=None), _part("b", modality="planned", date=None, told="2031-06-03"), False, "planned again a month later"),
    (_part("a", "visit", others="x"), _part("a", "visit", others="y", words="w"), True, "the visit, named again"),
    (_part("a", "visit", others="x"), _part("b", "visit", others="y"), False, "the visit of another report"),
    (_part("a", date=None), _part("b", date=None), False, "undated, and who knows when"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "one"), [r[:3] for r in ONE], ids=[r[3] for r in ONE])
def test_what_is_one_thing(a: Part, b: Part, one: bool) -> None:
    assert len(joined([a, b])) == len(joined([b, a])) == (1 if one else 2)


def test_cost_grows_with_the_rows() -> None:
    many = [
        _part(f"r{n}", "say" if n % 2 else "meet", others=f"x{n % 7}", date=f"20{n % 60 + 10}-05-02")
        for n in range(6000)
    ]
    assert sum(map(len, joined(many))) == 6000


def test_the_row_that_a_line_names_can_be_opened(case: Path) -> None:
    shown = CliRunner().invoke(main, ["timeline", str(case), "--of", "Karl Brandt"])
    assert "wire:v" in shown.output
    row = next(word for word in shown.output.split() if word.startswith("wire:v"))
    opened = CliRunner().invoke(main, ["show", str(case), "--why", row])
    assert opened.exit_code == 0, opened.output
    for words in ("eventuality", "Crews → Brandt", "cheered", "verb:cheer", "Crews cheered Karl Brandt."):
        assert words in opened.output, words


def test_an_event_dated_anew_gives_its_word_the_day() -> None:
    report = Report("r", "Rebels attacked the port of Lanse on Tuesday.", published="2031-05-02")
    (reading,) = read([report])
    assert reading.events
    anew = replace(
        reading,
        events=tuple(replace(e, date="2031-04-22", date_basis=Reason.of_text("correction")) for e in reading.events),
    )
    found = timeline("rebels", {"r": report}, {"r": anew}, ())
    assert [(e.word, e.date, str(e.date_basis)) for e in found.entries] == [("attack", "2031-04-22", "correction")]
