"""Two who put one thing at two poles of a matter, or lay what happened to each other, right beside each other."""

from __future__ import annotations

import pytest

from disputed import disputed

OPPOSED = [
    (("The club said that head coach Lia Moran had stepped down. Moran told a radio station she had been sacked.",), "left or was sacked"),
    (("Trade minister Paolo Gett resigned on Monday, his office said.", "Paolo Gett was dismissed by the president, two cabinet colleagues said."), "over two reports"),
    (("A negotiator said the union's members had accepted the offer. The union's president said the offer had been turned down.",), "an offer"),
    (("The speaker ruled that the motion of no confidence had been carried. Opposition deputies said the motion was defeated.",), "a motion"),
    (("The ministry says the new vaccine passed its safety trial. The lead researcher said it failed the trial.",), "it, in the second"),
    (("The chairman insists the mine is profitable. Its bankers say the mine has been losing money since March.",), "a gain"),
    (("The rebels kept to the truce, their commander said. UN monitors said the rebels had violated the truce eleven times.",), "a truce"),
    (("The minister said he had no knowledge of the payments before April. His former secretary testified that he knew about the payments in January.",), "a negation turns the pole"),
    (("The video is authentic, the broadcaster said. The presidency dismissed it as a fake.",), "who calls it so is cited"),
    (("Police are treating the sinking of the barge as an accident. The barge's owner said it had been sabotaged.",), "who treats it so is cited"),
    (("The prisoners are being treated humanely, the justice ministry said. A lawyer who visited them said they had been beaten daily.",), "a treatment"),
    (("The fugitive banker Ivo Strand was in custody on Tuesday night, the interior minister said.", "Ivo Strand remains at large, two police sources said."), "in custody"),
    (("The government blamed the breakdown of the talks on the rebels. The rebels said it was the government that had wrecked the talks.",), "each lays it to the other"),
    (("Police said that the marchers had attacked the guards. The marchers said the guards had attacked them.",), "the parts are changed"),
    (("The army said the nine men killed in the orchard were militants. Villagers said all nine were farmers.",), "so many, told of before"),
    (("At least 31 people were killed when the levee gave way, the governor said. The Red Crescent put the number of dead at 54.",), "far above the least of another"),
    (("The governor said Norvia's army opened fire first. The army said its gunners had returned fire.",), "who only struck back"),
    (("Opposition parties accuse the commission of stuffing ballot boxes. Its chair, Ines Puck, dismissed the charge as laughable.",), "whatever it is dismissed as"),
]  # fmt: skip
NOT_OPPOSED = [
    (("Police arrested the driver, Timo Saari. His passenger, Riku Saari, remains at large, a neighbour said.",), "two men"),
    (("Schools in the capital were closed, the ministry said. Elsewhere, schools were open, a teachers' union said.",), "elsewhere"),
    (("The army kept the truce, a general said. The rebels broke the truce, a monitor said.",), "two who keep it"),
    (("The front hatch was closed, police said. The back hatch was open, a cook said.",), "two hatches"),
    (("The airport at Sund was closed by fog, the operator said.", "The airport at Sund is open again, the operator said."), "closed, then open"),
    (("The mayor said the motion on parking was carried. A deputy said the motion on rents was defeated.",), "two motions"),
    (("Economists forecast growth of 3 per cent this year. The statistics office said growth was 1.2 per cent in the first quarter.",), "what is foreseen, and another term"),
    (("Exports rose 4 per cent in May, the bank said. Exports fell 2 per cent over the whole year, the chamber of commerce said.",), "a month and a year"),
    (("Rebels shelled the market, the army said. The army bombed the bridge, the rebels said.",), "each its own deed"),
    (("At least 31 people were killed, the governor said.", "The Red Crescent put the number of dead at 54."), "a toll goes on"),
    (("Mira Sol has left the party, its chairman said.", "Mira Sol remains in hospital, doctors said."), "two matters"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "why"), OPPOSED, ids=[row[-1] for row in OPPOSED])
def test_two_poles_are_a_dispute(texts: tuple[str, ...], why: str) -> None:
    assert disputed(*texts), why


@pytest.mark.parametrize(("texts", "why"), NOT_OPPOSED, ids=[row[-1] for row in NOT_OPPOSED])
def test_what_can_both_hold_is_no_dispute(texts: tuple[str, ...], why: str) -> None:
    assert not disputed(*texts), why
