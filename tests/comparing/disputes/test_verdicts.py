"""A verdict on what somebody said: wrongly said, claimed by another, nothing for it, taken back, recalled."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Findings, Report

NO_LETTER = "The minister, Ana Costa, said on Monday that there was no letter from the bank to the ministry."
# reports, what the other side tells, the status, why
DISPUTED = [
    ((NO_LETTER, "The minister, Ana Costa, admitted that she had been wrong to say that there was no letter from the bank to the ministry."), "there was no letter from the bank to the ministry", "superseded", "wrong to say"),
    (("The surgeon, Hugo Brandt, said that he had operated on the patient himself.", "The surgeon, Hugo Brandt, admitted that he had lied when he said that he had operated on the patient himself."), "he had operated on the patient himself", "superseded", "lied when he said"),
    (("The mayor, Eva Lund, said that the bridge had been inspected in March.", "The union, Penen, said that the mayor, Eva Lund, had been wrong to say that the bridge had been inspected in March."), "the bridge had been inspected in March", "open", "another says so"),
    (("For a week the club maintained that the player had stood in the hall. On Monday the club conceded that he had not.",), "the player had stood in the hall", "superseded", "by the verb alone"),
    (("The candidate, Luis Peralta, said that dead people had voted in the election. The electoral court said there was no evidence that dead people had voted.",), "dead people had voted in the election", "open", "nothing for it"),
    (("An aide said that the prisoner was moved on orders from the capital. A spokesman for the council, Peter Aal, said that no such orders were ever given.",), "the prisoner was moved on orders from the capital", "open", "none of that kind"),
    (("The finance minister, Ines Prado, who had said that the fuel tax would not be raised, announced that it would be raised by 9 cents.",), "it would be raised by 9 cents", "superseded", "recalled beside the contrary"),
    (("The bank denied the claim by the union leader, Ana Cruz, that it had cut wages.",), "it had cut wages", "open", "the claim stands in the denial"),
    (("The club denied a claim by the striker, Leo Amado, that it had not paid him for three months.",), "it had not paid him for three months", "open", "the claim is that something is not so"),
    (("The health ministry said that the claim by the opposition leader, Jan Novotny, that old vaccines had been given to children was without foundation.",), "old vaccines had been given to children", "open", "a name between claim and what is claimed"),
    (("The governor, Ann Holt, said that she had not met the banker. On Friday she admitted that she had.",), "she had not met the banker", "superseded", "by the verb alone, that it is so"),
]  # fmt: skip
NOT_DISPUTED = [
    (("The coach, Tom Lind, said that the keeper had played with a broken hand.", "The coach, Tom Lind, said that he had been wrong to let the keeper play with a broken hand."), "wrong to do"),
    (("The minister, Ines Prado, who had said that the fuel tax would be raised, announced that it would be raised by 9 cents.",), "he does as he said"),
    (("The bank confirmed the claim by the union leader, Ana Cruz, that it had cut wages.",), "confirmed"),
    (("A former officer, Ali Noor, said that the general had given an order to clear the square. The ministry said such orders were given every week.",), "there are such"),
    (("The laboratory said that the sample held arsenic. It said no evidence had been removed from the laboratory.",), "evidence as a thing"),
    (("For a week the club maintained that the player had stood in the hall. On Monday the club said that he had.",), "he had"),
    (("The governor, Ann Holt, said that she had met the banker. On Friday she admitted that she had.",), "she says it again"),
]  # fmt: skip
CLAIMED = [
    ("The bank denied a claim by Ana Cruz that it had cut wages.", "it had cut wages", "Ana Cruz"),
    ("The bank rejected the claim by the union leader, Ana Cruz, that it had cut wages.", "it had cut wages", "Ana Cruz"),
    ("Residents said that the claim by the mayor, Eva Berg, that the bridge had been closed for repairs was a lie.", "the bridge had been closed for repairs", "Eva Berg"),
]  # fmt: skip


def found(*texts: str) -> Findings:
    reports = [
        Report(f"r{n}", text, published=f"2031-05-{12 + n}", outlet=outlet)
        for n, (text, outlet) in enumerate(zip(texts, ("The Orsa Post", "Lund Today"), strict=False))
    ]
    return compare(reports, read(reports))


@pytest.mark.parametrize(("texts", "told", "status", "why"), DISPUTED, ids=[row[-1] for row in DISPUTED])
def test_a_verdict_stands_against_what_was_said(texts: tuple[str, ...], told: str, status: str, why: str) -> None:
    (dispute,) = found(*texts).conflicts
    sides = [" ".join(texts[int(r[1:])][s:e] for r, s, e in side.evidence) for side in dispute.sides]
    assert (told in sides[1], dispute.status) == (True, status), why


@pytest.mark.parametrize(("texts", "why"), NOT_DISPUTED, ids=[row[-1] for row in NOT_DISPUTED])
def test_what_is_no_verdict(texts: tuple[str, ...], why: str) -> None:
    assert found(*texts).conflicts == (), why


@pytest.mark.parametrize(("text", "told", "who"), CLAIMED)
def test_what_is_denied_is_the_word_of_who_claims_it(text: str, told: str, who: str) -> None:
    claims = found(text).claims
    (claim,) = (c for c in claims if any(text[t.start : t.end] == told for t in c.tellings))
    assert [o.name for o in claim.origins] == [who]
