"""A count as people write it: "1 day", "2 days", "1,000 new stories"; what is told of one is told in the singular."""

from __future__ import annotations


def many(number: int, noun: str) -> str:
    """Give a number with its noun, whose last word is in the plural where the number is not one.

    >>> many(1, "new report"), many(0, "day"), many(2_000, "story")
    ('1 new report', '0 days', '2,000 stories')
    """
    if number == 1:
        return f"1 {noun}"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{number:,} {noun[:-1]}ies"
    return f"{number:,} {noun}s"
