"""Lengths of time: two years, several months, the past decade, all day, a two-year contract."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.reading.times.amounts import amounts
from rashomon.reading.times.context import NO_TIME, Context, Value
from rashomon.reading.times.grammar import Found

_CLOCK_UNITS = frozenset({"TH", "TM", "TS"})
# What stands before "a year" where it is a length; elsewhere "a year" after an amount is a rate.
_RATED = frozenset(
    "once twice times million billion trillion percent points dollars pounds euros tons tonnes barrels people apiece much more hundreds thousands".split()
)
_NOT_HOURS = frozenset("working business office opening school trading visiting rush wee after dog".split())


def durations(found: Found, context: Context) -> Value | None:
    """Give the value of a length of time; None where the words are not one, a SET where they are a rate."""
    return _RULES[found.rule](found, context)


def length_value(amount: float | str, unit: str) -> str:
    """Write a length: P2Y, PT30M, P2.5Y, PXD, P1DE."""
    number = amount if isinstance(amount, str) else f"{amount:g}"
    if unit in _CLOCK_UNITS:
        if unit == "TH" and amount == 0.5:
            return "PT30M"
        return f"PT{number}{unit[1]}"
    if unit == "F":
        return f"P{amount * 2:g}W" if not isinstance(amount, str) else "PXW"
    if unit == "N":
        return f"P{number}D"
    return f"P{number}{unit}"


def _unit(found: Found, context: Context) -> str:
    word = context.part(found, "u")[0]
    return "TS" if word.kind == "second" else word.value


def _length(found: Found, context: Context) -> Value | None:
    count = context.part(found, "n")
    unit = _unit(found, context)
    word = context.part(found, "u")[0]
    before, after = context.at(found.start - 1), context.at(found.end)
    if unit == "Q" and (after.form == "of" or count[0].kind == "a"):
        return NO_TIME if after.form == "of" else None
    if before.kind in ("money", "hyphen") and before.end == context.at(found.start).start:
        return None
    if (
        unit == "TS"
        and word.kind == "second"
        and (count[0].kind == "a" or count[-1].kind not in ("dayno", "int", "numword"))
    ):
        return None
    amount = amounts(count, half="half" in [w.form for w in context.words[found.start : found.end]])
    if amount is None:
        return None
    if len(count) == 1 and count[0].kind == "a":
        if word.kind == "units":
            return None
        rated = (
            before.form in _RATED
            or before.kind in ("dayno", "int", "year", "percent", "times", "once")
            or (before.kind == "numword")
        )
        if rated or (
            before.kind == "word"
            and before.form.endswith("s")
            and before.form
            not in (
                "takes",
                "lasts",
                "is",
                "was",
                "has",
                "as",
                "needs",
                "wants",
                "gets",
                "his",
                "its",
                "this",
                "spends",
                "marks",
                "does",
                "means",
            )
        ):
            if "a" in found.parts:
                return None
            return Value("SET", length_value(1, unit), "rate")
        if unit in ("D", "N") and after.form == "of" or after.form == "when":
            return None
        if word.kind == "units":
            return None
    elif (
        amount == 1
        and unit == "D"
        and len(count) == 1
        and count[0].form == "one"
        and before.kind in ("edge", "stop", "break")
    ):
        return Value("DATE", "XXXX-XX-XX", "one-day")
    return Value("DURATION", length_value(amount, unit))


def _age(found: Found, context: Context) -> Value | None:
    return NO_TIME


def _units_alone(found: Found, context: Context) -> Value | None:
    unit, before, after = _unit(found, context), context.at(found.start - 1), context.at(found.end)
    if unit in ("Q", "N", "TS"):
        return None
    if before.form in _NOT_HOURS or before.kind in ("hyphen", "ord", "ordword", "poss", "money"):
        return None
    if (
        unit == "TM"
        and before.form not in ("for", "in", "within", "of", "after", "took", "just")
        and after.form not in ("after", "before", "later", "earlier")
    ):
        return None
    if unit == "WE":
        return Value("SET", "XXXX-WXX-WE", "plural")
    if before.form in ("two", "light", "man", "person"):
        return None
    return Value("DURATION", length_value("X", unit), "plural")


def _stretch(found: Found, context: Context) -> Value | None:
    words = context.part(found, "n")
    amount = amounts(words) if words else "X"
    which = context.worth(found, "r")
    if amount is None:
        return None
    if context.part(found, "r")[0].kind in ("ordword", "second") and (
        which != "1" and not words or context.at(found.start).kind != "the"
    ):
        return None
    if (
        context.at(found.start).kind != "the"
        and not words
        and context.said(found, "r") not in ("past", "last", "next", "coming")
    ):
        return None
    if not words and context.said(found, "r") == "coming":
        return Value("DATE", "FUTURE_REF", "coming")
    return Value("DURATION", length_value(amount, _unit(found, context)), context.said(found, "r"))


def _half_unit(found: Found, context: Context) -> Value | None:
    return Value("DURATION", length_value(0.5, _unit(found, context)))


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
    return Value("DURATION", length_value("X", _unit(found, context)), context.said(found, "w"))


_RULES: dict[str, Callable[[Found, Context], Value | None]] = {
    "length": _length,
    "age": _age,
    "units-alone": _units_alone,
    "stretch": _stretch,
    "half-unit": _half_unit,
    "whole": _whole,
    "long-word": _long_word,
    "year-long": _year_long,
    "later-bare": _later_bare,
}
