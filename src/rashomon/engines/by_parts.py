"""A large case compared in parts: what came, went or was judged is found, and the parts that it touches compared again.

Every part is what all of the case gives there: where a report stands follows from its words, from what the epoch knows
and from the judgements, never from the order in which reports came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b

import numpy as np

from rashomon.case import Case
from rashomon.case.part_shelf import HeldVector, MadePart, Renewal, Standing
from rashomon.case.places import part_place
from rashomon.comparing import Frame, KnownEntity, compare, first_of, knowledge_of, known_entities, outlet_names
from rashomon.comparing.parts import (
    Component,
    Epoch,
    Many,
    Part,
    Vector,
    begin,
    components,
    concerned,
    framed,
    parts_of,
    signs,
    terms_of,
    vector,
)
from rashomon.records import Findings, Judgement, Reading, Report, Ruling

Tell = Callable[[str, int, int], None]
"""Is told the step, and how many reports of how many are done."""

_TOGETHER = 256  # reports that are loaded together
_GROWN = 2  # times its first size, at which an epoch ends
_BEGINNING = date(1990, 1, 1)
_COMPARER = "comparer"
_NO_DAY = 1 << 15


@dataclass(frozen=True, slots=True)
class _Bound:
    """A judgement with the reports that it concerns, in order."""

    ruling: Ruling
    reports: tuple[str, ...]


class ByParts:
    """One look at a case, as it stands with `more` judgements."""

    def __init__(self, case: Case, comparer: str, more: Sequence[Judgement], tell: Tell) -> None:
        self._case, self._comparer, self._tell = case, comparer, tell
        self._known: tuple[KnownEntity, ...] = known_entities(case.known_entities.splitlines())
        self._overlay = case.corrections.overlay(*more)
        self._outlets = outlet_names(case.reports.addressed())
        self._knowledge = knowledge_of(self._known)
        self._read = case.parts.read()

    def renewal(self, *, afresh: bool = False) -> Renewal:
        """Give what changes; all of it where an epoch begins: first, when the case has doubled, or `afresh`."""
        held = {} if afresh else self._case.parts.frozen()
        begins = held.get(_COMPARER) != self._comparer.encode() or len(self._read) >= _GROWN * int(held["reports"])
        epoch = begin(self._as_read, sorted(self._read)) if begins else Epoch.of_kept(held)
        standing = {} if begins else self._case.parts.standing()
        vectors = {} if begins else {v.report: _vector(v) for v in self._case.parts.vectors()}
        names = {} if begins else {v.report: _signs(v) for v in self._case.parts.vectors()}
        moved = set(self._read) if begins else self._moved(standing)
        lost = sorted((standing.keys() | vectors.keys()) - self._read)
        for gone in lost:
            vectors.pop(gone, None)
            names.pop(gone, None)
        old = {standing[r].component for r in lost if r in standing}
        made: dict[str, Vector] = {}
        weighing = moved
        while True:  # what is judged of a report changes its rows, and may change whom it names
            for report, reading in self._framed(sorted(weighing), epoch, "weighing"):
                made[report.id] = vector(terms_of(report, reading), epoch)
                names[report.id] = signs(reading, self._knowledge)
            bound = self._bound(names)
            ruled = _ruled(bound)
            judged = {r for r in self._read if ruled.get(r, "") != (standing[r].ruled if r in standing else "")}
            weighing = judged - made.keys()
            moved |= judged
            if not weighing:
                break
        vectors |= made
        around = moved | _like(vectors, [made[r] for r in sorted(made)]) if not begins else moved
        around |= {r for one in bound if not moved.isdisjoint(one.reports) for r in one.reports}
        old |= {standing[r].component for r in around if r in standing}
        affected = {r for r, s in standing.items() if s.component in old} | around
        affected &= self._read
        return self._of(epoch, begins, affected, moved, standing, vectors, names, made, bound, ruled, lost, old)

    def _moved(self, standing: Mapping[str, Standing]) -> set[str]:
        """The reports whose reading is another than that which stands, or that go by another outlet's name."""
        carried = self._case.parts.carried()
        renamed = {r for r, _ in carried.items() ^ self._outlets.items()}
        return (self._case.parts.changed() | renamed | (self._read - standing.keys())) & self._read

    def _of(
        self,
        epoch: Epoch,
        begins: bool,
        affected: set[str],
        moved: set[str],
        standing: Mapping[str, Standing],
        vectors: Mapping[str, Vector],
        names: Mapping[str, np.ndarray[tuple[int, ...], np.dtype[np.uint32]]],
        made: Mapping[str, Vector],
        bound: Sequence[_Bound],
        ruled: Mapping[str, str],
        lost: Sequence[str],
        old: set[str],
    ) -> Renewal:
        ties = [one.reports for one in bound if not affected.isdisjoint(one.reports)]
        found = components({r: vectors[r] for r in affected}, ties)
        before: dict[str, set[str]] = defaultdict(set)
        for r, s in standing.items():
            before[s.component].add(r)
        of_part: dict[int, set[str]] = defaultdict(set)
        for r, s in standing.items():
            if s.component in old:
                of_part[s.part].add(r)
        digests = self._case.parts.digests(of_part)
        stay: set[int] = set()
        parts: list[MadePart] = []
        where: dict[str, tuple[str, str]] = {}
        taken: set[str] = set()
        done = 0
        for one in found:
            first = one.reports[0]
            where |= {r: (first, ruled.get(r, "")) for r in one.reports}
            done += len(one.reports)
            if before.get(first) == set(one.reports) and moved.isdisjoint(one.reports):
                stay |= {standing[r].part for r in one.reports}
                continue
            for part, pairs in self._parts(one, epoch, ties):
                digest = _digest(part, ruled)
                here = standing.get(part.reports[0])
                if (
                    here
                    and moved.isdisjoint(part.reports)
                    and of_part.get(here.part) == set(part.reports)
                    and digests.get(here.part) == digest
                ):
                    stay.add(here.part)
                    continue
                parts.append(self._made(part, pairs, epoch, bound, digest, taken, of_part.keys()))
            self._tell("comparing", done, len(affected))
        gone = tuple(sorted(set(of_part) - stay))
        return Renewal(
            gone,
            tuple(parts),
            tuple(_held(r, v, names[r]) for r, v in sorted(made.items())),
            where,
            tuple(lost),
            {**epoch.kept(), _COMPARER: self._comparer.encode()} if begins else {},
        )

    def _parts(
        self, one: Component, epoch: Epoch, ties: Sequence[tuple[str, ...]]
    ) -> Iterator[tuple[Part, list[tuple[Report, Reading]]]]:
        pairs = {r.id: (r, reading) for r, reading in self._framed(one.reports, epoch)}
        reports = {i: r for i, (r, _) in pairs.items()}
        readings = {i: reading for i, (_, reading) in pairs.items()}
        mine = [tie for tie in ties if not reports.keys().isdisjoint(tie)]
        for part in parts_of(one, epoch, reports, readings, mine):
            yield part, [pairs[r] for r in part.reports]

    def _made(
        self,
        part: Part,
        pairs: Sequence[tuple[Report, Reading]],
        epoch: Epoch,
        bound: Sequence[_Bound],
        digest: str,
        taken: set[str],
        gone: Iterable[int],
    ) -> MadePart:
        mine = set(part.reports)
        rulings = [one.ruling for one in bound if not mine.isdisjoint(one.reports)]
        frame = Frame(part.stories, epoch.common, epoch.outlets)

        def findings(within: Frame) -> Findings:
            return compare((r for r, _ in pairs), (r for _, r in pairs), self._known, rulings, (), within)

        found = findings(frame)
        ids = [c.id for c in found.claims]
        clash = taken.intersection(ids) | self._case.parts.in_use(ids, gone)
        if clash:
            found = findings(replace(frame, taken=frozenset(clash)))
        taken.update(c.id for c in found.claims)
        readings = {r.report: r for _, r in pairs}
        first, day = first_of(readings)
        place = part_place((day - _BEGINNING).days if day else _NO_DAY, first)
        return MadePart(part.reports, place, digest, found)

    def _bound(self, names: Mapping[str, np.ndarray[tuple[int, ...], np.dtype[np.uint32]]]) -> list[_Bound]:
        """Each judgement with the reports that it rests on, and all that name whom it is about."""
        found = []
        for ruling in self._overlay.rulings:
            resting = sorted({report for side in ruling.sides for report, _ in side} & self._read)
            wanted = concerned(ruling, self._case.readings.machine.some(resting), self._knowledge)
            naming = [r for r, told in names.items() if len(wanted) and np.isin(wanted, told).any()]
            found.append(_Bound(ruling, tuple(sorted({*resting, *naming}))))
        return found

    def _as_read(self, ids: Sequence[str]) -> Iterator[tuple[Report, Reading]]:
        """Reports with their readings as corrected, under the outlet that their domain goes by."""
        reports = {r.id: r for r in self._case.reports.some(ids)}
        for reading in self._case.readings.machine.some(ids):
            report, reading = reports[reading.report], self._overlay.over(reading)
            if report.id in self._outlets:
                report = replace(report, outlet=self._outlets[report.id])
                reading = replace(reading, outlet=self._outlets[report.id])
            yield report, reading

    def _framed(self, ids: Sequence[str], epoch: Epoch, step: str = "") -> Iterator[tuple[Report, Reading]]:
        for at in range(0, len(ids), _TOGETHER):
            yield from framed(self._as_read(ids[at : at + _TOGETHER]), epoch)
            if step:
                self._tell(step, min(at + _TOGETHER, len(ids)), len(ids))


def _like(vectors: Mapping[str, Vector], new: Sequence[Vector]) -> set[str]:
    """The reports that are like any of some."""
    ids = sorted(vectors)
    many = Many([vectors[i] for i in ids])
    many.only(new)
    many.sort()
    return {ids[n] for one in new for n in many.like(one)[0].tolist()}


def _ruled(bound: Iterable[_Bound]) -> dict[str, str]:
    """A digest of the judgements that concern each report, of those that any does."""
    told: dict[str, list[str]] = defaultdict(list)
    for one in bound:
        said = repr(one.ruling)
        for report in one.reports:
            told[report].append(said)
    return {r: _hashed("\n".join(sorted(said))) for r, said in told.items()}


def _digest(part: Part, ruled: Mapping[str, str]) -> str:
    return _hashed(repr((part.reports, part.stories, [ruled.get(r, "") for r in part.reports])))


def _hashed(told: str) -> str:
    return blake2b(told.encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()


def _held(report: str, v: Vector, names: np.ndarray[tuple[int, ...], np.dtype[np.uint32]]) -> HeldVector:
    return HeldVector(
        report,
        v.hashes.astype("<u4").tobytes(),
        v.weights.astype("<f4").tobytes(),
        names.astype("<u4").tobytes(),
        v.length,
        v.known,
        v.middle,
        v.doubt,
    )


def _vector(held: HeldVector) -> Vector:
    terms, weights = np.frombuffer(held.terms, "<u4"), np.frombuffer(held.weights, "<f4")
    return Vector(terms, weights, held.length, held.known, held.middle, held.doubt)


def _signs(held: HeldVector) -> np.ndarray[tuple[int, ...], np.dtype[np.uint32]]:
    return np.frombuffer(held.names, "<u4")
