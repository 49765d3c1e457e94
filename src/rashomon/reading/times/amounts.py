"""How many: the number that words say, "X" where they say only that there are some."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.reading.cardinals import Numeral, cardinal
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
    said: list[Numeral] = []
    part = 0.5 if half or "half" in kinds else 0.0
    for word in words:
        if word.kind == "and":
            break
        if word.kind in ("to", "or"):
            said = []  # the larger end of a range stands for it
        elif word.kind == "fraction":
            over, under = (int(n) for n in word.form.split("/"))
            part = over / under if under else 0.0
        elif word.kind == "bignum":
            said.append(("bignum", float(word.value)))
        elif word.kind == "a" and not said and "half" not in kinds:
            said = [("numword", 1.0)]
        elif word.kind in _PLAIN:
            number = ("numword" if word.kind == "numword" else "digits", float(word.value))
            said = [*said, number] if said and cardinal([*said, number]) is not None else [number]
    total = cardinal(said)
    if total is None and not part:
        return None
    return (total or 0.0) + part
