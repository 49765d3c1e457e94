"""A dispute that is shown is one: what takes nothing back, counts another thing, or is only alike in its words."""

from __future__ import annotations

import pytest

from disputed import disputed

Texts = tuple[str, ...]

ROWS: list[tuple[Texts, str, str]] = [
    (("The choir’s director Vera Lind said: “I love my brother, but he is dead wrong about the tax on wine.”", "Vera Lind wrote: “I love my brother, but he is dead wrong about the tax on wine.”"), "none", "a brother is wrong, said twice"),
    (("“She is mistaken about the bridge of Orsa,” Karl Beck said.", "Karl Beck told the radio: “She is mistaken about the bridge of Orsa.”"), "none", "she is wrong, said twice"),
    (("“I was mistaken about the bridge of Orsa,” Karl Beck said on Tuesday.",), "none", "nothing said before"),
    (("Karl Beck said that the bridge of Orsa was safe for lorries.", "“I was mistaken about the bridge of Orsa,” Karl Beck said."), "superseded", "he was wrong himself, in his words"),
    (("Karl Beck said that the bridge of Orsa was safe for lorries.", "Karl Beck said that he had been mistaken about the bridge of Orsa."), "superseded", "he was wrong himself"),
    (("The race did not turn out the way the team wanted, coach Ida Holm said.", "Coach Ida Holm said that the race did not turn out as she wanted."), "none", "as she wanted"),
    (("The concert had been sold out, Karl Beck said.", "The concert was not sold out as he had hoped, Karl Beck said."), "none", "as he had hoped"),
    (("Governor Luis Prado said that he would run for a third term in Orsa.", "“I will no longer speak to the radio about a third term in Orsa,” Governor Luis Prado said."), "none", "no longer speaks"),
    (("Governor Luis Prado said that the dam of Orsa was safe.", "Governor Luis Prado no longer says that the dam of Orsa is safe."), "superseded", "no longer says so"),
    (("The bureau’s spokesman Jan Brod said that the paper’s description of the talks in Lund was inaccurate.", "Jan Brod, a spokesman for the bureau, told the paper that its description of the talks in Lund was inaccurate."), "none", "inaccurate, said twice"),
    (("Ida Holm said that the sea was not deep enough in the bay of Tarn to expect a wave.", "The sea in the bay of Tarn is not deep and no wave is expected, Ida Holm said."), "none", "not so, said twice"),
    (("Ida Holm said that tracking the wolves of Orsa would take years.", "Ida Holm said that the law requires tracking the wolves of Orsa, something that she said was impossible."), "none", "impossible is the thing, not his word"),
    (("“Until then he will serve the people of Orsa with devotion,” a statement of the office said.", "“Until then Olav Brekke will serve the people of Orsa with devotion,” Olav Brekke said."), "none", "one statement"),
    (("The club made an offer to the goalkeeper of Tarn, the radio said.", "The agent presented the offer to the goalkeeper of Tarn, the club said."), "none", "an offer, told by two sides"),
    (("Police said that firemen had found the ring of the widow. A boy found the ring of the widow, firemen said.",), "none", "found by firemen and a boy"),
    (("The mayor said the nurses had opened the door of the ward. The nurses said that the mayor had opened the door of the ward.",), "open", "each lays it to the other, beside"),
    (("The union said that the guards had locked the gate of the mill. The guards said that children had locked the gate of the mill.",), "open", "laid to others, beside"),
    (("The navy said that the rebels had shelled the harbour of Tarn.", "Rebels said that the navy had shelled the harbour of Tarn."), "open", "each shells"),
    (("The senate voted for the bridge of Orsa, the minister said.", "The minister voted for the bridge of Orsa, the union said."), "none", "each votes"),
    (("The bridge of Orsa cost $40 million, the mayor said. The builders’ union said that the bridge of Orsa cost $65 million.",), "open", "a cost, beside"),
    (("The mayor said that the bridge of Orsa cost $40 million.", "The auditors said that the bridge of Orsa had cost $65 million."), "open", "a cost in two reports"),
    (("The repair of the bridge came to $40 million, the mayor said. “It was $65 million,” the auditor said.",), "open", "a mere sum, beside"),
    (("The club said that it had made an offer of $20 million for the goalkeeper of Tarn.", "The club made an offer of $35 million for the goalkeeper of Tarn, his agent said."), "open", "two sums of one offer"),
    (("Unemployment in Lund is 9 percent, the ministry said. The union said that unemployment in Lund was 21 percent.",), "open", "two rates"),
    (("The firm said that 40 trucks had left the depot of Orsa on Monday.", "The drivers said that 90 trucks had left the depot of Orsa on Monday."), "open", "trucks in two reports"),
    (("The mine got $10 million in loans, a report notes. More than $76 million was spent on the projects of the valley, Ida Holm wrote.",), "none", "loans and spending"),
    (("The owner invested $20 million in the course and the kitchen, the paper said. The candidate boasted of whittling $25 million off the price of the hotel.",), "none", "renovation and price"),
    (("Two men raised $350 million for the ski resort, officials said. One of them was accused of using $50 million for his own flat.",), "none", "raised and used"),
    (("The tellers earned $35,000 to $60,000 a year, the bank said. Bonuses were $500 to $2,000 every three months, the radio said.",), "none", "pay and bonus"),
    (("Berg lost six percent in a week, the pollster said. The share of farmers among the voters was 39 percent, the institute said.",), "none", "a loss and a share"),
    (("Berg has an unfavourable rating of 53 percent, the poll said. It also showed that 74 percent said the country is on the wrong track.",), "none", "a rating and a mood"),
    (("Petra Holm scored 23 points and Lund won, the club said.", "Petra Holm had five points in the first run of Lund, the coach said."), "none", "points of a game and of a part of it"),
    (("The navy found six rifles, 12 magazines and 300 rounds on the boat of the smugglers, an officer said.", "The navy found 14 rifles, 31 magazines and 923 rounds on the boat of the smugglers, the admiral said."), "none", "two hauls"),
    (("The ministry removed a dozen letters of the envoy from its archive, a memo said. Two letters to the envoy and 10 letters to his aides were placed in a safe, the secretary said.",), "none", "a sum and its parts"),
    (("The bank said that its vault had been empty. “This letter is nothing new,” the treasurer Ida Holm said.",), "none", "a letter that is nothing new"),
    (("The firm said the mill would close in May. Though noise at the mill is nothing new, the neighbours sued.",), "none", "noise that is nothing new"),
    (("The council requires the mill to count each bat. Olav Brekke said that the rules require counting each bat in the dark, something that he said was impossible.",), "none", "counting is impossible"),
    (("The radio said that the choir had sold its hall to the bank. “That is impossible,” the choir’s director said.",), "open", "that is impossible"),
    (("The dam will hold, the engineer Ida Holm said. People disagree about whether there is any chance of a flood.",), "none", "people disagree whether"),
    (("The report did not give evidence that the navy was behind the theft of the files. Karl Beck said he did not see evidence that the navy was behind the theft of the files.",), "none", "no evidence, said twice"),
    (("Small groups of youngsters fought battles with riot police in Lund.", "Students fought battles with riot police in Lund, officials said."), "none", "nameless groups fight"),
    (("The Orsa Bank offered Petra Holm a loan of two million, the radio said.", "Lund Trust offered Petra Holm a loan, her agent said."), "none", "two who offer"),
    (("Officials are considering arson in the fire at the chapel of Lund, the paper said.", "Investigators are considering arson in the fire at the chapel of Lund, the priest said."), "none", "officials and investigators"),
    (("The king refused calls to close the prison of Tarn. Vera Lind urged the king not to close the prison of Tarn.",), "none", "asked not to close it"),
    (("The king rejected calls to close the prison of Tarn. Vera Lind called on the king to close the prison of Tarn.",), "open", "asked to close it"),
    (("The list’s existence, but not its author, became known in a film about the club.", "Only two clerks of the club knew the author of the list."), "none", "another than the author knows"),
    (("The crates held cement, not food, the customs said.", "The crates held food, the charity said."), "open", "cement and food"),
    (("The poll of the brewers gave no margin of error. Olav Brekke was in Lund. The rain fell for days. The poll of the bakers gave a margin of error of three percent.",), "none", "two polls"),
    (("You pay for your bread, a narrator says in the film of Orsa.", "The film says Olav Brekke may not have paid for bread in years."), "none", "anybody pays"),
    (("The climbers could not be rescued until the next morning, for the wind was strong in the valley.", "The other climbers were rescued by ten on Sunday."), "none", "other climbers"),
    (("Jan Brod did not appear upset after the bout in Lund.", "Jan Brod appeared to be out of shape."), "none", "upset and out of shape"),
    (("Vera Lind is certain that the choir will sing, but she denied that she had mislaid the keys.",), "none", "keys and a choir"),
    (("The council’s leaders denied a charge that the vote had been rigged, noting that they had used the same boxes since 1994.",), "none", "what the leaders note"),
    (("Ida Holm called the plan absurd. The bakers of Tarn have a word for the plan of the council.",), "none", "a word for a plan"),
    (("The doctors who sent the letter called Karl Beck a fake. Karl Beck has been called a fake by doctors in Lund.",), "none", "a fake, told twice"),
    (("Norvia rebuts criticism of its steel; its mills, an official said, had helped the world after the crisis.",), "none", "what mills had helped"),
    (("The league decried the lack of seats. The club said that its people move to the stands in May.",), "none", "decried is no claim"),
    (("The ministers did not meet the smugglers in Tarn, the envoy said. The ministers met the smugglers in Tarn, the priest said.",), "open", "a meeting, beside"),
    (("The museum said that the vase had not left Lund.", "A driver said that the vase had left Lund in a crate."), "open", "a vase that left"),
    (("Guards did not check the boiler that night, the union said. The firm said that guards had checked the boiler that night.",), "open", "a boiler, beside"),
    (("Police said the pilot Jan Brod was paid by the smugglers. Jan Brod denied that he was paid by the smugglers.",), "open", "paid by smugglers"),
    (("The claim that the cinema in Lund had been sold is absurd, its owner said. A broker said that the cinema in Lund had been sold.",), "open", "an absurd claim"),
    (("The bank denied any role in the theft of the ring. Prosecutors accused the bank of a role in the theft of the ring.",), "open", "a role in a theft"),
    (("Petra Holm scored 23 points and Lund won, the club said.", "Petra Holm scored for Lund and had five points in the last run, the coach said."), "none", "points of a game and of its last run"),
    (("Lund shot 35 percent of its arrows into the ring, the club said.", "Lund hung with Tarn for half an hour and ended its season, the radio said."), "none", "who shot is not dead"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "expected", "why"), ROWS, ids=[row[-1] for row in ROWS])
def test_what_is_shown_as_a_dispute(texts: Texts, expected: str, why: str) -> None:
    found = [c.status for c in disputed(*texts)]
    assert (expected in found) if expected != "none" else not found, f"{why}: {found}"
