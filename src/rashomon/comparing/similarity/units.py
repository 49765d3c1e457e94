"""Two Latin spellings that share a form are the same Arabic or Persian word; two known words that share none differ."""

from __future__ import annotations

from functools import cache

from rashomon.lexicons import lexicon

_UNKNOWN: frozenset[int] = frozenset()


@cache
def _table() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, (form, *spellings) in enumerate(lexicon("name_units")):
        for spelling in (form, *spellings):
            found.setdefault(spelling, set()).add(number)
    return {spelling: frozenset(numbers) for spelling, numbers in found.items()}


def units(word: str) -> frozenset[int]:
    """Give the Arabic-script forms (as numbers) that `word`, lower-case Latin or Arabic script, may stand for."""
    return _table().get(word, _UNKNOWN)
