"""A story in time, in lanes: what is stated, what is only inferred, and what has no day at all.

A mark is full where its day is stated, hollow where it is inferred, hatched where it is unknown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from markupsafe import Markup

from rashomon.exports.in_words import SPEAKER, day
from rashomon.exports.safe_text import fitted
from rashomon.records import ChronicleEntry, Event
from rashomon.web.desk import Desk, dating
from rashomon.web.render import svg, tag
from rashomon.web.screens import Page

_ROW, _TOP = 17, 34
_HALF = 38
"""Half the width of a day in words."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The measures of a drawing: where the days begin, their width and edges, the columns of bars without a day.

    Where the days begin at 0 the name of a lane stands over it.
    """

    left: int
    width: int
    edge: int
    undated: int
    hatch: str

    @property
    def far(self) -> int:
        """Where the bars without a day begin."""
        return self.left + self.width + (44 if self.left else 14)

    @property
    def whole(self) -> int:
        """The width of all."""
        return self.far + self.undated * 15 + (21 if self.left else 4)


WIDE = Frame(168, 820, 40, 7, "hatch")
NARROW = Frame(0, 250, 12, 6, "hatch-hand")


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the chronicle in its lane; `basis` is stated, inferred or unknown."""

    id: str
    lane: str
    date: str | None
    basis: str
    says: str
    disputed: bool


def lanes(bars: Sequence[Bar], address: Callable[[Bar], str], frame: Frame = WIDE) -> Markup:
    """Draw bars; those that overlap in one lane lie under each other. Time is stretched where much happens."""
    days = {b.id: span for b in bars if (span := _days(b.date))}
    scale = _scale([d for span in days.values() for d in span], frame)
    names = list(dict.fromkeys([*(b.lane for b in bars if b.lane != "Others"), *(b.lane for b in bars)]))
    shapes: list[Markup] = []
    y = float(_TOP)
    for name in names:
        rows: list[float] = []
        undated = 0
        top = y
        under = top + (0 if frame.left else 18)
        for bar in sorted((b for b in bars if b.lane == name), key=lambda b: (days.get(b.id, (_LAST, _LAST)), b.id)):
            if bar.id in days:
                x1, x2 = (scale(d) for d in days[bar.id])
                x1, x2 = (x1, x2) if x2 - x1 > 12 else ((x1 + x2) / 2 - 6, (x1 + x2) / 2 + 6)
                row = next((i for i, end in enumerate(rows) if end + 3 <= x1), len(rows))
                rows[row : row + 1] = [x2]
            else:
                row, column = divmod(undated, frame.undated)
                x1 = frame.far + column * 15
                x2, undated = x1 + 12, undated + 1
            shapes.append(_bar(bar, x1, under + 5 + row * _ROW, x2 - x1, address(bar)))
        height = max(len(rows), -(-undated // frame.undated), 1) * _ROW + 10 + (under - top)
        label = tag(
            "text", {"class": "lane", "x": 2, "y": top + 17}, fitted(name or "Nobody named", 22 if frame.left else 40)
        )
        line = tag("line", {"class": "rule", "x1": 0, "x2": frame.whole, "y1": top, "y2": top})
        shapes[:0] = [line, label]
        y = top + height
    grid = [
        tag("line", {"class": "tick", "x1": scale(d), "x2": scale(d), "y1": _TOP - 8, "y2": y}) + _head(scale(d), words)
        for d, words in _ticks(sorted({d for span in days.values() for d in span}), scale, frame)
    ]
    hatch = tag(
        "pattern",
        {
            "id": frame.hatch,
            "width": 5,
            "height": 5,
            "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
        },
        tag("line", {"class": "hatch", "x1": 0, "x2": 0, "y1": 0, "y2": 5}),
    )
    undated_head = tag("text", {"class": "layer start", "x": frame.far - 2, "y": 16}, "no day known")
    defined = tag("defs", {}, hatch)
    return svg(frame.whole, y + 4, "Timeline in lanes", defined, *grid, undated_head, *shapes, kind="lanes")


def _head(x: float, words: str) -> Markup:
    """A day over its line, or beginning at the edge where it would stand over it."""
    if x < _HALF:
        return tag("text", {"class": "layer start", "x": 0, "y": 16}, words)
    return tag("text", {"class": "layer", "x": x, "y": 16}, words)


_LAST = date.max


def _bar(bar: Bar, x: float, y: float, width: float, address: str) -> Markup:
    shape = tag("rect", {"x": x, "y": y, "width": width, "height": 12, "rx": min(6.0, width / 2)})
    words = f"{day(bar.date)}{' (inferred)' if bar.basis == 'inferred' else ''}: {fitted(bar.says, 160)}"
    kind = f"bar {bar.basis}{' disputed' if bar.disputed else ''}"
    return tag("a", {"href": address, "class": kind, "aria-label": words}, tag("title", {}, words), shape)


def _days(value: str | None) -> tuple[date, date] | None:
    """The first and the last day of a day, month, year or interval; None where it is none of these."""
    if not value:
        return None
    start, _, end = value.partition("/")
    first, last = _parse(start, last=False), _parse(end or start, last=True)
    return (first, last) if first and last and first <= last else None


def _parse(value: str, *, last: bool) -> date | None:
    try:
        parts = [int(p) for p in value[:10].split("-")]
        if len(parts) == 3:
            return date(*parts)
        year, month = parts[0], parts[1] if len(parts) == 2 else (12 if last else 1)
        if not last:
            return date(year, month, 1)
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    except ValueError:
        return None


def _scale(days: list[date], frame: Frame) -> Callable[[date], float]:
    """Place days so that neither a crowd nor a gap of years swallows the width: half by time, half by rank."""
    told = sorted(set(days))
    if len(told) < 2:
        return lambda d: frame.left + frame.width / 2
    first, whole = told[0].toordinal(), told[-1].toordinal() - told[0].toordinal()
    rank = {d: i / (len(told) - 1) for i, d in enumerate(told)}

    def place(d: date) -> float:
        return (
            frame.left
            + frame.edge
            + (frame.width - 2 * frame.edge) * (0.3 * (d.toordinal() - first) / whole + 0.7 * rank[d])
        )

    return place


def _ticks(days: list[date], scale: Callable[[date], float], frame: Frame) -> list[tuple[date, str]]:
    """The days that have room for their words."""
    ticks: list[tuple[date, str]] = []
    free = float(frame.left) or -24.0
    for d in days:
        if scale(d) - _HALF >= free:
            ticks.append((d, day(d.isoformat())))
            free = max(scale(d), _HALF) + _HALF + 4
    return ticks


MOST = 300
LANES = 8


def timeline(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give the lanes of a story: `by` actor (as a rule) or outlet."""
    story = desk.story(asked.get("story", ""))
    by = "outlet" if asked.get("by") == "outlet" else "actor"
    entries = desk.case.findings.lines(story.id)[:MOST] if story else []
    laned = [(entry, _lane(desk, entry, by)) for entry in entries]
    common = [lane for lane, _ in Counter(lane for _, lane in laned if lane).most_common(LANES)]
    rows = [
        Bar(
            entry.id,
            lane if lane in common else "Others",
            entry.date,
            dating(entry.date, entry.because).basis,
            " ".join(entry.title.split()),
            bool(entry.conflicts),
        )
        for entry, lane in laned
    ]

    def address(bar: Bar) -> str:
        return desk.links.line(bar.id, story.id if story else "")

    told = [(bar, dating(entry.date, entry.because)) for bar, (entry, _) in zip(rows, laned, strict=True)]
    return {
        "story": story,
        "stories": desk.stories(),
        "by": by,
        "drawing": lanes(rows, address, WIDE),
        "narrow": lanes(rows, address, NARROW),
        "rows": sorted(told, key=lambda row: (row[0].date is None, row[0].date or "")),
    }


def _lane(desk: Desk, entry: ChronicleEntry, by: str) -> str:
    """Who acts in most of the entry's events, else who says it or is its subject; or which outlet tells it."""
    named: Counter[str] = Counter()
    for report, id_ in entry.events[:20]:
        if by == "outlet":
            named[desk.lookup.outlet(report)] += 1
            continue
        event = desk.lookup.row((report, id_))
        if isinstance(event, Event):
            named.update(name for actor in event.actors if (name := _named(desk, report, actor)))
    if by == "actor" and not named:
        said = SPEAKER.match(entry.title)
        return said[1] if said else _subject(desk, entry)
    return min(named, key=lambda name: (-named[name], name)) if named else ""


def _subject(desk: Desk, entry: ChronicleEntry) -> str:
    """Whom the first clause of its words is about, "" where that is nobody who has a name."""
    if entry.evidence is None:
        return ""
    report, start, end = entry.evidence
    reading = desk.lookup.reading(report)
    clauses = [c for c in reading.clauses if start <= c.start and c.end <= end] if reading else []
    first = min(clauses, key=lambda c: (c.start, -c.end), default=None)
    subjects = (a.mention for a in first.arguments if a.role == "subject" and a.mention) if first else iter(())
    return next((name for mention in subjects if (name := _named(desk, report, mention))), "")


def _named(desk: Desk, report: str, mention: str) -> str:
    """What somebody is called who has a name; those who are only described share a lane."""
    entity, name = desk.name(report, mention)
    return name if entity and desk.bears_name(entity) else ""


PAGES = (Page("timeline", timeline, "by story"),)
