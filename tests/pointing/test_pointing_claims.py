"""Claims that a model says are one, in the end: what it is shown of them, what its answer does, and what it cannot do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from rashomon.comparing import claims_of, compare, grounds
from rashomon.pointing.answer import answer, resolved
from rashomon.pointing.ask import asked, shown_claims
from rashomon.pointing.endpoint import record, recorded
from rashomon.pointing.page import Page, filled, pages
from rashomon.pointing.sheet import LONGEST, sheet
from rashomon.reading import read
from rashomon.records import Evidence, Findings, Pointed, PointedClaim, PointedDispute, Report

BLAST = "The blast killed seven people in Port Halim."
DIED = "Seven people died in the blast in Port Halim."
DEAD = "A blast in Port Halim left seven people dead."
MORE = "The blast killed 30 people in Port Halim."
FLEET = "The ministry praised a fishing fleet in Oran."
FIRE = "The fire in Port Halim burned for two days."
QUAY = "Firefighters let the fire at the quay of Port Halim burn out."


def told(*texts: str) -> tuple[list[Report], list[Evidence]]:
    reports = [Report(chr(97 + n), text, published="2024-03-10") for n, text in enumerate(texts)]
    return reports, [(r.id, 0, len(r.text) - 1) for r in reports]


def found(reports: Sequence[Report], pointed: Pointed) -> Findings:
    return compare(reports, list(read(reports)), pointed=[pointed])


def held(findings: Findings) -> set[frozenset[str]]:
    return {frozenset(r for r, _, _ in c.evidence) for c in findings.claims if c.pointed_by}


@pytest.mark.parametrize(
    ("texts", "claims", "one", "together", "says", "why"),
    [
        ((BLAST, DIED), [[0], [1]], [[0, 1]], ["ab"], "", "two claims that are one"),
        ((BLAST, DIED), [[0], [1]], [], ["a", "b"], "", "nothing was said to be one"),
        ((BLAST, FIRE, QUAY), [[0], [1], [2]], [[2, 1]], ["a", "bc"], "", "the others stay what they are"),
        ((BLAST, DIED, DEAD), [[0], [1], [2]], [[0, 1, 2]], ["abc"], "", "three are one"),
        ((BLAST, MORE), [[0], [1]], [[0, 1]], ["a", "b"], "other total", "no total is another one"),
        ((BLAST, FLEET), [[0], [1]], [[0, 1]], ["a", "b"], "nothing in common", "they have nothing in common"),
        ((BLAST, FLEET, DIED), [[0], [1], [2]], [[0, 1, 2]], ["ac", "b"], "nothing in", "one of three has nothing"),
        ((BLAST, DIED, MORE), [[0, 1], [2]], [[0, 1]], ["ab", "c"], "other total", "against two that agree"),
        ((BLAST, DIED, FIRE), [[0], [], [1]], [[0, 2]], ["ab"], "", "a claim without a clause between them"),
    ],
)
def test_claims_that_are_one_are_one_unless_figures_days_or_words_forbid_it(
    texts: tuple[str, ...], claims: list[list[int]], one: list[list[int]], together: list[str], says: str, why: str
) -> None:
    reports, places = told(*texts)
    pointed = Pointed(
        "small",
        tuple(places),
        claims=tuple(PointedClaim(tuple(places[n] for n in c)) for c in claims),
        one=tuple(tuple(row) for row in one),
    )
    findings = found(reports, pointed)
    assert held(findings) == {frozenset(g) for g in together}, why
    assert any(says in str(c.because) for c in findings.claims if c.pointed_by), why
    texts_of = {r.id: r.text for r in reports}
    again, passed = recorded(record([pointed], texts_of).splitlines(), texts_of)
    assert (again, passed) == ([pointed], []), "what is recorded comes back whole"
    assert found(reports, again[0]) == findings


def test_the_line_of_claims_that_are_one_comes_where_the_first_of_them_was_to_come() -> None:
    reports, places = told(BLAST, DIED, FIRE, QUAY)
    claims = tuple(PointedClaim((e,)) for e in places)
    for first, one, expected in (
        ((2, 1, 3), ((0, 1),), ["c", "ab", "d"]),
        ((1, 2, 0), ((0, 1),), ["ab", "c"]),
        ((3, 2), ((2, 3),), ["cd"]),
    ):
        findings = found(reports, Pointed("small", tuple(places), claims=claims, first=first, one=one))
        of = {c.id: "".join(sorted(r for r, _, _ in c.evidence)) for c in findings.claims}
        lines = sorted(findings.chronicle, key=lambda e: e.rank)[: len(expected)]
        assert [of[e.claims[0]] for e in lines] == expected


def test_answers_that_were_recorded_before_the_question_was_asked_are_followed_as_before() -> None:
    reports, places = told(BLAST, DIED)
    texts = {r.id: r.text for r in reports}
    pointed = Pointed("small", tuple(places), claims=tuple(PointedClaim((e,)) for e in places))
    line = json.loads(record([pointed], texts))
    del line["one"]
    (again,), _ = recorded([json.dumps(line)], texts)
    assert again == pointed
    line["one"] = [[0, 1, 7, -1]]
    (within,), _ = recorded([json.dumps(line)], texts)
    assert within.one == ((0, 1),)


ROWS = [
    ([{"claims": [1, 2], "says": [], "denies": [], "hedges": []}], [(1,), (2,)], ((0, 1),), "claims alone"),
    ([{"claims": [2], "says": [3], "denies": [], "hedges": []}], [(1,), (2, 3)], (), "a clause joins a claim"),
    ([{"claims": [1, 2], "says": [3], "denies": [4], "hedges": []}], [(1, 3, 4), (2,)], ((0, 1),), "both"),
    ([{"claims": [], "says": [3, 4], "denies": [], "hedges": []}], [(1,), (2,), (3, 4)], (), "a claim of its own"),
]


@pytest.mark.parametrize(("rows", "clauses", "one", "why"), ROWS)
def test_what_is_one_is_laid_over_the_claims_that_were_answered(rows: Any, clauses: Any, one: Any, why: str) -> None:
    page = Page("", "", tuple(("a", n, n + 1) for n in range(6)), (), (), (), ("a",))
    claims = [{"says": [n], "denies": [], "hedges": [], "kind": "event"} for n in (1, 2)]
    whole = {"claims": claims, "also": [{"claim": 1, "says": [3, 5], "denies": [], "hedges": []}]}
    pointed = resolved({**whole, "one": rows}, page, "small")
    assert pointed.claims is not None
    sure = [tuple(n + 1 for _, n, _ in c.clauses if ("a", n, n + 1) not in c.also) for c in pointed.claims]
    named = {n for row in rows for n in row["says"]}
    assert (sure, pointed.one) == (clauses, one), why
    assert [e[1] + 1 for e in pointed.claims[0].also] == [n for n in (3, 5) if n not in named], why
    assert resolved(whole, page, "small").one is None


_TEXTS = (
    f"{BLAST} {FIRE} The mayor wept.",
    f"{DIED} {FLEET}",
    f"{QUAY} The blast in Port Halim, which killed seven people, was heard in Oran.",
    "Seven people were killed by the blast, the harbour master said. Ignore nothing that [12 V4: he] said.",
)


def made() -> tuple[Page, dict[str, list[Any]]]:
    reports = [Report(f"r{n}", text, published=f"2024-03-1{n}", outlet="Port Post") for n, text in enumerate(_TEXTS)]
    ground = grounds(reports, list(read(reports)))
    assert ground is not None
    (page,) = pages(ground, claims_of(ground))
    kept = Page("", "", page.clauses, page.figures, page.values, page.voices, page.reports)
    assert filled(ground, claims_of(ground), kept).words == page.words
    names = [n for n, words in enumerate(page.words, 1) if words.startswith(("The blast killed", "Firefighters let"))]
    assert len(names) == 2
    return page, {"claims": [{"says": [n], "denies": [], "hedges": [], "kind": "event"} for n in names]}


def test_the_sheet_shows_claims_by_their_words_and_below_them_what_comes_near() -> None:
    page, parts = made()
    shown = sheet(page, parts)
    assert all(f"claim {n}\n- r" in shown.text for n in (1, 2))
    offered = {page.words[n - 1] for n in shown.offered}
    assert any("Seven people died" in words for words in offered)
    assert not any("mayor wept" in words for words in offered), "what comes near to no claim is not asked about"
    assert shown.offered.isdisjoint(n for c in parts["claims"] for n in c["says"])
    assert len(shown.text) <= LONGEST
    words = shown_claims(page, parts) + asked(["one"])
    assert "[12 V4" not in words, "no sign of the page stands in a report's words"
    assert "r0 | Port Post | 2024-03-10" in words
    assert words == shown_claims(page, parts) + asked(["one"])


def test_nothing_is_asked_where_there_is_nothing_to_put_together() -> None:
    page, _ = made()
    nothing = {"says": [], "denies": [], "hedges": [], "kind": None}
    for some in ({}, {"claims": []}, {"claims": [nothing, nothing]}):
        assert shown_claims(page, some) == ""


def test_a_clause_that_the_sheet_does_not_show_is_no_answer() -> None:
    page, parts = made()
    shown = sheet(page, parts).offered
    hidden = next(n for n, words in enumerate(page.words, 1) if "mayor wept" in words)
    row = {"claims": [1, 2], "says": [min(shown), hidden], "denies": [], "hedges": []}
    checked = answer(json.dumps({"one": [row]}), page, ["one"], parts)
    assert checked.parts == {"one": [{**row, "says": [min(shown)]}]}
    assert checked.faults == [f"there is no clause {hidden} behind a ?"]


def test_an_answer_that_joins_much_that_has_nothing_in_common_is_doubtful_as_a_whole() -> None:
    alike, unlike = (
        (BLAST,) * 22,
        ("Painters opened a gallery.", "Dentists want higher fees.", "Bees left Ostmark early."),
    )
    reports, places = told(*alike, *unlike)
    dispute = PointedDispute("denial", (places[0],), (places[22],))
    for joined, doubtful in ((places, True), (places[:22], False)):
        claims = (PointedClaim(tuple(joined)),)
        findings = found(reports, Pointed("small", tuple(places), claims=claims, first=(0,), disputes=(dispute,)))
        (claim,) = (c for c in findings.claims if c.pointed_by)
        assert ("have nothing in common with the rest" in str(claim.because)) == doubtful
        assert any(c.pointed_by for c in findings.conflicts) != doubtful, "nor does it set two against each other"


def test_a_doubtful_answer_joins_what_is_close_alone() -> None:
    loose = (
        "The ferry Aurora ran aground off Ostmark on Monday.",
        "The old ferry bell will hang in a church of Lund from spring.",
    )
    unlike = ("Painters opened a gallery.", "Dentists want higher fees.", "Bees left Ostmark early.")
    reports, places = told(*(BLAST,) * 22, *loose, *unlike)
    for joined, together in (([*places[:22], *places[24:]], {"w", "x"}), (places[:22], {"wx"})):
        claims = (PointedClaim(tuple(joined)), PointedClaim(tuple(places[22:24])))
        findings = found(reports, Pointed("small", tuple(places), claims=claims))
        groups = {"".join(sorted(r for r, _, _ in c.evidence)) for c in findings.claims}
        assert {g for g in groups if set(g) & {"w", "x"}} == together
