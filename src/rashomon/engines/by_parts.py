"""A large case compared in parts: what came, went or was judged is found, and the parts that it touches compared again.

Every part is what all of the case gives there: where a report stands follows from its words, from what the epoch knows
and from the judgements, never from the order in which reports came. The terms of a report are arrays of numbers to
comparing and bytes to the case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b

import numpy as np

from rashomon.case import Case
from rashomon.case.part_rows import part_place
from rashomon.case.part_shelf import HeldTerms, HeldVector, MadePart, Renewal, Standing
from rashomon.comparing import Frame, KnownEntity, first_of, knowledge_of, known_entities, outlet_names
from rashomon.comparing.identity import identity
from rashomon.comparing.identity.across_parts import earliest, first_ids
from rashomon.comparing.parts import (
    FIRST,
    Component,
    Epoch,
    Many,
    Part,
    Signs,
    Vector,
    begin,
    components,
    concerned,
    first_of_kept,
    framed,
    parts_of,
    signs,
    terms_of,
    vector,
)
from rashomon.engines.engine import Engine, Machine
from rashomon.engines.time_limit import compare_in_time
from rashomon.records import Findings, Judgement, Reading, Report, Ruling


def held(report: str, v: Vector, names: Signs) -> HeldVector:
    """Give the terms of a report, and whom it names, as a case keeps them."""
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


def signs_of(names: bytes) -> Signs:
    """Give whom a report names."""
    return np.frombuffer(names, "<u4")


class Kept:
    """The terms of all reports of a case that are compared, as it keeps them: these are never looked at one by one."""

    def __init__(self, terms: HeldTerms, read: Set[str]) -> None:
        """Those that are `read` no more are passed over."""
        self._ids = terms.reports
        self.reports = frozenset(terms.reports)
        self._hashes = np.frombuffer(terms.terms, "<u4")
        self._weights = np.frombuffer(terms.weights, "<f4")
        self._sizes = np.array(terms.sizes, np.int64) // self._hashes.itemsize
        self._first = np.cumsum(self._sizes) - self._sizes
        self._text = np.array(terms.numbers, np.float64).reshape(-1, 4)
        self._number = {r: n for n, r in enumerate(self._ids) if r in read}

    def like(self, new: Mapping[str, Vector]) -> set[str]:
        """Give the reports that are like any of those that are `new` or have changed, these among themselves too."""
        of = list(new.values())
        found = self._among(Many.of(of), list(new), of)
        if self._ids:
            stood = Many(self._hashes, self._weights, self._sizes, self._text, of)
            found |= self._among(stood, self._ids, of) & self._number.keys() - new.keys()
        return found

    @staticmethod
    def _among(many: Many, ids: Sequence[str], of: Sequence[Vector]) -> set[str]:
        return {ids[n] for one in of for n in many.like(one)[0].tolist()}

    def some(self, reports: Iterable[str]) -> dict[str, Vector]:
        """Give the terms of those of some reports that are kept."""
        at = {r: self._number[r] for r in reports if r in self._number}
        return {r: self._vector(n) for r, n in at.items()}

    def _vector(self, n: int) -> Vector:
        span = slice(int(self._first[n]), int(self._first[n] + self._sizes[n]))
        return Vector(self._hashes[span], self._weights[span], *self._text[n].tolist())


Tell = Callable[[str, int, int], None]
"""Is told the step, and how many reports of how many are done."""

_WORTH = 200  # reports to compare for which it is worth to send them elsewhere
_TOGETHER = 256  # reports that are loaded together
_REMEMBERED = 1024  # reports that are loaded once for all steps: all of a case that is not very large
_UNPACKED = 8192  # reports whose findings wait unpacked until all are compared
_GROWN = 2  # times its first size, at which an epoch ends
_BEGINNING = date(1990, 1, 1)
_COMPARER = "comparer"
_NO_DAY = 1 << 15


def _untold(step: str, done: int, total: int) -> None:
    """Nobody asks how it goes."""


@dataclass(frozen=True, slots=True)
class _Bound:
    """A judgement with the reports that it concerns, in order."""

    ruling: Ruling
    reports: tuple[str, ...]


@dataclass(slots=True)
class _Look:
    """What is known of the reports of a case, of all that are read, before anything is compared.

    `standing` is where those stood that are touched, `kept` the terms of all then; `moved` are those whose reading or
    judgements are others now, `made` the terms of these, `lost` those that are read no more. `names` are asked for
    where people judged.
    """

    epoch: Epoch
    begins: bool
    standing: Mapping[str, Standing]
    kept: Kept
    names: dict[str, Signs]
    moved: set[str]
    lost: tuple[str, ...]
    made: dict[str, Vector] = field(default_factory=dict)
    bound: Sequence[_Bound] = ()
    ruled: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Task:
    """A part to compare, with all that it takes, and what it rests on."""

    part: Part
    digest: str
    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    known: tuple[KnownEntity, ...]
    rulings: tuple[Ruling, ...]
    frame: Frame


def _compared(task: _Task) -> Findings:
    return compare_in_time(task.reports, task.readings, task.known, task.rulings, (), task.frame)


class ByParts:
    """One look at a case, as it stands with `more` judgements."""

    def __init__(
        self,
        case: Case,
        comparer: str,
        more: Sequence[Judgement] = (),
        tell: Tell | None = None,
        engine: Engine | None = None,
    ) -> None:
        self._case, self._comparer, self._engine = case, comparer, engine or Machine()
        self._tell: Tell = tell or _untold
        self._known: tuple[KnownEntity, ...] = known_entities(case.known_entities.split("\n"))
        self._overlay = case.corrections.overlay(*more)
        self._outlets: dict[str, str] = {}  # of reports that may go by another name now, "" for that of their own
        self._renamed: dict[str, str] = {}
        self._knowledge = knowledge_of(self._known)
        self._read = case.parts.read() - case.refusals.left_out().keys()
        self._taken: set[str] = set()
        self._loaded: dict[str, tuple[Report, Reading]] = {}

    def renewal(self, *, afresh: bool = False) -> Renewal:
        """Give what changes; all of it where an epoch begins: first, when the case has doubled, or `afresh`."""
        look = self._look(afresh)
        self._weigh(look)
        touched = self._touched(look)
        ties = [one.reports for one in look.bound if not touched.isdisjoint(one.reports)]
        vectors = look.kept.some(touched) | look.made
        found = components({r: vectors[r] for r in touched}, ties)
        before: dict[str, set[str]] = defaultdict(set)
        parts: dict[int, set[str]] = defaultdict(set)
        for report, stood in look.standing.items():
            before[stood.component].add(report)
            parts[stood.part].add(report)
        digests = self._case.parts.digests(parts)
        stay: set[int] = set()

        def tasks() -> Iterator[_Task]:
            for one in found:
                if before.get(one.reports[0]) == set(one.reports) and look.moved.isdisjoint(one.reports):
                    stay.update(look.standing[r].part for r in one.reports)
                    continue
                for part, pairs in self._parts(one, look.epoch, ties):
                    digest = _digest(part, look.ruled)
                    stood_in = look.standing[part.reports[0]].part if part.reports[0] in look.standing else 0
                    same = parts.get(stood_in) == set(part.reports) and digests.get(stood_in) == digest
                    if same and look.moved.isdisjoint(part.reports):
                        stay.add(stood_in)
                    else:
                        yield self._task(part, pairs, look, digest)

        made: list[MadePart] = []
        done = 0
        engine = self._engine if len(touched) >= _WORTH else Machine()
        for task, findings in engine.map(_compared, tasks()):
            one_made = self._made(task, findings, look, parts)
            made.append(one_made if done < _UNPACKED else one_made.packed())
            done += len(task.part.reports)
            self._tell("comparing", done, len(touched))
        return Renewal(
            tuple(sorted(parts.keys() - stay)),
            tuple(made),
            tuple(held(r, v, look.names[r]) for r, v in sorted(look.made.items())),
            {r: (one.reports[0], look.ruled.get(r, "")) for one in found for r in one.reports},
            look.lost,
            self._renamed,
            {**look.epoch.kept(), _COMPARER: self._comparer.encode()} if look.begins else {},
        )

    def _look(self, afresh: bool) -> _Look:
        frozen = {} if afresh else self._case.parts.frozen()
        ends = frozen.get(_COMPARER) != self._comparer.encode() or FIRST not in frozen
        if ends or len(self._read) >= _GROWN * int(frozen["reports"]):
            self._tell("weighing", 0, len(self._read))
            self._rename(None)
            nothing = Kept(HeldTerms((), (), b"", b"", ()), self._read)
            return _Look(self._begun(frozen), True, {}, nothing, {}, set(self._read), ())
        kept = Kept(self._case.parts.terms(), self._read)
        names = self._case.parts.names() if self._overlay.rulings else {}
        changed = self._case.parts.changed()
        self._rename(changed if changed.isdisjoint(kept.reports) else None)
        moved = (changed | self._renamed.keys() | (self._read - kept.reports)) & self._read
        return _Look(
            Epoch.of_kept(frozen),
            False,
            {},
            kept,
            {r: signs_of(named) for r, named in names.items() if r in self._read},
            moved,
            tuple(sorted(kept.reports - self._read)),
        )

    def _begun(self, before: Mapping[str, bytes]) -> Epoch:
        """Begin an epoch: look at all reports, and the first time at the earliest for the ids of those they name."""
        if FIRST in before:
            return replace(begin(self._briefly, sorted(self._read)), first=first_of_kept(before[FIRST]))
        printed = self._case.parts.printed()
        early = earliest({r: printed[r] for r in self._read})
        self._loaded.update(self._load(early))
        epoch = begin(self._briefly, sorted(self._read))
        readings = {r.id: reading for r, reading in framed(self._as_read(early), epoch)}
        return replace(epoch, first=first_ids(identity(readings, self._known, self._overlay.rulings)))

    def _rename(self, changed: Collection[str] | None) -> None:
        """Find by which outlets' names reports go. What came and has `changed` nothing else concerns its domain."""
        told = self._case.reports.addressed(beside=changed)
        named = outlet_names(told)
        carried = self._case.parts.carried(None if changed is None else told)
        self._outlets = {r: named.get(r, "") for r in carried.keys() | told.keys()}
        self._renamed = {r: name for r, name in self._outlets.items() if carried.get(r, "") != name}

    def _weigh(self, look: _Look) -> None:
        """Weigh what has moved, and what judgements touch that did not touch it before, or no longer do."""
        weighing = look.moved
        then = {} if look.begins else self._case.parts.ruled()
        while True:  # what is judged of a report changes its rows, and may change whom it names
            for report, reading in self._weighed(sorted(weighing), look.epoch):
                look.made[report.id] = vector(terms_of(report, reading), look.epoch)
                look.names[report.id] = signs(reading, self._knowledge)
            look.bound = self._bound(look.names)
            look.ruled = _ruled(look.bound)
            judged = _differing(look.ruled, then) & self._read
            weighing = judged - look.made.keys()
            look.moved |= judged
            if not weighing:
                break

    def _touched(self, look: _Look) -> set[str]:
        """The reports of all components that may be others than they were; where these stood is known then."""
        around = look.moved if look.begins else look.moved | look.kept.like(look.made)
        around = around.union(*(one.reports for one in look.bound if not look.moved.isdisjoint(one.reports)))
        look.standing = {} if look.begins else self._case.parts.standing(around.union(look.lost))
        return (around | look.standing.keys()) & self._read

    def _parts(
        self, one: Component, epoch: Epoch, ties: Sequence[tuple[str, ...]]
    ) -> Iterator[tuple[Part, list[tuple[Report, Reading]]]]:
        pairs = {r.id: (r, reading) for r, reading in framed(self._as_read(one.reports), epoch)}
        reports = {i: r for i, (r, _) in pairs.items()}
        readings = {i: reading for i, (_, reading) in pairs.items()}
        mine = [tie for tie in ties if not reports.keys().isdisjoint(tie)]
        for part in parts_of(one, epoch, reports, readings, mine):
            yield part, [pairs[r] for r in part.reports]

    def _task(self, part: Part, pairs: Sequence[tuple[Report, Reading]], look: _Look, digest: str) -> _Task:
        mine = set(part.reports)
        rulings = tuple(one.ruling for one in look.bound if not mine.isdisjoint(one.reports))
        frame = Frame(part.stories, look.epoch.common, look.epoch.outlets, first=look.epoch.first)
        reports, readings = tuple(r for r, _ in pairs), tuple(r for _, r in pairs)
        return _Task(part, digest, reports, readings, self._known, rulings, frame)

    def _made(self, task: _Task, found: Findings, look: _Look, gone: Iterable[int]) -> MadePart:
        """Give a part as it was compared; again, where one of its claims has an id that a claim elsewhere bears."""
        ids = [c.id for c in found.claims]
        elsewhere = set() if look.begins else self._case.parts.in_use(ids, gone)
        if clash := self._taken.intersection(ids) | elsewhere:
            found = _compared(replace(task, frame=replace(task.frame, taken=frozenset(clash))))
        self._taken.update(c.id for c in found.claims)
        first, day = first_of({r.report: r for r in task.readings})
        place = part_place((day - _BEGINNING).days if day else _NO_DAY, first)
        return MadePart(task.part.reports, place, task.digest, found)

    def _bound(self, names: Mapping[str, Signs]) -> list[_Bound]:
        """Each judgement with the reports that it rests on, and all that name whom it is about."""
        if not self._overlay.rulings:
            return []
        ids = list(names)
        told = np.concatenate([np.empty(0, np.uint32), *names.values()])
        owner = np.repeat(np.arange(len(ids)), [len(of) for of in names.values()])
        found = []
        for ruling in self._overlay.rulings:
            resting = sorted({report for side in ruling.sides for report, _ in side} & self._read)
            wanted = concerned(ruling, self._case.readings.machine.some(resting), self._knowledge)
            naming = {ids[n] for n in owner[np.isin(told, wanted)].tolist()}
            found.append(_Bound(ruling, tuple(sorted(naming.union(resting)))))
        return found

    def _as_read(self, ids: Sequence[str]) -> Iterator[tuple[Report, Reading]]:
        """Reports with their readings as corrected, under the outlet that their domain goes by."""
        missing = [i for i in ids if i not in self._loaded]
        new = self._load(missing)
        here = {i: self._loaded.get(i) or new.get(i) for i in ids}
        room = _REMEMBERED - len(self._loaded)
        self._loaded.update(list(new.items())[: max(0, room)])
        yield from (pair for pair in here.values() if pair is not None)

    def _briefly(self, ids: Sequence[str]) -> Iterator[tuple[Report, Reading]]:
        """The same of what a report speaks of and whom it names: where all is loaded again later, no more is now."""
        room = max(0, _REMEMBERED - len(self._loaded))
        whole = self._overlay.touched.union(self._loaded, [i for i in ids if i not in self._loaded][:room])
        here = {pair[0].id: pair for pair in self._as_read([i for i in ids if i in whole])}
        here |= self._load([i for i in ids if i not in whole], brief=True)
        yield from (here[i] for i in ids if i in here)

    def _load(self, ids: Sequence[str], *, brief: bool = False) -> dict[str, tuple[Report, Reading]]:
        reports = {r.id: r for r in self._case.reports.some(ids)}
        names = {**self._case.parts.carried(ids), **self._outlets}
        machine = self._case.readings.machine.some(ids, brief=brief)
        return {r.report: self._named(reports[r.report], r, names.get(r.report, "")) for r in machine}

    def _named(self, report: Report, reading: Reading, outlet: str) -> tuple[Report, Reading]:
        reading = self._overlay.over(reading)
        return (replace(report, outlet=outlet), replace(reading, outlet=outlet)) if outlet else (report, reading)

    def _weighed(self, ids: Sequence[str], epoch: Epoch) -> Iterator[tuple[Report, Reading]]:
        for at in range(0, len(ids), _TOGETHER):
            yield from framed(self._briefly(ids[at : at + _TOGETHER]), epoch)
            self._tell("weighing", min(at + _TOGETHER, len(ids)), len(ids))


def _differing(one: Mapping[str, str], other: Mapping[str, str]) -> set[str]:
    """Give the reports of which two tables do not say the same."""
    return {r for r in one.keys() | other.keys() if one.get(r, "") != other.get(r, "")}


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
