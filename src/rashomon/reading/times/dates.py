"""Dates that name a calendar day, month, quarter, season, year, decade or century, with or without their year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rashomon.reading.times.almanac import Almanac
from rashomon.reading.times.context import NO_TIME, Context, Value
from rashomon.reading.times.grammar import Found

_NEAR = 183  # days: the nearest day of that name is meant in 94 of 100 (notes on the development sets)
_YEAR_CUES = frozenset(
    "in since by of until till from between to during for before after through and or around about early late mid the fiscal this".split()
)
_COUNTED = frozenset(
    "people persons troops soldiers dead deaths workers employees miles kilometers kilometres meters metres feet jobs shares points tons tonnes barrels dollars pounds euros homes houses students members units passengers cases voters votes years months days hours minutes times copies men women children rupees yen yuan francs marks words calories acres hectares degrees rounds cars vehicles".split()
)


def dates(found: Found, context: Context) -> Value | None:
    """Give the value of a calendar date; None where the words are not one."""
    return _RULES[found.rule](found, context)


def _year_of(context: Context, found: Found) -> int | None:
    text = context.worth(found, "y").lstrip("’'‘")
    if not text:
        return None
    number = int(text)
    return number if number > 99 else number + (1900 if number > 40 else 2000)


def _safe(year: int, month: int, day: int) -> Value | None:
    try:
        return Value("DATE", date(year, month, day).isoformat())
    except ValueError:
        return None


def _day_number(context: Context, found: Found) -> int:
    return int("".join(c for c in context.worth(found, "d") if c.isdigit()) or 0)


def _full(found: Found, context: Context) -> Value | None:
    year = _year_of(context, found)
    return _safe(year or 0, int(context.worth(found, "m")), _day_number(context, found)) if year else None


def _iso(found: Found, context: Context) -> Value | None:
    text = context.worth(found, "d").upper()
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return None
    return Value("TIME" if "T" in text else "DATE", text)


def _slash(found: Found, context: Context) -> Value | None:
    first, second, last = (int(n) for n in context.worth(found, "d").replace("-", "/").split("/"))
    year = last if last > 99 else last + (1900 if last > 40 else 2000)
    month, day = (first, second) if first <= 12 else (second, first)
    return _safe(year, month, day)


def _is_month(found: Found, context: Context, name: str = "m") -> bool:
    """Tell whether a word that may be a verb ("may", "march") is the month here."""
    at = found.parts[name][0]
    word = context.at(at)
    if word.kind == "monthverb":
        before = context.at(at - 1)
        return word.capital and (found.start < at or before.form in _MONTH_CUES or before.kind == "month")
    return word.capital or len(word.form) > 4


_MONTH_CUES = frozenset(
    "in since by of until till from between to during for before after through last next this early late mid - and or around".split()
)


def _month_day(found: Found, context: Context) -> Value | None:
    month, day = int(context.worth(found, "m")), _day_number(context, found)
    word, after = context.at(found.parts["m"][0]), context.at(found.end)
    if not word.capital or after.kind == "percent" or (after.form in _COUNTED and found.end - found.start == 2):
        return None
    try:
        date(2000, month, day)
    except ValueError:
        return None
    if context.today is None:
        return Value("DATE", f"XXXX-{month:02d}-{day:02d}")
    options = [d for y in (-1, 0, 1) if (d := _day(context.today.year + y, month, day))]
    if not options:
        return Value("DATE", f"XXXX-{month:02d}-{day:02d}")
    today = context.today
    nearest = min(options, key=lambda d: abs((d - today).days))
    count, why = _anniversary(found, context)
    if count is not None:
        while count == 0 and nearest >= today:
            nearest, why = _day(nearest.year - 1, month, day) or nearest, why
            break
        if count:
            nearest = _day(nearest.year - count, month, day) or nearest
        return Value("DATE", nearest.isoformat(), why)
    lean = context.lean(found.start, found.end)
    if lean.direction == "past" and nearest > today:
        past = [d for d in options if d <= today]
        if past:
            return Value("DATE", max(past).isoformat(), lean.evidence)
    return Value("DATE", nearest.isoformat(), "nearest" + (f",{lean.evidence}" if lean.evidence else ""))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_ON_THE_DAY = frozenset(
    "due falls fall fell falling marked marking celebrated observed held commemorated scheduled set planned will be is to".split()
)


def _anniversary(found: Found, context: Context) -> tuple[int | None, str]:
    """Find "nth anniversary of the killing … on DATE": the event is n years before the coming or latest DATE."""
    for i in range(found.start - 1, max(-1, found.start - 45), -1):
        word = context.at(i)
        if word.kind in ("stop", "break"):
            return None, ""
        if word.form in _ON_THE_DAY and i > found.start - 4 and context.at(found.start - 1).form in ("on", "for"):
            return None, ""
        if word.kind == "anniversary":
            if context.at(i + 1).form != "of":
                return None, ""
            before = context.at(i - 1)
            if before.kind in ("ord", "ordword", "second"):
                number = int("".join(c for c in before.value if c.isdigit()) or 0)
                return number, f"anniversary:{before.form}"
            return 0, "anniversary"
    return None, ""


def _month(found: Found, context: Context) -> Value | None:
    if not _is_month(found, context):
        return None
    number, today = int(context.worth(found, "m")), context.today
    if today is None:
        return Value("DATE", f"XXXX-{number:02d}")
    back = (today.month - number) % 12
    past = Almanac.shifted(today.replace(day=1), -back, "M")
    ahead = past if back == 0 else Almanac.shifted(past, 12, "M")
    which = context.said(found, "r").split()
    if "last" in which or "past" in which:
        return Value("DATE", Almanac.written(past if back else Almanac.shifted(past, -12, "M"), "M"), "last")
    if "next" in which or "coming" in which:
        return Value("DATE", Almanac.written(ahead if back else Almanac.shifted(ahead, 12, "M"), "M"), "next")
    if "this" in which:
        return Value("DATE", f"{today.year:04d}-{number:02d}", "this")
    lean = context.lean(found.start, found.end)
    if lean.direction == "past":
        return Value("DATE", Almanac.written(past, "M"), lean.evidence)
    if lean.direction == "future" and lean.firm:
        return Value("DATE", Almanac.written(ahead, "M"), lean.evidence)
    return Value("DATE", Almanac.written(past if back <= 8 else ahead, "M"), "nearest")


def _month_year(found: Found, context: Context) -> Value | None:
    if not context.at(found.parts["m"][0]).capital:
        return None
    return Value("DATE", f"{_year_of(context, found):04d}-{int(context.worth(found, 'm')):02d}")


def _month_of_year(found: Found, context: Context) -> Value | None:
    if context.worth(found, "u") != "Y" or not context.at(found.parts["m"][0]).capital:
        return None
    year = _which_year(context, context.said(found, "k"))
    number = int(context.worth(found, "m"))
    return Value("DATE", f"{year:04d}-{number:02d}" if year else f"XXXX-{number:02d}")


def _which_year(context: Context, which: str) -> int | None:
    focus = context.focus[0].year if context.focus else None
    base = (
        focus if which in ("that", "same", "previous", "following") and focus else context.today and context.today.year
    )
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
    return base + step if base else None


def _year(found: Found, context: Context) -> Value | None:
    word = context.at(found.parts["y"][0])
    year = _year_of(context, found)
    before, after = context.at(found.start - 1), context.at(found.end)
    if year is None:
        return None
    bare = found.end - found.start == 1
    if bare:
        if before.kind in ("money", "percent", "lpar_", "sign") or after.kind == "percent":
            return None
        cued = before.form in _YEAR_CUES
        if word.kind == "aposyear" and not cued:
            return None
        if after.form in _COUNTED or after.form in (
            "million",
            "billion",
            "trillion",
            "percent",
            "cc",
            "hp",
            "km",
            "mph",
        ):
            return None
        if not cued and not 1900 <= year <= 2050:
            return None
        if not 1400 <= year <= 2150:
            return None
        if before.form in (
            "no.",
            "number",
            "flight",
            "section",
            "article",
            "room",
            "page",
            "highway",
            "route",
            "resolution",
            "about_",
            "some",
            "than",
            "nearly",
            "almost",
            "over",
        ):
            return None
        if (
            before.kind == "hyphen"
            and context.at(found.start - 2).kind == "word"
            and before.start == context.at(found.start - 2).end
        ):
            return None
        if after.kind == "hyphen" and after.start == word.end and context.at(found.end + 1).kind == "int":
            return None
    return Value("DATE", f"{year:04d}")


def _fiscal_year(found: Found, context: Context) -> Value | None:
    return Value("DATE", f"FY{_year_of(context, found):04d}")


def _decade(found: Found, context: Context) -> Value | None:
    form = context.worth(found, "d")
    if form.isdigit():
        return Value("DATE", form)
    digits = "".join(c for c in form if c.isdigit())
    if len(digits) == 4:
        return Value("DATE", digits[:3])
    bare_number = form[0].isdigit()
    if bare_number and found.end - found.start == 1:
        return None  # "in his 60s", "the mid 70s" of a thermometer
    return Value("DATE", "19" + digits[0])


def _century(found: Found, context: Context) -> Value | None:
    word = context.part(found, "n")[0]
    number = int("".join(c for c in word.value if c.isdigit()) or 0)
    after = context.at(found.start)
    if not number or after.form == "a":
        return None
    number += 20 if word.kind == "ordword" and context.at(found.parts["n"][0] - 2).form == "twenty" else 0
    return Value("DATE", f"{number - 1:02d}")


def _quarter(found: Found, context: Context) -> Value | None:
    return _nth_part(found, context, 4, "Q", 3)


def _half(found: Found, context: Context) -> Value | None:
    return _nth_part(found, context, 2, "H", 6)


def _nth_part(found: Found, context: Context, most: int, letter: str, months: int) -> Value | None:
    digits = "".join(c for c in (context.worth(found, "n") or context.worth(found, "q")) if c.isdigit())
    number = int(digits or 0)
    if not 1 <= number <= most:
        return None
    which = context.said(found, "k") or context.said(found, "r")
    year = _year_of(context, found) or (_which_year(context, which) if which else None)
    why = which
    if year is None:
        if context.today is None:
            return Value("DATE", f"XXXX-{letter}{number}")
        year = context.today.year
        lean = context.lean(found.start, found.end)
        starts = date(year, (number - 1) * months + 1, 1)
        if starts > context.today and lean.direction != "future":
            year, why = year - 1, "latest"
        elif Almanac.shifted(starts, months, "M") <= context.today and lean.direction == "future":
            year += 1 if (context.today - starts).days > _NEAR + months * 30 else 0
            why = lean.evidence
    return Value("DATE", f"{year:04d}-{letter}{number}", why)


def _season(found: Found, context: Context) -> Value | None:
    word = context.part(found, "s")[0]
    at = found.parts["s"][0]
    which, year = context.said(found, "r").split(), _year_of(context, found)
    before = context.at(at - 1)
    if not which and year is None and "k" not in found.parts:
        cue = before.form in (
            "the",
            "in",
            "since",
            "by",
            "during",
            "until",
            "till",
            "through",
            "this",
            "early",
            "late",
            "mid",
            "-",
            "of",
            "last",
        )
        if not cue or (word.capital and context.at(at + 1).capital):
            return None
        if word.kind == "seasonverb" and (
            before.form in ("the", "of", "by")
            and context.at(at - 2).form not in ("in", "during", "by", "since", "until", "of", "through", "for")
        ):
            return None
        if word.kind == "seasonverb" and context.at(at + 1).form in ("of", "in", "to", "from"):
            return None
    if word.kind == "seasonverb" and word.capital and context.at(at + 1).capital and year is None:
        return None
    season, today = word.value, context.today
    if "k" in found.parts:
        year = _which_year(context, context.said(found, "k"))
    if year is not None:
        return Value("DATE", f"{year:04d}-{season}")
    if today is None:
        return Value("DATE", f"XXXX-{season}")
    now_year, now_season = Almanac.season(today)
    this = Almanac.season_start(now_year if season == now_season else today.year, season)
    why = " ".join(which) or "latest"
    if "last" in which or "past" in which or "previous" in which:
        if this >= Almanac.season_start(now_year, now_season):
            this = this.replace(year=this.year - 1)
    elif "next" in which or "coming" in which or "following" in which:
        if this <= today:
            this = this.replace(year=this.year + 1)
    elif "this" not in which and this > today:
        lean = context.lean(found.start, found.end)
        why = lean.evidence
        if lean.direction != "future":
            this = this.replace(year=this.year - 1)
    return Value("DATE", f"{this.year:04d}-{season}", why)


def _holiday(found: Found, context: Context) -> Value | None:
    rule = context.worth(found, "h")
    word = context.part(found, "h")[0]
    if not word.capital and not word.form[0].isdigit():
        return None
    if len(rule) == 10:
        return Value("DATE", rule)
    year = _year_of(context, found)
    if year is not None:
        return Value("DATE", Almanac.holiday(rule, year).isoformat())
    if context.today is None:
        return Value("DATE", f"XXXX-{rule}" if len(rule) == 5 else "XXXX-XX-XX")
    today, which = context.today, context.said(found, "r")
    options = [Almanac.holiday(rule, today.year + y) for y in (-1, 0, 1)]
    if which == "last":
        return Value("DATE", max(d for d in options if d < today).isoformat(), "last")
    if which == "next":
        return Value("DATE", min(d for d in options if d > today).isoformat(), "next")
    return Value("DATE", min(options, key=lambda d: abs((d - today).days)).isoformat(), "nearest")


_RULES: dict[str, Callable[[Found, Context], Value | None]] = {
    "full-date": _full,
    "date-first": _full,
    "iso-date": _iso,
    "slash-date": _slash,
    "month-day": _month_day,
    "month-day-first": _month_day,
    "month": _month,
    "month-year": _month_year,
    "month-of-year": _month_of_year,
    "year": _year,
    "fiscal-year": _fiscal_year,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "half": _half,
    "half-hyphen": _half,
    "season": _season,
    "holiday": _holiday,
}
