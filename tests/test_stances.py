"""Who says, denies, leaves open or does not mention a claim, on small made cases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rashomon.comparing.conflicts import conflicts
from rashomon.comparing.propositions import propositions

from made_reading import MadeReading, entities_of
from rashomon.comparing.claims import claims
from rashomon.comparing.stances import stances
from rashomon.records import Claim, Story

DEPOT = "Jaysh al-Sahil attacked the Halim depot with drones"


def stated(report: str, content: str = DEPOT, said: str | None = "2024-03-11", **more: object) -> MadeReading:
    made = MadeReading(report, f"Mansouri of {report} said that {content}.", said)
    made.mention("Jaysh al-Sahil", "group")
    return made.says(f"Mansouri of {report}", "said", content, **more)


def elsewhere(report: str, said: str | None = "2024-03-11") -> MadeReading:
    return MadeReading(report, "Bahri said that the ferry sailed.", said).says("Bahri", "said", "the ferry sailed")


def taken(*made: MadeReading, parts: tuple[tuple[str, ...], ...] = ()) -> tuple[Claim, ...]:
    reports = {m.id: replace(m.report(), outlet=f"The {m.id}") for m in made}
    readings = {m.id: m.reading() for m in made}
    said = propositions(reports, readings, entities_of(*made))
    put = claims(said, {})
    stories = tuple(Story(f"s{i}", "", part, None, None) for i, part in enumerate(parts or (tuple(reports),)))
    return stances(put, conflicts(put, said), said, reports, readings, stories)


def of(found: tuple[Claim, ...], report: str) -> Claim:
    return next(c for c in found if any(m[0] == report for m in c.members))


def test_outlets_that_say_it_and_one_that_does_not_mention_it() -> None:
    claim = of(taken(stated("Dawn"), stated("Echo"), elsewhere("Mail")), "Dawn")
    assert [(s.outlet, s.stance, s.own) for s in claim.stances] == [
        ("The Dawn", "says", False),
        ("The Echo", "says", False),
    ]
    assert (claim.silent, claim.silent_outlets) == (("The Mail",), 1)


CUES = [
    ({}, "says", "a plain statement"),
    ({"polarity": "deny", "lemma": "deny"}, "denies", "the cue denies"),
    ({"negated": True}, "denies", "the cue is negated"),
    ({"hypothetical": True}, "hedges", "would say"),
    ({"polarity": "doubt"}, "hedges", "the cue doubts"),
]


@pytest.mark.parametrize(("more", "stance", "why"), CUES, ids=[c[2] for c in CUES])
def test_the_stance_is_that_of_the_cue(more: dict[str, object], stance: str, why: str) -> None:
    claim = of(taken(stated("Dawn", **more)), "Dawn")
    assert [s.stance for s in claim.stances] == [stance], why
    assert all(s.because and s.rows for s in claim.stances)


def test_who_denies_in_a_claim_of_its_own_denies_this_one_and_is_not_silent() -> None:
    found = taken(stated("Dawn"), stated("Echo", "Jaysh al-Sahil did not attack the Halim depot"))
    assert [(s.outlet, s.stance) for s in of(found, "Dawn").stances] == [("The Dawn", "says"), ("The Echo", "denies")]
    assert [(s.outlet, s.stance) for s in of(found, "Echo").stances] == [("The Echo", "says"), ("The Dawn", "denies")]
    assert not any(c.silent for c in found)


def test_of_a_claim_whose_rows_deny_its_words_the_other_side_says_them() -> None:
    found = taken(stated("Dawn"), stated("Echo", polarity="deny", lemma="deny"))
    assert [(s.outlet, s.stance) for s in of(found, "Echo").stances] == [("The Dawn", "says"), ("The Echo", "denies")]


def test_an_outlet_in_its_own_voice() -> None:
    made = MadeReading("Dawn", f"{DEPOT} on Sunday.", "2024-03-11")
    made.tells("ASSAULT", "attacked", ("Jaysh al-Sahil",), ("Halim depot",))
    (claim,) = taken(made)
    assert [(s.outlet, s.own) for s in claim.stances] == [("The Dawn", True)]


SILENCE = [
    ("2024-03-11", ("The Mail",), "it reported on the day"),
    ("2024-03-20", ("The Mail",), "it reported later"),
    ("2024-03-10", (), "its last report came before the claim was told"),
    (None, ("The Mail",), "nobody knows when it reported"),
]


@pytest.mark.parametrize(("day", "silent", "why"), SILENCE, ids=[s[2] for s in SILENCE])
def test_silence_needs_a_chance_to_speak(day: str | None, silent: tuple[str, ...], why: str) -> None:
    assert of(taken(stated("Dawn"), elsewhere("Mail", day)), "Dawn").silent == silent, why


def test_an_outlet_of_another_story_is_not_silent() -> None:
    found = taken(stated("Dawn"), elsewhere("Mail"), parts=(("Dawn",), ("Mail",)))
    assert of(found, "Dawn").silent == ()


def test_the_silent_are_listed_by_name_up_to_a_limit_and_counted_beyond() -> None:
    claim = of(taken(stated("Dawn"), *(elsewhere(f"Mail {i:02}") for i in range(40))), "Dawn")
    assert claim.silent == tuple(f"The Mail {i:02}" for i in range(24))
    assert claim.silent_outlets == 40
