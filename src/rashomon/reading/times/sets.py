"""Times that come again: every Friday, twice a week, daily, Sundays, per year.

Times that point without a calendar: now, recently, in the past, the near future.
"""

from __future__ import annotations

from collections.abc import Callable

from rashomon.reading.times.context import NO_TIME, Context, Value, amounts
from rashomon.reading.times.durations import length_value
from rashomon.reading.times.grammar import Found, neighbours

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
    return _RULES[found.rule](found, context)


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


_RULES: dict[str, Callable[[Found, Context], Value | None]] = {
    "every": _every,
    "per": _per,
    "set-word": _set_word,
    "set-days": _set_days,
    "times-a": _times_a,
}
