"""A story at a glance as a page shows it: the overview of every face, with where each thing on it leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.exports.account import Line
from rashomon.exports.glance import Glance, glance
from rashomon.exports.lookup import Quote
from rashomon.exports.overview import Overview, overview
from rashomon.web.desk import Desk, StoryHead
from rashomon.web.figures import Drawn, figures
from rashomon.web.presses import Presses, presses

_MOST = 150
"""Lines and disputes of a story that an overview is chosen from: those that tell most."""
_FAR = 60000
"""Characters after which a report is shown from a place of its own."""


class To:
    """Addresses of what an overview shows."""

    def __init__(self, desk: Desk, story: str) -> None:
        self._link = desk.links
        self._story = story
        self.disputes = desk.links("conflicts", story=story) if desk.links.live else desk.links("conflicts")

    def line(self, line: Line) -> str:
        """Give the address of a line."""
        return self._link.line(line.id, self._story)

    def dispute(self, dispute: str) -> str:
        """Give the address of a dispute."""
        return self._link("conflicts", dispute)

    def quote(self, quote: Quote) -> str:
        """Give the address of the words in their report."""
        far = str(quote.start) if self._link.live and quote.start > _FAR else ""
        return self._link("reports", quote.report, f"c{quote.start}", at=far)


@dataclass(frozen=True, slots=True)
class Seen:
    """One story, told at a glance."""

    id: str
    head: Glance
    overview: Overview
    to: To
    presses: Presses
    figures: tuple[Drawn, ...]


def seen(desk: Desk, stories: Sequence[StoryHead], wanted: str) -> Seen | None:
    """Give the story asked for, where none is the one with most reports; None where there is none."""
    asked = [s for s in stories if s.id == wanted] if wanted else stories
    best = max(asked, key=lambda s: s.reports, default=None)
    if best is None:
        return None
    (story,) = desk.case.findings.some("stories", [best.id])
    chapter = desk.teller.chapter(story, _MOST)
    figures_ = figures(desk, best.id)
    return Seen(best.id, glance(chapter), overview(chapter), To(desk, best.id), presses(chapter), figures_)
