"""The line of a story's own days that most reports tell: what the story is about, where its title does not say so."""

from __future__ import annotations

from rashomon.exports.account import Chapter, Line


def most_told(chapter: Chapter) -> Line | None:
    """Give the line that most reports stand behind, two at least; None where there is none or it is the title."""
    own = [x for x in chapter.lines if x.period == "story" and len(x.reports) > 1 and x.weight >= 0]
    best = max(own, key=lambda x: (len(x.reports), x.origins, x.weight, x.id), default=None)
    return best if best and best.title != chapter.title else None
