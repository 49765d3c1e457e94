"""A figure over the days: each value where and when it is told, with the letter of the voice that tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.exports.values_in_words import day, value
from rashomon.records import Value
from rashomon.web.svg import Value as Attribute
from rashomon.web.svg import svg, tag

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 340.0, 150.0, 20.0, 20.0, 26.0, 24.0
_DOT = 8.0


@dataclass(frozen=True, slots=True)
class Spot:
    """One value of a figure: its bounds, its day (None: not drawn), the letter of its voice."""

    value: Value
    day: str | None
    letter: str


def course(spots: Sequence[Spot], label: str) -> Markup | None:
    """Draw the values that have a day, None where fewer than two have; open ends are drawn as arrows."""
    drawn = [s for s in spots if s.day and s.value != (None, None)]
    if len(drawn) < 2:
        return None
    days = sorted({s.day[:10] for s in drawn if s.day})
    ends = [end for s in drawn for end in s.value if end is not None]
    low, high = min(ends), max(ends)
    low = 0.0 if 0 <= low <= high / 2 else low

    def across(told: str) -> float:
        share = days.index(told[:10]) / (len(days) - 1) if len(days) > 1 else 0.5
        return _LEFT + _DOT + share * (_WIDTH - _LEFT - _RIGHT - 2 * _DOT)

    def down(number: float) -> float:
        share = (number - low) / (high - low) if high > low else 0.5
        return _HEIGHT - _BOTTOM - _DOT - share * (_HEIGHT - _TOP - _BOTTOM - 2 * _DOT)

    base: dict[str, Attribute] = {
        "class": "rule",
        "x1": 0.0,
        "x2": _WIDTH,
        "y1": _HEIGHT - _BOTTOM,
        "y2": _HEIGHT - _BOTTOM,
    }
    shapes = [tag("line", base)]
    taken: dict[tuple[float, float], int] = {}
    dots = {(across(s.day or ""), down(_most(s.value))) for s in drawn}
    for spot in drawn:
        at = across(spot.day or "")
        first, last = (down(end) for end in (_least(spot.value), _most(spot.value)))
        place = (at, round(last / _DOT))
        at += _DOT * 1.9 * taken.get(place, 0)  # who tells the same of the same day stands beside
        taken[place] = taken.get(place, 0) + 1
        under = any(abs(x - at) < 2 * _DOT and 0 < last - y < 4 * _DOT for x, y in dots)
        shapes.append(_spot(spot, at, first, last, named=taken[place] == 1, beside=under))
    for told, anchor in ((days[0], "start"), (days[-1], "end")) if len(days) > 1 else ((days[0], "middle"),):
        x = {"start": 0.0, "end": _WIDTH, "middle": across(told)}[anchor]
        shapes.append(tag("text", {"class": f"layer {anchor}", "x": x, "y": _HEIGHT - 6}, day(told)))
    return svg(_WIDTH, _HEIGHT, label, *shapes, kind="course")


def _least(told: Value) -> float:
    return next(end for end in told if end is not None)


def _most(told: Value) -> float:
    return next(end for end in reversed(told) if end is not None)


def _spot(spot: Spot, x: float, first: float, last: float, *, named: bool, beside: bool) -> Markup:
    low, high = spot.value
    parts = [tag("title", {}, f"{value(spot.value)}, {day(spot.day)}")]
    if abs(first - last) > 1:
        parts.append(tag("line", {"class": "range", "x1": x, "x2": x, "y1": first, "y2": last}))
    if high is None or low is None:
        tip, back = (last - 2.1 * _DOT, last - _DOT) if high is None else (first + 2.1 * _DOT, first + _DOT)
        parts.append(
            tag("path", {"class": "open", "d": f"M{x - 4:.1f} {back:.1f}L{x:.1f} {tip:.1f}L{x + 4:.1f} {back:.1f}"})
        )
    parts.append(tag("circle", {"cx": x, "cy": last, "r": _DOT}))
    parts.append(tag("text", {"class": "number", "x": x, "y": last + 4}, spot.letter))
    if named:
        above = last - _DOT - (14 if high is None else 5)
        words = value(spot.value).removeprefix("at least ").removeprefix("at most ")
        anchor = "start" if x < 40 else "end" if x > _WIDTH - 40 else "middle"
        edge = {"start": x - _DOT, "end": x + _DOT, "middle": x}[anchor]
        if beside:  # another dot stands over it
            anchor = "end" if x > _WIDTH - 60 else "start"
            edge, above = x + (_DOT + 4) * (1 if anchor == "start" else -1), last + 4
        parts.append(tag("text", {"class": anchor, "x": edge, "y": above}, words))
    return tag("g", {"class": "spot"}, *parts)
