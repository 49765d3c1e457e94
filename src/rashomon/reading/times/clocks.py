"""Times of day: by the clock, by the part of the day, with the day and the zone where they are named."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from rashomon.language import word_set
from rashomon.reading.times.almanac import Almanac
from rashomon.reading.times.context import NO_TIME, OVER, Context, Numerals, Value
from rashomon.reading.times.grammar import Found, neighbours
from rashomon.reading.times.relative import day_of_week, is_a_title, near_day, part_of_day, timed

_AT_HAND = 90  # words: how far the day of a bare clock time may stand before it
_SMALL_HOURS = re.compile(r"T0[0-5]:")
_EDGES = frozenset({"break", "edge", "stop"})
_DAYPARTS = word_set("words_of_times", "part_of_a_day")
_BESIDE = frozenset({"after", "before"})
_ENDS = _EDGES | {"comma"}
_OF = _BESIDE | {"of"}
_WHOSE = word_set("words_of_times", "whose")
_ZULU = frozenset({"gmt", "utc"})


def clocks(found: Found, context: Context) -> Value | None:
    """Give the value of a time of day; None where the words are not one."""
    return _RULES[found.rule](found, context)


def _clock(found: Found, context: Context) -> str | None:
    """Write the captured clock time as T18:40, with Z where its zone is Greenwich's."""
    words = context.part(found, "c")
    if not words:
        return None
    digits = [int(n) for n in re.findall(r"\d+", words[0].form)] or [int(words[0].value)]
    hour, minute = digits[0], digits[1] if len(digits) > 1 else 0
    half = "".join(word.value for word in words if word.kind == "ampm") or re.sub(r"[^apm]", "", words[0].form).upper()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("P") else 0)
    if words[-1].kind == "oclock" and (part_of_day(found, context) in ("TAF", "TEV") and hour < 12):
        hour += 12
    if hour > 24 or minute > 59:
        return None
    zone = context.part(found, "z")
    zulu = any(word.form in _ZULU for word in zone) and not any(word.kind == "sign" for word in zone)
    return f"T{hour:02d}:{minute:02d}" + ("Z" if zulu else "")


def _day_at_hand(found: Found, context: Context, clock: str) -> Value:
    """Give the day of a bare clock time: one spoken of, else the report's; none in the small hours of a night."""
    scene = context.scene
    if _is_of_a_deed(found, context) or (context.scene_is_late and _SMALL_HOURS.match(clock)):
        return Value("DATE", "XXXX-XX-XX")
    if scene and scene[1] == "D" and _is_left_behind(scene[0], found, context):
        return Value("DATE", "XXXX-XX-XX")
    if scene and scene[1] == "D" and found.start - context.scene_end < _AT_HAND:
        return Value("DATE", scene[0].isoformat(), "focus")
    return Value("DATE", context.today.isoformat() if context.today else "XXXX-XX-XX", "report's")


def _is_left_behind(scene: date, found: Found, context: Context) -> bool:
    """Whether a paragraph ends between an hour and a day of long ago, in a report that has told of a late one."""
    if context.today is None or context.today - scene < OVER or not context.lately:
        return False
    return any(word.kind == "break" for word in context.words[context.scene_end : found.start])


def _is_of_a_deed(found: Found, context: Context) -> bool:
    """Whether the day is that of a deed told of: "at 11:20 on the morning of the crash", whatever day that was."""
    first = last = found.start
    while context.at(first - 1).kind not in _EDGES:
        first -= 1
    while context.at(last).kind not in _EDGES:
        last += 1
    three = (tuple(context.at(k + n).form for n in range(3)) for k in range(first, last - 2))
    return any(day in _DAYPARTS and of in _OF and whose in _WHOSE for day, of, whose in three)


def _is_beside_a_deed(found: Found, context: Context) -> bool:
    """Whether what follows tells which day: "the night before the raid", not "the night before, …"."""
    return context.at(found.end).form in _BESIDE and context.at(found.end + 1).kind not in _ENDS


def _alone(found: Found, context: Context) -> Value | None:
    clock, words = _clock(found, context), context.part(found, "c")
    if clock is None:
        return None
    bare = len(words) == 1 and words[0].kind == "clock" and "z" not in found.parts
    if bare and context.at(found.start - 1).form not in neighbours("clock-cue") and context.at(found.end).form != "on":
        return None  # 2:15 may be a score, a verse or a race
    return timed(_day_at_hand(found, context, clock), clock)


def _on_day(found: Found, context: Context) -> Value | None:
    clock = _clock(found, context) or (context.worth(found, "n") or None)
    if clock is None:
        return None
    if words := context.part(found, "w"):
        return timed(day_of_week(int(words[0].value), "", context, found.start, found.end), clock)
    if context.at(found.end).form == "of" or (not context.part(found, "t") and _is_beside_a_deed(found, context)):
        return timed(Value("DATE", "XXXX-XX-XX"), clock)
    return timed(near_day(context, context.said(found, "t") or "today"), clock)


def _on_date(found: Found, context: Context) -> Value | None:
    clock = _clock(found, context) or context.worth(found, "n").upper() or part_of_day(found, context)
    day = _named_day(found, context)
    return timed(day, clock) if clock and day else None


def _named_day(found: Found, context: Context) -> Value | None:
    """Give the day of a captured month `m` and day `d`, with its year `y` or nearest to the report."""
    month, number = int(context.worth(found, "m")), Numerals.digits(context.worth(found, "d")) or 0
    if year := Numerals.year(found, context):
        day = Numerals.day(year, month, number)
    elif context.today:
        day = Numerals.nearest(month, number, context.today)
    else:
        return Value("DATE", f"XXXX-{month:02d}-{number:02d}")
    return Value("DATE", day.isoformat(), "nearest") if day else None


def _daypart_of(found: Found, context: Context) -> Value | None:
    ending = part_of_day(found, context)
    if words := context.part(found, "w"):
        return timed(
            day_of_week(int(words[0].value), context.said(found, "r"), context, found.start, found.end), ending
        )
    day = _named_day(found, context)
    return timed(day, ending) if day else None


def _night_of_days(found: Found, context: Context) -> Value | None:
    """Read "the night of Sunday to Monday", "overnight from Sunday to Monday": one night, of two days."""
    first, last = int(context.worth(found, "w")), int(context.worth(found, "v"))
    if not _is_a_night(found, context) or last != first % 7 + 1:
        return None
    day = Almanac.first_day(day_of_week(first, "", context, found.start, found.end).value)
    return _night(day[0] if day else None)


def _night_of_dates(found: Found, context: Context) -> Value | None:
    """Read "the night of 30 April to 1 May": one night, of two days."""
    day = _named_day(found, context)
    begun = Almanac.first_day(day.value) if day else None
    if not _is_a_night(found, context) or begun is None:
        return None
    last = Almanac.shifted(begun[0], 1, "D")
    told = int(context.worth(found, "n")), Numerals.digits(context.worth(found, "e"))
    return _night(begun[0]) if (last.month, last.day) == told else None


def _is_a_night(found: Found, context: Context) -> bool:
    return "o" in found.parts or context.worth(found, "dp") == "NI"


def _night(day: date | None) -> Value:
    if day is None:
        return Value("TIME", "XXXX-XX-XXTNI")
    return Value("DATE", f"{day.isoformat()}/{Almanac.shifted(day, 1, 'D').isoformat()}", "night")


def _military(found: Found, context: Context) -> Value | None:
    form = context.part(found, "c")[0].form
    if len(form) != 4 or not form.isdigit() or int(form[:2]) > 24 or int(form[2:]) > 59:
        return None
    zone = "Z" if context.worth(found, "z") in _ZULU else ""
    clock = f"T{form[:2]}:{form[2:]}{zone}"
    return timed(_day_at_hand(found, context, clock), clock)


def _noon(found: Found, context: Context) -> Value | None:
    clock = context.worth(found, "n").upper()
    if words := context.part(found, "w"):
        return timed(day_of_week(int(words[0].value), "", context, found.start, found.end), clock)
    if words := context.part(found, "t"):
        return timed(near_day(context, words[0].form), clock)
    return timed(_day_at_hand(found, context, clock), clock)


def _daypart(found: Found, context: Context) -> Value | None:
    which, ending = context.said(found, "r"), part_of_day(found, context)
    after = context.at(found.end)
    unled = context.at(found.start - 1).form not in neighbours("daypart-lead")
    if which == "the" and (unled or after.form in ("of", "sky", "that", "when")):
        return None
    if which == "the" and _is_beside_a_deed(found, context):
        return Value("TIME", "XXXX-XX-XX" + ending)  # "the night before the raid": whatever day that was
    if which == "last":
        if ending != "TNI" and ending != "TEV":
            return None
        return timed(near_day(context, "yesterday"), ending)
    if which == "this":
        if is_a_title(found, context):
            return NO_TIME
        return timed(near_day(context, "tonight"), ending)
    if which == "the" and not context.focus and context.today is None:
        return Value("TIME", "XXXX-XX-XX" + ending)
    base = context.focus[0] if context.focus else context.today
    if base is None or (context.focus is not None and context.focus[1] != "D"):
        return Value("TIME", "XXXX-XX-XX" + ending)  # "in May … in the evening": of no day that is told
    step = {"the next": 1, "the following": 1, "the previous": -1, "next": 1}.get(which, 0)
    whose = "focus" if context.focus else "report's"
    return timed(Value("DATE", Almanac.shifted(base, step, "D").isoformat(), whose), ending)


def _at_night(found: Found, context: Context) -> Value | None:
    if context.worth(found, "x") != "NI":
        return None
    return Value("TIME", "XXXX-XX-XXTNI")


def _overnight(found: Found, context: Context) -> Value | None:
    return timed(near_day(context, "tonight"), "TNI")


def _daypart_after(found: Found, context: Context) -> Value | None:
    step = -1 if context.said(found, "w") == "before" else 1
    base = context.focus[0] if context.focus else None
    if base is None or context.at(found.end).kind not in ("comma", "stop", "edge", "break"):
        return None
    return timed(Value("DATE", Almanac.shifted(base, step, "D").isoformat(), "focus"), part_of_day(found, context))


_RULES: dict[str, Callable[[Found, Context], Value | None]] = {
    "clock": _alone,
    "clock-day": _on_day,
    "day-clock": _on_day,
    "clock-date": _on_date,
    "date-daypart": _on_date,
    "daypart-of": _daypart_of,
    "military": _military,
    "night-dates": _night_of_dates,
    "night-days": _night_of_days,
    "noon": _noon,
    "daypart": _daypart,
    "daypart-after": _daypart_after,
    "at-night": _at_night,
    "overnight": _overnight,
}
