"""The sample case: what was planted in `examples/port-halim` is found, and what was planted as a trap is not.

Each row of the tables names phrases that stand in reports; a row is found where a claim's evidence holds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from rashomon.comparing import compare
from rashomon.intake import intake
from rashomon.reading import read
from rashomon.records import ChronicleEntry, Claim, Evidence, Findings, Report
from rashomon.sample import sample

_BRACKET = re.compile(r"\[[^\]]*\]")
Place = tuple[str, str]  # report, phrase


class Sample:
    def __init__(self) -> None:
        self.reports = {r.id: r for r in intake([str(sample())]) if isinstance(r, Report)}
        self.readings = {r.report: r for r in read(self.reports.values())}
        self.found: Findings = compare(self.reports.values(), self.readings.values())
        self.claims = {c.id: c for c in self.found.claims}

    def holds(self, evidence: Iterable[Evidence], place: Place) -> bool:
        report, phrase = place
        at = self.reports[report].text.index(phrase)
        return any(r == report and s < at + len(phrase) and at < e for r, s, e in evidence)

    def claim(self, *places: Place) -> list[Claim]:
        return [c for c in self.claims.values() if all(self.holds(c.evidence, p) for p in places)]

    def conflicts(self, a: Place, b: Place) -> set[str]:
        kinds = set()
        for x in self.found.conflicts:
            one, other = (self.claims[c].evidence for c in x.claims)
            if (self.holds(one, a) and self.holds(other, b)) or (self.holds(one, b) and self.holds(other, a)):
                kinds.add(x.kind)
        return kinds

    def entries(self, place: Place) -> list[ChronicleEntry]:
        return [e for e in self.found.chronicle if any(self.holds(self.claims[c].evidence, place) for c in e.claims)]


@pytest.fixture(scope="module")
def case() -> Sample:
    return Sample()


CONFLICTS = [
    (
        ("levant-wire-0310", "attacking the depot with two drones"),
        ("al-manara-0311", "the group attacked the depot"),
        "denial",
        "the group denies what the minister accuses it of",
    ),
    (
        ("al-manara-0311", "were launched from a farm"),
        ("radio-tell-amar-0312", "drones had been launched from Qadesh"),
        "denial",
        "the neighbour denies that the drones came from it",
    ),
    (
        ("radio-tell-amar-0312", "to ask Qadesh for mediation"),
        ("meridian-post-0313", "to warn Qadesh against sheltering"),
        "purpose",
        "one journey, two purposes",
    ),
    (
        ("halim-observer-0312", "killed 19 people"),
        ("halim-observer-0312", "at least 30 people were killed"),
        "number",
        "two counts on one day",
    ),
]


@pytest.mark.parametrize(("a", "b", "kind", "why"), CONFLICTS, ids=[c[3] for c in CONFLICTS])
def test_planted_conflicts(case: Sample, a: Place, b: Place, kind: str, why: str) -> None:
    assert kind in case.conflicts(a, b), why


NO_CONFLICT = [
    (("levant-wire-0310", "killing at least seven people"), ("levant-wire-0311", "rose to 12"), "a toll that grows"),
    (("levant-wire-0211", "injured three workers"), ("levant-wire-0310", "injuring 20"), "two blasts a month apart"),
    (
        ("meridian-post-0312", "could expel the Qadeshi ambassador"),
        ("meridian-post-0313", "will not expel the Qadeshi ambassador"),
        "a fear is not an act",
    ),
    (("levant-wire-0310", "called for calm"), ("harbour-times-0310", "called for calm"), "a reprint agrees"),
]


@pytest.mark.parametrize(("a", "b", "why"), NO_CONFLICT, ids=[c[2] for c in NO_CONFLICT])
def test_planted_traps_are_no_conflicts(case: Sample, a: Place, b: Place, why: str) -> None:
    assert case.conflicts(a, b) == set(), why


ORIGINS = [
    (("levant-wire-0310", "Khaled Mansouri accused"), (1, 1), 4, "an accusation in four copies has one origin"),
    (("al-manara-0311", "Zahrian radar"), (1, 1), 2, "one unnamed source in two outlets"),
]


@pytest.mark.parametrize(("place", "bounds", "reports", "why"), ORIGINS, ids=[o[3] for o in ORIGINS])
def test_planted_origins(case: Sample, place: Place, bounds: tuple[int, int], reports: int, why: str) -> None:
    best = max(case.claim(place), key=lambda c: len({m[0] for m in c.members}))
    assert len({m[0] for m in best.members}) >= reports, why
    assert best.independent_origins == bounds, (why, best.origins)


def test_the_accusation_stands_once_and_dated(case: Sample) -> None:
    (accused,) = case.entries(("levant-wire-0310", "Khaled Mansouri accused"))
    assert accused.date == "2024-03-09/2024-03-10"  # no day stands in the sentence: the eve or the day of the report


REPRINTS = [
    ("harbour-times-0310", "levant-wire-0310"),
    ("daily-lantern-0311", "levant-wire-0310"),
    ("coastal-mirror-0311", "levant-wire-0310"),
    ("zahria-today-0311", "al-manara-0311"),
]


@pytest.mark.parametrize(("copy", "original"), REPRINTS)
def test_planted_copies_derive_from_their_original(case: Sample, copy: str, original: str) -> None:
    assert original in {row.origin for row in case.found.lineage if row.report == copy}


def test_what_is_no_copy_derives_from_no_report(case: Sample) -> None:
    derived = {row.report for row in case.found.lineage if row.origin in case.reports}
    assert derived == {copy for copy, _ in REPRINTS}


ONE = [
    ({"Yousef al-Darwish", "Yusuf Darwish", "Youssef Al Darwich"}, "three spellings of a prime minister"),
    ({"Khaled Mansouri", "Khalid al-Mansuri"}, "two spellings of a minister"),
    ({"Abu Talib al-Bahri", "Abu Taleb Al-Bahri"}, "two spellings of a spokesman"),
    ({"Samira Haddad", "Sameera Haddad"}, "two spellings of an envoy"),
    ({"Jaysh al-Sahil", "Army of the Coast"}, "a group under its name and its translation"),
]


@pytest.mark.parametrize(("names", "why"), ONE, ids=[o[1] for o in ONE])
def test_planted_spellings_are_one(case: Sample, names: set[str], why: str) -> None:
    assert any(names <= set(e.names) for e in case.found.entities), why


def test_sunday_is_another_day_in_another_report(case: Sample) -> None:
    days = {e.date for e in case.entries(("levant-wire-0211", "injured three workers"))}
    assert days <= {"2024-02-11"}
    assert "2024-03-10" in {e.date for e in case.entries(("al-manara-0311", "hit the fuel depot"))}


def test_what_could_happen_lies_ahead(case: Sample) -> None:
    entries = case.entries(("meridian-post-0312", "could expel the Qadeshi ambassador"))
    assert {e.period for e in entries} <= {"ahead"}


def test_every_line_of_the_chronicle_stands_in_a_report(case: Sample) -> None:
    assert case.found.chronicle
    for e in case.found.chronicle:
        assert e.evidence is not None
        report, start, end = e.evidence
        own = iter(re.findall(r"\w+", case.reports[report].text[start:end].lower()))
        told = re.findall(r"\w+", _BRACKET.sub(" ", e.title).lower())  # what stands in brackets is ours
        assert all(word in own for word in told), e.title


def test_a_source_relayed_by_a_third_outlet_is_still_one(case: Sample) -> None:
    told = [("al-manara-0311", "were launched from a farm"), ("meridian-post-0312", "were launched from inside Qadesh")]
    keys = {o.key for place in told for c in case.claim(place) for o in c.origins if o.kind == "anonymous"}
    assert len(keys) == 1, keys


def test_a_claim_is_told_in_the_words_that_were_first_not_in_a_copys(case: Sample) -> None:
    (claim,) = case.claim(("al-manara-0311", "the drones for eleven"), ("zahria-today-0311", "the marches for eleven"))
    assert claim.text == "Zahrian radar had followed the drones for eleven minutes"
