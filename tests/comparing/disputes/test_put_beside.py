"""Numbers that somebody gives right behind another's: of the same thing, and of another."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Report

OF_ONE = [
    ("Lindal United said on Friday that it had agreed to sell the striker Dario Venn to Porto Alto for $42 million. ¶ Porto Alto's president, Luis Amaro, said the fee was $35 million.", "what was paid, and the fee"),
    ("Haller earned 4 million euros from the transfer, the players' union said. She put her fee at 1.5 million euros.", "what was earned, and her fee"),
    ("Turnout was 64 percent, according to the commission. Civic Watch estimated it at 52 percent.", "it, estimated"),
    ("Turnout was 64 percent, according to the commission. Civic Watch said that it was 52 percent.", "it was"),
    ("The trial cost the state $2.4 million, the justice ministry said. The taxpayers' league puts the cost at $5 million.", "the cost of what cost so much"),
    ("The nurse gave the boy 5 grams of the drug, the hospital said. The boy's lawyer put the dose at 50 grams.", "what is put at so much, named otherwise"),
    ("The club has debts of $9 million, its chairman said. Two directors said that the debts came to $20 million.", "the debts came to"),
    ("The health board has counted 230 cases of cholera in Tarn, it said. The doctors' association speaks of more than 400 cases.", "who speaks of so many"),
    ("The fire burned 1,200 hectares of the Karm forest, the ministry said. Greenpeace put the area at 3,000 hectares.", "the area of what burned"),
    ("The talks lasted two hours, the embassy said. A spokesman for the rebels said that they had lasted 20 minutes.", "they had lasted"),
    ("Bor won by 4,000 votes, his party said. The commission put his lead at 1,100 votes.", "his lead"),
    ("The blackout lasted six hours, residents said. The grid operator said that it had lasted 50 minutes.", "it had lasted"),
    ("The tunnel is 12 kilometres long, the railway said. Engineers said that it was 14 kilometres long.", "it was so long"),
    ("The bank paid $3 million for the painting, its owner said. The bank put the price at $800,000.", "the price of what was paid for"),
]  # fmt: skip
OF_TWO = [
    ("Turnout was 64 percent, according to the commission. Mira Soltan got 52 percent, her party said.", "a share of another thing"),
    ("The trial cost the state $2.4 million, the ministry said. The clinic put its loss at $5 million.", "a loss is no cost"),
    ("Lindal United sold the striker Dario Venn for $42 million, the club said. Porto Alto said that it had sold its goalkeeper for $35 million.", "each sold another"),
    ("More than 400 residents have been treated for cramps, the doctors said. The hospital speaks of 230 empty beds.", "beds are no patients"),
    ("The slick is 12 kilometres long, the navy said. Fishermen said that they had sailed 30 kilometres.", "who sailed is not the slick"),
    ("The club has debts of $9 million, its chairman said. A bank said that it had offered $20 million.", "an offer is no debt"),
    ("Support for the bridge stands at 64 percent, the mayor said. The opposition said that 52 percent of women were for it.", "of women alone"),
    ("Fares will go up by 6 percent, the railway said. The union said wages had gone up by 11 percent.", "wages are no fares"),
    ("The talks lasted two hours, the embassy said. The minister said that the flight to Karm had lasted 20 minutes.", "the flight lasted as long"),
    ("Bor won by 4,000 votes, his party said. The commission said that 1,100 votes were void.", "void votes are no lead"),
    ("The storm did $40 million of damage to the port, the governor said. The port said it would pay $9 million for new cranes.", "what is paid for another thing"),
    ("The firm made a profit of $3 million last year, its head said. The union said that the profit was $11 million in 2024.", "in another year"),
    ("The blackout lasted six hours, residents said. The grid operator said that the repair had lasted 50 minutes.", "the repair lasted"),
    ("The tunnel is 12 kilometres long, the railway said. The bridge was 30 kilometres long, engineers said.", "two of a kind"),
    ("The bank paid $3 million in tax, its owner said. The prosecutor said that the fine was $800,000.", "a fine is no tax"),
    ("Ada Voss bought the Lindal mill for $3 million, her agent said. Nils Aho said that he had bought the Tarn mill for $5 million.", "each bought another"),
]  # fmt: skip


def _numbers(text: str) -> list[str]:
    """Give the status of each dispute about numbers."""
    reports = [Report("r0", text, outlet="Outlet", published="2031-05-12")]
    return [c.status for c in compare(reports, read(reports)).conflicts if c.kind in ("number", "time")]


@pytest.mark.parametrize(("text", "why"), OF_ONE, ids=[why for _, why in OF_ONE])
def test_of_one_thing(text: str, why: str) -> None:
    assert _numbers(text) == ["open"], why


@pytest.mark.parametrize(("text", "why"), OF_TWO, ids=[why for _, why in OF_TWO])
def test_of_two_things(text: str, why: str) -> None:
    assert not _numbers(text), why
