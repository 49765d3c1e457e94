"""The words beside an expression that decide what it is, by what they tell (`language/en/time_neighbours.txt`)."""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon


@cache
def neighbours(tells: str) -> frozenset[str]:
    """Give the words that tell `tells`: "counted" nouns after a number that is no year, "paper" names … ."""
    return frozenset(row[1] for row in lexicon("time_neighbours") if row[0] == tells)
