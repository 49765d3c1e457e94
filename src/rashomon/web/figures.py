"""The figures of a story that change in time, each drawn over the days and listed with who tells it where."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase

from markupsafe import Markup

from rashomon.exports.account import Figure
from rashomon.exports.lookup import Quote
from rashomon.records import Series
from rashomon.web.desk import Desk
from rashomon.web.drawings.course import Spot, course


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure: what it counts, its drawing where there is one, and its points (letter, value, day, voice, words).

    `pointed_by` is the model of the user's own that put its points together, "" where the rules did.
    """

    what: str
    drawing: Markup | None
    points: tuple[tuple[str, str, str | None, str, Quote], ...]
    pointed_by: str = ""


def figures(desk: Desk, story: str) -> tuple[Drawn, ...]:
    """Give the figures of a story that have more than one value, in their order."""
    series: dict[str, Series] = {s.id: s for s in desk.case.findings.told_in(story)}
    told = [f for f in desk.teller.figures(story) if len({value for value, *_ in f.points}) > 1]
    return tuple(_drawn(f, series[f.id]) for f in told if f.id in series)


def _drawn(figure: Figure, series: Series) -> Drawn:
    letters: dict[str, str] = {}
    bounds = {point.evidence: point.value for point in series.points}
    points, spots = [], []
    for value, as_of, voice, quote in figure.points:
        letter = letters.setdefault(voice or quote.outlet, ascii_lowercase[len(letters) % 26])
        points.append((letter, value, as_of, voice or quote.outlet, quote))
        told = bounds.get((quote.report, quote.start, quote.end))
        if told is not None:
            spots.append(Spot(told, as_of, letter))
    return Drawn(figure.what, course(spots, f"{figure.what} over the days"), tuple(points), figure.pointed_by)
