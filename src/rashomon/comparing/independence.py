"""The one place that counts independent origins; every page, export and command asks it.

At most: every key is a voice of its own. At least: every voice that is surely nobody else; where none is, one. Two
states that speak ("Iran said", "Iraq said") are two voices, though each may be one of the officials named beside it.
"""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.records import Bounds, Origin

_STATE = "state:"


def independence(origins: Iterable[Origin]) -> Bounds:
    """Count the independent voices among `origins`: at least, at most.

    A voice counts once however many reports carry it; an unnamed one may be any of the others, so it adds to the most
    only. No origins count (0, 0).
    """
    sure: dict[str, bool] = {}
    for origin in origins:
        key = origin.key or f"{origin.kind}:{origin.name}"
        sure[key] = sure.get(key, False) or origin.certain
    states = sum(key.startswith(_STATE) for key in sure)
    return max(sum(sure.values()), states, min(1, len(sure))), len(sure)
