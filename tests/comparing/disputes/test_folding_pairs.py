"""Pairs that cannot both hold become disputes: one dispute once, with all its voices; unlike matters stay two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import pytest

from rashomon.comparing.disputes.contest import Contest
from rashomon.comparing.disputes.folding import Folded, fold
from rashomon.comparing.disputes.judging import Contested
from rashomon.comparing.disputes.rival import Rivals
from rashomon.comparing.disputes.words import told
from rashomon.comparing.identity import identity
from rashomon.comparing.joining.unit import Unit, units
from rashomon.reading import read
from rashomon.records import Reason, Report

TEXTS = {
    "bribe": "Mayor Ines Dorval took a bribe from the builders of the Orla bridge.",
    "bribe too": "The builders of the Orla bridge paid a bribe to Mayor Ines Dorval, prosecutors said.",
    "no bribe": "Ines Dorval denied taking a bribe from the builders of the Orla bridge.",
    "none paid": "The builders of the Orla bridge denied paying a bribe to Mayor Ines Dorval.",
    "shelled": "Rebel gunners shelled the hospital of Tarn during the night.",
    "not shelled": "A rebel spokesman denied shelling the hospital of Tarn.",
    "sailed": "The ferry Kestrel left the harbour of Lusk overloaded with lorries.",
}
# pairs of (who denies, what it stands against, how surely), denials that stand against nothing, the disputes, why
FOLDED: list[tuple[list[tuple[str, str, float]], list[str], list[tuple[set[str], set[str]]], str]] = [
    ([("no bribe", "bribe", 0.8)], [], [({"no bribe"}, {"bribe"})], "one denial of one claim"),
    ([("no bribe", "bribe", 0.05)], [], [], "too little speaks for it"),
    ([("no bribe", "bribe", 0.8), ("no bribe", "bribe too", 0.7)], [], [({"no bribe"}, {"bribe", "bribe too"})], "one denial of two tellings"),
    ([("no bribe", "bribe", 0.8), ("no bribe", "bribe too", 0.2)], [], [({"no bribe"}, {"bribe"})], "what is far less sure stands beside no clause of its side"),
    ([("no bribe", "bribe", 0.8), ("none paid", "bribe", 0.6)], [], [({"no bribe", "none paid"}, {"bribe"})], "two who deny one thing stand on one side"),
    ([("no bribe", "bribe", 0.8)], ["none paid"], [({"no bribe", "none paid"}, {"bribe"})], "a denial that answers nobody joins its like"),
    ([("no bribe", "bribe", 0.8)], ["not shelled"], [({"no bribe"}, {"bribe"})], "but no other matter"),
    ([("not shelled", "shelled", 0.5), ("no bribe", "bribe", 0.8)], [], [({"no bribe"}, {"bribe"}), ({"not shelled"}, {"shelled"})], "two matters are two, the surest first"),
]  # fmt: skip


@cache
def _all() -> tuple[Mapping[str, int], tuple[Unit, ...]]:
    """The widest clause of each text, by its name, and all clauses."""
    readings = {r.report: r for r in read(Report(name, text, published="2031-05-12") for name, text in TEXTS.items())}
    found = units(readings, identity(readings), {})
    widest = {
        name: max(
            (n for n, u in enumerate(found) if u.report == name), key=lambda n: found[n].span[1] - found[n].span[0]
        )
        for name in TEXTS
    }
    return widest, found


def _contest(name: str) -> Contest:
    number, found = _all()
    unit = found[number[name]]
    return Contest(number[name], "denies", told(unit), unit.predicate, False, False, unit.subjects, frozenset())


def _folded(
    pairs: Sequence[tuple[str, str, float]], alone: Sequence[str] = (), rivals: Sequence[Rivals] = ()
) -> list[Folded]:
    number, found = _all()
    made = {name: _contest(name) for name in (*(p[0] for p in pairs), *alone)}
    judged = [Contested(made[one], number[other], chance, "") for one, other, chance in pairs]
    return fold(found, {}, made.values(), judged, rivals)


def _sides(of: Sequence[Folded]) -> list[tuple[set[str], set[str]]]:
    _, found = _all()
    return [({found[n].report for n in f.one}, {found[n].report for n in f.other}) for f in of]


@pytest.mark.parametrize(("pairs", "alone", "disputes", "why"), FOLDED, ids=[f[-1] for f in FOLDED])
def test_pairs_are_folded_into_disputes(
    pairs: list[tuple[str, str, float]], alone: list[str], disputes: list[tuple[set[str], set[str]]], why: str
) -> None:
    assert _sides(_folded(pairs, alone)) == disputes, why


def test_a_dispute_is_the_surer_the_more_pairs_say_so() -> None:
    (one,), (two,) = (
        _folded([("no bribe", "bribe", 0.6)]),
        _folded([("no bribe", "bribe", 0.6), ("none paid", "bribe", 0.5)]),
    )
    assert one.sure == pytest.approx(0.6)
    assert two.sure == pytest.approx(1 - 0.4 * 0.5)


def test_rival_values_told_twice_are_one_dispute_whichever_comes_first() -> None:
    number, _ = _all()
    rule = Reason("rule", "doers")
    pairs = [("bribe", "sailed", 0.9), ("sailed", "bribe too", 0.8)]
    rivals = [Rivals(number[a], number[b], chance, "actor", rule) for a, b, chance in pairs]
    (dispute,) = _folded([], rivals=rivals)
    assert _sides([dispute]) == [({"bribe", "bribe too"}, {"sailed"})]


def test_the_order_of_pairs_changes_nothing() -> None:
    pairs = [("not shelled", "shelled", 0.5), ("no bribe", "bribe", 0.8), ("none paid", "bribe", 0.6)]
    assert _sides(_folded(pairs)) == _sides(_folded(pairs[::-1]))
