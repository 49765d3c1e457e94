"""Who is told of by a nation, behind a colon, or by what she did before she speaks: one person, and which."""

from __future__ import annotations

import pytest

from mentioned import meant

MEANT: list[tuple[str, str | None, str]] = [
    ("Rider Tomas Aldana has denied it. In a message posted on Friday, [the Spaniard] said it was wrong.", "Tomas Aldana", "nobody else is named"),
    ("The Swedish skipper, Eva Lind, was picked up. [The Swede] said the mast had snapped.", "Eva Lind", "her office tells it"),
    ("Driver Mika Salo crashed in Monza. [The 31-year-old Finn] said the tyre was soft.", "Mika Salo", "with an age"),
    ("Jean Petit, a French banker, was freed. [The Frenchman] said he had been fed.", "Jean Petit", "a word of two parts"),
    ("Ewan Reid finished third. “They were slow,” said [the Scot].", "Ewan Reid", "of no state"),
    ("Lars Holm of Denmark beat Tomas Aldana of Spain. [The Spaniard] said the court was wet.", "Tomas Aldana", "of two, the one"),
    ("Lars Holm of Denmark beat Tomas Aldana of Spain. [The Dane] said the court was wet.", "Lars Holm", "and the other"),
    ("Rider Tomas Aldana met a Dane in the bar. [The Dane] said the race was fixed.", "a Dane", "who was met before"),
    ("Coach Jan Rehn of Sweden left. Karl Dahl scored twice. [The Swede] said he was tired.", "Jan Rehn", "behind the name"),
    ("The tower was safe, according to Pia Lund, whose firm built it: the lift, [she] says, had failed.", "Pia Lund", "behind a colon"),
    ("Mark Dahl shook his head: the boat, [he] said, was never his.", "Mark Dahl", "a gesture before it"),
    ("Mark Dahl had one regret: Jan Rehn, [he] said, deserved better.", "Mark Dahl", "what is told is another"),
    ("Mark Dahl spoke for an hour. Jan Rehn, [he] told the court, had lied.", "Mark Dahl", "a tag with whom he tells"),
    ("Ann Holm saw it. Mia Stolt, [she] told police on Friday, had been there.", "Ann Holm", "and when"),
    ("Mark Dahl spoke for an hour. Jan Rehn, [he] said later, had lied.", "Mark Dahl", "when alone"),
    ("Three guards were held. The driver, [they] told the judge, had the key.", "Three guards", "of several"),
    ("Two of the crew swam ashore. The others, [they] told coastguards, had stayed.", None, "not those told of"),
    ("Ann Holm said it was safe. Jan Rehn's widow wept. “He never wrote,” [she] told reporters.", "Jan Rehn's widow", "who wept"),
    ("Ann Holm said it was safe. The actress laughed. “It was cracked,” [she] said.", "The actress", "who laughed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "why"), MEANT, ids=[row[-1] for row in MEANT])
def test_who_is_meant(text: str, who: str | None, why: str) -> None:
    assert meant(text) == who, why


OTHERS = [
    ("Tomas Aldana has denied it. [The Spaniards] said the deal was fair.", "Tomas Aldana", "a people"),
    ("Tomas Aldana has denied it. [The French] said the deal was fair.", "Tomas Aldana", "a people without an ending"),
    ("Mark Dahl has denied it. [The Australian] newspaper said he was there.", "Mark Dahl", "a paper"),
    ("According to Mark Dahl, the boat, [he] said, was sold.", "Mark Dahl", "in one clause he is another"),
    ("Those, according to his counsel, were wages; [he] told the court that he had met no one.", "his counsel", "whose he is"),
    ("Lawyer Ann Holm said it was weak. The nurse was held. “It is a shame,” [she] said.", "The nurse", "what is done to her"),
    ("Ann Holm said it was safe. Jan Rehn's widow was away. “It was cracked,” [she] added.", "Jan Rehn's widow", "who adds spoke before"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "why"), OTHERS, ids=[row[-1] for row in OTHERS])
def test_who_is_not_meant(text: str, who: str, why: str) -> None:
    assert meant(text) != who, why
