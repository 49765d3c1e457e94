"""The findings of a case are those of its readings as people corrected them, made again when either has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from threading import Lock

import rashomon
from rashomon.case import Case
from rashomon.comparing import compare, known_entities, outlet_names
from rashomon.records import Findings, Judgement

_RACES = 3
"""Comparisons that others may outrun; the next one is made while nobody else can write."""
_one_at_a_time: defaultdict[Path, Lock] = defaultdict(Lock)


def compare_again(case: Case, starting: Callable[[], None] = lambda: None) -> bool:
    """Bring the findings of `case` up to date; says whether they were not. `starting` is called where there is work.

    What is kept was made from the readings and judgements that stand when it is kept: a comparison that another writer
    outran is made again, never laid over a newer one. Raises CaseError where the case cannot be written.
    """
    with _one_at_a_time[case.path.resolve()]:  # in one process, whoever waits finds the work done
        if case.findings.current(_basis(case)):
            return False
        starting()
        for _ in range(_RACES):
            basis = _basis(case)
            if case.findings.current(basis):
                return True
            findings = found(case)
            with case.transaction():
                if _basis(case) == basis:
                    case.keep(findings, basis)
                    case.reports.carry(outlet_names(case.reports.addressed()))
                    return True
        with case.transaction():
            case.keep(found(case), _basis(case))
            case.reports.carry(outlet_names(case.reports.addressed()))
        return True


def _basis(case: Case) -> str:
    told = case.known_entities
    known = f" {blake2b(told.encode()).hexdigest()}" if told else " "
    pointed = case.pointed.digest()
    by = f"{known} {pointed}" if pointed else known
    return case.findings.basis(f"rashomon {rashomon.__version__}{by}")


def found(case: Case, *more: Judgement, rules_alone: bool = False) -> Findings:
    """Compare all of `case`, as corrected and with `more` judgements, and keep nothing.

    What a model pointed at is followed unless it is `rules_alone`.
    """
    overlay = case.corrections.overlay(*more)
    known = known_entities(case.known_entities.splitlines())
    pointed = () if rules_alone else case.pointed.all()
    return compare(case.reports, map(overlay.over, case.readings.machine), known, overlay.rulings, pointed)
