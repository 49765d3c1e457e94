"""What each outlet does with a claim, and which outlets are silent on it, where that is sure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.comparing import claims_of, compare, grounds
from rashomon.comparing.stances import Denial, stances
from rashomon.records import Reason, Telling
from told import told

OTHER = (
    "The museum of painters at Karm was opened. Mayor Greta Solberg cut the ribbon before two thousand guests. "
    "A choir of pupils sang three songs in the yard of the museum. "
)
SANK = f"Two boats of the fishing fleet sank off Selde on Monday, Lena Abt said. {OTHER}"
HALLS = " ".join(
    f"In hall {word} of the museum the painter {name} showed a picture of the hills, and visitors praised its colours."
    for word, name in (
        ("one", "Ida Berg"), ("two", "Jon Falk"), ("three", "Eva Lind"), ("four", "Per Dahl"), ("five", "Ann Holm"),
        ("six", "Leo Wirth"), ("seven", "Mia Stern"), ("eight", "Tom Kranz"), ("nine", "Kim Vogel"), ("ten", "Udo Lenz"),
    )
)  # fmt: skip
LONG = OTHER + HALLS
OWN = "Karm has its gallery. The head of the town snipped a band, and children gave a concert outdoors. " + HALLS
NEAR = LONG + " Fishing boats went down in the storm near Selde, the navy said."


def of(*texts: str, days: tuple[str | None, ...] = ()) -> tuple[str, ...]:
    claim, _ = told(*texts, days=days).at("boats of the fishing fleet sank")
    return claim.silent


SILENCE = [
    ((SANK, SANK, LONG), (), ("The Paper 3",), "a whole report of the story that does not tell it"),
    ((SANK, SANK, OWN), (), (), "it has words of its own for all else, and may have them for this"),
    ((SANK, SANK, HALLS), (), (), "it tells nothing that others tell: what it leaves out is not known"),
    ((SANK, SANK, OTHER), (), (), "a few lines might have been cut short"),
    ((SANK, SANK, NEAR), (), (), "it may tell it in other words"),
    ((SANK, LONG), (), (), "what one report alone tells is nobody's silence"),
    ((SANK, SANK, LONG), ("2031-05-08", "2031-05-08", "2031-05-07"), (), "it reported before the claim was told"),
    ((SANK, SANK, LONG), ("2031-05-08", "2031-05-08", "2031-05-09"), ("The Paper 3",), "it reported later"),
    ((SANK, SANK, LONG), ("2031-05-08", "2031-05-08", None), (), "nobody knows when it reported"),
]


@pytest.mark.parametrize(("texts", "days", "silent", "why"), SILENCE, ids=[s[-1] for s in SILENCE])
def test_silence_is_told_where_it_is_sure(
    texts: tuple[str, ...], days: tuple[str | None, ...], silent: tuple[str, ...], why: str
) -> None:
    assert of(*texts, days=days) == silent, why


def test_no_silence_rests_on_a_part_of_an_article() -> None:
    found = told(SANK, SANK, LONG)
    parts = [replace(r, partial="wall: the page says that it is not free") for r in found.reports.values()]
    claims = compare(parts, found.readings.values()).claims
    assert any(c.silent for c in found.found.claims)
    assert not any(c.silent or c.silent_outlets for c in claims)


def test_outlets_that_say_it_and_one_that_denies_it() -> None:
    found = told(
        "Guards shot the miner in Tarn on Monday.",
        "Guards shot a miner in Tarn on Monday, witnesses said.",
        "The guards did not shoot the miner in Tarn, Lena Abt said.",
    )
    claim, _ = found.at("Guards shot the miner")
    assert [(s.outlet, s.stance, s.own) for s in claim.stances] == [
        ("The Paper 1", "says", True),
        ("The Paper 2", "says", False),
        ("The Paper 3", "denies", False),
    ]
    assert all(s.because and s.rows for s in claim.stances)


def test_an_outlet_without_a_name_goes_by_its_report() -> None:
    claim, _ = told(SANK, outlets=("",)).at("boats of the fishing fleet sank")
    assert [s.outlet for s in claim.stances] == ["r1"]


def test_a_denial_stands_with_the_claim_that_it_denies() -> None:
    found = told(
        "Guards shot the miner in Tarn on Monday, witnesses said.",
        "Lena Abt denied that the guards shot the miner in Tarn on Monday.",
    )
    claim, _ = found.at("Guards shot the miner")
    assert [(s.outlet, s.stance) for s in claim.stances] == [("The Paper 1", "says"), ("The Paper 2", "denies")]
    assert claim.independent_origins[1] == 1


def test_a_denial_in_a_report_of_another_story_of_a_large_case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.comparing.claims._SMALL", 0)
    flood = "Heavy rain flooded the Varsa valley and cut off mountain villages, rescuers of the Varsa valley said. " * 9
    texts = (
        "Guards shot the miner in Tarn.",
        "Guards shot a miner in Tarn, witnesses said.",
        f"{flood}Lena Abt denied that guards shot the miner in Tarn. {flood}",
    )
    found = told(*texts, days=("2031-05-08", "2031-05-08", "2031-08-09"))
    assert len(found.found.stories) == 2
    claims = [
        c for c in found.found.claims if any(s.outlet == "The Paper 3" and s.stance == "denies" for s in c.stances)
    ]
    assert not claims, (
        "what one story of a large case tells is not denied by another: fifteen in sixteen such were none"
    )
    assert not found.found.conflicts


def test_a_denial_may_stand_in_a_report_of_another_story() -> None:
    found = told(SANK, "The navy denied it.")
    ground = grounds(found.reports.values(), found.readings.values())
    assert ground is not None
    (gathered,) = claims_of(ground)
    alone = replace(gathered, units=tuple(u for u in gathered.units if u.report == "r1"))
    claim = next(t.claim for t in gathered.told if t.units[0].report == "r1")
    denial = Denial(Telling("r2", 0, 18, "denies", "", "a1"), Reason("denial", "denies"), own=False)
    told_of = replace(alone, told=tuple(t for t in gathered.told if t.claim is claim))
    (got,) = stances(told_of, found.reports, found.readings, {claim.id: (denial,)})
    assert ("The Paper 2", "denies") in [(s.outlet, s.stance) for s in got.stances]


def test_who_says_that_something_is_not_so_denies_it_no_less_than_his_words_do() -> None:
    story = told(
        'The mayor of Tarn, Omar Saleh, wrote to the union, adding, "We do not want a strike at the port of Tarn."',
        '"We do not want a strike at the port of Tarn," Omar Saleh wrote to the union on Monday.',
    )
    claim, _ = story.at("We do not want a strike at the port")
    assert {t.stance for t in claim.tellings} == {"says"}


LEFT_OPEN = [
    ("Guards may have shot the miner in Tarn, Lena Abt said.", "shot the miner", "hedges", "what may be so is left open, also where somebody holds it"),
    ("The inquiry will tell whether any deaths were connected to the Karm leak, Lena Abt said.", "whether any deaths were connected", "hedges", "what is asked is left open"),
    ("Lena Abt spoke of the so-called attacks on miners by guards in Tarn.", "so-called attacks", "hedges", "what is so called is left open"),
    ("Guards in Tarn denied the alleged payments to the miners.", "denied the alleged payments", "says", "a denial is no doubt"),
    ("Guards in Tarn plan to shoot at miners, Lena Abt said.", "shoot at miners", "says", "a plan is told"),
    ("Officials believe that a guard may have shot the miner in Tarn.", "shot the miner", "hedges", "what somebody holds only may be so"),
    ("Lena Abt added that the leak at Karm was probably caused by a crack.", "caused by a crack", "hedges", "what somebody says is likely alone"),
    ("Officials believe that a guard shot the miner in Tarn.", "shot the miner", "says", "what somebody holds is told, as his"),
    ("Senators want to know who gave the order if reports of secret payments to the miners of Tarn are true.", "if reports of secret payments", "hedges", "a condition is left open"),
    ("If guards shoot, the miners of Tarn will leave the town, Lena Abt said.", "leave the town", "says", "what hangs on a condition is told"),
    ("Guards in Tarn could be jailed for that, Lena Abt said.", "could be jailed", "says", "what could follow is held"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "stance", "why"), LEFT_OPEN, ids=[r[-1] for r in LEFT_OPEN])
def test_what_is_left_open(text: str, words: str, stance: str, why: str) -> None:
    _, telling = told(text).at(words)
    assert telling.stance == stance, why


# what is said, what it makes of "the guard sold the keys", why
NOT_SHOWN = [
    ("There is no evidence that {}, Lena Abt said.", "hedges", "nothing shows it"),
    ("Lena Abt said police found no proof that {}.", "hedges", "nor was proof found"),
    ("The inquiry found no indication that {}.", "hedges", "nor a sign"),
    ("Lena Abt said the tape does not show that {}.", "hedges", "a thing does not show it"),
    ("Lena Abt said the court had not found that {}.", "hedges", "a court has not"),
    ("Lena Abt said she was not convinced that {}.", "hedges", "she is not convinced"),
    ("Nobody has told me that {}, Lena Abt said.", "hedges", "nobody has told her"),
    ("Lena Abt does not believe that {}.", "hedges", "she does not believe it"),
    ("Officials have yet to confirm that {}.", "hedges", "what is yet to be shown"),
    ("Lena Abt did not know that {}.", "says", "what one does not know is so"),
    ("Lena Abt did not mention that {}.", "says", "and what one leaves out"),
    ("It is no secret that {}.", "says", "what is no secret is so"),
    ("There is no doubt that {}, Lena Abt said.", "says", "no doubt is left"),
    ("The court found that {}.", "says", "found"),
    ("Lena Abt said the tape shows that {}.", "says", "shown"),
    ("Lena Abt said she was convinced that {}.", "says", "convinced"),
]  # fmt: skip


@pytest.mark.parametrize(("frame", "stance", "why"), NOT_SHOWN, ids=[r[-1] for r in NOT_SHOWN])
def test_what_nothing_shows_is_nobodys_word(frame: str, stance: str, why: str) -> None:
    text = frame.format("the guard sold the keys of the Orsa vault")
    claims = told(text).found.claims
    start = text.index("the guard sold")
    assert {t.stance for c in claims for t in c.tellings if t.start == start} <= {stance}, why
    assert stance == "says" or all(t.start == start or t.stance == "says" for c in claims for t in c.tellings), why


ACCUSED = [
    ("The guard of Orsa is accused of selling the keys.", "hedges", "nobody is named who accuses him"),
    ("The guard, who has been accused of selling the keys, left Orsa.", "hedges", "nor beside"),
    ("Lena Abt accused the guard of selling the keys.", "says", "she says it"),
    ("The guard, who was accused by Lena Abt of selling the keys, left Orsa.", "says", "by whom is told"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stance", "why"), ACCUSED, ids=[r[-1] for r in ACCUSED])
def test_what_somebody_is_accused_of_is_said_by_whoever_accuses_him(text: str, stance: str, why: str) -> None:
    start = text.index("selling")
    (inner,) = [t for c in told(text).found.claims for t in c.tellings if t.start == start]
    assert inner.stance == stance, why


# what one report tells, what a later one does, the stance of the later where both tell one thing, why
GIVEN_UP = [
    ("The council plans to close the Orsa school in June.", "The council dropped its plan to close the Orsa school in June.", "denies", "the plan is dropped"),
    ("The council plans to close the Orsa school in June.", "The council has abandoned plans to close the Orsa school in June.", "denies", "or abandoned"),
    ("The council plans to close the Orsa school in June.", "The plan to close the Orsa school in June was scrapped by the council.", "denies", "in the passive"),
    ("The army will send 900 troops to Tarn, the minister said.", "The army scrapped plans to send 900 troops to Tarn, the minister said.", "denies", "by word of another"),
    ("The bank intends to cut 1,200 jobs in Orsa by the autumn.", "The bank gave up its intention to cut 1,200 jobs in Orsa by the autumn.", "denies", "a verb with its particle"),
    ("Ann Holm will run for mayor of Orsa in the autumn.", "Ann Holm withdrew her bid to run for mayor of Orsa in the autumn.", "denies", "a bid"),
    ("The club will move its stadium from Orsa to Tarn next year.", "The club shelved a proposal to move its stadium from Orsa to Tarn next year.", "denies", "a proposal"),
    ("The union will strike at the Orsa mill on Monday.", "The union called off its strike at the Orsa mill on Monday.", "denies", "a deed by its noun"),
    ("Ruma threatened to cut gas supplies to Pell over the winter.", "Ruma withdrew its threat to cut gas supplies to Pell over the winter.", "denies", "a threat"),
    ("Guards stopped the crowd from entering the Orsa mill.", "The crowd entered the Orsa mill on Monday, guards said.", "says", "what was stopped is told"),
    ("The council plans to close the Orsa school in June.", "The council confirmed its plan to close the Orsa school in June.", "says", "it stands"),
    ("The council plans to close the Orsa school in June.", "The council approved the plan to close the Orsa school in June.", "says", "it stands all the more"),
    ("The council plans to close the Orsa school in June.", "The council has not dropped its plan to close the Orsa school in June.", "says", "it is not dropped"),
    ("The council plans to close the Orsa school in June.", "Parents urged the council to drop its plan to close the Orsa school in June.", "says", "others want it dropped"),
    ("Ann Holm resigned as mayor of Orsa on Friday.", "The council dropped its plan to close the school after Ann Holm resigned as mayor of Orsa on Friday.", "says", "after what is no plan"),
    ("The council will open a pool in Orsa in June.", "The council dropped its plan to close the school and will open a pool in Orsa in June.", "says", "another plan"),
    ("Ole Dahl failed to pay taxes on the boat in May.", "Ole Dahl did not pay taxes on the boat in May.", "says", "both tell that he did not"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "stance", "why"), GIVEN_UP, ids=[g[-1] for g in GIVEN_UP])
def test_who_tells_that_a_plan_is_given_up_does_not_tell_the_plan(one: str, other: str, stance: str, why: str) -> None:
    found = told(one, other, days=("2031-05-10", "2031-05-16")).found
    both = [c for c in found.claims if len({t.report for t in c.tellings}) > 1]
    assert [{t.stance for t in c.tellings if t.report == "r2"} for c in both] == [{stance}], why


def test_a_firm_that_publishes_is_not_silent_on_what_it_says_itself() -> None:
    said = f"Two boats of the fishing fleet sank off Selde on Monday, the Selde Union said. {OTHER}"
    claim, _ = told(said, said, LONG, outlets=("The Paper 1", "The Paper 2", "Selde Union")).at("fishing fleet sank")
    assert "Selde Union" in [o.name for o in claim.origins]
    assert claim.silent == ()
