"""What reports lend to a claim counts for less once a line has told what they tell."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from rashomon.comparing.joining.likely import Likely
from rashomon.comparing.lines.candidate import Candidate
from rashomon.comparing.lines.heard import Counted, Heard, Near

# units (report, depth); pairs that may tell one thing; the units of the claim told, of the claim asked; what it lost; why
CASES = [
    ([("a", 0.0), ("b", 0.0)], {(0, 1): 0.0}, [0], [1], 0.0, "two matters: nothing is lost"),
    ([("a", 0.0), ("b", 0.0)], {}, [0], [1], 0.0, "nor where nothing is known of the pair"),
    ([("a", 0.0), ("b", 0.0), ("c", 0.0)], {(0, 1): 0.9, (1, 2): 0.9}, [0], [2], 0.9, "one report tells both: most of it"),
    ([("a", 0.0), ("b", 0.0), ("c", 0.0)], {(0, 1): 0.2, (1, 2): 0.9}, [0], [2], 0.2, "as likely as the line told it"),
    ([("a", 0.0), ("b", 0.0), ("c", 0.0)], {(0, 1): 0.9, (1, 2): 0.1}, [0], [2], 0.18, "what lent little loses little"),
    ([("a", 0.0), ("b", 0.5), ("c", 0.0)], {(0, 1): 0.9, (1, 2): 0.9}, [0], [2], 0.0, "a later part is not counted"),
    ([("a", 0.0), ("b", 0.0), ("b", 0.0), ("c", 0.0)], {(0, 1): 0.9, (1, 3): 0.9, (2, 3): 0.9}, [0], [3], 0.0, "a report with a telling that was not heard"),
]  # fmt: skip


@pytest.mark.parametrize(("units", "pairs", "above", "asked", "lost", "why"), CASES, ids=[c[-1] for c in CASES])
def test_what_was_heard(
    units: list[tuple[str, float]],
    pairs: dict[tuple[int, int], float],
    above: list[int],
    asked: list[int],
    lost: float,
    why: str,
) -> None:
    made = [_Unit(report, depth) for report, depth in units]
    heard = Heard(Near(made, Likely.of(pairs)), [Counted(0.2, 1.0)])  # type: ignore[arg-type]
    one, other = (
        Candidate(n, SimpleNamespace(units=[made[u] for u in of]), (), frozenset(), frozenset())  # type: ignore[arg-type]
        for n, of in enumerate((above, asked))
    )
    assert heard.lost(other) == 0.0
    heard.add(one)
    assert heard.lost(other) == pytest.approx(lost), why


class _Unit:
    def __init__(self, report: str, depth: float) -> None:
        self.report, self.depth = report, depth
