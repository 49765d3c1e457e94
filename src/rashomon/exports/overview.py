"""A story at a glance, in the same order on every face: ten lines, disputes, figures, positions, plans, background.

What is shown here and what is left for later is decided in this place alone; nothing is dropped, the rest is counted.
Its head is its title, whom it names most, its days, its reports and outlets, and how many are copies. What a line's
disputes have come to is the one mark that it bears, no verdict of ours: disputed as long as one is open; else told
otherwise later where its own side was overtaken, or settled where the other side was.

What the template of an overview needs, on every face that shows one: a title in pieces, the words of a report and what
rashomon added in [brackets]; signs and words in plain words, told where they first stand and only where they do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import groupby
from typing import Any, Literal

from rashomon.exports.account import Account, Chapter, Dispute, Figure, Half, Line
from rashomon.exports.in_words import LEGEND, SPEAKER, bounds, day, day_in, day_or_by, pointed, told_by
from rashomon.exports.lookup import Quote
from rashomon.exports.safe_text import cut_short
from rashomon.language import many
from rashomon.records.vocabulary import CONFLICTS


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


TEN = 10
DISPUTES = 5
_OTHERWISE = 6
_FIGURES = 6
_PARTIES, _OF_PARTY = 6, 3
_SAME_WORDS = 0.8  # of a shorter line's words
_AHEAD, _BACKGROUND = 6, 4
NUMBERS = {1: "one line", 2: "two lines", 3: "three lines", 4: "four lines", 5: "five lines", 6: "six lines"}
NUMBERS |= {7: "seven lines", 8: "eight lines", 9: "nine lines", 10: "ten lines"}


@dataclass(frozen=True, slots=True)
class Party:
    """What one party says of the matter: its positions, each with who speaks for it, "" where the party itself."""

    name: str
    lines: tuple[tuple[Line, str], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What a reader sees first of a story. `corrected` are lines that a person changed and that stand nowhere else.

    `disputes` are the open ones that are shown, the first first, `still` how many are open; `otherwise` those that a
    later report settled. `outcomes` are the marks of lines, by their ids. `rest` counts the lines that are not shown,
    `told_often` those of them that two or more reports tell. `year` is the one that the whole story is in.
    """

    lines: tuple[Line, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    still: int = 0
    otherwise: tuple[Dispute, ...] = ()
    figures: tuple[Figure, ...] = ()
    parties: tuple[Party, ...] = ()
    ahead: tuple[Line, ...] = ()
    background: tuple[Line, ...] = ()
    corrected: tuple[Line, ...] = ()
    rest: int = 0
    told_often: int = 0
    outcomes: tuple[tuple[str, Outcome], ...] = ()
    year: str = ""

    @property
    def heading(self) -> str:
        """In so many lines."""
        return f"In {NUMBERS.get(len(self.lines), 'a few lines')}"

    def outcome(self, line: Line) -> Outcome | None:
        """The mark that a line bears."""
        return dict(self.outcomes).get(line.id)


def overview(chapter: Chapter) -> Overview:
    """Give the story at a glance."""
    left = _in_order(chapter.lines)
    ten = [x for x in left if x.rank or _sort(x) == "story"][:TEN]
    taken = {x.id for x in ten}
    rest = [x for x in left if x.id not in taken]
    ahead = [x for x in rest if _sort(x) == "ahead"][:_AHEAD]
    background = [x for x in rest if _sort(x) == "background"][:_BACKGROUND]
    disputed = {x.id for x in chapter.lines if x.disputes}
    parties = _parties([x for x in rest if _sort(x) == "position"], chapter.lines, disputed)
    taken |= {x.id for part in (ahead, background, [x for p in parties for x, _ in p.lines]) for x in part}
    corrected = tuple(x for x in chapter.lines if x.corrections and x.id not in taken)
    taken |= {x.id for x in corrected}
    disputes = in_rank(chapter.disputes)
    open_ = [d for d in disputes if d.status == "open"]
    by_id = {d.id: d for d in disputes}
    marks = ((x.id, outcome(x, by_id, numbered(disputes), year_of(chapter))) for x in chapter.lines)
    held = tuple(x for x in chapter.lines if x.id not in taken)
    return Overview(
        _by_day(ten),
        tuple(open_[:DISPUTES]),
        len(open_) + chapter.more_disputes,
        tuple(d for d in disputes if d.status == "superseded")[:_OTHERWISE],
        tuple(_once_a_value(f) for f in chapter.figures if len({_number(value) for value, *_ in f.points}) > 1)[
            :_FIGURES
        ],
        parties,
        _by_day(ahead),
        _by_day(background),
        corrected,
        len(held) + chapter.more_lines,
        sum(len(x.reports) > 1 for x in held),
        tuple((i, mark) for i, mark in marks if mark),
        year_of(chapter),
    )


def year_of(chapter: Chapter) -> str:
    """Give the year that all of a story's days are in, or ""."""
    years = {d[:4] for d in (chapter.start, chapter.end) if d}
    return years.pop() if len(years) == 1 else ""


def in_rank(disputes: Sequence[Dispute]) -> list[Dispute]:
    """Give disputes as they are listed: by rank.

    Where none has a rank, each kind has its turn.
    """
    if any(d.rank for d in disputes):
        return sorted(disputes, key=lambda d: d.rank or len(disputes) + 1)
    turn: Counter[str] = Counter()
    order: list[tuple[int, int]] = []
    for at, dispute in enumerate(disputes):
        order.append((turn[dispute.kind], at))
        turn[dispute.kind] += 1
    return [disputes[at] for _, at in sorted(order)]


def _in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines that can stand alone, each sentence once: by rank, and those without one by reports, then weight."""
    ordered = (
        sorted(
            (x for x in lines if x.rank or x.weight >= 0),
            key=lambda x: (not x.rank, x.rank, -len(x.reports), -x.weight, x.date or "~", x.id),
        )
        or sorted(lines, key=lambda x: (-x.weight, x.id))[:1]
    )
    first = {(x.title, x.period): x.id for x in reversed(ordered)}
    return [x for x in ordered if first[x.title, x.period] == x.id]


def _sort(line: Line) -> str:
    if line.kind == "plan" or line.period == "ahead":
        return "ahead"
    if line.kind == "background" or line.period == "background":
        return "background"
    return "position" if line.kind == "position" else "story"


def _by_day(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda x: x.date or x.latest or "~"))


_Point = tuple[str, str | None, str, Quote]
"""A value in words, its day, who tells it, and the quotation."""


def _once_a_value(figure: Figure) -> Figure:
    """Give a figure with each value once where several tell it one after another, and how many others tell it.

    What is told of one day has no order: there each value stands once, that which is told first before the others.
    """
    by_day = [list(points) for _, points in groupby(figure.points, key=lambda point: point[1])]
    told = [point for points in by_day for point in _by_value(points)]
    runs = [list(points) for _, points in groupby(told, key=lambda point: _number(point[0]))]
    points = []
    for (value, as_of, voice, quote), *others in runs:
        more = f" and {len(others)} more" if others else ""
        points.append((value, as_of, f"{voice or quote.outlet}{more}", quote))
    return replace(figure, points=tuple(points))


def _by_value(points: Sequence[_Point]) -> list[_Point]:
    first = list(dict.fromkeys(_number(value) for value, *_ in points))
    return sorted(points, key=lambda point: first.index(_number(point[0])))


def course(figure: Figure, year: str) -> str:
    """Give a figure's values in order, each with its day and who tells it.

    Only what is of a later day came "then"; of one day, two voices tell the one "or" the other.

    >>> at = Quote("r1", "Elm Echo", 0, 2, "12")
    >>> course(Figure("f", "dead", (("12", "2031-03-10", "", at), ("19", "2031-03-11", "", at))), "2031")
    '12 (10 Mar, Elm Echo); then 19 (11 Mar, Elm Echo)'
    """
    told, before = "", None
    for value, as_of, voice, quote in figure.points:
        when = day_in(as_of, year) if as_of else ""
        joint = "; then " if as_of and before and as_of > before else "; or "
        told += f"{joint if told else ''}{value} ({', '.join(x for x in (when, voice or quote.outlet) if x)})"
        before = as_of or before
    return told


def came_later(before: Half, after: Half) -> bool:
    """Tell whether a side is known to be told after another: on a later day, or by one who told the other first."""
    if before.day and after.day and before.day != after.day:
        return before.day < after.day
    return bool(set(before.who) & set(after.who))


def turn(before: Half, after: Half, year: str) -> str:
    """Give the words before who tells the second side: "later, 12 Mar, " only where it is known to be later.

    >>> told = (("A", "2031-03-11"), ("B", "2031-03-12"))
    >>> one, other = (Half((who,), "", (Quote("r", "", 0, 0, "", day),)) for who, day in told)
    >>> turn(one, other, "2031"), turn(other, one, "2031"), turn(one, one, "2031")
    ('later, 12 Mar, ', 'against it, 11 Mar, ', 'later, 11 Mar, ')
    """
    word = "later" if came_later(before, after) else "against it"
    return f"{word}, {day_in(after.day, year)}, " if after.day else f"{word}, "


def _number(value: str) -> str:
    """The number alone: "at least 46" is 46."""
    return value.split()[-1] if value else ""


def _parties(positions: Sequence[Line], lines: Sequence[Line], disputed: Set[str]) -> tuple[Party, ...]:
    """Positions by the party that the first voice speaks for; who opens a line in brackets is named after it.

    Who is heard in most reports comes first, of what he says what is `disputed`, then what most reports tell. An
    outlet that only tells of others is no party.
    """
    heard: dict[str, set[str]] = {}
    for line in lines:
        party, _ = _speaker(line)
        heard.setdefault(party, set()).update(line.reports)
    said: dict[str, list[tuple[Line, str]]] = {}
    for line in positions:
        party, who = _speaker(line)
        told = SPEAKER.match(line.title)
        if party:
            line = replace(line, title=line.title[told.end() :]) if told else line
            said.setdefault(party, []).append((line, who if who != party else ""))
    first = sorted(said, key=lambda party: -len(heard[party]))[:_PARTIES]
    order = {party: sorted(said[party], key=lambda x: (x[0].id not in disputed, -len(x[0].reports))) for party in first}
    return tuple(Party(party, tuple(_each_new(of)[:_OF_PARTY])) for party, of in order.items())


def _each_new(said: Sequence[tuple[Line, str]]) -> list[tuple[Line, str]]:
    """Leave out a line whose words nearly all stand in one before it."""
    words = [frozenset(re.findall(r"\w+", line.title.casefold())) for line, _ in said]
    new: list[int] = []
    for n, mine in enumerate(words):
        if not any(len(mine & words[m]) >= _SAME_WORDS * len(mine) for m in new):
            new.append(n)
    return [said[n] for n in new]


def _speaker(line: Line) -> tuple[str, str]:
    """Give the party whose word a line is, and who speaks for it; "" where only an outlet tells it."""
    told = SPEAKER.match(line.title)
    if not line.voices or (line.voices[0].kind == "outlet" and told):
        who = told[1] if told else ""
        return who, who
    if line.voices[0].kind == "outlet":
        return "", ""
    return line.voices[0].party or line.voices[0].name, line.voices[0].name


_NAMED = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """A sign, what it says, and the disputes that it stands for."""

    sign: Literal["✗", "↻", "✓"]
    says: str
    disputes: tuple[str, ...]


def numbered(disputes: Iterable[Dispute]) -> dict[str, int]:
    """Give the number of each open dispute, as they are listed."""
    return {d.id: n for n, d in enumerate((d for d in disputes if d.status == "open"), 1)}


def outcome(line: Line, disputes: Mapping[str, Dispute], numbers: Mapping[str, int], year: str = "") -> Outcome | None:
    """Give the mark of a line, or None where no account differs from it; days of `year` are told without it."""
    own = [disputes[d] for d in line.disputes if d in disputes]
    still = sorted((d for d in own if d.status == "open"), key=lambda d: numbers.get(d.id, 0))
    if still:
        return Outcome("✗", f"disputed ({_listed(still, numbers)})", tuple(d.id for d in still))
    claims = {side.id for side in line.claims}
    overtaken = [d for d in own if d.halves and claims & set(d.halves[0].claims)]
    if overtaken:
        turns = [(half, came_later(d.halves[0], half)) for d in overtaken for half in d.halves[1:]]
        days = sorted({half.day for half, later in turns if half.day and later})
        when = f" ({', '.join(day_in(d, year) for d in days[:_NAMED])})" if days else ""
        word = "later otherwise" if any(later for _, later in turns) else "told otherwise"
        return Outcome("↻", f"{word}{when}", tuple(d.id for d in overtaken))
    if own:
        return Outcome("✓", "settled", tuple(d.id for d in own))
    return None


def _listed(disputes: Sequence[Dispute], numbers: Mapping[str, int]) -> str:
    words = [(CONFLICTS[d.kind].word, d.id) for d in disputes[:_NAMED]]
    named = [f"{word}, no. {numbers[known]}" if known in numbers else word for word, known in words]
    more = f" and {len(disputes) - _NAMED} more" if len(disputes) > _NAMED else ""
    return "; ".join(named) + more


def shown(account: Account) -> Iterator[str]:
    """Give the ids of the claims that are shown, some of them more than once."""
    for chapter in account.chapters:
        for line in chapter.lines:
            yield from (side.id for side in line.claims)
        for dispute in chapter.disputes:
            yield from (side.id for side in dispute.sides)


VOICES = (
    "voices: how many tell it independently, at least–at most (who only repeats another is not counted); "
    "reports: how many hold it"
)
_SIGNS = {
    "✗": "✗ accounts differ: how, and the number of the dispute below",
    "↻": "↻ told otherwise: withdrawn, corrected or overtaken",
    "✓": "✓ the other account was withdrawn, corrected or overtaken",
}
ADDED = "[ ] added by rashomon; every other word is a report's own. rashomon gives no verdict."


def legend(shown: Overview) -> tuple[str, ...]:
    """Give the explanations that this overview needs, one a sign."""
    lines = {x.id for part in (shown.lines, shown.ahead, shown.background, shown.corrected) for x in part}
    signs = {mark.sign for line, mark in shown.outcomes if line in lines}
    lines_of = (*shown.lines, *shown.ahead, *shown.background)
    by_model = any(
        [
            *(x.pointed_by for x in lines_of),
            *(d.pointed_by for d in (*shown.disputes, *shown.otherwise)),
            *(f.pointed_by for f in shown.figures),
        ]
    )
    return (VOICES, *(told for sign, told in _SIGNS.items() if sign in signs), *([LEGEND] if by_model else ()))


_ADDED = re.compile(r"(\[[^\[\]]*\])")


def bracketed(text: str) -> list[tuple[str, bool]]:
    """Give the pieces in order, each with whether it was added."""
    return [(piece, bool(_ADDED.fullmatch(piece))) for piece in _ADDED.split(text) if piece]


OURS = ADDED
"""What every overview ends with."""


def overview_style() -> str:
    """Give the style sheet of templates/overview.html."""
    return files("rashomon.exports").joinpath("templates", "overview.css").read_text("utf-8")


FILTERS: dict[str, Any] = {
    "bounds": bounds,
    "bracketed": bracketed,
    "cut": cut_short,
    "day": day,
    "day_in": day_in,
    "day_or_by": day_or_by,
    "kind": lambda kind: CONFLICTS[kind].word,
    "legend": legend,
    "pointed": pointed,
    "told_by": told_by,
    "turn": turn,
}
"""By the names that templates/overview.html calls them."""
