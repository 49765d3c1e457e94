"""Two reports side by side: what both have in the same words, and what only one of them has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz.distance import Indel

from rashomon.web.desk import Desk
from rashomon.web.screens import Page

MOST = 60_000
"""Characters of either report that are laid side by side."""
_WORD = re.compile(r"(?:[^\W_]+(?:[’'][^\W_]+)*|[^\w\s]|_)\s*")
_ALONE = 3
"""Words between two differences that are too few to say that the same was written there."""

Piece = tuple[Literal["same", "own"], str]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces of either text that stand across from each other."""

    one: tuple[Piece, ...]
    other: tuple[Piece, ...]


def beside(desk: Desk, asked: dict[str, str]) -> dict[str, Any] | None:
    """Give two reports in stretches, or None where one of them is not here."""
    both = [desk.lookup.report(asked.get(name, "")) for name in ("a", "b")]
    one, other = both
    if one is None or other is None:
        return None
    found, shared = stretches(one.text[:MOST], other.text[:MOST])
    return {
        "heads": [(r.id, desk.title(r.id), desk.lookup.outlet(r.id), desk.lookup.published(r.id)) for r in both if r],
        "stretches": found,
        "shared": shared,
        "cut": max(len(one.text), len(other.text)) > MOST,
        "lineage": [
            row
            for row in (*desk.case.findings.lineage(one.id), *desk.case.findings.lineage(other.id))
            if {row.report, row.origin} == {one.id, other.id}
        ],
    }


def stretches(one: str, other: str) -> tuple[tuple[Stretch, ...], tuple[int, int]]:
    """Lay two texts across from each other, parted where a line of the first ends among words that both have.

    Also gives how many words of either the other has too, of a hundred.
    """
    left, right = _WORD.findall(one), _WORD.findall(other)
    keys = [[w.strip().casefold() for w in words] for words in (left, right)]
    found: list[Stretch] = []
    mine: list[Piece] = []
    theirs: list[Piece] = []
    same = 0
    for step in Indel.opcodes(keys[0], keys[1]):
        i, j, k, m = step.src_start, step.src_end, step.dest_start, step.dest_end
        if step.tag == "equal" and j - i > _ALONE:
            same += j - i
            start = 0
            for at in range(i, j):
                if "\n" in left[at]:
                    mine.append(("same", "".join(left[i + start : at + 1])))
                    theirs.append(("same", "".join(right[k + start : k + at - i + 1])))
                    found.append(Stretch(_joined(mine), _joined(theirs)))
                    mine, theirs, start = [], [], at + 1 - i
            mine.append(("same", "".join(left[i + start : j])))
            theirs.append(("same", "".join(right[k + start : m])))
        else:
            mine.append(("own", "".join(left[i:j])))
            theirs.append(("own", "".join(right[k:m])))
    if mine or theirs:
        found.append(Stretch(_joined(mine), _joined(theirs)))
    share = (round(100 * same / max(len(left), 1)), round(100 * same / max(len(right), 1)))
    return tuple(s for s in found if s.one or s.other), share


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Pieces of one kind that touch are one; empty ones are none."""
    found: list[Piece] = []
    for kind, text in pieces:
        if not text:
            continue
        if found and found[-1][0] == kind:
            found[-1] = (kind, found[-1][1] + text)
        else:
            found.append((kind, text))
    return tuple(found)


PAGES = (Page("beside", beside),)
