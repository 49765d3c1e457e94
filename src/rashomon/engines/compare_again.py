"""The findings of a case are those of its readings as people corrected them, made again when either has changed."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

import rashomon
from rashomon.case import Case
from rashomon.comparing import compare, known_entities
from rashomon.records import Findings, Judgement


def compare_again(case: Case, starting: Callable[[], None] = lambda: None) -> bool:
    """Bring the findings of `case` up to date; says whether they were not. `starting` is called where there is work.

    Raises CaseError where the case cannot be written.
    """
    told = case.known_entities
    known = f" {blake2b(told.encode()).hexdigest()}" if told else " "
    pointed = case.pointed.digest()
    by = f"{known} {pointed}" if pointed else known
    basis = case.findings.basis(f"rashomon {rashomon.__version__}{by}")
    if case.findings.current(basis):
        return False
    starting()
    findings = found(case)
    with case.transaction():
        case.findings.keep(findings, basis)
    return True


def found(case: Case, *more: Judgement, rules_alone: bool = False) -> Findings:
    """Compare all of `case`, as corrected and with `more` judgements, and keep nothing.

    What a model pointed at is followed unless it is `rules_alone`.
    """
    overlay = case.corrections.overlay(*more)
    known = known_entities(case.known_entities.splitlines())
    pointed = () if rules_alone else case.pointed.all()
    return compare(case.reports, map(overlay.over, case.readings), known, overlay.rulings, pointed)
