"""When somebody last looked at a case, as their own browser remembers it: what came since is new to them.

A visit ends when nothing was asked for in an hour. The cookie holds two moments and nothing of the case.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path

_ENDS = timedelta(hours=1)
KEPT = 400 * 24 * 3600
"""Seconds that a browser remembers."""


def cookie(case: Path) -> str:
    """Give the name of the cookie of a case: the same whenever and wherever on this machine it is served."""
    return f"rashomon-seen-{blake2b(str(case.resolve()).encode('utf-8', 'replace'), digest_size=6).hexdigest()}"


def visited(told: str, now: datetime) -> tuple[str, str]:
    """Give since when things are new ("" on a first visit), and what the browser is to remember.

    `told` is what it remembers: when it last asked, and since when things were new on that visit.
    """
    last, _, since = told.partition("|")
    before, earlier = _moment(last), _moment(since)
    if before is None or before > now:
        return "", f"{_written(now)}|"
    if now - before > _ENDS:
        return _written(before), f"{_written(now)}|{_written(before)}"
    return _written(earlier) if earlier else "", f"{_written(now)}|{_written(earlier) if earlier else ''}"


def _moment(told: str) -> datetime | None:
    try:
        found = datetime.strptime(told, "%Y%m%dT%H%M%SZ")
    except ValueError:
        return None
    return found.replace(tzinfo=UTC)


def _written(moment: datetime) -> str:
    return moment.strftime("%Y%m%dT%H%M%SZ")


def iso(since: str) -> str:
    """Give a moment as a case writes it."""
    found = _moment(since)
    return found.isoformat(timespec="seconds") if found else ""
