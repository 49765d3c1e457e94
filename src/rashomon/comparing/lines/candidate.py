"""A claim that can have a line, and the words by which it is weighed against others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.comparing.claims import Gathered, Told
from rashomon.comparing.days import days
from rashomon.comparing.lines.compose import Composer, Line
from rashomon.records import Report


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


def candidates_of(g: Gathered, composer: Composer, reports: Mapping[str, Report]) -> list[Candidate]:
    """Give the claims of a story that can have a line; the year in which most of its reports stand needs no telling."""
    mine = sorted({u.report for u in g.units})
    years = Counter(d[0].year for r in mine if (d := days((reports[r].published or "")[:10])))
    year = str(max(years, key=lambda y: (years[y], y))) if years else ""
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
