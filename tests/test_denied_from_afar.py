"""What is denied beside, or far behind, where it was told: "which the army denies", "rejected the findings"."""

from __future__ import annotations

import pytest

from rashomon.comparing.compare import compare
from rashomon.reading import read
from rashomon.records import Conflict, Report, Side

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
]  # fmt: skip
NOT_DISPUTED = [
    (("Herders say soldiers left the well, which the army dug on Monday.",), "a well that they dug"),
    (("Lund offered a truce, the mayor said. Orsa turned to its guests, an aide said. It rejected the findings.",), "nobody found anything"),
    (("The pilot slept in the cockpit, a passenger said. \"We do not comment on such matters,\" the airline said.",), "no comment on such things denies none"),
    (("The centre has found no evidence that 40 died in Orsa. The centre established the names of 31 persons who died in Orsa.",), "so many, and not that any died"),
    (("Police arrived at the gate at noon, a steward said.", "There were no police at the gate, fans said."), "they may have left"),
    (("A blast shook the harbour of Orsa, the mayor said.", "There was no blast in the town of Lund, the police said."), "of another place"),
    (("The rights centre has found no evidence that 40 persons died in Orsa.", "A team of the rights centre has established the names of 31 persons who died in Orsa."), "nobody tells 40"),
    (("The road does not bend, a hiker said. \"They told us it would bend,\" a driver said of the bar.",), "what was foretold is not told"),
]  # fmt: skip


def _found(texts: tuple[str, ...]) -> tuple[Conflict, ...]:
    reports = [
        Report(f"r{n}", text, published=f"2031-05-{12 + n}", outlet=f"Outlet {n}") for n, text in enumerate(texts)
    ]
    return compare(reports, read(reports)).conflicts


def _words(side: Side, texts: tuple[str, ...]) -> str:
    return " | ".join(texts[int(r[1:])][start:end] for r, start, end in side.evidence)


@pytest.mark.parametrize(("texts", "one", "other", "why"), DISPUTED, ids=[row[-1] for row in DISPUTED])
def test_both_sides_are_found(texts: tuple[str, ...], one: str, other: str, why: str) -> None:
    told = [[_words(side, texts) for side in c.sides] for c in _found(texts)]
    assert any(one in a and other in b for x in told for a, b in (x, x[::-1])), (why, told)


@pytest.mark.parametrize(("texts", "why"), NOT_DISPUTED, ids=[row[-1] for row in NOT_DISPUTED])
def test_none_is_found(texts: tuple[str, ...], why: str) -> None:
    assert _found(texts) == (), why


def test_a_side_ends_where_the_denial_begins() -> None:
    texts = DISPUTED[0][0]
    (found,) = _found(texts)
    assert [_words(side, texts) for side in found.sides][1].endswith("on Monday")


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
