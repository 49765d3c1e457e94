"""A row's date as people write it; what is not known is never made up."""

from __future__ import annotations

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(date: str | None) -> str:
    """Give "20 Dec 2020" for a day, "Dec 2020", "2020", "20 – 22 Dec 2020" for an interval, "undated" for none.

    A value of any other form is given as it stands.
    """
    if not date:
        return "undated"
    start, slash, end = date.partition("/")
    if not slash:
        return " ".join(_parts(date))
    first, last = _parts(start), _parts(end)
    while len(first) > 1 and len(first) == len(last) and first[-1] == last[-1]:
        first.pop()
    return " – ".join(p for p in (" ".join(first), " ".join(last)) if p)


def _parts(date: str) -> list[str]:
    pieces = date[:10].split("-")
    if not all(p.isdigit() for p in pieces) or len(pieces) > 3:
        return [date] if date else []
    named = [str(int(pieces[2]))] if len(pieces) == 3 else []
    if len(pieces) > 1:
        month = int(pieces[1])
        if not 1 <= month <= 12:
            return [date]
        named.append(_MONTHS[month - 1])
    return [*named, pieces[0]]
