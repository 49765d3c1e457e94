"""Two judgements contradict each other where both cannot hold; both are shown, and the later one applies.

A judgement stands unless a judgement that stands undoes it; when they were made does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import combinations

from rashomon.records import Judgement, Member, Ruling


def undone(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Give the ids of those that are undone, each with the id of the first undo (by time) that stands.

    An undo can be undone: then what it undid stands again. Raises ValueError on a circle of undos, which no file
    with sound ids can hold: an undo's id is the digest of what it undoes.
    """
    undoing: dict[str, list[str]] = defaultdict(list)
    for judgement in sorted(judgements, key=lambda j: (j.when, j.id)):
        if judgement.kind == "undo":
            undoing[judgement.undoes].append(judgement.id)
    by: dict[str, str] = {}
    try:
        for told in TopologicalSorter(undoing).static_order():
            standing = [undo for undo in undoing.get(told, ()) if undo not in by]
            if standing:
                by[told] = standing[0]
    except CycleError as error:
        raise ValueError("undos in a circle") from error
    return by


class Contradictions:
    """Which of some rulings contradict which: `against` both ways, `overruled` the earlier of each pair."""

    def __init__(self, rulings: Iterable[Ruling], entity: Callable[[Member], str]) -> None:
        """`entity` gives the id of the entity that a mention is in today, "" where it is in none."""
        self.against: dict[str, set[str]] = defaultdict(set)
        self.overruled: dict[str, str] = {}
        told = sorted(rulings, key=lambda r: (r.when, r.id))
        self._rows(
            [r for r in told if r.kind in ("re-date", "re-attribute") or (r.kind == "reject" and len(r.sides) == 1)]
        )
        self._names([r for r in told if r.kind == "rename"], entity)
        self._sources([r for r in told if r.kind in ("same-source", "not-same-source")])
        self._identities([r for r in told if r.kind in ("merge", "split")], entity)

    def _note(self, earlier: Ruling, later: Ruling) -> None:
        self.against[earlier.id].add(later.id)
        self.against[later.id].add(earlier.id)
        self.overruled[earlier.id] = later.id

    def _rows(self, told: Sequence[Ruling]) -> None:
        of_row: dict[Member, list[Ruling]] = defaultdict(list)
        for ruling in told:
            for member in ruling.sides[0]:
                of_row[member].append(ruling)
        for rulings in of_row.values():
            for earlier, later in combinations(rulings, 2):
                if earlier.kind == later.kind:
                    same = (earlier.value, earlier.source_kind) == (later.value, later.source_kind)
                    clash = earlier.kind != "reject" and not same
                else:
                    clash = "reject" in (earlier.kind, later.kind)
                if clash:
                    self._note(earlier, later)

    def _names(self, told: Sequence[Ruling], entity: Callable[[Member], str]) -> None:
        of_entity: dict[str, list[Ruling]] = defaultdict(list)
        for ruling in told:
            of_entity[entity(ruling.sides[0][0])].append(ruling)
        for rulings in of_entity.values():
            for earlier, later in combinations(rulings, 2):
                if earlier.value != later.value:
                    self._note(earlier, later)

    def _sources(self, told: Sequence[Ruling]) -> None:
        of_row: dict[Member, list[Ruling]] = defaultdict(list)
        for ruling in told:
            for member in {m for side in ruling.sides for m in side}:
                of_row[member].append(ruling)
        for rulings in of_row.values():
            for earlier, later in combinations(rulings, 2):
                if earlier.kind != later.kind and _same_pair(earlier, later):
                    self._note(earlier, later)

    def _identities(self, told: Sequence[Ruling], entity: Callable[[Member], str]) -> None:
        """Told from the outcome: a merge whose sides are apart now, a split whose sides are one."""
        splits = [(r, frozenset(r.sides[1])) for r in told if r.kind == "split"]
        merges = [r for r in told if r.kind == "merge"]
        for merge in merges:
            found = {entity(side[0]) for side in merge.sides}
            if len(found) > 1:
                for split, _ in splits:
                    later = (split.when, split.id) > (merge.when, merge.id)
                    touched = {entity(m) for side in split.sides for m in side}
                    if later and found & touched:
                        self._note(merge, split)
        for split, left in splits:
            found = {entity(m) for m in left}
            if entity(split.sides[0][0]) in found:
                for merge in merges:
                    later = (merge.when, merge.id) > (split.when, split.id)
                    if later and {entity(side[0]) for side in merge.sides} & found:
                        self._note(split, merge)


def _same_pair(first: Ruling, second: Ruling) -> bool:
    (a, b), (x, y) = (map(frozenset, r.sides[:2]) for r in (first, second))
    return bool((a & x and b & y) or (a & y and b & x))
