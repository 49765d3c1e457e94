"""Dates told from the report's day or from the day last spoken of: yesterday, last week, Friday, five days ago."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from rashomon.reading.times.almanac import Almanac
from rashomon.reading.times.amounts import amounts
from rashomon.reading.times.context import NO_TIME, Context, Value
from rashomon.reading.times.grammar import Found

_OPEN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
    "ML": "X",
}


def relative(found: Found, context: Context) -> Value | None:
    """Give the value of a date told by its distance; None where the words are not one."""
    return _RULES[found.rule](found, context)


def _written(day: date | None, unit: str, evidence: str = "") -> Value:
    return Value("DATE", Almanac.written(day, unit) if day else _OPEN.get(unit, "XXXX-XX-XX"), evidence)


def part_of_day(found: Found, context: Context) -> str:
    """Give the TIMEX3 ending of a part of the day that the rule captured: TMO, TEV …, or ""."""
    words = context.part(found, "dp") or context.part(found, "dp2")
    return "T" + words[0].value if words else ""


def timed(value: Value, ending: str) -> Value:
    """Put a part of the day or a clock time to a day."""
    return Value("TIME", value.value + ending, value.evidence) if ending else value


def near_day(context: Context, word: str) -> Value:
    """Give the day of today, yesterday, tomorrow or tonight."""
    if context.today is None:
        return Value("DATE", "PRESENT_REF" if word == "today" else "XXXX-XX-XX")
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return Value("DATE", Almanac.shifted(context.today, step, "D").isoformat(), word)


def _today(found: Found, context: Context) -> Value | None:
    word = context.part(found, "t")[0]
    if word.capital and context.at(found.start - 1).form == "usa":
        return NO_TIME
    return timed(near_day(context, word.form), part_of_day(found, context))


def _tonight(found: Found, context: Context) -> Value | None:
    return timed(near_day(context, "tonight"), "TNI")


def _two_days_off(found: Found, context: Context) -> Value | None:
    step = 2 if context.at(found.end - 1).form == "tomorrow" else -2
    return _written(context.today and Almanac.shifted(context.today, step, "D"), "D")


def day_of_week(number: int, which: str, context: Context, start: int, end: int) -> Value:
    """Give the day that a weekday means: the latest one unless the sentence looks ahead."""
    today = context.today
    if today is None:
        return Value("DATE", f"XXXX-WXX-{number}")
    back = (today.isoweekday() - number) % 7
    latest, coming = today - timedelta(days=back), today + timedelta(days=-back % 7)
    which_words = which.split()
    if which_words and which_words[-1] in ("last", "past"):
        return Value("DATE", (latest if back else today - timedelta(days=7)).isoformat(), "last")
    if which in ("next", "coming", "this coming"):
        return Value("DATE", (coming if back else today + timedelta(days=7)).isoformat(), "next")
    if which in ("that", "the same", "the previous", "the following", "the next") and context.focus:
        day = context.focus[0]
        gap = (day.isoweekday() - number) % 7
        if which in ("the following", "the next"):
            return Value("DATE", (day + timedelta(days=(-gap % 7) or 7)).isoformat(), "focus")
        return Value("DATE", (day - timedelta(days=gap or (7 if which == "the previous" else 0))).isoformat(), "focus")
    lean = context.lean(start, end)
    if which == "this" and lean.direction != "past":
        return Value("DATE", coming.isoformat(), "this")
    if lean.direction == "future":
        return Value("DATE", coming.isoformat(), lean.evidence)
    return Value("DATE", latest.isoformat(), lean.evidence or "latest")


def _weekday(found: Found, context: Context) -> Value | None:
    word = context.part(found, "w")[0]
    if not word.capital and len(word.form) < 6:
        return None
    after, before = context.at(found.end), context.at(found.start - 1)
    if word.form in ("sun.", "sun", "sat", "sat.") and not word.capital:
        return None
    if before.form in ("black", "bloody", "super", "palm", "good", "ash", "fat", "cyber") and before.capital:
        return NO_TIME
    if after.capital and after.form in _PAPERS and found.end == found.parts["w"][1]:
        return NO_TIME
    which = context.said(found, "r")
    value = day_of_week(int(word.value), which, context, found.start, found.end)
    return timed(value, part_of_day(found, context))


_PAPERS = frozenset(
    "times telegraph mirror mail express herald star sun post independent tribune world people night club mosque".split()
) - {"night"}


def _weekday_of_week(found: Found, context: Context) -> Value | None:
    if context.worth(found, "u") != "W":
        return None
    number, which = int(context.worth(found, "w")), context.said(found, "k")
    base = context.focus[0] if which == "that" and context.focus else context.today
    if base is None:
        return timed(Value("DATE", f"XXXX-WXX-{number}"), part_of_day(found, context))
    base += timedelta(days={"last": -7, "next": 7}.get(which, 0) + number - base.isoweekday())
    return timed(Value("DATE", base.isoformat(), f"{which} week"), part_of_day(found, context))


def _this_unit(found: Found, context: Context) -> Value | None:
    unit, which = context.worth(found, "u"), context.said(found, "r")
    word = context.part(found, "u")[0]
    if word.kind == "second" or unit in ("TM", "TS"):
        return Value("DATE", "PRESENT_REF") if which == "this" and unit == "TM" else None
    if unit == "TH":
        return Value("DATE", "PRESENT_REF") if which == "this" else Value("DURATION", "PT1H")
    if (
        which in ("past", "coming", "current")
        and context.at(found.start - 1).form not in ("the", "this")
        and "p" not in found.parts
    ):
        if which != "current" and context.at(found.start - 1).kind == "poss":
            return None
    period = which in ("past", "the past", "this past", "the coming") or (which == "the last" and unit != "Q")
    if unit == "WE":
        return _weekend(which, context)
    if period:
        if which == "the last" and context.at(found.end).form in ("of", "before"):
            return None
        if unit in ("W", "M", "D", "Y", "DE", "CE", "Q", "F") and which != "this past":
            return Value("DURATION", f"P1{unit}".replace("P1F", "P2W"), which)
    step = {"last": -1, "next": 1, "coming": 1, "this past": -1, "the last": -1, "this coming": 1}.get(which, 0)
    if which == "next" and unit == "D" or which == "last" and unit == "D":
        base = context.focus[0] if context.focus and context.focus[1] == "D" else None
        return _written(base and Almanac.shifted(base, step, "D"), "D", "focus")
    if context.today is None:
        return Value("DATE", _OPEN.get(unit, "XXXX-XX-XX"))
    return _written(Almanac.shifted(context.today, step, unit), unit, which)


def _weekend(which: str, context: Context) -> Value:
    today = context.today
    if today is None:
        return Value("DATE", _OPEN["WE"])
    week = today
    last = which.split()[-1] if which else ""
    if last in ("last", "past") or (not which and today.isoweekday() < 6):
        week = today - timedelta(days=7)
    elif last in ("next", "coming") and today.isoweekday() >= 6:
        week = today + timedelta(days=7)
    elif last == "this" and today.isoweekday() <= 2:
        week = today - timedelta(days=7)
    return _written(week, "WE", which)


def _that_unit(found: Found, context: Context) -> Value | None:
    unit, which = context.worth(found, "u"), context.said(found, "r")
    if context.part(found, "u")[0].kind == "second" or unit.startswith("T"):
        return None
    if which == "the next" and unit in ("Y", "M", "W", "DE"):
        return Value("DURATION", f"P1{unit}", "the next")
    step = {"the previous": -1, "the following": 1, "the next": 1}.get(which, 0)
    focus = context.focus
    if focus is None:
        return Value("DATE", _OPEN.get(unit, "XXXX-XX-XX"))
    return _written(Almanac.shifted(focus[0], step, unit), unit, "focus")


_THE_UNIT_LEADS = frozenset(
    "for in during over through throughout within of all so far by this on around until".split()
)
_THE_UNIT_NOT_NEXT = frozenset("of when that after before which to old who where he she they it we i you hand".split())


def _the_unit(found: Found, context: Context) -> Value | None:
    unit, before, after = context.worth(found, "u"), context.at(found.start - 1), context.at(found.end)
    if "p" not in found.parts:
        if before.form not in _THE_UNIT_LEADS or after.form in _THE_UNIT_NOT_NEXT or after.kind in ("hyphen", "poss"):
            return None
        if unit in ("D", "DE", "TH", "CE", "TM", "ML", "F") or (before.form == "of" and unit not in ("Y",)):
            return None
        if after.kind == "word" and unit != "WE":
            return None
    elif after.form in ("of", "hyphen", "-") or unit.startswith("T"):
        return None
    if unit == "WE":
        return _weekend("", context)
    if unit == "Q" and context.quarter:
        return _written(context.quarter[0], "Q", "focus")
    if context.today is None:
        return Value("DATE", _OPEN.get(unit, "XXXX-XX-XX"))
    return _written(context.today if unit != "Q" else Almanac.shifted(context.today, -1, "Q"), unit, "report's")


def _ago(found: Found, context: Context) -> Value | None:
    amount = amounts(context.part(found, "n"), half="half" in [w.form for w in context.words[found.start : found.end]])
    unit = context.worth(found, "u")
    if amount is None:
        return None
    return _off(amount, unit, -1, context.today, context, "ago")


def _off(amount: float | str, unit: str, sign: int, base: date | None, context: Context, why: str) -> Value | None:
    if isinstance(amount, str):
        return Value("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", why)
    if unit in ("TS", "second"):
        return Value("TIME", "PRESENT_REF", why)
    if unit in ("TH", "TM"):
        if base is None:
            return Value("TIME", "XXXX-XX-XX", why)
        return Value(
            "TIME",
            base.isoformat()
            if unit == "TM" or amount < 12
            else Almanac.shifted(base, sign * round(amount / 24), "D").isoformat(),
            why,
        )
    if base is None:
        return Value("DATE", _OPEN.get(unit, "XXXX-XX-XX"), why)
    if unit == "Y" and context.quarter and context.quarter[1] == "Q" and amount == 1:
        return _written(Almanac.shifted(context.quarter[0], sign, "Y"), "Q", f"{why},quarter")
    grain = {"F": "W", "WE": "WE"}.get(unit, unit)
    if isinstance(amount, float) and amount != int(amount) and unit in ("Y", "DE"):
        grain = "M" if unit == "Y" else "Y"
    return _written(Almanac.shifted(base, sign * amount, unit), grain, why)


def _ago_bare(found: Found, context: Context) -> Value | None:
    return Value("DATE", "PAST_REF", "ago")


def _from_now(found: Found, context: Context) -> Value | None:
    amount = amounts(context.part(found, "n"))
    return None if amount is None else _off(amount, context.worth(found, "u"), 1, context.today, context, "from-now")


def _later(found: Found, context: Context) -> Value | None:
    amount = amounts(context.part(found, "n"), half="half" in [w.form for w in context.words[found.start : found.end]])
    if amount is None or context.at(found.end).form == "than" and not isinstance(amount, str):
        amount = amount if amount is not None else ""
    if amount == "" or amount is None:
        return None
    unit, which = context.worth(found, "u"), context.said(found, "w")
    sign = 1 if which == "later" else -1
    if isinstance(amount, str):
        return Value("DURATION", f"P{'T' if unit.startswith('T') else ''}X{unit.lstrip('T')}", which)
    if unit.startswith("T"):
        return Value("DURATION", f"PT{amount:g}{unit[1:]}", which)
    focus = context.focus
    base = focus[0] if focus and (sign > 0 or focus[1] != "D" or unit != "Y") else context.today if sign < 0 else None
    if base is None:
        return Value("DURATION", f"P{amount:g}{unit}".replace("F", "W"), which)
    return _off(amount, unit, sign, base, context, f"{which},focus")


def _year_ago(found: Found, context: Context) -> Value | None:
    unit = context.worth(found, "u")
    if unit not in ("Y", "M", "W", "Q", "D"):
        return None
    base = context.quarter[0] if context.quarter and unit == "Y" else context.today
    if base is None:
        return Value("DATE", _OPEN[unit])
    grain = "Q" if context.quarter and unit == "Y" else unit
    if context.at(found.end - 1).kind == "quarter":
        grain = "Q"
        base = base if context.quarter else Almanac.shifted(base, -1, "Q")
    return _written(Almanac.shifted(base, -1, unit), grain, "ago")


def _day_after(found: Found, context: Context) -> Value | None:
    unit, after = context.worth(found, "u"), context.at(found.end)
    if unit.startswith("T") or after.kind not in ("comma", "stop", "edge", "break"):
        return None
    step = -1 if context.said(found, "w") == "before" else 1
    focus = context.focus
    if focus is None:
        return Value("DATE", _OPEN.get(unit, "XXXX-XX-XX"), "focus")
    return _written(Almanac.shifted(focus[0], step, unit), unit, "focus")


def _week_of(found: Found, context: Context) -> Value | None:
    if context.worth(found, "u") != "W" or context.today is None:
        return None
    month, day = int(context.worth(found, "m")), int("".join(c for c in context.worth(found, "d") if c.isdigit()))
    options = []
    for year in (context.today.year - 1, context.today.year, context.today.year + 1):
        try:
            options.append(date(year, month, day))
        except ValueError:
            continue
    if not options:
        return None
    today = context.today
    return _written(min(options, key=lambda d: abs((d - today).days)), "W", "nearest")


_RULES: dict[str, Callable[[Found, Context], Value | None]] = {
    "today": _today,
    "tonight": _tonight,
    "two-days-off": _two_days_off,
    "weekday": _weekday,
    "weekday-of-week": _weekday_of_week,
    "week-weekday": _weekday_of_week,
    "week-of": _week_of,
    "this-unit": _this_unit,
    "that-unit": _that_unit,
    "the-unit": _the_unit,
    "ago": _ago,
    "ago-bare": _ago_bare,
    "ago-long": _ago_bare,
    "from-now": _from_now,
    "later": _later,
    "year-ago": _year_ago,
    "day-after": _day_after,
}
