"""A large case is compared in parts: what comes, goes or is judged touches its own parts, and the outcome is the same."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_reading import MadeReading
from rashomon.case import Case, judge
from rashomon.case.finding_tables import ALL_CHOICES
from rashomon.case.part_rows import of_parts, part_place, places
from rashomon.case.reading_shelf import Readings
from rashomon.comparing import compare
from rashomon.engines import Machine, compare_again, correct, preview
from rashomon.engines.by_parts import ByParts
from rashomon.engines.changes import changes
from rashomon.records import Claim, Entity, Reading, Reason, Report

_MATTERS = (
    "Halim Lanse Brenta Corvo kelps spools tarns",
    "Orrin Pasque Delmar Quist lathes mallets cranes",
    "Tamsin Verro Ulmen Zerah orchards cisterns kilns",
    "Jorvik Nacre Fenn Abbas turbines gantries sluices",
    "Istel Quorn Wyke Mardo ferries pontoons anchors",
)
_SPEAKERS = ("Omar Sadiq", "Abu Karim", "Omar Sadiq", "Lena Holt", "Abu Karim")
_FIRST = 15  # reports of three matters, with which the epoch begins
_LARGE = 8
_TABLES = [
    "entity",
    "lineage",
    "story",
    "claim",
    "conflict",
    "chronicle_entry",
    "series",
    "entity_mention",
    "story_report",
    "claim_member",
    "claim_origin",
    "conflict_claim",
    "entry_claim",
    "entry_report",
    "entry_entity",
    "entry_type",
    "claim_entity",
    "entry_order",
    "chronicle_choice",
    "carrier",
    "part",
    "part_report",
    "part_vector",
    "part_entity",
    "part_frozen",
    "part_changed",
]


def made(matter: int, number: int) -> MadeReading:
    place, town, ship, firm, one, two, three = _MATTERS[matter].split()
    who = _SPEAKERS[matter]
    text = (
        f"Gunmen attacked the {place} depot with drones on Sunday.\n"
        f"{who} said that the bank of {town} had lost {one} and {two}.\n"
        f"The {ship} of {firm} carried {one}, {two} and {three} to {town} harbour."
    )
    text += f"\n{who} visited the {place} depot in week {number}." if number % 2 else f"\nThat was week {number}."
    report = MadeReading(f"{'abcde'[matter]}{number}", text, f"{2031 + matter}-03-1{number}", outlet=f"Post {number}")
    report.mention(f"{place} depot", "facility")
    report.tells("ASSAULT", "attacked", ("Gunmen",), (f"{place} depot",), date=f"{2031 + matter}-03-09")
    report.says(who, "said", f"the bank of {town} had lost {one} and {two}")
    if number % 2:
        report.tells("CONSULT", "visited", (who,), ())
    return report.told()


ALL = [made(matter, number) for matter in range(5) for number in range(5)]
BASE, MORE = ALL[:_FIRST], ALL[_FIRST:]


@pytest.fixture(autouse=True)
def large_is_little():
    module = sys.modules["rashomon.engines.compare_again"]
    was, module.LARGE = module.LARGE, _LARGE
    yield
    module.LARGE = was


def put(case: Case, some: list[MadeReading]) -> None:
    with case.transaction():
        for one in some:
            case.reports.add(one.report())
        case.readings.keep([one.reading() for one in some], "by hand")


def built(path: Path, some: list[MadeReading], frozen: list[tuple[str, bytes]] = ()) -> Path:
    with Case(path) as case:
        put(case, some)
        if frozen:
            case._connection.executemany("INSERT INTO part_frozen VALUES (?, ?)", frozen)
        compare_again(case)
    return path


def held(path: Path) -> dict[str, list[str]]:
    """Every row of every table of findings."""
    with Case(path) as case:
        rows = {table: sorted(map(repr, case.ask(f"SELECT * FROM {table}"))) for table in _TABLES}
        rows["search"] = sorted(map(repr, case.ask("SELECT rowid, kind, id, words FROM finding_search")))
        rows["seen"] = [repr(case.findings.get())]
        assert not case.findings.stale()
    return rows


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> Path:
    module = sys.modules["rashomon.engines.compare_again"]
    was, module.LARGE = module.LARGE, _LARGE
    path = built(tmp_path_factory.mktemp("local") / "base.case", BASE)
    module.LARGE = was
    return path


def corrections(path: Path):
    with Case(path) as case:
        named = {e.name: e.id for e in case.findings.entities()}
        told = [
            ("rename", [named["Omar Sadiq"]], "Omar al-Sadiq"),
            ("merge", [named["Omar Sadiq"], named["Abu Karim"]], ""),
            ("reject", ["a1:e1"], ""),
            ("re-date", ["b2:e1"], "2032-03-07"),
            ("same-source", ["a0:a1", "b1:a1"], ""),
        ]
        return [
            judge(case, kind, at, because="seen", who="A.", when=f"2031-05-01T10:00:0{n}.000000Z", value=value)
            for n, (kind, at, value) in enumerate(told)
        ]


def test_a_case_of_several_matters_has_several_parts(base):
    with Case(base) as case:
        (count,) = case.ask("SELECT count(*) FROM part")[0]
        assert count == 3
        assert len(case.findings.stories()) == 3


@pytest.fixture(scope="module")
def once(base, tmp_path_factory) -> dict[str, list[str]]:
    """All that is added and judged, at once: onto what was there, and from nothing within the same epoch."""
    folder = tmp_path_factory.mktemp("once")
    module = sys.modules["rashomon.engines.compare_again"]
    was, module.LARGE = module.LARGE, _LARGE
    onto, anew = Path(shutil.copy(base, folder / "onto.case")), folder / "anew.case"
    with Case(onto) as case:
        frozen = case.ask("SELECT key, value FROM part_frozen")
        put(case, MORE)
        correct(case, corrections(base))
        compare_again(case)
    with Case(anew) as case, case.transaction():
        case.corrections.add(corrections(base))
    built(anew, ALL[::-1], frozen)
    module.LARGE = was
    assert held(onto) == held(anew)
    return held(onto)


@settings(max_examples=2, deadline=None)
@given(st.permutations([("add", n) for n in range(len(MORE))] + [("judge", n) for n in range(5)]), st.integers(4, 9))
def test_however_reports_and_judgements_come_the_findings_are_those_of_one_build(base, once, steps, together):
    judgements = corrections(base)
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(base, Path(folder) / "steps.case"))
        with Case(path) as case:
            for at in range(0, len(steps), together):
                some = steps[at : at + together]
                put(case, [MORE[n] for kind, n in some if kind == "add"])
                correct(case, [judgements[n] for kind, n in some if kind == "judge"])
                compare_again(case)
        assert held(path) == once


def test_what_the_chronicle_can_be_narrowed_by_is_counted_along(base, tmp_path):
    with Case(shutil.copy(base, tmp_path / "x.case")) as case:

        def counted() -> list[tuple[object, ...]]:
            compare_again(case)
            told = sorted(case.ask("SELECT * FROM chronicle_choice"))
            assert told == sorted(case.ask(f"SELECT * FROM ({ALL_CHOICES})"))
            return told

        before = counted()
        assert {by for by, *_ in before} >= {"person", "outlet", "period", "type"}
        put(case, MORE[:4])
        assert counted() != before
        with case.transaction():
            case.readings.drop([BASE[0].id, MORE[1].id])
        counted()
        with case.transaction():
            case.reports.tell(BASE[1].id, "The Evening Post", None)
            case.readings.keep([BASE[1].reading()], "by hand")
        assert ("outlet", "The Evening Post") in {told[:2] for told in counted()}
        correct(
            case, [judge(case, "rename", [case.findings.named("Lena Holt")[0].id], because="seen", value="L. Holt")]
        )
        counted()


def test_what_is_added_and_taken_away_again_leaves_nothing(base, tmp_path):
    path = shutil.copy(base, tmp_path / "x.case")
    before = held(base)
    with Case(path) as case:
        put(case, MORE[:3])
        compare_again(case)
        with case.transaction():
            case.readings.drop([one.id for one in MORE[:3]])
        compare_again(case)
    assert held(path) == before


def test_an_added_report_writes_its_own_part_alone(base, tmp_path):
    path = shutil.copy(base, tmp_path / "x.case")
    added = made(0, 7)
    with Case(path) as case:
        (mine,) = case.ask("SELECT part FROM part_report WHERE report = 'a0'")[0]
        tables = ("claim", "lineage", "story", "conflict", "chronicle_entry", "series")
        watched = [f"CREATE TEMP TRIGGER {kind}_{t} AFTER {kind} ON {t} WHEN {row}.part <> {mine} BEGIN "
                   "SELECT raise(ABORT, 'a row of another part'); END"
                   for t in tables for kind, row in (("INSERT", "new"), ("DELETE", "old"))]  # fmt: skip
        for trigger in watched:
            case._connection.execute(trigger)
        put(case, [added])
        compare_again(case)
        assert case.ask("SELECT part FROM part_report WHERE report = 'a7'") == [(mine,)]


# pages of reports that were there (matter, number, address, outlet), what then comes or goes, why
PAGES = [
    ([(0, 0, "https://elm.example/1", "Elm Echo"), (1, 0, "https://oak.example/1", "Oak Post")],
     [(2, 0, "https://elm.example/2", "The Elm Echo")], "a second name comes up at a domain"),
    ([(0, 0, "https://elm.example/1", "Elm Echo"), (1, 0, "https://elm.example/2", "The Elm Echo")],
     [(2, 0, "https://elm.example/3", "The Elm Echo")], "another name is borne most by now"),
    ([(0, 0, "https://elm.example/1", "Elm Echo"), (1, 0, "https://elm.example/2", "The Elm Echo")],
     [(2, 0, "https://oak.example/1", "Oak Post")], "what comes lies elsewhere"),
    ([(0, 0, "https://elm.example/1", "Elm Echo"), (1, 0, "https://elm.example/2", "The Elm Echo")],
     [(2, 0, None, "The Elm Echo")], "what comes has no address"),
    ([(0, 0, "https://elm.example/1", "Elm Echo"), (1, 0, "https://elm.example/2", "The Elm Echo")],
     [(1, 0, "", "")], "one name goes"),
    ([(0, 0, "https://elm.example/1", "Elm Echo"), (1, 0, "https://oak.example/2", "The Elm Echo")],
     [(1, 0, "https://elm.example/9", "The Elm Echo")], "a report is found to lie elsewhere"),
]  # fmt: skip


@pytest.mark.parametrize(("there", "then", "why"), PAGES, ids=[why for *_, why in PAGES])
def test_by_which_name_an_outlet_goes_is_what_one_build_finds(tmp_path, there, then, why):
    def page(matter: int, number: int, url: str | None, outlet: str) -> tuple[Report, Reading]:
        one = made(matter, number)
        return replace(one.report(), url=url, outlet=outlet), replace(one.reading(), url=url, outlet=outlet)

    def take(case: Case, pages: list[tuple[int, int, str | None, str]]) -> None:
        with case.transaction():
            for told in pages:
                report, reading = page(*told)
                if not told[3]:
                    case.readings.drop([report.id])
                    continue
                if not case.reports.add(report):
                    case._connection.execute("UPDATE report SET url = ? WHERE id = ?", (report.url, report.id))
                case.readings.keep([reading], "by hand")

    rest = [(m, n, None, f"Post {n}") for m in range(3) for n in range(1, 5)]
    with Case(tmp_path / "onto.case") as case:
        take(case, [*rest, *there])
        compare_again(case)
        frozen = case.ask("SELECT key, value FROM part_frozen")
        take(case, then)
        compare_again(case)
        told = case.ask("SELECT * FROM carrier ORDER BY report")
    with Case(tmp_path / "anew.case") as case:
        take(case, [*rest, *there])
        take(case, then)
        case._connection.executemany("INSERT INTO part_frozen VALUES (?, ?)", frozen)
        compare_again(case)
        assert case.ask("SELECT * FROM carrier ORDER BY report") == told
    onto, anew = held(tmp_path / "onto.case"), held(tmp_path / "anew.case")
    assert {t for t in onto if onto[t] != anew[t]} == set()


def test_a_name_that_several_parts_bear_is_one_entity(base):
    with Case(base) as case:
        (one,) = case.findings.named("Omar Sadiq")
        assert {report[0] for report, _ in one.mentions} == {"a", "c"}


def first_places(case: Case) -> set[str]:
    """The ids that a case would give which is compared at once."""
    return {e.id for e in compare(list(case.reports), list(case.readings)).entities}


def test_who_has_an_id_keeps_it_as_a_case_grows_over_its_size_and_over_its_epochs(tmp_path):
    path = built(tmp_path / "grows.case", BASE[:_LARGE])
    with Case(path) as case:
        assert case.ask("SELECT count(*) FROM part") == [(0,)]
        small = {e.id: e for e in case.findings.entities()}
        assert small.keys() == first_places(case)
        put(case, BASE[_LARGE:])
        compare_again(case)
        assert case.ask("SELECT count(*) FROM part") == [(3,)]
        grown = {e.id: e for e in case.findings.entities()}
        put(case, [*MORE, *(made(m, n) for m in range(5) for n in range(5, 10))])
        compare_again(case)
        assert case.ask("SELECT value FROM part_frozen WHERE key = 'reports'") == [(b"50",)]
        doubled = {e.id: e for e in case.findings.entities()}
    for before, after in ((small, grown), (grown, doubled)):
        assert before.keys() <= after.keys()
        lost = {one.name: set(one.mentions) - set(after[i].mentions) for i, one in before.items()}
        assert {name for name, mentions in lost.items() if mentions} <= {"Gunmen"}, "whoever has no name stays apart"
        assert all(set(one.mentions) & set(after[i].mentions) for i, one in before.items())


def test_ids_do_not_hang_on_when_a_case_that_grew_in_time_came_to_be_large(base, tmp_path):
    with Case(built(tmp_path / "grows.case", BASE[:_LARGE])) as case:
        put(case, BASE[_LARGE:])
        compare_again(case)
        grown = {e.id for e in case.findings.entities()}
    with Case(base) as case:
        assert {e.id for e in case.findings.entities()} == grown


def test_an_earlier_report_takes_no_id_away_from_a_large_case_until_it_is_compared_afresh(base, tmp_path):
    earlier = MadeReading("0", "Omar Sadiq visited the Halim depot on Sunday.", "2030-01-01", outlet="Post")
    earlier.tells("CONSULT", "visited", ("Omar Sadiq",), ())
    with Case(shutil.copy(base, tmp_path / "x.case")) as case:
        (was,) = case.findings.named("Omar Sadiq")
        put(case, [earlier.told()])
        compare_again(case)
        (now,) = case.findings.named("Omar Sadiq")
        assert now.id == was.id
        assert any(report == "0" for report, _ in now.mentions)
        compare_again(case, afresh=True)
        (anew,) = case.findings.named("Omar Sadiq")
        assert anew.id != was.id
        assert [one.id for one in case.findings.some("entities", [was.id])] == [anew.id]


def test_a_person_who_is_renamed_is_renamed_in_every_part(base, tmp_path):
    path = shutil.copy(base, tmp_path / "x.case")
    with Case(path) as case:
        (one,) = case.findings.named("Omar Sadiq")
        correct(case, [judge(case, "rename", [one.id], because="seen", value="Omar Sadiq the Elder")])
        (renamed,) = case.findings.named("Omar Sadiq the Elder")
        assert renamed.mentions == one.mentions
        put(case, [made(2, 6)])
        compare_again(case)
        (renamed,) = case.findings.named("Omar Sadiq the Elder")
        assert ("c6", "m3") in renamed.mentions or any(r == "c6" for r, _ in renamed.mentions)


def test_what_is_foreseen_is_what_comes(base, tmp_path):
    for judgement in corrections(base)[:3:2]:
        with Case(shutil.copy(base, tmp_path / "x.case")) as case:
            before = case.findings.get()
            seen = preview(case, judgement)
            assert case.findings.get() == before
            told = correct(case, [judgement]).changes
            assert seen == told
            assert set(told) == set(changes(before, case.findings.get()))
            assert told


def test_workers_give_what_one_process_gives(base, tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules["rashomon.engines.by_parts"], "_WORTH", 1)
    path = shutil.copy(base, tmp_path / "x.case")
    told = []
    with Case(path) as case:
        compare_again(case, tell=lambda *step: told.append(step), afresh=True, engine=Machine(2))
    assert held(path) == held(base)
    assert told[-1] == ("comparing", len(BASE), len(BASE))


def test_what_waits_packed_and_is_written_a_few_parts_at_a_time_is_the_same(base, tmp_path, monkeypatch):
    path = shutil.copy(base, tmp_path / "x.case")
    monkeypatch.setattr(sys.modules["rashomon.engines.by_parts"], "_UNPACKED", 6)
    for together in (0, 6):
        monkeypatch.setattr(sys.modules["rashomon.case.renew"], "_TOGETHER", together)
        with Case(path) as case:
            compare_again(case, afresh=True)
        assert held(path) == held(base)
    with Case(path) as case:  # what stood in several parts is exchanged with what they tell now
        put(case, MORE)
        told = [made.packed() for made in ByParts(case, "").renewal(afresh=True).made]
        assert [one.packed() for one in told] == told
        correct(case, corrections(base))
    monkeypatch.undo()
    sys.modules["rashomon.engines.compare_again"].LARGE = _LARGE
    once = Path(shutil.copy(base, tmp_path / "once.case"))
    with Case(once) as case:
        put(case, MORE)
        correct(case, corrections(base))
    assert held(path) == held(once)


@pytest.mark.parametrize("judged", [False, True], ids=["as read", "as people corrected it"])
@pytest.mark.parametrize("remembered", [0, 4])
def test_a_case_that_no_memory_holds_is_loaded_whole_once(base, tmp_path, monkeypatch, remembered, judged):
    paths = [Path(shutil.copy(base, tmp_path / f"{name}.case")) for name in ("all", "few")]
    loaded: list[str] = []
    some = Readings.some

    def counted(self: Readings, reports: list[str], *, brief: bool = False):
        loaded.extend([] if brief else reports)
        return some(self, reports, brief=brief)

    found = []
    for path, most in zip(paths, (1024, remembered), strict=True):
        with Case(path) as case:
            if judged:
                with case.transaction():
                    case.corrections.add(corrections(base))
            with monkeypatch.context() as patch:
                patch.setattr(sys.modules["rashomon.engines.by_parts"], "_REMEMBERED", most)
                patch.setattr(Readings, "some", counted)
                ByParts(case, "anybody").renewal(afresh=True)
                if not judged:
                    assert sorted(loaded) == sorted(one.id for one in BASE)
                loaded.clear()
                compare_again(case, afresh=True)
                loaded.clear()
        found.append(held(path))
    assert found[0] == found[1]


@pytest.mark.parametrize("end", ["doubled", "afresh"])
def test_an_epoch_ends(base, tmp_path, end):
    path = shutil.copy(base, tmp_path / "x.case")
    with Case(path) as case:
        before = case.ask("SELECT value FROM part_frozen WHERE key = 'reports'")
        if end == "doubled":
            twice = [made(m, n) for m in range(5) for n in range(5, 10)]
            put(case, [*MORE, *twice])
            compare_again(case)
        else:
            put(case, MORE[:1])
            compare_again(case, afresh=True)
            first = case.findings.get()
            compare_again(case, afresh=True)
            assert case.findings.get() == first, "a new epoch over the same reports changes nothing"
        after = case.ask("SELECT value FROM part_frozen WHERE key = 'reports'")
    assert before == [(b"15",)]
    assert after == [(b"50",) if end == "doubled" else (b"16",)]


def test_a_case_that_shrinks_is_compared_at_once_again(base, tmp_path):
    path = shutil.copy(base, tmp_path / "x.case")
    with Case(path) as case:
        with case.transaction():
            case.readings.drop([one.id for one in BASE[_LARGE:]])
        compare_again(case)
        assert case.ask("SELECT count(*) FROM part") == [(0,)]
        assert case.ask("SELECT count(*) FROM part_vector") == [(0,)]
        assert case.findings.stories()
        assert case.ask("SELECT DISTINCT part FROM claim") == [(0,)]


def test_an_older_case_is_brought_forward(tmp_path, monkeypatch):
    path = tmp_path / "old.case"
    module = sys.modules["rashomon.case.connect"]
    steps = module.steps()
    with monkeypatch.context() as patch:
        patch.setattr(module, "steps", lambda: tuple(s for s in steps if s[0] < 15))
        Case(path).close()
    one = made(0, 0)
    with sqlite3.connect(path) as old:
        old.execute("INSERT INTO story (position, id, title, reports, because) VALUES (0, 's-1', 'x', '[]', 'alone')")
    with Case(path) as case:
        assert [s.id for s in case.findings.stories()] == ["s-1"]
        put(case, [one])
        assert case.parts.changed() == {one.id}
        compare_again(case)
        assert case.parts.changed() == set()
    compared = built(tmp_path / "new.case", [one])
    assert held(path) == held(compared)


def known(name: str, kind: str, *names: str, at: int, because: str = "") -> Entity:
    mentions = tuple((f"r{at}", f"m{n}") for n in range(1, at + 1))
    return Entity("n-1", name, kind, names, mentions, (Reason(because),) if because else ())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ([("Ada Holm", "person", ("Ada Holm",), 3)], ("Ada Holm", "person", ("Ada Holm",))),
        (
            [("Bank of Lanse", "organisation", ("Bank of Lanse",), 2), ("Lanse Bank", "group", ("Lanse Bank",), 5)],
            ("Lanse Bank", "group", ("Lanse Bank", "Bank of Lanse")),
        ),
        (
            [("Ada Holm", "person", ("Ada Holm", "Holm"), 2), ("Ada B. Holm", "person", ("Ada B. Holm", "Holm"), 3)],
            ("Ada B. Holm", "person", ("Holm", "Ada B. Holm", "Ada Holm")),
        ),
    ],
    ids=["of one part", "what most mentions have", "a name of both comes first"],
)
def test_an_entity_of_parts_is_told_as_one_in_any_order(parts, told):
    rows = [known(name, kind, *names, at=at) for name, kind, names, at in parts]
    one = of_parts(rows)
    assert (one.name, one.kind, one.names) == told
    assert of_parts(rows[::-1]) == one
    assert len(one.mentions) == sum(len(r.mentions) for r in rows)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=3), st.integers(0, 10**6)), max_size=60), st.integers(0, 40_000))
def test_every_row_has_a_place_of_its_own_within_its_part(tellings, day):
    part = part_place(day, "a")
    rows = [Claim(f"k-{n}", "", ((r, s, s + 1),), (), (), (1, 1)) for n, (r, s) in enumerate(tellings)]
    found = list(places(rows, part))
    assert len(set(found)) == len(rows)
    assert all(part << 20 <= place < part + 1 << 20 for place in found)
    assert max(found, default=0) < 1 << 61
