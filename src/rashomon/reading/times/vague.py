"""Times that point without a calendar: now, recently, in the past, the near future."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.reading.times.context import Context, Value
from rashomon.reading.times.grammar import Found
from rashomon.reading.times.neighbours import neighbours

_NOUN_FOLLOWS = frozenset({"word", "numword", "dayno", "int", "year", "units", "unit", "few", "several"})


def vague(found: Found, context: Context) -> Value | None:
    """Give PAST_REF, PRESENT_REF or FUTURE_REF; None where the words point at no time."""
    return _RULES[found.rule](found, context)


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


_RULES: dict[str, Callable[[Found, Context], Value | None]] = {
    "now": _now,
    "moment": _now,
    "recently": _recently,
    "future": _future,
    "past": _past,
    "recent-units": _recent_units,
    "these-days": _these_days,
}
