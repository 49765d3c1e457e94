"""A claim that can have a line, and the words by which it is weighed against others."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.comparing.claims import Gathered, Told
from rashomon.comparing.lines.compose import Composer, Line


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A claim that can have a line: its number among those of the story, the claim, its lines, the best first.

    `words` are those of its tellings, names among them; `core` those of what is said there.
    """

    number: int
    told: Told
    lines: tuple[Line, ...]
    words: frozenset[str]
    core: frozenset[str]


def candidates_of(g: Gathered, composer: Composer, year: str) -> list[Candidate]:
    """Give the claims of a story that can have a line; `year` is the one that needs no telling."""
    return [
        Candidate(
            n,
            told,
            tuple(lines),
            frozenset().union(*(u.terms | u.entities for u in told.units)),
            frozenset().union(*(u.core & u.own for u in told.units)),
        )
        for n, told in enumerate(g.told)
        if (lines := composer.lines(told, position=told.claim.kind == "position", year=year))
    ]
