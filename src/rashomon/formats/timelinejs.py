"""The dated lines of the chronicle as TimelineJS3 JSON: precision is told by the fields that are left out.

Texts are HTML there, so every word of a report is escaped, and no media is fetched from anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from rashomon.case import Case
from rashomon.exports.account import Chapter, Dispute, Line, account
from rashomon.exports.in_words import day, mark, span_of_days, ways, who
from rashomon.exports.ledger import Ledger
from rashomon.exports.lookup import widest
from rashomon.exports.safe_text import printable
from rashomon.formats import Format

_MOST, _FIRST, _WORDS = 200, 10, 12


def timelinejs(case: Case, ledger: Ledger, *, everything: bool = False) -> Iterator[str]:
    """Give the timeline as one JSON object, one slide a dated line; of several stories each is a group.

    The lines that tell most of each story come first; unless `everything` is asked for, the first 200 are all.
    """
    told = account(case)
    slides: list[dict[str, Any]] = []
    for _, chapter, line in sorted(_turns(told.chapters), key=lambda turn: turn[0]):
        slide = _slide(chapter, line, grouped=len(told.chapters) > 1)
        full = len(slides) == _MOST and not everything
        if slide is None or full:
            because = "the first 200 lines are kept" if full else "a slide stands at a date"
            ledger.lose("line", line.id, because, line.date or "undated")
            for side in line.claims:
                ledger.lose("claim", side.id, "no slide rests on it", line.id)
        else:
            slides.append(slide)
            ledger.carry(side.id for side in line.claims)
    title = told.chapters[0].title if len(told.chapters) == 1 else ""
    yield json.dumps(
        {"title": {"text": {"headline": _text(title or told.name)}}, "events": slides}, ensure_ascii=False, indent=1
    )
    yield "\n"


def _turns(chapters: Iterable[Chapter]) -> Iterator[tuple[tuple[int, int, int], Chapter, Line]]:
    """Each line with its turn: the first ten of every story before any other, each story's by rank."""
    for story, chapter in enumerate(chapters):
        ranked = sorted(chapter.lines, key=lambda line: (line.rank == 0, line.rank, -line.weight))
        for place, line in enumerate(ranked):
            yield (place // _FIRST, story, place), chapter, line


def _slide(chapter: Chapter, line: Line, *, grouped: bool) -> dict[str, Any] | None:
    days = span_of_days(line.date)
    if days is None:
        return None
    start, end = map(_date, days)
    slide: dict[str, Any] = {"unique_id": line.id, "start_date": start, "display_date": day(line.date)}
    if start != end:
        slide["end_date"] = end
    if grouped and chapter.title:
        slide["group"] = _text(chapter.title)
    return {**slide, "text": {"headline": _text(_headline(line.title)), "text": _body(chapter, line)}}


def _headline(title: str) -> str:
    words = title.split()
    return title if len(words) <= _WORDS else " ".join(words[: _WORDS - 1]) + " …"


def _date(iso: str) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), map(int, iso.split("-")), strict=False))


def _body(chapter: Chapter, line: Line) -> str:
    parts = [f"<p>{_text(line.title)}</p>"] if _headline(line.title) != line.title else []
    alone = f' id="{_text(line.claims[0].id)}"' if len(line.claims) == 1 else ""  # its words are those of the line
    parts += [f"<p{alone}>{_text(mark(line.origins, len(line.reports)))}</p>"]
    parts += [f"<p>{_text(who(voice) + ways(voice))}</p>" for voice in line.voices]
    parts += [
        f'<p id="{_text(side.id)}">{_text(side.text)} ({_text(mark(side.origins, len(side.reports)))})</p>'
        for side in line.claims
        if len(line.claims) > 1
    ]
    parts += [f"<blockquote>{_text(q.text)} ({_text(q.outlet)})</blockquote>" for q in widest(line.quotes)]
    parts += [f"<p>✎ {_text(told)}</p>" for told in line.corrections]
    parts += [f"<p>accounts differ: {_text(_sides(d))}</p>" for d in chapter.disputes if d.id in line.disputes]
    return "".join(parts)


def _sides(dispute: Dispute) -> str:
    """Both sides in their words, and who tells them."""
    return " / ".join(f"“{half.said}”" + f" ({', '.join(half.who)})" * bool(half.who) for half in dispute.halves)


def _text(words: str) -> str:
    return escape(printable(" ".join(words.split())))


FORMAT = Format(
    suffix="timeline.json",
    what="TimelineJS3 JSON",
    opens="TimelineJS",
    checked="dates, tags of every text; by hand its own reader (3.9.11: no error, no warning)",
    write=timelinejs,
    takes=("everything",),
    lost="no dated line rests on it",
    losses={
        "lines beyond 200": "those that tell most are kept, the others named in the loss report; `--all` keeps all",
        "the end of a headline beyond twelve words": "the line stands whole below it",
        "lines without a date": "left out and named in the loss report, with their claims: a slide stands at a date",
        "offsets": "quotations are whole; where they stand in the report is not told",
        "what was read and no line rests on": "`--to readings`",
        "conflicts": "a line tells both sides of those that it is in",
        "control and steering characters": "shown by their numbers (`\\x1b`)",
    },
)
