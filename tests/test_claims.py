"""Claims, conflicts and the chronicle on small made cases: what must meet, what must not, and why."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from rashomon.comparing.conflicts import conflicts
from rashomon.comparing.propositions import propositions

from made_reading import MadeReading, entities_of
from rashomon.comparing.chronicle import chronicle
from rashomon.comparing.claims import claims
from rashomon.records import Claim, Conflict, Lineage, Member, Origin, Region


def compared(*made: MadeReading, same: dict[str, str] | None = None) -> tuple[tuple[Claim, ...], tuple[Conflict, ...]]:
    said = propositions(
        {m.id: m.report() for m in made}, {m.id: m.reading() for m in made}, entities_of(*made, same=same)
    )
    origins: dict[Member, Origin] = {p.member: Origin("outlet", p.member[0], (p.member,), p.member[0]) for p in said}
    put = claims(said, origins)
    return put, conflicts(put, said)


def together(put: tuple[Claim, ...], *members: Member) -> bool:
    return any(set(members) <= set(claim.members) for claim in put)


def blast(report: str, day: str, said: str) -> MadeReading:
    made = MadeReading(report, "Gunmen attacked the Halim depot with drones on Sunday.", said)
    return made.tells("ASSAULT", "attacked", ("Gunmen",), ("Halim depot",), date=day)


EVENTS = [
    ("2024-03-10", "2024-03-11", "2024-03-10", "2024-03-12", True, "one day, one target, one deed"),
    ("2024-03-10", "2024-03-11", "2024-02-11", "2024-02-12", False, "a look-alike a month earlier"),
    ("2024-03-10", "2024-03-11", "2023-03-10", "2024-03-11", False, "the same day of another year"),
    ("2024-03-10", "2024-03-11", None, "2024-03-11", True, "undated beside dated, told on the same day"),
    ("2024-03-10", "2024-03-11", None, "2024-01-02", False, "told before it happened"),
]


@pytest.mark.parametrize(("day", "said", "other", "other_said", "same", "why"), EVENTS, ids=[e[5] for e in EVENTS])
def test_events_are_one_where_days_and_parties_meet(day, said, other, other_said, same, why) -> None:
    put, _ = compared(blast("a", day, said), blast("b", other, other_said))
    assert together(put, ("a", "e1"), ("b", "e1")) is same, why


def test_a_visit_and_an_attack_on_one_day_stay_two() -> None:
    a = MadeReading("a", "Ministers visited the Halim depot on Sunday.", "2024-03-11")
    a.tells("CONSULT", "visited", ("Ministers",), ("Halim depot",), date="2024-03-10")
    put, _ = compared(a, blast("b", "2024-03-10", "2024-03-11"))
    assert not together(put, ("a", "e1"), ("b", "e1"))


def test_statements_in_other_words_of_one_speaker_meet() -> None:
    a = MadeReading("a", "Asfour said we seek no tension, but we will defend our national interests.", "2024-03-11")
    a.says("Asfour", "said", "we seek no tension, but we will defend our national interests")
    b = MadeReading("b", "Asfour added that Qadesh defends its national interests and seeks no tension.", "2024-03-11")
    b.says("Asfour", "added", "that Qadesh defends its national interests and seeks no tension")
    put, against = compared(a, b)
    assert together(put, ("a", "a1"), ("b", "a1"))
    assert not against


def statement(report: str, source: str, content: str, said: str = "2024-03-11", **more: object) -> MadeReading:
    made = MadeReading(report, f"{source} said that {content}.", said)
    for name in ("Haddad", "Tell Amar", "Jaysh al-Sahil", "Darwish"):
        if name in content:
            made.mention(name)
    return made.says(source, "said", content, **more)


CONFLICTS = [
    (
        statement("a", "Mansouri", "Jaysh al-Sahil attacked the Halim depot with drones"),
        statement("b", "Bahri", "Jaysh al-Sahil did not attack the Halim depot"),
        "denial",
        "the accused denies",
    ),
    (
        statement("a", "Mansouri", "Jaysh al-Sahil attacked the Halim depot"),
        statement("b", "Bahri", "Jaysh al-Sahil attacked the Halim depot", polarity="deny", lemma="deny"),
        "denial",
        "the cue denies what the content says",
    ),
    (
        statement("a", "Nasser", "19 people were killed in the depot explosion"),
        statement("b", "Jaber", "30 people were killed in the depot explosion"),
        "number",
        "two figures on one day",
    ),
    (
        statement("a", "Nasser", "two boats sail from the harbour at dawn"),
        statement("b", "Karam", "23 boats are painted in the harbour"),
        None,
        "two figures of which other things are told",
    ),
    (
        statement("a", "Nasser", "12 people were killed in the depot explosion", "2024-03-11"),
        statement("b", "Karam", "19 people were killed in the depot explosion", "2024-03-12"),
        None,
        "a toll that grows is change",
    ),
    (
        statement("a", "Nasser", "19 people were killed in the depot explosion"),
        statement("b", "Karam", "people were killed in the depot explosion"),
        None,
        "a figure beside no figure is detail",
    ),
    (
        statement("a", "Asfour", "Darwish sent Haddad to Tell Amar to ask for mediation"),
        statement("b", "Saleh", "Darwish sent Haddad to Tell Amar to warn against sheltering gunmen"),
        "purpose",
        "one envoy, two purposes",
    ),
    (
        statement("a", "Asfour", "the delegation is headed by Samira Haddad of the palace"),
        statement("b", "Saleh", "the delegation was led by the interior minister"),
        "identity",
        "two heads of one delegation",
    ),
    (
        statement("a", "Asfour", "Darwish wants calm with Jaysh al-Sahil"),
        statement("b", "Bahri", "Darwish wants a clash with Jaysh al-Sahil"),
        "stance",
        "opposites of one man",
    ),
    (
        statement("a", "Asfour", "the depot burned because workers left valves open for hours"),
        statement("b", "Bahri", "the depot burned because somebody planted explosives"),
        "cause",
        "two causes of one fire",
    ),
    (
        statement("a", "Asfour", "the harbour is closed to trawlers"),
        statement("b", "Bahri", "the vote was not held in the capital"),
        None,
        "two matters do not conflict",
    ),
]


@pytest.mark.parametrize(("a", "b", "kind", "why"), CONFLICTS, ids=[c[3] for c in CONFLICTS])
def test_conflicts(a: MadeReading, b: MadeReading, kind: str | None, why: str) -> None:
    put, against = compared(a, b)
    assert [c.kind for c in against] == ([kind] if kind else []), (why, [c.because for c in against], put)


def test_a_speaker_does_not_conflict_with_himself() -> None:
    a = statement("a", "Bahri", "Jaysh al-Sahil attacked the Halim depot")
    b = statement("b", "Bahri", "Jaysh al-Sahil did not attack the Halim depot")
    assert compared(a, b)[1] == ()


def test_the_order_of_the_reports_changes_nothing() -> None:
    made = [row[i] for row in CONFLICTS[:3] for i in (0, 1)]
    for i, m in enumerate(made):
        m.id = f"r{i}"
    answers = {compared(*order) for order in itertools.islice(itertools.permutations(made), 0, 720, 97)}
    assert len(answers) == 1


def test_every_claim_says_why_and_every_row_is_in_one_claim() -> None:
    made = [blast("a", "2024-03-10", "2024-03-11"), statement("b", "Bahri", "Jaysh al-Sahil did not attack")]
    put, _ = compared(*made)
    assert sorted(m for c in put for m in c.members) == [("a", "e1"), ("b", "a1")]
    assert all(c.because for c in put)


def test_the_chronicle_dates_a_line_by_what_most_reports_give_and_quotes_one() -> None:
    made = [blast(i, d, "2024-03-11") for i, d in (("a", "2024-03-10"), ("b", "2024-03"), ("c", "2024-03-10"))]
    reports, readings = {m.id: m.report() for m in made}, {m.id: m.reading() for m in made}
    said = propositions(reports, readings, entities_of(*made))
    put = claims(said, {p.member: Origin("outlet", p.member[0], (p.member,), p.member[0]) for p in said})
    (line,) = chronicle(reports, readings, (), put, (), said)
    assert line.date == "2024-03-10"
    assert line.independent_origins[1] == 3
    assert line.evidence is not None
    report, start, end = line.evidence
    assert reports[report].text[start:end] == line.title


def test_what_is_planned_lies_ahead_and_what_is_long_past_is_background() -> None:
    a = MadeReading("a", "Zahria could expel the envoy.\nThe old war of 1988 killed thousands.", "2024-03-11")
    a.tells("SANCTION", "expel", (), ("envoy",), modality="hypothetical")
    a.tells("ASSAULT", "killed", ("old war",), (), date="1988")
    said = propositions({"a": a.report()}, {"a": a.reading()}, entities_of(a))
    lines = chronicle({"a": a.report()}, {"a": a.reading()}, (), claims(said, {}), (), said)
    assert {line.period: line.date for line in lines} == {"ahead": None, "background": "1988"}


ERRANDS = [
    ("2024-03-11", "2024-03-12", True, "one journey told on two days"),
    ("2024-03-11", "2024-06-12", False, "a journey three months later"),
    ("2024-03-11", None, False, "a report whose day nobody knows"),
]


@pytest.mark.parametrize(("said", "other", "same", "why"), ERRANDS, ids=[e[3] for e in ERRANDS])
def test_three_trips_to_one_capital_stay_three(said: str, other: str | None, same: bool, why: str) -> None:
    a = statement("a", "Asfour", "the delegation of Darwish carried a sealed letter to Tell Amar", said)
    b = statement("b", "Bahri", "a delegation of Darwish took to Tell Amar a letter about tolls", other)
    assert together(compared(a, b)[0], ("a", "a1"), ("b", "a1")) is same, why


OWN, TAKEN = "Karam said 19 people died in the depot.", "Nasser said 12 people died in the depot."
TOLD = [
    ("rewrite", 0.3, "2024-03-10", "2024-03-12", "of a report that took a sentence that sentence is older"),
    ("rewrite", 0.8, "2024-03-10", "2024-03-10", "a report that took most of another is the other"),
    ("excerpt", 0.3, "2024-03-10", "2024-03-10", "an excerpt is of its whole"),
]


@pytest.mark.parametrize(("relation", "score", "taken", "own", "why"), TOLD, ids=[t[4] for t in TOLD])
def test_what_a_report_took_was_said_when_the_other_said_it(relation, score, taken, own, why) -> None:
    first = MadeReading("a", TAKEN, "2024-03-10").says("Nasser", "said", "12 people died in the depot")
    later = MadeReading("b", f"{TAKEN} {OWN}", "2024-03-12")
    later.says("Nasser", "said", "12 people died in the depot").says("Karam", "said", "19 people died in the depot")
    row = Lineage("b", "a", relation, "text", score, (("b", 0, len(TAKEN)), ("a", 0, len(TAKEN))))
    made = {m.id: m for m in (first, later)}
    said = propositions(
        {i: m.report() for i, m in made.items()},
        {i: m.reading() for i, m in made.items()},
        entities_of(first, later),
        (row,),
    )
    days = {p.member: p.said[0].isoformat() for p in said if p.said}
    assert days == {("a", "a1"): "2024-03-10", ("b", "a1"): taken, ("b", "a2"): own}, why


def accusation(report: str, when: str, day: str | None, actor: str = "Jaysh al-Sahil") -> MadeReading:
    made = MadeReading(report, f"Nasser accused {actor} of attacking the depot with two drones{when}.", "2024-03-12")
    made.says("Nasser", "accused", f"attacking the depot with two drones{when}")
    return made.tells("ASSAULT", "attacking", (actor,), (), date=day, modality="attributed", attribution="a1")


PLANNED = [
    ("2024-03-11", True, "two reports of two days"),
    ("2023-11/2024-03", False, "a report that may be of any of five months"),
]


@pytest.mark.parametrize(("said", "same", "why"), PLANNED, ids=[p[2] for p in PLANNED])
def test_what_two_reports_tell_as_planned_is_one_plan_where_both_tell_their_days(said, same, why) -> None:
    made = []
    for report, when, text in (
        ("a", "2024-03-12", "Zahria considers closing its embassy in Qadesh quickly."),
        ("b", said, "Zahria repeated its threat to close the embassy in Qadesh."),
    ):
        one = MadeReading(report, text, when)
        made.append(one.tells("SANCTION", "clos", ("Zahria",), ("Qadesh",), modality="hypothetical"))
    put, _ = compared(*made)
    assert together(put, ("a", "e1"), ("b", "e1")) is same, why


def test_the_day_that_a_report_lends_to_all_its_undated_speech_acts_makes_no_two_of_them_one() -> None:
    text = "Nasser urged Bahri to open the port.\nNasser called on Karam to lift the levy."
    two = MadeReading("a", text, "2024-03-12")
    for trigger, other in (("urged", "Bahri"), ("called", "Karam")):
        two.tells("REQUEST", trigger, ("Nasser",), (other,), date="2024-03-12", date_basis="news-day:e9")
    put, _ = compared(two)
    assert not together(put, ("a", "e1"), ("a", "e2"))


@pytest.mark.parametrize(("basis", "same"), [("news-day:e9", False), ("clause:Sunday", True)])
def test_speech_acts_of_two_reports_are_one_where_both_tell_the_day(basis: str, same: bool) -> None:
    made = []
    for report, text, cue in (
        ("a", "Karam defended the levy.", "defended"),
        ("b", "Karam defended himself.", "defended"),
    ):
        one = MadeReading(report, text, "2024-03-12")
        made.append(one.tells("SUPPORT", cue, ("Karam",), (), date="2024-03-10", date_basis=basis))
    put, _ = compared(*made)
    assert together(put, ("a", "e1"), ("b", "e1")) is same


def test_a_caption_that_repeats_its_report_is_no_second_voice() -> None:
    told = "Tolls at the Halim bridge top the agenda of the envoys"
    made = MadeReading("a", f"{told}, Nasser said.\n{told}", "2024-03-12").says("Nasser", "said", told)
    at = made.text.index("\n") + 1
    caption = Region(at, len(made.text), "caption")
    reading = replace(made.reading(), regions=(caption,), sentences=((0, at), (at, len(made.text))))
    for regions, voices in (((caption,), 1), ((replace(caption, kind="headline"),), 1), ((), 2)):
        shown = replace(reading, regions=regions)
        said = propositions({"a": made.report()}, {"a": shown}, entities_of(made))
        put = claims(said, {p.member: Origin("outlet", p.member[1], (p.member,), p.member[1]) for p in said})
        (claim,) = (c for c in put if ("a", "a1") in c.members)
        assert len(claim.origins) == voices, regions


def test_what_somebody_says_in_a_statement_is_not_its_tellers_too() -> None:
    words = "the ferry sank off the reef of Halim"
    made = MadeReading("a", f"Karam quotes Nasser: Nasser said {words}.", "2024-03-12")
    made.says("Karam", "quotes", f"Nasser said {words}").says("Nasser", "said", words, nested_in="a1")
    said = propositions({"a": made.report()}, {"a": made.reading()}, entities_of(made))
    assert [(p.member[1], p.text) for p in said] == [("a1", f"Nasser said {words}"), ("a2", words)]
    made.attributions[0] = replace(made.attributions[0], content=made.attributions[1].content)
    said = propositions({"a": made.report()}, {"a": made.reading()}, entities_of(made))
    assert [p.member[1] for p in said] == ["a2"]


COPIED = [
    ("rewrite", 0.8, accusation("b", "", None), True, "a copy that leaves the day out tells the same"),
    (
        "rewrite",
        0.8,
        accusation("b", "", None, "Harakat al-Nur"),
        False,
        "a copy that puts another in tells of another",
    ),
    (None, 0.0, accusation("b", "", None), False, "another report that tells no day needs two agreements"),
]


@pytest.mark.parametrize(("relation", "score", "copy", "same", "why"), COPIED, ids=[c[4] for c in COPIED])
def test_what_two_reports_have_from_one_is_one_event_and_of_its_day(relation, score, copy, same, why) -> None:
    first = accusation("a", " on Sunday", "2024-03-10")
    derived = [Lineage("b", "a", relation, "text", score, (("b", 0, 60), ("a", 0, 60)))] if relation else []
    said = propositions(
        {m.id: m.report() for m in (first, copy)},
        {m.id: m.reading() for m in (first, copy)},
        entities_of(first, copy),
        derived,
    )
    put = claims(said, {p.member: Origin("outlet", p.member[0], (p.member,), p.member[0]) for p in said})
    assert together(put, ("a", "e1"), ("b", "e1")) is same, why


NARRATED = [
    ("The blaze at the mill burned for nine hours on Sunday.", "Firemen fought the mill blaze for nine hours.", True),
    ("The blaze at the mill burned for nine hours on Sunday.", "The mill sold nine carts of flour on Sunday.", False),
]


@pytest.mark.parametrize(("one", "other", "same"), NARRATED, ids=["one blaze", "a mill is not a blaze"])
def test_what_outlets_tell_themselves_is_a_claim(one: str, other: str, same: bool) -> None:
    made = [MadeReading("a", one, "2024-03-11"), MadeReading("b", other, "2024-03-11")]
    readings = {m.id: replace(m.reading(), sentences=((0, len(m.text)),)) for m in made}
    put = claims(propositions({m.id: m.report() for m in made}, readings, ()), {})
    assert together(put, ("a", "s1"), ("b", "s1")) is same
