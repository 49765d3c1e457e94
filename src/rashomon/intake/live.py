"""A live page to one text: what stands above its updates, then each update in the order of time, dated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from rashomon.intake.day import day
from rashomon.intake.news_article import Update

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def live(text: str, updates: Iterable[Update]) -> str:
    """Give `text` with the updates that it does not hold behind it, each under its headline and its moment."""
    held = _plain(text)
    fresh = [u for u in updates if _plain(u.text)[:200] not in held]
    told = [(day(u.told), u) for u in fresh]
    parts = [text] if text else []
    for iso, update in sorted(told, key=lambda one: (_order(one[0]), one[1].headline)):
        parts += [part for part in (update.headline, _moment(iso), update.text) if part]
    return "\n\n".join(parts)


def _order(iso: str) -> float:
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return float("inf")
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()


def _moment(iso: str) -> str:
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return ""
    shown = f"{at.day} {_MONTHS[at.month - 1]} {at.year}"
    return f"{shown}, {at.hour:02}:{at.minute:02}" if len(iso) > 10 else shown


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
