"""How pairs that cannot both hold become disputes: one dispute once, with all its voices; two matters are two."""

from __future__ import annotations

import pytest

from told import told

FOLDED = (
    (
        (
            "The rebels said that the army had poisoned the wells of Tarn.",
            "The army denied that it had poisoned the wells of Tarn.",
            "The governor, Lena Berg, denied that the army had poisoned the wells of Tarn.",
        ),
        [2],
        "two who deny one thing stand on one side",
    ),
    (
        (
            (
                "The rebels said that the army had poisoned the wells of Tarn. The army denied this. The mayor, Omar Saleh, "
                "said that the guards had sold grain to the mill. The guards denied this."
            ),
        ),
        [1, 1],
        "two denials that only point are two disputes",
    ),
    (
        (
            (
                "The miners said that the army had burned the school of Halim. The army denied that and said that the miners "
                "had robbed the depot in Karm."
            ),
            "The miners denied that they had robbed the depot in Karm.",
        ),
        [1, 1],
        "what else a denier says is another matter than what he denies",
    ),
    (
        (
            "About 900 people came to the square in Halim on Sunday, the organizers said. Police put the crowd at 300.",
            (
                "The coast guard said 18 people were missing on Monday. The families of the crew put the number of missing "
                "at 40."
            ),
        ),
        [1, 1],
        "a crowd and the missing",
    ),
)


@pytest.mark.parametrize(("texts", "deniers", "why"), FOLDED, ids=[row[-1] for row in FOLDED])
def test_disputes_are_folded(texts: tuple[str, ...], deniers: list[int], why: str) -> None:
    found = told(*texts).found.conflicts
    assert sorted(len(c.sides[0].evidence) for c in found) == deniers, (why, [[s.said for s in c.sides] for c in found])


def test_the_order_of_the_reports_folds_nothing_otherwise() -> None:
    texts = FOLDED[0][0]
    sides = [
        {frozenset(s.said for s in c.sides) for c in told(*order).found.conflicts} for order in (texts, texts[::-1])
    ]
    assert sides[0] == sides[1]


def test_no_voice_stands_on_both_sides() -> None:
    for texts, *_ in FOLDED:
        for conflict in told(*texts).found.conflicts:
            one, other = conflict.sides
            assert not set(one.voices) & set(other.voices)
