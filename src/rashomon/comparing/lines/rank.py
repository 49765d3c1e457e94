"""Which lines come first: what many tellings tell early, what headlines are about, what happened rather than is said.

Signals are scaled to 0..1 within a story, so that a long story does not hide a short one. Whether a claim is disputed,
how many voices it has, and figures say no more than chance about what a reader must know first; they stand on the
line, not in its rank. Measured on `stories/` (docs/methods/claims.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.comparing.claims import Gathered, Told
from rashomon.comparing.joining.rarity import rarity
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.term import term
from rashomon.records import ClaimKind, Report

_FIFTH = 0.2
_MOST_TELLINGS = 8


@dataclass(frozen=True, slots=True)
class Signal:
    """Something seen of a claim that tells how much a reader must know of it, and what it weighs."""

    name: str
    of: Callable[[Told, _Seen], float]
    weight: float


@dataclass(frozen=True, slots=True)
class _Seen:
    """What signals need of the story."""

    headlines: Mapping[str, frozenset[str]]
    likely: Mapping[tuple[int, int], float]
    number: Mapping[int, int]
    kinds: Mapping[str, ClaimKind]


def _saying(told: Told) -> list[Unit]:
    return [u for u, t in zip(told.units, told.claim.tellings, strict=True) if t.stance != "denies"]


def _tellings(told: Told, seen: _Seen) -> float:
    return min(_MOST_TELLINGS, len({(u.report, u.clause.sentence) for u in _saying(told)}))


def _reports(told: Told, seen: _Seen) -> float:
    return len({u.report for u in _saying(told)})


def _first_fifth(told: Told, seen: _Seen) -> float:
    return len({u.report for u in _saying(told) if u.depth <= _FIFTH})


def _earliest(told: Told, seen: _Seen) -> float:
    return 1 - min((u.depth for u in _saying(told)), default=1.0)


def _headlines(told: Told, seen: _Seen) -> float:
    """How much of what the headlines say the claim says."""
    mine = frozenset().union(*(u.core for u in _saying(told))) if told.units else frozenset()
    found = 0.0
    for words in seen.headlines.values():
        whole = sum(map(rarity, words))
        found += sum(rarity(w) for w in words if w in mine) / whole if whole else 0.0
    return found


def _happened(told: Told, seen: _Seen) -> float:
    return float(seen.kinds[told.claim.id] in ("event", "finding"))


def _sure(told: Told, seen: _Seen) -> float:
    """How likely the tellings are one thing: the mean over their pairs."""
    numbers = sorted(seen.number[id(u)] for u in told.units)
    pairs = [(a, b) for n, a in enumerate(numbers) for b in numbers[n + 1 :]]
    return sum(seen.likely.get(p, 0.0) for p in pairs) / len(pairs) if pairs else 1.0


SIGNALS = (
    Signal("tellings", _tellings, 0.5),
    Signal("reports", _reports, 0.5),
    Signal("first fifth", _first_fifth, 1.0),
    Signal("headlines", _headlines, 1.0),
    Signal("earliest", _earliest, 1.0),
    Signal("happened", _happened, 0.5),
    Signal("sure", _sure, 0.5),
)


def ranked(
    gathered: Gathered, reports: Mapping[str, Report], kinds: Mapping[str, ClaimKind]
) -> list[tuple[float, Told]]:
    """Give the claims of a story with their scores, those that tell most first."""
    headlines = {
        r: frozenset(term(w.strip(".,:;!?'\"“”‘’()").lower()) for w in (reports[r].title or "").split()) - {""}
        for r in {u.report for u in gathered.units}
    }
    number = {id(u): n for n, u in enumerate(gathered.units)}
    seen = _Seen(headlines, gathered.joined.likely, number, kinds)
    values = [[signal.of(told, seen) for signal in SIGNALS] for told in gathered.told]
    lows = [min(column) for column in zip(*values, strict=True)] if values else []
    highs = [max(column) for column in zip(*values, strict=True)] if values else []
    scored = [
        (
            round(
                sum(
                    signal.weight * ((v - low) / (high - low) if high > low else 0.0)
                    for signal, v, low, high in zip(SIGNALS, row, lows, highs, strict=True)
                ),
                6,
            ),
            told,
        )
        for row, told in zip(values, gathered.told, strict=True)
    ]
    return sorted(scored, key=lambda s: (-s[0], s[1].claim.evidence))


def like(one: Sequence[Unit], other: Sequence[Unit]) -> float:
    """How much of the shorter of two claims' words the other has: two lines of the same words are one too many."""
    a = frozenset().union(*(u.core for u in one))
    b = frozenset().union(*(u.core for u in other))
    light, heavy = sorted((a, b), key=lambda words: sum(map(rarity, words)))
    whole = sum(map(rarity, light))
    return sum(rarity(w) for w in light & heavy) / whole if whole else 0.0
