"""A judgement that is kept is also compared: the findings are never left without it, and nothing else changes.

A case as the machine alone made it: what people decided is left out, and everything compared again without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from rashomon.case import Case
from rashomon.engines.changes import Change
from rashomon.engines.compare_again import compare_again, compared_anew, foreseen
from rashomon.records import Judgement


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
