"""Ids of found rows: no two the same, the same as reports are added, and found again where they are gone."""

from __future__ import annotations

from collections import Counter

import pytest
from benchmarks.names_stay import names_of_claim
from click.testing import CliRunner

import depot
from rashomon.case import Case, judge
from rashomon.cli import main
from rashomon.comparing import compare
from rashomon.engines import correct
from rashomon.records.row_name import claim_name, distinct, entity_name, story_name
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
    assert claim.id in set(names_of_claim(claim))


@pytest.fixture
def case(tmp_path):
    with Case(tmp_path / "depot.case") as held:
        yield depot.keep(held)


def test_every_id_that_a_row_had_finds_it(case) -> None:
    found = case.findings.get()
    for claim in found.claims:
        for name in names_of_claim(claim):
            (got,) = case.findings.some("claims", [name])
            assert name in set(names_of_claim(got))
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
    claim = next(c for c in found.claims if len(set(names_of_claim(c)) - {k.id for k in found.claims}) > 0)
    old = next(n for n in names_of_claim(claim) if n not in {k.id for k in found.claims})
    path = str(case.path)
    case.close()
    said = CliRunner().invoke(main, ["show", path, "--why", old])
    assert said.exit_code == 0
    assert claim.id in said.output


def test_ids_do_not_hang_on_the_order_of_reports() -> None:
    found = told(FIRST, LATER, EARLIER)
    again = compare(reversed(list(found.reports.values())), reversed(list(found.readings.values())))
    assert again == found.found
