"""The second account: one slot with two values beside each other, two ends of one, and numbers put right."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Conflict, Report

# reports of one day after another, the kind of the dispute, why
DISPUTED = [
    (("Captain Roos said that the trawler had been in Norvian waters. The coastguard said it had been in Selim waters.",), "place", "one place, told apart by what stands before it"),
    (("The arbiter, Lena Fuchs, said that the phone had been in the drawer. The player, Arun Mehta, said that it had been in his coat.",), "place", "a drawer and a coat"),
    (("The keeper, Ida Holm, said that the key had been in the safe. The cleaner, Ola Berg, said it had been on the desk.",), "place", "two places"),
    (("The pilot Omar Saleh was freed by the police on Friday, the ministry said. His sister says that he was freed by his own crew.",), "actor", "who did it, of him who is only he"),
    (("The government says that the driver was shot by the rebels; his mother, who was not there, says it was loyal soldiers.",), "actor", "it was soldiers: of what was told just before"),
    (("A watchman at the dam was shot by thieves on Friday, the mayor said. Neighbours told the Orsa Post that it was policemen who shot him.",), "actor", "it was they who"),
    (("The minister said that the two prisoners were soldiers. Their employer said that they were surveyors.",), "identity", "who fights, and who does not"),
    (("The governor said that the bank was insolvent. The chief executive said that it was solvent.",), "status", "a word and its contrary"),
    (("The talks in Tarn collapsed on Friday, an envoy said. A spokesman for the ministry said that they had been suspended.",), "status", "two ends"),
    (("A sailor had been shot in the leg, the union said. An official of the company confirmed that one man had been hurt, but said he had slipped.",), "cause", "granted, but told otherwise"),
    (("The editor of the Standard, Maria Voss, was dismissed on Monday, the owners said.", "The editor of the Standard, Maria Voss, resigned on Monday, her lawyer said."), "status", "two ends, in two reports"),
    (("The skipper Greta Lang was killed in the raid, the rebels said.", "The skipper Greta Lang was freed in the raid, the army said."), "status", "nothing follows death"),
    (("The singer Ada Bell was stabbed to death, her brother said. The clinic said that she had died of a stroke.",), "cause", "what one dies of by itself"),
    (("The police chief said that the boy had drowned. His mother said that he had been strangled.",), "cause", "two deaths"),
    (("The minister said that the vaccine had been stored at the clinic. Nurses said it had been in a garage.",), "place", "stored, and been"),
    (("The ministry said that 26 people had died of the fever in Semo.", "Thirty-one people had died of the fever in Semo, not 26, the charity Medair said."), "number", "N, not M"),
    (("The army said the general was in custody. The rebels said he had escaped.",), "status", "in custody, and escaped"),
    (("The council said the colonel was in its hands. His office said he was at large.",), "status", "in somebody's hands, and at large"),
    (("The navy said the captain was in detention. His office said he was on the run.",), "status", "in detention, and on the run"),
    (("The coach said the striker was 19. The rival club said he was 23.",), "number", "two ages"),
    (("The fire brigade said arson caused the fire. The owner said a short circuit was to blame.",), "cause", "something else is to blame"),
    (("Inspectors said ice caused the crash. The airline insists that a bird was to blame.",), "cause", "a bird is to blame"),
    (("The ministry said it was not measles but food poisoning. Doctors said it was measles.",), "identity", "it is what it is said not to be"),
    (("\"It was a bomb,\" the mayor said. Engineers said it was not a bomb but a gas leak.",), "identity", "it is not what it is said to be"),
    (("The ministry says Kiran Rao leaked the file. Rao says the minister's own aide leaked it.",), "actor", "a deed that one has done"),
]  # fmt: skip
NOT_DISPUTED = [
    (("Police say the boy was 14. His mother says she was 39.",), "the ages of two"),
    (("The vote was 14 to 12, the clerk said. The mayor said it was 9.",), "no age"),
    (("The fire brigade said arson caused the fire. The owner said the council was to blame for the loss.",), "whose fault is another question"),
    (("The ministry said it was not measles but food poisoning. Doctors said it was serious.",), "and something else"),
    (("The ministry says Kiran Rao leaked the file. Rao says a pipe leaked oil.",), "a pipe leaks"),
    (("Ada Quist planted roses, her son said. Her neighbour said Ole Dahl planted trees.",), "two things that were planted"),
    (("The doctor said Nick Fry was fit. Nick Fry was 29, his lawyer said.",), "a state and an age"),
    (("Captain Roos said that the trawler had been in the harbour. The coastguard said it had been in the outer harbour.",), "the second only tells more"),
    (("The agent, Lena Fuchs, said that the singer had been in Tarn. The driver, Arun Mehta, said that he had been in Norvia.",), "of two names one may lie in the other"),
    (("The operator said that the train had been on the main line. The union said it had been on duty for eleven hours.",), "a state is no place"),
    (("The keeper, Ida Holm, said that the key had been in the safe. The cleaner, Ola Berg, said that she had been in the hall.",), "of another"),
    (("The pilot Omar Saleh was freed by the police, the ministry said. The ministry said that the driver Isa Bako was freed by villagers.",), "two men, and one voice"),
    (("Police said that the car was hit by a lorry. A witness said that it was a Sunday.",), "it was, and nobody who did it"),
    (("The minister said that the two prisoners were soldiers. Their mother said that they were brothers.",), "of no side, and yet both may be so"),
    (("At least 14 people died, the ministry said. Rescuers said that 61 people had survived.",), "people, and other people"),
    (("The skipper Greta Lang was freed on Monday, the army said.", "The skipper Greta Lang died on Wednesday, her sister said."), "first the one, then the other"),
    (("An official confirmed that one man had been hurt. The union said that he had slipped.",), "nothing is told otherwise"),
    (("The ministry put the cost of the new stadium at 300 million euros. The club said that the debts of the old stadium came to 120 million euros.",), "a cost and a debt"),
]  # fmt: skip
CORRECTED = [
    (("The accident at the Kolar mine killed 14 miners, the company said.", "The accident at the Kolar mine killed 11 miners, not 14 as reported earlier, the company said."), True, "it says that it was told before"),
    (("The accident at the Kolar mine killed 14 miners, the company said.", "The accident at the Kolar mine killed 11 miners, not 14, the union said."), False, "another says so"),
]  # fmt: skip


def disputes(*texts: str) -> tuple[Conflict, ...]:
    reports = [
        Report(f"r{n}", text, published=f"2031-05-{12 + n}", outlet=outlet)
        for n, (text, outlet) in enumerate(zip(texts, ("The Orsa Post", "Lund Today"), strict=False))
    ]
    return compare(reports, read(reports)).conflicts


@pytest.mark.parametrize(("texts", "kind", "why"), DISPUTED, ids=[row[-1] for row in DISPUTED])
def test_two_values_of_one_slot_are_a_dispute(texts: tuple[str, ...], kind: str, why: str) -> None:
    assert [c.kind for c in disputes(*texts)] == [kind], why


@pytest.mark.parametrize(("texts", "why"), NOT_DISPUTED, ids=[row[-1] for row in NOT_DISPUTED])
def test_what_can_both_hold_is_none(texts: tuple[str, ...], why: str) -> None:
    assert disputes(*texts) == (), why


@pytest.mark.parametrize(("texts", "closed", "why"), CORRECTED, ids=[row[-1] for row in CORRECTED])
def test_a_correction_is_no_open_dispute(texts: tuple[str, ...], closed: bool, why: str) -> None:
    (found,) = disputes(*texts)
    assert (found.status == "superseded") is closed, why
