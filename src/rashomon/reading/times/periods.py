"""Years, quarters, halves, seasons, decades, centuries and days with a name of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rashomon.reading.times.almanac import Almanac
from rashomon.reading.times.context import NO_TIME, Context, Numerals, Value
from rashomon.reading.times.grammar import Found, neighbours

_SURE_YEARS = range(1900, 2051)  # a bare number of four digits is a year here; elsewhere a preposition must say so
_YEARS = range(1400, 2151)


def periods(found: Found, context: Context) -> Value | None:
    """Give the value of a period with a name or number; None where the words are not one."""
    return _RULES[found.rule](found, context)


def _year(found: Found, context: Context) -> Value | None:
    year = Numerals.year(found, context)
    if year is None or (found.end - found.start == 1 and not _is_year(found, context, year)):
        return None
    return Value("DATE", f"{year:04d}")


def _is_year(found: Found, context: Context, year: int) -> bool:
    word, before, after = context.at(found.start), context.at(found.start - 1), context.at(found.end)
    cued = before.form in neighbours("year-cue")
    if year not in _YEARS or (not cued and (year not in _SURE_YEARS or word.kind == "aposyear")):
        return False
    if before.kind in ("money", "percent", "sign") or after.kind == "percent":
        return False
    if after.start == word.end and after.kind not in ("hyphen", "poss") and after.form[:1].isalpha():
        return False  # "2000ft"
    if after.form in neighbours("counted") or before.form in neighbours("numbered"):
        return False
    glued_before = before.kind == "hyphen" and before.end == word.start and context.at(found.start - 2).kind == "word"
    glued_after = after.kind == "hyphen" and after.start == word.end and context.at(found.end + 1).kind == "int"
    return not (glued_before or glued_after)


def _year_span(found: Found, context: Context) -> Value | None:
    """Read "1995-96": from the first year to the last."""
    first, last = Numerals.year(found, context), Numerals.digits(context.worth(found, "e"))
    if first is None or last is None or first not in _SURE_YEARS:
        return None
    last += first - first % 100
    return Value("DATE", f"{first:04d}/{last:04d}", "span") if first < last < first + 60 else None


def _fiscal_year(found: Found, context: Context) -> Value | None:
    year = Numerals.year(found, context)
    return Value("DATE", f"FY{year:04d}") if year else None


def _calendar_year(found: Found, context: Context) -> Value | None:
    year = Numerals.year(found, context)
    return Value("DATE", f"{year:04d}") if year else None


def _year_end(found: Found, context: Context) -> Value | None:
    unit = context.worth(found, "u")
    if found.end - found.start == 2 and context.at(found.start - 1).form not in neighbours("year-end-lead"):
        return None
    if unit not in ("Y", "M", "W", "DE"):
        return None
    return Value("DATE", Almanac.written(context.today, unit) if context.today else "XXXX")


def _decade(found: Found, context: Context) -> Value | None:
    form = context.worth(found, "d")
    digits = "".join(c for c in form if c.isdigit())
    if form.isdigit() or len(digits) == 4:
        return Value("DATE", digits[:3])
    if form[0].isdigit() and context.at(found.parts["d"][0] - 1).kind not in ("the", "early", "late", "mid", "hyphen"):
        return None  # "in his 60s"
    if form[0].isdigit() and "the" not in context.said_all(found):
        return None
    return Value("DATE", "19" + digits[0])


def _century(found: Found, context: Context) -> Value | None:
    word = context.part(found, "n")[0]
    number = (Numerals.digits(word.value) or 0) + sum(
        int(w.value) for w in context.words[found.start : found.parts["n"][0]] if w.kind == "numword"
    )
    return Value("DATE", f"{number - 1:02d}") if 0 < number < 31 else None


_REACH = 16  # words


_MATCH = 3  # different words of a match in a text that make it a report of one


def _is_of_a_match(found: Found, context: Context) -> bool:
    """Read "scored in the second quarter": of a match, where its sentence, its clock or its whole text speaks of one.

    In a report of a match a quarter is one of business only where its sentence says so.
    """
    if {"y", "k", "r"} & found.parts.keys() or any(w.form == "fiscal" for w in context.words[found.start : found.end]):
        return False
    return (
        _sentence_has(found, context, neighbours("of-a-match"))
        or _is_by_the_clock(found, context)
        or (_tells_of_a_match(context) and not _sentence_has(found, context, neighbours("of-business")))
    )


def _sentence_has(found: Found, context: Context, words: frozenset[str]) -> bool:
    """Tell whether one of `words` stands beside the expression, in its sentence."""
    for step, first in ((-1, found.start - 1), (1, found.end)):
        for i in range(first, first + step * _REACH, step):
            word = context.at(i)
            if word.kind in ("stop", "break", "edge"):
                break
            if word.form in words:
                return True
    return False


def _is_by_the_clock(found: Found, context: Context) -> bool:
    """Tell whether a time is left of the quarter: "with 10:03 to play in the third quarter"."""
    left, (first, second) = context.at(found.start - 2), (context.at(found.start - n) for n in (3, 4))
    if context.at(found.start - 1).form not in neighbours("of-a-period") or left.form not in neighbours("left-to-play"):
        return False
    return any(word.kind in ("unit", "units", "clock") or ":" in word.form for word in (first, second))


def _tells_of_a_match(context: Context) -> bool:
    if context.of_a_match is None:
        context.of_a_match = len({w.form for w in context.words} & neighbours("of-a-match")) >= _MATCH
    return context.of_a_match


def _quarter(found: Found, context: Context) -> Value | None:
    if _is_of_a_match(found, context):
        return NO_TIME
    return _nth_part(found, context, "Q", 3)


def _half(found: Found, context: Context) -> Value | None:
    if any(w.kind == "unit" and w.value != "Y" for w in context.words[found.start : found.end]):
        return None  # half of a month or of a decade has no value of its own
    return _nth_part(found, context, "H", 6)


def _nth_part(found: Found, context: Context, letter: str, months: int) -> Value | None:
    """Give the nth quarter or half of the year named, else the latest that has begun unless the words look ahead."""
    number = Numerals.digits(context.worth(found, "n") or context.worth(found, "q")) or 0
    if not 1 <= number <= 12 // months:
        return None
    which = context.said(found, "k") or context.said(found, "r")
    year = Numerals.year(found, context) or (context.which_year(which) if which else None)
    why = which
    if year is None:
        if context.today is None:
            return Value("DATE", f"XXXX-{letter}{number}")
        year = context.today.year
        lean = context.lean(found.start, found.end)
        starts = date(year, (number - 1) * months + 1, 1)
        over = Almanac.shifted(starts, months, "M") <= context.today
        ahead = lean.direction == "future" and lean.firm
        if starts > context.today and not ahead:
            year, why = year - 1, "latest"
        elif over and ahead and number * months <= months and context.today.month > 9:
            year, why = year + 1, lean.evidence
        else:
            why = lean.evidence if ahead else "latest"
    return Value("DATE", f"{year:04d}-{letter}{number}", why)


def _season(found: Found, context: Context) -> Value | None:
    word, at = context.part(found, "s")[0], found.parts["s"][0]
    which, year = context.said(found, "r").split()[-1:] or [""], Numerals.year(found, context)
    if word.kind == "seasonverb" and context.at(at - 1).kind == "a" and "y" not in found.parts:
        return None  # "hurt in a fall last year"
    if "k" in found.parts:
        year = context.which_year(context.said(found, "k"))
    elif year is None and not _is_season(at, context, which[0]):
        return None
    if year is not None:
        return Value("DATE", f"{year:04d}-{word.value}")
    if context.today is None:
        return Value("DATE", f"XXXX-{word.value}")
    return _season_near(found, context, context.today, which[0])


def _is_season(at: int, context: Context, which: str) -> bool:
    word, before, after = context.at(at), context.at(at - 1), context.at(at + 1)
    if word.capital and after.capital and after.kind == "word":
        return False
    if which:
        return True
    if before.form not in neighbours("season-cue") or (word.capital and before.capital):
        return False
    if word.kind == "seasonverb":
        if before.form == "the" and context.at(at - 2).form not in neighbours("season-frame"):
            return False
        return after.form not in neighbours("season-verb")
    return True


def _season_near(found: Found, context: Context, today: date, which: str) -> Value:
    season = context.worth(found, "s")
    now_year, now_season = Almanac.season(today)
    year = now_year if season == now_season else today.year
    why = which
    if which in ("last", "past", "previous"):
        year -= int(Almanac.season_start(year, season) >= Almanac.season_start(now_year, now_season))
    elif which in ("next", "coming", "following"):
        year += int(Almanac.season_start(year, season) <= today)
    elif which != "this" and Almanac.season_start(year, season) > today:
        lean = context.lean(found.start, found.end)
        why = lean.evidence or "latest"
        year -= int(lean.direction != "future")
    return Value("DATE", f"{year:04d}-{season}", why)


def _holiday(found: Found, context: Context) -> Value | None:
    rule, word, today = context.worth(found, "h"), context.part(found, "h")[0], context.today
    if not word.capital and not word.form[0].isdigit():
        return None
    if len(rule) == 10:
        return Value("DATE", rule, "named-day")
    if year := Numerals.year(found, context):
        return Value("DATE", Almanac.holiday(rule, year).isoformat())
    if today is None:
        return Value("DATE", f"XXXX-{rule}" if len(rule) == 5 else "XXXX-XX-XX")
    options, which = [Almanac.holiday(rule, today.year + y) for y in (-1, 0, 1)], context.said(found, "r")
    if which == "last":
        options = [day for day in options if day < today]
    elif which == "next":
        options = [day for day in options if day > today]
    return Value("DATE", min(options, key=lambda d: abs((d - today).days)).isoformat(), which or "nearest")


_RULES: dict[str, Callable[[Found, Context], Value | None]] = {
    "year": _year,
    "year-span": _year_span,
    "fiscal-year": _fiscal_year,
    "fiscal-year-after": _fiscal_year,
    "calendar-year": _calendar_year,
    "year-end": _year_end,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "half": _half,
    "half-hyphen": _half,
    "season": _season,
    "holiday": _holiday,
}
