"""How many: the number that words say, "X" where they say only that there are some."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.reading.times.words import Word


def amounts(words: Sequence[Word], half: bool = False) -> float | str | None:
    """Give the number that `words` say ("twenty-five" 25, "two or three" 3, "a couple" 2), "X" for an open one.

    `half` adds a half ("two years and a half"). None where the words hold no number.
    """
    forms = {word.kind for word in words}
    if "couple" in forms:
        return 2.0
    if forms & {"few", "several", "hundreds"}:
        return "X"
    total: float | None = None
    joined = False
    for word in words:
        if word.kind in ("dayno", "year", "int"):
            number = float(word.value)
        elif word.kind == "numword":
            number = float(word.value)
        elif word.kind == "a":
            number = 1.0
        elif word.kind in ("to", "or"):
            joined, total = True, None
            continue
        else:
            continue
        if total is None:
            total = number
        elif number in (12, 100, 1000) and word.kind == "numword":
            total *= number
        elif number < total and total % 10 == 0 and word.kind == "numword":
            total += number
        elif word.kind == "a":
            continue
        else:
            total = number
    if total is None and "half" not in forms:
        return None
    if half or ("half" in forms and "and" in forms):
        return (total or 0) + 0.5
    if "half" in forms:
        return 0.5
    return total if not joined or total else total
