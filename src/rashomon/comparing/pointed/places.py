"""Where a place that was pointed at stands today: what has those characters, else what shares most of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rashomon.records import Evidence

_NEAR = 0.5  # of the characters of both that they share


class Places:
    """Finds numbered places by their characters."""

    def __init__(self, places: Iterable[tuple[int, Evidence]]) -> None:
        """`places` are what can be found, each with its number; of equals the smallest number is."""
        self._at: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for n, (report, start, end) in sorted(places):
            self._at[report].append((n, start, end))

    def at(self, place: Evidence) -> int | None:
        """Give the number of what stands at `place`, or of what shares most of its characters with it."""
        report, start, end = place
        best: tuple[float, int] | None = None
        for n, a, b in self._at.get(report, ()):
            shared = min(b, end) - max(a, start)
            if shared > 0 and (best is None or (shared / (max(b, end) - min(a, start)), -n) > best):
                best = shared / (max(b, end) - min(a, start)), -n
        return -best[1] if best is not None and best[0] >= _NEAR else None
