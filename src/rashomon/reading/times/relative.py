"""Dates told from the report's day: yesterday, Friday, last week, this year, the weekend.

Dates told by a distance: five days ago, a year earlier, two days later, the following week, that day.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from rashomon.language import listed
from rashomon.reading.times.almanac import Almanac
from rashomon.reading.times.context import NO_TIME, Context, Numerals, Value, amounts
from rashomon.reading.times.durations import length_value
from rashomon.reading.times.grammar import Found, Word, neighbours

_HALF_DAY = 12  # hours: a distance up to this stays on the day it is told from


def offsets(found: Found, context: Context) -> Value | None:
    """Give the value of a date told by its distance from another; None where the words are not one."""
    return _OFFSETS_RULES[found.rule](found, context)


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
    if context.at(found.end).form in neighbours("than"):
        return Value("DURATION", length_value(amount, unit), which)  # "a day later than planned"
    if sign < 0 and _is_told_from_ahead(found, context):
        return Value("DURATION", length_value(amount, unit), which)
    if sign > 0 and context.focus_end <= _begins_with_had(found, context):
        return Value("DURATION", length_value(amount, unit), which)  # "had thrown out four and lost as many days later"
    if sign < 0 and (focus is None or (unit == "Y" and focus[1] == "D")):
        return _off(amount, unit, sign, context.today, context, which)
    if focus is None:
        return Value("DURATION", length_value(amount, unit), which)
    return _off(amount, unit, sign, focus[0], context, f"{which},focus")


def _is_told_from_ahead(found: Found, context: Context) -> bool:
    """Tell whether what was done "two days earlier" stands behind a day that lies ahead: "must go by Sunday"."""
    focus, today = context.focus, context.today
    if focus is None or today is None or focus[0] <= today:
        return False
    return context.lean(found.start, found.end).direction == "past"


def _begins_with_had(found: Found, context: Context) -> int:
    """Give where the sentence begins that has told of something earlier before the words found, else -1."""
    first, earlier = found.start, False
    while context.at(first - 1).kind not in ("break", "edge", "stop"):
        first -= 1
        earlier = earlier or context.at(first).form == "had"
    return first if earlier else -1


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
    opens = context.focus is not None and context.at(found.start - 1).kind in ("break", "edge", "stop")
    if last == "next" and unit in ("Y", "M", "W", "DE") and not opens:
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


_OFFSETS_RULES: dict[str, Callable[[Found, Context], Value | None]] = {
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


_SUNDAY = 7
_LENGTHS = frozenset({"D", "W", "M", "Q", "Y", "DE", "CE", "F"})


def relative(found: Found, context: Context) -> Value | None:
    """Give the value of a date told from the report's day; None where the words are not one."""
    return _RULES[found.rule](found, context)


def part_of_day(found: Found, context: Context) -> str:
    """Give the TIMEX3 ending of a part of the day that the rule captured: TMO, TEV …, or ""."""
    words = context.part(found, "dp") or context.part(found, "dp2")
    return "T" + words[0].value if words else ""


def timed(value: Value, ending: str) -> Value:
    """Put a part of the day or a clock time to a day."""
    return Value("TIME", value.value + ending, value.evidence) if ending else value


def near_day(context: Context, word: str) -> Value:
    """Give the day of today, yesterday, tomorrow or tonight; "today" of a report without its day is the present."""
    if context.today is None or (word == "today" and context.bounded):
        return Value("DATE", "PRESENT_REF" if word == "today" else "XXXX-XX-XX")
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return Value("DATE", Almanac.shifted(context.today, step, "D").isoformat())


def day_of_week(number: int, which: str, context: Context, start: int, end: int) -> Value:
    """Give the day that a weekday means: the latest one, the report's day too, unless the sentence looks ahead.

    Of 353 bare weekdays in news 45 in 100 are the report's day, 47 lie behind it and 5 ahead, nearly all of them
    with "set to", "scheduled", "will" or "until".
    """
    today, last = context.today, (which.split() or [""])[-1]
    if today is None:
        return Value("DATE", f"XXXX-WXX-{number}")
    back = (today.isoweekday() - number) % 7
    latest, coming = today - timedelta(days=back), today + timedelta(days=-back % 7)
    if last in ("last", "past"):
        return Value("DATE", (latest if back else today - timedelta(days=7)).isoformat(), "last")
    if which == "next" or last == "coming":
        return Value("DATE", (coming if back else today + timedelta(days=7)).isoformat(), "next")
    if last in ("that", "same", "previous", "following", "next") and context.focus:
        return _from_focus(number, last, context.focus[0])
    lean = context.lean(start, end)
    if which == "this" and lean.direction != "past":
        return Value("DATE", coming.isoformat(), "this")
    if lean.direction == "future":
        return Value("DATE", coming.isoformat(), lean.evidence)
    if context.changed is not None and today < coming <= context.changed:
        return Value("DATE", coming.isoformat(), "updated")
    return Value("DATE", latest.isoformat(), lean.evidence or "latest")


def _from_focus(number: int, which: str, day: date) -> Value:
    gap = (day.isoweekday() - number) % 7
    if which in ("following", "next"):
        return Value("DATE", (day + timedelta(days=(-gap % 7) or 7)).isoformat(), "focus")
    return Value("DATE", (day - timedelta(days=gap or (7 if which == "previous" else 0))).isoformat(), "focus")


_QUOTES = frozenset("\"'`‘’“”")
_NO_WORD = frozenset({"break", "comma", "edge", "other", "stop"})


def is_a_title(found: Found, context: Context) -> bool:
    """Tell whether it names a programme, in capitals within a sentence that has none: "on NBC's Today"."""
    if not all(word.capital for word in context.words[found.start : found.end]):
        return False
    start, after = found.start - 1, context.at(found.end)
    while context.at(start).form in _QUOTES:
        start -= 1
    quoted = start < found.start - 1
    before = context.at(start)
    if before.kind == "poss":
        return context.at(start - 1).capital
    if quoted:
        return after.form in _QUOTES and not before.capital and before.kind not in _NO_WORD
    plain = not before.capital and before.kind not in _NO_WORD
    return plain and not after.capital and after.kind != "poss"


def _today(found: Found, context: Context) -> Value | None:
    word = context.part(found, "t")[0]
    if (word.capital and context.at(found.start - 1).form == "usa") or is_a_title(found, context):
        return NO_TIME
    return timed(near_day(context, word.form), part_of_day(found, context))


def _tonight(found: Found, context: Context) -> Value | None:
    if is_a_title(found, context):
        return NO_TIME
    return timed(near_day(context, "tonight"), "TNI")


def _two_days_off(found: Found, context: Context) -> Value | None:
    step = 2 if context.at(found.end - 1).form == "tomorrow" else -2
    return Value("DATE", Almanac.written_or_open(context.today and Almanac.shifted(context.today, step, "D"), "D"))


def _weekday(found: Found, context: Context) -> Value | None:
    word = context.part(found, "w")[0]
    before, after = context.at(found.start - 1), context.at(found.end)
    if not word.capital and len(word.form) < 6:
        return None
    if before.capital and before.form in neighbours("named-weekday"):
        return NO_TIME
    if after.capital and after.form in neighbours("paper") and found.end == found.parts["w"][1]:
        return NO_TIME
    which = context.said(found, "r")
    if which == "last" and before.kind == "the" and after.kind == "of":
        return None  # the last Sunday of the month
    number = int(word.value)
    if not which and _is_any(before, after):
        return timed(Value("DATE", f"XXXX-WXX-{number}", "any"), part_of_day(found, context))
    if not which and context.today is not None and after.form in neighbours("event-noun"):
        back = (context.today.isoweekday() - number) % 7  # "the Friday killing" has been, whatever the verb says
        done = Value("DATE", (context.today - timedelta(days=back)).isoformat(), f"event:{after.form}")
        return timed(done, part_of_day(found, context))
    if not which and context.focus is not None and _follows(found, context):
        return timed(_from_focus(number, "following", context.focus[0]), part_of_day(found, context))
    return timed(day_of_week(number, which, context, found.start, found.end), part_of_day(found, context))


def _is_any(before: Word, after: Word) -> bool:
    """Tell whether a weekday is some day of that name: "shot on a Friday", and not "a Friday hearing"."""
    ends = after.kind in _NO_WORD or after.form in neighbours("clause-follows") | listed("function_words")
    return ends and (before.kind == "a" or before.form in neighbours("some-day"))


_SERIES = 14  # words


def _follows(found: Found, context: Context) -> bool:
    """Read "a show on Monday, followed by a talk on Wednesday": the days stand in their order."""
    if context.focus is None or context.focus[1] != "D":
        return False
    for i in range(found.start - 1, max(context.focus_end - 1, found.start - _SERIES), -1):
        if context.at(i).kind in ("stop", "break"):
            return False
        if context.at(i).form == "followed" and context.at(i + 1).form == "by":
            return all(context.at(k).kind not in ("stop", "break") for k in range(context.focus_end, i))
    return False


def _weekday_of_week(found: Found, context: Context) -> Value | None:
    if context.worth(found, "u") != "W":
        return None
    number, which = int(context.worth(found, "w")), context.said(found, "k")
    base = context.focus[0] if which == "that" and context.focus else context.today
    if base is None:
        return timed(Value("DATE", f"XXXX-WXX-{number}"), part_of_day(found, context))
    base += timedelta(days={"last": -7, "next": 7}.get(which, 0) + number - base.isoweekday())
    return timed(Value("DATE", base.isoformat(), f"{which}-week"), part_of_day(found, context))


def _this_unit(found: Found, context: Context) -> Value | None:
    unit, which = context.worth(found, "u"), context.said(found, "r")
    if context.part(found, "u")[0].kind == "second" or unit == "TS":
        return None
    if unit == "W" and is_a_title(found, context):
        return NO_TIME
    if which == "last" and context.at(found.start - 1).kind == "the":
        return None  # the last week of the month
    if unit in ("TH", "TM"):
        return _this_hour(which, unit)
    if which in ("past", "coming", "current") and "p" not in found.parts:
        return None  # "past year" without its article is half of another expression
    if unit == "WE":
        return weekend(which, context)
    if which in ("past", "the past", "the coming") or (which == "the last" and unit != "Q"):
        if context.at(found.end).form in ("of", "before") or unit not in _LENGTHS:
            return None
        return Value("DURATION", "P2W" if unit == "F" else f"P1{unit}", which.replace(" ", "-"))
    last = which.split()[-1]
    step = {"last": -1, "past": -1, "latest": -1, "next": 1, "coming": 1}.get(last, 0)
    if unit == "D" and step:
        base = context.focus[0] if context.focus and context.focus[1] == "D" else None
        return Value("DATE", Almanac.written_or_open(base and Almanac.shifted(base, step, "D"), "D"), "focus")
    ended = _SUNDAY - (which == "this past")
    if unit == "W" and step < 0 and context.today is not None and context.today.isoweekday() >= ended:
        step = 0  # who writes on a Sunday calls the days just past last week, on a Saturday this past week
    day = context.today and Almanac.shifted(context.today, step, unit)
    return Value("DATE", Almanac.written_or_open(day, unit), last)


def _this_hour(which: str, unit: str) -> Value | None:
    if which == "this":
        return Value("DATE", "PRESENT_REF")
    return Value("DURATION", f"PT1{unit[1]}") if which.startswith("the ") else None


def weekend(which: str, context: Context) -> Value:
    """Give a weekend: the one past until Friday comes, unless the words name another."""
    today, last = context.today, (which.split() or [""])[-1]
    if today is None:
        return Value("DATE", Almanac.written_or_open(None, "WE"))
    step = 0
    if last in ("last", "past") or (not last and today.isoweekday() < 6) or (last == "this" and today.isoweekday() < 3):
        step = -1
    elif last in ("next", "coming") and today.isoweekday() > 5:
        step = 1
    return Value("DATE", Almanac.written(Almanac.shifted(today, step, "W"), "WE"), last or "latest")


def _the_unit(found: Found, context: Context) -> Value | None:
    unit, before, after = context.worth(found, "u"), context.at(found.start - 1), context.at(found.end)
    if "p" not in found.parts:
        opens = unit == "WE" and before.kind in ("edge", "stop", "break")
        if (before.form not in neighbours("the-unit-lead") and not opens) or after.form in neighbours("clause-follows"):
            return None
        if unit not in ("W", "WE", "M", "Q", "Y") or (before.form == "of" and unit != "Y"):
            return None
        if after.kind in ("hyphen", "poss") or (
            after.kind == "word" and unit != "WE" and after.form not in ("ended", "ending")
        ):
            return None
    elif after.kind in ("of", "hyphen") or unit.startswith("T"):
        return None
    if unit == "WE":
        return weekend("", context)
    if unit == "Q":
        quarter = context.quarter or (context.today and (Almanac.shifted(context.today, -1, "Q"), "Q"))
        return Value("DATE", Almanac.written_or_open(quarter[0] if quarter else None, "Q"), "quarter")
    return Value("DATE", Almanac.written_or_open(context.today, unit), "report's")


def _week_of(found: Found, context: Context) -> Value | None:
    if context.worth(found, "u") != "W" or context.today is None:
        return None
    number = Numerals.digits(context.worth(found, "d")) or 0
    day = Numerals.nearest(int(context.worth(found, "m")), number, context.today)
    return Value("DATE", Almanac.written(day, "W"), "nearest") if day else None


_RULES: dict[str, Callable[[Found, Context], Value | None]] = {
    "today": _today,
    "tonight": _tonight,
    "two-days-off": _two_days_off,
    "weekday": _weekday,
    "weekday-of-week": _weekday_of_week,
    "week-weekday": _weekday_of_week,
    "week-of": _week_of,
    "this-unit": _this_unit,
    "the-unit": _the_unit,
}
