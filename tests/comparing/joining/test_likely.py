"""What is likely of very many pairs, asked of all at once: the same as asked one by one."""

from __future__ import annotations

import tracemalloc
from dataclasses import dataclass
from itertools import permutations
from types import SimpleNamespace
from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.comparing.joining import groups as groups_module
from rashomon.comparing.joining import incidence as incidence_module
from rashomon.comparing.joining.counted import CountingApart, counted, disjoint
from rashomon.comparing.joining.groups import groups, moved
from rashomon.comparing.joining.incidence import BRIEF, Incidence, Likely, Nearby, Walls
from rashomon.comparing.one_run import sharing
from rashomon.records import Figure


@dataclass(frozen=True)
class Told:
    words: frozenset[str]
    none: frozenset[str]


_COUNT, _SURE = 9, 0.65
_PAIRS = st.dictionaries(
    st.tuples(st.integers(0, _COUNT - 1), st.integers(0, _COUNT - 1)).filter(lambda p: p[0] < p[1]),
    st.integers(3, 100).map(lambda p: p / 100),
)
_FIGURES = st.lists(
    st.builds(
        lambda low, wide, counts, fate: Figure(
            0, 1, float(low), None if wide == 3 else float(low), None if wide == 2 else float(low + wide), counts, fate
        ),
        st.integers(0, 9),
        st.integers(0, 3),
        st.sampled_from(["person", "boat"]),
        st.sampled_from(["", "dead"]),
    ),
    max_size=3,
)


@given(_PAIRS, st.sets(st.tuples(st.integers(0, _COUNT - 1), st.integers(0, _COUNT - 1)), max_size=4))
def test_groups_hang_on_what_sure_pairs_connect_alone(pairs, walls):
    sides = np.array(sorted(walls), np.int64).reshape(-1, 2)
    apart = Walls(sides[:, 0], sides[:, 1], _COUNT)
    every = Likely.of(pairs)
    few = every.tied(_COUNT, _SURE)
    assert groups(_COUNT, few, apart, _SURE) == groups(_COUNT, every, apart, _SURE)
    found = groups(_COUNT, every, apart, _SURE)
    assert moved(found, few, apart, _SURE) == moved(found, every, apart, _SURE)


@given(_PAIRS, st.lists(st.integers(0, 3), min_size=_COUNT, max_size=_COUNT), st.sampled_from([1, 3, 1 << 20]))
def test_what_groups_share_is_added_and_the_best_found(pairs, group, together):
    every, name = Likely.of(pairs), np.array(group, np.int64)
    sums: dict[tuple[int, int], float] = {}
    best: dict[tuple[int, int], float] = {}
    for (a, b), p in pairs.items():
        key = (min(group[a], group[b]), max(group[a], group[b]))
        if key[0] != key[1]:
            sums[key] = sums.get(key, 0.0) + p
            best[key] = max(best.get(key, 0.0), p)
    with patch.object(incidence_module, "_PART", together):
        found = every.sums(name), every.best(name)
    for told, expected in zip(found, (sums, best), strict=True):
        assert [*zip(told.one.tolist(), told.other.tolist(), strict=True)] == sorted(expected)
        both = zip(told.one.tolist(), told.other.tolist(), strict=True)
        assert dict(zip(both, told.probability.tolist(), strict=True)) == expected


@given(
    st.lists(st.frozensets(st.sampled_from("abcdef"), max_size=4), min_size=1, max_size=_COUNT),
    st.sampled_from([0, 4, 1 << 16]),
    st.randoms(use_true_random=False),
)
def test_units_of_equal_sets_share_what_any_other_of_their_kind_does(sets, held, chance):
    pairs = [*permutations(range(len(sets)), 2)]
    one, other = np.array(chance.sample(pairs, len(pairs)), np.int64).reshape(-1, 2).T
    with patch.object(incidence_module, "_HELD", held):
        found = Incidence(sets, weight := lambda member: ord(str(member)) / 64).shared(one, other)
    told = [sum(map(weight, sets[a] & sets[b])) for a, b in zip(one.tolist(), other.tolist(), strict=True)]
    assert found.tolist() == told


@given(st.lists(st.frozensets(st.integers(0, 4), max_size=4), min_size=1, max_size=6), st.booleans())
def test_sets_are_of_one_kind_where_they_are_equal_whatever_signs_they_have(sets, alike):
    told = [*sets, *sets]  # so that each member is met by two
    signs = (lambda count: np.ones(count, np.uint64)) if alike else incidence_module._signs
    with patch.object(incidence_module, "_signs", signs):
        kinds, many = Incidence(told)._kinds
    assert many == len({*sets}) == len({*kinds.tolist()})
    assert all((kinds[n] == kinds[m]) == (a == b) for n, a in enumerate(told) for m, b in enumerate(told))


@given(_PAIRS)
def test_pairs_are_named_by_what_stands_in_them(pairs):
    names, one, other = Likely.of(pairs).within(_COUNT)
    assert names.tolist() == sorted({n for pair in pairs for n in pair})
    assert [*zip(names[one].tolist(), names[other].tolist(), strict=True)] == [*pairs]


@given(_PAIRS)
def test_who_is_near(pairs):
    near = Nearby(Likely.of(pairs), _COUNT)
    for n in range(_COUNT):
        told = dict(zip(near.units(n).tolist(), near.probabilities(n).tolist(), strict=True))
        assert told == {a + b - n: p for (a, b), p in pairs.items() if n in (a, b)}


@given(st.lists(_FIGURES, min_size=2, max_size=5))
def test_counts_that_differ_are_found(told):
    units = [SimpleNamespace(clause=SimpleNamespace(figures=tuple(some))) for some in told]
    one, other = (np.array(side, np.int64) for side in zip(*np.ndindex(len(told), len(told)), strict=True))
    for times in (np.inf, 2.0):
        expected = [
            any(
                counted(f) == counted(g)
                and (disjoint(f, g) or (times < np.inf and max(f.value, g.value) > times * min(f.value, g.value)))
                for f in told[a]
                for g in told[b]
            )
            for a, b in zip(one.tolist(), other.tolist(), strict=True)
        ]
        assert CountingApart(units).among(one, other, times).tolist() == expected


def test_links_are_looked_up_and_not_copied():
    """A text that repeats has millions of pairs: who asks for those near a unit holds little more than the pairs."""
    chance = np.random.default_rng(1)
    one = np.sort(chance.integers(0, 1_999, 300_000))
    other = one + 1 + chance.integers(0, 2_000 - one)
    pairs = Likely(one.astype(BRIEF), other.astype(BRIEF), chance.random(len(one)).round(4))
    held = sum(side.nbytes for side in (pairs.one, pairs.other, pairs.probability))
    tracemalloc.start()
    try:
        near = Nearby(pairs, 4_001)
        nearby = tracemalloc.get_traced_memory()[1]
        tracemalloc.reset_peak()
        best = pairs.best(np.arange(4_001, dtype=BRIEF) // 2)
        most = tracemalloc.get_traced_memory()[1] - nearby
    finally:
        tracemalloc.stop()
    assert len(near.units(7))
    assert len(best.one)
    assert held == 16 * len(one)
    assert nearby < 2 * held
    assert most < 3.5 * held


@given(_PAIRS, st.sampled_from([1, 3, 1 << 20]))
def test_moves_are_the_same_however_many_links_are_looked_at_at_once(pairs, together):
    none = np.zeros(0, np.int64)
    links, apart = Likely.of(dict(sorted(pairs.items()))), Walls(none, none, _COUNT)
    found = groups(_COUNT, links, apart, _SURE)
    with patch.object(groups_module, "_TOGETHER", together):
        some = moved(found, links, apart, _SURE)
    assert some == moved(found, links, apart, _SURE)


def test_equal_sets_are_held_once():
    held: dict[frozenset[str], frozenset[str]] = {}
    first, second = (sharing(Told(frozenset({"a", name}), frozenset()), held) for name in ("b", "b"))
    assert first.words is second.words
    assert first.none is second.none
