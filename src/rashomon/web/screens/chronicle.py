"""The chronicle: stories at a glance, as on every face, and all lines a page at a time, each with its count and marks.

A glance has where each thing on it leads, when each outlet reported of the story, in its own words or with another's,
and the figures that change in time: each drawn over the days and listed with who tells it where.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any

from markupsafe import Markup

from rashomon.case.browse import Choice, Narrow
from rashomon.case.lists import News
from rashomon.exports.account import Chapter, Figure, Line
from rashomon.exports.in_words import day, value
from rashomon.exports.lookup import Quote
from rashomon.exports.overview import Glance, Overview, glance, overview
from rashomon.exports.tellings import carries
from rashomon.records import ChronicleEntry, Series, Value
from rashomon.web.desk import Dating, Desk, StoryHead, dating
from rashomon.web.render import Value as Attribute
from rashomon.web.render import svg, tag
from rashomon.web.screens import Page, RowPage

PAGE = 25
_LONG = 200
"""Characters of an outlet's name that a filter offers."""
FILTERS = ("story", "entity", "place", "type", "outlet", "period", "first", "last", "words")


@dataclass(frozen=True, slots=True)
class Told:
    """One line with what the pages add: how it is dated, how it is put, and the conflicts that it is in."""

    line: Line
    dating: Dating
    modality: tuple[str, ...]
    conflicts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of one story that stand together."""

    story: StoryHead | None
    continued: bool
    lines: tuple[Told, ...]


def told(desk: Desk, entries: list[ChronicleEntry]) -> tuple[Told, ...]:
    """Tell entries, in their order."""
    lines = {line.id: line for line in desk.teller.lines(entries)}
    kinds = desk.conflict_kinds({c for e in entries for c in e.conflicts})
    modality = desk.views.not_facts([e.id for e in entries])
    return tuple(
        Told(
            lines[e.id],
            dating(e.date, e.because),
            tuple(sorted(modality.get(e.id, ()))),
            tuple((c, kinds[c]) for c in e.conflicts if c in kinds),
        )
        for e in entries
    )


def parts(desk: Desk, entries: list[ChronicleEntry], *, after: str = "") -> tuple[Part, ...]:
    """Gather entries that stand together by their story; `after` is the key of the page, which may go on with one."""
    heads = {s.id: s for s in desk.stories()}
    continued = _story_of(desk, after)
    gathered: list[tuple[str, list[Told]]] = []
    for entry, one in zip(entries, told(desk, entries), strict=True):
        if not gathered or gathered[-1][0] != entry.story:
            gathered.append((entry.story, []))
        gathered[-1][1].append(one)
    return tuple(Part(heads.get(s), s == continued and i == 0, tuple(rows)) for i, (s, rows) in enumerate(gathered))


def _story_of(desk: Desk, after: str) -> str:
    """The story that the page before ended in: the first part of its key is the story's position."""
    position = after.strip("[ ").partition(",")[0]
    return desk.views.story_at(int(position)) if position.isdigit() else ""


def chronicle(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give one page of the chronicle, narrowed by what is `asked`."""
    narrow = Narrow(**{name: asked[name] for name in FILTERS if asked.get(name)})
    after = asked.get("after", "")
    whole = narrow.story and not desk.links.live
    page = desk.case.browse.chronicle(narrow, after, 1 << 30 if whole else PAGE)
    stories = desk.stories()
    narrowed = {name: value for name in FILTERS if (value := asked.get(name))}
    first = not after and not narrowed
    news = desk.case.lists.since(desk.since) if first and desk.since else None
    by = asked.get("sort", "")
    return {
        "parts": parts(desk, list(page.rows), after=after),
        "stories": stories,
        "listed": _listed(stories, by, news),
        "sorted_by": by if by in ("day", "name") or (by == "news" and news and news.reports) else "",
        "story": next((s for s in stories if s.id == narrow.story), None),
        "counts": desk.counts(),
        "outlets": desk.independent_outlets(),
        "after": after,
        "following": page.after,
        "news": news,
        "refusals": tuple(desk.case.refusals) if first else (),
        "narrowed": narrowed,
        "found": len(page.rows),
        "without": lambda of, name: {key: value for key, value in of.items() if key != name},
        "seen": seen(desk, stories, narrow.story) if not after and set(narrowed) <= {"story"} else None,
        "told": _called(desk, narrowed),
        "choices": _choices(desk) if desk.links.live else {},
    }


def _listed(stories: list[StoryHead], by: str, news: News | None) -> list[StoryHead]:
    """Stories in the order that is asked for: the largest first unless by first day, name, or lines that are new."""
    if by == "day":
        return sorted(stories, key=lambda s: (s.start is None, s.start or ""), reverse=False)
    if by == "name":
        return sorted(stories, key=lambda s: s.title.casefold())
    if by == "news" and news:
        new = Counter(row.story for row in (*news.lines, *news.told_again))
        return sorted(stories, key=lambda s: (-new[s.id], -s.reports))
    return sorted(stories, key=lambda s: -s.reports)


def _choices(desk: Desk) -> dict[str, list[Choice]]:
    """What the filters offer."""
    people = [*desk.case.browse.choices("person", 30), *desk.case.browse.choices("body", 20)]
    offered = {
        "entity": people,
        "place": desk.case.browse.choices("place", 30),
        "type": desk.case.browse.choices("type", 20),
        "outlet": desk.case.browse.choices("outlet", 40),
    }
    return {name: [c for c in choices if len(c.value) <= _LONG] for name, choices in offered.items()}


def _called(desk: Desk, narrowed: dict[str, str]) -> list[tuple[str, str]]:
    """The filters that are on, as people call them; the story is told by the heading."""
    told = []
    for name, asked in narrowed.items():
        if name != "story":
            known = desk.entity_name(asked) if name in ("entity", "place") else asked
            told.append((name, {"first": f"from {asked}", "last": f"to {asked}"}.get(name, known or asked)))
    return told


def line(desk: Desk, wanted: str) -> dict[str, Any] | None:
    """Give one line alone, or None where there is none of that id."""
    entries = desk.case.findings.some("chronicle", [wanted])
    return {"part": parts(desk, entries)[0]} if entries else None


PAGES = (Page("chronicle", chronicle, "by story", "/"), RowPage("line", "lines", line))


_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 340.0, 150.0, 20.0, 20.0, 26.0, 24.0
_DOT = 8.0


@dataclass(frozen=True, slots=True)
class Spot:
    """One value of a figure: its bounds, its day (None: not drawn), the letter of its voice."""

    value: Value
    day: str | None
    letter: str


def course(spots: Sequence[Spot], label: str) -> Markup | None:
    """Draw the values that have a day, None where fewer than two have; open ends are drawn as arrows."""
    drawn = [s for s in spots if s.day and s.value != (None, None)]
    if len(drawn) < 2:
        return None
    days = sorted({s.day[:10] for s in drawn if s.day})
    ends = [end for s in drawn for end in s.value if end is not None]
    low, high = min(ends), max(ends)
    low = 0.0 if 0 <= low <= high / 2 else low

    def across(told: str) -> float:
        share = days.index(told[:10]) / (len(days) - 1) if len(days) > 1 else 0.5
        return _LEFT + _DOT + share * (_WIDTH - _LEFT - _RIGHT - 2 * _DOT)

    def down(number: float) -> float:
        share = (number - low) / (high - low) if high > low else 0.5
        return _HEIGHT - _BOTTOM - _DOT - share * (_HEIGHT - _TOP - _BOTTOM - 2 * _DOT)

    base: dict[str, Attribute] = {
        "class": "rule",
        "x1": 0.0,
        "x2": _WIDTH,
        "y1": _HEIGHT - _BOTTOM,
        "y2": _HEIGHT - _BOTTOM,
    }
    shapes = [tag("line", base)]
    taken: dict[tuple[float, float], int] = {}
    dots = {(across(s.day or ""), down(_most(s.value))) for s in drawn}
    for spot in drawn:
        at = across(spot.day or "")
        first, last = (down(end) for end in (_least(spot.value), _most(spot.value)))
        place = (at, round(last / _DOT))
        at += _DOT * 1.9 * taken.get(place, 0)  # who tells the same of the same day stands beside
        taken[place] = taken.get(place, 0) + 1
        under = any(abs(x - at) < 2 * _DOT and 0 < last - y < 4 * _DOT for x, y in dots)
        shapes.append(_spot(spot, at, first, last, named=taken[place] == 1, beside=under))
    for told, anchor in ((days[0], "start"), (days[-1], "end")) if len(days) > 1 else ((days[0], "middle"),):
        x = {"start": 0.0, "end": _WIDTH, "middle": across(told)}[anchor]
        shapes.append(tag("text", {"class": f"layer {anchor}", "x": x, "y": _HEIGHT - 6}, day(told)))
    return svg(_WIDTH, _HEIGHT, label, *shapes, kind="course")


def _least(told: Value) -> float:
    return next(end for end in told if end is not None)


def _most(told: Value) -> float:
    return next(end for end in reversed(told) if end is not None)


def _spot(spot: Spot, x: float, first: float, last: float, *, named: bool, beside: bool) -> Markup:
    low, high = spot.value
    parts = [tag("title", {}, f"{value(spot.value)}, {day(spot.day)}")]
    if abs(first - last) > 1:
        parts.append(tag("line", {"class": "range", "x1": x, "x2": x, "y1": first, "y2": last}))
    if high is None or low is None:
        tip, back = (last - 2.1 * _DOT, last - _DOT) if high is None else (first + 2.1 * _DOT, first + _DOT)
        parts.append(
            tag("path", {"class": "open", "d": f"M{x - 4:.1f} {back:.1f}L{x:.1f} {tip:.1f}L{x + 4:.1f} {back:.1f}"})
        )
    parts.append(tag("circle", {"cx": x, "cy": last, "r": _DOT}))
    parts.append(tag("text", {"class": "number", "x": x, "y": last + 4}, spot.letter))
    if named:
        above = last - _DOT - (14 if high is None else 5)
        words = value(spot.value).removeprefix("at least ").removeprefix("at most ")
        anchor = "start" if x < 40 else "end" if x > _WIDTH - 40 else "middle"
        edge = {"start": x - _DOT, "end": x + _DOT, "middle": x}[anchor]
        if beside:  # another dot stands over it
            anchor = "end" if x > _WIDTH - 60 else "start"
            edge, above = x + (_DOT + 4) * (1 if anchor == "start" else -1), last + 4
        parts.append(tag("text", {"class": anchor, "x": edge, "y": above}, words))
    return tag("g", {"class": "spot"}, *parts)


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
    for held, as_of, voice, quote in figure.points:
        letter = letters.setdefault(voice or quote.outlet, ascii_lowercase[len(letters) % 26])
        points.append((letter, held, as_of, voice or quote.outlet, quote))
        told = bounds.get((quote.report, quote.start, quote.end))
        if told is not None:
            spots.append(Spot(told, as_of, letter))
    return Drawn(figure.what, course(spots, f"{figure.what} over the days"), tuple(points), figure.pointed_by)


_COLUMNS = 16
"""Days that stand in columns of their own; where there are more, months do, then years."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One report: its id, its day in words of the case, what its words come from ("" where they are its own)."""

    report: str
    day: str
    origin: str


@dataclass(frozen=True, slots=True)
class Press:
    """One outlet: how many reports are its own and how many carried, and its reports by column."""

    outlet: str
    own: int
    carried: int
    cells: tuple[tuple[Sheet, ...], ...]


@dataclass(frozen=True, slots=True)
class Presses:
    """The columns (days, months or years; "" for reports without a day) and the outlets, the busiest first."""

    columns: tuple[str, ...]
    rows: tuple[Press, ...]
    own: int
    carried: int


def presses(chapter: Chapter) -> Presses:
    """Lay the reports of a story by outlet and day."""
    carried = {row.report: name for row, name in reversed(chapter.derived) if carries(row)}
    sheets: dict[str, list[Sheet]] = defaultdict(list)
    for report, outlet, since in chapter.reports:
        sheets[outlet].append(Sheet(report, (since or "")[:10], carried.get(report, "")))
    columns, length = _columns([s.day for of in sheets.values() for s in of])
    rows = [_press(outlet, of, columns, length) for outlet, of in sheets.items()]
    rows.sort(key=lambda p: (-p.own, -p.carried, p.outlet.casefold()))
    return Presses(tuple(columns), tuple(rows), sum(p.own for p in rows), sum(p.carried for p in rows))


def _columns(days: Sequence[str]) -> tuple[list[str], int]:
    for length in (10, 7, 4):
        told = sorted({d[:length] for d in days if d})
        if len(told) <= _COLUMNS or length == 4:
            return [*told, *([""] if "" in days else [])], length
    raise AssertionError("unreachable")


def _press(outlet: str, sheets: Sequence[Sheet], columns: Sequence[str], length: int) -> Press:
    by: dict[str, list[Sheet]] = defaultdict(list)
    for sheet in sorted(sheets, key=lambda s: (s.day, bool(s.origin), s.report)):
        by[sheet.day[:length]].append(sheet)
    kinds = Counter(bool(s.origin) for s in sheets)
    return Press(outlet, kinds[False], kinds[True], tuple(tuple(by.get(c, ())) for c in columns))


_MOST_FIGURES = 150
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
    chapter = desk.teller.chapter(story, _MOST_FIGURES)
    figures_ = figures(desk, best.id)
    return Seen(best.id, glance(chapter), overview(chapter), To(desk, best.id), presses(chapter), figures_)
