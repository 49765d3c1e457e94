"""Names that could be one share a sound; each name is compared with a bounded number of others, however many there are.

Two names are candidates where they share the coarse consonants, or an Arabic-script form, of a rare part, or of two
parts where one alone is common ("Mohammed"). A block of names that even so is large is only compared neighbour to
neighbour. So pairs grow with names, not with their square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.comparing.similarity.alignment import skeleton
from rashomon.comparing.similarity.parts import Part, parts

_LARGE = 16
_WINDOW = 12


def _signs(part: Part) -> list[str]:
    if part.role in ("title", "form", "filler", "initial", "people", "country"):
        return []
    sounds = skeleton(part.key) or part.key
    return [sounds, *(f"#{unit}" for unit in sorted(part.units)[:2])]


def name_signs(name: str, body: str) -> list[list[str]]:
    """Give the signs of each telling part of `name`, in order."""
    return [signs for part in parts(name, body) if (signs := _signs(part))]


def candidates(names: Sequence[str], body: str) -> Iterator[tuple[int, int]]:
    """Give pairs (i, j), i < j, of places in `names` that are worth comparing; each pair may come more than once."""
    signs = [name_signs(name, body) for name in names]
    blocks: dict[str, list[int]] = {}
    for i, of_parts in enumerate(signs):
        for sign in sorted({sign for part in of_parts for sign in part}):
            blocks.setdefault(sign, []).append(i)
        blocks.setdefault("=" + "".join(part[0] for part in of_parts), []).append(i)
    finer: dict[tuple[str, str], list[int]] = {}
    for sign, block in blocks.items():
        if len(block) <= _LARGE:
            yield from combinations(block, 2)
            continue
        for i in block:
            others = {other for part in signs[i] if sign not in part for other in part}
            for other in sorted(others) or [""]:
                finer.setdefault((min(sign, other), max(sign, other)), []).append(i)
    for key in sorted(finer):
        block = sorted(set(finer[key]))
        if len(block) <= _LARGE:
            yield from combinations(block, 2)
        else:
            by_spelling = sorted(block, key=lambda i: (names[i], i))
            for at, i in enumerate(by_spelling):
                for j in by_spelling[at + 1 : at + _WINDOW]:
                    yield (i, j) if i < j else (j, i)
