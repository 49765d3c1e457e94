"""Which reports are compared together: those of one block of stories, or of one story where a block is large.

A component is what likeness and people's judgements connect; nothing that happens in another one touches it. Its blocks
are what likeness alone connects, bounded as `stories` bounds them. What a judgement ties is compared together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from rashomon.comparing.parts.epoch import Epoch
from rashomon.comparing.parts.report_in_numbers import terms_of
from rashomon.comparing.parts.vector import Vector, likes
from rashomon.comparing.stories.blocks import Pairs, connected, parted
from rashomon.comparing.stories.stories import in_order, of_block, tells
from rashomon.records import Reading, Report, Story

_TOGETHER = 300  # reports of a block that are compared together: above, each story by itself

Tie = tuple[str, ...]
"""Reports that one judgement is about."""


@dataclass(frozen=True, slots=True)
class Component:
    """Reports that are connected, in the order of their ids, and their blocks."""

    reports: tuple[str, ...]
    blocks: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Reports that are compared together, in the order of their ids, and their stories."""

    reports: tuple[str, ...]
    stories: tuple[Story, ...]


def components(vectors: Mapping[str, Vector], ties: Iterable[Tie] = ()) -> list[Component]:
    """Give what connects these reports. Nothing outside of them may be like any, nor tied to one."""
    if not vectors:
        return []
    ids = sorted(vectors)
    number = {i: n for n, i in enumerate(ids)}
    pairs = likes([vectors[i] for i in ids])
    time = [(vectors[i].middle if vectors[i].known else float("inf"), n) for n, i in enumerate(ids)]
    order = np.array([n for _, n in sorted(time)], np.int64)
    blocks = parted(order, pairs)
    block_of = {n: at for at, block in enumerate(blocks) for n in block}
    tied = [(number[a], number[b]) for tie in ties for a, b in pairwise(tie) if {a, b} <= number.keys()]
    one = np.concatenate([pairs.one, np.array([a for a, _ in tied], np.int64)])
    other = np.concatenate([pairs.other, np.array([b for _, b in tied], np.int64)])
    every = Pairs(one, other, np.ones(len(one), np.float32))
    found = []
    for group in connected(len(ids), np.arange(len(ids), dtype=np.int64), every):
        held = sorted(int(n) for n in group)
        of = dict.fromkeys(block_of[n] for n in held)
        found.append(Component(tuple(ids[n] for n in held), tuple(tuple(ids[n] for n in blocks[at]) for at in of)))
    return found


def parts_of(
    component: Component,
    epoch: Epoch,
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    ties: Iterable[Tie] = (),
) -> list[Part]:
    """Give the parts of a component, of which all reports and readings are given, as the frame has them."""
    groups: list[tuple[str, ...]] = []
    stories: list[Story] = []
    for block in component.blocks:
        found = _stories(block, epoch, reports, readings)
        stories += found
        if len(block) <= _TOGETHER:
            groups.append(block)
        else:
            told = {r for story in found for r in story.reports}
            groups += [story.reports for story in found] + [(r,) for r in block if r not in told]
    joined = _joined(groups, ties)
    at = {r: n for n, group in enumerate(joined) for r in group}
    of: list[list[Story]] = [[] for _ in joined]
    for story in stories:
        of[at[story.reports[0]]].append(story)
    return [Part(group, in_order(of[n])) for n, group in enumerate(joined)]


def _stories(
    block: Sequence[str], epoch: Epoch, reports: Mapping[str, Report], readings: Mapping[str, Reading]
) -> list[Story]:
    ids = [i for i in block if tells(reports[i], readings[i])]
    if not ids:
        return []
    spoken = [terms_of(reports[i], readings[i]) for i in ids]
    rare = epoch.rarity(list(dict.fromkeys(term for t in spoken for term in t.weights)))
    return of_block(ids, spoken, rare, reports, readings)


def _joined(groups: Sequence[tuple[str, ...]], ties: Iterable[Tie]) -> list[tuple[str, ...]]:
    """Put together the groups that a tie connects."""
    top = {r: group[0] for group in groups for r in group}
    for tie in ties:
        for a, b in pairwise(tie):
            if a in top and b in top and top[a] != top[b]:
                first, second = sorted((top[a], top[b]))
                top = {r: first if of == second else of for r, of in top.items()}
    found: dict[str, list[str]] = {}
    for r in sorted(top):
        found.setdefault(top[r], []).append(r)
    return [tuple(found[first]) for first in sorted(found)]
