"""What is denied beside, or far behind, where it was told: "which the army denies", "rejected the findings"."""

from __future__ import annotations

import pytest

from disputed import disputed, words_of
from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Report

DISPUTED = [
    (("Herders say soldiers shot at them near the well of Orsa on Monday, which the army denies.",), "which the army denies", "soldiers shot at them near the well of Orsa on Monday", "a clause of its own, and no part of what it denies"),
    (("The guild says the owner barred the gates of the dock in Lund, which the company has denied.",), "the company has denied", "barred the gates", "the last noun is a town"),
    (("Walkers say keepers chased them with dogs in Orsa, which they deny.",), "which they deny", "keepers chased them with dogs in Orsa", "they are who is told of"),
    (("The board of inquiry found that the pump had been stopped by hand. The dock in Orsa opened in 1990, its head said. The operator rejected the findings.",), "rejected the findings", "pump had been stopped", "what was found, and not what was said last"),
    (("Judges of the tribunal concluded that a guard had shot the cook. The cook came from Lund, a friend said. The police union disputed the conclusions.",), "disputed the conclusions", "a guard had shot the cook", "what was concluded"),
    (("The governor said that foreign agents lit the fire in Orsa.", "The inspectors found no evidence to support the claim that foreign agents lit the fire in Orsa."), "found no evidence", "foreign agents lit", "nothing speaks for a claim"),
    (("A pilot said a drone hit the wing over Lund.", "Examiners found nothing to support the assertion that a drone hit the wing over Lund."), "found nothing", "a drone hit the wing", "nothing, with a verb for it"),
    (("Porters said the umpire took money from the club.", "The suggestion that the umpire took money from the club has no basis in fact, the league said."), "has no basis", "umpire took money", "a claim without basis"),
    (("The opposition said ballots were burned in Orsa on Sunday.", "The board said that reports of ballots being burned in Orsa were untrue."), "were untrue", "ballots were burned", "reports of a deed, without that"),
    (("Cooks said that the army looted shops in Lund.", "Allegations made by the mayor that the army looted shops in Lund are false, the army said."), "are false", "army looted shops", "a claim with who made it between"),
    (("A cook told the paper that the dam had burst at noon.", "Media reports according to which the dam had burst at noon are untrue, the mayor said."), "are untrue", "dam had burst at noon", "according to which"),
    (("Parents said the school had hidden the results of the tests.", "Assertions that the school hid the results of the tests do not correspond to reality, the head said."), "do not correspond", "hidden the results", "not what is so"),
    (("A scout said that the club paid the umpire in cash.", "Claims that the club paid the umpire in cash are not borne out by any document, the club said."), "are not borne out", "club paid the umpire", "nothing bears it out"),
    (("The crowd heard a gunshot at the gate, a steward said.", "There was no gunshot at the gate, the police said."), "no gunshot", "heard a gunshot", "none of what was heard"),
    (("A blast occurred in the tunnel before the fall, diggers said.", "There was no blast in the tunnel, the ministry said."), "no blast", "A blast occurred", "none of what befell"),
    (("The agent was freed in the evening on bail of 70,000 zlotys, his sister said. The regional court said it was 90,000.",), "it was 90,000", "bail of 70,000", "who says only a number tells no day of it"),
    (("The parish of Orsa accused the firm Chemlo of having emptied acid into the lake. Perch died by the ton, said the biologist Eva Dahl. Chemlo rejected the accusation.",), "Chemlo rejected", "emptied acid into the lake", "who is accused denies it, and not what was said last"),
    (("Norway said that a Russian trawler had cut the cable near Lund. The cable was laid in 1990, an engineer said. Moscow dismissed the allegation.",), "Moscow dismissed", "Russian trawler had cut", "a state by the name of its seat"),
    (("The defence ministry said that the balloon came from Russian soil. Two cows were hurt, a farmer said. Russia's foreign ministry dismissed the accusation as absurd.",), "foreign ministry dismissed", "balloon came from Russian soil", "another ministry than the one that accuses"),
    (("The coach, Ida Holm, accused the league of hiding the tape of the match, which the league denies.",), "which the league denies", "hiding the tape", "an accusation"),
]  # fmt: skip
NOT_DISPUTED = [
    (("Herders say soldiers left the well, which the army dug on Monday.",), "a well that they dug"),
    (("Lund offered a truce, the mayor said. Orsa turned to its guests, an aide said. It rejected the findings.",), "nobody found anything"),
    (("The pilot slept in the cockpit, a passenger said. \"We do not comment on such matters,\" the airline said.",), "no comment on such things denies none"),
    (("The centre has found no evidence that 40 died in Orsa. The centre established the names of 31 persons who died in Orsa.",), "so many, and not that any died"),
    (("Police arrived at the gate at noon, a steward said.", "There were no police at the gate, fans said."), "they may have left"),
    (("The bridge at Orsa has not opened.", "The bridge at Orsa opened on Tuesday."), "it opened the day after"),
    (("Ida Holm has not sold the mill of Orsa, a clerk said.", "Ida Holm sold the mill of Orsa on Tuesday, her lawyer said."), "sold the day after"),
    (("A blast shook the harbour of Orsa, the mayor said.", "There was no blast in the town of Lund, the police said."), "of another place"),
    (("The rights centre has found no evidence that 40 persons died in Orsa.", "A team of the rights centre has established the names of 31 persons who died in Orsa."), "nobody tells 40"),
    (("The road does not bend, a hiker said. \"They told us it would bend,\" a driver said of the bar.",), "what was foretold is not told"),
    (("Lena Berg was sentenced to 17 years in prison in Lund last month.\n\nCorrection 18 July: An earlier version of this article said Lena Berg had been sentenced to 15 years in prison in Lund.",), "an earlier version is told no more"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "one", "other", "why"), DISPUTED, ids=[row[-1] for row in DISPUTED])
def test_both_sides_aredisputed(texts: tuple[str, ...], one: str, other: str, why: str) -> None:
    told = [[words_of(side, texts) for side in c.sides] for c in disputed(*texts)]
    assert any(one in a and other in b for x in told for a, b in (x, x[::-1])), (why, told)


@pytest.mark.parametrize(("texts", "why"), NOT_DISPUTED, ids=[row[-1] for row in NOT_DISPUTED])
def test_none_isdisputed(texts: tuple[str, ...], why: str) -> None:
    assert disputed(*texts) == (), why


def test_a_side_ends_where_the_denial_begins() -> None:
    texts = DISPUTED[0][0]
    (found,) = disputed(*texts)
    assert [words_of(side, texts) for side in found.sides][1].endswith("on Monday")


APART = [
    (("Two men left Orsa on March 3, prosecutors said.", "The envoy left Orsa on March 3, a newspaper said."), "several who are counted, and one"),
    (("Three nurses arrived in Lund on March 3, the mayor said.", "The bishop arrived in Lund on March 3, the church said."), "of no place as object"),
    (("Four women were fined in Lund on Friday, the court said.", "Lena Berg was fined in Lund on Friday, the court said."), "to whom it is done"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "why"), APART, ids=[row[-1] for row in APART])
def test_what_one_does_and_what_several_do_are_two_claims(texts: tuple[str, ...], why: str) -> None:
    reports = [Report(f"r{n}", text, published="2031-05-12", outlet=f"Outlet {n}") for n, text in enumerate(texts)]
    claims = compare(reports, read(reports)).claims
    assert all(len({t.report for t in c.tellings}) == 1 for c in claims), why


GIVEN_UP = [
    (("Two workers said that the firm Corv was warned of inspections.", "Corv had rejected the allegation that it was warned of inspections. On Wednesday Corv said that it had no reason to maintain that position."), True, "a position that is not maintained"),
    (("Diggers said that alarms sounded in the shaft before the blast. Lund Coal denied that alarms sounded in the shaft before the blast.", "Lund Coal said that its earlier statement, in which it said that no alarms sounded in the shaft, had been based on incomplete data."), True, "its own earlier statement was wrong"),
    (("The union said that the valve was opened by hand. The Orsa Company denied that the valve was opened by hand.", "An inquiry found that the valve was opened by hand. The Orsa Company accepted the findings."), True, "it accepts what was found"),
    (("The union said that the valve was opened by hand. The Orsa Company denied that the valve was opened by hand.", "An inquiry found that the lock was broken. The Orsa Company accepted the findings."), False, "other findings"),
    (("Diggers said that alarms sounded in the shaft before the blast. Lund Coal denied that alarms sounded in the shaft before the blast.", "Lund Coal said that its earlier statement was right."), False, "it was right"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "closed", "why"), GIVEN_UP, ids=[row[-1] for row in GIVEN_UP])
def test_what_is_said_no_more_is_no_open_dispute(texts: tuple[str, ...], closed: bool, why: str) -> None:
    found = disputed(*texts)
    assert all((c.status == "superseded") is closed for c in found), why


def test_a_denial_that_another_recalls_is_of_who_denies() -> None:
    found = disputed(
        "Green Lund said that Lena Berg denied having known of the lead in the soil of Orsa.",
        "The ministry said that Lena Berg had known of the lead in the soil of Orsa.",
    )
    assert [c.sides[0].voices[0].startswith("voice:") for c in found] == [True]
