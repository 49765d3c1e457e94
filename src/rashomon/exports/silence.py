"""Who says a claim, who denies it, who leaves it open and who could have told it and does not, in one short line."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from rashomon.records import Stance

_LISTED = 4
_OWN = {"says": "say", "denies": "deny", "hedges": "leave it open"}


def silence(
    stances: tuple[Stance, ...], silent: tuple[str, ...], silent_outlets: int, name: Callable[[str], str] = str
) -> str:
    """Give "Gulf Courier, Mirror say · Wire denies · Harbour Post does not tell it"; "" where nothing is known.

    `name` gives an outlet's name as it is shown.
    """
    parts = []
    for stance, told in groupby(sorted(stances, key=lambda s: list(_OWN).index(s.stance)), key=lambda s: s.stance):
        outlets = [name(s.outlet) for s in told]
        verb = _OWN[stance] if len(outlets) > 1 else {"hedges": "leaves it open"}.get(stance, stance)
        parts.append(f"{_some(outlets, len(outlets))} {verb}")
    if silent_outlets:
        verb = "does" if silent_outlets == 1 else "do"
        parts.append(f"{_some([name(outlet) for outlet in silent], silent_outlets)} {verb} not tell it")
    return " · ".join(parts)


def _some(outlets: list[str], number: int) -> str:
    named = ", ".join(outlets[:_LISTED])
    return named if number <= _LISTED else f"{named} and {number - _LISTED} more"
