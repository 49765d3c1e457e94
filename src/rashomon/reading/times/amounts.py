"""How many: the number that words say, "X" where they say only that there are some."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.reading.times.words import Word

_OPEN = frozenset({"few", "several", "hundreds"})
_PLAIN = frozenset({"dayno", "year", "int", "numword"})


def amounts(words: Sequence[Word], half: bool = False) -> float | str | None:
    """Give the number that `words` say ("twenty-five" 25, "two or three" 3, "a couple" 2), "X" for an open one.

    `half` adds a half ("a year and a half"). None where the words hold no number.
    """
    kinds = {word.kind for word in words}
    if "couple" in kinds:
        return 2.0
    if kinds & _OPEN:
        return "X"
    total: float | None = None
    part = 0.5 if half or "half" in kinds else 0.0
    for word in words:
        if word.kind == "and":
            break
        if word.kind in ("to", "or"):
            total = None  # the larger end of a range stands for it
        elif word.kind == "fraction":
            over, under = (int(n) for n in word.form.split("/"))
            part = over / under if under else 0.0
        elif word.kind == "bignum":
            total = (total or 1.0) * float(word.value)
        elif word.kind == "a" and total is None and "half" not in kinds:
            total = 1.0
        elif word.kind in _PLAIN:
            number = float(word.value)
            total = (
                total + number if total and number < total and total % 10 == 0 and word.kind == "numword" else number
            )
    if total is None and not part:
        return None
    return (total or 0.0) + part
