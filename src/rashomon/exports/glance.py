"""The head of a story: its title, whom it names most, its days, its reports and outlets, and how many are copies."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.exports.account import Chapter
from rashomon.exports.values_in_words import day
from rashomon.language import many


@dataclass(frozen=True, slots=True)
class Glance:
    """The lines of the head; `named` and `facts` may be empty."""

    title: str
    named: str
    facts: str


def glance(chapter: Chapter) -> Glance:
    """Give the head of a story."""
    told = dict.fromkeys(d for d in (chapter.start, chapter.end) if d and d[:4].isdecimal())
    days = day("/".join(told)) if told else ""
    counted = _counted(chapter) if chapter.reports else ""
    title = chapter.title or ("Untitled story" if chapter.id else "In no story")
    return Glance(
        title,
        " · ".join(chapter.named),
        " · ".join(x for x in (days, counted) if x),
    )


def _counted(chapter: Chapter) -> str:
    reports = len(chapter.reports)
    outlets = len({outlet for _, outlet, _ in chapter.reports})
    copies = reports - chapter.alone
    told = "no copies among them" if not copies else f"{copies} of them copied from another"
    if reports == 1:
        return "1 report"
    return f"{many(reports, 'report')}, {many(outlets, 'outlet')}; {told}"
