"""Reports of one story given as texts, read and compared as a user's would be: for tests of what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Claim, Findings, Reading, Report, Telling


@dataclass(frozen=True)
class Told:
    """What was found in some texts, and the texts."""

    reports: dict[str, Report]
    readings: dict[str, Reading]
    found: Findings

    def words(self, t: Telling) -> str:
        """The words of a telling."""
        return " ".join(self.reports[t.report].text[t.start : t.end].split())

    def at(self, words: str) -> tuple[Claim, Telling]:
        """The claim with the shortest telling that holds `words`, and that telling."""
        held = [(c, t) for c in self.found.claims for t in c.tellings if words in self.words(t)]
        assert held, f"no claim tells {words!r}"
        return min(held, key=lambda one: one[1].end - one[1].start)

    def together(self, one: str, other: str) -> bool:
        """Whether some claim has a telling with the one words and another with the other."""
        return any(
            any(
                one in self.words(t) and any(other in self.words(u) for u in c.tellings if u is not t)
                for t in c.tellings
            )
            for c in self.found.claims
        )

    def lines(self) -> list[str]:
        """The lines of the chronicle by rank."""
        return [e.title for e in self.found.chronicle]


def told(*texts: str, days: tuple[str | None, ...] = (), outlets: tuple[str, ...] = ()) -> Told:
    """Read and compare `texts` as reports of one day each, `r1` … of outlets "The 1" …."""
    when = days or ("2031-05-08",) * len(texts)
    who = outlets or tuple(f"The Paper {n}" for n in range(1, len(texts) + 1))
    reports = [
        Report(f"r{n}", text, outlet=outlet, published=day)
        for n, (text, day, outlet) in enumerate(zip(texts, when, who, strict=True), 1)
    ]
    readings = list(read(reports))
    return Told({r.id: r for r in reports}, {r.report: r for r in readings}, compare(reports, readings))
