"""A count as people write it: "1 day", "2 days", "1,000 new stories"; what is told of one is told in the singular."""

from __future__ import annotations

from functools import cache

from rashomon.language.lexicon import lexicon

_HISSING = ("s", "x", "z", "ch", "sh")


def many(number: int, noun: str) -> str:
    """Give a number with its noun, whose last word is in the plural where the number is not one.

    >>> many(1, "new report"), many(0, "day"), many(2_000, "story")
    ('1 new report', '0 days', '2,000 stories')
    """
    return f"1 {noun}" if number == 1 else f"{number:,} {plural(noun)}"


def plural(noun: str) -> str:
    """Give the plural of a noun, or of the last word of several.

    >>> [plural(noun) for noun in ("policeman", "new story", "box", "day", "AK-47", "person")]
    ['policemen', 'new stories', 'boxes', 'days', 'AK-47s', 'people']
    """
    last = noun.rpartition(" ")[2].rpartition("-")[2]
    end = next(
        (e for e in (last, last[-5:], last[-3:]) if e in _irregular()), None
    )  # "person", "grandchild", "policeman"
    if end is not None:
        return noun.removesuffix(end) + _irregular()[end]
    if noun.endswith("sis"):
        return f"{noun[:-2]}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_HISSING) else f"{noun}s"


@cache
def _irregular() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("irregular_plurals")}
