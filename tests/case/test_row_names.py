"""Ids of found rows: no two the same, the same as reports are added, and found again where they are gone."""

from __future__ import annotations

from collections import Counter

import pytest
from benchmarks.names_stay import names_of_claim, names_of_conflict
from click.testing import CliRunner

import depot
from rashomon.case import Case, judge
from rashomon.cli import main
from rashomon.comparing import compare
from rashomon.engines import correct
from rashomon.exports.why import why
from rashomon.records.keys import (
    claim_name,
    conflict_name,
    conflict_name_of_two,
    distinct,
    entity_name,
    story_name,
)
from told import Told, told

_KINDS = ("entities", "claims", "conflicts", "chronicle", "stories", "series")
FIRST = "Two boats sank off Selde on Monday, Lena Abt said. The navy said three sailors drowned."
LATER = "Lena Abt said two boats sank off Selde on Monday. The navy denied that three sailors drowned."
EARLIER = "Two boats sank off Selde, Lena Abt said. Storms had hit the coast of Selde."


def _ids(found: Told) -> dict[str, list[str]]:
    return {kind: [row.id for row in getattr(found.found, kind)] for kind in _KINDS}


@pytest.mark.parametrize("kind", _KINDS)
def test_no_two_rows_have_one_id(kind: str) -> None:
    ids = _ids(told(FIRST, LATER, EARLIER, FIRST + " " + LATER))[kind]
    assert [i for i, n in Counter(ids).items() if n > 1] == []


def test_who_bears_a_taken_name_gets_another_and_keeps_it() -> None:
    taken: set[str] = set()
    first, second = distinct([claim_name(("r", 0, 9))] * 2, taken)
    assert first == claim_name(("r", 0, 9)) != second
    assert distinct([claim_name(("r", 0, 9))] * 2, set()) == [first, second]
    assert {first, second} == taken


def test_ids_stay_where_later_reports_come_in() -> None:
    before = told(FIRST, days=("2031-05-08",))
    after = told(FIRST, LATER, days=("2031-05-08", "2031-05-09"))
    for kind in ("entities", "claims", "stories"):
        assert set(_ids(before)[kind]) <= set(_ids(after)[kind]), kind


def test_the_id_is_that_of_the_earliest_report_and_not_of_the_first_by_name() -> None:
    found = told(LATER, FIRST, days=("2031-05-09", "2031-05-08"))
    claim, _ = found.at("boats sank off Selde")
    first = min((t for t in claim.tellings), key=lambda t: (t.report != "r2", t.start))
    assert claim.id == claim_name((first.report, first.start, first.end))
    assert claim.id in dict(names_of_claim(claim))


_DENIED = (
    ("2031-05-08", "Abt denied that her firm had dumped oil in the harbour of Selde."),
    ("2031-05-08", "The council said on Thursday that the firm of Lena Abt had dumped oil in the harbour of Selde."),
)
_AGAIN = (
    ("2031-05-09", "The mayor said the firm of Lena Abt had dumped oil in the harbour of Selde on two nights."),
    ("2031-05-10", "Lena Abt again denied that her firm had dumped any oil in the harbour of Selde."),
    ("2031-05-11", "Two divers said the firm of Lena Abt had dumped oil in the harbour of Selde for a year."),
)


def _of_days(*rows: tuple[str, str]) -> Told:
    return told(*(text for _, text in rows), days=tuple(day for day, _ in rows))


def test_a_conflict_bears_the_name_of_the_first_who_contests_and_keeps_it() -> None:
    before, after = _of_days(*_DENIED).found.conflicts, _of_days(*_DENIED, *_AGAIN).found.conflicts
    assert [c.id for c in before] == [c.id for c in after]
    (conflict,) = after
    assert len({e[0] for side in conflict.sides for e in side.evidence}) > 2
    assert conflict.id == conflict_name(min(conflict.sides[0].evidence))


def test_a_conflict_is_found_by_every_place_that_tells_it_and_by_the_names_of_before(tmp_path) -> None:
    with Case(tmp_path / "oil.case") as case:
        read = _of_days(*_DENIED, *_AGAIN)
        depot.keep(case, read.reports.values(), read.readings.values())
        (conflict,) = case.findings.get().conflicts
        claims = {c.id: c for c in case.findings.get().claims}
        names = set(dict(names_of_conflict(conflict, claims)))
        names |= {conflict_name_of_two(a, b) for a in conflict.sides[0].evidence for b in conflict.sides[1].evidence}
        assert len(names) > 5
        assert {c.id for name in names for c in case.findings.some("conflicts", [name])} == {conflict.id}


def test_a_conflict_that_is_gone_leads_to_the_claim_that_it_began_with(case) -> None:
    claim = case.findings.get().claims[0]
    first = claim.tellings[0]
    (opened,) = why(case, conflict_name((first.report, first.start, first.end)))
    assert (opened.kind, opened.id) == ("claim", claim.id)
    assert "no dispute" in opened.because[0]
    assert why(case, "x-0000000000") == ()


@pytest.fixture
def case(tmp_path):
    with Case(tmp_path / "depot.case") as held:
        yield depot.keep(held)


def test_every_id_that_a_row_had_finds_it(case) -> None:
    found = case.findings.get()
    for claim in found.claims:
        for name in dict(names_of_claim(claim)):
            (got,) = case.findings.some("claims", [name])
            assert name in dict(names_of_claim(got))
    for story in found.stories:
        assert {case.findings.some("stories", [story_name(r)])[0].id for r in story.reports} == {story.id}
    at = {(r.report, m.id): (m.start, m.end) for r in case.readings for m in r.mentions}
    for entity in found.entities:
        for member in entity.mentions:
            (got,) = case.findings.some("entities", [entity_name(member[0], at[member])])
            assert got.id == entity.id
    assert case.findings.some("claims", ["k-0000000000"]) == []
    assert case.findings.some("claims", ["no id"]) == []


def test_an_entity_is_found_by_its_id_when_its_first_mention_is_rejected(case) -> None:
    named = max(case.findings.entities(), key=lambda e: (len(e.mentions), e.id))
    at = {(r.report, m.id): (m.start, m.end) for r in case.readings for m in r.mentions}
    first = next(m for m in named.mentions if entity_name(m[0], at[m]) == named.id)
    correct(case, [judge(case, "reject", [":".join(first)], because="no name", who="A.")])
    (now,) = case.findings.some("entities", [named.id])
    assert set(now.mentions) & set(named.mentions)


def test_a_command_takes_an_id_that_a_row_had(case) -> None:
    found = case.findings.get()
    claim = next(c for c in found.claims if len(set(dict(names_of_claim(c))) - {k.id for k in found.claims}) > 0)
    old = next(n for n in dict(names_of_claim(claim)) if n not in {k.id for k in found.claims})
    path = str(case.path)
    case.close()
    said = CliRunner().invoke(main, ["show", path, "--why", old])
    assert said.exit_code == 0
    assert claim.id in said.output


def test_ids_do_not_hang_on_the_order_of_reports() -> None:
    found = told(FIRST, LATER, EARLIER)
    again = compare(reversed(list(found.reports.values())), reversed(list(found.readings.values())))
    assert again == found.found
