"""What a line's disputes have come to, as the one mark that it bears; rashomon gives no verdict of its own.

Disputed as long as one dispute is open; else told otherwise later where its own side was overtaken, or settled where
the other side was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.exports.account import Dispute, Line
from rashomon.exports.values_in_words import day_in
from rashomon.records.vocabulary import CONFLICTS

_NAMED = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """A sign, what it says, and the disputes that it stands for."""

    sign: Literal["✗", "↻", "✓"]
    says: str
    disputes: tuple[str, ...]


def numbered(disputes: Iterable[Dispute]) -> dict[str, int]:
    """Give the number of each open dispute, as they are listed."""
    return {d.id: n for n, d in enumerate((d for d in disputes if d.status == "open"), 1)}


def outcome(line: Line, disputes: Mapping[str, Dispute], numbers: Mapping[str, int], year: str = "") -> Outcome | None:
    """Give the mark of a line, or None where no account differs from it; days of `year` are told without it."""
    own = [disputes[d] for d in line.disputes if d in disputes]
    still = sorted((d for d in own if d.status == "open"), key=lambda d: numbers.get(d.id, 0))
    if still:
        return Outcome("✗", f"disputed ({_listed(still, numbers)})", tuple(d.id for d in still))
    claims = {side.id for side in line.claims}
    overtaken = [d for d in own if d.halves and claims & set(d.halves[0].claims)]
    if overtaken:
        days = sorted({half.day for d in overtaken for half in d.halves[1:] if half.day})
        when = f" ({', '.join(day_in(d, year) for d in days[:_NAMED])})" if days else ""
        return Outcome("↻", f"later otherwise{when}", tuple(d.id for d in overtaken))
    if own:
        return Outcome("✓", "settled", tuple(d.id for d in own))
    return None


def _listed(disputes: Sequence[Dispute], numbers: Mapping[str, int]) -> str:
    words = [(CONFLICTS[d.kind].word, d.id) for d in disputes[:_NAMED]]
    named = [f"{word}, {numbers[known]}" if known in numbers else word for word, known in words]
    more = f" and {len(disputes) - _NAMED} more" if len(disputes) > _NAMED else ""
    return "; ".join(named) + more
