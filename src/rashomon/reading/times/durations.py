"""Lengths of time and times that come again: two years, all day, a two-year contract; every Friday, twice a week.

Times that point without a calendar: now, recently, in the past, the near future.
"""

from __future__ import annotations

from collections.abc import Callable

from rashomon.reading.times.context import NO_TIME, Context, Value, amounts
from rashomon.reading.times.grammar import Found, neighbours

_CLOCK_UNITS = frozenset({"TH", "TM", "TS"})
_HALVES = {"Y": "P6M", "DE": "P5Y", "CE": "P50Y", "TH": "PT30M", "TM": "PT30S", "D": "PT12H"}


def durations(found: Found, context: Context) -> Value | None:
    """Give the value of a length of time; None where the words are not one, a SET where they are a rate."""
    return _RULES[found.rule](found, context)


def length_value(amount: float | str, unit: str) -> str:
    """Write a length: P2Y, PT30M, P2.5Y, PXD, P1DE; "X" stands for an open amount."""
    number = amount if isinstance(amount, str) else f"{amount:g}"
    if unit in _CLOCK_UNITS:
        return f"PT{number}{unit[1]}"
    if unit == "F":
        return "PXW" if isinstance(amount, str) else f"P{amount * 2:g}W"
    return f"P{number}{'D' if unit == 'N' else unit}"


def _unit(found: Found, context: Context) -> str:
    word = context.part(found, "u")[0]
    return "TS" if word.kind == "second" else word.value


def _has_half(found: Found, context: Context) -> bool:
    return "half" in context.said_all(found)


def _length(found: Found, context: Context) -> Value | None:
    count, unit, word = context.part(found, "n"), _unit(found, context), context.part(found, "u")[0]
    before, after = context.at(found.start - 1), context.at(found.end)
    if unit == "Q" and after.form == "of":
        return NO_TIME  # three quarters of the crop
    if before.kind in ("money", "hyphen") and before.end == context.at(found.start).start:
        return None
    if word.kind == "second" and count[-1].kind not in ("dayno", "int", "numword"):
        return None  # a second attempt
    amount = amounts(count, half=_has_half(found, context))
    kinds = {w.kind for w in context.words[found.start : found.end]}
    hyphened = "hyphen" in kinds and "and" not in kinds
    if amount is None or (count[0].kind == "a" and hyphened):
        return None  # the article of "a month-long truce" is the truce's
    if amount == 0.5:
        return Value("DURATION", _HALVES.get(unit) or length_value(amount, unit))
    if [w.kind for w in count] == ["a"]:
        return _a_unit(found, context, unit)
    if count[0].form == "one" and len(count) == 1 and unit == "D" and before.kind in ("edge", "stop", "break"):
        return Value("DATE", "XXXX-XX-XX", "one-day")
    return Value("DURATION", length_value(amount, unit))


def _a_unit(found: Found, context: Context, unit: str) -> Value | None:
    """Tell a length ("within a year") from a rate ("$20 billion a year", "two trips a year")."""
    before, after = context.at(found.start - 1), context.at(found.end)
    word = context.part(found, "u")[0]
    if word.kind == "units" or unit == "Q":
        return None
    plural = before.kind == "word" and before.form.endswith("s") and before.form not in neighbours("unrated")
    counted = before.kind in ("units", "dayno", "int", "year", "percent", "times", "once", "numword", "bignum")
    if (plural or counted or before.form in neighbours("rated")) and not _has_half(found, context):
        if before.form in neighbours("distance"):
            return NO_TIME
        return None if "a" in found.parts else Value("SET", length_value(1, unit), "rate")
    if (unit == "D" and after.form == "of") or after.form == "when":
        return None
    return Value("DURATION", length_value(1.5 if _has_half(found, context) else 1, unit))


def _age(found: Found, context: Context) -> Value | None:
    return NO_TIME


def _units_alone(found: Found, context: Context) -> Value | None:
    unit, before, after = _unit(found, context), context.at(found.start - 1), context.at(found.end)
    if unit in ("Q", "N", "TS") or before.form in neighbours("not-hours"):
        return None
    if before.kind in ("hyphen", "ord", "ordword", "poss", "money"):
        return None
    if unit == "TM" and before.form not in neighbours("minutes-lead"):
        return Value("DURATION", "PTXM", "plural") if after.form in ("after", "before") else None
    if unit == "WE":
        return Value("SET", "XXXX-WXX-WE", "plural")
    return Value("DURATION", length_value("X", unit), "plural")


def _over_units(found: Found, context: Context) -> Value | None:
    unit = _unit(found, context)
    return None if unit in ("TM", "TS", "N") else Value("DURATION", length_value("X", unit), "over")


def _stretch(found: Found, context: Context) -> Value | None:
    words, which = context.part(found, "n"), context.part(found, "r")[0]
    amount = amounts(words) if words else "X"
    the = context.at(found.start).kind == "the"
    if which.kind == "last" and not the and context.at(found.start - 1).form in neighbours("verb-lead"):
        return None  # expected to last six weeks
    if amount is None or (which.kind in ("ordword", "second") and not the and (which.value != "1" or not words)):
        return None
    if not words:
        if context.at(found.start - 1).form in ("since", "from"):
            return Value("DATE", "PAST_REF", f"since-{which.form}")  # a point, not a length
        if which.kind in ("coming", "previous"):
            return Value("DATE", "FUTURE_REF" if which.kind == "coming" else "PAST_REF", which.form)
        if not the and which.kind not in ("past", "last", "next"):
            return None
    return Value("DURATION", length_value(amount, _unit(found, context)), which.form)


def _stretch_or(found: Found, context: Context) -> Value | None:
    amount = amounts(context.part(found, "n"))
    unit = context.worth(found, "u")
    return None if amount is None else Value("DURATION", length_value(amount, unit), context.said(found, "r"))


def _half_unit(found: Found, context: Context) -> Value | None:
    unit = _unit(found, context)
    return Value("DURATION", _HALVES.get(unit) or length_value(0.5, unit))


def _quarter_century(found: Found, context: Context) -> Value | None:
    return Value("DURATION", "P25Y")


def _whole(found: Found, context: Context) -> Value | None:
    if context.part(found, "u")[0].kind == "season":
        return Value("DURATION", f"P1{context.worth(found, 'u')}")
    return Value("DURATION", length_value(1, _unit(found, context)))


def _long_word(found: Found, context: Context) -> Value | None:
    return Value("DURATION", context.worth(found, "l"))


def _year_long(found: Found, context: Context) -> Value | None:
    word = context.part(found, "u")[0]
    return Value("DURATION", length_value("X" if word.kind == "units" else 1, word.value))


def _later_bare(found: Found, context: Context) -> Value | None:
    if _has_half(found, context):
        return _half_unit(found, context)
    return Value("DURATION", length_value("X", _unit(found, context)), context.said(found, "w"))


_RULES: dict[str, Callable[[Found, Context], Value | None]] = {
    "length": _length,
    "age": _age,
    "units-alone": _units_alone,
    "over-units": _over_units,
    "stretch": _stretch,
    "stretch-or": _stretch_or,
    "half-unit": _half_unit,
    "quarter-century": _quarter_century,
    "whole": _whole,
    "long-word": _long_word,
    "year-long": _year_long,
    "later-bare": _later_bare,
}


_NOUN_FOLLOWS = frozenset({"word", "numword", "dayno", "int", "year", "units", "unit", "few", "several"})


def vague(found: Found, context: Context) -> Value | None:
    """Give PAST_REF, PRESENT_REF or FUTURE_REF; None where the words point at no time."""
    return _VAGUE_RULES[found.rule](found, context)


def _now(found: Found, context: Context) -> Value | None:
    return Value("DATE", "PRESENT_REF")


def _recently(found: Found, context: Context) -> Value | None:
    return Value("DATE", "PAST_REF")


def _future(found: Found, context: Context) -> Value | None:
    after = context.at(found.end)
    if found.end - found.start == 2 and (
        after.form == "of"
        or (after.kind in _NOUN_FOLLOWS and after.form not in neighbours("noun-ends") and not after.form.endswith("s"))
    ):
        return None
    return Value("DATE", "FUTURE_REF")


def _past(found: Found, context: Context) -> Value | None:
    after = context.at(found.end)
    if after.kind in _NOUN_FOLLOWS and after.form not in neighbours("noun-ends"):
        return None
    return Value("DATE", "PAST_REF")


def _recent_units(found: Found, context: Context) -> Value | None:
    return Value("DATE", "PAST_REF" if context.said(found, "r") == "recent" else "FUTURE_REF")


def _these_days(found: Found, context: Context) -> Value | None:
    if context.worth(found, "u") != "D":
        return None
    return Value("DATE", "PRESENT_REF" if context.said(found, "r") == "these" else "PAST_REF")


_VAGUE_RULES: dict[str, Callable[[Found, Context], Value | None]] = {
    "now": _now,
    "moment": _now,
    "recently": _recently,
    "future": _future,
    "past": _past,
    "recent-units": _recent_units,
    "these-days": _these_days,
}


def sets(found: Found, context: Context) -> Value | None:
    """Give the value of a recurring time; None where the words are not one."""
    return _SET_RULES[found.rule](found, context)


def _every(found: Found, context: Context) -> Value | None:
    if words := context.part(found, "w"):
        part = context.part(found, "dp") or ()
        return Value("SET", f"XXXX-WXX-{words[0].value}" + "".join("T" + word.value for word in part))
    if words := context.part(found, "dp"):
        return Value("SET", f"XXXX-XX-XXT{words[0].value}")
    if words := context.part(found, "m"):
        return Value("SET", f"XXXX-{int(words[0].value):02d}")
    if words := context.part(found, "s"):
        return Value("SET", f"XXXX-{words[0].value}")
    word = context.part(found, "u")[0]
    amount = amounts(context.part(found, "n")) or (2 if "other" in context.said_all(found) else 1)
    return Value("SET", length_value(amount, "TS" if word.kind == "second" else word.value))


def _per(found: Found, context: Context) -> Value | None:
    before = context.at(found.start - 1).form
    if before in neighbours("measured"):
        return NO_TIME
    return Value("SET", length_value(1, context.worth(found, "u")))


def _set_word(found: Found, context: Context) -> Value | None:
    word = context.part(found, "s")[0]
    before, after = context.at(found.start - 1), context.at(found.end)
    if word.capital and (
        (after.capital and after.kind not in ("stop", "break"))
        or (before.capital and before.kind == "word" and before.end + 1 == word.start)
    ):
        return NO_TIME
    if before.kind == "hyphen" and before.end == word.start:
        return NO_TIME
    return Value("SET", word.value)


def _set_days(found: Found, context: Context) -> Value | None:
    return Value("SET", f"XXXX-WXX-{context.worth(found, 'w')}")


def _times_a(found: Found, context: Context) -> Value | None:
    return Value("SET", length_value(1, context.worth(found, "u")))


_SET_RULES: dict[str, Callable[[Found, Context], Value | None]] = {
    "every": _every,
    "per": _per,
    "set-word": _set_word,
    "set-days": _set_days,
    "times-a": _times_a,
}
