"""Dates told by a distance: five days ago, a year earlier, two days later, the following week, that day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rashomon.reading.times.almanac import Almanac
from rashomon.reading.times.context import Context, Value, amounts
from rashomon.reading.times.durations import length_value
from rashomon.reading.times.grammar import Found

_HALF_DAY = 12  # hours: a distance up to this stays on the day it is told from


def offsets(found: Found, context: Context) -> Value | None:
    """Give the value of a date told by its distance from another; None where the words are not one."""
    return _RULES[found.rule](found, context)


def _amount(found: Found, context: Context) -> float | str | None:
    return amounts(context.part(found, "n"), half="half" in context.said_all(found))


def _off(amount: float | str, unit: str, sign: int, base: date | None, context: Context, why: str) -> Value:
    """Give the day, month or year `amount` units before (-1) or after (1) `base`, as fine as the unit is."""
    if isinstance(amount, str):
        return Value("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", why)
    if unit in ("TH", "TM", "TS"):
        days = round(amount / 24) if unit == "TH" and amount > _HALF_DAY else 0
        return Value("TIME", Almanac.written_or_open(base and Almanac.shifted(base, sign * days, "D"), "D"), why)
    if unit == "Y" and amount == 1 and context.quarter and context.quarter == context.focus:
        return Value("DATE", Almanac.written(Almanac.shifted(context.quarter[0], sign, "Y"), "Q"), f"{why},quarter")
    grain = unit
    if amount != int(amount):
        grain = {"Y": "M", "DE": "Y", "CE": "DE"}.get(unit, unit)
    return Value("DATE", Almanac.written_or_open(base and Almanac.shifted(base, sign * amount, unit), grain), why)


def _ago(found: Found, context: Context) -> Value | None:
    amount, unit = _amount(found, context), context.worth(found, "u")
    if amount is None:
        return None
    day = context.part(found, "day")
    if day and context.today and not isinstance(amount, str):
        base = Almanac.shifted(context.today, -amount, unit)
        if day[0].kind == "weekday":
            base = Almanac.shifted(base, int(day[0].value) - base.isoweekday(), "D")
        return Value("DATE", base.isoformat(), "ago")
    return _off(amount, unit, -1, context.today, context, "ago")


def _ago_bare(found: Found, context: Context) -> Value | None:
    return Value("DATE", "PAST_REF", "ago")


def _ago_half(found: Found, context: Context) -> Value | None:
    return _off(0.5, context.worth(found, "u"), -1, context.today, context, "ago")


def _from_now(found: Found, context: Context) -> Value | None:
    amount = _amount(found, context)
    return None if amount is None else _off(amount, context.worth(found, "u"), 1, context.today, context, "from-now")


def _later(found: Found, context: Context) -> Value | None:
    amount, unit, which = _amount(found, context), context.worth(found, "u"), context.said(found, "w")
    if amount is None:
        return None
    if isinstance(amount, str) or unit.startswith("T"):
        return Value("DURATION", length_value(amount, unit), which)
    sign, focus = (1 if which == "later" else -1), context.focus
    if sign < 0 and (focus is None or (unit == "Y" and focus[1] == "D")):
        return _off(amount, unit, sign, context.today, context, which)
    if focus is None:
        return Value("DURATION", length_value(amount, unit), which)
    return _off(amount, unit, sign, focus[0], context, f"{which},focus")


def _year_ago(found: Found, context: Context) -> Value | None:
    unit = context.worth(found, "u")
    if unit not in ("D", "W", "M", "Q", "Y"):
        return None
    grain, base = unit, context.today
    if unit == "Y" and (context.quarter or context.at(found.end - 1).kind == "quarter"):
        grain = "Q"
        base = context.quarter[0] if context.quarter else base and Almanac.shifted(base, -1, "Q")
    day = base and Almanac.shifted(base, -1, unit)
    return Value("DATE", Almanac.written_or_open(day, grain), "ago")


def _that_unit(found: Found, context: Context) -> Value | None:
    unit, last = context.worth(found, "u"), context.part(found, "r")[-1].kind
    if context.part(found, "u")[0].kind == "second" or unit.startswith("T"):
        return None
    if last == "next" and unit in ("Y", "M", "W", "DE"):
        return Value("DURATION", f"P1{unit}", "the-next")
    step = {"previous": -1, "following": 1, "next": 1}.get(last, 0)
    if context.focus is None and last == "previous" and unit in ("W", "M", "Q", "Y") and context.today:
        return Value("DATE", Almanac.written(Almanac.shifted(context.today, step, unit), unit), "report's")
    if unit == "D" and context.focus is not None and context.focus[1] != "D":
        return Value("DATE", Almanac.written_or_open(None, unit))  # a month or a year spoken of is no day
    day = context.focus and Almanac.shifted(context.focus[0], step, unit)
    return Value("DATE", Almanac.written_or_open(day, unit), "focus")


def _day_after(found: Found, context: Context) -> Value | None:
    unit = context.worth(found, "u")
    if unit.startswith("T") or context.at(found.end).kind not in ("comma", "stop", "edge", "break"):
        return None
    step = -1 if context.said(found, "w") == "before" else 1
    day = context.focus and Almanac.shifted(context.focus[0], step, unit)
    return Value("DATE", Almanac.written_or_open(day, unit), "focus")


_RULES: dict[str, Callable[[Found, Context], Value | None]] = {
    "ago": _ago,
    "ago-day": _ago,
    "ago-bare": _ago_bare,
    "ago-half": _ago_half,
    "ago-long": _ago_bare,
    "from-now": _from_now,
    "later": _later,
    "year-ago": _year_ago,
    "that-unit": _that_unit,
    "day-after": _day_after,
}
