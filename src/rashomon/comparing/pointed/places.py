"""Where a place that was pointed at stands today: the clause of those characters, else the nearest to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.comparing.joining.unit import Unit
from rashomon.records import Evidence

_NEAR = 0.5  # of the characters of both that they share


class Places:
    """Finds units by their characters."""

    def __init__(self, units: Sequence[Unit], among: Iterable[int]) -> None:
        """Only the units `among`, by number, are found."""
        self._units = units
        self._at: dict[str, list[int]] = defaultdict(list)
        for n in sorted(among):
            self._at[units[n].report].append(n)

    def unit(self, place: Evidence) -> int | None:
        """Give the number of the unit that stands at `place`, or that shares most of its characters with it."""
        report, start, end = place
        best: tuple[float, int] | None = None
        for n in self._at.get(report, ()):
            a, b = self._units[n].span
            shared = min(b, end) - max(a, start)
            if shared > 0 and (best is None or (shared / (max(b, end) - min(a, start)), -n) > best):
                best = shared / (max(b, end) - min(a, start)), -n
        return -best[1] if best is not None and best[0] >= _NEAR else None
