"""The time from one period to another: none or less where they meet."""

from __future__ import annotations

from datetime import timedelta

from rashomon.comparing.days import Days


def gap(a: Days, b: Days) -> timedelta:
    """Give the time from the end of the earlier of two periods to the beginning of the later."""
    return max(a[0], b[0]) - min(a[1], b[1])
