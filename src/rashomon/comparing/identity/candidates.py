"""Names that could be one share a sound; each name is compared with a bounded number of others, however many there are.

Two names are candidates where they share the coarse consonants, or an Arabic-script form, of a rare part, or of two
parts where one alone is common ("Mohammed"). A block of names that even so is large is only compared neighbour to
neighbour. So pairs grow with names, not with their square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.comparing.similarity.parts import Part, parts
from rashomon.comparing.similarity.sound import skeleton

_LARGE = 16
_WINDOW = 12


def _signs(part: Part) -> list[str]:
    if part.role in ("title", "form", "filler", "initial", "people", "country"):
        return []
    sounds = skeleton(part.key) or part.key
    return [sounds, *(f"#{unit}" for unit in sorted(part.units)[:3])]


def name_signs(name: str, body: str) -> list[list[str]]:
    """Give the signs of each telling part of `name`, in order."""
    return [signs for part in parts(name, body) if (signs := _signs(part))]


def candidates(names: Sequence[str], body: str) -> Iterator[tuple[int, int]]:
    """Give pairs (i, j), i < j, of places in `names` that are worth comparing; each pair may come more than once."""
    blocks: dict[tuple[str, ...], list[int]] = {}
    for i, name in enumerate(names):
        signs = name_signs(name, body)
        for sign in sorted({sign for part in signs for sign in part}):
            blocks.setdefault((sign,), []).append(i)
        joined = "".join(part[0] for part in signs)
        blocks.setdefault(("=", joined), []).append(i)
    finer: dict[tuple[str, ...], list[int]] = {}
    for key, block in blocks.items():
        if len(block) <= _LARGE:
            yield from combinations(block, 2)
            continue
        for i in block:
            others = sorted({sign for part in name_signs(names[i], body) for sign in part} - set(key))
            for other in others:
                finer.setdefault(tuple(sorted((key[0], other))), []).append(i)
    for pair_of_signs in sorted(finer):
        block = sorted(set(finer[pair_of_signs]))
        if len(block) <= _LARGE:
            yield from combinations(block, 2)
        else:
            by_spelling = sorted(block, key=lambda i: (names[i], i))
            for at, i in enumerate(by_spelling):
                for j in by_spelling[at + 1 : at + _WINDOW]:
                    yield (i, j) if i < j else (j, i)
