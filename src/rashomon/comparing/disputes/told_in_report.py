"""The clauses of one report: with the unit that was made of each, and the clauses that stand inside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rashomon.comparing.joining.unit import Unit
from rashomon.records import Clause, Reading


class ToldInReport:
    """Looks up what one report tells; `mine` are the numbers of its units among `units`."""

    def __init__(self, reading: Reading, units: Sequence[Unit], mine: Sequence[int]) -> None:
        """`reading` is that of the report."""
        self._reading, self._units, self._mine = reading, units, mine
        self._number = {units[n].clause.id: n for n in mine}
        self._clause = {c.id: c for c in reading.clauses}
        self._inner: dict[str, list[Clause]] = defaultdict(list)
        for c in reading.clauses:
            if c.within is not None:
                self._inner[c.within].append(c)
