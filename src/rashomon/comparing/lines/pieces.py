"""A line in pieces: stretches of a report, and brackets between them or in the place of some words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.records import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report, or the `text` of a bracket that stands there."""

    start: int
    end: int
    text: str


def without(kept: Sequence[Span], body: Sequence[Span]) -> list[Span]:
    """Give what is left of some stretches without others."""
    left: list[Span] = list(kept)
    for start, end in body:
        cut: list[Span] = []
        for a, b in left:
            if end <= a or b <= start:
                cut.append((a, b))
                continue
            cut += [(x, y) for x, y in ((a, max(a, start)), (min(b, end), b)) if x < y]
        left = cut
    return [(a, b) for a, b in left if a < b]


def is_torn(left: Sequence[Span], kept: Sequence[Span]) -> bool:
    """Whether hardly anything is left of the beginning."""
    return not left or left[0][0] >= kept[-1][1]


def after(pieces: Sequence[Piece], at: int, bracket: str) -> list[Piece]:
    """Give pieces with a bracket behind a place in the text."""
    out: list[Piece] = []
    for p in pieces:
        if not p.text and p.start < at <= p.end:
            out += [Piece(p.start, at, ""), Piece(at, at, bracket)]
            if at < p.end:
                out.append(Piece(at, p.end, ""))
        else:
            out.append(p)
    return out


def instead(pieces: Sequence[Piece], span: Span, bracket: str) -> list[Piece]:
    """Give pieces with a bracket in the place of some words."""
    start, end = span
    out: list[Piece] = []
    for p in pieces:
        if not p.text and p.start <= start and end <= p.end:
            if p.start < start:
                out.append(Piece(p.start, start, ""))
            out.append(Piece(end, end, bracket))
            if end < p.end:
                out.append(Piece(end, p.end, ""))
        else:
            out.append(p)
    return out
