"""What only one can be, or be in one place only: who won, where somebody is; and who it was that did it."""

from __future__ import annotations

import pytest

from disputed import disputed

# fmt: off
RIVALS = [
    (("Opposition candidate Mira Sol won Sunday's vote with 54 percent, her party said.", 'President Anton Reis was re-elected with 51 percent of the vote, the election commission said.'), 'two won one vote'),
    (('Mira Sol has won the presidential election, her campaign said on Monday.', 'Anton Reis won the presidential election, state television said on Monday.'), 'two are said to have won'),
    (('Mira Sol beat Anton Reis in the runoff, her party said.', 'Anton Reis defeated Mira Sol in the runoff, the interior minister said.'), 'each beat the other'),
    (("Anton Reis was declared the winner of Sunday's election by the commission.", 'Mira Sol won the election on Sunday, observers for the opposition said.'), 'declared the winner, and won'),
    (('President Anton Reis has fled to Norvia, two ministers said on Friday.', 'President Anton Reis is still in the capital and is at work, his spokeswoman said on Friday.'), 'fled, and still there'),
    (('The banker Olav Brandt has left the country, prosecutors said on Friday.', 'Olav Brandt remains in Lund, his lawyer said on Saturday.'), 'left the country, and remains'),
    (('General Ivo Lind escaped to Sarkand, the rebels said.', 'General Ivo Lind is still at his post in Kesh, the army said.'), 'escaped, and at his post'),
    (('Soldiers shot the mayor of Kesh, Lena Holm, on Friday, residents said.', 'It was rebels who shot Lena Holm, the mayor of Kesh, the army said on Friday.'), 'it was others who did it'),
    (('Norvia broke the truce by shelling Orsa on Friday, General Ivo Lind said.', "It was Sarkand that broke the truce, a spokesman for Norvia's army said on Friday."), 'it was the other who broke it'),
    (('The rebels broke the truce on Friday, the army said.', 'It was soldiers who broke the truce, a rebel commander said.'), 'it was soldiers who broke it'),
    (("Police said Nick Fry was 34.", "Nick Fry was 29, his lawyer said."), "two ages"),
    (("The army shelled the village of Orsa on Monday. The rebels in Orsa said the army fired first.", "The army said the rebels in Orsa opened fire first."), "each fired first"),
]
NONE = [
    (("Police said the victims were 34 and 29.", "The victims were 23 and 29, a lawyer said."), "the ages of several"),
    (("The guards in Lund fired first, a witness said.", "The hunters in Karm shot first, a farmer said."), "two fights"),
    (('Mira Sol won the vote in Tarn, officials said.', 'Anton Reis won the vote in Lund, officials said.'), 'two votes in two towns'),
    (("Mira Sol won Sunday's election, the commission said.", "Mira Sol's Green Party won Sunday's election, officials said."), 'her party'),
    (('Mira Sol won the presidential election in 2026, records show.', "Anton Reis won Sunday's presidential election, the commission said."), 'two years'),
    (('Mira Sol won the trust of voters, her aide said.', 'Anton Reis won praise for his speech, his aide said.'), 'no contest'),
    (('Mira Sol will win the election, her aide said.', 'Anton Reis will win the election, his aide said.'), 'nobody has won yet'),
    (('Mira Sol beat Anton Reis in the runoff, her party said.', 'Anton Reis lost the runoff to Mira Sol, the commission said.'), 'both say who won'),
    (('Anton Reis left for Norvia on Thursday, an aide said.', 'Anton Reis is back in the capital, an aide said on Tuesday.'), 'days later'),
    (('Two ministers have fled to Norvia, officials said.', 'President Anton Reis is still in the capital, officials said.'), 'two others'),
    (("Anton Reis's wife has fled to Norvia, two ministers said.", 'Anton Reis is still in the capital, his spokeswoman said.'), 'his wife'),
    (('Anton Reis left the meeting early, an aide said.', 'Anton Reis is still in talks with the union, an aide to the union said.'), 'a meeting'),
    (('Mira Sol has left the party, its chairman said.', 'Mira Sol remains in hospital, doctors said.'), 'a party'),
    (("Sol's Greens won the upper house vote in Norvia, officials said.", 'Reis won the vote for mayor of Lund, officials said.'), 'two votes'),
    (('Lund United won the cup final on Saturday, the league said.', "Orsa Rovers won the women's match on Saturday, the league said."), 'two matches'),
    (('Mira Sol won the primary in Iowa on Tuesday, officials said.', 'Anton Reis won the primary in Ohio on Tuesday, officials said.'), 'two states'),
    (('Olav Brandt left home at noon on Friday, his wife said.', 'Olav Brandt is at home with a cold, his lawyer said.'), 'out at noon'),
    (('Soldiers broke the truce on Friday, the rebels said.', 'It was soldiers who broke the truce, a villager said.'), 'the same doer'),
    (('The rebels broke the truce on Friday, the army said.', 'It was soldiers who buried the dead, a villager said.'), 'another deed'),
    (("Mira Sol won the trust of voters, her aide said.", "Anton Reis is in the capital, his aide said."), "two who do two things"),
]
# fmt: on


# fmt: off
FIRST = [
    ("The rebels say the army struck first. The army says the rebels fired first at its post.", True, "each struck first"),
    ("The colonel said that the guerrillas opened fire first. Villagers said soldiers started the shooting.", True, "the one fired first, the other started it"),
    ("The miners said guards started the fight at the gate. The guards said the miners swung first.", True, "started it, and swung first"),
    ("The rebels say the army struck first. The army says the rebels fired later at its post.", False, "first, and later"),
    ("The rebels first fired at six, the army said. The army fired at seven, the rebels said.", False, "for the first time"),
    ("Lund scored first, the coach said. Karm scored first in the second half, the other coach said.", False, "no blow"),
    ("Police arrived first, a witness said. Firemen arrived first, the mayor said.", False, "who came first"),
    ("The army fired the first rocket of the year, it said. The rebels said they started the year well.", False, "a year"),
    ("The army said it struck first. The army's spokesman said soldiers fired first.", False, "one side"),
]
# fmt: on


@pytest.mark.parametrize(("text", "two", "why"), FIRST, ids=[why for *_, why in FIRST])
def test_one_struck_first(text: str, two: bool, why: str) -> None:
    assert bool(disputed(text)) is two, why


@pytest.mark.parametrize(("texts", "why"), RIVALS, ids=[why for _, why in RIVALS])
def test_two_cannot_both_be_so(texts: tuple[str, ...], why: str) -> None:
    (found,) = disputed(*texts)
    assert {r for side in found.sides for r, _, _ in side.evidence} == {"r0", "r1"}, why


@pytest.mark.parametrize(("texts", "why"), NONE, ids=[why for _, why in NONE])
def test_both_can_be_so(texts: tuple[str, ...], why: str) -> None:
    assert not disputed(*texts), why
