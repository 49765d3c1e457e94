"""The findings of a case are those of its readings as people corrected them, made again when either has changed.

A case of up to `LARGE` reports is compared at once. A larger one is compared in parts, and what has changed touches its
own parts alone; where a model was asked (`pointed`), whose answers may join what no word connects, it is compared at
once at any size.

A judgement that is kept is also compared: the findings are never left without it, and nothing else changes. A case as
the machine alone made it: what people decided is left out, and everything compared again without it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

import rashomon
from rashomon.case import Case, CaseError
from rashomon.case.part_shelf import Renewal
from rashomon.comparing import known_entities, one_run, outlet_names
from rashomon.engines.by_parts import ByParts, Tell
from rashomon.engines.changes import Change, changes
from rashomon.engines.engine import Engine
from rashomon.engines.time_limit import TooLongError, compare_in_time, without_the_longest
from rashomon.records import Findings, Judgement

LARGE = 180
"""Reports up to which a case is compared at once."""

_RACES = 3
"""Comparisons that others may outrun; the next one is made while nobody else can write."""
_one_at_a_time: defaultdict[Path, Lock] = defaultdict(Lock)


def compare_again(
    case: Case,
    starting: Callable[[], None] = lambda: None,
    tell: Tell | None = None,
    *,
    afresh: bool = False,
    engine: Engine | None = None,
) -> bool:
    """Bring the findings of `case` up to date; says whether they were not. `starting` is called where there is work.

    What is kept was made from the readings and judgements that stand when it is kept: a comparison that another writer
    outran is made again, never laid over a newer one. `afresh` compares all of a case, and lets a new epoch begin;
    much of a large one is compared on the `engine`.
    Raises CaseError where the case cannot be written.
    """
    return _brought(case, starting, tell, afresh=afresh, engine=engine)[0]


def compared_anew(case: Case, starting: Callable[[], None] = lambda: None) -> tuple[Change, ...]:
    """Bring the findings of `case` up to date; give what changed in them, of a large case by what it touches alone."""
    return _brought(case, starting, told=True)[1]


def foreseen(case: Case, *judgements: Judgement) -> tuple[Change, ...]:
    """Say what `judgements` would change in the findings of `case`, and change nothing.

    Raises CaseError where that takes longer than it may.
    """
    try:
        if in_parts(case):
            return changes(*case.findings.exchanged(ByParts(case, _comparer(case), judgements).renewal()))
        return changes(*case.findings.differing(found(case, *judgements)))
    except TooLongError as error:
        raise CaseError(f"{case.path} takes too long to compare with {error.report!r:.80} in it") from error


@one_run()
def _brought(
    case: Case,
    starting: Callable[[], None],
    tell: Tell | None = None,
    *,
    afresh: bool = False,
    told: bool = False,
    engine: Engine | None = None,
) -> tuple[bool, tuple[Change, ...]]:
    """Whether the findings were not up to date, and what changed in them where that is to be `told`."""
    with _one_at_a_time[case.path.resolve()]:  # in one process, whoever waits finds the work done
        if not afresh and case.findings.current(_basis(case)):
            return False, ()
        starting()
        for _ in range(_RACES):
            basis = _basis(case)
            if not afresh and case.findings.current(basis):
                return True, ()
            made = _again(case, tell, engine, afresh=afresh)
            with case.transaction():
                if _basis(case) == basis:
                    return True, _keep(case, made, basis, told=told)
        with case.transaction():
            return True, _keep(case, _again(case, tell, engine, afresh=afresh), _basis(case), told=told)


def _keep(case: Case, made: Findings | Renewal, basis: str, *, told: bool) -> tuple[Change, ...]:
    """Store what was found, and give what it changes where that is to be `told`."""
    if isinstance(made, Renewal):
        case.reports.carry(made.outlets)
        changed = changes(*case.findings.exchanged(made)) if told else ()
        case.renew(made, basis)
    else:
        named = outlet_names(case.reports.addressed())
        case.reports.carry(dict.fromkeys(case.parts.carried(), "") | named)
        changed = changes(*case.findings.differing(made)) if told else ()
        case.keep(made, basis)
    return changed


def _again(case: Case, tell: Tell | None, engine: Engine | None, *, afresh: bool) -> Findings | Renewal:
    if afresh:
        case.refusals.compare_all()
    if not in_parts(case):
        return without_the_longest(case, lambda: found(case))
    return without_the_longest(case, lambda: ByParts(case, _comparer(case), (), tell, engine).renewal(afresh=afresh))


def in_parts(case: Case) -> bool:
    """Tell whether a case is compared in parts."""
    return len(case.readings) > LARGE and not case.pointed.digest()


def _basis(case: Case) -> str:
    return case.findings.basis(_comparer(case))


def _comparer(case: Case) -> str:
    told = case.known_entities
    known = f" {blake2b(told.encode()).hexdigest()}" if told else " "
    pointed = case.pointed.digest()
    by = f"{known} {pointed}" if pointed else known
    return f"rashomon {rashomon.__version__}{by}"


def found(case: Case, *more: Judgement, rules_alone: bool = False) -> Findings:
    """Compare all of `case`, as corrected and with `more` judgements, and keep nothing.

    What a model pointed at is followed unless it is `rules_alone`. Raises TooLongError where it takes too long.
    """
    overlay = case.corrections.overlay(*more)
    known = known_entities(case.known_entities.split("\n"))
    pointed = () if rules_alone else case.pointed.all()
    left = case.refusals.left_out()
    readings = [overlay.over(reading) for reading in case.readings.machine if reading.report not in left]
    return compare_in_time(list(case.reports), readings, known, overlay.rulings, pointed)


@contextmanager
def machines_own(case: Case) -> Iterator[Case]:
    """Open a copy of `case` without its judgements, which goes by the case's name and is gone at the end.

    Where nobody judged anything it is `case` itself. Raises CaseError where no copy can be written.
    """
    if not len(case.corrections):
        yield case
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / case.path.name
        case.copy(path, judged=False)
        with Case(path) as own:
            compare_again(own)
            own.path = case.path
            yield own


@dataclass(frozen=True, slots=True)
class Corrected:
    """What judgements did: how many were new, and what changed in the findings."""

    new: int
    changes: tuple[Change, ...]


def correct(case: Case, judgements: Iterable[Judgement]) -> Corrected:
    """Keep judgements in `case` and bring its findings up to date; notes change none, and cost no comparison.

    Raises CaseError where the case cannot be written. A process killed in between leaves the judgements kept and the
    findings stale: the next build or correction brings them up to date.
    """
    judgements = tuple(judgements)
    if case.corrections.only_notes(judgements):
        return Corrected(keep(case, judgements), ())
    new = keep(case, judgements)
    changed = compared_anew(case)
    return Corrected(new, changed if new else ())


def keep(case: Case, judgements: Iterable[Judgement]) -> int:
    """Keep judgements and compare nothing; give how many were new. After notes alone, current findings stay so.

    Raises CaseError where the case cannot be written.
    """
    judgements = tuple(judgements)
    with case.transaction():
        if case.corrections.only_notes(judgements):
            return case.findings.unmoved(lambda: case.corrections.add(judgements))
        return case.corrections.add(judgements)


def preview(case: Case, *judgements: Judgement) -> tuple[Change, ...]:
    """Say what `judgements` would change in the findings of `case`, and change nothing."""
    return foreseen(case, *judgements)
