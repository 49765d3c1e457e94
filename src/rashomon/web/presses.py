"""When each outlet reported of a story: what is its own, and what only carries another's words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.exports.account import Chapter
from rashomon.exports.carries import carries

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
    for report, outlet, day in chapter.reports:
        sheets[outlet].append(Sheet(report, (day or "")[:10], carried.get(report, "")))
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
