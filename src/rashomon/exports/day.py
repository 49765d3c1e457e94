"""A row's date as people write it; what is not known is never made up."""

from __future__ import annotations

from datetime import datetime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(date: str | None) -> str:
    """Give "20 Dec 2020" for a day, "Dec 2020", "2020", "20–22 Dec 2020" for an interval, "undated" for none.

    A value of any other form is given as it stands.
    """
    if not date:
        return "undated"
    start, _, end = date.partition("/")
    first, last = _parts(start), _parts(end)
    if len(first) == len(last):
        while len(first) > 1 and first[-1] == last[len(first) - len(last) - 1]:
            first.pop()
    parts = [" ".join(p) for p in (first, last) if p]
    return ("–" if len(first) == 1 else " – ").join(parts)


def day_in(date: str | None, year: str) -> str:
    """Give the same without its year where that is `year`, the one that all around it is in."""
    told = day(date)
    return told.removesuffix(f" {year}") if year else told


def hour(moment: str | None) -> str:
    """Give "23:30, UTC−5" for an ISO moment, as its place has it; "" where no hour is told.

    Where the hour is told without its zone, that is said: no zone is made up.
    """
    try:
        at = datetime.fromisoformat(moment or "") if len(moment or "") > 10 else None
    except ValueError:
        return ""
    if at is None:
        return ""
    away = at.utcoffset()
    if away is None:
        return f"{at:%H:%M}, zone not told"
    minutes = round(abs(away).total_seconds() / 60)
    hours, rest = divmod(minutes, 60)
    sign = "−" if away.days < 0 else "+"
    return f"{at:%H:%M}, UTC" + (f"{sign}{hours}" if minutes else "") + (f":{rest:02}" if rest else "")


def _parts(date: str) -> list[str]:
    pieces = date[:10].split("-")
    if len(pieces) > 3 or not all(p.isascii() and p.isdigit() for p in pieces):
        return [date] if date else []
    named = [pieces[0]]
    if len(pieces) > 1:
        month = int(pieces[1])
        if not 1 <= month <= 12:
            return [date]
        named.insert(0, _MONTHS[month - 1])
    if len(pieces) > 2:
        named.insert(0, str(int(pieces[2])))
    return named
