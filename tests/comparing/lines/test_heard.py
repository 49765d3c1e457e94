"""What may tell a claim is heard as lines tell it, or what is like both; and how near a claim of many reports is to one."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import cast

import pytest

from rashomon.comparing.claims import Told
from rashomon.comparing.joining.incidence import Likely
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.rank import Candidate, Heard, Near


def _heard(pairs: dict[tuple[int, int], float], claims: list[list[tuple[int, str]]]) -> tuple[Heard, list[Candidate]]:
    """Claims of units (number, report), of which pairs may tell one thing; nothing is heard."""
    count = 1 + max(n for claim in claims for n, _ in claim)
    report = {n: r for claim in claims for n, r in claim}
    units = [SimpleNamespace(report=report[n], depth=0.0) for n in range(count)]
    made = [
        Candidate(k, cast(Told, SimpleNamespace(units=[units[n] for n, _ in claim])), (), frozenset(), frozenset())
        for k, claim in enumerate(claims)
    ]
    return Heard(Near(cast(Sequence[Unit], units), Likely.of(pairs))), made


# a line tells clause 0, a claim clause 1; clause 2 is of neither: which of them may be one, what share is heard; why
SHARES: list[tuple[dict[tuple[int, int], float], float, str]] = [
    ({}, 0.0, "nothing is like the line"),
    ({(0, 1): 0.2}, (0.2 + 0.2) / 1.2, "the claim itself is a little like it"),
    ({(0, 2): 0.8, (1, 2): 0.8}, 0.8 * 0.8 / 1.8, "not it, but what is like both"),
    ({(0, 1): 0.2, (0, 2): 0.8, (1, 2): 0.8}, (0.2 + 0.2 + 0.8 * 0.8) / 2.0, "both"),
    ({(1, 2): 0.8}, 0.0, "what is like the claim alone is not heard"),
    ({(0, 2): 0.8}, 0.0, "nor is what is like the line alone the claim"),
]


@pytest.mark.parametrize(("pairs", "share", "why"), SHARES, ids=[s[-1] for s in SHARES])
def test_what_is_like_both_is_heard(pairs: dict[tuple[int, int], float], share: float, why: str) -> None:
    heard, (line, claim, _) = _heard(pairs, [[(0, "a")], [(1, "b")], [(2, "c")]])
    assert heard.share(claim) == 0.0
    heard.add(line)
    assert heard.share(claim) == pytest.approx(share), why


# how likely each clause of a claim (its report) tells what a line does; how likely its reports do; why
AVERAGES = [
    ([("b", 0.9)], 0.9, "one report"),
    ([("b", 0.9), ("b", 0.1)], 0.9, "it tells it once"),
    ([("b", 0.9), ("c", 0.0), ("d", 0.0)], 0.3, "one of three comes near: the claim is another"),
    ([("b", 0.6), ("c", 0.5), ("d", 0.7)], 0.6, "all do"),
]


@pytest.mark.parametrize(("clauses", "likely", "why"), AVERAGES, ids=[a[-1] for a in AVERAGES])
def test_what_many_reports_tell_is_as_likely_as_they_are_on_the_average(
    clauses: list[tuple[str, float]], likely: float, why: str
) -> None:
    pairs = {(0, n): p for n, (_, p) in enumerate(clauses, 1) if p}
    heard, (line, claim) = _heard(pairs, [[(0, "a")], [(n, r) for n, (r, _) in enumerate(clauses, 1)]])
    assert heard.average(claim, line) == pytest.approx(likely), why
