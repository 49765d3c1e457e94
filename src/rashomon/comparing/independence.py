"""The one place that counts independent origins; every page, export and command asks it.

At most: every key is a voice of its own. At least: every voice that is surely nobody else; where none is, one. Two
states that speak ("Iran said", "Iraq said") are two voices, though each may be one of the officials named beside it.
Voices that a person told apart are that many at least.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.records import Bounds, Origin

_STATE = "state:"


def independence(origins: Iterable[Origin]) -> Bounds:
    """Count the independent voices among `origins`: at least, at most.

    A voice counts once however many reports carry it; an unnamed one may be any of the others, so it adds to the most
    only. No origins count (0, 0).
    """
    sure: dict[str, bool] = {}
    apart: dict[str, set[str]] = {}
    for origin in origins:
        key = origin.key or f"{origin.kind}:{origin.name}"
        sure[key] = sure.get(key, False) or origin.certain
        apart.setdefault(key, set()).update(origin.apart)
    states = sum(key.startswith(_STATE) for key in sure)
    return max(sum(sure.values()), states, min(1, len(sure)), _told_apart(sure, apart)), len(sure)


def _told_apart(sure: Mapping[str, bool], apart: Mapping[str, set[str]]) -> int:
    """The most voices found of which every two differ: both sure, or told apart. Any such set is a bound."""
    most = 0
    for first in sorted(key for key in sure if apart[key] & sure.keys()):
        group = [first]
        for key in sorted(sure, key=lambda k: (not sure[k], k)):
            if key != first and all((sure[key] and sure[g]) or key in apart[g] or g in apart[key] for g in group):
                group.append(key)
        most = max(most, len(group))
    return most
