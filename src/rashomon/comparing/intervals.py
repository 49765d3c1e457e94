"""Figures as intervals: what two accounts of one number leave possible. Bounds are closed, None is an open side."""

from __future__ import annotations

from rashomon.records import Figure


def disjoint(a: Figure, b: Figure) -> bool:
    """Tell whether no number can be both: "at least 20" holds 24, "fewer than 20" does not.

    What each counts is not looked at.
    """
    return _under(a, b) or _under(b, a)


def _under(a: Figure, b: Figure) -> bool:
    return a.high is not None and b.low is not None and a.high < b.low
