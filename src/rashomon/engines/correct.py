"""A judgement that is kept is also compared: the findings are never left without it, and nothing else changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.case import Case
from rashomon.engines.changes import Change
from rashomon.engines.compare_again import compared_anew, foreseen
from rashomon.records import Judgement


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
