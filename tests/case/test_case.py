"""The case: kept whole, written once, brought forward, read beside a writer, opened again after a kill."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import harbour
from any_records import any_record, findings, hypothesis_settings, readings
from rashomon.case import Case, CaseError, connect, restore
from rashomon.case.connect import APPLICATION_ID, steps, text_digests
from rashomon.case.reading_shelf import packed, unpacked
from rashomon.case.row import row
from rashomon.records import (
    Attribution,
    Chain,
    ChronicleEntry,
    Claim,
    Clause,
    Conflict,
    Credit,
    Entity,
    Event,
    Eventuality,
    Findings,
    Lineage,
    Mention,
    Publication,
    Reading,
    Reason,
    Refusal,
    Region,
    Report,
    Series,
    Story,
    Timex,
    Word,
)
from repository import ENVIRONMENT


@pytest.fixture
def case(tmp_path):
    with Case(tmp_path / "harbour.case") as held:
        yield held


def dump(path):
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


def test_a_case_gives_back_what_was_kept(case):
    harbour.keep(case)
    assert list(case.reports) == list(harbour.REPORTS)
    assert list(case.readings) == list(harbour.READINGS)
    assert case.findings.get() == harbour.FINDINGS


@hypothesis_settings
@given(reading=readings)
def test_any_reading_comes_back_equal(case, reading):
    with case.transaction():
        case.reports.add(Report("r", "text"))
        case.readings.keep([reading], "test")
    assert case.readings.get("r") == reading
    (brief,) = case.readings.machine.some(["r"], brief=True)
    told = ("published", "title", "outlet", "regions", "mentions", "chains", "credits")
    assert [getattr(brief, name) for name in told] == [getattr(reading, name) for name in told]
    assert (brief.words, brief.clauses, brief.attributions) == ((), (), ())


@hypothesis_settings
@given(found=findings)
def test_any_findings_come_back_equal(case, found):
    case.ask("PRAGMA foreign_keys = OFF")  # drawn rows name rows that are not there
    with case.transaction():
        case.findings.keep(found, "basis")
    assert case.findings.get() == found


def test_what_names_a_row_that_is_not_there_is_no_link(case):
    harbour.keep(case)
    lost = harbour.FINDINGS.claims[0].id
    with case.transaction():
        case.findings.keep(replace(harbour.FINDINGS, claims=harbour.FINDINGS.claims[1:]), "basis")
    assert not case.ask("SELECT * FROM entry_claim WHERE claim = ?", lost)
    assert case.ask("SELECT count(*) FROM entry_claim") != [(0,)]
    assert not case.ask("PRAGMA foreign_key_check")


def test_a_finding_about_no_report_is_not_kept(case):
    harbour.keep(case)
    strange = replace(harbour.FINDINGS.lineage[0], report="elsewhere")
    told = "a row of lineage names a row of report that is not there"
    with pytest.raises(CaseError, match=told), case.transaction():
        case.findings.keep(replace(harbour.FINDINGS, lineage=(strange,)), "basis")
    assert case.findings.get() == harbour.FINDINGS


def test_a_case_made_before_links_were_keys_keeps_all_that_belongs_to_its_reports(tmp_path):
    path = tmp_path / "old.case"
    with sqlite3.connect(path) as old:
        text_digests(old)
        for number, script in steps():
            if number < 16:
                old.executescript(script)
                old.execute(f"PRAGMA user_version = {number}")
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.executescript(
            """
            INSERT INTO report (id, text, digest, input) VALUES ('r', 'The ferry sailed.', 'd', 'i');
            INSERT INTO reading (report, reader, basis, because, language) VALUES ('r', 'x', 'unknown', '', 'en');
            INSERT INTO sentence VALUES ('r', 0, 0, 17);
            INSERT INTO acquisition VALUES ('r', 'i', 'd', '2031-05-03');
            INSERT INTO text_digest VALUES ('r', text_sha256('The ferry sailed.'));
            INSERT INTO claim (id, text, evidence, members, origins, independent_origins, because)
            VALUES ('k', 'The ferry sailed', '[]', '[]', '[]', '[1, 1]', 'x');
            INSERT INTO claim_member VALUES ('k', 'r', 's1'), ('gone', 'r', 's1');
            INSERT INTO chronicle_entry
            (id, title, events, claims, independent_origins, conflicts, story, period, because)
            VALUES ('e', 'The ferry sailed', '[]', '["k"]', '[1, 1]', '[]', '', 'story', 'x');
            """
        )
    with Case(path) as case:
        assert case.ask("SELECT report, position FROM sentence") == [("r", 0)]
        assert case.ask("SELECT report FROM acquisition") == [("r",)]
        assert [r.text for r in case.reports] == ["The ferry sailed."]
        assert [found for found, _ in case.reports.search("ferry")] == ["r"]
        assert case.ask("SELECT * FROM claim_member") == [("k", "r", "s1")]
        assert [line.story for line in case.findings.loose()] == [""]
        assert case.ask("PRAGMA foreign_keys") == [(1,)]
        assert case.ask("PRAGMA foreign_key_check") == []
        with case.transaction():
            case.reports.add(Report("s", "It sank."))
        assert case.ask("SELECT number, id FROM report ORDER BY number") == [(1, "r"), (2, "s")]


def test_every_link_is_a_foreign_key_to_the_primary_key_of_what_it_names(case):
    named = {c: c for c in ("claim", "conflict", "entity", "report", "story")} | {"entry": "chronicle_entry"}
    ids = {t: [c[1] for c in case.ask(f"PRAGMA table_info({t})") if c[5]] for t in named.values()}
    assert set(map(tuple, ids.values())) == {("id",)}
    loose = {
        (table, column[1])
        for table, kind in case.tables().items()
        for column in case.ask(f"PRAGMA table_info({table})")
        if kind == "table" and column[1] in named and table != named[column[1]]
        if column[1] not in {key[3] for key in case.ask(f"PRAGMA foreign_key_list({table})")}
    }
    as_it_was_when_told = {("told_conflict", "conflict"), ("told_report", "report"), ("told_statement", "report")}
    assert loose == {*as_it_was_when_told, ("refusal", "report")}, "a refusal has '' where no report came of it"


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        (Report, "report"),
        (Region, "region"),
        (Mention, "mention"),
        (Chain, "chain"),
        (Timex, "timex"),
        (Attribution, "attribution"),
        (Event, "event"),
        (Credit, "credit"),
        (Eventuality, "eventuality"),
        (Clause, "clause"),
        (Entity, "entity"),
        (Lineage, "lineage"),
        (Story, "story"),
        (Claim, "claim"),
        (Conflict, "conflict"),
        (ChronicleEntry, "chronicle_entry"),
        (Series, "series"),
    ],
    ids=lambda v: v if isinstance(v, str) else v.__name__,
)
def test_every_field_of_a_record_is_a_column_of_its_table(case, kind, table):
    columns, _ = case.table(table)
    assert (
        {*row(kind, table).columns} <= {*columns} <= {*row(kind, table).columns, "number", "position", "report", "part"}
    )
    named = tuple(f.name for f in fields(kind))
    assert row(kind, table).columns[: len(named)] == named
    assert {c.removesuffix("_parts") for c in row(kind, table).columns[len(named) :]} <= {"because", "date_basis"}


def test_an_empty_case_waits_for_nothing(case):
    assert not case.findings.stale()
    assert case.findings.get() == Findings()
    assert case.readings.model() is None


def test_the_same_bytes_again_change_nothing_whatever_they_are_called(case):
    harbour.keep(case)
    before = dump(case.path)
    with case.transaction():
        added = [case.reports.add(replace(r, id=f"other-{r.id}", input="elsewhere")) for r in harbour.REPORTS]
    assert added == [None] * len(harbour.REPORTS)
    assert dump(case.path) == before


def test_two_reports_of_one_name_are_told_apart(case):
    with case.transaction():
        ids = [case.reports.add(Report("note", text)) for text in ("one", "two", "one")]
    assert ids[0] == "note"
    assert ids[1].startswith("note~")
    assert ids[2] is None
    assert {r.id: r.text for r in case.reports} == {ids[0]: "one", ids[1]: "two"}


def test_names_that_no_encoding_explains_are_kept_as_escapes_but_such_a_text_is_refused(case):
    with case.transaction():
        assert case.reports.add(Report("caf\udce9", "text", input="caf\udce9.txt")) == "caf\\udce9"
        with pytest.raises(ValueError, match="surrogates"):
            case.reports.add(Report("broken", "a \ud800 b"))


def test_a_transaction_is_whole_or_not_at_all(case):
    def half_done():
        with case.transaction():
            case.reports.add(Report("a", "text"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_done()
    assert len(case.reports) == 0


def test_pending_are_the_reports_that_this_reader_has_not_tried(case):
    with case.transaction():
        for name in "abc":
            case.reports.add(Report(name, f"text {name}", input=f"{name}.txt"))
        case.readings.keep([Reading("a", Publication(None, "unknown"), "en", None, None, None)], "first")
        case.refusals.keep(Refusal("b.txt", "broken", "mend it"), "b", "first")
    assert case.readings.pending("first") == ["c"]
    assert case.readings.pending("second") == ["a", "b", "c"]
    assert case.readings.model() == "first"


def test_findings_are_current_until_a_reading_changes(case):
    harbour.keep(case)
    basis = case.findings.basis("by hand")
    assert case.findings.current(basis)
    assert not case.findings.stale()
    assert not case.findings.current(case.findings.basis("another version"))
    with case.transaction():
        case.readings.drop(["wire"])
    assert not case.findings.current(case.findings.basis("by hand"))
    assert case.findings.stale()


def test_a_refusal_is_forgotten_when_its_input_is_taken_in(case):
    with case.transaction():
        case.refusals.keep(Refusal("a.txt", "empty", "leave it out"))
        case.refusals.keep(Refusal("a.txt", "unreadable", "mend it"), "a", "reader")
        case.refusals.drop(source="a.txt")
    assert list(case.refusals) == [Refusal("a.txt", "unreadable", "mend it")]
    with case.transaction():
        case.refusals.drop(report="a")
    assert list(case.refusals) == []


def test_the_views_tell_the_story_in_rows(case):
    harbour.keep(case)
    columns, rows = case.table("chronicle")
    chronicle = [dict(zip(columns, values, strict=True)) for values in rows]
    assert [(c["id"], c["date"], c["origins_at_least"], c["reports"], c["conflicts"]) for c in chronicle] == [
        ("h1", "2031-05-02", 1, 3, 0),
        ("h2", "2031-05-02/2031-05-04", 0, 1, 1),
        ("h3", None, 0, 1, 0),
    ]
    assert chronicle[0]["said_by"] == "Marta Olin"
    columns, rows = case.table("claim_matrix")
    assert [(r[0], r[3], r[4]) for r in rows] == [
        ("c1", "courier", "says, per a source"),
        ("c1", "mirror", "says, per a source"),
        ("c1", "wire", "says, per a source"),
        ("c2", "wire", "says, per a source"),
        ("c3", "authority", "denies"),
    ]
    columns, rows = case.table("source_chain")
    chain = [dict(zip(columns, values, strict=True)) for values in rows]
    assert [(c["name"], c["outlet"], c["source"], c["cue"]) for c in chain][:2] == [
        ("Marta Olin", "Lanse Courier", "Olin", "told"),
        ("Marta Olin", "Harbour <b>Mirror</b>", "Marta Olin", "told"),
    ]


def test_search_finds_words_in_any_order_and_without_accents(case):
    with case.transaction():
        case.reports.add(Report("a", "The café owner met Müller."))
        case.reports.add(Report("b", "Nothing of note."))
    assert [i for i, _ in case.reports.search("muller cafe")] == ["a"]
    assert case.reports.search('"unbalanced AND (') == []
    assert case.reports.search("  ") == []


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda p: p.write_text("just a text"), "not a rashomon case"),
        (lambda p: p.write_bytes(os.urandom(4096)), "not a rashomon case"),
        (lambda p: sqlite3.connect(p).execute("CREATE TABLE other (x)").connection.close(), "not a rashomon case"),
        (lambda p: p.mkdir(), "is a folder"),
    ],
    ids=["a text file", "random bytes", "another program's database", "a folder"],
)
@pytest.mark.parametrize("read_only", [True, False])
def test_what_is_not_a_case_is_refused_in_one_clear_line(tmp_path, make, says, read_only):
    path = tmp_path / "odd.case"
    make(path)
    kept = path.read_bytes() if path.is_file() else b""
    with pytest.raises(CaseError, match=says) as error:
        Case(path, read_only=read_only)
    assert "\n" not in str(error.value)
    assert (path.read_bytes() if path.is_file() else b"") == kept, "it was written to"


def test_a_newer_case_is_refused_and_says_to_upgrade(tmp_path):
    path = tmp_path / "new.case"
    Case(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    for read_only in (True, False):
        with pytest.raises(CaseError, match=r"newer rashomon.*upgrade"):
            Case(path, read_only=read_only)


def test_a_case_that_is_not_there_is_not_made_by_looking(tmp_path):
    with pytest.raises(CaseError, match="no case"):
        Case(tmp_path / "none.case", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_an_older_case_is_brought_forward_and_keeps_its_rows(tmp_path, monkeypatch):
    path = tmp_path / "old.case"
    with Case(path) as case:
        harbour.keep(case)
    module = sys.modules["rashomon.case.connect"]
    first = module.steps()
    later = (*first, (first[-1][0] + 1, "CREATE TABLE shelf_to_come (x TEXT) STRICT;"))
    monkeypatch.setattr(module, "steps", lambda: later)
    with pytest.raises(CaseError, match="older"):
        Case(path, read_only=True)
    with Case(path) as case:
        assert "shelf_to_come" in case.tables()
        assert case.findings.get() == harbour.FINDINGS


def test_a_case_without_clauses_is_read_and_compared_again(tmp_path, monkeypatch):
    path = tmp_path / "old.case"
    module = sys.modules["rashomon.case.connect"]
    steps = module.steps()
    with monkeypatch.context() as patch:
        patch.setattr(module, "steps", lambda: tuple(s for s in steps if s[0] < 9))
        Case(path).close()
    with sqlite3.connect(path) as old:
        old.execute("INSERT INTO report (id, text, digest, input) VALUES ('a', 'Crews left.', 'd', 'a.txt')")
        old.execute(
            "INSERT INTO reading (report, reader, basis, because, language) VALUES ('a', 'rashomon 1 m', '', '', 'en')"
        )
        old.execute("INSERT INTO conflict VALUES (0, 'x1', '[\"c1\",\"c2\"]', 'denial', 'denial:deny')")
        old.execute("UPDATE setting SET value = '0 rashomon 1 ' WHERE key = 'compared'")
    with Case(path) as case:
        assert case.readings.pending("rashomon 1 m") == ["a"]
        assert case.readings.model() == "m"
        assert case.readings.get("a").words == ()
        assert case.findings.conflicts() == [Conflict("x1", ("c1", "c2"), "denial", Reason.of_text("denial:deny"))]
        assert not case.findings.current("0 rashomon 1 ")


@given(words=st.lists(any_record(Word), max_size=5))
def test_packed_words_come_back_equal(words):
    assert unpacked(packed(words)) == tuple(words)


def test_the_view_of_tellings_quotes_the_reports(case):
    harbour.keep(case)
    columns, rows = case.table("claim_telling")
    assert [[row[columns.index(c)] for c in ("claim", "report", "words", "stance")] for row in rows] == [
        ["c2", "wire", "Forty sailings were cancelled", "says"],
        ["c3", "authority", "any sailing had been cancelled", "denies"],
    ]


def test_two_that_make_one_case_at_once_both_have_it(tmp_path):
    def make(path):
        with Case(path) as case:
            return len(case.reports)

    with ThreadPoolExecutor(4) as threads:
        for n in range(8):
            assert list(threads.map(make, [tmp_path / f"{n}.case"] * 4)) == [0] * 4


def test_a_step_that_fails_leaves_the_case_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "old.case"
    Case(path).close()
    module = sys.modules["rashomon.case.connect"]
    first = module.steps()
    broken = (*first, (first[-1][0] + 1, "CREATE TABLE half_done (x TEXT); SELECT nonsense FROM nowhere;"))
    with monkeypatch.context() as patch:
        patch.setattr(module, "steps", lambda: broken)
        with pytest.raises(CaseError, match="made ready"):
            Case(path)
    with Case(path) as case:
        assert "half_done" not in case.tables()


def test_the_steps_are_numbered_without_a_gap():
    assert [n for n, _ in sys.modules["rashomon.case.connect"].steps()] == list(
        range(1, len(sys.modules["rashomon.case.connect"].steps()) + 1)
    )
    assert callable(connect.migrate)


def test_a_reader_reads_beside_a_writer(case):
    harbour.keep(case)
    with case.transaction():
        case.reports.add(Report("new", "a report on its way"))
        with Case(case.path, read_only=True) as reader:
            assert len(reader.reports) == len(harbour.REPORTS)
            assert reader.findings.get() == harbour.FINDINGS
    with Case(case.path, read_only=True) as reader:
        assert len(reader.reports) == len(harbour.REPORTS) + 1


def test_a_reader_cannot_write(case):
    with (
        Case(case.path, read_only=True) as reader,
        pytest.raises(CaseError, match="cannot be written"),
        reader.transaction(),
    ):
        reader.reports.add(Report("x", "text"))


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_a_case_killed_while_written_to_is_whole(tmp_path):
    path = tmp_path / "killed.case"
    code = (
        "import itertools, sys\nfrom rashomon.case import Case\nfrom rashomon.records import Report\n"
        "case = Case(sys.argv[1])\n"
        "for n in itertools.count():\n"
        "    with case.transaction():\n"
        "        for half in 'ab': case.reports.add(Report(f'{n}{half}', f'text {n} {half}'))\n"
        "    print(n, flush=True)\n"
    )
    for _ in range(2):
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(path)],
            stdout=subprocess.PIPE,
            env=ENVIRONMENT,
        )
        last = [int(process.stdout.readline()) for _ in range(20)][-1]
        time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        with Case(path) as case:
            ids = [r.id for r in case.reports]
            assert len(ids) % 2 == 0, "half a transaction"
            assert len(ids) >= 2 * (last + 1), "a committed row was lost"
            assert case.table("report") is not None
            check = sqlite3.connect(path)
            assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            check.close()
            path.unlink()


@pytest.mark.parametrize(
    ("kind", "value", "why"),
    [
        (Region, {"start": 1, "end": 2}, "a field is missing"),
        (Region, {"start": "1", "end": 2, "kind": "headline"}, "a number is a text"),
        (Region, {"start": 1, "end": 2, "kind": "footer"}, "a kind is unknown"),
        (Region, [1, 2, "headline"], "an object is a list"),
        (Conflict, {"id": "x", "claims": ["a"], "kind": "denial"}, "one claim alone"),
        (Story, {"id": "s", "title": "t", "reports": "abc", "start": None, "end": None}, "a list is a text"),
        (Attribution, {"id": "a", "source": [[1]], "cue": [], "content": [], "source_kind": "outlet"}, "half a span"),
        (Region, {"start": True, "end": 2, "kind": "headline"}, "a number is a truth"),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_what_is_not_a_record_is_not_restored(kind, value, why):
    with pytest.raises(ValueError):
        restore(kind, value)
